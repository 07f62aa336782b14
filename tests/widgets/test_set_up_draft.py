"""An unfinished set-up: kept until the folder is made, shown again, and thrown away only when somebody says so."""

import errno
from datetime import date

import pytest

import assesslib as al
from assesslib.widgets import SetUp, set_up, set_up_draft
from assesslib.widgets.set_up_draft import FILE, new_draft

CSIT = "csit-collaborative-working"
FULL = {"framework": CSIT, "partnership": "Our Team", "date": "2027-03-02", "rows": [{"name": "Ann", "role": ""}]}
EVERY_SIGN = "<b>\"'\\ \x07 é\n# [x]"


def opened(data):
    made = SetUp(data)
    made.heard = []
    made.send = made.heard.append
    return made


@pytest.fixture
def screen(tmp_path):
    return opened(tmp_path)


def enter(screen, **said):
    screen.draft = dict(screen.draft) | said


def ask(screen, **entry):
    screen.receive({"seq": 1, **entry})
    return screen.heard[-1]


def notice(screen):
    return {name: screen.shown[name] for name in ("kept", "thrown", "not_kept")}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


NOTHING = {"kept": "", "thrown": False, "not_kept": ""}
THROWN = {"kept": "The unfinished set-up was thrown away.", "thrown": True, "not_kept": ""}
KEPT = {"kept": "Your unfinished set-up was kept: go on where you left off, or start again.", "thrown": False,
        "not_kept": ""}  # fmt: skip


def test_with_nothing_entered_there_is_no_file_and_no_notice(screen, tmp_path):
    enter(screen, step="team", date="2027-01-01", rows=[{"name": " "}])
    assert (names(tmp_path), notice(screen)) == ([], NOTHING)


def test_what_was_entered_is_there_when_the_page_is_opened_again(screen, tmp_path):
    team = [{"id": "a", "was": "Ann", "name": EVERY_SIGN, "organisation": "Trust", "role": "boss"}, {"name": "Bo"}]
    enter(screen, **FULL | {"rows": team, "step": "team"})
    again = opened(tmp_path)
    assert again.draft == screen.draft
    assert (notice(screen), notice(again)) == (NOTHING, KEPT)


def test_looking_back_is_kept_and_asked_for_in_the_folder_that_is_made(screen, tmp_path):
    enter(screen, looking_back=True)
    assert names(tmp_path) == [FILE]
    enter(screen, **FULL)
    again = opened(tmp_path)
    assert again.draft["looking_back"] is True
    assert ask(again, type="make")["type"] == "make"
    assert al.open_assessment(tmp_path / "our-team-2027").settings.looking_back is True
    assert new_draft()["looking_back"] is False


def test_emptied_again_it_is_not_kept(screen, tmp_path):
    enter(screen, partnership="Our Team")
    assert names(tmp_path) == [FILE]
    enter(screen, partnership="")
    assert names(tmp_path) == []


def test_it_is_no_assessment(screen, tmp_path):
    enter(screen, **FULL)
    assert al.assessment.list_assessments(tmp_path) == []
    assert SetUp(tmp_path).shown["earlier"] == []


def test_once_the_folder_is_made_it_is_gone_and_stays_gone(screen, tmp_path):
    enter(screen, **FULL)
    again = opened(tmp_path)
    assert ask(again, type="make")["type"] == "make"
    enter(again, partnership="Other")
    assert names(tmp_path) == ["our-team-2027"]
    assert opened(tmp_path).draft == new_draft()


def test_where_the_folder_was_not_made_it_stays(screen, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(set_up, "create_assessment", full)
    assert ask(screen, type="make", draft=screen.draft | FULL)["type"] == "refused"
    assert opened(tmp_path).draft["partnership"] == "Our Team"


def test_it_can_be_thrown_away_and_put_back(screen, tmp_path):
    enter(screen, **FULL)
    again = opened(tmp_path)
    fresh = ask(again, type="again", draft=again.draft)
    assert fresh == {"seq": 1, "type": "again", "draft": new_draft()}
    again.draft = fresh["draft"]
    assert (names(tmp_path), notice(again)) == ([], THROWN)
    enter(again, partnership="Typed since")
    assert notice(again) == NOTHING
    enter(again, partnership="")
    again.draft = ask(again, type="back")["draft"]
    assert (again.draft, names(tmp_path), notice(again)) == (screen.draft, [FILE], KEPT)


def test_where_it_cannot_be_kept_that_is_said_once_it_can_no_more(screen, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(set_up_draft, "write_whole", full)
        enter(screen, partnership="Our Team")
    assert notice(screen)["not_kept"] == (
        "The unfinished set-up cannot be kept on the disk: the disk is full. "
        "It stands on this page alone: do not close it before the folder is made."
    )
    enter(screen, partnership="Our Team!")
    assert (notice(screen), names(tmp_path)) == (NOTHING, [FILE])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml",
        "\x00",
        "rows = 5",
        'partnership = 5\nrows = ["x", {name = 5}]',
        'step = "nowhere"',
        "step = []",
        'looking_back = "yes"',
    ],
)
def test_a_file_that_is_no_draft_is_read_as_none(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    screen = opened(tmp_path)
    assert (screen.draft, notice(screen)) == (new_draft() | {"date": date.today().isoformat()}, NOTHING)


def test_what_is_not_there_any_more_is_to_be_chosen_again(tmp_path):
    (tmp_path / FILE).write_text('framework = "gone"\nearlier = "gone-2025"\npartnership = "Our Team"\ndate = "soon"\n')
    screen = opened(tmp_path)
    assert screen.draft == new_draft() | {"partnership": "Our Team", "date": "soon"}
    assert [one["text"] for one in screen.shown["missing"]] == [
        "Choose a framework.", "Choose the date.", "Name at least one member of the team."]  # fmt: skip
