"""The smallest p of the tests of spread, against the least of all p values that the same ratings can give."""

from itertools import product
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assesslib.stats import smallest_flip_p, smallest_spread_p, spread_flip_test, spread_permutation_test

places = st.integers(0, 3)


@given(st.lists(st.tuples(places, places), min_size=2, max_size=6))
def test_it_is_the_least_of_every_way_round(pairs):
    turned = (zip(*(pair[::way] for pair, way in zip(pairs, ways, strict=True)), strict=True)
              for ways in product((1, -1), repeat=len(pairs)))  # fmt: skip
    least = min(spread_flip_test(*map(list, sides)) for sides in turned)
    assert smallest_flip_p(*map(list, zip(*pairs, strict=True))) == least


@pytest.mark.parametrize(("pooled", "n"), [((2, 3, 1), 3), ((4, 0, 4), 4), ((1, 1, 1, 1, 2), 2), ((0, 5, 0), 2)])
def test_it_is_the_least_of_every_way_to_deal(pooled, n):
    ways = [x for x in product(*(range(many + 1) for many in pooled)) if sum(x) == n]
    pairs = [(list(x), [all_ - one for all_, one in zip(pooled, x, strict=True)]) for x in ways]
    least = min(spread_permutation_test(*pair) for pair in pairs)
    assert [smallest_spread_p(*pair) for pair in pairs] == pytest.approx([least] * len(pairs))


def test_one_member_has_no_spread():
    assert isnan(smallest_spread_p([1, 0], [2, 2]))
