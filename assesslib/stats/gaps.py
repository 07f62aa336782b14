"""How many levels lie between two members: the mean gap, and the same as a part of the largest possible."""

import numpy as np

from ._counts import checked, cuts, plain, ratio
from ._distinct import once_a_kind


def mean_gap(counts):
    """Average distance, in levels, between two different members.

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    float or ndarray of float, shape (...)
        In levels, from 0 (unanimous) to k - 1 (two members, one at each end); NaN where fewer than two members rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative or not finite.

    Notes
    -----
    The mean of ``|i - j|`` over the n (n - 1) / 2 pairs of members, also known as Gini's mean difference (Gini 1912).

    Examples
    --------
    Members at a, a and d differ by 0, 3 and 3 levels:

    >>> mean_gap([2, 0, 0, 1])
    2.0
    """
    return once_a_kind(_mean_gap, counts)


def _mean_gap(counts):
    counts = checked(counts)
    n = counts.sum(-1)
    return plain(ratio(_pair_gaps(counts), n * (n - 1) / 2, n >= 2))


def iov(counts):
    """Index of ordinal variation: the gaps between members as a part of the largest possible (Berry & Mielke 1992).

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    float or ndarray of float, shape (...)
        From 0 (only where all members agree) to 1 (half of them at each end, as nearly as n allows); NaN where fewer
        than two members rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative, not finite or not whole.

    Notes
    -----
    The sum of ``|i - j|`` over all pairs of members, divided by (k - 1) n**2 / 4 for even n and by
    (k - 1) (n**2 - 1) / 4 for odd n. A step down by one member together with a step up by another who stood no lower
    always raises it, and so does at least one of the two steps alone; a step away from the median never lowers it.

    References
    ----------
    Berry, K. J. & Mielke, P. W. (1992). Assessment of variation in ordinal data. Perceptual and Motor Skills 74,
    63-66.

    Examples
    --------
    >>> iov([[3, 0, 0, 3], [0, 3, 3, 0], [0, 6, 0, 0]])
    array([1.        , 0.33333333, 0.        ])
    """
    return once_a_kind(_iov, counts)


def _iov(counts):
    counts = checked(counts, whole=True)
    n = counts.sum(-1)
    largest = (counts.shape[-1] - 1) * (n**2 - n % 2) / 4
    return plain(ratio(_pair_gaps(counts), largest, n >= 2))


def _pair_gaps(counts: np.ndarray) -> np.ndarray:
    # Two members stand as many levels apart as there are cuts between them.
    below, above = cuts(counts)
    return (below * above).sum(-1)
