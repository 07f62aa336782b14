"""Actions and goals between two assessments, and beside each what became of the items it touches."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.faults import listed, shorten
from assesslib.tables.anonymity import check_tier
from assesslib.words import capital

LABEL, WIDE, SAID, PAD = 3.7, 3.4, 3.5, 0.3
"""Inches of the column with the actions, of the time line, of what is said beside it, and inside its ends."""
TEXT, ITEMS = 240, 10
"""Letters of an action, and items of one kind beside it, that are shown at most."""
NOTHING = "No action or goal was written, and no item moved."
TITLE = "Moved without any action"
DAYS = {
    "written": {"marker": "o", "markersize": 8.5, "markerfacecolor": style.PAPER, "markeredgewidth": 1.8},
    "due": {"marker": "|", "markersize": 17, "markeredgewidth": 2.4},
    "done_on": {"marker": "s", "markersize": 9},
    "dropped_on": {"marker": "X", "markersize": 11},
}
SAYS = {"written": "written", "due": "due", "done_on": "done", "dropped_on": "dropped"}
LINE = {"color": style.DOT, "linewidth": 1.8, "zorder": 2, "label": "from written to the end"}
ASSESSED = {"color": style.INK, "linewidth": 1.6, "linestyle": (0, (5, 2)), "zorder": 1}
SIGNS = {"improved": "▲", "declined": "▼"}
CLOSE = 1.3
"""Inches between two assessments from which on their labels stand beside each other."""
KEPT = "\N{NO-BREAK SPACE}"
TICKS = 4
"""Months that stand above the time line at most."""


class Deed(NamedTuple):
    """An action or goal: its words, smaller words below, its days, and its items' ids and words by their course."""

    text: str
    small: list[str]
    days: dict[str, pd.Timestamp]
    courses: dict[str, list[tuple[str, str]]]


