"""Headings of long tables in the words of other tables, and what is said where one of them is missing or twice."""

import pytest
from readers.importing_kit import known, said, wrong

LONG = (("a.csv", "a long table, with a row for each rating"),)
GIVEN = [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("bob", "1.1", "S"), ("bob", "1.2", "D")]
ROWS = ("Ann,1.1,G", "Ann,1.2,W", "Bob,1.1,S", "Bob,1.2,D")


def table(head, rows=ROWS):
    return "\n".join([head, *rows]) + "\n"


@pytest.mark.parametrize(
    "level",
    ["RAG", "RAG rating", "Status", "Assessment", "Position", "Current position", "Your rating", "Rating (G/W/S/D)",
     "Level 2026", "How are we doing?"],
)  # fmt: skip
def test_levels_stand_below_the_words_that_other_tables_have_above_them(read, level):
    found = read(table(f"Name,Ref,{level}"))
    assert (found.layouts, wrong(found), said(found)) == (LONG, [], GIVEN)
    assert found.members["role"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("who", "organisations"),
    [("Agency", ["Ann", "Bob"]), ("Partner", ["Ann", "Bob"]), ("Officer", ["", ""]), ("Initials", ["", ""]),
     ("Staff name", ["", ""]), ("Lead officer", ["", ""]), ("Team", ["", ""])],
)  # fmt: skip
def test_people_stand_below_the_words_that_other_tables_have_above_them(read, who, organisations):
    found = read(table(f"{who},Ref,Rating"))
    assert (found.layouts, wrong(found), said(found)) == (LONG, [], GIVEN)
    assert found.members["name"].tolist() == ["Ann", "Bob"]
    assert found.members["organisation"].tolist() == organisations


def test_a_name_counts_before_an_address_and_before_an_agency(read):
    rows = ("a@x.org,Ann,Police,1.1,G", "a@x.org,Ann,Police,1.2,W", "b@x.org,Bob,Fire,1.1,S", "b@x.org,Bob,Fire,1.2,D")
    found = read(table("Email,Name,Agency,Ref,Rating", rows))
    assert (found.layouts, wrong(found), said(found)) == (LONG, [], GIVEN)
    assert found.members[["name", "organisation"]].values.tolist() == [["Ann", "Police"], ["Bob", "Fire"]]


def test_a_status_beside_a_rating_and_a_position_beside_a_level_are_no_levels(read):
    rows = [f"{row},Chair,{status}" for row, status in zip(ROWS, ("G", "G", "D", "D"), strict=True)]
    found = read(table("Name,Ref,Your rating,Position,Status", rows))
    assert (wrong(found), said(found)) == ([], GIVEN)
    assert found.members["role"].tolist() == ["Chair", "Chair"]


@pytest.mark.parametrize("who", ["Officer", "Agency", "Team"])
def test_who_sees_to_each_standard_of_one_person_s_form_gave_no_rating(read, who):
    found = read(table(f"Ref,{who},Status", ["1.1,Ann,G", "1.2,Ann,W", "1.3,Bob,S", "1.4,Bob,D"]))
    assert found.layouts == (("a.csv", "a table with a column for each member"),)
    assert [level for _, _, level in said(found)] == list("GWSD")
    assert len(found.members) == 1


def test_actions_with_a_status_and_an_officer_are_no_ratings(read):
    rows = ["1.1,Meet,Ann,G", "1.1,Write,Bob,G", "1.2,Plan,Ann,G", "1.2,Check,Bob,W"]
    assert read(table("Ref,Action,Officer,Status", rows)).layouts != LONG


LACKS = "a.csv, row 1: The table seems to have a row for each rating, and {}"


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("Name,Ref,Colour", "none of its headings says which level was given. Head the column that does with Rating."),
        ("Wer,Ref,Rating", "none of its headings says who gave it. Head the column that does with Name."),
        ("Name,Code,Rating", "none of its headings says which standard it is of. Head the column that does with "
         "Standard."),
    ],
)  # fmt: skip
def test_the_one_heading_that_is_missing_is_told(read, head, fault):
    found = read(table(head))
    assert (wrong(found), said(found), known(found)) == ([LACKS.format(fault)], [], [])


def test_of_two_headings_of_ratings_none_is_chosen(read):
    found = read(table("Name,Ref,Rating,Score", [f"{row},3" for row in ROWS]))
    fault = (
        "several of its headings say who gave it, or which level. Head one column with Name and one with Rating, and "
        "the others otherwise."
    )
    assert (wrong(found), said(found)) == ([LACKS.format(fault)], [])


def test_a_table_that_names_no_item_again_is_no_long_one(read):
    found = read("Name,Place,Colour\nAnn,London,red\nBob,Leeds,green\n")
    assert wrong(found) == [
        "a.csv: The headings “Name, Place, Colour” tell no layout that is known, and too few of them name standards. "
        "Check the file, or say which layout it has: microsoft-forms, limesurvey, google-forms, kobo, qualtrics, "
        "surveymonkey, long, tally, transposed, wide, form."
    ]
