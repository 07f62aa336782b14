"""A workbook on paper: rows as high as their texts, columns as wide as their heads, no picture cut at a page's end."""

import io
from zipfile import ZipFile

import pytest
from every_block import EVERY, png
from reading_back import xlsx_file

import assesslib as al
from assesslib.documents._xlsx_height import Cell, in_rows, lines
from assesslib.documents._xlsx_pages import Rows, ends
from assesslib.documents.model import Column, Document, Heading, PageBreak, Paragraph, Picture, Table
from assesslib.documents.plan_sheet import plan_workbook
from assesslib.documents.workbook import member_workbook
from assesslib.documents.xlsx import as_xlsx
from assesslib.places import shipped

CSIT = al.load_framework("csit-collaborative-working")


def written(*blocks):
    return xlsx_file(as_xlsx(Document("t", blocks)))


def heights(sheet, count):
    return [sheet.row_dimensions[row].height for row in range(1, count + 1)]


def test_a_row_of_a_table_is_as_high_as_its_fullest_cell():
    table = Table((Column("A"), Column("B")), (("x", "1 " * 200), ("one\ntwo\nthree", "y"), ("x", "y")))
    assert heights(written(table)["Table 1"], 4) == [15, 75, 45, 15]


def test_what_is_bold_is_wider():
    table = Table((Column("A"), Column("B")), (("1" * 60, ""), ("", "1" * 60)), row_headings=True)
    assert heights(written(table)["Table 1"], 3) == [15, 30, 15]


def test_a_row_is_no_higher_than_one_may_be_and_its_text_stands_in_it_in_full():
    sheet = written(Table((Column("A"),), (("word " * 3000,),)))["Table 1"]
    assert (sheet.row_dimensions[2].height, sheet["A2"].value) == (409, "word " * 3000)


def test_a_row_grows_with_what_is_written_into_it():
    with ZipFile(io.BytesIO(as_xlsx(EVERY))) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
    assert sheets.count(b' ht="') > 30
    assert b"customHeight" not in sheets


def test_the_text_stands_below_the_title_and_not_on_it():
    sheet = xlsx_file(as_xlsx(Document("1234567 " * 15, (Paragraph("1 " * 100),), subtitle="s")))["Text"]
    assert heights(sheet, 3) == [82, 18, 30]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1", "A2:B2", "A3:B3"}


def test_a_paragraph_higher_than_a_row_goes_on_in_the_next():
    text = " ".join(f"word{number}" for number in range(1000))
    sheet = written(Paragraph(text))["Text"]
    found = [sheet[f"A{row}"].value for row in range(2, sheet.max_row + 1)]
    assert len(found) > 2
    assert " ".join(part.strip() for part in found) == text
    assert max(heights(sheet, sheet.max_row)) <= 409


@pytest.mark.parametrize("text", ["one two  three\n\nfour ", "x" * 500, "中文" * 90, "", "\n"])
def test_lines_are_the_text_and_so_are_rows(text):
    cell = Cell(text, 12.0)
    assert "".join(lines(cell)) == text
    assert "".join(in_rows(cell)).replace("\n", "") == text.replace("\n", "")


def test_a_day_is_shown_and_no_head_is_cut():
    columns = (Column("IDENTIFIED", 0.01), Column("By when", 0.01, "date"), Column("Text", 9))
    sheet = written(Table(columns, (("✓", "2026-09-30", "x"),)))["Table 1"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert (widths[0] > 14, widths[1], widths[2]) == (True, 14, 90)


def test_a_heading_runs_over_the_row_and_the_table_can_still_be_sorted():
    table = Table((Column("No.", 0.1), Column("Text")), (("Preparing the ground", ""), ("1", "x")), heading_rows=(0,))
    sheet = written(table)["Table 1"]
    assert (sheet["A2"].alignment.wrap_text, sheet["A3"].alignment.wrap_text) == (None, True)
    assert [sheet[place].border.right.style for place in ("A2", "B2", "A3")] == [None, "thin", "thin"]
    assert (len(sheet.tables), len(sheet.merged_cells.ranges)) == (1, 0)


@pytest.mark.parametrize("heading", ["word " * 40, "one\ntwo"])
def test_a_heading_that_is_wider_than_the_row_is_wrapped(heading):
    sheet = written(Table((Column("A"), Column("B")), ((heading, ""),), heading_rows=(0,)))["Table 1"]
    assert sheet["A2"].alignment.wrap_text is True
    assert sheet.row_dimensions[2].height > 15


def test_a_page_ends_before_a_picture_that_it_would_cut_and_before_its_heading():
    blocks = [Paragraph("x")] * 40 + [Heading("Shown"), Picture(png(1000, 900), "A frame", "The frame")]
    sheet = written(*blocks, PageBreak(), Paragraph("y"))["Text"]
    (picture,) = sheet._images
    assert [each.id for each in sheet.row_breaks.brk][0] == 41
    assert sheet["A43"].value == "Shown"
    assert picture.anchor._from.row == 43
    assert (sheet.page_setup.scale, sheet.sheet_properties.pageSetUpPr.fitToPage) == (80, False)


def test_pages_end_where_they_are_full_and_where_they_are_told_to():
    rows = [(Rows(row, row + 1, breaks=row == 2), 40.0) for row in range(1, 8)]
    assert list(ends(rows, 100.0)) == [2, 4, 6]
    assert list(ends([(Rows(1, 2), 300.0), (Rows(2, 3), 10.0)], 100.0)) == [1]


def test_every_row_of_a_questionnaire_is_as_high_as_its_wording():
    sheet = xlsx_file(member_workbook(CSIT)).active
    high = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows(min_row=5)}
    longest = max(CSIT.items, key=lambda item: len(item.text))
    assert high[longest.id] > max(high["28"], 60)
    assert high["28"] == 15


@pytest.mark.parametrize(("made", "name"), [
    (lambda: member_workbook(CSIT), "About"),
    (lambda: plan_workbook(al.open_assessment(shipped("data") / "collaboration-2026")), "How to use it"),
])  # fmt: skip
def test_a_sheet_of_one_column_is_no_wider_than_the_page(made, name):
    sheet = xlsx_file(made())[name]
    assert sheet.column_dimensions["A"].width == 66
    assert {cell.alignment.wrap_text for cell in sheet["A"]} == {True}
    assert max(heights(sheet, sheet.max_row)) > 30


def test_the_hidden_id_makes_no_row_of_a_plan_higher(tmp_path):
    made = al.create_assessment(tmp_path / "x", framework=CSIT.id, partnership="P")
    made.add_note("action", "Go.", id="action-with-a-very-long-id-of-its-own", due="2026-09-30")
    sheet = xlsx_file(plan_workbook(made))["Plan"]
    assert (sheet.row_dimensions[2].height, sheet.column_dimensions["A"].hidden) == (15, True)
    assert sheet.column_dimensions["E"].width >= 14
