"""A plan that people worked in is read back: only what was changed is written, and nothing is lost."""

import datetime
from functools import partial

import openpyxl
import pytest
from documents.plan_kit import begin, bytes_in, changed, said, work_in

from assesslib.documents.form import completed_form
from assesslib.documents.plan_read import new_id, read_plan
from assesslib.documents.plan_rows import planned
from assesslib.documents.plan_write import apply_plan, in_words


@pytest.fixture
def team(tmp_path):
    return begin(tmp_path / "riverside-2026")


@pytest.fixture
def edited(team, tmp_path):
    """Write the plan, put these values into cells, save; gives the file."""
    return partial(work_in, team, tmp_path / "plan.xlsx")


def test_a_plan_that_nobody_changed_changes_nothing(team, edited):
    read = read_plan(edited(), team)
    assert (changed(read), read.faults) == ([], ())


def test_each_field_is_read_back_and_nothing_else_is_written(team, edited):
    file = edited({"D4": "Cy", "E4": datetime.date(2026, 10, 1), "F4": None, "G4": "Under way", "H4": "Half done",
                   "B4": "Write up the minutes."})  # fmt: skip
    read = read_plan(file, team)
    assert changed(read) == [
        ("action-1", "text", "Write the minutes.", "Write up the minutes."),
        ("action-1", "owner", "Bob", "Cy"),
        ("action-1", "due", "2026-09-30", "2026-10-01"),
        ("action-1", "measure", "All on file.", ""),
        ("action-1", "status", "open", "under way"),
        ("action-1", "notes", "", "Half done"),
    ]
    before = len(team.note_history)
    assert apply_plan(team, read) == 1
    assert len(team.note_history) == before + 2
    note = team.notes.set_index("id").loc["action-1"]
    assert list(note[["text", "owner", "due", "measure", "status", "about", "by"]]) == [
        "Write up the minutes.", "Cy", "2026-10-01", "", "under way", "cause-1", "improvement plan",
    ]  # fmt: skip
    assert {one.id: one.notes for one in planned(team)}["action-1"] == "Half done"


@pytest.mark.parametrize(("typed", "day"), [
    ("30/11/2026", "2026-11-30"),
    ("3/4/2026", "2026-04-03"),
    ("03.04.2026", "2026-04-03"),
    ("2026-11-30", "2026-11-30"),
    (datetime.datetime(2026, 11, 30), "2026-11-30"),
])  # fmt: skip
def test_a_day_may_be_typed_as_the_hint_of_its_cell_says(team, edited, typed, day):
    assert changed(read_plan(edited({"E4": typed}), team)) == [("action-1", "due", "2026-09-30", day)]


def test_the_hint_names_both_ways_to_write_a_day(edited):
    rules = openpyxl.load_workbook(edited())["Plan"].data_validations.dataValidation
    (hint,) = [rule.error for rule in rules if rule.type == "date"]
    assert hint == "Write a day, like 30/09/2026 (day, month, year) or 2026-09-30."


def test_a_day_typed_another_way_than_it_is_kept_changes_nothing(team, edited):
    team.add_note("action", "Buy a clock.", id="action-4", owner="Bob", due="01/02/2026")
    assert changed(read_plan(edited({"E3": "30/09/2026"}), team)) == []


def test_notes_that_are_emptied_are_taken_back(team, edited):
    apply_plan(team, read_plan(edited({"H4": "Half done"}), team))
    apply_plan(team, read_plan(edited({"H4": None}), team))
    assert [one.notes for one in planned(team)] == [""] * 5
    assert list(team.note_history["text"]).count("Half done") == 2


def test_notes_on_how_a_plan_goes_are_not_part_of_the_form(team, edited):
    before = completed_form(team)
    apply_plan(team, read_plan(edited({"H4": "Half done", "H5": "Agreed by all"}), team))
    assert completed_form(team) == before


def test_reading_a_plan_twice_changes_nothing_more(team, edited):
    file = edited({"G4": "done", "H4": "Well done", "B9": "Plant a tree.", "D9": "Ann"})
    apply_plan(team, read_plan(file, team))
    before = bytes_in(team.folder)
    again = read_plan(file, team)
    assert (changed(again), again.faults, apply_plan(team, again)) == ([], (), 0)
    assert bytes_in(team.folder) == before


def test_a_row_without_an_id_is_a_new_action(team, edited):
    file = edited({"B9": "Plant a tree.", "D9": "Ann", "E9": "2026-11-01"})
    read = read_plan(file, team)
    assert list(in_words(read)) == ["row 9: a new action, “Plant a tree.”"]
    apply_plan(team, read)
    made = {one.id: one for one in planned(team)}[new_id("Plant a tree.")]
    assert (made.kind, made.owner, made.due, made.status, made.about) == ("action", "Ann", "2026-11-01", "open", "")


def test_what_was_changed_in_the_assessment_since_is_not_undone(team, edited):
    file = edited({"D4": "Cy"})
    team.add_note("action", "Write the minutes.", id="action-1", owner="Bob", due="2026-09-30",
                  measure="All on file.", status="done", about=["cause-1"])  # fmt: skip
    apply_plan(team, read_plan(file, team))
    note = team.notes.set_index("id").loc["action-1"]
    assert (note["owner"], note["status"]) == ("Cy", "done")


def test_a_new_action_that_went_on_since_is_not_put_back(team, edited):
    file = edited({"B9": "Plant a tree."})
    apply_plan(team, read_plan(file, team))
    team.add_note("action", "Plant a tree.", id=new_id("Plant a tree."), status="done")
    assert changed(read_plan(file, team)) == []


def test_rows_and_columns_may_stand_in_any_order(team, edited):
    def shuffle(book):
        sheet = book["Plan"]
        rows = [[cell.value for cell in row][::-1] for row in sheet.iter_rows()]
        book.remove(sheet)
        other = book.create_sheet("Ours", 0)
        for row in [["our plan"], rows[0], *reversed(rows[1:])]:
            other.append(row)
        other["B5"] = "done"

    assert changed(read_plan(edited(then=shuffle), team)) == [("action-1", "status", "open", "done")]


def test_words_that_look_like_formulas_or_hold_odd_letters_come_back_as_they_were(team, edited):
    nasty = "=1+1\n<b>bold</b> \u202eright\u202c 🙂 \x07 " + "long " * 5000
    team.add_note("action", nasty, id="action-9", owner="@sum", measure="-2", due="in spring", status="stuck")
    read = read_plan(edited({"H5": "'=also"}), team)
    assert (changed(read), read.faults) == ([("action-1", "notes", "", "'=also")], ())


def test_a_text_too_long_for_a_cell_is_cut_there_and_nowhere_else(team, edited):
    whole = "word " * 10_000
    team.add_note("action", whole.strip(), id="action-9", owner="Aa")
    cut = "word " * 3200 + "…"
    file = edited({"D2": "Bb"})
    assert openpyxl.load_workbook(file)["Plan"]["B2"].value == cut
    apply_plan(team, read_plan(file, team))
    note = team.notes.set_index("id").loc["action-9"]
    assert (note["text"], note["owner"]) == (whole.strip(), "Bb")
    assert said(read_plan(edited({"B3": f"Oh. {cut}"}), team)) == [
        f"plan.xlsx, sheet Plan, row 3, column Action or goal: “{('Oh. ' + cut)[:59]}…” is longer in the assessment "
        "than a cell holds. Change it on the review page."
    ]
