"""Wrong arguments are told in words: what is wrong, what was given, what is allowed and what to do."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from zoo import Animal

import assesslib as al
from assesslib import tables
from assesslib.assessment import standing
from assesslib.faults import FaultsError

ANIMAL = Animal({"1": "aabcce"})
RATINGS, FORM, MEMBERS = ANIMAL.ratings, ANIMAL.framework, ANIMAL.members
ITEMS = FORM.table()
PROGRESS = pd.DataFrame({"section": [], "event": [], "member": [], "at": []})
COUNTS = tables.group_counts(RATINGS, "role")
TWO = pd.concat([RATINGS, RATINGS.assign(assessment="other")])
GROUPS = "Allowed: organisation, role"
OR_PAIRS = "Choose one of these, or give pairs of groups."
NO_PAIR = "is no pair of groups. Give a list of pairs, each of two different groups by name."
DAY = "Write the day of the last assessment like 2025-03-04, or leave it out."


def refusal(function, *args, **how):
    with pytest.raises(FaultsError) as refused:
        function(*args, **how)
    return str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"by": None}, f"“None” is nothing members are grouped by. {GROUPS}; nearest: role. {OR_PAIRS}"),
        ({"by": "age"}, f"“age” is nothing members are grouped by. {GROUPS}; nearest: role. {OR_PAIRS}"),
        ({"by": []}, f"“[]” is nothing members are grouped by. {GROUPS}; nearest: organisation. {OR_PAIRS}"),
        ({"by": ("a",)}, f"“a” {NO_PAIR}"),
        ({"by": [("a",), ("b", "c", "d")]}, f"“('a',)” {NO_PAIR}\n“('b', 'c', 'd')” {NO_PAIR}"),
        ({"by": [("a", "a")]}, f"“('a', 'a')” {NO_PAIR}"),
        ({"by": [("a", 3)]}, f"“('a', 3)” {NO_PAIR}"),
        ({"least": "x"}, "“x” is not a number of members. Give a whole number from 1 on."),
        ({"least": 0}, "“0” is not a number of members. Give a whole number from 1 on."),
        ({"least": True}, "“True” is not a number of members. Give a whole number from 1 on."),
    ],
)
@pytest.mark.parametrize("function", [tables.divides, tables.held_back])
def test_groups_that_cannot_be_compared(function, wrong, said):
    assert refusal(function, RATINGS, **wrong) == said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"shuffles": 0}, "“0” is not a number of shuffles. Give a whole number from 1 to 100000."),
        ({"shuffles": 9.5}, "“9.5” is not a number of shuffles. Give a whole number from 1 to 100000."),
        ({"shuffles": 50, "anonymity": "organisation"},
         "“50” is a number of shuffles for members who are named. Leave it at 1999, so that nobody’s ratings can be "
         "worked out."),
        ({"wide": 1.1}, "“1.1” is not a delta from which on groups are wide apart. Give a number from 0 to 1, such as "
                        "0.9."),
        ({"wide": "far"}, "“far” is not a delta from which on groups are wide apart. Give a number from 0 to 1, such "
                          "as 0.9."),
    ],
)  # fmt: skip
def test_numbers_that_divides_does_not_take(wrong, said):
    assert refusal(tables.divides, RATINGS, **wrong) == said


OF_ONE = {
    "agenda": lambda ratings: tables.agenda(ratings, FORM, MEMBERS),
    "divides": tables.divides,
    "held_back": tables.held_back,
    "group_counts": lambda ratings: tables.group_counts(ratings, "role"),
    "left_out": lambda ratings: tables.left_out(ratings, "role"),
    "section_grid": lambda ratings: tables.section_grid(ratings, ITEMS, MEMBERS, "preparing"),
    "group_grid": lambda ratings: tables.group_grid(ratings, ITEMS, "preparing"),
    "withheld": lambda ratings: tables.withheld(ratings, "pooled"),
}


@pytest.mark.parametrize("name", OF_ONE)
def test_ratings_of_two_assessments_where_one_is_counted(name):
    assert refusal(OF_ONE[name], TWO) == (
        "“zoo, other” are several assessments, where the ratings of one are counted. "
        "Take those of one, by the column assessment."
    )


@pytest.mark.parametrize("name", [*OF_ONE, "disparity", "veiled"])
def test_what_is_no_frame_of_ratings(name):
    more = {"disparity": tables.disparity, "veiled": lambda ratings: tables.veiled(ratings, "pooled")}
    function, do = (OF_ONE | more)[name], "Take the ratings of an assessment, or read them with read_ratings."
    assert refusal(function, None) == f"“None” is not a frame of ratings. {do}"
    assert refusal(function, RATINGS.drop(columns=["round", "state"])) == (
        f"“round” is a column that tidy ratings have and these do not. {do}\n"
        f"“state” is a column that tidy ratings have and these do not. {do}"
    )


OF_ASSESSMENT = [
    tables.consensus_gap, tables.drift, tables.section_summary, tables.findings, tables.behind, tables.board,
    tables.threads, tables.causes, tables.covers, tables.without_cause, tables.dangling, tables.evidence_audit,
    tables.evidence_degrees, tables.goal_audit, lambda one: tables.threads_grid(one, pd.DataFrame()),
]  # fmt: skip


@pytest.mark.parametrize("function", OF_ASSESSMENT)
@pytest.mark.parametrize(("wrong", "shown"), [(None, "None"), ("data/x", "data/x"), (RATINGS, "DataFrame"),
                                              (SimpleNamespace(framework=FORM), "SimpleNamespace")])  # fmt: skip
def test_what_is_no_assessment(function, wrong, shown):
    assert refusal(function, wrong) == (
        f"“{shown}” is not an assessment. Open one with open_assessment, or read all of it with standing."
    )


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    return standing(al.create_assessment(tmp_path_factory.mktemp("wrong") / "x", framework=FORM.id, partnership="P",
                                         members=[{"id": "anna"}]))  # fmt: skip


@pytest.mark.parametrize("since", [date(2025, 3, 4), "last year", "2025-W10-2", None])
def test_a_day_that_is_none(team, since):
    for function in (tables.evidence_audit, tables.findings):
        assert refusal(function, team, since=since) == f"“{since}” is not a date. {DAY}"


@pytest.mark.parametrize("minutes", ["ten", -1, True, 10.0, float("nan")])
def test_a_time_that_is_none(minutes):
    assert refusal(tables.agenda, RATINGS, FORM, MEMBERS, minutes) == (
        f"“{minutes}” is no time for a talk. Give whole minutes, 0 or more."
    )


BRACKETS = 'Give them in brackets, such as ["one", "two"].'


def test_one_text_in_the_place_of_several(team):
    assert refusal(tables.consensus_gap, team, senior="anna") == f"“anna” is not a list of members’ ids. {BRACKETS}"
    assert refusal(tables.consensus_gap, team, senior=[1]) == f"“[1]” is not a list of members’ ids. {BRACKETS}"
    assert refusal(tables.consensus_gap, team, senior=["ann"]) == (
        "“ann” is not a member’s id. Allowed: anna; nearest: anna. Give ids as they stand in the team."
    )
    assert refusal(tables.behind, team, "14") == f"“14” is not a list of items’ ids. {BRACKETS}"
    assert refusal(tables.behind, team, [], "a") == f"“a” is not a list of notes’ ids. {BRACKETS}"
    assert refusal(tables.agenda, RATINGS, FORM, MEMBERS, settled="1") == (
        f"“1” is not a list of items’ ids. {BRACKETS}"
    )


def test_findings_by_what_members_are_not_grouped_by(team):
    for by in ("age", None):
        assert refusal(tables.findings, team, by=by) == (
            f"“{by}” is nothing members are grouped by. {GROUPS}; nearest: role. Choose one of these."
        )
    assert refusal(tables.findings, team, least=0) == ("“0” is not a number of members. Give a whole number from 1 on.")


@pytest.mark.parametrize("function", [tables.threads, lambda one, **how: tables.threads_grid(one, None, **how)])
def test_a_tier_that_is_none_is_refused_before_anything_is_looked_at(team, function):
    assert refusal(function, team, anonymity="all") == (
        "“all” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: role. Choose one of these."
    )


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda: tables.agenda(RATINGS, "csit", MEMBERS), "“csit” is not a framework. Take the assessment’s framework, "
                                                          "or load one with load_framework."),
        (lambda: tables.agenda(RATINGS, FORM, ["anna"]), "“['anna']” is not a table of members. "
                                                         "Give the assessment’s .members."),
        (lambda: tables.group_grid(RATINGS, FORM, "preparing"), "“Framework” is not a table of what was asked. "
                                                                "Give the framework’s .table()."),
        (lambda: tables.spread(RATINGS, None), "“None” is not a table of what was asked. "
                                               "Give the framework’s .table()."),
        (lambda: tables.resolved(None, FORM), "“None” is not a table of notes. Give the assessment’s .notes."),
        (lambda: tables.agreed_levels(RATINGS.drop(columns="facet"), FORM), "“DataFrame” is not what a team agreed. "
                                                                            "Give the assessment’s .consensus."),
        (lambda: tables.cause_graph(None), "“None” is not a table of causes. Give what causes gives."),
        (lambda: tables.disparity(RATINGS, round=True), "“True” is not a round. Choose 1 or 2: in both together a "
                                                        "member would count twice."),
        (lambda: tables.veiled(RATINGS, "pooled", round=3), "“3” is not a round. Choose 0, 1 or 2."),
        (lambda: tables.late(RATINGS, None, anonymity="role"), "“role” hides who rated when. Choose “named”."),
    ],
)  # fmt: skip
def test_tables_made_of_something_else(function, said):
    assert refusal(function) == said


NO_PROGRESS = "“None” is not a table of progress. Give the assessment’s .progress."
NO_DELTA = "is not a row of two groups and their delta. Give one with group, other and delta."
ROWS = tables.divides(RATINGS.assign(organisation=["P", "P", "P", "Q", "Q", "Q"]))
NO_TIER = "is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: named. Choose one of these."


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda: tables.absent_from(None, "preparing"), NO_PROGRESS),
        (lambda: tables.absent_from(PROGRESS, 3), "“3” is not a section. Give the section’s id, or nothing for all of "
                                                  "them."),
        (lambda: tables.section_states(None, FORM), NO_PROGRESS),
        (lambda: tables.section_states(PROGRESS, "csit"), "“csit” is not a framework. Take the assessment’s framework, "
                                                          "or load one with load_framework."),
        (lambda: tables.late(None, PROGRESS), "“None” is not a frame of ratings. Take the ratings of an assessment."),
        (lambda: tables.late(RATINGS, None), NO_PROGRESS),
        (lambda: tables.points_to(None, FORM), "“None” is not a note’s text. Give one text."),
        (lambda: tables.points_to("As 1", None), "“None” is not a framework. Take the assessment’s framework, or load "
                                                 "one with load_framework."),
        (lambda: tables.spread(None, ITEMS), "“None” is not a table of how far members stand apart. Give what "
                                             "assesslib.tables.disparity gives."),
        (lambda: tables.delta_in_words({}), f"“{{}}” {NO_DELTA}"),
        (lambda: tables.delta_in_words(None), f"“None” {NO_DELTA}"),
        (lambda: tables.delta_in_words({"group": "P", "other": "Q", "delta": "far"}),
         "“far” is not a delta. Give a number from -1 to 1."),
        (lambda: tables.divide_groups(None, COUNTS, ITEMS), "“None” is not a table of divides. Give what "
                                                            "assesslib.tables.divides gives."),
        (lambda: tables.divide_groups(ROWS, RATINGS, ITEMS), "“DataFrame” is not a table of groups’ counts. Give what "
                                                             "assesslib.tables.group_counts gives."),
        (lambda: tables.divide_groups(ROWS, COUNTS, None), "“None” is not a table of what was asked. Give the "
                                                           "framework’s .table()."),
        (lambda: tables.agreed_levels(RATINGS, FORM), "“DataFrame” is not what a team agreed. Give the assessment’s "
                                                      ".consensus."),
        (lambda: tables.agenda(RATINGS, FORM, MEMBERS, section=["x"]), "“['x']” is not a section. Give the section’s "
                                                                       "id, or nothing for all of them."),
        (lambda: tables.agenda(RATINGS, FORM, MEMBERS, names="x"), "“x” does not say whether the openers may be named. "
                                                                   "Give True or False."),
        (lambda: tables.agenda(RATINGS, FORM, MEMBERS, anonymity=RATINGS), f"“DataFrame” {NO_TIER}"),
        (lambda: tables.group_grid(RATINGS, ITEMS, "preparing", RATINGS),
         f"“DataFrame” is nothing members are grouped by. {GROUPS}; nearest: role. Choose one of these."),
        (lambda: tables.held_back(RATINGS, items="1"), "“1” is not a list of items’ ids. Give them in brackets, such "
                                                       'as ["one", "two"].'),
    ],
)  # fmt: skip
def test_frames_and_values_that_once_ended_in_raw_errors(function, said):
    assert refusal(function) == said


def test_a_frame_in_the_place_of_a_text(team):
    assert refusal(tables.findings, team, by=RATINGS) == (
        f"“DataFrame” is nothing members are grouped by. {GROUPS}; nearest: role. Choose one of these."
    )
    assert refusal(tables.evidence_audit, team, since=RATINGS) == f"“DataFrame” is not a date. {DAY}"
    assert refusal(tables.findings, team, anonymity=RATINGS).startswith("“DataFrame” is no tier of anonymity.")
