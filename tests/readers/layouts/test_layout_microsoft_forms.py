"""Exports of Microsoft Forms: its own columns in many languages, Likert statements behind a dot, quizzes."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import google_forms, qualtrics, surveymonkey
from assesslib.readers.layouts.microsoft_forms import read, recognises
from assesslib.readers.records import ANSWER, DROPPED

ENGLISH = """\
ID,Start time,Completion time,Email,Name,Last modified time,What is your name?,Your organisation,\
Leadership.Partners trust each other. Mostly.,Our vision is shared,Comments
1,3/3/26 9:01:02,3/3/26 9:05:00,anonymous,,,Ann,Council,c,We partly do this;,"fine; mostly"
2,3/3/26 9:11:02,3/3/26 9:15:00,anonymous,,,Bo,,,Not yet;We partly do this;,
"""
GERMAN = """\
Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Uhrzeit der letzten Änderung;1.1;1.10
7;01.03.2026 09:00;01.03.2026 09:10;ann@a.org;Ann Lee;;Doing well;
"""
QUIZ = """\
ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,Grade posted time,1.1,Points - 1.1,Feedback - 1.1,\
Points - Leadership
1,3/3/26 9:01:02,3/3/26 9:05:00,a@b.uk,Ann,3,,,Doing well,1,,1
"""
OWN = {
    "de": "Startzeit,Fertigstellungszeit,E-Mail,Name",
    "fr": "Heure de début,Heure de fin,Adresse de messagerie,Nom",
    "es": "Hora de inicio,Hora de finalización,Correo electrónico,Nombre",
    "nl": "Begintijd,Tijd van voltooien,E-mail,Naam",
    "cy": "Amser cychwyn,Amser cwblhau,E-bost,Enw",
    "it": "Ora di inizio,Ora di completamento,Posta elettronica,Nome",
    "pt": "Hora de início,Hora de conclusão,Email,Nome",
    "pl": "Godzina rozpoczęcia,Godzina ukończenia,Adres e-mail,Nazwa",
    "sv": "Starttid,Slutförandetid,E-post,Namn",
    "other": "Kezdés ideje,Befejezés ideje,Cím,Név",
}


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.text: heading.why for heading in answer.headings if heading.use == DROPPED}


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


def headed(*headings):
    """What a file with these headings behind the tool's own says."""
    cells = ",".join(f'"{heading}"' for heading in headings)
    return read(raw(f"ID,Start time,Completion time,{cells}\n"), CDRP)


def test_an_export_is_read_whole():
    answer = read(raw(ENGLISH), CSIT)
    assert people(answer) == {
        2: {"name": "Ann", "organisation": "Council", "started": "3/3/26 9:01:02", "submitted": "3/3/26 9:05:00"},
        3: {"name": "Bo", "organisation": "", "started": "3/3/26 9:11:02", "submitted": "3/3/26 9:15:00"},
    }
    assert answer.answers.to_dict("index") == {
        2: {8: "c", 9: "We partly do this", 10: "fine; mostly"},
        3: {8: "", 9: "Not yet;We partly do this;", 10: ""},
    }
    assert said(answer) == {
        "Leadership.Partners trust each other. Mostly.": (
            "Partners trust each other. Mostly.",
            "Leadership.Partners trust each other. Mostly.",
            "Mostly.",
        ),
        "Our vision is shared": ("Our vision is shared",),
        "Comments": ("Comments",),
    }
    assert dropped(answer) == {
        "ID": "the tool's own number of the response",
        "Last modified time": "when the response was last changed",
    }
    assert (answer.layout, answer.faults, answer.headings[8].section) == ("microsoft-forms", (), "Leadership")


def test_semicolons_between_columns_and_names_of_those_who_signed_in():
    answer = read(raw(GERMAN, ";"), CDRP)
    assert people(answer)[2] == {
        "name": "Ann Lee",
        "email": "ann@a.org",
        "started": "01.03.2026 09:00",
        "submitted": "01.03.2026 09:10",
    }
    assert said(answer) == {"1.1": ("1.1",), "1.10": ("1.10",)}


@pytest.mark.parametrize("language", OWN)
def test_its_own_columns_are_known_in_every_language(language):
    sheet = raw(f"Id,{OWN[language]},1.1\n1,01/03/2026 09:00:00,01/03/2026 09:10:00,anonymous,Ann,G\n")
    answer = read(sheet, CDRP)
    assert recognises(sheet, CDRP)
    assert people(answer) == {2: {"name": "Ann", "started": "01/03/2026 09:00:00", "submitted": "01/03/2026 09:10:00"}}
    assert answer.answers.to_dict("list") == {5: ["G"]}


def test_the_order_of_columns_titles_above_and_columns_taken_out_do_not_matter():
    sheet = raw("Our survey,,,\n\n1.1,NAME, completion  time ,Id\nG,Ann,3/3/26 9:05,1\n")
    answer = read(sheet, CDRP)
    assert recognises(sheet, CDRP)
    assert people(answer) == {4: {"name": "Ann", "submitted": "3/3/26 9:05"}}
    assert answer.answers.to_dict("index") == {4: {0: "G"}}


