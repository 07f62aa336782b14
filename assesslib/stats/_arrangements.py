"""All ways to share the ratings of one item out between two groups, counted in whole numbers."""

from itertools import accumulate
from math import comb

import numpy as np

_INT64 = 2**63


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
    ways = _ways_of_sums(pooled, min(n, everyone - n))
    return np.abs(np.arange(ways.size) - min(n, everyone - n) * everyone), ways


def marks(pooled: list[int]) -> list[int]:
    """Twice the middle of each level in the queue of all ratings: the members below it twice, and those at it once.

    Examples
    --------
    >>> marks([2, 0, 1])
    [2, 4, 5]
    """
    return [2 * up_to - at for up_to, at in zip(accumulate(pooled), pooled, strict=True)]


def _ways_of_sums(pooled: list[int], n: int) -> np.ndarray:
    # ways[m, s]: choices of m members so far whose marks sum to s. No n members can pass the n at the top.
    everyone = sum(pooled)
    ways = np.zeros((n + 1, n * (2 * everyone - n) + 1), dtype=np.int64 if comb(everyone, n) < _INT64 else object)
    ways[0, 0] = 1
    for members, mark in zip(pooled, marks(pooled), strict=True):
        ways = _with_level(ways, members, mark)
    return ways[-1]


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
