"""A table of how often each level was given to each item, and nobody knows by whom: Ref, a, b, c, d, e."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._item_rows import UNKNOWN, item_headings, kinds_of, left_out
from assesslib.readers.layouts._levels_above import even, is_count, is_counted_through, readings
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._shares import share_fault
from assesslib.readers.layouts._ticks import is_ones
from assesslib.readers.layouts._turned import Turned, turned_of
from assesslib.readers.matching.levels import Reading
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import DROPPED, ERROR, FORMULA, Heading, RawSheet, Tally, letter

NAME, TITLE = "tally", "a table of how often each level was given"
_TOTALS = {"total", "totals", "sum", "n", "count", "responses", "base", "all", "members", "answers", "total responses",
           "number of responses", "number of members", "total number"}  # fmt: skip
_STATES = ("dont_know", "not_applicable", "blank")
_ALSO_BLANK = {"blank", "blanks", "empty", "missing", "no reply", "left blank", "not rated"}


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether two levels or more stand above columns of whole numbers, and items before the rows.

    Headings of one letter may be people too. Where the cells below may be their ratings as well as counts, nothing is
    recognised: no cell is 0 or empty, none is above the scale, and the rows do not have the same sum. Nor is it where
    each row holds a single 1, which may be a tick. A table of shares is recognised, to be refused.
    """
    table = turned_of(sheet.cells, framework)
    return table is not None and not is_ones(table) and (_counts(table) or share_fault(table, "") is not None)


def _counts(table: Turned) -> bool:
    found = readings(table)
    levels = [at for at, one in found.items() if one.level]
    if len({found[at].level for at in levels}) < 2:
        return is_counted_through(found, table)
    texts = [whole(text.strip()) for at in levels for text in table.cells[at].iloc[table.first :]]
    given = [text for text in texts if text]
    if 2 * sum(map(is_count, given)) <= len(given):
        return False
    return any(found[at].how != "code" for at in levels) or not _may_be_ratings(table, levels)


def _may_be_ratings(table: Turned, levels: list[int]) -> bool:
    """Whether the numbers below letters may be the ratings of people who are called A, B and C."""
    rows = table.cells.iloc[table.first :][levels].itertuples(index=False, name=None)
    cells = [whole(text.strip()) for row in rows if any(text.strip() for text in row) for text in row]
    k = len(table.framework.levels)
    within = all(is_count(text) and 1 <= int(text) <= k for text in cells)
    return within and len(cells) > len(levels) and not even(table, levels)


def read(sheet: RawSheet, framework: Framework) -> Tally:
    """Read a table of counts: items from its rows, levels from the headings of its columns."""
    table = turned_of(sheet.cells, framework)
    if table is None:
        return _unread(sheet, framework)
    if shares := share_fault(table, sheet.place):
        return Tally(NAME, (), (), pd.DataFrame(index=[], dtype="str"), (shares,))
    found = readings(table)
    levels = tuple(_level(table, at, found) for at in table.columns)
    columns = [one.at for one in levels if one.use != DROPPED]
    kinds = kinds_of(table, columns)
    items = tuple(_item(one) for one in item_headings(table, kinds))
    texts = _texts(sheet.cells, [one.at for one in items if one.use != DROPPED], columns)
    good = texts.map(is_count) | texts.eq("")
    faults = (
        *_cell_faults(texts, good, levels, sheet),
        *_formulas(texts, levels, sheet),
        *_totals(table, levels, texts.where(good, ""), found, sheet.place),
        *_nothing(kinds, items, framework, sheet.place),
        *left_out(table, items, kinds, sheet.place),
    )
    return Tally(NAME, items, levels, texts.where(good, ""), faults)


def _unread(sheet: RawSheet, framework: Framework) -> Tally:
    """Nothing, and why."""
    fault = Fault(f"No column names the {framework.term(2)} with a row above it that names the levels",
                  file=sheet.place, do=f"Head the columns with Ref, {', '.join(framework.codes)}.")  # fmt: skip
    return Tally(NAME, (), (), pd.DataFrame(index=[], dtype="str"), (fault,))


