"""Setting up: nothing is written before the button, nothing is overwritten, and members are known again."""

import errno
from datetime import date

import pytest

import assesslib as al
from assesslib.widgets import SetUp, roster, set_up

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"
TEAM = [("Ann", "Council", "manager"), ("Bo", "Trust", "officer")]
FULL = {"framework": CSIT, "partnership": "Our Team", "date": "2027-03-02"}


def rows(*people):
    return [dict(zip(("name", "organisation", "role"), person, strict=False)) for person in people]


@pytest.fixture
def data(tmp_path):
    members = [{"id": "m1", "name": "Ann", "organisation": "Council", "role": "manager"},
               {"id": "m2", "name": "Bo", "organisation": "Trust"}, {"id": "cy"}]  # fmt: skip
    al.create_assessment(tmp_path / "team-2026", framework=CDRP, partnership="Our Team", date="2026-03-03",
                         members=members)  # fmt: skip
    return tmp_path


@pytest.fixture
def screen(data):
    made = SetUp(data)
    made.heard = []
    made.send = made.heard.append
    return made


def enter(screen, **said):
    screen.draft = dict(screen.draft) | said


def ask(screen, **entry):
    """What the page is answered."""
    screen.receive({"seq": 1, **entry})
    return screen.heard[-1]


def remarks(screen):
    return [row["remark"] for row in screen.shown["rows"]]


def missing(screen):
    return [one["text"] for one in screen.shown["missing"]]


def test_it_begins_with_today_and_says_what_there_is_to_choose(screen):
    assert screen.draft["date"] == date.today().isoformat()
    assert {one["value"]: (one["title"], one["asks"]) for one in screen.shown["frameworks"]} == {
        CDRP: ("CDRP / DAT partnership self-assessment", "20 standards in 5 sections"),
        CSIT: ("Self-Assessment of ‘Collaborative Working’", "37 key features in 6 sections"),
    }
    assert screen.shown["frameworks"][0]["levels"][0] == {"code": "G", "label": "Gap identified"}
    assert [one["label"] for one in screen.shown["earlier"]] == ["Our Team, 3 March 2026 (team-2026)"]


def test_what_is_missing_is_said_step_by_step(screen):
    enter(screen, date="")
    assert screen.shown["missing"] == [
        {"step": "framework", "text": "Choose a framework."},
        {"step": "partnership", "text": "Name the partnership."},
        {"step": "partnership", "text": "Choose the date."},
        {"step": "team", "text": "Name at least one member of the team."},
    ]


def test_the_button_makes_the_folder_and_says_so_afterwards(screen, data):
    answer = ask(screen, type="make", draft=screen.draft | FULL | {"rows": rows(*TEAM)})
    assert answer == {"seq": 1, "type": "make"}
    assert screen.shown["made"] == {"folder": f"{data.name}/our-team-2027", "partnership": "Our Team", "members": 2}
    made = al.open_assessment(data / "our-team-2027")
    assert (made.framework.id, made.partnership, made.date) == (CSIT, "Our Team", "2027-03-02")
    assert made.members.values.tolist() == screen.table.values.tolist() == [
        ["ann", "Ann", "Council", "manager"], ["bo", "Bo", "Trust", "officer"]]  # fmt: skip
    assert list(screen.table.columns) == ["id", "name", "organisation", "role"]


def test_a_remark_goes_along(screen, data):
    ask(screen, type="make", draft=screen.draft | FULL | {"rows": rows(*TEAM), "about": " A <b>trial</b>. "})
    assert al.open_assessment(data / "our-team-2027").about == "A <b>trial</b>."


def test_nothing_but_the_draft_is_written_before(screen, data):
    enter(screen, **FULL, rows=rows(*TEAM))
    assert missing(screen) == []
    assert sorted(path.name for path in data.iterdir()) == [".set-up-draft.toml", "team-2026"]


