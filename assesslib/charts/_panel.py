"""A page measured in inches across and in lines down: for charts whose columns differ in width."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from assesslib.charts import _style as style


class Page(NamedTuple):
    """Inches left and right of a chart, its own width, its height in lines, and inches above and below it."""

    left: float
    wide: float
    lines: float
    top: float
    bottom: float
    right: float = 0.15


def panel(page: Page, ax: Axes | None = None) -> Axes:
    """Axes of a page: inches from the chart's left edge, lines down from its top; ``ax`` or those of a new figure."""
    ax = ax or _new_axes(page)
    ax.set_xlim(0, page.wide)
    ax.set_ylim(page.lines, 0)
    ax.set_xticks([])
    ax.set_yticks([])
    return ax


def _new_axes(page: Page) -> Axes:
    width, high = page.left + page.wide + page.right, page.lines * style.LINE
    height = high + page.top + page.bottom
    figure = Figure(figsize=(width, height), facecolor=style.PAPER)
    return figure.add_axes((page.left / width, page.bottom / height, page.wide / width, high / height))


def write(ax: Axes, text: str, x: float, y: float, **look) -> None:
    """A text at a place of the page, from its left end and in the middle of the line unless told."""
    ax.text(x, y, text, clip_on=False, **({"color": style.INK, "fontsize": style.TEXT, "va": "center"} | look))


def square(ax: Axes, x: float, y: float, wide: float, high: float, **look) -> None:
    """A rectangle around a place of the page, ``wide`` and ``high`` in inches."""
    lines = high / style.LINE
    ax.add_patch(Rectangle((x - wide / 2, y - lines / 2), wide, lines, clip_on=False, **look))


def rule(ax: Axes, edges: Sequence[float], start: float) -> None:
    """Light lines between rows, from ``start`` inches left of the chart to its right edge."""
    for edge in edges:
        ax.plot([-start, ax.get_xlim()[1]], [edge, edge], color=style.GRID, linewidth=0.8, zorder=0, clip_on=False)


def key_width(key: Iterable[str]) -> float:
    """Inches that a key needs across: its widest words as a screen draws them, the swatch before and the margins."""
    return 0.7 + 1.03 * max(style.width_of(words, style.SMALL) for words in key)


def height_of(text: str, size: float = style.TEXT) -> float:
    """Lines of item text that a text takes; 0 where there is none."""
    return (text.count("\n") + 1) * (1 if size == style.TEXT else style.SMALL_LINE) * bool(text)


def stacked(ax: Axes, parts: Sequence[tuple[str, dict]], x: float, y: float) -> None:
    """Texts below each other around a line of the page, each with its look; those that are empty take no room."""
    sizes = [height_of(text, look.get("fontsize", style.TEXT)) for text, look in parts]
    top = y - sum(sizes) / 2
    for (text, look), size in zip(parts, sizes, strict=True):
        if text:
            write(ax, text, x, top + size / 2, **look)
        top += size
