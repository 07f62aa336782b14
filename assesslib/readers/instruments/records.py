"""What stands between somebody's instrument and a framework file: what was wished, what was found, what it became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assesslib.faults import Fault
from assesslib.framework.records import Item, Level, Passage, Prompt, Question, Section

if TYPE_CHECKING:
    from pathlib import Path

    from assesslib.framework.load import Framework

SECTION, ITEM, QUESTION, NOTE, PROMPT = "section", "item", "question", "note", "prompt"
LEFT_OUT = "left out"


@dataclass(frozen=True)
class Wishes:
    """What a person says of an instrument that its file does not, or says otherwise; "" leaves it to the file.

    Attributes
    ----------
    id, title, version, item_term : str
        As they are written into the framework.
    scale : str
        The levels, lowest first: ``"a=Not at all;b=Partly"``.
    like : Framework, str, Path or None
        A framework (its id or file) whose scale is taken.
    lowest : str
        Whether the ``first`` or the ``last`` level of the file's scale is the lowest.
    language : str
        Which of several languages is taken.
    choices : str
        In an XLSForm: the list of answers that is the scale.
    part : str
        In a library with several frameworks: the ref_id or urn of the one that is read.
    """

    id: str = ""
    title: str = ""
    version: str = ""
    item_term: str = ""
    scale: str = ""
    like: Framework | str | Path | None = None
    lowest: str = ""
    language: str = ""
    choices: str = ""
    part: str = ""


@dataclass(frozen=True)
class Spot:
    """A place in a file: the file (and sheet) as the user knows it, with a row of a table or a line of a text."""

    file: str
    row: int | None = None
    line: int | None = None

    def fault(self, what: str, **more: Any) -> Fault:
        """A fault that stands here."""
        return Fault(what, file=self.file, row=self.row, line=self.line, **more)

    @property
    def order(self) -> int:
        """Where it comes within its file."""
        return self.row or self.line or 0


@dataclass(frozen=True)
class Trace:
    """What something in the file became, and why where that needs saying."""

    spot: Spot
    found: str
    became: str
    why: str = ""


@dataclass(frozen=True)
class Node:
    """One thing that an instrument says, in the order of its file.

    Attributes
    ----------
    spot : Spot
        Where it stands.
    kind : str
        ``section``, ``item``, ``question`` (answered in words), ``note`` (read only) or ``prompt``.
    text : str
        Its wording; a section without one only holds things together.
    ref : str
        The number or code that people know it by; of a prompt its kind.
    under : int or None
        The place in the list of nodes of what it stands under, which comes before it.
    about : str
        What is said beneath the title of a section.
    name : str
        What the tool calls it, for an id where there is no ``ref``.
    why : str
        What the report shall say of it.
    """

    spot: Spot
    kind: str
    text: str
    ref: str = ""
    under: int | None = None
    about: str = ""
    name: str = ""
    why: str = ""


@dataclass(frozen=True)
class InstrumentRead:
    """An instrument as it was read: the parts of a framework, what became of everything, and every fault.

    Attributes
    ----------
    kind : str
        ``spreadsheet``, ``xlsform``, ``ciso-assistant``, or "" where the file could not be read.
    file : str
        The file as the user knows it.
    traces : tuple of Trace
        What each row or node became, in the order of the file.
    faults : tuple of Fault
        Those that are not ``handled`` must be put right, or answered, before it can be written.
    """

    kind: str
    file: str
    id: str = ""
    title: str = ""
    version: str = ""
    item_term: str = ""
    source: str = ""
    levels: tuple[Level, ...] = ()
    sections: tuple[Section, ...] = ()
    introduction: tuple[Passage, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    closing_questions: tuple[Question, ...] = ()
    traces: tuple[Trace, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def standing(self) -> tuple[Fault, ...]:
        """The faults that keep it from being written."""
        return tuple(fault for fault in self.faults if not fault.handled)


@dataclass(frozen=True)
class Found:
    """What a reader of one kind of file finds; the rest is the same for all of them.

    Attributes
    ----------
    nodes : tuple of Node
        All that may become part of the framework.
    levels : tuple of Level
        The scale, lowest first; empty where there is none or it is in question.
    scale_faults : tuple of Fault
        What is wrong with the scale: no matter where another is given.
    """

    kind: str
    nodes: tuple[Node, ...] = ()
    levels: tuple[Level, ...] = ()
    title: str = ""
    ref: str = ""
    version: str = ""
    item_term: str = ""
    source: str = ""
    introduction: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    traces: tuple[Trace, ...] = ()
    faults: tuple[Fault, ...] = ()
    scale_faults: tuple[Fault, ...] = ()
