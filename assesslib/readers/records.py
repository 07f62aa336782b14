"""What stands between another tool's file and tidy ratings: the sheet as it is, and what its layout says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd

from assesslib.faults import Fault

ANSWER, DROPPED = "answer", "dropped"
WHO = ("id", "name", "email", "organisation", "role")
NAMES = ("first", "last")
"""Halves of a name in two columns."""
WHEN = ("started", "submitted")
UNFINISHED, PREVIEW = "unfinished", "preview"
DATE, NUMBER, FORMULA, ERROR = "date", "number", "formula", "error"


@dataclass(frozen=True)
class RawSheet:
    """One table as a file holds it, before anything is known of what it means.

    Attributes
    ----------
    file : str
        The file as the user knows it.
    name : str
        The sheet's title in a workbook; "" for a text file.
    cells : DataFrame
        Texts, "" where a cell is empty. The index counts rows as a spreadsheet does, from 1 (rows that are wholly
        empty are left out); columns are counted from 0.
    odd : mapping
        By row and column the cells of a workbook that do not hold typed text: ``date``, ``number`` (one that is not
        whole), ``formula`` (one without a stored result), ``error``.
    """

    file: str
    cells: pd.DataFrame
    name: str = ""
    odd: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def place(self) -> str:
        """The file, and the sheet where it has several, as faults name them."""
        return f"{self.file}, sheet {self.name}" if self.name else self.file

    def row(self, place: int) -> tuple[str, ...]:
        """The texts of a row, by its place among those that hold anything, from 0."""
        return tuple(self.cells.iloc[place]) if place < len(self.cells) else ()


@dataclass(frozen=True)
class Heading:
    """One column (in a turned table: one row) of a file and what its layout makes of it.

    Attributes
    ----------
    at : int
        The column from 0; in a turned table the row, from 1.
    text : str
        The heading as the file has it, for people to find it by.
    said : tuple of str
        What may name the item, the likeliest first: the statement alone, a code, the whole heading.
    use : str
        ``answer`` (it may be an item), one of `WHO`, `NAMES` or `WHEN`, or ``dropped``.
    why : str
        Why it is dropped, as a clause: "the tool's own number of the response".
    section : str
        The question, group or section that the heading says it stands under, or "".
    """

    at: int
    text: str
    said: tuple[str, ...] = ()
    use: str = ANSWER
    why: str = ""
    section: str = ""


@dataclass(frozen=True)
class Responses:
    """What a file says before any of it is matched: who answered, under which headings, what.

    Attributes
    ----------
    layout : str
        The layout's short name, e.g. ``microsoft-forms``.
    headings : tuple of Heading
        Every column of the file, once, in the order of the file.
    people : DataFrame
        One row a response, indexed by its row in the file: columns `WHO` and `WHEN` (texts, "" where unknown) and
        ``mark`` ("", ``unfinished`` or ``preview``).
    answers : DataFrame
        The texts under the headings whose use is ``answer``: same index, columns are their ``at``.
    turned : bool
        Whether people stand in columns and items in rows: then ``at`` is a row and the index of ``people`` a column.
    agreed : int or None
        The row that holds the consensus, in a turned table the column (it is in ``answers`` and not in ``people``).
    codes : mapping
        By answer text that is a code of the tool's own, the place on the scale it may stand for, from 0 (``A1`` -> 0):
        asked about before it is used.
    faults : tuple of Fault
        What the layout could not read, and what it worked around.
    numbers : Series or None
        The numbers that the tool gave the responses as they came, where the order of their sending may rest on them.
    over : tuple of str
        Short texts alone above the answers of one person whom nothing names: a person says whether they do.
    """

    layout: str
    headings: tuple[Heading, ...]
    people: pd.DataFrame
    answers: pd.DataFrame
    turned: bool = False
    agreed: int | None = None
    codes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()
    numbers: pd.Series | None = None
    ids: pd.Series | None = None
    changed: pd.Series | None = None
    over: tuple[str, ...] = ()

    def texts(self, at: int) -> pd.Series:
        """What the responses say under a heading."""
        column = self.answers[at]
        return column if column.index.equals(self.people.index) else column.loc[self.people.index]

    def kinds(self, at: int) -> tuple[np.ndarray, tuple[str, ...]]:
        """The place of each response's text among the different ones under a heading, and these as they come."""
        if at not in self._kinds:
            self._kinds[at] = kinds_of(self.texts(at))
        return self._kinds[at]

    @cached_property
    def _kinds(self) -> dict[int, tuple[np.ndarray, tuple[str, ...]]]:
        return {}


