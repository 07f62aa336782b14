"""A table of one person's ticks: items in rows, levels above the columns, and a tick in one of them."""

from collections.abc import Iterable, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._item_rows import UNKNOWN, item_headings, kinds_of, left_out
from assesslib.readers.layouts._levels_above import is_scale, readings
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.records import ANSWER, DROPPED, WHEN, WHO, Heading, RawSheet, Responses, letter

NAME, TITLE = "ticks", "a table of one person’s ticks"
_TICKS = {"x", "✓", "✔", "✅", "☑", "☒", "■", "●", "•", "√", "ü", "*", "y", "yes", "true", "tick", "ticked"}
_NOTHING = {"☐", "□", "○", "n", "no", "false"}
_NUMBERS = {"0", "1"}
_STATES = ("rated", "dont_know", "not_applicable", "blank")


def is_ticked(table: Turned) -> bool:
    """Whether ticks stand under the levels, and hardly anything else; numbers are none."""
    if not is_scale(table):
        return False
    texts = [text for texts in _rows(table).to_dict("list").values() for text in texts if text]
    marks = [text for text in texts if text in _TICKS | _NOTHING]
    return bool(set(marks) & _TICKS) and 5 * len(marks) > 4 * len(texts)


def is_ones(table: Turned) -> bool:
    """Whether a single 1 stands in each row under the levels: ticks, or the counts of one answer to each item."""
    if not is_scale(table):
        return False
    rows = [[text for text in cells if text] for cells in _rows(table).itertuples(index=False, name=None)]
    filled = [cells for cells in rows if cells]
    return len(filled) > 1 and all(set(cells) <= _NUMBERS and cells.count("1") == 1 for cells in filled)


def _levels(table: Turned) -> list[int]:
    """The columns headed by a level, or by what stands for no rating."""
    return [at for at, one in readings(table).items() if one.taken and one.state in _STATES]


def _rows(table: Turned) -> pd.DataFrame:
    """The cells under the levels, as they are compared."""
    return table.cells.iloc[table.first :][_levels(table)].map(lambda text: whole(text.strip()).casefold())


def read_ticks(table: Turned, sheet: RawSheet) -> Responses:
    """One person's answers: of each item the headings of the columns that are ticked.

    A row in which something else stands than ticks is left out, which is a fault.
    """
    levels = _levels(table)
    kinds = kinds_of(table, levels)
    marks = _rows(table)
    odd = {(row, at): sheet.cells.at[row, at] for row in marks.index for at in levels
           if marks.at[row, at] and marks.at[row, at] not in _TICKS | _NOTHING}  # fmt: skip
    headings = tuple(_placed(one, {row for row, _ in odd}) for one in item_headings(table, kinds))
    said = {one.at: _ticked(table, marks, one.at) for one in headings if one.use == ANSWER}
    answers = pd.DataFrame([said], index=levels[:1], columns=list(said), dtype="str")
    people = pd.DataFrame("", index=levels[:1], columns=[*WHO, *WHEN, "mark"], dtype="str")
    faults = (*_odd(odd, table, headings, sheet.place), *_nameless(kinds, headings, table, sheet.place),
              *_beside(table, levels, sheet.place), *left_out(table, headings, kinds, sheet.place))  # fmt: skip
    return Responses(NAME, headings, people, answers, turned=True, faults=faults)


def _ticked(table: Turned, marks: pd.DataFrame, row: int) -> str:
    """The headings of what is ticked in a row, with semicolons between several."""
    return "; ".join(table.heading(at) for at in marks if marks.at[row, at] in _TICKS)


def _placed(one: Heading, odd: set[int]) -> Heading:
    if one.use == ANSWER and not one.said:
        return Heading(one.at, one.text, use=DROPPED, why="nothing says what was rated")
    why = "something else than a tick stands in it"
    return Heading(one.at, one.text, use=DROPPED, why=why) if one.use == ANSWER and one.at in odd else one


def _odd(odd: dict[tuple[int, int], str], table: Turned, headings: Sequence[Heading], file: str) -> Iterable[Fault]:
    rows = {one.at for one in headings if one.why.startswith("something else")}
    for (row, at), text in odd.items():
        if row in rows:
            yield Fault("is no tick; the row was left out", file=file, row=int(row), value=text.strip(),
                        column=f"{letter(at)} ({table.heading(at)})",
                        do="Leave one x in the row, under its level.")  # fmt: skip


def _nameless(kinds: pd.Series, headings: Sequence[Heading], table: Turned, file: str) -> Iterable[Fault]:
    for one in headings:
        if one.use == DROPPED and kinds[one.at] == UNKNOWN and not one.text:
            yield Fault(f"The row holds a tick and names no {table.framework.item_term}", file=file, row=one.at,
                        do="Write the ref before it, or empty the row.")  # fmt: skip


def _beside(table: Turned, levels: Sequence[int], file: str) -> Iterable[Fault]:
    """Columns with text that are no level."""
    for at in table.columns:
        filled = any(text.strip() for text in table.cells[at].iloc[table.first :])
        if at not in levels and filled:
            yield Fault("was left out: no level of the scale stands above it", file=file,
                        value=table.heading(at) or None, column=letter(at), handled=True)  # fmt: skip
