"""The review of the sample assessments without a page: what the page tells it, and what it tells the page."""

import shutil

from assesslib.places import shipped
from assesslib.widgets import ChooseAssessment, Review

SAMPLES = ("collaboration-2026", "cdrp-worked-example")


def copied(folder):
    """A folder with copies of the samples."""
    for name in SAMPLES:
        shutil.copytree(shipped("data") / name, folder / name)
    return folder


def review_of(data, name="collaboration-2026"):
    """The review of one assessment in a folder."""
    choice = ChooseAssessment(data)
    choice.children[0].value = str(data / name)
    return Review(choice)


def heard(monkeypatch):
    """What the board says to the page from now on."""
    said = []
    monkeypatch.setattr("assesslib.widgets.review.ReviewBoard.send", lambda _, message: said.append(message))
    return said


def tell(screen, **entry):
    screen.board.receive({"seq": 1, **entry})


def note(screen, id):
    notes = screen.board.assessment.notes.set_index("id")
    return notes.loc[id]


def refused(screen, answers, **entry):
    """What the page is told, once it is certain that nothing was written."""
    before = len(screen.board.assessment.history)
    tell(screen, **entry)
    assert len(screen.board.assessment.history) == before
    assert answers[-1]["type"] == "refused"
    return answers[-1]["text"]