@dataclass(frozen=True)
class Tally:
    """How often each level was given, of each item; nobody knows by whom.

    Attributes
    ----------
    items : tuple of Heading
        The rows: ``at`` is the row of the file.
    levels : tuple of Heading
        The columns: ``at`` is the column; those that are no level (a total, a comment) are ``dropped``.
    counts : DataFrame
        The texts of the cells, indexed by row, columns by their ``at``.
    """

    layout: str
    items: tuple[Heading, ...]
    levels: tuple[Heading, ...]
    counts: pd.DataFrame
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class FilledForm:
    """What a filled form says: what was agreed and what was noted beside it.

    Attributes
    ----------
    agreed : tuple of dict
        One row an item (or facet): ``item, facet, state, level, note``.
    notes : tuple of dict
        One row a note: ``kind, section, item, text`` and, where the form says, ``owner, due, status``.
    """

    layout: str
    agreed: tuple[dict[str, str], ...] = ()
    notes: tuple[dict[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


def people_of(cells: pd.DataFrame, headings: tuple[Heading, ...], mark: pd.Series | None = None) -> pd.DataFrame:
    """The ``people`` of `Responses` from the rows of a table with people in rows, by the use of its headings.

    Examples
    --------
    >>> cells = pd.DataFrame([["Ann", "b"]], index=[2])
    >>> people_of(cells, (Heading(0, "Name", use="name"), Heading(1, "1")))[["name", "mark"]]
      name mark
    2  Ann
    """
    uses = {heading.use: heading.at for heading in reversed(headings)}
    texts = {use: _trimmed(cells[uses[use]]) if use in uses else "" for use in (*WHO, *WHEN)}
    people = pd.DataFrame(texts, index=cells.index, dtype="str").assign(mark="" if mark is None else mark)
    halves = [_trimmed(cells[uses[use]]) for use in NAMES if use in uses]
    if not halves:
        return people
    joined = halves[0] if len(halves) == 1 else _trimmed(halves[0] + " " + halves[1])
    return people.assign(name=people["name"].where(people["name"] != "", joined))


def _trimmed(texts: pd.Series) -> pd.Series:
    return stripped(texts).rename(None)


def stripped(texts: pd.Series) -> pd.Series:
    """The texts of a column without the space around them: as pandas would, and quicker.

    Examples
    --------
    >>> stripped(pd.Series([" a", "b"], dtype="str")).tolist()
    ['a', 'b']
    """
    said = texts.to_numpy(dtype="object").tolist()
    bare = [text.strip() for text in said]
    return texts if bare == said and texts.dtype == "str" else pd.Series(bare, texts.index, "str", texts.name)


def kinds_of(texts: pd.Series) -> tuple[np.ndarray, tuple[str, ...]]:
    """The place of each text of a column among the different ones, in few bytes, and these in the order they come in.

    Examples
    --------
    >>> places, kinds = kinds_of(pd.Series(["b", "a", "b"]))
    >>> places.tolist(), kinds
    ([0, 1, 0], ('b', 'a'))
    """
    said = texts.to_numpy(dtype="object").tolist()
    once = {text: place for place, text in enumerate(dict.fromkeys(said))}
    return np.fromiter(map(once.__getitem__, said), np.min_scalar_type(len(once)), len(said)), tuple(once)


def answers_of(cells: pd.DataFrame, headings: tuple[Heading, ...]) -> pd.DataFrame:
    """The ``answers`` of `Responses` from the rows of a table with people in rows."""
    return cells[[heading.at for heading in headings if heading.use == ANSWER]]


def letter(column: int) -> str:
    """A column's letters in a spreadsheet, counted from 0.

    Examples
    --------
    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    return (letter(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)
