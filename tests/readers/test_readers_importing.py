"""Headings and answers of other tools’ files: read as they were meant, or asked about, and never guessed."""

import pytest
from readers.importing_kit import CSIT, asked, known, rejects, said, wrong

from assesslib.faults import FaultsError

FORMS = "ID,Start time,Completion time,Email,Name"
IF_RIGHT = "If that is right, accept it; if not, say what it is."
WHICH = "Say which of them counts and what the others are, or take the others out of the file."


LIKE = "Partnership led and supported and responsive"
UNSURE = f"Name,1.3,1.2,{LIKE}\nAnn,G,W,S\n"


def test_a_heading_that_is_not_sure_is_asked_and_its_answers_are_kept_aside(read):
    found = read(UNSURE)
    assert said(found) == [("ann", "1.3", "G"), ("ann", "1.2", "W")]
    assert wrong(found) == [f"a.csv, column D (Partnership led and supported and respo…): “{LIKE}” is worded somewhat "
                            f"like standard 1.1. {IF_RIGHT}"]  # fmt: skip
    assert asked(found) == [("column", LIKE, "1.1 The ")]
    assert rejects(found) == [("a.csv", 2, "D", "Ann", "1.1", "S", "the heading is not sure")]


def test_what_is_likely_is_taken_once_it_is_accepted_and_can_still_be_corrected(read):
    found = read(UNSURE, accept=True)
    assert (wrong(found), rejects(found)) == ([], [])
    assert said(found)[-1] == ("ann", "1.1", "S")
    assert asked(found) == [("column", LIKE, "1.1 The ")]


@pytest.mark.parametrize(
    ("becomes", "rating"),
    [("1.4", [("ann", "1.4", "S")]), ("5.1 Local", [("ann", "5.1 local", "S")]), ("(nothing)", [])],
)
def test_a_mapping_says_what_a_heading_is(read, becomes, rating):
    found = read(UNSURE, f"column,{LIKE},{becomes}\n")
    assert said(found)[2:] == rating
    assert (wrong(found), asked(found)) == ([], [])


def test_a_heading_of_two_lines_is_found_in_the_mapping(read):
    found = read('Name,1.1,1.2,"Trust \u00a0\neach "\nAnn,G,W,S\n', "column,Trust each,1.3\n")
    assert said(found)[-1] == ("ann", "1.3", "S")


def test_a_mapping_wins_over_what_was_matched(read):
    found = read("Name,1.1,1.2,1.3\nAnn,G,W,S\n", "column,1.2,1.1\n")
    assert said(found) == [("ann", "1.1", "W"), ("ann", "1.3", "S")]
    assert known(found) == ["a.csv, column B (1.1): “1.1” is not taken: it names nothing that was asked (1 cell holds "
                            "text)."]  # fmt: skip
    assert rejects(found) == [("a.csv", 2, "B", "Ann", "", "G", "the heading names nothing that was asked")]


@pytest.mark.parametrize("accept", [False, True])
def test_two_columns_are_never_one_item(read, accept):
    found = read("Name,1.1,1.1,1.2,1.3\nAnn,G,W,S,D\n", accept=accept)
    assert said(found) == [("ann", "1.2", "S"), ("ann", "1.3", "D")]
    assert wrong(found) == [
        f"a.csv, column B (1.1): “1.1” may be the number of standard 1.1, and column C too. {WHICH}",
        f"a.csv, column C (1.1): “1.1” may be the number of standard 1.1, and column B too. {WHICH}",
    ]
    assert asked(found) == [("column", "1.1", "")]
    assert [row[2] for row in rejects(found)] == ["B", "C"]


@pytest.mark.parametrize("accept", [False, True])
def test_two_columns_are_never_one_item_by_a_mapping(read, accept):
    found = read("Name,A,B,1.2,1.3\nAnn,G,W,S,D\n", "column,A,1.1\ncolumn,B,1.1\n", accept=accept)
    assert said(found) == [("ann", "1.2", "S"), ("ann", "1.3", "D")]
    assert wrong(found) == [
        f"a.csv, column B (A): “A” was said to be standard 1.1, and column C too. {WHICH}",
        f"a.csv, column C (B): “B” was said to be standard 1.1, and column B too. {WHICH}",
    ]


