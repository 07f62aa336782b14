"""What was agreed beside what was said alone: gaps in words, whose view it was, and who moved."""

from dataclasses import replace
from pathlib import Path

import pytest

import assesslib as al
from assesslib.assessment import standing
from assesslib.tables import veiled
from assesslib.tables.consensus_gap import consensus_gap, drift

DATA = Path(__file__).parents[2] / "data"
TEAM = [
    {"id": "amy", "name": "Amy", "role": "Chair of the board"},
    {"id": "bo", "name": "Bo", "role": "chief officer"},
    {"id": "cy", "role": "officer"},
    {"id": "di", "role": "officer"},
]


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="P",
                                date="2026-03-03", members=TEAM)  # fmt: skip


def rated(team, item, line, round=1):
    for member, letter in zip(("amy", "bo", "cy", "di"), line, strict=True):
        if letter != ".":
            team.rate(member, item, letter, round=round)


def row(team, item="1", **more):
    return consensus_gap(team, **more).set_index("item").loc[item]


@pytest.mark.parametrize(
    ("line", "agreed", "gap"),
    [
        ("bbcc", "b", ""),
        ("bbcc", "c", ""),
        ("bbdd", "c", ""),
        ("abbc", "c", "away from both medians"),
        ("aabe", "d", "given by nobody"),
        ("abbb", "c", "outside every rating"),
        ("bbbc", "a", "outside every rating"),
        ("....", "c", ""),
        ("c...", "c", ""),
    ],
)
def test_how_the_agreed_level_lies_to_the_ratings(team, line, agreed, gap):
    rated(team, "1", line)
    team.agree("1", agreed)
    assert row(team)["gap"] == gap


def test_a_row_in_full_and_what_is_not_settled(team):
    rated(team, "1", "ebbc")
    team.agree("1", "e")
    found = row(team)
    assert found[["section", "agreed", "state", "n", "said", "low", "high", "lowest", "highest", "alone"]].tolist() == [
        "preparing", "e", "rated", 4, "2 at b, 1 at c, 1 at e", "b", "c", "b", "e", "Amy"
    ]  # fmt: skip
    assert row(team, "2")[["state", "said", "gap", "alone"]].tolist() == ["not settled", "nobody rated this", "", ""]
    team.agree("2", state="unresolved")
    assert row(team, "2")[["state", "gap"]].tolist() == ["unresolved", "unresolved"]


@pytest.mark.parametrize(
    ("line", "gap", "alone"),
    [
        ("cbdd", "given by the most senior alone", "Amy"),
        ("cbbb", "away from both medians", "Amy"),
        ("ccbd", "", ""),
        ("bcdd", "", ""),
        ("c...", "", ""),
    ],
)
def test_the_seniors_level_between_two_camps(team, line, gap, alone):
    rated(team, "1", line)
    team.agree("1", "c")
    assert row(team)[["gap", "alone"]].tolist() == [gap, alone]
    hidden = row(team, anonymity="organisation")
    assert hidden["alone"] == ""
    assert "senior" not in hidden["gap"]


def test_agreed_although_nobody_gave_a_level(team):
    team.agree("1", "c")
    assert row(team)[["said", "gap"]].tolist() == ["nobody rated this", ""]
    team.rate("amy", "1", state="dont_know")
    assert row(team)[["said", "gap"]].tolist() == ["nobody rated this, 1 don’t know", "agreed without any rating"]
    team.agree("1", state="dont_know")
    assert row(team)["gap"] == ""


def test_what_is_rated_or_agreed_for_each_side_apart_is_not_compared(tmp_path):
    one = al.create_assessment(tmp_path / "y", framework="cdrp-dat-partnership", partnership="P", date="2026-03-03",
                               members=TEAM)  # fmt: skip
    for member in ("amy", "bo", "cy"):
        one.rate_split(member, "1.1", {"Local": "G", "National": "W"})
        one.rate(member, "1.2", "G")
    one.agree("1.1", "W")
    one.agree("1.2", "G", facet="Local")
    one.agree("1.2", "W", facet="National")
    assert row(one, "1.1")[["said", "gap"]].tolist() == ["3 split; not compared: rated for each side apart", ""]
    assert row(one, "1.2")[["said", "gap"]].tolist() == ["3 at G; not compared: agreed for each side apart", ""]


