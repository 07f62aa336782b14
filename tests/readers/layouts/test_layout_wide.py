"""A row for each member: who they are, what each column names, and which rows are nobody's."""

import pandas as pd
import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import tally, transposed, wide
from assesslib.readers.records import RawSheet

CODES = "rater,organisation," + ",".join(str(n) for n in range(1, 38)) + "\n"
TEAM = CODES + f"Ann,Council{',c' * 37}\nBen,Trust{',4' * 36},\n"
GROUPS = """Partnership review;;;;;;;
;;Leadership;;;;Audit and Strategies;
Surname;First name;1.1;Comment;1.2;Comment;2.1;Comment
;;The partnership is effectively led and supported;;Partners have established the purpose;;Strategic priorities;
Low;Ann;G;not yet;W;;S;soon
Bell;Bo;Doing well;;;;N/A;
"""
BELOW = """Name,1.1,1.2,1.3
Ann,G,W,S
Bo,,,
Average,2,2,3
Name,1.1,1.2,1.3
Cas,D,,W
Dee,,,

Key,,,
G,Gap identified,,
W = Working towards,,,
Please return by Friday to the office,,,
"""


def told(said):
    return [(fault.handled, str(fault)) for fault in said.faults]


def uses(said):
    return [(one.at, one.use, one.said, one.why) for one in said.headings]


def who(said, *columns):
    return said.people[list(columns or ("name", "organisation"))].reset_index().values.tolist()


def test_a_row_a_member_and_a_column_an_item():
    said = wide.read(raw(TEAM), CSIT)
    assert wide.recognises(raw(TEAM), CSIT)
    assert (said.layout, said.turned, said.agreed, said.faults) == ("wide", False, None, ())
    assert uses(said) == [(0, "name", (), ""), (1, "organisation", (), "")] + [
        (at + 1, "answer", (str(at),), "") for at in range(1, 38)
    ]
    assert who(said) == [[2, "Ann", "Council"], [3, "Ben", "Trust"]]
    assert said.answers.index.tolist() == [2, 3]
    assert said.answers.values.tolist() == [["c"] * 37, [*["4"] * 36, ""]]


def test_titles_merged_cells_wordings_below_ids_and_comments_beside_them():
    said = wide.read(raw(GROUPS, ";"), CDRP)
    assert wide.recognises(raw(GROUPS, ";"), CDRP)
    assert [(one.at, one.use, one.said, one.section) for one in said.headings] == [
        (0, "name", (), ""),
        (1, "name", (), ""),
        (2, "answer", ("1.1", "The partnership is effectively led and supported"), "Leadership"),
        (3, "answer", ("1.1 comment", "Comment"), "Leadership"),
        (4, "answer", ("1.2", "Partners have established the purpose"), "Leadership"),
        (5, "answer", ("1.2 comment", "Comment"), "Leadership"),
        (6, "answer", ("2.1", "Strategic priorities"), "Audit and Strategies"),
        (7, "answer", ("2.1 comment", "Comment"), "Audit and Strategies"),
    ]
    assert who(said, "name") == [[5, "Ann Low"], [6, "Bo Bell"]]
    assert said.answers.values.tolist() == [
        ["G", "not yet", "W", "", "S", "soon"], ["Doing well", "", "", "", "N/A", ""],
    ]  # fmt: skip
    assert told(said) == [
        (True, "export.csv, column D, F, H: “Comment” was taken for the comment on what stands to its left, "
               "in every such column."),
    ]  # fmt: skip


def test_whole_wordings_are_headings_too_in_any_order():
    items = [item.text.replace('"', "'") for item in CSIT.items]
    text = ",".join(f'"{one}"' for one in reversed(items)) + ",Your name\n" + "b," * 37 + "Ann\n"
    said = wide.read(raw(text), CSIT)
    assert wide.recognises(raw(text), CSIT)
    assert [one.said for one in said.headings] == [*((one,) for one in reversed(items)), ()]
    assert who(said, "name") == [[2, "Ann"]]


