"""Files that are built to fill the memory, damaged, locked or of another kind: refused in words, never a traceback."""

import random
import struct
import zipfile

import openpyxl
import pytest
from readers.opening_kit import MAIN, book, refused, rows, sheet_xml

from assesslib.faults import FaultsError
from assesslib.readers.opening import kinds as opening_kinds
from assesslib.readers.opening import open_sheets
from assesslib.readers.opening import table as opening_table
from assesslib.readers.opening import workbook as opening_xlsx
from assesslib.readers.opening import workbook_parts as opening_xlsx_parts
from assesslib.readers.opening import xml_events as opening_xml

BOMB = "answers.xlsx: The workbook is built to fill the memory, or damaged. "
SAVE = "Open it in a spreadsheet, look whether all is there, and save it as a new .xlsx file."
CELL = '<c t="inlineStr"><is><t>a</t></is></c>'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "answers.xlsx"


def test_a_workbook_that_unpacks_to_more_than_is_read_is_refused(path, monkeypatch):
    monkeypatch.setattr(opening_xml, "MOST_UNPACKED", 5 * 1024 * 1024)
    said = "answers.xlsx: The workbook unpacks to more than the 5 megabytes that are read. " \
           "Delete what is no answer, or divide the file."  # fmt: skip
    assert refused(book(path, " " * 6 * 1024 * 1024)) == said
    assert refused(book(path, *[f"<row>{CELL}</row>" + " " * 1024 * 1024] * 6)) == said


def test_a_directory_that_lies_of_a_size_gains_nothing(path, monkeypatch):
    book(path, f"<row>{CELL}</row>" + " " * 3 * 1024 * 1024)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(data.replace(struct.pack("<L", size), struct.pack("<L", 50)))
    assert refused(path) == f"answers.xlsx: The workbook is damaged (its parts cannot be unpacked). {SAVE}"


@pytest.mark.parametrize(
    "xml",
    [
        "<a>" * 100,
        f'<worksheet xmlns="{MAIN}">' + "<sheetData>" * 100,
        '<worksheet a="' + "x" * 20 * 1024 * 1024 + '"/>',
        "<worksheet><!--" + "x" * 20 * 1024 * 1024 + "--></worksheet>",
    ],
)
def test_xml_without_an_end_is_refused(path, xml):
    assert refused(book(path, "", more={"xl/worksheets/sheet1.xml": xml})) == BOMB + SAVE


def test_very_many_elements_are_refused(path, monkeypatch):
    monkeypatch.setattr(opening_xml, "MOST_ELEMENTS", 1000)
    assert refused(book(path, "<x/>" * 1001)) == BOMB + SAVE


def test_entities_are_refused_before_they_grow(path):
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels", "xl/styles.xml"):
        assert refused(book(path, "", more={part: f"{entities}<x>&b;</x>"})) == (
            f"answers.xlsx: The workbook declares a document type, which no spreadsheet writes. {SAVE}"
        )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_without_a_bound_is_refused(path, method):
    assert refused(book(path, CELL, compress_type=method)) == (
        f"answers.xlsx: The part _rels/.rels is packed in a way that no spreadsheet packs. {SAVE}"
    )


def test_too_many_of_anything_is_refused(path, monkeypatch):
    monkeypatch.setattr(opening_kinds, "MOST_PARTS", 3)
    monkeypatch.setattr(opening_xlsx, "MOST_PARTS", 3)
    assert refused(book(path, CELL)) == (
        "answers.xlsx: The workbook holds more than 3 parts. Delete what is no answer."
    )
    monkeypatch.undo()
    monkeypatch.setattr(opening_xlsx, "MOST_ZIPPED", 10)
    assert refused(path).startswith("answers.xlsx: The workbook is larger than the ")
    monkeypatch.undo()
    monkeypatch.setattr(opening_xlsx_parts, "MOST_SHEETS", 2)
    assert refused(book(path, CELL, CELL, CELL)) == (
        "answers.xlsx: The workbook has more than 2 sheets. Keep those with answers."
    )
    monkeypatch.undo()
    monkeypatch.setattr(opening_xlsx_parts, "MOST_STRINGS", 2)
    assert refused(book(path, CELL, strings="<si/>" * 3)) == (
        "answers.xlsx: The workbook holds more than 2 texts. Divide the file."
    )


