import numpy as np
import pytest
import stats_by_hand as by_hand
from hypothesis import given

from assesslib.stats import leik_d


@by_hand.quick
@given(by_hand.teams(fewest=1, most=20))
def test_by_hand(counts):
    assert leik_d(counts) == pytest.approx(float(by_hand.leik_d(counts)), rel=1e-14)


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_neither_direction_nor_unit_matters(counts):
    assert leik_d(counts[::-1]) == leik_d(counts)
    assert leik_d([count / 7 for count in counts]) == pytest.approx(leik_d(counts))


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_from_0_where_all_agree_up_to_1(counts):
    assert 0 <= leik_d(counts) <= 1
    assert (leik_d(counts) == 0) == (sum(count > 0 for count in counts) == 1)


def test_half_at_each_end_is_1():
    assert leik_d([3, 0, 0, 3]) == 1


def test_no_rating_has_no_dispersion():
    assert np.isnan(leik_d([0, 0, 0]))


@pytest.mark.parametrize("counts", [[0, 1, 0], [0, 5, 0]], ids=["one member", "all at one level"])
def test_one_level_has_the_dispersion_0(counts):
    assert leik_d(counts) == 0
