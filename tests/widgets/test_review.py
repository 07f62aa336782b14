"""The review board: what it shows, what it writes, and what it says when it may not or cannot."""

import errno
import shutil

import pytest

import assesslib as al
from assesslib.assessment.fingerprint import UNTOLD, fingerprint
from assesslib.places import shipped
from assesslib.tables import review
from assesslib.widgets import ChooseAssessment, Review

SAMPLES = ("collaboration-2026", "cdrp-worked-example")


@pytest.fixture
def data(tmp_path):
    for name in SAMPLES:
        shutil.copytree(shipped("data") / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def screen(data):
    choice = ChooseAssessment(data)
    return Review(choice)


@pytest.fixture
def form(data):
    """The review of the form that has a process record and signatories."""
    choice = ChooseAssessment(data)
    choice.children[0].value = str(data / "cdrp-worked-example")
    return Review(choice)


@pytest.fixture
def answers(monkeypatch):
    """What the board says to the page."""
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


def sign(form, **given):
    said = {"role": "chair", "name": "Ann", "organisation": "The Council", "read": True}
    tell(form, type="sign", **said | {"fingerprint": form.board.state["signing"]["fingerprint"]} | given)


def chair(form):
    return next(role for role in form.board.state["signing"]["roles"] if role["id"] == "chair")["signed"]


# ---- what it shows


def test_everything_stands_in_the_state(screen):
    state = screen.board.state
    assert [one["title"] for one in state["written"]][-1] == "Results"
    assert [one["question"] for one in state["questions"]] == ["significant", "themes", "causes"]
    assert [one["ticks"] for one in state["questions"]] == [True, False, False]
    assert state["without"] == ["area-14"]
    assert (len(state["causes"]), len(state["actions"])) == (4, 6)
    assert [one["id"] for one in state["sections"]] == ["results"]
    assert [(one["label"], len(one["notes"])) for one in state["sections"][0]["lists"]] == [
        ("Strengths", 2),
        ("Areas for Improvement", 2),
    ]


def test_a_form_without_process_or_signatories_shows_no_such_part(screen):
    assert (screen.board.state["process"], screen.board.state["signing"]) == (None, None)


def test_a_form_with_them_shows_them_and_no_closing_questions(form):
    state = form.board.state
    assert (state["questions"], state["sections"], state["asks_areas"]) == ([], [], False)
    assert [len(state["process"]["rows"]), len(state["signing"]["roles"])] == [6, 8]
    assert len(state["goals"]) == 52
    assert state["agreed"][1]["items"][0] == {
        "item": "2.1", "agreed": "Local: W – Working towards; National: S – Some success"
    }  # fmt: skip


def test_no_members_level_stands_in_the_state_and_nothing_in_the_repr(tmp_path):
    members = [{"id": "ann", "name": "Ann"}]
    one = al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X", members=members)
    board = Review(ChooseAssessment(tmp_path)).board
    before = dict(board.state)
    one.rate("ann", "1", "a", comment="Not at all.")
    board.refresh()
    assert board.state == before | {"later": board.state["later"]}
    assert board.state["later"] == (
        "Comments that members wrote while rating are shown here once their section is closed. "
        "Still open: Preparing the ground."
    )
    assert (repr(board), repr(Review(ChooseAssessment(tmp_path)))) == ("ReviewBoard", "Review")


def test_it_follows_the_choice(data):
    choice = ChooseAssessment(data)
    screen = Review(choice)
    before = screen.board
    choice.children[0].value = str(data / "cdrp-worked-example")
    assert screen.board.state["assessment"] == "cdrp-worked-example"
    assert screen.children == (screen.board,)
    assert before.comm is None


def test_without_an_assessment_it_is_empty(tmp_path):
    assert Review(ChooseAssessment(tmp_path)).children == ()


def test_what_others_write_is_shown_on_a_look_at_the_folder(screen):
    elsewhere = al.open_assessment(screen.board.assessment.folder)
    elsewhere.add_note("cause", "Habit.", id="cause-9", about=["area-14"])
    screen.board._look()
    assert screen.board.state["without"] == []


# ---- what it writes


def test_an_answer_is_kept_and_its_edit_is_a_new_row_of_the_same_note(screen, answers):
    tell(screen, type="tick", target="area-02", on=True)
    tell(screen, type="answer", question="significant", text="Time.")
    kept = note(screen, "answer-significant")
    assert (kept["text"], kept["about"], kept["by"]) == ("Time.", "significant area-02", "facilitator")
    assert screen.board.state["questions"][0]["answer"] == "Time."
    assert answers[-1] == {"type": "saved", "seq": 1}


def test_a_question_of_a_section_is_answered_with_its_section(screen):
    tell(screen, type="answer", question="partners-think", text="Well.")
    kept = note(screen, "answer-partners-think")
    assert (kept["section"], kept["about"]) == ("results", "partners-think")
    assert screen.board.state["sections"][0]["questions"][0]["answer"] == "Well."


def test_ticks_choose_the_most_significant_and_can_come_before_the_words(tmp_path):
    one = al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")
    for id in ("area-1", "area-2"):
        one.add_note("area", "Slow.", id=id, section="results")
    screen = Review(ChooseAssessment(tmp_path))
    for id, on in (("area-2", True), ("area-1", True), ("area-2", False), ("area-1", True)):
        tell(screen, type="tick", target=id, on=on)
    assert note(screen, "answer-significant")["about"] == "significant area-1"
    assert [area["significant"] for area in screen.board.state["areas"]] == [True, False]


def test_an_answer_that_had_an_id_of_its_own_keeps_it(tmp_path):
    one = al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")
    one.add_note("answer", "Before.", id="answer-77", about=["themes"])
    screen = Review(ChooseAssessment(tmp_path))
    tell(screen, type="answer", question="themes", text="After.")
    assert one.notes[["id", "text"]].to_numpy().tolist() == [["answer-77", "After."]]


def test_a_cause_is_added_and_tied_to_areas_and_causes(screen):
    tell(screen, type="note", id="cause-5", kind="cause", text="Nobody looks ahead.")
    for target in ("area-14", "area-01", "cause-01"):
        tell(screen, type="link", id="cause-5", target=target, on=True)
    tell(screen, type="link", id="cause-5", target="area-01", on=False)
    assert note(screen, "cause-5")["about"] == "area-14 cause-01"
    assert screen.board.state["causes"][-1] == {
        "id": "cause-5", "text": "Nobody looks ahead.", "areas": ("area-14",), "leads_to": ("cause-01",)
    }  # fmt: skip
    assert screen.board.state["without"] == []


def test_an_action_keeps_what_is_not_changed(screen):
    tell(screen, type="note", id="action-02", kind="action", status="done")
    kept = note(screen, "action-02")
    assert kept[["owner", "due", "measure", "status", "about"]].tolist() == [
        "Amara", "2026-06-30", "Four dated progress notes by next March.", "done", "cause-02 area-16"
    ]  # fmt: skip


def test_two_screens_change_different_fields_of_one_action(data):
    screens = [Review(ChooseAssessment(data)) for _ in range(2)]
    tell(screens[0], type="note", id="action-02", kind="action", owner="Olek")
    tell(screens[1], type="note", id="action-02", kind="action", due="2027-01-31")
    assert note(screens[0], "action-02")[["owner", "due"]].tolist() == ["Olek", "2027-01-31"]


def test_a_new_action_has_all_its_fields(screen):
    said = {"text": "Ask.", "owner": "Ann", "due": "2026-09-30", "measure": "Asked.", "status": "open"}
    tell(screen, type="note", id="action-9", kind="action", **said)
    assert screen.board.state["actions"][-1] == {"id": "action-9", "about": (), **said}


def test_strengths_and_areas_of_a_section_that_is_not_rated(screen):
    tell(screen, type="note", id="area-20", kind="area", section="results", text="Slow.")
    assert screen.board.state["sections"][0]["lists"][1]["notes"][-1] == {"id": "area-20", "text": "Slow."}
    assert screen.board.state["without"] == ["area-14", "area-20"]


def test_what_is_taken_out_can_be_put_back_and_is_never_deleted(screen):
    tell(screen, type="withdraw", id="cause-01")
    assert [cause["id"] for cause in screen.board.state["causes"]] == ["cause-02", "cause-03", "cause-04"]
    tell(screen, type="note", id="cause-01", kind="cause", text="Cuts.", about=["area-14", "cause-02"])
    assert note(screen, "cause-01")["about"] == "area-14 cause-02"
    history = screen.board.assessment.history.query("subject == 'cause-01'")
    assert history["new"].tolist()[1:] == ["withdrawn", "Cuts."]


def test_the_process_record_is_kept_by_row(form):
    tell(form, type="process", row="consultation-postal", text="By post.")
    tell(form, type="process", row="consultation-postal", text="By post and by hand.")
    assert note(form, "process-consultation-postal")[["text", "about"]].tolist() == [
        "By post and by hand.", "consultation-postal"
    ]  # fmt: skip
    assert form.board.state["process"]["rows"][1]["comment"] == "By post and by hand."


def test_markup_stays_text_in_the_state(screen):
    tell(screen, type="answer", question="themes", text="<img src=x onerror=alert(1)>")
    assert screen.board.state["questions"][1]["answer"] == "<img src=x onerror=alert(1)>"


# ---- signing


def test_a_signature_says_who_when_and_what(form):
    now = fingerprint(form.board.assessment.folder)
    sign(form)
    kept = note(form, "signature-chair")
    assert kept[["text", "owner", "measure", "about"]].tolist() == ["Ann", "The Council", now, "chair"]
    assert chair(form) | {"at": ""} == {
        "id": "signature-chair", "name": "Ann", "organisation": "The Council", "at": "", "changes": [],
        "short": f"{now[:4]} {now[4:8]} {now[8:12]} {now[12:16]}",
    }  # fmt: skip
    assert chair(form)["at"] == kept["at"].isoformat()


def test_a_second_signature_does_not_change_the_first(form):
    sign(form)
    sign(form, role="police", name="Bob", organisation="")
    assert [bool(role["signed"]) for role in form.board.state["signing"]["roles"]].count(True) == 2
    assert chair(form)["changes"] == []


def test_a_later_change_shows_and_is_named(form):
    sign(form)
    tell(form, type="process", row="group-work", text="Two half days.")
    assert chair(form)["changes"] == ["process process-group-work was added"]
    form.board.assessment.agree("1.1", "D")
    form.board.refresh()
    assert chair(form)["changes"] == [
        "what was agreed on item 1.1 was changed",
        "process process-group-work was added",
    ]


def test_a_change_that_no_journal_tells_shows_too(form):
    sign(form)
    settings = form.board.assessment.folder / "assessment.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("Worked example", "Another"), encoding="utf-8")
    form.board.refresh()
    assert chair(form)["changes"] == [UNTOLD]


def test_a_signature_can_be_taken_back(form):
    sign(form)
    tell(form, type="withdraw", id="signature-chair")
    assert chair(form) is None
    sign(form, name="Cas")
    assert chair(form)["name"] == "Cas"


# ---- what it refuses


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


def test_signing_takes_a_name_and_the_statement(form, answers):
    shown = form.board.state["signing"]["fingerprint"]
    said = {"type": "sign", "role": "chair", "fingerprint": shown}
    assert refused(form, answers, **said, name=" ", read=True) == (
        "Name of partnership Chair: there is no name. Write the name of the person who signs."
    )
    assert refused(form, answers, **said, name="Ann", read=False) == (
        "Ann has not agreed to the statement yet. Tick the box under the name first."
    )


def test_what_changed_while_it_was_read_is_not_signed(form, answers):
    shown = form.board.state["signing"]["fingerprint"]
    form.board.assessment.agree("1.1", "D")
    now = fingerprint(form.board.assessment.folder)
    said = refused(form, answers, type="sign", role="chair", name="Ann", read=True, fingerprint=shown)
    assert said == (
        f"The record was changed while it was being signed: it is now {now[:4]} {now[4:8]} {now[8:12]} {now[12:16]}, "
        f"not {shown[:4]} {shown[4:8]} {shown[8:12]} {shown[12:16]}. Read it again, then sign."
    )


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


def test_the_folder_is_read_the_same_however_often(screen):
    before = dict(screen.board.state)
    screen.board.refresh()
    assert screen.board.state == before
    folder = screen.board.assessment.folder
    assert review.causes(al.open_assessment(folder).notes)["id"].tolist() == [one["id"] for one in before["causes"]]
