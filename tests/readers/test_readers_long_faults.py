"""What is wrong in a long CSV is said all at once, each fault with its row and what to do."""

import pytest
from zoo import CDRP, CSIT

from assesslib.faults import FaultsError
from assesslib.readers import ratings_faults, read_ratings

KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(here, text, framework=CSIT):
    (here / "said.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        read_ratings("said.csv", framework)
    assert error.value.faults == tuple(one for one in ratings_faults("said.csv", framework) if not one.handled)
    return str(error.value).split("\n")


def test_every_fault_of_a_file_is_said_at_once_in_the_order_of_its_rows(here):
    assert faults(here,
        "member,item,level,section,date,at,round,state\n"
        "ann,99,c,,,,,\n"
        ",2,f,,,,,\n"
        "ann,3,,,2026-13-01,soon,3,rated\n"
        "ann,4,c,review,03/03/2026,,,\n"
        "ann,5,c\n"
        "ann,1,c,,,,,\n"
        "ann,,,,,,,\n"
        "ann,1,d,,,,,\n"
    ) == [
        f"said.csv, row 2, column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. "
        "Correct the cell.",
        "said.csv, row 3, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.",
        "said.csv, row 3, column member: The member is missing. Say whose rating this is.",
        "said.csv, row 4, column round: “3” is not a round. Allowed: 0, 1, 2; nearest: 2. Correct the cell.",
        "said.csv, row 4, column level: The level is missing where the state is rated. Allowed: a, b, c, d, e. "
        "Give a level, or make the state blank.",
        "said.csv, row 4, column date: “2026-13-01” is not a date. Write it like 2026-03-01.",
        "said.csv, row 4, column at: “soon” is not a time. Write it like 2026-03-01T09:15:00Z.",
        "said.csv, row 5, column section: “review” is not the section of item 4. "
        "Allowed: preparing; nearest: preparing. Correct the cell.",
        "said.csv, row 5, column date: “03/03/2026” is not a date. Write it like 2026-03-01.",
        "said.csv, row 6: “ann,5,c” has 3 cells where 8 belong. Put the row right; it was set aside.",
        "said.csv, row 8, column item: The key feature is missing. Say what was rated.",
        "said.csv, row 9, column member: “ann” has item 1 a second time in round 1. Keep one of the rows.",
    ]  # fmt: skip


def test_the_same_member_with_spaces_is_the_same_member(here):
    assert faults(here, "member,item,level\nann,1,c\n ann ,1,c\n") == [
        "said.csv, row 3, column member: “ann” has item 1 a second time in round 1. Keep one of the rows."
    ]


def test_a_whole_rating_beside_facets_of_the_same_answer_is_refused(here):
    assert faults(here, "member,item,level,facet\nann,1.1,G,local\nann,1.1,W,\nbob,1.1,W,\n", CDRP) == [
        "said.csv, row 3, column member: “ann” has item 1.1 both as a whole and by facet. "
        "Keep this row, or the rows of the facets."
    ]


def test_a_torn_last_row_is_refused(here):
    assert faults(here, 'member,item,level\nann,1,c\nann,2,"d') == [
        "said.csv, row 3: “ann,2,d” The row is not finished. Complete it or delete it."
    ]


def test_missing_columns_and_an_empty_file(here):
    assert faults(here, "who;what\nann;1\n") == [
        f"said.csv, row 1: “{column}” is a column this file must have and does not. It has: who, what. "
        "Add the column or put its name right."
        for column in ("member", "item", "level")
    ]
    assert faults(here, "") == [
        "said.csv: The file is empty. Its first row must name the columns: member, item, level."
    ]


@pytest.mark.parametrize(
    ("column", "like"), [("rounds", "round"), ("runde", "round"), ("organization", "organisation"),
                         ("comments", "comment"), ("states", "state"), ("dates", "date")],
)  # fmt: skip
def test_a_column_that_is_misspelt_is_refused_and_not_passed_over(here, column, like):
    assert faults(here, f"member,item,level,{column}\nann,1,c,2\nann,1,d,1\n") == [
        f"said.csv, row 1: “{column}” is not a column that is read, and “{like}” is missing. "
        f"Call it {like}, or something less like it."
    ]


def test_a_column_of_one_s_own_is_told_and_read_around(here):
    (here / "said.csv").write_text("member,item,level,round,rounds,empty\nann,1,c,2,x,\n")
    assert list(read_ratings("said.csv", CSIT)["round"]) == [2]
    [told] = ratings_faults("said.csv", CSIT)
    assert told.handled
    assert str(told) == (
        "said.csv, row 1: “rounds” is not a column that is read. Allowed: assessment, date, member, organisation, "
        "role, section, item, facet, round, state, level, comment and 1 more; nearest: round. "
        "Name it rightly if it shall be."
    )


def test_a_column_that_stands_twice_is_refused(here):
    assert faults(here, "member,item,level,Level\nann,1,c,d\n") == [
        "said.csv, row 1: “level” is a column that stands twice. Keep the right one; until then no row is used."
    ]
