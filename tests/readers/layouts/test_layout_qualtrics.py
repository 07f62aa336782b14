"""Exports of Qualtrics: three rows of headings or fewer, previews, responses that were not finished."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import google_forms, microsoft_forms, surveymonkey
from assesslib.readers.layouts.qualtrics import read, recognises
from assesslib.readers.records import ANSWER, DROPPED

NAMES = "StartDate,EndDate,Status,Progress,Finished,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,\
ExternalReference,UserLanguage,Q1_1,Q2.1_2,Q2.1_2_TEXT,Q3,Q4_Page Submit,Q1_DO"
TEXTS = "Start Date,End Date,Response Type,Progress,Finished,Response ID,Recipient Last Name,Recipient First Name,\
Recipient Email,External Data Reference,User Language,How far? - Partners trust - mostly,<b>Vision</b>&nbsp;is shared,\
Vision is shared - Text,Your organisation - Selected Choice,Timing - Page Submit,How far? - Display Order"
IDS = ",".join(f'"{{""ImportId"":""{name}""}}"' for name in (
    "startDate", "endDate", "status", "progress", "finished", "_recordId", "recipientLastName", "recipientFirstName",
    "recipientEmail", "externalDataReference", "userLanguage", "QID1_1", "QID2_2", "QID2_2_TEXT", "QID3", "QID4", "QID5"
))  # fmt: skip
ROWS = """\
2026-03-01 09:00:00,2026-03-01 09:10:00,IP Address,100,True,R_1,Lee,Ann,a@b.uk,m7,EN,c,d,well,Council,1.2,1|2
2026-03-01 10:00:00,2026-03-01 10:10:00,Survey Preview,100,True,R_2,,,,,EN,a,,,,1.2,1|2
2026-03-01 11:00:00,,IP Address,40,False,R_3,,,,,EN,b,,,Trust,,
2026-03-01 12:00:00,2026-03-01 12:10:00,Spam,100,True,R_4,,,,,EN,b,,,Trust,,
"""
WHOLE = f"{NAMES}\n{TEXTS}\n{IDS}\n{ROWS}"
LABELS = """\
StartDate;Status;Finished;RecordedDate;ResponseId;1.1;QID2
Startdatum;Antworttyp;Beendet;Aufgezeichnetes Datum;Antwort-ID;Geführt;1.2 Klar
{"ImportId":"startDate","timeZone":"Europe/Berlin"};{"ImportId":"status"};{"ImportId":"finished"};\
{"ImportId":"recordedDate"};{"ImportId":"_recordId"};{"ImportId":"QID1"};{"ImportId":"QID2"}
2026-03-01 09:00:00;IP-Adresse;Falsch;2026-03-01 09:10:00;R_1;Doing well;4
2026-03-01 09:00:00;Umfragevorschau;Wahr;2026-03-01 09:10:00;R_2;Doing well;4
"""
UNFINISHED = "The response was not finished. It is taken as far as it goes."
PREVIEW = "The response is a preview or a test. It is left out."


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.text: heading.why for heading in answer.headings if heading.use == DROPPED}


def told(answer):
    return [str(fault) for fault in answer.faults]


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


def marked(status, finished, progress="100"):
    """The mark of a response of this kind."""
    text = f"ResponseId,Status,Finished,Progress,1.1\nResponse ID,Response Type,Finished,Progress,Led\nR,{status},"
    return read(raw(f"{text}{finished},{progress},G\n"), CDRP).people["mark"].item()


def test_an_export_is_read_whole():
    answer = read(raw(WHOLE), CSIT)
    assert people(answer)[4] == {
        "id": "m7", "name": "Ann Lee", "email": "a@b.uk", "organisation": "Council",
        "started": "2026-03-01 09:00:00", "submitted": "2026-03-01 09:10:00", "mark": "",
    }  # fmt: skip
    assert answer.people["mark"].to_dict() == {4: "", 5: "preview", 6: "unfinished", 7: ""}
    assert answer.people["organisation"].to_dict() == {4: "Council", 5: "", 6: "Trust", 7: "Trust"}
    assert said(answer) == {
        "How far? - Partners trust - mostly": (
            "Partners trust - mostly", "mostly", "How far? - Partners trust - mostly"),
        "<b>Vision</b>&nbsp;is shared": ("Vision is shared",),
        "Q2.1_2_TEXT": ("Vision is shared comment",),
    }  # fmt: skip
    assert answer.answers.to_dict("list") == {11: list("cabb"), 12: ["d", "", "", ""], 13: ["well", "", "", ""]}
    assert (answer.layout, answer.headings[11].section) == ("qualtrics", "How far?")


def test_what_is_dropped_or_kept_with_a_mark_is_told():
    answer = read(raw(WHOLE), CSIT)
    assert dropped(answer) == {
        "Response Type": "whether the response is a preview",
        "Progress": "how far the response came",
        "Finished": "whether the response was finished",
        "Response ID": "the tool's own number of the response",
        "User Language": "the language in which the survey was shown",
        "Timing - Page Submit": "how long a page took",
        "How far? - Display Order": "the order in which something was shown",
    }
    assert told(answer) == [
        f"export.csv, row 5: {PREVIEW}",
        f"export.csv, row 6: {UNFINISHED}",
        "export.csv, row 7: The tool took the response for spam. It is kept: look whether it is a member's.",
    ]
    assert all(fault.handled for fault in answer.faults)


def test_semicolons_between_columns_and_another_language():
    answer = read(raw(LABELS, ";"), CDRP)
    assert people(answer) == {
        4: {"started": "2026-03-01 09:00:00", "submitted": "2026-03-01 09:10:00", "mark": "unfinished"},
        5: {"started": "2026-03-01 09:00:00", "submitted": "2026-03-01 09:10:00", "mark": "preview"},
    }
    assert said(answer) == {"Geführt": ("Geführt", "1.1"), "1.2 Klar": ("1.2 Klar",)}
    assert answer.answers.to_dict("list") == {5: ["Doing well", "Doing well"], 6: ["4", "4"]}


@pytest.mark.parametrize(
    "heads", [f"{NAMES}\n{TEXTS}\n", f"{NAMES}\n{IDS}\n", f"{NAMES}\n"], ids=["no ids", "no questions", "names alone"]
)
def test_rows_of_headings_may_be_gone(heads):
    sheet = raw(heads + ROWS)
    answer = read(sheet, CSIT)
    assert recognises(sheet, CSIT)
    assert answer.answers[11].tolist() == list("cabb")
    assert answer.people["name"].tolist() == ["Ann Lee", "", "", ""]
    assert answer.people["mark"].tolist() == ["", "preview", "unfinished", ""]


def test_questions_in_another_language_are_known_without_the_ids():
    rows = LABELS.splitlines()
    answer = read(raw("\n".join((*rows[:2], *rows[3:])) + "\n", ";"), CDRP)
    assert said(answer) == {"Geführt": ("Geführt", "1.1"), "1.2 Klar": ("1.2 Klar",)}
    assert answer.answers.to_dict("index") == {3: {5: "Doing well", 6: "4"}, 4: {5: "Doing well", 6: "4"}}


def test_names_of_the_tools_own_count_name_nothing_where_the_question_does():
    with_text = raw("ResponseId,Finished,EndDate,Q2.1,item 2.2\nResponse ID,Finished,End Date,Led,Clear\nR,1,x,G,W\n")
    without = raw("ResponseId,Finished,EndDate,Q2.1,item 2.2\nR,1,x,G,W\n")
    assert said(read(with_text, CDRP)) == {"Led": ("Led",), "Clear": ("Clear", "item 2.2")}
    assert said(read(without, CDRP)) == {"Q2.1": ("Q2.1",), "item 2.2": ("item 2.2",)}


@pytest.mark.parametrize(
    ("status", "finished", "progress", "mark"),
    [
        ("IP Address", "True", "100", ""),
        ("0", "1", "100", ""),
        ("0", "0", "100", "unfinished"),
        ("IP Address", "FALSE", "99", "unfinished"),
        ("1", "1", "100", "preview"),
        ("Survey Test", "False", "1", "preview"),
        ("Aperçu de l’enquête", "VRAI", "100", "preview"),
        ("16", "1", "100", ""),
    ],
)
def test_marks(status, finished, progress, mark):
    assert marked(status, finished, progress) == mark


def test_how_far_a_response_came_tells_where_nothing_else_does():
    answer = read(raw("ResponseId,EndDate,Progress,UserLanguage,1.1\nR,x,100,EN,G\nS,x,57,EN,W\nT,x,,EN,S\n"), CDRP)
    assert answer.people["mark"].tolist() == ["", "unfinished", ""]


def test_an_old_export_has_its_names_in_the_second_row():
    sheet = raw("V1,V2,V8,V9,V10,Q1\nResponseID,ResponseSet,StartDate,EndDate,Finished,1.1 Led\nR_1,Set,x,y,1,G\n")
    answer = read(sheet, CDRP)
    assert recognises(sheet, CDRP)
    assert people(answer) == {3: {"started": "x", "submitted": "y"}}
    assert said(answer) == {"1.1 Led": ("1.1 Led",)}


def test_of_many_marks_the_first_are_told_one_by_one():
    rows = "".join(f"R_{n},x,Survey Preview,1,G\n" for n in range(22)) + "R_22,x,IP Address,0,G\n"
    answer = read(raw(f"ResponseId,EndDate,Status,Finished,1.1\n{rows}"), CDRP)
    assert told(answer)[0] == f"export.csv, row 2: {PREVIEW}"
    assert told(answer)[20:] == [
        "export.csv: One more response was not finished. It is taken as far as it goes.",
        "export.csv: Two more responses are previews or tests. They are left out.",
    ]


@pytest.mark.parametrize("framework", [CSIT, CDRP], ids=["csit", "cdrp"])
def test_every_statement_is_the_first_that_its_heading_says(framework):
    names = ",".join(f"Q1_{place}" for place, _ in enumerate(framework.items))
    texts = ",".join(f'"How far? - {item.text}"' for item in framework.items)
    answer = read(raw(f"ResponseId,EndDate,Finished,{names}\nResponse ID,End Date,Finished,{texts}\n"), framework)
    assert [one[0] for one in said(answer).values()] == [item.text for item in framework.items]


@pytest.mark.parametrize(
    "text",
    [
        "RespondentID,CollectorID,StartDate,EndDate,IP Address\n,,,,\n1,2,x,y,1.2.3.4\n",
        "Response ID,Date submitted,Last page,Start language,IP address,Status\n1,2026-03-01,3,en,1.2.3.4,x\n",
        "Item,Status,Progress,Duration\n1.1,open,40,3\n",
        "id,startdate,datestamp,ipaddr,token\n1,x,y,1.2.3.4,t\n",
        "",
    ],
)
def test_files_of_others_are_not_recognised(text):
    assert not recognises(raw(text), CDRP)


@pytest.mark.parametrize("other", [google_forms, microsoft_forms, surveymonkey])
@pytest.mark.parametrize(("text", "delimiter"), [(WHOLE, ","), (LABELS, ";")])
def test_no_other_takes_it_for_its_own(other, text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert not other.recognises(raw(text, delimiter), CSIT)


def test_a_file_without_rows_or_with_anything_in_it_is_read():
    assert read(raw(""), CSIT).people.empty
    answer = read(raw('ResponseId,Q1,\n"{""ImportId"":","{""ImportId"":1}",\n\0,=1,\n'), CSIT)
    assert answer.answers.to_dict("list") == {1: ["=1"]}
