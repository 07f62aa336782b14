"""The report of an import: what was read, in sentences; all that is to be settled; and the same as one table."""

import pandas as pd
import pytest
from readers.importing_kit import TEAM

from assesslib.faults import Fault
from assesslib.framework import load_framework
from assesslib.readers import import_ratings
from assesslib.readers.report import ImportReport

CDRP = load_framework("cdrp-dat-partnership")
HEAD = "ResponseId,RecordedDate,Status,Finished,Your name,1.1,1.2"
MISSING = (
    "There is no column for standards 1.3, 1.4, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 3.3, 3.4, 4.1, 4.2, 5.1, "
    "5.2, 5.3, 5.4, 5.5."
)


@pytest.fixture
def report(tmp_path):
    """The report on files given by name and text."""

    def of(**texts):
        paths = [tmp_path / f"{name}.csv" for name in texts]
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_text(text)
        return import_ratings(paths, CDRP).report

    return of


def test_the_whole_report_as_text(report):
    assert str(report(a="Name,1.1,1.2\nAnn,G,maybe\nBob,,?\n")) == (
        "a.csv: read as a table with a row for each member.\n"
        "2 responses of 2 members counted.\n"
        "Members found: ann, bob.\n"
        "Columns: name from “Name”; 2 standards by number.\n"
        "2 answers to 2 of 20 standards could be read.\n"
        "Nobody gave W (Working towards), S (Some success), D (Doing well).\n"
        "1 thing is to be settled first.\n"
        "\n"
        "To settle:\n"
        "  a.csv, row 2, column C: “maybe” is not a level of this scale. Allowed: G, W, S, D, Gap identified, Working "
        "towards, Some success, Doing well; nearest: Some success. Say what it is, or correct it in the file.\n"
        "\n"
        "For you to know:\n"
        f"  a.csv: {MISSING}"
    )


def test_the_tool_that_wrote_the_file_and_what_was_left_out_or_unfinished_is_said(report):
    rows = "R_1,1,Survey Preview,1,Ann,G,G\nR_2,2,IP Address,0,Bob,W,\nR_3,3,IP Address,1,Cy,G,G\n"
    assert report(a=f"{HEAD}\n{rows}").sentences == (
        "a.csv: read as an export of Qualtrics.",
        "2 responses of 2 members counted, besides 1 test.",
        "1 response of them is not finished; what is there was taken.",
        "Members found: bob, cy.",
        "Columns: name from “Your name”; 2 standards by number.",
        "3 answers to 2 of 20 standards could be read.",
        "Nobody gave S (Some success), D (Doing well).",
        "Nothing stands in the way.",
    )


def test_who_answered_again_is_counted_apart(report):
    rows = "2026-03-01,Ann,G,W\n2026-03-02,Ann,D,S\n"
    said = report(a=f"Timestamp,Your name,1.1,1.2\n{rows}")
    assert said.sentences[1] == (
        "1 response of 1 member counted, besides 1 earlier one of somebody who answered again."
    )
    assert "  a.csv, row 2: “Ann” answered again: row 3 counts, which was sent later." in str(said).split("\n")


def test_files_of_one_layout_are_told_together(report):
    sentences = report(
        a="Name,1.1,1.2\nAnn,G,W\n", b="Name,1.1,1.2\nBob,S,D\n", c="Ref,Cy\n1.1,G\n1.2,W\n1.3,S\n"
    ).sentences
    assert sentences[:6] == (
        "2 files or sheets (a.csv, b.csv) were read as a table with a row for each member, each.",
        "c.csv: read as a table with a column for each member.",
        "3 responses of 3 members counted.",
        "Members found: ann, bob, cy.",
        "Columns: name from “Name”; 7 standards by number.",
        "7 answers to 3 of 20 standards could be read.",
    )


def test_a_consensus_is_told(report):
    sentences = report(a="Ref,Ann,Consensus\n1.1,G,W\n1.2,G,S\n1.3,G,\n").sentences
    assert "A consensus is given for 2 standards." in sentences


def test_where_no_answer_could_be_read_it_says_so(report):
    assert report(a="Name,1.1,1.2\nAnn,,\n").sentences[4:] == ("No answer could be read.", "Nothing stands in the way.")
    assert report(a="Day,Weather\nMonday,rain\n").sentences == ("1 thing is to be settled first.",)


def test_what_each_column_and_answer_became_and_who_the_members_are(report):
    said = report(a="Name,Organisation,1.1,1.2,1.3,1.1 comment,Shoe size\nAnn,Council,G,g,Some success,Hm.,42\n")
    assert said.columns[["column", "heading", "became"]].values.tolist() == [
        ["A", "Name", "name"],
        ["B", "Organisation", "organisation"],
        ["C", "1.1", "standard 1.1"],
        ["D", "1.2", "standard 1.2"],
        ["E", "1.3", "standard 1.3"],
        ["F", "1.1 comment", "standard 1.1, comment"],
        ["G", "Shoe size", "not taken"],
    ]
    assert said.levels.values.tolist() == [["G", "G", 1], ["g", "G", 1], ["Some success", "S", 1]]
    assert said.members.values.tolist() == [["ann", "Ann", "Council", "", 3, False]]


