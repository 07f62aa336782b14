"""Files of other tools to ratings: read as they were meant, or asked about; what is left out is kept with its place."""

import pandas as pd
import pytest
from openpyxl import Workbook

from assesslib.faults import FaultsError
from assesslib.framework import load_framework
from assesslib.readers import import_ratings

CDRP, CSIT = load_framework("cdrp-dat-partnership"), load_framework("csit-collaborative-working")
TEAM = pd.DataFrame({"id": ["ann", "bob"], "name": ["Ann Ash", "Bob Birch"], "organisation": "", "role": ""})
FORMS = "ID,Start time,Completion time,Email,Name"
IF_RIGHT = "If that is right, accept it; if not, say what it is."
WHICH = "Say which of them counts and what the others are, or take the others out of the file."


@pytest.fixture
def read(tmp_path):
    """Reads the text of a file, with the lines of a mapping if any."""

    def imported(text, mapping="", framework=CDRP, **kwargs):
        file = tmp_path / "a.csv"
        file.write_text(text, encoding="utf-8")
        if mapping:
            kwargs["mapping"] = tmp_path / "map.csv"
            kwargs["mapping"].write_text(f"kind,found,becomes\n{mapping}", encoding="utf-8")
        return import_ratings(file, framework, **kwargs)

    return imported


def said(result):
    """The ratings in short: member, item with its facet, and the level or state."""
    texts = result.ratings.astype("object").fillna("")
    return [(row.member, f"{row.item} {row.facet}".strip(), row.level or row.state) for row in texts.itertuples()]


def wrong(result):
    return [str(fault) for fault in result.wrong]


def known(result):
    """What was dealt with, but for the items that have no column."""
    texts = [str(fault) for fault in result.faults if fault.handled]
    return [text for text in texts if "There is no column for" not in text]


def rejects(result):
    return [tuple(row) for row in result.rejects.astype("object").itertuples(index=False)]


def asked(result):
    return [(line.kind, line.found, line.perhaps[:8]) for line in result.questions]


# Headings


LIKE = "Partnership led and supported and responsive"
UNSURE = f"Name,1.3,1.2,{LIKE}\nAnn,G,W,S\n"


def test_a_heading_that_is_not_sure_is_asked_and_its_answers_are_kept_aside(read):
    found = read(UNSURE)
    assert said(found) == [("ann", "1.3", "G"), ("ann", "1.2", "W")]
    assert wrong(found) == [f"a.csv, column D (Partnership led and supported and respo…): “{LIKE}” is worded somewhat "
                            f"like standard 1.1. {IF_RIGHT}"]  # fmt: skip
    assert asked(found) == [("column", LIKE, "1.1 The ")]
    assert rejects(found) == [("a.csv", 2, "D", "Ann", "1.1", "S", "the heading is not sure")]


def test_what_is_likely_is_taken_once_it_is_accepted_and_can_still_be_corrected(read):
    found = read(UNSURE, accept=True)
    assert (wrong(found), rejects(found)) == ([], [])
    assert said(found)[-1] == ("ann", "1.1", "S")
    assert asked(found) == [("column", LIKE, "1.1 The ")]


@pytest.mark.parametrize(
    ("becomes", "rating"),
    [("1.4", [("ann", "1.4", "S")]), ("5.1 Local", [("ann", "5.1 local", "S")]), ("(nothing)", [])],
)
def test_a_mapping_says_what_a_heading_is(read, becomes, rating):
    found = read(UNSURE, f"column,{LIKE},{becomes}\n")
    assert said(found)[2:] == rating
    assert (wrong(found), asked(found)) == ([], [])


def test_a_heading_of_two_lines_is_found_in_the_mapping(read):
    found = read('Name,1.1,1.2,"Trust \u00a0\neach "\nAnn,G,W,S\n', "column,Trust each,1.3\n")
    assert said(found)[-1] == ("ann", "1.3", "S")


def test_a_mapping_wins_over_what_was_matched(read):
    found = read("Name,1.1,1.2,1.3\nAnn,G,W,S\n", "column,1.2,1.1\n")
    assert said(found) == [("ann", "1.1", "W"), ("ann", "1.3", "S")]
    assert known(found) == ["a.csv, column B (1.1): “1.1” is not taken: it names nothing that was asked (1 cell holds "
                            "text)."]  # fmt: skip
    assert rejects(found) == [("a.csv", 2, "B", "Ann", "", "G", "the heading names nothing that was asked")]


