"""What the charts share: one ramp along the scale, ink that reads on it, wrapped words, rows as tall as their words."""

import re
import warnings
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from matplotlib import colormaps
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font_names
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

INK, PAPER, GRID, DOT = "#1a1a1a", "#ffffff", "#d9d9d9", "#225ea8"
FONT = "DejaVu Sans"
OTHER_SCRIPTS = {
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "PingFang SC", "Hiragino Sans", "Malgun Gothic",
    "Arial Unicode MS", "Nirmala UI", "Noto Sans Devanagari", "Noto Sans Bengali",
}  # fmt: skip
TEXT, SMALL = 12.5, 11
LINE = 0.232
"""Height in inches of one line of item text with its leading."""
_SPACE = re.compile(r"[ \t\r\n]+")
PAGE = 10.6
"""Inches of the widest chart whose small words are still 7 points high where it is made as narrow as a page of A4."""
LABELS, MARGIN = 3.65, 0.12
"""Inches of the column that holds the items' wording, and of the margin beside it."""
LEVEL, SAID = 0.96, 2.15
"""Inches a level takes where the scale stands above, and a sentence beside a row."""
SMALL_LINE = 0.8
"""Height of a line of small text in lines of item text."""


def ramp(codes: Sequence[str]) -> dict[str, str]:
    """A colour a level, light to dark; readable with any colour vision and on a black-and-white print.

    Examples
    --------
    >>> ramp(["a", "b"])
    {'a': '#f5fbc4', 'b': '#1a2b7e'}
    """
    shades = colormaps["YlGnBu"](np.linspace(0.07, 0.92, len(codes)))
    return {code: to_hex(shade) for code, shade in zip(codes, shades, strict=True)}


def ink_on(colour: str) -> str:
    """Black or white, whichever stands out more on a colour (WCAG 2 relative luminance).

    Examples
    --------
    >>> ink_on("#1a2b7e"), ink_on("#f5fbc4")
    ('#ffffff', '#1a1a1a')
    """
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return PAPER if np.dot(linear, [0.2126, 0.7152, 0.0722]) < 0.179 else INK


@cache
def width_of(text: str, size: float = TEXT, weight: str = "normal") -> float:
    """How many inches a text on one line takes."""
    font = FontProperties(family=FONT, size=size, weight=weight)
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a letter the font lacks has a width too
        return text_to_path.get_text_width_height_descent(text, font, ismath=False)[0] / 72


def wrapped(text: str, inches: float, size: float = TEXT) -> str:
    """A text broken at its spaces into lines that are no wider than ``inches``; a longer word is cut.

    Examples
    --------
    >>> wrapped("one two three four", 1.0)
    'one two\\nthree four'
    """
    lines = [""]
    for word in (part for long in _SPACE.split(text) for part in _cut(long, inches, size)):
        longer = f"{lines[-1]} {word}".strip()
        fits = width_of(longer, size) <= inches
        lines = [*lines[:-1], longer] if fits else [*lines, word]
    return "\n".join(lines)


