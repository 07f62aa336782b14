"""A new assessment: whole or not at all."""

import datetime
import os
import shutil
import tomllib

import pytest

import assesslib as al
from assesslib.assessment import Member
from assesslib.places import shipped

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"
ID_RULE = "It names a file: use 1 to 40 of a to z, 0 to 9, - and _, a letter or digit first."


def tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def refused(folder, **given):
    """What is said of a faulty order; nothing may have been made."""
    before = tree(folder.parent)
    with pytest.raises(al.FaultsError) as error:
        al.create_assessment(folder, **{"framework": CSIT, "partnership": "Team", **given})
    assert tree(folder.parent) == before
    return str(error.value).split("\n")


def test_a_new_folder_holds_what_was_given_and_opens(tmp_path):
    members = [Member("ann", "Ann", "The Council", "manager"), {"id": "bob"}]
    made = al.create_assessment(
        tmp_path / "new" / "team", framework=CSIT, partnership="Team “A”", date="2026-03-03", about="Two\nlines",
        members=members,
    )  # fmt: skip
    assert tree(tmp_path / "new" / "team") == ["assessment.toml", "ratings"]
    again = al.open_assessment(tmp_path / "new" / "team")
    assert again == made
    assert (again.name, again.partnership, again.date, again.about) == ("team", "Team “A”", "2026-03-03", "Two\nlines")
    assert again.framework.id == CSIT
    assert again.members.values.tolist() == [["ann", "Ann", "The Council", "manager"], ["bob", "", "", ""]]
    assert again.faults == ()


def test_the_file_is_plain_toml_that_people_can_edit(tmp_path):
    al.create_assessment(tmp_path / "a", framework=CSIT, partnership="Team", members=[{"id": "bob", "name": "Bo"}])
    text = (tmp_path / "a" / "assessment.toml").read_bytes()
    assert text == (
        b'framework = "csit-collaborative-working"\nversion = "3.7"\npartnership = "Team"\n\n'
        b'[[members]]\nid = "bob"\nname = "Bo"\n'
    )
    (tmp_path / "a" / "assessment.toml").write_bytes(text + b'[[members]]\nid = "cy"\n')
    assert al.open_assessment(tmp_path / "a").members["id"].tolist() == ["bob", "cy"]


def test_a_new_folder_has_empty_frames_of_the_right_shape(team):
    assert team.ratings.empty
    assert len(team.consensus) == 37
    assert set(team.consensus["state"]) == {"blank"}
    assert team.notes.empty
    assert team.progress.empty
    assert team.history.empty
    assert str(team.ratings["level"].dtype) == "category"
    assert team.faults == ()


def test_a_team_may_be_written_in_later_as_the_file_shows(tmp_path):
    al.create_assessment(tmp_path / "a", framework=CSIT, partnership="Team")
    path = tmp_path / "a" / "assessment.toml"
    assert al.open_assessment(tmp_path / "a").members.empty
    text = path.read_text(encoding="utf-8")
    example = text.partition("# [[members]]")
    path.write_text(example[0] + (example[1] + example[2]).replace("# ", ""), encoding="utf-8")
    assert al.open_assessment(tmp_path / "a").members.values.tolist() == [["ann", "Ann", "The Council", "manager"]]
    path.write_text(text + '\n[[members]]\nid = "bob"\n', encoding="utf-8")
    assert al.open_assessment(tmp_path / "a").members["id"].tolist() == ["bob"]


def test_a_date_may_be_a_date(tmp_path):
    made = al.create_assessment(tmp_path / "a", framework=CSIT, partnership="T", date=datetime.date(2026, 3, 1))
    assert made.date == "2026-03-01"


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "a").mkdir()
    assert al.create_assessment(tmp_path / "a", framework=CDRP, partnership="T").framework.id == CDRP


