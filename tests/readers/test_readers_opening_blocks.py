"""Blocks of rows that are told apart at once: the same cells as row by row, and anything unusual is left to that."""

import csv

import pytest

from assesslib.readers.opening.blocks import Feed, plain_block
from assesslib.readers.opening.csv_table import read_text_table
from assesslib.readers.opening.delimiter import Shape

SHAPE = Shape(",", 3)


def test_a_block_is_seen_ahead_only_between_blocks_and_can_be_left_out():
    feed = Feed(["a\nb\n", "c\n", "d\n"])
    assert next(feed) == "a\n"
    assert feed.ahead() == ""
    assert next(feed) == "b\n"
    assert feed.ahead() == "c\n"
    feed.skip()
    assert list(feed) == ["d\n"]
    assert feed.ahead() == ""


def test_a_block_of_nothing_is_passed_over():
    assert list(Feed(["", "a\n", ""])) == ["a\n"]


def test_lines_that_were_put_back_come_once_more():
    feed = Feed(["a\nb\n"])
    feed.put_back([next(feed)])
    assert list(feed) == ["a\n", "b\n"]


@pytest.mark.parametrize("text", [
    'a,"b, c",d\n', 'a,"b ""c""",d\n', 'a,"",d\n', 'a,"""b""",d\n', '"a",b,c\r\nd,"e\nf",g\r\n', 'a,"b\r\nc",d\r\n',
    "é,王,\U0001f600\n", "a,NA,null\n1,001,1.50\n", "a, b ,c\n",
])  # fmt: skip
def test_a_plain_block_holds_the_cells_of_its_rows(text):
    block = plain_block(text, SHAPE, 3)
    rows = list(csv.reader(text.splitlines(keepends=True)))
    assert [list(row) for row in zip(*(column.tolist() for column in block.columns), strict=True)] == rows
    assert (block.rows, block.lines) == (len(rows), text.count("\n"))


def test_a_row_that_ends_early_has_empty_cells():
    block = plain_block("a,b\nc,d,e\n", SHAPE, 3)
    assert [column.tolist() for column in block.columns] == [["a", "c"], ["b", "d"], ["", "e"]]


def test_columns_behind_the_last_that_holds_anything_are_left_out_of_a_table_with_whole_rows_above():
    assert len(plain_block("a,b,\n", SHAPE, 3).columns) == 2
    assert plain_block("a,b,\n", SHAPE, 2) is None


@pytest.mark.parametrize("text", [
    "", "a,b,c", 'a,"b"c,d\n', 'a,b"c",d\n', 'a,b"c,d"e,f\n', 'a,"b,d\n', "\n", "a,b,c\n\nd,e,f\n", "alone\na,b,c\n",
    "a,b,c,d\n", "a,b,c\nd,e,f,g\n", "a,b,c\rd,e,f\n", 'a,"b\rc",d\n', "a,'=b,c\n", "a,b,  \n", "  ,a,b\n", "a,,\n",
    ",,\n", "\N{ZERO WIDTH NO-BREAK SPACE}a,b,c\n",
])  # fmt: skip
def test_a_block_with_anything_unusual_is_not_plain(text):
    assert plain_block(text, SHAPE, 3) is None


def test_a_block_with_a_cell_beyond_the_bounds_is_not_plain():
    assert plain_block(f"a,{'b' * 200_001},c\n", SHAPE, 3) is None


def test_a_table_of_one_column_is_not_plain():
    assert plain_block("abc\n", Shape(",", 1), 1) is None


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Reads a table from lines in blocks of so many bytes."""

    def read(lines, size, told=None):
        (tmp_path / "a.csv").write_text("".join(lines), encoding="utf-8")
        chunks = "assesslib.readers.opening.csv_table.chunks_of"
        monkeypatch.setattr(chunks, lambda file: iter(lambda: file.read(size), b""))
        return read_text_table(tmp_path / "a.csv", "a.csv", told)

    return read


@pytest.mark.parametrize("odd", [
    'x"y,2,3\n', '"x"y,2,3\n', "\n", "alone\n", "1,2,3,4\n", '"1,2,3"\n', "1,2,  \n", "'=1,2,3\n", '"1\n1",2,3\n',
    ",,\n", "1\0,2,3\n", '"1,2,3\n',
])  # fmt: skip
def test_an_unusual_row_among_very_many_is_told_and_numbered_as_where_all_are_looked_at(table, odd):
    lines = ["Name,1,2\n", *(f"P{n},a,b\n" for n in range(400)), odd, *(f"Q{n},c,d\n" for n in range(400))]
    sheet, faults = table(lines, 500)
    whole, told = table(lines, 1_000_000)
    assert sheet.cells.equals(whole.cells)
    assert faults == told


def test_all_rows_of_a_long_table_are_numbered_and_counted(table):
    counts = []
    sheet, faults = table(["Name,1\n", *(f"P{n},a\n" for n in range(3000))], 4000, counts.append)
    assert sheet.cells[0].tolist() == ["Name", *(f"P{n}" for n in range(3000))]
    assert sheet.cells.index.tolist() == list(range(1, 3002))
    assert (faults, counts[-1]) == ((), 3001)
