"""Exports of SurveyMonkey: two rows of headings, questions merged over their statements, a column a choice."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import google_forms, microsoft_forms, qualtrics
from assesslib.readers.layouts.surveymonkey import read, recognises
from assesslib.readers.records import ANSWER, DROPPED

ENGLISH = """\
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,\
<b>Leadership</b>,,,Your details,,Why?
,,,,,,,,,Partners trust,Vision is shared,Other (please specify),Name,Organisation,Open-Ended Response
114,99,03/01/2026 09:00:00 AM,03/01/2026 09:10:00 AM,1.2.3.4,a@b.uk,Ann,Lee,x,Not yet,c,well,,Council,because
115,99,03/01/2026 09:20:00 AM,03/01/2026 09:30:00 AM,1.2.3.4,,,,,Not yet,,,Bo,Trust,
"""
GERMAN = """\
Befragten-ID;Collector-ID;Erstellungsdatum;Änderungsdatum;Vorname;Nachname;1.1;1.2;Leitung
;;;;;;Antwort;Antwort;1.3
1;2;2026-03-01 09:00:00;2026-03-01 09:10:00;Ann;Lee;Doing well;2;3
"""
CHOICES = """\
Respondent ID,End Date,1.1 Led,,,Purpose,,,
,,Gap identified,Doing well,Other (please specify),1.2 - Gap identified,1.2 - Doing well,1.3 - Gap identified,\
1.3 - Doing well
1,3/1/26,Gap identified,,,,Doing well,Gap identified,
2,3/1/26,,Doing well,why,Gap identified,,Gap identified,Doing well
"""


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.at: heading.why for heading in answer.headings if heading.use == DROPPED}


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


def test_an_export_is_read_whole():
    answer = read(raw(ENGLISH), CSIT)
    assert people(answer) == {
        3: {"name": "Ann Lee", "email": "a@b.uk", "organisation": "Council", "started": "03/01/2026 09:00:00 AM",
            "submitted": "03/01/2026 09:10:00 AM"},
        4: {"name": "Bo", "email": "", "organisation": "Trust", "started": "03/01/2026 09:20:00 AM",
            "submitted": "03/01/2026 09:30:00 AM"},
    }  # fmt: skip
    assert said(answer) == {
        "Partners trust": ("Partners trust",),
        "Vision is shared": ("Vision is shared",),
        "Other (please specify)": ("Leadership comment",),
        "Why?": ("Why?",),
    }
    assert [heading.section for heading in answer.headings[9:]] == ["Leadership"] * 3 + ["Your details"] * 2 + [""]
    assert answer.answers.to_dict("index") == {
        3: {9: "Not yet", 10: "c", 11: "well", 14: "because"},
        4: {9: "Not yet", 10: "", 11: "", 14: ""},
    }
    assert dropped(answer) == {
        0: "the tool's own number of the response",
        1: "the link by which the response came in",
        4: "the address of the respondent's computer",
        8: "data of the tool's own list of contacts",
    }
    assert (answer.layout, answer.faults) == ("surveymonkey", ())


def test_semicolons_between_columns_and_one_statement_under_a_question():
    answer = read(raw(GERMAN, ";"), CDRP)
    assert people(answer) == {
        3: {"name": "Ann Lee", "started": "2026-03-01 09:00:00", "submitted": "2026-03-01 09:10:00"}
    }
    assert said(answer) == {"1.1": ("1.1",), "1.2": ("1.2",), "1.3": ("1.3", "Leitung")}


def test_a_column_a_choice_is_put_together():
    answer = read(raw(CHOICES), CDRP)
    assert said(answer) == {
        "1.1 Led": ("1.1 Led",),
        "Other (please specify)": ("1.1 Led comment",),
        "1.2": ("1.2",),
        "1.3": ("1.3",),
    }
    assert answer.answers.to_dict("index") == {
        3: {2: "Gap identified", 4: "", 5: "Doing well", 7: "Gap identified"},
        4: {2: "Doing well", 4: "why", 5: "Gap identified", 7: "Gap identified;Doing well"},
    }
    assert dropped(answer) == {
        0: "the tool's own number of the response",
        3: "one choice of what is read in column C",
        6: "one choice of what is read in column F",
        8: "one choice of what is read in column H",
    }


NUMBERED = """\
Respondent ID,End Date,1.1 Led,,,Purpose,,,
,,Gap identified,Some success,Doing well,1.2 - Gap identified,1.2 - Doing well,1.3 - Gap identified,1.3 - Doing well
1,3/1/26,1,,,,2,1,
2,3/1/26,,,3,1,,,2
"""


def test_numbers_in_a_column_a_choice_are_the_choices_where_they_follow_the_columns():
    answer = read(raw(NUMBERED), CDRP)
    assert answer.answers.to_dict("list") == {
        2: ["Gap identified", "Doing well"],
        5: ["Doing well", "Gap identified"],
        7: ["Gap identified", "Doing well"],
    }


@pytest.mark.parametrize(
    "change",
    [("2,3/1/26,,,3", "2,3/1/26,,,1"), (",2,1,\n", ",5,1,\n"), ("Gap identified", "Led")],
)
def test_other_numbers_in_a_column_a_choice_stay_what_they_are(change):
    answer = read(raw(NUMBERED.replace(*change)), CDRP)
    assert "Doing well" not in {text for texts in answer.answers.to_dict("list").values() for text in texts}


def test_a_choice_that_nobody_made_belongs_to_its_statement():
    answer = read(raw("Respondent ID,End Date,Led,,\n,,Gap,Working,Doing well\n1,x,Gap,,\n2,x,,,Doing well\n"), CDRP)
    assert answer.answers.to_dict("list") == {2: ["Gap", "Doing well"]}
    assert dropped(answer)[3] == "one choice of what is read in column C"


def test_statements_that_nobody_answered_stay_apart():
    answer = read(raw("Respondent ID,End Date,Leadership,,\n,,Led,Clear,Trusted\n1,x,G,,\n2,x,W,,\n"), CDRP)
    assert answer.answers.to_dict("list") == {2: ["G", "W"], 3: ["", ""], 4: ["", ""]}


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        ("respondent_id,collector_id,date_created,1.1\n1,2,x,G\n", {3: ["G"]}),
        ("Our survey,,\nRespondentID,EndDate,1.1\n,,Response\n1,x,G\n", {2: ["G"]}),
        ("Respondent ID,1.1\nResponse,Response\n1,G\n", {1: ["G"]}),
        ("1.1,End Date\nResponse,\nG,x\n", {0: ["G"]}),
    ],
    ids=["one row of headings", "a title above", "Response everywhere", "the number taken out"],
)
def test_files_that_people_changed_are_read(rows, read_as):
    sheet = raw(rows)
    assert recognises(sheet, CDRP)
    assert read(sheet, CDRP).answers.to_dict("list") == read_as


def test_a_response_that_was_not_finished_is_kept_and_told():
    answer = read(raw("Respondent ID,Response Status,1.1\n,,Response\n1,Completed,G\n2,Partial,W\n"), CDRP)
    assert answer.people["mark"].tolist() == ["", "unfinished"]
    assert [(str(fault), fault.handled) for fault in answer.faults] == [
        ("export.csv, row 4: The response was not finished. It is taken as far as it goes.", True)
    ]


@pytest.mark.parametrize("framework", [CSIT, CDRP], ids=["csit", "cdrp"])
def test_every_statement_is_the_first_that_its_heading_says(framework):
    statements = ",".join(f'"{item.text}"' for item in framework.items)
    blank = "," * (len(framework.items) - 1)
    answer = read(raw(f"Respondent ID,End Date,How far?{blank}\n,,{statements}\n"), framework)
    assert [one[0] for one in said(answer).values()] == [item.text for item in framework.items]


@pytest.mark.parametrize(
    "text",
    [
        "Timestamp,Email Address,First Name,Last Name\n2026/03/03 3:08:24 PM GMT,a@b.uk,Ann,Lee\n",
        "Response ID,Date submitted,Last page,Start language,IP address\n1,2026-03-01,3,en,1.2.3.4\n",
        "StartDate,EndDate,Status,IPAddress,ResponseId\nStart Date,End Date,Response Type,IP Address,Response ID\n",
        "Name,Start Date,End Date,1.1\nAnn,x,y,G\n",
        "Ref,Respondent,Status\n1.1,G,W\n",
        "",
    ],
)
def test_files_of_others_are_not_recognised(text):
    assert not recognises(raw(text), CDRP)


@pytest.mark.parametrize("other", [google_forms, microsoft_forms, qualtrics])
@pytest.mark.parametrize(("text", "delimiter"), [(ENGLISH, ","), (GERMAN, ";"), (CHOICES, ",")])
def test_no_other_takes_it_for_its_own(other, text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert not other.recognises(raw(text, delimiter), CSIT)


def test_a_file_without_rows_or_with_anything_in_it_is_read():
    assert read(raw(""), CSIT).people.empty
    assert read(raw("Respondent ID,End Date,,\n,,Response, - \n\0,;,=1,=2\n"), CSIT).answers.to_dict("list") == {
        3: ["=2"]
    }
