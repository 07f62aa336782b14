"""Whatever a user points at is told apart and checked, and nothing makes the check itself fail."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import assesslib as al
from assesslib.assessment.layout import COLUMNS
from assesslib.check import check
from assesslib.places import shipped

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"
HEAD = "at,item,facet,round,state,level,comment,by\n"
SETTINGS = f'framework = "{CSIT}"\npartnership = "Team"\n\n[[members]]\nid = "bob"\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def team(here):
    made = al.create_assessment("team", framework=CSIT, partnership="Team", members=[{"id": "bob"}])
    made.rate("bob", "1", "c")
    return made


def said(path, **how):
    return [str(fault) for fault in check(path, **how)]


def test_what_has_no_faults_says_nothing(here, team):
    al.write_ratings(team.ratings, "all.csv")
    shutil.copy(shipped("frameworks") / f"{CDRP}.toml", "ours.toml")
    assert [said(path) for path in ("team", "all.csv", "ours.toml")] == [[], [], []]


def test_a_crosswalk_is_checked_as_one(here):
    (here / "c.toml").write_text('before = "x"\nbefore_version = "1"\nafter = "' + CSIT + '"\nafter_version = "3.7"\n')
    shutil.copytree(shipped("frameworks") / "crosswalks" / "example", "example")
    assert said("example/from-3.7-to-3.8.toml") == []
    assert said("c.toml") == [
        "c.toml: “items” is missing from the crosswalk. Add [[items]].",
        "c.toml, confirmed: nobody has confirmed this crosswalk, so it is not used. "
        "Read every row, put right what is wrong, and write confirmed = true.",
        f"c.toml, line 1, before: “x” is neither shipped nor in a file beside this one. Allowed: {CDRP}, {CSIT}; "
        "nearest: cdrp-dat-partnership. Correct it, or put the framework's file beside this one.",
    ]


def test_the_faults_of_a_folder_are_said_with_the_folder_s_name(here, team):
    (here / "team" / "ratings" / "bob.csv").write_text(HEAD + "2026-03-03T09:00:00Z,1,,1,rated,f,,\n")
    (here / "team" / "ratings" / "zoe.csv").write_text(HEAD)
    assert said("team") == [
        "team/ratings: “zoe.csv” belongs to no member of this assessment. Allowed: bob.csv; nearest: bob.csv. "
        "Nothing in it is used: rename the file, or add the member to assessment.toml.",
        "team/ratings/bob.csv, row 2, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; "
        "nearest: e. Correct the cell.",
    ]


def test_a_file_of_an_assessment_stands_for_its_folder(here, team):
    (here / "team" / "notes.csv").write_text(",".join(COLUMNS["notes"]) + "\n2026-03-03,n,area,,,,,,,,,gone,\n")
    expected = [
        "team/notes.csv, row 2, column state: “gone” is not a state of a note. Allowed: kept, withdrawn; "
        "nearest: kept. Correct the cell."
    ]
    for path in ("team", "team/assessment.toml", "team/notes.csv", "team/ratings/bob.csv", "team/ratings"):
        assert said(path) == expected


def test_a_long_csv_in_an_assessment_s_folder_is_still_a_long_csv(here, team):
    (here / "team" / "export.csv").write_text("member,item,level\nann,1,z\n")
    assert said("team/export.csv") == [
        "team/export.csv, row 2, column level: “z” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell."
    ]


def test_a_folder_of_assessments_stands_for_them_all(here, team):
    al.create_assessment("other", framework=CDRP, partnership="Other")
    for name in ("team", "other"):
        (here / name / "consensus.csv").write_text(",".join(COLUMNS["consensus"]) + "\n2026-03-03,1.1.1,,,,,,\n")
    assert [fault.place for fault in check(".")] == [
        "other/consensus.csv, row 2, column item",
        "team/consensus.csv, row 2, column item",
    ]


def test_settings_that_cannot_be_used_are_said_with_the_folder_s_name(here, team):
    (here / "team" / "assessment.toml").write_text(SETTINGS.replace(CSIT, "mine.toml").replace("bob", "Bob"))
    (here / "team" / "mine.toml").write_text("levels = 5\nx")
    assert said("team") == [
        "team/mine.toml, line 2: this is not TOML: an equals sign is missing. "
        "Look here and just above; quotes must be straight ones.",
        "team/assessment.toml, line 5, members[1].id: “Bob” cannot be a member's id. "
        "It names a file: use 1 to 40 of a to z, 0 to 9, - and _, a letter or digit first.",
    ]


def test_a_folder_that_is_no_assessment_says_so(here):
    (here / "photos").mkdir()
    assert said("photos") == [
        "photos: “photos” is not an assessment: it has no file assessment.toml. "
        "Choose a folder that has one, or make a new assessment."
    ]


def test_what_is_not_there_says_so(here):
    assert said("nowhere") == ["nowhere: There is nothing of this name. Check the name and the folder."]


def test_another_kind_of_file_is_told_what_is_known(here):
    (here / "page.docx").write_bytes(b"PK")
    assert said("page.docx") == [
        "“page.docx” is neither a .toml file, a .csv file nor a folder. Save a spreadsheet as “CSV UTF-8” first."
    ]


def test_a_csv_is_held_against_the_framework_that_fits_it_best(here):
    for name, item, level in (("csit.csv", "37", "e"), ("cdrp.csv", "5.5", "D")):
        (here / name).write_text(f"member,item,level\nann,{item},{level}\nann,{item},x\n")
        assert [fault.column for fault in check(name)] == ["level", "member"]


def test_a_csv_is_held_against_the_framework_that_is_named(here):
    (here / "all.csv").write_text("member,item,level\nann,1,c\n")
    assert said("all.csv") == []
    assert [fault.place for fault in check("all.csv", CDRP)] == [
        "all.csv, row 2, column item", "all.csv, row 2, column level",
    ]  # fmt: skip
    assert said("all.csv", framework="csit") == [
        "“csit” is not a shipped framework and not a file. Allowed: cdrp-dat-partnership, csit-collaborative-working; "
        "nearest: csit-collaborative-working."
    ]


def test_what_was_worked_around_is_listed_as_handled(here):
    (here / "old.csv").write_bytes("member,item,level,comment\nann,1,c,café\n".encode("cp1252"))
    [fault] = check("old.csv")
    assert fault.handled


@pytest.mark.parametrize("name", ["x.csv", "x.toml", "team/assessment.toml", "team/ratings/bob.csv", "team/notes.csv"])
@pytest.mark.parametrize("place", ["empty", "folder", "binary", "long line", "null bytes", "link to itself"])
def test_things_that_are_not_what_their_names_say_are_told(here, team, name, place):
    path = here / name
    path.unlink(missing_ok=True)
    if place == "folder":
        path.mkdir()
    elif place == "link to itself":
        path.symlink_to(path)
    else:
        path.write_bytes({
            "empty": b"", "binary": bytes(range(256)) * 9, "long line": b"x" * 300_000, "null bytes": b"\x00" * 99,
        }[place])  # fmt: skip
    assert all(fault.what and str(fault) for fault in check(name))


PIECES = st.sampled_from([
    b"\x00", b'"', b"\r", b"\n", b",", b";", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"'", b"=", b"[", b"]", b"{",
    b"\x1e", b"<unfinished>", b"\xed\xa0\x80", b"9" * 5000, b"[[" * 50, "\u2028".encode(), "\u0663".encode(), b"\x1c",
])  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=3) | PIECES), max_size=4)
WHOLE = {
    "assessment.toml": SETTINGS.encode(),
    "ratings/bob.csv": (HEAD + '2026-03-03T09:00:00Z,1,,1,rated,c,"é ""q""\nx",""\n').encode("utf-8-sig"),
    "consensus.csv": b'at,item,facet,state,level,note,dissent,by\n2026-03-03T09:00:00Z,1,,rated,c,,,""\n',
    "said.csv": b"member,item,level\nbob,1,c\nbob,2,d\n",
}


def spoilt(data, edits):
    for where, cut, piece in edits:
        place = round(where * len(data))
        data = data[:place] + piece + data[place + cut :]
    return data


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(list(WHOLE)), edits=EDITS)
def test_no_spoilt_file_makes_the_check_fail_and_no_row_written_after_is_lost(tmp_path, name, edits):
    (tmp_path / "ratings").mkdir(exist_ok=True)
    for file, data in WHOLE.items():
        (tmp_path / file).write_bytes(data)
    (tmp_path / name).write_bytes(spoilt(WHOLE[name], edits))
    for path in (tmp_path, tmp_path / "said.csv"):
        assert all(fault.what and str(fault) for fault in check(path))
    if name != "assessment.toml":
        team = al.open_assessment(tmp_path)
        team.rate("bob", "9", "e")
        team.agree("9", "d")
        assert team.ratings.query("item == '9'")["level"].tolist() == ["e"]
        assert team.consensus.query("item == '9'")["level"].tolist() == ["d"]
    for sibling in [*tmp_path.glob("*(*"), *tmp_path.glob("ratings/*(*")]:
        sibling.unlink()
