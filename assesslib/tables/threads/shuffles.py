"""How easily a thread comes about by chance: the same levels, dealt out anew within each section."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assesslib.framework import Framework
from assesslib.tables.threads.themes import Carried, Rule, home_of


@dataclass(frozen=True)
class Ground:
    """Which items carry which theme, shape (themes, items), and the place of each item's section, shape (items,)."""

    themes: np.ndarray
    sections: np.ndarray


def ground_of(framework: Framework, carried: Sequence[Carried]) -> Ground:
    """The items' themes and sections.

    Examples
    --------
    >>> import assesslib as al
    >>> ground = ground_of(al.load_framework("cdrp-dat-partnership"), [Carried("tag", "Money", "Money", ("4.1",))])
    >>> ground.themes.nonzero()[1].tolist(), ground.sections.tolist()
    ([13], [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4])
    """
    home = home_of(framework)
    places = {section: place for place, section in enumerate(dict.fromkeys(home.values()))}
    carrying = [[item in items for item in home] for items in (frozenset(one.items) for one in carried)]
    return Ground(
        np.array(carrying, dtype=bool).reshape(len(carried), len(home)),
        np.array([places[section] for section in home.values()], dtype=int),
    )


def deals(sections: np.ndarray, levelled: np.ndarray, times: int) -> np.ndarray:
    """Ways to deal the levels out anew; the same ways for the same sections and items without a level.

    Parameters
    ----------
    sections : ndarray of int, shape (items,)
        The place of each item's section.
    levelled : ndarray of bool, shape (items,)
        Which items have a level; the others stay as they are.
    times : int
        How many ways.

    Returns
    -------
    ndarray of int, shape (times, items)
        The item whose level each item gets, always one of its own section.

    Examples
    --------
    >>> deals(np.array([0, 0, 1, 1]), np.array([True, True, True, False]), 2)[:, 2:].tolist()
    [[2, 3], [2, 3]]
    """
    random = np.random.default_rng([times, len(sections), *np.bincount(sections[levelled])])
    dealt = np.tile(np.arange(len(sections), dtype="int32"), (times, 1))
    able = np.flatnonzero(levelled)
    for some in _by_section(sections[levelled]) if len(able) else ():
        own = able[some]
        dealt[:, own] = random.permuted(dealt[:, own], axis=1)
    return dealt


def met(at: np.ndarray, against: np.ndarray, ground: Ground, rule: Rule) -> np.ndarray:
    """Which themes meet the rule.

    Parameters
    ----------
    at, against : ndarray of bool, shape (..., items)
        Which items lie at the end asked for, and which at the level that speaks against it.
    ground : Ground
        The items' themes and sections.
    rule : Rule
        How many items in how many sections.

    Returns
    -------
    ndarray of bool, shape (..., themes)

    Examples
    --------
    >>> ground = Ground(np.array([[True, True, False], [False, True, True]]), np.array([0, 1, 1]))
    >>> met(np.array([True, True, True]), np.zeros(3, dtype=bool), ground, Rule(items=2, sections=2)).tolist()
    [True, False]
    """
    own = _by_section(ground.sections)
    items = _carrying(at, ground.themes)
    sections = sum(_carrying(at[..., section], ground.themes[:, section]) > 0 for section in own)
    return (items >= rule.items) & (sections >= rule.sections) & (_carrying(against, ground.themes) == 0)


def _by_section(sections: np.ndarray) -> list[np.ndarray]:
    """The places of each section's items."""
    ends = np.cumsum(np.unique(sections, return_counts=True)[1])
    return np.split(np.argsort(sections, kind="stable"), ends[:-1])


def _carrying(marked: np.ndarray, themes: np.ndarray) -> np.ndarray:
    """How many of the marked items carry each theme."""
    return marked.astype(np.float32) @ themes.T.astype(np.float32)


def shares(hits: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The share of deals that hit, the one that was found counted among them.

    With the found one left out, a share would claim too much by falling to 0 (Phipson & Smyth 2010).

    Parameters
    ----------
    hits : ndarray of bool, shape (times, ...)
        Which deals hit.
    found : ndarray of bool, shape (...)
        Whether the levels hit as they were given.

    Returns
    -------
    ndarray of float, shape (...)
        From 0 to 1; above 0 where found.

    Examples
    --------
    >>> shares(np.array([[True, False], [False, False], [False, False]]), np.array([True, False])).tolist()
    [0.5, 0.0]
    """
    return (hits.sum(axis=0) + found) / (len(hits) + 1)


def any_share(hits: np.ndarray, found: np.ndarray, sources: Sequence[str]) -> np.ndarray:
    """For each theme, the share of deals in which at least one theme of its source meets the rule.

    Parameters
    ----------
    hits : ndarray of bool, shape (times, themes)
        Which theme meets the rule in which deal.
    found : ndarray of bool, shape (themes,)
        Which meets it as the levels were given.
    sources : sequence of str
        Where each theme comes from.

    Returns
    -------
    ndarray of float, shape (themes,)

    Examples
    --------
    >>> hits = np.array([[True, False, False], [False, True, False], [False, False, False]])
    >>> any_share(hits, np.zeros(3, dtype=bool), ["declared", "declared", "tag"]).tolist()
    [0.5, 0.5, 0.0]
    """
    alike = [np.array([other == source for other in sources]) for source in sources]
    each = [shares(hits[:, same].any(axis=1), found[same].any()) for same in alike]
    return np.array(each, dtype=float)
