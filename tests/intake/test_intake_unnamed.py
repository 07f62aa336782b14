"""Exports in which nobody is named, taken in one after the other: the same response stays the same member."""

import pytest
from intake.intake_kit import written

from assesslib.assessment import open_assessment
from assesslib.intake import import_into, take_in
from assesslib.intake.take_in import Into

HEAD = "ID,Start time,Completion time,Email,Name,1.1,1.2,1.3\n"
ROWS = [f"{n},2/{n + 12}/26 9:00:00,2/{n + 12}/26 9:10:00,anonymous,,{levels}\n" for n, levels in
        enumerate(("G,W,S", "W,W,S", "S,W,G", "D,D,D"), 1)]  # fmt: skip


@pytest.fixture
def into(tmp_path):
    into = Into(tmp_path / "team", "cdrp-dat-partnership", "Test", "2026-03-01")
    take_in(import_into([written(tmp_path / "mon.csv", HEAD + "".join(ROWS[:3]))], into)[1], into)
    return into


def test_of_a_later_export_only_who_is_new_is_added(tmp_path, into):
    before = open_assessment(into.folder).members["id"].tolist()
    changes = import_into([written(tmp_path / "fri.csv", HEAD + "".join(ROWS))], into, add_members=True)[1]
    assert (len(changes.members), changes.ratings.number) == (1, 3)
    take_in(changes, into)
    assert open_assessment(into.folder).members["id"].tolist()[:3] == before


def test_an_edited_response_changes_its_own_ratings(tmp_path, into):
    result, changes = import_into([written(tmp_path / "fri.csv", HEAD + ROWS[0].replace("G,W,S", "D,W,S"))], into)
    assert result.wrong == ()
    assert [[row["level"] for row in rows] for rows in changes.ratings.values()] == [["D"]]


def test_responses_far_from_the_assessments_day_are_asked_about(tmp_path, into):
    old = written(tmp_path / "old.csv", HEAD + "".join(ROWS).replace("/26 ", "/24 "))
    wrong = [str(fault) for fault in import_into([old], into, add_members=True)[0].wrong]
    assert wrong == [
        "old.csv: 4 responses are of 2024-02-13 to 2024-02-16, more than 200 days before the assessment’s date "
        "(2026-03-01). Say which of them belong here: divide the file, or correct the assessment’s date; or accept "
        "what is likely, and all of them are taken."
    ]
