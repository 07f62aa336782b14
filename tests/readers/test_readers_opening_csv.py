"""Text tables of every delimiter, encoding and line end; what is wrong in them is told by the row, or worked around."""

import csv
import io
import random

import pytest
from readers.opening_kit import opened, refused, rows, table, told

from assesslib.csvfile import line
from assesslib.readers.opening import csv_table as opening_csv
from assesslib.readers.opening import open_sheets
from assesslib.readers.opening import rows as opening_rows
from assesslib.readers.opening import table as opening_table
from assesslib.readers.opening import text as opening_text

READ = {1: ["Name", "Café, 1"], 2: ["Ann", "c"]}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "answers.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_the_same_in_every_dialect(path, encoding, end, delimiter):
    text = f'Name{delimiter}"Café, 1"{end}Ann{delimiter}c{end}'
    assert table(path, text.encode(encoding)) == READ
    assert table(path, text.removesuffix(end).encode(encoding)) == READ


def test_windows_text_is_read_and_told_with_its_line(path):
    data = b"Name;1\nAnn;c\n" + "Café;d\n".encode("cp1252") + "Zoë;e\n".encode()
    (sheet,), faults = opened(path, data)
    assert rows(sheet) == {1: ["Name", "1"], 2: ["Ann", "c"], 3: ["Café", "d"], 4: ["Zoë", "e"]}
    assert [str(fault) for fault in faults if fault.handled] == [
        "answers.csv, line 3: The text is not UTF-8; it was read as Windows text. "
        "Nothing is lost; save as “CSV UTF-8” another time."
    ]


def test_lines_are_counted_over_blocks(path, monkeypatch):
    monkeypatch.setattr(opening_text, "MEGABYTE", 16)
    data = b"Name;1\n" + b"Ann;c\n" * 49 + b"\xef\xbb\xbfBo;d\nCaf\xe9;\0d\r\n"
    (sheet,), faults = opened(path, data)
    assert (rows(sheet)[51], rows(sheet)[52]) == (["Bo", "d"], ["Café", "d"])
    assert [(fault.line, fault.what) for fault in faults] == [
        (52, "The text is not UTF-8; it was read as Windows text"),
        (52, "Null characters stand in the text; they were left out"),
    ]


def test_a_character_that_nothing_can_read_is_told(path):
    assert told(path, b"Name,1\nAnn\x81,c\n\xff,d\n") == [
        ("answers.csv, line 2: The text is not UTF-8; it was read as Windows text. "
         "Nothing is lost; save as “CSV UTF-8” another time.", True),
        ("answers.csv, line 2: A character cannot be read; it stands as a question mark in a black square. "
         "Save the file as “CSV UTF-8” where it was made, if the text matters.", True),
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n'])
def test_a_first_line_may_say_the_delimiter_and_is_no_row(path, start):
    assert table(path, f"{start}a,b;c,d\n1,2;3\n") == {1: ["a,b", "c,d"], 2: ["1,2", "3"]}


def test_the_delimiter_is_not_that_of_the_heading_alone(path):
    text = "Name;We plan, do, and review;Well, mostly\nAnn;a;b, c\nBo;b;c\n"
    assert table(path, text)[1] == ["Name", "We plan, do, and review", "Well, mostly"]
    assert table(path, "A title, and more, of this\nName;1;2\nAnn;a;b\nBo;b;c\n")[3] == ["Ann", "a", "b"]
    assert table(path, 'Name,"1; 2; 3"\nAnn,a;b;\nBo,c;\n')[2] == ["Ann", "a;b;"]


def test_rows_are_counted_as_a_spreadsheet_does(path):
    text = 'a,b\n"two\nlines",1\n\n,\n , \nx,"say ""so"", he said"\n'
    assert table(path, text) == {1: ["a", "b"], 2: ["two\nlines", "1"], 6: ["x", 'say "so", he said']}


def test_short_rows_are_filled_and_empty_columns_at_the_end_left_out(path):
    assert table(path, "a,b,c,,\n1,,,,\n1,2\n") == {1: ["a", "b", "c"], 2: ["1", "", ""], 3: ["1", "2", ""]}


def test_the_frame_holds_texts_and_counts_columns_from_0(path):
    (sheet,), _ = opened(path, "a,b\n1,\n")
    assert (sheet.file, sheet.name, dict(sheet.odd)) == ("answers.csv", "", {})
    assert list(sheet.cells.columns) == [0, 1]
    assert set(map(str, sheet.cells.dtypes)) == {"str"}
    assert str(sheet.cells.index.dtype) == "int64"


def test_what_the_toolkit_wrote_comes_back(path):
    cells = ["=1+1", "'=x", "-5", "plain", "it's"]
    assert table(path, line(["a", "b", "c", "d", "e"]) + line(cells))[2] == cells


def test_a_row_with_more_cells_may_be_shifted_and_is_told(path):
    (sheet,), faults = opened(path, "name,comment,1\nAnn,good, but slow,c\nBo,,d\n")
    assert rows(sheet)[2] == ["Ann", "good", " but slow", "c"]
    assert [str(fault) for fault in faults if not fault.handled] == [
        "answers.csv, row 2: The row has 4 cells where a usual one has 3, so that answers may stand under a wrong "
        "heading. Put a text that holds the separator in quotation marks, or empty the cells behind the usual ones."
    ]


def test_a_fault_of_very_many_rows_is_cut_short(path):
    (_,), faults = opened(path, "a,b\n" + "1,2\n" * 100 + "1,2,3\n" * 50)
    assert len(faults) == 21
    assert str(faults[-1]) == "answers.csv: 30 rows more below row 121 have the same fault as it."


def test_a_row_that_was_folded_into_one_cell_is_unfolded(path):
    (sheet,), faults = opened(path, 'name,1,2\n"Ann,""b, c"",d"\nBo,a,b\n')
    assert rows(sheet)[2] == ["Ann", "b, c", "d"]
    assert [(str(fault), fault.handled) for fault in faults] == [
        ("answers.csv, row 2: The whole row stood in one cell; it was divided. Nothing needs doing.", True)
    ]
    (sheet,), faults = opened(path, '"name,1"\n"Ann,b"\n')
    assert rows(sheet) == {1: ["name", "1"], 2: ["Ann", "b"]}


def test_a_last_row_that_was_cut_is_told(path):
    assert told(path, "name,1,2\nAnn,b,c\nBo,d") == [
        ("answers.csv, row 3: The last row ends early; the file may have been cut off. "
         "Look whether its answers are all there.", True)
    ]  # fmt: skip


def test_a_quotation_mark_within_quotation_marks(path):
    (sheet,), faults = opened(path, 'a,b,c\n1,"he said "yes" to it",c\n2,x,d\n')
    assert rows(sheet)[2] == ["1", 'he said yes" to it"', "c"]
    assert [(str(fault), fault.handled) for fault in faults] == [
        ("answers.csv, row 2: A quotation mark stands within a cell that is in quotation marks; "
         "the row still has all its cells. Double it where the file was made.", True)
    ]  # fmt: skip


def test_rows_that_a_stray_quotation_mark_runs_together_are_not_guessed(path):
    (sheet,), faults = opened(path, 'a,b,c\n1,"abc,c\n2,"def",d\n3,x,e\n')
    assert rows(sheet) == {1: ["a", "b", "c"], 3: ["3", "x", "e"]}
    assert [(str(fault), fault.handled) for fault in faults] == [
        ("answers.csv, line 2, row 2, column B: “abc,c” begins with a quotation mark that closes in the middle of a "
         "text, so that cells cannot be told apart. Close it, or double it if it belongs to the text; these lines "
         "were not read.", False)
    ]  # fmt: skip


OPEN = (
    "answers.csv, line 3, row 3, column B: “x” begins with a quotation mark that never closes, so that the rest of "
    "the file stands within this cell. Close it, or double it if it belongs to the text; the rest of the file was "
    "not read."
)


def test_a_quotation_mark_that_never_closes_is_told_where_it_opens(path, monkeypatch):
    text = 'a,b\n1,2\n3,"x\n' + "4,5\n" * 1000
    (sheet,), faults = opened(path, text)
    assert rows(sheet) == {1: ["a", "b"], 2: ["1", "2"]}
    assert [(str(fault), fault.handled) for fault in faults] == [(OPEN, False)]
    monkeypatch.setattr(opening_rows, "MOST_LINE", 100)
    assert told(path, text + '"\n') == [(OPEN, False)]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b" , ,\n,\n", b"sep=;\n"])
