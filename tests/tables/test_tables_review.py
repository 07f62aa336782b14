"""What the team wrote and made of it, as rows."""

import pytest

import assesslib as al
from assesslib.places import shipped
from assesslib.tables import review


@pytest.fixture
def team(tmp_path):
    members = [{"id": "ann", "name": "Ann"}, {"id": "bob"}]
    return al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X",
                                date="2026-03-03", members=members)  # fmt: skip


@pytest.fixture(scope="module")
def sample():
    return al.open_assessment(shipped("data") / "collaboration-2026")


def written(one):
    return review.written(one.notes, one.consensus, one.ratings, one.progress, one.framework)


def texts(one):
    return [tuple(row) for row in written(one)[["section", "item", "label", "text"]].to_numpy()]


def test_all_that_was_written_stands_in_the_order_of_the_framework(team):
    team.add_note("area", "Slow.", id="area-1", section="results")
    team.add_note("area", "No rooms.", id="area-2", section="preparing", item="5")
    team.add_note("strength", "Trust.", id="strength-1", section="preparing")
    team.add_note("evidence", "Minutes.", id="evidence-1", item="2")
    team.agree("3", "a", note="Close.", dissent="Bob: b")
    team.agree("4", state="unresolved", note="Two views.")
    team.agree("5", "b")
    assert texts(team) == [
        ("preparing", "", "Strengths", "Trust."),
        ("preparing", "5", "Areas for Improvement", "No rooms."),
        ("preparing", "4", "No consensus, views recorded", "Two views."),
        ("preparing", "3", "Notes on what was agreed", "Close. Dissent: Bob: b"),
        ("preparing", "2", "Evidence", "Minutes."),
        ("results", "", "Areas for Improvement", "Slow."),
    ]


def test_where_items_are_asked_for_words_each_item_stands_together():
    example = al.open_assessment(shipped("data") / "cdrp-worked-example")
    found = written(example)
    assert found[["item", "label"]].drop_duplicates().head(5).to_numpy().tolist() == [
        ["1.1", "COMMENTS"],
        ["1.1", "SUPPORTING EVIDENCE"],
        ["1.1", "IMPROVEMENT GOALS"],
        ["1.2", "COMMENTS"],
        ["1.2", "SUPPORTING EVIDENCE"],
    ]
    assert found["section_title"].iloc[0] == "1 Leadership"
    assert len(found) == len(example.notes)


def test_a_members_comment_is_shown_without_a_name_once_the_section_is_closed(team):
    team.rate("ann", "1", "a", comment="Not yet.")
    team.record("preparing", "opened")
    assert texts(team) == []
    team.record("preparing", "closed")
    assert texts(team) == [("preparing", "1", "Comments by members", "Not yet.")]
    team.record("preparing", "reopened")
    assert texts(team) == []


def test_a_comment_on_a_split_is_shown_once(team):
    team.rate_split("ann", "1", {"town": "a", "county": "b"}, comment="It depends.")
    team.record("preparing", "closed")
    assert [text for *_, text in texts(team)] == ["It depends."]


def test_an_absence_does_not_open_a_closed_section(team):
    team.record("preparing", "closed")
    team.record("preparing", "absent", member="bob")
    assert review.closed(team.progress) == {"preparing"}


def test_every_question_is_there_with_its_answer(team):
    team.add_note("answer", "Time.", about=["significant", "area-1"])
    team.add_note("answer", "They like us.", about=["partners-think"], section="results")
    found = review.answers(team.notes, team.framework)
    assert found[["section", "question", "answer", "about"]].to_numpy().tolist() == [
        ["results", "partners-think", "They like us.", ()],
        ["results", "shared-outcomes", "", ()],
        ["", "significant", "Time.", ("area-1",)],
        ["", "themes", "", ()],
        ["", "causes", "", ()],
    ]


def test_areas_know_their_causes_and_whether_they_are_significant(team):
    team.add_note("area", "Slow.", id="area-1", section="results")
    team.add_note("area", "No rooms.", id="area-2", item="5")
    team.add_note("cause", "Cuts.", id="cause-1", about=["area-1", "area-9", "cause-2", "cause-1"])
    team.add_note("cause", "Habit.", id="cause-2", about=["area-1"])
    team.add_note("answer", "", about=["significant", "area-2"])
    found = review.areas(team.notes, team.framework)
    assert found[["id", "section", "significant", "causes"]].to_numpy().tolist() == [
        ["area-2", "preparing", True, ()],
        ["area-1", "results", False, ("cause-1", "cause-2")],
    ]
    assert review.causes(team.notes).to_numpy().tolist() == [
        ["cause-1", "Cuts.", ("area-1",), ("cause-2",)],
        ["cause-2", "Habit.", ("area-1",), ()],
    ]


def test_what_was_withdrawn_is_no_longer_pointed_to(team):
    team.add_note("area", "Slow.", id="area-1", section="results")
    team.add_note("cause", "Cuts.", id="cause-1", about=["area-1"])
    team.add_note("action", "Hurry.", id="action-1", about=["cause-1", "area-1"], owner="Ann", due="2026-09-30",
                  measure="Sooner", status="open")  # fmt: skip
    team.add_note("area", "", id="area-1", state="withdrawn")
    assert review.causes(team.notes)["areas"].tolist() == [()]
    assert review.actions(team.notes).to_numpy().tolist() == [
        ["action-1", "Hurry.", "Ann", "2026-09-30", "Sooner", "open", ("cause-1",)]
    ]


def test_the_process_record_and_signatures_of_a_form_that_has_them(tmp_path):
    one = al.create_assessment(tmp_path / "x", framework="cdrp-dat-partnership", partnership="X")
    one.add_note("process", "By post.", about=["consultation-postal"])
    one.add_note("signature", "Ann", id="signature-chair", about=["chair"], owner="Council", measure="ab12",
                 at="2026-03-03T09:00:00Z")  # fmt: skip
    rows = review.process_record(one.notes, one.framework)
    assert rows["comment"].tolist() == ["", "By post.", "", "", "", ""]
    assert rows["text"].iloc[1] == "Consultation – Postal"
    assert review.signatures(one.notes).drop(columns="at").to_numpy().tolist() == [
        ["chair", "signature-chair", "Ann", "Council", "ab12"]
    ]


def test_a_form_without_them_has_none(team):
    assert review.process_record(team.notes, team.framework).empty
    assert review.signatures(team.notes).empty


def test_with_nothing_said_every_table_is_empty_but_for_the_questions(team):
    assert written(team).empty
    assert review.areas(team.notes, team.framework).empty
    assert review.causes(team.notes).empty
    assert review.actions(team.notes).empty
    assert len(review.answers(team.notes, team.framework)) == 5


def test_the_sample_has_one_area_without_a_cause(sample):
    areas = review.areas(sample.notes, sample.framework)
    assert areas.loc[areas["causes"].str.len() == 0, "id"].tolist() == ["area-14"]
    assert review.causes(sample.notes)["leads_to"].tolist() == [("cause-02",), (), (), ()]
    assert written(sample)["kind"].value_counts()["member"] == 44


def test_a_comment_on_what_few_rated_is_not_shown_where_names_are_hidden(team):
    team.rate("ann", "1", "a", comment="Never.")
    team.rate("bob", "1", "b")
    team.record("preparing", "closed")
    parts = team.notes, team.consensus, team.ratings, team.progress, team.framework
    assert review.written(*parts)["text"].tolist() == ["Never."]
    assert review.written(*parts, anonymity="pooled").empty
