"""A Word file in real styles that shows all of a document; its tables repeat their header and keep their rows whole."""

import io
import re
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Inches, Mm
from every_block import BLOCKS, EVERY, GOALS, LONG, SHOWN, TRAPS, many_rows, png, said, trap
from reading_back import docx_file, docx_texts

from assesslib.documents.docx import as_docx
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


@pytest.fixture(scope="module")
def file():
    return docx_file(as_docx(EVERY))


def parts(data):
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def written(*blocks):
    return docx_file(as_docx(Document("t", blocks)))


def styles(file):
    return [paragraph.style.name for paragraph in file.paragraphs]


def test_every_text_is_shown_once_in_order():
    texts = [text for text in docx_texts(as_docx(EVERY)) if text.strip()]
    *rest, _ = SHOWN
    end = rest.index("Partnership")
    assert texts == [*rest[:end], "Partnership: North and South", "Signed: \t"]


def test_every_block_has_a_style_of_its_own(file):
    assert styles(file) == [
        *("Title", "Subtitle", "Small", "Lead", "Heading 1", "Body Text", "Body Text", "Notice", "Quote", "Small"),
        *("Heading 2", "List Bullet", "List Bullet", "List Continue", "Heading 3", "List Number", "List Number"),
        *("List Number", "Heading 2", "Picture", "Picture Caption", "Picture", "Heading 1", "Caption", "Table Note"),
        "Table End",
        *("Heading 1", "Field", "Field To Fill In"),
    ]


@pytest.mark.parametrize(("landscape", "sides"), [(False, (210, 297)), (True, (297, 210))])
def test_the_paper_is_a4(landscape, sides):
    section = docx_file(as_docx(Document("t", (), landscape=landscape))).sections[0]
    assert [abs(found - Mm(side)) < Mm(0.2) for found, side in
            zip((section.page_width, section.page_height), sides, strict=True)] == [True, True]  # fmt: skip


def test_the_foot_counts_the_pages(file):
    foot = file.sections[0].footer.paragraphs[0]
    assert foot.text == "Plan 2026 & after\tPage 1 of 1"
    assert [code.text for code in foot._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_a_heading_stays_with_what_follows(file):
    kept = [file.styles[name].paragraph_format.keep_with_next for name in ("Heading 1", "Heading 2", "Heading 3")]
    assert [*kept, file.styles["Caption"].paragraph_format.keep_with_next] == [True] * 4


def test_a_table_repeats_its_header_and_keeps_its_rows_whole(file):
    rows = file.tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * 5
    assert [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows] == [True] * 6


def test_the_header_and_a_heading_over_the_whole_width_stay_with_the_next_row(file):
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in file.tables[0].rows]
    assert kept == [True, True, None, None, True, None]
    assert len(set(file.tables[0].rows[1].cells)) == 1


def test_a_table_is_as_wide_as_the_page_and_its_columns_have_their_shares(file):
    table = file.tables[0]
    assert [round(column.width / Inches(1), 2) for column in table.columns] == [3.38, 1.35, 0.9, 1.13]
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    assert table.style.name == "Table Grid"


def test_a_row_too_long_for_a_page_may_run_on_to_the_next():
    table = Table((Column("A"), Column("B")), ((LONG, "x"), ("y", "z")))
    rows = written(table).tables[0].rows
    assert [row._tr.find(".//" + qn("w:cantSplit")) is not None for row in rows] == [True, False, True]
    assert rows[1].cells[0].text == LONG


def test_two_tables_do_not_become_one():
    assert len(written(GOALS, Table((Column("A"),), (("a",),))).tables) == 2


def test_a_picture_has_words_and_fits_the_page(file):
    shapes = file.inline_shapes
    described = [shape._inline.docPr.get("descr") for shape in shapes]
    assert described == ["A frame round a light ground", "A frame wider than the page"]
    assert [round(shape.width / Inches(1), 2) for shape in shapes] == [2.0, 6.77]
    assert round(shapes[1].height / shapes[1].width, 3) == round(200 / 3000, 3)
    assert len({shape._inline.docPr.get("id") for shape in shapes}) == 2


