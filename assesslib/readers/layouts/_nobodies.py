"""Rows of a table with a row for each member that are called like something else than a person."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._dated import Dated, dated, years_behind
from assesslib.readers.layouts._somebodies import are_short, rated
from assesslib.readers.layouts._table_words import (
    is_agreed,
    is_other,
    is_unclear,
    is_year,
    may_be_called,
    why_nobody,
    year_in,
    years_of,
)
from assesslib.readers.records import ANSWER, DROPPED, Heading

_NUMBERED = re.compile(r"[\s_-]*\d+$")
_LONGEST, _EDGE = 60, 2_000
"""Letters up to which a text names a row, and rows at either end of a table among which others than people stand."""


def perhaps(body: pd.DataFrame, headings: Sequence[Heading], framework: Framework) -> np.ndarray:
    """The rows of levels under a word of notes or figures that may be a name too, beside first names or initials.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> body = pd.DataFrame([["Ann", "G"], ["Sum", "D"], ["Sum", "12"]])
    >>> headings = [Heading(0, "Name", use="name"), Heading(1, "1.1")]
    >>> perhaps(body, headings, load_framework("cdrp-dat-partnership")).tolist()
    [False, True, False]
    """
    names = _names(body, headings)
    texts = [] if names is None else _texts(names)
    maybe = [text for text in texts if may_be_called(text)]
    others = [text for text in texts if text not in maybe and not why_nobody(text) and not is_unclear(text)]
    if not maybe or not are_short(others):
        return np.zeros(len(body), dtype=bool)
    answers = [one.at for one in headings if one.use == ANSWER]
    places = set(np.flatnonzero(names.isin(maybe)))
    cells = body[answers]
    return np.array([at in places and rated(cells.iloc[at], framework) > 0 for at in range(len(body))], dtype=bool)


def nobodies(body: pd.DataFrame, headings: Sequence[Heading], known: np.ndarray,
             answered: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """The rows that are called like no person (Target, Last year, 2025), and those of which that is not sure (Team).

    Parameters
    ----------
    body : DataFrame
        The rows below the headings.
    headings : sequence of Heading
        The columns.
    known : ndarray of bool
        The rows of which it is known what else they are.
    answered : ndarray of bool
        The rows that hold answers; where all of them are called so, they are whoever answered.
    asked : ndarray of bool
        The rows that may be somebody's, as `perhaps` tells them.

    Examples
    --------
    >>> body = pd.DataFrame([["Ann", "G"], ["Target", "D"], ["Team", "W"]])
    >>> none = np.zeros(3, dtype=bool)
    >>> [one.tolist() for one in nobodies(body, [Heading(0, "Name", use="name")], none, ~none, none)]
    [[False, True, False], [False, False, True]]
    """
    names = _names(body, headings)
    if names is None:
        return np.zeros(len(body), dtype=bool), np.zeros(len(body), dtype=bool)
    texts = _texts(names)
    years = {text for text in texts if is_year(text)} if _are_words(texts) else set()
    unclear = {text for text in texts if is_unclear(text) or is_other(text)}
    plain = years | {text for text in texts if text not in unclear and why_nobody(text)}
    rows = [(names.isin(list(plain)).to_numpy() & ~known & ~asked),
            (names.isin(list(unclear)).to_numpy() | asked) & ~known]  # fmt: skip
    left = answered & ~known & ~rows[0] & ~rows[1]
    return (rows[0], rows[1]) if left.any() else (rows[0] & ~answered, rows[1] & ~answered)


def of_years(body: pd.DataFrame, headings: Sequence[Heading], known: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """The rows of people with a year behind their names, and the years; none where all are of one year.

    Examples
    --------
    >>> body = pd.DataFrame([["Ann 2025", "G"], ["Ann 2026", "D"], ["Bo", "W"]])
    >>> rows, years = of_years(body, [Heading(0, "Name", use="name")], np.zeros(3, dtype=bool))
    >>> rows.tolist(), years
    ([True, True, False], ['2025', '2026'])
    >>> counted = pd.DataFrame([["Member 1", "G"], ["Member 1999", "D"], ["Member 2000", "W"]])
    >>> of_years(counted, [Heading(0, "Name", use="name")], np.zeros(3, dtype=bool))[1]
    []
    """
    names = _names(body, headings)
    said = {} if names is None else {text: year_in(text) for text in _texts(names[~known])}
    numbered = {_NUMBERED.sub("", text) for text, (_, year) in said.items() if not year and _NUMBERED.search(text)}
    dated = {text: year for text, (name, year) in said.items()
             if name and year and not name.isdecimal() and name not in numbered}  # fmt: skip
    years = sorted(set(dated.values()))
    if names is None or len(years) < 2:
        return np.zeros(len(body), dtype=bool), []
    return names.isin(list(dated)).to_numpy() & ~known, years


def agreed_rows(body: pd.DataFrame, headings: Sequence[Heading]) -> tuple[dict[int, str], Dated]:
    """The rows of what was agreed with what they are called, and which of them count by their years.

    Examples
    --------
    >>> body = pd.DataFrame([["Ann", "G"], ["Consensus", "D"], ["Consensus 2025", "W"]])
    >>> agreed_rows(body, [Heading(0, "Name", use="name")])[1]
    Dated(counts=(1,), earlier=(2,), told='')
    """
    names = _names(body, headings)
    texts = [] if names is None else _texts(names)
    called = {text for text in texts if is_agreed(text)}
    if names is None or not any(map(years_of, called)):
        return {}, Dated()
    rows = names[names.isin(list(called))].to_dict()
    return rows, dated(rows, years_behind(text for text in texts if text not in called))


def _texts(names: pd.Series) -> list[str]:
    """The different names in the rows at either end of a table, but for long ones."""
    edges = [*names.iloc[:_EDGE].unique(), *names.iloc[_EDGE:].iloc[-_EDGE:].unique()]
    return [text for text in dict.fromkeys(edges) if 0 < len(text) <= _LONGEST]


def _are_words(texts: Sequence[str]) -> bool:
    """Whether most texts are no numbers: a tool may count its responses beyond 2,000."""
    return 2 * sum(text.isdecimal() for text in texts) < len(texts)


def _names(body: pd.DataFrame, headings: Sequence[Heading]) -> pd.Series | None:
    """What each row is called: the whole name, else the id, else what stands first in it."""
    for use in ("name", "id"):
        parts = [body[one.at].str.strip() for one in headings if one.use == use]
        if parts:
            return parts[0].str.cat(parts[1:], sep=" ").str.strip() if len(parts) > 1 else parts[0]
    first = next((one for one in headings if one.at == 0 and one.use in (ANSWER, DROPPED)), None)
    return None if first is None else body[first.at].str.strip()