@pytest.mark.parametrize("accept", [False, True])
def test_two_columns_are_never_one_item(read, accept):
    found = read("Name,1.1,1.1,1.2,1.3\nAnn,G,W,S,D\n", accept=accept)
    assert said(found) == [("ann", "1.2", "S"), ("ann", "1.3", "D")]
    assert wrong(found) == [
        f"a.csv, column B (1.1): “1.1” may be the number of standard 1.1, and column C too. {WHICH}",
        f"a.csv, column C (1.1): “1.1” may be the number of standard 1.1, and column B too. {WHICH}",
    ]
    assert asked(found) == [("column", "1.1", "")]
    assert [row[2] for row in rejects(found)] == ["B", "C"]


@pytest.mark.parametrize("accept", [False, True])
def test_two_columns_are_never_one_item_by_a_mapping(read, accept):
    found = read("Name,A,B,1.2,1.3\nAnn,G,W,S,D\n", "column,A,1.1\ncolumn,B,1.1\n", accept=accept)
    assert said(found) == [("ann", "1.2", "S"), ("ann", "1.3", "D")]
    assert wrong(found) == [
        f"a.csv, column B (A): “A” was said to be standard 1.1, and column C too. {WHICH}",
        f"a.csv, column C (B): “B” was said to be standard 1.1, and column B too. {WHICH}",
    ]


def test_a_fault_of_the_mapping_stands(read):
    found = read(UNSURE, f"column,{LIKE},9.9\n")
    assert [text.partition(". ")[0] for text in wrong(found)] == [
        "map.csv, row 2, column becomes: “9.9” names none of this framework’s standards",
        "a.csv, column D (Partnership led and supported and respo…): “Partnership led and supported and responsive” "
        "is worded somewhat like standard 1.1",
    ]


# Answers


def test_an_answer_that_is_not_on_the_scale_is_asked_with_all_its_places(read):
    found = read("Name,1.1,1.2\nAnn,maybe,G\nBob,maybe,W\n")
    assert wrong(found) == [
        "a.csv, row 2, column B: “maybe” is not a level of this scale (in 2 cells, this is the first). Allowed: G, W, "
        "S, D, Gap identified, Working towards, Some success, Doing well; nearest: Some success. Say what it is, or "
        "correct it in the file."
    ]
    assert asked(found) == [("answer", "maybe", "")]
    assert rejects(found) == [
        ("a.csv", 2, "B", "Ann", "1.1", "maybe", "cannot be read"),
        ("a.csv", 3, "B", "Bob", "1.1", "maybe", "cannot be read"),
    ]
    assert said(read("Name,1.1,1.2\nAnn,maybe,G\nBob,x,W\n", "answer,maybe,S\nanswer,x,n/a\n"))[:2] == [
        ("ann", "1.1", "S"),
        ("bob", "1.1", "not_applicable"),
    ]


NUMBERS = "Name,1.1,1.2\nAnn,1,4\n"


def test_numbers_are_a_question(read):
    found = read(NUMBERS, accept=True)
    assert said(found) == []
    assert wrong(found) == [
        "a.csv, row 2, column B: “1, 4” are numbers, and nothing in the file says what they mean: G may be 0, 1 or 4. "
        "Say what they mean, e.g. G = 1 and D = 4."
    ]


@pytest.mark.parametrize(
    ("scale", "levels"),
    [({1: "G", 4: "D"}, ["G", "D"]), ({4: "g", 1: "d"}, ["D", "G"]), ({0: "G", 4: "D"}, ["D"]), ({1: "G"}, ["G"])],
)
def test_a_scale_says_what_numbers_mean_and_those_between_where_it_is_even(read, scale, levels):
    assert [level for _, _, level in said(read(NUMBERS, scale=scale))] == levels


def test_a_scale_of_levels_that_there_are_not_is_refused(read):
    with pytest.raises(FaultsError) as error:
        read(NUMBERS, scale={1: "x"})
    assert str(error.value) == (
        "“x” is not a level of this scale. Allowed: G, W, S, D; nearest: W. Say with levels of the scale what the "
        "numbers mean."
    )


FOUR = 'Not yet,We are in the early stages of developing this,,"We do all of this, most of the time"'
LAST = "We have been doing all of this for a few years - we have assessed & refined our behaviour in this area"
MIDDLE = f"{FORMS},1,2,3,4,5\n1,3/14/26 9:00:00,3/14/26 9:10:00,anonymous,,{FOUR},{LAST}\n"


def test_in_microsoft_forms_an_empty_cell_may_be_the_middle_without_a_label(read):
    found = read(MIDDLE, framework=CSIT)
    assert wrong(found) == [
        "a.csv, row 2, column H: 1 cells are empty and nobody gave c: a middle option without a label comes out empty. "
        "Say whether an empty cell is c or no answer."
    ]
    assert asked(found) == [("answer", "(empty cell)", "")]


@pytest.mark.parametrize(("becomes", "level"), [("c", "c"), ("blank", "blank")])
def test_the_mapping_says_what_an_empty_cell_is(read, becomes, level):
    found = read(MIDDLE, f"answer,(empty cell),{becomes}\n", framework=CSIT)
    assert wrong(found) == []
    assert [level for _, _, level in said(found)] == ["a", "b", level, "d", "e"]


