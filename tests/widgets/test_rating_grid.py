"""The facilitator's grid: what it writes, what it keeps from sight, what it takes back."""

import json

import pytest
from grid_entries import MEMBERS, enter, opened, rows, shown, tell

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables import board, late
from assesslib.widgets import ChooseAssessment, PaperForms, RatingGrid
from assesslib.widgets.rating_grid import HIDDEN


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


@pytest.fixture
def grid(team):
    return opened(team)


def test_it_asks_for_what_the_framework_has(grid):
    assert grid.asked["members"] == [
        {"id": "ann", "name": "Ann", "about": "chair, Trust"},
        {"id": "bob", "name": "Bob", "about": ""},
        {"id": "cas", "name": "cas", "about": ""},
    ]
    assert [len(section["items"]) for section in grid.asked["sections"]] == [5, 4, 4, 2, 5]
    assert grid.asked["levels"][3] == {"code": "D", "label": "Doing well"}
    nothing = {"ann": {}, "bob": {}, "cas": {}}
    assert grid.state == {"answers": nothing, "last_year": nothing, "late": {}, "absent": {}, "closed": []}


def test_its_repr_says_nothing_of_what_is_in_it(grid):
    enter(grid, "ann", "1.1", "G")
    assert repr(grid) == "RatingGrid"


def test_an_answer_is_in_the_member_s_own_file_and_says_who_entered_it(team, grid):
    enter(grid, "ann", "1.1", "g")
    enter(grid, "ann", "1.2", state="dont_know")
    enter(grid, "bob", "1.1", state="not_applicable")
    assert rows(team, "ann") == [("1.1", "", "G", "facilitator"), ("1.2", "", "dont_know", "facilitator")]
    assert rows(team, "bob") == [("1.1", "", "not_applicable", "facilitator")]
    assert rows(team, "cas") == []
    assert grid.state["answers"] == {"ann": {"1.1": "G", "1.2": "?"}, "bob": {"1.1": "–"}, "cas": {}}
    assert grid.sent == [{"type": "saved", "seq": seq} for seq in (1, 2, 3)]


def test_a_grid_opened_anew_shows_all_that_was_entered(team, grid):
    enter(grid, "ann", "1.1", "G")
    enter(grid, "bob", "1.2", state="dont_know")
    tell(grid, "absent", section="leadership", member="cas")
    assert opened(team).state == grid.state
    assert grid.state["answers"] == {"ann": {"1.1": "G"}, "bob": {"1.2": "?"}, "cas": {}}


def test_who_enters_can_be_named(team):
    grid = opened(team, by="Dee")
    enter(grid, "ann", "1.1", "G")
    assert rows(team, "ann") == [("1.1", "", "G", "Dee")]
    assert shown(grid, "ann") == {"1.1": "G"}


def test_clearing_is_a_row_of_its_own(team, grid):
    enter(grid, "ann", "1.1", "G")
    enter(grid, "ann", "1.1", state="blank")
    assert rows(team, "ann") == [("1.1", "", "G", "facilitator"), ("1.1", "", "blank", "facilitator")]
    assert shown(grid, "ann") == {"1.1": ""}


def test_the_same_answer_again_writes_nothing_and_is_saved(team, grid):
    enter(grid, "ann", "1.1", "G")
    enter(grid, "ann", "1.1", "G")
    assert len(rows(team, "ann")) == 1
    assert [message["type"] for message in grid.sent] == ["saved", "saved"]


def test_a_comment_that_stands_is_carried_along(team, grid):
    team.rate("ann", "1.1", "G", comment="Not yet signed", by="facilitator")
    enter(grid, "ann", "1.1", "W")
    assert team.ratings_of("ann").iloc[0][["level", "comment"]].tolist() == ["W", "Not yet signed"]


def test_it_begins_with_the_first_section_that_is_not_full(team):
    for item in ("1.1", "1.2", "1.3", "1.4", "1.5"):
        for member in ("ann", "bob"):
            team.rate(member, item, "G")
    assert opened(team).section == "leadership"
    team.record("leadership", "absent", member="cas")
    assert opened(team).section == "audit-strategies"
    assert opened(team, section="processes").section == "processes"
    with pytest.raises(FaultsError, match="“nowhere” is not a section of"):
        RatingGrid(team, "nowhere")


def test_what_a_member_answered_alone_is_a_dot_until_the_section_is_closed(team, grid):
    team.rate("ann", "1.1", "D", by="ann", comment="secret words")
    team.rate_split("bob", "1.1", {"local": "G", "national": "W"}, by="bob")
    team.rate("cas", "2.1", "S", by="cas")
    grid.refresh()
    assert grid.state["answers"] == {"ann": {"1.1": HIDDEN}, "bob": {"1.1": HIDDEN}, "cas": {"2.1": HIDDEN}}
    assert "secret" not in json.dumps(grid.get_state(), default=str)
    team.record("leadership", "closed")
    grid.refresh()
    assert grid.state["answers"] == {"ann": {"1.1": "D"}, "bob": {"1.1": "G/W"}, "cas": {"2.1": HIDDEN}}
    assert grid.state["closed"] == ["leadership"]
    team.record("leadership", "reopened")
    grid.refresh()
    assert shown(grid, "ann") == {"1.1": HIDDEN}