def test_a_fault_of_the_mapping_stands(read):
    found = read(UNSURE, f"column,{LIKE},9.9\n")
    assert [text.partition(". ")[0] for text in wrong(found)] == [
        "map.csv, row 2, column becomes: “9.9” names none of this framework’s standards",
        "a.csv, column D (Partnership led and supported and respo…): “Partnership led and supported and responsive” "
        "is worded somewhat like standard 1.1",
    ]


def test_an_answer_that_is_not_on_the_scale_is_asked_with_all_its_places(read):
    found = read("Name,1.1,1.2\nAnn,maybe,G\nBob,maybe,W\n")
    assert wrong(found) == [
        "a.csv, row 2, column B: “maybe” is not a level of this scale (in 2 cells, this is the first). Allowed: G, W, "
        "S, D, Gap identified, Working towards, Some success, Doing well; nearest: Some success. Say what it is, or "
        "correct it in the file."
    ]
    assert asked(found) == [("answer", "maybe", "")]
    assert rejects(found) == [
        ("a.csv", 2, "B", "Ann", "1.1", "maybe", "cannot be read"),
        ("a.csv", 3, "B", "Bob", "1.1", "maybe", "cannot be read"),
    ]
    assert said(read("Name,1.1,1.2\nAnn,maybe,G\nBob,x,W\n", "answer,maybe,S\nanswer,x,n/a\n"))[:2] == [
        ("ann", "1.1", "S"),
        ("bob", "1.1", "not_applicable"),
    ]


NUMBERS = "Name,1.1,1.2\nAnn,1,4\n"


def test_numbers_are_a_question(read):
    found = read(NUMBERS, accept=True)
    assert said(found) == []
    assert wrong(found) == [
        "a.csv, row 2, column B: “1, 4” are numbers, and nothing in the file says what they mean: G may be 0, 1 or 4. "
        "Say what they mean, e.g. G = 1 and D = 4."
    ]


@pytest.mark.parametrize(
    ("scale", "levels"),
    [({1: "G", 4: "D"}, ["G", "D"]), ({4: "g", 1: "d"}, ["D", "G"]), ({0: "G", 4: "D"}, ["D"]), ({1: "G"}, ["G"])],
)
def test_a_scale_says_what_numbers_mean_and_those_between_where_it_is_even(read, scale, levels):
    assert [level for _, _, level in said(read(NUMBERS, scale=scale))] == levels


def test_a_scale_of_levels_that_there_are_not_is_refused(read):
    with pytest.raises(FaultsError) as error:
        read(NUMBERS, scale={1: "x"})
    assert str(error.value) == (
        "“x” is not a level of this scale. Allowed: G, W, S, D; nearest: W. Say with levels of the scale what the "
        "numbers mean."
    )


FOUR = 'Not yet,We are in the early stages of developing this,,"We do all of this, most of the time"'
LAST = "We have been doing all of this for a few years - we have assessed & refined our behaviour in this area"
MIDDLE = f"{FORMS},1,2,3,4,5\n1,3/14/26 9:00:00,3/14/26 9:10:00,anonymous,,{FOUR},{LAST}\n"


def test_in_microsoft_forms_an_empty_cell_may_be_the_middle_without_a_label(read):
    found = read(MIDDLE, framework=CSIT)
    assert wrong(found) == [
        "a.csv, row 2, column H: 1 cell is empty and nobody gave c: an option without a label comes out empty. "
        "Say whether an empty cell is c or no answer."
    ]
    assert asked(found) == [("answer", "(empty cell)", "")]


@pytest.mark.parametrize(("becomes", "level"), [("c", "c"), ("blank", "blank")])
def test_the_mapping_says_what_an_empty_cell_is(read, becomes, level):
    found = read(MIDDLE, f"answer,(empty cell),{becomes}\n", framework=CSIT)
    assert wrong(found) == []
    assert [level for _, _, level in said(found)] == ["a", "b", level, "d", "e"]


def test_an_empty_cell_elsewhere_or_with_the_middle_given_is_no_answer(read):
    given = MIDDLE.replace(',,"We do', ',,We partly do this,"We do').replace("1,2,3,4,5", "1,2,3,4,5,6")
    assert wrong(read(given, framework=CSIT)) == []
    assert wrong(read(f"Name,1,2,3,4,5\nAnn,{FOUR},{LAST}\n", framework=CSIT)) == []