def test_in_an_unknown_language_a_statement_is_not_taken_for_a_name():
    answer = read(raw("ID,Kezdés,Befejezés,Cím,1.1\n1,01/03/2026 09:00,01/03/2026 09:10,a@b.uk,G\n"), CDRP)
    assert people(answer)[2]["email"] == "a@b.uk"
    assert answer.answers.to_dict("list") == {4: ["G"]}


def test_columns_of_a_quiz_are_dropped():
    answer = read(raw(QUIZ), CDRP)
    assert said(answer) == {"1.1": ("1.1",)}
    assert dropped(answer) == {
        "ID": "the tool's own number of the response",
        "Total points": "the points of a quiz",
        "Quiz feedback": "the feedback of a quiz",
        "Grade posted time": "when the points of a quiz were given out",
        "Points - 1.1": "the points or the feedback of a quiz",
        "Feedback - 1.1": "the points or the feedback of a quiz",
        "Points - Leadership": "the points or the feedback of a quiz",
    }


def test_a_question_that_begins_with_points_is_no_quiz():
    assert said(headed("Points - which should we talk about?", "1.1")) == {
        "Points - which should we talk about?": ("Points - which should we talk about?",),
        "1.1": ("1.1",),
    }


def test_a_heading_that_was_there_before_is_known_without_its_number():
    answer = headed("Comments", "Comments2", "Comments3", "Remarks2", "1.1", "1.12")
    assert said(answer) == {
        "Comments": ("Comments",),
        "Comments2": ("Comments2", "Comments"),
        "Comments3": ("Comments3", "Comments"),
        "Remarks2": ("Remarks2",),
        "1.1": ("1.1",),
        "1.12": ("1.12",),
    }


def test_a_question_for_the_name_counts_before_the_tools_own_column():
    text = "ID,Start time,Completion time,Email,Name,Name2,First name,Last name\n"
    rows = "1,x,y,anonymous,Lab PC,Ann,,\n2,x,y,anonymous,Lab PC,,,\n3,x,y,,Anonymous,,Bo,Lee\n"
    answer = read(raw(text + rows), CSIT)
    assert answer.people["name"].tolist() == ["Ann", "Lab PC", "Bo Lee"]
    assert answer.people["email"].tolist() == ["", "", ""]


@pytest.mark.parametrize("framework", [CSIT, CDRP], ids=["csit", "cdrp"])
@pytest.mark.parametrize("form", ["{0.text}", "Please rate.{0.text}", "Section 3.{0.id} {0.text}", "{0.id}. {0.text}"])
def test_every_statement_is_among_the_first_that_its_heading_says(framework, form):
    headings = [form.format(item) for item in framework.items]
    answer = headed(*(heading.replace('"', '""') for heading in headings))
    least = {item.id: {item.text, f"{item.id} {item.text}", f"{item.id}. {item.text}"} for item in framework.items}
    firsts = [heading.said[0] for heading in answer.headings if heading.use == ANSWER]
    assert [one for one, texts in zip(firsts, least.values(), strict=True) if one not in texts] == []


@pytest.mark.parametrize(
    "text",
    [
        "Timestamp,Email Address,Name\n2026/03/03 3:08:24 PM GMT,a@b.uk,Ann\n",
        "id,submitdate,lastpage,startlanguage,seed,G01[SQ001]\n1,2026-03-01 09:00:00,3,en,1,A1\n",
        "start,end,group/name,_id,_uuid,_submission_time,_index\n2026-03-01,2026-03-01,Ann,1,u,2026-03-01,1\n",
        "StartDate,EndDate,Status,Finished,ResponseId,Q1\nStart Date,End Date,Response Type,Finished,Response ID,Q\n",
        "Respondent ID,Collector ID,Start Date,End Date,Email Address\n1,2,3/3/26,3/3/26,a@b.uk\n",
        "rater,organisation,1.1,1.2\nAnn,Council,G,W\n",
        "ID,Name,Email,1.1\n1,Ann,a@b.uk,G\n",
        "",
    ],
)
def test_files_of_others_are_not_recognised(text):
    assert not recognises(raw(text), CDRP)


@pytest.mark.parametrize("other", [google_forms, qualtrics, surveymonkey])
@pytest.mark.parametrize(("text", "delimiter"), [(ENGLISH, ","), (GERMAN, ";"), (QUIZ, ",")])
def test_no_other_takes_it_for_its_own(other, text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert not other.recognises(raw(text, delimiter), CSIT)


def test_a_file_without_rows_or_with_anything_in_it_is_read():
    assert read(raw(""), CSIT).people.empty
    assert read(raw("ID,Completion time,,..\n\0,=1+1,;,a.;\n"), CSIT).answers.to_dict("list") == {3: ["a."]}
