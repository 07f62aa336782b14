"""Who signs the form, what was signed, and what was changed since."""

from review_kit import note, refused, tell

from assesslib.assessment.fingerprint import UNTOLD, fingerprint


def sign(form, **given):
    said = {"role": "chair", "name": "Ann", "organisation": "The Council", "read": True}
    tell(form, type="sign", **said | {"fingerprint": form.board.state["signing"]["fingerprint"]} | given)


def chair(form):
    return next(role for role in form.board.state["signing"]["roles"] if role["id"] == "chair")["signed"]


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
    assert chair(form)["changes"] == ["a row of the process record was added: “Two half days.”"]
    form.board.assessment.agree("1.1", "D")
    form.board.refresh()
    assert chair(form)["changes"] == [
        "what was agreed on item 1.1 was changed",
        "a row of the process record was added: “Two half days.”",
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
