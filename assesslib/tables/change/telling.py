"""What the sentences on a change share: the words for the two years and for who went which way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.anonymity import LEAST
from assesslib.tables.change.pair import COMPARED
from assesslib.tables.change.verdict import DIFFERENT, FEW, SAME
from assesslib.tables.findings.finding import Finding
from assesslib.words import capital, count, series


@dataclass(frozen=True)
class Telling:
    """How a change is told: of what was asked, over which two days, from how many members on, against which alpha."""

    framework: Framework
    before: str = ""
    after: str = ""
    least: int = LEAST
    alpha: float = 0.05

    @property
    def both(self) -> str:
        """The two assessments as a person would call them."""
        return "in both years" if self.before[:4] != self.after[:4] else "both times"

    def when(self, side: str) -> str:
        """One of the two assessments, ``before`` or ``after``, by its year where that tells it from the other."""
        if self.before[:4] == self.after[:4]:
            return {"before": "before", "after": "now"}[side]
        return f"in {getattr(self, side)[:4]}"

    def item(self, row: Mapping) -> str:
        """An item at the beginning of a sentence."""
        return capital(f"{self.framework.term()} {row['item']}")

    def items(self, ids: Sequence[str]) -> str:
        """Items by number, with the framework's term before them; three or more in a row by the first and the last."""
        order = {item.id: place for place, item in enumerate(self.framework.items)}
        return f"{self.framework.term(len(ids))} {series(_runs(ids, order))}"

    def counted(self, n: int) -> str:
        """How many items, with the framework's term."""
        return count(n, self.framework.term(), self.framework.term(2))

    def finding(self, kind: str, words: str, row: Mapping) -> Finding:
        """A finding on one item, with those it rests on: members of both years wherever there are any to rest on."""
        if row["basis"] == DIFFERENT and kind == "moved":
            left, joined = int(row["n_left"]), int(row["n_joined"])
            return Finding(kind, words, (row["item"],), (), left + joined, two_groups(left, joined, " only"))
        if row["n_both"]:
            return Finding(kind, words, (row["item"],), (), int(row["n_both"]), self.of_both(row["n_both"]))
        then, now = int(row["n_before"]), int(row["n_after"])
        return Finding(kind, words, (row["item"],), (), then + now, two_groups(then, now))

    def of_both(self, n: int) -> str:
        """So many members of both years, in words."""
        return f"{count(int(n), 'member')} {self.both}"


def two_groups(before: int, now: int, only: str = "") -> str:
    """Members of the two assessments beside each other, in words.

    Examples
    --------
    >>> two_groups(1, 4, " only")
    '1 member only before, 4 only now'
    """
    return f"{count(before, 'member')}{only} before, {now}{only} now"


def _runs(ids: Sequence[str], order: Mapping[str, int]) -> list[str]:
    """Ids as they stand, three or more that follow each other as “4 to 9”."""
    runs: list[list[str]] = []
    for id in ids:
        follows = runs and id in order and order[id] == order.get(runs[-1][-1], -9) + 1
        runs = [*runs[:-1], [*runs[-1], id]] if follows else [*runs, [id]]
    return [word for run in runs for word in (run if len(run) < 3 else [f"{run[0]} to {run[-1]}"])]


def enough(change: pd.DataFrame, least: int) -> pd.DataFrame:
    """A change in which nothing is told from fewer members than ``least``: such items are too few to tell."""
    both, apart = change["n_both"], change[["n_left", "n_joined"]].min(axis=1)
    few = (change["basis"].eq(SAME) & (both < least)) | (change["basis"].eq(DIFFERENT) & (apart < least))
    viewed = both.where(both > 0, change[["n_before", "n_after"]].min(axis=1))
    few, unseen = (mask.fillna(value=False).astype("bool") for mask in (few, viewed < least))
    return change.assign(
        level_word=change["level_word"].mask(few, FEW),
        basis=change["basis"].mask(few, ""),
        view_word=change["view_word"].mask(unseen, ""),
    )


def compared(change: pd.DataFrame) -> pd.DataFrame:
    """The rows of a change whose items can be compared."""
    return change[change["kind"].isin(COMPARED)]


def records(change: pd.DataFrame, kept) -> list[dict]:
    """Some rows of a change, one by one; what is missing counts as not kept."""
    return change[kept.fillna(value=False).astype("bool")].to_dict("records")


def ways(row: Mapping) -> str:
    """How many of those in both years went which way, the larger part first, nobody left out.

    Examples
    --------
    >>> ways({"up": 11, "same": 0, "down": 0}), ways({"up": 9, "same": 1, "down": 1})
    ('all 11 rate it higher now', '9 rate it higher now, 1 lower and 1 the same')
    >>> ways({"up": 0, "same": 1, "down": 8})
    '8 rate it lower now and 1 the same'
    >>> ways({"up": 0, "same": 1, "down": 0}), ways({"up": 2, "same": 2, "down": 0})
    ('the only one rates it the same', '2 rate it higher now and 2 the same')
    """
    parts = [(int(row["up"]), "higher now"), (int(row["down"]), "lower now"), (int(row["same"]), "the same")]
    if row["down"] > row["up"]:
        parts = [parts[1], parts[0], parts[2]]
    there = [(n, way) for n, way in parts if n]
    if len(there) == 1:
        n, way = there[0]
        return f"the only one rates it {way}" if n == 1 else f"all {n} rate it {way}"
    (n, way), *others = there
    told = [f"{n} {'rates' if n == 1 else 'rate'} it {way}", *(f"{m} {w.removesuffix(' now')}" for m, w in others)]
    return series(told)
