"""Exports of Google Forms: the time of submission in many languages, grids, quizzes, forms changed half-way."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import microsoft_forms, qualtrics, surveymonkey
from assesslib.readers.layouts.google_forms import read, recognises
from assesslib.readers.records import ANSWER, DROPPED

ENGLISH = """\
"Timestamp","Email Address","What is your name?","Leadership [Partners trust each other]","Leadership [Vision]","Why?"
"2026/03/03 3:08:24 PM GMT+1","a@b.uk","Ann","c. Partly","d","because"
"2026/03/03 9:08:24 AM GMT","","Bo","","e",""
"""
GERMAN = """\
Zeitstempel;Nutzername;Punkte;1.1 [Lokal];1.2;1.2 [Punktzahl];1.2 [Feedback]
03.03.2026 15:08:24;a@b.uk;3 / 10;Doing well;Gap identified;1 / 1;
"""
TIMES = (
    "2026/03/03 3:08:24 PM GMT+1",
    "2026/03/03 3:08:24 p.m. CET",
    "3/3/2026 15:08:24",
    "2026-03-03 15:08:24",
    "12/02/2026 19.07.17",
    "2026. 3. 3 오후 3:08:24",
    "46084.6307",
    "",
)


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.text: heading.why for heading in answer.headings if heading.use == DROPPED}


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


def test_an_export_is_read_whole():
    answer = read(raw(ENGLISH), CSIT)
    assert people(answer) == {
        2: {"name": "Ann", "email": "a@b.uk", "submitted": "2026/03/03 3:08:24 PM GMT+1"},
        3: {"name": "Bo", "email": "", "submitted": "2026/03/03 9:08:24 AM GMT"},
    }
    assert said(answer) == {
        "Leadership [Partners trust each other]": ("Partners trust each other",),
        "Leadership [Vision]": ("Vision",),
        "Why?": ("Why?",),
    }
    assert [heading.section for heading in answer.headings] == ["", "", "", "Leadership", "Leadership", ""]
    assert answer.answers.to_dict("index") == {2: {3: "c. Partly", 4: "d", 5: "because"}, 3: {3: "", 4: "e", 5: ""}}
    assert (answer.layout, answer.faults, dropped(answer)) == ("google-forms", (), {})


def test_semicolons_between_columns_and_the_points_of_a_quiz():
    answer = read(raw(GERMAN, ";"), CDRP)
    assert people(answer) == {2: {"email": "a@b.uk", "submitted": "03.03.2026 15:08:24"}}
    assert said(answer) == {"1.1 [Lokal]": ("Lokal", "1.1"), "1.2": ("1.2",)}
    assert dropped(answer) == {
        "Punkte": "the points of a quiz",
        "1.2 [Punktzahl]": "the points or the feedback of a quiz",
        "1.2 [Feedback]": "the points or the feedback of a quiz",
    }


@pytest.mark.parametrize(
    "heading",
    ["Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Tijdstempel", "Stamp amser", "Carimbo de data/hora",
     "Informazioni cronologiche", "Sygnatura czasowa", "Tidstämpel", " TIMESTAMP "],
)  # fmt: skip
def test_the_time_of_submission_is_known_in_every_language_and_wherever_it_stands(heading):
    sheet = raw(f"1.1,{heading}\nG,03/03/2026 15:08:24\n")
    assert recognises(sheet, CDRP)
    assert people(read(sheet, CDRP)) == {2: {"submitted": "03/03/2026 15:08:24"}}


@pytest.mark.parametrize("time", TIMES)
def test_times_with_and_without_a_zone_stay_as_they_are(time):
    sheet = raw(f"Timestamp,1.1\n{time},G\n")
    assert recognises(sheet, CDRP)
    assert read(sheet, CDRP).people["submitted"].tolist() == [time]


@pytest.mark.parametrize("framework", [CSIT, CDRP], ids=["csit", "cdrp"])
def test_every_statement_of_a_grid_is_the_first_that_its_heading_says(framework):
    headings = ",".join(f'"How far are we [all of us]? [{item.text}]"' for item in framework.items)
    answer = read(raw(f"Timestamp,{headings}\n"), framework)
    assert [one[0] for one in said(answer).values()] == [item.text for item in framework.items]


def test_grids_are_known_without_the_time_of_submission():
    sheet = raw("Your name,How far? [1.1 Led],How far? [1.2 Clear]\nAnn,G,W\n")
    assert recognises(sheet, CDRP)
    assert people(read(sheet, CDRP)) == {2: {"name": "Ann"}}


def test_a_question_asked_again_in_a_changed_form_is_read_with_its_first_column():
    answer = read(raw("Timestamp,1.1,1.2,1.1,1.2\n2026/03/03 9:00:00,G,W,,\n2026/03/03 9:05:00,,S,D,D\n"), CDRP)
    assert answer.answers.to_dict("list") == {1: ["G", "D"], 2: ["W", "S"], 4: ["", "D"]}
    assert dropped(answer) == {"1.1": "the same question again: its answers are read in column B"}


def test_the_link_to_change_a_response_is_dropped():
    answer = read(raw("Timestamp,Form Response Edit URL,1.1\n2026/03/03 9:00:00,docs,G\n"), CDRP)
    assert dropped(answer) == {"Form Response Edit URL": "the link by which the response can be changed"}
    assert answer.answers.to_dict("list") == {2: ["G"]}


@pytest.mark.parametrize(
    "text",
    [
        "Timestamp,1.1\nmorning,G\nevening,W\n",
        "Id,Start time,Completion time,Name,1.1\n1,3/3/26 9:00,3/3/26 9:05,Ann,G\n",
        "Response ID,Date submitted,Last page,Lead [Clear],Lead [Led]\n1,2026-03-01 09:00:00,3,A1,A2\n",
        "Lead. [Clear],Lead. [Led]\nA1,A2\n",
        "G01[SQ001],G01[SQ002]\nA1,A2\n",
        "rater,1.1 [local]\nAnn,G\n",
        "",
    ],
)
def test_files_of_others_are_not_recognised(text):
    assert not recognises(raw(text), CDRP)


@pytest.mark.parametrize("other", [microsoft_forms, qualtrics, surveymonkey])
@pytest.mark.parametrize(("text", "delimiter"), [(ENGLISH, ","), (GERMAN, ";")])
def test_no_other_takes_it_for_its_own(other, text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert not other.recognises(raw(text, delimiter), CSIT)


def test_a_file_without_rows_or_with_anything_in_it_is_read():
    assert read(raw(""), CSIT).people.empty
    assert read(raw("Timestamp,[,a [b]]\n\0,;,=1\n"), CSIT).answers.to_dict("list") == {1: [";"], 2: ["=1"]}
