"""What a chart of change shows, in sentences from its table: for those who cannot see it."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.charts._change_rows import level_codes, rows_of
from assesslib.charts._moves import moves_of
from assesslib.charts._moves import told as told_moves
from assesslib.charts.actions_beside import NOTHING as NO_ACTION
from assesslib.charts.actions_beside import SAYS, TITLE, alone_of, deeds_of, moved
from assesslib.charts.change_dots import NOTHING as NO_ITEM
from assesslib.charts.change_dots import OTHER_SCALE
from assesslib.charts.disparity_then_now import NOTHING as NO_GAP
from assesslib.charts.disparity_then_now import gaps_of
from assesslib.charts.disparity_then_now import told as then_and_now
from assesslib.charts.level_flow import NOTHING as NO_MOVE
from assesslib.charts.threads_by_year import NOTHING as NO_THREAD
from assesslib.charts.threads_by_year import UNKNOWN, threads_of
from assesslib.charts.threads_by_year import told as told_years
from assesslib.faults import listed, shorten
from assesslib.words import capital, many, series, spoken

NAME = 90
"""Letters of an action that are told at most."""
WAYS = {"higher": "higher", "lower": "lower", "same": "neither higher nor lower", "apart": "not compared"}


def change_dots_text(points: pd.DataFrame) -> str:
    """How each item moved along the scale in sentences: its first and last medians, which way, and its word.

    Parameters
    ----------
    points : DataFrame
        As for `assesslib.charts.change_dots`.

    Examples
    --------
    >>> change_dots_text(pd.DataFrame({"low": []}))
    'No item was rated in these years.'
    """
    codes, rows = level_codes(points), rows_of(points)
    if not rows:
        return OTHER_SCALE if len(points) and not codes else NO_ITEM
    return " ".join([f"{many(len(rows), 'item')} over {many(points['place'].nunique(), 'year')}.",
                     *(_path(row, codes) for row in rows)])  # fmt: skip


def _path(row, codes: Sequence[str]) -> str:
    stops = row.compared or row.stops
    first, last = (f"{_medians(stop.medians, codes)} in {stop.label}" for stop in (stops[0], stops[-1]))
    word = f"; {row.word}" if row.word else ""
    if len(row.stops) == 1:
        return f"{row.item}: {last} only{word}."
    others = [stop.label for stop in row.stops if row.compared and not stop.compared]
    apart = f" {series(others)} cannot be compared with that." if others else ""
    return f"{row.item}: {first}, {last}, {WAYS[row.way]}{word}.{apart}"


def _medians(ends: Sequence[int], codes: Sequence[str]) -> str:
    return " to ".join(codes[level] for level in dict.fromkeys(ends))


def level_flow_text(flows: pd.DataFrame) -> str:
    """Who moved from which level to which in sentences, item by item.

    Parameters
    ----------
    flows : DataFrame
        As for `assesslib.charts.level_flow`.

    Examples
    --------
    >>> level_flow_text(pd.DataFrame({"before": []}))
    'Nobody gave a level to the same item in both years.'
    """
    if flows.empty:
        return NO_MOVE
    codes = list(flows["before"].cat.categories)
    return " ".join(_flow(rows, codes) for _, rows in flows.groupby(["section", "item"], sort=False))


def _flow(rows: pd.DataFrame, codes: Sequence[str]) -> str:
    moves = moves_of(rows)
    steps = len({move.step for move in moves})
    told = [_move(move, codes, f" in step {move.step + 1}" * (steps > 1)) for move in moves]
    return f"{rows['item'].iloc[0]}: {told_moves(moves)} {listed(told, most=len(told))}."


def _move(move, codes: Sequence[str], when: str) -> str:
    who = f" ({move.who})" if move.who else ""
    if move.way == "same":
        return f"{move.n} stayed at {codes[move.after]}{when}{who}"
    return f"{move.n} {move.way} from {codes[move.before]} to {codes[move.after]}{when}{who}"


def disparity_then_now_text(table: pd.DataFrame, labels: Sequence[str] = ()) -> str:
    """How far apart two members stood on average then and now, item by item, in the table's order.

    Parameters
    ----------
    table : DataFrame
        As for `assesslib.charts.disparity_then_now`.
    labels : sequence of str, optional
        What to call then and now; by default as the chart calls them.

    Examples
    --------
    >>> disparity_then_now_text(pd.DataFrame({"gap_before": []}))
    'In neither year did two members rate the same item.'
    """
    rows = gaps_of(table)
    if not rows:
        return NO_GAP
    then, now = labels or then_and_now(table)
    head = f"Levels that two members differ by on average on {many(len(rows), 'item')}, in {then} and in {now}."
    return " ".join([head, *(_gap(row) for row in rows)])


def _gap(row) -> str:
    then, now = ("none" if np.isnan(gap) else f"{gap:.1f}" for gap in (row.before, row.after))
    word = f"; {row.word}" if row.word else "" if row.compared else "; not compared"
    return f"{row.item}: {then}, then {now}{word}."


def threads_by_year_text(table: pd.DataFrame) -> str:
    """In which years each golden thread and fault line was found, on which items, and what became of it.

    Parameters
    ----------
    table : DataFrame
        As for `assesslib.charts.threads_by_year`.

    Examples
    --------
    >>> threads_by_year_text(pd.DataFrame({"source": [], "theme": [], "direction": [], "found": []}))
    'In none of these years did a golden thread or a fault line run through the results.'
    """
    found = threads_of(table)
    if not found:
        return NO_THREAD
    return " ".join(_thread(thread, told_years(table)) for thread in found)


def _thread(thread, labels: Mapping[int, str]) -> str:
    there = [f"{labels[place]} ({series(items)})" for place, (sign, items) in thread.years.items()
             if sign == thread.direction]  # fmt: skip
    unknown = [labels[place] for place, (sign, _) in thread.years.items() if sign == UNKNOWN]
    open_ = f" In {series(unknown)} that cannot be told." if unknown else ""
    why = f": {thread.why}" if thread.why else ""
    return f"{thread.title} was a {thread.direction} in {series(there)}: {thread.word}{why}.{open_}"


def actions_beside_text(table: pd.DataFrame) -> str:
    """When each action was written, due and done, what its items did, and what moved without any, in sentences.

    Parameters
    ----------
    table : DataFrame
        As for `assesslib.charts.actions_beside`.

    Examples
    --------
    >>> actions_beside_text(pd.DataFrame({"kind": []}))
    'No action or goal was written, and no item moved.'
    """
    if table.empty:
        return NO_ACTION
    deeds, alone = deeds_of(table), alone_of(table)
    rest = series(f"{item} ({word})" for item, word in alone)
    return " ".join([*(_deed(deed) for deed in deeds), *[f"{TITLE}: {rest}."] * bool(alone)])


def _deed(deed) -> str:
    days = ", ".join(f"{SAYS[name]} {spoken(day)}" for name, day in deed.days.items())
    courses = [capital(course) + _touched(touched) for course, touched in deed.courses.items()]
    when = f": {days}" if days else ""
    name = shorten(deed.text, NAME).rstrip(".")
    return " ".join([f"“{name}”{when}.", *deed.small, *(f"{line}." for line in courses)])


def _touched(touched: Iterable[tuple[str, str]]) -> str:
    told = [f"{item} ({word})" if moved(word) else item for item, word in touched if item]
    return f": {series(told)}" if told else ""