@pytest.mark.parametrize("name", ["mine.toml", "Mine.TOML", "assessment.toml"])
def test_a_framework_of_one_s_own_is_copied_into_the_folder(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    shutil.copy(shipped("frameworks") / f"{CDRP}.toml", tmp_path / name)
    made = al.create_assessment("a", framework=name, partnership="Team", members=[{"id": "ann"}])
    (tmp_path / name).unlink()
    kept = "framework.toml" if name == "assessment.toml" else name
    assert tree(tmp_path / "a") == sorted(["assessment.toml", "ratings", kept])
    made.rate("ann", "1.1", "G")
    assert al.open_assessment("a").ratings["level"].dropna().tolist() == ["G"]
    assert tomllib.loads((tmp_path / "a" / "assessment.toml").read_text())["framework"] == kept


def test_every_fault_of_an_order_is_said_at_once_and_nothing_is_made(tmp_path):
    members = [{"id": "Ann"}, {"id": "bob", "age": "5"}, {"id": "bob"}, {"id": "con"}, {}, {"id": "x", "name": 5}]
    assert refused(
        tmp_path / "a", framework="csit", partnership=" ", date="2026-13-01", about=5, members=members
    ) == [
        "“partnership” is missing, empty or not a text. Write partnership = \"…\".",
        "date: “2026-13-01” is not a date. Write it like 2026-03-01.",
        "about: “5” must be a text. Put it in quotes.",
        f"members[1].id: “Ann” cannot be a member's id. {ID_RULE}",
        "members[2]: “age” is not a setting of a member. Allowed: id, name, organisation, role; nearest: name. "
        "Take it out.",
        "members[3].id: “bob” is the id of two members. Give each their own.",
        "members[4].id: “con” cannot be a member's id: Windows allows no file of this name. Give another.",
        f"members[5].id: The member has no id. {ID_RULE}",
        "members[6].name: “5” must be a text. Put it in quotes.",
        "framework: “csit” is not a framework that comes with the toolkit. "
        "Allowed: cdrp-dat-partnership, csit-collaborative-working; nearest: csit-collaborative-working. "
        "Give one of these, or the name of a framework’s own .toml file.",
    ]  # fmt: skip


@pytest.mark.parametrize("id", ["", "Ann", "ann b", "ann.b", "../ann", "-ann", "_ann", "a" * 41, "añn", "ann/b", "nul"])
def test_an_id_that_cannot_name_a_file_everywhere_is_refused(tmp_path, id):
    assert len(refused(tmp_path / "a", members=[{"id": id}])) == 1


@pytest.mark.parametrize("id", ["a", "a" * 40, "ann-b_2", "7", "con1", "com0"])
def test_an_id_that_can_is_taken(tmp_path, id):
    made = al.create_assessment(tmp_path / "a", framework=CSIT, partnership="T", members=[{"id": id}])
    made.rate(id, "1", "c")
    assert made.ratings["member"].unique().tolist() == [id]


@pytest.mark.parametrize("members", [["ann"], [{"id": "ann"}, None], "ann"])
def test_members_that_are_no_members_are_refused(tmp_path, members):
    assert refused(tmp_path / "a", members=members) == [
        "“members” must be written as one block a member. "
        "Begin each block with a line [[members]]; in Python give a list of dicts."
    ]


@pytest.mark.parametrize("date", ["01/03/2026", "2026-3-1", "2026-02-30", "0026-03-01", "2026-03-01T10:00", "soon"])
def test_a_day_has_one_form(tmp_path, date):
    assert refused(tmp_path / "a", date=date) == [
        f"date: “{date}” is not a date. Write it like 2026-03-01."
    ]  # fmt: skip


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("a", "file"):
        assert refused(tmp_path / name) == [
            f"“{name}” holds something already. Choose a folder that does not exist yet."
        ]


def test_a_framework_s_file_that_is_not_there_or_has_faults_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refused(tmp_path / "a", framework="mine.toml") == [
        "framework: “mine.toml” is a framework’s file that is not there. Check the name and the folder."
    ]
    (tmp_path / "mine.toml").write_text('id = "mine"\nid = "twice"\n')
    assert refused(tmp_path / "a", framework="mine.toml") == [
        "mine.toml, line 2: this is not TOML: a key stands twice. "
        "Look here and just above; quotes must be straight ones."
    ]


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("call", ["pathlib.Path.replace", "os.fsync"])
def test_where_the_disk_gives_out_nothing_half_made_is_left(tmp_path, monkeypatch, call, there):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    if there:
        (tmp_path / "a").mkdir()
    before = tree(tmp_path)
    monkeypatch.setattr(call, full)
    with pytest.raises(OSError, match="^.Errno 28. No space left on device$"):
        al.create_assessment(tmp_path / "a", framework=CSIT, partnership="T")
    monkeypatch.undo()
    assert tree(tmp_path) == before
    assert al.create_assessment(tmp_path / "a", framework=CSIT, partnership="T").faults == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_place_is_an_error(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        al.create_assessment(tmp_path / "a", framework=CSIT, partnership="T")


def test_assessments_are_listed_by_name_and_nothing_else_is(tmp_path):
    for name in ("b", "a"):
        al.create_assessment(tmp_path / name, framework=CSIT, partnership="T")
    (tmp_path / "other").mkdir()
    assert [path.name for path in al.list_assessments(tmp_path)] == ["a", "b"]
    assert al.list_assessments(tmp_path / "other") == []
    assert al.list_assessments(tmp_path / "nowhere") == []