def test_what_is_there_is_never_overwritten(screen, data):
    before = (data / "team-2026" / "assessment.toml").read_bytes()
    answer = ask(screen, type="make", draft=screen.draft | FULL | {"rows": rows(*TEAM), "folder": "team-2026"})
    assert answer["type"] == "refused"
    assert answer["faults"] == missing(screen) == [
        f"“{data.name}/team-2026” is there already and is not overwritten. Give the folder another name."
    ]  # fmt: skip
    assert (data / "team-2026" / "assessment.toml").read_bytes() == before


def test_a_second_press_makes_no_second_folder(screen, data):
    draft = screen.draft | FULL | {"rows": rows(*TEAM)}
    assert ask(screen, type="make", draft=draft)["type"] == "make"
    assert ask(screen, type="make", draft=draft)["type"] == "refused"
    assert sorted(path.name for path in data.iterdir()) == ["our-team-2027", "team-2026"]


@pytest.mark.parametrize("name", ["a/b", "..", "-x", "CON", "nul.txt", "x" * 61, "what?", "end."])
def test_a_folder_is_called_so_that_every_system_can_hold_it(screen, name):
    enter(screen, **FULL, rows=rows(*TEAM), folder=name)
    short = name if len(name) <= 60 else "x" * 59 + "…"
    assert missing(screen) == [
        f"“{short}” cannot be the name of a folder. "
        "Use at most 60 letters, digits, spaces, - and _, a letter or digit first."
    ]


def test_the_folder_is_proposed_and_a_name_without_letters_asks_for_one(screen):
    enter(screen, **FULL, rows=rows(*TEAM))
    assert screen.shown["folder"] == "our-team-2027"
    enter(screen, partnership="王伟")
    assert missing(screen) == ["Name the folder: none can be made from these letters."]
    enter(screen, folder="Wang 2027")
    assert missing(screen) == []


