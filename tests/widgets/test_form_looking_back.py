"""The member's form where the team looks back: last year has a line of its own that touches nothing of today."""

import pytest

import assesslib as al
from assesslib.widgets import RatingForm
from assesslib.widgets.rating_form import is_begun


@pytest.fixture
def assessment(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One",
                                members=[{"id": "ann"}], looking_back=True)  # fmt: skip


@pytest.fixture
def form(assessment):
    return RatingForm(assessment, "ann")


def enter(form, item, **said):
    form.receive({"type": "rate", "seq": 1, "item": item, **said})


def levels(form, part):
    return {item: said["level"] or said["facets"] or said["state"] for item, said in form.state[part].items()}


def test_the_page_is_told_whether_the_team_looks_back(form, tmp_path):
    assert form.asked["looking_back"] is True
    plain = al.create_assessment(tmp_path / "two", framework="cdrp-dat-partnership", partnership="Two",
                                 members=[{"id": "ann"}])  # fmt: skip
    assert RatingForm(plain, "ann").asked["looking_back"] is False


def test_both_answers_are_kept_and_read_back_and_only_today_s_is_counted(form, assessment):
    enter(form, "1.1", level="W")
    enter(form, "1.1", level="S", round=0)
    enter(form, "1.2", state="dont_know", round=0)
    again = RatingForm(al.open_assessment(assessment.folder), "ann")
    for one in (form, again):
        assert levels(one, "answers") == {"1.1": "W"}
        assert levels(one, "last_year") == {"1.1": "S", "1.2": "dont_know"}
        assert one.state["progress"]["leadership"]["answered"] == 1


def test_each_is_split_and_taken_back_alone(form):
    enter(form, "1.1", level="W", comment="so")
    enter(form, "1.1", facets={"local": "G", "national": "S"}, round=0)
    enter(form, "1.2", level="D", round=0)
    enter(form, "1.2", state="blank", round=0)
    assert levels(form, "answers") == {"1.1": "W"}
    assert levels(form, "last_year") == {"1.1": {"local": "G", "national": "S"}, "1.2": "blank"}
    assert form.state["answers"]["1.1"]["comment"] == "so"
    enter(form, "1.1", state="blank")
    assert levels(form, "last_year")["1.1"] == {"local": "G", "national": "S"}


def test_a_form_on_which_only_last_year_was_filled_in_is_begun(form, assessment):
    assert not is_begun(assessment, "ann")
    enter(form, "1.1", level="W", round=0)
    assert is_begun(assessment, "ann")


def test_where_the_team_does_not_look_back_nothing_of_it_is_written(tmp_path, monkeypatch):
    plain = al.create_assessment(tmp_path / "two", framework="cdrp-dat-partnership", partnership="Two",
                                 members=[{"id": "ann"}])  # fmt: skip
    form, told = RatingForm(plain, "ann"), []
    monkeypatch.setattr(form, "send", told.append)
    enter(form, "1.1", level="W", round=0)
    assert told == [{"type": "refused", "seq": 1, "text": (
        "column round: “0” looks back at last year, which this assessment does not ask for. "
        "To ask for it, write looking_back = true above the members in assessment.toml."
    )}]  # fmt: skip
    assert plain.history.empty
