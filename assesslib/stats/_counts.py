"""What every measure of one rated item needs: counts that can be counted, and answers in their plain form."""

import reprlib

import numpy as np

_COUNT = "Give how many members chose that level"
_LEVELS = "Give one count a level, in scale order, zeros included."


def checked(counts, whole: bool = False) -> np.ndarray:
    """Counts as floats, or an error that says what is wrong with them.

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each of the k >= 2 levels, in scale order.
    whole : bool
        Whether only whole numbers make sense (members), or shares and percentages do too.

    Returns
    -------
    ndarray of float, shape (..., k)

    Raises
    ------
    ValueError
        Where counts is not an array of numbers, has fewer than two levels, or holds a count that is negative, not
        finite or (with ``whole``) not whole.

    Examples
    --------
    >>> checked([2, 0, 1])
    array([2., 0., 1.])
    """
    array = _as_levels(_as_numbers(counts))
    _refuse(array, ~(np.isfinite(array) & (array >= 0)), f"finite numbers from 0 up. {_COUNT}.")
    if whole:
        _refuse(array, array != np.floor(array), f"whole numbers from 0 up. {_COUNT}, not a share of them.")
    return array


def _as_numbers(counts) -> np.ndarray:
    try:
        array = np.asarray(counts)
        # Text would turn into numbers without a word, so only numbers and objects that are numbers go on.
        if array.dtype.kind not in "buifO":
            raise TypeError(array.dtype)
        return array.astype(float)
    except (TypeError, ValueError) as fault:
        raise ValueError(
            f"counts is {reprlib.repr(counts)}, which is not an array of numbers. "
            f"Allowed: as many numbers for every item as the scale has levels. {_LEVELS}"
        ) from fault


def _as_levels(array: np.ndarray) -> np.ndarray:
    if array.ndim == 0:
        raise ValueError(f"counts is the single number {array:.12g}. Allowed: 2 levels or more. {_LEVELS}")
    if array.shape[-1] < 2:
        raise ValueError(
            f"counts has the shape {array.shape}: {array.shape[-1]} along the last axis, where the levels are. "
            f"Allowed: 2 levels or more. {_LEVELS}"
        )
    return array


def _refuse(array: np.ndarray, wrong: np.ndarray, allowed: str) -> None:
    if wrong.any():
        first = tuple(np.argwhere(wrong)[0].tolist())
        raise ValueError(f"counts[{', '.join(map(str, first))}] is {array[first]:.12g}. Allowed: {allowed}")


def cuts(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Members below and above each of the k - 1 cuts between neighbouring levels.

    Returns
    -------
    below, above : ndarray, shape (..., k - 1)

    Examples
    --------
    >>> cuts(np.array([2.0, 0.0, 1.0]))
    (array([2., 2.]), array([1., 1.]))
    """
    running = counts.cumsum(-1)
    # The total comes from the same running sum: rounding of shares must leave nobody above the highest rating.
    return running[..., :-1], running[..., -1:] - running[..., :-1]


def ratio(top, bottom, defined) -> np.ndarray:
    """``top / bottom`` where it is defined, NaN elsewhere.

    Examples
    --------
    >>> ratio(np.array([1.0, 1.0]), np.array([4.0, 0.0]), np.array([True, False]))
    array([0.25,  nan])
    """
    return np.divide(top, bottom, out=np.full(np.shape(top), np.nan), where=defined)


def plain(result):
    """An array as it is; a single value as a Python number, truth value or word.

    Examples
    --------
    >>> plain(np.array(0.5))
    0.5
    """
    array = np.asarray(result)
    return array if array.ndim else array.item()
