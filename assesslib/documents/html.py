"""A document as one HTML file: no script, nothing fetched from elsewhere, fit for paper and for screen readers."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path

from assesslib.documents._check import sound
from assesslib.documents._fit import letters, points, stays_whole
from assesslib.documents._png import inches
from assesslib.documents._text import MARKS, paragraphs, shown
from assesslib.documents.model import (
    Block,
    Bullets,
    Column,
    Document,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from assesslib.words import day_in_words, day_of

_MARK = re.compile("[" + "".join(MARKS) + "]")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_LINE = '<span class="line" role="img" aria-label="a line to write on"></span>'
_WIDE = 7.0
"""Inches that a table is wide on paper, as near as a page that lies or stands needs."""
_BOLD = 1.4
"""How much wider than other letters bold capitals are."""
_NARROWEST, _WIDEST = 7.5, 75
"""Letters' heights that a column has at least on a screen, and that a whole table needs at most."""
_LISTED_FROM = 3
"""Headings from which a list of contents stands above them."""


def as_html(document: Document) -> bytes:
    """A document as HTML, UTF-8; equal documents give equal bytes.

    Raises
    ------
    FaultsError
        It holds what no writer could carry.

    Examples
    --------
    >>> from assesslib.documents.model import Document, Paragraph
    >>> b"<p>&lt;b&gt; is shown, not bold</p>" in as_html(Document("Plan", (Paragraph("<b> is shown, not bold"),)))
    True
    """
    sound(document)
    return "\n".join([*_head(document), *_body(document), "</html>", ""]).encode()


def _head(document: Document) -> Iterator[str]:
    lies = "landscape" if document.landscape else "portrait"
    style = Path(__file__).with_name("html.css").read_text(encoding="utf-8")
    yield f'<!doctype html>\n<html lang="{_safe(document.language)}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{_safe(document.title)}</title>"
    yield f"<style>\n{style}@page {{ size: A4 {lies}; }}\n</style>\n</head>"


def _body(document: Document) -> Iterator[str]:
    yield f'<body class="{"wide" if document.landscape else "tall"}">'
    yield '<a class="skip" href="#content">Skip to the content</a>\n<header>'
    yield f"<h1>{_marked(document.title)}</h1>"
    if document.subtitle:
        yield f'<p class="subtitle">{_marked(document.subtitle)}</p>'
    if document.day:
        yield f'<p class="day">{_time(document.day)}</p>'
    yield "</header>"
    yield from _contents(document.blocks)
    yield '<main id="content" tabindex="-1">'
    yield from _blocks(document.blocks, "b")
    yield "</main>"
    if document.footer:
        yield f"<footer><p>{_marked(document.footer)}</p></footer>"
    yield "</body>"


def _safe(text: str) -> str:
    return escape(shown(text))


def _marked(text: str) -> str:
    """A text with each mark in it read out in words."""
    return _MARK.sub(lambda mark: f'<span role="img" aria-label="{MARKS[mark[0]]}">{mark[0]}</span>', _safe(text))


def _time(day: str) -> str:
    return f'<time datetime="{day}">{day_in_words(day)}</time>'


def _numbered(blocks: tuple[Block, ...], prefix: str) -> Iterator[tuple[str, Block]]:
    return ((f"{prefix}{number}", block) for number, block in enumerate(blocks, 1))


def _headings(blocks: tuple[Block, ...], prefix: str) -> Iterator[tuple[str, Heading]]:
    for name, block in _numbered(blocks, prefix):
        if isinstance(block, Heading) and block.level < 3:
            yield name, block
        elif isinstance(block, Together):
            yield from _headings(block.blocks, f"{name}-")


def _contents(blocks: tuple[Block, ...]) -> Iterator[str]:
    found = list(_headings(blocks, "b"))
    if len(found) >= _LISTED_FROM:
        yield '<nav aria-label="Contents">\n<details>\n<summary>Contents</summary>\n<ul>'
        yield from (f'<li class="level{one.level}"><a href="#{name}">{_marked(one.text)}</a></li>'
                    for name, one in found)  # fmt: skip
        yield "</ul>\n</details>\n</nav>"


def _blocks(blocks: tuple[Block, ...], prefix: str) -> Iterator[str]:
    for name, block in _numbered(blocks, prefix):
        yield from _WRITERS[type(block)](block, name)


def _heading(block: Heading, name: str) -> Iterator[str]:
    tag = f"h{block.level + 1}"
    yield f'<{tag} id="{name}">{_marked(block.text)}</{tag}>'


