"""What a journal holds already, and how a row that is added must begin."""

import pytest

from assesslib import csvfile
from assesslib.journal_text import standing

COLUMNS = ("at", "item", "by")


def test_of_an_empty_file_the_header_is_still_to_be_written():
    found = standing(b"", COLUMNS)
    assert (found.header, found.rows, found.opening) == (COLUMNS, [], csvfile.BOM + "at,item,by\n")


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ('at,item,by\n1,2,""\n', ""),
        ("at,item,by\n1,2,3", "\n"),
        ("at,item,by\n1,2,", ",<unfinished>\n"),
        ("at,item,by\n1,2", ",<unfinished>\n"),
        ('at;item;by\n1;2;"3', '";<unfinished>\n'),
        ('at,item,by\n1,"2\n\n', '",<unfinished>\n'),
        ("at,item,by", "\n"),
        ("at,item,by\r\n1,2,3\r\n", ""),
    ],
)
def test_a_row_begins_after_the_row_before_it_is_ended(text, opening):
    assert standing(text.encode(), COLUMNS).opening == opening


def test_cells_of_a_row_that_was_cut_short_are_read_as_far_as_they_go():
    found = standing(b'At, item ,by\n1,one,"a ""b""\nc', COLUMNS)
    assert (found.header, found.column("item"), found.column("by")) == (COLUMNS, ["one"], ['a "b"\nc'])


def test_only_letters_of_one_byte_can_be_added_to():
    text = 'at,item,by\n1,2,""\n'
    assert [standing(text.encode(way), COLUMNS).holds(COLUMNS) for way in ("utf-8", "utf-16")] == [True, False]
    assert not standing(text.encode(), COLUMNS).holds(("at", "note"))


def test_a_new_row_is_written_in_the_order_and_with_the_delimiter_of_the_file():
    found = standing(b"by;at;item\n", COLUMNS)
    assert found.lines([{"at": "1", "item": "a;b", "by": "Ann"}]) == 'Ann;1;"a;b"\n'
