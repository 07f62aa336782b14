"""The rows of a table that are no member's: figures, headings once more, notes and the key of the levels below it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.layouts._again import AGAIN, again, told
from assesslib.readers.layouts._naming import are_plain
from assesslib.readers.layouts._nobodies import nobodies, of_years, perhaps
from assesslib.readers.layouts._table_words import figures, is_agreed, is_below
from assesslib.readers.pasted import read_answer
from assesslib.readers.records import ANSWER, DROPPED, Heading

_TAIL = 200
"""Rows at the end of a table among which notes are looked for."""
_EDGE = 2_000
"""Rows at either end of a table among which rows of figures are looked for."""
_LONGEST, _WORDS = 60, 5
"""Letters up to which a text names a row, and words from which on one that stands alone is a note and no name."""

_UNCLEAR = "begins a row that may be no member’s, but what was agreed or a figure; it was left out"


@dataclass(frozen=True)
class Rows:
    """Which rows are a member's, the one row that holds what was agreed, and what is told of the others."""

    kept: pd.Series
    faults: tuple[Fault, ...]
    agreed: int | None = None


def rows_of(body: pd.DataFrame, headings: Sequence[Heading], framework: Framework, file: str) -> Rows:
    """Tell the rows of members from those that only stand in their table.

    Parameters
    ----------
    body : DataFrame
        The rows below the headings.
    headings : sequence of Heading
        The columns.
    framework : Framework
        What was rated.
    file : str
        The file as faults name it.
    """
    filled = {one.at: _filled(body[one.at]) for one in headings}
    cells = reduce(np.add, filled.values(), np.zeros(len(body), dtype="int32"))
    answered = reduce(np.logical_or, [filled[one.at] for one in headings if one.use == ANSWER], cells < 0)
    labels = [one.at for one in headings if one.use in ("name", "id") or one.use == DROPPED or one.at == 0]
    figured, agreed = _called(body, labels)
    maybe = perhaps(body, headings, framework)
    drawn = figured & ~maybe
    nobody, unclear = nobodies(body, headings, drawn | agreed, (cells > 0) & answered, maybe)
    dated, years = of_years(body, headings, drawn | agreed | nobody | unclear)
    name_it = "" if agreed.any() else "Call it “Consensus”, or by the name of the member, or delete the row."
    again = _again(body, headings)
    notes = _notes(body, answered & ~drawn & ~agreed, cells, framework)
    kept = (cells > 0) & ~drawn & ~agreed & ~again & ~notes & ~nobody & ~unclear & ~dated
    alone = kept & ~answered & (cells == 1)
    faults = (*told(body, drawn, "begins a row of figures drawn from the answers; it was left out", file),
              *told(body, nobody, "begins a row that is no member’s; it was left out", file),
              *told(body, unclear, _UNCLEAR, file, do=name_it),
              *told(body, dated, f"begins a row of one of several years ({listed(years)}), and nothing says which "
                    "counts; it was left out", file, do="Keep the rows of the year that is to be read."),
              *told(body, again, AGAIN, file),
              *told(body, notes, "is a note and no member; the row was left out", file),
              *told(body, alone, "stands alone in its row and was taken for a member who left everything blank", file),
              *(told(body, agreed, "begins one of several rows that hold what was agreed", file,
                      do="Keep the one that counts.") if agreed.sum() > 1 else ()))  # fmt: skip
    only = int(body.index[np.flatnonzero(agreed)[0]]) if agreed.sum() == 1 else None
    return Rows(pd.Series(kept, index=body.index), faults, only)


def _filled(texts: pd.Series) -> np.ndarray:
    """Whether each cell of a column holds anything."""
    places, different = pd.factorize(texts)
    held = np.array([bool(text.strip()) for text in np.asarray(different, dtype="object")], dtype=bool)
    return held[places] if len(texts) else places > 0


def _called(body: pd.DataFrame, labels: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """The rows that are called like figures, and those that are called like what was agreed."""
    none = np.zeros(len(body), dtype=bool)
    edges = pd.concat([body.iloc[:_EDGE], body.iloc[_EDGE:].iloc[-_EDGE:]])
    texts = {at: [text for text in edges[at].unique() if 0 < len(text) <= _LONGEST] for at in labels}
    drawn = {at: figures(said) for at, said in texts.items()}
    agreed = {at: [text for text in said if is_agreed(text)] for at, said in texts.items()}
    return _holding(body, drawn, none), _holding(body, agreed, none)


def _holding(body: pd.DataFrame, said: Mapping[int, Collection[str]], none: np.ndarray) -> np.ndarray:
    """The rows that hold one of some texts in a column that has them."""
    return reduce(np.logical_or, (body[at].isin(list(texts)).to_numpy() for at, texts in said.items() if texts), none)


def _again(body: pd.DataFrame, headings: Sequence[Heading]) -> np.ndarray:
    """The rows that say in every column what stands above it; small numbers alone may as well be somebody's answers."""
    said = {one.at: {one.text, *one.said} for one in headings if one.text}
    return again(body, {} if are_plain(one.text for one in headings) else said)


def _notes(body: pd.DataFrame, answered: np.ndarray, cells: np.ndarray, framework: Framework) -> np.ndarray:
    """The rows of notes, and of the key of the levels, after the last row of a member."""
    start = max(0, len(body) - _TAIL)
    tail = [[text.strip() for text in texts if text.strip()]
            for texts in body.iloc[start:].itertuples(index=False, name=None)]  # fmt: skip
    gaps = np.diff(body.index.to_numpy(), prepend=body.index[:1].to_numpy())[start:] > 1
    like = [_is_key(texts, framework) or is_note(texts) for texts in tail]
    last = max((at for at, texts in enumerate(tail) if answered[start + at] and not like[at]), default=-1)
    silent = [at for at in range(last + 1, len(tail)) if like[at] or (gaps[at] and len(tail[at]) == 1)]
    first = silent[0] if silent else len(tail)
    notes = np.zeros(len(body), dtype=bool)
    notes[start + first :] = cells[start + first :] > 0
    return notes


def is_note(texts: Sequence[str]) -> bool:
    if not texts:
        return False
    said = len(texts) == 1 and (any(sign in texts[0] for sign in ":=") or len(texts[0].split()) >= _WORDS)
    return said or is_below(texts[0])


def _is_key(texts: Sequence[str], framework: Framework) -> bool:
    """Whether a row says of a level what it is called: its code in one cell and its label in the next."""
    if len(texts) != 2:
        return False
    one, other = (read_answer(text, framework) for text in texts)
    labels = {level.label.casefold() for level in framework.levels}
    return bool(one and other) and one == other and any(text.casefold().rstrip(".") in labels for text in texts)
