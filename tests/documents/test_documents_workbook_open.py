"""A workbook that came back is looked at before it is taken in: one that would fill the memory is refused in words."""

from itertools import pairwise
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from assesslib.documents.workbook_open import MOST_TAGS, marks_in, open_workbook, text_of
from assesslib.faults import FaultsError

BROKEN = (
    "“a.xlsx” is not a workbook that can be read, or one under a password. Open it in a spreadsheet, and save it as "
    ".xlsx without a password."
)
MEGABYTE = 1024 * 1024


def plain(path):
    """A workbook with one cell."""
    book = openpyxl.Workbook()
    book.active["A1"] = '{"is": "mine", "year": 2026}'
    book.save(path)
    return path


def with_part(path, chunk, times, name="xl/worksheets/sheet9.xml"):
    """The same workbook with one more part, which holds a chunk many times."""
    plain(path)
    with ZipFile(path, "a", ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as part:
        for _ in range(times):
            part.write(chunk)
    return path


def refused(path):
    with pytest.raises(FaultsError) as caught:
        open_workbook(path)
    return str(caught.value)


def test_a_workbook_is_opened_and_its_mark_is_known(tmp_path):
    cell = open_workbook(plain(tmp_path / "a.xlsx")).active["A1"]
    assert text_of(cell) == '{"is": "mine", "year": 2026}'
    assert (marks_in(cell, "mine"), marks_in(cell, "yours")) == ({"is": "mine", "year": "2026"}, {})


def test_a_small_file_that_unpacks_to_very_much_is_refused(tmp_path):
    path = with_part(tmp_path / "a.xlsx", bytes(MEGABYTE), 256)
    assert path.stat().st_size < 4 * MEGABYTE
    assert refused(path) == (
        "“a.xlsx” unpacks to more than 256 megabytes. Take out pictures and whatever is no answer."
    )


def test_a_small_file_that_holds_very_many_cells_is_refused(tmp_path):
    path = with_part(tmp_path / "a.xlsx", b"<c/>" * 1000, MOST_TAGS // 1000)
    assert refused(path) == (
        "“a.xlsx” holds more than a workbook that was handed out can. Take out whatever is no answer."
    )


def test_a_file_of_very_many_parts_is_refused(tmp_path):
    path = plain(tmp_path / "a.xlsx")
    with ZipFile(path, "a") as archive:
        for number in range(10_000):
            archive.writestr(f"{number}.xml", b"")
    assert refused(path) == "“a.xlsx” holds more than 10,000 parts. Delete what is no answer."


def test_a_part_that_is_packed_as_no_spreadsheet_does_is_refused(tmp_path):
    path = plain(tmp_path / "a.xlsx")
    with ZipFile(path, "a", ZIP_BZIP2) as archive:
        archive.writestr("xl/more.xml", b"x" * 1000)
    assert refused(path) == BROKEN


def test_entities_within_entities_are_refused(tmp_path):
    inner = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghij"))
    sheet = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{inner}]><worksheet><sheetData>&j;</sheetData></worksheet>'
    with ZipFile(plain(tmp_path / "plain.xlsx")) as old, ZipFile(tmp_path / "a.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    assert refused(tmp_path / "a.xlsx") == BROKEN


def test_a_cell_far_outside_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == (
        "“a.xlsx” has something in row 1,048,576, column 16,384 of sheet Sheet. Delete the empty rows and columns "
        "behind what was filled in."
    )


@pytest.mark.parametrize(("start", "words"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "The workbook is locked with a "
     "password. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save "
     "it."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "This is a workbook of an old kind (.xls). "
     "Open it in Excel or LibreOffice and save it as .xlsx."),
])  # fmt: skip
def test_a_file_of_another_kind_is_told_what_it_is(tmp_path, start, words):
    (tmp_path / "a.xlsx").write_bytes(start)
    assert refused(tmp_path / "a.xlsx") == f"a.xlsx: {words}"
