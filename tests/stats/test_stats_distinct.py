"""Very many items are measured as one by one, and what is wrong with one is told as ever."""

import numpy as np
import pytest

from assesslib import stats
from assesslib.stats._distinct import MANY

MEASURES = (stats.mean_gap, stats.iov, stats.leik_d, stats.tastle_wierman, stats.van_der_eijk_a, stats.medians,
            stats.range_, stats.shape, stats.two_camps, stats.lone_voice)  # fmt: skip
DRAW = np.random.default_rng(1)


def many(levels=4, most=6, dtype="int64"):
    return DRAW.integers(0, most, (MANY + 7, levels)).astype(dtype)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("counts", [many(), many(5, 3), many(3, 9, "uint8"), many(2, 2), many(4, 3, "uint64")])
def test_many_items_are_measured_as_few_are(measure, counts):
    found = np.stack(np.atleast_2d(measure(counts)), axis=-1)
    few = [np.stack(np.atleast_2d(measure(part)), axis=-1) for part in np.array_split(counts, 5)]
    np.testing.assert_array_equal(found, np.concatenate(few))
    assert found.dtype == few[0].dtype


@pytest.mark.parametrize("measure", MEASURES)
def test_the_shape_of_the_items_stays(measure):
    counts = many()[:-7].reshape(50, -1, 4)
    for one in measure(counts) if measure is stats.medians else [measure(counts)]:
        assert one.shape == counts.shape[:-1]


@pytest.mark.parametrize("measure", MEASURES)
def test_large_teams_among_many_items_are_measured_too(measure):
    counts = many()
    counts[3] = [9_000, 0, 0, 1]
    np.testing.assert_array_equal(np.array(measure(counts))[..., 3], measure(counts[3]))


@pytest.mark.parametrize("measure", MEASURES)
def test_a_count_that_is_negative_is_named_among_many(measure):
    counts = many()
    counts[4321, 2] = -1
    with pytest.raises(ValueError, match=r"^counts\[4321, 2\] is -1\. Allowed: finite numbers from 0 up\."):
        measure(counts)


def test_a_single_level_is_refused_among_many_items():
    with pytest.raises(ValueError, match="1 along the last axis, where the levels are"):
        stats.iov(np.ones((MANY, 1), dtype="int64"))
