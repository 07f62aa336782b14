"""What exports of survey tools have in common: how headings are compared, who answered, what is put together."""

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._partners import named_partners
from assesslib.readers.matching.wording import is_cut
from assesslib.readers.records import (
    ANSWER,
    DROPPED,
    WHO,
    Heading,
    RawSheet,
    Responses,
    answers_of,
    people_of,
    stripped,
)
from assesslib.readers.who import column_of, is_weak, nobodies

FIRST, LAST = "first", "last"
"""Uses of a heading, before the headings are handed on, that make up a name together."""
RESPONSE_NUMBER = "the tool's own number of the response"
_ABOVE = 5
"""Rows in which the headings are looked for: people put titles above them."""
_CUT = 60
"""Letters of a heading from which on an open bracket at its end tells that it was cut."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def tidy(text: str) -> str:
    """A text on one line with single spaces, without the marks of a web page.

    Examples
    --------
    >>> tidy("<b>Partners</b>&nbsp;trust\\neach other; 3 < 4")
    'Partners trust each other; 3 < 4'
    """
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def closed(text: str) -> str:
    """A heading with the bracket closed that is open where it was cut: a tool or a spreadsheet shortened it.

    Examples
    --------
    >>> closed("Leadership [1.1 The partnership is…"), closed("Rate [1-5] these…"), closed("How far [we")
    ('Leadership [1.1 The partnership is…]', 'Rate [1-5] these…', 'How far [we')
    """
    is_open = text.count("[") == text.count("]") + 1 and text.rfind("[") > text.rfind("]")
    return f"{text.rstrip()}]" if is_open and (is_cut(text) or len(text) >= _CUT) else text


def key(text: str) -> str:
    """The letters and digits of a heading, small and without accents: what it is compared by.

    Examples
    --------
    >>> key("Heure de début"), key("Respondent_ID"), key("E-Mail ")
    ('heurededebut', 'respondentid', 'email')
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


def keys(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """By the key of a heading what it means, from the headings of each meaning."""
    return {key(text): meaning for meaning, texts in words.items() for text in texts}


def roles_in(texts: Sequence[str], meaning: Callable[[str], str]) -> dict[int, str]:
    """What the tool's own columns hold, by column; of two that mean the same the first is the tool's."""
    first = {role: at for at in reversed(range(len(texts))) if (role := meaning(texts[at]))}
    return {at: role for role, at in first.items()}


def header_place(sheet: RawSheet, is_header: Callable[[Sequence[str]], bool]) -> int | None:
    """The place, from 0, of the row of headings among the first rows; None where there is none."""
    places = range(min(_ABOVE, len(sheet.cells)))
    return next((place for place in places if is_header(sheet.row(place))), None)


def asked(at: int, text: str, said: Sequence[str], section: str = "") -> Heading:
    """The heading of something that was asked: who answers, or what may be an item."""
    texts = tuple(dict.fromkeys(one for one in said if one))
    if not text.strip() and not texts:
        return Heading(at, text, use=DROPPED, why="it has no heading")
    who = next((field for one in texts if (field := column_of(one))), "")
    return Heading(at, text, texts, who or ANSWER, section=section)


def respond(
    layout: str,
    headings: Sequence[Heading],
    cells: pd.DataFrame,
    own: Collection[int] = (),
    mark: pd.Series | None = None,
    faults: Sequence[Fault] = (),
) -> Responses:
    """The responses of a table with people in rows.

    Parameters
    ----------
    layout : str
        The layout's short name.
    headings : sequence of Heading
        One a column; the uses ``first`` and ``last`` become ``name``.
    cells : DataFrame
        The rows below the headings.
    own : collection of int
        The columns that the tool filled by itself: what people wrote about themselves counts before it. Where it is a
        mapping, it says what they hold: under ``number`` stand the tool's own ids of the responses.
    mark : Series, optional
        ``unfinished``, ``preview`` or "" of each row.
    faults : sequence of Fault
        What the layout has to say.
    """
    headings = named_partners(headings, cells)
    known = people_of(cells, tuple(headings), mark)
    people = known.assign(**{use: _said_of(use, cells, headings, own) for use in WHO})
    settled = tuple(replace(one, use="name") if one.use in (FIRST, LAST) else one for one in headings)
    ids = next((cells[at] for at, role in own.items() if role == "number"), None) if isinstance(own, Mapping) else None
    return Responses(layout, settled, people, answers_of(cells, settled), faults=tuple(faults), ids=ids)


def _said_of(use: str, cells: pd.DataFrame, headings: Sequence[Heading], own: Collection[int]) -> pd.Series:
    """What the columns of one use say: of each row the first that says anything."""
    places = sorted((one.at in own, all(map(is_weak, one.said)), one.at) for one in headings if one.use == use)
    texts = [somebody(cells[at]) for *_, at in places]
    return _first_said([*texts, *([_whole_name(cells, headings, own)] if use == "name" else [])], cells.index)


def _whole_name(cells: pd.DataFrame, headings: Sequence[Heading], own: Collection[int]) -> pd.Series:
    """First and last name in one, where they came in two columns."""
    first, last = (_said_of(part, cells, headings, own) for part in (FIRST, LAST))
    return (first + " " + last).str.strip()


def _first_said(columns: Sequence[pd.Series], index: pd.Index) -> pd.Series:
    said = pd.Series("", index=index, dtype="str")
    for column in columns:
        said = said.where(said != "", column)
    return said


def somebody(column: pd.Series) -> pd.Series:
    """The texts of a column without those that name nobody, such as “anonymous”."""
    texts = stripped(column)
    nobody = nobodies(texts.to_numpy(dtype="object"))
    return texts.where(~texts.isin(nobody), "") if nobody - {""} else texts


def joined(cells: pd.DataFrame, groups: Mapping[int, Sequence[int]]) -> pd.DataFrame:
    """The cells with the texts of several columns put together in one, with semicolons between them.

    Examples
    --------
    >>> joined(pd.DataFrame([["a", ""], ["", "b"], ["a", "b"]]), {0: (0, 1)})[0].tolist()
    ['a', 'b', 'a;b']
    """
    frame = cells.copy(deep=False)
    for at, columns in groups.items():
        frame[at] = reduce(_beside, (cells[column].str.strip() for column in columns))
    return frame


def _beside(first: pd.Series, second: pd.Series) -> pd.Series:
    return first.where(second == "", second.where(first == "", first + ";" + second))
