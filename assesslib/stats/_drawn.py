"""Some of the ways to deal ratings out, or to turn signs, drawn: for groups too large for all ways to be counted."""

from collections import Counter

import numpy as np

DRAWS = 99_999


def deals(pooled: list[int], n: int) -> np.ndarray:
    """Vectors of level counts that n members of the pool may have, each as likely as it is; the same for the same pool.

    Returns
    -------
    ndarray of int, shape (DRAWS, k)
    """
    # The seed is what is shared out, so that nobody's p changes from one reading to the next.
    return np.random.default_rng([*pooled, n]).multivariate_hypergeometric(pooled, n, size=DRAWS, method="marginals")


def flips(sizes: list[int]) -> np.ndarray:
    """Sums of the sizes with each sign as likely as the other; the same for the same sizes.

    Returns
    -------
    ndarray of int, shape (DRAWS,)
    """
    draw = np.random.default_rng(sorted(sizes))
    return sum(size * (2 * draw.binomial(members, 0.5, size=DRAWS) - members)
               for size, members in sorted(Counter(sizes).items()))  # fmt: skip


def share(as_far: np.ndarray) -> float:
    """The p of drawn ways of which these are as far apart as the one that was seen, which counts as one of them.

    References
    ----------
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9 (1), 39.
    """
    return (1 + int(as_far.sum())) / (1 + len(as_far))