def test_cells_beyond_the_bounds_are_refused_with_their_place(path):
    long = "x" * 200_001
    assert refused(book(path, f'<row r="7"><c t="str"><v>{long}</v></c></row>')) == (
        "answers.xlsx, sheet S1, row 7: A cell has more than the 200,000 characters that are read. Shorten it."
    )
    assert refused(book(path, CELL, strings=f"<si><t>{long}</t></si>")) == (
        "answers.xlsx: A cell has more than the 200,000 characters that are read. Shorten it."
    )
    assert refused(book(path, '<row><c r="ZZZZ1"><v>1</v></c></row>')) == (
        f"answers.xlsx, sheet S1, row 1: “ZZZZ” is not a column of a spreadsheet. {SAVE}"
    )
    for places in (["XFE1"], ["B1", "A1"], ["A1", "A1"]):
        cells = "".join(f'<c r="{place}"><v>1</v></c>' for place in places)
        assert refused(book(path, f"<row>{cells}</row>")) == (
            "answers.xlsx, sheet S1, row 1: The cells of a row do not stand in their order: the sheet is damaged. "
            f"{SAVE}"
        )


@pytest.mark.parametrize("number", ["1048577", "999999999999", "0", "-1", "x", "3"])
def test_rows_out_of_order_or_beyond_the_last_are_refused(path, number):
    said = number if number == "3" or number == "1048577" else "0"
    assert refused(book(path, f'<row r="3"/><row r="{number}"/>')) == (
        f"answers.xlsx, sheet S1: Row {said} stands behind row 3: the sheet is damaged. {SAVE}"
    )


def test_a_cell_far_away_makes_no_table_of_millions(path, monkeypatch):
    monkeypatch.setattr(opening_xlsx, "MOST_CELLS", 1000)
    monkeypatch.setattr(opening_table, "MOST_CELLS", 1000)
    assert refused(book(path, f"<row>{CELL}</row>" * 5 + '<row><c r="XFD6"><v>1</v></c></row>')) == (
        "answers.xlsx, sheet S1, row 6: The table is larger than the 1,000 cells that are read: its widest row goes to "
        "column XFD. Delete what is no answer, or divide the file."
    )
    assert "sheet S2, row 401" in refused(book(path, *[f"<row>{CELL}</row>" * 600] * 2))
    assert len(open_sheets(book(path, *[f"<row>{CELL}</row>" * 500] * 2))[0]) == 2


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
EXPORT = "Export the answers as .csv or .xlsx."
RESAVE = "Open it in Excel or LibreOffice and save it as .xlsx."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (COMPOUND + "Workbook".encode("utf-16-le"), f"This is a workbook of an old kind (.xls). {RESAVE}"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"),
         "The workbook is locked with a password. Open it in Excel, remove the password (File, Info, Protect Workbook, "
         "Encrypt with Password) and save it."),
        (COMPOUND + "WordDocument".encode("utf-16-le"), f"This is a Word document of an old kind (.doc). {EXPORT}"),
        (COMPOUND, f"This is no table: the file holds neither text nor a workbook. {EXPORT}"),
        (b"%PDF-1.7\n", f"This is a PDF. {EXPORT} A PDF does not hold them as a table."),
        (b"\r\n<html><table><tr><td>a</td></tr></table>", f"This is a web page, whatever its name says. {RESAVE}"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>",
         f"This is an XML file. {EXPORT} If it opens in Excel, save it from there as .xlsx."),
        (b"{\\rtf1 a}", f"This is a rich-text document. {EXPORT}"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0d\x01\x02\x03",
         f"This is no table: the file holds neither text nor a workbook. {EXPORT}"),
        (bytes(1000), f"This is no table: the file holds neither text nor a workbook. {EXPORT}"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_told_whatever_it_is_called(path, data, said):
    assert refused(path, data) == f"answers.xlsx: {said}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("word/document.xml",
         "This is a Word document. For answers, export a .csv or .xlsx; copy a filled form as text into a .txt file."),
        ("ppt/presentation.xml", f"This is a PowerPoint file. {EXPORT}"),
        ("xl/workbook.bin", f"This is a binary workbook (.xlsb). {RESAVE}"),
        ("mimetype", "This is an OpenDocument file (.ods, .odt). Open it in LibreOffice and save it as .xlsx."),
        ("Index/Document.iwa",
         "This is a Numbers or Pages document. Open it on the Mac and export it as .xlsx or .csv."),
        ("survey.csv", "This is a zip folder. Unpack it and give the file within that holds the answers."),
        ("xl/other.xml", f"The workbook is damaged (one of its parts cannot be read). {SAVE}"),
    ],
)  # fmt: skip
def test_a_zip_file_of_another_kind_is_told(path, name, said):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    assert refused(path) == f"answers.xlsx: {said}"


