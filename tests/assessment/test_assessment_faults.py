"""What people and their tools do to the files: handled or reported, with its place, and nothing lost."""

import pytest

import assesslib as al
from assesslib.assessment.layout import EVENTS, KINDS

HEAD = "at,item,facet,round,state,level,comment,by\n"
KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"
SECTIONS = "Allowed: preparing, establishing, joined-up, delivery, maintaining, review, results"
SAID_KINDS, SAID_EVENTS = f"Allowed: {', '.join(KINDS)}", f"Allowed: {', '.join(EVENTS)}"


def messages(team):
    return [str(fault) for fault in team.faults]


def test_a_torn_last_line_is_reported_and_the_rest_stands(team, said):
    team.rate("bob", "1", "c")
    path = team.folder / "ratings" / "bob.csv"
    path.write_bytes(path.read_bytes() + b"2026-03-03T09:15:00Z,2,,1,ra")
    assert said("bob") == {"1": "c"}
    [fault] = team.faults
    assert fault.handled
    assert str(fault) == (
        "ratings/bob.csv, row 3: “2026-03-03T09:15:00Z,2,,1,ra” was never finished "
        "(the program was stopped while writing it) and is left out."
    )
    team.rate("bob", "2", "d")
    assert said("bob") == {"1": "c", "2": "d"}


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "utf-8"), (",", "utf-8-sig"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252")],
)
def test_a_file_saved_by_a_spreadsheet_is_read_and_written_on(team, put, said, delimiter, encoding):
    text = HEAD + '2026-03-03T09:00:00Z,1,,1,rated,c,"café, thé",bob\n2026-03-03T09:01:00Z,2,,1,rated,d,,bob\n'
    rows = text.replace("café, thé", "café# thé").replace(",", delimiter).replace("#", ",").replace("\n", "\r\n")
    put("ratings/bob.csv", rows, encoding)
    team.rate("bob", "3", "e", comment="naïve")
    assert said("bob") == {"1": "c", "2": "d", "3": "e"}
    assert team.ratings["comment"].tolist()[:3] == ["café, thé", "", "naïve"]
    assert all(fault.handled for fault in team.faults)


def test_windows_text_is_told_and_needs_nothing_doing(team, put):
    put("ratings/bob.csv", HEAD + "2026-03-03T09:00:00Z,1,,1,rated,c,café,bob\n", "cp1252")
    [fault] = team.faults
    assert fault.handled
    assert str(fault) == (
        "ratings/bob.csv, line 2: The text is not UTF-8; it was read as Windows text. "
        "Nothing is lost; save as “CSV UTF-8” another time."
    )


