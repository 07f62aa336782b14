import re
from fractions import Fraction

import numpy as np
import pytest

from assesslib import stats
from assesslib.stats._counts import cuts

KINDS = {
    "iov": float,
    "leik_d": float,
    "lone_voice": bool,
    "mean_gap": float,
    "medians": tuple,
    "range_": int,
    "shape": str,
    "tastle_wierman": float,
    "two_camps": bool,
    "van_der_eijk_a": float,
}
MEASURES = [getattr(stats, name) for name in KINDS]
OF_MEMBERS = [stats.iov, stats.medians, stats.shape, stats.two_camps, stats.lone_voice]
OF_SHARES = [measure for measure in MEASURES if measure not in OF_MEMBERS]
GIVE = "Give one count a level, in scale order, zeros included."
NUMBERS = "which is not an array of numbers. Allowed: as many numbers for every item as the scale has levels."

WRONG = {
    "negative": (
        [[1, 0, 2], [3, -1, 0]],
        "counts[1, 1] is -1. Allowed: finite numbers from 0 up. Give how many members chose that level.",
    ),
    "missing": (
        [1, float("nan"), 0],
        "counts[1] is nan. Allowed: finite numbers from 0 up. Give how many members chose that level.",
    ),
    "endless": (
        [1, 0, float("inf")],
        "counts[2] is inf. Allowed: finite numbers from 0 up. Give how many members chose that level.",
    ),
    "one level": (
        [[4], [2], [1]],
        f"counts has the shape (3, 1): 1 along the last axis, where the levels are. Allowed: 2 levels or more. {GIVE}",
    ),
    "no level": (
        [],
        f"counts has the shape (0,): 0 along the last axis, where the levels are. Allowed: 2 levels or more. {GIVE}",
    ),
    "no axis": (7, f"counts is the single number 7. Allowed: 2 levels or more. {GIVE}"),
    "text": (["2", "1"], f"counts is ['2', '1'], {NUMBERS} {GIVE}"),
    "nothing": ([[1, None], [{}, 2]], f"counts is [[1, None], [{{}}, 2]], {NUMBERS} {GIVE}"),
    "ragged": ([[1, 2], [1, 2, 3]], f"counts is [[1, 2], [1, 2, 3]], {NUMBERS} {GIVE}"),
}


def says(message):
    return f"^{re.escape(message)}$"


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(("counts", "message"), WRONG.values(), ids=WRONG)
def test_every_measure_refuses(measure, counts, message):
    with pytest.raises(ValueError, match=says(message)):
        measure(counts)


@pytest.mark.parametrize("measure", OF_MEMBERS)
def test_half_a_member_is_refused_where_members_are_counted(measure):
    message = (
        "counts[0] is 0.5. Allowed: whole numbers from 0 up. "
        "Give how many members chose that level, not a share of them."
    )
    with pytest.raises(ValueError, match=says(message)):
        measure([0.5, 0.5, 2])


@pytest.mark.parametrize("measure", OF_SHARES)
def test_shares_are_welcome_where_they_make_sense(measure):
    assert measure([12.5, 0, 87.5]) >= 0


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_leaves_its_argument_alone(measure):
    counts = np.array([[2.0, 0.0, 3.0], [0.0, 1.0, 1.0]])
    before = counts.copy()
    measure(counts)
    np.testing.assert_array_equal(counts, before)


@pytest.mark.parametrize("kind", [bool, np.uint8, np.int64, np.float32, object])
def test_any_kind_of_number_will_do(kind):
    assert stats.mean_gap(np.array([1, 0, 1], dtype=kind)) == 2
    assert stats.mean_gap([Fraction(1), Fraction(0), Fraction(1)]) == 2


def test_one_item_gives_plain_values():
    assert {name: type(getattr(stats, name)([1, 0, 2])) for name in KINDS} == KINDS
    assert [type(median) for median in stats.medians([1, 0, 2])] == [int, int]


@pytest.mark.parametrize("measure", MEASURES)
def test_many_items_at_once_give_what_each_gives_alone(measure):
    counts = np.random.default_rng(5).integers(0, 3, size=(3, 4, 5))
    counts[0, 0], counts[0, 1], counts[0, 2] = 0, [0, 1, 0, 0, 0], [2, 0, 0, 0, 2]
    alone = [[measure(item) for item in row] for row in counts]
    together = np.moveaxis(measure(counts), 0, -1) if measure is stats.medians else measure(counts)
    np.testing.assert_array_equal(together, alone)
    assert together.dtype == np.array(alone).dtype or together.dtype.kind == "U"


@pytest.mark.parametrize("measure", MEASURES)
def test_no_items_give_no_answers(measure):
    assert np.shape(measure(np.zeros((0, 4))))[-1] == 0


def test_rounding_leaves_nobody_above_the_highest_rating():
    _, above = cuts(np.array([0.1] * 9 + [0.0]))
    assert above[-1] == 0
