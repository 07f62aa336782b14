"""A section of a form: its items, its questions, and what was noted there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assesslib.documents.form_said import KINDS, Noted, Said
from assesslib.documents.form_table import item_prompts, item_table, layout_of, room
from assesslib.documents.model import Block, Bullets, Column, Heading, Paragraph, Table, Together
from assesslib.framework import Framework, Question, Section
from assesslib.tables.review import LABELS

_LINES = 8
_FEW_LINES = 3


def section_title(section: Section) -> str:
    """The title as it is printed, after its number where it has one.

    Examples
    --------
    >>> section_title(Section("leadership", "Leadership", "1"))
    '1. Leadership'
    """
    return f"{section.number}. {section.title}" if section.number else section.title


def section_blocks(framework: Framework, section: Section, said: Said, *, boxes: bool = False) -> Iterator[Block]:
    """What a form prints for a section, with what is filled in."""
    yield Heading(section_title(section), 2)
    if section.rated:
        yield _items(framework, section, said, boxes)
    elif section.intro:
        yield Paragraph(section.intro)
    for question in section.questions:
        yield from _question(question, section, said)
    yield from _noted(framework, section, said)


def _items(framework: Framework, section: Section, said: Said, boxes: bool) -> Table:
    """The table of a section; what is printed above it is in its caption, which no page parts from it."""
    layout = layout_of(framework)
    ids = f"{framework.term(2)} {section.items[0].id} to {section.items[-1].id}"
    named = ids if len(section.items) > 1 else f"{framework.item_term} {section.items[0].id}"
    above = (named[0].upper() + named[1:], section.intro, layout.tick * boxes, layout.scale)
    note = f"{layout.tick}: ✓ marks what the team agreed." if layout.tick and not boxes else ""
    return item_table(framework, section.items, said, boxes=boxes, caption="\n".join(filter(None, above)), note=note)


def _question(question: Question, section: Section, said: Said) -> Iterator[Block]:
    """A question of a section; where the section has no other room for the answer, it has its own."""
    answer = said.answers[question.id].text if question.id in said.answers else ""
    yield Heading(question.text, 3)
    if answer:
        yield Paragraph(answer)
    elif not section.prompts:
        yield box("Answer", _lines(said))


def _noted(framework: Framework, section: Section, said: Said) -> Iterator[Block]:
    """What the section asks to note, then what was noted beyond that."""
    mine = [note for note in said.noted if note.section == section.id]
    asked = [one for one in framework.prompts if one.of == "section" and one.kind in section.prompts]
    for prompt in asked:
        texts = [_of(note, framework) for note in mine if note.kind == prompt.kind]
        yield from headed(prompt.label, texts, _lines(said))
    in_table = {one.kind for one in item_prompts(framework)}
    known = {one.kind for one in asked}
    rest = [note for note in mine if note.kind not in known and not (note.item and note.kind in in_table)]
    yield from _by_kind(rest, framework, 3)


def _lines(said: Said) -> int:
    return _LINES if said.nothing else _FEW_LINES


def _of(note: Noted, framework: Framework) -> str:
    """A note's text, and the item that it is about."""
    return f"{note.text} ({framework.item_term} {note.item})" if note.item else note.text


def headed(label: str, texts: Iterable[str], lines: int) -> Iterator[Block]:
    """Texts under their label, or room for them."""
    found = tuple(texts)
    if found:
        yield Heading(label, 3)
        yield Bullets(found)
    else:
        yield box(label, lines)


def box(label: str, lines: int) -> Block:
    """Room to write under a label."""
    return Together((Table((Column(label),), ((room(lines),),)),))


def _by_kind(notes: Iterable[Noted], framework: Framework, level: int) -> Iterator[Block]:
    labels = LABELS | {prompt.kind: prompt.label for prompt in framework.prompts}
    found = list(notes)
    for kind in KINDS:
        if texts := tuple(_of(note, framework) for note in found if note.kind == kind):
            yield Heading(labels[kind], level)
            yield Bullets(texts)


def noted_elsewhere(framework: Framework, said: Said) -> Iterator[Block]:
    """The notes that belong to no section."""
    rest = [note for note in said.noted if not note.section]
    if rest:
        yield Heading("Noted for all sections together", 2)
        yield from _by_kind(rest, framework, 3)
