"""The evidence that is worth another look: each prompt alone, and the example that was printed."""

import pytest

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.places import shipped
from assesslib.tables.audits.detail import DEGREES
from assesslib.tables.audits.evidence import evidence_audit, evidence_degrees
from assesslib.tables.audits.evidence_prompts import PROMPTS

CDRP = "cdrp-dat-partnership"
NONE, NEGATIVE, SHARED, OLD, BRIEF = PROMPTS
LONG = "The chair reports to every meeting of the council"


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "one", framework=CDRP, partnership="One")


@pytest.fixture(scope="module")
def example():
    return al.open_assessment(shipped("data") / "cdrp-worked-example")


def note(team, item, text, id="", **more):
    team.add_note("evidence", text, item=item, id=id or f"evidence-{item}", **more)


def rows(team, prompt, **asked):
    found = evidence_audit(team, **asked)
    return found[found["prompt"] == prompt].drop(columns="prompt").to_numpy().tolist()


def words(team, prompt, **asked):
    return [row[-1] for row in rows(team, prompt, **asked)]


def test_an_agreed_level_without_evidence_is_asked_about(team):
    team.agree("1.4", "G")
    team.agree("1.5", "W")
    note(team, "1.5", LONG)
    said = "Standard 1.4 is agreed at G and names no evidence."
    assert rows(team, NONE) == [["1.4", "G – Gap identified", "G", (), said]]


@pytest.mark.parametrize("state", ["blank", "unresolved", "dont_know", "not_applicable"])
def test_without_an_agreed_level_no_evidence_is_owed(team, state):
    team.agree("1.4", state=state)
    assert evidence_audit(team).empty


def test_withdrawn_or_empty_evidence_is_none(team):
    team.agree("1.4", "G")
    note(team, "1.4", LONG)
    assert rows(team, NONE) == []
    note(team, "1.4", LONG, state="withdrawn")
    note(team, "1.4", " ", id="evidence-empty")
    assert len(rows(team, NONE)) == 1


def test_a_pointer_is_evidence_where_it_leads_to_some(team):
    for item in ("1.1", "1.2", "1.3"):
        team.agree(item, "W")
    note(team, "1.1", LONG)
    note(team, "1.2", "As 1.1.")
    note(team, "1.3", "As 9.9.")
    said = "Standard 1.3 is agreed at W and names no evidence; “As 9.9” points to none."
    assert [row[3:] for row in rows(team, NONE)] == [[("evidence-1.3",), said]]


def test_a_form_that_asks_for_no_evidence_is_owed_none(tmp_path):
    other = al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")
    other.agree("1", "e")
    other.agree("2", "e")
    note(other, "2", "Minutes")
    assert evidence_audit(other).empty


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["Absence  of a plan"], "and its one piece of evidence says “absence of”."),
        (["Vacant posts", LONG], "and 1 of its 2 pieces of evidence says “vacant”."),
        (["Lack of staff", "No formal review", LONG],
         "and 2 of its 3 pieces of evidence say “lack of” or “no formal”."),
    ],
)  # fmt: skip
def test_a_high_level_on_what_is_missing(team, texts, said):
    team.agree("1.1", "S")
    for number, text in enumerate(texts):
        note(team, "1.1", text, id=f"evidence-{number}")
    assert words(team, NEGATIVE) == [f"Standard 1.1 is agreed at S, {said}"]


def test_only_the_upper_two_levels_are_high(team):
    for item, level in (("1.1", "G"), ("1.2", "W"), ("1.3", "S"), ("1.4", "D")):
        team.agree(item, level)
        note(team, item, f"Lack of {item}")
    assert [row[0] for row in rows(team, NEGATIVE)] == ["1.3", "1.4"]


def test_a_split_consensus_is_high_by_one_facet(team):
    team.agree("2.1", "W", facet="local")
    team.agree("2.1", "S", facet="national")
    note(team, "2.1", "Not yet done")
    assert [row[2] for row in rows(team, NEGATIVE)] == ["W (Local) and S (National)"]


