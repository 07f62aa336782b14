"""What the review board says when something is not allowed, or cannot be written."""

import errno

import pytest
from review_kit import note, refused, tell

REFUSED = {
    "“dance” is nothing the review can do. Allowed: answer, tick, note, link, withdraw, process, sign; "
    "nearest: answer.": {"type": "dance"},
    "“why” is not a question of this framework. Allowed: partners-think, shared-outcomes, significant, themes, causes; "
    "nearest: themes.": {"type": "answer", "question": "why", "text": "x"},
    "The text is empty. Write something, or use the button “Take out”.": {
        "type": "note", "id": "cause-01", "kind": "cause", "text": "  "},
    "“thing-1” is not an id for a note of the kind cause. Begin it with cause-.": {
        "type": "note", "id": "thing-1", "kind": "cause", "text": "x"},
    "“evidence” is not a kind of note that is made here. Allowed: strength, area, cause, action; nearest: action.": {
        "type": "note", "id": "evidence-01", "kind": "cause", "text": "x"},
    "“cause-01” cannot stand behind itself.": {"type": "link", "id": "cause-01", "target": "cause-01", "on": True},
    "“x” is not a row of this framework’s process record.": {"type": "process", "row": "x"},
    "“chair” is nobody who signs this framework.": {"type": "sign", "role": "chair", "name": "Ann", "read": True},
}  # fmt: skip


@pytest.mark.parametrize("said", REFUSED)
def test_what_is_not_allowed_is_said_and_nothing_is_written(screen, answers, said):
    assert refused(screen, answers, **REFUSED[said]) == said


@pytest.mark.parametrize(
    ("entry", "begins"),
    [
        (
            {"type": "tick", "target": "area-99"},
            "“area-99” is not an area for improvement of this assessment. Allowed: ",
        ),
        (
            {"type": "link", "id": "area-01", "target": "x"},
            "“area-01” is not a cause or an action of this assessment. ",
        ),
        ({"type": "link", "id": "cause-01", "target": "x"}, "“x” is nothing that a cause or an action can be about. "),
        ({"type": "withdraw", "id": "x"}, "“x” is not there any more, or cannot be taken out here. Allowed: "),
    ],
)
def test_what_is_not_there_is_said_with_what_is(screen, answers, entry, begins):
    assert refused(screen, answers, **entry).startswith(begins)


def test_a_framework_that_does_not_ask_has_no_most_significant_areas(form, answers):
    said = refused(form, answers, type="tick", target="goal-1.1-1", on=True)
    assert said == "This framework does not ask for the most significant areas for improvement."


def test_what_cannot_be_written_is_kept_and_written_later(screen, answers, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("assesslib.journal.append", full)
        tell(screen, type="answer", question="themes", text="Kept.")
    assert answers == [{
        "type": "waiting", "seq": 1,
        "text": "NOT SAVED: the disk is full. What you entered is kept here and tried again every second.",
    }]  # fmt: skip
    assert note(screen, "answer-themes")["text"] != "Kept."
    screen.board.flush()
    assert answers[-1] == {"type": "saved", "seq": 1}
    assert note(screen, "answer-themes")["text"] == "Kept."
