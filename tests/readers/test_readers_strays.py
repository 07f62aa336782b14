"""Days and versions above or below a table with items in rows: 4 March is no standard 4.3, and version 1.1 no 1.1."""

import datetime as dt

import pytest
from readers.importing_kit import CDRP, CSIT, book, known, said, wrong

from assesslib.readers import import_ratings

ITEMS = {item.id: item.text for item in CDRP.items}
LEVELS = "GWSD" * 5
FORM = [["No.", "Standard", "Rating"], *([*pair, level] for pair, level in zip(ITEMS.items(), LEVELS, strict=True))]
RATINGS = list(zip(ITEMS, LEVELS, strict=True))


def rated(result):
    return [(item, level) for _, item, level in said(result)]


@pytest.mark.parametrize(
    "day",
    ["04/03/2026", "4.3.2026", "1 April", "2026-03-04", dt.date(2026, 3, 4), dt.datetime(2026, 4, 1, 10)],
)
@pytest.mark.parametrize("head", ["No.", ""])
def test_a_day_above_the_headings_is_no_standard(tmp_path, day, head):
    rows = [["Name", "Ann"], ["Date", day], [], [head, *FORM[0][1:]], *FORM[1:]]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Sheet1": rows}), CDRP)
    assert (wrong(found), rated(found)) == ([], RATINGS)
    assert found.members["name"].tolist() == ["Ann"]


@pytest.mark.parametrize("above", [[["1.1"]], [["Version", "1.1"]], [["Date", "04/03/2026"], ["Version", "1.2"]]])
def test_a_version_above_the_headings_is_no_standard(tmp_path, above):
    rows = [*above, ["", "", "Ann", "Bob"], *([*row, "G"] for row in FORM[1:])]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Sheet1": rows}), CDRP)
    ann, bob = ([("ann", *pair) for pair in RATINGS], [("bob", item, "G") for item in ITEMS])
    assert (wrong(found), sorted(said(found))) == ([], sorted(ann + bob))


def test_a_version_that_is_a_whole_number_is_no_key_feature(tmp_path):
    rows = [["Version", "1"], ["", "Statement", "Ann"], *([item.id, item.text, "c"] for item in CSIT.items)]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Sheet1": rows}), CSIT)
    assert (wrong(found), rated(found)) == ([], [(item.id, "c") for item in CSIT.items])


@pytest.mark.parametrize("answer", ["G", "Gap identified", "3"])
def test_answers_to_a_few_standards_above_another_table_are_not_passed_over(tmp_path, answer):
    rows = [["", "Ann"], ["1.1", answer], ["1.2", answer], ["", "Bob"], *([item, "G"] for item in ITEMS)]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Sheet1": rows}), CDRP)
    twice = [
        f"a.xlsx, sheet Sheet1, row {row}: “{item}” may be the number of standard {item}, and row {other} too. Say "
        "which of them counts and what the others are, or take the others out of the file."
        for item, row, other in (("1.1", 2, 5), ("1.2", 3, 6), ("1.1", 5, 2), ("1.2", 6, 3))
    ]
    nothing = (
        "a.xlsx, sheet Sheet1, row 4: The row holds answers and names no standard. Write the ref before them, or "
        "empty the row."
    )
    assert wrong(found) == [nothing, *twice]
    assert [item for _, item, _ in said(found)] == list(ITEMS)[2:]


def test_what_stands_below_the_answers_and_is_named_above_is_a_note(tmp_path):
    rows = [*FORM, [], ["Next review", dt.date(2026, 4, 1)], ["Version", "1.2"]]
    found = import_ratings(book(tmp_path / "Ann.xlsx", {"Sheet1": rows}), CDRP)
    assert (wrong(found), rated(found)) == ([], RATINGS)
    notes = [f"Ann.xlsx, sheet Sheet1, row {row}: “{text}” is a note below the table; it was left out."
             for row, text in ((23, "Next review"), (24, "Version"))]  # fmt: skip
    assert [text for text in known(found) if "row" in text] == notes


def test_standards_without_an_answer_at_the_end_of_a_table_stay_standards(tmp_path):
    rows = [*FORM[:19], *(row[:2] for row in FORM[19:])]
    found = import_ratings(book(tmp_path / "Ann.xlsx", {"Sheet1": rows}), CDRP)
    assert (wrong(found), rated(found)) == ([], [*RATINGS[:18], ("5.4", "blank"), ("5.5", "blank")])
    assert found.columns["item"].tolist() == list(ITEMS)


@pytest.mark.parametrize("day", ["04/03/2026", "1 April"])
def test_sheets_of_members_are_read_and_the_counts_beside_them_left_out(tmp_path, day):
    rows = [["Name", "Ann"], ["Date", day], [], *FORM]
    counts = [["Standard", "G", "W", "S", "D"], *([item, *(2 + (level == code) for code in "GWSD")]
                                                  for item, level in RATINGS)]  # fmt: skip
    found = import_ratings(book(tmp_path / "a.xlsx", {"Ann": rows, "Summary": counts}), CDRP)
    assert (wrong(found), rated(found)) == ([], RATINGS)
    assert known(found) == [
        "a.xlsx, sheet Summary: The sheet of counts was left out: people’s own answers stand in sheet Ann. If it "
        "counts other people, import it from a file of its own.",
        "a.xlsx, sheet Ann: “Ann” stands above the answers and was taken for the name of the person who gave them.",
    ]


UNREAD = "a.xlsx, sheet {}: The standards stand below each other, and no answers under a heading beside them. {}"
WRITE = "Write the answers beside them, under the name of the person who gave them."


def test_answers_that_cannot_be_read_are_asked_about_beside_counts_alone(tmp_path):
    counts = [["Standard", "G", "W", "S", "D"], *([item, 1, 1, 0, 0] for item in ITEMS)]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Ann": FORM[1:], "List": ITEMS.items(), "Summary": counts}), CDRP)
    assert wrong(found) == [UNREAD.format("Ann", WRITE)]
    assert known(found) == [UNREAD.format("List", "It is left out.")]


def test_beside_people_s_answers_a_sheet_that_cannot_be_read_is_told(tmp_path):
    found = import_ratings(book(tmp_path / "a.xlsx", {"Ann": FORM, "Other": FORM[1:]}), CDRP)
    assert (wrong(found), rated(found)) == ([], RATINGS)
    assert known(found) == [UNREAD.format("Other", "It is left out.")]