def test_every_fault_of_every_file_is_said_at_once_with_its_place(team, put, said):
    put("ratings/bob.csv", HEAD
        + "2026-03-03T09:00:00Z,1,,1,rated,f,,\n"
        + "2026-03-03T09:00:01Z,99,,1,rated,c,,\n"
        + "3 March,2,,1,rated,c,,\n"
        + ",2,,1,rated,c,,\n"
        + "2026-03-03T09:00:02Z,,,3,ratd,,,\n"
        + "2026-03-03T09:00:03Z,4,,1,dont_know,d,,\n"
        + "2026-03-03T09:00:04Z,5\n"
        + "2026-03-03T09:00:05Z,5,,1,rated,b,,\n")  # fmt: skip
    put("ratings/ann.csv", "at,item,facet,round,state,level,comment\n1,2,,,,,\n")
    put("ratings/ann-b.csv", "")
    put("consensus.csv", "at,item,facet,state,level,note,dissent,by\n2026-03-03T10:00:00Z,1,,agreed,c,,,\n")
    put("notes.csv", "at,id,kind,section,item,text,about,owner,due,measure,status,state,by\n"
        "2026-03-03T10:00:00Z,,strenght,preparing,,x,,,,,,,\n"
        "2026-03-03T10:00:01Z,n-1,area,prepare,38,x,,,,,,gone,\n")  # fmt: skip
    put("progress.csv", "at,section,event,member,by\n"
        "2026-03-03T10:00:00Z,preparing,closd,,\n"
        "2026-03-03T10:00:01Z,,opened,zoe,\n"
        "2026-03-03T10:00:02Z,review,absent,,\n")  # fmt: skip
    time = "Write it like 2026-03-03T09:15:00Z; the row was set aside."
    assert messages(team) == [
        "ratings/ann.csv, row 1: “by” is a column this file must have and does not. "
        "It has: at, item, facet, round, state, level, comment. Add the column or put its name right.",
        "ratings/ann-b.csv: The file is empty. Its first row must name the columns: "
        "at, item, facet, round, state, level, comment, by.",
        "ratings/bob.csv, row 2, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.",
        f"ratings/bob.csv, row 3, column item: “99” is none of this framework’s key features. {KEY_FEATURES}; "
        "nearest: 9. Correct the cell.",
        f"ratings/bob.csv, row 4, column at: “3 March” is not a time. {time}",
        f"ratings/bob.csv, row 5, column at: The time is missing. {time}",
        "ratings/bob.csv, row 6, column item: The key feature is missing. Say what was rated.",
        "ratings/bob.csv, row 6, column round: “3” is not a round. Allowed: 0, 1, 2; nearest: 2. Correct the cell.",
        "ratings/bob.csv, row 6, column state: “ratd” is not a state. "
        "Allowed: rated, split, blank, not_applicable, dont_know; nearest: rated. Correct the cell.",
        "ratings/bob.csv, row 7, column level: “d” is a level where the state is dont_know. "
        "Empty the cell, or make the state rated.",
        "ratings/bob.csv, row 8: “2026-03-03T09:00:04Z,5” has 2 cells where 8 belong. "
        "Put the row right; it was set aside.",
        f"progress.csv, row 2, column event: “closd” is not an event. {SAID_EVENTS}; nearest: closed. "
        "Correct the cell.",
        f"progress.csv, row 3, column section: The section is missing. {SECTIONS}. Give one of these.",
        "progress.csv, row 3, column member: “zoe” is not a member of this assessment. "
        "Allowed: ann, ann-b, bob; nearest: bob. Correct the cell.",
        "progress.csv, row 4, column member: The member is missing. Allowed: ann, ann-b, bob. Give one of these.",
        "consensus.csv, row 2, column state: “agreed” is not a state. "
        "Allowed: rated, split, blank, not_applicable, dont_know, unresolved; nearest: rated. Correct the cell.",
        "notes.csv, row 2, column id: The id of the note is missing. Give it one that no other note has.",
        f"notes.csv, row 2, column kind: “strenght” is not a kind of note. {SAID_KINDS}; nearest: strength. "
        "Correct the cell.",
        "notes.csv, row 3, column state: “gone” is not a state of a note. Allowed: kept, withdrawn; nearest: kept. "
        "Correct the cell.",
        f"notes.csv, row 3, column section: “prepare” is not a section of this framework. {SECTIONS}; "
        "nearest: preparing. Correct the cell.",
        f"notes.csv, row 3, column item: “38” is none of this framework’s key features. {KEY_FEATURES}; nearest: 3. "
        "Correct the cell.",
    ]
    assert said("bob") == {"5": "b"}
    assert team.notes.empty
    assert team.progress.empty