def _cut(word: str, inches: float, size: float) -> list[str]:
    if width_of(word, size) <= inches or len(word) < 2:
        return [word]
    return [*_cut(word[: len(word) // 2], inches, size), *_cut(word[len(word) // 2 :], inches, size)]


def item_labels(table) -> list[str]:
    """Each item's id and wording, wrapped to the label column."""
    pairs = zip(table["item"], table["text"], strict=True)
    return [wrapped(f"{item}\N{EN SPACE}{text}", LABELS - 0.35) for item, text in pairs]


def row_edges(labels: Sequence[str], least: Sequence[float]) -> np.ndarray:
    """Where rows begin and end, in lines: each as tall as its label and at least as tall as asked."""
    lines = [max(label.count("\n") + 1.5, asked) for label, asked in zip(labels, least, strict=True)]
    return np.concatenate([[0.0], np.cumsum(lines)])


def sized_axes(columns: float, lines: float, top: float, bottom: float, right: float = 0.15) -> Axes:
    """Axes on a figure of their own: a label column, ``columns`` inches of chart, ``lines`` lines of rows."""
    width, height = LABELS + columns + right, lines * LINE + top + bottom
    figure = Figure(figsize=(width, height), facecolor=PAPER)
    return figure.add_axes((LABELS / width, bottom / height, columns / width, lines * LINE / height))


def nothing_to_draw(ax: Axes | None, words: str = "Nobody has rated this yet.") -> Axes:
    """A sentence where a table has no rows."""
    ax = ax or sized_axes(4.5, 3, 0.2, 0.2)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.text(0.5, 0.5, words, ha="center", va="center", fontsize=TEXT, color=INK)
    return finished(ax)


def label_rows(ax: Axes, labels: Sequence[str], edges: np.ndarray) -> None:
    """Write the labels left-aligned in the column beside the rows, top row first."""
    ax.set_ylim(edges[-1], 0)
    ax.set_yticks((edges[:-1] + edges[1:]) / 2, labels, ha="left", va="center", fontsize=TEXT, color=INK)
    ax.tick_params(axis="y", length=0, pad=(LABELS - MARGIN) * 72)


def finished(ax: Axes) -> Axes:
    """The axes without a frame, and with every text shown as it is written (a dollar sign is no formula)."""
    ax.spines[:].set_visible(False)
    ax.tick_params(axis="x", length=0)
    for text in ax.findobj(Text):
        text.set_parse_math(False)
        text.set_fontfamily(fonts())
    return ax


@cache
def fonts() -> list[str]:
    """The font of the charts, then those of this machine that hold the scripts it lacks."""
    return [FONT, *sorted(set(get_font_names()) & OTHER_SCRIPTS)]


def in_words(code: str, scale: Mapping[str, str] | None) -> str:
    """A level's code and words, or the code alone where the words are not given."""
    return f"{code} – {scale[code]}" if scale else code


def in_words_below(code: str, scale: Mapping[str, str] | None, inches: float) -> str:
    """A level's code with its words in lines below it, or the code alone."""
    return f"{code}\n{wrapped(scale[code], inches, SMALL)}" if scale else code


def words_above(codes: Sequence[str], scale: Mapping[str, str] | None) -> list[str]:
    """The levels as they stand above a chart, each in its column."""
    return [in_words_below(code, scale, LEVEL - 0.1) for code in codes]


def height_above(words: Sequence[str]) -> float:
    """Inches that the words above a chart need."""
    return SMALL_LINE * LINE * max(word.count("\n") + 1 for word in words) + 0.3


def draw_scale(ax: Axes, words: Sequence[str], edges: np.ndarray) -> None:
    """The scale above the chart, a column a level, and the lines between columns and rows."""
    ax.set_xlim(-0.5, len(words) - 0.5)
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(words)), words, fontsize=SMALL, color=INK, va="bottom")
    for level in range(len(words) + 1):
        ax.axvline(level - 0.5, color=GRID, linewidth=0.8, zorder=0)
    draw_edges(ax, edges)


def draw_edges(ax: Axes, edges: np.ndarray) -> None:
    """The lines between rows."""
    for edge in edges:
        ax.axhline(edge, color=GRID, linewidth=0.8, zorder=0)


def draw_beside(ax: Axes, text: str, y: float, *, right: float = 10, **look) -> None:
    """A text at the right of a row, ``right`` points off the chart."""
    ax.annotate(text, (1, y), (right, 0), ("axes fraction", "data"), "offset points", annotation_clip=False,
                color=INK, **({"va": "center", "fontsize": SMALL} | look))  # fmt: skip


def key_height(key: Mapping[str, Artist]) -> float:
    """Inches that a key needs below the chart."""
    return 0.25 * len(key) + 0.35


def draw_key(ax: Axes, key: Mapping[str, Artist], below: float = 0) -> None:
    """Explain swatches and marks under the chart, ``below`` inches down, from the left edge of the page."""
    place, (width, height) = ax.get_position(), ax.get_figure().get_size_inches()
    corner = -(place.x0 - MARGIN / width) / place.width, -below / (place.height * height)
    ax.legend(key.values(), key.keys(), loc="upper left", bbox_to_anchor=corner, frameon=False, fontsize=SMALL,
              labelcolor=INK, borderaxespad=0.6, borderpad=0, handlelength=1.6)  # fmt: skip
