"""Which causes drive the others: the interrelationship digraph."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Arrows:
    """One node of a digraph, with the arrows that leave it and those that reach it."""

    node: Hashable
    out: int
    into: int


def arrows(edges: Iterable[tuple[Hashable, Hashable]], nodes: Iterable[Hashable] = ()) -> list[Arrows]:
    """Arrows out of and into every node: drivers have many out, outcomes many in (Mizuno 1988).

    Parameters
    ----------
    edges : iterable of (from, to)
        "This one drives that one". An arrow drawn twice counts once.
    nodes : iterable of nodes
        Nodes to list first, in this order, also where no arrow touches them.

    Returns
    -------
    list of Arrows
        ``node``, ``out`` and ``into``, from 0 to the number of nodes: those of ``nodes`` first, then the rest in the
        order in which the edges name them. Empty where there is neither.

    Raises
    ------
    ValueError
        Where an edge is not a pair.

    References
    ----------
    Mizuno, S. (1988). Management for Quality Improvement: The Seven New QC Tools. Productivity Press.

    Examples
    --------
    >>> for node in arrows([("trust", "data"), ("trust", "time")], nodes=["time"]):
    ...     print(node)
    Arrows(node='time', out=0, into=1)
    Arrows(node='trust', out=2, into=0)
    Arrows(node='data', out=0, into=1)
    """
    pairs = _pairs(edges)
    names = _nodes(pairs, nodes)
    drawn = _drawn(pairs, names)
    counts = zip(names, drawn.sum(1).tolist(), drawn.sum(0).tolist(), strict=True)
    return [Arrows(*count) for count in counts]


def cycles(edges: Iterable[tuple[Hashable, Hashable]]) -> list[tuple[Hashable, ...]]:
    """Groups of nodes that drive each other in a circle, so that none of them comes first.

    Parameters
    ----------
    edges : iterable of (from, to)
        "This one drives that one".

    Returns
    -------
    list of tuple of nodes
        The strongly connected components with more than one node, and every node with an arrow to itself; nodes, and
        groups by their first node, in the order in which the edges name them. Empty where there is no circle.

    Raises
    ------
    ValueError
        Where an edge is not a pair.

    References
    ----------
    Warshall, S. (1962). A theorem on Boolean matrices. Journal of the ACM 9 (1), 11-12.

    Examples
    --------
    >>> cycles([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d")])
    [('b', 'c'), ('d',)]
    """
    pairs = _pairs(edges)
    names = _nodes(pairs)
    reached = _reached(_drawn(pairs, names))
    groups = [np.flatnonzero(both).tolist() for both in reached & reached.T]
    return [tuple(names[place] for place in group) for own, group in enumerate(groups) if group[:1] == [own]]


def _reached(drawn: np.ndarray) -> np.ndarray:
    reached = drawn
    for between in range(len(drawn)):
        reached = reached | (reached[:, between, None] & reached[between])
    return reached


def _drawn(pairs: list[tuple], names: list) -> np.ndarray:
    place = {name: number for number, name in enumerate(names)}
    drawn = np.zeros((len(names), len(names)), dtype=bool)
    for start, end in pairs:
        drawn[place[start], place[end]] = True
    return drawn


def _nodes(pairs: list[tuple], first: Iterable[Hashable] = ()) -> list:
    return list(dict.fromkeys([*first, *(node for pair in pairs for node in pair)]))


def _pairs(edges: Iterable[tuple[Hashable, Hashable]]) -> list[tuple]:
    pairs = list(edges)
    for place, pair in enumerate(pairs):
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise ValueError(f"edges[{place}] is {pair!r}. Allowed: pairs of nodes. Give each arrow as (from, to).")
    return [tuple(pair) for pair in pairs]