def actions_beside(
    table: pd.DataFrame, *, between: Sequence[str] = (), items: Mapping[str, str] | None = None,
    anonymity: str = "named", ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw when each action was written, due and done or dropped, and beside it what its items did, in table order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.change.traced` gives it.
    between : sequence of str, optional
        The days of the two assessments, like 2026-03-01; lines stand there.
    items : mapping, optional
        Items' wording by their ids, for those that moved without any action.
    anonymity : str
        A tier; it changes nothing, as what the team itself wrote, owners with it, is shown as it stands.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        In inches across and in lines down. For each action or goal a ring on the day it was written, a bar on the day
        it was due and a square or a cross on the day it was done or dropped; at the right the items that it touches,
        with what became of them. Below them the items that moved without any. That one came before the other is all
        the chart tells.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    if table.empty:
        return style.nothing_to_draw(ax, NOTHING)
    deeds, alone = deeds_of(table), alone_of(table)
    labels, said = [_label(deed) for deed in deeds], [_said(deed) for deed in deeds]
    rest = _rest(alone, items or {})
    edges = _edges(labels, said, rest)
    key, ends = _key(deeds, between), _ends(deeds, between)
    page = panel.Page(LABEL, WIDE, edges[-1], 0.85 if deeds else 0.2, style.key_height(key), SAID)
    ax = panel.panel(page, ax)
    panel.rule(ax, edges, LABEL - style.MARGIN)
    if ends:
        _draw_time(ax, ends, between, edges[len(deeds)])
    for deed, label, beside, y in zip(deeds, labels, said, (edges[:-1] + edges[1:]) / 2, strict=False):
        panel.stacked(ax, label, style.MARGIN - LABEL, y)
        panel.stacked(ax, beside, WIDE + 0.15, y)
        _draw_days(ax, deed, ends, y)
    if rest:
        panel.stacked(ax, rest, style.MARGIN - LABEL, (edges[-2] + edges[-1]) / 2)
    if key:
        style.draw_key(ax, key)
    return style.finished(ax)


def deeds_of(table: pd.DataFrame) -> list[Deed]:
    """The actions and goals of the table in its order, each with its items."""
    return [_deed(rows) for _, rows in table[table["kind"] != ""].groupby("id", sort=False)]


def _deed(rows: pd.DataFrame) -> Deed:
    one = rows.iloc[0]
    days = {name: pd.to_datetime(one.get(name, ""), errors="coerce", format="%Y-%m-%d") for name in DAYS}
    courses: dict[str, list[tuple[str, str]]] = {}
    for row in rows.to_dict("records"):
        courses.setdefault(row["course"], []).append((row["item"], row["word"]))
    return Deed(shorten(one["text"], TEXT), _small(one, pd.isna(days["due"])),
                {name: day for name, day in days.items() if not pd.isna(day)}, _moved_first(courses))  # fmt: skip


def _small(one: Mapping, unclear: bool) -> list[str]:
    """Who owns it, when it was due where that is no day, and whether the later assessment has it again."""
    owner = f"{capital(one['kind'])} of {one['owner']}" if one["owner"] else capital(one["kind"])
    due = f", due {one['due']}" if one["due"] and unclear else ""
    carried = ["Carried forward."] * (one["fate"] == "carried forward")
    return [f"{shorten(owner + due, TEXT)}, {one['status'] or 'open'}.", *carried]


def _moved_first(courses: Mapping[str, list]) -> dict[str, list[tuple[str, str]]]:
    return dict(sorted(courses.items(), key=lambda course: not any(moved(word) for _, word in course[1])))


def moved(word: str) -> bool:
    """Whether a word of change tells of an item that moved.

    Examples
    --------
    >>> moved("declined"), moved("no clear change")
    (True, False)
    """
    return word.startswith(("improved", "declined", "views"))


def alone_of(table: pd.DataFrame) -> list[tuple[str, str]]:
    """The items that moved without any action, with their words."""
    rows = table[table["kind"] == ""]
    return list(zip(rows["item"], rows["word"], strict=True))


def _label(deed: Deed) -> list[tuple[str, dict]]:
    small = "\n".join(style.wrapped(line, LABEL - 0.35, style.SMALL) for line in deed.small)
    return [(style.wrapped(deed.text, LABEL - 0.35), {}), (small, years.SMALL)]


def _said(deed: Deed) -> list[tuple[str, dict]]:
    """A course after the other, each with its items; those that moved stand out."""
    parts = []
    for course, touched in deed.courses.items():
        heavy = years.BOLD if any(moved(word) for _, word in touched) else {}
        parts.append((style.wrapped(f"{capital(course)}{_items(touched)}", (SAID - 0.3) * (0.88 if heavy else 1),
                                    style.SMALL), years.SMALL | heavy))  # fmt: skip
    return parts


def _items(touched: Iterable[tuple[str, str]]) -> str:
    """The items after a colon, with a sign and the word where one moved."""
    told = [_signed(item, word) for item, word in touched if item]
    return f": {listed(told, most=ITEMS)}" if told else ""


def _signed(item: str, word: str) -> str:
    sign = SIGNS.get(word.partition(",")[0], "")
    return KEPT.join(filter(None, [item, sign, *word.split()])) if moved(word) else item


def _rest(alone: Sequence[tuple[str, str]], items: Mapping[str, str]) -> list[tuple[str, dict]]:
    """What stands at the end: the items that moved without any action."""
    if not alone:
        return []
    inches = style.PAGE - 0.7
    lines = [f"{_signed(item, word)}{': ' * bool(items.get(item))}{items.get(item, '')}" for item, word in alone]
    return [(TITLE, years.BOLD), *((style.wrapped(line, inches), {}) for line in lines)]


def _edges(labels: Sequence, said: Sequence, rest: Sequence) -> np.ndarray:
    """Where rows begin and end, in lines: each holds its words; what moved alone is one row at the end."""
    rows = [max(years.height(one), years.height(other), 1.5) for one, other in zip(labels, said, strict=True)]
    lines = [row + 1.0 for row in rows] + ([years.height(rest) + 1.2] if rest else [])
    return np.concatenate([[0.0], np.cumsum(lines)])


def _ends(deeds: Sequence[Deed], between: Sequence[str]) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The first and the last day that is drawn; none where there is no day at all."""
    days = [day for deed in deeds for day in deed.days.values()] + [pd.Timestamp(day) for day in between if deeds]
    return (min(days), max(max(days), min(days) + pd.Timedelta(days=28))) if days else None


def _x(day: pd.Timestamp, ends: tuple[pd.Timestamp, pd.Timestamp]) -> float:
    """Inches from the left edge at which a day stands."""
    return PAD + (day - ends[0]) / (ends[1] - ends[0]) * (WIDE - 2 * PAD)


def _draw_time(ax: Axes, ends: tuple, between: Sequence[str], bottom: float) -> None:
    for month in _months(*ends):
        ax.plot([_x(month, ends)] * 2, [0, bottom], color=style.GRID, linewidth=0.8, zorder=0)
        panel.write(ax, f"{month:%b %Y}", _x(month, ends), -1.9, ha="center", **years.SMALL)
    labels = years.time_labels([str(day) for day in between], between)
    at = [_x(pd.Timestamp(day), ends) for day in between]
    sides = ("right", "left") if max(at, default=0) - min(at, default=0) < CLOSE else ("center", "center")
    for label, x, side in zip(labels, at, sides, strict=False):
        ax.plot([x, x], [0, bottom], label="assessed", **ASSESSED)
        panel.write(ax, f"{label} assessed", x, -0.7, ha=side, **years.SMALL)


def _months(first: pd.Timestamp, last: pd.Timestamp) -> list[pd.Timestamp]:
    """The first days of some months between two days, every so many that few stand there."""
    starts = list(pd.date_range(first, last, freq="MS"))
    step = next((step for step in (1, 2, 3, 4, 6, 12, 24, 36) if len(starts) / step <= TICKS), 60)
    return starts[::step]


def _draw_days(ax: Axes, deed: Deed, ends: tuple | None, y: float) -> None:
    places = {name: _x(day, ends) for name, day in deed.days.items()}
    if places:
        ax.plot([min(places.values()), max(places.values())], [y, y], **LINE)
    for name, x in places.items():
        ax.plot([x], [y], linestyle="", color=style.INK, zorder=3, label=SAYS[name], **DAYS[name])


def _key(deeds: Sequence[Deed], between: Sequence[str]) -> dict[str, Artist]:
    """The key's words and marks, of those that occur."""
    there = {name for deed in deeds for name in deed.days}
    marks = {SAYS[name]: Line2D([], [], linestyle="", color=style.INK, **look)
             for name, look in DAYS.items() if name in there}  # fmt: skip
    line = {"an assessment": Line2D([], [], **ASSESSED)} if between and deeds else {}
    after = {"That one came before the other does not say that it is why.": Line2D([], [], linestyle="")}
    return marks | line | (after if deeds else {})
