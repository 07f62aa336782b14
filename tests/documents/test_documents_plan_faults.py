"""What is wrong in a plan that people worked in is said with its cell, all of it at once, and nothing is written."""

from functools import partial

import openpyxl
import pytest
from documents.plan_kit import CDRP, begin, bytes_in, changed, said, work_in

import assesslib as al
from assesslib.documents.plan_read import read_plan
from assesslib.documents.plan_write import apply_plan
from assesslib.faults import FaultsError


@pytest.fixture
def team(tmp_path):
    return begin(tmp_path / "riverside-2026")


@pytest.fixture
def edited(team, tmp_path):
    """Write the plan, put these values into cells, save; gives the file."""
    return partial(work_in, team, tmp_path / "plan.xlsx")


PLACE = "plan.xlsx, sheet Plan, row {}, column {}: "
WRONG = {
    "an unknown id": (
        {"A4": "action-7"},
        PLACE.format(4, "Id") + "“action-7” is not the id of a goal or an action in this plan. "
        "Allowed: action-2, action-4, action-1, goal-1, action-3; nearest: action-2. Empty the cell for a new action.",
    ),
    "a status": (
        {"G4": "doen"},
        PLACE.format(4, "Status") + "“doen” is not a status. Allowed: open, under way, done, dropped; nearest: done. "
        "Pick one from the list.",
    ),
    "a date as text": (
        {"E4": "09/30/2026"},
        PLACE.format(4, "By when") + "“09/30/2026” is not a date. "
        "Write a day, like 30/09/2026 (day, month, year) or 2026-09-30, and see that the cell shows a date.",
    ),
    "a formula": (
        {"D4": "=A1"},
        PLACE.format(4, "Who") + "“=A1” is a formula. Write as text or as a date what it is to say.",
    ),
    "a new action without words": (
        {"D9": "Ann"},
        PLACE.format(9, "Action or goal") + "A new action has no words. Write them, or take the row out.",
    ),
    "words that are gone": (
        {"B4": None},
        PLACE.format(4, "Action or goal") + "The words of action-1 are gone: “Write the minutes.”. "
        "Write them, or take the row out.",
    ),
    "words of another row": (
        {"B4": "Find a room."},
        PLACE.format(4, "Action or goal") + "“Find a room.” are the words of action-2, in the row of action-1. "
        "Put back “Write the minutes.”.",
    ),
    "words of something else": (
        {"B4": "Go on a journey by bus"},
        PLACE.format(4, "Action or goal") + "“Go on a journey by bus” is not action-1 reworded, which said “Write the "
        "minutes.”. Put that back, and write a new action in a row of its own.",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_said_with_its_cell_and_nothing_is_written(team, edited, name):
    cells, words = WRONG[name]
    read = read_plan(edited(cells), team)
    assert said(read) == [words]
    before = bytes_in(team.folder)
    with pytest.raises(FaultsError) as error:
        apply_plan(team, read)
    assert str(error.value) == words
    assert bytes_in(team.folder) == before


def test_a_number_where_a_date_belongs_is_a_fault(team, edited):
    def forget(book):
        book["Plan"]["E4"] = 46295
        book["Plan"]["E4"].number_format = "General"

    assert said(read_plan(edited(then=forget), team)) == [
        PLACE.format(4, "By when") + "“46295” is not a date. "
        "Write a day, like 30/09/2026 (day, month, year) or 2026-09-30, and see that the cell shows a date."
    ]


def test_every_fault_is_listed_at_once(team, edited):
    read = read_plan(edited({"G4": "x", "E4": "y", "D5": "=1"}), team)
    assert [(fault.row, fault.column) for fault in read.faults] == [(4, "By when"), (4, "Status"), (5, "Who")]


def test_an_id_that_stands_twice_is_a_fault_of_each_row(team, edited):
    assert said(read_plan(edited({"A9": "action-1", "B9": "Write the minutes."}), team)) == [
        PLACE.format(4, "Id") + "“action-1” is the id of row 9 too. Keep one; empty this cell if it is a new action.",
        PLACE.format(9, "Id") + "“action-1” is the id of row 4 too. Keep one; empty this cell if it is a new action.",
    ]


def test_a_new_action_that_stands_twice_is_a_fault_of_each_row(team, edited):
    assert said(read_plan(edited({"B9": "Plant a tree.", "B10": "plant a  tree."}), team)) == [
        PLACE.format(9, "Action or goal") + "“Plant a tree.” is the new action of row 10 too. Keep one of them.",
        PLACE.format(10, "Action or goal") + "“plant a tree.” is the new action of row 9 too. Keep one of them.",
    ]


def test_a_long_text_may_be_reworded(team, edited):
    long = "The clerk writes down what was agreed, and everybody reads it within a week. " * 6
    team.add_note("action", long.strip(), id="action-9", owner="Aa")
    read = read_plan(edited({"B2": long.replace("a week", "two weeks").strip()}), team)
    assert [change[:2] for change in changed(read)] == [("action-9", "text")]


def test_two_who_changed_one_field_are_told(team, edited):
    file = edited({"G4": "done"})
    team.add_note("action", "Write the minutes.", id="action-1", status="dropped", owner="Bob", due="2026-09-30",
                  measure="All on file.")  # fmt: skip
    assert said(read_plan(file, team)) == [
        PLACE.format(4, "Status") + "“open” was changed to “dropped” in the assessment since this plan was written. "
        "Write “dropped” here to keep that, or write the plan anew and change it there."
    ]


def test_what_was_taken_out_since_stays_out(team, edited):
    file = edited()
    team.add_note("action", "Write the minutes.", id="action-1", state="withdrawn")
    where = PLACE.format(4, "Action or goal") + "“Write the minutes.” was taken out of the assessment since this plan "
    read = read_plan(file, team)
    assert [str(fault) for fault in read.faults] == [where + "was written. It stays out."]
    assert changed(read) == []
    worked_on = openpyxl.load_workbook(file)
    worked_on["Plan"]["G4"] = "done"
    worked_on.save(file)
    do = "was written. Take the row out, or empty its hidden id to make it a new action."
    assert said(read_plan(file, team)) == [where + do]


def test_a_row_that_was_taken_out_stays_in_the_assessment(team, edited):
    read = read_plan(edited(then=lambda book: book["Plan"].delete_rows(4)), team)
    assert changed(read) == []
    assert [str(fault) for fault in read.faults] == [
        "plan.xlsx, sheet Plan: “Write the minutes.” has no row any more and stays as it is. "
        "Set its status to dropped if it shall end."
    ]


def test_what_is_not_read_back_is_told(team, edited):
    read = read_plan(edited({"C4": "Everything", "I1": "Budget", "I4": "£200"}), team)
    assert changed(read) == []
    assert [str(fault) for fault in read.faults] == [
        "plan.xlsx, sheet Plan, row 1: “Budget” is a column that is not read. Write what is to be kept under Notes.",
        PLACE.format(4, "What it is about") + "“Everything” is not read back. Say on the review page what it is about.",
    ]


def test_the_plan_of_another_assessment_is_refused(team, edited, tmp_path):
    other = al.create_assessment(tmp_path / "other", framework=CDRP.id, partnership="Other", date="2026-03-03")
    read = read_plan(edited({"G4": "done"}), other)
    assert [str(fault) for fault in read.faults] == [
        "“riverside-2026” is the assessment that plan.xlsx was written from. Allowed: other; nearest: other. "
        "Read it into that assessment."
    ]
    assert len(read.changes) == 0


def test_a_folder_that_was_renamed_is_the_same_assessment(team, edited):
    file = edited({"G4": "done"})
    moved = al.open_assessment(team.folder.rename(team.folder.with_name("riverside")))
    assert changed(read_plan(file, moved)) == [("action-1", "status", "open", "done")]


AGAIN = "Write the plan anew with assess plan, and put the changes into that."


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (
            lambda book: book.remove(book["Marks"]),
            "“plan.xlsx” is not a plan that was written by assess plan, or has lost its hidden sheet. " + AGAIN,
        ),
        (
            lambda book: book["Plan"].delete_cols(7),
            "“plan.xlsx” has lost the title of a column: Status. Put it back above its column. Or: " + AGAIN,
        ),
        (
            lambda book: book["Plan"].cell(1, 9, "Who"),
            "“Who” is the title of two columns. Call the one that was added something else.",
        ),
    ],
    ids=["marks", "column", "twice"],
)
def test_a_workbook_that_lost_what_it_is_read_by_is_refused(team, edited, then, words):
    read = read_plan(edited(then=then), team)
    assert ([str(fault) for fault in read.faults], len(read.changes)) == ([words], 0)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"x", "“a.csv” is not an .xlsx workbook. Open it in a spreadsheet, and save it as .xlsx."),
        (
            "a.xlsx",
            b"x",
            "“a.xlsx” is not a workbook that can be read, or one under a password. "
            "Open it in a spreadsheet, and save it as .xlsx without a password.",
        ),
        (
            "a.xlsx",
            b"%PDF-1.7",
            "a.xlsx: This is a PDF. Export the answers as .csv or .xlsx. A PDF does not hold them as a table.",
        ),
        (
            "no.xlsx",
            None,
            "“no.xlsx” could not be read: No such file or directory. Check the name; close it in other programs.",
        ),
    ],
    ids=["csv", "broken", "pdf", "missing"],
)
def test_a_file_that_is_no_plan_is_refused_in_words(team, tmp_path, name, data, words):
    if data:
        (tmp_path / name).write_bytes(data)
    assert [str(fault) for fault in read_plan(tmp_path / name, team).faults] == [words]
