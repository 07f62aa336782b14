"""The journal of the talk: minutes planned and turns to items, kept like every other journal."""

import pandas as pd
import pytest

import assesslib as al
from assesslib.assessment.fingerprint import fingerprint
from assesslib.check import check

HEAD = "at,section,item,event,minutes,by\n"
SECTIONS = "Allowed: preparing, establishing, joined-up, delivery, maintaining, review, results"
KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"


def at(minute):
    return f"2026-03-03T09:{minute:02}:00Z"


def rows(team):
    return team.talk[["section", "item", "event", "minutes"]].astype("object").where(
        team.talk[["section", "item", "event", "minutes"]].notna(), None).values.tolist()  # fmt: skip


def test_a_plan_and_a_turn_are_on_the_disk_when_they_return(team):
    team.plan("preparing", 45, by="facilitator", at=at(1))
    row = team.turn_to("7", at=at(2))
    assert row == {
        "at": "2026-03-03T09:02:00.000000Z", "section": "establishing", "item": "7", "event": "turned", "minutes": "",
        "by": "",
    }  # fmt: skip
    assert (team.folder / "talk.csv").read_text("utf-8-sig") == HEAD + (
        '2026-03-03T09:01:00.000000Z,preparing,,planned,45,"facilitator"\n'
        '2026-03-03T09:02:00.000000Z,establishing,7,turned,,""\n'
    )
    assert rows(team) == [["preparing", "", "planned", 45], ["establishing", "7", "turned", None]]
    assert al.open_assessment(team.folder).talk.equals(team.talk)


def test_a_folder_of_before_there_was_this_journal_is_left_as_it_was(team):
    team.record("preparing", "opened", at=at(1))
    before = (team.folder / "progress.csv").read_bytes()
    assert team.talk.empty
    team.plan("preparing", 45)
    assert (team.folder / "progress.csv").read_bytes() == before
    assert team.faults == ()


def test_plans_are_in_the_history_with_what_they_replaced(team):
    team.plan("preparing", 45, at=at(1))
    team.plan("preparing", 0, at=at(2))
    team.turn_to("1", at=at(3))
    assert team.history[["journal", "subject", "old", "new"]].values.tolist() == [
        ["talk", "preparing", "", "45 minutes planned"],
        ["talk", "preparing", "45 minutes planned", "0 minutes planned"],
        ["talk", "1", "", "turned"],
    ]


def test_a_conflicted_copy_is_read_with_it_and_a_torn_line_is_told(team, put):
    put("talk.csv", HEAD + f"{at(1)},preparing,,planned,45,\n{at(3)},preparing,2,tur")
    put("talk (Ann's conflicted copy).csv", HEAD + f"{at(2)},preparing,1,turned,,\n")
    assert rows(team) == [["preparing", "", "planned", 45], ["preparing", "1", "turned", None]]
    assert [str(fault) for fault in team.faults] == [
        "“talk (Ann's conflicted copy).csv” is read together with talk.csv.",
        f"talk.csv, row 3: “{at(3)},preparing,2,tur” was never finished (the program was stopped while writing it) "
        "and is left out.",
    ]
    assert all(fault.handled for fault in team.faults)


def test_every_fault_of_a_row_is_said_with_its_place_and_the_row_set_aside(team, put):
    put("talk.csv", HEAD
        + f"{at(1)},prepare,,planned,many,\n"
        + f"{at(2)},,99,turned,,\n"
        + f"{at(3)},preparing,,plan,45,\n"
        + f"{at(4)},,,planned,45,\n"
        + f"{at(5)},,,turned,,\n")  # fmt: skip
    assert rows(team) == []
    assert [str(fault) for fault in team.faults] == [
        f"talk.csv, row 2, column section: “prepare” is not a section of this framework. {SECTIONS}; "
        "nearest: preparing. Correct the cell.",
        "talk.csv, row 2, column minutes: “many” is no time for a talk. Give whole minutes from 0 to 9999.",
        f"talk.csv, row 3, column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. "
        "Correct the cell.",
        "talk.csv, row 4, column event: “plan” is not an event of a talk. Allowed: planned, turned; nearest: planned. "
        "Correct the cell.",
        f"talk.csv, row 5, column section: The section is missing. {SECTIONS}. Give one of these.",
        f"talk.csv, row 6, column item: The item is missing. {KEY_FEATURES}. Give one of these.",
    ]


def test_check_takes_the_journal_for_its_folder(team, put):
    path = put("talk.csv", HEAD + f"{at(1)},review,,planned,,\n")
    assert [str(fault) for fault in check(path)] == [
        f"{path}, row 2, column minutes: The minutes are missing. Give whole minutes from 0 to 9999."
    ]


@pytest.mark.parametrize(
    ("write", "given", "text"),
    [
        ("plan", ("preparing", -5), "column minutes: “-5” is no time for a talk. Give whole minutes from 0 to 9999."),
        ("plan", ("preparing", 2.5), "column minutes: “2.5” is no time for a talk. Give whole minutes from 0 to 9999."),
        ("turn_to", ("99",), f"column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. "
                             "Correct the cell."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_not_written(team, write, given, text):
    with pytest.raises(al.FaultsError) as error:
        getattr(team, write)(*given)
    assert str(error.value) == text
    assert not (team.folder / "talk.csv").exists()


def test_the_frame_has_the_same_types_empty_and_full(team):
    empty = team.talk.dtypes
    team.turn_to("1")
    assert team.talk.dtypes.equals(empty)
    team.plan("review", 20)
    assert team.talk.dtypes.equals(empty)
    assert team.talk["minutes"].tolist() == [pd.NA, 20]


def test_the_talk_is_no_part_of_the_record_that_is_signed(team):
    before = fingerprint(team.folder)
    team.plan("preparing", 45)
    team.turn_to("1")
    assert fingerprint(team.folder) == before