def test_an_empty_cell_elsewhere_or_with_the_middle_given_is_no_answer(read):
    given = MIDDLE.replace(',,"We do', ',,We partly do this,"We do').replace("1,2,3,4,5", "1,2,3,4,5,6")
    assert wrong(read(given, framework=CSIT)) == []
    assert wrong(read(f"Name,1,2,3,4,5\nAnn,{FOUR},{LAST}\n", framework=CSIT)) == []


# Comments, facets, consensus


def test_comments_stand_with_their_item_and_alone(read):
    found = read("Name,1.1,Comments on 1.1,1.2,1.3,1.3 comment\nAnn,G,Ask me.,W,,Later.\n")
    assert [tuple(row) for row in found.ratings[["item", "state", "comment"]].itertuples(index=False)] == [
        ("1.1", "rated", "Ask me."),
        ("1.2", "rated", ""),
        ("1.3", "blank", "Later."),
    ]


def test_two_comments_on_one_item_are_put_together(read):
    found = read("Name,1.1,1.2,1.3,A,B\nAnn,G,W,S,One.,Two.\n", "column,A,1.1 comment\ncolumn,B,1.1 comment\n")
    assert found.ratings["comment"].tolist() == ["One.\nTwo.", "", ""]


def test_facets_are_sides_of_a_split_answer(read):
    found = read("Name,5.1 Local,5.1 (National),1.1,1.2\nAnn,G,W,D,\n")
    assert said(found) == [("ann", "5.1 local", "G"), ("ann", "5.1 national", "W"), ("ann", "1.1", "D"),
                           ("ann", "1.2", "blank")]  # fmt: skip
    assert set(found.ratings["state"]) == {"split", "rated", "blank"}


def test_a_whole_answer_beside_its_sides_is_a_question_only_where_one_person_gave_both(read):
    found = read("Name,5.1 Local,5.1,1.1,1.2\nAnn,G,W,D,D\nBob,,W,D,D\nCy,S,,D,D\n")
    assert [row for row in said(found) if "5.1" in row[1] and row[2] != "blank"] == [
        ("cy", "5.1 local", "S"),
        ("bob", "5.1", "W"),
    ]
    assert wrong(found) == ["a.csv, row 2, column B: 1 person answered standard 5.1 both as a whole and by facet. Keep "
                            "the whole, or the facets."]  # fmt: skip
    assert rejects(found) == [
        ("a.csv", 2, "B", "Ann", "5.1", "G", "stands as a whole and by facet"),
        ("a.csv", 2, "C", "Ann", "5.1", "W", "stands as a whole and by facet"),
    ]


def test_a_consensus_column_goes_to_the_consensus_and_what_cannot_be_read_of_it_is_kept_aside(read):
    text = "Ref,Ann,Bob,Consensus\n1.1,G,W,W\n1.2,G,D,no consensus\n1.3,G,G,zz\n1.4,G,G,\n"
    found = read(text)
    assert found.consensus[["item", "state", "level"]].values.tolist() == [
        ["1.1", "rated", "W"],
        ["1.2", "unresolved", ""],
    ]
    assert found.members["id"].tolist() == ["ann", "bob"]
    assert wrong(found) == ["a.csv, row 4, column D: “zz” is not a level of this scale. Allowed: G, W, S, D; nearest: "
                            "W. Say what it is, or correct it in the file."]  # fmt: skip
    assert rejects(found) == [("a.csv", 4, "D", "", "1.3", "zz", "cannot be read")]
    settled = read(text, "answer,zz,S\n")
    assert settled.wrong == ()
    assert settled.consensus["level"].tolist() == ["W", "", "S"]


# Counts


TALLY = "Ref,G,W,S,D\n1.1,2,1,0,0\n1.2,0,0,1,2\n1.3,1,,,\n"


def test_a_tally_gives_as_many_answers_as_were_counted_each_of_nobody(read):
    found = read(TALLY)
    counts = found.ratings.groupby(["item", "level"], observed=True).size()
    assert counts.to_dict() == {("1.1", "G"): 2, ("1.1", "W"): 1, ("1.2", "S"): 1, ("1.2", "D"): 2, ("1.3", "G"): 1}
    assert set(found.members["name"]) == {""}
    assert len(found.members) == 3


def test_two_tallies_share_no_member(read):
    one, other = (set(read(text).members["id"]) for text in (TALLY, TALLY.replace("2,1,0", "1,2,0")))
    assert one & other == set()