def test_looking_changes_nothing_on_the_disk(team, put):
    put("ratings/bob.csv", HEAD + "2026-03-03T09:00:00Z,1,,1,rated,f,,\n2026-03-03T09:00:01Z,2,,1,ra")
    before = {path: path.read_bytes() for path in team.folder.rglob("*") if path.is_file()}
    assert len(al.open_assessment(team.folder).faults) == 2
    assert team.ratings.empty
    assert {path: path.read_bytes() for path in team.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2026-03-03T09:15:00Z", "2026-03-03T09:15:00"), ("2026-03-03 09:15", "2026-03-03T09:15:00"),
        ("2026-03-03T10:15:00+01:00", "2026-03-03T09:15:00"), (" 2026-03-03T09:15:00.000000Z ", "2026-03-03T09:15:00"),
        ("2026-03-03", "2026-03-03T00:00:00"), ("20260303T091500Z", "2026-03-03T09:15:00"),
    ],
)  # fmt: skip
def test_a_time_in_another_form_is_read_and_sorted_as_a_time(team, put, said, at, moment):
    put("ratings/bob.csv", HEAD + f"2026-03-03T12:00:00Z,1,,1,rated,e,,\n{at},1,,1,rated,a,,\n")
    assert said("bob") == {"1": "e"}
    assert team.history["at"].dt.tz_localize(None).min().isoformat() == moment
    assert team.faults == ()


@pytest.mark.parametrize("at", ["03/03/2026 09:15", "09:15", "0001-01-01", "9999-12-31T23:59:59-12:00", "46084.4"])
def test_a_time_that_is_none_sets_its_row_aside_and_says_so(team, put, said, at):
    put("ratings/bob.csv", HEAD + f"{at},1,,1,rated,e,,\n2026-03-03T09:00:00Z,1,,1,rated,a,,\n")
    assert said("bob") == {"1": "a"}
    assert messages(team) == [
        f"ratings/bob.csv, row 2, column at: “{at}” is not a time. "
        "Write it like 2026-03-03T09:15:00Z; the row was set aside."
    ]


def test_columns_may_stand_in_another_order_and_others_may_be_added(team, put, said):
    head = "Level,ITEM,mine, at ,facet,round,state,comment,by"
    put("ratings/bob.csv", f"{head}\nC,1,x,2026-03-03T09:00:00Z,,,,,\n")
    team.rate("bob", "2", "d")
    assert said("bob") == {"1": "c", "2": "d"}
    assert [(str(fault), fault.handled) for fault in team.faults] == [
        ("ratings/bob.csv, row 1: “mine” is not a column that is read. "
         "Allowed: at, item, facet, round, state, level, comment, by; nearest: comment. "
         "Name it rightly if it shall be.",
         True),
    ]  # fmt: skip
    assert [path.name for path in (team.folder / "ratings").iterdir()] == ["bob.csv"]


@pytest.mark.parametrize("column", ["round", "state", "facet", "comment"])
def test_a_misspelt_column_sets_the_file_aside_and_what_is_added_stands_beside_it(team, put, said, column):
    text = HEAD.replace(column, f"{column}s") + "2026-03-03T09:00:00Z,1,here,2,split,c,x,\n"
    path = put("ratings/bob.csv", text)
    assert said("bob") == {}
    names = text.partition("\n")[0].replace(",", ", ")
    assert messages(team) == [
        f"ratings/bob.csv, row 1: “{column}” is a column this file must have and does not. It has: {names}. "
        "Add the column or put its name right.",
        f"ratings/bob.csv, row 1: “{column}s” is not a column that is read. "
        f"Allowed: at, item, facet, round, state, level, comment, by; nearest: {column}. "
        "Name it rightly if it shall be.",
    ]
    team.rate("bob", "2", "d")
    assert said("bob") == {"2": "d"}
    assert path.read_text() == text


def test_a_state_that_is_none_is_quoted_as_it_stands_in_the_file(team, put):
    put("ratings/bob.csv", HEAD + "2026-03-03T09:00:00Z,1,,1,Don’t-Care,,,\n")
    assert messages(team) == [
        "ratings/bob.csv, row 2, column state: “Don’t-Care” is not a state. "
        "Allowed: rated, split, blank, not_applicable, dont_know; nearest: dont_know. Correct the cell."
    ]
