"""LimeSurvey's exports: headings as codes, wordings or both, in several languages, with all that the tool adds."""

import pandas as pd
import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts.limesurvey import read, recognises
from assesslib.readers.matching.headings import match_headings
from assesslib.readers.records import ANSWER, DROPPED

CODES = """\
"id";"submitdate";"lastpage";"startlanguage";"seed";"token";"startdate";"datestamp";"ipaddr";"refurl";\
"G01Q01";"G01Q02[SQ001]";"G01Q02[SQ002]";"G01Q02[SQ002comment]";"G01Q03";"G01Q03[comment]";\
"interviewtime";"groupTime12";"G01Q01Time";"OurTime"
"1";"2026-03-01 09:15:00";"5";"en";"1593";"tok1";"2026-03-01 09:00:00";"2026-03-01 09:15:00";"10.0.0.1";"";\
"b";"A1";"A5";"long; with ""two"" signs";"Y";"why";"93.1";"12.5";"3.25";"often"
"7";"";"2";"en-GB";"1594";"tok2";"2026-03-02 09:00:00";"2026-03-02 09:05:00";"10.0.0.2";"";\
"N/A";"A3";"N/A";"";"N/A";"";"12.0";"12.0";"";""
"""
GERMAN = """\
Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Zufallsstartwert,Name,Ihr Gebiet? ,Organisation,\
"Preparing the ground [1. Roles [and tasks] are clear]",Preparing the ground [2 Aims are shared],\
Preparing the ground [2 Aims are shared][Kommentar],Bemerkungen,Gesamtzeit,\
Gruppenzeit: Preparing the ground,Fragenzeit: G01
1,1980-01-01 00:00:00,3,de,55,Änne,x,Rat,Not yet,,,,93,1,1
2,1980-01-01 00:00:00,3,de,56,Bo,x,Rat,,Fully,gut,hm,93,1,1
"""
BOTH = """\
id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,seed. Seed,\
name. What is your name?,trust. Partners trust each other. Mostly.,lead[SQ001]. Leadership [Roles are clear],\
lead[SQ002]. Leadership [Aims are shared],lead[other]. Leadership [Other]
1,2026-03-01 09:15:00,3,en,55,Ann,D,S,W,else
"""
MOVED = """\
Response ID\tDate submitted\tLast page\tStart language\tRoles are clear\tAims are shared (Comment)
id\tsubmitdate\tlastpage\tstartlanguage\t123X4X5SQ001\t123X4X5SQ002comment
3\t2026-03-01 09:15:00\t3\ten\tAO02\t{question_not_shown}
"""


def uses(answer):
    return {heading.text: heading.use for heading in answer.headings if heading.use not in (ANSWER, DROPPED)}


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.text: heading.why for heading in answer.headings if heading.use == DROPPED}


def told(answer):
    return [str(fault) for fault in answer.faults]


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


