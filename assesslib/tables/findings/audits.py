"""Findings on the evidence and the plans: what is worth another look."""

from collections.abc import Iterator

import pandas as pd

from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.tables.audits.goals import PARTS
from assesslib.tables.findings.finding import Finding, named_items
from assesslib.words import NUMBERS, begun, capital, count, quoted, series

NONE = ", ".join(f"no {name}" for name, _ in PARTS.values())
"""What a goal lacks that has nothing but its words."""


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
    there = goals[goals["resolved"].astype(bool)]
    pointing = _pointing(there)
    for (kind, lacks), rows in there[there["lacks"] != ""].groupby(["kind", "lacks"], sort=False):
        items = tuple(item for item in rows["item"].drop_duplicates() if item)
        where = f" ({named_items(framework, items)})" if items else ""
        verb = "has" if len(rows) == 1 else "have"
        words = f"{begun(len(rows), kind)}{where} {verb} {series(lacks.split(', '))}."
        left = pointing[pointing["kind"] == kind] if lacks == NONE else pointing[:0]
        yield _of_notes(f"{words}{_not_counted(left)}", items, tuple(rows["id"]))


def _pointing(goals: pd.DataFrame) -> pd.DataFrame:
    """Those that only say where another stands (“As 1.1”), and have nothing of their own."""
    bare = (goals[list(PARTS)].apply(lambda column: column.str.strip()) == "").all(axis=1)
    return goals[(goals["lacks"] == "") & bare]


def _not_counted(pointing: pd.DataFrame) -> str:
    """Which ones a count leaves out, as what they stand for has been counted."""
    if pointing.empty:
        return ""
    n, told = len(pointing), [quoted(text, shorten) for text in pointing["text"].drop_duplicates()]
    verb = "says" if n == 1 else "say"
    return f" {capital(NUMBERS[n]) if n < len(NUMBERS) else n} more only {verb} where another stands: {series(told)}."


def _of_notes(words: str, items: tuple[str, ...], notes: tuple[str, ...]) -> Finding:
    return Finding("evidence", words, items, notes, len(notes), count(len(notes), "note"))
