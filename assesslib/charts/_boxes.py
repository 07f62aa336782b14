"""How large the boxes of a digraph are, where they stand on the page and where its arrows run, in inches."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from matplotlib.path import Path

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts._layers import Layers, middles

PAGE, LEAST, MOST = 10.25, 1.6, (3.1, 4.5)
"""Inches across that boxes may take, one box at least, and at most with layers side by side and below each other."""
APART, LANE = 0.3, 0.2
"""Inches between boxes of a layer, and that an arrow takes where it passes a layer."""
BESIDE, BELOW = (0.95, 1.7), 0.75
"""Inches between layers side by side at least and at most, and between those below each other."""
PAD, PORT = 0.16, 0.3
"""Inches between a box and its words, and between the arrows at one side of a box, at most."""
ABREAST = 5
"""As many layers stand from left to right; more stand from the top down."""
Point = tuple[float, float]


class Box(NamedTuple):
    """A box with the words in it, large and small: its middle, its width and its height."""

    words: tuple[str, str]
    wide: float
    high: float
    x: float = 0
    y: float = 0

    @property
    def bottom(self) -> float:
        """How far down it reaches."""
        return self.y + self.high / 2

    @property
    def right(self) -> float:
        """How far to the right it reaches."""
        return self.x + self.wide / 2


class Sheet(NamedTuple):
    """The boxes by their names, the ways of the arrows, and the boxes that stand below as no arrow touches them."""

    boxes: Mapping[str, Box]
    ways: Mapping[tuple[str, str], Path]
    alone: Sequence[Box]


def laid_out(layers: Layers, words: Mapping[str, tuple[str, str]]) -> Sheet:
    """Lay out boxes that hold words, and arrows between them.

    Parameters
    ----------
    layers : Layers
        Those of the boxes that arrows touch.
    words : mapping
        For every box its large and its small words; those of no layer stand alone below the others, side by side.

    Returns
    -------
    Sheet
        Boxes that share no point, and ways that run through none: in straight lines past a layer and in bends between
        two. A way ends at the side of its box, where every arrow has a place of its own.
    """
    wide = _width(layers)
    sized = {name: _box(*texts, wide) for name, texts in words.items()}
    linked = _linked(layers, sized)
    below = max((box.bottom for box in linked.values()), default=-0.15) + 0.6
    alone = _alone([box for name, box in sized.items() if name not in linked], below)
    lone = dict(zip([name for name in sized if name not in linked], alone, strict=True))
    return Sheet(linked | lone, _ways(layers, linked), alone)


def _abreast(layers: Layers) -> bool:
    return len(layers.places) <= ABREAST


def _width(layers: Layers) -> float:
    """Inches of a box: as wide as the page allows."""
    across = [len(layers.places) or 1] if _abreast(layers) else [_boxes(layer) for layer in layers.places]
    between = BESIDE[0] if _abreast(layers) else APART
    lanes = [0 if _abreast(layers) else len(layer) - _boxes(layer) for layer in layers.places] or [0]
    room = min((PAGE - lane * LANE - (n - 1) * between) / n for n, lane in zip(across, lanes, strict=False) if n)
    return min(max(room, LEAST), MOST[not _abreast(layers)])


def _between(layers: Layers) -> float:
    """Inches between two layers: side by side as much as the page allows, so that arrows rise gently."""
    if not _abreast(layers):
        return BELOW
    gaps = max(len(layers.places) - 1, 1)
    return min(max((PAGE - len(layers.places) * _width(layers)) / gaps, BESIDE[0]), BESIDE[1])


def _boxes(layer: Sequence[Hashable]) -> int:
    return sum(isinstance(place, str) for place in layer)


def _box(large: str, small: str, wide: float) -> Box:
    text = style.wrapped(large, wide - 2 * PAD)
    below = style.wrapped(small, wide - 2 * PAD, style.SMALL)
    lines = panel.height_of(text) + panel.height_of(below, style.SMALL)
    return Box((text, below), wide, lines * style.LINE + 2 * PAD)


def _linked(layers: Layers, sized: Mapping[str, Box]) -> dict[str, Box]:
    """The boxes of the layers in their places."""
    at, bands, placed = _along(layers, sized), _bands(layers, sized), {}
    for layer, (start, _) in zip(layers.places, bands, strict=True):
        for name in filter(sized.get, layer):
            box = sized[name]
            x, y = (start + box.wide / 2, at[name]) if _abreast(layers) else (at[name], start + box.high / 2)
            placed[name] = box._replace(x=x, y=y)
    return placed


def _along(layers: Layers, sized: Mapping[str, Box]) -> dict[Hashable, float]:
    side = "high" if _abreast(layers) else "wide"
    places = [place for layer in layers.places for place in layer]
    sizes = {place: getattr(sized[place], side) + APART if place in sized else LANE for place in places}
    return middles(layers, sizes, 0)


def _bands(layers: Layers, sized: Mapping[str, Box]) -> list[tuple[float, float]]:
    """Where each layer begins and ends, across the layers."""
    bands, start = [], 0.0
    for layer in layers.places:
        boxes = [sized[name] for name in layer if name in sized]
        size = max(box.wide if _abreast(layers) else box.high for box in boxes)
        bands.append((start, start + size))
        start += size + _between(layers)
    return bands


def _alone(boxes: Sequence[Box], top: float) -> list[Box]:
    """Boxes side by side, and on below each other where they are too many."""
    placed: list[Box] = []
    columns = int((PAGE + APART) // (boxes[0].wide + APART)) if boxes else 1
    for first in range(0, len(boxes), columns):
        row = boxes[first : first + columns]
        placed += [box._replace(x=place * (box.wide + APART) + box.wide / 2, y=top + box.high / 2)
                   for place, box in enumerate(row)]  # fmt: skip
        top += max(box.high for box in row) + APART
    return placed


def _ways(layers: Layers, boxes: Mapping[str, Box]) -> dict[tuple[str, str], Path]:
    at, bands, ports = _along(layers, boxes), _bands(layers, boxes), _ports(layers, boxes)
    depth = {place: number for number, layer in enumerate(layers.places) for place in layer}
    found = {}
    for edge, way in layers.ways.items():
        first = boxes[way[0]]
        leaves = bands[depth[way[0]]][0] + (first.wide if _abreast(layers) else first.high)
        start, end = ports[edge, way[0]], ports[edge, way[-1]]
        past = [(side, at[place]) for place in way[1:-1] for side in bands[depth[place]]]
        points = [(leaves, start), (bands[depth[way[0]]][1], start), *past, (bands[depth[way[-1]]][0], end)]
        found[edge] = _path(points[::-1] if edge in layers.back else points, turned=not _abreast(layers))
    return found


def _ports(layers: Layers, boxes: Mapping[str, Box]) -> dict[tuple[tuple[str, str], str], float]:
    """Where along the side of a box each way ends: in the order of the places to which the ways lead."""
    at, ports = _along(layers, boxes), {}
    for name, box in boxes.items():
        for end, beside in ((0, 1), (-1, -2)):
            own = sorted((edge for edge, way in layers.ways.items() if way[end] == name),
                         key=lambda edge: at[layers.ways[edge][beside]])  # fmt: skip
            step = min(PORT, 0.8 * (box.high if _abreast(layers) else box.wide) / max(len(own), 1))
            ports |= {(edge, name): at[name] + (place - (len(own) - 1) / 2) * step for place, edge in enumerate(own)}
    return ports


def _path(points: Sequence[Point], turned: bool) -> Path:
    """A way through points: straight where it keeps its place, else in a bend that begins and ends along the way."""
    vertices, codes = [points[0]], [Path.MOVETO]
    for (a, here), (b, there) in pairwise(points):
        if (a, here) == (b, there):
            continue
        bend = here != there
        vertices += [((a + b) / 2, here), ((a + b) / 2, there)] * bend + [(b, there)]
        codes += [Path.CURVE4] * 3 if bend else [Path.LINETO]
    return Path([vertex[::-1] if turned else vertex for vertex in vertices], codes)
