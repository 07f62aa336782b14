"""The parts of a framework as plain records, and how they are made from the data of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Level:
    """One level of the scale: its code (a letter) and its wording."""

    code: str
    label: str


@dataclass(frozen=True)
class Theme:
    """A subject that items of several sections share; ``about`` says in a sentence what belongs to it."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class Facet:
    """One side of a rating that may be split, e.g. local and national; ``mark`` is printed beside its tick."""

    id: str
    label: str
    mark: str = ""


@dataclass(frozen=True)
class Prompt:
    """Something noted in words; ``kind`` is strength, area, comment, evidence or goal, ``of`` is section or item."""

    kind: str
    label: str
    of: str


@dataclass(frozen=True)
class Question:
    """A question answered in words; ``short`` is its shorter wording where the method has one."""

    id: str
    text: str
    short: str = ""


@dataclass(frozen=True)
class Item:
    """One thing that is rated; ``section`` is the id of the section it stands in."""

    id: str
    text: str
    themes: tuple[str, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the questionnaire; ``prompts`` are the kinds of notes it asks for."""

    id: str
    title: str
    number: str = ""
    intro: str = ""
    prompts: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def rated(self) -> bool:
        """Whether the section has items; one without asks questions only."""
        return bool(self.items)


@dataclass(frozen=True)
class Passage:
    """A heading with paragraphs under it, and a note (say, a footnote)."""

    heading: str = ""
    text: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Method:
    """How to go about it; after which step (from 1; 0: none) the levels and the closing questions are printed."""

    heading: str = ""
    text: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    note: str = ""
    levels_after_step: int = 0
    questions_after_step: int = 0


@dataclass(frozen=True)
class Questionnaire:
    """What a printed form says above its questions: its heading, the fields to fill in first, the column headings."""

    heading: str = ""
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProcessRow:
    """One line of the process record."""

    id: str
    text: str


@dataclass(frozen=True)
class Process:
    """The record of how the assessment itself was done."""

    heading: str = ""
    intro: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[ProcessRow, ...] = ()


@dataclass(frozen=True)
class Role:
    """Someone who signs; ``text`` is printed at the name, ``asks`` are name, organisation, signature."""

    id: str
    text: str
    asks: tuple[str, ...] = ()
    organisation_label: str = ""


@dataclass(frozen=True)
class Signatories:
    """Who signs the assessment, and what they attest."""

    heading: str = ""
    attestation: str = ""
    footnote: str = ""
    organisation_label: str = "Organisation"
    signature_label: str = "Signature"
    roles: tuple[Role, ...] = ()

    def lines(self, role: Role) -> tuple[tuple[str, str], ...]:
        """What a role is asked for and the words printed there, in order.

        Examples
        --------
        >>> Signatories().lines(Role("chair", "Name of Chair", ("name", "signature")))
        (('name', 'Name of Chair'), ('signature', 'Signature'))
        """
        labels = {
            "name": role.text,
            "organisation": role.organisation_label or self.organisation_label,
            "signature": self.signature_label,
        }
        return tuple((ask, labels[ask]) for ask in role.asks)


@dataclass(frozen=True)
class Example:
    """Evidence as somebody gave it for an item at a level."""

    lead: str
    item: str
    level: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Guidance:
    """Examples that show how much to write."""

    heading: str = ""
    examples: tuple[Example, ...] = ()


_KINDS = {
    "levels": Level,
    "themes": Theme,
    "facets": Facet,
    "prompts": Prompt,
    "sections": Section,
    "items": Item,
    "questions": Question,
    "closing_questions": Question,
    "introduction": Passage,
    "health_warning": Passage,
    "method": Method,
    "questionnaire": Questionnaire,
    "process": Process,
    "rows": ProcessRow,
    "signatories": Signatories,
    "roles": Role,
    "guidance": Guidance,
    "examples": Example,
}


def record(value: Any, kind: type | None = None) -> Any:
    """A file's data as records: a table becomes a ``kind``, a list a tuple; the name of a key tells its kind.

    Examples
    --------
    >>> record([{"code": "a", "label": "Not yet"}], Level)
    (Level(code='a', label='Not yet'),)
    """
    if isinstance(value, dict):
        return kind(**{key: record(_paragraphs(kind, key, part), _KINDS.get(key)) for key, part in value.items()})
    if isinstance(value, list):
        return tuple(record(part, kind) for part in value)
    return value


def _paragraphs(kind: type, key: str, value: Any) -> Any:
    """One paragraph may stand without a list round it."""
    return [value] if kind in (Passage, Method) and key == "text" and isinstance(value, str) else value
