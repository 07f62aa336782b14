"""All ways to share the ratings of one item out between two groups, counted in whole numbers."""

from functools import lru_cache
from itertools import accumulate
from math import comb, log2, prod

import numpy as np

_INT64 = 2**63
_FEW = 200_000
"""Vectors of level counts that are listed rather than counted by their sums."""


def distances(pooled: list[int], n: int) -> tuple[np.ndarray, np.ndarray]:
    """How far apart two groups can stand, and in how many ways.

    Parameters
    ----------
    pooled : list of int, length k
        How many members of both groups together chose each level.
    n : int
        Members of one of the groups.

    Returns
    -------
    distance : ndarray of int
        Pairs with one group above less pairs with the other above, without its sign. Values may repeat.
    ways : ndarray of int
        Choices of n members that give each distance; they sum to "n out of all".

    Examples
    --------
    Of two members at a and one at b, one is chosen; the one at b stands above the two others:

    >>> distance, ways = distances([2, 1], 1)
    >>> {d: int(ways[distance == d].sum()) for d in (0, 1, 2)}
    {0: 0, 1: 2, 2: 1}
    """
    everyone = sum(pooled)
    # Both groups see the same distances, and the smaller one has fewer ways to keep.
    fewer = min(n, everyone - n)
    sums, ways = _each_vector(pooled, fewer) if are_few(pooled) else _ways_of_sums(pooled, fewer)
    return np.abs(sums - fewer * everyone), ways


def marks(pooled: list[int]) -> list[int]:
    """Twice the middle of each level in the queue of all ratings: the members below it twice, and those at it once.

    Examples
    --------
    >>> marks([2, 0, 1])
    [2, 4, 5]
    """
    return [2 * up_to - at for up_to, at in zip(accumulate(pooled), pooled, strict=True)]


def can_be_counted(pooled: list[int], n: int) -> bool:
    """Whether every way is counted by `distances` in a moment: of up to 66 ratings always."""
    members, fewer = sum(pooled), min(n, sum(pooled) - n)
    # There are at least (members / fewer) ** fewer ways, which is quickly known where their number would be very long.
    far_too_many = fewer > 0 and fewer * log2(members / fewer) >= 63
    return are_few(pooled) or (not far_too_many and comb(members, n) < _INT64)


def are_few(pooled: list[int]) -> bool:
    """Whether the vectors of level counts are few enough to be listed."""
    return prod(members + 1 for members in sorted(pooled)[:-1]) <= _FEW


def _each_vector(pooled: list[int], n: int) -> tuple[np.ndarray, np.ndarray]:
    """The sum of the marks of every vector of level counts that n members can have, and in how many ways."""
    *levels, last = sorted(zip(pooled, marks(pooled), strict=True))
    everyone, kind = sum(pooled), _kind(pooled, n)
    left = everyone
    taken, sums, ways = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64), np.ones(1, dtype=kind)
    for members, mark in levels:
        left -= members
        chosen = np.arange(min(members, n) + 1)
        taken = np.add.outer(taken, chosen).ravel()
        sums = np.add.outer(sums, chosen * mark).ravel()
        ways = np.multiply.outer(ways, _choices(members, n, kind)).ravel()
        if everyone - left > n or left < n:
            fits = (taken <= n) & (taken >= n - left)
            taken, sums, ways = taken[fits], sums[fits], ways[fits]
    # Who is not chosen yet must come from the level that is left: the fullest, which would have made the most vectors.
    members, mark = last
    return sums + (n - taken) * mark, ways * _choices(members, n, kind)[n - taken]


@lru_cache(32)
def _choices(members: int, most: int, kind: type) -> np.ndarray:
    ways = np.array([comb(members, number) for number in range(min(members, most) + 1)], dtype=kind)
    ways.flags.writeable = False
    return ways


def _kind(pooled: list[int], n: int) -> type:
    """Whole numbers of 64 bits where they hold every way, else those of Python."""
    return np.int64 if comb(sum(pooled), n) < _INT64 else object


def _ways_of_sums(pooled: list[int], n: int) -> tuple[np.ndarray, np.ndarray]:
    # ways[m, s]: choices of m members so far whose marks sum to s. No n members can pass the n at the top.
    everyone = sum(pooled)
    ways = np.zeros((n + 1, n * (2 * everyone - n) + 1), dtype=_kind(pooled, n))
    ways[0, 0] = 1
    for members, mark in zip(pooled, marks(pooled), strict=True):
        ways = _with_level(ways, members, mark)
    return np.arange(ways.shape[1]), ways[-1]


def _with_level(ways: np.ndarray, members: int, mark: int) -> np.ndarray:
    rows, columns = ways.shape
    after = np.zeros_like(ways)
    for chosen in range(min(members, rows - 1) + 1):
        step = chosen * mark
        after[chosen:, step:] += comb(members, chosen) * ways[: rows - chosen, : columns - step]
    return after


def splits(pooled: list[int], n: int) -> np.ndarray:
    """Every vector of level counts that n members of the pool can have.

    Returns
    -------
    ndarray of int, shape (vectors, k)

    Examples
    --------
    >>> splits([2, 1], 2).tolist()
    [[1, 1], [2, 0]]
    """
    rows, left = np.zeros((1, 0), dtype=np.int64), np.array([n])
    for level, members in enumerate(pooled):
        row, chosen = (grid.ravel() for grid in np.indices((len(rows), members + 1)))
        after = left[row] - chosen
        kept = (after >= 0) & (after <= sum(pooled[level + 1 :]))
        rows = np.column_stack([rows[row[kept]], chosen[kept]])
        left = after[kept]
    return rows


def ways(pooled: list[int], vectors: np.ndarray) -> np.ndarray:
    """Choices of members that give each vector of level counts, as Python integers.

    Examples
    --------
    >>> ways([2, 1], np.array([[1, 1], [2, 0]])).tolist()
    [2, 1]
    """
    product = np.ones(len(vectors), dtype=object)
    for members, chosen in zip(pooled, vectors.T, strict=True):
        product = product * np.array([comb(members, number) for number in range(members + 1)], dtype=object)[chosen]
    return product
