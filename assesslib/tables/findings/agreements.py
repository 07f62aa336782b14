"""Findings on what was agreed, beside what members had said alone."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.consensus_gap import SENIOR_ALONE, UNRATED
from assesslib.tables.findings.finding import Finding, named_items, rated
from assesslib.words import capital, count

GAPS = {
    "outside every rating": "was agreed at {agreed}, {side} than anybody had rated it",
    "given by nobody": "was agreed at {agreed}, a level nobody had given it",
    "away from both medians": "was agreed at {agreed}, {away}",
    SENIOR_ALONE: "was agreed at {agreed}, as {alone} had rated it and nobody else",
    "unresolved": "was left without a consensus",
}


def agreement_findings(gaps: pd.DataFrame, framework: Framework, least: int) -> Iterator[Finding]:
    """What `assesslib.tables.consensus_gap` says in sentences, in the framework's order."""
    for row in gaps[(gaps["gap"] != "") & (gaps["n"] >= least)].to_dict("records"):
        words = GAPS[row["gap"]].format(agreed=row["agreed"], side=_side(row, framework.codes),
                                         away=_away(row, framework.codes), alone=row["alone"])  # fmt: skip
        alone = f" Only {row['alone']} had said so." if row["alone"] and row["gap"] != SENIOR_ALONE else ""
        said = capital(f"{framework.item_term} {row['item']} {words}: {row['said']}.{alone}")
        yield Finding("consensus", said, (row["item"],), (), *rated(row["n"]))
    yield from unrated_findings(gaps, framework)


def unrated_findings(gaps: pd.DataFrame, framework: Framework) -> Iterator[Finding]:
    """Which items were agreed although nobody had rated them, in one sentence; nothing where there is none."""
    if len(unrated := tuple(gaps.loc[gaps["gap"] == UNRATED, "item"])):
        were, each = ("was", "it") if len(unrated) == 1 else ("were", "any of them")
        words = capital(f"{named_items(framework, unrated)} {were} agreed although nobody had given {each} a level.")
        yield Finding("consensus", words, unrated, (), 0, "nobody’s rating")


def _side(row: Mapping, codes: Sequence[str]) -> str:
    if row["gap"] != "outside every rating":
        return ""
    return "higher" if codes.index(row["agreed"]) > codes.index(row["highest"]) else "lower"


def _away(row: Mapping, codes: Sequence[str]) -> str:
    if row["gap"] != "away from both medians":
        return ""
    side = "above" if codes.index(row["agreed"]) > codes.index(row["high"]) else "below"
    same = row["low"] == row["high"]
    return f"{side} the median ({row['low']})" if same else f"{side} both medians ({row['low']} and {row['high']})"


def drift_findings(drift: pd.DataFrame, framework: Framework) -> Iterator[Finding]:
    """Which members moved towards the consensus whenever they rated again."""
    for row in drift[drift["always"]].to_dict("records"):
        again = count(row["again"], framework.term(), framework.term(2))
        words = f"{row['name']} rated {again} again and moved towards what was agreed every time."
        yield Finding("consensus", words, row["items"], (), row["again"], count(row["again"], "second rating"))
