"""Did the members of a team move one way over a whole section?"""

import numpy as np

from ._drawn import flips, share
from ._numbers import as_numbers, refuse

_MOST = 2 * 10**9
"""Bits that are added up at most: with so many ways of so many sums for each of so many members."""
_GIVE = "Give one whole number a member: items moved up less items moved down."


def sign_flip_test(values) -> float:
    """Exact two-sided sign-flip test of the sum of the members' values (Fisher 1935).

    Parameters
    ----------
    values : array_like of whole numbers, shape (members,)
        One value a member, such as the items they moved up less the items they moved down.

    Returns
    -------
    float
        Above 0, up to 1: of all ways to turn the signs of the values round, the share whose sum is at least as far
        from 0. 1 where there are no members, all values are 0, or they sum to 0.

    Raises
    ------
    ValueError
        Where values is not one row of numbers, or a number is not finite or not whole.

    Notes
    -----
    Members are independent of each other, the items of one member are not, so it is the member whose sign is turned.
    The sums are counted as whole numbers. Where every value is 1 or -1 this is `sign_test`. Members at 0 change
    nothing.

    Of some 300 members on, with large values, 99,999 ways to turn the signs are drawn instead, always the same for the
    same values, and the one that was seen counts as one more (Phipson and Smyth 2010).

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, section 21. Oliver & Boyd.

    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9 (1), 39.

    Examples
    --------
    Only ``3 + 2 + 1`` and its mirror image are as far from 0:

    >>> sign_flip_test([3, 2, 1])
    0.25
    """
    signed = [value for value in _whole(values) if value]
    sizes, far = [abs(value) for value in signed], abs(sum(signed))
    if not can_be_flipped(sizes):
        return share(np.abs(flips(sizes)) >= far)
    # Of all sizes together, those of the members who count as up; the rest count as down.
    ways = _ways_up_to((sum(sizes) - far) // 2, sizes)
    # As many sums are as far above 0 as below it.
    return (2 * ways if far else 2 ** len(sizes)) / 2 ** len(sizes)


def can_be_flipped(sizes: list[int]) -> bool:
    """Whether every way to turn the signs of so many sizes is counted in a moment: of up to 66 members always."""
    return len(sizes) <= 66 or len(sizes) ** 2 * sum(sizes) // 2 <= _MOST


def _ways_up_to(most: int, sizes: list[int]) -> int:
    """In how many ways some of the sizes come to so much at most."""
    # One long number holds the ways of every sum, each in as many bits as hold them all: to add it to itself, moved up
    # by a size, is to let that member be up or down with each.
    bits = len(sizes) + 1
    held, all_ways = (1 << bits * (most + 1)) - 1, 1
    for size in sorted(sizes):
        all_ways += (all_ways << bits * size) & held if size <= most else 0
        all_ways &= held
    # The remainder is the sum of the digits, as it is of 9 in writing by tens.
    return all_ways % ((1 << bits) - 1)


def _whole(values) -> list[int]:
    allowed = f"whole numbers. {_GIVE}"
    array = as_numbers(values, "values", allowed)
    if array.ndim != 1:
        raise ValueError(f"values has the shape {array.shape}. Allowed: one row of numbers. {_GIVE}")
    refuse(array, ~(np.isfinite(array) & (array == np.floor(array))), "values", allowed)
    return array.astype(int).tolist()
