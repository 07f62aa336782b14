"""A workbook that shows all of a document: real dates, filters, choices; no text of it is ever a formula."""

import io
import re
from datetime import datetime
from zipfile import ZipFile

import pytest
from every_block import BLOCKS, EVERY, GOALS, LONG, SHOWN, TRAPS, many_rows, png, said, trap
from reading_back import xlsx_file, xlsx_texts

from assesslib.documents._xlsx_cells import read_back
from assesslib.documents.model import Column, Document, Fields, Heading, PageBreak, Paragraph, Picture, Table
from assesslib.documents.xlsx import as_xlsx


@pytest.fixture(scope="module")
def book():
    return xlsx_file(as_xlsx(EVERY))


def written(*blocks):
    return xlsx_file(as_xlsx(Document("t", blocks)))


def read(data, name):
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_text_is_shown(book):
    found = "\n".join(xlsx_texts(as_xlsx(EVERY)))
    assert [text for text in SHOWN if text not in found] == ["30 June 2026"]
    first = [text for row in cells(book["Text"]) for text in row if text]
    assert first[:5] == ["Plan of the partnership", "North and South", "3 March 2026", SHOWN[3], "Findings"]
    assert first[10:16] == ["Points", "• one point", "• another point", "with more to it", "Steps", "1. first step"]


def test_a_table_stands_on_its_own_sheet_with_real_dates(book):
    assert book.sheetnames == ["Text", "Goals", "Choices"]
    assert cells(book["Goals"]) == [
        ["Goal", "Due", "Done", "Status"],
        ["Leadership", None, None, None],
        ["Agree one plan", datetime(2026, 6, 30), "✓", "done, late"],
        ["Share what works\nEvery quarter", "in spring", "☐", "open"],
        ["Delivery", None, None, None],
        ["Meet the team", None, None, "under way"],
    ]
    assert book["Goals"]["B3"].number_format == "d mmm yyyy"


def test_the_text_leads_to_the_sheet(book):
    link = next(cell.hyperlink for row in book["Text"].iter_rows() for cell in row if cell.hyperlink)
    assert (link.location, link.target) == ("'Goals'!A1", None)
    assert book["Text"][link.ref].value == "The table is on the sheet “Goals”."


def test_the_header_is_frozen_and_the_table_can_be_filtered(book):
    sheet = book["Goals"]
    assert sheet.freeze_panes == "B2"
    assert [(table.ref, table.autoFilter.ref) for table in sheet.tables.values()] == [("A1:D6", "A1:D6")]


@pytest.mark.parametrize("titles", [("A", "a"), ("A", ""), ("A", "b\nc"), ("A", "=1")])
def test_titles_that_cannot_name_a_table_are_filtered_all_the_same(titles):
    sheet = written(Table(tuple(map(Column, titles)), (("x", "y"),)))["Table 1"]
    assert (list(sheet.tables), sheet.auto_filter.ref) == ([], "A1:B2")


def test_a_choice_is_offered_and_nothing_else_taken(book):
    (rule,) = book["Goals"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "Choices!$A$1:$A$4", "D2:D206")
    assert (rule.showErrorMessage, rule.error) == (True, "Pick one from the list, or leave it empty.")
    assert cells(book["Choices"]) == [["open"], ["under way"], ["done, late"], ["dropped"]]
    assert book["Choices"].sheet_state == "hidden"


def test_each_column_has_its_own_choices():
    columns = (Column("A", kind="choice", choices=("x", "y")), Column("B", kind="choice", choices=("z",)))
    book = written(Table(columns, ()), Table(columns[:1], ()))
    rules = [rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation]
    assert rules == ["Choices!$A$1:$A$2", "Choices!$B$1:$B$1", "Choices!$C$1:$C$2"]
    assert cells(book["Choices"]) == [["x", "z", "x"], ["y", None, "y"]]


