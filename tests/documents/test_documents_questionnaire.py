"""A blank questionnaire can be printed and filled in by hand: every word of the framework, a box for every answer."""

import pytest

import assesslib as al
from assesslib.documents import questionnaire
from assesslib.documents.docx import as_docx
from assesslib.documents.form_table import room
from assesslib.documents.html import as_html
from assesslib.documents.model import Bullets, Fields, Heading, Paragraph, Table, flat
from assesslib.documents.pdf import as_pdf
from assesslib.documents.questionnaire import blank_questionnaire, how_to_mark
from assesslib.documents.xlsx import as_xlsx
from assesslib.framework import Example, Framework, Guidance, Item, Level, Section

CDRP = al.load_framework("cdrp-dat-partnership")
CSIT = al.load_framework("csit-collaborative-working")
BOTH = pytest.mark.parametrize("framework", [CDRP, CSIT], ids=["cdrp", "csit"])


def blocks(document, kind):
    return [block for block in flat(document.blocks) if isinstance(block, kind)]


def item_tables(document):
    return [table for table in blocks(document, Table) if len(table.columns) > 5]


def test_every_standard_has_a_box_a_level_and_room_beside_it():
    tables = item_tables(blank_questionnaire(CDRP))[:5]
    rows = [row for table in tables for row in table.rows]
    assert [row[0] for row in rows] == [f"{item.id} {item.text}" for item in CDRP.items]
    assert {row[1:] for row in rows} == {("☐", "☐", "☐", "☐", room(6), "", "")}
    assert [column.title for column in tables[0].columns[1:5]] == [
        "GAP IDENTIFIED",
        "WORKING TOWARDS",
        "SOME SUCCESS",
        "DOING WELL",
    ]


def test_every_key_feature_has_a_box_with_each_letter_and_the_scale_over_each_page():
    tables = item_tables(blank_questionnaire(CSIT))
    rows = [row for table in tables for row in table.rows]
    assert [row[:2] for row in rows] == [(item.id, item.text) for item in CSIT.items]
    assert {row[2:] for row in rows} == {("☐ a", "☐ b", "☐ c", "☐ d", "☐ e")}
    assert {table.columns[1].title for table in tables} == {
        "Key Feature\na = Not yet\nb = We are in the early stages of developing this\nc = We partly do this\n"
        "d = We do all of this, most of the time\ne = We have been doing all of this for a few years - we have "
        "assessed & refined our behaviour in this area"
    }
    assert tables[0].caption == "Key features 1 to 5\nTick the appropriate box"


def test_there_is_room_for_all_that_is_asked_in_words():
    document = blank_questionnaire(CSIT)
    boxes = [table.columns[0].title for table in blocks(document, Table) if table.rows == ((room(8),),)]
    assert boxes == ["Strengths", "Areas for Improvement"] * 7 + ["Answer"] * 3


def test_who_fills_it_in_is_asked_first():
    csit, cdrp = blank_questionnaire(CSIT), blank_questionnaire(CDRP)
    who = Fields((("Your name", ""), ("Your organisation", "")))
    assert csit.blocks[:2] == (who, Fields((("Partnership", ""), ("Date", ""))))
    assert cdrp.blocks[:3] == (
        who,
        Heading("The self-assessment form"),
        Fields((("Name of partnership", ""), ("Date of assessment", ""))),
    )


def test_what_is_known_of_an_assessment_is_filled_in_and_nothing_else(tmp_path):
    team = al.create_assessment(tmp_path / "team", framework=CDRP.id, partnership="Riverside", date="2026-03-03")
    team.agree("1.1", "W")
    team.add_note("comment", "A secret.", item="1.1")
    made, blank = blank_questionnaire(team), blank_questionnaire(CDRP)
    fields = Fields((("Name of partnership", "Riverside"), ("Date of assessment", "3 March 2026")))
    assert made.blocks[2] == fields
    assert (*made.blocks[:2], *made.blocks[3:]) == (*blank.blocks[:2], *blank.blocks[3:])
    assert (made.day, made.footer) == ("2026-03-03", f"{CDRP.title} – Riverside")


@BOTH
def test_how_to_mark_an_answer_stands_right_before_the_first_section(framework):
    found = blank_questionnaire(framework).blocks
    place = found.index(Paragraph(how_to_mark(framework), "notice"))
    first = framework.sections[0]
    assert found[place + 1].text == (f"{first.number}. {first.title}" if first.number else first.title)


def test_how_to_mark_speaks_of_sides_only_where_there_are_any():
    assert how_to_mark(CSIT) == (
        "Tick one box for each key feature: the level that fits best. Where you do not know, write ? beside the boxes; "
        "where it does not apply, write n/a."
    )


def test_examples_of_evidence_come_last_as_the_form_prints_them():
    document = blank_questionnaire(CDRP)
    examples = item_tables(document)[5:]
    assert [table.rows[0][1:] for table in examples] == [
        ("", "", "", "✓", "", "• Resources identified\n• Pooled budget of £175k", ""),
        ("", "", "✓", "", "", "\n".join(f"• {text}" for text in CDRP.guidance.examples[1].evidence), ""),
        ("", "", "✓", "", "", CDRP.guidance.examples[2].evidence[0], ""),
    ]
    leads = [block.text for block in blocks(document, Paragraph)][-3:]
    assert leads == [example.lead for example in CDRP.guidance.examples]


def test_examples_are_listed_where_the_form_has_no_place_for_evidence():
    section = Section("one", "One", items=(Item("1", "It is clear.", section="one"),))
    guidance = Guidance(examples=(Example("Some were brief;", "1", "a", ("Minutes",)),))
    framework = Framework("x", "X", "1", "statement", (Level("a", "No"), Level("b", "Yes")), (section,),
                          guidance=guidance)  # fmt: skip
    document = blank_questionnaire(framework)
    assert blocks(document, Heading)[-1] == Heading("Examples")
    assert blocks(document, Bullets) == [Bullets(("Minutes",))]


@BOTH
def test_nothing_of_the_wording_is_left_out(framework):
    whole = "\n".join(map(repr, blank_questionnaire(framework).blocks))
    asked = [section.title for section in framework.sections]
    asked += [section.intro for section in framework.sections if section.intro]
    asked += [question.text for section in framework.sections for question in section.questions]
    asked += [text for passage in framework.introduction for text in (passage.heading, *passage.text, passage.note)]
    asked += list(framework.method.steps if framework.method else ())
    asked += [question.text for question in framework.closing_questions]
    asked += [role.text for role in (framework.signatories.roles if framework.signatories else ())]
    lost = [text for text in asked if repr(text)[1:-1] not in whole]
    assert len(asked) >= 18
    assert lost == []


@BOTH
@pytest.mark.parametrize("write", [as_html, as_docx, as_xlsx])
def test_it_can_be_written_in_every_format(framework, write):
    document = blank_questionnaire(framework)
    assert write(document) == write(document)


def test_each_page_of_a_section_shows_the_scale_in_words():
    pytest.importorskip("pypdf")
    from reading_back import pdf_pages

    pages = [page for page in pdf_pages(as_pdf(blank_questionnaire(CSIT))) if "☐" in page]
    assert len(pages) >= 4
    assert [page for page in pages if "c = We partly do this" not in page] == []


def test_the_workbooks_are_made_and_read_from_here_too():
    assert set(questionnaire.__all__) == {"Returned", "blank_questionnaire", "member_workbook", "read_workbooks"}
