"""Goals and actions: what each lacks, and whether what it points to is there."""

import pytest

import assesslib as al
from assesslib.places import shipped
from assesslib.tables.audits.goals import goal_audit

WHOLE = {"owner": "Ann", "due": "2026-09-30", "measure": "Signed"}


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One")


def column(team, name):
    return goal_audit(team)[name].tolist()


@pytest.mark.parametrize(
    ("given", "lacks", "said"),
    [
        ({}, "no owner, no date, no measure", "has no owner, no date and no measure."),
        ({"owner": "Ann", "due": " "}, "no date, no measure", "has no date and no measure."),
        ({"owner": "Ann", "measure": "Signed"}, "no date", "has no date."),
        (WHOLE, "", "has an owner, a date and a measure."),
    ],
)
def test_what_a_goal_lacks_is_named(team, given, lacks, said):
    team.add_note("goal", "Agree a plan.", id="goal-1", item="1.1", **given)
    row = goal_audit(team).iloc[0].to_dict()
    whole = {"owner": "", "due": "", "measure": ""} | given
    assert row | {"due": row["due"].strip(), "words": row["words"]} == {
        "id": "goal-1", "kind": "goal", "item": "1.1", "text": "Agree a plan.", **whole,
        "due": whole["due"].strip(), "lacks": lacks, "points_to": "", "resolved": True,
        "words": f"The goal at standard 1.1, “Agree a plan”, {said}",
    }  # fmt: skip


def test_a_pointer_stands_for_goals_and_lacks_nothing_itself(team):
    team.add_note("goal", "One", id="a", item="1.1")
    team.add_note("goal", "As 1.1.", id="b", item="1.2")
    team.add_note("goal", "See 1.2", id="c", item="1.3")
    found = goal_audit(team).set_index("id")
    assert found.loc[["b", "c"], ["lacks", "points_to", "resolved"]].to_numpy().tolist() == [
        ["", "1.1", True], ["", "1.2", True],
    ]  # fmt: skip
    assert found.loc["b", "words"] == (
        "The goal at standard 1.2, “As 1.1”, stands for what is noted at standard 1.1: 1 goal."
    )
    team.add_note("goal", "Two", id="d", item="1.1")
    assert goal_audit(team).set_index("id").loc["b", "words"] == (
        "The goal at standard 1.2, “As 1.1”, stands for what is noted at standard 1.1: 2 goals."
    )


@pytest.mark.parametrize(
    ("text", "to", "said"),
    [
        ("As 9.9.", "9.9", "The goal at standard 1.2, “As 9.9”, points to 9.9, which is none of the standards."),
        ("As 1.1", "1.1",
         "The goal at standard 1.2, “As 1.1”, points to standard 1.1, where no goal is written out."),
        ("As 1.2", "1.2",
         "The goal at standard 1.2, “As 1.2”, points to standard 1.2, where no goal is written out."),
    ],
)  # fmt: skip
def test_a_pointer_to_nothing_dangles(team, text, to, said):
    team.add_note("comment", "Not a goal", item="1.1")
    team.add_note("goal", text, item="1.2")
    found = goal_audit(team)[["lacks", "points_to", "resolved", "words"]].to_numpy().tolist()
    assert found == [["no owner, no date, no measure", to, False, said]]


def test_what_only_looks_like_a_pointer_is_a_goal(team):
    for text in ("As agreed.", "As 1.1, and more", "See to the rooms"):
        team.add_note("goal", text, item="1.2")
    assert column(team, "points_to") == ["", "", ""]
    assert column(team, "resolved") == [True, True, True]


def test_an_action_about_notes_that_are_gone_dangles(team):
    team.add_note("cause", "Cuts.", id="cause-1")
    team.add_note("action", "Hurry.", id="action-1", about=["cause-1", "1.1", "leadership"], **WHOLE)
    assert column(team, "resolved") == [True]
    assert column(team, "points_to") == ["cause-1 1.1 leadership"]
    assert column(team, "words") == ["The action, “Hurry”, has an owner, a date and a measure."]
    team.add_note("cause", "Cuts.", id="cause-1", state="withdrawn")
    assert column(team, "resolved") == [False]
    assert column(team, "words") == [
        "The action, “Hurry”, has an owner, a date and a measure. It names cause-1, and there is no such note."
    ]


def test_the_framework_s_order_holds_and_what_has_no_place_comes_last(team):
    for id, place in (("a", {}), ("b", {"item": "2.1"}), ("c", {"section": "leadership"}), ("d", {"item": "1.5"})):
        team.add_note("action", "Do it", id=id, **place)
    team.add_note("action", "Not this", id="a", state="withdrawn")
    team.add_note("action", "", id="e")
    team.add_note("action", "Last", id="f")
    assert column(team, "id") == ["d", "c", "b", "f"]
    assert [said.split(",")[0] for said in column(team, "words")] == [
        "The action at standard 1.5", "The action in section 1 Leadership", "The action at standard 2.1", "The action",
    ]  # fmt: skip


def test_no_goals_give_no_rows(team):
    found = goal_audit(team)
    assert found.empty
    assert list(found.columns) == [
        "id", "kind", "item", "text", "owner", "due", "measure", "lacks", "points_to", "resolved", "words",
    ]  # fmt: skip


def test_the_printed_example_points_to_two_standards_that_have_goals():
    found = goal_audit(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    pointing = found[found["points_to"] != ""]
    assert pointing[["id", "points_to", "resolved"]].to_numpy().tolist() == [
        ["goal-1.4-1", "1.1", True],
        ["goal-1.5-1", "1.2", True],
    ]
    assert set(found.drop(pointing.index)["lacks"]) == {"no owner, no date, no measure"}


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_the_constructed_years_lack_nothing(year):
    found = goal_audit(al.open_assessment(shipped("data") / f"collaboration-{year}"))
    assert set(found["kind"]) == {"action"}
    assert set(found["lacks"]) == {""}
    assert found["resolved"].all()