@pytest.mark.parametrize(("text", "delimiter"), [(CODES, ";"), (GERMAN, ","), (BOTH, ","), (MOVED, "\t")])
def test_an_export_is_recognised_by_its_columns(text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert recognises(raw(text.replace('"id";', "").replace("Antwort ID,", ""), delimiter), CDRP)


@pytest.mark.parametrize(
    "text",
    [
        "ID,Start time,Completion time,Email,Name,Leadership.Roles are clear",
        "Id;Startzeit;Fertigstellungszeit;E-Mail;Name",
        "Timestamp,Email Address,Leadership [Roles are clear],Leadership [Aims],Leadership [Trust]",
        "StartDate,EndDate,Status,IPAddress,Progress,Finished,ResponseId,Q1_1,Q1_2",
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Roles are clear",
        "start,end,lead/q1_1,_id,_uuid,_submission_time,_index",
        "rater,organisation,1.1,1.2",
        "id,Completed,1.1,1.2",
        "Ref,Key Feature,Ann,Bo,Consensus",
        "",
    ],
)
def test_other_files_are_not_taken_for_it(text):
    assert not recognises(raw(text), CDRP)


def test_headings_without_the_tool_s_own_columns_are_told_by_their_codes():
    assert recognises(raw("G01Q01,G01Q02[SQ001],G01Q02[SQ002]\nA1,A2,A3"), CSIT)
    assert recognises(raw("seed,lead_SQ001,lead[SQ002]\n1,A1,A1"), CSIT)


def test_a_file_of_codes_is_read():
    answer = read(raw(CODES, ";"), CSIT)
    assert uses(answer) == {"submitdate": "submitted", "token": "id", "startdate": "started"}
    assert dropped(answer) == {
        "id": "the tool's own number of the response",
        "lastpage": "the last page that was seen",
        "startlanguage": "the language it was answered in",
        "seed": "the number by which the tool shuffled the questions",
        "datestamp": "the time of the last action",
        "ipaddr": "the address of the computer",
        "refurl": "the page that led to the survey",
        "interviewtime": "how long answering took",
        "groupTime12": "how long answering took",
        "G01Q01Time": "how long answering took",
    }
    assert said(answer) == {
        "G01Q01": ("G01Q01",),
        "G01Q02[SQ001]": ("SQ001",),
        "G01Q02[SQ002]": ("SQ002",),
        "G01Q02[SQ002comment]": ("SQ002 comment",),
        "G01Q03": ("G01Q03",),
        "G01Q03[comment]": ("G01Q03 comment",),
        "OurTime": ("OurTime",),
    }
    sections = [one.section for one in answer.headings if one.use == ANSWER]
    assert sections == ["G01", "G01Q02", "G01Q02", "G01Q02", "G01", "G01Q03", ""]


def test_who_answered_and_what_is_read_with_the_rows_of_the_file():
    answer = read(raw(CODES, ";"), CSIT)
    assert people(answer) == {
        2: {"id": "tok1", "started": "2026-03-01 09:00:00", "submitted": "2026-03-01 09:15:00", "mark": ""},
        3: {"id": "tok2", "started": "2026-03-02 09:00:00", "submitted": "", "mark": "unfinished"},
    }
    expected = [["b", "A1", "A5", 'long; with "two" signs', "Y", "why", "often"], ["N/A", "A3", "", "", "", "", ""]]
    pd.testing.assert_frame_equal(
        answer.answers, pd.DataFrame(expected, index=[2, 3], columns=[10, 11, 12, 13, 14, 15, 19], dtype="str")
    )
    assert answer.codes == {"A1": 0, "A3": 2, "A5": 4}


def test_what_was_worked_around_is_told():
    assert told(read(raw(CODES, ";"), CSIT)) == [
        "export.csv, row 3: The response was not finished. It is taken as far as it goes.",
        "export.csv, row 3: “N/A” stands to the end of a response that was not finished. It is read as no answer: "
        "LimeSurvey writes it for questions that were not reached.",
    ]


def test_wordings_in_another_language_are_read_with_rows_comments_and_times():
    answer = read(raw(GERMAN), CSIT)
    assert uses(answer) == {"Datum Abgeschickt": "submitted", "Name": "name", "Organisation": "organisation"}
    assert said(answer) == {
        "Ihr Gebiet? ": ("Ihr Gebiet?",),
        "Preparing the ground [1. Roles [and tasks] are clear]": ("1. Roles [and tasks] are clear",),
        "Preparing the ground [2 Aims are shared]": ("2 Aims are shared",),
        "Preparing the ground [2 Aims are shared][Kommentar]": ("2 Aims are shared comment",),
        "Bemerkungen": ("Bemerkungen",),
    }
    assert [one.section for one in answer.headings][8:11] == ["Preparing the ground"] * 3
    assert set(dropped(answer)) == {
        "Antwort ID", "Letzte Seite", "Start-Sprache", "Zufallsstartwert", "Gesamtzeit",
        "Gruppenzeit: Preparing the ground", "Fragenzeit: G01",
    }  # fmt: skip


def test_the_day_that_stands_for_no_day_is_no_time():
    answer = read(raw(GERMAN), CSIT)
    assert people(answer) == {2: {"name": "Änne", "organisation": "Rat"}, 3: {"name": "Bo", "organisation": "Rat"}}
    assert told(answer) == [
        "export.csv, column B (Datum Abgeschickt): “1980-01-01 00:00:00” is not when anybody answered: LimeSurvey "
        "writes it where the survey keeps no times. The responses are read without a time."
    ]


def test_codes_and_wordings_are_taken_apart():
    answer = read(raw(BOTH), CDRP)
    assert uses(answer) == {
        "submitdate. Date submitted": "submitted",
        "name. What is your name?": "name",
    }
    assert said(answer) == {
        "trust. Partners trust each other. Mostly.": ("Partners trust each other. Mostly.", "trust"),
        "lead[SQ001]. Leadership [Roles are clear]": ("Roles are clear", "SQ001"),
        "lead[SQ002]. Leadership [Aims are shared]": ("Aims are shared", "SQ002"),
        "lead[other]. Leadership [Other]": ("Leadership comment", "lead comment"),
    }


def test_a_second_row_of_codes_is_no_response():
    answer = read(raw(MOVED, "\t"), CDRP)
    assert said(answer)["Roles are clear"] == ("Roles are clear", "SQ001")
    assert said(answer)["Aims are shared (Comment)"][-1] == "SQ002 comment"
    assert answer.answers.to_dict("index") == {3: {4: "AO02", 5: ""}}
    assert people(answer) == {3: {"submitted": "2026-03-01 09:15:00"}}


def test_shortened_wordings_and_those_without_spaces_can_be_matched():
    cut = "Leadership .. [The partnership is eff.. ],Partners_have_established_the_purpose,q [1.4 The organi.. ]"
    found = match_headings(read(raw(f"submitdate,lastpage,{cut}"), CDRP).headings, CDRP)
    assert [(one.item, one.sure) for one in found] == [("1.1", True), ("1.2", True), ("1.4", True)]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ("AO01 AO03 AO10", {"AO01": 0, "AO03": 2, "AO10": 9}),
        ("A0 A1 A4", {"A0": 0, "A1": 1, "A4": 4}),
        ("A1 b A4", {}),
        ("c b a", {}),
        ("1 2 5", {}),
    ],
)
def test_the_tool_s_codes_of_answers_have_a_place_on_the_scale(cells, codes):
    rows = "\n".join(f"2026-03-01,1,{cell}" for cell in cells.split())
    assert read(raw(f"submitdate,lastpage,Q1[SQ001]\n{rows}"), CSIT).codes == codes


