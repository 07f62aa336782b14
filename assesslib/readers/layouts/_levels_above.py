"""Whether levels of the scale stand above the columns of a table, or among its cells."""

from collections.abc import Iterable

from assesslib.framework import Framework
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.matching.levels import Reading, read_levels, scale_of
from assesslib.readers.pasted import read_answer

_LONGEST, _MOST = 300, 400


def readings(table: Turned) -> dict[int, Reading]:
    """What the heading of each column beside the items says as a level or state."""
    texts = {at: whole(table.heading(at))[:_LONGEST] for at in table.columns[:_MOST]}
    found = read_levels([text for text in texts.values() if text], scale_of(table.framework))
    return {at: found[text] for at, text in texts.items() if text}


def is_scale(table: Turned) -> bool:
    """Whether levels stand above the columns, and not people who are called like them.

    People may be called A, B and C; then levels stand below them and not counts.
    """
    found = readings(table)
    levels = [at for at, one in found.items() if one.level]
    if len({found[at].level for at in levels}) < 2:
        return is_counted_through(found, table)
    worded = len({found[at].level for at in levels if found[at].how != "code"}) > 1
    return worded or not _lettered(table, levels)


def is_counted_through(found: dict[int, Reading], table: Turned) -> bool:
    """Whether the numbers 1 to k of a scale of k levels stand above columns of counts: all rows have the same sum."""
    numbers = {one.number: at for at, one in found.items() if one.how == "number?"}
    k = len(table.framework.levels)
    return sorted(numbers) == list(range(1, k + 1)) and even(table, list(numbers.values()))


def _lettered(table: Turned, columns: Iterable[int]) -> bool:
    """Whether most of the cells in some columns are levels, and not written as numbers."""
    texts = [text.strip() for at in columns for text in table.cells[at].iloc[table.first :] if text.strip()]
    levels = [text for text in texts if not whole(text).isdecimal() and read_answer(text, table.framework)]
    return 2 * len(levels) > len(texts)


def has_answers(texts: Iterable[str], framework: Framework) -> bool:
    """Whether any of some texts may be an answer."""
    return any(read_answer(whole(text.strip()), framework) for text in list(texts)[:_MOST] if 0 < len(text) < _LONGEST)


def even(table: Turned, columns: list[int]) -> bool:
    """Whether some columns of whole numbers have the same sum in every row that holds any, in three rows or more."""
    rows = table.cells.iloc[table.first :][columns].itertuples(index=False, name=None)
    counted = [[whole(text.strip()) for text in cells if text.strip()] for cells in rows]
    sums = {sum(map(int, cells)) for cells in counted if cells and all(map(is_count, cells))}
    return len(sums) == 1 and sum(bool(cells) and all(map(is_count, cells)) for cells in counted) > 2


def is_count(text: str) -> bool:
    """Whether a text is a whole number that may be a number of answers.

    Examples
    --------
    >>> [is_count(text) for text in ("12", "0", "-1", "1.5", "x", "")]
    [True, True, False, False, False, False]
    """
    return text.isascii() and text.isdecimal() and len(text) < 8
