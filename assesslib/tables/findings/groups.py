"""Findings on groups of members who see something differently from the others."""

from collections.abc import Collection, Iterator

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.anonymity import LEAST
from assesslib.tables.findings.finding import Finding, named_items
from assesslib.words import NUMBERS, count, series

CHANCE = 0.04
"""Up to this share of random deals that come out as wide, a divide is said to stand out."""
TOGETHER = 0.01
"""Up to this share of random deals that stand as far apart, all rows together are: with `CHANCE`, 5 of 100 at most."""
HARDLY = 0.05
"""Up to this share, what is not said to stand out is not said to be chance either."""


def group_findings(
    divides: pd.DataFrame, framework: Framework, by: str, held: int = 0, *, items: Collection[str] = (),
    anonymity: str = "named", least: int = LEAST,
) -> Iterator[Finding]:  # fmt: skip
    """What the table of divides says in sentences; that nothing stands out is a finding too.

    Parameters
    ----------
    divides : DataFrame
        As `assesslib.tables.divides` gives it, for the grouping ``by``.
    framework : Framework
        What was asked.
    by : str
        ``"organisation"`` or ``"role"``.
    held : int
        How many comparisons are not shown, as `assesslib.tables.held_back` counts them.
    items : collection of str
        The items on which they are, as `assesslib.tables.divides.held_by_item` names them.
    anonymity : str
        The tier at which both were made.
    least : int
        How many of a group had to have rated an item.
    """
    if len(divides):
        yield from _compared(divides, framework, by)
    if held:
        words = held_in_words(held, len(divides), f"of two {by}s on one {framework.item_term}", anonymity, least)
        yield Finding("divide", words, in_order(framework, items), (), held, count(held, "comparison"))


def in_order(framework: Framework, items: Collection[str]) -> tuple[str, ...]:
    """Some items, each once, in the framework's order."""
    return tuple(item.id for item in framework.items if item.id in set(items))


def held_in_words(held: int, shown: int, what: str, anonymity: str = "named", least: int = LEAST) -> str:
    """How many comparisons are not shown, and why: at ``"named"`` for small groups alone.

    Examples
    --------
    >>> held_in_words(3, 6, "of two roles", "role")
    'Of the 9 comparisons of two roles, 3 are not shown, so that what few people said is not given away.'
    >>> held_in_words(1, 6, "of two roles")
    'Of the 7 comparisons of two roles, 1 is not shown, because one of the groups has fewer than three who rated it.'
    """
    of, verb = held + shown, "is" if held == 1 else "are"
    begun = f"Of the {of} comparisons {what}, {held} {verb} not shown"
    if not shown:
        begun = f"None of the {of} comparisons {what} is shown" if of > 1 else f"The one comparison {what} is not shown"
    fewer = NUMBERS[least] if least < len(NUMBERS) else least
    small = f"because one of the groups has fewer than {fewer} who rated it"
    return f"{begun}, {small if anonymity == 'named' else 'so that what few people said is not given away'}."


def _compared(divides: pd.DataFrame, framework: Framework, by: str) -> Iterator[Finding]:
    """What the comparisons that are shown say."""
    wide = divides[divides["wide"]]
    rests = (), len(divides), count(len(divides), "comparison")
    if not wide_apart(divides):
        words = _taken_together(divides, framework, by) if apart_together(divides) else _nothing(divides, by)
        yield Finding("divide", words, in_order(framework, divides["item"]), *rests)
        return
    yield from standing_findings(divides, framework, by)
    chance = percent(divides["by_chance"].iloc[0])
    words = (f"As many wide differences as these together come about in {chance} when members are dealt to the {by}s "
             f"at random.")  # fmt: skip
    yield Finding("divide", words, in_order(framework, wide["item"]), *rests)


def standing_findings(
    divides: pd.DataFrame, framework: Framework, by: str, items: Collection[str] | None = None
) -> Iterator[Finding]:
    """Which group rates which items higher or lower than which others, where groups stand wide apart on items.

    Parameters
    ----------
    divides : DataFrame
        As `assesslib.tables.divides` gives it, for the grouping ``by``.
    framework : Framework
        What was asked.
    by : str
        ``"organisation"`` or ``"role"``.
    items : collection of str, optional
        Of which items it is told; by default of all.
    """
    if not wide_apart(divides):
        return
    stands = _stands(divides[divides["wide"]], framework)
    told = stands if items is None else stands[stands["item"].isin(items)]
    for (group, way, others), rows in told.groupby(["group", "way", "others"], sort=False):
        here = tuple(rows["item"])
        words = f"{group} rates {named_items(framework, here)} {way} than {others}."
        n = int(rows["n"].min())
        yield Finding("divide", words, here, (), n, f"{count(n, 'member')} or more of each {by}")


