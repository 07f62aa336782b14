"""Findings on groups of members who see something differently from the others."""

from collections.abc import Iterator

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.audits.words import series
from assesslib.tables.findings.finding import Finding, count, named_items

CHANCE = 0.05
"""Up to this share of random deals that come out as wide, a divide is said to stand out."""


def group_findings(divides: pd.DataFrame, framework: Framework, by: str, held: int = 0) -> Iterator[Finding]:
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
    """
    if len(divides):
        yield from _compared(divides, framework, by)
    if held:
        words = held_in_words(held, len(divides), f"of two {by}s on one {framework.item_term}")
        yield Finding("divide", words, (), (), held, count(held, "comparison"))


def held_in_words(held: int, shown: int, what: str) -> str:
    """How many comparisons are not shown, and why.

    Examples
    --------
    >>> held_in_words(3, 6, "of two roles")
    'Of the 9 comparisons of two roles, 3 are not shown, so that what few people said is not given away.'
    """
    of, verb = held + shown, "is" if held == 1 else "are"
    begun = f"Of the {of} comparisons {what}, {held} {verb} not shown"
    if not shown:
        begun = f"None of the {of} comparisons {what} is shown" if of > 1 else f"The one comparison {what} is not shown"
    return f"{begun}, so that what few people said is not given away."


def _compared(divides: pd.DataFrame, framework: Framework, by: str) -> Iterator[Finding]:
    """What the comparisons that are shown say."""
    wide, chance = divides[divides["wide"]], divides["by_chance"].iloc[0]
    if wide.empty or chance > CHANCE:
        said = "" if wide.empty else f": dealt at random, members stand as far apart in {percent(chance)}"
        words = f"Among what can be compared, no two {by}s stand further apart than chance would have it{said}."
        yield Finding("divide", words, (), (), len(divides), count(len(divides), "comparison"))
        return
    for (group, way, others), rows in _stands(wide, framework).groupby(["group", "way", "others"], sort=False):
        items = tuple(rows["item"])
        words = f"{group} rates {named_items(framework, items)} {way} than {others}."
        n = int(rows["n"].min())
        yield Finding("divide", words, items, (), n, f"{count(n, 'member')} or more of each {by}")
    words = (f"As many wide differences as these together come about in {percent(chance)} when members are dealt to "
             f"the {by}s at random.")  # fmt: skip
    yield Finding("divide", words, (), (), len(divides), count(len(divides), "comparison"))


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
    wide = divides[divides["wide"]] if len(divides) else divides
    if wide.empty or wide["by_chance"].iloc[0] > CHANCE:
        return {}
    rows = _stands(wide, framework).groupby("item", sort=False)
    return {
        item: "".join(f" {row.group} and {row.others} differ most." for row in one.itertuples()) for item, one in rows
    }
