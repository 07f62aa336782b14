"""Every cell of a row or column that was left out and asked about stands among those that are not taken."""

import pytest

import assesslib as al
from assesslib.readers.left_out import WHY

SECOND = "Name,1.1,1.2\nAnn,G,W\nName,1.2,1.1\nBob,W,D\n"
TURNED = "Ref,Ann Ash,Bob Birch,Team rating\n1.1,G,W,W\n1.2,S,S,\n1.3,D,D,D\n1.4,G,G,G\n"
ROWS = "Name,1.1,1.2,1.3\nAnn,G,W,W\nBo,S,S,D\nPage,D,D,\nCy,G,G,G\n"
YEARS = "Ref,Ann Ash,Bob Birch,Consensus 2024,Consensus 2025\n1.1,G,W,W,D\n1.2,S,S,D,\n1.3,D,D,,G\n1.4,G,G,G,G\n"


def left(tmp_path, **files):
    """Row, column and text of what is not taken, and why."""
    paths = [tmp_path / f"{name}.csv" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text)
    found = al.import_ratings(paths, "cdrp-dat-partnership").rejects
    return found[["row", "column", "text"]].values.tolist(), set(found["why"])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (SECOND, [[3, "A", "Name"], [3, "B", "1.2"], [3, "C", "1.1"], [4, "A", "Bob"], [4, "B", "W"], [4, "C", "D"]]),
        (TURNED, [[2, "D", "W"], [4, "D", "D"], [5, "D", "G"]]),
        (ROWS, [[4, "A", "Page"], [4, "B", "D"], [4, "C", "D"]]),
    ],
)
def test_rows_and_columns_that_are_asked_about(tmp_path, text, cells):
    assert left(tmp_path, a=text) == (cells, {WHY})


def test_what_was_agreed_in_one_of_several_years(tmp_path):
    assert left(tmp_path, a=YEARS) == (
        [[2, "E", "D"], [4, "E", "G"], [5, "E", "G"]],
        {"what was agreed stands elsewhere too, or is of another time"},
    )


def test_what_was_agreed_otherwise_in_several_files(tmp_path):
    one = "Ref,Ann Ash,Bob Birch,Consensus\n1.1,G,W,W\n1.2,S,S,S\n1.3,D,D,D\n"
    other = one.replace("Ann Ash,Bob Birch", "Cy Dean,Di Fox").replace("G,W,W", "G,W,D")
    cells, why = left(tmp_path, a=one, b=other)
    assert [text for *_, text in cells] == ["W", "S", "D", "D", "S", "D"]
    assert why == {"several places differ in it"}


def test_a_note_or_a_file_without_doubt_leaves_nothing(tmp_path):
    assert left(tmp_path, a=TURNED.replace("Team rating", "Notes")) == ([], set())
    assert left(tmp_path, a=ROWS.replace("Page", "Dee")) == ([], set())
