"""Workbooks with a sheet a member, several files at once, and files that hold nothing to import."""

import pytest
from readers.importing_kit import CDRP, TEAM, book, known, said, wrong

from assesslib.faults import FaultsError
from assesslib.readers import import_ratings


def test_in_a_workbook_with_a_sheet_a_member_the_tabs_say_who_answered(tmp_path):
    rows = {"Ann Ash": "GW", "Bob Birch": "DS"}
    sheets = {name: [["Ref", "Rating"], ["1.1", first], ["1.2", second], ["1.3", "D"]]
              for name, (first, second) in rows.items()}  # fmt: skip
    found = import_ratings(book(tmp_path / "a.xlsx", sheets | {"Help": [["How to fill this in"]]}), CDRP, team=TEAM)
    assert said(found) == [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("ann", "1.3", "D"), ("bob", "1.1", "D"),
                           ("bob", "1.2", "S"), ("bob", "1.3", "D")]  # fmt: skip
    assert found.wrong == ()
    assert known(found) == [
        "a.xlsx, sheet Help: The headings “How to fill this in” tell no layout that is known, and too few of them name "
        "standards. It is left out.",
        "a.xlsx, sheet Ann Ash: The name of the sheet was taken for who answered.",
        "a.xlsx, sheet Bob Birch: The name of the sheet was taken for who answered.",
    ]


@pytest.mark.parametrize("titles", [("Ann",), ("Sheet1", "Sheet2"), ("Responses 2025", "Form responses 1")])
def test_other_sheets_name_nobody(tmp_path, titles):
    rows = [["Ref", "Rating"], ["1.1", "G"], ["1.2", "W"], ["1.3", "D"]]
    found = import_ratings(book(tmp_path / "a.xlsx", dict.fromkeys(titles, rows)), CDRP)
    assert found.members["id"].str.fullmatch(r"response-[0-9a-f]{12}(-2)?").tolist() == [True for _ in titles]


def test_several_files_are_one_team(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,G,W\n")
    (tmp_path / "b.csv").write_text("Ref,Ann,Bob\n1.3,S,S\n1.4,D,D\n1.5,D,D\n")
    found = import_ratings([tmp_path / "a.csv", tmp_path / "b.csv"], CDRP)
    assert wrong(found) == []
    assert "a.csv, row 2: “Ann” answered in 2 parts, each on other items; all of them count." in known(found)
    assert [item for member, item, _ in said(found) if member == "ann"] == ["1.1", "1.2", "1.3", "1.4", "1.5"]


def test_of_one_person_in_two_files_on_the_same_items_it_is_asked_which_counts(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,G,W\n")
    (tmp_path / "b.csv").write_text("Ref,Ann,Bob\n1.1,S,S\n1.4,D,D\n1.5,D,D\n")
    found = import_ratings([tmp_path / "a.csv", tmp_path / "b.csv"], CDRP)
    assert wrong(found) == [
        f"{place}: “Ann” stands over several responses that differ, and nothing says which was sent last. Take away "
        "the ones that do not count; or give two people different names."
        for place in ("a.csv, row 2", "b.csv, column B")
    ]  # fmt: skip
    assert {member for member, *_ in said(found)} == {"bob"}
    assert found.layouts == (
        ("a.csv", "a table with a row for each member"),
        ("b.csv", "a table with a column for each member"),
    )


def test_two_files_of_one_name_are_told_apart(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.csv").write_text(f"Name,1.1,1.2\n{folder},G,?!\n")
    found = import_ratings([tmp_path / "x" / "a.csv", tmp_path / "y" / "a.csv"], CDRP)
    assert [fault.file for fault in found.wrong] == [str(tmp_path / "x" / "a.csv"), str(tmp_path / "y" / "a.csv")]


def test_a_test_is_left_out_and_an_unfinished_response_is_taken(read):
    head = "ResponseId,RecordedDate,Status,Finished,Your name,1.1,1.2"
    found = read(f"{head}\nR_1,x,Survey Preview,1,Ann,G,G\nR_2,x,IP Address,0,Bob,W,\n")
    assert said(found) == [("bob", "1.1", "W"), ("bob", "1.2", "blank")]
    assert known(found) == [
        "a.csv, row 2: The response is a preview or a test. It is left out.",
        "a.csv, row 3: The response was not finished. It is taken as far as it goes.",
    ]


def test_headings_without_answers_are_told(read):
    assert wrong(read("Name,1.1,1.2\n")) == [
        "a.csv: There are headings, and no answers of anybody. Look whether it was exported with its answers."
    ]


def test_a_file_of_something_else_is_told(read):
    assert wrong(read("Date,Weather\nMonday,rain\n")) == [
        "a.csv: The headings “Date, Weather” tell no layout that is known, and too few of them name standards. Check "
        "the file, or say which layout it has: microsoft-forms, limesurvey, google-forms, kobo, qualtrics, "
        "surveymonkey, long, tally, transposed, wide, form."
    ]
    assert wrong(read("Date,Weather\nMonday,rain\n", layout="wide"))[-1] == (
        "a.csv: Nothing in this file names a standard of cdrp-dat-partnership. Check that it is the file of this "
        "framework, or say what each column is."
    )


def test_a_layout_that_there_is_not_is_refused(read):
    with pytest.raises(FaultsError) as error:
        read("Name,1.1,1.2\nAnn,1,4\n", layout="tallies")
    assert str(error.value) == (
        "“tallies” is not a layout. Allowed: microsoft-forms, limesurvey, google-forms, kobo, qualtrics, surveymonkey, "
        "long, tally, transposed, wide, form; nearest: tally. Choose one of these."
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    found = import_ratings(tmp_path / "nowhere.csv", CDRP)
    assert wrong(found) == ["“nowhere.csv” is not a file. Check the name and the folder."]
    assert found.ratings.empty
