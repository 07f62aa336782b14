"""Whose form is shown: one's own, and nobody's after one has finished."""

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Rate

MEMBERS = [{"id": "ann", "name": "Ann", "organisation": "Council"}, {"id": "bob"}]
SURE = "This form was begun already: it is Ann’s own. Are you Ann?"


@pytest.fixture
def assessment(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


@pytest.fixture
def rate(assessment):
    return Rate(ChooseAssessment(assessment.folder.parent))


def choose(rate, member):
    rate.children[0].value = member


def answer(rate, place):
    """Press one of the two buttons under the question."""
    rate.children[2].children[place].click()


def test_who_has_chosen_no_name_sees_no_form(rate):
    assert list(rate.children[0].options) == [("choose your name", ""), ("Ann, Council", "ann"), ("bob", "bob")]
    assert rate.form is None
    assert "Choose your name to begin." in rate.children[1].value
    assert repr(rate) == "Rate"


def test_a_form_that_nobody_began_is_opened_at_once(rate):
    choose(rate, "bob")
    assert (rate.form.member, rate.form.asked["member"]) == ("bob", "bob")
    assert rate.children[1:] == (rate.form,)


def test_a_form_that_was_begun_is_shown_only_to_whoever_says_it_is_theirs(rate, assessment):
    assessment.rate("ann", "1.1", "W")
    choose(rate, "ann")
    assert rate.form is None
    assert SURE in rate.children[1].value
    assert [button.description for button in rate.children[2].children] == ["Yes, I am Ann", "No, go back"]
    answer(rate, 1)
    assert (rate.form, rate.children[0].value) == (None, "")
    choose(rate, "ann")
    answer(rate, 0)
    assert rate.form.state["answers"]["1.1"]["level"] == "W"


def test_what_cannot_be_read_just_now_may_have_been_begun(rate, assessment):
    assessment.rate("ann", "1.1", "W")
    assessment.folder.rename(assessment.folder.with_name("away"))
    choose(rate, "ann")
    assert rate.form is None
    assert SURE in rate.children[1].value


def test_a_name_is_shown_as_text(assessment):
    members = [{"id": "eve", "name": "<b>Eve</b>"}]
    made = al.create_assessment(assessment.folder.parent / "two" / "in", framework="cdrp-dat-partnership",
                                partnership="Two", members=members)  # fmt: skip
    made.rate("eve", "1.1", "W")
    rate = Rate(ChooseAssessment(made.folder.parent))
    choose(rate, "eve")
    assert "Are you &lt;b&gt;Eve&lt;/b&gt;?" in rate.children[1].value


def test_finishing_takes_the_form_away(rate):
    choose(rate, "ann")
    form = rate.form
    form.receive({"type": "rate", "seq": 1, "item": "1.1", "level": "W"})
    form.receive({"type": "finish", "seq": 2})
    assert (rate.form, rate.children[0].value, form.comm) == (None, "", None)
    assert "Choose your name to begin." in rate.children[1].value


def test_nobody_finishes_before_everything_is_on_the_disk(rate, assessment):
    choose(rate, "ann")
    form, away = rate.form, assessment.folder.with_name("away")
    assessment.folder.rename(away)
    form.receive({"type": "rate", "seq": 1, "item": "1.1", "level": "W"})
    form.receive({"type": "finish", "seq": 2})
    assert rate.form is form
    away.rename(assessment.folder)
    form.flush()
    assert rate.form is None
    assert form.table.query("item == '1.1'")["level"].tolist() == ["W"]


def test_another_name_closes_the_form_before_and_still_writes_what_waits(rate, assessment):
    choose(rate, "ann")
    anns, away = rate.form, assessment.folder.with_name("away")
    assessment.folder.rename(away)
    anns.receive({"type": "rate", "seq": 1, "item": "1.1", "level": "W"})
    away.rename(assessment.folder)
    choose(rate, "bob")
    assert (anns.comm, rate.form.member) == (None, "bob")
    anns.flush()
    assert anns.table.query("item == '1.1'")["level"].tolist() == ["W"]
