"""The questionnaires that are written for survey tools: what such a tool exports of them comes in with no question."""

import csv
import html
import io

import pytest
from openpyxl import load_workbook

from assesslib.documents.surveys import as_limesurvey, as_xlsform
from assesslib.framework import load_framework
from assesslib.readers import import_ratings

FRAMEWORKS = ["csit-collaborative-working", "cdrp-dat-partnership"]


def given(framework):
    """Every level in turn, item by item."""
    codes = framework.codes
    return {item.id: codes[place % len(codes)] for place, item in enumerate(framework.items)}


def read(tmp_path, rows, framework):
    path = tmp_path / "export.csv"
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    result = import_ratings(path, framework)
    assert result.wrong == (), str(result.report)
    said = result.ratings
    assert said["member"].unique().tolist() == ["ann"]
    return dict(zip(said["item"], said["level"], strict=True)), dict(zip(said["item"], said["comment"], strict=True))


@pytest.mark.parametrize("style", ["codes", "wordings", "both"])
@pytest.mark.parametrize("id", FRAMEWORKS)
def test_limesurvey_comes_back(tmp_path, id, style):
    framework = load_framework(id)
    lines = [line.split("\t") for line in as_limesurvey(framework).decode("utf-8-sig").splitlines()]
    labels = {level.code: f"{level.code} = {level.label}" for level in framework.levels}
    levels, first = iter(given(framework).values()), framework.items[0].id
    head, row = ["id", "submitdate", "lastpage", "startlanguage", "seed"], ["1", "2026-03-01 09:10:00", "3", "en", "77"]
    for _, kind, code, _, words, *_ in (line for line in lines if line[0] == "Q"):
        text = html.unescape(words)
        head.append({"codes": code, "wordings": text, "both": f"{code}. {text}"}[style])
        if kind == "S":
            row.append("Ann" if code == "name" else "")
            continue
        level = next(levels)
        row.append(level if style == "codes" else labels[level])
        beside = {
            "codes": f"{code}[comment]",
            "wordings": f"{text} [Comment]",
            "both": f"{code}[comment]. {text} [Comment]",
        }
        head.append(beside[style])
        row.append("Well." if words.startswith(f"{first} ") else "")
    ratings, comments = read(tmp_path, [head, row], framework)
    assert ratings == given(framework)
    assert {item: text for item, text in comments.items() if text} == {first: "Well."}


@pytest.mark.parametrize("style", ["names", "labels"])
@pytest.mark.parametrize("id", FRAMEWORKS)
def test_an_xlsform_comes_back_from_kobo(tmp_path, id, style):
    framework = load_framework(id)
    book = load_workbook(io.BytesIO(as_xlsform(framework)))
    first, *survey = book["survey"].iter_rows(values_only=True)
    choices = {row[1]: row[2] for row in book["choices"].iter_rows(values_only=True)}
    levels = iter(given(framework).values())
    head, row, groups = ["start", "end"], ["2026-03-01T09:00:00", "2026-03-01T09:10:00"], []
    for line in (dict(zip(first, values, strict=True)) for values in survey):
        kind = line["type"]
        if kind.startswith(("begin", "end", "note")):
            groups = [*groups, line["name"]] if kind.startswith("begin") else groups[: -kind.startswith("end") or None]
            continue
        head.append("/".join([*groups, line["name"]]) if style == "names" else line["label"])
        level = next(levels) if kind.startswith("select_one") else ""
        said = "Ann" if line["name"] == "name" else level
        row.append(choices.get(said, said) if style == "labels" else said)
    head += ["_id", "_uuid", "_submission_time", "_index"]
    ratings, _ = read(tmp_path, [head, [*row, "1", "u-1", "2026-03-01T09:10:02", "1"]], framework)
    assert ratings == given(framework)


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_what_is_pasted_into_forms_comes_back(tmp_path, id):
    framework = load_framework(id)
    labels = {level.code: f"{level.code} = {level.label}" for level in framework.levels}
    answers = [labels[code] for code in given(framework).values()]
    words = [f"{item.id} {item.text}" for item in framework.items]
    microsoft = [["Id", "Start time", "Completion time", "Email", "Name", "Your name or pseudonym", *words],
                 ["1", "3/14/26 9:00:00", "3/14/26 9:10:00", "anonymous", "", "Ann", *answers]]  # fmt: skip
    google = [["Timestamp", "Your name or pseudonym", *(f"1. Section [{text}]" for text in words)],
              ["2026/03/14 9:10:00 AM GMT+1", "Ann", *answers]]  # fmt: skip
    for rows in (microsoft, google):
        assert read(tmp_path, rows, framework)[0] == given(framework)
