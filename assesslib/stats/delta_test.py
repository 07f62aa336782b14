"""How often chance alone would set two groups as far apart as they stand."""

from fractions import Fraction
from math import comb

from ._arrangements import distances, marks
from ._counts import one_item


def permutation_test(x, y) -> float:
    """Exact two-sided p of Cliff's delta for two groups on one item (Fisher 1935; Cliff 1993).

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

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd.

    Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological Bulletin 114
    (3), 494-509.

    Examples
    --------
    >>> permutation_test([0, 0, 3], [3, 0, 0])
    0.1
    """
    return float(exact_permutation_p(x, y))


def exact_permutation_p(x, y) -> Fraction:
    """The p of `permutation_test` as an exact fraction.

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
    pooled = [in_x + in_y for in_x, in_y in zip(x, y, strict=True)]
    rank_sum = sum(members * mark for members, mark in zip(x, marks(pooled), strict=True))
    distance, ways = distances(pooled, sum(x))
    as_far = distance >= abs(rank_sum - sum(x) * sum(pooled))
    return Fraction(int(ways[as_far].sum()), comb(sum(pooled), sum(x)))
