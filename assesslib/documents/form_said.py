"""What is filled in on a form: what the team agreed and wrote, read once from its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd

from assesslib.assessment import Assessment
from assesslib.assessment.fingerprint import changes_since, grouped
from assesslib.framework import Framework
from assesslib.tables import review
from assesslib.words import day_in_words

KINDS = ("strength", "area", "comment", "evidence", "goal")
"""The kinds of notes that stand on a form, beside what its questions ask."""
_NOTHING: Mapping = MappingProxyType({})


@dataclass(frozen=True)
class Agreed:
    """What the team agreed on an item, or on one facet of it."""

    facet: str = ""
    state: str = "blank"
    level: str = ""
    note: str = ""
    dissent: str = ""


@dataclass(frozen=True)
class Noted:
    """A note on a section or on one of its items; ``section`` is "" for one that belongs to none."""

    kind: str
    section: str
    item: str
    text: str


@dataclass(frozen=True)
class Answered:
    """The answer to a question, and the areas for improvement that it names."""

    text: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signed:
    """Who signed: their name, their organisation, when and what, and what changed in the record since."""

    name: str
    organisation: str = ""
    words: str = ""
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """An underlying cause, with the areas and the other causes that it stands behind."""

    text: str
    behind: tuple[str, ...] = ()


@dataclass(frozen=True)
class Action:
    """What somebody is to do by a day."""

    text: str
    owner: str = ""
    due: str = ""
    measure: str = ""
    status: str = ""


@dataclass(frozen=True)
class Said:
    """All that is filled in on a form; nothing where it is blank.

    Attributes
    ----------
    agreed : mapping
        By item; more than one where it is split.
    answers, process, signed : mapping
        By question, row and role.
    """

    partnership: str = ""
    date: str = ""
    agreed: Mapping[str, tuple[Agreed, ...]] = field(default_factory=lambda: _NOTHING)
    noted: tuple[Noted, ...] = ()
    answers: Mapping[str, Answered] = field(default_factory=lambda: _NOTHING)
    process: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    signed: Mapping[str, Signed] = field(default_factory=lambda: _NOTHING)
    causes: tuple[Cause, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing is recorded yet of what the form asks."""
        return not (self.agreed or self.noted or any(one.text for one in self.answers.values()))

    def of_item(self, item: str, kind: str) -> tuple[str, ...]:
        """The texts of a kind on an item."""
        return tuple(note.text for note in self.noted if (note.item, note.kind) == (item, kind))


def said_in(assessment: Assessment) -> Said:
    """What an assessment's folder says now.

    Raises
    ------
    OSError
        The folder cannot be read.
    """
    framework, notes = assessment.framework, assessment.notes
    return Said(
        assessment.partnership,
        assessment.date,
        _agreed(assessment.consensus),
        tuple(_noted(notes, framework)),
        _answers(notes, framework),
        _process(notes, framework),
        _signed(assessment, notes),
        tuple(_causes(notes)),
        tuple(_actions(notes)),
    )


def _agreed(consensus: pd.DataFrame) -> dict[str, tuple[Agreed, ...]]:
    """By item what was settled or at least put in words."""
    told = consensus["at"].notna() | (consensus["note"] != "") | (consensus["dissent"] != "")
    texts = consensus[told].astype("object").fillna("")
    names = list(Agreed.__dataclass_fields__)
    return {
        item: tuple(Agreed(*row) for row in rows[names].itertuples(index=False, name=None))
        for item, rows in texts.groupby("item", sort=False)
    }


def _noted(notes: pd.DataFrame, framework: Framework) -> Iterable[Noted]:
    home = {item.id: item.section for item in framework.items}
    for row in notes[notes["kind"].isin(KINDS)].itertuples():
        if row.text.strip():
            yield Noted(row.kind, row.section or home.get(row.item, ""), row.item, row.text)


def _texts(notes: pd.DataFrame) -> dict[str, str]:
    return dict(zip(notes["id"], notes["text"], strict=True))


def _answers(notes: pd.DataFrame, framework: Framework) -> dict[str, Answered]:
    texts = _texts(notes)
    rows = review.answers(notes, framework).itertuples()
    return {row.question: Answered(row.answer, tuple(texts[id] for id in row.about if id in texts)) for row in rows}


def _process(notes: pd.DataFrame, framework: Framework) -> dict[str, str]:
    return {row.row: row.comment for row in review.process_record(notes, framework).itertuples()}


def _signed(assessment: Assessment, notes: pd.DataFrame) -> dict[str, Signed]:
    rows = review.signatures(notes).itertuples()
    return {row.role: Signed(row.name, row.organisation, _words(row.at, row.fingerprint),
                             changes_since(assessment.folder, row.at, row.fingerprint)) for row in rows}  # fmt: skip


def _words(at: pd.Timestamp, fingerprint: str) -> str:
    mark = f"; fingerprint of the record {grouped(fingerprint)}" if fingerprint else ""
    return f"Signed on {day_in_words(f'{at:%Y-%m-%d}')} at {at:%H:%M} UTC{mark}"


def _causes(notes: pd.DataFrame) -> Iterable[Cause]:
    texts = _texts(notes)
    for row in review.causes(notes).itertuples():
        yield Cause(row.text, tuple(texts[id] for id in (*row.areas, *row.leads_to)))


def _actions(notes: pd.DataFrame) -> Iterable[Action]:
    fields = list(Action.__dataclass_fields__)
    return (Action(*row) for row in review.actions(notes)[fields].itertuples(index=False, name=None))