def test_one_source_for_three_items(team):
    for item, text in (("1.2", "minutes of  Board-meetings"), ("1.1", "Minutes of Board meetings."),
                       ("2.1", "Annual report; Minutes of board meetings"), ("3.1", "Annual report")):  # fmt: skip
        note(team, item, text)
    said = "“Minutes of Board meetings” is named for 3 standards: 1.1, 1.2 and 2.1."
    ids = ("evidence-1.1", "evidence-1.2", "evidence-2.1")
    assert rows(team, SHARED) == [["1.1", "Minutes of Board meetings.", "", ids, said]]


def test_the_same_item_twice_counts_once_and_a_pointer_names_its_source(team):
    note(team, "1.1", "Minutes", id="evidence-a")
    note(team, "1.1", "Minutes.", id="evidence-b")
    note(team, "1.2", "MINUTES")
    assert rows(team, SHARED) == []
    note(team, "1.3", "As 1.2")
    assert words(team, SHARED) == ["“Minutes” is named for 3 standards: 1.1, 1.2 and 1.3."]


def test_evidence_from_before_the_last_assessment_is_asked_about(team):
    note(team, "5.2", "Survey of March 2003, next one planned April 2005.")
    said = "Evidence at standard 5.2 speaks of March 2003, before the last assessment on 1 April 2003."
    text = "Survey of March 2003, next one planned April 2005."
    assert rows(team, OLD, since="2003-04-01") == [["5.2", text, "", ("evidence-5.2",), said]]
    assert rows(team, OLD, since="2003-03-31") == rows(team, OLD) == []


def test_evidence_for_a_section_stands_after_its_items(team):
    for item, more in (("2.1", {}), ("", {"section": "leadership"}), ("1.5", {}), ("", {})):
        note(team, item, "Survey of 2003", id=f"evidence-{len(team.notes)}", **more)
    assert [said.split(" speaks")[0] for said in words(team, OLD, since="2005-01-01")] == [
        "Evidence at standard 1.5", "Evidence in section 1 Leadership", "Evidence at standard 2.1", "Evidence",
    ]  # fmt: skip


def test_a_last_assessment_without_a_proper_day_is_refused(team):
    with pytest.raises(FaultsError) as error:
        evidence_audit(team, since="last year")
    assert str(error.value) == (
        "“last year” is not a date. Write the day of the last assessment like 2025-03-04, or leave it out."
    )


def test_evidence_that_is_only_named_is_asked_about(team):
    note(team, "1.1", "Minutes", id="evidence-a")
    assert words(team, BRIEF) == ["Standard 1.1 has one piece of evidence, named in a few words."]
    note(team, "1.1", "As 1.2", id="evidence-b")
    note(team, "1.2", "Reports")
    assert words(team, BRIEF) == [
        "Standard 1.1 has 2 pieces of evidence, each named in a few words.",
        "Standard 1.2 has one piece of evidence, named in a few words.",
    ]
    note(team, "1.2", "Reports: 12")
    assert rows(team, BRIEF) == []
    assert evidence_degrees(team).to_numpy().tolist() == [
        ["evidence-a", "1.1", "Minutes", DEGREES[0]],
        ["evidence-b", "1.1", "As 1.2", DEGREES[2]],
        ["evidence-1.2", "1.2", "Reports: 12", DEGREES[2]],
    ]


def test_nothing_said_gives_no_rows(team):
    assert list(evidence_audit(team, since="2025-03-04").columns) == [
        "prompt", "item", "text", "level", "notes", "words",
    ]  # fmt: skip
    assert evidence_audit(team, since="2025-03-04").empty
    assert evidence_degrees(team).empty


def test_the_printed_example_is_asked_what_stands_on_its_form(example):
    found = evidence_audit(example, since="2004-04-01")
    assert found[["prompt", "item", "level"]].to_numpy().tolist() == [
        [BRIEF, "1.2", "W"],
        [BRIEF, "1.4", "G"],
        [NEGATIVE, "2.1", "W (Local) and S (National)"],
        [BRIEF, "3.4", "W"],
        [OLD, "5.2", "S"],
        [BRIEF, "5.4", "W"],
    ]
    assert found["words"].iloc[2] == (
        "Standard 2.1 is agreed at W (Local) and S (National), "
        "and 2 of its 3 pieces of evidence say “absence of” or “lack of”."
    )
