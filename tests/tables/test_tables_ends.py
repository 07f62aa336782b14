"""Where each item lies, and which items lie at an end."""

import numpy as np
import pytest
from small_forms import form, team

from assesslib.tables.threads.ends import FAULT, GOLDEN, agreed, at_the_ends, medians

FORM = form("x x x", "x x x x")


def test_the_consensus_as_places():
    assert agreed(team(FORM, "a e ! . ad ed d?")).tolist() == [
        [0, 0], [4, 4], [-1, -1], [-1, -1], [0, 3], [3, 4], [-1, -1],
    ]  # fmt: skip


def test_a_level_beside_unresolved_does_not_count():
    said = team(FORM, "a a a a a a a")
    said.consensus.loc[0, "state"] = "unresolved"
    assert agreed(said).tolist() == [[-1, -1]] + [[0, 0]] * 6


def test_nothing_agreed_is_nowhere():
    assert agreed(team(FORM)).tolist() == [[-1, -1]] * 7


def test_both_medians_as_places():
    assert medians(team(FORM, rated=["d", "bd", "abe", "", "aaee"])).tolist() == [
        [3, 3], [1, 3], [1, 1], [-1, -1], [0, 4], [-1, -1], [-1, -1],
    ]  # fmt: skip


def test_nobody_who_rated_has_a_median_nowhere():
    assert medians(team(FORM)).tolist() == [[-1, -1]] * 7


def test_round_two_has_no_part_in_the_medians():
    said = team(FORM, rated=["d"])
    said.ratings = said.ratings.assign(round=2)
    assert medians(said).tolist() == [[-1, -1]] * 7


@pytest.mark.parametrize(
    ("levels", "golden", "against_golden", "fault", "against_fault"),
    [
        (5, [3, 4], [0], [0, 1], [4]),
        (4, [2, 3], [0], [0, 1], [3]),
        (3, [2], [0], [0], [2]),
        (2, [1], [0], [0], [1]),
    ],
)
def test_the_ends_of_scales(levels, golden, against_golden, fault, against_fault):
    places = np.repeat(np.arange(levels)[:, None], 2, axis=1)
    found = [np.flatnonzero(end).tolist() for way in (GOLDEN, FAULT) for end in at_the_ends(places, levels, way)]
    assert found == [golden, against_golden, fault, against_fault]


def test_an_item_is_at_an_end_with_both_places_and_against_with_either():
    places = np.array([[3, 4], [2, 4], [0, 4], [0, 1], [1, 2], [-1, -1]])
    at, against = at_the_ends(places, 5, GOLDEN)
    assert (np.flatnonzero(at).tolist(), np.flatnonzero(against).tolist()) == ([0], [2, 3])
    at, against = at_the_ends(places, 5, FAULT)
    assert (np.flatnonzero(at).tolist(), np.flatnonzero(against).tolist()) == ([3], [0, 1, 2])
