"""What the charts of change share: what a time is called, how it is marked, and which way something went."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.faults import Fault, FaultsError, shorten
from assesslib.words import MONTHS, capital, series

COMPARED = ("", "same", "reworded")
"""The kinds of items whose years may be joined."""
SMALL = {"fontsize": style.SMALL}
BOLD = {"fontweight": "bold"}
LINK = {"color": style.DOT, "linewidth": 1.8, "zorder": 2}
GAP = LINK | {"linestyle": (0, (1.5, 1.5)), "linewidth": 1.4}
FIRST = {"marker": "o", "markersize": 9, "color": style.INK, "markerfacecolor": style.PAPER, "markeredgewidth": 1.8}
BETWEEN = {"marker": "o", "markersize": 5.5, "color": style.INK}
LAST = {"color": style.INK, "markersize": 10.5}
SHAPES = {"higher": ">", "lower": "<", "same": "D", "apart": "s"}
"""The mark of the last time: it points along the scale, and a square is compared with nothing."""
SENTENCE = 4.2
"""Inches of a line where a sentence stands in place of a chart."""
NAME = 14
"""Letters of an assessment's name that stand in the place of its year at most."""


def time_labels(names: Sequence[str], dates: Iterable) -> list[str]:
    """What to call some assessments: by the year, by the month where a year has two, or by name.

    Examples
    --------
    >>> time_labels(["first", "second"], ["2024-03-05", "2026-03-03"])
    ['2024', '2026']
    >>> time_labels(["first", "second"], ["2026-03-03", "2026-09-01"])
    ['Mar 2026', 'Sep 2026']
    >>> time_labels(["first", "second"], ["2026-03-03", ""])
    ['first', 'second']
    """
    days = pd.to_datetime(list(dates), errors="coerce").dropna()
    whole = [(str(day.day), MONTHS[day.month - 1][:3], str(day.year)) for day in days]
    for words in (1, 2, 3):
        told = [" ".join(day[-words:]) for day in whole]
        if len(set(told)) == len(names):
            return told
    return [shorten(name, NAME) for name in names]


def way(before: Sequence[int], after: Sequence[int]) -> str:
    """Which way two medians went, low and high: ``"higher"``, ``"lower"``, or ``"same"`` also where only one spread.

    Examples
    --------
    >>> way((1, 1), (1, 2)), way((3, 3), (1, 1)), way((2, 2), (1, 3))
    ('higher', 'lower', 'same')
    """
    moves = [there - here for here, there in zip(before, after, strict=True)]
    if min(moves) >= 0 and any(moves):
        return "higher"
    return "lower" if max(moves) <= 0 and any(moves) else "same"


def rated(numbers: Sequence) -> str:
    """How many rated each time, in words; a missing number is left out.

    Examples
    --------
    >>> rated([12, 11]), rated([12, 12]), rated([12, 12, 0]), rated([None, 12])
    ('12 rated, then 11', '12 rated each time', '12, 12 and 0 rated', '12 rated')
    >>> rated([None])
    'too few to be shown'
    """
    counts = [int(number) for number in numbers if not pd.isna(number)]
    if not counts:
        return "too few to be shown"
    if len(counts) > 1 and len(set(counts)) == 1:
        return f"{counts[0]} rated each time"
    if len(counts) == 2:
        return f"{counts[0]} rated, then {counts[1]}"
    return f"{series(map(str, counts))} rated"


def nothing_to_draw(ax: Axes | None, words: str) -> Axes:
    """A sentence where there is nothing to draw, in lines that stay on the page."""
    return style.nothing_to_draw(ax, style.wrapped(words, SENTENCE))


def refuse_order(order: str, allowed: Sequence[str]) -> None:
    """Refuse an order that a chart does not have, with a FaultsError."""
    if order not in allowed:
        raise FaultsError([Fault("is no order of this chart", value=str(order), allowed=tuple(allowed),
                                 do="Choose one of these.")])  # fmt: skip


def said(head: str, lines: Iterable[str], inches: float) -> list[tuple[str, dict]]:
    """What stands beside a row: what stands out, and the smaller lines below it, all wrapped."""
    small = [style.wrapped(line, inches, style.SMALL) for line in lines if line]
    return [(style.wrapped(capital(head), 0.88 * inches) if head else "", BOLD), ("\n".join(small), SMALL)]


def height(parts: Sequence[tuple[str, Mapping]]) -> float:
    """Lines that texts below each other take."""
    return sum(panel.height_of(text, look.get("fontsize", style.TEXT)) for text, look in parts)


def draw_label(ax: Axes, label: str, x: float, y: float, *, left: bool, off: float = 0.11) -> None:
    """A small text at the left or right of a mark."""
    panel.write(ax, label, x - off if left else x + off, y, ha="right" if left else "left", zorder=4, **SMALL)
