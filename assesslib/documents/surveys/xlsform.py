"""A questionnaire as an XLSForm, which KoboToolbox, ODK, Enketo and Survey123 take in: a group a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assesslib.documents._xlsx_cells import put
from assesslib.documents._xlsx_file import saved
from assesslib.documents.surveys.asked import (
    WHO,
    comment_on,
    cut,
    how_to_answer,
    one_line,
    options,
    rated,
    statement,
    title_of,
    warning,
)
from assesslib.framework import Framework, Item, Section

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SCALE = "scale"
_MOST = 32_000
"""Characters of a label: a cell holds a few more."""
_JOINER = "\N{WORD JOINER}"
_SURVEY = ("type", "name", "label", "required", "appearance")
_CHOICES = ("list_name", "name", "label")
_SETTINGS = ("form_title", "form_id", "version", "default_language")
Row = Sequence[str]


def as_xlsform(framework: Framework) -> bytes:
    """The questionnaire of a framework as an XLSForm; equal ones for equal content.

    Its sheets are survey, choices and settings. Each item is a ``select_one`` with the scale, named by `name_of`, and
    a comment beside it, which need not be given.

    Source: XLSForm.org, "XLSForm documentation" (the sheets, their columns, the types of questions); pyxform (what
    names it takes).

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> as_xlsform(load_framework("cdrp-dat-partnership"))[:2]
    b'PK'
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.title = "survey"
    _write(workbook.active, _SURVEY, _survey(framework))
    _write(workbook.create_sheet("choices"), _CHOICES, _choices(framework))
    _write(workbook.create_sheet("settings"), _SETTINGS, [_settings(framework)])
    return saved(workbook, framework.title)


def name_of(id: str) -> str:
    """The name of the question for an item; a dot becomes a line, since some servers take no dots in names.

    Examples
    --------
    >>> name_of("1.10"), name_of("1.1"), name_of("A-3")
    ('q_1_10', 'q_1_1', 'q_A-3')
    """
    return "q_" + id.replace(".", "_")


def id_of(name: str) -> str:
    """The id of the item that a question is named for.

    Examples
    --------
    >>> id_of("q_1_10"), id_of(name_of("A-3"))
    ('1.10', 'A-3')
    """
    return name.removeprefix("q_").replace("_", ".")


def _survey(framework: Framework) -> Iterator[Row]:
    yield ("note", "note_how", _label(how_to_answer(framework, comments=True)), "", "")
    if said := warning(framework):
        yield ("note", "note_warning", _label(said), "", "")
    # In no group: some servers would put its name before theirs with any of several signs.
    yield from (("text", field.name, field.text, "yes" if field.required else "", "") for field in WHO)
    for section in rated(framework):
        yield from _section(section)


def _section(section: Section) -> Iterator[Row]:
    name = section.id.replace("-", "_")
    yield ("begin_group", f"s_{name}", _label(title_of(section)), "", "field-list")
    if section.intro:
        yield ("note", f"intro_{name}", _label(one_line(section.intro)), "", "")
    for item in section.items:
        yield from _item(item)
    yield ("end_group", "", "", "", "")


def _item(item: Item) -> Iterator[Row]:
    yield (f"select_one {_SCALE}", name_of(item.id), _label(statement(item)), "", "")
    yield ("text", f"{name_of(item.id)}_comment", comment_on(item), "", "multiline")


def _choices(framework: Framework) -> Iterator[Row]:
    for option in options(framework):
        yield (_SCALE, option.code or option.state, _label(option.label))


def _settings(framework: Framework) -> Row:
    return (_label(one_line(framework.title)), framework.id, _label(one_line(framework.version)), "English (en)")


def _label(text: str) -> str:
    """A wording as it stands in a form, which would fill in what it finds between ``${`` and ``}``."""
    return cut(text.replace("${", f"${_JOINER}{{"), _MOST)


def _write(sheet: Worksheet, columns: Row, rows: Iterable[Row]) -> None:
    for row, cells in enumerate((columns, *rows), 1):
        for column, text in enumerate(cells, 1):
            put(sheet.cell(row, column), text)
    sheet.freeze_panes = "A2"
    for column, letter in zip(columns, "ABCDE", strict=False):
        sheet.column_dimensions[letter].width = 80 if column == "label" else 22
