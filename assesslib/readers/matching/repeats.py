"""Several responses of one person: which of them counts, and what is said of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.readers.records import PREVIEW, UNFINISHED
from assesslib.words import many, noun

COUNTS, EARLIER, TEST, STRANGER, UNSURE = "counts", "earlier", "test", "stranger", "unsure"
Answered = Callable[[Iterable[int]], list[frozenset[str]]]
"""The items under which each of some responses (by their place) holds anything."""


def fates(people: pd.DataFrame, answered: Answered) -> pd.Series:
    """What becomes of each response: of one person's the last finished one counts; parts that do not meet all count.

    One that answers nothing is none beside one that does.
    """
    fate = pd.Series(COUNTS, index=people.index)
    fate = fate.mask(people["member"] == "", STRANGER).mask(people["mark"] == PREVIEW, TEST)
    left = people[fate == COUNTS]
    several = left[left["member"].duplicated(keep=False)]
    if several.empty:
        return fate
    items = pd.Series(answered(several.index), index=several.index)
    some = items.map(len) > 0
    empty = several.index[~some & some.groupby(several["member"]).transform("any")]
    rest = several.drop(empty)
    twice = rest[~rest["member"].isin(_in_parts(rest, items[rest.index]))]
    order = twice.assign(done=twice["mark"] != UNFINISHED).sort_values(["done", "order"], na_position="first")
    last = order.drop_duplicates("member", keep="last").index
    fate = fate.mask(fate.index.isin(twice.index) & ~fate.index.isin(last) | fate.index.isin(empty), EARLIER)
    unsure = people["member"].isin([*_undecided(twice), *_sorted_apart(twice)]) & people.index.isin(twice.index)
    return fate.mask(unsure, UNSURE)


def _in_parts(several: pd.DataFrame, items: pd.Series) -> list[str]:
    """Members whose responses answer different items: a form a section, or two sittings; or who answered once."""
    groups = items.groupby(several["member"])
    return [member for member, parts in groups
            if len(parts) == 1 or 0 < len(frozenset().union(*parts)) == sum(map(len, parts))]  # fmt: skip


def _undecided(twice: pd.DataFrame) -> list[str]:
    """Members of whose responses nothing tells the last finished one: no time, or the same, and other answers."""
    done = twice["mark"] != UNFINISHED
    rivals = twice[done | ~done.groupby(twice["member"]).transform("any")]
    order = rivals.groupby("member")["order"]
    timed = order.transform("count") == order.transform("size")
    last = rivals[~timed | (rivals["order"] == order.transform("max"))]
    kinds = last.groupby("member")["same"].nunique()
    return list(kinds.index[kinds > 1])


def _sorted_apart(twice: pd.DataFrame) -> list[str]:
    """Members whose responses differ in their answers and in what sorts them, such as the partnership they are of."""
    named = twice[twice["label"] != ""]
    if "beside" not in named or named.empty:
        return []
    sorts = named["beside"].astype("object").fillna("").str.casefold()
    kinds = named.assign(beside=sorts.where(sorts != "")).groupby("member")
    differ = (kinds["same"].nunique() > 1) & (kinds["beside"].nunique() > 1)
    return list(differ.index[differ])


def repeat_faults(people: pd.DataFrame) -> Iterator[Fault]:
    """What is said of people who answered more than once."""
    counts = people[people["fate"] == COUNTS]
    counting = counts.drop_duplicates("member").set_index("member")
    earlier = people[people["fate"] == EARLIER]
    named = earlier["label"] != ""
    yield from (_earlier(row, counting.loc[row.member]) for row in earlier[named].itertuples())
    yield from _nobodys(earlier[~named], counting)
    unsure = people[people["fate"] == UNSURE]
    sorts = _sorts(unsure)
    yield from (_unsure(row, sorts.get(row.member, "")) for row in unsure.itertuples())
    parts = counts[counts["member"].duplicated(keep=False)]
    for _, theirs in parts.groupby("member", sort=False):
        first = theirs.iloc[0]
        yield Fault(f"answered in {len(theirs)} parts, each on other items; all of them count", file=first["place"],
                    row=first["row"], value=first["label"] or None, handled=True)  # fmt: skip


def _earlier(row, counting: pd.Series) -> Fault:
    return Fault(f"answered again: {_where(row, counting)} counts, which {_why(row, counting)}", file=row.place,
                 row=row.row, value=row.label, handled=True)  # fmt: skip


def _where(row, counting: pd.Series) -> str:
    there = f" of {counting['place']}" if counting["place"] != row.place else ""
    return f"row {counting['row']}{there}" if pd.notna(counting["row"]) else str(counting["place"])


def _why(row, counting: pd.Series) -> str:
    if row.mark == UNFINISHED and counting["mark"] != UNFINISHED:
        return "is finished and this one is not"
    if row.same == counting["same"]:
        return "says the same"
    unknown = pd.isna(row.order) or pd.isna(counting["order"]) or row.order >= counting["order"]
    return "has answers and this one has none" if unknown else "was sent later"


def _nobodys(earlier: pd.DataFrame, counting: pd.DataFrame) -> Iterator[Fault]:
    """What is said of responses that name nobody: those that are the same elsewhere are counted."""
    there = earlier["member"].map(counting["place"])
    equal = ((earlier["same"] == earlier["member"].map(counting["same"]))
             & (earlier["mark"] == earlier["member"].map(counting["mark"])))  # fmt: skip
    for (place, other), n in earlier[equal].groupby(["place", there], sort=False).size().items():
        where = "more than once there" if place == other else f"in {other} too"
        what = f"{many(n, 'response')} that {noun(n, 'names', 'name')} nobody {noun(n, 'stands', 'stand')} {where}"
        yield Fault(f"{what}: {noun(n, 'it is', 'each is')} counted once", file=place, handled=True)
    for row in earlier[~equal].itertuples():
        counts = counting.loc[row.member]
        yield Fault(f"The response, which names nobody, was sent again: {_where(row, counts)} counts, which "
                    f"{_why(row, counts)}", file=row.place, row=row.row, handled=True)  # fmt: skip


def _sorts(unsure: pd.DataFrame) -> dict[str, str]:
    """By member in words how the responses differ in what sorts them, where they do."""
    if "beside" not in unsure or unsure.empty:
        return {}
    said = unsure["beside"].astype("object").fillna("").groupby(unsure["member"])
    kinds = {member: list(dict.fromkeys(text for text in texts if text)) for member, texts in said}
    return {member: f" ({listed(texts)})" for member, texts in kinds.items() if len(texts) > 1}


def _unsure(row, sorts: str) -> Fault:
    do = "Take away the ones that do not count; or give two people different names."
    if not row.label:
        return Fault("The response, which names nobody, stands there more than once with other answers, and nothing "
                     "says which was sent last", file=row.place, row=row.row,
                     do="Take away the ones that do not count.")  # fmt: skip
    if sorts:
        what = f"stands over several responses that differ, and not in the answers alone{sorts}"
        return Fault(what, file=row.place, row=row.row, value=row.label, do=do)
    return Fault("stands over several responses that differ, and nothing says which was sent last", file=row.place,
                 row=row.row, value=row.label, do=do)  # fmt: skip
