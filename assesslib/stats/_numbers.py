"""Numbers that can be reckoned with, or an error that says which one cannot."""

import reprlib

import numpy as np


def as_numbers(values, name: str, allowed: str) -> np.ndarray:
    """Values as floats; text, gaps and ragged lists are refused.

    Parameters
    ----------
    values : array_like
        Numbers, in any nesting.
    name : str
        What the caller calls them, for the message.
    allowed : str
        What would have done instead, and what to do, for the message.

    Returns
    -------
    ndarray of float

    Raises
    ------
    ValueError
        Where values is not an array of numbers.

    Examples
    --------
    >>> as_numbers([1, 2], "p", "numbers.")
    array([1., 2.])
    """
    try:
        array = np.asarray(values)
        # Text would turn into numbers without a word, so only numbers and objects that are numbers go on.
        if array.dtype.kind not in "buifO":
            raise TypeError(array.dtype)
        return array.astype(float)
    except (TypeError, ValueError) as fault:
        raise ValueError(
            f"{name} is {reprlib.repr(values)}, which is not an array of numbers. Allowed: {allowed}"
        ) from fault


def refuse(array: np.ndarray, wrong: np.ndarray, name: str, allowed: str) -> None:
    """Raise for the first number that is wrong, with its place and value; nothing where none is.

    Examples
    --------
    >>> refuse(np.array([1.0, 2.0]), np.array([False, False]), "p", "numbers.")
    """
    if wrong.any():
        first = tuple(np.argwhere(wrong)[0].tolist())
        place = f"{name}[{', '.join(map(str, first))}]" if first else name
        raise ValueError(f"{place} is {array[first]:.12g}. Allowed: {allowed}")


def whole_numbers(values, name: str, give: str) -> np.ndarray:
    """How many there are of something, one number or an array of them, as whole numbers from 0 up.

    Returns
    -------
    ndarray of int

    Raises
    ------
    ValueError
        Where values is not an array of numbers, or one is negative, not finite or not whole.

    Examples
    --------
    >>> whole_numbers([3, 0], "up", "Give how many went up.")
    array([3, 0])
    """
    allowed = f"whole numbers from 0 up. {give}"
    array = as_numbers(values, name, allowed)
    refuse(array, ~(np.isfinite(array) & (array >= 0) & (array == np.floor(array))), name, allowed)
    return array.astype(int)
