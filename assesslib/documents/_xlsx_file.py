"""A workbook as the bytes of its file, the clock kept out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from assesslib.documents._text import shown
from assesslib.documents._zip import moment, settled

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_DRAWING = "xl/drawings/drawing1.xml"
_ROW = re.compile(b"<row [^>]*>")


def saved(workbook: Workbook, title: str, day: str = "", language: str = "en-GB", alts: Sequence[str] = ()) -> bytes:
    """The bytes of a workbook; equal ones for equal content.

    Parameters
    ----------
    workbook : Workbook
        It is given these properties.
    title : str
        The document's.
    language : str
        Like en-GB.
    day : str
        The day it speaks of, like 2026-03-03, or "".
    alts : sequence of str
        What each picture of its first sheet that has any shows, in words.
    """
    from openpyxl.writer.excel import ExcelWriter

    about = workbook.properties
    about.title, about.language, about.creator = " ".join(shown(title).split()), language, None
    about.created = about.modified = moment(day)
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        # What openpyxl saves a workbook with, without the time of day that it would put in.
        ExcelWriter(workbook, archive).write_data()
    with ZipFile(held) as file:
        return settled(held.getvalue(), _growing(file) | (_described(file, alts) if alts else {}))


def _growing(file: ZipFile) -> dict[str, bytes]:
    """The sheets without the mark that keeps a row at its height: it grows with what people write into it."""
    sheets = (name for name in file.namelist() if name.startswith("xl/worksheets/sheet"))
    return {name: _ROW.sub(lambda row: row[0].replace(b' customHeight="1"', b""), file.read(name)) for name in sheets}


def _described(file: ZipFile, alts: Sequence[str]) -> dict[str, bytes]:
    """The drawing with each picture described; openpyxl calls them all “Picture”."""
    words = iter(alts)
    drawing = file.read(_DRAWING).decode()
    return {_DRAWING: re.sub('descr="Picture"', lambda _: f'descr="{_attribute(next(words))}"', drawing).encode()}


def _attribute(text: str) -> str:
    return escape(shown(text)).replace("\n", "&#10;").replace("\t", "&#9;")
