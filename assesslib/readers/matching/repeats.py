"""Several responses of one person: which of them counts, and what is said of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.records import PREVIEW, UNFINISHED

COUNTS, EARLIER, TEST, STRANGER, UNSURE = "counts", "earlier", "test", "stranger", "unsure"
Answered = Callable[[Iterable[int]], list[frozenset[str]]]
"""The items that each of some responses (by their place) answers."""


def fates(people: pd.DataFrame, answered: Answered) -> pd.Series:
    """What becomes of each response: of one person's the last finished one counts; parts that do not meet all count."""
    fate = pd.Series(COUNTS, index=people.index)
    fate = fate.mask(people["member"] == "", STRANGER).mask(people["mark"] == PREVIEW, TEST)
    left = people[fate == COUNTS]
    several = left[left["member"].duplicated(keep=False)]
    twice = several[~several["member"].isin(_in_parts(several, answered))]
    if twice.empty:
        return fate
    order = twice.assign(done=twice["mark"] != UNFINISHED).sort_values(["done", "order"], na_position="first")
    last = order.drop_duplicates("member", keep="last").index
    fate = fate.mask(fate.index.isin(twice.index) & ~fate.index.isin(last), EARLIER)
    unsure = people["member"].isin(_undecided(twice)) & people.index.isin(twice.index)
    return fate.mask(unsure, UNSURE)


def _in_parts(several: pd.DataFrame, answered: Answered) -> list[str]:
    """Members whose responses answer different items: a form a section, or two sittings."""
    if several.empty:
        return []
    items = pd.Series(answered(several.index), index=several.index)
    groups = items.groupby(several["member"])
    return [member for member, parts in groups if len(frozenset().union(*parts)) == sum(map(len, parts))]


def _undecided(twice: pd.DataFrame) -> list[str]:
    """Members of whose responses nothing tells the last finished one: no time, or the same, and other answers."""
    done = twice["mark"] != UNFINISHED
    rivals = twice[done | ~done.groupby(twice["member"]).transform("any")]
    order = rivals.groupby("member")["order"]
    timed = order.transform("count") == order.transform("size")
    last = rivals[~timed | (rivals["order"] == order.transform("max"))]
    kinds = last.groupby("member")["same"].nunique()
    return list(kinds.index[kinds > 1])


def repeat_faults(people: pd.DataFrame) -> Iterator[Fault]:
    """What is said of people who answered more than once."""
    counts = people[people["fate"] == COUNTS]
    counting = counts.drop_duplicates("member").set_index("member")
    yield from (_earlier(row, counting.loc[row.member]) for row in people[people["fate"] == EARLIER].itertuples())
    yield from (_unsure(row) for row in people[people["fate"] == UNSURE].itertuples())
    parts = counts[counts["member"].duplicated(keep=False)]
    for _, theirs in parts.groupby("member", sort=False):
        first = theirs.iloc[0]
        yield Fault(f"answered in {len(theirs)} parts, each on other items; all of them count", file=first["place"],
                    row=first["row"], value=first["label"], handled=True)  # fmt: skip


def _earlier(row, counting) -> Fault:
    where = f"row {counting['row']}" + (f" of {counting['place']}" if counting["place"] != row.place else "")
    if row.mark == UNFINISHED and counting["mark"] != UNFINISHED:
        why = "is finished and this one is not"
    elif row.same == counting["same"]:
        why = "says the same"
    else:
        why = "was sent later"
    return Fault(f"answered again: {where} counts, which {why}", file=row.place, row=row.row, value=row.label,
                 handled=True)  # fmt: skip


def _unsure(row) -> Fault:
    return Fault("stands over several responses that differ, and nothing says which was sent last", file=row.place,
                 row=row.row, value=row.label,
                 do="Take away the ones that do not count; or give two people different names.")  # fmt: skip
