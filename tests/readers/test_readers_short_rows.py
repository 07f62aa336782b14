"""Rows that leave out the empty cells at their end, below headings that go further."""

import pytest
from readers.importing_kit import known, said, wrong

SHIFTED = (
    "No row goes as far as the last headings, so that answers may stand under a wrong one. Put a heading that holds "
    "the separator in quotation marks; or if nobody answered the last ones, write the empty cells into the first row "
    "of answers."
)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Name,1.1,1.2,Comments\nAnn,G,W\nBob,D,W\n", "D"),
        ("Name;1.1;1.2;Comments;;Notes\nAnn;G;W\nBob;D;W\n", "D, F"),
        ("sep=,\nName,1.1,1.2,Comments\nAnn,G,W\nBob,D,W\n", "D"),
        ("Ref,Ann,Bob,Consensus\n1.1,G,D\n1.2,W,W\n", "D"),
        ("member,item,level,comment,at\nann,1.1,G\nann,1.2,W\nbob,1.1,D\nbob,1.2,W\n", "D, E"),
    ],
)
def test_they_are_read(read, text, columns):
    result = read(text)
    assert wrong(result) == []
    assert sorted(said(result)) == [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("bob", "1.1", "D"), ("bob", "1.2", "W")]
    assert (
        f"a.csv, row 1, column {columns}: No row goes as far as the last headings; they were read as empty."
        in known(result)
    )


def test_a_row_that_goes_as_far_is_nothing_to_tell(read):
    result = read("Name,1.1,1.2,Comments\nAnn,G,W,fine\nBob,D\nCy,D,W\n")
    assert wrong(result) == []
    assert not [text for text in known(result) if "No row goes" in text]


def test_a_last_heading_that_is_an_item_may_mean_that_all_are_shifted(read):
    result = read("Name,pseudonym,1.1,1.2\nAnn,G,W\nBob,D,W\n")
    assert wrong(result) == [f"a.csv, row 1, column D: {SHIFTED}"]


def test_headings_of_which_some_begin_with_a_space_are_not_trusted(read):
    result = read("Name, or pseudonym,1.1,1.2,Comments\nAnn,G,W,fine\nBob,D,W,fine\n")
    assert wrong(result)[0] == (
        "a.csv, row 1: The row has 5 cells where a usual one has 4, so that answers may stand under a wrong heading. "
        "Put a text that holds the separator in quotation marks, or empty the cells behind the usual ones."
    )
