"""Whose a file is: its own, a sync tool's copy, somebody else's, or nobody's."""

from pathlib import Path

import pytest

import assesslib as al
from assesslib.assessment.layout import owner
from assesslib.places import shipped

IDS = ["ann", "ann-b", "bob", "jo_2"]
COPIES = {
    "plain": "bob.csv",
    "OneDrive": "bob-LAPTOP7.csv",
    "OneDrive, a machine with dashes": "bob-DESKTOP-4F7K2QX.csv",
    "OneDrive, a second time": "bob-LAPTOP7-2.csv",
    "Dropbox": "bob (Bob's conflicted copy 2026-03-03).csv",
    "Dropbox, another member": "bob (Ann Brown's conflicted copy 2026-03-03 (1)).csv",
    "Dropbox, case": "Bob (Case Conflict).csv",
    "Syncthing": "bob.sync-conflict-20260303-101500-ABCDEFG.csv",
    "Google Drive": "bob (1).csv",
    "Google Drive, copied": "Copy of bob.csv",
    "Google Drive, lower case": "copy of Bob (2).csv",
    "Nextcloud": "bob (conflicted copy 2026-03-03 101500).csv",
    "ownCloud": "bob_conflict-20260303-101500.csv",
    "Windows": "bob - Copy.csv",
    "Mac": "bob copy 2.csv",
    "our own sibling": "bob (2).csv",
    "other case": "BOB.CSV",
    "twice": "bob.csv.csv",
}
ROWS = "at,item,facet,round,state,level,comment,by\n"


@pytest.mark.parametrize("name", COPIES.values(), ids=COPIES)
def test_a_copy_belongs_to_the_member_it_was_made_of(name):
    assert owner(Path(name), IDS) == "bob"


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("ann.csv", "ann"), ("ann-b.csv", "ann-b"), ("ann-b (1).csv", "ann-b"), ("ann-LAPTOP7.csv", "ann"),
        ("ann-b-LAPTOP7.csv", "ann-b"), ("ANN-B.csv", "ann-b"), ("jo_2.csv", "jo_2"), ("jo_2 (1).csv", "jo_2"),
        ("anna.csv", ""), ("jo.csv", ""), ("jo_22.csv", ""), ("bobby (1).csv", ""), ("x-bob.csv", ""),
        ("Copy of annie.csv", ""), ("öbob.csv", ""), ("bobö.csv", ""), (".csv", ""),
    ],
)  # fmt: skip
def test_names_that_begin_alike_are_told_apart(name, whose):
    assert owner(Path(name), IDS) == whose


def test_without_members_every_file_is_nobody_s():
    assert owner(Path("ann.csv"), []) == ""


@pytest.mark.parametrize("name", [name for name in COPIES.values() if name != "bob.csv"])
def test_a_copy_is_read_with_the_file_it_was_made_of(team, put, said, name):
    team.rate("bob", "1", "c", at="2026-03-03T09:00:00Z")
    team.rate("bob", "2", "c", at="2026-03-03T09:00:01Z")
    both = (team.folder / "ratings" / "bob.csv").read_text("utf-8-sig")
    put(f"ratings/{name}", both + "2026-03-03T09:00:02Z,2,,1,rated,d,,\n2026-03-03T09:00:03Z,3,,1,rated,e,,\n")
    team.rate("bob", "3", "a", at="2026-03-03T09:00:04Z")
    assert said("bob") == {"1": "c", "2": "d", "3": "a"}
    assert team.history["new"].tolist() == ["c", "c", "d", "e", "a"]
    [told] = team.faults
    assert told.handled
    assert str(told) == f"ratings: “{name}” is read together with bob.csv."


@pytest.mark.parametrize("name", ["notes-LAPTOP7.csv", "Notes.csv", "Copy of notes.csv", "notes (1).CSV"])
def test_copies_of_the_team_s_journals_are_read_too(team, put, name):
    team.add_note("strength", "ours", id="s-1", at="2026-03-03T09:00:00Z")
    head = "at,id,kind,section,item,text,about,owner,due,measure,status,state,by\n"
    put(name, head + "2026-03-03T09:00:01Z,s-2,area,,,theirs,,,,,,,\n")
    assert team.notes[["id", "text"]].values.tolist() == [["s-1", "ours"], ["s-2", "theirs"]]
    [told] = team.faults
    assert told.handled
    assert str(told) == f"“{name}” is read together with notes.csv."


def test_files_that_belong_to_nobody_are_reported_and_not_used(team, put):
    put("ratings/zoe.csv", ROWS + "2026-03-03T09:00:00Z,1,,1,rated,c,,\n")
    put("ratings/bob.xlsx", b"PK")
    put("ratings/Ann B.csv", ROWS)
    assert team.ratings.empty
    assert [str(fault) for fault in team.faults] == [
        "ratings: “zoe.csv” belongs to no member of this assessment. Allowed: ann.csv, ann-b.csv, bob.csv; "
        "nearest: bob.csv. Nothing in it is used: rename the file, or add the member to assessment.toml.",
        "ratings: “bob.xlsx” is not a CSV file. "
        "Nothing in it is used: save it as CSV under the member's id, or take it away.",
        "ratings: “Ann B.csv” is read in the place of ann.csv.",
    ]


LATE = "more than 60 days from 2026-03-03, the day assessed; it was left out"


