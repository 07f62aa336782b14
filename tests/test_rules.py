"""What may be said of an item, and what is said of a row that says else."""

import pytest

from assesslib.framework import load_framework
from assesslib.rules import AGREED_STATES, is_plain, placed, plain_answers, row_faults, tidied

CSIT = load_framework("csit-collaborative-working")
CDRP = load_framework("cdrp-dat-partnership")
KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"


def tidy(framework=CSIT, **cells):
    return tidied({"item": "1", **cells}, framework)


def faults(framework=CSIT, **cells):
    return [str(fault) for fault in row_faults(tidy(framework, **cells), framework)]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("don't know", "dont_know"),
        ("Don’t know", "dont_know"),
        ("Dont Know", "dont_know"),
        ("DON`T  KNOW ", "dont_know"),
        ("dont-know", "dont_know"),
        ("Not applicable", "not_applicable"),
        ("NOT-APPLICABLE", "not_applicable"),
        ("not_applicable", "not_applicable"),
        (" Blank\t", "blank"),
        ("", "blank"),
    ],
)
def test_a_state_may_be_spelt_as_people_spell_it(said, state):
    assert tidy(state=said)["state"] == state
    assert faults(state=said) == []


def test_a_level_may_stand_in_the_other_case_and_with_spaces():
    assert tidy(level=" C ")["level"] == "c"
    assert tidy(CDRP, item=" 1.1 ", level="g")["level"] == "G"
    assert faults(CDRP, item=" 1.1 ", level="g") == []


@pytest.mark.parametrize("framework", [CSIT, CDRP])
def test_a_level_may_be_given_by_its_label(framework):
    for level in framework.levels:
        for label in (level.label, level.label.upper(), f" {level.label.replace(' ', '  ')} "):
            assert tidy(framework, item=framework.items[0].id, level=label)["level"] == level.code
    assert faults(CDRP, item="1.1", level="gap identified") == []


@pytest.mark.parametrize("facet", ["national", "National", " NATIONAL ", "Nat"])
def test_a_declared_facet_may_be_called_by_its_name_or_its_mark(facet):
    assert tidy(CDRP, facet=facet, level="G")["facet"] == "national"


def test_any_other_facet_stays_as_it_was_written():
    assert tidy(facet=" Leisure ")["facet"] == "Leisure"
    assert tidy(CDRP, facet="")["facet"] == ""


def test_a_level_alone_is_a_rating_and_with_a_facet_a_split_one():
    assert tidy(level="c") == {"item": "1", "level": "c", "facet": "", "round": "1", "state": "rated"}
    assert tidy(level="c", facet="Leisure")["state"] == "split"
    assert tidy(level="c", facet="Leisure", state="rated")["state"] == "split"
    assert tidy()["state"] == "blank"


def test_other_cells_are_left_alone():
    cells = {"item": "1", "comment": "  spaced  ", "at": "soon"}
    assert tidied(cells, CSIT) | cells == tidied(cells, CSIT)
    assert cells == {"item": "1", "comment": "  spaced  ", "at": "soon"}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"level": "f"},
         "column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. Correct the cell."),
        ({"level": "3"},
         "column level: “3” is not a level of this scale. Allowed: a, b, c, d, e. Correct the cell."),
        ({"level": "Nearly there"},
         "column level: “Nearly there” is not a level of this scale. Allowed: a, b, c, d, e. Correct the cell."),
        ({"state": "Don’t-Care"},
         "column state: “Don’t-Care” is not a state. Allowed: rated, split, blank, not_applicable, dont_know; "
         "nearest: dont_know. Correct the cell."),
        ({"item": "99", "level": "a"},
         f"column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. Correct the cell."),
        ({"item": " ", "level": "a"}, "column item: The key feature is missing. Say what was rated."),
        ({"level": "a", "round": "3"},
         "column round: “3” is not a round. Allowed: 0, 1, 2; nearest: 2. Correct the cell."),
        ({"state": "dunno"},
         "column state: “dunno” is not a state. Allowed: rated, split, blank, not_applicable, dont_know; "
         "nearest: dont_know. Correct the cell."),
        ({"state": "unresolved"},
         "column state: “unresolved” is not a state. Allowed: rated, split, blank, not_applicable, dont_know; "
         "nearest: rated. Correct the cell."),
        ({"state": "don't know", "level": "c"},
         "column level: “c” is a level where the state is dont_know. Empty the cell, or make the state rated."),
        ({"state": "rated"},
         "column level: The level is missing where the state is rated. Allowed: a, b, c, d, e. "
         "Give a level, or make the state blank."),
        ({"state": "split", "level": "c"},
         "column facet: A split rating must say which facet each level is for. "
         "Give a facet, or make the state rated."),
    ],
)  # fmt: skip
def test_each_fault_says_what_is_wrong_what_is_allowed_and_what_to_do(cells, message):
    assert faults(**cells) == [message]


def test_a_facet_that_is_not_declared_is_a_fault_where_some_are():
    assert faults(CDRP, item="1.1", level="G", facet="natonal") == [
        "column facet: “natonal” is not a facet of this framework. Allowed: local, national; nearest: national. "
        "Correct the cell."
    ]
    assert faults(CSIT, level="c", facet="natonal") == []


def test_all_faults_of_a_row_are_said_at_once():
    found = faults(item="99", round="x", state="maybe", level="z")
    assert [fault.partition(":")[0] for fault in found] == [
        "column item", "column round", "column state", "column level",
    ]  # fmt: skip


def test_a_team_may_leave_a_level_unresolved_and_a_member_may_not():
    cells = tidy(state="unresolved")
    assert row_faults(cells, CSIT, AGREED_STATES) == []
    assert len(row_faults(cells, CSIT)) == 1


def test_an_unresolved_item_has_no_level():
    cells = tidy(state="unresolved", level="c")
    assert [str(fault) for fault in row_faults(cells, CSIT, AGREED_STATES)] == [
        "column level: “c” is a level where the state is unresolved. Empty the cell, or make the state rated."
    ]


def test_the_words_are_the_framework_s_own():
    assert faults(CDRP, item="", level="G") == ["column item: The standard is missing. Say what was rated."]
    [message] = faults(CDRP, item="1.11", level="G")
    assert message.startswith("column item: “1.11” is none of this framework’s standards. Allowed: 1.1, 1.2, ")


def test_faults_are_given_the_place_where_they_stand():
    [fault] = placed(row_faults(tidy(level="f"), CSIT), "ann.csv", 7)
    assert str(fault) == (
        "ann.csv, row 7, column level: “f” is not a level of this scale. "
        "Allowed: a, b, c, d, e; nearest: e. Correct the cell."
    )


@pytest.mark.parametrize("framework", [CSIT, CDRP])
def test_plain_answers_are_left_as_they_are_and_have_no_fault(framework):
    answers = plain_answers(framework)
    assert len(answers) == len(framework.items) * 3 * (len(framework.codes) + 3)
    assert all(is_plain(answer, framework) for answer in answers)


@pytest.mark.parametrize("answer", [
    ("1.1", "", "1", "rated", "g"), (" 1.1", "", "1", "rated", "G"), ("1.1", "", "", "rated", "G"),
    ("1.1", "Local", "1", "split", "G"), ("9.9", "", "1", "rated", "G"), ("1.1", "", "1", "rated", ""),
])  # fmt: skip
def test_an_answer_spelt_otherwise_or_faulty_is_not_plain(answer):
    assert not is_plain(answer, CDRP)
