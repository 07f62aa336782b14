"""What is asked of columns and answers that an import does not take: never passed over, never guessed."""

import pytest
from readers.importing_kit import CSIT, asked, known, rejects, said, wrong

FORMS = "ID,Start time,Completion time,Email,Name"
STRAY = "Name,1.1,1.2,Overall\nAnn,G,W,Doing well\nBob,S,D,W\n"


def test_a_column_of_levels_that_names_nothing_is_a_question_while_items_have_no_column(read):
    found = read(STRAY)
    assert wrong(found) == ["a.csv, column D (Overall): “Overall” names no standard, and levels stand under it. Say "
                            "which standard it is, or that it is none."]  # fmt: skip
    assert asked(found) == [("column", "Overall", "")]
    assert [row[2:] for row in rejects(found)] == [
        ("D", "Ann", "", "Doing well", "the heading names nothing that was asked"),
        ("D", "Bob", "", "W", "the heading names nothing that was asked"),
    ]


def test_columns_of_levels_with_one_heading_are_to_be_told_apart_in_the_file(read):
    found = read("Name,1.1,1.2,Overall,Overall\nAnn,G,W,S,D\n")
    assert wrong(found) == [
        f"a.csv, column {column} (Overall): “Overall” names no standard, and levels stand under it. Tell the columns "
        "apart in the file, by number or by whole wording: their headings are the same."
        for column in "DE"
    ]


def test_a_mapping_answers_what_a_column_of_levels_is(read):
    assert ("ann", "1.3", "D") in said(read(STRAY, "column,Overall,1.3\n"))
    found = read(STRAY, "column,Overall,(nothing)\n")
    assert (wrong(found), asked(found)) == ([], [])
    assert known(found) == ["a.csv, column D (Overall): “Overall” is not taken: it names nothing that was asked (2 "
                            "cells hold text)."]  # fmt: skip


def test_a_column_of_words_that_names_nothing_is_only_told(read):
    found = read("Name,1.1,1.2,Why\nAnn,G,W,as we said\n")
    assert (wrong(found), asked(found)) == ([], [])


BEGUN = "Name,1,2,People maintain comm\nAnn,a,b,Not yet\n"


def test_a_heading_too_short_to_be_sure_is_proposed_where_levels_stand_under_it(read):
    found = read(BEGUN, framework=CSIT)
    assert wrong(found) == [
        "a.csv, column D (People maintain comm): “People maintain comm” begins like key feature 30. If that is right, "
        "accept it; if not, say what it is."
    ]
    assert asked(found) == [("column", "People maintain comm", "30 Peopl")]
    assert said(read(BEGUN, framework=CSIT, accept=True))[-1] == ("ann", "30", "a")


SHARED = "Name,1,2,Organisations work t,Organisations work t\nAnn,a,d,b,c\n"


@pytest.mark.parametrize("accept", [False, True])
def test_columns_of_one_heading_can_only_be_told_apart_in_the_file(read, accept):
    found = read(SHARED, framework=CSIT, accept=accept)
    do = "Tell the columns apart in the file, by number or by whole wording: their headings are the same."
    assert wrong(found) == [
        f"a.csv, column {column} (Organisations work t): “Organisations work t” begins like key feature 13, 19. {do}"
        for column in "DE"
    ]
    assert said(found) == [("ann", "1", "a"), ("ann", "2", "d")]


@pytest.mark.parametrize("accept", [False, True])
def test_a_comment_of_levels_is_a_question_that_nobody_accepts_by_the_way(read, accept):
    found = read("Name,1.1,1.3,1.2 comment\nAnn,G,S,D\n", accept=accept)
    assert wrong(found) == [
        "a.csv, column D (1.2 comment): “1.2 comment” is named like a comment on standard 1.2, and nothing but levels "
        "stands under it. Say whether it is the rating or the comment."
    ]
    assert asked(found) == [("column", "1.2 comment", "")]
    assert said(found) == [("ann", "1.1", "G"), ("ann", "1.3", "S")]


