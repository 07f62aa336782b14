"""Sentences on what did not move clearly, and on what cannot be told, with the reason and the n."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from assesslib import stats
from assesslib.tables.change.telling import Telling, compared, two_groups, ways
from assesslib.tables.change.verdict import DIFFERENT, FEW, SAME, UNCLEAR, against
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.groups import percent
from assesslib.words import capital, count

STILL = {
    SAME: "so few moved, or so evenly both ways, that it may be chance",
    DIFFERENT: "those who rated only now stand so little above or below those who rated only before that it may be "
    "chance",
}
_NUMBERS = ("n_both", "up", "down", "n_left", "n_joined", "delta", "q_apart")


class Reason(NamedTuple):
    """Why an item cannot be told, in a clause that holds for all items with these numbers, and on whom that rests."""

    words: str
    n: int
    rests_on: str


def unclear_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What shows no clear change, and then what cannot be told: items with one reason are told together."""
    asked = compared(change)
    still = asked[(asked["level_word"] == UNCLEAR) & (asked["view_word"] == "")]
    for basis, why in STILL.items():
        rows = still[still["basis"] == basis]
        if len(rows):
            yield _still(rows, why, _those(rows, basis, telling), telling)
    few = asked[asked["level_word"] == FEW]
    reasons = pd.Series([_reason(row, telling) for row in few.to_dict("records")], few.index, dtype="object")
    for reason in dict.fromkeys(reasons):
        items = tuple(few.loc[[one == reason for one in reasons], "item"])
        words = f"It cannot be told of {telling.items(items)}: {reason.words}."
        yield Finding("unclear", words, items, (), reason.n, reason.rests_on)


def _still(rows: pd.DataFrame, why: str, those: tuple[int, str], telling: Telling) -> Finding:
    items = tuple(rows["item"])
    verb = "shows" if len(items) == 1 else "show"
    words = (f"{capital(telling.items(items))} {verb} no clear change: {why}. That is not to say that nothing "
             "changed.")  # fmt: skip
    return Finding("unclear", words, items, (), *those)


def _those(rows: pd.DataFrame, basis: str, telling: Telling) -> tuple[int, str]:
    """The fewest members that one of some items rests on, of those whom its word rests on."""
    if basis == SAME:
        n = rows["n_both"]
        return int(n.min()), f"{'at least ' * (n.nunique() > 1)}{telling.of_both(n.min())}"
    n = rows["n_left"] + rows["n_joined"]
    first = rows.loc[n.idxmin()]
    some = "at least " * (len(rows[["n_left", "n_joined"]].drop_duplicates()) > 1)
    return int(n.min()), f"{some}{two_groups(int(first['n_left']), int(first['n_joined']), ' only')}"


def _reason(row: Mapping, telling: Telling) -> Reason:
    """What keeps this item from being told."""
    if (nobody := _nobody(row, telling)) is not None:
        return nobody
    if row["basis"] == DIFFERENT:
        return _all_apart(row, telling)
    if row["basis"] == SAME:
        return Reason(_all_one_way(row, telling), int(row["n_both"]), telling.of_both(row["n_both"]))
    numbers = {name: float("nan") if pd.isna(row[name]) else float(row[name]) for name in _NUMBERS}
    if way := against({**numbers, **{name: int(row[name]) for name in ("n_both", "n_left", "n_joined")}},
                      telling.alpha):  # fmt: skip
        return _against(row, way, telling)
    return _too_few(row, telling)


def _nobody(row: Mapping, telling: Telling) -> Reason | None:
    """The reason where nobody gave a level in one of the years, or in either."""
    n = {when: row[f"n_{when}"] for when in ("before", "after")}
    empty = [when for when, number in n.items() if not pd.isna(number) and number == 0]
    if not empty:
        return None
    if len(empty) == 2:
        return Reason(f"nobody gave it a level {telling.when('before')} or {telling.when('after')}", 0, "no members")
    other = "after" if empty == ["before"] else "before"
    split = ", where those who answered split it" * (" split" in row[f"said_{empty[0]}"])
    if pd.isna(n[other]):
        return Reason(f"nobody gave it a level {telling.when(empty[0])}{split}, and too few to be shown did "
                      f"{telling.when(other)}", 0, f"fewer than {telling.least} members")  # fmt: skip
    m = int(n[other])
    words = f"nobody gave it a level {telling.when(empty[0])}{split}, and {m} did {telling.when(other)}"
    return Reason(words, m, f"{count(m, 'member')} {telling.when(other)}")


def _all_apart(row: Mapping, telling: Telling) -> Reason:
    left, joined = int(row["n_left"]), int(row["n_joined"])
    now = f"all {joined} who rated it only now stand" if joined > 1 else "the only one who rated it only now stands"
    then = f"all {left} who rated it only before" if left > 1 else "the only one who rated it only before"
    words = (f"{now} {'above' if row['delta'] > 0 else 'below'} {then}, but so wide a difference comes about by chance "
             f"in {_by_chance(row['p_apart'], telling)}")  # fmt: skip
    return Reason(words, left + joined, two_groups(left, joined, " only"))


def _all_one_way(row: Mapping, telling: Telling) -> str:
    if pd.isna(row["up"]):
        return "all who moved went one way, but so many all going one way may be chance"
    moved, way = int(row["up"] + row["down"]), "up" if row["up"] else "down"
    chance = _by_chance(stats.smallest_p(moved), telling)
    return f"all {moved} who moved went {way}, but so many all going one way comes about by chance in {chance}"


def _by_chance(p: float, telling: Telling) -> str:
    return f"{percent(p)}{', too often among so many looked at' * (p <= telling.alpha)}"


def _against(row: Mapping, way: int, telling: Telling) -> Reason:
    both, left, joined = (int(row[name]) for name in ("n_both", "n_left", "n_joined"))
    words = (f"of {both} who rated it {telling.both}, {ways(row)}, while those who joined stand "
             f"{'higher' if way > 0 else 'lower'} than those who left")  # fmt: skip
    rests_on = f"{telling.of_both(both)}, {left} only before, {joined} only now"
    return Reason(words, both + left + joined, rests_on)


def _too_few(row: Mapping, telling: Telling) -> Reason:
    n, left, joined = (int(row[name]) for name in ("n_both", "n_left", "n_joined"))
    those = (n, telling.of_both(n)) if n else (left + joined, count(left + joined, "member"))
    if stats.smallest_p(n) <= telling.alpha or stats.smallest_p(left, joined) <= telling.alpha:
        return Reason(f"nothing is told from fewer than {telling.least} members", *those)
    if n:
        words = f"with {count(n, 'member')} {telling.both}, even if all moved one way it could be chance"
    elif left or joined:
        words = (f"nobody rated {telling.both}, and with {left or 'none'} only before and {joined or 'none'} only now, "
                 "even the widest difference could be chance")  # fmt: skip
    else:
        return Reason(f"nobody gave it a level {telling.both}", 0, "no members")
    return Reason(words, *those)
