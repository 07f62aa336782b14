"""Sentences on what did not move clearly, and on what cannot be told, with the reason and the n."""

from collections.abc import Iterator, Mapping

import pandas as pd

from assesslib import stats
from assesslib.tables.change.telling import Telling, compared
from assesslib.tables.change.verdict import FEW, UNCLEAR
from assesslib.tables.findings.finding import Finding, capital, count
from assesslib.tables.findings.groups import percent


def unclear_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What shows no clear change, and then what cannot be told: items with one reason are told together."""
    asked = compared(change)
    still = asked[(asked["level_word"] == UNCLEAR) & (asked["view_word"] == "")]
    if len(still):
        yield _still(still, telling)
    few = asked[asked["level_word"] == FEW]
    reasons = [_reason(row, telling) for row in few.to_dict("records")]
    for reason, rows in few.groupby(pd.Series(reasons, few.index, dtype="str"), sort=False):
        items = tuple(rows["item"])
        words = f"It cannot be told of {telling.items(items)}: {reason}."
        yield Finding("unclear", words, items, (), *_n(rows, telling))


def _still(still: pd.DataFrame, telling: Telling) -> Finding:
    items = tuple(still["item"])
    verb = "shows" if len(items) == 1 else "show"
    words = (f"{capital(telling.items(items))} {verb} no clear change: so few moved, or so evenly both ways, that it "
             "may be chance. That is not to say that nothing changed.")  # fmt: skip
    return Finding("unclear", words, items, (), *_n(still, telling))


def _n(rows: pd.DataFrame, telling: Telling) -> tuple[int, str]:
    """The fewest members that one of these items rests on: of both years, else of either."""
    both = int(rows["n_both"].min())
    n = both or int((rows["n_both"] + rows["n_left"] + rows["n_joined"]).min())
    words = telling.of_both(n) if both else count(n, "member")
    return n, f"{words}{' or more' * (rows['n_both'].nunique() > 1)}"


def _reason(row: Mapping, telling: Telling) -> str:
    """Why an item cannot be told, in a clause that holds for all items with these numbers."""
    n, up, down = (row[name] for name in ("n_both", "up", "down"))
    moved = 0 if pd.isna(up) else int(up + down)
    if moved and row["basis"]:
        way, chance = "up" if up else "down", percent(stats.smallest_p(moved))
        among = ", too often among so many looked at" if stats.smallest_p(moved) <= telling.alpha else ""
        return (f"all {moved} who moved went {way}, but so many all going one way comes about by chance in {chance}"
                f"{among}")  # fmt: skip
    left, joined = int(row["n_left"]), int(row["n_joined"])
    if stats.smallest_p(int(n)) <= telling.alpha or stats.smallest_p(left, joined) <= telling.alpha:
        return f"nothing is told from fewer than {telling.least} members"
    if n:
        return f"with {count(int(n), 'member')} {telling.both}, even if all moved one way it could be chance"
    return (f"nobody rated {telling.both}, and with {left or 'none'} only before and {joined or 'none'} only now, even "
            "the widest difference could be chance")  # fmt: skip
