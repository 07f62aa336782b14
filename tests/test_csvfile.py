"""CSV text: what a spreadsheet would run is guarded, and what it left is decoded and told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assesslib import csvfile

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FORMULAS = st.sampled_from(["=1+1", "+1", "-1", "@x", "'=1", "''-", "\t=", "\r\n", '"', "a;b,c\td", "＝1"])


@given(TEXTS | FORMULAS)
def test_guarding_is_undone_exactly(text):
    assert csvfile.unguard(csvfile.guard(text)) == text


@given(st.sampled_from("=+-@\t\r"), TEXTS)
def test_a_guarded_text_never_begins_as_a_formula(first, rest):
    assert csvfile.guard(first + rest)[0] == "'"


@given(TEXTS | FORMULAS, TEXTS | FORMULAS)
def test_a_line_is_one_record_with_the_cells_it_was_made_of(first, last):
    text = "at,item,comment\n" + csvfile.line(["1", first, last])
    assert list(csvfile.records(text))[1:] == [(2, ["1", first, last])]


def test_a_file_of_two_encodings_is_read_line_by_line_and_the_first_odd_one_is_named():
    assert csvfile.decode(b"caf\xc3\xa9\ncaf\xe9\n") == ("café\ncafé\n", 2)


def test_a_mark_that_was_cut_short_is_no_text():
    assert csvfile.decode(b"\xef\xbb\xef\xbb\xbfat\n") == ("at\n", None)


def test_a_row_cut_short_is_told_from_a_whole_one():
    whole = csvfile.line(["1", "two"])
    assert csvfile.ends_whole(whole, 2, 2)
    assert [csvfile.until_end(whole[:end])[1] for end in (4, 5, 7)] == [True, True, False]
    assert [csvfile.ends_whole(text, 2, 2) for text in ("1,two", "1,")] == [True, False]


EVEN = 'a,"b, b"\nc,"d ""e"", \n"\n"",f'


@pytest.mark.parametrize("block", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("text", "even"),
    [(EVEN, True), (f"{EVEN}\r\n", True), (f"{EVEN}\n\n", False), (f"{EVEN}\ng\n", False), ('a,b"\n"c,d', False),
     ("a;b\nc,d\n", False)],
)  # fmt: skip
def test_rows_are_even_wherever_the_file_is_cut_into_blocks(tmp_path, monkeypatch, text, even, block):
    monkeypatch.setattr("assesslib.csvfile._BLOCK", block)
    (tmp_path / "x.csv").write_bytes(text.encode())
    assert csvfile.is_even(tmp_path / "x.csv", ",", 2) is even


@pytest.mark.parametrize("block", [1, 4])
def test_a_zero_byte_is_found_in_any_block(tmp_path, monkeypatch, block):
    monkeypatch.setattr("assesslib.csvfile._BLOCK", block)
    (tmp_path / "x.csv").write_bytes(b"a,b\n0,\0\n")
    (tmp_path / "y.csv").write_bytes(b"a,b\n0,0\n")
    assert [csvfile.has_zero_byte(tmp_path / name) for name in ("x.csv", "y.csv")] == [True, False]


@given(st.lists(st.one_of(TEXTS, FORMULAS), min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_no_guarded_cell_is_passed_over(cells, delimiter):
    text = csvfile.line(cells, delimiter)
    if any(csvfile.guard(cell) != cell for cell in cells):
        assert csvfile.may_be_guarded(text)


def test_an_apostrophe_within_a_cell_guards_nothing():
    assert not csvfile.may_be_guarded("at,text\n1,it's the Smiths' turn\n")