def test_what_is_called_a_workbook_and_is_text_is_read_and_the_other_way_round(tmp_path):
    (tmp_path / "a.xls").write_text("Name\t1\nAnn\tc\n")
    (sheet,), faults = open_sheets(tmp_path / "a.xls")
    assert (rows(sheet), faults) == ({1: ["Name", "1"], 2: ["Ann", "c"]}, ())
    workbook = book(tmp_path / "a.csv", f"<row>{CELL}</row>")
    assert rows(open_sheets(workbook)[0][0]) == {1: ["a"]}


def test_what_is_no_file_is_told(tmp_path):
    for name in (".", "none.csv"):
        with pytest.raises(FaultsError) as error:
            open_sheets(tmp_path / name, name=name)
        assert str(error.value) == f"“{name}” is not a file. Check the name and the folder."


def mutated(data: bytes, dice: random.Random) -> bytes:
    data = bytearray(data)
    for _ in range(dice.randint(1, 20)):
        place = dice.randrange(len(data))
        change = dice.choice(["byte", "cut", "null", "copy"])
        if change == "byte":
            data[place] = dice.randrange(256)
        elif change == "null":
            data[place : place + 8] = bytes(8)
        elif change == "copy":
            data[place:place] = data[place : place + dice.randint(1, 200)]
        elif len(data) > 100:
            del data[place : place + dice.randint(1, 50)]
    return bytes(data)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused_in_words(tmp_path, seed):
    dice = random.Random(seed)
    workbook = openpyxl.Workbook()
    for _ in range(20):
        workbook.active.append([dice.choice(["We partly do this", 5, 1.1, True, "=1+1"]) for _ in range(5)])
    workbook.save(tmp_path / "good.xlsx")
    good = (tmp_path / "good.xlsx").read_bytes()
    text = b'Name;"Caf\xe9; 1";2\r\n' + b'Ann;"b\r\nc";d\r\n' * 20
    for data in (mutated(good, dice), mutated(text, dice), mutated(text.decode("cp1252").encode("utf-16"), dice)):
        (tmp_path / "bad").write_bytes(data)
        try:
            sheets, faults = open_sheets(tmp_path / "bad")
        except FaultsError as error:
            sheets, faults = (), error.faults
        assert sheets or faults
        assert all(fault.what and "Traceback" not in str(fault) for fault in faults)


@pytest.mark.parametrize("part", ["workbook.xml", "worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml"])
@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_part_is_read_or_refused_in_words(path, part, seed):
    styles = '<numFmts><numFmt numFmtId="170" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    cells = '<row r="1"><c r="A1" s="0"><v>46082</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c></row>'
    book(path, cells, strings="<si><t>a</t></si>", styles=styles)
    with zipfile.ZipFile(path) as archive:
        good = archive.read(f"xl/{part}")
    bad = {f"xl/{part}": mutated(good, random.Random(seed))}
    book(path, cells, strings="<si><t>a</t></si>", styles=styles, more=bad)
    try:
        sheets, faults = open_sheets(path)
    except FaultsError as error:
        sheets, faults = (), error.faults
    assert sheets or faults


def test_a_sheet_that_says_it_holds_everything_is_read_by_what_it_holds(path):
    xml = sheet_xml(f"<row>{CELL}</row>").replace('ref="A1"', 'ref="A1:XFD1048576"')
    assert rows(open_sheets(book(path, "", more={"xl/worksheets/sheet1.xml": xml}))[0][0]) == {1: ["a"]}
