"""What each heading of an export of KoboToolbox or ODK becomes: a question, who answered, or the tool's own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from assesslib.readers.layouts._kobo_own import WHY, kind_of, separator
from assesslib.readers.layouts._kobo_paths import Path, parent, paths
from assesslib.readers.layouts._tool_codes import asked_who, is_empty, only, without_repeats
from assesslib.readers.records import DROPPED, WHEN, Heading

_NOTE = re.compile(r"(?:^|[/._-])(?:note|intro|introduction|header|heading|title)(?:[_-]\w*)?$", re.IGNORECASE)
_TICKS = {"0", "1", "true", "false"}


@dataclass(frozen=True)
class Sheet:
    """The headings of a file as they stand, the labels in a row below them ("" where there are none), and the cells."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    cells: pd.DataFrame

    @property
    def sign(self) -> str:
        """What stands between a group and a question."""
        return separator(self.texts)


def headings_of(sheet: Sheet) -> tuple[Heading, ...]:
    """What each column becomes, in the order of the file.

    Examples
    --------
    >>> cells = pd.DataFrame([["2026-03-01", "Ann", "D", "7"]])
    >>> read = headings_of(Sheet(("start", "about/name", "lead/q1_1", "_id"), ("",) * 4, cells))
    >>> [(heading.use, heading.said) for heading in read]
    [('started', ()), ('name', ('name',)), ('answer', ('q1_1',)), ('dropped', ())]
    """
    kinds = [kind_of(text) for text in sheet.texts]
    if "submitted" not in kinds:
        kinds = ["submitted" if kind == "ended" else kind for kind in kinds]
    asked = [text for text, kind in zip(sheet.texts, kinds, strict=True) if not kind]
    routes = dict(zip(asked, paths(asked, sheet.sign), strict=True))
    return without_repeats([
        _own(at, text, kind) if kind else _question(at, sheet, routes[text])
        for at, (text, kind) in enumerate(zip(sheet.texts, kinds, strict=True))
    ])  # fmt: skip


def _own(at: int, text: str, kind: str) -> Heading:
    return Heading(at, text, use=kind) if kind in WHEN else Heading(at, text, use=DROPPED, why=WHY[kind])


def _question(at: int, sheet: Sheet, route: Path) -> Heading:
    text, label = sheet.texts[at], sheet.labels[at]
    ticks = bool(only(sheet.cells[at], _is_tick))
    if why := _why_not(text, sheet, ticks, is_empty(sheet.cells[at])):
        return Heading(at, text, use=DROPPED, why=why)
    said = tuple(dict.fromkeys(filter(None, (*route.said, label.strip()))))
    said = tuple(one for one in said if not one.isdecimal()) if ticks else said
    use = asked_who(said)
    return Heading(at, text, said, use) if use else Heading(at, text, said, section=route.section)


def _is_tick(text: str) -> bool:
    return text.casefold() in _TICKS


def _why_not(text: str, sheet: Sheet, ticks: bool, empty: bool) -> str:
    """Why a column is no question with an answer, or ""."""
    if not text.strip():
        return "it has no heading"
    if parent(text, sheet.sign) in sheet.texts and (ticks or empty):
        return "one choice of a question whose whole answer stands in a column of its own"
    if text.endswith("_URL") and text.removesuffix("_URL") in sheet.texts:
        return "the address of a file"
    return "a note of the form, which has no answer" if empty and _NOTE.search(text.strip()) else ""


def account_of(sheet: Sheet, headings: Sequence[Heading]) -> tuple[int | None, bool]:
    """The column with the account that sent each response, where nothing else says who; and whether all differ.

    Examples
    --------
    >>> cells = pd.DataFrame([["ann", "D"], ["bo", "S"], ["bo", "W"]])
    >>> sheet = Sheet(("_submitted_by", "q1"), ("", ""), cells)
    >>> account_of(sheet, headings_of(sheet))
    (0, False)
    """
    if {"id", "name", "first", "last", "email"} & {heading.use for heading in headings}:
        return None, False
    for at, text in enumerate(sheet.texts):
        names = sheet.cells[at].str.strip() if kind_of(text) == "account" else pd.Series(dtype="str")
        if (names != "").any():
            return at, not names[names != ""].duplicated().any()
    return None, False


def with_account(headings: Sequence[Heading], at: int) -> tuple[Heading, ...]:
    """The headings, with the account in this column as the person's ``id``."""
    return tuple(replace(heading, use="id", why="") if heading.at == at else heading for heading in headings)


def none_of(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings of a repeated group, none of which is read."""
    why: Mapping[str, str] = {"why": "it is part of a repeated group"}
    return tuple(
        heading if heading.use == DROPPED else Heading(heading.at, heading.text, use=DROPPED, **why)
        for heading in headings
    )
