"""What stands out in one section of a report: of a sentence on items of several sections, those of this one alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from assesslib.documents.report_words import Told
from assesslib.framework import Section
from assesslib.tables.anonymity import LEAST
from assesslib.tables.findings.agreements import unrated_findings
from assesslib.tables.findings.differences import agreeing_findings
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.groups import standing_findings

OF_RATINGS = ("difference", "divide", "consensus")


def found_here(told: Told, section: Section, gaps: pd.DataFrame) -> pd.DataFrame:
    """The findings on ratings and agreements that are about a section's items alone.

    What is said of items of several sections together is said again of those that are here; what cannot be parted so,
    such as how much is not shown, stands where the whole is told.

    Parameters
    ----------
    told : Told
        What is told.
    section : Section
        A rated one.
    gaps : DataFrame
        As `assesslib.tables.consensus_gap` gives it at the same tier.

    Returns
    -------
    DataFrame
        Rows of `assesslib.tables.findings`, in the same order of kinds.
    """
    here = {item.id for item in section.items}
    together = {one.words for one in _on_several(told, gaps, None)}
    found = told.findings(*OF_RATINGS)
    kept = [not here.isdisjoint(items) and words not in together and (here.issuperset(items) or kind == "consensus")
            for kind, items, words in found[["kind", "items", "words"]].itertuples(index=False)]  # fmt: skip
    again = pd.DataFrame(_on_several(told, gaps, here), columns=Finding._fields)
    return _in_order(found.loc[kept], again)


def _in_order(kept: pd.DataFrame, again: pd.DataFrame) -> pd.DataFrame:
    """Both in the order of their kinds; what is said of groups all together follows what is said of each."""
    of_all = kept["kind"] == "divide"
    rows = pd.concat([kept[~of_all], again, kept[of_all]])
    return rows.sort_values("kind", key=lambda kinds: kinds.map(OF_RATINGS.index), kind="stable")


def _on_several(told: Told, gaps: pd.DataFrame, items: Collection[str] | None) -> Iterator[Finding]:
    """The sentences that name several items in a row, on some items or (None) on all."""
    apart, left = (rows if items is None else rows[rows["item"].isin(items)] for rows in (told.apart, gaps))
    yield from agreeing_findings(apart[apart["n"] >= LEAST], told.framework)
    yield from standing_findings(told.divides, told.framework, told.by, items)
    yield from unrated_findings(left, told.framework)
