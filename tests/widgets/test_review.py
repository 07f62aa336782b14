"""The review board: what it shows, and what it writes."""

from review_kit import note, tell

import assesslib as al
from assesslib.tables import review
from assesslib.widgets import ChooseAssessment, Review


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


def test_what_the_form_prints_over_its_columns_and_at_its_lines_is_shown(form):
    state = form.board.state
    assert state["process"]["columns"] == ["Process", "Comments"]
    roles = {role["id"]: (role["title"], role["organisation"], role["signature"]) for role in state["signing"]["roles"]}
    assert roles["completed-by"] == ("Form completed by", "Organisation/role", "* Signature")
    assert roles["police"] == ("Name of Police Representative", "", "* Signature")


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
    assert screen.board.state["actions"][-1] == {"id": "action-9", "about": (), "notes": "", **said}


def test_what_the_plan_says_beside_an_action_stands_with_it(screen):
    tell(screen, type="note", id="action-9", kind="action", text="Ask.")
    screen.board.assessment.add_note("answer", "Asked twice.", id="answer-action-9", about=["action-9"])
    tell(screen, type="note", id="action-9", kind="action", owner="Ann")
    assert [one["notes"] for one in screen.board.state["actions"]] == [""] * 6 + ["Asked twice."]


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


def test_the_folder_is_read_the_same_however_often(screen):
    before = dict(screen.board.state)
    screen.board.refresh()
    assert screen.board.state == before
    folder = screen.board.assessment.folder
    assert review.causes(al.open_assessment(folder).notes)["id"].tolist() == [one["id"] for one in before["causes"]]