def test_whose_view_it_was_is_said_only_of_the_most_senior_and_only_with_names(team):
    rated(team, "1", "ebbc")
    rated(team, "2", "bebc")
    rated(team, "3", "ebbe")
    for item in "123":
        team.agree(item, "e")
    assert consensus_gap(team).set_index("item")["alone"].head(3).tolist() == ["Amy", "", ""]
    assert row(team, "2", senior=["bo"])["alone"] == "Bo"
    for tier in ("role", "organisation", "pooled"):
        assert set(consensus_gap(team, anonymity=tier)["alone"]) == {""}


@pytest.mark.parametrize("once_more", [False, True])
def test_what_a_tier_holds_back_is_said_to_be_held_back(team, once_more):
    rated(team, "1", "ea..")
    rated(team, "2", "a...")
    rated(team, "3", "aab.")
    for item, level in {"1": "c", "2": "c", "3": "c", "4": "c"}.items():
        team.agree(item, level)
    team.agree("2", state="unresolved")
    seen = standing(team)
    said = replace(seen, ratings=veiled(seen.ratings, "pooled")) if once_more else seen
    found = consensus_gap(said, anonymity="pooled").set_index("item").loc[["1", "2", "3", "4"]]
    assert found[["n", "said", "gap"]].to_numpy().tolist() == [
        [0, "not shown: fewer than three rated it", ""],
        [0, "not shown: fewer than three rated it", ""],
        [3, "2 at a, 1 at b", "outside every rating"],
        [0, "nobody rated this", "agreed without any rating"],
    ]
    assert found["state"].tolist() == ["rated", "unresolved", "rated", "rated"]
    assert found.loc[["1", "2"], ["low", "high", "lowest", "highest"]].isna().all(axis=None)


def test_where_only_some_rated_again_no_tier_adds_up_their_moves(team):
    rated(team, "1", "aaae")
    rated(team, "2", "aaa.")
    rated(team, "1", "bbb.", round=2)
    rated(team, "2", "bbb.", round=2)
    for item in "12":
        team.agree(item, "c")
    assert drift(team)["again"].tolist() == [2, 2, 2]
    assert drift(team, anonymity="pooled")[["again", "items"]].to_numpy().tolist() == [[3, ("2",)]]
    assert drift(team, anonymity="pooled", least=4).empty


def test_a_split_consensus_has_no_one_level_to_compare(team):
    rated(team, "1", "aabb")
    team.agree("1", "e", facet="here")
    team.agree("1", "a", facet="there")
    assert row(team)[["state", "gap"]].tolist() == ["split", ""]


def test_second_ratings_move_towards_the_consensus_or_away(team):
    rated(team, "1", "aece")
    rated(team, "1", "beba", round=2)
    team.agree("1", "c")
    found = drift(team).set_index("member")
    assert found[["again", "towards", "away", "unmoved"]].values.tolist() == [
        [1, 1, 0, 0], [1, 0, 0, 1], [1, 0, 1, 0], [1, 0, 0, 1]
    ]  # fmt: skip
    assert found["name"].tolist() == ["Amy", "Bo", "cy", "di"]
    pooled = drift(team, anonymity="pooled")[["member", "name", "again", "towards", "away", "unmoved"]]
    assert pooled.values.tolist() == [["", "everybody", 4, 1, 1, 2]]


def test_who_always_moved_towards_it_is_said_from_three_items_on(team):
    for item in "123":
        team.rate("amy", item, "a")
        team.rate("amy", item, "b", round=2)
        team.agree(item, "c")
        assert drift(team)["always"].tolist() == [item == "3"]
    assert drift(team, anonymity="role").empty


def test_without_a_second_round_nothing_drifts(team):
    rated(team, "1", "abcd")
    team.agree("1", "b")
    assert drift(team).empty


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2024, {"11": "unresolved", "25": "unresolved"}),
        (2025, {"11": "unresolved", "26": "unresolved"}),
        (2026, {"5": "away from both medians", "21": "outside every rating", "25": "unresolved", "28": "unresolved"}),
    ],
)
def test_it_finds_the_written_gaps_and_no_other(year, found):
    gaps = consensus_gap(al.open_assessment(DATA / f"collaboration-{year}")).query("gap != ''")
    assert dict(zip(gaps["item"], gaps["gap"], strict=True)) == found
    assert dict(zip(gaps["item"], gaps["alone"], strict=True)) == {item: "Amara" * (item == "5") for item in found}
