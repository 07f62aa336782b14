"""Titles over several names: what is of another time or no rating is nobody’s, and no more than that."""

import pytest
from readers.groups_kit import AIMED, BOTH, EARLIER, LABELS, NOTES, above, below, left, of, people, read, told
from readers.raw_kit import raw
from zoo import CDRP

from assesslib.readers.layouts import transposed


@BOTH
@pytest.mark.parametrize(
    ("title", "why"), [("Last year", EARLIER), ("Target", AIMED), ("Previous", EARLIER), ("Targets", AIMED)]
)
def test_a_title_over_what_was_agreed_or_over_names_leaves_them_out(title, why, labels):
    said = read(f"This year,,{title}", "Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, None)
    assert told(said) == [above("This year"), left("E", "Agreed", why)]
    said = read(f"Partners,,{title},", "Ann,Bob,Police,Fire", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, None)
    assert told(said) == [above("Partners"), left("E", "Police", why), left("F", "Fire", why)]


@BOTH
def test_what_was_agreed_is_of_the_year_of_the_names_and_not_of_another_beside_them(labels):
    said = read("2026,,2025", "Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, None)
    assert left("E", "Agreed 2025", EARLIER) in told(said)
    said = read("2025,2026,,", "Agreed,Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(1)[0], "Bob": of(2)[0]}, of(3)[0])
    assert left("C", "Agreed 2025", EARLIER) in told(said)
    said = read("Previous,Ratings,,", "Agreed,Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(1)[0], "Bob": of(2)[0]}, of(3)[0])
    assert told(said) == [above("Ratings"), left("C", "Agreed", EARLIER)]


@BOTH
@pytest.mark.parametrize("title", ["Last year", "Baseline", "Targets"])
def test_a_title_over_all_names_is_asked_about(title, labels):
    said = read(f"{title},", "Ann,Bob", labels)
    assert people(said) == ({}, None)
    assert told(said) == [
        (False, f"column C, D: “{title}” stands above all the names, and the columns below it were left out. Delete it "
                "if these are the ratings to read; if not, delete the columns.")
    ]  # fmt: skip
    assert people(read(f"{title},,Agreed", "Ann,Bob,", labels)) == ({}, of(2)[0])


@BOTH
def test_of_a_last_agreed_under_no_title_it_is_asked_whether_the_one_to_its_left_goes_on(labels):
    said = read("This year,,Last year,,", "Ann,Bob,Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, None)
    assert told(said) == [
        above("This year"), left("E", "Ann", EARLIER), left("F", "Bob", EARLIER),
        (False, "column G (Agreed): “Agreed” was left out: it is of another time. Write above it what it is of, such "
                "as “This year”, or delete it."),
    ]  # fmt: skip
    assert people(read("This year,,Last year,,Agreed", "Ann,Bob,Ann,Bob,", labels))[1] == of(4)[0]
    assert people(read("Last year,,,This year,,", "Ann,Bob,Agreed,Ann,Bob,Agreed", labels)) == (
        {"Ann": of(3)[0], "Bob": of(4)[0]}, of(5)[0],
    )  # fmt: skip


@BOTH
@pytest.mark.parametrize("title", ["Target", "Last year"])
def test_a_heading_over_no_name_is_that_of_its_own_column_alone(title, labels):
    said = read(f"{title},,,Agreed", ",Ann,Bob,", labels)
    assert people(said) == ({"Ann": of(1)[0], "Bob": of(2)[0]}, of(3)[0])
    assert told(said) == [left("C", title, AIMED if title == "Target" else EARLIER)]


@BOTH
@pytest.mark.parametrize(
    "upper",
    ["RAG,,,Notes", "Area A,,Area B,", "Year,2026,,", "Members,,Results,", "Before the meeting,,,", "Year 1,,,"],
)
def test_a_title_that_says_nothing_of_the_ratings_leaves_nobody_out(upper, labels):
    lower = "Ann,Bob,Cy," if upper.endswith("Notes") else "Ann,Bob,Cy,Di"
    named, agreed = people(read(upper, lower, labels))
    assert (named, agreed) == (dict(zip(lower.strip(",").split(","), of(0, 1, 2, 3), strict=False)), None)


DAYS = "2025-03-01 00:00:00", "2026-03-01 00:00:00"


@BOTH
def test_of_days_over_the_same_names_it_is_asked_once_which_count(labels):
    said = read(f"{DAYS[0]},,{DAYS[1]},", "Ann,Bob,Ann,Bob", labels)
    which = "and nothing says which of them counts; the columns were left out. Keep those that are to be read, and " \
            "head them with the members’ names alone."  # fmt: skip
    assert (people(said), told(said)) == (
        ({}, None), [(False, f"column C, D, E, F: The headings name 2025-03-01, 2026-03-01, {which}")],
    )  # fmt: skip
    alone = transposed.read(raw(f"Ref,{DAYS[0]},{DAYS[1]}\n1.1,G,W\n1.2,S,D\n"), CDRP)
    assert told(alone) == [(False, f"column B, C: The headings name 2025-03-01, 2026-03-01, {which}")]


@BOTH
@pytest.mark.parametrize("days", [DAYS, ("01/03/2026", "2 March 2026")])
def test_a_day_for_each_name_below_it_is_nothing_of_the_answers(days, labels):
    said = read("Ann,Bob", ",".join(days), labels)
    assert (people(said)[0], told(said)) == (dict(zip(["Ann", "Bob"], of(0, 1), strict=True)), [below(days[0])])


def carried(columns):
    return (True, f"row 1, column {columns}: An empty cell was read as the organisation to its left, as in merged "
                  "cells.")  # fmt: skip


@BOTH
@pytest.mark.parametrize(
    ("bodies", "columns"), [("Police,,Fire,", "D, F"), ("Police,,Fire,NHS", "D"), ("Police,,,Fire", "D, E")]
)
def test_organisations_over_names_are_theirs(bodies, columns, labels):
    said = read(f"{bodies},Agreed", "Ann,Bob,Cy,Di,", labels)
    assert people(said) == (dict(zip(["Ann", "Bob", "Cy", "Di"], of(0, 1, 2, 3), strict=True)), of(4)[0])
    theirs = bodies.split(",")
    for at in range(4):
        theirs[at] = theirs[at] or theirs[at - 1]
    assert (said.people["organisation"].tolist(), told(said)) == (theirs, [carried(columns)])


def test_a_name_in_the_row_of_organisations_is_a_name():
    said = read("Police,,Fire,Zed", "Ann,Bob,Cy,", LABELS[::-1])
    assert said.people["name"].tolist() == ["Ann", "Bob", "Cy", "Zed"]
    assert said.people["organisation"].tolist() == ["Police", "Police", "Fire", ""]


@BOTH
def test_comments_of_the_same_people_beside_their_ratings_are_no_ratings(labels):
    said = read("Rating,,Comments,,Agreed", "Ann,Bob,Ann,Bob,", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, of(4)[0])
    assert told(said) == [above("Rating"), left("E", "Ann", NOTES), left("F", "Bob", NOTES)]
    said = read("Rating,,,Comments,,", "Ann,Bob,Agreed,Ann,Bob,Agreed", labels)
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(1)[0]}, of(2)[0])
    said = read("Members,,,Summary,", "Ann,Bob,Cy,Average,Agreed", labels)
    assert people(said) == (dict(zip(["Ann", "Bob", "Cy"], of(0, 1, 2), strict=True)), of(4)[0])


@BOTH
def test_of_the_same_people_in_two_rounds_it_is_asked_and_the_rounds_are_no_people(labels):
    said = read("Round 1,,Round 2,", "Ann,Bob,Ann,Bob", labels)
    assert people(said) == ({}, None)
    assert [handled for handled, _ in told(said)] == [False, False]
    assert told(said)[0][1] == (
        "column C, E: “Ann” heads several columns, and nothing says which of them counts. "
        "Keep one of them, or give two people different names."
    )
