"""On one screen: what improved, what declined, and what cannot be told, each with what it rests on."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from assesslib.tables import LEAST
from assesslib.widgets import page
from assesslib.widgets.views.view import View
from assesslib.words import capital, count, date_given, series

COLUMNS = (
    ("Improved", "improved", "▲"),
    ("Declined", "declined", "▼"),
    ("Cannot be told", "too few to tell", "?"),
)
OTHERS = {
    "views converged": "Views came together, with no clear change of level",
    "views split": "Views came apart, with no clear change of level",
    "moved with no one moving (panel change)": "Moved because the team changed, not its members",
    "no clear change": "No clear change",
    "new": "New, nothing to compare with", "retired": "No longer asked", "split": "Split into several",
    "merged": "Put together from several", "scale changed": "Rated on another scale",
}  # fmt: skip
NONE = {"improved": "None that can be told from chance.", "declined": "None that can be told from chance.",
        "too few to tell": "Nothing is left open for want of people."}  # fmt: skip


class OverviewView(View):
    """Three columns, improved, declined and cannot be told, and below them everything else."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(self.filters.change())

    def show(self) -> str:
        found = self.table
        before, after = self.filters.pair
        when = f"{date_given(before.date)} beside {date_given(after.date)}"
        columns = "".join(_column(found, *one) for one in COLUMNS)
        rest = [_line(words, _of(found, word)) for word, words in OTHERS.items() if len(_of(found, word))]
        heading = f"<p>{escape(capital(when))}: {escape(compared(found, after.framework))}.</p>"
        return f"{heading}<div class='columns'>{columns}</div>{''.join(rest)}"


def compared(found: pd.DataFrame, framework) -> str:
    """How many items were compared, and by whom."""
    tested = found[found["kind"].isin(["same", "reworded"])]
    both = tested["n_both"]
    items = count(len(tested), framework.term(), framework.term(2))
    who = f"rated in both years by {_between(both.min(), both.max())}" if len(tested) and both.max() else ""
    return f"{items} compared{', ' if who else ''}{who}"


def _between(low: int, high: int) -> str:
    return count(int(high), "member") if low == high else f"{low} to {high} members"


def _of(found: pd.DataFrame, word: str) -> pd.DataFrame:
    """The rows that are told by a word; where the level cannot be told, that is said first."""
    first = found["word"].str.split(",").str[0]
    return found[first.mask(found["level_word"] == "too few to tell", "too few to tell") == word]


def _column(found: pd.DataFrame, heading: str, word: str, mark: str) -> str:
    rows = _of(found, word)
    lines = "".join(f"<li>{page.unfolding(escape(_short(row)), _behind(row))}</li>" for row in rows.to_dict("records"))
    inside = f"<ul>{lines}</ul>" if lines else page.paragraph(NONE[word])
    return f"<section><h4>{mark} {escape(heading)} ({len(rows)})</h4>{inside}</section>"


def _short(row: Mapping) -> str:
    also = row["view_word"]
    other = "told of different people" if row["basis"] == "different members" else ""
    figures = [part for part in (also, _moves(row), other, _steps(row)) if part]
    return f"{row['item'] or row['item_before']}: {row['text']}" + (f" ({'; '.join(figures)})" if figures else "")


def _moves(row: Mapping) -> str:
    """How many of those in both years moved, in the fewest words."""
    if not of_both(row):
        return ""
    ways = [f"{row[name]} {words}" for name, words in (("up", "higher"), ("down", "lower")) if row[name]]
    return f"{series(ways) or 'nobody moved'} of {row['n_both']}"


def _steps(row: Mapping) -> str:
    before, after = row["agreed_before"], row["agreed_after"]
    return "" if pd.isna(before) or pd.isna(after) else f"agreed {before}, then {after}"


def _behind(row: Mapping) -> str:
    """What one line rests on: the counts of both years, who moved, the consensus, and how sure it is."""
    said = [f"{row['before']}: {row['said_before']}.", f"{row['after']}: {row['said_after']}."]
    return page.listing([*said, *moved(row), *agreed(row)])


def moved(row: Mapping) -> list[str]:
    """How the members moved, in a sentence or two; nothing where it is not shown."""
    lines = []
    if both := of_both(row):
        sure = _sure(row["p"], row["smallest_p"], row["q"])
        lines.append(f"Of {count(both, 'member')} who rated in both years: {row['up']} higher, {row['same']} the same, "
                     f"{row['down']} lower{sure}.")  # fmt: skip
    if not pd.isna(row["delta"]) and min(row["n_left"], row["n_joined"]) >= LEAST:
        way = "higher" if row["delta"] > 0 else "lower" if row["delta"] < 0 else "neither higher nor lower"
        lines.append(f"Those who joined ({row['n_joined']}) stand {way} than those who left ({row['n_left']})"
                     f"{_sure(row['p_apart'], row['smallest_p_apart'], row['q_apart'])}.")  # fmt: skip
    return lines


def of_both(row: Mapping) -> int:
    """How many rated in both years, 0 where that is not compared or not shown."""
    return 0 if pd.isna(row["n_both"]) or pd.isna(row["up"]) else int(row["n_both"])


def _sure(p: float, least: float, q: float) -> str:
    if pd.isna(p):
        return ""
    adjusted = "" if pd.isna(q) else f"; {rounded(q)} allowing for all that could tell anything"
    return f" (p {rounded(p)}, the smallest possible being {rounded(least)}{adjusted})"


def rounded(p: float) -> str:
    """A p in as many digits as mean anything.

    Examples
    --------
    >>> rounded(1 / 1024), rounded(0.0312), rounded(0.4)
    ('.001', '.031', '.40')
    """
    if p >= 0.995:
        return "1"
    digits = 2 if p >= 0.1 else 3
    return "below .001" if p < 0.0005 else f"{p:.{digits}f}".removeprefix("0")


def agreed(row: Mapping) -> list[str]:
    """How the consensus moved beside the members."""
    before, after = row["agreed_before"], row["agreed_after"]
    if pd.isna(before) or pd.isna(after):
        return []
    said = f"Agreed: {before}, then {after}" if before != after else f"Agreed: {before} in both years"
    return [f"{said}{'; ' + row['beside'] if row['beside'] else ''}."]


def _line(words: str, rows: pd.DataFrame) -> str:
    listed = "".join(f"<li>{page.unfolding(escape(_short(row)), _behind(row))}</li>" for row in rows.to_dict("records"))
    return page.unfolding(f"<b>{escape(words)}</b> ({len(rows)}): {escape(_numbers(rows))}", f"<ul>{listed}</ul>")


def _numbers(rows: pd.DataFrame) -> str:
    return ", ".join(rows["item"].where(rows["item"] != "", rows["item_before"]))