def test_why_the_disk_would_not_is_said_and_what_was_typed_stays(screen, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(set_up, "create_assessment", full)
    answer = ask(screen, type="make", draft=screen.draft | FULL | {"rows": rows(*TEAM)})
    assert answer == {"seq": 1, "type": "refused", "faults": [
        "NOT DONE: the disk is full. What you entered is kept here: put it right, then try again."]}  # fmt: skip
    assert screen.table["name"].tolist() == ["Ann", "Bo"]
    assert screen.shown["made"] == {}


def test_a_row_without_a_name_is_told_and_an_empty_one_is_not(screen):
    enter(screen, **FULL, rows=rows(TEAM[0], ("", "", ""), (" ", "Trust", "")))
    assert missing(screen) == ["Row 3 of the team has no name: write it, or remove the row."]
    assert remarks(screen) == ["", "", "Write a name, or remove the row"]


def test_last_years_team_is_copied_with_its_ids(screen):
    answer = ask(screen, type="carry", earlier="team-2026")
    assert (answer["framework"], answer["partnership"]) == (CDRP, "Our Team")
    enter(screen, earlier="team-2026", rows=answer["rows"])
    assert screen.table.values.tolist() == [
        ["m1", "Ann", "Council", "manager"], ["m2", "Bo", "Trust", ""], ["cy", "cy", "", ""]]  # fmt: skip
    assert remarks(screen) == ["From last time"] * 3
    assert screen.shown["left_out"] == []
    assert ask(screen, type="carry", earlier="") == {"seq": 1, "type": "carry", "earlier": "", "rows": []}


def test_a_name_put_right_is_the_same_person_and_another_name_is_not(screen):
    one, two, three = ask(screen, type="carry", earlier="team-2026")["rows"]
    enter(screen, earlier="team-2026", rows=[one | {"name": "Ann Smith"}, two | {"name": "Grace"}])
    assert screen.table["id"].tolist() == ["m1", "grace"]
    assert remarks(screen) == ["The same person as “Ann” last time", "New, in the place of “Bo”"]
    assert screen.shown["left_out"] == ["Bo", "cy"]


def test_who_was_typed_anew_is_known_by_name_and_organisation(screen):
    enter(screen, earlier="team-2026", rows=rows(("ANN", "council"), ("Bo", "College"), ("Cy", "Trust"), ("Cý",)))
    assert screen.table["id"].tolist() == ["m1", "bo", "cy-2", "cy"]
    assert remarks(screen)[:2] == ["From last time", "New"]


def test_one_that_cannot_be_opened_cannot_be_chosen(data):
    (data / "team-2026" / "assessment.toml").write_text("framework = 5\n")
    screen = SetUp(data)
    assert screen.shown["earlier"] == [
        {"value": "team-2026", "label": "team-2026 (cannot be opened)", "usable": False}]  # fmt: skip
    screen.send = screen.__dict__.setdefault("heard", []).append
    assert ask(screen, type="carry", earlier="team-2026")["type"] == "refused"


def test_a_framework_of_the_teams_own_goes_along(data):
    own = al.load_framework(CDRP)
    source = (al.places.shipped("frameworks") / f"{own.id}.toml").read_text(encoding="utf-8")
    (data / "own.toml").write_text(source.replace(own.id, "our-own").replace(own.title, "Our own"), encoding="utf-8")
    al.create_assessment(data / "own-2026", framework=str(data / "own.toml"), partnership="Own", members=[{"id": "a"}])
    screen = SetUp(data)
    screen.send = screen.__dict__.setdefault("heard", []).append
    named = str(data / "own-2026" / "own.toml")
    assert screen.shown["frameworks"][-1]["asks"] == "20 standards in 5 sections, from own-2026"
    assert ask(screen, type="carry", earlier="own-2026")["framework"] == named
    ask(screen, type="make", draft=screen.draft | FULL | {"framework": named, "rows": rows(*TEAM)})
    assert al.open_assessment(data / "our-team-2027").framework.title == "Our own"


def test_a_pasted_list_is_added_to_what_is_there(screen):
    enter(screen, rows=rows(("Ann", "Council")))
    answer = ask(screen, type="paste", text="Role\tName\tOrganisation\nboss\tAnn\tCouncil\n\tBo\tTrust\nboss\t\t")
    assert answer["rows"] == [{"name": "Bo", "organisation": "Trust", "role": ""}]
    assert answer["said"] == [
        ("fault", "the pasted list, row 4: “boss” stands without a name. "
                  "The row was left out: add this member by hand."),
        ("note", "“Ann” is in the team already. The row was not added again."),
    ]  # fmt: skip


def test_markup_in_a_name_is_kept_as_text(screen, data):
    evil = "<img src=x onerror=alert(1)>"
    ask(screen, type="make", draft=screen.draft | FULL | {"rows": rows((evil, '"&', "'"))})
    assert al.open_assessment(data / "our-team-2027").members.values.tolist() == [
        ["img-src-x-onerror-alert-1", evil, '"&', "'"]]  # fmt: skip


def test_what_it_cannot_do_is_said(screen):
    assert ask(screen, type="dance") == {
        "seq": 1, "type": "refused", "faults": ["“dance” is nothing this page can do."]}  # fmt: skip


def test_it_shows_no_name_where_the_notebook_would_keep_it(screen):
    enter(screen, **FULL, rows=rows(*TEAM))
    assert repr(screen) == "SetUp"


@pytest.mark.parametrize(
    ("name", "id"),
    [("Ann", "ann"), ("Zoë Ng-O’Hara", "zoe-ng-ohara"), ("Łukasz Strauß", "lukasz-strauss"), ("王伟", "member"),
     ("CON", "con-2"), ("…", "member"), ("x" * 50, "x" * 40), ("+1", "1")],
)  # fmt: skip
def test_an_id_is_made_from_the_name(name, id):
    assert [one.id for one in roster.team(rows((name,)))] == [id]


def test_ids_are_unlike_and_never_too_long():
    assert [one.id for one in roster.team(rows(("Ann",), ("Ánn",), ("ann-2",), ("x" * 50,), ("x" * 50,)))] == [
        "ann", "ann-2", "ann-2-2", "x" * 40, "x" * 38 + "-2"]  # fmt: skip


def test_namesakes_and_two_spellings_of_an_organisation_are_pointed_out():
    said = rows(("Ann", "The Council"), ("Bo", "the council"), ("ann", "Trust"))
    assert roster.remarks(said, roster.team(said)) == ["", "Row 1 writes “The Council”", "Row 1 has this name too"]