def test_rows_that_are_no_member_s_are_left_out_and_told():
    said = wide.read(raw(BELOW), CDRP)
    assert who(said, "name") == [[2, "Ann"], [3, "Bo"], [6, "Cas"], [7, "Dee"]]
    assert said.answers.values.tolist() == [["G", "W", "S"], ["", "", ""], ["D", "", "W"], ["", "", ""]]
    blank = "stands alone in its row and was taken for a member who left everything blank."
    note = "is a note and no member; the row was left out."
    assert told(said) == [
        (True, "export.csv, row 4: “Average” begins a row of figures drawn from the answers; it was left out."),
        (True, "export.csv, row 5: “Name” begins the row of headings once more; it was left out."),
        (True, f"export.csv, row 9: “Key” {note}"),
        (True, f"export.csv, row 10: “G” {note}"),
        (True, f"export.csv, row 11: “W = Working towards” {note}"),
        (True, f"export.csv, row 12: “Please return by Friday to the office” {note}"),
        (True, f"export.csv, row 3: “Bo” {blank}"),
        (True, f"export.csv, row 7: “Dee” {blank}"),
    ]


def test_a_row_of_the_consensus_is_not_a_member_and_is_kept_apart():
    said = wide.read(raw("Name,1.1,1.2\nAnn,G,W\nTeam consensus,G,G\n"), CDRP)
    assert (who(said, "name"), said.agreed, told(said)) == ([[2, "Ann"]], 3, [])
    assert said.answers.loc[3].tolist() == ["G", "G"]


def test_of_two_rows_of_a_consensus_none_is_taken():
    said = wide.read(raw("Name,1.1,1.2\nAnn,G,W\nTeam consensus,G,G\nConsensus,W,W\n"), CDRP)
    assert (who(said, "name"), said.agreed) == ([[2, "Ann"]], None)
    what = "begins one of several rows that hold what was agreed. Keep the one that counts."
    assert told(said) == [(False, f"export.csv, row 3: “Team consensus” {what}"),
                          (False, f"export.csv, row 4: “Consensus” {what}")]  # fmt: skip


@pytest.mark.parametrize("name", ["Max", "Mean Street", "Sam Total Smith"])
def test_a_member_who_is_called_like_a_figure_is_a_member(name):
    said = wide.read(raw(f"Name,1.1,1.2\nAnn,G,W\n{name},G,G\n"), CDRP)
    assert (who(said, "name"), said.faults) == ([[2, "Ann"], [3, name]], ())


def test_anonymous_is_nobody_s_name():
    said = wide.read(raw("Name,Email,1.1,1.2\nAnonymous,anonymous,G,W\nAnn,a@b,G,W\n"), CDRP)
    assert who(said, "name", "email") == [[2, "", ""], [3, "Ann", "a@b"]]


def test_numbers_of_rows_are_dropped_and_an_id_of_a_person_is_kept():
    said = wide.read(raw("No,Name,Date,1.1,1.2,Total score\n1,Ann,2026-03-01,G,W,3\n2,Bo,,G,W,3\n"), CDRP)
    assert [(one.use, one.why) for one in said.headings] == [
        ("dropped", "the number of the row"), ("name", ""), ("submitted", ""), ("answer", ""), ("answer", ""),
        ("dropped", "figures drawn from the answers"),
    ]  # fmt: skip
    assert who(said, "name", "submitted") == [[2, "Ann", "2026-03-01"], [3, "Bo", ""]]
    assert who(wide.read(raw("ID,1.1,1.2\nR7,G,W\nR9,G,W\n"), CDRP), "id") == [[2, "R7"], [3, "R9"]]
    assert who(wide.read(raw("ID,1.1,1.2\n1,G,W\n2,G,W\n"), CDRP), "id") == [[2, "1"], [3, "2"]]


