"""A file that comes in again after people worked in the folder: what they did is kept, and told."""

import pandas as pd
import pytest
from intake.intake_kit import team_in, written

from assesslib.assessment import open_assessment
from assesslib.intake import changes_of, import_into, take_in
from assesslib.intake.take_in import Into
from assesslib.readers.result import NOTED, ImportResult

TURNED = "Ref,Ann Ash,Bob Birch,Consensus\n1.1,G,W,W\n1.2,S,S,\n1.3,D,D,unresolved\n1.4,G,G,G\n"


@pytest.fixture
def ours(tmp_path):
    """The folder, taken in once, and a way to take the file in again: what is told of it."""
    team = team_in(tmp_path / "team")
    file, into = written(tmp_path / "a.csv", TURNED), Into(team.folder)
    take_in(import_into([file], into)[1], into)

    def again(text=TURNED, **options):
        result, changes = import_into([written(file, text)], into, **options)
        take_in(changes, into)
        return [str(fault) for fault in result.faults if any(words in str(fault) for words in TOLD)]

    return open_assessment(team.folder), again


TOLD = ("in the folder", "taken in later", "earlier file")


def level(team, member, item):
    said = team.ratings_of(member).set_index("item")["level"]
    return said[item]


def agreed(team):
    said = team.consensus.astype("object").fillna("").set_index("item")
    return said.loc[["1.1", "1.3", "1.4"], "level"].tolist()


def test_a_rating_that_was_changed_since_stays_and_is_told(ours):
    team, again = ours
    team.rate("ann", "1.1", "D")
    assert again() == [
        "1 rating is not taken, since somebody gave another one in the folder: ann 1.1 (D, in the file G)."
    ]
    assert level(team, "ann", "1.1") == "D"
    assert again(replacing=True) == []
    assert level(team, "ann", "1.1") == "G"


def test_the_rest_of_a_file_that_was_corrected_comes_in(ours):
    team, again = ours
    team.rate("ann", "1.1", "D")
    team.rate("bob", "1.4", state="blank")
    assert again(TURNED.replace("1.2,S,S", "1.2,W,S")) == [
        "2 ratings are not taken, since somebody gave others in the folder: ann 1.1 (D, in the file G), "
        "bob 1.4 (no answer, in the file G).",
        "1 rating changes what an earlier file said: ann 1.2 (S, in the file W).",
    ]
    assert (level(team, "ann", "1.1"), level(team, "ann", "1.2")) == ("D", "W")


def test_the_file_of_before_does_not_undo_the_corrected_one(ours):
    team, again = ours
    assert again(TURNED.replace("1.2,S,S,", "1.2,W,D,").replace("1.1,G,W,W", "1.1,G,W,S")) == [
        "2 ratings change what an earlier file said: ann 1.2 (S, in the file W), bob 1.2 (S, in the file D).",
        "1 line of the consensus changes what an earlier file said: 1.1 (W, in the file S).",
    ]
    assert again() == [
        "2 ratings are not taken, since a file that was taken in later said otherwise: ann 1.2 (W, in the file S), "
        "bob 1.2 (D, in the file S).",
        "1 line of the consensus is not taken, since a file that was taken in later said otherwise: "
        "1.1 (S, in the file W).",
    ]
    assert (level(team, "ann", "1.2"), agreed(team)[0]) == ("W", "S")


def test_a_consensus_that_was_changed_or_opened_again_stays_and_is_told(ours):
    team, again = ours
    team.agree("1.1", "S")
    team.agree("1.4", state="blank")
    assert again() == [
        "2 lines of the consensus are not taken, since somebody gave others in the folder: 1.1 (S, in the file W), "
        "1.4 (no answer, in the file G)."
    ]
    assert agreed(team) == ["S", "", ""]
    assert again(replacing=True) == []
    assert agreed(team) == ["W", "", "G"]


def test_a_note_that_was_withdrawn_or_reworded_is_not_added_again(tmp_path):
    team = team_in(tmp_path / "team")
    texts = ("Meetings are short.", "Minutes are late.", "We meet.")
    notes = [dict.fromkeys(NOTED, "") | {"kind": "strength", "item": "1.1", "text": text} for text in texts]
    result = ImportResult(team.framework, notes=pd.DataFrame(notes, columns=list(NOTED)))
    take_in(changes_of(result, team), Into(team.folder))
    ids = team.notes.set_index("text")["id"]
    team.add_note("strength", texts[0], id=ids[texts[0]], item="1.1", state="withdrawn")
    team.add_note("strength", "Minutes come.", id=ids[texts[1]], item="1.1")
    changes = changes_of(result, team)
    assert changes.notes == ()
    assert [str(fault) for fault in changes.kept] == [
        "2 notes are not added, since they were withdrawn or reworded in the folder: “Meetings are short.”, "
        "“Minutes are late.”."
    ]
    assert [row["text"] for row in changes_of(result, team, replacing=True).notes] == list(texts[:2])
