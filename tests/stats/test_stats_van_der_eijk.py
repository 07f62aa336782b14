import numpy as np
import pytest
import stats_by_hand as by_hand
from hypothesis import given

from assesslib.stats import van_der_eijk_a


@by_hand.quick
@given(by_hand.teams(fewest=1, most=20))
def test_by_hand(counts):
    assert van_der_eijk_a(counts) == pytest.approx(float(by_hand.van_der_eijk_a(counts)), abs=1e-14)


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_neither_direction_nor_unit_matters(counts):
    assert van_der_eijk_a(counts[::-1]) == van_der_eijk_a(counts)
    assert van_der_eijk_a([count / 7 for count in counts]) == pytest.approx(van_der_eijk_a(counts))


@by_hand.quick
@given(by_hand.teams(fewest=1, most=40))
def test_from_minus_1_to_1_which_only_agreement_reaches(counts):
    assert -1 <= van_der_eijk_a(counts) <= 1
    assert (van_der_eijk_a(counts) == 1) == (sum(count > 0 for count in counts) == 1)


@pytest.mark.parametrize("k", [3, 4, 5, 8])
def test_half_at_each_end_is_minus_1(k):
    assert van_der_eijk_a([3] + [0] * (k - 2) + [3]) == -1


@pytest.mark.parametrize("k", [2, 3, 4, 5, 8])
def test_as_many_at_every_level_is_0(k):
    assert van_der_eijk_a([4] * k) == 0


def test_two_levels_give_the_part_that_stands_above_the_common_layer():
    assert van_der_eijk_a([[4, 0], [3, 1], [2, 2]]).tolist() == [1, 0.5, 0]


def test_no_rating_has_no_agreement():
    assert np.isnan(van_der_eijk_a([0, 0, 0]))


@pytest.mark.parametrize("counts", [[0, 1, 0], [0, 0, 5]], ids=["one member", "all at one level"])
def test_one_level_has_the_agreement_1(counts):
    assert van_der_eijk_a(counts) == 1