def _level(table: Turned, at: int, found: Mapping[int, Reading]) -> Heading:
    """A column: a level or a state to be matched, or what is left out and why."""
    text = table.heading(at)
    if not text:
        return Heading(at, text, use=DROPPED, why="no heading stands above it")
    if bare(text) in _TOTALS:
        return Heading(at, text, use=DROPPED, why="a total of the other columns")
    one = found.get(at, Reading())
    if one.level or one.state in _STATES or bare(text) in _ALSO_BLANK or one.how == "number?":
        return Heading(at, text, (text,))
    counted = [whole(cell.strip()) for cell in table.cells[at].iloc[table.first :] if cell.strip()]
    if counted and all(map(is_count, counted)):
        return Heading(at, text, (text,))
    return Heading(at, text, use=DROPPED, why="it holds no counts of a level")


def _item(one: Heading) -> Heading:
    nothing = not one.said and one.use != DROPPED
    return Heading(one.at, one.text, use=DROPPED, why="nothing says what was rated") if nothing else one


def _texts(cells: pd.DataFrame, rows: Sequence[int], columns: Sequence[int]) -> pd.DataFrame:
    return cells.loc[list(rows), list(columns)].map(lambda text: whole(text.strip()))


def _cell_faults(texts: pd.DataFrame, good: pd.DataFrame, levels: Sequence[Heading],
                 sheet: RawSheet) -> Iterable[Fault]:  # fmt: skip
    named = {one.at: one.text for one in levels}
    for at in texts:
        for row in texts.index[~good[at]]:
            if sheet.odd.get((int(row), at)) in (FORMULA, ERROR):
                continue
            yield Fault("is not a number of answers", file=sheet.place, row=int(row), column=_column(at, named[at]),
                        value=texts.at[row, at],
                        do="Write a whole number from 0, or empty the cell for none.")  # fmt: skip


def _formulas(texts: pd.DataFrame, levels: Sequence[Heading], sheet: RawSheet) -> Iterable[Fault]:
    """Cells in which a workbook holds a formula and not what came of it, or an error."""
    named = {one.at: one.text for one in levels}
    for (row, at), odd in sheet.odd.items():
        if odd in (FORMULA, ERROR) and at in texts and row in texts.index:
            yield Fault("is a formula without a result" if odd == FORMULA else "is an error and no number",
                        file=sheet.place, row=row, column=_column(at, named[at]), value=texts.at[row, at],
                        do="Open the workbook in Excel, save it and import it again, or write the number.")  # fmt: skip


def _totals(table: Turned, levels: Sequence[Heading], texts: pd.DataFrame, found: Mapping[int, Reading],
            file: str) -> Iterable[Fault]:  # fmt: skip
    """Totals that neither the levels alone nor all counts add up to."""
    own = [at for at in texts if found.get(at, Reading()).level] or list(texts)
    counts = texts.replace("", "0").astype("int64")
    for one in levels:
        if one.why == "a total of the other columns":
            for row in counts.index:
                said = whole(table.cells.at[row, one.at].strip())
                sums = {int(counts.loc[row, own].sum()), int(counts.loc[row].sum())}
                if is_count(said) and int(said) not in sums:
                    yield Fault(f"is not what the counts of the row add up to ({max(sums)}); the counts were taken",
                                file=file, row=int(row), column=_column(one.at, one.text), value=said,
                                handled=True)  # fmt: skip


def _nothing(kinds: pd.Series, items: Sequence[Heading], framework: Framework, file: str) -> Iterable[Fault]:
    for one in items:
        if one.use == DROPPED and kinds[one.at] == UNKNOWN:
            yield Fault(f"The row holds counts and names no {framework.item_term}", file=file, row=one.at,
                        do="Write the ref before them, or empty the row.")  # fmt: skip


def _column(at: int, text: str) -> str:
    return f"{letter(at)} ({text})"
