"""Which of two groups stands higher on an item, and by how much."""

from collections.abc import Sequence

import numpy as np

from ._counts import checked_groups, plain, ratio


def cliffs_delta(x, y):
    """Cliff's delta: how much oftener a member of x stands above a member of y than below (Cliff 1993).

    Parameters
    ----------
    x, y : array_like of whole numbers, shapes (..., k) that broadcast
        How many members of each group chose each level, in scale order.

    Returns
    -------
    float or ndarray of float, shape (...)
        From -1 (all of x stand below all of y) to 1 (all of x stand above all of y); 0 where neither stands above the
        other oftener, as where all members are at one level. NaN where a group is empty.

    Raises
    ------
    ValueError
        Where there are fewer than two levels, the shapes do not go together, or a count is negative, not finite or not
        whole.

    Notes
    -----
    Over the n_x n_y pairs of one member of each group, pairs with x above less pairs with y above, divided by all
    pairs. Pairs at the same level count as neither.

    References
    ----------
    Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological Bulletin 114
    (3), 494-509.

    Examples
    --------
    >>> cliffs_delta([[0, 0, 3], [1, 1, 0]], [[2, 1, 0], [0, 2, 0]])
    array([ 1. , -0.5])
    """
    x, y = checked_groups(x, y)
    pairs = x.sum(-1) * y.sum(-1)
    return plain(ratio(dominance(np.moveaxis(x, -1, 0), np.moveaxis(y, -1, 0)), pairs, pairs > 0))


def dominance(x: Sequence[np.ndarray], y: Sequence[np.ndarray]) -> np.ndarray:
    """Pairs with x above less pairs with y above: what `cliffs_delta` divides by all pairs, for very many items.

    Parameters
    ----------
    x, y : sequence of ndarray
        One array a level, in scale order: how many members of each group chose it, on each item. They are not checked.

    Returns
    -------
    ndarray
        Of the shape of the arrays; 0 where a group is empty.

    Notes
    -----
    Whole levels at a time, since sums of a few neighbours cost an array more than anything else does.

    Examples
    --------
    >>> dominance(np.array([[0, 1], [0, 1], [3, 0]]), np.array([[2, 0], [1, 2], [0, 0]]))
    array([ 9, -2])
    """
    below, twice = 0, 0
    for mine, its in zip(x, y, strict=True):
        # What ties is counted once and what is below twice, so that all pairs can be taken off at the end.
        twice = twice + mine * (2 * below + its)
        below = below + its
    return twice - sum(x) * below
