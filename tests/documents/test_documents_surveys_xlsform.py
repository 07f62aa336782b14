"""The XLSForm of a framework: taken in by pyxform, named so that an export says which item each column is."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import openpyxl
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
    offered,
    pick,
    statements,
)

from assesslib.documents.surveys import as_xlsform
from assesslib.documents.surveys.xlsform import id_of, name_of
from assesslib.framework import Item, Section
from assesslib.readers.instruments import Wishes, read_instrument

each = pytest.mark.parametrize("framework", FRAMEWORKS, ids=name)
_XF, _H = "{http://www.w3.org/2002/xforms}", "{http://www.w3.org/1999/xhtml}"


def sheet(framework, title):
    """The rows of a sheet by their columns."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsform(framework)))
    head, *rows = ([cell or "" for cell in row] for row in book[title].iter_rows(values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def columns(framework, sign="/", labelled=False):
    """The columns of an export, notes too: name and label of each question, behind its group."""
    groups = []
    for row in sheet(framework, "survey"):
        said = row["label" if labelled else "name"].replace("\u2060", "")
        if row["type"] == "begin_group":
            groups.append(said)
        elif row["type"] == "end_group":
            groups.pop()
        else:
            yield row["name"], sign.join([*groups, said])


def export(framework, sign="/", labelled=False):
    """What a server of this kind gives: a row a response, below names or labels."""
    names, heads = zip(*columns(framework, sign, labelled), strict=True)
    yield ["start", "end", *heads, f"meta{sign}instanceID", "_uuid", "_submission_time", "_index"]
    answers = labels(framework) if labelled else [row["name"] for row in sheet(framework, "choices")]
    for number, person in enumerate(TEAM):
        said = dict(zip(("name", "organisation", "role"), person, strict=True))
        said |= {name_of(item): answers[place] for item, place in pick(framework, number).items()}
        said[f"{name_of(framework.items[0].id)}_comment"] = "Since 2024, “mostly”."
        cells = [said.get(one, "") for one in names]
        yield ["2026-03-01T10:00", "2026-03-01T10:09", *cells, f"{number}", f"u{number}", "2026-03-01T10:10", "1"]


def parts(instrument):
    return [(section.number, section.title, section.intro, item.id, item.text)
            for section in instrument.sections for item in section.items]  # fmt: skip


def straight(texts):
    """Texts as pyxform shows them: with straight quotes, and without what keeps them from being filled in."""
    return [text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2060: None}) for text in texts]


@each
def test_it_is_taken_in_by_pyxform(framework, tmp_path):
    convert = pytest.importorskip("pyxform.xls2xform").convert
    path = tmp_path / "form.xlsx"
    path.write_bytes(as_xlsform(framework))
    made = convert(xlsform=path, validate=False)
    assert made.warnings == []
    form = ET.fromstring(made.xform)
    asked = form.findall(f".//{_H}body//{_XF}select1")
    assert straight(one.find(f"{_XF}label").text for one in asked) == straight(statements(framework))
    assert [id_of(one.get("ref").rpartition("/")[2]) for one in asked] == [item.id for item in framework.items]
    answers = form.findall(f".//{_XF}instance[@id='scale']//{_XF}item")
    assert [one.find(f"{_XF}name").text for one in answers] == offered(framework)
    assert straight(one.find(f"{_XF}label").text for one in answers) == straight(labels(framework))
    required = [one.get("nodeset") for one in form.iter(f"{_XF}bind") if one.get("required")]
    assert required == ["/data/name"]


def test_a_form_begins_with_the_person_and_has_a_group_a_section():
    rows = [(row["type"], row["name"], row["label"][:30]) for row in sheet(CDRP, "survey")]
    assert rows[1:9] == [
        ("text", "name", "Your name or pseudonym"),
        ("text", "organisation", "Your organisation"),
        ("text", "role", "Your role"),
        ("begin_group", "s_leadership", "1. Leadership"),
        ("note", "intro_leadership", CDRP.sections[0].intro[:30]),
        ("select_one scale", "q_1_1", statements(CDRP)[0][:30]),
        ("text", "q_1_1_comment", "Comment on 1.1"),
        ("select_one scale", "q_1_2", statements(CDRP)[1][:30]),
    ]
    assert [row["label"] for row in sheet(CDRP, "choices")] == labels(CDRP)
    (settings,) = sheet(CDRP, "settings")
    assert (settings["form_id"], settings["version"]) == (CDRP.id, CDRP.version)


@each
def test_every_name_stands_once_and_says_its_item(framework):
    names = [row["name"] for row in sheet(framework, "survey") if row["name"]]
    assert len(set(names)) == len(names)
    asked = [row["name"] for row in sheet(framework, "survey") if row["type"] == "select_one scale"]
    assert [id_of(one) for one in asked] == [item.id for item in framework.items]


@pytest.mark.parametrize(("framework", "sign"), [
    *((one, sign) for one in FRAMEWORKS for sign in "/.-"), (CDRP, "_"), (CSIT, "_"),
])  # fmt: skip
def test_an_export_with_names_comes_back_with_nothing_asked(framework, sign, tmp_path):
    rows = list(export(framework, sign))
    assert came_back(tmp_path / "export.csv", rows, framework) == meant(framework, "Since 2024, “mostly”.")


@each
def test_an_export_with_labels_comes_back_with_nothing_asked(framework, tmp_path):
    rows = list(export(framework, labelled=True))
    assert came_back(tmp_path / "export.csv", rows, framework) == meant(framework, "Since 2024, “mostly”.")


def test_the_form_read_as_an_instrument_is_the_framework_again(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(as_xlsform(CDRP))
    read = read_instrument(path, Wishes(id="again"))
    assert read.standing == ()
    assert read.levels == CDRP.levels
    assert parts(read) == parts(CDRP)


def test_nothing_in_a_wording_is_run_filled_in_or_lost():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsform(HOSTILE)))
    cells = [cell for one in book for row in one.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if "${" in cell.value]
    intro = next(row["label"] for row in sheet(HOSTILE, "survey") if row["name"] == "intro_how")
    assert intro.replace("\u2060", "") == f"{READ}{SHOWN}"
    assert book["settings"]["A2"].quotePrefix


@each
def test_a_form_is_the_same_whenever_it_is_made(framework):
    assert as_xlsform(framework) == as_xlsform(framework)


def test_every_level_is_offered_under_its_code():
    assert [row["name"] for row in sheet(HOSTILE, "choices")] == ["dk", "NA", "c", "dont_know", "not_applicable"]


def test_a_wording_longer_than_a_cell_holds_ends_in_an_ellipsis():
    long = replace(HOSTILE, sections=(Section("s", "S", items=(Item("1", "word " * 8_000),)),))
    (label,) = [row["label"] for row in sheet(long, "survey") if row["name"] == "q_1"]
    assert label == "1 " + "word " * 6_399 + "wo…"
    assert len(label) < 32_767
