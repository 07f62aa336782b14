"""Counts of levels: which columns are levels, which rows items, and which cells are no counts."""

from dataclasses import replace

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import tally, transposed, wide
from assesslib.readers.records import ERROR, FORMULA

CODES = """Summary of answers,,,,,,,,
Ref,Key feature,a,b,c,d,e,Don't know,Total
Preparing the ground,,,,,,,,
1,Leaders and other staff have a full understanding,3,2,,1,0,1,7
2.0,shape and focus,1,1,2.0,1,1, 1 ,7
Establishing partnerships,,,,,,,,
6,,0,0,0,7,0,,7
Total,,4,3,2,9,1,2,

Counted by hand; nobody is named,,,,,,,,
"""
LABELS = """Standard;Doing well;Some success;Working towards;Gap identified;Blank;N/A;Remarks
1.1;4;3;;1;1;;said in the room
The partnership has agreed and identified the appropriate human;2;2;2;2;0;1;
01-Feb;0;0;8;0;0;0;
"""


def told(said):
    return [(fault.handled, str(fault)) for fault in said.faults]


def columns(said):
    return [(one.at, one.said, one.use, one.why) for one in said.levels]


def test_counts_stand_below_the_codes_of_levels():
    said = tally.read(raw(CODES), CSIT)
    assert tally.recognises(raw(CODES), CSIT)
    assert said.layout == "tally"
    assert [(one.at, one.said, one.use, one.section) for one in said.items] == [
        (4, ("1", "Leaders and other staff have a full understanding"), "answer", "Preparing the ground"),
        (5, ("2.0", "2", "shape and focus"), "answer", "Preparing the ground"),
        (7, ("6",), "answer", "Establishing partnerships"),
        (8, (), "dropped", ""),
    ]
    assert columns(said) == [
        (2, ("a",), "answer", ""), (3, ("b",), "answer", ""), (4, ("c",), "answer", ""), (5, ("d",), "answer", ""),
        (6, ("e",), "answer", ""), (7, ("Don't know",), "answer", ""),
        (8, (), "dropped", "a total of the other columns"),
    ]  # fmt: skip
    assert said.counts.to_dict("split") == {
        "index": [4, 5, 7],
        "columns": [2, 3, 4, 5, 6, 7],
        "data": [["3", "2", "", "1", "0", "1"], ["1", "1", "2", "1", "1", "1"], ["0", "0", "0", "7", "0", ""]],
    }
    assert told(said) == [
        (True, "export.csv, row 8: “Total” is a row of figures drawn from the answers; it was left out."),
        (True, "export.csv, row 10: “Counted by hand; nobody is named” is a note below the table; it was left out."),
    ]


def test_labels_head_the_columns_in_any_order_with_semicolons():
    said = tally.read(raw(LABELS, ";"), CDRP)
    assert tally.recognises(raw(LABELS, ";"), CDRP)
    assert [one.said for one in said.items] == [
        ("1.1",), ("The partnership has agreed and identified the appropriate human",), ("01-Feb",),
    ]  # fmt: skip
    assert columns(said) == [
        (1, ("Doing well",), "answer", ""), (2, ("Some success",), "answer", ""),
        (3, ("Working towards",), "answer", ""), (4, ("Gap identified",), "answer", ""),
        (5, ("Blank",), "answer", ""), (6, ("N/A",), "answer", ""),
        (7, (), "dropped", "it holds no counts of a level"),
    ]  # fmt: skip
    assert said.counts.values.tolist() == [
        ["4", "3", "", "1", "1", ""], ["2", "2", "2", "2", "0", "1"], ["0", "0", "8", "0", "0", "0"],
    ]  # fmt: skip
    assert said.faults == ()


def test_cells_that_are_no_counts_are_faults_and_not_passed_on():
    text = "Ref,G,W,S,D\n1.1,2,x,-1,1.5\n1.2,1,0,3,99999999\n1.3,1,²,3,0\n"
    said = tally.read(raw(text, name="May"), CDRP)
    assert said.counts.values.tolist() == [["2", "", "", ""], ["1", "0", "3", ""], ["1", "", "3", "0"]]
    do = "Write a whole number from 0, or empty the cell for none."
    assert told(said) == [
        (False, f"export.csv, sheet May, row 2, column C (W): “x” is not a number of answers. {do}"),
        (False, f"export.csv, sheet May, row 4, column C (W): “²” is not a number of answers. {do}"),
        (False, f"export.csv, sheet May, row 2, column D (S): “-1” is not a number of answers. {do}"),
        (False, f"export.csv, sheet May, row 2, column E (D): “1.5” is not a number of answers. {do}"),
        (False, f"export.csv, sheet May, row 3, column E (D): “99999999” is not a number of answers. {do}"),
    ]


