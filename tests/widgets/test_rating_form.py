"""One member's form: what is shown comes from that member's file alone, and every entry lands there."""

import errno

import pytest

import assesslib as al
from assesslib import journal
from assesslib.faults import FaultsError
from assesslib.widgets import RatingForm

MEMBERS = [{"id": "ann", "name": "Ann", "organisation": "Council"}, {"id": "bob"}]


@pytest.fixture
def assessment(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)


@pytest.fixture
def form(assessment):
    return RatingForm(assessment, "ann")


def enter(form, item, **said):
    form.receive({"type": "rate", "seq": 1, "item": item, **said})


def answered(form):
    return form.state["progress"]["leadership"]["answered"]


def rows(form, item):
    table = form.table.query("item == @item")
    return list(
        zip(table["facet"], table["state"], table["level"].astype("object").fillna(""), table["comment"], strict=True)
    )


def test_it_shows_the_wording_the_scale_and_where_one_is(form):
    asked = form.asked
    assert (asked["member"], asked["term"], form.section) == ("Ann", "standard", "leadership")
    assert asked["levels"][0] == {"code": "G", "label": "Gap identified"}
    assert [facet["id"] for facet in asked["facets"]] == ["local", "national"]
    first = asked["sections"][0]
    assert (first["id"], first["title"]) == ("leadership", "1 Leadership")
    assert first["intro"].startswith("This section asks you to review your progress in establishing")
    assert first["items"][0] == {
        "id": "1.1",
        "text": "The partnership is effectively led and supported and leadership is responsive and proactive.",
    }
    assert form.state["progress"]["leadership"] == {"answered": 0, "done": False, "closed": False}


def test_a_rating_is_written_and_shown(form):
    enter(form, "1.1", level="W", comment="so")
    assert form.state["answers"] == {"1.1": {"state": "rated", "level": "W", "facets": {}, "comment": "so"}}
    assert answered(form) == 1
    assert rows(form, "1.1") == [("", "rated", "W", "so")]
    assert form.table["at"].notna().sum() == 1


@pytest.mark.parametrize("state", ["dont_know", "not_applicable"])
def test_an_answer_that_is_no_level_counts_as_answered(form, state):
    enter(form, "1.1", state=state)
    assert rows(form, "1.1") == [("", state, "", "")]
    assert answered(form) == 1


def test_clearing_takes_the_rating_back_and_keeps_the_history(form, assessment):
    enter(form, "1.1", level="W")
    enter(form, "1.1", state="blank")
    assert answered(form) == 0
    assert assessment.history[["old", "new"]].values.tolist() == [["", "W"], ["W", "blank"]]


def test_a_split_rating_keeps_a_level_a_side(form):
    enter(form, "2.1", facets={"local": "W", "national": "S"}, comment="both")
    assert rows(form, "2.1") == [("local", "split", "W", "both"), ("national", "split", "S", "both")]
    enter(form, "2.1", facets={"national": "D"})
    assert [row[:3] for row in rows(form, "2.1")] == [("national", "split", "D")]
    enter(form, "2.1", level="W")
    assert rows(form, "2.1") == [("", "rated", "W", "")]


def test_the_page_has_every_section_and_every_answer_and_turns_without_asking(form):
    enter(form, "1.1", level="W")
    enter(form, "4.2", level="S")
    form.section = "resources"
    ids = [[item["id"] for item in section["items"]] for section in form.asked["sections"]]
    assert (ids[3], sum(map(len, ids))) == (["4.1", "4.2"], 20)
    assert {item: said["level"] for item, said in form.state["answers"].items()} == {"1.1": "W", "4.2": "S"}


def test_done_is_recorded_and_shown(form, assessment):
    form.receive({"type": "done", "seq": 1, "section": "resources"})
    assert assessment.progress[["section", "event", "member"]].values.tolist() == [["resources", "done", "ann"]]
    assert [said["done"] for said in form.state["progress"].values()] == [False, False, False, True, False]


def test_a_closed_section_says_so_until_it_is_opened_again(form, assessment):
    for event, closed in (("opened", False), ("closed", True), ("reopened", False), ("closed", True)):
        assessment.record("leadership", event)
        form.refresh()
        assert form.state["progress"]["leadership"]["closed"] is closed


def test_a_level_that_is_not_on_the_scale_is_refused(form, monkeypatch):
    told = []
    monkeypatch.setattr(form, "send", told.append)
    enter(form, "1.1", level="Z")
    assert told[0]["type"] == "refused"
    assert "“Z” is not a level of this scale" in told[0]["text"]
    form.receive({"type": "nonsense", "seq": 2})
    assert told[1]["text"] == "“nonsense” is nothing this form can do."
    assert form.table["at"].notna().sum() == 0


def test_a_disk_that_fills_up_in_the_middle_of_a_row_loses_nothing(form, assessment, monkeypatch):
    def torn(file, _):
        file.write(b"2026-03-0")
        raise OSError(errno.ENOSPC, "No space left on device")

    told = []
    monkeypatch.setattr(form, "send", told.append)
    enter(form, "1.1", level="W")
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_write", torn)
        enter(form, "1.2", level="S")
    text = "NOT SAVED: the disk is full. What you entered is kept here and tried again every second."
    assert told[1:] == [{"type": "waiting", "seq": 1, "text": text}]
    assert "1.2" not in form.state["answers"]
    form.flush()
    assert told[2:] == [{"type": "saved", "seq": 1}]
    assert [form.state["answers"][item]["level"] for item in ("1.1", "1.2")] == ["W", "S"]
    assert len(assessment.faults) == 1


def test_who_is_no_member_has_no_form(assessment):
    with pytest.raises(FaultsError) as error:
        RatingForm(assessment, "zed")
    assert str(error.value) == (
        "“zed” is not a member of this assessment. Allowed: ann, bob; nearest: bob. "
        "Add the member to assessment.toml first."
    )


def test_it_is_rebuilt_from_the_folder_alone(form, assessment):
    enter(form, "1.1", level="W")
    enter(form, "2.1", facets={"local": "W", "national": "S"})
    again = RatingForm(al.open_assessment(assessment.folder), "ann")
    assert again.state == form.state


def test_nobody_elses_ratings_are_read(form, assessment):
    assessment.rate("bob", "1.1", "D")
    (assessment.folder / "ratings" / "bob.csv").write_bytes(b"\xff" * 50)
    form.refresh()
    assert form.state["answers"] == {}
    assert "trouble" not in form.state
    assert repr(form) == "RatingForm"
