"""The smallest p that a test can give with so few members: where it is large, there are too few to tell."""

from itertools import accumulate
from math import comb, exp, lgamma, prod

import numpy as np

from ._arrangements import can_be_counted, marks
from ._counts import checked, plain, single
from ._drawn import DRAWS
from ._numbers import whole_numbers


def smallest_p(n_x, n_y=None):
    """Smallest two-sided p possible, with groups of these sizes or with so many pairs.

    Parameters
    ----------
    n_x : int or array_like of int
        Members of the first group; with ``n_y`` left out, pairs that moved (or members with a sum other than 0).
    n_y : int or array_like of int, optional
        Members of the second group.

    Returns
    -------
    float or ndarray of float
        Above 0, up to 1. Pairs: ``2 / 2**n``, for `sign_test` and `sign_flip_test`. Two groups: ``w / C(n_x + n_y,
        n_x)``, for `permutation_test` and `brunner_munzel_permutation`, with w = 2 where the groups are of one size
        and w = 1 where they are not. 1 where a group is empty, or where nobody moved.

    Raises
    ------
    ValueError
        Where a number is negative, not finite or not whole, or the two shapes do not go together.

    Notes
    -----
    Two groups reach it only where each is at a level of its own. Groups of one size can then change places; groups of
    two sizes cannot, since those at one level are too many or too few for the other group, so one way alone is as far
    apart. Where all members are at different levels it is 2 ways for any sizes. `smallest_p_given` takes the levels at
    hand.

    Examples
    --------
    >>> smallest_p(5)
    0.0625
    >>> smallest_p(3, 3)
    0.1
    """
    n_x = whole_numbers(n_x, "n_x", "Give how many there are.")
    if n_y is None:
        return plain(np.minimum(1, 2 * 0.5**n_x))
    n_y = whole_numbers(n_y, "n_y", "Give how many there are.")
    return plain(np.vectorize(_of_two_groups, otypes=[float])(*_together(n_x, n_y)))


def _of_two_groups(n_x: int, n_y: int) -> float:
    ways = 2 if n_x == n_y else 1
    return min(1, ways / comb(int(n_x) + int(n_y), int(n_x)))


def _together(n_x: np.ndarray, n_y: np.ndarray) -> list[np.ndarray]:
    try:
        return np.broadcast_arrays(n_x, n_y)
    except ValueError as fault:
        raise ValueError(
            f"n_x has the shape {n_x.shape} and n_y the shape {n_y.shape}, which do not go together. "
            "Allowed: one number each, or as many of both. Give the sizes of both groups for the same items."
        ) from fault


def smallest_p_given(pooled, n_x) -> float:
    """Smallest two-sided p of `permutation_test` with exactly these ratings to share out.

    Parameters
    ----------
    pooled : array_like of whole numbers, shape (k,)
        How many members of both groups together chose each level.
    n_x : int
        Members of the first group, no more than there are in both.

    Returns
    -------
    float
        Above 0, up to 1, and never below ``smallest_p(n_x, n_y)``: members at the same level cannot be told apart. 1
        where all members are at one level or a group is empty.

    Raises
    ------
    ValueError
        Where pooled is not the counts of one item, a count is negative, not finite or not whole, or ``n_x`` is not a
        whole number from 0 to the number of members.

    Examples
    --------
    Nobody can tell which three of the four at b belong to the group that stands higher:

    >>> round(smallest_p_given([2, 4], 3), 3)
    0.4
    """
    pooled = single(checked(pooled, whole=True, name="pooled"), "pooled")
    n_x = _size(n_x, sum(pooled))
    ends = _farthest(pooled, n_x)
    if can_be_counted(pooled, n_x):
        return sum(prod(map(comb, pooled, end)) for end in ends) / comb(sum(pooled), n_x)
    every = _log_comb(sum(pooled), n_x)
    return max(sum(exp(sum(map(_log_comb, pooled, end)) - every) for end in ends), 1 / (1 + DRAWS))


def _log_comb(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _farthest(pooled: list[int], n_x: int) -> list[tuple[int, ...]]:
    """The counts of one group where both stand farthest apart: it holds the n_x lowest ratings, or the n_x highest."""
    ends = {tuple(_lowest(pooled, n_x)), tuple(reversed(_lowest(pooled[::-1], n_x)))}
    distance = {end: abs(int(np.dot(end, marks(pooled))) - n_x * sum(pooled)) for end in ends}
    return [end for end in ends if distance[end] == max(distance.values())]


def _lowest(pooled: list[int], n: int) -> list[int]:
    """How many of the n lowest ratings stand at each level."""
    below = [0, *accumulate(pooled)]
    return [min(members, max(0, n - under)) for members, under in zip(pooled, below, strict=False)]


def _size(n_x, everyone: int) -> int:
    size = whole_numbers(n_x, "n_x", "Give how many there are.")
    if size.ndim or size > everyone:
        raise ValueError(
            f"n_x is {n_x}, with {everyone} members in pooled. Allowed: one whole number from 0 to {everyone}. "
            "Give the members of one of the two groups."
        )
    return int(size)
