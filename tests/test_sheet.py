"""Sheets in every shape that spreadsheets leave them, and what is said of one that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assesslib.sheet import read_sheet, write_sheet

PLAIN = "at,item,comment\n1,2,café\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FORMULAS = st.sampled_from(["=1+1", "+1", "-1", "@x", "'=1", "''-", "\t=", "\r\n", '"', "a;b,c\td", "＝1"])


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("cp1252"),
        PLAIN.replace(",", ";").encode("cp1252"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(",", ";").replace("\n", ";;\n").encode(),
        b"at,item,comment\n\n1,2,caf\xe9\n\n",
        'at,item,comment\n"1,2,café"\n'.encode(),
    ],
    ids=[
        "utf-8",
        "bom",
        "utf-16",
        "windows",
        "semicolons",
        "tabs",
        "crlf",
        "cr",
        "spare cells",
        "empty rows",
        "folded",
    ],
)
def test_the_same_cells_come_out_of_every_way_to_save_them(tmp_path, data):
    (tmp_path / "x.csv").write_bytes(data)
    sheet = read_sheet(tmp_path / "x.csv", ["at"], ["at", "item", "comment", "more"])
    assert [cells for _, cells in sheet.rows] == [{"at": "1", "item": "2", "comment": "café", "more": ""}]
    assert not [fault for fault in sheet.faults if not fault.handled]


def test_row_numbers_are_those_a_spreadsheet_shows(tmp_path):
    (tmp_path / "x.csv").write_text('at,text\n1,"two\nlines"\n\n3,x\n')
    sheet = read_sheet(tmp_path / "x.csv", ["at"], ["at", "text"])
    assert [(row, cells["text"]) for row, cells in sheet.rows] == [(2, "two\nlines"), (4, "x")]


def faults_of(tmp_path, data):
    (tmp_path / "x.csv").write_bytes(data)
    return [str(fault) for fault in read_sheet(tmp_path / "x.csv", ["at", "item"], ["at", "item"]).faults]


def test_missing_columns_are_all_named(tmp_path):
    assert faults_of(tmp_path, b"time,thing\n1,2\n") == [
        "x.csv, row 1: “at” is a column this file must have and does not. It has: time, thing. "
        "Add the column or put its name right.",
        "x.csv, row 1: “item” is a column this file must have and does not. It has: time, thing. "
        "Add the column or put its name right.",
        "x.csv, row 1: “time” is not a column that is read. Allowed: at, item; nearest: item. "
        "Name it rightly if it shall be.",
        "x.csv, row 1: “thing” is not a column that is read. Allowed: at, item; nearest: at. "
        "Name it rightly if it shall be.",
    ]


def test_a_column_that_stands_twice_is_a_fault_and_no_row_is_used(tmp_path):
    assert faults_of(tmp_path, b"at,item,At,mine,mine\n1,2,3,,\n") == [
        "x.csv, row 1: “at” is a column that stands twice. Keep the right one; until then no row is used."
    ]
    assert read_sheet(tmp_path / "x.csv", ["at"], ["at", "item"]).rows == ()


def test_a_strange_column_is_told_where_it_holds_text_and_needs_nothing_doing(tmp_path):
    (tmp_path / "x.csv").write_text("at,item,items,empty,\n1,2,x,  ,y\n")
    sheet = read_sheet(tmp_path / "x.csv", ["at"], ["at", "item"])
    assert [(str(fault), fault.handled) for fault in sheet.faults] == [
        ("x.csv, row 1: “items” is not a column that is read. Allowed: at, item; nearest: item. "
         "Name it rightly if it shall be.", True),
        ("x.csv, row 1: A column without a name holds text and is not read. Name it rightly if it shall be.", True),
    ]  # fmt: skip
    assert sheet.rows == ((2, {"at": "1", "item": "2"}),)


def test_a_strange_column_that_may_be_one_that_is_missing_is_a_fault(tmp_path):
    (tmp_path / "x.csv").write_text("at,rounds\n1,2\n")
    sheet = read_sheet(tmp_path / "x.csv", ["at"], ["at", "round"])
    assert [(str(fault), fault.handled) for fault in sheet.faults] == [
        ("x.csv, row 1: “rounds” is not a column that is read, and “round” is missing. "
         "Call it round, or something less like it.", False),
    ]  # fmt: skip
    assert sheet.rows == ()


def test_a_row_of_the_wrong_length_is_set_aside_and_shown(tmp_path):
    assert faults_of(tmp_path, b"at,item\n1\n1,2,3\n1,2\n") == [
        "x.csv, row 2: “1” has 1 cell where 2 belong. Put the row right; it was set aside.",
        "x.csv, row 3: “1,2,3” has 3 cells where 2 belong. Put the row right; it was set aside.",
    ]


def test_an_empty_file_says_what_it_needs(tmp_path):
    assert faults_of(tmp_path, b"") == ["x.csv: The file is empty. Its first row must name the columns: at, item."]


def test_a_file_that_cannot_be_read_says_so(tmp_path):
    [fault] = read_sheet(tmp_path, ["at"], ["at"], "x.csv").faults
    assert str(fault) == (
        "x.csv: The file cannot be read (Is a directory). Close it in other programs, or copy it here again."
    )


def test_windows_text_is_read_and_the_line_named(tmp_path):
    assert faults_of(tmp_path, b"at,item\n1,2\n1,caf\xe9\n") == [
        "x.csv, line 3: The text is not UTF-8; it was read as Windows text. "
        "Nothing is lost; save as “CSV UTF-8” another time."
    ]


@given(st.lists(st.lists(TEXTS | FORMULAS, min_size=2, max_size=2), max_size=4))
def test_written_sheets_read_back_equal(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("sheet") / "x.csv"
    rows = [["1", *row] for row in rows]
    write_sheet(path, ["at", "item", "comment"], rows)
    sheet = read_sheet(path, ["at"], ["at", "item", "comment"])
    assert [list(cells.values()) for _, cells in sheet.rows] == rows
    assert not sheet.faults


def test_a_sheet_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("old")
    with pytest.raises(TypeError):
        write_sheet(path, ["at"], [["good"], [None]])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
