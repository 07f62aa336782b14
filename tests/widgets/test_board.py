"""The board: it shows who has finished, asks before it reveals, and never holds what anybody said."""

import json
import shutil

import pytest

import assesslib as al
from assesslib.widgets import Board, ChooseAssessment

SECTION = "resources"
MEMBERS = [{"id": "ann", "name": "Ann", "organisation": "Org"}, {"id": "bob", "name": "<b>Bob</b>"}, {"id": "cas"}]


def made(folder, levels="GWS", comment="because"):
    one = al.create_assessment(folder / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)
    for item, level in zip(("4.1", "4.2"), levels, strict=False):
        one.rate("ann", item, level, comment=comment)
    one.rate("bob", "4.1", levels[2])
    one.record(SECTION, "opened")
    return one


@pytest.fixture
def one(tmp_path):
    return made(tmp_path)


@pytest.fixture
def board(one):
    return Board(ChooseAssessment(one.folder.parent))


def sent(board, **entry):
    """What Python answered to one entry of the page."""
    answers = []
    board.screen.send = answers.append
    board.screen.receive(entry | {"seq": 1})
    return answers


def events(one, *names):
    return one.progress[list(names or ("section", "event"))].values.tolist()


def test_the_open_section_is_shown_with_who_has_finished(board):
    state = board.screen.state
    assert state["section"] == SECTION
    assert [one for one in state["sections"] if one["id"] == SECTION] == [
        {"id": SECTION, "title": "4 Resources", "state": "open", "finished": 1, "expected": 3, "absent": []}
    ]
    assert [(one["name"], one["said"], one["finished"]) for one in state["members"]] == [
        ("Ann", "done, 2 of 2", True), ("<b>Bob</b>", "1 of 2", False), ("cas", "not begun", False),
    ]  # fmt: skip
    assert board.table.query("section == @SECTION")["answered"].tolist() == [2, 1, 0]


def test_before_anything_is_opened_the_first_section_is_next(tmp_path):
    al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")
    screen = Board(ChooseAssessment(tmp_path)).screen
    assert (screen.state["section"], screen.state["members"]) == ("preparing", [])
    assert "results" not in {one["id"] for one in screen.state["sections"]}


def test_closing_while_somebody_is_not_finished_asks_first(board, one):
    assert sent(board, type="close", section=SECTION) == [{"type": "saved", "seq": 1}]
    assert events(one) == [[SECTION, "opened"]]
    assert board.screen.state["question"] == {
        "type": "close", "section": SECTION,
        "text": "Not finished: <b>Bob</b> (1 of 2), cas (not begun). Close the section all the same and show what "
                "everybody said?",
    }  # fmt: skip
    sent(board, type="wait")
    assert (board.screen.state["question"], events(one)) == ({}, [[SECTION, "opened"]])


def test_a_yes_closes_and_it_is_recorded_who_by(board, one):
    sent(board, type="close", section=SECTION)
    sent(board, type="close", section=SECTION, sure=True)
    assert events(one, "section", "event", "by")[-1] == [SECTION, "closed", "facilitator"]
    assert board.screen.state["question"] == {}


def test_where_all_are_finished_or_absent_nothing_is_asked(board, one):
    one.rate("bob", "4.2", state="dont_know")
    sent(board, type="absent", section=SECTION, member="cas")
    assert events(one, "event", "member")[-1] == ["absent", "cas"]
    assert board.screen.state["members"][2]["said"] == "absent"
    assert board.screen.state["sections"][3]["absent"] == ["cas"]
    sent(board, type="close", section=SECTION)
    assert events(one)[-1] == [SECTION, "closed"]


def test_a_member_who_comes_after_all_is_expected_again(board, one):
    sent(board, type="absent", section=SECTION, member="cas")
    sent(board, type="present", section=SECTION, member="cas")
    assert board.screen.state["members"][2]["said"] == "not begun"


def test_opening_and_reopening(board, one):
    sent(board, type="open", section="processes")
    assert events(one)[-1] == ["processes", "opened"]
    sent(board, type="close", section="processes", sure=True)
    sent(board, type="reopen", section="processes")
    assert board.screen.state["question"]["text"] == (
        "The ratings of this section have been shown. Reopen it, so that members can still change theirs?"
    )
    sent(board, type="reopen", section="processes", sure=True)
    assert events(one)[-1] == ["processes", "reopened"]


def test_a_second_press_records_nothing_twice(board, one):
    sent(board, type="open", section="processes")
    before = events(one)
    sent(board, type="open", section="processes")
    assert events(one) == before


def test_looking_at_another_section_writes_nothing(board, one):
    sent(board, type="look", section="leadership")
    assert (board.screen.state["section"], events(one)) == ("leadership", [[SECTION, "opened"]])


def test_what_others_write_is_shown_when_it_looks(board, one):
    one.record(SECTION, "done", member="cas")
    board.screen._look()
    assert board.screen.state["members"][2]["said"] == "done, 0 of 2"


def test_nothing_that_was_said_is_in_the_board(tmp_path):
    states = []
    for name, levels in (("a", "GWS"), ("b", "DSG")):
        one = made(tmp_path / name, levels, comment=f"secret {levels}")
        board = Board(ChooseAssessment(one.folder.parent))
        states.append(json.dumps(board.screen.state) + json.dumps(board.screen.get_state(["state"])) + repr(board))
        assert (repr(board), repr(board.screen)) == ("Board", "BoardScreen")
        assert "secret" not in states[-1]
    assert states[0] == states[1]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"type": "close", "section": "resource", "sure": True},
         "column section: “resource” is not a section of this framework. Allowed: leadership, audit-strategies, "
         "people-partners, resources, processes; nearest: resources. Correct the cell."),
        ({"type": "dance"}, "“dance” is nothing this board can do."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_words(board, one, entry, text):
    assert sent(board, **entry) == [{"type": "refused", "seq": 1, "text": text}]
    assert events(one) == [[SECTION, "opened"]]
    assert board.screen.state["section"] == SECTION


def test_what_cannot_be_written_is_kept_and_written_later(board, one, monkeypatch):
    (one.folder / "progress.csv").rename(one.folder.parent / "aside")
    (one.folder / "progress.csv").mkdir()
    [answer] = sent(board, type="absent", section=SECTION, member="cas")
    assert answer["type"] == "waiting"
    assert answer["text"].startswith("NOT SAVED: ")
    (one.folder / "progress.csv").rmdir()
    shutil.move(one.folder.parent / "aside", one.folder / "progress.csv")
    board.screen.flush()
    assert events(one)[-1] == [SECTION, "absent"]


def test_choosing_another_assessment_shows_that_one(board, one):
    al.create_assessment(one.folder.parent / "two", framework="csit-collaborative-working", partnership="Two")
    choice = ChooseAssessment(one.folder.parent)
    board = Board(choice)
    before = board.screen
    choice.children[0].index = 1
    assert board.screen.assessment.name == "two"
    assert board.children == (board.screen,)
    assert before.comm is None


def test_without_an_assessment_there_is_nothing(tmp_path):
    board = Board(ChooseAssessment(tmp_path))
    assert (board.children, board.table.empty) == ((), True)