def test_what_of_a_tally_is_not_taken_is_kept_aside(read):
    found = read("Ref,G,W,S,Top\n1.1,1,x,0,0\n1.2,1,1,0,2\nFoo,1,0,0,0\n1.3,1,1,0,0\n")
    assert wrong(found) == [
        "a.csv, row 2, column C (W): “x” is not a number of answers. Write a whole number from 0, or empty the cell "
        "for none.",
        "a.csv, row 4: “Foo” names none of this framework’s standards. Say what it is, or correct it in the file.",
        "a.csv, column E: “Top” is not a level of this scale. Allowed: G, W, S, D; nearest: S. Say what it is, or "
        "correct it in the file.",
    ]
    assert rejects(found) == [
        ("a.csv", 3, "E", "", "1.2", "2", "the column is no level of this scale"),
        ("a.csv", 4, "B", "", "", "1", "the row names nothing that was asked"),
        ("a.csv", 2, "C", "", "1.1", "x", "is not a number of answers"),
    ]


def test_a_tally_is_nobodys_in_a_team_that_is_known(read):
    assert wrong(read(TALLY, team=TEAM)) == [
        "a.csv: The answers are counted, and nobody knows whose they are; this assessment lists its members. Take them "
        "into a folder of their own, or take in everybody who is new."
    ]
    assert len(read(TALLY, team=TEAM, add_members=True).members) == 3


# Long tables


def test_a_long_table_is_read_with_the_days_that_excel_wrote_anew(read):
    found = read("member,item,level,date\nann,1.1,G,01/03/2026\nann,1.2,W,13/03/2026\nZoë Ng,1.1,S,\n")
    assert said(found) == [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("zoe-ng", "1.1", "S")]
    assert found.ratings["date"].dt.strftime("%d %B").fillna("").tolist() == ["01 March", "13 March", ""]
    assert found.wrong == ()


def test_days_that_may_be_two_days_are_not_guessed(read):
    found = read("member,item,level,date\nann,1.1,G,01/03/2026\nann,1.2,W,02/03/2026\n")
    assert said(found) == []
    assert wrong(found)[0] == "a.csv, row 2, column date: “01/03/2026” is not a date. Write it like 2026-03-01."


def test_a_row_of_a_long_table_with_a_fault_is_kept_aside(read):
    found = read("member,item,level,colour\nann,1.1,G,\nann,1.2,X,red\n")
    assert said(found) == [("ann", "1.1", "G")]
    assert wrong(found) == ["a.csv, row 3, column level: “X” is not a level of this scale. Allowed: G, W, S, D; "
                            "nearest: W. Correct the cell."]  # fmt: skip
    assert known(found)[0].startswith("a.csv, row 1: “colour” is not a column that is read.")
    assert rejects(found) == [("a.csv", 3, "level", "ann", "1.2", "X", "the row has a fault")]


def test_somebody_in_a_long_table_whom_the_team_does_not_know_is_asked_by_id(read):
    found = read("member,item,level\nann,1.1,G\nzoe,1.1,W\n", team=TEAM)
    assert wrong(found) == ["a.csv, row 3: “zoe” is not a member of this assessment. Say which of ann, bob it is, or "
                            "take in everybody who is new."]  # fmt: skip
    assert asked(found) == [("member", "zoe", "")]
    assert rejects(found) == [("a.csv", 3, "level", "zoe", "1.1", "W", "nobody knows whose it is")]
    assert said(read("member,item,level\nann,1.1,G\nzoe,1.1,W\n", "member,zoe,bob\n", team=TEAM))[1] == (
        "bob", "1.1", "W")  # fmt: skip


# Files


def book(path, sheets):
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


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
    assert found.members["id"].tolist() == [f"response-{n}" for n, _ in enumerate(titles, 1)]


def test_several_files_are_one_team(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,G,W\n")
    (tmp_path / "b.csv").write_text("Ref,Ann,Bob\n1.3,S,S\n1.4,D,D\n1.5,D,D\n")
    found = import_ratings([tmp_path / "a.csv", tmp_path / "b.csv"], CDRP)
    assert wrong(found) == [
        f"{place}: “Ann” stands over several responses that differ, and nothing says which was sent last. Take away "
        "the ones that do not count; or give two people different names." for place in ("a.csv, row 2", "b.csv, column B")
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
        "framework, or say in a mapping what each column is."
    )


def test_a_layout_that_there_is_not_is_refused(read):
    with pytest.raises(FaultsError) as error:
        read(NUMBERS, layout="tallies")
    assert str(error.value) == (
        "“tallies” is not a layout. Allowed: microsoft-forms, limesurvey, google-forms, kobo, qualtrics, surveymonkey, "
        "long, tally, transposed, wide, form; nearest: tally. Choose one of these."
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    found = import_ratings(tmp_path / "nowhere.csv", CDRP)
    assert wrong(found) == ["“nowhere.csv” is not a file. Check the name and the folder."]
    assert found.ratings.empty
