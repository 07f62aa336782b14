import re
from collections import Counter
from fractions import Fraction
from math import comb

import groups_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick, teams

from assesslib.stats import _arrangements, exact_permutation_p, permutation_test
from assesslib.stats._arrangements import distances, splits, ways

SMALL = ([2, 1, 0, 1], [0, 1, 3, 1])


@quick
@given(by_hand.groups())
def test_by_hand(pair):
    assert exact_permutation_p(*pair) == by_hand.permutation_p(*pair)
    assert permutation_test(*pair) == float(by_hand.permutation_p(*pair))


@quick
@given(by_hand.groups(most=30))
def test_turning_the_groups_or_the_scale_round_changes_nothing(pair):
    x, y = pair
    p = exact_permutation_p(x, y)
    assert 0 < p <= 1
    assert exact_permutation_p(y, x) == p
    assert exact_permutation_p(x[::-1], y[::-1]) == p


@quick
@given(by_hand.groups(most=8))
def test_a_level_that_nobody_used_changes_nothing(pair):
    x, y = pair
    assert exact_permutation_p([0, *x, 0], [0, *y, 0]) == exact_permutation_p(x, y)


@pytest.mark.parametrize("n", [1, 2, 5, 20, 40])
def test_groups_that_nowhere_overlap_have_the_smallest_p_also_past_64_bits(n):
    assert exact_permutation_p([0, n], [n, 0]) == min(1, Fraction(2, comb(2 * n, n)))


@pytest.mark.parametrize(
    ("x", "y"),
    [([0, 0, 0], [1, 2, 0]), ([1, 2, 0], [0, 0, 0]), ([0, 0], [0, 0]), ([0, 4, 0], [0, 3, 0]), ([1, 0], [0, 1])],
    ids=["no x", "no y", "no rating", "one level used", "one member each"],
)
def test_1_where_no_other_way_is_nearer(x, y):
    assert permutation_test(x, y) == 1


def test_kinds():
    assert type(permutation_test(*SMALL)) is float
    assert type(exact_permutation_p(*SMALL)) is Fraction
    assert permutation_test(*map(np.array, SMALL)) == permutation_test(*SMALL)


@quick
@given(teams(most=12), st.data())
def test_every_way_is_counted_once(pooled, data):
    n = data.draw(st.integers(0, sum(pooled)))
    vectors = splits(pooled, n)
    assert len({tuple(vector) for vector in vectors.tolist()}) == len(vectors)
    assert set(vectors.sum(-1)) == {n}
    assert (vectors <= pooled).all()
    assert ways(pooled, vectors).sum() == distances(pooled, n)[1].sum() == comb(sum(pooled), n)


@quick
@given(teams(most=12), st.data())
def test_vectors_listed_or_counted_by_their_sums_are_the_same_ways(pooled, data):
    n = data.draw(st.integers(0, sum(pooled)))
    listed, counted = ways_by_distance(pooled, n, 10**9), ways_by_distance(pooled, n, 0)
    assert {far: number for far, number in counted.items() if number} == listed


def ways_by_distance(pooled, n, few):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_arrangements, "_FEW", few)
        found = zip(*(side.tolist() for side in distances(pooled, n)), strict=True)
    total = Counter()
    for far, number in found:
        total[far] += number
    return dict(total)


@pytest.mark.parametrize(("pooled", "n"), [([70, 3], 1), ([0, 90, 1], 2), ([34, 33, 33], 50)])
def test_ways_that_no_64_bits_hold_are_counted_whole(pooled, n):
    assert sum(distances(pooled, n)[1].tolist()) == comb(sum(pooled), n)
    assert ways_by_distance(pooled, n, 10**9).items() <= ways_by_distance(pooled, n, 0).items()


def test_more_than_one_item_is_refused():
    message = (
        "y has the shape (1, 2), which is more than one item. Allowed: the counts of one item, one number a level. "
        "Give one item at a time."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        permutation_test([1, 2], [[1, 2]])


def test_two_scales_are_refused():
    message = (
        "x has the shape (2,) and y the shape (3,), which do not go together. Allowed: as many levels in both, "
        "for the same items. Give the counts of both groups on one scale."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        permutation_test([1, 2], [1, 2, 3])
