"""A sound document has no faults; every fault is said in words, with its place and what to do."""

from dataclasses import FrozenInstanceError, replace

import pytest
from every_block import EVERY, GOALS, TRAPS, png, trap

import assesslib
from assesslib.documents._check import checked, sound
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
    flat,
)
from assesslib.faults import FaultsError

TWO = (Column("A"), Column("B"))


def said(*blocks, **about):
    return [str(fault) for fault in checked(Document(**{"title": "Plan", "blocks": blocks, **about}))]


def test_a_sound_document_has_no_faults():
    assert checked(EVERY) == ()
    assert sound(EVERY) is EVERY


@pytest.mark.parametrize("name", TRAPS)
def test_no_text_is_a_fault(name):
    assert checked(trap(TRAPS[name])) == ()


def test_every_fault_is_raised_at_once():
    with pytest.raises(FaultsError) as error:
        sound(Document("", (Bullets(()),)))
    assert str(error.value) == (
        "the document: A document has no title. Give it one; every file is known by its title.\n"
        "block 1 (bullets): A list has no items. Leave it out, or say in a paragraph that there are none."
    )


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ({"day": "3 March"}, "the document, day: “3 March” is not a day. Write it like 2026-03-03."),
        ({"day": "2026-02-30"}, "the document, day: “2026-02-30” is not a day. Write it like 2026-03-03."),
        ({"language": "English"}, "the document, language: “English” is not a language. Write it like en-GB."),
        ({"subtitle": None}, "the document, subtitle: “None” is NoneType where text belongs. Hand over plain text."),
        (
            {"footer": "x" * 151},
            f"the document, footer: “{'x' * 59}…” has 151 characters where 150 fit. "
            "Say it shorter here, and the rest in a paragraph.",
        ),
    ],
)
def test_a_fault_of_the_document_itself(about, message):
    assert said(**about) == [message]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            "just text",
            "the document: “str” is not a block. Allowed: Heading, Paragraph, Bullets, Picture, Table, Fields, "
            "PageBreak, Together; nearest: Picture. Build the document of these.",
        ),
        (Heading(" "), "block 1 (heading): A heading is empty. Give it words or leave it out."),
        (
            Heading("Goals", 4),
            "block 1 (heading “Goals”): “4” is not a level of heading. Allowed: 1, 2, 3; nearest: 3. "
            "Give the heading one of them.",
        ),
        (
            Heading("Goals", 2),
            "block 1 (heading “Goals”): “2” is a level of heading that skips one after the title. "
            "Make it 1: who listens to a document finds the way by its headings.",
        ),
        (
            Paragraph("a", "shout"),
            "block 1 (paragraph “a”): “shout” is not a kind of paragraph. Allowed: lead, notice, quote, small; "
            "nearest: quote. Use one of them, or none.",
        ),
        (
            Paragraph(3),
            "block 1 (paragraph “3”), text: “3” is int where text belongs. Hand over plain text.",
        ),
        (
            Bullets(("a", None)),
            "block 1 (bullets), item 2: “None” is NoneType where text belongs. Hand over plain text.",
        ),
        (
            Picture(b"GIF89a", "A frame"),
            "block 1 (picture “A frame”): A picture is not a whole PNG file. Save it as PNG and hand over the bytes.",
        ),
        (
            Picture(png()[:-5], "A frame"),
            "block 1 (picture “A frame”): A picture is not a whole PNG file. Save it as PNG and hand over the bytes.",
        ),
        (
            Picture(png(), ""),
            "block 1 (picture): A picture has no words for those who cannot see it. Say in alt what it shows.",
        ),
        (
            Fields((("Name",),)),
            "block 1 (fields): A field is not a label and a value. Give each field both; the value may be empty.",
        ),
        (Table((), ()), "block 1 (table): A table has no columns. Give it at least one."),
        (
            Table(TWO, (("a", "b"), ("a",)), "Goals"),
            "block 1 (table “Goals”), row 3: The row has 1 cell where 2 belong. Give each column one cell.",
        ),
        (
            Table(TWO, (("a", float("nan")),)),
            "block 1 (table), row 2, cell 2: “nan” is float where text belongs. Hand over plain text.",
        ),
        (
            Table((Column("Due", kind="day"),), ()),
            "block 1 (table), column Due: “day” is not a kind of column. Allowed: text, date, mark, choice; "
            "nearest: date. Use one of them.",
        ),
        (
            Table((Column("Due", 0),), ()),
            "block 1 (table), column Due: “0” is not a share of the width. Make it more than 0.",
        ),
        (
            Table(TWO, (("a", ""),), heading_rows=(1,)),
            "block 1 (table), heading_rows: “1” is not the place of a row. Rows are counted from 0; there are 1.",
        ),
        (
            Table(TWO, (("a", "b"),), heading_rows=(0,)),
            "block 1 (table), row 2: A row that is a heading over the whole width holds more than its first cell. "
            "Leave its other cells empty.",
        ),
        (
            Together((Paragraph("a"), PageBreak())),
            "the document: Blocks that stay together hold a page break. Put the break outside them.",
        ),
    ],
)
def test_a_fault_of_a_block(block, message):
    assert said(block) == [message]


def test_a_level_that_is_skipped_later_names_the_one_before():
    assert said(Heading("a"), Together((Heading("b", 3),))) == [
        "block 2 (heading “b”): “3” is a level of heading that skips one after one of level 1. "
        "Make it 2: who listens to a document finds the way by its headings."
    ]
    assert said(Heading("a"), Heading("b", 2), Heading("c", 3), Heading("d")) == []


def test_the_blocks_that_stay_together_come_one_by_one():
    assert list(flat((Together((Heading("a"), Together((GOALS,)))), PageBreak()))) == [Heading("a"), GOALS, PageBreak()]


def test_a_document_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        EVERY.title = "other"
    assert replace(EVERY, title="other").blocks is EVERY.blocks


def test_documents_are_a_room_of_the_library():
    assert assesslib.documents.Document is Document
    assert [assesslib.documents.__getattr__(name).__name__ for name in ("as_pdf", "checked")] == ["as_pdf", "checked"]


def test_a_name_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(AttributeError) as error:
        assesslib.documents.as_odt  # noqa: B018
    known = ", ".join(assesslib.documents.__all__)
    assert str(error.value) == f"assesslib.documents has no name 'as_odt'; it has {known}"
