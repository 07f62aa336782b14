"""The fingerprint of a record: the same for the same words, another after any change, and the change is named."""

import shutil

import pandas as pd
import pytest

from assesslib import open_assessment
from assesslib.assessment.fingerprint import UNTOLD, changes_since, fingerprint, grouped, signing_time
from assesslib.assessment.layout import SETTINGS
from assesslib.faults import FaultsError
from assesslib.places import shipped


@pytest.fixture
def spoken(team):
    team.rate("ann", "5", "b", comment="As ever", at="2026-03-03T09:00:00Z")
    team.agree("5", "c", at="2026-03-03T10:00:00Z")
    team.add_note("area", "No time.", id="area-1", section="preparing", at="2026-03-03T11:00:00Z")
    return team


@pytest.fixture
def signed(spoken):
    at = signing_time(spoken.folder)
    return pd.Timestamp(at), fingerprint(spoken.folder)


def changed(team, signed):
    return changes_since(team.folder, *signed)


CHANGES = {
    "the rating of item 5 by ann was changed": lambda team: team.rate("ann", "5", "c", comment="As ever"),
    "the rating of item 5 by ann was taken back": lambda team: team.rate("ann", "5", state="blank"),
    "the rating of item 1 by bob was added": lambda team: team.rate("bob", "1", "a"),
    "the rating of item 1 by bob after the discussion was added": lambda team: team.rate("bob", "1", "a", round=2),
    "what was agreed on item 5 was changed": lambda team: team.agree("5", "c", dissent="Bob: d"),
    "an area for improvement was changed: “No time!”": lambda team: team.add_note(
        "area", "No time!", id="area-1", section="preparing"
    ),
    "an area for improvement was taken back: “No time.”": lambda team: team.add_note(
        "area", "", id="area-1", state="withdrawn"
    ),
    "a comment on 1 was added: “later”": lambda team: team.add_note("comment", "later", item="1"),
    "the answer to a question was added": lambda team: team.add_note("answer", "", about=["themes", "area-1"]),
    "a cause was added: “Cuts”": lambda team: team.add_note("cause", "Cuts", id="cause-1", about=["area-1"]),
}


@pytest.mark.parametrize("said", CHANGES)
def test_any_change_gives_another_fingerprint_and_is_named(spoken, signed, said):
    CHANGES[said](spoken)
    assert fingerprint(spoken.folder) != signed[1]
    assert changed(spoken, signed) == (said,)


def test_a_split_names_its_sides(spoken, signed):
    spoken.rate_split("bob", "1", {"town": "a", "county": "b"})
    assert changed(spoken, signed) == (
        "the rating of item 1 by bob, county was added",
        "the rating of item 1 by bob, town was added",
    )


SAME = {
    "saying the same again": lambda team: team.rate("ann", "5", "b", comment="As ever", by="somebody"),
    "a signature": lambda team: team.add_note("signature", "Ann", id="signature-chair", about=["chair"]),
    "an event": lambda team: team.record("preparing", "closed"),
    "an answer taken back that was never given": lambda team: team.rate("bob", "1", state="blank"),
    "a remark in the settings": lambda team: (team.folder / SETTINGS).write_text(
        "# A remark\n" + (team.folder / SETTINGS).read_text(encoding="utf-8"), encoding="utf-8"
    ),
    "a conflicted copy": lambda team: shutil.copy(team.folder / "notes.csv", team.folder / "notes (1).csv"),
}


@pytest.mark.parametrize("act", SAME)
def test_what_changes_no_word_changes_no_fingerprint(spoken, signed, act):
    SAME[act](spoken)
    assert fingerprint(spoken.folder) == signed[1]
    assert changed(spoken, signed) == ()


def test_a_change_and_its_return_leave_the_record_as_it_was_signed(spoken, signed):
    spoken.agree("5", "d")
    assert changed(spoken, signed) == ("what was agreed on item 5 was changed",)
    spoken.agree("5", "c")
    assert changed(spoken, signed) == ()


def test_what_no_journal_tells_is_said_to_be_so(spoken, signed):
    settings = spoken.folder / SETTINGS
    settings.write_text(settings.read_text(encoding="utf-8").replace("2026-03-03", "2026-03-04"), encoding="utf-8")
    assert changed(spoken, signed) == (UNTOLD,)
    spoken.agree("5", "d")
    assert changed(spoken, signed) == ("what was agreed on item 5 was changed", UNTOLD)


def test_a_row_altered_by_hand_is_not_missed(spoken, signed):
    notes = spoken.folder / "notes.csv"
    notes.write_text(notes.read_text(encoding="utf-8").replace("No time.", "Ample time."), encoding="utf-8")
    assert changed(spoken, signed) == (UNTOLD,)


def test_it_is_read_off_the_folder_wherever_that_is(spoken, signed, tmp_path):
    moved = shutil.move(spoken.folder, tmp_path / "elsewhere")
    assert fingerprint(moved) == signed[1]


def test_it_is_signed_after_every_row_even_where_a_clock_is_ahead(spoken):
    spoken.rate("bob", "1", "a", at="2999-01-01T00:00:00Z")
    assert signing_time(spoken.folder) == "2999-01-01T00:00:00.000000Z"


def test_it_is_signed_now_where_no_clock_is_ahead(spoken):
    before = pd.Timestamp.now(tz="UTC")
    assert pd.Timestamp(signing_time(spoken.folder)) >= before


def test_settings_with_faults_are_told(spoken):
    (spoken.folder / SETTINGS).write_text("date = 5\n", encoding="utf-8")
    with pytest.raises(FaultsError, match="is missing, empty or not a text"):
        fingerprint(spoken.folder)


def test_no_two_samples_are_alike():
    names = ("collaboration-2024", "collaboration-2025", "collaboration-2026", "cdrp-worked-example")
    found = {fingerprint(open_assessment(shipped("data") / name).folder) for name in names}
    assert len(found) == 4
    assert {len(one) for one in found} == {64}


def test_a_short_digest_is_grouped_as_far_as_it_goes():
    assert grouped("abcdef") == "abcd ef"