def test_what_is_given_after_a_section_was_closed_is_late_as_the_table_has_it(team, grid):
    enter(grid, "ann", "1.1", "G")
    enter(grid, "bob", "1.1", "G")
    enter(grid, "ann", "2.1", "G")
    team.record("leadership", "closed")
    grid.refresh()
    assert grid.state["late"] == {}
    enter(grid, "bob", "1.1", "W")
    enter(grid, "cas", "1.2", state="dont_know")
    enter(grid, "ann", "1.1", state="blank")
    team.rate_split("ann", "1.3", {"local": "G", "national": "W"}, by="ann")
    enter(grid, "ann", "2.1", "W")
    assert grid.state["late"] == {"ann": ["1.3"], "bob": ["1.1"], "cas": ["1.2"]}
    table = late(team.ratings, team.progress).query("late and state != 'blank'")
    assert set(zip(table["member"], table["item"], strict=True)) == {("ann", "1.3"), ("bob", "1.1"), ("cas", "1.2")}
    for event in ("reopened", "closed"):
        team.record("leadership", event)
        grid.refresh()
        assert grid.state["late"] == {"ann": ["1.3"], "bob": ["1.1"], "cas": ["1.2"]}


def test_a_member_is_finished_on_the_board_for_as_long_as_every_cell_of_theirs_is_filled(team, grid):
    def finished():
        rows = board(team).query("section == 'resources'")
        return dict(zip(rows["member"], rows["finished"], strict=True))

    enter(grid, "ann", "4.1", "G")
    assert finished() == {"ann": False, "bob": False, "cas": False}
    enter(grid, "ann", "4.2", state="dont_know")
    tell(grid, "paste", text="g\tg\nw\tn/a", item="4.1", member="bob")
    assert finished() == {"ann": True, "bob": True, "cas": True}
    enter(grid, "ann", "4.1", state="blank")
    tell(grid, "undo")
    tell(grid, "undo")
    assert finished() == {"ann": True, "bob": False, "cas": False}
    assert team.progress.empty


def test_what_a_member_answered_alone_is_not_written_over(team, grid):
    team.rate("ann", "1.1", "D", by="ann")
    enter(grid, "ann", "1.1", "G")
    reason = "Ann has answered this alone: it stays hidden until the section is closed."
    assert grid.sent == [{"type": "refused", "seq": 1, "text": reason}]
    team.record("leadership", "closed")
    enter(grid, "ann", "1.1", "G")
    assert rows(team, "ann") == [("1.1", "", "D", "ann"), ("1.1", "", "G", "facilitator")]


def test_a_facilitator_who_is_a_member_is_hidden_from_the_grid_too(team):
    team.rate("bob", "1.1", "D", by="bob")
    assert shown(opened(team, by="bob"), "bob") == {"1.1": HIDDEN}


def test_absent_members_are_recorded_and_can_come_back(team, grid):
    tell(grid, "absent", section="leadership", member="bob")
    assert grid.state["absent"] == {"leadership": ["bob"]}
    enter(grid, "bob", "1.1", "G")
    enter(grid, "bob", "2.1", "G")
    assert grid.sent[1]["text"] == "Bob is marked absent from this section."
    tell(grid, "present", section="leadership", member="bob")
    enter(grid, "bob", "1.1", "W")
    assert grid.state["absent"] == {}
    assert [row[:3] for row in rows(team, "bob")] == [("2.1", "", "G"), ("1.1", "", "W")]
    assert team.progress[["section", "event", "member", "by"]].values.tolist() == [
        ["leadership", "absent", "bob", "facilitator"], ["leadership", "present", "bob", "facilitator"],
    ]  # fmt: skip


def test_several_answers_of_a_member_are_written_together_or_not_at_all(team):
    written = team.rate_many("ann", [{"item": "1.1", "level": "g"}, {"item": "1.2", "state": "dont_know"}], by="dee")
    assert [(row["item"], row["state"], row["level"], row["by"]) for row in written] == [
        ("1.1", "rated", "G", "dee"), ("1.2", "dont_know", "", "dee"),
    ]  # fmt: skip
    with pytest.raises(FaultsError, match="“9.9” is none of this framework’s standards"):
        team.rate_many("ann", [{"item": "1.3", "level": "G"}, {"item": "9.9", "level": "G"}])
    assert len(rows(team, "ann")) == 2


def test_a_team_without_members_has_an_empty_grid(tmp_path):
    empty = al.create_assessment(tmp_path / "no", framework="cdrp-dat-partnership", partnership="No")
    assert opened(empty).state == {"answers": {}, "last_year": {}, "late": {}, "absent": {}, "closed": []}


def test_its_table_is_what_the_cells_show(team, grid):
    enter(grid, "ann", "1.2", "g")
    team.rate("bob", "1.1", "D", by="bob")
    assert list(grid.table.columns) == ["item", "ann", "bob", "cas"]
    assert grid.table.head(2).values.tolist() == [["1.1", "", HIDDEN, ""], ["1.2", "G", "", ""]]
    assert len(grid.table) == 20


def test_paper_forms_follow_the_choice(team, tmp_path):
    al.create_assessment(tmp_path / "two", framework="csit-collaborative-working", partnership="Two", members=MEMBERS)
    choice = ChooseAssessment(tmp_path)
    forms = PaperForms(choice)
    before = forms.screen.asked["term"]
    choice.children[0].index = 1
    assert {before, forms.screen.asked["term"]} == {"standard", "key feature"}
    assert repr(forms) == "PaperForms"
