"""Which sheets of a file are read: counts beside the answers they count, names of files, tables that tell little."""

import pytest
from readers.importing_kit import CDRP, CSIT, book, known, said, wrong

from assesslib.readers import import_ratings
from assesslib.readers.choosing import choose

ANSWERS = [["Name", "1.1", "1.2"], ["Ann", "G", "W"], ["Bo", "G", "D"]]
COUNTS = [["Ref", "G", "W", "S", "D"], ["1.1", 2, 0, 0, 0], ["1.2", 0, 1, 0, 1]]
ALONE = "Ref,Rating\n1.1,G\n1.2,W\n1.3,D\n"


@pytest.mark.parametrize("titles", [("Answers", "Summary"), ("Summary", "Answers")])
def test_counts_beside_the_answers_they_count_count_nobody_twice(tmp_path, titles):
    rows = {"Answers": ANSWERS, "Summary": COUNTS}
    found = import_ratings(book(tmp_path / "a.xlsx", {title: rows[title] for title in titles}), CDRP)
    assert sorted(said(found)) == [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("bo", "1.1", "G"), ("bo", "1.2", "D")]
    assert (wrong(found), known(found)) == ([], [
        "a.xlsx, sheet Summary: The sheet of counts was left out: people’s own answers stand in sheet Answers. "
        "If it counts other people, import it from a file of its own.",
    ])  # fmt: skip


def test_counts_in_two_sheets_are_both_read(tmp_path):
    other = [*COUNTS[:2], ["1.2", 1, 1, 0, 0]]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Council": COUNTS, "Police": other}), CDRP)
    assert len(found.ratings) == 8


def test_one_nameless_column_of_ratings_is_of_the_person_that_the_file_is_called_by(tmp_path):
    file = tmp_path / "Anna Berg.csv"
    file.write_text(ALONE)
    found = import_ratings(file, CDRP)
    assert found.members[["id", "name"]].values.tolist() == [["anna-berg", "Anna Berg"]]
    assert known(found) == ["Anna Berg.csv: “Anna Berg” was taken from the name of the file or sheet for who answered."]


def test_of_several_files_one_word_may_be_a_name_and_of_one_it_names_nobody(tmp_path):
    files = [tmp_path / name for name in ("anna.csv", "bo_rating.csv", "ratings 2.csv")]
    for place, file in enumerate(files):
        file.write_text(ALONE.replace("G", "GWS"[place]))
    assert import_ratings(files, CDRP).members["name"].tolist() == ["anna", "bo", ""]
    assert import_ratings(files[0], CDRP).members["name"].tolist() == [""]


def test_the_only_sheet_of_a_workbook_names_the_person_before_the_file_does(tmp_path):
    rows = [line.split(",") for line in ALONE.split()]
    found = import_ratings(book(tmp_path / "Ratings of Bo Chen.xlsx", {"Anna Berg": rows}), CDRP)
    assert found.members["name"].tolist() == ["Anna Berg"]
    found = import_ratings(book(tmp_path / "Ratings of Bo Chen.xlsx", {"Sheet1": rows}), CDRP)
    assert found.members["name"].tolist() == ["Bo Chen"]


def test_a_table_that_names_somebody_is_not_called_by_its_file(tmp_path):
    file = tmp_path / "Anna Berg.csv"
    file.write_text(ALONE.replace("Rating", "Dee Hill"))
    assert import_ratings(file, CDRP).members["name"].tolist() == ["Dee Hill"]


def test_rows_called_like_levels_above_numbers_are_refused_for_what_they_are(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(f",{','.join(item.id for item in CSIT.items)}\nA{',1' * 37}\nB{',2' * 37}\n")
    assert [str(fault) for fault in choose([file], CSIT).faults] == [
        "a.csv: The rows are called like levels, and the numbers in them may be counts as well as ratings of key "
        "features. If they are people, head the first column with Name; if not, write the levels side by side and the "
        "key features below each other."
    ]
