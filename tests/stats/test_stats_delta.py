import re

import groups_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import given
from stats_by_hand import quick

from assesslib.stats import cliffs_delta


@quick
@given(by_hand.groups(fewest=1, most=10))
def test_by_hand(pair):
    assert cliffs_delta(*pair) == float(by_hand.cliffs_delta(*pair))


@quick
@given(by_hand.groups(fewest=1, most=20))
def test_turning_the_groups_or_the_scale_round_turns_the_sign(pair):
    x, y = pair
    assert cliffs_delta(y, x) == -cliffs_delta(x, y)
    assert cliffs_delta(x[::-1], y[::-1]) == -cliffs_delta(x, y)
    assert -1 <= cliffs_delta(x, y) <= 1


@quick
@given(by_hand.groups(fewest=1, most=10))
def test_a_level_that_nobody_used_changes_nothing(pair):
    x, y = pair
    assert cliffs_delta([*x[:1], 0, *x[1:]], [*y[:1], 0, *y[1:]]) == cliffs_delta(x, y)


@quick
@given(by_hand.groups(fewest=1, most=10))
def test_a_member_of_x_who_moves_up_never_lowers_it(pair):
    x, y = pair
    for level in [place for place, count in enumerate(x[:-1]) if count]:
        up = [count - (place == level) + (place == level + 1) for place, count in enumerate(x)]
        assert cliffs_delta(up, y) >= cliffs_delta(x, y)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [([0, 0, 2], [3, 1, 0], 1), ([2, 0, 0], [0, 0, 1], -1), ([0, 4, 0], [0, 2, 0], 0), ([1, 0, 1], [0, 3, 0], 0)],
    ids=["all above", "all below", "one level used", "one either side"],
)
def test_delta(x, y, expected):
    assert cliffs_delta(x, y) == expected


@pytest.mark.parametrize("pair", [([0, 0], [1, 2]), ([1, 2], [0, 0]), ([0, 0], [0, 0])])
def test_an_empty_group_stands_nowhere(pair):
    assert np.isnan(cliffs_delta(*pair))


def test_many_items_at_once_give_what_each_gives_alone():
    x, y = np.random.default_rng(2).integers(0, 3, size=(2, 3, 4, 5))
    x[0, 0] = 0
    alone = [[cliffs_delta(a, b) for a, b in zip(*row, strict=True)] for row in zip(x, y, strict=True)]
    np.testing.assert_array_equal(cliffs_delta(x, y), alone)
    np.testing.assert_array_equal(cliffs_delta(x, y[1, 1])[:, 1], [cliffs_delta(a, y[1, 1]) for a in x[:, 1]])
    assert type(cliffs_delta(x[1, 1], y[1, 1])) is float


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (
            [1, 2],
            [1, 2, 0],
            "x has the shape (2,) and y the shape (3,), which do not go together. Allowed: as many levels in both, "
            "for the same items. Give the counts of both groups on one scale.",
        ),
        (
            [1, 2],
            [1, -2],
            "y[1] is -2. Allowed: finite numbers from 0 up. Give how many members chose that level.",
        ),
        (
            [0.5, 2],
            [1, 2],
            "x[0] is 0.5. Allowed: whole numbers from 0 up. "
            "Give how many members chose that level, not a share of them.",
        ),
        (
            "ab",
            [1, 2],
            "x is 'ab', which is not an array of numbers. Allowed: as many numbers for every item as the scale has "
            "levels. Give one count a level, in scale order, zeros included.",
        ),
    ],
    ids=["levels differ", "negative", "half a member", "text"],
)
def test_refused(x, y, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        cliffs_delta(x, y)
