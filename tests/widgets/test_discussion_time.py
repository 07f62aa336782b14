"""The time of the talk: the plan, what is left of it, and what each item took, from the folder alone."""

import pandas as pd
import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Discussion
from assesslib.widgets.discussion_time import last_plan, minutes_left, seconds_talked, timed

MEMBERS = [{"id": id} for id in ("ann", "bob", "cas")]


def at(clock):
    return f"2026-03-03T{clock}:00Z"


@pytest.fixture
def one(tmp_path):
    """A closed section: members are far apart on 4.1, near on 4.2."""
    made = al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)
    for item, levels in {"4.1": "GGD", "4.2": "WSS"}.items():
        for member, level in zip(("ann", "bob", "cas"), levels, strict=True):
            made.rate(member, item, level, at=at("09:00"))
    made.record("resources", "closed", at=at("09:30"))
    return made


def shown(one):
    """The state of a screen that was never there before."""
    return Discussion(ChooseAssessment(one.folder.parent)).screen.state


def minutes(one):
    return {row["id"]: row["minutes"] for row in shown(one)["items"]}


def test_without_a_plan_no_item_has_minutes(one):
    assert minutes(one) == {"4.1": None, "4.2": None}
    assert shown(one)["time"] == {"minutes": 0, "ends": "", "turned": "", "since": ""}


def test_a_plan_is_there_for_a_screen_that_is_made_anew(one):
    one.plan("resources", 20, at=at("10:00"))
    assert shown(one)["time"] == {"minutes": 20, "ends": "2026-03-03T10:20:00+00:00", "turned": "", "since": ""}
    assert minutes(one) == {"4.1": 15, "4.2": 5}


def test_what_was_left_when_an_item_was_settled_is_shared_among_the_rest(one):
    one.plan("resources", 20, at=at("10:00"))
    one.agree("4.1", "W", at=at("10:12"))
    assert minutes(one) == {"4.1": 0, "4.2": 8}


def test_a_note_alone_leaves_the_shares_as_they_are(one):
    one.plan("resources", 20, at=at("10:00"))
    one.agree("4.1", state="blank", note="hm", at=at("10:12"))
    assert minutes(one) == {"4.1": 15, "4.2": 5}


def test_a_plan_that_ran_out_leaves_no_minutes_and_not_fewer(one):
    one.plan("resources", 20, at=at("10:00"))
    one.agree("4.1", "W", at=at("10:45"))
    assert minutes(one) == {"4.1": 0, "4.2": 0}


def test_the_last_plan_counts_and_none_takes_it_back(one):
    one.plan("resources", 20, at=at("10:00"))
    one.plan("resources", 8, at=at("10:30"))
    assert minutes(one) == {"4.1": 6, "4.2": 2}
    one.plan("resources", 0, at=at("10:31"))
    assert (minutes(one), shown(one)["time"]["ends"]) == ({"4.1": None, "4.2": None}, "")


def test_a_plan_is_for_its_own_section(one):
    one.plan("leadership", 20, at=at("10:00"))
    assert last_plan(one.talk, "resources") is None
    assert last_plan(one.talk, "leadership") == (pd.Timestamp(at("10:00")), 20)


def test_the_item_talked_about_and_the_time_before_are_known(one):
    one.plan("resources", 20, at=at("10:00"))
    one.turn_to("4.1", at=at("10:00"))
    one.turn_to("4.2", at=at("10:04"))
    one.turn_to("4.1", at=at("10:05"))
    state = shown(one)
    assert (state["time"]["turned"], state["time"]["since"]) == ("4.1", "2026-03-03T10:05:00+00:00")
    assert {row["id"]: row["seconds"] for row in state["items"]} == {"4.1": 240, "4.2": 60}


def test_a_break_is_not_talked_through(one):
    one.turn_to("4.1", at=at("10:00"))
    one.turn_to("4.2", at=at("12:00"))
    one.turn_to("4.1", at=at("12:30"))
    assert seconds_talked(one.talk) == {"4.1": 0, "4.2": 1800}


def test_a_turn_to_another_section_ends_the_time_of_an_item_of_this_one(one):
    one.turn_to("4.1", at=at("10:00"))
    one.turn_to("1.1", at=at("10:02"))
    assert seconds_talked(one.talk) == {"4.1": 120, "1.1": 0}
    assert timed(one.talk, "resources")["turned"] == "4.1"


def test_part_of_a_minute_is_left_as_a_whole_one(one):
    one.agree("4.1", "W", at="2026-03-03T10:00:01Z")
    assert minutes_left((pd.Timestamp(at("10:00")), 20), one.consensus["at"]) == 20


def test_the_page_tells_of_a_turn_with_its_own_time(one):
    screen = Discussion(ChooseAssessment(one.folder.parent)).screen
    screen.receive({"type": "turned", "item": "4.2", "at": "2026-03-03T10:00:00.250Z", "seq": 1})
    screen.receive({"type": "minutes", "minutes": 30, "seq": 2})
    rows = one.talk[["section", "item", "event", "by"]].values.tolist()
    assert rows == [
        ["resources", "4.2", "turned", "facilitator"], ["resources", "", "planned", "facilitator"],
    ]  # fmt: skip
    assert one.talk["at"].iloc[0] == pd.Timestamp("2026-03-03T10:00:00.250Z")
    assert (screen.state["time"]["minutes"], screen.state["time"]["turned"]) == (30, "4.2")