def test_of_two_columns_for_one_thing_the_first_that_holds_anything_counts():
    said = wide.read(raw("Name,Your name,Role,Job title,1.1,1.2\n,Ann,chair,manager,G,W\n"), CDRP)
    assert uses(said)[:4] == [
        (0, "dropped", (), "the name stands in column B"), (1, "name", (), ""), (2, "role", (), ""),
        (3, "dropped", (), "the role stands in column C"),
    ]  # fmt: skip
    assert who(said, "name", "role") == [[2, "Ann", "chair"]]


def test_columns_without_a_heading_are_told_by_what_they_hold():
    said = wide.read(raw(",1.1,1.2,01-Mar,,,\nAnn,G,W,S,G,see above,\n"), CDRP)
    assert uses(said) == [
        (0, "name", (), ""), (1, "answer", ("1.1",), ""), (2, "answer", ("1.2",), ""), (3, "answer", ("01-Mar",), ""),
        (4, "dropped", (), "no heading stands above it"), (5, "dropped", (), "no heading stands above it"),
        (6, "dropped", (), "it is empty"),
    ]  # fmt: skip
    assert told(said) == [
        (True, "export.csv, column A: The column has no heading and was taken for the names."),
        (False, "export.csv, column E: A column without a heading was left out. "
                "Head it with the ref of what was rated, or with “Notes”."),
        (True, "export.csv, column F: A column without a heading was left out."),
    ]  # fmt: skip


def test_an_empty_first_column_and_one_comment_at_the_end_stay_what_they_are():
    said = wide.read(raw(",Name,1.1,1.2,Comments\n,Ann,G,W,all fine\n"), CDRP)
    assert uses(said) == [
        (0, "dropped", (), "it is empty"), (1, "name", (), ""), (2, "answer", ("1.1",), ""),
        (3, "answer", ("1.2",), ""), (4, "answer", ("Comments",), ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        ",".join(str(n) for n in range(1, 38)) + "\n" + "3," * 36 + "4\n",
        "ID," + ",".join(str(n) for n in range(1, 38)) + "\n"
        + "".join(f"{n}{',3' * 37}\n" for n in range(1, 60)),
        "1.0,2.0,3.0,37.0,11.0\n1,2,3,4,5\n",
        "Name,1,2,3\nAnn,4,5,3\nBo,3,2,1\n",
    ],
)  # fmt: skip
def test_numbers_as_answers_do_not_hide_which_way_the_table_lies(text):
    assert [one.recognises(raw(text), CSIT) for one in (transposed, tally, wide)] == [False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.1,x\n",
        "Ref,Ann,Bo\n1.1,G,W\n1.2,S,D\n",
        "Ref,G,W,S,D\n1.1,1,0,2,1\n1.2,3,0,0,1\n",
        "Level,1.1,1.2,1.3\nG,1,2,0\nW,2,1,2\nS,0,0,1\nD,0,0,0\n",
        "member,item,level\nann,1.1,G\nann,1.2,W\nbo,1.1,S\n",
    ],
)
def test_other_tables_are_not_taken_for_it(text):
    assert not wide.recognises(raw(text), CDRP)


def test_a_table_without_items_is_told_and_its_first_row_heads_it():
    said = wide.read(raw("Name,this,that\nAnn,a,b\n"), CDRP)
    assert uses(said) == [(0, "name", (), ""), (1, "answer", ("this",), ""), (2, "answer", ("that",), "")]
    assert told(said) == [
        (False, "export.csv: No row names the standards; the first one was taken for the headings. "
                "Head the columns with the refs or the wording."),
    ]  # fmt: skip


def test_many_rows_alike_are_told_once():
    rows = pd.DataFrame({0: ["Name", *(f"P{n}" for n in range(150)), "Ann"], 1: ["1.1", *[""] * 150, "G"],
                         2: ["1.2", *[""] * 151]}, index=range(1, 153), dtype="str")  # fmt: skip
    said = wide.read(RawSheet("big.xlsx", rows, "Sheet1"), CDRP)
    assert (len(said.people), len(said.faults)) == (151, 101)
    assert told(said)[-1] == (True, "big.xlsx, sheet Sheet1, row 102: So it is with 50 more rows.")
