"""LimeSurvey: a row a response, headings as codes, wordings or both, answers as codes or labels."""

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._limesurvey_own import USES, WHY, kind_of, sure_kinds, time_or_count
from assesslib.readers.layouts._limesurvey_said import Parts, parts_of, said_of, section_of
from assesslib.readers.layouts._marks import marks, told
from assesslib.readers.layouts._partners import named_partners
from assesslib.readers.layouts._tool_codes import asked_who, places, without_repeats
from assesslib.readers.records import DROPPED, Heading, RawSheet, Responses, answers_of, letter, people_of
from assesslib.words import many

NAME, TITLE = "limesurvey", "LimeSurvey"
_ROW = re.compile(r"[A-Za-z]\w*\[\w+\](?:\[\w+\])?|G\d+Q\d+(?:_\w+)?|\d+X\d+X\d+\w*")
_OPEN, _SHORT = ("", "n", "null", "n/a"), 8
_NO_DAY = re.compile(r"1980-0?1-0?1\b|0?1[./]0?1[./](?:19)?80\b")
"""What LimeSurvey gives as time of submission where the survey keeps none."""
_UNSEEN, _HIDDEN = "N/A", "{question_not_shown}"


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether the headings are those of an export of LimeSurvey: its own columns, or codes such as G01[SQ001]."""
    texts = sheet.row(0)
    sure, codes = len(sure_kinds(texts)), sum(bool(_ROW.fullmatch(text.strip())) for text in texts)
    return sure > 1 or codes > 2 or (sure == 1 and (codes > 0 or any(kind_of(text) == "id" for text in texts)))


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """What an export of LimeSurvey says.

    A response without a time of submission is marked as unfinished; what the tool wrote into questions that it had
    not reached is taken out. A participant's access code is the ``id``.
    """
    codes = _second(sheet)
    headings = _headings(sheet.row(0), codes)
    cells, feet = without_feet(sheet.cells.iloc[2 if codes else 1 :], headings, sheet.place)
    headings = tuple(named_partners(headings, cells))
    unfinished = _unfinished(cells, headings)
    mark = marks(unfinished, preview=unfinished & False)
    people = people_of(cells, headings, mark)
    dated = _is_no_day(people["submitted"])
    answers, unseen = _reached(answers_of(cells, headings), unfinished, hidden=bool(codes))
    faults = (*feet, *told(sheet.place, mark), *_undated(sheet, headings, dated), *_unreached(sheet, unseen))
    people = people.assign(submitted=people["submitted"].mask(dated, "")) if dated.any() else people
    return Responses(NAME, headings, people, answers, codes=places(answers), faults=faults, ids=_ids(cells, headings),
                     changed=_own(cells, headings, "datestamp"))  # fmt: skip


def _ids(cells: pd.DataFrame, headings: Sequence[Heading]) -> pd.Series | None:
    """The numbers of the responses, each with the one by which its questions were shuffled: other surveys count too."""
    id, seed = _own(cells, headings, "id"), _own(cells, headings, "seed")
    return id if id is None or seed is None else (id + " " + seed).mask(id == "", "")


def _own(cells: pd.DataFrame, headings: Sequence[Heading], kind: str) -> pd.Series | None:
    """One of the tool's own columns, or None."""
    return next((cells[one.at].str.strip() for one in headings if one.why == WHY[kind]), None)


def _second(sheet: RawSheet) -> tuple[str, ...]:
    """The codes in a second row of headings, which the tool's file for moving responses has, or nothing."""
    texts = sheet.row(1)
    return texts if len(sure_kinds(text for text in texts if text == kind_of(text))) > 1 else ()


def _headings(texts: Sequence[str], codes: Sequence[str]) -> tuple[Heading, ...]:
    coded = any(kind_of(text) and kind_of(text.split()[0].rstrip(".:-")) for text in texts if " " in text.strip())
    parts = [parts_of(text, coded) for text in texts]
    under = Counter((part.code, part.question) for part in parts if not part.beside)
    known = {part.code for part in parts if part.code}
    return without_repeats([
        _heading(at, text, part, under[part.code, part.question] < 2, known, codes[at] if codes else "")
        for at, (text, part) in enumerate(zip(texts, parts, strict=True))
    ])  # fmt: skip


def _heading(at: int, text: str, parts: Parts, lone: bool, known: set[str], code: str) -> Heading:
    kind = kind_of(code) or kind_of(text) or time_or_count(text, known)
    if not text.strip() and not code:
        return Heading(at, text, use=DROPPED, why="it has no heading")
    if kind:
        return Heading(at, text, use=USES.get(kind, DROPPED), why=WHY.get(kind, ""))
    said = tuple(dict.fromkeys((*said_of(parts, lone), *(said_of(parts_of(code), lone) if code else ()))))
    use = asked_who([*said, text]) if not parts.beside else ""
    return Heading(at, text, said, use) if use else Heading(at, text, said, section=section_of(parts))


def _unfinished(cells: pd.DataFrame, headings: Sequence[Heading]) -> pd.Series:
    at = next((heading.at for heading in headings if heading.use == "submitted"), None)
    if at is None:
        return pd.Series(False, index=cells.index)
    # A time of submission is longer than all of these, and mostly there is one.
    left = [
        (len(text) < _SHORT or text.isspace()) and text.strip().casefold() in _OPEN for text in cells[at].to_numpy()
    ]
    return pd.Series(left, index=cells.index, dtype="bool")


def _reached(answers: pd.DataFrame, unfinished: pd.Series, hidden: bool) -> tuple[pd.DataFrame, list[int]]:
    """The answers without what the tool wrote where it had asked nothing, and the rows of which that was taken."""
    given = answers.mask(answers == _HIDDEN, "") if hidden else answers
    left = given[unfinished]
    left = left[(left == _UNSEEN).any(axis=1)]
    rest = left.isin(["", _UNSEEN]).iloc[:, ::-1].cummin(axis=1).iloc[:, ::-1] & (left == _UNSEEN)
    rows = list(rest.index[rest.any(axis=1)])
    return (given.mask(rest.reindex(given.index, fill_value=False), "") if rows else given), rows


def _is_no_day(times: pd.Series) -> pd.Series:
    """Which times are the one that stands for none."""
    found = ["80" in text and bool(_NO_DAY.match(text)) for text in times.to_numpy()]
    return pd.Series(found, index=times.index, dtype="bool")


def _undated(sheet: RawSheet, headings: Sequence[Heading], dated: pd.Series) -> list[Fault]:
    if not dated.any():
        return []
    at, text = next((one.at, one.text) for one in headings if one.use == "submitted")
    return [Fault("is not when anybody answered: LimeSurvey writes it where the survey keeps no times", sheet.place,
                  column=f"{letter(at)} ({text})", value=sheet.cells[at][dated.index[dated][0]],
                  do="The responses are read without a time.", handled=True)]  # fmt: skip


def _unreached(sheet: RawSheet, rows: Sequence[int]) -> list[Fault]:
    """One fault for all of these rows."""
    if not rows:
        return []
    more = f", here and in {many(len(rows) - 1, 'row')} more" if len(rows) > 1 else ""
    return [Fault(f"stands to the end of a response that was not finished{more}", sheet.place, row=rows[0],
                  value=_UNSEEN, handled=True,
                  do="It is read as no answer: LimeSurvey writes it for questions that were not reached.")]  # fmt: skip
