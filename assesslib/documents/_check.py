"""What no writer could carry, found before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assesslib.documents._png import is_whole
from assesslib.documents.model import (
    KINDS_OF_COLUMN,
    KINDS_OF_PARAGRAPH,
    Block,
    Bullets,
    Document,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
    flat,
)
from assesslib.faults import Fault, FaultsError, shorten
from assesslib.words import day_of

_MOST = {"document": 255, "footer": 150, "column": 255}
"""Letters that a title, a foot of the page and the title of a column may have: what Word, a page and Excel carry."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_BLOCKS = {kind.__name__: kind for kind in (Heading, Paragraph, Bullets, Picture, Table, Fields, PageBreak, Together)}


def checked(document: Document) -> tuple[Fault, ...]:
    """Every fault that would keep a document from being written; none where it is sound.

    Examples
    --------
    >>> from assesslib.documents.model import Document, Heading
    >>> print(*checked(Document("Plan", (Heading(" "),))))
    block 1 (heading): A heading is empty. Give it words or leave it out.
    """
    strangers = [_stranger(block) for block in flat(document.blocks) if type(block) not in _CHECKS]
    return (*_about(document), *(strangers or _inside(document.blocks)))


def sound(document: Document) -> Document:
    """The document itself; `FaultsError` with every fault where it has any."""
    if faults := checked(document):
        raise FaultsError(faults)
    return document


def _about(document: Document) -> Iterator[Fault]:
    texts = {name: getattr(document, name) for name in ("title", "subtitle", "day", "language", "footer")}
    yield from _not_text(texts.items(), "the document")
    if not str(document.title).strip():
        yield Fault("A document has no title", "the document", do="Give it one; every file is known by its title.")
    yield from _too_long(document.title, "document", "the document", "title")
    yield from _too_long(document.footer, "footer", "the document", "footer")
    if document.day and not day_of(str(document.day)):
        yield Fault("is not a day", "the document", key="day", value=str(document.day), do="Write it like 2026-03-03.")
    if not _LANGUAGE.fullmatch(str(document.language)):
        yield Fault("is not a language", "the document", key="language", value=str(document.language),
                    do="Write it like en-GB.")  # fmt: skip


def _stranger(block: object) -> Fault:
    return Fault("is not a block", "the document", value=type(block).__name__, allowed=tuple(_BLOCKS),
                 do="Build the document of these.")  # fmt: skip


def _inside(blocks: tuple[Block, ...]) -> Iterator[Fault]:
    last = 0
    for number, block in enumerate(flat(blocks), 1):
        place = f"block {number} ({_called(block)})"
        yield from _CHECKS[type(block)](block, place)
        if isinstance(block, Heading) and block.level in (1, 2, 3):
            yield from _skipped(block.level, last, place)
            last = block.level
    yield from _torn(blocks)


def _called(block: Block) -> str:
    """A block as a person would find it in the document."""
    said = next((getattr(block, name) for name in ("text", "caption", "alt") if getattr(block, name, "")), "")
    kind = type(block).__name__.lower()
    return f"{kind} “{shorten(said, 30)}”" if str(said).strip() else kind


def _skipped(level: int, last: int, place: str) -> Iterator[Fault]:
    if level > last + 1:
        before = f"one of level {last}" if last else "the title"
        yield Fault(f"is a level of heading that skips one after {before}", place, value=str(level),
                    do=f"Make it {last + 1}: who listens to a document finds the way by its headings.")  # fmt: skip


def _torn(blocks: tuple[Block, ...]) -> Iterator[Fault]:
    kept = (block for block in blocks if isinstance(block, Together))
    if any(isinstance(part, PageBreak) for block in kept for part in flat(block.blocks)):
        yield Fault("Blocks that stay together hold a page break", "the document", do="Put the break outside them.")


def _heading(block: Heading, place: str) -> Iterator[Fault]:
    yield from _not_text([("text", block.text)], place)
    if not str(block.text).strip():
        yield Fault("A heading is empty", place, do="Give it words or leave it out.")
    if block.level not in (1, 2, 3):
        yield Fault("is not a level of heading", place, value=str(block.level), allowed=("1", "2", "3"),
                    do="Give the heading one of them.")  # fmt: skip


