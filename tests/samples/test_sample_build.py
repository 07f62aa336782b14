"""The folders in data hold what the tables say."""

import pytest

import assesslib as al

from . import roster
from .build import build_year
from .counting import NOTES, RATINGS, ROOT, SECTION, YEARS, letters

STATES = {".": "blank", "?": "dont_know", "-": "not_applicable", "/": "split"}


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module", params=YEARS)
def year(request):
    return request.param


@pytest.fixture(scope="module")
def assessment(year, tmp_path_factory):
    return al.open_assessment(build_year(year, tmp_path_factory.mktemp("data") / f"collaboration-{year}"))


@pytest.fixture(scope="module")
def alone(assessment):
    return assessment.ratings.query("round == 1").drop_duplicates(["item", "member"]).set_index(["item", "member"])


def test_the_shipped_folder_is_a_fresh_one(year, assessment):
    assert content(ROOT / "data" / f"collaboration-{year}") == content(assessment.folder)


def test_it_has_no_faults(assessment):
    assert assessment.faults == ()


def test_ratings(year, alone):
    said = {(item, who): letter for item, line in letters(year).items() for who, letter in line.items()}
    assert dict(alone["state"]) == {key: STATES.get(letter, "rated") for key, letter in said.items()}
    rated = alone["level"][alone["state"] == "rated"]
    assert dict(rated) == {key: letter for key, letter in said.items() if letter in "abcde"}


def test_comments_come_back_as_they_were_written(year, alone):
    assert dict(alone["comment"][alone["comment"] != ""]) == RATINGS[year].COMMENTS


def test_splits(year, assessment):
    split = assessment.ratings.query("state == 'split'")
    found = {(row.item, row.member, row.facet): row.level for row in split.itertuples()}
    told = {(*key, facet): level for key, sides in RATINGS[year].SPLITS.items() for facet, level in sides.items()}
    assert found == told


def test_changed_minds_are_in_the_history(year, assessment):
    history = assessment.history.query("journal == 'ratings' and old != '' and facet == ''")
    changes = sorted((row.subject, row.member, row.old) for row in history.itertuples())
    words = STATES | {letter: letter for letter in "abcde"}
    told = sorted((*key, words[letter]) for key, first in RATINGS[year].EARLIER.items() for letter in first)
    assert changes == told


def test_round_2(year, assessment):
    again = assessment.ratings.query("round == 2")
    assert {(row.item, row.member): row.level for row in again.itertuples()} == RATINGS[year].AFTERWARDS


def test_consensus(year, assessment):
    decided = " ".join(RATINGS[year].CONSENSUS.values()).replace("!", "unresolved").split()
    found = assessment.consensus["level"].astype("object").where(assessment.consensus["state"] == "rated", "unresolved")
    assert dict(zip(assessment.consensus["item"], found, strict=True)) == dict(zip(SECTION, decided, strict=True))


def test_notes(year, assessment):
    notes = assessment.notes.set_index("id")
    told = NOTES[year]
    status = {action["id"]: action["status"] for action in told.ACTIONS}
    assert dict(notes["status"][notes["kind"] == "action"]) == status
    assert dict(notes["about"][notes["kind"] == "cause"]) == {id: about for id, _, about in told.CAUSES}
    areas = [(row.Index, row.section, row.item, row.text) for row in notes[notes["kind"] == "area"].itertuples()]
    assert tuple(areas) == told.AREAS


def test_every_row_of_the_day_lies_within_its_section(year, assessment):
    progress = assessment.progress.pivot_table(index="section", columns="event", values="at", aggfunc="first")
    ratings = assessment.ratings.dropna(subset="at")
    assert (ratings["at"] >= ratings["section"].map(progress["opened"])).all()
    assert (ratings["at"] <= ratings["section"].map(progress["closed"])).all()
    assert (assessment.consensus["at"] <= assessment.consensus["section"].map(progress["closed"])).all()


def test_who_was_absent(year, assessment):
    away = assessment.progress.query("event == 'absent'")
    found = [(row.section, row.member) for row in away.itertuples()]
    assert found == ([("review", "marek")] if year == "2025" else [])


def test_the_day_and_the_team(year, assessment):
    assert (assessment.date, assessment.about) == (roster.DATES[year], roster.ABOUT)
    assert tuple(assessment.members["id"]) == roster.ORDER[year]
