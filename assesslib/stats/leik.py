"""Leik's ordinal dispersion."""

import numpy as np

from ._counts import checked, cuts, plain, ratio
from ._distinct import once_a_kind


def leik_d(counts):
    """Ordinal dispersion D: how near the cumulative shares stand to one half (Leik 1966).

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each level, in scale order; shares and percentages will do.

    Returns
    -------
    float or ndarray of float, shape (...)
        From 0 (all at one level) to 1 (half of them at each end); NaN where nobody rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative or not finite.

    References
    ----------
    Leik, R. K. (1966). A measure of ordinal consensus. Pacific Sociological Review 9 (2), 85-90.

    Examples
    --------
    >>> round(leik_d([30, 40, 210, 130, 530, 50, 10]), 3)
    0.287
    """
    return once_a_kind(_leik_d, counts)


def _leik_d(counts):
    counts = checked(counts)
    n = counts.sum(-1)
    smaller_sides = np.minimum(*cuts(counts)).sum(-1)
    return plain(ratio(2 * smaller_sides, (counts.shape[-1] - 1) * n, n > 0))
