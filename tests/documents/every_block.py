"""A document that holds every kind of block once, and one whose every text is a trap."""

import struct
import zlib

from assesslib.documents.model import (
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


def png(wide=300, high=150, dots=150):
    """A small picture: a dark frame round a light ground."""
    edge = bytes(3) * wide
    inner = bytes(3) + b"\xcc\xdd\xee" * (wide - 2) + bytes(3)
    rows = b"".join(b"\0" + (edge if y in (0, high - 1) else inner) for y in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    scale = struct.pack(">IIB", round(dots * 39.3701), round(dots * 39.3701), 1)
    parts = ((b"IHDR", head), (b"pHYs", scale), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


GOALS = Table(
    (
        Column("Goal", 3),
        Column("Due", 1.2, "date"),
        Column("Done", 0.8, "mark"),
        Column("Status", 1, "choice", ("open", "under way", "done, late", "dropped")),
    ),
    (
        ("Leadership", "", "", ""),
        ("Agree one plan", "2026-06-30", "✓", "done, late"),
        ("Share what works\nEvery quarter", "in spring", "☐", "open"),
        ("Delivery", "", "", ""),
        ("Meet the team", "", "", "under way"),
    ),
    "Goals",
    heading_rows=(0, 3),
    row_headings=True,
    note="Dates are those agreed on the day.",
)
BLOCKS = (
    Paragraph("What the team found, in a few lines.", "lead"),
    Heading("Findings"),
    Paragraph("First line.\nSecond line."),
    Paragraph("This is not a competition.", "notice"),
    Paragraph("We partly do this", "quote"),
    Paragraph("Written by the team.", "small"),
    Heading("Points", 2),
    Bullets(("one point", "another point\nwith more to it")),
    Heading("Steps", 3),
    Bullets(("first step", "second step"), numbered=True),
    Bullets(("a fresh first step",), numbered=True),
    Together((Heading("Picture", 2), Picture(png(), "A frame round a light ground", "The frame"))),
    Picture(png(3000, 200), "A frame wider than the page"),
    Heading("Plan"),
    GOALS,
    PageBreak(),
    Heading("Signing"),
    Fields((("Partnership", "North and South"), ("Signed", ""))),
)
EVERY = Document(
    "Plan of the partnership",
    BLOCKS,
    subtitle="North and South",
    day="2026-03-03",
    footer="Plan 2026 & after",
)

TRAPS = {
    "html": '<script>document.title="run"</script><img src=x onerror="document.title=1"> & &amp; </style></title>',
    "formula": '=HYPERLINK("http://example.org","click")',
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "quoted": "'=1",
    "typst": '#panic("run") $x^2$ *bold* _it_ `raw` // gone /* gone */ @ref <label> \\ ~ -- ...',
    "fields": "{ PAGE } {{ x }} %s %(a)s ${y} \\u0041 _x0041_ _x000D_",
    "controls": "bell\x07 null\x00 escape\x1b delete\x7f next\x85 page\x0c bar\x0b",
    "halves": "half\ud800 other\udfff end\uffff",
    "arabic": "\u202eback\u202c \u200fשלום عليكم\u200f end",
    "emoji": "smile 😀 thumb 👍🏽 family 👩‍👩‍👧 flag 🇬🇧",
    "scripts": "中文 हिन्दी বাংলা Ελληνικά Čeština",
    "lines": "one\r\ntwo\rthree\u2028four\n\n\nfive\ttabbed  twice  spaced",
    "word": "Zusammenarbeit" * 40,
    "quotes": "\"double\" 'single' “curly” `back`",
}
"""Texts that a careless writer would run, lose or break on."""
LONG = " ".join(f"word{number}" for number in range(2300))[:20_000]
"""20,000 characters as somebody may paste them into one comment."""


def trap(text):
    """A document that holds one text in every place that takes one, its beginning where only a short one fits."""
    short = text[:100]
    columns = (Column(short), Column("Kind", kind="date"), Column("Choice", kind="choice", choices=(short, "other")))
    rows = ((text, text, text), ("next", "", ""))
    blocks = (
        Heading(text),
        Paragraph(text),
        Bullets((text,)),
        Picture(png(), text, text),
        Table(columns, rows, text, note=text, row_headings=True),
        Fields(((text, text),)),
    )
    return Document(text[:250], blocks, subtitle=text, footer=short)


def many_rows(rows=300, columns=12):
    """A table that runs over many pages and is as wide as any here."""
    heads = tuple(Column(f"Column {number}") for number in range(1, columns + 1))
    cells = tuple(tuple(f"r{row} c{column}" for column in range(1, columns + 1)) for row in range(1, rows + 1))
    return Document("Many rows", (Heading("All of them"), Table(heads, cells, "Rows")), landscape=True)


SHOWN = (
    "Plan of the partnership", "North and South", "3 March 2026", "What the team found, in a few lines.", "Findings",
    "First line.", "Second line.", "This is not a competition.", "We partly do this", "Written by the team.", "Points",
    "one point", "another point", "with more to it", "Steps", "first step", "second step", "a fresh first step",
    "Picture", "The frame", "Plan", "Goals", "Dates are those agreed on the day.",
    "Goal", "Due", "Done", "Status", "Leadership", "Agree one plan",
    "30 June 2026", "✓", "done, late", "Share what works", "Every quarter", "in spring", "☐", "open", "Delivery",
    "Meet the team", "under way", "Signing", "Partnership", "North and South",
    "Signed",
)  # fmt: skip
"""Every text of `EVERY` in the order in which people read it."""
SAID = {
    "controls": ("bell[U+0007] null[U+0000] escape[U+001B] delete[U+007F] next[U+0085] page[U+000C] bar[U+000B]",),
    "halves": ("half[U+D800] other[U+DFFF] end[U+FFFF]",),
    "lines": ("one", "two", "three", "four", "five\ttabbed  twice  spaced"),
}
"""The traps that no file can hold as they are, as they are shown: line by line."""


def said(name):
    """The lines that a trap shows."""
    return SAID.get(name, (TRAPS[name],))
