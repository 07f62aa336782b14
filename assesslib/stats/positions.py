"""Where members stand on the scale: the two medians and the range."""

import numpy as np

from ._counts import checked, plain
from ._distinct import once_a_kind


def medians(counts):
    """Positions of the low and the high median: the middle member, or the two middle members where n is even.

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    low, high : int or ndarray of int, shape (...)
        Positions on the scale, the first level at 0; equal where n is odd, -1 where nobody rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative, not finite or not whole.

    Examples
    --------
    >>> medians([2, 0, 1, 1])
    (0, 2)
    """
    return once_a_kind(_medians, counts)


def _medians(counts):
    counts = checked(counts, whole=True)
    n = counts.sum(-1)
    return _position_of(counts, (n + 1) // 2), _position_of(counts, n // 2 + 1)


def _position_of(counts: np.ndarray, rank: np.ndarray):
    running = counts.cumsum(-1)
    position = (running < rank[..., None]).sum(-1)
    return plain(np.where(running[..., -1] > 0, position, -1))


def range_(counts):
    """Levels between the lowest and the highest rating.

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    int or ndarray of int, shape (...)
        From 0 (all at one level) to k - 1; -1 where nobody rated.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative or not finite.

    Examples
    --------
    >>> range_([[0, 2, 0, 1], [0, 0, 0, 0]])
    array([ 2, -1])
    """
    return once_a_kind(_range, counts)


def _range(counts):
    used = checked(counts) > 0
    lowest = used.argmax(-1)
    highest = used.shape[-1] - 1 - used[..., ::-1].argmax(-1)
    return plain(np.where(used.any(-1), highest - lowest, -1))