def test_a_formula_without_a_result_is_told_as_such():
    text = "Ref,G,W\n1.1,=COUNTIF(B:B),2\n1.2,3,#REF!\n1.3,0,4\n"
    said = tally.read(replace(raw(text), odd={(2, 1): FORMULA, (3, 2): ERROR, (1, 1): FORMULA}), CDRP)
    assert said.counts.values.tolist() == [["", "2"], ["3", ""], ["0", "4"]]
    do = "Open the workbook in Excel, save it and import it again, or write the number."
    assert told(said) == [
        (False, f"export.csv, row 2, column B (G): “=COUNTIF(B:B)” is a formula without a result. {do}"),
        (False, f"export.csv, row 3, column C (W): “#REF!” is an error and no number. {do}"),
    ]


def test_totals_are_checked_against_what_they_add_up():
    text = "Ref,G,W,Blank,Total\n1.1,2,3,1,5\n1.2,2,3,1,6\n1.3,2,3,1,7\n1.4,0,0,0,\n"
    assert told(tally.read(raw(text), CDRP)) == [
        (True, "export.csv, row 4, column E (Total): “7” is not what the counts of the row add up to (6); "
               "the counts were taken."),
    ]  # fmt: skip


def test_counts_in_a_row_that_names_nothing_are_a_fault():
    said = tally.read(raw("Ref,G,W\n1.1,2,3\n,1,0\n1.2,0,5\n"), CDRP)
    assert said.counts.index.tolist() == [2, 4]
    assert told(said) == [
        (False, "export.csv, row 3: The row holds counts and names no standard. "
                "Write the ref before them, or empty the row."),
    ]  # fmt: skip


def test_a_column_of_counts_that_no_level_is_named_by_is_left_to_the_matching():
    said = tally.read(raw("Ref,G,W,Cannot tell\n1.1,2,3,1\n1.2,0,5,0\n"), CDRP)
    assert columns(said)[2] == (3, ("Cannot tell",), "answer", "")


@pytest.mark.parametrize(
    ("text", "layouts"),
    [
        ("Ref,A,B,C,D,E\n7,1,2,3,4,5\n8,2,2,1,1,1\n9,1,1,1,1,3\n", []),
        ("Ref,A,B,C,D,E\n7,a,b,c,d,e\n8,a,a,b,c,b\n9,c,c,c,d,d\n", ["transposed"]),
        ("Ref,A,B,C,D,E\n7,0,2,3,4,5\n8,2,2,1,1,1\n9,1,1,1,1,3\n", ["tally"]),
        ("Ref,A,B,C,D,E\n7,1,1,1,1,2\n8,2,1,1,1,1\n9,1,1,1,2,1\n", ["tally"]),
        ("Ref,1,2,3,4,5\n7,1,1,1,1,2\n8,2,1,1,1,1\n9,1,1,1,2,1\n", ["tally"]),
        ("Ref,1,2,3,4,5\n7,1,1,1,1,2\n8,2,1,1,1,1\n9,1,3,1,2,1\n", ["transposed"]),
    ],
)
def test_numbers_below_letters_are_counts_only_where_they_cannot_be_ratings(text, layouts):
    assert [one.NAME for one in (transposed, tally, wide) if one.recognises(raw(text), CSIT)] == layouts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ref,G\n1.1,2\n1.2,3\n",
        "Ref,Ann,Bo\n1.1,G,W\n1.2,S,D\n",
        "Ref,Gap identified,Doing well\n1.1,x,\n1.2,,x\n",
        "Ref,Gap identified,Doing well\n1.1,1,0\n1.2,0,1\n",
        "rater,1.1,1.2\nAnn,1,2\nBo,2,3\n",
        "member,item,level\nann,1.1,G\nann,1.2,W\n",
    ],
)
def test_other_tables_are_not_taken_for_it(text):
    assert not tally.recognises(raw(text), CDRP)


def test_a_table_without_items_is_told_and_nothing_is_read():
    said = tally.read(raw("a,b\n1,2\n"), CDRP)
    assert (said.items, said.levels, said.counts.empty) == ((), (), True)
    assert told(said) == [
        (False, "export.csv: No column names the standards with a row above it that names the levels. "
                "Head the columns with Ref, G, W, S, D."),
    ]  # fmt: skip
