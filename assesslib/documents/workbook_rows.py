"""The rows of a questionnaire that was sent back: what each answers, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assesslib.assessment import Assessment
from assesslib.documents.workbook_open import text_of
from assesslib.documents.workbook_sheet import ANSWER, COMMENT, DONT_KNOW, LAST_YEAR, NOT_APPLICABLE
from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.pasted import read_answer
from assesslib.rules import row_faults, tidied

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_SIDE = re.compile(r"\s*([^:=]+?)\s*[:=]\s*(.+?)\s*")
_ROUNDS = {ANSWER: "1", LAST_YEAR: "0"}
Row = dict[str, str]
Part = Row | Fault


@dataclass(frozen=True)
class Grid:
    """Where the rows of a questionnaire stand.

    Attributes
    ----------
    place : str
        The file and the sheet as faults name them.
    header : int
        The row of the titles.
    columns : mapping
        By title the number of its column; "" is that of the wording.
    """

    place: str
    sheet: Worksheet
    header: int
    columns: Mapping[str, int]
    assessment: Assessment

    @property
    def framework(self) -> Framework:
        return self.assessment.framework

    def cell(self, row: int, title: str) -> Cell:
        """The cell of a row under a title."""
        return self.sheet.cell(row, self.columns[title])

    def text(self, row: int, title: str) -> str:
        """The text of a cell under a title; nothing where the sheet has no such column."""
        return text_of(self.cell(row, title)) if title in self.columns else ""

    def fault(self, what: str, row: int, title: str, do: str, value: str | None = None) -> Fault:
        """A fault of a cell."""
        place = f"{self.cell(row, title).column_letter} ({title or self.framework.item_term})"
        return Fault(what, self.place, row=row, column=place, value=value, do=do)


def grid_of(place: str, sheet: Worksheet, assessment: Assessment) -> Grid | None:
    """Where the rows of a sheet stand, found by the titles of its columns; None where those are gone."""
    wording = assessment.framework.item_term.capitalize()
    for row in range(1, min(sheet.max_row, 30) + 1):
        titles = {text_of(cell): cell.column for cell in sheet[row]}
        if {ANSWER, COMMENT, wording} <= titles.keys():
            known = {title: titles[title] for title in (ANSWER, LAST_YEAR, COMMENT) if title in titles}
            return Grid(place, sheet, row, known | {"": titles[wording]}, assessment)
    return None


def read_rows(grid: Grid) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """The answers of a questionnaire in the framework's order, and its faults."""
    ids = {row: text_of(grid.sheet.cell(row, 1)) for row in range(grid.header + 1, grid.sheet.max_row + 1)}
    told = {row: id for row, id in ids.items() if any(grid.text(row, title) for title in grid.columns if title)}
    often = Counter(told.values())
    parts = [part for row, id in told.items() for part in _line(grid, row, id, often[id])]
    order = {item.id: place for place, item in enumerate(grid.framework.items)}
    rows = sorted((part for part in parts if isinstance(part, dict)), key=lambda row: order[row["item"]])
    faults = (part for part in parts if isinstance(part, Fault))
    return tuple(rows), (*faults, *_gone(grid, ids.values()), *_unasked(grid, told))


def _line(grid: Grid, row: int, id: str, often: int) -> Iterator[Part]:
    """The rows or faults of a row that says something; ``often``: in how many rows its item does."""
    known = {item.id: item for item in grid.framework.items}
    if id not in known:
        yield from _astray(grid, row)
    elif often > 1:
        what = f"{grid.framework.item_term.capitalize()} {id} is answered in more than one row"
        yield grid.fault(what, row, ANSWER, "Keep one of them.")
    elif _plain(grid.text(row, "")) != _plain(known[id].text):
        yield _reworded(grid, row, id)
    else:
        yield from _answers(grid, row, id)


def _astray(grid: Grid, row: int) -> Iterator[Fault]:
    what = f"stands in a row that is none of the {grid.framework.term(2)}"
    do = f"Move it to the row of its {grid.framework.item_term}."
    texts = ((title, grid.text(row, title)) for title in grid.columns if title)
    return (grid.fault(what, row, title, do, text) for title, text in texts if text)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _reworded(grid: Grid, row: int, id: str) -> Fault:
    term, text = grid.framework.item_term, grid.text(row, "")
    other = next((item.id for item in grid.framework.items if _plain(item.text) == _plain(text)), "")
    what = f"is the wording of {term} {other}, and stands in the row of {term} {id}" if other else (
        f"is not how {term} {id} is worded")  # fmt: skip
    return grid.fault(what, row, "", "Ask what the answer was given to, and put the wording right.", text)


