"""A small measure of what is said of ratings drawn at random, and that it would be told where there is something."""

from dataclasses import replace

import pytest

from assesslib.tables import consensus_gap
from measure.false_alarms import most_by_chance
from measure.noise import AGREED, SHARES, drawn, of_agreements, of_ratings, tallied, team

DRAWS = 12


@pytest.fixture(scope="module")
def sums():
    return tallied(range(DRAWS), "all levels alike")


def test_divides_are_seldom_claimed_where_there_are_none(sums):
    ratings, _ = sums
    assert set(ratings) == {
        f"{by}s, {how}" for by in ("organisation", "role") for how in ("on some items", "all items together")
    }
    assert {between for between, n in ratings.items() if n > most_by_chance(DRAWS)} == set()


def test_the_rule_of_a_thread_is_often_met_by_chance_and_its_chance_says_so(sums):
    found = sums[1]["agreed at random"]
    assert found["rows looked at"] == 2 * found["themes looked at"] == DRAWS * 28
    assert found["either"] > DRAWS / 2
    assert max(found["golden thread"], found["fault line"]) <= found["either"]
    assert 20 * found["hard rows"] <= found["rows looked at"]


def test_what_is_agreed_at_random_lies_away_and_at_a_median_only_where_that_was_the_seniors_alone(sums):
    for name, (least, most) in {"agreed at random": (0.5, 0.75), "agreed at a median": (0, 0.1)}.items():
        found = sums[1][name]
        assert found["items"] == DRAWS * 37
        assert least <= found["gaps"] / found["items"] <= most
    gaps = consensus_gap(drawn(team(), 0, "all levels alike", "agreed at a median"))["gap"]
    assert set(gaps) <= {"", "given by the most senior alone"}


def test_groups_that_are_worlds_apart_are_told():
    said = drawn(team(), 0, "mostly in the middle", "agreed at random")
    ratings = said.ratings
    leisure = ratings["organisation"] == "Alderbeck Leisure Trust"
    apart = replace(said, ratings=ratings.assign(level=ratings["level"].mask(leisure, "a").where(leisure, "e")))
    assert of_ratings(apart)["organisations, on some items"] == 1


def test_a_thread_and_a_gap_that_are_there_are_told():
    said = drawn(team(), 0, "all levels alike", "agreed at random")
    themed = {item.id for item in said.framework.items if "relationships" in item.themes}
    there = said.consensus["item"].isin(themed)
    found = of_agreements(replace(said, consensus=said.consensus.assign(
        level=said.consensus["level"].mask(there, "e").where(there, "a"))))  # fmt: skip
    assert found["golden thread"] == found["a hard one"] == 1
    assert found["hard themes"] <= found["hard rows"]
    assert 0 < found["gaps"] <= found["items"]


def test_a_draw_is_the_same_in_every_run_and_its_ratings_whatever_is_agreed():
    said = team()
    for shares in SHARES:
        first, again = (drawn(said, 3, shares, "agreed at random") for _ in range(2))
        assert first.consensus["level"].tolist() == again.consensus["level"].tolist()
        ratings = [drawn(said, 3, shares, name).ratings["level"].tolist() for name in AGREED]
        assert ratings[0] == ratings[1] == first.ratings["level"].tolist()


def test_what_is_agreed_at_random_is_nobodys_view():
    said = drawn(team(), 3, "all levels alike", "agreed at random")
    own = said.ratings.pivot(index="item", columns="member", values="level")
    agreed = said.consensus.set_index("item")["level"].reindex(own.index)
    assert own.eq(agreed, axis=0).sum().max() < len(own) / 2
