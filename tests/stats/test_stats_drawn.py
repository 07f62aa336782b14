"""Groups so large that the ways to deal their ratings out are drawn and not counted."""

import numpy as np
import pytest

from assesslib.stats import _arrangements as arrangements
from assesslib.stats import (
    brunner_munzel_permutation,
    exact_permutation_p,
    permutation_test,
    sign_flip_test,
    smallest_flip_p,
    smallest_p_given,
    smallest_spread_p,
    spread_flip_test,
    spread_permutation_test,
)
from assesslib.stats._drawn import DRAWS, deals, flips, share

TESTS = pytest.mark.parametrize("test", [permutation_test, spread_permutation_test, brunner_munzel_permutation])
WIDE, MIDDLE = [40, 20, 30, 20, 40], [10, 40, 50, 40, 10]


def near(p, exact):
    """Within four standard errors of what is drawn."""
    return abs(p - exact) < 4 * (exact * (1 - exact) / DRAWS) ** 0.5 + 1 / DRAWS


def test_a_deal_is_as_likely_as_it_is():
    first = deals([3, 1], 2)[:, 0]
    assert near((first == 2).mean(), 1 / 2)
    assert set(np.unique(first)) == {1, 2}


def test_what_was_seen_is_one_of_the_ways():
    assert share(np.array([False] * 9)) == 0.1
    assert share(np.array([True] * 9)) == 1


@TESTS
def test_a_drawn_p_is_near_the_one_that_is_counted(test, monkeypatch):
    x, y = [3, 2, 4, 1, 2], [1, 1, 3, 4, 5]
    counted = test(x, y)
    monkeypatch.setattr(arrangements, "_FEW", 0)
    monkeypatch.setattr(arrangements, "_INT64", 0)
    drawn = test(x, y)
    assert drawn != counted
    assert near(drawn, counted)


@TESTS
def test_a_drawn_p_is_the_same_again_and_the_other_way_round(test):
    assert test(WIDE, MIDDLE) == test(WIDE, MIDDLE) == test(MIDDLE, WIDE)
    assert test(WIDE, MIDDLE[:4] + [60]) == test(MIDDLE[:4] + [60], WIDE)


def test_sixty_beside_sixty_is_near_what_all_ways_give():
    x, y = [12, 12, 12, 12, 12], [6, 6, 12, 12, 24]
    assert near(permutation_test(x, y), float(exact_permutation_p(x, y)))


def test_groups_far_apart_are_never_at_0():
    least = 1 / (DRAWS + 1)
    assert permutation_test([30, 30, 30, 30, 180], [180, 30, 30, 30, 30]) == least
    assert smallest_p_given([210, 60, 60, 60, 210], 300) == least
    assert smallest_spread_p([30, 30, 30, 30, 180], [180, 30, 30, 30, 30]) == least
    assert 0 < permutation_test([0, 0, 300], [300, 0, 0]) < least


SIZES = [1 + place % 9 for place in range(80)]
TURNED = [-size if place % 5 in (0, 3) else size for place, size in enumerate(SIZES)]


def test_drawn_signs_are_near_all_that_are_counted_and_the_same_again(monkeypatch):
    counted = sign_flip_test(TURNED)
    monkeypatch.setattr("assesslib.stats.sign_flip._MOST", 0)
    drawn = sign_flip_test(TURNED)
    assert drawn != counted
    assert near(drawn, counted)
    assert sign_flip_test(TURNED[::-1]) == drawn == sign_flip_test([-value for value in TURNED])
    assert sign_flip_test(TURNED[:60]) == counted_of(TURNED[:60])


def counted_of(values):
    """The p from every sum, added up member by member."""
    ways = {0: 1}
    for value in map(abs, values):
        ways = {total: ways.get(total - value, 0) + ways.get(total + value, 0)
                for total in {one + sign * value for one in ways for sign in (1, -1)}}  # fmt: skip
    return sum(many for total, many in ways.items() if abs(total) >= abs(sum(values))) / 2 ** len(values)


def test_turned_signs_are_as_likely_as_they_are():
    sums = flips([2, 1, 1])
    assert set(np.unique(sums)) == {-4, -2, 0, 2, 4}
    assert all(near((sums == total).mean(), share) for total, share in ((4, 1 / 8), (2, 1 / 4), (0, 1 / 4)))


def test_the_smallest_p_of_drawn_signs_is_one_of_them():
    before, after = [0, 2] * 700, [1] * 1400
    assert smallest_flip_p(before, after) == 1 / (1 + DRAWS)
    assert spread_flip_test(before, after) == 1 / (1 + DRAWS)
