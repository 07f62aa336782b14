"""Many items of small teams: few of their counts differ, and each is measured once."""

from collections.abc import Callable

import numpy as np

MANY = 5_000
"""Items from which on it pays to look for those that are alike."""
_MOST_KINDS = 2**23
"""Different counts that there may be at most, by the largest count and the number of levels."""


def once_a_kind(measure: Callable, counts):
    """What a measure of counts, shape (..., k), returns or refuses, worked out once for items with the same counts.

    Examples
    --------
    >>> seen = []
    >>> def largest(counts):
    ...     seen.append(len(counts))
    ...     return counts.max(-1)
    >>> once_a_kind(largest, np.tile([[1, 2], [3, 0]], (MANY, 1)))[:3], seen
    (array([2, 3, 2]), [2])
    """
    found = _kinds(counts)
    if found is None:
        return measure(counts)
    kinds, places = found
    result = measure(kinds)
    return tuple(one[places] for one in result) if isinstance(result, tuple) else result[places]


def _kinds(counts) -> tuple[np.ndarray, np.ndarray] | None:
    """The different counts, shape (kinds, k), and which of them each item has, shape (...); None where it cannot pay.

    Whatever a measure might refuse is left to it.
    """
    if not isinstance(counts, np.ndarray) or counts.ndim < 2 or not _is_whole(counts.dtype):
        return None
    levels = counts.shape[-1]
    if levels < 2 or counts.size < MANY * levels or counts.min() < 0:
        return None
    base = int(counts.max()) + 1
    if base**levels > _MOST_KINDS:
        return None
    numbers = counts @ base ** np.arange(levels)
    there = np.zeros(base**levels, dtype=bool)
    there[numbers] = True
    kinds = np.flatnonzero(there)
    places = np.empty(len(there), dtype="int32")
    places[kinds] = np.arange(len(kinds))
    return kinds[:, None] // base ** np.arange(levels) % base, places[numbers]


def _is_whole(kind: np.dtype) -> bool:
    return kind.kind in "iu" and np.can_cast(kind, "int64")
