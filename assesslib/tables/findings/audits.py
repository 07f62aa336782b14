"""Findings on the evidence and the plans: what is worth another look."""

from collections.abc import Iterator

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.audits.words import series
from assesslib.tables.findings.finding import Finding, begun, count, named_items


def audit_findings(evidence: pd.DataFrame, goals: pd.DataFrame, framework: Framework) -> Iterator[Finding]:
    """Every prompt on the evidence; goals and actions together by what they lack, and each that points nowhere.

    Parameters
    ----------
    evidence : DataFrame
        As `assesslib.tables.evidence_audit` gives it.
    goals : DataFrame
        As `assesslib.tables.goal_audit` gives it.
    framework : Framework
        What was asked.
    """
    for row in evidence.itertuples():
        yield _of_notes(row.words, (row.item,) * bool(row.item), row.notes)
    for row in goals[~goals["resolved"].astype(bool)].itertuples():
        yield _of_notes(row.words, (row.item,) * bool(row.item), (row.id,))
    unfinished = goals[(goals["lacks"] != "") & goals["resolved"].astype(bool)]
    for (kind, lacks), rows in unfinished.groupby(["kind", "lacks"], sort=False):
        items = tuple(item for item in rows["item"].drop_duplicates() if item)
        where = f" ({named_items(framework, items)})" if items else ""
        verb = "has" if len(rows) == 1 else "have"
        words = f"{begun(len(rows), kind)}{where} {verb} {series(lacks.split(', '))}."
        yield _of_notes(words, items, tuple(rows["id"]))


def _of_notes(words: str, items: tuple[str, ...], notes: tuple[str, ...]) -> Finding:
    return Finding("evidence", words, items, notes, len(notes), count(len(notes), "note"))
