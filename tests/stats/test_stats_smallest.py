import re
from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick, teams

from assesslib.stats import (
    brunner_munzel_permutation,
    permutation_test,
    sign_flip_test,
    sign_test,
    smallest_p,
    smallest_p_given,
)
from assesslib.stats._arrangements import splits


@pytest.mark.parametrize("n", range(9))
def test_no_signs_give_a_smaller_p(n):
    assert smallest_p(n) == min(sign_test(up, n - up) for up in range(n + 1))
    assert smallest_p(n) == sign_flip_test(range(1, n + 1))


@pytest.mark.parametrize(("n_x", "n_y"), [*product(range(5), repeat=2)])
def test_no_ratings_of_two_groups_give_a_smaller_p(n_x, n_y):
    teams_of = [splits([4] * 3, n).tolist() for n in (n_x, n_y)]
    assert smallest_p(n_x, n_y) == min(permutation_test(x, y) for x, y in product(*teams_of))


@pytest.mark.parametrize(("n_x", "n_y", "ways"), [(2, 2, 2), (3, 5, 1), (5, 3, 1), (20, 20, 2)])
def test_two_groups_at_a_level_each_reach_it(n_x, n_y, ways):
    assert smallest_p(n_x, n_y) == ways / comb(n_x + n_y, n_x)
    assert permutation_test([0, n_x], [n_y, 0]) == smallest_p(n_x, n_y)
    assert brunner_munzel_permutation([0, n_x], [n_y, 0]) == smallest_p(n_x, n_y)


@quick
@given(teams(most=8), st.data())
def test_no_way_to_deal_out_the_ratings_at_hand_gives_a_smaller_p(pooled, data):
    n = data.draw(st.integers(0, sum(pooled)))
    dealt = [(x, np.subtract(pooled, x)) for x in splits(pooled, n)]
    assert smallest_p_given(pooled, n) == min(permutation_test(x, y) for x, y in dealt)
    assert smallest_p_given(pooled, n) >= smallest_p(n, sum(pooled) - n)


@pytest.mark.parametrize(("n_x", "n_y"), [(1, 2), (3, 4), (4, 4)])
def test_members_at_different_levels_can_be_dealt_out_in_two_ways_that_far_apart(n_x, n_y):
    assert smallest_p_given([1] * (n_x + n_y), n_x) == 2 / comb(n_x + n_y, n_x)


def test_all_at_one_level_can_show_nothing():
    assert smallest_p_given([0, 9, 0], 4) == 1


def test_nobody_can_show_nothing():
    assert [smallest_p(0), smallest_p(0, 7), smallest_p_given([0, 0], 0)] == [1, 1, 1]


def test_arrays():
    assert smallest_p([1, 5, 6]).tolist() == [1, 0.0625, 0.03125]
    assert smallest_p([3, 4], 4).tolist() == [1 / 35, 2 / 70]
    assert {type(smallest_p(5)), type(smallest_p(5, 5)), type(smallest_p_given([2, 4], 3))} == {float}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: smallest_p(-1), "n_x is -1. Allowed: whole numbers from 0 up. Give how many there are."),
        (lambda: smallest_p(3, [2, 0.5]), "n_y[1] is 0.5. Allowed: whole numbers from 0 up. Give how many there are."),
        (
            lambda: smallest_p("3"),
            "n_x is '3', which is not an array of numbers. Allowed: whole numbers from 0 up. Give how many there are.",
        ),
        (
            lambda: smallest_p([1, 2], [1, 2, 3]),
            "n_x has the shape (2,) and n_y the shape (3,), which do not go together. "
            "Allowed: one number each, or as many of both. Give the sizes of both groups for the same items.",
        ),
        (
            lambda: smallest_p_given([2, 1], 4),
            "n_x is 4, with 3 members in pooled. Allowed: one whole number from 0 to 3. "
            "Give the members of one of the two groups.",
        ),
        (
            lambda: smallest_p_given([2, 1], [1, 2]),
            "n_x is [1, 2], with 3 members in pooled. Allowed: one whole number from 0 to 3. "
            "Give the members of one of the two groups.",
        ),
        (
            lambda: smallest_p_given([2, -1], 1),
            "pooled[1] is -1. Allowed: finite numbers from 0 up. Give how many members chose that level.",
        ),
        (
            lambda: smallest_p_given([[2, 1]], 1),
            "pooled has the shape (1, 2), which is more than one item. Allowed: the counts of one item, one number a "
            "level. Give one item at a time.",
        ),
    ],
)
def test_refused(call, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        call()
