"""The smallest p that the tests of spread can give with the ratings at hand."""

from math import comb

import numpy as np

from ._arrangements import are_few, splits, ways
from ._counts import one_item
from ._drawn import DRAWS
from .sign_flip import can_be_flipped
from .smallest import smallest_p
from .spread_change import apart, own_shares


def smallest_flip_p(before, after) -> float:
    """Smallest p of `spread_flip_test` with these pairs of ratings, whichever way round each came.

    Parameters
    ----------
    before, after : array_like of whole numbers, shape (members,)
        Where each member stood on the scale and stands now, the first level at 0; members in the same order.

    Returns
    -------
    float
        ``2 / 2**m``, with m members whose own ratings, turned round, would change the spread; 1 where there is none.
        Where ways are drawn, one in as many as are drawn and one.

    Raises
    ------
    ValueError
        As `spread_flip_test`.

    Examples
    --------
    >>> smallest_flip_p([0, 0, 0, 2, 2, 2], [1, 1, 1, 1, 1, 1])
    0.03125
    >>> smallest_flip_p([0, 0], [1, 1])
    1.0
    """
    sizes = [abs(share) for share in own_shares(before, after).tolist() if share]
    return max(float(smallest_p(len(sizes))), 0 if can_be_flipped(sizes) else 1 / (1 + DRAWS))


def smallest_spread_p(x, y) -> float:
    """Smallest p of `spread_permutation_test` with these ratings, however they are dealt out to the two groups.

    Parameters
    ----------
    x, y : array_like of whole numbers, shape (k,)
        How many members of each group chose each level, in scale order.

    Returns
    -------
    float
        Above 0, up to 1; NaN where a group has fewer than two members.

    Raises
    ------
    ValueError
        As `spread_permutation_test`.

    Examples
    --------
    >>> round(smallest_spread_p([2, 0, 2], [0, 4, 0]), 4)
    0.0286
    """
    x, y = one_item(x, y)
    if min(sum(x), sum(y)) < 2:
        return float("nan")
    pooled = [in_x + in_y for in_x, in_y in zip(x, y, strict=True)]
    if not are_few(pooled):
        return 1 / (1 + DRAWS)
    dealt = splits(pooled, sum(x))
    distance = np.abs(apart(dealt, pooled))
    return int(ways(pooled, dealt)[distance == distance.max()].sum()) / comb(sum(pooled), sum(x))