def _answers(grid: Grid, row: int, id: str) -> Iterator[Part]:
    """What is said of an item: today, with the comment, then of last year where that is asked."""
    comment = grid.text(row, COMMENT)
    if grid.cell(row, COMMENT).data_type == "f":
        yield replace(grid.fault("is a formula, kept as this text", row, COMMENT, "", comment), handled=True)
    today = list(_said(grid, row, ANSWER, id))
    yield from _commented(today, comment, id) if comment else today
    if grid.assessment.settings.looking_back and LAST_YEAR in grid.columns:
        yield from _said(grid, row, LAST_YEAR, id)


def _commented(today: Sequence[Part], comment: str, id: str) -> Iterator[Part]:
    """The comment goes with each side of a split answer, and stands alone where there is no answer."""
    if not today:
        yield _row(id, "1", "blank") | {"comment": comment}
    split = len(today) > 1
    for place, part in enumerate(today):
        bare = isinstance(part, Fault) or (split and place == 0)
        yield part if bare else part | {"comment": comment}


def _said(grid: Grid, row: int, title: str, id: str) -> Iterator[Part]:
    """The rows that an answer stands for: one, several where it is split, none where the cell is empty."""
    text, framework = grid.text(row, title), grid.framework
    if not text:
        return
    if grid.cell(row, title).data_type == "f":
        yield grid.fault("is a formula", row, title, "Write as text what it is to say.", text)
    elif answer := read_answer(text, framework):
        yield _row(id, _ROUNDS[title], *answer)
    elif sides := _sides(text, framework):
        yield from _split(grid, row, title, id, sides)
    else:
        yield grid.fault("is not an answer", row, title, _allowed(framework), text)


def _row(item: str, turn: str, state: str, level: str = "", facet: str = "") -> Row:
    return {"item": item, "facet": facet, "round": turn, "state": state, "level": level, "comment": ""}


def _sides(text: str, framework: Framework) -> dict[str, str]:
    """The level of each side of a split answer; nothing where a text is none."""
    found = [_SIDE.fullmatch(part) for part in re.split(r"[;\n]", text) if part.strip()]
    said = [(side[1], read_answer(side[2], framework)) for side in found if side]
    levels = {name: answer[1] for name, answer in said if answer and answer[1]}
    return levels if 1 < len(levels) == len(found) else {}


def _split(grid: Grid, row: int, title: str, id: str, sides: Mapping[str, str]) -> Iterator[Part]:
    """The whole answer is blank and each side has a level, as `Assessment.rate_split` writes them."""
    rows = [tidied(_row(id, _ROUNDS[title], "split", level, facet), grid.framework) for facet, level in sides.items()]
    wrong = [fault for one in rows for fault in row_faults(one, grid.framework)]
    if wrong:
        names = listed(facet.label for facet in grid.framework.facets)
        yield grid.fault("names a side that is none", row, title, f"Name these: {names}.", grid.text(row, title))
    else:
        yield from (_row(id, _ROUNDS[title], "blank"), *rows)


def _allowed(framework: Framework) -> str:
    offered = listed((*framework.codes, DONT_KNOW, NOT_APPLICABLE))
    return f"Pick an answer from the list ({offered}), or empty the cell."


def _gone(grid: Grid, ids: Iterable[str]) -> Iterator[Fault]:
    there = set(ids)
    gone = [item.id for item in grid.framework.items if item.id not in there]
    if gone:
        what = f"has no row any more for {grid.framework.term(len(gone))} {listed(gone, 40)}: taken as passed over"
        yield Fault(what, value=grid.place, handled=True)


def _unasked(grid: Grid, ids: Iterable[int]) -> Iterator[Fault]:
    if not grid.assessment.settings.looking_back and any(grid.text(row, LAST_YEAR) for row in ids):
        what = "looks back at last year, which this assessment does not ask for: those answers were left out"
        yield Fault(what, value=grid.place, handled=True)