def test_a_sheet_is_ready_to_print(book):
    sheet = book["Goals"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A3"].alignment.wrap_text is True
    foot = read(as_xlsx(EVERY), "xl/worksheets/sheet2.xml").decode()
    assert "<oddFooter>&amp;LPlan 2026 &amp;&amp; after&amp;RPage &amp;P of &amp;N</oddFooter>" in foot


def test_columns_share_the_width(book):
    widths = [book["Goals"].column_dimensions[letter].width for letter in "ABCD"]
    assert widths == [65, 26, 17.3, 21.7]


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_shown_in_every_place_and_nothing_of_it_runs(name):
    book = xlsx_file(as_xlsx(trap(TRAPS[name])))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for line in said(name):
        assert sum(line in read_back(str(cell.value)) for cell in found) >= 12
    assert {cell.data_type for cell in found} <= {"s", "inlineStr"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'=1", "\t=1", "＝1"])
def test_what_looks_like_a_formula_is_marked_as_text(text):
    cell = written(Table((Column("A"),), ((text,), ("plain",))))["Table 1"]
    assert (cell["A2"].value, cell["A2"].data_type, cell["A2"].quotePrefix) == (text, "s", True)
    assert cell["A3"].quotePrefix is False


def test_20_000_characters_stand_in_one_cell_and_more_than_a_cell_holds_go_on_below():
    column = (Column("A"), Column("B"))
    sheet = written(Table(column, ((LONG, "b"), (LONG * 2, "c"), ("d", "e"))))["Table 1"]
    assert sheet["A2"].value == LONG
    assert sheet["A3"].value + sheet["A4"].value + sheet["A5"].value == LONG * 2
    assert [row[1] for row in cells(sheet)] == ["B", "b", "c", None, None, "e"]


def test_a_character_code_in_a_text_is_no_code():
    assert read_back(written(Paragraph("_x0041_"))["Text"]["A2"].value) == "_x0041_"


@pytest.mark.parametrize(("text", "found"), [
    ("2026-06-30", datetime(2026, 6, 30)),
    ("1899-12-31", "1899-12-31"),
    ("30/06/2026", "30/06/2026"),
    ("", None),
])  # fmt: skip
def test_only_a_day_that_every_spreadsheet_counts_alike_is_a_date(text, found):
    assert written(Table((Column("Due", kind="date"),), ((text,),)))["Table 1"]["A2"].value == found


def test_names_of_sheets_are_legal_short_and_each_once():
    tables = [Table((Column("A"),), (), caption) for caption in ("Goals [1/2]", "goals 1 2", "", "x" * 60, "Text")]
    names = written(*tables).sheetnames
    assert names == ["Text", "Goals 1 2", "goals 1 2 (2)", "Table 3", "x" * 31, "Text (2)"]


def test_pictures_stand_in_the_text_with_words_for_them(book):
    data = as_xlsx(EVERY)
    described = re.findall('descr="([^"]*)"', read(data, "xl/drawings/drawing1.xml").decode())
    assert described == ["A frame round a light ground", "A frame wider than the page"]
    assert read(data, "xl/media/image1.png") == png()
    first, second = book["Text"]._images
    below = next(row for row in range(1, 99) if book["Text"][f"A{row}"].value == "The frame")
    high = (below - 1 - first.anchor._from.row) * 15
    assert 72 < high < 100


def test_an_empty_field_is_a_line_to_write_on():
    sheet = written(Fields((("Name", "Ann"), ("Signed", ""))))["Text"]
    assert [sheet[place].border.bottom.style for place in ("B2", "B3")] == [None, "thin"]


def test_a_page_break_is_one_on_paper():
    assert [each.id for each in written(Heading("a"), PageBreak(), Heading("b"))["Text"].row_breaks.brk] == [4]


def test_a_picture_alone_says_what_it_shows():
    assert cells(written(Picture(png(), "A frame"))["Text"])[-1][0] == "A frame"


def test_many_rows_are_all_there():
    assert cells(xlsx_file(as_xlsx(many_rows()))["Rows"])[1:] == [list(row) for row in many_rows().blocks[1].rows]


def test_the_properties_are_those_of_the_document(book):
    about = book.properties
    assert (about.title, about.language) == ("Plan of the partnership", "en-GB")
    assert b"creator" not in read(as_xlsx(EVERY), "docProps/core.xml")
    assert {about.created, about.modified} == {datetime(2026, 3, 3)}


def test_no_file_in_it_bears_the_time_of_day():
    with ZipFile(io.BytesIO(as_xlsx(EVERY))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_documents_give_equal_bytes():
    assert as_xlsx(Document("t", BLOCKS)) == as_xlsx(Document("t", (*BLOCKS[:-1], BLOCKS[-1])))
    assert as_xlsx(Document("t", (GOALS,))) != as_xlsx(Document("t", (GOALS,), day="2026-03-03"))
