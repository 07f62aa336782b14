"""The facilitator's grid: what is taken back, what is pasted as a block, what could not be written at once."""

import errno
import os

import pytest
from grid_entries import MEMBERS, enter, opened, rows, shown, tell

import assesslib as al
from assesslib.widgets import capture
from assesslib.widgets.rating_grid import HIDDEN


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


@pytest.fixture
def grid(team):
    return opened(team)


def test_a_disk_that_is_full_is_said_at_once_and_the_answer_is_written_when_there_is_room(team, grid, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    enter(grid, "ann", "1.1", "G")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        enter(grid, "ann", "1.2", "W")
        assert grid.sent[-1] == {
            "type": "waiting", "seq": 2,
            "text": "NOT SAVED: the disk is full. What you entered is kept here and tried again every second.",
        }  # fmt: skip
    grid.flush()
    assert grid.sent[-1] == {"type": "saved", "seq": 2}
    assert shown(grid, "ann") == {"1.1": "G", "1.2": "W"}


def test_undo_takes_back_one_entry_at_a_time(team, grid):
    enter(grid, "ann", "1.1", "G")
    enter(grid, "ann", "1.1", "W")
    enter(grid, "bob", "2.1", "D")
    grid.sent.clear()
    for _ in range(4):
        tell(grid, "undo")
    assert [row[:3] for row in rows(team, "ann")] == [
        ("1.1", "", "G"), ("1.1", "", "W"), ("1.1", "", "G"), ("1.1", "", "blank"),
    ]  # fmt: skip
    assert shown(grid, "bob") == {"2.1": ""}
    assert grid.sent[0] == {"type": "undone", "section": "audit-strategies", "item": "2.1", "member": "bob",
                            "round": 1, "text": "Taken back: 1 answer."}  # fmt: skip
    assert grid.sent[-1] == {"type": "refused", "seq": 7, "text": "There is nothing to undo."}


def test_undo_brings_back_a_split_answer(team, grid):
    team.rate_split("ann", "1.1", {"local": "G", "national": "W"}, by="facilitator", comment="why")
    grid.refresh()
    assert shown(grid, "ann") == {"1.1": "G/W"}
    before = team.ratings_of("ann").drop(columns="at")
    enter(grid, "ann", "1.1", "D")
    tell(grid, "undo")
    assert shown(grid, "ann") == {"1.1": "G/W"}
    assert team.ratings_of("ann").drop(columns="at").equals(before)


def test_undo_leaves_what_the_member_said_since(team, grid):
    enter(grid, "ann", "1.1", "G")
    team.rate("ann", "1.1", "D", by="ann")
    tell(grid, "undo")
    assert grid.sent[-1]["text"] == (
        "This cannot be taken back: Ann has answered this alone: it stays hidden until the section is closed."
    )
    assert len(rows(team, "ann")) == 2


def test_a_block_is_entered_at_the_cursor_and_reported(team, grid):
    team.rate("cas", "1.2", "D", by="cas")
    tell(grid, "paste", text="g\tx\n4\tn/a\n\t?\td\n", item="1.2", member="bob")
    assert [row[:3] for row in rows(team, "bob")] == [("1.2", "", "G"), ("1.3", "", "D")]
    assert grid.state["answers"]["cas"] == {"1.2": HIDDEN, "1.3": "–", "1.4": "?"}
    do = "Use G, W, S, D, a number from 1 to 4, the words of a level, ? or n/a, or leave the cell empty."
    assert grid.sent == [
        {"type": "pasted", "notes": [],
         "text": "4 answers entered from the clipboard (standards 1.2 to 1.4). 2 cells could not be entered:",
         "faults": [
             f"row 1, column 2 (cas, standard 1.2): “x” is not an answer. {do}",
             "row 3, column 3 (standard 1.4): “d” stands in a column that is no member’s. "
             "Begin further left, or name the member above it.",
         ]},
        {"type": "saved", "seq": 1},
    ]  # fmt: skip


def test_a_block_leaves_members_own_answers_and_absent_members(team, grid):
    team.rate("ann", "1.1", "D", by="ann")
    team.record("leadership", "absent", member="bob")
    tell(grid, "paste", text="No.\tAnn\tBob\tcas\n1.1\tg\tg\tg", item="5.5", member="cas")
    assert [row[:3] for member in ("ann", "bob", "cas") for row in rows(team, member)] == [
        ("1.1", "", "D"), ("1.1", "", "G"),
    ]  # fmt: skip
    assert grid.sent[0] == {
        "type": "pasted",
        "text": "1 answer entered from the clipboard. 2 cells could not be entered:",
        "notes": ["The first row was read as the members’ names.",
                  "The first column was read as the numbers of the rows."],
        "faults": [
            "row 2, column 2 (Ann, standard 1.1): “g” was not entered: Ann has answered this alone: "
            "it stays hidden until the section is closed.",
            "row 2, column 3 (Bob, standard 1.1): “g” was not entered: Bob is marked absent from this section.",
        ],
    }  # fmt: skip


def test_a_block_of_nothing_readable_writes_nothing(team, grid):
    tell(grid, "paste", text="zz", item="1.1", member="ann")
    assert rows(team, "ann") == []
    assert grid.sent[0]["text"] == "0 answers entered from the clipboard. 1 cell could not be entered:"


def test_a_block_is_taken_back_as_a_whole(team, grid):
    enter(grid, "ann", "1.1", "D")
    tell(grid, "paste", text="g\tg\ng\tg\n", item="1.1", member="ann")
    tell(grid, "undo")
    assert grid.state["answers"] == {"ann": {"1.1": "D", "1.2": ""}, "bob": {"1.1": "", "1.2": ""}, "cas": {}}
    assert grid.sent[-2]["text"] == "Taken back: 4 answers."


def test_what_could_not_be_written_waits_and_can_still_be_undone(team, grid, monkeypatch):
    tried = []
    monkeypatch.setattr(capture, "once", lambda seconds, call: tried.append(call))
    kept = (team.folder / "ratings").rename(team.folder / "elsewhere")
    (team.folder / "ratings").write_text("in the way")
    tell(grid, "paste", text="g\tg\n", item="1.1", member="ann")
    assert [(message["type"], message["seq"]) for message in grid.sent] == [("waiting", 1)]
    (team.folder / "ratings").unlink()
    kept.rename(team.folder / "ratings")
    tried[0]()
    assert [row[:3] for row in rows(team, "bob")] == [("1.1", "", "G")]
    tell(grid, "undo")
    assert grid.state["answers"] == {"ann": {"1.1": ""}, "bob": {"1.1": ""}, "cas": {}}


def test_a_block_half_written_is_completed_without_writing_twice(team, grid, monkeypatch):
    monkeypatch.setattr(capture, "once", lambda seconds, call: None)
    (team.folder / "ratings" / "bob.csv").mkdir()
    tell(grid, "paste", text="g\tw\n", item="1.1", member="ann")
    assert grid.sent[-1]["type"] == "waiting"
    (team.folder / "ratings" / "bob.csv").rmdir()
    grid.flush()
    assert [row[:3] for member in ("ann", "bob") for row in rows(team, member)] == [("1.1", "", "G"), ("1.1", "", "W")]
    tell(grid, "undo")
    assert grid.state["answers"] == {"ann": {"1.1": ""}, "bob": {"1.1": ""}, "cas": {}}


def test_what_others_write_is_seen_and_what_is_unknown_is_refused(team, grid):
    opened(team).receive({"type": "rate", "seq": 1, "member": "cas", "item": "1.1", "level": "S"})
    grid._look()
    assert shown(grid, "cas") == {"1.1": "S"}
    enter(grid, "ann", "1.1", "z")
    tell(grid, "dance")
    assert [message["text"] for message in grid.sent] == [
        "column level: “z” is not a level of this scale. Allowed: G, W, S, D; nearest: W. Correct the cell.",
        "“dance” is nothing this grid can do.",
    ]