def test_numbers_that_begin_anew_in_each_group_name_no_item():
    text = "submitdate,lastpage,prep[1],prep[2],estab[1],estab[12],estab[12comment]"
    assert [one.item for one in match_headings(read(raw(text), CSIT).headings, CSIT)] == [""] * 5
    text = "submitdate,lastpage,prep[1],prep[2],estab[6],estab[12]"
    assert [one.item for one in match_headings(read(raw(text), CSIT).headings, CSIT)] == ["1", "2", "6", "12"]


def test_codes_with_strokes_and_two_scales_are_taken_apart():
    text = "submitdate,lastpage,G01Q01_SQ001,G01Q01_SQ001comment,G02[SQ1_SQ2],G03[SQ1][2]"
    assert list(said(read(raw(text), CSIT)).values()) == [
        ("SQ001", "G01Q01"), ("SQ001 comment", "G01Q01 comment"), ("SQ1_SQ2", "G02"), ("SQ1 2", "SQ1", "G03"),
    ]  # fmt: skip


def test_a_question_may_be_called_like_half_a_name():
    answer = read(raw("submitdate,lastpage,First,firstname,lastname,email\n2026-03-01,1,D,Ann,Lee,a@b.org"), CDRP)
    assert people(answer) == {2: {"name": "Ann Lee", "email": "a@b.org", "submitted": "2026-03-01"}}
    assert said(answer) == {"First": ("First",)}


@pytest.mark.parametrize("text", ["", "id,submitdate,lastpage", "submitdate,lastpage,G01\n,,\n\x00,,[[]", "a\n[]\n]["])
def test_a_file_with_nothing_in_it_is_read_all_the_same(text):
    answer = read(raw(text), CSIT)
    assert list(answer.people.index) == list(answer.answers.index)