DENIED = "It is not true that Technology is used to support collaborative working"


@pytest.mark.parametrize("accept", [False, True])
def test_a_denied_wording_is_a_question_that_nobody_accepts_by_the_way(read, accept):
    found = read(f"Name,1,2,{DENIED}\nAnn,a,b,c\n", framework=CSIT, accept=accept)
    assert wrong(found) == [
        f"a.csv, column D (It is not true that Technology is used …): “{DENIED[:59]}…” is worded, with words that "
        "may say something else, like key feature 28. Say what it is."
    ]
    assert asked(found) == [("column", DENIED, "")]
    assert said(found) == [("ann", "1", "a"), ("ann", "2", "b")]


@pytest.mark.parametrize("accept", [False, True])
def test_numbers_that_another_question_shifts_are_never_taken(read, accept):
    heads = ",".join(f"Q{item.id}" for item in CSIT.items)
    found = read(f"id,submitdate,lastpage,startlanguage,seed,{heads}\n1,2026-03-11 10:00:00,3,en,1,Ann{',a' * 36}\n",
                 framework=CSIT, accept=accept)  # fmt: skip
    assert said(found) == []
    assert wrong(found)[0] == (
        "a.csv, column G (Q2): “Q2” names no key feature, and levels stand under it. Say which key "
        "feature it is, or that it is none."
    )
    assert [line for line in asked(found) if line[0] == "column"] == [("column", f"Q{n}", "") for n in range(2, 38)]


def test_an_error_of_a_spreadsheet_is_no_answer(read):
    found = read("Name,1.1,1.2\nAnn,#N/A,G\n")
    assert wrong(found) == ["a.csv, row 2, column B: “#N/A” is an error of the spreadsheet and no answer. Correct the "
                            "cell, or empty it."]  # fmt: skip
    assert said(found) == [("ann", "1.2", "G")]


@pytest.mark.parametrize("accept", [False, True])
def test_a_lone_dash_is_asked_about(read, accept):
    found = read("Name,1.1,1.2\nAnn,-,G\n", accept=accept)
    assert wrong(found) == ["a.csv, row 2, column B: “-” may be no answer, or not applicable. Say which "
                            "of them it is."]  # fmt: skip
    assert asked(found) == [("answer", "-", "")]
    assert said(read("Name,1.1,1.2\nAnn,-,G\n", "answer,-,n/a\n"))[0] == ("ann", "1.1", "not_applicable")


@pytest.mark.parametrize("accept", [False, True])
def test_two_ticks_are_never_one_level(read, accept):
    two = "Not yet, We are in the early stages of developing this"
    found = read(f'Name,1,2\nAnn,"{two}",c\n', framework=CSIT, accept=accept)
    assert wrong(found) == [f"a.csv, row 2, column B: “{two}” gives more than one level. Ask which of them counts, and "
                            "leave that one."]  # fmt: skip
    assert said(found) == [("ann", "2", "c")]


EVEN = f"{FORMS},1.1,1.2,1.3\n1,3/14/26 9:00:00,3/14/26 9:10:00,anonymous,,Gap identified,,Doing well\n"


def test_several_options_without_a_label_are_asked_about_on_an_even_scale_too(read):
    found = read(EVEN)
    assert wrong(found) == [
        "a.csv, row 2, column G: 1 cell is empty and nobody gave W, S: an option without a label comes out empty. Say "
        "that an empty cell is no answer, or which one of them it is; where several options have no label, export the "
        "answers as numbers."
    ]
    assert asked(found) == [("answer", "(empty cell)", "")]
    assert wrong(read(EVEN, "answer,(empty cell),blank\n")) == []


def test_empty_cells_beside_codes_are_no_answer(read):
    assert wrong(read(EVEN.replace("Gap identified", "G").replace("Doing well", "D"))) == []
