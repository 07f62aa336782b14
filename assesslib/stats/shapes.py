"""A word for how the members of a team stand on one item."""

import numpy as np

from ._counts import checked, plain
from ._distinct import once_a_kind
from .positions import medians, range_


def shape(counts):
    """The shape of the ratings, in a word or two.

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    str or ndarray of str, shape (...)
        The first that fits: ``""`` (nobody rated), ``"one rating"``, ``"unanimous"`` (all at one level),
        ``"adjacent"`` (at two neighbouring levels), ``"two camps"`` (see `two_camps`), ``"lone voice"`` (see
        `lone_voice`), ``"scattered"`` (anything else).

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative, not finite or not whole.

    Examples
    --------
    >>> shape([[0, 4, 3, 0], [3, 0, 0, 3], [1, 0, 5, 0], [2, 2, 2, 2]])
    array(['adjacent', 'two camps', 'lone voice', 'scattered'], dtype='<U10')
    """
    return once_a_kind(_shape, counts)


def _shape(counts):
    counts = checked(counts, whole=True)
    n, apart = counts.sum(-1), range_(counts)
    words = {
        "": n == 0,
        "one rating": n == 1,
        "unanimous": np.equal(apart, 0),
        "adjacent": np.equal(apart, 1),
        "two camps": two_camps(counts),
        "lone voice": lone_voice(counts),
    }
    return plain(np.select(list(words.values()), list(words), "scattered"))


def two_camps(counts):
    """Whether some cut leaves a camp on each side and at least two levels between the two.

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    bool or ndarray of bool, shape (...)
        True where each side holds at least two members and at least a third of them all, rounded, and the nearest
        members of the two sides stand two levels or more apart.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative, not finite or not whole.

    Examples
    --------
    >>> two_camps([[3, 0, 2, 0], [3, 2, 0, 0], [4, 0, 0, 1]])
    array([ True, False, False])
    """
    return once_a_kind(_two_camps, counts)


def _two_camps(counts):
    counts = checked(counts, whole=True)
    running = counts.cumsum(-1)
    n = running[..., -1:]
    camp = np.maximum(2, np.rint(n / 3))
    # Two levels or more between the nearest of the two sides means that a level between the sides is empty.
    between = (counts == 0) & (running >= camp) & (n - running >= camp)
    return plain(between.any(-1))


def lone_voice(counts):
    """Whether exactly one member stands two levels or more from the nearest median, with nobody beside them.

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., k)
        How many members chose each level, in scale order.

    Returns
    -------
    bool or ndarray of bool, shape (...)
        True where one member stands so far from the nearest median, nobody else does, and every other member stands two
        levels or more away. Without the last, the end of an even spread would count as one.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative, not finite or not whole.

    Examples
    --------
    >>> lone_voice([[1, 0, 5, 0, 0], [1, 0, 5, 0, 1], [1, 3, 3, 3, 3]])
    array([ True, False, False])
    """
    return once_a_kind(_lone_voice, counts)


def _lone_voice(counts):
    counts = checked(counts, whole=True)
    positions = np.arange(counts.shape[-1])
    steps = [np.abs(positions - np.asarray(median)[..., None]) for median in medians(counts)]
    far_off = counts * (np.minimum(*steps) >= 2)
    return plain((far_off.sum(-1) == 1) & ((far_off * _beside(counts)).sum(-1) == 0))


def _beside(counts: np.ndarray) -> np.ndarray:
    """Members at the two levels next to each level."""
    beside = np.zeros_like(counts)
    beside[..., 1:] += counts[..., :-1]
    beside[..., :-1] += counts[..., 1:]
    return beside
