"""Many tests at once: p values that allow for how many there are."""

import numpy as np

from ._counts import plain
from ._numbers import as_numbers, refuse

_ALLOWED = "numbers from 0 to 1, or NaN where there was no test. Give one p a test."


def benjamini_hochberg(p):
    """Adjusted p values that control the false discovery rate (Benjamini & Hochberg 1995).

    Parameters
    ----------
    p : array_like, shape (..., tests)
        The p values of one family along the last axis; NaN where there was no test.

    Returns
    -------
    float or ndarray of float, shape (..., tests)
        From p up to 1, in the order of p. NaN stays NaN and does not count as a test.

    Raises
    ------
    ValueError
        Where p is not an array of numbers, or one is below 0 or above 1.

    Notes
    -----
    With m tests, the p in place i from the smallest becomes the least ``p_j m / j`` over places j >= i.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to
    multiple testing. Journal of the Royal Statistical Society B 57 (1), 289-300.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, float("nan")])
    array([0.03, 0.04, 0.04,  nan])
    """
    array = as_numbers(p, "p", _ALLOWED)
    refuse(array, (array < 0) | (array > 1) | np.isinf(array), "p", _ALLOWED)
    family = np.atleast_1d(array)
    order = np.argsort(family, -1)
    adjusted = np.empty_like(family)
    np.put_along_axis(adjusted, order, _in_order(np.take_along_axis(family, order, -1)), -1)
    return plain(adjusted.reshape(array.shape))


def _in_order(p: np.ndarray) -> np.ndarray:
    """Adjusted values of p values in rising order, NaN last."""
    tests = np.sum(~np.isnan(p), -1, keepdims=True)
    raised = p * (tests / np.arange(1, p.shape[-1] + 1))
    least = np.fmin.accumulate(raised[..., ::-1], -1)[..., ::-1]
    return np.where(np.isnan(p), np.nan, least)
