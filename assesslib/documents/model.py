"""One document model for every format: frozen records of plain text, pictures and tables; writers add nothing to them.

A text is always plain text. A line end in it begins a new paragraph, whatever the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

KINDS_OF_PARAGRAPH = ("", "lead", "notice", "quote", "small")
KINDS_OF_COLUMN = ("text", "date", "mark", "choice")


@dataclass(frozen=True)
class Heading:
    """A heading below the title; ``level`` is 1, 2 or 3. It stays with what follows it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``kind`` is "" or lead (larger), notice (set apart), quote (somebody's own words) or small."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture as the bytes of a PNG file; ``alt`` says in words what it shows to those who cannot see it."""

    png: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    title : str
        What stands above it.
    share : float
        Its width beside the other columns: a column of share 2 is twice as wide as one of share 1.
    kind : str
        "text"; "date" (a cell like 2026-03-03 is a date, another is text); "mark" (short, centred); "choice" (text
        that a workbook offers to choose from).
    choices : tuple of str
        What a workbook offers in its cells.
    """

    title: str
    share: float = 1.0
    kind: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: its columns, and rows with one plain text a column.

    Parameters
    ----------
    columns : tuple of Column
    rows : tuple of tuple of str
    caption : str
        What it holds; a workbook names its sheet after it.
    heading_rows : tuple of int
        Places (from 0) of the rows whose first cell is a heading over the whole width; their other cells are empty.
    row_headings : bool
        Whether the first cell of a row says what the row is about.
    note : str
        What has to be known to read it; it stands above the first row, so that no page parts them.

    Examples
    --------
    >>> Table((Column("Goal", 3), Column("Due", kind="date")), (("Agree one plan", "2026-06-30"),)).columns[1].kind
    'date'
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    heading_rows: tuple[int, ...] = ()
    row_headings: bool = False
    note: str = ""


@dataclass(frozen=True)
class Fields:
    """Labels with their values; an empty value is a line to write on."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page where the format can do so and they fit on one."""

    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | Picture | Table | Fields | PageBreak | Together


@dataclass(frozen=True)
class Document:
    """A document as every writer takes it.

    Parameters
    ----------
    title : str
    blocks : tuple of Block
    subtitle : str
    day : str
        The day it speaks of, like 2026-03-03, or ""; never the day it was printed, so that equal content makes equal
        files.
    landscape : bool
        Whether its pages lie on their side.
    language : str
        The language of its words, like en-GB.
    footer : str
        What stands at the foot of every page, before the page number.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    day: str = ""
    landscape: bool = False
    language: str = "en-GB"
    footer: str = ""


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in order, those that stay together one by one.

    Examples
    --------
    >>> [block.text for block in flat((Heading("a"), Together((Heading("b"), Paragraph("c")))))]
    ['a', 'b', 'c']
    """
    for block in blocks:
        if isinstance(block, Together):
            yield from flat(block.blocks)
        else:
            yield block
