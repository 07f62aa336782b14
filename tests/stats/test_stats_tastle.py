import numpy as np
import pytest
import stats_by_hand as by_hand
from hypothesis import given

from assesslib.stats import tastle_wierman


@by_hand.quick
@given(by_hand.teams(fewest=1, most=20))
def test_by_hand(counts):
    assert tastle_wierman(counts) == pytest.approx(by_hand.tastle_wierman(counts), abs=1e-13)


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_neither_direction_nor_unit_matters(counts):
    assert tastle_wierman(counts[::-1]) == pytest.approx(tastle_wierman(counts))
    assert tastle_wierman([count / 7 for count in counts]) == pytest.approx(tastle_wierman(counts))


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_up_to_1_where_all_agree(counts):
    assert 0 <= tastle_wierman(counts) <= 1
    assert (tastle_wierman(counts) == 1) == (sum(count > 0 for count in counts) == 1)


def test_half_at_each_end_is_0():
    assert tastle_wierman([3, 0, 0, 3]) == 0


def test_a_share_too_small_to_shift_the_middle_adds_nothing():
    assert tastle_wierman([1e-30, 0, 1]) == 1


def test_no_rating_has_no_consensus():
    assert np.isnan(tastle_wierman([0, 0, 0]))


@pytest.mark.parametrize("counts", [[0, 1, 0], [0, 0, 5]], ids=["one member", "all at one level"])
def test_one_level_has_the_consensus_1(counts):
    assert tastle_wierman(counts) == 1