def test_a_picture_higher_than_the_page_is_made_smaller():
    shape = written(Picture(png(100, 3000), "tall")).inline_shapes[0]
    assert shape.height < Inches(10.19)


def test_each_numbered_list_begins_at_one():
    lists = written(Bullets(("a", "b"), True), Bullets(("c",), True)).paragraphs[1:]
    ids = [line._p.pPr.numPr.numId.val for line in lists]
    assert ids[0] == ids[1] != ids[2]
    numbering = parts(as_docx(Document("t", (Bullets(("a",), True),))))["word/numbering.xml"]
    assert numbering.count('<w:startOverride w:val="1"/>') == 1


def test_what_follows_a_page_break_begins_a_page():
    broken = written(PageBreak(), Heading("a"), PageBreak(), Table((Column("A"),), ())).paragraphs
    assert [line.paragraph_format.page_break_before for line in broken] == [None, True, True, None]


def test_what_stays_together_is_kept_with_the_next():
    kept = Together((Paragraph("a"), Table((Column("A"),), (("b",),)), Paragraph("c")))
    file = written(kept)
    assert [line.paragraph_format.keep_with_next for line in file.paragraphs] == [None, True, True, None]
    assert file.tables[0].cell(1, 0).paragraphs[0].paragraph_format.keep_with_next


def test_after_a_table_stands_a_line_too_low_to_need_a_page_of_its_own():
    file = written(GOALS)
    assert [line.style.name for line in file.paragraphs] == ["Title", "Caption", "Table Note", "Table End"]
    end, note = file.styles["Table End"], file.styles["Table Note"]
    assert (end.font.size.pt, note.paragraph_format.keep_with_next) == (1, True)


def test_an_open_override_in_the_foot_leaves_the_number_of_the_page_as_it_is():
    foot = docx_file(as_docx(Document("t", (), footer="\u202eb"))).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("\u2068\u202eb\u2069\tPage ")
    named = docx_file(as_docx(Document("t", (), footer="\u2068\u202eb\u2069, 3 March 2026"))).sections[0].footer
    assert named.paragraphs[0].text.startswith("\u2068\u2068\u202eb\u2069, 3 March 2026\u2069\tPage ")


def test_an_empty_field_is_a_line_to_the_margin():
    stops = written(Fields((("Signed", ""),))).paragraphs[-1].style.paragraph_format.tab_stops
    assert [(round(stop.position / Inches(1), 2), stop.leader.name) for stop in stops] == [(6.77, "LINES")]


def test_the_language_and_the_properties_are_those_of_the_document(file):
    about = file.core_properties
    assert (about.title, about.subject, about.language) == ("Plan of the partnership", "North and South", "en-GB")
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert {str(about.created.date()), str(about.modified.date())} == {"2026-03-03"}
    languages = re.findall('<w:lang w:val="([^"]*)"', parts(as_docx(EVERY))["word/styles.xml"])
    assert set(languages) == {"en-GB"}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_shown_in_every_place_and_nothing_of_it_runs(name):
    data = as_docx(trap(TRAPS[name]))
    file, texts = docx_file(data), docx_texts(data)
    for line in said(name):
        assert sum(line in text for text in texts) >= 11
        assert all(line in shape._inline.docPr.get("descr") for shape in file.inline_shapes)
    fields = [code.text for code in file.element.iter(qn("w:instrText"))]
    links = [relation.is_external for relation in file.part.rels.values()]
    assert (fields, any(links)) == ([], False)


def test_many_rows_are_all_there():
    cells = [cell.text for cell in docx_file(as_docx(many_rows())).tables[0]._cells]
    assert cells[12:] == [text for row in many_rows().blocks[1].rows for text in row]


def test_no_file_in_it_bears_the_time_of_day():
    with ZipFile(io.BytesIO(as_docx(EVERY))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_documents_give_equal_bytes():
    assert as_docx(Document("t", BLOCKS)) == as_docx(Document("t", tuple(BLOCKS)))
