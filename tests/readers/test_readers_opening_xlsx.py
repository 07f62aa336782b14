"""Workbooks as they are stored: every sheet, every kind of cell, nothing reckoned, nothing followed."""

from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from readers.opening_kit import book, refused, rows, sheet_xml

from assesslib.readers.opening import open_sheets

TEXT = '<c t="inlineStr"><is><t>{}</t></is></c>'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "answers.xlsx"


def read(path):
    """The rows of the one sheet of a workbook that is read without a fault, and its odd cells."""
    (sheet,), faults = open_sheets(path, name=path.name)
    assert faults == ()
    return rows(sheet), dict(sheet.odd)


def saved(path, *cells, sheet="Form1"):
    workbook = openpyxl.Workbook()
    workbook.active.title = sheet
    for row in cells:
        workbook.active.append(row)
    workbook.save(path)
    return workbook


def test_every_kind_of_value_becomes_a_text(path):
    moment = datetime(2026, 3, 1, 9, 15)
    saved(path, ["text", 5, 5.0, 1.1, -0.25, 1e20, True, False, "2026"],
          [moment, date(2026, 3, 1), time(9, 15), timedelta(hours=26, minutes=30), "#REF!", "=1+1", "", "'x", "=a"])
    texts, odd = read(path)
    assert texts == {
        1: ["text", "5", "5", "1.1", "-0.25", "1e+20", "TRUE", "FALSE", "2026"],
        2: ["2026-03-01 09:15:00", "2026-03-01", "09:15:00", "26:30:00", "#REF!", "=1+1", "", "'x", "=a"],
    }
    assert odd == {(1, 3): "number", (1, 4): "number", (2, 0): "date", (2, 1): "date", (2, 2): "date",
                   (2, 3): "date", (2, 4): "error", (2, 5): "formula", (2, 8): "formula"}  # fmt: skip


def test_rich_texts_are_whole_and_merged_cells_stand_at_their_first_place(path):
    workbook = saved(path, ["a", None, "c"], ["x", "y", "z"])
    workbook.active["A2"] = CellRichText("We ", TextBlock(InlineFont(b=True), "partly"), " do this")
    workbook.active.merge_cells("A1:B1")
    workbook.active.protection.enable()
    workbook.save(path)
    assert read(path) == ({1: ["a", "", "c"], 2: ["We partly do this", "y", "z"]}, {})


def test_rows_and_columns_keep_their_places(path):
    workbook = saved(path)
    workbook.active["C2"], workbook.active["A5"], workbook.active["E5"] = "c", "a", "  "
    workbook.save(path)
    assert read(path)[0] == {2: ["", "", "c"], 5: ["a", "", ""]}


def test_every_sheet_that_holds_anything_is_read_hidden_ones_too(path):
    workbook = saved(path, ["a"])
    workbook.create_sheet("Empty")
    workbook.create_sheet("Codes").append(["b"])
    workbook.create_sheet("Secret").append(["c"])
    workbook.create_chartsheet("Picture")
    workbook["Codes"].sheet_state, workbook["Secret"].sheet_state = "hidden", "veryHidden"
    workbook.save(path)
    sheets, faults = open_sheets(path, name="answers.xlsx")
    assert [(sheet.name, rows(sheet)) for sheet in sheets] == [
        ("Form1", {1: ["a"]}), ("Codes", {1: ["b"]}), ("Secret", {1: ["c"]}),
    ]  # fmt: skip
    assert [(str(fault), fault.handled) for fault in faults] == [
        (f"answers.xlsx, sheet {name}: The sheet is hidden; it is read like the others. "
         "Delete it if it is no part of the answers.", True)
        for name in ("Codes", "Secret")
    ]  # fmt: skip


def test_hidden_rows_are_read_and_told(path):
    book(path, f'<row>{TEXT.format("a")}</row><row hidden="1">{TEXT.format("b")}</row><row hidden="1"/>')
    (sheet,), faults = open_sheets(path, name="answers.xlsx")
    assert rows(sheet) == {1: ["a"], 2: ["b"]}
    assert [str(fault) for fault in faults] == [
        "answers.xlsx, sheet S1, row 2: 1 row hidden, perhaps by a filter; it is read like the others. "
        "Delete what is no part of the answers."
    ]


