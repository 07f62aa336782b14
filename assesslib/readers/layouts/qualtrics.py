"""The export of Qualtrics: three rows of headings, the short names, the questions and the import ids."""

import re
from collections.abc import Collection

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._exports import asked, key, respond, tidy
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._marks import marks, told
from assesslib.readers.layouts._qualtrics_words import (
    FINISHED,
    PREVIEW,
    SPAM,
    SURE,
    USES,
    dropped_as,
    is_default,
    pieces,
    role_of,
)
from assesslib.readers.records import DROPPED, WHEN, Heading, RawSheet, Responses

NAME, TITLE = "qualtrics", "Qualtrics"
_ROWS = 3
_IMPORT = re.compile(r"\W*ImportId\W+([\w.~#-]+).*", re.DOTALL)


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a sheet has the row of import ids, or the columns that Qualtrics adds."""
    if sum(bool(_IMPORT.match(text)) for place in range(_ROWS) for text in sheet.row(place)) > 1:
        return True
    found = [set(map(role_of, sheet.row(place))) - {""} for place in range(2)]
    return any(map(_are_its_own, found))


def _are_its_own(roles: Collection[str]) -> bool:
    """Whether columns that stand together are Qualtrics' own: a number, a time and an address others have too."""
    numbered = "number" in roles and not {"started", "submitted"}.isdisjoint(roles)
    return len(roles) > 2 and (numbered or not SURE.isdisjoint(roles))


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Who answered and under which statements, from an export of Qualtrics.

    Of the three rows of headings the second and third may be gone. A preview and a response that was not finished are
    kept with their mark; an external reference is the ``id``.
    """
    names = sheet.row(0)
    roles = _roles(sheet)
    ids, texts = _ids(sheet), _texts(sheet, roles)
    cells = sheet.cells.iloc[1 + bool(ids) + bool(texts) :]
    headings = [_heading(at, name, texts[at] if texts else "", roles.get(at, "")) for at, name in enumerate(names)]
    cells, feet = without_feet(cells, headings, sheet.place)
    mark = _mark(cells, roles)
    return respond(NAME, headings, cells, roles, mark, (*feet, *told(sheet.place, mark), *_spam(sheet, cells, roles)))


def _ids(sheet: RawSheet) -> tuple[str, ...]:
    """The import ids of the columns; nothing where somebody took that row out."""
    rows = [[_IMPORT.match(text) for text in sheet.row(place)] for place in range(1, _ROWS)]
    found = next((row for row in rows if sum(map(bool, row)) > 0), [])
    return tuple(one[1] if one else "" for one in found)


def _roles(sheet: RawSheet) -> dict[int, str]:
    """What the tool's own columns hold, by their name, their import id, or in old exports their question."""
    names, ids = sheet.row(0), _ids(sheet)
    old = sheet.row(1) if any(re.fullmatch(r"V\d+", name) for name in names) else ()
    said = [(name, *ids[at : at + 1], *old[at : at + 1]) for at, name in enumerate(names)]
    found = {at: next(filter(None, map(role_of, texts)), "") for at, texts in enumerate(said)}
    return {at: role for at, role in found.items() if role}


def _texts(sheet: RawSheet, roles: dict[int, str]) -> tuple[str, ...]:
    """The row of questions: the one after the names that heads the tool's own columns too; nothing where it is gone."""
    second = sheet.row(1)
    if any(_IMPORT.match(text) for text in second):
        return ()
    third = any(_IMPORT.match(text) for text in sheet.row(2))
    below = {at: second[at] for at in roles if second[at : at + 1] and second[at].strip()}
    heads = [role_of(text) == roles[at] for at, text in below.items()]
    # In another language: no digit anywhere, though a response has a time.
    timed = any(USES[roles[at]][0] in WHEN for at in below)
    words = timed and not any(letter.isdigit() for text in below.values() for letter in text)
    return second if third or words or (heads and sum(heads) * 2 >= len(heads)) else ()


def _heading(at: int, name: str, question: str, role: str) -> Heading:
    if role:
        use, why = USES[role]
        return Heading(at, question or name, use=use, why=why)
    if why := dropped_as(name):
        return Heading(at, question or name, use=DROPPED, why=why)
    said, section = pieces(tidy(question))
    if said and name.upper().endswith("_TEXT"):
        return Heading(at, name, tuple(f"{text} comment" for text in said[:1]), section=section)
    # Names such as Q2.1 are the tool's own count of its questions, and the id of another item.
    named = () if said and is_default(name) else (tidy(name),)
    return asked(at, question if said else name, (*said, *named), section)


def _mark(cells: pd.DataFrame, roles: dict[int, str]) -> pd.Series:
    """Which responses were not finished, by the column that says so or by how far they came, and which are previews."""
    columns = {role: cells[at].str.strip() for at, role in reversed(roles.items())}
    done, far, status = (columns.get(role) for role in ("finished", "progress", "status"))
    never = pd.Series(False, index=cells.index)
    unfinished = _among(done, FINISHED) if done is not None else _not_through(far) if far is not None else never
    return marks(unfinished, _among(status, PREVIEW) if status is not None else never)


def _among(column: pd.Series, pattern: re.Pattern) -> pd.Series:
    return column.isin([text for text in column.unique() if pattern.fullmatch(key(text))])


def _not_through(progress: pd.Series) -> pd.Series:
    through = pd.to_numeric(progress.str.rstrip("% "), errors="coerce")
    return through < 100


def _spam(sheet: RawSheet, cells: pd.DataFrame, roles: dict[int, str]) -> list[Fault]:
    """What is said of responses that the tool took for spam: there may be a member behind them."""
    status = [cells[at] for at, role in roles.items() if role == "status"]
    rows = [row for column in status for row in cells.index[_among(column, SPAM)]]
    said = "The tool took the response for spam"
    return [Fault(said, sheet.place, row=row, do="It is kept: look whether it is a member's.", handled=True)
            for row in rows[:20]]  # fmt: skip