def test_a_file_without_text_is_refused(path, data):
    assert refused(path, data) == (
        "answers.csv: The file holds no text. Look whether it was exported with its answers."
    )


def test_a_file_beyond_the_bounds_is_refused(path, monkeypatch):
    monkeypatch.setattr(opening_csv, "MOST_TEXT", 10)
    assert refused(path, "a,b,c,d,e,f\n").startswith("answers.csv: The file is larger than the ")


def test_a_line_without_an_end_is_refused(path):
    assert refused(path, b"a," * 5 * 1024 * 1024) == (
        "answers.csv: A line is longer than 8 megabytes. This is no table: look at it in a text editor, or export "
        "it again."
    )


def test_a_cell_beyond_the_bounds_is_refused_with_its_place(path):
    assert refused(path, "a,b\n1," + "x" * 200_001 + "\n") == (
        "answers.csv, row 2, column B: The cell has 200,001 characters, more than the 200,000 that are read. "
        "Shorten it: this is no answer."
    )
    assert table(path, "a,b\n1," + "x" * 200_000 + "\n")[2][1] == "x" * 200_000


def test_a_row_beyond_the_bounds_is_refused(path):
    assert refused(path, "a\n" + "1," * 20_000 + "1\n") == (
        "answers.csv, row 2: The row has 20,001 cells, more than the 16,384 of a spreadsheet. "
        "Export it again with a row for each response."
    )


def test_a_table_beyond_the_bounds_is_refused(path, monkeypatch):
    monkeypatch.setattr(opening_table, "MOST_ROWS", 3)
    assert refused(path, "a,b\n" * 4) == (
        "answers.csv, row 4: The table has more than 3 rows. Divide the file."
    )


def test_it_is_told_how_far_the_reading_is(path):
    path.write_text("a,b\n" * 2500)
    said = []
    open_sheets(path, told=said.append)
    assert said == [1000, 2000, 2500]


@pytest.mark.parametrize("seed", range(30))
def test_what_a_csv_writer_wrote_is_read_as_it_was(path, seed):
    dice = random.Random(seed)
    pieces = ["a", "é", "’", '"', ",", ";", "\t", "|", "\n", "\r\n", " ", "😀", "\v", "\u2028", "x y", "1"]
    cells = [["h" + "".join(dice.choices(pieces, k=dice.randint(0, 6))) for _ in range(6)] for _ in range(40)]
    text = io.StringIO()
    csv.writer(text, delimiter=dice.choice(",;\t|"), quoting=csv.QUOTE_ALL).writerows(cells)
    assert list(table(path, text.getvalue().encode(dice.choice(["utf-8", "utf-16"]))).values()) == cells
