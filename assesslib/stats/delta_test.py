"""How often chance alone would set two groups as far apart as they stand."""

from fractions import Fraction
from math import comb

import numpy as np

from ._arrangements import can_be_counted, distances, marks
from ._counts import one_item
from ._drawn import deals, share


def permutation_test(x, y) -> float:
    """Two-sided permutation p of Cliff's delta for two groups on one item (Fisher 1935; Cliff 1993).

    Parameters
    ----------
    x, y : array_like of whole numbers, shape (k,)
        How many members of each group chose each level, in scale order.

    Returns
    -------
    float
        Above 0, up to 1: the share of all ways to deal the same ratings out to groups of the same sizes in which the
        groups stand at least as far apart, either way round. 1 where a group is empty or all members are at one level:
        there is only one way.

    Raises
    ------
    ValueError
        Where x or y is not the counts of one item on one scale, or a count is negative, not finite or not whole.

    Notes
    -----
    The statistic is the whole number "pairs with x above less pairs with y above", so ties between two ways are exact,
    and its distribution is counted level by level with hypergeometric weights. Without ties this is the exact
    Mann-Whitney test.

    Where more than 66 members, spread over the levels, make too many ways to count, 99,999 of them are drawn, always
    the same for the same ratings, and the one that was seen counts as one more (Phipson and Smyth 2010).

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd.

    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9 (1), 39.

    Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological Bulletin 114
    (3), 494-509.

    Examples
    --------
    >>> permutation_test([0, 0, 3], [3, 0, 0])
    0.1
    """
    x, y = one_item(x, y)
    pooled = [in_x + in_y for in_x, in_y in zip(x, y, strict=True)]
    if can_be_counted(pooled, sum(x)):
        as_far, ways = _counted(x, pooled)
        return as_far / ways
    fewer = min(x, y, key=sum)
    return share(_apart(deals(pooled, sum(fewer)), pooled) >= _apart(np.array(fewer), pooled))


def _apart(x: np.ndarray, pooled: list[int]) -> np.ndarray:
    """How far apart two groups stand: pairs with one above less pairs with the other above, without its sign."""
    return np.abs(x @ np.array(marks(pooled)) - x.sum(-1) * sum(pooled))


def exact_permutation_p(x, y) -> Fraction:
    """The p of `permutation_test` as an exact fraction, whatever time it takes.

    Parameters
    ----------
    x, y : array_like of whole numbers, shape (k,)
        How many members of each group chose each level, in scale order.

    Returns
    -------
    Fraction
        Above 0, up to 1.

    Raises
    ------
    ValueError
        As `permutation_test`.

    Examples
    --------
    >>> exact_permutation_p([0, 0, 3], [3, 0, 0])
    Fraction(1, 10)
    """
    x, y = one_item(x, y)
    return Fraction(*_counted(x, [in_x + in_y for in_x, in_y in zip(x, y, strict=True)]))


def _counted(x: list[int], pooled: list[int]) -> tuple[int, int]:
    """In how many ways the groups stand as far apart, and how many ways there are."""
    distance, ways = distances(pooled, sum(x))
    as_far = distance >= _apart(np.array(x), pooled)
    return int(ways[as_far].sum()), comb(sum(pooled), sum(x))
