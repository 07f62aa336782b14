"""A document as a Word file: real styles to edit by, A4, tables whose header row repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from assesslib.documents._check import sound
from assesslib.documents._docx_page import new_file
from assesslib.documents._docx_table import table
from assesslib.documents._docx_words import element, keep_with_next, paragraph, run, texts
from assesslib.documents._fit import page
from assesslib.documents._png import fitted
from assesslib.documents._text import paragraphs, shown
from assesslib.documents._zip import settled
from assesslib.documents.model import (
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
)
from assesslib.words import day_in_words

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_STYLES = {"": "BodyText", "lead": "Lead", "notice": "Notice", "quote": "Quote", "small": "Small"}
_CAPTION = 0.8
"""Inches kept free below a picture for its caption."""


def as_docx(document: Document) -> bytes:
    """A document as docx; equal documents give equal bytes.

    Raises
    ------
    FaultsError
        It holds what no writer could carry.

    Examples
    --------
    >>> from assesslib.documents.model import Document, Heading
    >>> as_docx(Document("Plan", (Heading("Goals"),)))[:2]
    b'PK'
    """
    file = new_file(sound(document))
    end = file.element.body.sectPr
    for made in chain(_title(document), _blocks(document.blocks, file)):
        end.addprevious(made)
    held = BytesIO()
    file.save(held)
    return settled(held.getvalue())


def _title(document: Document) -> Iterator[Element]:
    yield from texts("Title", document.title)
    yield from texts("Subtitle", document.subtitle) if document.subtitle else ()
    yield from texts("Small", day_in_words(document.day)) if document.day else ()


def _blocks(blocks: tuple[Block, ...], file: File) -> Iterator[Element]:
    """The elements of blocks; the first after a page break begins a page."""
    breaks = False
    for block in blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        first, *rest = _WRITERS[type(block)](block, file)
        yield from _on_new_page(first) if breaks else (first,)
        yield from rest
        breaks = False


def _on_new_page(first: Element) -> Iterator[Element]:
    """An element with a page break before it; a table cannot carry one, so an empty line does."""
    carries = first if first.tag == element("p").tag else paragraph("TableEnd")
    carries.get_or_add_pPr().get_or_add_pageBreakBefore()
    yield carries
    if carries is not first:
        yield first


def _heading(block: Heading, file: File) -> Iterator[Element]:
    yield from texts(f"Heading{block.level}", block.text)


def _paragraph(block: Paragraph, file: File) -> Iterator[Element]:
    yield from texts(_STYLES[block.kind], block.text)


def _bullets(block: Bullets, file: File) -> Iterator[Element]:
    number = _own_numbers(file) if block.numbered else tuple
    for item in block.items:
        first, *more = paragraphs(item)
        yield paragraph("ListNumber" if block.numbered else "ListBullet", run(first), look=number())
        yield from (paragraph("ListContinue", run(line)) for line in more)


def _own_numbers(file: File) -> Callable[[], tuple[Element, ...]]:
    """What makes a paragraph part of a numbered list that begins at 1."""
    held = file.part.numbering_part.element
    usual = file.styles["List Number"].element.pPr.numPr.numId.val
    own = held.add_num(held.num_having_numId(usual).abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return lambda: (element("numPr", element("ilvl", val=0), element("numId", val=own.numId)),)


def _picture(block: Picture, file: File) -> Iterator[Element]:
    from docx.shared import Inches

    section = file.sections[0]
    wide, high = page(section.page_width > section.page_height)
    width, height = fitted(block.png, wide, high - _CAPTION)
    drawn = file.part.new_pic_inline(BytesIO(block.png), Inches(width), Inches(height))
    drawn.docPr.set("descr", shown(block.alt))
    made = paragraph("Picture", element("r", element("drawing", drawn)))
    if block.caption:
        keep_with_next(made)
    yield made
    yield from texts("PictureCaption", block.caption) if block.caption else ()


def _fields(block: Fields, file: File) -> Iterator[Element]:
    for label, value in block.pairs:
        name = run(f"{label}: ", bold=True)
        if not value.strip():
            yield paragraph("FieldToFillIn", name, run("\t"))
            continue
        first, *more = paragraphs(value)
        yield paragraph("Field", name, run(first))
        yield from (paragraph("Field", run(line)) for line in more)


def _table(block: Table, file: File) -> Iterator[Element]:
    section = file.sections[0]
    yield from texts("Caption", block.caption) if block.caption else ()
    yield from texts("TableNote", block.note) if block.note else ()
    yield table(block, page(section.page_width > section.page_height)[0])
    # Without a paragraph between them two tables would become one; it is so low that no page is made for it.
    yield paragraph("TableEnd")


def _together(block: Together, file: File) -> Iterator[Element]:
    *kept, last = _blocks(block.blocks, file)
    for made in kept:
        keep_with_next(made)
    yield from (*kept, last)


_WRITERS = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Picture: _picture,
    Table: _table,
    Fields: _fields,
    Together: _together,
}
