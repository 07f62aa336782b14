import re

import groups_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick

from assesslib.stats import sign_flip_test, sign_test

teams = st.lists(st.integers(-6, 6), max_size=8)


@quick
@given(teams)
def test_by_hand(values):
    assert sign_flip_test(values) == float(by_hand.sign_flip_p(values))


@quick
@given(teams, st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_direction_nor_the_unit_nor_members_at_0_matter(values, random):
    p = sign_flip_test(values)
    assert 0 < p <= 1
    assert sign_flip_test(random.sample(values, len(values))) == p
    assert sign_flip_test([-3 * value for value in values]) == p
    assert sign_flip_test([*values, 0]) == p


@quick
@given(st.integers(0, 40), st.integers(0, 40))
def test_single_steps_are_the_sign_test_also_past_64_members(up, down):
    assert sign_flip_test([1] * up + [-1] * down) == sign_test(up, down)


@pytest.mark.parametrize("values", [[], [0, 0], [2, -2], [5, -2, -3]])
def test_a_sum_of_0_is_1(values):
    assert sign_flip_test(values) == 1


@pytest.mark.parametrize("n", [1, 2, 3, 12, 70])
def test_all_one_way_is_the_smallest_p(n):
    assert sign_flip_test(range(1, n + 1)) == 2 / 2**n
    assert type(sign_flip_test(np.arange(n))) is float


GIVE = "Give one whole number a member: items moved up less items moved down."


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([1, 0.5], f"values[1] is 0.5. Allowed: whole numbers. {GIVE}"),
        ([float("nan")], f"values[0] is nan. Allowed: whole numbers. {GIVE}"),
        ([[1, 2]], f"values has the shape (1, 2). Allowed: one row of numbers. {GIVE}"),
        (3, f"values has the shape (). Allowed: one row of numbers. {GIVE}"),
        (["1"], f"values is ['1'], which is not an array of numbers. Allowed: whole numbers. {GIVE}"),
    ],
)
def test_refused(values, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        sign_flip_test(values)
