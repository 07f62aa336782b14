"""A block from a spreadsheet: every readable cell finds its place, every other one is reported where it stands."""

import pytest
from zoo import CDRP, CSIT

from assesslib.readers.pasted import read_answer, read_pasted

TEAM = {"ann": "Ann", "bob": "Bob Low", "cas": ""}
DO = "Use a, b, c, d, e, a number from 1 to 5, the words of a level, ? or n/a, or leave the cell empty."


def cells(text, framework=CSIT, **start):
    return [(one.item, one.member, one.level or one.state) for one in read_pasted(text, framework, TEAM, **start).cells]


def faults(text, **start):
    return [str(fault) for fault in read_pasted(text, CSIT, TEAM, **start).faults]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("c", ("rated", "c")),
        (" C ", ("rated", "c")),
        ("3", ("rated", "c")),
        ("we  partly DO this", ("rated", "c")),
        ("c – We partly do this", ("rated", "c")),
        ("3. We partly do this", ("rated", "c")),
        ("We do all of this most of the time", ("rated", "d")),
        ("?", ("dont_know", "")),
        ("Don’t know", ("dont_know", "")),
        ("n/a", ("not_applicable", "")),
        ("NA", ("not_applicable", "")),
        ("–", ("not_applicable", "")),
        ("0", None),
        ("6", None),
        ("c/d", None),
        ("", None),
        ("!", None),
    ],
)
def test_an_answer_is_read_as_people_write_it(text, answer):
    assert read_answer(text, CSIT) == answer


def test_a_block_starts_at_the_first_cell_or_where_it_is_told():
    assert cells("a\tb\r\nc\td\r\n") == [("1", "ann", "a"), ("1", "bob", "b"), ("2", "ann", "c"), ("2", "bob", "d")]
    assert cells("a\nb", item="5", member="cas") == [("5", "cas", "a"), ("6", "cas", "b")]


def test_empty_cells_and_rows_are_passed_over():
    assert cells("a\t\tb\n\n\t?\t \n") == [("1", "ann", "a"), ("1", "cas", "b"), ("3", "bob", "dont_know")]


def test_a_cell_that_is_no_answer_is_reported_with_its_place_and_the_rest_is_read():
    assert cells("a\tz\nb\tc") == [("1", "ann", "a"), ("2", "ann", "b"), ("2", "bob", "c")]
    assert faults("a\tz\nb\tc") == [f"row 1, column 2 (Bob Low, key feature 1): “z” is not an answer. {DO}"]


def test_cells_beyond_the_grid_are_reported():
    assert faults("a\tb", member="cas") == [
        "row 1, column 2 (key feature 1): “b” stands in a column that is no member’s. "
        "Begin further left, or name the member above it."
    ]
    assert faults("a\nb", item="37") == [
        "row 2, column 1 (Ann): “b” stands in a row that is none of the key features. Begin further up."
    ]


def test_a_first_row_of_names_says_whose_answers_stand_below():
    said = read_pasted("bob low\tANN\tDot\na\tb\tc\n", CSIT, TEAM, item="4", member="cas")
    assert [(one.item, one.member, one.level) for one in said.cells] == [("4", "bob", "a"), ("4", "ann", "b")]
    assert (said.headed, said.numbered) == (True, False)
    assert [str(fault) for fault in said.faults] == [
        "row 2, column 3 (key feature 4): “c” stands in a column that is no member’s. "
        "Begin further left, or name the member above it."
    ]


def test_a_first_column_of_numbers_says_which_row_is_which():
    assert cells("No.\tAnn\tcas\n7. Leaders meet\ta\tb\n2\tc\t\n") == [
        ("7", "ann", "a"), ("7", "cas", "b"), ("2", "ann", "c"),
    ]  # fmt: skip
    assert cells("1.2\tG\n1.1 Leaders\tD", CDRP) == [("1.2", "ann", "G"), ("1.1", "ann", "D")]


def test_numbers_that_may_be_levels_are_levels_unless_they_count_their_own_rows():
    assert cells("1\ta\n2\tb") == [("1", "ann", "a"), ("1", "bob", "a"), ("2", "ann", "b"), ("2", "bob", "b")]
    counted = "1\ta\n2\tb\n3\tc\n4\td"
    assert cells(counted) == [("1", "ann", "a"), ("2", "ann", "b"), ("3", "ann", "c"), ("4", "ann", "d")]
    assert read_pasted(counted, CSIT, TEAM).numbered
    assert cells("1\n2\n3\n4") == [("1", "ann", "a"), ("2", "ann", "b"), ("3", "ann", "c"), ("4", "ann", "d")]


def test_names_that_two_members_share_place_nothing():
    said = read_pasted("Jo\tAnn\na\tb", CSIT, {"jo-1": "Jo", "jo-2": "Jo", "ann": "Ann"})
    assert [(one.member, one.level) for one in said.cells] == [("ann", "b")]
    assert [fault.value for fault in said.faults] == ["a"]


def test_quotes_of_a_spreadsheet_keep_a_cell_with_a_line_end_whole():
    assert cells('a\t"b:\nWe are in the early stages of developing this"\nc\td') == [
        ("1", "ann", "a"), ("1", "bob", "b"), ("2", "ann", "c"), ("2", "bob", "d"),
    ]  # fmt: skip
    assert cells('"\ta\n"\tb') == [("1", "bob", "a"), ("2", "bob", "b")]


def test_what_was_pasted_is_shown_short_and_as_text():
    [fault] = faults("<script>" + "x" * 90)
    assert fault == f"row 1, column 1 (Ann, key feature 1): “<script>{'x' * 51}…” is not an answer. {DO}"


@pytest.mark.parametrize("text", ["", "\n", "\t\n\t"])
def test_nothing_pasted_says_nothing(text):
    assert read_pasted(text, CSIT, TEAM).cells == ()
    assert read_pasted(text, CSIT, TEAM).faults == ()


def test_a_sheet_of_all_answers_goes_through_every_section():
    said = read_pasted("\n".join("abc"[row % 3] + "\t?" for row in range(37)), CSIT, TEAM)
    assert len(said.cells) == 74
    assert (said.cells[-2].item, said.cells[-2].member, said.cells[-2].level) == ("37", "ann", "a")
