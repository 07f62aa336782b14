"""Whose a file is: its own, a sync tool's copy, somebody else's, or nobody's."""

from pathlib import Path

import pytest

from assesslib.assessment.layout import owner

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
    assert team.faults == ()


@pytest.mark.parametrize("name", ["notes-LAPTOP7.csv", "Notes.csv", "Copy of notes.csv", "notes (1).CSV"])
def test_copies_of_the_team_s_journals_are_read_too(team, put, name):
    team.add_note("strength", "ours", id="s-1", at="2026-03-03T09:00:00Z")
    head = "at,id,kind,section,item,text,about,owner,due,measure,status,state,by\n"
    put(name, head + "2026-03-03T09:00:01Z,s-2,area,,,theirs,,,,,,,\n")
    assert team.notes[["id", "text"]].values.tolist() == [["s-1", "ours"], ["s-2", "theirs"]]
    assert team.faults == ()


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
    ]


@pytest.mark.parametrize(
    "name", [".~lock.bob.csv#", "~$bob.csv", "._bob.csv", ".bob.csv.12.part", "Thumbs.db", "~$b.xlsx"]
)
def test_what_systems_and_open_spreadsheets_leave_lying_is_passed_over(team, put, name):
    put(f"ratings/{name}", b"\x00\x05\x16\x07")
    put(name.replace("bob", "notes"), b"\x00\x05\x16\x07")
    assert team.faults == ()
