"""The smallest p that the tests of spread can give with the ratings at hand."""

from functools import lru_cache
from math import comb

import numpy as np

from assesslib import stats
from assesslib.stats._arrangements import splits, ways

_SAME = 1e-9


def smallest_of_both(before: np.ndarray, after: np.ndarray) -> float:
    """Smallest p of `stats.spread_flip_test` with these pairs of ratings, whichever way round each came.

    Parameters
    ----------
    before, after : ndarray of int, shape (members,)
        Places on the scale, the lowest at 0.

    Returns
    -------
    float
        ``2 / 2**m``, with m members whose own ratings, turned round, would change the spread; 1 where there is none.

    Examples
    --------
    >>> smallest_of_both(np.array([0, 0, 0, 2, 2, 2]), np.ones(6, dtype=int))
    0.03125
    >>> smallest_of_both(np.array([0, 0]), np.array([1, 1]))
    1.0
    """
    cuts = np.arange(max(before.max(initial=0), after.max(initial=0)))
    was, now = before[:, None] <= cuts, after[:, None] <= cuts
    # At a cut with as many below it before as there are above it after, nobody's turn changes anything.
    weight = len(before) - was.sum(0) - now.sum(0)
    own = ((now.astype(int) - was) * weight).sum(-1)
    return float(stats.smallest_p(int((own != 0).sum())))


@lru_cache(maxsize=4096)
def smallest_of_all(before: tuple[int, ...], after: tuple[int, ...]) -> float:
    """Smallest p of `stats.spread_permutation_test` with these ratings, however they are dealt out to the two years.

    Parameters
    ----------
    before, after : tuple of int, length k
        How many members chose each level.

    Returns
    -------
    float
        Above 0, up to 1; NaN where a year has fewer than two members.

    Examples
    --------
    >>> round(smallest_of_all((2, 0, 2), (0, 4, 0)), 4)
    0.0286
    """
    if min(sum(before), sum(after)) < 2:
        return float("nan")
    pooled = [one + other for one, other in zip(before, after, strict=True)]
    dealt = splits(pooled, sum(before))
    gaps = (np.atleast_1d(stats.mean_gap(side)) for side in (dealt, np.array(pooled) - dealt))
    apart = np.abs(np.subtract(*gaps))
    farthest = apart > apart.max() - _SAME
    return int(ways(pooled, dealt)[farthest].sum()) / comb(sum(pooled), sum(before))
