import re
from math import comb, isnan

import numpy as np
import pytest
import spread_by_hand as by_hand
from groups_by_hand import groups
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import permutation_test
from stats_by_hand import gaps, members, quick

from assesslib.stats import mean_gap, smallest_p, spread_flip_test, spread_permutation_test

pairs = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8)


def sides(team):
    return [one for one, _ in team], [other for _, other in team]


@quick
@given(pairs)
def test_flips_by_hand(team):
    assert spread_flip_test(*sides(team)) == float(by_hand.flip_p(*sides(team)))


@quick
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=40), st.randoms(use_true_random=False))
def test_neither_the_order_of_members_nor_of_years_nor_the_direction_or_place_of_the_scale_matter(team, random):
    before, after = sides(team)
    p = spread_flip_test(before, after)
    assert 0 < p <= 1
    assert spread_flip_test(after, before) == p
    assert spread_flip_test(*sides(random.sample(team, len(team)))) == p
    assert spread_flip_test([5 - place for place in before], [5 - place for place in after]) == p
    assert spread_flip_test([place + 3 for place in before], [place + 3 for place in after]) == p


@quick
@given(pairs.filter(len))
def test_it_is_never_below_the_smallest_p_of_those_who_moved(team):
    moved = sum(one != other for one, other in team)
    assert spread_flip_test(*sides(team)) >= smallest_p(moved)


@quick
@given(st.lists(st.integers(0, 4), max_size=30), st.integers(0, 4))
def test_a_step_of_everybody_changes_no_spread(before, step):
    assert spread_flip_test(before, [place + step for place in before]) == 1


@pytest.mark.parametrize(("before", "after"), [([], []), ([0], [4]), ([1, 2, 2], [1, 2, 2]), ([0, 4], [4, 0])])
def test_1_where_there_is_no_change_of_spread(before, after):
    assert spread_flip_test(before, after) == 1


@pytest.mark.parametrize("half", [2, 3, 10, 40])
def test_two_ends_that_meet_in_the_middle_have_the_smallest_p(half):
    p = spread_flip_test([0] * half + [4] * half, np.full(2 * half, 2))
    assert p == smallest_p(2 * half)
    assert type(p) is float


def test_flips_as_scipy_counts_them():
    before, after = [0, 1, 1, 3, 4, 4, 2, 0, 3], [1, 1, 2, 2, 3, 2, 2, 2, 3]
    exact = permutation_test(
        (before, after), lambda x, y: float(gaps(list(y)) - gaps(list(x))), permutation_type="samples",
        n_resamples=np.inf, vectorized=False,
    )  # fmt: skip
    assert spread_flip_test(before, after) == pytest.approx(exact.pvalue, abs=1e-12)


@quick
@given(groups(fewest=2))
def test_deals_by_hand(pair):
    assert spread_permutation_test(*pair) == float(by_hand.permutation_p(*pair))


@quick
@given(groups(fewest=2, most=12))
def test_turning_groups_or_scale_round_or_levels_that_nobody_used_change_nothing(pair):
    x, y = pair
    p = spread_permutation_test(x, y)
    assert 0 < p <= 1
    assert spread_permutation_test(y, x) == p
    assert spread_permutation_test(x[::-1], y[::-1]) == p
    assert spread_permutation_test([0, *x, 0], [0, *y, 0]) == p


@quick
@given(groups(fewest=2, most=10).filter(lambda pair: mean_gap(pair[0]) == mean_gap(pair[1])))
def test_1_where_both_spread_alike(pair):
    assert spread_permutation_test(*pair) == 1


@pytest.mark.parametrize(("x", "y"), [([0, 0], [3, 1]), ([3, 1], [1, 0]), ([0, 0], [0, 0])])
def test_nobody_can_tell_the_spread_of_fewer_than_two(x, y):
    assert isnan(spread_permutation_test(x, y))


@pytest.mark.parametrize("half", [2, 10, 30])
def test_two_ends_against_the_middle_also_past_64_bits(half):
    assert spread_permutation_test([half, 0, half], [0, 2 * half, 0]) == 2 / comb(4 * half, 2 * half)


def test_deals_as_scipy_counts_them():
    x, y = [2, 1, 0, 2, 1], [0, 3, 2, 0, 0]
    exact = permutation_test(
        (members(x), members(y)), _mean_gaps_apart, permutation_type="independent", n_resamples=np.inf,
        vectorized=False,
    )  # fmt: skip
    # Its own alternative doubles the smaller side; what is asked here is "as far either way".
    as_far = np.abs(exact.null_distribution) >= abs(exact.statistic) - 1e-12
    assert len(exact.null_distribution) == comb(11, 6)
    assert spread_permutation_test(x, y) == pytest.approx(as_far.mean(), abs=1e-12)


def _mean_gaps_apart(x, y):
    return gaps(list(x)) / comb(len(x), 2) - gaps(list(y)) / comb(len(y), 2)


GIVE = "Give the place on the scale of each member's rating, the first level at 0."


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ([1, 0.5], [1, 1], f"before[1] is 0.5. Allowed: whole numbers from 0 up. {GIVE}"),
        ([1, 1], [1, -1], f"after[1] is -1. Allowed: whole numbers from 0 up. {GIVE}"),
        ([[1, 1]], [1, 1], f"before has the shape (1, 2). Allowed: one row of numbers. {GIVE}"),
        (["a"], [1], f"before is ['a'], which is not an array of numbers. Allowed: whole numbers from 0 up. {GIVE}"),
        (
            [1, 1], [1],
            "before has 2 members and after 1. Allowed: the same members in both, in the same order. Give those who "
            "rated both times.",
        ),
    ],
)  # fmt: skip
def test_refused(before, after, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        spread_flip_test(before, after)


def test_more_than_one_item_is_refused():
    message = (
        "x has the shape (1, 2), which is more than one item. Allowed: the counts of one item, one number a level. "
        "Give one item at a time."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        spread_permutation_test([[1, 2]], [1, 2])
