"""Did more members move up than down, by count alone?"""

import numpy as np

from ._counts import plain
from ._numbers import whole_numbers


def sign_test(up, down):
    """Exact two-sided sign test: as many up as down, or more of one than chance would give (Dixon & Mood 1946).

    Parameters
    ----------
    up, down : int or array_like of int, shapes that broadcast
        Pairs that moved each way. Pairs that stayed the same take no part.

    Returns
    -------
    float or ndarray of float
        Above 0, up to 1; 1 where nobody moved, and where as many moved up as down.

    Raises
    ------
    ValueError
        Where a number is negative, not finite or not whole, or the two shapes do not go together.

    Notes
    -----
    Twice the chance that at most ``min(up, down)`` of ``up + down`` tosses of a coin show heads, and no more than 1.

    References
    ----------
    Dixon, W. J. & Mood, A. M. (1946). The statistical sign test. Journal of the American Statistical Association 41
    (236), 557-566.

    Examples
    --------
    >>> sign_test([5, 4, 0], [0, 1, 0])
    array([0.0625, 0.375 , 1.    ])
    """
    up = whole_numbers(up, "up", "Give how many moved up.")
    down = whole_numbers(down, "down", "Give how many moved down.")
    return plain(np.vectorize(_of_counts, otypes=[float])(*_together(up, down)))


def _of_counts(up: int, down: int) -> float:
    moved, fewer = int(up + down), int(min(up, down))
    tail = ways = 1
    for heads in range(fewer):
        # From each number of heads to the next: of thousands of members every one alone takes long to count.
        ways = ways * (moved - heads) // (heads + 1)
        tail += ways
    return min(1, 2 * tail / 2**moved)


def _together(up: np.ndarray, down: np.ndarray) -> list[np.ndarray]:
    try:
        return np.broadcast_arrays(up, down)
    except ValueError as fault:
        raise ValueError(
            f"up has the shape {up.shape} and down the shape {down.shape}, which do not go together. "
            "Allowed: one number each, or as many of both. Give both numbers for the same items."
        ) from fault