def _paragraph(block: Paragraph, place: str) -> Iterator[Fault]:
    yield from _not_text([("text", block.text)], place)
    if block.kind not in KINDS_OF_PARAGRAPH:
        yield Fault("is not a kind of paragraph", place, value=str(block.kind),
                    allowed=tuple(filter(None, KINDS_OF_PARAGRAPH)), do="Use one of them, or none.")  # fmt: skip


def _bullets(block: Bullets, place: str) -> Iterator[Fault]:
    yield from _not_text(((f"item {number}", item) for number, item in enumerate(block.items, 1)), place)
    if not block.items:
        yield Fault("A list has no items", place, do="Leave it out, or say in a paragraph that there are none.")


def _picture(block: Picture, place: str) -> Iterator[Fault]:
    yield from _not_text([("alt", block.alt), ("caption", block.caption)], place)
    if not is_whole(block.png):
        yield Fault("A picture is not a whole PNG file", place, do="Save it as PNG and hand over the bytes.")
    if not str(block.alt).strip():
        yield Fault("A picture has no words for those who cannot see it", place, do="Say in alt what it shows.")


def _fields(block: Fields, place: str) -> Iterator[Fault]:
    named = (text for pair in block.pairs for text in zip(("label", "value"), pair, strict=False))
    yield from _not_text(named, place)
    if any(len(pair) != 2 for pair in block.pairs):
        yield Fault("A field is not a label and a value", place, do="Give each field both; the value may be empty.")


def _table(block: Table, place: str) -> Iterator[Fault]:
    yield from _not_text([("caption", block.caption), ("note", block.note)], place)
    yield from _columns(block, place)
    wide = len(block.columns)
    for number, row in enumerate(block.rows, 2):
        if len(row) != wide:
            many = f"{len(row)} cell{'s' * (len(row) != 1)}"
            yield Fault(f"The row has {many} where {wide} belong", place, row=number, do="Give each column one cell.")
        yield from _not_text(((f"cell {cell}", text) for cell, text in enumerate(row, 1)), place, number)
    for index in block.heading_rows:
        yield from _heading_row(block, index, place)


def _columns(block: Table, place: str) -> Iterator[Fault]:
    if not block.columns:
        yield Fault("A table has no columns", place, do="Give it at least one.")
    for column in block.columns:
        yield from _not_text([("title", column.title)], place)
        yield from _not_text((("choice", choice) for choice in column.choices), place)
        yield from _too_long(column.title, "column", place, "title of a column")
        if column.kind not in KINDS_OF_COLUMN:
            yield Fault("is not a kind of column", place, column=str(column.title), value=str(column.kind),
                        allowed=KINDS_OF_COLUMN, do="Use one of them.")  # fmt: skip
        if not column.share > 0:
            yield Fault("is not a share of the width", place, column=str(column.title), value=str(column.share),
                        do="Make it more than 0.")  # fmt: skip


def _heading_row(block: Table, index: int, place: str) -> Iterator[Fault]:
    if not 0 <= index < len(block.rows):
        yield Fault("is not the place of a row", place, key="heading_rows", value=str(index),
                    do=f"Rows are counted from 0; there are {len(block.rows)}.")  # fmt: skip
    elif any(block.rows[index][1:]):
        yield Fault("A row that is a heading over the whole width holds more than its first cell", place,
                    row=index + 2, do="Leave its other cells empty.")  # fmt: skip


def _too_long(text: object, most: str, place: str, name: str) -> Iterator[Fault]:
    if len(str(text)) > _MOST[most]:
        yield Fault(f"has {len(str(text))} characters where {_MOST[most]} fit", place, key=name, value=str(text),
                    do="Say it shorter here, and the rest in a paragraph.")  # fmt: skip


def _nothing(block: Block, place: str) -> Iterator[Fault]:
    yield from ()


def _not_text(named: Iterable[tuple[str, object]], place: str, row: int | None = None) -> Iterator[Fault]:
    for name, value in named:
        if not isinstance(value, str):
            yield Fault(f"is {type(value).__name__} where text belongs", place, row=row, key=name, value=str(value),
                        do="Hand over plain text.")  # fmt: skip


_CHECKS = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Picture: _picture,
    Table: _table,
    Fields: _fields,
    PageBreak: _nothing,
}
