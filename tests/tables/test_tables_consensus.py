"""What the team agreed, in words."""

import pytest

import assesslib as al
from assesslib.tables import agreed_levels

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"


@pytest.fixture
def made(tmp_path):
    return lambda framework: al.create_assessment(tmp_path / framework, framework=framework, partnership="Team")


def agreed(assessment):
    return agreed_levels(assessment.consensus, assessment.framework).set_index("item")


def test_every_item_stands_in_the_framework_s_order_with_its_words(made):
    table = agreed(made(CSIT))
    assert list(table.columns) == ["section", "section_title", "text", "agreed", "note", "dissent"]
    assert list(table.index) == [str(number) for number in range(1, 38)]
    assert set(table["agreed"]) == {"not settled yet"}
    assert table.loc["28", "text"] == "Technology is used to support collaborative working"
    assert set(table["note"]) == set(table["dissent"]) == {""}


def test_levels_and_states_are_said_in_words(made):
    team = made(CSIT)
    team.agree("3", "C", note="Near enough")
    team.agree("1", state="unresolved", dissent="Marek: a; the rest: d")
    team.agree("2", state="don't know")
    team.agree("4", state="Not applicable")
    team.agree("5", state="blank")
    assert agreed(team)["agreed"].tolist()[:6] == [
        "no consensus, views recorded",
        "don’t know",
        "c – We partly do this",
        "not applicable",
        "left blank",
        "not settled yet",
    ]
    assert agreed(team).loc["3", "note"] == "Near enough"
    assert agreed(team).loc["1", "dissent"] == "Marek: a; the rest: d"


def test_a_split_consensus_names_each_facet(made):
    team = made(CDRP)
    team.agree("2.1", "W", facet="local", note="Two ticks")
    team.agree("2.1", "S", facet="Nat", note="Two ticks", dissent="Police: W")
    team.agree("1.1", "G", facet="local")
    team.agree("1.1", state="dont_know", facet="national")
    assert agreed(team).loc[["1.1", "2.1"], "agreed"].tolist() == [
        "Local: G – Gap identified; National: don’t know",
        "Local: W – Working towards; National: S – Some success",
    ]
    assert agreed(team).loc["2.1", ["note", "dissent"]].tolist() == ["Two ticks", "Police: W"]


def test_a_change_of_mind_replaces_what_was_agreed(made):
    team = made(CDRP)
    team.agree("2.1", "W", facet="local", note="first")
    team.agree("2.1", "D", note="second")
    assert agreed(team).loc["2.1", ["agreed", "note"]].tolist() == ["D – Doing well", "second"]
