"""Did the members of a team move one way over a whole section?"""

import numpy as np

from ._numbers import as_numbers, refuse

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

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, section 21. Oliver & Boyd.

    Examples
    --------
    Only ``3 + 2 + 1`` and its mirror image are as far from 0:

    >>> sign_flip_test([3, 2, 1])
    0.25
    """
    sizes = _whole(values)
    ways = _ways_of_sums([abs(size) for size in sizes])
    # Of all sizes together, those of the members who count as up; the rest count as down.
    sums = np.abs(2 * np.arange(ways.size) - (ways.size - 1))
    return int(ways[sums >= abs(sum(sizes))].sum()) / 2 ** len(sizes)


def _ways_of_sums(sizes: list[int]) -> np.ndarray:
    ways = np.zeros(sum(sizes) + 1, dtype=np.int64 if len(sizes) < 63 else object)
    ways[0] = 1
    for size in sizes:
        ways = ways + np.concatenate([np.zeros_like(ways[:size]), ways[: ways.size - size]])
    return ways


def _whole(values) -> list[int]:
    allowed = f"whole numbers. {_GIVE}"
    array = as_numbers(values, "values", allowed)
    if array.ndim != 1:
        raise ValueError(f"values has the shape {array.shape}. Allowed: one row of numbers. {_GIVE}")
    refuse(array, ~(np.isfinite(array) & (array == np.floor(array))), "values", allowed)
    return array.astype(int).tolist()
