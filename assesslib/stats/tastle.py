"""Tastle and Wierman's consensus, a number that has nothing to do with the consensus a team decides."""

import numpy as np

from ._counts import checked, plain, ratio
from ._distinct import once_a_kind


def tastle_wierman(counts):
    """Consensus Cns: how closely the members gather around the middle of their ratings (Tastle & Wierman 2007).

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each level, in scale order; shares and percentages will do.

    Returns
    -------
    float or ndarray of float, shape (...)
        From 0 (half of them at each end) to 1 (all at one level); NaN where nobody rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative or not finite.

    Notes
    -----
    1 + sum of p_i log2(1 - |i - m| / (k - 1)), with p_i the share at level i and m the mean position. It takes the
    levels for equal steps; ``iov`` counts the steps between members instead.

    References
    ----------
    Tastle, W. J. & Wierman, M. J. (2007). Consensus and dissention: a measure of ordinal dispersion. International
    Journal of Approximate Reasoning 45 (3), 531-545.

    Examples
    --------
    >>> round(tastle_wierman([30, 40, 210, 130, 530, 50, 10]), 7)
    0.7256876
    """
    return once_a_kind(_tastle_wierman, counts)


def _tastle_wierman(counts):
    counts = checked(counts)
    n = counts.sum(-1)
    return plain(1 + ratio((counts * _log_nearness(counts, n)).sum(-1), n, n > 0))


def _log_nearness(counts: np.ndarray, n: np.ndarray) -> np.ndarray:
    positions = np.arange(counts.shape[-1])
    middle = ratio((counts * positions).sum(-1), n, n > 0)
    nearness = 1 - np.abs(positions - middle[..., None]) / positions[-1]
    # Nearness is 0 only at one end with everybody at the other: nobody is there, so the level adds nothing.
    return np.log2(nearness, out=np.zeros_like(nearness), where=nearness > 0)