def test_values_are_those_stored_and_formulas_without_one_are_marked(path):
    book(path, '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;""</f><v>b</v></c>'
               '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>A1*2</f><v></v></c>'
               '<c r="E1"><f t="shared" si="0"/></c>'
               '<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')  # fmt: skip
    assert read(path) == (
        {1: ["2", "b", "", "=A1*2", "=", "#DIV/0!"]}, {(1, 3): "formula", (1, 4): "formula", (1, 5): "error"}
    )  # fmt: skip


def test_places_may_be_left_out_and_texts_shared_spoken_or_escaped(path):
    strings = "<si><t>one</t></si><si><r><t>tw</t></r><r><t>o</t></r><rPh><t>spoken</t></rPh></si>" \
              "<si/><si><t>a_x000D_b_x005F_x0041_</t></si>"  # fmt: skip
    book(path, '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>'
               '<row/><row><c/><c t="s"><v>7</v></c><c t="s"><v>-1</v></c><c><v>x</v></c><c t="inlineStr"/></row>',
         strings=strings)  # fmt: skip
    assert read(path) == (
        {1: ["two", "one", "", "a\rb_x0041_"], 3: ["", "7", "-1", "x"]},
        {(3, 1): "error", (3, 2): "error", (3, 3): "error"},
    )


@pytest.mark.parametrize(("settings", "day"), [("", "2026-03-01"), ('<workbookPr date1904="1"/>', "2030-03-02")])
def test_dates_begin_where_the_workbook_says(path, settings, day):
    styles = '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/>' \
             '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs>'  # fmt: skip
    book(path, '<row><c s="1"><v>46082</v></c><c s="2"><v>0.5</v></c><c s="1"><v>-1</v></c><c s="1"><v>9e99</v></c>'
               '<c t="d"><v>2026-03-01T09:15:00Z</v></c></row>', styles=styles, settings=settings)  # fmt: skip
    assert read(path) == (
        {1: [day, "0.5", "-1", "9e+99", "2026-03-01 09:15:00"]},
        {(1, 0): "date", (1, 1): "number", (1, 2): "error", (1, 3): "error", (1, 4): "date"},
    )


def test_a_workbook_of_the_strict_kind_with_other_names_is_read(path):
    strict = sheet_xml('<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>')
    strict = strict.replace("<worksheet xmlns=", "<worksheet xmlns:x=").replace("schemas.openxml", "purl.oclc")
    book(path, "", more={"xl/worksheets/sheet1.xml": strict})
    assert read(path)[0] == {1: ["a"]}


def test_macros_are_not_run_nor_links_followed(path):
    book(path, f"<row>{TEXT.format('a')}</row>",
         more={"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>"})  # fmt: skip
    (sheet,), faults = open_sheets(path, name="answers.xlsm")
    assert rows(sheet) == {1: ["a"]}
    assert [(str(fault), fault.handled) for fault in faults] == [
        ("answers.xlsm: The workbook holds macros; none is run. Nothing needs doing.", True),
        ("answers.xlsm: The workbook refers to other files; they are not looked at, and values are those stored last. "
         "Look whether they are up to date.", True),
    ]  # fmt: skip


def test_a_sheet_that_stands_outside_the_file_is_not_fetched(path):
    outside = '<Relationship Id="r1" Type="x/worksheet" Target="file:///etc/hostname" TargetMode="External"/>'
    book(path, "", more={"xl/_rels/workbook.xml.rels": f"<Relationships>{outside}</Relationships>"})
    assert refused(path) == (
        "answers.xlsx: No sheet of the workbook holds anything. Look whether it was exported with its answers."
    )


def test_it_is_told_how_far_the_reading_is_over_all_sheets(path):
    row = f"<row>{TEXT.format('a')}</row>"
    book(path, row * 1500, row * 1000)
    said = []
    open_sheets(path, told=said.append)
    assert said == [1000, 2000, 2500]
