"""Which of two groups stands higher on an item, and by how much."""

from ._counts import checked_groups, plain, ratio


def cliffs_delta(x, y):
    """Cliff's delta: how much oftener a member of x stands above a member of y than below (Cliff 1993).

    Parameters
    ----------
    x, y : array_like of whole numbers, shapes (..., k) that broadcast
        How many members of each group chose each level, in scale order.

    Returns
    -------
    float or ndarray of float, shape (...)
        From -1 (all of x stand below all of y) to 1 (all of x stand above all of y); 0 where neither stands above the
        other oftener, as where all members are at one level. NaN where a group is empty.

    Raises
    ------
    ValueError
        Where there are fewer than two levels, the shapes do not go together, or a count is negative, not finite or not
        whole.

    Notes
    -----
    Over the n_x n_y pairs of one member of each group, pairs with x above less pairs with y above, divided by all
    pairs. Pairs at the same level count as neither.

    References
    ----------
    Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological Bulletin 114
    (3), 494-509.

    Examples
    --------
    >>> cliffs_delta([[0, 0, 3], [1, 1, 0]], [[2, 1, 0], [0, 2, 0]])
    array([ 1. , -0.5])
    """
    x, y = checked_groups(x, y)
    pairs = x.sum(-1) * y.sum(-1)
    below_less_above = 2 * y.cumsum(-1) - y - y.sum(-1, keepdims=True)
    return plain(ratio((x * below_less_above).sum(-1), pairs, pairs > 0))
