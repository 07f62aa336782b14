"""Where each item lies on the scale, and which items lie at its ends."""

from typing import Protocol

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.framework import Framework
from assesslib.ratings import level_counts
from assesslib.tables.anonymity import check_tier, veiled
from assesslib.tables.arguments import check_assessment, refuse

NOWHERE = -1
"""The place of an item that has no level."""
GOLDEN, FAULT = "golden thread", "fault line"


class Said(Protocol):
    """What these tables need of an assessment."""

    framework: Framework
    consensus: pd.DataFrame
    ratings: pd.DataFrame
    notes: pd.DataFrame


def places_of(said: Said, basis: str, anonymity: str, do: str) -> np.ndarray:
    """The places of every item on the scale by one of the `BASES`, ``anonymity`` as for `medians`.

    Raises
    ------
    FaultsError
        An unknown basis, with ``do`` as what to do about it; an unknown tier; or anything but an assessment.
    """
    check_assessment(said, "framework", "consensus", "ratings", "notes")
    check_tier(anonymity)
    if not isinstance(basis, str) or basis not in BASES:
        refuse("is not a basis for threads", basis, do, tuple(BASES))
    return BASES[basis](said) if basis == "consensus" else BASES[basis](said, anonymity)


def agreed(said: Said) -> np.ndarray:
    """The consensus as places on the scale.

    Returns
    -------
    ndarray of int, shape (items, 2)
        The lowest and the highest place of each item, the first level at 0: they differ only where facets do. Both are
        `NOWHERE` where the item is unresolved, not settled, or has a facet without a level.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> agreed(al.open_assessment(shipped("data") / "collaboration-2026"))[24:28].tolist()
    [[-1, -1], [2, 2], [2, 2], [-1, -1]]
    """
    rows = said.consensus
    settled = rows["state"].isin(["rated", "split"])
    places = rows["level"].cat.codes.where(settled, NOWHERE).groupby(rows["item"], sort=False)
    ends = pd.DataFrame({"low": places.min(), "high": places.max()})
    return _in_order(ends.mask(ends["low"] == NOWHERE, NOWHERE), said.framework)


def medians(said: Said, anonymity: str = "named") -> np.ndarray:
    """The two medians of what members rated alone, as places on the scale.

    At any tier but ``"named"``, an item that fewer than three rated has none.

    Returns
    -------
    ndarray of int, shape (items, 2)
        The low and the high median of each item, the first level at 0; both `NOWHERE` where nobody rated it, or
        too few for the tier.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> medians(al.open_assessment(shipped("data") / "collaboration-2026"))[:3].tolist()
    [[3, 3], [2, 2], [2, 2]]
    """
    counts = level_counts(veiled(said.ratings, anonymity))
    low, high = stats.medians(counts[list(said.framework.codes)].to_numpy())
    return _in_order(pd.DataFrame({"low": low, "high": high}, index=counts["item"]), said.framework)


BASES = {"consensus": agreed, "medians": medians}


def _in_order(ends: pd.DataFrame, framework: Framework) -> np.ndarray:
    return ends.reindex([item.id for item in framework.items], fill_value=NOWHERE).to_numpy(dtype=int)


def at_the_ends(places: np.ndarray, levels: int, direction: str) -> tuple[np.ndarray, np.ndarray]:
    """Which items lie at the end a thread asks for, and which at the level that speaks against it.

    Parameters
    ----------
    places : ndarray of int, shape (..., 2)
        The lowest and the highest place of each item, or `NOWHERE` twice.
    levels : int
        How many levels the scale has.
    direction : str
        A golden thread asks for the top two levels and has the bottom one against it; a fault line is the mirror. A
        scale of two or three levels has one at each end.

    Returns
    -------
    at, against : ndarray of bool, shape (...)
        At the end: both places are there. Against: one of them is.

    Examples
    --------
    >>> at_the_ends(np.array([[3, 4], [2, 3], [0, 3], [-1, -1]]), 5, GOLDEN)
    (array([ True, False, False, False]), array([False, False,  True, False]))
    """
    low, high = places[..., 0], places[..., 1]
    nearest = low if direction == GOLDEN else levels - 1 - high
    known = low != NOWHERE
    return known & (nearest >= levels - min(2, levels // 2)), known & (nearest == 0)
