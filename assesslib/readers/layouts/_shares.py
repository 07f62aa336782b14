"""Shares in the place of counts: percentages tell how the answers are divided, and not how many there are."""

import re
from collections.abc import Iterable, Mapping

from assesslib.faults import Fault
from assesslib.readers.layouts._levels_above import is_scale, readings
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.matching.wording import bare

_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(%?)")
_HOW_MANY = {"n", "responses", "number of responses", "total responses", "members", "number of members", "answers",
             "number of answers", "base", "respondents"}  # fmt: skip
_STATES = ("rated", "dont_know", "not_applicable", "blank")
_DO = "Write how often each level was given: shares do not tell how many answered."


def share_fault(table: Turned, file: str) -> Fault | None:
    """What is wrong with a table that holds shares where counts belong; None where it holds counts."""
    found = readings(table)
    columns = [at for at, one in found.items() if one.taken and one.state in _STATES]
    if len({found[at].level for at in columns} - {""}) < 2 or not is_scale(table):
        return None
    rows = [row for row in _rows(table, columns) if row]
    numbers = [number for row in rows for number in row.values()]
    if not numbers:
        return None
    place = {"file": file, "row": int(table.cells.index[table.first])}
    if 2 * sum(one.endswith("%") for one in numbers) > len(numbers):
        return Fault("The cells are percentages, and numbers of answers are needed", **place, do=_DO)
    levels = [at for at in columns if found[at].level]
    part = _adding_up([_sum(row, levels) for row in rows], [_sum(row, columns) for row in rows])
    parts = any(not whole(one).isdecimal() for one in numbers)
    if part and parts:
        what = f"The numbers of every row add up to {part}: they are shares, and numbers of answers are needed"
        return Fault(what, **place, do=_DO)
    if part == 100 and not _is_counted(table):
        what = f"The numbers of every row add up to {part}, so that they may be percentages"
        return Fault(what, **place, do="Write how often each level was given; or if it is so and 100 answered, head a "
                                       "column with Responses and write 100 into each row.")  # fmt: skip
    return None


def _rows(table: Turned, columns: Iterable[int]) -> Iterable[dict[int, str]]:
    """By column the numbers of each row, a sign of percent behind them."""
    for cells in table.cells.iloc[table.first :][list(columns)].to_dict("records"):
        yield {at: found[1].replace(",", ".") + found[2] for at, text in cells.items()
               if (found := _NUMBER.fullmatch(text.strip()))}  # fmt: skip


def _sum(row: Mapping[int, str], columns: Iterable[int]) -> float:
    return sum(float(row[at].rstrip("%")) for at in columns if at in row)


def _adding_up(levels: list[float], every: list[float]) -> int:
    """What all rows add up to but for rounding, of the levels or with the other columns: 1, 100, or 0."""
    for sums in (levels, every):
        if len(sums) > 1 and all(abs(one - 100) <= 1.5 for one in sums) and any(abs(one - 100) < 0.05 for one in sums):
            return 100
    if len(levels) > 1 and any(all(0.97 <= one <= 1.03 for one in sums) for sums in (levels, every)):
        return 1
    return 0


def _is_counted(table: Turned) -> bool:
    """Whether a column says how many answered, and it is 100 or so."""
    said = [at for at in table.columns if bare(table.heading(at)) in _HOW_MANY]
    texts = [whole(text.strip()) for at in said for text in table.cells[at].iloc[table.first :] if text.strip()]
    return bool(texts) and all(text in ("99", "100", "101") for text in texts)
