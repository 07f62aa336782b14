"""The facilitator's grid: what it writes, what it keeps from sight, what it takes back."""

import json

import pytest

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.widgets import ChooseAssessment, PaperForms, RatingGrid, capture
from assesslib.widgets.rating_grid import HIDDEN

MEMBERS = [{"id": "ann", "name": "Ann", "role": "chair", "organisation": "Trust"}, {"id": "bob", "name": "Bob"},
           {"id": "cas"}]  # fmt: skip


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


@pytest.fixture
def grid(team):
    return opened(team)


def opened(team, **options):
    made = RatingGrid(team, **options)
    made.sent = []
    made.send = lambda message, *_: made.sent.append(message)
    made.count = iter(range(1, 1000))
    return made


def enter(grid, member, item, level="", state="rated"):
    tell(grid, "rate", member=member, item=item, level=level, state=state)


def tell(grid, kind, **said):
    grid.receive({"type": kind, "seq": next(grid.count), **said})


def rows(team, member):
    found = team.history.query("journal == 'ratings' and member == @member")
    return list(found[["subject", "facet", "new", "by"]].itertuples(index=False, name=None))


def shown(grid, member):
    return grid.state["answers"][member]


def test_it_asks_for_what_the_framework_has(grid):
    assert grid.asked["members"] == [
        {"id": "ann", "name": "Ann", "about": "chair, Trust"},
        {"id": "bob", "name": "Bob", "about": ""},
        {"id": "cas", "name": "cas", "about": ""},
    ]
    assert [len(section["items"]) for section in grid.asked["sections"]] == [5, 4, 4, 2, 5]
    assert grid.asked["levels"][3] == {"code": "D", "label": "Doing well"}
    assert grid.state == {"answers": {"ann": {}, "bob": {}, "cas": {}}, "absent": {}, "closed": []}


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
                            "text": "Taken back: 1 answer."}  # fmt: skip
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
    assert opened(empty).state == {"answers": {}, "absent": {}, "closed": []}


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
