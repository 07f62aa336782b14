"""Did views converge or split, whichever way they moved?"""

from math import comb

import numpy as np

from ._arrangements import are_few, splits, ways
from ._counts import one_item
from ._drawn import deals, share
from ._numbers import whole_numbers
from .sign_flip import sign_flip_test

_GIVE = "Give the place on the scale of each member's rating, the first level at 0."


def spread_flip_test(before, after) -> float:
    """Exact two-sided test of whether the same members stand nearer together, or farther apart, than before.

    Parameters
    ----------
    before, after : array_like of whole numbers, shape (members,)
        Where each member stood on the scale and stands now, the first level at 0; members in the same order.

    Returns
    -------
    float
        Above 0, up to 1: of all ways to turn members' two ratings round, the share in which the spread changes at least
        as much, either way. 1 where there are fewer than two members, nobody moved, or the spread is what it was.

    Raises
    ------
    ValueError
        Where before or after is not one row of numbers, a number is negative, not finite or not whole, or one row is
        longer than the other.

    Notes
    -----
    The statistic is the sum of the gaps between every two members after, less the same before, in whole levels. At a
    cut between two levels with b of n members below it before and a after, the pairs apart change by
    ``a (n - a) - b (n - b) = (a - b) (n - a - b)``, and turning ratings round leaves a + b as it is. So every member
    adds a whole number of their own, whose sign is turned with their ratings: it is the sign-flip test (Fisher 1935) of
    these numbers, and no way need be listed. Where nearly everybody moved one way as well, the test is cautious.

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, section 21. Oliver & Boyd.

    Examples
    --------
    Three of each end meet in the middle. Only all of them together, or none, change the spread as much:

    >>> spread_flip_test([0, 0, 0, 2, 2, 2], [1, 1, 1, 1, 1, 1])
    0.03125
    """
    return sign_flip_test(own_shares(before, after))


def own_shares(before, after) -> np.ndarray:
    """What each member adds to the change of the sum of all gaps; arguments as for `spread_flip_test`."""
    before, after = _two_rows(before, after)
    cuts = np.arange(max(before.max(initial=0), after.max(initial=0)))
    was, now = before[:, None] <= cuts, after[:, None] <= cuts
    unmoved = len(before) - was.sum(0) - now.sum(0)
    return ((now.astype(int) - was) * unmoved).sum(-1)


def _two_rows(before, after) -> tuple[np.ndarray, np.ndarray]:
    before, after = whole_numbers(before, "before", _GIVE), whole_numbers(after, "after", _GIVE)
    for name, row in (("before", before), ("after", after)):
        if row.ndim != 1:
            raise ValueError(f"{name} has the shape {row.shape}. Allowed: one row of numbers. {_GIVE}")
    if len(before) != len(after):
        raise ValueError(
            f"before has {len(before)} members and after {len(after)}. Allowed: the same members in both, in the same "
            "order. Give those who rated both times."
        )
    return before, after


def spread_permutation_test(x, y) -> float:
    """Two-sided permutation p of the difference between two groups' mean gaps (Fisher 1935), exact for small groups.

    Parameters
    ----------
    x, y : array_like of whole numbers, shape (k,)
        How many members of each group chose each level, in scale order.

    Returns
    -------
    float
        Above 0, up to 1: the share of all ways to deal the same ratings out to groups of the same sizes in which the
        mean gaps (see `mean_gap`) differ at least as much, either way. 1 where all members are at one level, or both
        groups spread alike. NaN where a group has fewer than two members, who have no gap.

    Raises
    ------
    ValueError
        Where x or y is not the counts of one item on one scale, or a count is negative, not finite or not whole.

    Notes
    -----
    The two mean gaps are brought to one denominator and compared as whole numbers, so ties between two ways are exact.
    The ways are dealt from the ratings of both groups together, so where the two stand at different places on the scale
    the test is cautious: it sees a change of spread less often, not more.

    Where there are more than 200,000 vectors of level counts, 99,999 ways are drawn, always the same for the same
    ratings, and the one that was seen counts as one more (Phipson and Smyth 2010).

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd.

    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9 (1), 39.

    Examples
    --------
    Two of each end against four in the middle: of the 70 ways, these two alone set the mean gaps so far apart.

    >>> round(spread_permutation_test([2, 0, 2], [0, 4, 0]), 4)
    0.0286
    """
    x, y = one_item(x, y)
    if min(sum(x), sum(y)) < 2:
        return float("nan")
    pooled = [in_x + in_y for in_x, in_y in zip(x, y, strict=True)]
    listed, fewer = are_few(pooled), min(x, y, key=sum)
    vectors = (splits if listed else deals)(pooled, sum(fewer))
    as_far = np.abs(apart(vectors, pooled)) >= abs(apart(np.array([fewer]), pooled)[0])
    if not listed:
        return share(as_far)
    return int(ways(pooled, vectors)[as_far].sum()) / comb(sum(pooled), sum(fewer))


def apart(x: np.ndarray, pooled: list[int]) -> np.ndarray:
    """Mean gap of one group less that of the rest, in whole numbers, up to a factor that all ways share."""
    y = np.array(pooled) - x
    n_x, n_y = int(x[0].sum()), int(y[0].sum())
    return _gaps(x) * (n_y * (n_y - 1)) - _gaps(y) * (n_x * (n_x - 1))


def _gaps(counts: np.ndarray) -> np.ndarray:
    below = counts.cumsum(-1)[:, :-1]
    return (below * (counts.sum(-1, keepdims=True) - below)).sum(-1)
