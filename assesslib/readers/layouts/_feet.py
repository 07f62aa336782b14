"""What stands below the responses of a survey tool's export and is none: a total, a note, a line about the print."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._again import told
from assesslib.readers.layouts._below import is_note
from assesslib.readers.layouts._table_words import figures, is_agreed
from assesslib.readers.records import ANSWER, DROPPED, WHEN, Heading

_TAIL = 200
"""Rows at the end of an export among which such lines are looked for."""
WHAT = {
    "figure": "begins a row of figures drawn from the answers; it was left out",
    "note": "is a note and no response; the row was left out",
    "agreed": "begins a row that the tool did not write, and holds what was agreed; it was left out",
}
"""What is told of such a line, by its kind."""
_APART = "Move it to a file or sheet of its own, with Ref and Consensus above the columns; or delete it."
_ZONE = 4
"""Letters that a time may have more than another has: “am GMT”."""


def without_feet(cells: pd.DataFrame, headings: Sequence[Heading], file: str) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """The responses of an export without the lines below them that nobody sent, and what is told of these.

    A tool gives every response a number or a time: a row that has neither, and in their place words or nothing, was
    written by somebody afterwards. It is left out where it says nothing besides, or is called like a figure; a row
    with answers is somebody's, or what was agreed if it is called so, which is asked about.

    Parameters
    ----------
    cells : DataFrame
        The rows below the headings.
    headings : sequence of Heading
        The columns, with their use.
    file : str
        The file as faults name it.
    """
    own = [one.at for one in headings if one.use in (*WHEN, DROPPED) and _is_numbered(cells, one.at)]
    if not own:
        return cells, ()
    answers = {one.at for one in headings if one.use == ANSWER}
    first = {at: cells[at].iloc[0].strip() for at in own}
    start = max(1, len(cells) - _TAIL)
    tail = [_filled(row) for row in cells.iloc[start:].itertuples(index=False, name=None)]
    kinds = [""] * start + [_kind(filled, first, answers) for filled in tail]
    rows = {kind: np.array([one == kind for one in kinds], dtype=bool) for kind in WHAT}
    faults = tuple(fault for kind, what in WHAT.items()
                   for fault in told(cells, rows[kind], what, file, _APART if kind == "agreed" else ""))  # fmt: skip
    return (cells[[not kind for kind in kinds]], faults) if faults else (cells, ())


def _is_numbered(cells: pd.DataFrame, at: int) -> bool:
    """Whether the first response has a number or a time in a column."""
    return len(cells) > 1 and cells[at].iloc[0].strip()[:1].isdigit()


def _filled(row: Sequence[str]) -> dict[int, str]:
    return {at: text.strip() for at, text in enumerate(row) if text.strip()}


def _kind(filled: dict[int, str], first: dict[int, str], answers: set[int]) -> str:
    """One of `WHAT` for a row that nobody sent, else ""."""
    silent = answers.isdisjoint(filled)
    if filled and silent and _is_total(filled, first):
        return "figure"
    if not filled or _is_sent(filled, first):
        return ""
    if not silent and any(is_agreed(text) for at, text in filled.items() if at not in answers):
        return "agreed"
    alone = silent and next(iter(filled)) in first
    return kind_of([*filled.values()]) or ("note" if alone else "")


def _is_total(filled: dict[int, str], first: dict[int, str]) -> bool:
    """Whether a row is called like a figure and has not all that the tool gives a response: a number, and no time."""
    called = [text for at, text in filled.items() if at not in first]
    return not first.keys() <= filled.keys() and bool(figures(called[:1]))


def kind_of(texts: Sequence[str]) -> str:
    """What the cells of a row say that holds no answer: ``figure``, ``note`` or "" where it may be somebody's.

    Examples
    --------
    >>> kind_of(["Total", "12"]), kind_of(["Printed on 1 March by the office"]), kind_of(["Ann Bell"])
    ('figure', 'note', '')
    """
    return "figure" if figures(texts[:1]) else "note" if is_note(texts) else ""


def _is_sent(filled: dict[int, str], first: dict[int, str]) -> bool:
    """Whether a row has a number or a time where the first response has one.

    A total has a number too, but a word before all others in such a place.
    """
    worded = next(iter(filled)) in first
    own = [filled[at] for at in first if at in filled][: 1 if worded else None]
    return any(text[0].isdigit() and _letters(text) <= _most(first.values()) for text in own)


def _most(texts: Iterable[str]) -> int:
    most = max(map(_letters, texts))
    return most + _ZONE if most else 0


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
