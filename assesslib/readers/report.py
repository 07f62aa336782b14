"""The report of an import: what was read, what became of it, what is asked and what was left; as text and as tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.matching.people import COUNTS, EARLIER, TEST
from assesslib.readers.records import UNFINISHED
from assesslib.readers.report_found import columns_found, files_read, members_found, never_given
from assesslib.readers.result import ImportResult
from assesslib.words import many

MOST = 100
"""Faults of one kind that the text of a report lists."""
_BESIDES = {
    EARLIER: ("earlier one of somebody who answered again", "earlier ones of those who answered again"),
    TEST: ("test",),
}
_WHERE = ("part", "file", "row", "column", "found", "became", "note")


@dataclass(frozen=True)
class ImportReport:
    """What an import found, in words and as tables; ``str()`` of it is the report as text.

    The text has the first `MOST` faults of each kind, `table` has them all.

    Attributes
    ----------
    sentences : tuple of str
        What was read, in plain sentences.
    columns : DataFrame
        What each column of each file became: ``file, column, heading, became, item, facet, how``.
    members : DataFrame
        Everybody whose answers count: ``id, name, organisation, role, answers, unfinished`` and, where the team is
        known, ``new``.
    levels : DataFrame
        By text as the files have it what it was read as: ``text, became, times``.
    faults : tuple of Fault
        Those that stand, before those that were dealt with.
    files : DataFrame
        What each file or sheet was read as: ``file, layout, responses``.
    never : DataFrame
        The levels that nobody gave: ``code, label``.
    """

    sentences: tuple[str, ...]
    columns: pd.DataFrame
    members: pd.DataFrame
    levels: pd.DataFrame
    faults: tuple[Fault, ...]
    files: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["file", "layout", "responses"]))
    never: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["code", "label"]))

    def __str__(self) -> str:
        return "\n".join((*self.sentences, *self._listed(False, "To settle:"), *self._listed(True, "For you to know:")))

    def _listed(self, handled: bool, title: str) -> list[str]:
        here = [fault for fault in self.faults if fault.handled is handled]
        shown = [f"  {fault}" for fault in _first(here)]
        more = len(here) - len(shown)
        rest = [f"  and {more} more; the whole report: --report FILE"] if more else []
        return ["", title, *shown, *rest] if here else []

    def table(self) -> pd.DataFrame:
        """The whole report as one table, a line a thing: ``part, file, row, column, found, became, note``."""
        columns = self.columns.rename(columns={"heading": "found", "how": "note"}).assign(part="column", row="")
        levels = self.levels.rename(columns={"text": "found"}).assign(part="answer", file="", row="", column="")
        levels = levels.assign(note=levels["times"].map(lambda times: many(times, "time")))
        members = self.members.rename(columns={"name": "found", "id": "became"}).assign(part="member", file="", row="",
                                                                                        column="")  # fmt: skip
        members = members.assign(note=[_of_member(row) for row in members.to_dict("records")])
        files = self.files.rename(columns={"layout": "found"}).assign(part="read as")
        files = files.assign(note=[many(count, "response") for count in files["responses"]])
        never = self.never.rename(columns={"code": "found", "label": "became"}).assign(part="never given")
        parts = [files, _faults(self.faults), columns, levels, never, members]
        return (
            pd.concat([part.reindex(columns=list(_WHERE)) for part in parts], ignore_index=True)
            .fillna("")
            .astype("str")
        )


def _of_member(row: dict[str, object]) -> str:
    known = {True: "new", False: "known before"}.get(row.get("new"), "")
    half = "not finished" if row["unfinished"] else ""
    said = (many(row["answers"], "answer"), row["organisation"], row["role"], known, half)
    return "; ".join(filter(None, said))


def _first(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The first `MOST` of those that say the same but for numbers."""
    seen: Counter[str] = Counter()
    for fault in faults:
        kind = re.sub(r"\d+", "", fault.what)
        seen[kind] += 1
        if seen[kind] <= MOST:
            yield fault


def _faults(faults: Iterable[Fault]) -> pd.DataFrame:
    return pd.DataFrame([_line(fault) for fault in faults], columns=list(_WHERE))


