"""Which few causes stand behind most of the areas, checked against the written story."""

import re

import pytest

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.places import shipped
from assesslib.tables.causes.pareto import causes, covers, dangling, without_cause

YEARS = ("2024", "2025", "2026")
PAGE = (shipped("data") / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")


@pytest.fixture(scope="module")
def sample():
    return {year: al.open_assessment(shipped("data") / f"collaboration-{year}") for year in YEARS}


def noted(team, areas="", **about):
    """Areas by id, then causes with what they are about; ``_`` in an id stands for ``-``."""
    for area in areas.split():
        team.add_note("area", f"Area {area}.", id=area, section="preparing")
    for id, others in about.items():
        team.add_note("cause", f"Because of {id}.", id=id, about=others.split())
    return team


def told(year):
    """The year's row of the page's table of causes."""
    table = PAGE.partition("## Causes")[2]
    cells = re.search(rf"^\| {year} \|(.*)\|$", table, re.MULTILINE)[1].split("|")
    return [cell.strip() for cell in cells]


def joined(choices):
    return " or ".join(" + ".join(choice) for choice in choices)


@pytest.mark.parametrize("year", YEARS)
def test_the_written_causes_are_found(year, sample):
    a = sample[year]
    areas, with_cause, without, best, they_cover, smallest = told(year)
    assert str((a.notes["kind"] == "area").sum()) == areas
    assert set(causes(a)["of"]) == {int(with_cause)}
    assert list(without_cause(a)["id"]) == [without]
    assert joined(covers(a)["causes"]) == smallest
    most = covers(a, share=0.8)
    assert joined(most["causes"]) == best
    assert [f"{row.covered} of {row.of}" for row in most.itertuples()] == [they_cover]


@pytest.mark.parametrize(
    ("year", "arrows"),
    [
        ("2024", {"cause-03": "outcome", "cause-04": "driver"}),
        ("2025", {"cause-03": "outcome", "cause-04": "driver"}),
        ("2026", {"cause-01": "driver", "cause-02": "outcome"}),
    ],
)
def test_one_written_cause_stands_behind_another(year, arrows, sample):
    table = causes(sample[year]).set_index("id")
    assert table.loc[table["role"] != "", "role"].sort_index().to_dict() == arrows
    assert set(table["cycle"]) == {0}
    driver, outcome = sorted(arrows, key=arrows.get)
    assert table.loc[driver, "leads_to"] == (outcome,)
    assert dangling(sample[year]).empty


def test_causes_stand_in_pareto_order(team):
    noted(team, "area-1 area-2 area-3 area-4", one="area-1", two="area-1 area-2", also="area-2 area-3", none="")
    table = causes(team)
    assert table[["id", "areas", "count", "covered", "of"]].to_numpy().tolist() == [
        ["two", ("area-1", "area-2"), 2, 2, 3],
        ["also", ("area-2", "area-3"), 2, 3, 3],
        ["one", ("area-1",), 1, 3, 3],
        ["none", (), 0, 3, 3],
    ]
    assert table["text"].iloc[0] == "Because of two."
    assert list(without_cause(team)["id"]) == ["area-4"]


def test_causes_that_go_round_in_circles(team):
    noted(team, "area-1", one="two", two="three area-1", three="two", four="four")
    table = causes(team).set_index("id")
    assert table["cycle"].to_dict() == {"two": 1, "one": 0, "three": 1, "four": 0}
    assert table["role"].to_dict() == {"two": "outcome", "one": "driver", "three": "both ways", "four": ""}
    assert table.loc["two", ["leads_to", "out", "into"]].tolist() == [("three",), 1, 2]


def test_every_choice_that_is_as_small_is_listed(team):
    noted(team, "area-1 area-2 area-3", one="area-1 area-2", two="area-2 area-3", three="area-1 area-3")
    assert covers(team).drop(columns="texts").to_numpy().tolist() == [
        [("one", "two"), 2, 3, 3, 1.0],
        [("one", "three"), 2, 3, 3, 1.0],
        [("two", "three"), 2, 3, 3, 1.0],
    ]
    assert covers(team)["texts"].iloc[0] == ("Because of one.", "Because of two.")
    assert covers(team, share=0.6)[["causes", "covered", "share"]].to_numpy().tolist() == [
        [("one",), 2, 0.6], [("two",), 2, 0.6], [("three",), 2, 0.6],
    ]  # fmt: skip


def test_what_was_withdrawn_is_passed_over_and_listed(team):
    noted(team, "area-1 area-2", one="area-1 area-2 two", two="area-2")
    team.add_note("area", "", id="area-2", state="withdrawn")
    team.add_note("cause", "", id="two", state="withdrawn")
    assert causes(team)[["id", "areas", "of", "leads_to", "role"]].to_numpy().tolist() == [
        ["one", ("area-1",), 1, (), ""]
    ]
    assert dangling(team).to_numpy().tolist() == [["one", "cause", "area-2"], ["one", "cause", "two"]]
    assert without_cause(team).empty


def test_causes_and_actions_point_at_what_they_may(team):
    noted(team, "area-1", one="area-1 area-9 strength-1 area-9")
    team.add_note("strength", "Trust.", id="strength-1", section="preparing")
    team.add_note("action", "Hurry.", id="action-1", about=["strength-1", "one", "area-1", "two"])
    team.add_note("answer", "Time.", id="answer-1", about=["significant", "area-1"])
    assert dangling(team).to_numpy().tolist() == [
        ["one", "cause", "area-9"],
        ["one", "cause", "strength-1"],
        ["action-1", "action", "two"],
    ]


def test_areas_without_a_cause_say_where_they_stand(team):
    team.add_note("area", "Slow.", id="area-1", section="results")
    team.add_note("area", "No rooms.", id="area-2", item="5")
    assert without_cause(team).to_numpy().tolist() == [
        ["area-2", "preparing", "5", "No rooms."],
        ["area-1", "results", "", "Slow."],
    ]


def test_with_no_causes_there_is_nothing_but_areas(team):
    noted(team, "area-1")
    assert causes(team).empty
    assert covers(team).empty
    assert list(covers(team).columns) == ["causes", "texts", "size", "covered", "of", "share"]
    assert list(without_cause(team)["id"]) == ["area-1"]


def test_with_no_areas_no_choice_covers_anything(team):
    noted(team, one="two", two="")
    assert causes(team)[["id", "count", "covered", "of", "role"]].to_numpy().tolist() == [
        ["one", 0, 0, 0, "driver"],
        ["two", 0, 0, 0, "outcome"],
    ]
    assert covers(team).empty
    assert without_cause(team).empty


def test_with_nothing_noted_every_table_is_empty(team):
    tables = (causes(team), covers(team), without_cause(team), dangling(team))
    assert [len(table) for table in tables] == [0, 0, 0, 0]
    assert list(causes(team).columns) == [
        "id", "text", "areas", "count", "covered", "of", "leads_to", "out", "into", "role", "cycle",
    ]  # fmt: skip


@pytest.mark.parametrize("share", [0, 80, "half", float("nan")])
def test_a_share_out_of_range_is_refused(share, team):
    with pytest.raises(FaultsError) as caught:
        covers(team, share=share)
    assert str(caught.value) == (
        f"“{share}” is not a share of the areas. Give a number above 0 and up to 1: 0.8 for four areas in five."
    )
