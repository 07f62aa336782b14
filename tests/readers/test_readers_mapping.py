"""The mapping: what a person says in a spreadsheet is read however it was saved, and stays when more is asked."""

import csv
from pathlib import Path

import pytest

from assesslib.framework import load_framework
from assesslib.readers.mapping import EMPTY, NOTHING, Line, Target, read_mapping, worded, write_mapping

CDRP, CSIT = load_framework("cdrp-dat-partnership"), load_framework("csit-collaborative-working")
IDS = "Allowed: 1.1, 1.2, 1.3, 1.4, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 3.3 and 8 more"
ASKED = (
    Line("column", "Q7 “trust”", worded("1.1", CDRP), "is worded somewhat like"),
    Line("answer", EMPTY, "", "no answer?"),
    Line("answer", "=1+1", "G", "a number"),
    Line("member", "Zoë", "", "not in the team"),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "map.csv"


def told(path, text, framework=CDRP, encoding="utf-8"):
    path.write_bytes(f"kind,found,becomes\n{text}".encode(encoding))
    return read_mapping(path, framework)


def said(path, text):
    return [str(fault) for fault in told(path, text).faults]


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [(row["found"], row["becomes"], row["perhaps"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("becomes", "target"),
    [
        ("5.1", Target("5.1")),
        ("5.1 The partnership has agreed", Target("5.1")),
        ("5.1 Local", Target("5.1", "local")),
        ("5.1 National comment The partnership", Target("5.1", "national", True)),
        ("5.1 comment", Target("5.1", "", True)),
        (NOTHING, Target()),
        ("name", Target(use="name")),
        ("E-mail", Target(use="email")),
        ("organization", Target(use="organisation")),
        ("Role", Target(use="role")),
        ("id", Target(use="id")),
        ("nothing", Target()),
    ],
)
def test_a_heading_becomes_an_item_a_facet_a_comment_who_answered_or_nothing(path, becomes, target):
    assert told(path, f"column,A,{becomes}\n").columns == {"A": target}


@pytest.mark.parametrize("framework", [CSIT, CDRP], ids=["csit", "cdrp"])
def test_every_item_is_read_as_it_is_written(path, framework):
    lines = [Line("column", item.id, worded(item.id, framework)) for item in framework.items]
    write_mapping(path, lines, accepted=True)
    assert read_mapping(path, framework).columns == {item.id: Target(item.id) for item in framework.items}


def test_every_facet_and_comment_is_read_as_it_is_written(path):
    asked = [Target(item.id, facet, note) for item in CDRP.items for facet in ("", "local", "national")
             for note in (False, True)]  # fmt: skip
    write_mapping(path, [Line("column", str(n), worded(one.item, CDRP, one.facet, one.comment))
                         for n, one in enumerate(asked)], accepted=True)  # fmt: skip
    assert list(read_mapping(path, CDRP).columns.values()) == asked


@pytest.mark.parametrize(
    ("becomes", "answer"),
    [
        ("W", ("rated", "W")),
        ("Working towards", ("rated", "W")),
        ("w = Working towards", ("rated", "W")),
        ("blank", ("blank", "")),
        ("dont know", ("dont_know", "")),
        ("n/a", ("not_applicable", "")),
    ],
)
def test_an_answer_becomes_a_level_or_a_state(path, becomes, answer):
    [found] = told(path, f"answer,maybe,{becomes}\n").answers.values()
    assert (found.state, found.level, found.taken) == (*answer, True)


def test_an_empty_cell_has_a_name(path):
    assert [(text, one.level) for text, one in told(path, f"answer,{EMPTY},S\n").answers.items()] == [("", "S")]


def test_lines_that_say_nothing_yet_are_passed_over(path):
    write_mapping(path, ASKED)
    found = read_mapping(path, CDRP)
    assert (found.columns, found.answers, found.members, found.faults) == ({}, {}, {}, ())


def test_what_is_likely_stands_beside_and_is_taken_only_where_it_was_accepted(path):
    write_mapping(path, ASKED)
    likely = worded("1.1", CDRP)
    assert rows(path)[0] == ("Q7 “trust”", "", likely)
    write_mapping(path, ASKED, accepted=True)
    assert rows(path)[0] == ("Q7 “trust”", likely, likely)
    assert read_mapping(path, CDRP).columns == {"Q7 “trust”": Target("1.1")}


def test_what_a_person_completed_stays_when_more_is_asked(path):
    path.write_text("kind,found,becomes\ncolumn,Q7 “trust”,1.2\ncolumn,Q8,\n", encoding="utf-8")
    write_mapping(path, ASKED)
    assert [found[:2] for found in rows(path)] == [("Q7 “trust”", "1.2"), (EMPTY, ""), ("'=1+1", ""), ("Zoë", "")]
    write_mapping(path, ASKED)
    assert [found[:2] for found in rows(path)] == [("Q7 “trust”", "1.2"), (EMPTY, ""), ("'=1+1", ""), ("Zoë", "")]


def test_what_is_accepted_now_stands_in_the_place_of_what_was_said_before(path):
    path.write_text("kind,found,becomes\ncolumn,Q7 “trust”,1.2\nmember,Cy,bob\n", encoding="utf-8")
    write_mapping(path, ASKED[:1], accepted=True)
    assert [found[:2] for found in rows(path)] == [("Cy", "bob"), ("Q7 “trust”", worded("1.1", CDRP))]


def test_a_text_that_looks_like_a_formula_comes_back_as_it_was(path):
    write_mapping(path, ASKED, accepted=True)
    assert read_mapping(path, CDRP).answers["=1+1"].level == "G"


def test_a_mapping_that_excel_saved_is_read(path):
    text = "kind;found;becomes;perhaps;why\r\ncolumn;Q7 “trust”;1.1 Local;;\r\nmember;Zoë;zoe;;\r\n"
    path.write_bytes(text.encode("cp1252"))
    found = read_mapping(path, CDRP)
    assert found.columns == {"Q7 “trust”": Target("1.1", "local")}
    assert found.members == {"Zoë": "zoe"}
    assert [(str(fault), fault.handled) for fault in found.faults] == [
        ("map.csv, line 2: The text is not UTF-8; it was read as Windows text. Nothing is lost; save as “CSV UTF-8” "
         "another time.", True),
    ]  # fmt: skip


def test_a_heading_of_two_lines_is_found_however_its_spaces_were_saved(path):
    assert told(path, 'column,"Trust\u00a0each \n other ",1.1\n').columns == {"Trust each other": Target("1.1")}


def test_kinds_may_be_written_large(path):
    assert told(path, "Column,A,1.1\n").columns == {"A": Target("1.1")}


def test_every_line_that_cannot_be_read_is_told_and_the_others_are_read(path):
    text = "column,A,9.9\nanswer,x,Z\npage,b,1\ncolumn,C,01-Feb\ncolumn,B,1.2\n"
    assert told(path, text).columns == {"B": Target("1.2")}
    do = (
        "Write its number and, if you like, its wording behind it; if it says who answered, name, email, "
        "organisation, role or id; if one person’s answers stand under it, rating; or (nothing)."
    )
    assert said(path, text) == [
        f"map.csv, row 2, column becomes: “9.9” names none of this framework’s standards. {IDS}; nearest: 5.1. {do}",
        "map.csv, row 3, column becomes: “Z” is not a level of this scale. Allowed: G, W, S, D, blank, dont know, n/a; "
        "nearest: W. Correct the cell.",
        "map.csv, row 4, column kind: “page” is not a kind of line. Allowed: column, answer, member; nearest: answer. "
        "Correct the cell.",
        f"map.csv, row 5, column becomes: “01-Feb” names none of this framework’s standards. {IDS}; nearest: 1.1. {do}",
    ]


def test_a_heading_that_is_said_to_be_two_things_is_told(path):
    assert said(path, "column,A,1.1\ncolumn,B,1.1\ncolumn,A ,1.2\ncolumn,A,1.1\n") == [
        "map.csv, row 4, column found: “A” becomes 1.2 here and 1.1 in row 2. Keep one of the two lines."
    ]
    assert told(path, "column,A,1.1\ncolumn,A,1.2\n").columns == {"A": Target("1.1")}


def test_a_file_that_is_no_mapping_is_told(path):
    path.write_text("found,becomes\nA,1.1\n")
    assert [str(fault) for fault in read_mapping(path, CDRP).faults] == [
        "map.csv, row 1: “kind” is a column this file must have and does not. It has: found, becomes. Add the column "
        "or put its name right."
    ]
    assert [str(fault) for fault in read_mapping(Path("nowhere.csv"), CDRP).faults] == [
        "nowhere.csv: The file cannot be read (No such file or directory). Close it in other programs, or copy it here "
        "again."
    ]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "sep=;;;", "\ufeffsep=;"])
def test_a_first_line_that_says_what_separates_the_cells_is_no_row(path, first):
    path.write_text(f"{first}\nkind;found;becomes;perhaps;why\ncolumn;Q7;1.1;;\n", encoding="utf-8")
    read = read_mapping(path, CDRP)
    assert (read.columns, read.faults) == ({"Q7": Target("1.1")}, ())
    path.write_text(f"{first}\nkind;found;becomes\ncolumn;Q7;9.9\n", encoding="utf-8")
    assert [fault.place for fault in read_mapping(path, CDRP).faults] == ["map.csv, row 2, column becomes"]


def test_what_stands_below_such_a_line_stays_when_more_is_asked(path):
    path.write_text("sep=;\nkind;found;becomes\ncolumn;Q7;1.1\n", encoding="utf-8")
    write_mapping(path, [Line("answer", "x", "", "not on the scale")])
    assert rows(path) == [("Q7", "1.1", ""), ("x", "", "")]
