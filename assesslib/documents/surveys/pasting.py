"""A questionnaire for Microsoft Forms, as a Word file it imports, and for Google Forms, as a table to paste from."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from assesslib.csvfile import BOM, encode, line
from assesslib.documents._docx_page import new_file
from assesslib.documents._docx_words import element, paragraph, run
from assesslib.documents._zip import settled
from assesslib.documents.model import Document
from assesslib.documents.surveys.asked import WHO, how_to_answer, one_line, options, rated, statement, title_of, warning
from assesslib.framework import Framework, Section

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_QUESTION, _ANSWER = 0, 1
"""Levels of the list in the Word file: 1. 2. 3. for questions, A. B. C. for answers."""
_LEVELS = (("decimal", "%1.", 360), ("upperLetter", "%2.", 720))
_HEAD = ("# What it is", "Text (below a grid: its rows)", "Help (below a grid: its columns)", "Must be answered")


def as_msforms(framework: Framework) -> bytes:
    """The questionnaire of a framework as a Word file that Microsoft Forms imports; equal ones for equal content.

    Its “Quick import” finds the questions by itself and lets a person check them. They are numbered, each with
    lettered answers below it; one without answers asks for words. Number and letter are the list's own, so that the
    text is the id with the wording, and the code with the label: an import that takes the list away leaves both.

    Source: Microsoft Support, "Form, question, response, and character limits in Microsoft Forms" (200 questions).

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> as_msforms(load_framework("cdrp-dat-partnership"))[:2]
    b'PK'
    """
    title = one_line(framework.title)
    file = new_file(Document(title, ()))
    end = file.element.body.sectPr
    for made in _word(framework, title, _list(file)):
        end.addprevious(made)
    held = BytesIO()
    file.save(held)
    return settled(held.getvalue())


def _word(framework: Framework, title: str, number: str) -> Iterator[Element]:
    yield paragraph("Title", run(title))
    yield paragraph("Subtitle", run(_description(framework)))
    yield from (_point(field.text, _QUESTION, number) for field in WHO)
    for section in rated(framework):
        yield from _word_section(framework, section, number)


def _word_section(framework: Framework, section: Section, number: str) -> Iterator[Element]:
    # Without its number, which could be taken for that of a question.
    yield paragraph("Heading1", run(one_line(section.title)))
    if section.intro:
        yield paragraph("BodyText", run(one_line(section.intro)))
    for item in section.items:
        yield _point(statement(item), _QUESTION, number)
        yield from (_point(option.label, _ANSWER, number) for option in options(framework))


def _point(text: str, level: int, number: str) -> Element:
    """A paragraph of the list."""
    look = element("numPr", element("ilvl", val=level), element("numId", val=number))
    keep = (element("keepNext"),) if level == _QUESTION else ()
    return paragraph("ListNumber", run(text), look=(*keep, look))


def _list(file: File) -> str:
    """The number of a new list in two levels, the second of which begins anew under each point of the first."""
    from docx.oxml.ns import qn

    held = file.part.numbering_part.element
    id = 1 + max(int(found.get(qn("w:abstractNumId"))) for found in held.findall(qn("w:abstractNum")))
    levels = [_list_level(level, *how) for level, how in enumerate(_LEVELS)]
    made = element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=id)
    held.findall(qn("w:abstractNum"))[-1].addnext(made)
    return str(held.add_num(id).numId)


def _list_level(level: int, kind: str, text: str, indent: int) -> Element:
    place = element("pPr", element("ind", left=indent, hanging=360))
    said = (
        element("start", val=1),
        element("numFmt", val=kind),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
    )
    return element("lvl", *said, place, ilvl=level)


def as_gforms(framework: Framework) -> bytes:
    """The questionnaire of a framework as CSV for Google Forms; equal ones for equal content.

    Google Forms itself imports no file. The table is laid out for both ways round that: a person copies the rows and
    the columns of a grid, which stand below each other, and pastes them; or a script such as sheet2form makes the form
    of the whole table. A grid a section keeps that short; its export is headed ``section [id wording]``.

    Source: H. Kubo, "sheet2form" (kinds of rows, columns); Google, "Apps Script reference: Forms service"
    (GridItem: rows and columns).

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> print(as_gforms(load_framework("cdrp-dat-partnership")).decode("utf-8-sig").splitlines()[3])
    text,Your name or pseudonym,,"TRUE"
    """
    rows = (_HEAD, *_table(framework))
    return encode(BOM + "".join(line(row) for row in rows))


def _table(framework: Framework) -> Iterator[tuple[str, str, str, str]]:
    yield ("title", one_line(framework.title), "", "")
    yield ("description", _description(framework), "", "")
    yield from (("text", field.text, "", _must(field.required)) for field in WHO)
    for section in rated(framework):
        yield ("grid", title_of(section), one_line(section.intro), _must(False))
        labels = (option.label for option in options(framework))
        for row, column in zip_longest(map(statement, section.items), labels, fillvalue=""):
            yield ("", row, column, "")


def _must(required: bool) -> str:
    return "TRUE" if required else "FALSE"


def _description(framework: Framework) -> str:
    return " ".join(filter(None, (how_to_answer(framework, comments=False), warning(framework))))
