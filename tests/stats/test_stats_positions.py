import pytest
import stats_by_hand as by_hand
from hypothesis import given

from assesslib.stats import medians, range_


@by_hand.quick
@given(by_hand.teams(fewest=1, most=20))
def test_by_hand(counts):
    assert medians(counts) == by_hand.medians(counts)
    assert range_(counts) == by_hand.range_(counts)


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_turning_the_scale_round_mirrors_the_medians(counts):
    low, high = medians(counts)
    top = len(counts) - 1
    assert medians(counts[::-1]) == (top - high, top - low)
    assert range_(counts[::-1]) == range_(counts)


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_the_medians_are_ratings_that_somebody_gave(counts):
    low, high = medians(counts)
    assert low <= high
    assert counts[low] > 0
    assert counts[high] > 0
    assert sum(counts) % 2 == 0 or low == high


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([0, 0, 0], (-1, -1)), ([0, 0, 1], (2, 2)), ([0, 4, 0], (1, 1)), ([1, 0, 1], (0, 2)), ([1, 1, 1], (1, 1))],
    ids=["no rating", "one member", "all at one level", "two members at the ends", "one at each level"],
)
def test_medians(counts, expected):
    assert medians(counts) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([0, 0, 0], -1), ([0, 0, 1], 0), ([0, 4, 0], 0), ([1, 0, 1], 2), ([0, 0.2, 0.8], 1)],
    ids=["no rating", "one member", "all at one level", "two members at the ends", "shares"],
)
def test_range(counts, expected):
    assert range_(counts) == expected