def _paragraph(block: Paragraph, name: str) -> Iterator[str]:
    if block.kind == "quote":
        yield f"<blockquote>{_lines(block.text)}</blockquote>"
    elif block.kind == "notice":
        yield f'<div class="notice">{_lines(block.text)}</div>'
    else:
        yield _lines(block.text, f' class="{block.kind}"' if block.kind else "")


def _lines(text: str, look: str = "") -> str:
    return "".join(f"<p{look}>{_marked(line)}</p>" for line in paragraphs(text))


def _bullets(block: Bullets, name: str) -> Iterator[str]:
    tag = "ol" if block.numbered else "ul"
    yield f"<{tag}>"
    yield from (f"<li>{_lines(item)}</li>" for item in block.items)
    yield f"</{tag}>"


def _picture(block: Picture, name: str) -> Iterator[str]:
    wide, _ = inches(block.png)
    data = b64encode(block.png).decode()
    caption = f"<figcaption>{_lines(block.caption)}</figcaption>" if block.caption else ""
    yield (f'<figure><img src="data:image/png;base64,{data}" alt="{_safe(block.alt)}" style="width: {wide:.2f}in">'
           f"{caption}</figure>")  # fmt: skip


def _fields(block: Fields, name: str) -> Iterator[str]:
    yield '<dl class="fields">'
    for label, value in block.pairs:
        yield f"<div><dt>{_marked(label)}</dt><dd>{_lines(value) if value.strip() else _LINE}</dd></div>"
    yield "</dl>"


def _page_break(block: PageBreak, name: str) -> Iterator[str]:
    yield '<div class="page-break"></div>'


def _together(block: Together, name: str) -> Iterator[str]:
    yield '<div class="together">'
    yield from _blocks(block.blocks, f"{name}-")
    yield "</div>"


def _table(block: Table, name: str) -> Iterator[str]:
    called = _safe(block.caption) or "Table"
    yield f'<div class="frame" role="region" tabindex="0" aria-label="{called}">'
    yield f'<table{_heads(block.columns)} style="{_sizes(block.columns)}">'
    if block.caption or block.note:
        note = f'<div class="note">{_lines(block.note)}</div>' if block.note else ""
        yield f"<caption>{_marked(block.caption)}{note}</caption>"
    yield from _columns(block.columns)
    yield from ["<tbody>"] * (0 not in block.heading_rows)
    for number, row in enumerate(block.rows):
        yield from _heading_row(row, number) if number in block.heading_rows else _row(row, block)
    yield "</tbody>\n</table>\n</div>"


def _sizes(columns: tuple[Column, ...]) -> str:
    """How wide a table is at least on a screen, so that its narrowest column can be read, and its words on paper."""
    shares = [column.share for column in columns]
    least = min(_WIDEST, _NARROWEST * sum(shares) / min(shares))
    return f"--least: {least:.1f}em; --size: {points(len(columns))}pt"


def _heads(columns: tuple[Column, ...]) -> str:
    """A mark on a table whose heads can stand beside each other without a word of them being parted."""
    longest = [max(map(len, column.title.split()), default=0) for column in columns]
    return ' class="whole"' if sum(longest) + len(columns) <= letters(_WIDE, points(len(columns)) * _BOLD) else ""


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    whole = sum(column.share for column in columns)
    yield "<colgroup>"
    yield from (f'<col style="width: {100 * column.share / whole:.2f}%">' for column in columns)
    yield "</colgroup>\n<thead>\n<tr>"
    yield from (f'<th scope="col"{_look(column)}>{_marked(column.title)}</th>' for column in columns)
    yield "</tr>\n</thead>"


def _heading_row(row: tuple[str, ...], number: int) -> Iterator[str]:
    yield from ["</tbody>"] * (number > 0)
    yield f'<tbody>\n<tr class="over"><th scope="rowgroup" colspan="{len(row)}">{_lines(row[0])}</th></tr>'


def _row(row: tuple[str, ...], block: Table) -> Iterator[str]:
    yield "<tr>" if stays_whole(row, block, _WIDE) else '<tr class="long">'
    for number, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
        heads = block.row_headings and number == 0
        tag, end = ('th scope="row"', "th") if heads else ("td", "td")
        yield f"<{tag}{_look(column)}>{_cell(cell, column)}</{end}>"
    yield "</tr>"


def _look(column: Column) -> str:
    return f' class="{column.kind}"' if column.kind in ("mark", "date") else ""


def _cell(cell: str, column: Column) -> str:
    if column.kind == "date" and day_of(cell):
        return _time(cell)
    return _lines(cell) if cell.strip() else ""


_WRITERS = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Picture: _picture,
    Table: _table,
    Fields: _fields,
    PageBreak: _page_break,
    Together: _together,
}