@pytest.mark.parametrize("name", ["bob-2024.csv", "bob (1).csv", "Copy of bob.csv"])
def test_a_copy_of_another_year_is_left_out_and_said(team, put, said, name):
    team.rate("bob", "1", "c", at="2026-03-03T09:00:00Z")
    put(f"ratings/{name}", ROWS + "2024-03-04T09:00:00Z,1,,1,rated,a,,\n2024-03-06T09:00:00Z,2,,1,rated,a,,\n")
    assert said("bob") == {"1": "c"}
    assert team.ratings_of("bob")["level"].dropna().tolist() == ["c"]
    [told] = team.faults
    assert not told.handled
    assert str(told) == (
        f"ratings: “{name}” holds rows of 2024-03-04 to 2024-03-06 only, {LATE}. "
        "Take it away, or rename it bob (2).csv if it belongs here."
    )


def test_a_journal_of_another_year_is_left_out_and_a_name_that_is_free_is_offered(team, put):
    head = "at,item,facet,state,level,note,dissent,by\n"
    put("consensus (2).csv", head + "2026-03-03T09:00:00Z,1,,rated,c,,,\n")
    put("consensus 2024.csv", head + "2024-03-04T09:00:00Z,1,,rated,a,,,\n")
    assert team.consensus["level"].dropna().tolist() == ["c"]
    assert [str(fault) for fault in team.faults] == [
        "“consensus (2).csv” is read in the place of consensus.csv.",
        f"“consensus 2024.csv” holds rows of 2024-03-04 only, {LATE}. "
        "Take it away, or rename it consensus (3).csv if it belongs here.",
    ]


@pytest.mark.parametrize(("day", "used"), [("2026-01-02", True), ("2026-01-01", False), ("2026-05-02", True),
                                           ("2026-05-03", False)])  # fmt: skip
def test_sixty_days_either_way_are_near_and_one_near_row_is_enough(team, put, said, day, used):
    put("ratings/bob-x.csv", ROWS + f"{day}T09:00:00Z,1,,1,rated,a,,\n")
    assert said("bob") == ({"1": "a"} if used else {})
    put("ratings/bob-x.csv", ROWS + f"{day}T09:00:00Z,1,,1,rated,a,,\n2026-03-03T09:00:00Z,2,,1,rated,b,,\n")
    assert said("bob") == {"1": "a", "2": "b"}


def test_without_a_date_no_copy_is_left_out(team, put, said):
    text = (team.folder / "assessment.toml").read_text("utf-8")
    put("assessment.toml", text.replace('date = "2026-03-03"\n', ""))
    put("ratings/bob-2024.csv", ROWS + "2024-03-04T09:00:00Z,1,,1,rated,a,,\n")
    undated = al.open_assessment(team.folder)
    assert undated.ratings["level"].dropna().tolist() == ["a"]
    assert [fault.handled for fault in undated.faults] == [True]


def test_what_is_written_beside_a_file_that_cannot_hold_it_is_read_however_late_it_is(team, put, said):
    put("ratings/bob.csv", "mine\n")
    team.rate("bob", "1", "c", at="2031-01-01T09:00:00Z")
    assert (team.folder / "ratings" / "bob (2).csv").is_file()
    assert said("bob") == {"1": "c"}


def test_the_file_s_own_rows_are_used_however_late_they_are(team, said):
    team.rate("bob", "1", "c", at="2031-01-01T09:00:00Z")
    assert said("bob") == {"1": "c"}
    assert team.faults == ()


@pytest.mark.parametrize(
    "name", [".~lock.bob.csv#", "~$bob.csv", "._bob.csv", ".bob.csv.12.part", "Thumbs.db", "~$b.xlsx"]
)
def test_what_systems_and_open_spreadsheets_leave_lying_is_passed_over(team, put, name):
    put(f"ratings/{name}", b"\x00\x05\x16\x07")
    put(name.replace("bob", "notes"), b"\x00\x05\x16\x07")
    assert team.faults == ()


STRANGE = {
    "assessment (1).toml": "is not assessment.toml. Nothing in it is used: put what it says into assessment.toml, "
    "then take it away.",
    "consensus.xlsx": "is not a CSV file. Nothing in it is used: save it as CSV under a journal's name, "
    "or take it away.",
    "concensus.csv": "is none of this folder's journals. Allowed: progress.csv, consensus.csv, notes.csv, talk.csv; "
    "nearest: consensus.csv. Nothing in it is used: rename it, or take it away.",
}


@pytest.mark.parametrize(("name", "message"), STRANGE.items())
def test_files_of_the_folder_that_nothing_reads_are_reported(team, put, name, message):
    put(name, b"PK")
    [told] = team.faults
    assert not told.handled
    assert str(told) == f"“{name}” {message}"


def test_a_team_s_own_framework_and_papers_are_no_strangers(tmp_path):
    source = (shipped("frameworks") / "cdrp-dat-partnership.toml").read_text("utf-8")
    (tmp_path / "assessment-form.toml").write_text(source, "utf-8")
    own = al.create_assessment(tmp_path / "a", framework=tmp_path / "assessment-form.toml", partnership="T")
    (own.folder / "agenda.docx").write_bytes(b"PK")
    assert own.faults == ()


def test_a_file_in_the_place_of_the_ratings_is_reported(team, put):
    (team.folder / "ratings").rmdir()
    put("ratings", "in the way")
    assert [(str(fault), fault.handled) for fault in team.faults] == [
        ("“ratings” is a file where the folder of the members' ratings belongs. "
         "Nothing in it is used: take it away.", False),
    ]  # fmt: skip
