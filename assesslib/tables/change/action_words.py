"""Sentences on last year's plans beside this year's movement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from assesslib.tables.change.courses import NO_ACTION
from assesslib.tables.change.telling import Telling
from assesslib.tables.change.touches import TIES
from assesslib.tables.change.traced import near
from assesslib.tables.findings.finding import Finding
from assesslib.words import begun, capital, count, day_in_words, quoted, series

NEAR = ("itself", "area")
FOR = {"itself": "it", "area": "it", "cause": "a cause behind it", "section": "its section as a whole"}
FATES = {
    "closed": "done", "carried forward": "carried forward", "dropped": "dropped", "open": "still open",
}  # fmt: skip
MOVED = ("improved", "declined", "views")
"""How the words of items that moved begin."""
STILL, BEFORE = "done, no movement", "done before the movement"
MOST = 3
"""Plans of one kind that are told in full at most where they do not touch an item itself."""
AFTER = " After is not because of."


def action_findings(traced: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What became of the plans, what was planned for the items that moved, and what moved without any plan.

    Parameters
    ----------
    traced : DataFrame
        As `assesslib.tables.traced` gives it.
    telling : Telling
        How it is told.
    """
    plans, without = traced[traced["kind"] != ""], traced[traced["course"] == NO_ACTION]
    if len(plans):
        yield _fates(plans.drop_duplicates("id"))
    elif len(without):
        words = "No goal and no action was noted in the earlier assessment, so no movement can be traced to any."
        yield Finding("action", words, tuple(without["item"]), (), 0, "no goals and no actions")
        return
    yield from _remarked(_planned(item, rows, telling) for item, rows in _of_moved(plans, telling))
    yield from _still(plans, telling)
    for word, rows in without.groupby("word", sort=False):
        yield _without(rows["item"].tolist(), word, telling)


def _fates(plans: pd.DataFrame) -> Finding:
    n, seen = len(plans), plans["fate"].value_counts()
    told = series([f"{seen[fate]} {words}" for fate, words in FATES.items() if fate in seen])
    words = f"{begun(n, *_nouns(plans))} of the earlier assessment: {told}."
    return Finding("action", words, (), tuple(plans["id"]), n, count(n, *_nouns(plans)))


def _nouns(plans: pd.DataFrame) -> tuple[str, str]:
    """What one and several of these plans are called."""
    kinds = sorted(set(plans["kind"]))
    return " or ".join(kinds), " and ".join(f"{kind}s" for kind in kinds)


def _of_moved(plans: pd.DataFrame, telling: Telling) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each item that moved, with the plans that touch it, the nearest first, in the order of the items."""
    rows = near(plans)
    rows = rows[rows["word"].str.startswith(MOVED)]
    for item in (one.id for one in telling.framework.items if one.id in set(rows["item"])):
        yield item, rows[rows["item"] == item].sort_values("tie", key=lambda ties: ties.map(TIES.index), kind="stable")


def _planned(item: str, rows: pd.DataFrame, telling: Telling) -> tuple[Finding, bool]:
    """What was planned for an item that moved, and whether any of it was done before."""
    told = " ".join(_for(what, own, telling) for what, own in rows.groupby(rows["tie"].map(FOR), sort=False))
    words = f"{_began([item], rows['word'].iloc[0], telling)}. {told}"
    found = Finding("action", words, (item,), tuple(rows["id"]), len(rows), count(len(rows), *_nouns(rows)))
    return found, bool(rows["course"].eq(BEFORE).any())


def _for(what: str, rows: pd.DataFrame, telling: Telling) -> str:
    """What was planned for an item, or for what lies behind or around it: of that only the first few in full."""
    shown = rows if what == FOR["itself"] else rows.head(MOST)
    told = [f"{quoted(row['text'])}, {_ended(row, telling)}" for row in shown.to_dict("records")]
    more = len(rows) - len(shown)
    return f"Planned for {what}: {'; '.join([*told, *[f'and {more} more'] * (more > 0)])}."


def _remarked(found: Iterable[tuple[Finding, bool]]) -> Iterator[Finding]:
    """The findings, with the warning behind the first of what was done before an item moved."""
    said = False
    for one, before in found:
        yield one._replace(words=one.words + AFTER) if before and not said else one
        said = said or before


def _ended(row: Mapping[str, str], telling: Telling) -> str:
    if row["done_on"]:
        when = "only after" if row["done_on"] > telling.after else "before"
        return f"done {when} the later assessment ({day_in_words(row['done_on'])})"
    return f"dropped ({day_in_words(row['dropped_on'])})" if row["dropped_on"] else "not done"


def _began(items: Sequence[str], word: str, telling: Telling) -> str:
    """What items did, at the beginning of a sentence."""
    if word.startswith("views"):
        return f"{capital(word)} on {telling.items(items)}"
    return f"{capital(telling.items(items))} {word}"


def _still(plans: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What was done for items of which none moved."""
    near = plans[plans["tie"].isin(NEAR)]
    still = (near["course"] == STILL).groupby(near["id"]).all()
    rows = near[near["id"].isin(still.index[still])]
    if rows.empty:
        return
    about = rows.groupby("id", sort=False)["item"].agg(list)
    told = [f"{quoted(text)} ({telling.items(about[id])})"
            for id, text in rows.drop_duplicates("id")[["id", "text"]].itertuples(index=False)]  # fmt: skip
    n = len(told)
    listed = series(told[:3] + ["others"] * (n > 3))
    done = "was" if n == 1 else "were"
    words = f"{begun(n, *_nouns(rows))} {done} done for what shows no clear change: {listed}."
    yield Finding("action", words, tuple(dict.fromkeys(rows["item"])), tuple(about.index), n, count(n, *_nouns(rows)))


def _without(items: Sequence[str], word: str, telling: Telling) -> Finding:
    touch = "touches it" if len(items) == 1 else "touches them"
    words = f"{_began(items, word, telling)}, and no goal or action of the earlier assessment {touch}."
    return Finding("action", words, tuple(items), (), len(items), telling.counted(len(items)))
