"""The export of Microsoft Forms: a row a response, a column a question, a statement of a Likert question its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._again import without_again
from assesslib.readers.layouts._dotted import question_of, statements_of
from assesslib.readers.layouts._exports import asked, header_place, key, respond, roles_in, tidy
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._microsoft_words import FEEDBACK, POINTS, ROLES, USES
from assesslib.readers.layouts._naming import facet_called
from assesslib.readers.records import ANSWER, DROPPED, Heading, RawSheet, Responses
from assesslib.readers.who import is_nobody

NAME, TITLE = "microsoft-forms", "Microsoft Forms"
_QUIZ = re.compile(rf"\s*(?:{'|'.join((*POINTS, *FEEDBACK))})\s*[-–—:]\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W.*\d{1,2}[:.]\d\d.*|\d{5}(\.\d+)?")
_FIRST = ("number", "started", "submitted", "email", "name")
_LOOKED_AT = 50
"""Rows that are looked at to tell a file whose language is not known."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a sheet has the columns that Microsoft Forms adds, in any of its languages."""
    return header_place(sheet, _is_header) is not None or _looks_so(sheet)


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Who answered and under which statements, from an export of Microsoft Forms.

    What a question asked of somebody's name counts before the name they signed in with; “anonymous” is nobody's.
    """
    top = header_place(sheet, _is_header) or 0
    texts = sheet.row(top)
    cells, told = without_again(sheet.cells.iloc[top + 1 :], texts, sheet.place)
    roles = _roles(texts) if _is_header(texts) else _first_columns(sheet)
    known, quiz = frozenset(map(tidy, texts)), bool({"points", "feedback"} & set(roles.values()))
    headings = [_heading(at, text, roles.get(at, ""), known, quiz, framework) for at, text in enumerate(texts)]
    cells, feet = without_feet(cells, headings, sheet.place)
    said = respond(NAME, headings, _single(cells, headings), own=roles, faults=(*told, *feet))
    changed = next((cells[at] for at, role in roles.items() if role == "changed"), None)
    return replace(said, numbers=said.ids, changed=changed)


def _roles(texts: Sequence[str]) -> dict[int, str]:
    return roles_in(texts, lambda text: ROLES.get(key(text), ""))


def _is_header(texts: Sequence[str]) -> bool:
    """Whether a row has the two times of Microsoft Forms, or one of them and others of its columns."""
    roles = set(_roles(texts).values())
    others = len(roles - {"started", "submitted", "language"})
    times = len(roles & {"started", "submitted"})
    return times == 2 or (times == 1 and others > ("started" in roles))


def _looks_so(sheet: RawSheet) -> bool:
    """Whether a sheet in another language has a number, two times and addresses as its first columns."""
    first, rows = sheet.row(0), sheet.cells.iloc[1 : 1 + _LOOKED_AT]
    if len(first) < len(_FIRST) or key(first[0]) != "id" or rows.empty:
        return False
    times = [rows[at].str.strip().map(_is_time).all() for at in (1, 2)]
    addresses = [text for text in rows[3].unique() if "@" not in text and not is_nobody(text)]
    return rows[0].str.strip().str.isdecimal().all() and all(times) and not addresses


def _first_columns(sheet: RawSheet) -> dict[int, str]:
    """What the first columns of a file in an unknown language hold; a longer heading is none for names."""
    if not _looks_so(sheet):
        return {}
    name = sheet.row(0)[len(_FIRST) - 1]
    short = len(name.split()) <= 2 and not any(map(str.isdigit, name))
    return dict(enumerate(_FIRST if short else _FIRST[:-1]))


def _is_time(text: str) -> bool:
    return bool(_TIME.fullmatch(text))


def _heading(at: int, text: str, role: str, known: frozenset[str], quiz: bool,
             framework: Framework) -> Heading:  # fmt: skip
    if role:
        use, why = USES[role]
        return Heading(at, text, use=use, why=why)
    if (beside := _QUIZ.fullmatch(text)) and (quiz or tidy(beside[1]) in known):
        return Heading(at, text, use=DROPPED, why="the points or the feedback of a quiz")
    plain = tidy(text)
    statements = [one for whole in (plain, _base(plain, known)) for one in statements_of(whole)]
    facet = facet_called(question_of(plain), framework)
    said = [f"{one} [{facet}]" for one in statements if one != plain] if facet else statements
    return asked(at, text, said or statements, question_of(plain))


def _base(text: str, known: frozenset[str]) -> str:
    """A heading without the number that Microsoft Forms puts behind one that was there before.

    One that ends with a digit of its own is left alone: 1.12 is not the second 1.1.
    """
    base = re.fullmatch(r"(.*\D)\d{1,2}", text)
    return base[1].strip() if base and base[1].strip() in known else ""


def _single(cells: pd.DataFrame, headings: Sequence[Heading]) -> pd.DataFrame:
    """The cells without the semicolon that ends the one choice made where several were allowed."""
    frame = cells.copy(deep=False)
    for at in (heading.at for heading in headings if heading.use == ANSWER):
        choices = {text: _one_choice(text) for text in set(cells[at].to_numpy(dtype="object").tolist())}
        if any(text != choice for text, choice in choices.items()):
            frame[at] = cells[at].map(choices).astype(cells[at].dtype)
    return frame


def _one_choice(text: str) -> str:
    bare = text.strip()
    return bare[:-1].strip() if bare.endswith(";") and bare.count(";") == 1 else text
