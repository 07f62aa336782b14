"""The board: who has finished, without a word on what they said; and which ratings came after the reveal."""

import pandas as pd
import pytest

import assesslib as al
from assesslib.tables import absent_from, board, late, section_states

MEMBERS = [{"id": "ann", "name": "Ann", "organisation": "Org"}, {"id": "bob"}]
SECTION = "resources"


@pytest.fixture
def made(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


def row(assessment, member, section=SECTION):
    table = board(assessment)
    return table[(table["section"] == section) & (table["member"] == member)].iloc[0].to_dict()


def test_before_anything_there_is_a_row_a_section_and_member(made):
    table = board(made)
    assert table[["section", "member"]].values.tolist()[:3] == [
        ["leadership", "ann"], ["leadership", "bob"], ["audit-strategies", "ann"],
    ]  # fmt: skip
    assert len(table) == 10
    assert row(made, "ann") == {
        "section": SECTION, "title": "4 Resources", "state": "not opened", "member": "ann", "name": "Ann",
        "organisation": "Org", "asked": 2, "answered": 0, "done": False, "absent": False, "finished": False,
    }  # fmt: skip


def test_every_kind_of_answer_counts_once_and_a_blank_does_not(made):
    made.rate("ann", "4.1", "G")
    made.rate("ann", "4.1", "W")
    assert (row(made, "ann")["answered"], row(made, "ann")["finished"]) == (1, False)
    made.rate_split("ann", "4.2", {"local": "G", "national": "D"})
    assert (row(made, "ann")["answered"], row(made, "ann")["finished"]) == (2, True)
    made.rate("ann", "4.2", state="blank", comment="not sure")
    made.rate("bob", "4.1", state="dont_know")
    made.rate("bob", "4.2", "S", round=2)
    assert [row(made, who)["answered"] for who in ("ann", "bob")] == [1, 1]


def test_done_and_absent_are_what_was_recorded_last(made):
    made.record(SECTION, "done", member="ann")
    made.record(SECTION, "absent", member="bob")
    assert [row(made, who)["finished"] for who in ("ann", "bob")] == [True, True]
    assert absent_from(made.progress, SECTION) == ["bob"]
    made.record(SECTION, "present", member="bob")
    assert (row(made, "bob")["absent"], row(made, "bob")["finished"]) == (False, False)
    assert row(made, "ann", "processes")["done"] is False


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), "not opened"), (("opened",), "open"), (("closed",), "closed"), (("opened", "closed"), "closed"),
        (("opened", "closed", "reopened"), "open"), (("opened", "closed", "reopened", "closed"), "closed"),
    ],
)  # fmt: skip
def test_a_section_is_as_its_last_event_left_it(made, events, state):
    for event in events:
        made.record(SECTION, event)
    made.record(SECTION, "absent", member="ann")
    assert section_states(made.progress, made.framework)[SECTION] == state
    assert row(made, "bob")["state"] == state
    assert section_states(made.progress, made.framework)["processes"] == "not opened"


def test_two_teams_that_rated_differently_have_the_same_board(tmp_path):
    tables = []
    for level in "GD":
        one = al.create_assessment(tmp_path / level, framework="cdrp-dat-partnership", partnership="One",
                                   members=MEMBERS)  # fmt: skip
        one.rate("ann", "4.1", level, comment=f"because {level}")
        tables.append(board(one))
    pd.testing.assert_frame_equal(*tables)


def test_a_rating_after_the_first_closing_is_late_however_often_the_section_is_opened_again(made):
    made.rate("ann", "4.1", "G", at="2026-03-03T09:00:00Z")
    made.rate("bob", "4.1", "W", at="2026-03-03T09:45:00Z")
    made.rate("bob", "5.1", "W", at="2026-03-03T11:00:00Z")
    made.rate("bob", "4.1", "S", round=2, at="2026-03-03T11:00:00Z")
    assert not late(made.ratings, made.progress)["late"].any()
    made.record(SECTION, "closed", at="2026-03-03T09:30:00Z")
    marked = late(made.ratings, made.progress).query("late")
    assert marked[["member", "item", "round", "level"]].values.tolist() == [["bob", "4.1", 1, "W"]]
    made.record(SECTION, "reopened", at="2026-03-03T09:40:00Z")
    made.record(SECTION, "closed", at="2026-03-03T10:00:00Z")
    pd.testing.assert_frame_equal(late(made.ratings, made.progress).query("late"), marked)


def test_without_ratings_or_members_there_is_nothing_to_trip_over(tmp_path):
    bare = al.create_assessment(tmp_path / "bare", framework="cdrp-dat-partnership", partnership="One")
    assert board(bare).empty
    assert late(bare.ratings, bare.progress)["late"].tolist() == []


@pytest.mark.parametrize("tier", ["organisation", "role", "pooled"])
def test_where_names_are_hidden_everybody_is_counted_together(made, tier):
    made.rate("ann", "4.1", "G")
    made.rate("bob", "4.1", "W")
    made.record(SECTION, "done", member="ann")
    made.record(SECTION, "absent", member="bob")
    table = board(made, anonymity=tier)
    assert table.columns.tolist() == board(made).columns.tolist()
    assert table["section"].is_unique
    assert table.set_index("section").loc[SECTION].to_dict() == {
        "title": "4 Resources", "state": "not opened", "member": "", "name": "", "organisation": "", "asked": 4,
        "answered": 2, "done": 1, "absent": 1, "finished": 2,
    }  # fmt: skip
