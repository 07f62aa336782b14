import re
from math import comb

import groups_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick

from assesslib.stats import sign_test

numbers = st.integers(0, 200)


@pytest.mark.parametrize("up", range(6))
@pytest.mark.parametrize("down", range(6))
def test_by_hand(up, down):
    assert sign_test(up, down) == float(by_hand.sign_p(up, down))


@quick
@given(numbers, numbers)
def test_from_0_to_1_whichever_way_is_up(up, down):
    assert 0 < sign_test(up, down) <= 1
    assert sign_test(down, up) == sign_test(up, down)


@quick
@given(numbers, numbers)
def test_one_more_on_the_larger_side_lowers_it(up, down):
    more, fewer = max(up, down), min(up, down)
    assert sign_test(more + 2, fewer) < sign_test(more + 1, fewer) or sign_test(more + 1, fewer) == 1


@pytest.mark.parametrize("n", [0, 1, 2, 7])
def test_as_many_up_as_down_is_1(n):
    assert sign_test(n, n) == 1


def test_thousands_are_counted_to_the_last():
    assert sign_test(1500, 1600) == 2 * sum(comb(3100, heads) for heads in range(1501)) / 2**3100


def test_arrays_broadcast():
    table = sign_test([[0], [3]], [0, 1, 3])
    assert table.tolist() == [[1, 1, 0.25], [0.25, 0.625, 1]]
    assert type(sign_test(np.int64(3), 1)) is float
    assert sign_test([], []).shape == (0,)


@pytest.mark.parametrize(
    ("up", "down", "message"),
    [
        (3, -1, "down is -1. Allowed: whole numbers from 0 up. Give how many moved down."),
        ([3, 1.5], 1, "up[1] is 1.5. Allowed: whole numbers from 0 up. Give how many moved up."),
        (float("nan"), 1, "up is nan. Allowed: whole numbers from 0 up. Give how many moved up."),
        (float("inf"), 1, "up is inf. Allowed: whole numbers from 0 up. Give how many moved up."),
        (
            {},
            1,
            "up is {}, which is not an array of numbers. Allowed: whole numbers from 0 up. Give how many moved up.",
        ),
        (
            [1, 2],
            [1, 2, 3],
            "up has the shape (2,) and down the shape (3,), which do not go together. "
            "Allowed: one number each, or as many of both. Give both numbers for the same items.",
        ),
    ],
)
def test_refused(up, down, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        sign_test(up, down)