def test_as_one_table_it_has_a_line_a_thing(report):
    said = report(a="Name,1.1,1.2\nAnn,G,maybe\n").table()
    assert said[["part", "row", "column", "found", "became"]].values.tolist() == [
        ["read as", "", "", "a table with a row for each member", ""],
        ["to settle", "2", "C", "maybe", ""],
        ["known", "", "", "", ""],
        ["column", "", "A", "Name", "name"],
        ["column", "", "B", "1.1", "standard 1.1"],
        ["column", "", "C", "1.2", "standard 1.2"],
        ["answer", "", "", "G", "G"],
        ["never given", "", "", "W", "Working towards"],
        ["never given", "", "", "S", "Some success"],
        ["never given", "", "", "D", "Doing well"],
        ["member", "", "", "Ann", "ann"],
    ]
    assert [said["note"].tolist()[at] for at in (0, 2, 6, -1)] == ["1 response", MISSING, "1 time", "1 answer"]


def test_who_was_found_is_named_and_who_is_new_told_apart(read):
    text = "Name,Organisation,1.1,1.2\nAnn Ash,,G,W\nCy Dee,Police,S,D\n"
    assert read(text).report.sentences[2] == "Members found: ann-ash (Ann Ash), cy-dee (Cy Dee, Police)."
    found = read(text, team=TEAM, add_members=True).report
    assert found.sentences[2:4] == ("Members found: ann (Ann Ash).", "New members: cy-dee (Cy Dee, Police).")
    assert found.table()["note"].tolist()[-2:] == ["2 answers; known before", "2 answers; Police; new"]


def test_of_many_members_the_first_are_named_and_those_without_a_name_counted(read):
    rows = "".join(f"Ann {n},G,W\n" for n in range(100, 142))
    lines = read(f"Name,1.1,1.2\n{rows},S,D\n").report.sentences[2].split("\n")
    assert lines[0].startswith("Members found: ann-100 (Ann 100), ann-101 (Ann 101), ")
    assert lines[-1].endswith("ann-139 (Ann 139), 2 more and 1 who gave no name.")
    assert max(map(len, lines)) <= 110


def test_what_the_columns_became_is_told_in_short_with_those_that_are_not_taken(read):
    text = "Name,1.1,1.2,1.1 comment,Phone,Page\nAnn,G,W,as said,1,2\n"
    assert read(text).report.sentences[3] == (
        "Columns: name from “Name”; 2 standards by number; 1 comment by number; not taken: “Phone”, “Page”."
    )
    assert read("Ref,Ann\n1.1,G\n1.2,W\n1.3,S\n").report.sentences[3] == "Rows: 3 standards by number."


def test_of_many_faults_of_a_kind_the_text_has_the_first_and_the_table_has_all(report):
    cells = "".join(f"Ann {n},wrong{n},{'odd' if n == 7 else 'G'}\n" for n in range(130))
    said = report(a=f"Name,1.1,1.2\n{cells}")
    lines = str(said).split("\n")
    first = lines.index("To settle:") + 1
    told = lines[first : lines.index("For you to know:") - 1]
    assert (len(told), told[-1]) == (101, "  and 31 more; the whole report: --report FILE")
    assert told[0].startswith("  a.csv, row 2, column B: “wrong0” is not a level of this scale.")
    assert said.table()["part"].tolist().count("to settle") == 131


def test_a_kind_of_which_there_are_few_is_told_beside_one_of_which_there_are_many():
    many = [Fault("is not a level of this scale", value=str(n)) for n in range(200)]
    few = [Fault(f"is empty in {n} cells") for n in range(3)]
    said = ImportReport((), pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), (*many, *few))
    assert str(said).split("\n")[-5:] == [
        "  “99” is not a level of this scale.",
        *(f"  is empty in {n} cells." for n in range(3)),
        "  and 100 more; the whole report: --report FILE",
    ]


@pytest.mark.parametrize(("times", "words"), [
    (2, "1 earlier one of somebody who answered again"),
    (3, "2 earlier ones of those who answered again"),
])  # fmt: skip
def test_how_many_answered_again_is_said_in_good_english(report, times, words):
    rows = "".join(f"R_{n},2026-03-0{n} 09:00:00,IP Address,1,Ann,G,W\n" for n in range(1, times + 1))
    assert report(a=f"{HEAD}\n{rows}").sentences[1] == f"1 response of 1 member counted, besides {words}."
