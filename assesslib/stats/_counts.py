"""What every measure of one rated item needs: counts that can be counted, and answers in their plain form."""

import numpy as np

from ._numbers import as_numbers, refuse

_COUNT = "Give how many members chose that level"
_LEVELS = "Give one count a level, in scale order, zeros included."
_ITEMS = f"as many numbers for every item as the scale has levels. {_LEVELS}"


def checked(counts, whole: bool = False, name: str = "counts") -> np.ndarray:
    """Counts as floats, or an error that says what is wrong with them.

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each of the k >= 2 levels, in scale order.
    whole : bool
        Whether only whole numbers make sense (members), or shares and percentages do too.
    name : str
        What the caller calls the counts, for the messages.

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
    array = _as_levels(as_numbers(counts, name, _ITEMS), name)
    refuse(array, ~(np.isfinite(array) & (array >= 0)), name, f"finite numbers from 0 up. {_COUNT}.")
    if whole:
        refuse(array, array != np.floor(array), name, f"whole numbers from 0 up. {_COUNT}, not a share of them.")
    return array


def checked_items(counts) -> np.ndarray:
    """Counts of the items of a section as floats, one row an item.

    Returns
    -------
    ndarray of float, shape (..., items, k)

    Raises
    ------
    ValueError
        As `checked` for whole counts, and where there is no axis of items.

    Examples
    --------
    >>> checked_items([[2, 0], [1, 1]]).shape
    (2, 2)
    """
    array = checked(counts, whole=True)
    if array.ndim < 2:
        raise ValueError(
            f"counts has the shape {array.shape}, which is a single item. Allowed: items along the last axis but one, "
            "levels along the last. Give one row of counts an item."
        )
    return array


def checked_groups(x, y) -> tuple[np.ndarray, np.ndarray]:
    """Counts of two groups on the same items, as floats.

    Returns
    -------
    x, y : ndarray of float, shapes (..., k) that broadcast

    Raises
    ------
    ValueError
        As `checked` for whole counts, and where the shapes of the two groups do not go together.

    Examples
    --------
    >>> checked_groups([2, 0], [1, 1])
    (array([2., 0.]), array([1., 1.]))
    """
    x, y = checked(x, whole=True, name="x"), checked(y, whole=True, name="y")
    if x.shape == y.shape:
        return x, y
    try:
        np.broadcast_shapes(x.shape, y.shape)
    except ValueError as fault:
        raise ValueError(
            f"x has the shape {x.shape} and y the shape {y.shape}, which do not go together. Allowed: as many levels "
            "in both, for the same items. Give the counts of both groups on one scale."
        ) from fault
    return x, y


def one_item(x, y) -> tuple[list[int], list[int]]:
    """Counts of two groups on one item, as plain integers, which never overflow.

    Returns
    -------
    x, y : list of int, length k

    Raises
    ------
    ValueError
        As `checked_groups`, and where there is more than one item.

    Examples
    --------
    >>> one_item([2, 0], [1, 1])
    ([2, 0], [1, 1])
    """
    x, y = checked_groups(x, y)
    return single(x, "x"), single(y, "y")


def single(array: np.ndarray, name: str) -> list[int]:
    """Checked counts of one item as plain integers, or an error where there is more than one item.

    Examples
    --------
    >>> single(np.array([2.0, 0.0]), "x")
    [2, 0]
    """
    if array.ndim > 1:
        raise ValueError(
            f"{name} has the shape {array.shape}, which is more than one item. Allowed: the counts of one item, one "
            "number a level. Give one item at a time."
        )
    return array.astype(int).tolist()


def _as_levels(array: np.ndarray, name: str) -> np.ndarray:
    if array.ndim == 0:
        raise ValueError(f"{name} is the single number {array:.12g}. Allowed: 2 levels or more. {_LEVELS}")
    if array.shape[-1] < 2:
        raise ValueError(
            f"{name} has the shape {array.shape}: {array.shape[-1]} along the last axis, where the levels are. "
            f"Allowed: 2 levels or more. {_LEVELS}"
        )
    return array


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
