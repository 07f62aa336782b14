"""One person's ticks: items in rows, levels above the columns, and a tick in one of them."""

import pytest
from readers.importing_kit import CSIT, asked, known, said, wrong

LABELS = "Standard,Gap identified,Working towards,Some success,Doing well\n"


def ratings(result):
    return [text[1:] for text in said(result)]


@pytest.mark.parametrize("tick", ["x", "X", "✓", "✔", " x ", "Yes", "TRUE"])
def test_a_tick_under_a_level_is_one_persons_rating(read, tick):
    result = read(f"{LABELS}1.1,{tick},,,\n1.2,,{tick},,\n1.3,,,,{tick}\n1.4,,,,\n")
    assert result.layouts == (("a.csv", "a table of one person’s ticks"),)
    assert (wrong(result), ratings(result)) == ([], [("1.1", "G"), ("1.2", "W"), ("1.3", "D"), ("1.4", "blank")])
    assert result.ratings["member"].nunique() == 1


def test_levels_may_be_codes_with_states_beside_them(read):
    text = "Ref,Key feature,a,b,c,d,e,Don't know,Comments\n1,One,✓,,,,,,fine\n2,Two,,,✓,,,,\n3,Three,,,,,,x,\n"
    result = read(text, framework=CSIT)
    assert (wrong(result), ratings(result)) == ([], [("1", "a"), ("2", "c"), ("3", "dont_know")])
    assert known(result) == ["a.csv, column I: “Comments” was left out: no level of the scale stands above it."]


def test_boxes_that_are_not_ticked_are_nothing(read):
    result = read(f"{LABELS}1.1,TRUE,FALSE,FALSE,FALSE\n1.2,FALSE,FALSE,TRUE,FALSE\n")
    assert (wrong(result), ratings(result)) == ([], [("1.1", "G"), ("1.2", "S")])


def test_two_ticks_in_a_row_are_more_than_one_level(read):
    result = read(f"{LABELS}1.1,x,,,\n1.2,,,x,x\n1.3,x,,,\n")
    assert ratings(result) == [("1.1", "G"), ("1.3", "G")]
    assert wrong(result) == [
        "a.csv, row 3, column B: “Some success; Doing well” gives more than one level. Ask which of them counts, and "
        "leave that one."
    ]
    assert asked(result) == [("answer", "Some success; Doing well", "")]


def test_what_is_no_tick_is_a_fault_of_its_row(read):
    result = read(f"{LABELS}1.1,x,,,\n1.2,,,nearly,\n1.3,x,,,\n1.4,x,,,\n1.5,x,,,\n2.1,x,,,\n")
    assert [item for item, _ in ratings(result)] == ["1.1", "1.3", "1.4", "1.5", "2.1"]
    assert wrong(result) == [
        "a.csv, row 3, column D (Some success): “nearly” is no tick; the row was left out. Leave one x in the row, "
        "under its level."
    ]


@pytest.mark.parametrize("text", ["1.1,1,,,\n1.2,,1,,\n1.3,,,,1\n", "1.1,1,0,0,0\n1.2,0,1,0,0\n1.3,0,0,0,1\n"])
def test_a_single_1_a_row_is_asked_about(read, text):
    result = read(LABELS + text)
    assert said(result) == []
    assert wrong(result) == [
        "a.csv, row 2: Each row holds a single 1 under the levels: one person’s ticks, or the counts of one answer. "
        "If they are ticks, write x in their place; if they are counts, say that the layout is tally."
    ]
    counted = read(LABELS + text, layout="tally")
    assert (wrong(counted), ratings(counted)) == ([], [("1.1", "G"), ("1.2", "W"), ("1.3", "D")])
