"""The Word file for Microsoft Forms and the table for Google Forms: read by others, and what exports give back."""

import csv
import io

import docx
import pytest
from documents.surveys_kit import (
    CDRP,
    CSIT,
    FRAMEWORKS,
    HOSTILE,
    READ,
    SHOWN,
    TEAM,
    came_back,
    labels,
    meant,
    name,
    pick,
    statements,
)

from assesslib.documents.surveys import SURVEYS, as_gforms, as_msforms, as_survey, survey_ending
from assesslib.faults import FaultsError

each = pytest.mark.parametrize("framework", FRAMEWORKS, ids=name)
WHO = ["Your name or pseudonym", "Your organisation", "Your role"]


def points(framework):
    """The paragraphs of the Word file that stand in its list: the level, the list, the text."""
    for one in docx.Document(io.BytesIO(as_msforms(framework))).paragraphs:
        number = one._p.pPr.numPr
        if number is not None:
            yield number.ilvl.val, number.numId.val, one.text


def asked(framework):
    """The questions of the Word file, each with its answers."""
    made = []
    for level, _, text in points(framework):
        made.append((text, [])) if level == 0 else made[-1][1].append(text)
    return made


def table(framework):
    return list(csv.reader(io.StringIO(as_gforms(framework).decode("utf-8-sig"), newline="")))


def grids(framework):
    """The grids of the table: title, rows, columns."""
    made = []
    for kind, text, beside, _ in table(framework):
        if kind == "grid":
            made.append((text.removeprefix("'"), [], []))
        elif not kind:
            made[-1][1].extend(filter(None, [text]))
            made[-1][2].extend(filter(None, [beside]))
    return made


@each
def test_the_word_file_asks_who_then_each_item_with_its_answers(framework):
    made = asked(framework)
    assert made[:3] == [(text, []) for text in WHO]
    assert made[3:] == [(text, labels(framework)) for text in statements(framework)]
    assert len(made) <= 200


def test_the_word_file_numbers_questions_and_letters_answers_in_one_list():
    file = docx.Document(io.BytesIO(as_msforms(CSIT)))
    (used,) = {number for _, number, _ in points(CSIT)}
    held = file.part.numbering_part.element
    (kind,) = held.xpath(f"w:num[@w:numId={used}]/w:abstractNumId/@w:val")
    assert held.xpath(f"w:abstractNum[@w:abstractNumId={kind}]/w:lvl/w:numFmt/@w:val") == ["decimal", "upperLetter"]
    assert held.xpath(f"w:abstractNum[@w:abstractNumId={kind}]/w:lvl/w:lvlText/@w:val") == ["%1.", "%2."]


def test_the_word_file_begins_a_section_with_its_title_alone():
    file = docx.Document(io.BytesIO(as_msforms(CDRP)))
    heads = [one.text for one in file.paragraphs if one.style.name == "Heading 1"]
    assert heads == [section.title for section in CDRP.sections]


@each
def test_an_export_of_microsoft_forms_comes_back_with_nothing_asked(framework, tmp_path):
    made = asked(framework)
    rows = [["ID", "Start time", "Completion time", "Email", "Name", *(text for text, _ in made)]]
    for number, person in enumerate(TEAM):
        own = [f"{number + 1}", "3/14/26 10:00:00", f"3/14/26 10:1{number}:00", "anonymous", ""]
        places = pick(framework, number).values()
        rows.append([*own, *person, *(made[3 + at][1][place] for at, place in enumerate(places))])
    assert came_back(tmp_path / "export.csv", rows, framework) == meant(framework)


@each
def test_the_table_has_a_grid_a_section_whose_rows_and_columns_stand_below_each_other(framework):
    made = table(framework)
    assert [row[0] for row in made if row[0]] == [
        "# What it is", "title", "description", "text", "text", "text",
        *("grid" for section in framework.sections if section.items),
    ]  # fmt: skip
    assert [(row[1], row[3]) for row in made if row[0] == "text"] == list(
        zip(WHO, ["TRUE", "FALSE", "FALSE"], strict=True)
    )
    assert [text for _, rows, _ in grids(framework) for text in rows] == statements(framework)
    assert all(columns == labels(framework) for *_, columns in grids(framework))
    assert not [cell for row in made for cell in row if "\n" in cell or "\t" in cell]


@each
def test_an_export_of_google_forms_comes_back_with_nothing_asked(framework, tmp_path):
    made = [(title, row, columns) for title, rows, columns in grids(framework) for row in rows]
    export = [["Timestamp", *WHO, *(f"{title} [{row}]" for title, row, _ in made)]]
    for number, person in enumerate(TEAM):
        places = pick(framework, number).values()
        answers = [columns[place] for (*_, columns), place in zip(made, places, strict=True)]
        export.append([f"2026/03/14 10:0{number}:00 am GMT", *person, *answers])
    assert came_back(tmp_path / "export.csv", export, framework) == meant(framework)


def test_nothing_in_a_wording_is_run_or_lost():
    assert table(HOSTILE)[1][:2] == ["title", f"'{SHOWN}"]
    assert next(row for row in table(HOSTILE) if row[0] == "grid")[:3] == ["grid", f"1. {SHOWN}", f"{READ}{SHOWN}"]
    texts = [one.text for one in docx.Document(io.BytesIO(as_msforms(HOSTILE))).paragraphs]
    assert texts[0] == SHOWN
    assert f"{READ}{SHOWN}" in texts


def test_a_warning_stands_where_the_survey_begins():
    assert table(CSIT)[2][1].endswith("it is merely an exercise to help you to agree priorities for improvement.")


@each
def test_files_are_the_same_whenever_they_are_made(framework):
    assert as_msforms(framework) == as_msforms(framework)
    assert as_gforms(framework) == as_gforms(framework)


@pytest.mark.parametrize("ending", SURVEYS)
def test_the_end_of_a_name_chooses_the_tool(ending):
    assert survey_ending(f"our folder/Year 2026{ending.upper()}") == ending
    assert as_survey(CDRP, f"q{ending}") == SURVEYS[ending](CDRP)


def test_a_name_that_ends_otherwise_is_told_what_there_is():
    with pytest.raises(FaultsError) as error:
        as_survey(CDRP, "folder/questions.msform.docx")
    assert str(error.value) == (
        "“questions.msform.docx” names no survey tool. Allowed: .xlsform.xlsx, .limesurvey.txt, .msforms.docx, "
        ".gforms.csv; nearest: .msforms.docx. End the name of the file in one of these."
    )
