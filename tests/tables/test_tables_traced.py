"""Plans of one year beside what moved by the next: what touches what, which came first, what was carried forward."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from years_apart import FORM, note, year

import assesslib as al
from assesslib.assessment import standing
from assesslib.tables.change.courses import COURSES, NO_ACTION
from assesslib.tables.change.touches import touches
from assesslib.tables.change.traced import COLUMNS, traced

DATA = Path(__file__).parents[2] / "data"
SIX = "bbbbbb"
BETTER, WORSE, STILL = "cccccc", "aaaaaa", "bbbbbb"


def touched(*notes, framework=FORM):
    found = touches(year(2025, {}, notes=notes).notes, framework)
    return found.to_numpy().tolist()


def trace(notes, after, later=(), history=True, **more):
    """Plans of 2025 traced to 2026; ``after`` is a line of levels an item where all six were at b."""
    then = year(2025, dict.fromkeys(after, SIX), notes=notes)
    if not history:
        del then.note_history
    return traced(then, year(2026, after, notes=later), **more)


def test_a_plan_touches_its_own_item_and_those_it_names():
    assert touched(note("goal-1", item="2"), note("action-1", about="3 1")) == [
        ["goal-1", "2", "itself", ""], ["action-1", "1", "itself", ""], ["action-1", "3", "itself", ""],
    ]  # fmt: skip


def test_a_plan_touches_the_items_of_areas_and_of_what_lies_behind_them():
    areas = [note("area-1", item="1"), note("area-2", item="4"), note("strength-1", item="5")]
    cause = note("cause-1", about="area-1 area-2 strength-1 cause-2 gone")
    assert touched(*areas, cause, note("action-1", about="cause-1 area-2")) == [
        ["action-1", "1", "cause", "cause-1 area-1"], ["action-1", "4", "area", "area-2"],
    ]  # fmt: skip


def test_of_two_ways_to_an_item_the_nearest_counts():
    notes = [note("area-1", item="1"), note("cause-1", about="area-1"), note("action-1", item="1",
                                                                             about="cause-1 area-1")]  # fmt: skip
    assert touched(*notes) == [["action-1", "1", "itself", ""]]


def test_where_only_a_section_is_told_all_its_items_are_touched_from_afar():
    assert touched(note("area-1", section="s1"), note("action-1", about="area-1"), note("action-2", section="s2"),
                   note("action-3", about="s1")) == [
        ["action-1", "4", "section", "area-1"], ["action-1", "5", "section", "area-1"],
        ["action-2", "6", "section", ""], ["action-3", "4", "section", ""], ["action-3", "5", "section", ""],
    ]  # fmt: skip


def test_as_another_item_is_followed_and_has_no_row_of_its_own():
    goals = [note("goal-1", item="1"), note("goal-2", "As 1.", item="4"), note("goal-3", "See 4", item="5"),
             note("action-1", "As 1", item="6")]  # fmt: skip
    assert touched(*goals) == [
        ["goal-1", "1", "itself", ""], ["goal-1", "4", "itself", "goal-2"], ["goal-1", "5", "itself", "goal-3"],
        ["action-1", "1", "itself", "action-1"], ["action-1", "6", "itself", ""],
    ]  # fmt: skip


def test_an_area_said_as_at_another_item_is_touched_there_too():
    notes = [note("area-1", item="1"), note("area-2", "As 1", item="4"), note("action-1", about="area-1")]
    assert touched(*notes) == [["action-1", "1", "area", "area-1"], ["action-1", "4", "area", "area-1 area-2"]]


def test_pointers_in_a_circle_come_to_an_end():
    assert touched(note("goal-1", "As 2", item="1"), note("goal-2", "As 1", item="2")) == [
        ["goal-1", "1", "itself", ""], ["goal-1", "2", "itself", "goal-1"],
        ["goal-2", "1", "itself", "goal-2"], ["goal-2", "2", "itself", ""],
    ]  # fmt: skip


def test_a_plan_that_names_nothing_has_a_row_of_its_own():
    assert touched(note("action-1", about="gone"), note("action-2", " ")) == [["action-1", "", "", ""]]


@pytest.mark.parametrize(
    ("end", "after", "course"),
    [
        ({"status": "done", "at": "2025-09-16"}, BETTER, "done before the movement"),
        ({"status": "done", "at": "2026-03-01T23:59:00Z"}, BETTER, "done before the movement"),
        ({"status": "done", "at": "2026-03-02"}, BETTER, "done after the movement"),
        ({"status": "Done ", "at": "2025-09-16"}, WORSE, "done, it moved the other way"),
        ({"status": "done", "at": "2026-04-01"}, WORSE, "done later, it moved the other way"),
        ({"status": "done", "at": "2025-09-16"}, STILL, "done, no movement"),
        ({"status": "done", "at": "2025-09-16"}, "cccbbb", "done, too few to tell"),
        ({"status": "dropped", "at": "2025-09-16"}, BETTER, "dropped, yet it moved"),
        ({"status": "dropped", "at": "2025-09-16"}, WORSE, "dropped, it moved the other way"),
        ({"status": "open", "at": "2025-09-16"}, BETTER, "not done, yet it moved"),
        ({"status": "", "at": "2025-09-16"}, STILL, "not done, no movement"),
    ],
)
def test_which_came_first(end, after, course):
    found = trace([note("action-1", item="1", status="open"), note("action-1", item="1", **end)], {"1": after})
    assert found[["id", "item", "course"]].to_numpy().tolist() == [["action-1", "1", course]]
    assert course in COURSES


def test_days_come_from_the_journal_and_a_status_taken_back_counts_from_its_last_time():
    days = [("2025-03-01", "open"), ("2025-05-01", "done"), ("2025-06-01", "open"), ("2025-09-01", "done"),
            ("2025-10-01", "done")]  # fmt: skip
    rows = [note("action-1", item="1", at=at, status=status) for at, status in days]
    assert trace(rows, {"1": STILL})[["written", "done_on", "dropped_on"]].to_numpy().tolist() == [
        ["2025-03-01", "2025-09-01", ""]
    ]
    assert trace(rows, {"1": STILL}, history=False)[["written", "done_on"]].to_numpy().tolist() == [
        ["2025-10-01", "2025-10-01"]
    ]
    dropped = [*rows, note("action-1", item="1", at="2025-11-01", status="dropped")]
    assert trace(dropped, {"1": STILL})[["done_on", "dropped_on"]].to_numpy().tolist() == [["", "2025-11-01"]]


def test_what_moved_without_any_action_follows_at_the_end():
    found = trace([note("action-1", item="2")], {"1": WORSE, "2": STILL, "3": BETTER})
    assert found[["id", "kind", "item", "word", "course"]].to_numpy().tolist() == [
        ["action-1", "action", "2", "no clear change", "not done, no movement"],
        ["", "", "1", "declined", NO_ACTION], ["", "", "3", "improved", NO_ACTION],
    ]  # fmt: skip


def test_a_plan_for_nothing_that_was_rated_says_so():
    found = trace([note("action-1", status="done", at="2025-09-01"), note("goal-1")], {"1": STILL})
    assert found[["item", "word", "course"]].to_numpy().tolist() == [
        ["", "", "done, touches nothing that was rated"], ["", "", "not done, touches nothing that was rated"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "later", "fate", "to"),
    [
        ("done", [], "closed", ""),
        ("done", [note("action-7", "DO  it")], "closed", "action-7"),
        ("open", [note("action-7", "DO  it"), note("action-8", "Do it.")], "carried forward", "action-7"),
        ("open", [note("goal-7", "Do more", about="1 y2025 action-1")], "carried forward", "goal-7"),
        ("open", [note("goal-7", "Do more", about="y2025 action-11")], "open", ""),
        ("open", [note("comment-7", "Do it.")], "open", ""),
        ("dropped", [note("action-7", "Do it.")], "carried forward", "action-7"),
        ("dropped", [], "dropped", ""),
        ("", [], "open", ""),
    ],
)
def test_what_became_of_a_plan(status, later, fate, to):
    found = trace([note("action-1", item="1", status=status)], {"1": STILL}, later)
    assert found[["fate", "carried_to"]].to_numpy().tolist() == [[fate, to]]


def test_what_was_withdrawn_is_not_traced():
    gone = [note("action-1", item="1"), note("action-1", item="1", state="withdrawn")]
    found = trace(gone, {"1": STILL})
    assert found.empty
    assert list(found.columns) == COLUMNS


def test_items_that_are_not_compared_are_named_by_both_ids():
    row = {"section": "s0", "word": "split", "level_word": "", "view_word": "", "kind": "split"}
    change = pd.DataFrame([row | {"item": "1a", "item_before": "1"}, row | {"item": "1b", "item_before": "1"}])
    then = year(2025, {"1": SIX}, notes=[note("action-1", item="1", status="done", at="2025-09-01")])
    found = traced(then, SimpleNamespace(notes=then.notes[:0], date="2026-03-01"), change)
    assert found[["item", "item_before", "word", "course"]].to_numpy().tolist() == [
        ["1a", "1", "split", "done, cannot be compared"], ["1b", "1", "split", "done, cannot be compared"],
    ]  # fmt: skip


def test_an_assessment_gives_every_row_of_its_notes(tmp_path):
    one = al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="P", date="2025-03-01")
    one.add_note("action", "Meet.", id="a", status="open", at="2025-03-01T10:00:00Z")
    one.add_note("action", "Meet.", id="a", status="done", at="2025-04-01T10:00:00Z")
    one.add_note("action", "Oops.", id="b", state="withdrawn", at="2025-05-01T10:00:00Z")
    for said in (one, standing(one)):
        assert said.note_history[["id", "status", "state"]].to_numpy().tolist() == [
            ["a", "open", "kept"], ["a", "done", "kept"], ["b", "", "withdrawn"],
        ]  # fmt: skip
    assert one.note_history["at"].dt.strftime("%m").tolist() == ["03", "04", "05"]


def test_the_written_story_13_and_16_improved_after_the_actions_and_3_and_30_without_any():
    then, now = (al.open_assessment(DATA / f"collaboration-{year}") for year in (2025, 2026))
    found = traced(then, now)
    near = found[found["tie"].isin(["itself", "area"])]
    moved = near[near["course"] == "done before the movement"]
    assert moved[["id", "done_on", "item", "word"]].to_numpy().tolist() == [
        ["action-01", "2025-09-16", "13", "improved"], ["action-02", "2025-10-21", "16", "improved"],
    ]  # fmt: skip
    assert found.loc[found["kind"] == "", ["item", "word", "course"]].to_numpy().tolist() == [
        ["3", "declined", NO_ACTION], ["30", "declined", NO_ACTION],
    ]  # fmt: skip
    assert set(found.loc[found["word"] == "improved", "item"]) == {"13", "16"}
    fates = found[found["kind"] != ""].drop_duplicates("id")["fate"].tolist()
    assert fates == ["closed", "closed", "closed", "open", "dropped"]
