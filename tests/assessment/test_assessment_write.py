"""Writing to an assessment: on the disk when it returns, and nothing written where it is refused."""

import shutil

import portalocker
import pytest

import assesslib as al
from assesslib import journal
from assesslib.assessment.layout import EVENTS, KINDS

KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"
SECTIONS = "Allowed: preparing, establishing, joined-up, delivery, maintaining, review, results"
ITEM = f"column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. Correct the cell."
WHEN = "column at: “soon” is not a time. Write it like 2026-03-01T09:15:00Z."
TEXTS = [
    "two\nlines",
    'so "b", c',
    "=cmd|' /C calc'!A0",
    "'=1",
    "🙂 é",
    "\u202eשלום",
    "$x$ | y",
    "<b>",
    "  ",
    "x" * 20_000,
]


def content(team):
    return {path: path.read_bytes() for path in team.folder.rglob("*") if path.is_file()}


def refused(team, write, *given, **named):
    before = content(team)
    with pytest.raises(al.FaultsError) as error:
        getattr(team, write)(*given, **named)
    assert content(team) == before
    return str(error.value).split("\n")


def test_a_rating_is_on_the_disk_when_it_returns(team):
    row = team.rate("ann", "1", "c", comment="Yes, “partly”", by="facilitator", at="2026-03-03T09:15:00Z")
    assert row == {
        "at": "2026-03-03T09:15:00.000000Z", "item": "1", "facet": "", "round": "1", "state": "rated", "level": "c",
        "comment": "Yes, “partly”", "by": "facilitator",
    }  # fmt: skip
    assert (team.folder / "ratings" / "ann.csv").read_text("utf-8-sig") == (
        'at,item,facet,round,state,level,comment,by\n'
        '2026-03-03T09:15:00.000000Z,1,,1,rated,c,"Yes, “partly”","facilitator"\n'
    )  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_text_comes_back_as_it_was_written(team, text):
    team.rate("ann", "1", "c", comment=text)
    team.agree("1", "c", note=text, dissent=text)
    team.add_note("strength", text, owner=text)
    assert team.ratings["comment"].tolist()[0] == text
    assert team.consensus.loc[0, ["note", "dissent"]].tolist() == [text, text]
    assert team.notes.loc[0, ["text", "owner"]].tolist() == [text, text]
    assert team.faults == ()


def test_a_number_may_be_given_for_a_text_and_nothing_for_an_empty_one(team):
    team.rate("ann", 1, "c", round="2")
    team.rate("ann", 2, None, state="dont_know", comment=None)
    rows = team.ratings.query("state != 'blank'")
    assert rows[["item", "round", "state"]].values.tolist() == [["2", 1, "dont_know"], ["1", 2, "rated"]]


def test_a_row_without_a_time_gets_one_after_all_others(team):
    first = team.rate("ann", "1", "c")["at"]
    second = team.rate("ann", "1", "d")["at"]
    assert second > first
    assert team.ratings["level"].tolist()[0] == "d"


def test_a_faulty_rating_is_refused_with_every_fault(team):
    assert refused(team, "rate", "ann", "99", "f", round=3, at="soon") == [
        ITEM,
        "column round: “3” is not a round. Allowed: 0, 1, 2; nearest: 2. Correct the cell.",
        "column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. Correct the cell.",
        WHEN,
    ]
    assert refused(team, "rate", "ann", "1", "c", state="blank") == [
        "column level: “c” is a level where the state is blank. Empty the cell, or make the state rated."
    ]
    assert refused(team, "rate", "ann", "1", "c", state="unresolved")[0].startswith("column state: “unresolved”")


@pytest.mark.parametrize(("member", "like"), [("zoe", "bob"), ("Ann", "ann"), ("../ann", "ann")])
def test_a_rating_by_nobody_is_refused(team, member, like):
    assert refused(team, "rate", member, "1", "c") == [
        f"“{member}” is not a member of this assessment. Allowed: ann, ann-b, bob; nearest: {like}. "
        "Add the member to assessment.toml first."
    ]


def test_a_faulty_agreement_is_refused(team):
    assert refused(team, "agree", "99", "C", state="unresolved", at="soon") == [
        ITEM,
        "column level: “c” is a level where the state is unresolved. Empty the cell, or make the state rated.",
        WHEN,
    ]


def test_a_faulty_note_is_refused(team):
    assert refused(team, "add_note", "strenght", "x", section="prep", item="99", state="gone", at="soon") == [
        f"column kind: “strenght” is not a kind of note. Allowed: {', '.join(KINDS)}; nearest: strength. "
        "Correct the cell.",
        "column state: “gone” is not a state of a note. Allowed: kept, withdrawn; nearest: kept. Correct the cell.",
        f"column section: “prep” is not a section of this framework. {SECTIONS}; nearest: preparing. Correct the cell.",
        ITEM,
        WHEN,
    ]


def test_a_faulty_event_is_refused(team):
    assert refused(team, "record", "", "absent", at="soon") == [
        f"column section: The section is missing. {SECTIONS}. Give one of these.",
        "column member: The member is missing. Allowed: ann, ann-b, bob. Give one of these.",
        WHEN,
    ]
    assert refused(team, "record", "review", "Opened") == [
        f"column event: “Opened” is not an event. Allowed: {', '.join(EVENTS)}; nearest: opened. Correct the cell."
    ]


def test_an_empty_ratings_folder_that_a_tool_dropped_is_made_again(team):
    (team.folder / "ratings").rmdir()
    team.rate("ann", "1", "c")
    assert len(team.ratings) == 37


def test_a_folder_that_is_gone_is_an_error_and_not_a_new_folder(team):
    shutil.rmtree(team.folder)
    for write in (lambda: team.rate("ann", "1", "c"), lambda: team.agree("1", "c"), lambda: team.add_note("area", "x")):
        with pytest.raises(FileNotFoundError):
            write()
    assert not team.folder.exists()


def test_a_file_that_another_program_holds_is_an_error_that_names_it(team, monkeypatch):
    monkeypatch.setattr(journal, "_PATIENCE", 0.05)
    team.rate("ann", "1", "c")
    path = team.folder / "ratings" / "ann.csv"
    with portalocker.Lock(path, "ab"), pytest.raises(OSError) as error:  # noqa: PT011
        team.rate("ann", "1", "d")
    assert (error.value.strerror, error.value.filename) == ("Another program holds the file", str(path))
    assert team.rate("ann", "1", "e")["level"] == "e"
    assert team.history["new"].tolist() == ["c", "e"]


def test_two_people_with_the_folder_open_see_each_other_s_rows(team):
    other = al.open_assessment(team.folder)
    team.rate("ann", "1", "c")
    other.rate("bob", "1", "d")
    assert team.ratings.dropna(subset="level")["member"].tolist() == ["ann", "bob"]
    assert other.ratings.equals(team.ratings)
