import re

import groups_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import given
from stats_by_hand import quick

from assesslib.stats import brunner_munzel_permutation, permutation_test


@quick
@given(by_hand.groups(fewest=2))
def test_by_hand(pair):
    assert brunner_munzel_permutation(*pair) == float(by_hand.brunner_munzel_p(*pair))


@quick
@given(by_hand.groups(fewest=2, most=10))
def test_turning_the_groups_or_the_scale_round_changes_nothing(pair):
    x, y = pair
    p = brunner_munzel_permutation(x, y)
    assert 0 < p <= 1
    assert brunner_munzel_permutation(y, x) == p
    assert brunner_munzel_permutation(x[::-1], y[::-1]) == p


@quick
@given(by_hand.groups(fewest=2, most=6))
def test_a_level_that_nobody_used_changes_nothing(pair):
    x, y = pair
    assert brunner_munzel_permutation([*x, 0], [*y, 0]) == brunner_munzel_permutation(x, y)


def test_it_is_not_the_permutation_test_of_delta():
    x, y = [0, 4, 0, 0], [2, 0, 3, 3]
    assert brunner_munzel_permutation(x, y) != pytest.approx(permutation_test(x, y), abs=0.01)


@pytest.mark.parametrize("pair", [([0, 0], [3, 1]), ([3, 1], [0, 0]), ([1, 0], [3, 1]), ([0, 0], [0, 0])])
def test_fewer_than_two_members_have_no_spread(pair):
    assert np.isnan(brunner_munzel_permutation(*pair))


@pytest.mark.parametrize("pair", [([0, 4, 0], [0, 3, 0]), ([1, 0, 1], [0, 2, 0])], ids=["one level", "either side"])
def test_groups_of_which_neither_stands_higher_have_a_p_of_1(pair):
    assert brunner_munzel_permutation(*pair) == 1


def test_more_than_one_item_is_refused():
    message = (
        "x has the shape (2, 2), which is more than one item. Allowed: the counts of one item, one number a level. "
        "Give one item at a time."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        brunner_munzel_permutation([[1, 2], [2, 1]], [1, 2])
