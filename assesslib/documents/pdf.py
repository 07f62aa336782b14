"""A document as PDF: A4, tagged for screen readers; no program is needed but the typesetter's own wheel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from assesslib.documents._check import sound
from assesslib.documents._fit import MARGIN, page, points, stays_whole, widths
from assesslib.documents._pdf_words import bundled, drawable, fitted_lines, hyphenated, other_fonts
from assesslib.documents._png import fitted
from assesslib.documents._text import shown
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
    flat,
)
from assesslib.words import day_in_words, day_of

if TYPE_CHECKING:
    from typst import Fonts

_TEMPLATE = Path(__file__).with_name("pdf.typ")
_BODY, _HEADING, _TITLE, _SUBTITLE, _LEAD, _FOOT = 9.5, 14, 20, 12, 11, 8
"""Points of the words outside tables, as the template has them."""
_LESS = 0.5
"""Points by which words in tables are smaller than elsewhere: these letters are wide."""
_LABEL, _INDENT, _CELL = 1.55, 0.4, 0.12
"""Inches of the labels of fields, of what sets in lists and quotations, and of what a cell keeps free at its sides."""
_NUMBER = 1.5
"""Inches kept free at the foot for the number of the page."""
_CAPTION = 0.8
"""Inches kept free below a picture for its caption."""


class _Sheet(NamedTuple):
    """What blocks have to know of the page: its size in inches, and the file that holds each picture."""

    wide: float
    high: float
    files: Mapping[bytes, str]


def as_pdf(document: Document) -> bytes:
    """A document as PDF 1.7, by the rules of PDF/UA-1 where its letters allow; equal documents give equal bytes.

    A character that neither the bundled fonts nor those of this machine can draw is spelled out.

    Raises
    ------
    FaultsError
        It holds what no writer could carry.

    Examples
    --------
    >>> from assesslib.documents.model import Document, Heading
    >>> as_pdf(Document("Plan", (Heading("Goals"),)))[:5]
    b'%PDF-'
    """
    pictures = (block.png for block in flat(sound(document).blocks) if isinstance(block, Picture))
    files = {png: f"{number}.png" for number, png in enumerate(dict.fromkeys(pictures), 1)}
    given = json.dumps(_given(document, _Sheet(*page(document.landscape), files)), ensure_ascii=False)
    fonts = (*bundled(), *other_fonts(given))
    with TemporaryDirectory() as folder:
        for png, name in files.items():
            Path(folder, name).write_bytes(png)
        return _typeset(Path(folder), drawable(given, fonts), fonts)


def _typeset(folder: Path, given: str, fonts: tuple[Path, ...]) -> bytes:
    """The pages by the rules of PDF/UA-1; without them where a letter that only one weight draws breaks them."""
    import typst

    held = _held(folder, fonts)
    main = folder / "main.typ"
    main.write_bytes(_TEMPLATE.read_bytes())
    compiler = typst.Compiler(main, folder, held, sys_inputs={"document": given})
    try:
        return compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        return compiler.compile(format="pdf")


def _held(folder: Path, fonts: tuple[Path, ...]) -> Fonts:
    """These fonts and no others; the typesetter takes folders of fonts only, so that they are copied into one."""
    from typst import Fonts

    own = folder / "fonts"
    own.mkdir()
    for number, font in enumerate(fonts):
        copyfile(font, own / f"{number}{font.suffix}")
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[own])


def _given(document: Document, sheet: _Sheet) -> dict[str, Any]:
    """What the template is handed: numbers and texts."""
    language, _, region = document.language.partition("-")
    day = day_of(document.day)
    return {
        "title": " ".join(fitted_lines(document.title, sheet.wide, _TITLE)),
        "subtitle": _lines(document.subtitle, sheet, _SUBTITLE) if document.subtitle else [],
        "day": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "day-words": day_in_words(document.day),
        "footer": " ".join(fitted_lines(document.footer, sheet.wide - _NUMBER, _FOOT)),
        "lang": language,
        "region": region or None,
        "landscape": document.landscape,
        "margin": MARGIN,
        "blocks": [_block(block, sheet) for block in document.blocks],
    }


def _block(block: Block, sheet: _Sheet) -> dict[str, Any]:
    kind, write = _WRITERS[type(block)]
    return {"kind": kind, **write(block, sheet)}


def _lines(text: str, sheet: _Sheet, size: float = _BODY) -> list[str]:
    return fitted_lines(text, sheet.wide - _INDENT, size)


def _narrow(text: str, wide: float, size: float) -> dict[str, Any]:
    """The lines of a text in a narrow place, and whether its words need hyphens there."""
    return {"lines": fitted_lines(text, wide, size), "hyphens": hyphenated(text, wide, size)}


def _heading(block: Heading, sheet: _Sheet) -> dict[str, Any]:
    return {"level": block.level, "lines": fitted_lines(block.text, sheet.wide, _HEADING)}


def _paragraph(block: Paragraph, sheet: _Sheet) -> dict[str, Any]:
    return {"look": block.kind, "lines": _lines(block.text, sheet, _LEAD if block.kind == "lead" else _BODY)}


def _bullets(block: Bullets, sheet: _Sheet) -> dict[str, Any]:
    return {"numbered": block.numbered, "items": [_lines(item, sheet) for item in block.items]}


def _picture(block: Picture, sheet: _Sheet) -> dict[str, Any]:
    wide, high = fitted(block.png, sheet.wide, sheet.high - _CAPTION)
    caption = _lines(block.caption, sheet) if block.caption else []
    return {"file": sheet.files[block.png], "wide": wide, "high": high, "alt": shown(block.alt), "caption": caption}


def _fields(block: Fields, sheet: _Sheet) -> dict[str, Any]:
    return {"pairs": [[_narrow(label, _LABEL, _BODY), _value(value, sheet)] for label, value in block.pairs]}


def _value(text: str, sheet: _Sheet) -> list[str] | None:
    """What stands beside a label; nothing for a line to write on."""
    return fitted_lines(text, sheet.wide - 1.2 * _LABEL, _BODY) if text.strip() else None


def _page_break(block: PageBreak, sheet: _Sheet) -> dict[str, Any]:
    return {}


def _together(block: Together, sheet: _Sheet) -> dict[str, Any]:
    return {"blocks": [_block(part, sheet) for part in block.blocks]}


def _table(block: Table, sheet: _Sheet) -> dict[str, Any]:
    size = points(len(block.columns)) - _LESS
    fits = [width - _CELL for width in widths(block, sheet.wide)]
    return {
        "caption": _lines(block.caption, sheet) if block.caption else [],
        "note": _lines(block.note, sheet) if block.note else [],
        "shares": [column.share for column in block.columns],
        "centred": [column.kind == "mark" for column in block.columns],
        "titles": [_narrow(column.title, wide, size) for column, wide in zip(block.columns, fits, strict=True)],
        "size": size,
        "row_headings": block.row_headings,
        "rows": [_row(number, block, sheet, fits) for number in range(len(block.rows))],
    }


def _row(number: int, block: Table, sheet: _Sheet, fits: list[float]) -> dict[str, Any]:
    row = block.rows[number]
    if number in block.heading_rows:
        return {"over": True, "cells": [_narrow(row[0], sheet.wide - _CELL, points(len(row)))]}
    texts = [day_in_words(cell) if column.kind == "date" else cell
             for cell, column in zip(row, block.columns, strict=True)]  # fmt: skip
    size = points(len(row)) - _LESS
    said = [_narrow(text, wide, size) for text, wide in zip(texts, fits, strict=True)]
    return {"over": False, "whole": stays_whole(row, block, sheet.wide), "cells": said}


_WRITERS = {
    Heading: ("heading", _heading),
    Paragraph: ("paragraph", _paragraph),
    Bullets: ("bullets", _bullets),
    Picture: ("picture", _picture),
    Fields: ("fields", _fields),
    PageBreak: ("break", _page_break),
    Together: ("together", _together),
    Table: ("table", _table),
}
