"""The facilitator's grid where the team looks back: what is typed in for last year never lands among today's."""

import pytest
from grid_entries import MEMBERS, enter, opened, shown, tell

import assesslib as al
from assesslib.widgets.rating_grid import HIDDEN


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS,
                                looking_back=True)  # fmt: skip


@pytest.fixture
def grid(team):
    return opened(team)


def recall(grid, member, item, level="", state="rated"):
    tell(grid, "rate", member=member, item=item, level=level, state=state, round=0)


def last_year(grid, member):
    return grid.state["last_year"][member]


def test_both_are_kept_apart_and_read_back(team, grid):
    enter(grid, "ann", "1.1", "W")
    recall(grid, "ann", "1.1", "S")
    recall(grid, "ann", "1.2", state="dont_know")
    for one in (grid, opened(al.open_assessment(team.folder))):
        assert one.asked["looking_back"] is True
        assert (shown(one, "ann"), last_year(one, "ann")) == ({"1.1": "W"}, {"1.1": "S", "1.2": "?"})
        assert one.table["ann"].tolist()[:2] == ["W", ""]
    rows = team.history[["subject", "round", "new", "by"]].values.tolist()
    assert rows == [["1.1", "1", "W", "facilitator"], ["1.1", "0", "S", "facilitator"],
                    ["1.2", "0", "dont_know", "facilitator"]]  # fmt: skip


def test_undo_takes_back_the_last_entry_of_either_and_says_of_which(grid):
    enter(grid, "ann", "1.1", "W")
    recall(grid, "ann", "1.1", "S")
    recall(grid, "ann", "1.1", "D")
    enter(grid, "ann", "1.1", "G")
    seen = []
    for _ in range(4):
        tell(grid, "undo")
        seen.append((grid.sent[-2]["round"], shown(grid, "ann")["1.1"], last_year(grid, "ann")["1.1"]))
    assert seen == [(1, "W", "D"), (0, "W", "S"), (0, "W", ""), (1, "", "")]


def test_a_block_pasted_for_last_year_goes_there_and_is_taken_back_whole(grid):
    enter(grid, "ann", "1.1", "D")
    tell(grid, "paste", member="ann", item="1.1", text="G\tW\nS\t?", round=0)
    assert grid.sent[-2]["text"] == (
        "4 answers entered from the clipboard for last year, seen from today (standards 1.1 to 1.2)."
    )
    assert (shown(grid, "ann"), last_year(grid, "ann")) == ({"1.1": "D"}, {"1.1": "G", "1.2": "S"})
    assert last_year(grid, "bob") == {"1.1": "W", "1.2": "?"}
    tell(grid, "undo")
    assert (shown(grid, "ann"), last_year(grid, "ann")) == ({"1.1": "D"}, {"1.1": "", "1.2": ""})


def test_what_a_member_said_alone_of_last_year_stays_hidden_until_the_section_is_closed(team, grid):
    team.rate("bob", "1.1", "D", round=0, by="bob")
    grid.refresh()
    assert (shown(grid, "bob"), last_year(grid, "bob")) == ({}, {"1.1": HIDDEN})
    recall(grid, "bob", "1.1", "G")
    assert grid.sent[-1]["text"] == ("Bob has answered this alone: it stays hidden until the section is closed.")
    enter(grid, "bob", "1.1", "G")
    team.record("leadership", "closed")
    grid.refresh()
    assert (shown(grid, "bob"), last_year(grid, "bob")) == ({"1.1": "G"}, {"1.1": "D"})


def test_last_year_is_never_late_and_fills_no_section(team, grid):
    team.record("leadership", "closed", at="2026-01-01T09:00:00Z")
    for member in ("ann", "bob", "cas"):
        for item in team.framework.section("leadership").items:
            recall(grid, member, item.id, "G")
    assert grid.state["late"] == {}
    assert opened(team).section == "leadership"