def wide_apart(divides: pd.DataFrame) -> bool:
    """Whether groups stand wide apart on items of their own, more so than chance would have it."""
    return len(divides) > 0 and bool(divides["wide"].any()) and divides["by_chance"].iloc[0] <= CHANCE


def apart_together(divides: pd.DataFrame) -> bool:
    """Whether groups stand further apart than chance would have it, all items taken together."""
    return len(divides) > 0 and divides["overall"].iloc[0] <= TOGETHER


def _nothing(divides: pd.DataFrame, by: str) -> str:
    """That chance would do as much, and how often it does."""
    chance = divides["by_chance" if divides["wide"].any() else "overall"].iloc[0]
    clearly = " clearly" if min(chance, divides["overall"].iloc[0]) <= HARDLY else ""
    return (f"Among what can be compared, no two {by}s stand{clearly} further apart than chance would have it: dealt "
            f"at random, members stand as far apart in {percent(chance)}.")  # fmt: skip


def _taken_together(divides: pd.DataFrame, framework: Framework, by: str) -> str:
    """That all items together tell groups apart, and which two groups and which way, where that can be said."""
    pairs = divides[["group", "other"]].drop_duplicates()
    told = divides[divides["of_pair"] * len(pairs) <= HARDLY].groupby(["group", "other"], sort=False)
    ways = "; ".join(_way(rows, framework, *pair) for pair, rows in told)
    which = f"the two {by}s" if len(pairs) == 1 else f"the {by}s"
    items = divides["item"].unique()
    begun = f"No {framework.term()} stands out by itself, but taken together {which}"
    if len(items) == 1:
        begun = f"On {framework.term()} {items[0]}, the only one that can be compared, {which}"
    return (f"{begun} stand further apart than chance would have it ({percent(divides['overall'].iloc[0])})"
            f"{f': {ways}' if ways else ''}.")  # fmt: skip


def _way(rows: pd.DataFrame, framework: Framework, group: str, other: str) -> str:
    """On how many items one group stands below the other, and on how many above; the larger number first.

    Examples
    --------
    >>> import assesslib as al
    >>> rows = pd.DataFrame({"delta": [-0.5, -0.2, 0.1, 0.0]})
    >>> _way(rows, al.load_framework("cdrp-dat-partnership"), "Health", "Council")
    'of the 4 standards compared, Health rates 2 lower and 1 higher than Council'
    """
    sides = {"lower": int((rows["delta"] < 0).sum()), "higher": int((rows["delta"] > 0).sum())}
    ways = series([f"{n} {side}" for side, n in sorted(sides.items(), key=lambda side: -side[1]) if n])
    if len(rows) == 1:
        return f"{group} rates it {ways.removeprefix('1 ')} than {other}"
    compared = count(len(rows), framework.term(), framework.term(2))
    return f"of the {compared} compared, {group} rates {ways} than {other}"


def percent(share: float) -> str:
    """A share of shuffles in whole numbers.

    Examples
    --------
    >>> percent(0.0263), percent(0.001), percent(0.4)
    ('about 3 of 100 cases', 'fewer than 1 of 100 cases', 'about 40 of 100 cases')
    """
    whole = round(100 * share)
    return f"about {whole} of 100 cases" if whole else "fewer than 1 of 100 cases"


def _stands(wide: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """One row an item and group that stands apart: from whom, and which way; told of the group with more such rows."""
    order = {item.id: place for place, item in enumerate(framework.items)}
    seen = pd.concat([wide["group"], wide["other"]]).value_counts()
    turned = wide["other"].map(seen) > wide["group"].map(seen)
    told = pd.DataFrame({
        "item": wide["item"], "place": wide["item"].map(order),
        "group": wide["group"].mask(turned, wide["other"]), "other": wide["other"].mask(turned, wide["group"]),
        "n": wide[["n", "n_other"]].min(axis=1),
        "way": (wide["delta"].where(~turned, -wide["delta"]) > 0).map({True: "higher", False: "lower"}),
    })  # fmt: skip
    ordered = told.sort_values("place", kind="stable")
    rows = ordered.groupby(["item", "group", "way"], sort=False)
    others = rows["other"].agg(lambda names: series(list(names), "and"))
    return rows["n"].min().to_frame().assign(others=others).reset_index()


def most_apart(divides: pd.DataFrame, framework: Framework) -> dict[str, str]:
    """A sentence, by item, on the groups that stand wide apart on it; none where chance would do as much."""
    if not wide_apart(divides):
        return {}
    rows = _stands(divides[divides["wide"]], framework).groupby("item", sort=False)
    return {
        item: "".join(f" {row.group} and {row.others} differ most." for row in one.itertuples()) for item, one in rows
    }
