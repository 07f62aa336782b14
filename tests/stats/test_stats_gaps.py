from itertools import product

import numpy as np
import pytest
import stats_by_hand as by_hand
from hypothesis import assume, given
from hypothesis import strategies as st

from assesslib.stats import iov, mean_gap


def moved(counts, position, to):
    changed = list(counts)
    changed[position] -= 1
    changed[to] += 1
    return changed


@by_hand.quick
@given(by_hand.teams(fewest=2))
def test_by_hand(counts):
    assert mean_gap(counts) == pytest.approx(float(by_hand.mean_gap(counts)), rel=1e-14)
    assert iov(counts) == pytest.approx(float(by_hand.iov(counts)), rel=1e-14)


@by_hand.quick
@given(by_hand.teams(fewest=2, most=40))
def test_the_direction_of_the_scale_does_not_matter(counts):
    assert mean_gap(counts[::-1]) == mean_gap(counts)
    assert iov(counts[::-1]) == iov(counts)


@by_hand.quick
@given(by_hand.teams(fewest=2, most=40))
def test_iov_stays_between_0_and_1_and_is_0_only_where_all_agree(counts):
    assert 0 <= iov(counts) <= 1
    assert (iov(counts) == 0) == (sum(count > 0 for count in counts) == 1)


@pytest.mark.parametrize(("n", "k"), [*product(range(2, 10), range(2, 8))])
def test_iov_is_1_for_one_half_at_each_end(n, k):
    assert iov([n // 2] + [0] * (k - 2) + [n - n // 2]) == 1


@by_hand.quick
@given(by_hand.teams(fewest=2, most=20), st.data())
def test_two_members_who_move_apart_raise_iov(counts, data):
    low, high = sorted(data.draw(st.permutations(by_hand.members(counts)))[:2])
    assume(low > 0 and high < len(counts) - 1)
    down, up = moved(counts, low, low - 1), moved(counts, high, high + 1)
    assert iov(moved(down, high, high + 1)) > iov(counts)
    assert max(iov(down), iov(up)) > iov(counts)


@by_hand.quick
@given(by_hand.teams(fewest=2, most=20), st.data())
def test_a_member_who_moves_away_from_the_median_never_lowers_iov(counts, data):
    member = data.draw(st.sampled_from(by_hand.members(counts)))
    low, high = by_hand.medians(counts)
    for to in [member - 1] * (member <= low) + [member + 1] * (member >= high):
        assert not 0 <= to < len(counts) or iov(moved(counts, member, to)) >= iov(counts)


def test_a_member_who_leaves_another_to_join_the_rest_lowers_iov():
    assert iov([4, 0, 1, 1]) > iov([4, 1, 0, 1])


@pytest.mark.parametrize("counts", [[0, 0, 0], [0, 1, 0]], ids=["no rating", "one member"])
def test_fewer_than_two_members_stand_no_distance_apart_that_could_be_told(counts):
    assert np.isnan(mean_gap(counts))
    assert np.isnan(iov(counts))


def test_all_at_one_level_stand_no_distance_apart():
    assert mean_gap([0, 5, 0]) == 0
    assert iov([0, 5, 0]) == 0


def test_two_members_at_the_ends_differ_by_the_whole_scale():
    assert mean_gap([1, 0, 0, 0, 1]) == 4
    assert iov([1, 0, 0, 0, 1]) == 1
