"""Where the boxes of a digraph stand: in layers along its arrows, so that no line has to pass through a box."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

SWEEPS = 8
"""How often the layers are put in order, and moved, after their neighbours: down and up in turn."""
Edge = tuple[str, str]


class Layers(NamedTuple):
    """The layers in order, each from its first place to its last; and of every edge the places it passes.

    A place is a node, or the ``(edge, layer)`` at which an edge passes a layer. An edge's way goes down the layers,
    against the arrow for those in ``back``.
    """

    places: tuple[tuple[Hashable, ...], ...]
    ways: Mapping[Edge, tuple[Hashable, ...]]
    back: frozenset[Edge]

    @property
    def links(self) -> list[tuple[Hashable, Hashable]]:
        """Every piece of an edge's way from one layer to the next."""
        return [link for way in self.ways.values() for link in pairwise(way)]


def layers_of(edges: Sequence[Edge], circles: Mapping[str, int]) -> Layers:
    """Layers of the nodes that edges touch, in the order of ``circles``: sources first, what leads nowhere last.

    Parameters
    ----------
    edges : sequence of (from, to)
        Each once, and none from a node to itself.
    circles : mapping
        For each node the number of the circle it is in, or 0. Every circle has one edge back at least.

    Returns
    -------
    Layers
        Those with fewest crossings among the orders that were tried; the same edges always give the same ones.

    Examples
    --------
    >>> layers_of([("habit", "time"), ("time", "trust")], {"habit": 0, "time": 0, "trust": 0}).places
    (('habit',), ('time',), ('trust',))
    """
    nodes = [node for node in circles if any(node in edge for edge in edges)]
    back = frozenset(_back(edges, circles))
    down = {edge: edge[::-1] if edge in back else edge for edge in edges}
    depth = _depths(nodes, set(down.values()))
    ways = {edge: _way(edge, *ends, depth) for edge, ends in down.items()}
    first = [[node for node in nodes if depth[node] == layer] for layer in range(max(depth.values(), default=-1) + 1)]
    for way in ways.values():
        for place in way[1:-1]:
            first[place[1]].append(place)
    return _ordered(Layers(tuple(map(tuple, first)), ways, back))


def _back(edges: Iterable[Edge], circles: Mapping[str, int]) -> Iterable[Edge]:
    """The edges that have to point back, so that the others go round in no circle (Eades, Lin & Smyth 1993)."""
    for circle in sorted(set(circles.values()) - {0}):
        own = [(a, b) for a, b in edges if circles[a] == circles[b] == circle]
        rank = _ranked([node for node in circles if circles[node] == circle], own)
        yield from ((a, b) for a, b in own if rank[a] > rank[b])


def _ranked(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Nodes in an order that few edges are against: next always one that none of the rest reaches, or few do."""
    rank: dict[str, int] = {}
    while rest := [node for node in nodes if node not in rank]:
        left = [edge for edge in edges if not rank.keys() & set(edge)]
        out, into = Counter(a for a, _ in left), Counter(b for _, b in left)
        rank[max(rest, key=lambda node: (into[node] == 0, out[node] - into[node]))] = len(rank)
    return rank


def _depths(nodes: Sequence[str], edges: Iterable[Edge]) -> dict[str, int]:
    """How many edges the longest way to each node has; nodes that lead nowhere stand in the last layer."""
    depth = dict.fromkeys(nodes, 0)
    for _ in nodes:
        depth = {node: max((depth[a] + 1 for a, b in edges if b == node), default=0) for node in nodes}
    last = max(depth.values(), default=0)
    leading = {a for a, _ in edges}
    return {node: place if node in leading else last for node, place in depth.items()}


def _way(edge: Edge, start: str, end: str, depth: Mapping[str, int]) -> tuple[Hashable, ...]:
    return (start, *((edge, layer) for layer in range(depth[start] + 1, depth[end])), end)


def _ordered(layers: Layers) -> Layers:
    """The order with fewest crossings among those in which each layer follows its neighbours (Sugiyama et al. 1981)."""
    tried, order, near = [layers.places], layers.places, _neighbours(layers.links)
    for sweep in range(SWEEPS if order else 0):
        order = _swept(order, near, up=bool(sweep % 2))
        tried.append(order)
    return layers._replace(places=min(tried, key=lambda order: _crossings(order, layers.links)))


def _swept(order, near, up: bool):
    """Each layer sorted by the mean place of what leads to it, or with ``up`` of what it leads to."""
    turned = order[::-1] if up else order
    swept = [turned[0]]
    for layer in turned[1:]:
        place = {key: number for number, key in enumerate(swept[-1])}
        at = {key: _mean([place[other] for other in near[key] if other in place], number)
              for number, key in enumerate(layer)}  # fmt: skip
        swept.append(tuple(sorted(layer, key=at.get)))
    return tuple(swept[::-1] if up else swept)


def _neighbours(links) -> dict[Hashable, list[Hashable]]:
    """The places next to each place, in the layers above and below."""
    near: dict[Hashable, list[Hashable]] = {}
    for a, b in links:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    return near


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(order, links) -> int:
    place = {key: (depth, number) for depth, layer in enumerate(order) for number, key in enumerate(layer)}
    ends = [(place[a], place[b]) for a, b in links]
    return sum((a[1] - c[1]) * (b[1] - d[1]) < 0 for (a, b), (c, d) in combinations(ends, 2) if a[0] == c[0])


def middles(layers: Layers, sizes: Mapping[Hashable, float], gap: float) -> dict[Hashable, float]:
    """The middle of every place along its layer: near its neighbours, in order, ``gap`` apart, none below 0.

    Examples
    --------
    >>> layers = layers_of([("a", "c"), ("b", "c")], {"a": 0, "b": 0, "c": 0})
    >>> middles(layers, {"a": 2, "b": 2, "c": 2}, gap=1)
    {'a': 1.0, 'b': 4.0, 'c': 2.5}
    """
    at, near = {key: 0.0 for layer in layers.places for key in layer}, _neighbours(layers.links)
    for sweep in range(SWEEPS):
        for layer in layers.places[:: -1 if sweep % 2 else 1]:
            wanted = [_mean([at[other] for other in near[key]], at[key]) for key in layer]
            at |= dict(zip(layer, _apart(wanted, [sizes[key] for key in layer], gap), strict=True))
    least = min((at[key] - sizes[key] / 2 for key in at), default=0)
    return {key: place - least for key, place in at.items()}


def _apart(wanted: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """Places in order and apart, as near to those that are wanted as can be (least squares, by pooling neighbours)."""
    offsets = [0.0]
    for one, other in pairwise(sizes):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    level = [value for value, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(level, offsets, strict=True)]