def _line(fault: Fault) -> dict[str, object]:
    return {
        "part": "known" if fault.handled else "to settle",
        "file": fault.file,
        "row": fault.row or fault.line or "",
        "column": fault.column,
        "found": fault.value or "",
        "note": _without_place(fault),
    }


def _without_place(fault: Fault) -> str:
    said = str(fault)
    return said.removeprefix(f"{fault.place}: ")


def report_of(result: ImportResult) -> ImportReport:
    """The report of an import."""
    told = sorted(result.faults, key=lambda fault: fault.handled)
    return ImportReport(tuple(_sentences(result)), result.columns, _members(result), result.texts, tuple(told),
                        files_read(result), never_given(result))  # fmt: skip


def _members(result: ImportResult) -> pd.DataFrame:
    said = result.answers
    counts = _counted(said["member"][said["state"] != "blank"]) if len(said) else pd.Series(dtype="int64")
    people = result.people
    half = (
        set(people.loc[(people["mark"] == UNFINISHED) & (people["fate"] == COUNTS), "member"]) if len(people) else set()
    )
    ids = result.members["id"]
    new = {} if result.new is None else {"new": ids.isin(result.new)}
    return result.members.assign(answers=ids.map(counts).fillna(0).astype("int64"), unfinished=ids.isin(half), **new)


def _counted(members: pd.Series) -> pd.Series:
    """How many answers each gave, by id."""
    counts = members.value_counts()
    return counts.set_axis(counts.index.astype("str"))


def _sentences(result: ImportResult) -> Iterator[str]:
    framework = result.framework
    yield from _layouts(result)
    yield from _people(result)
    yield from members_found(result)
    yield from columns_found(result)
    if len(result.answers):
        yield from _answers(result, framework)
    yield from _agreed(result, framework)
    yield _standing(result)


def _layouts(result: ImportResult) -> Iterator[str]:
    """What each file was read as; several of one kind in one sentence."""
    titles = dict.fromkeys(title for _, title in result.layouts)
    for title in titles:
        places = [place for place, own in result.layouts if own == title]
        told = f"{places[0]}:" if len(places) == 1 else f"{len(places)} files or sheets ({listed(places, 3)}) were"
        yield f"{told} read as {_named(title)}{'' if len(places) == 1 else ', each'}."


def _named(title: str) -> str:
    return title if title.startswith(("the ", "a ", "an ")) else f"an export of {title}"


def _people(result: ImportResult) -> Iterator[str]:
    people = result.people
    if not len(people):
        return
    counts = people["fate"].value_counts()
    left = [many(int(counts[fate]), *words) for fate, words in _BESIDES.items() if fate in counts]
    more = f", besides {' and '.join(left)}" if left else ""
    yield f"{many(int(counts.get(COUNTS, 0)), 'response')} of {many(len(result.members), 'member')} counted{more}."
    half = int(((people["mark"] == UNFINISHED) & (people["fate"] == COUNTS)).sum())
    if half:
        yield f"{many(half, 'response')} of them {'is' if half == 1 else 'are'} not finished; what is there was taken."


def _answers(result: ImportResult, framework: Framework) -> Iterator[str]:
    said = result.answers
    given = said.loc[said["state"] != "blank", ["item", "level"]]
    if given.empty:
        yield "No answer could be read."
        return
    items = given["item"].nunique()
    yield f"{many(len(given), 'answer')} to {items} of {len(framework.items)} {framework.term(2)} could be read."
    never = [f"{row.code} ({shorten(row.label, 40)})" for row in never_given(result).itertuples()]
    if never:
        yield f"Nobody gave {listed(never)}."


def _agreed(result: ImportResult, framework: Framework) -> Iterator[str]:
    if len(result.consensus):
        items = result.consensus["item"].nunique()
        yield f"A consensus is given for {items} {framework.term(items)}."
    if len(result.notes):
        yield f"{many(len(result.notes), 'note')} stand{'s' * (len(result.notes) == 1)} beside them."


def _standing(result: ImportResult) -> str:
    wrong = len(result.wrong)
    if not wrong:
        return "Nothing stands in the way."
    return f"{many(wrong, 'thing')} {'is' if wrong == 1 else 'are'} to be settled first."
