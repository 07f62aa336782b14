"""The structure of a survey for LimeSurvey: read as its import reads it, and what its exports give back."""

import html
import re

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

from assesslib.documents.surveys import as_limesurvey
from assesslib.documents.surveys.limesurvey import answer_codes, codes_of
from assesslib.framework import Framework, Item, Level, Section

each = pytest.mark.parametrize("framework", FRAMEWORKS, ids=name)
TINY = Framework(
    "t", "Ö" * 300, "1", "item", (Level("a", "No"), Level("b", "Yes")), (Section("s", "Ü", items=(Item("1", "Ä"),)),)
)
OWN = {"id": "Response ID", "submitdate": "Date submitted", "lastpage": "Last page", "startlanguage": "Start language",
       "seed": "Seed", "startdate": "Date started", "datestamp": "Date last action"}  # fmt: skip


def rows(framework):
    """The rows by their columns; every line end is a row's and every tab a cell's, or the import would be at odds."""
    head, *lines = as_limesurvey(framework).decode("utf-8-sig").removesuffix("\n").split("\n")
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def seen(text):
    """What a page shows of a text."""
    return html.unescape(re.sub("<[^<>]*>", "", text))


def questions(framework):
    """The questions in order, as the import puts them together: group, row, answers."""
    made = []
    for row in rows(framework):
        if row["class"] == "G":
            group = seen(row["name"])
        elif row["class"] == "Q":
            made.append((group, row, []))
        elif row["class"] == "A":
            made[-1][2].append((row["name"], seen(row["text"])))
    return made


def export(framework, heads="full", answers="long"):
    """What LimeSurvey gives: a row a response, below the wordings (its usual way), the codes or both."""
    asked = [(row["name"], seen(row["text"]), offers) for _, row, offers in questions(framework)]
    found = [*OWN.items(), *(pair for code, text, offers in asked for pair in _pairs(code, text, offers))]
    yield [{"full": text, "codetext": f"{code}. {text}"}[heads] for code, text in found]
    for number, person in enumerate(TEAM):
        cells = [*person]
        for (_, _, offers), place in zip(asked[3:], pick(framework, number).values(), strict=True):
            cells += [offers[place][answers == "long"], "Since 2024" if len(cells) == 3 else ""]
        yield [f"{number}", "2026-03-01 10:00:00", "7", "en", "1234567", "2026-03-01 09:00:00", "", *cells]


def _pairs(code, text, offers):
    return [(code, text), *([(f"{code}[comment]", f"{text} [Comment]")] if offers else [])]


@each
def test_the_survey_asks_who_then_each_item_with_its_scale(framework):
    made = questions(framework)
    assert [(row["name"], row["type/scale"], row["mandatory"]) for _, row, _ in made[:3]] == [
        ("name", "S", "Y"), ("organisation", "S", "N"), ("role", "S", "N")]  # fmt: skip
    assert [seen(row["text"]) for _, row, _ in made[3:]] == statements(framework)
    assert {row["type/scale"] for _, row, _ in made[3:]} == {"O"}
    assert all(offers == list(zip(answer_codes(framework), labels(framework), strict=True)) for *_, offers in made[3:])


@each
def test_codes_are_those_that_it_allows_and_each_stands_once(framework):
    codes = [row["name"] for _, row, _ in questions(framework)]
    assert not [code for code in codes if not re.fullmatch("[A-Za-z][A-Za-z0-9]{0,19}", code)]
    assert len({code.casefold() for code in codes}) == len(codes)
    answers = answer_codes(framework)
    assert not [code for code in answers if not re.fullmatch("[A-Za-z0-9]{1,5}", code)]
    assert len({code.casefold() for code in answers}) == len(answers)


def test_every_section_with_items_is_a_group():
    groups = list(dict.fromkeys(group for group, *_ in questions(CDRP)))
    assert groups == ["About you", *(f"{section.number}. {section.title}" for section in CDRP.sections)]


@pytest.mark.parametrize("heads", ["full", "codetext"])
@pytest.mark.parametrize(("framework", "answers"), [
    (CDRP, "long"), (CDRP, "short"), (CSIT, "long"), (CSIT, "short"), (HOSTILE, "long"),
])  # fmt: skip
def test_an_export_comes_back_with_nothing_asked(framework, heads, answers, tmp_path):
    said = list(export(framework, heads, answers))
    assert came_back(tmp_path / "export.csv", said, framework) == meant(framework, "Since 2024")


@pytest.mark.parametrize("framework", [*FRAMEWORKS, TINY], ids=name)
def test_the_bytes_by_which_its_encoding_is_guessed_are_plain_letters(framework):
    data = as_limesurvey(framework)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data[3:1003].isascii()
    assert len(data) > 1003


def test_no_wording_is_markup_or_filled_in():
    text = as_limesurvey(HOSTILE).decode("utf-8-sig")
    assert not re.search('[{}"\r\x0b\x0c\x85\u2028]', text)
    assert set(re.findall("<[^<>]*>", text)) == {"<p>", "</p>"}
    group = next(row for row in rows(HOSTILE) if row["class"] == "G" and row["name"].startswith("1."))
    assert seen(group["text"]) == f"{READ}{SHOWN}"


def test_titles_are_no_longer_than_it_keeps():
    (title,) = [row["text"] for row in rows(TINY) if row["name"] == "surveyls_title"]
    assert title == "Ö" * 199 + "…"
    (group,) = [row["name"] for row in rows(HOSTILE) if row["name"].startswith("1.")]
    assert seen(group).startswith("1. =1+1 <script>alert(")
    assert len(group) <= 100


def test_an_answer_whose_code_a_level_has_gets_another():
    assert answer_codes(HOSTILE) == ("dk", "NA", "c", "DK1", "NA1")


def test_codes_say_which_item_they_are_of():
    assert codes_of(["1.1", "11", "1x1", "1-1", "zz"]) == {
        "1.1": "Q1x1", "11": "Q11", "1x1": "Q1zx1", "1-1": "Q1y1", "zz": "Qzzzz"}  # fmt: skip


@each
def test_a_survey_is_the_same_whenever_it_is_made(framework):
    assert as_limesurvey(framework) == as_limesurvey(framework)
