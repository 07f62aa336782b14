"""The exact tests of change beside scipy's exact forms of the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, mannwhitneyu, permutation_test
from stats_by_hand import members, quick

from assesslib import stats


@quick
@given(st.integers(0, 40), st.integers(0, 40))
def test_the_sign_test_is_a_test_of_a_fair_coin(up, down):
    coin = binomtest(up, up + down).pvalue if up + down else 1
    assert stats.sign_test(up, down) == pytest.approx(coin, rel=1e-9)


@quick
@given(st.permutations(range(12)), st.integers(1, 11))
def test_without_ties_it_is_the_exact_mann_whitney_test(places, n):
    x, y = (np.isin(range(12), group).astype(int) for group in (places[:n], places[n:]))
    exact = mannwhitneyu(places[:n], places[n:], method="exact").pvalue
    assert stats.permutation_test(x, y) == pytest.approx(exact, rel=1e-9)


@pytest.mark.parametrize(("x", "y"), [([2, 1, 0, 2], [0, 1, 4, 1]), ([3, 1, 0, 0], [0, 2, 2, 1])])
def test_with_ties_it_is_the_share_of_every_single_deal(x, y):
    exact = permutation_test(
        (members(x), members(y)), _lead, permutation_type="independent", n_resamples=np.inf, vectorized=False
    )
    as_far = np.abs(exact.null_distribution) >= abs(exact.statistic)
    assert stats.permutation_test(x, y) == pytest.approx(as_far.mean(), rel=1e-9)


def _lead(x, y):
    return float(np.sign(np.subtract.outer(x, y)).sum())


@quick
@given(st.lists(st.integers(-5, 5), min_size=2, max_size=9))
def test_the_sign_flip_test_is_the_share_of_every_single_flip(values):
    exact = permutation_test((values,), np.sum, permutation_type="samples", n_resamples=np.inf, vectorized=False)
    as_far = np.abs(exact.null_distribution) >= abs(exact.statistic)
    assert stats.sign_flip_test(values) == pytest.approx(as_far.mean(), rel=1e-9)
