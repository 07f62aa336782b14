"""What is said of a sheet that no layout reads: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.layouts import _ticks, wide
from assesslib.readers.layouts import long as table
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._lie import Lie, lie_of
from assesslib.readers.layouts._long_heads import GAPS, SEVERAL
from assesslib.readers.layouts._naming import Naming, names_of
from assesslib.readers.layouts._turned import turned_of
from assesslib.readers.records import FilledForm, RawSheet, Responses, Tally

_DEPTH, _NARROW = 400, 60
"""Rows and columns that are looked at for answers."""


def strange(sheet: RawSheet, framework: Framework, others: Sequence[Responses | Tally | FilledForm | RawSheet],
            layouts: Collection[str]) -> Fault:  # fmt: skip
    """Why a sheet is not read.

    Beside sheets that are read it is a note. But where these only count answers, a sheet with answers on it may be one
    of those that they count, and is asked about.

    Parameters
    ----------
    sheet : RawSheet
        The sheet.
    framework : Framework
        What was rated.
    others : sequence
        What the other sheets of the file say.
    layouts : collection of str
        The layouts that a person may choose.
    """
    lie = lie_of(sheet.cells, names_of(framework))
    counts = bool(others) and all(isinstance(one, Tally) for one in others)
    left = bool(others) and not (counts and _is_answered(sheet, lie, framework))
    kinds = () if left else (_turned_tally, _ones, _lacking)
    told = next(filter(None, (kind(sheet, framework) for kind in kinds)), None)
    return told or _unread(sheet, framework, lie, left, layouts)


def _unread(sheet: RawSheet, framework: Framework, lie: Lie, left: bool, layouts: Collection[str]) -> Fault:
    if lie.column.sure > 1:
        what = f"The {framework.term(2)} stand below each other, and no answers under a heading beside them"
        do = "Write the answers beside them, under the name of the person who gave them."
    else:
        first = shorten(", ".join(text for text in sheet.row(0) if text))
        what = f"The headings “{first}” tell no layout that is known, and too few of them name {framework.term(2)}"
        do = f"Check the file, or say which layout it has: {listed(layouts)}."
    return Fault(what, file=sheet.place, do="It is left out." if left else do, handled=left)


def _is_answered(sheet: RawSheet, lie: Lie, framework: Framework) -> bool:
    """Whether answers stand beside the items of a sheet on which these stand below each other."""
    side = sheet.cells.iloc[:_DEPTH, :_NARROW]
    rows = [lie.known.get(text, Naming()).item != "" for text in side[lie.column.at]]
    beside = (side[at][rows] for at in side if at != lie.column.at)
    return any(has_answers([text for text in texts.unique() if not lie.known.get(text, Naming()).item], framework)
               for texts in beside)  # fmt: skip


def _turned_tally(sheet: RawSheet, framework: Framework) -> Fault | None:
    if not wide.is_turned_tally(sheet, framework):
        return None
    return Fault(f"The rows are called like levels, and the numbers in them may be counts as well as ratings of "
                 f"{framework.term(2)}", file=sheet.place,
                 do="If they are people, head the first column with Name; if not, write the levels side by side "
                    f"and the {framework.term(2)} below each other.")  # fmt: skip


def _lacking(sheet: RawSheet, framework: Framework) -> Fault | None:
    """What is said of a table with a row for each rating that cannot be read."""
    missing, row = table.lacks(sheet, framework)
    if not missing:
        return None
    term = framework.item_term
    why, do = {
        "member": ("none of its headings says who gave it", "Head the column that does with Name."),
        "level": ("none of its headings says which level was given", "Head the column that does with Rating."),
        "item": (f"none of its headings says which {term} it is of",
                 f"Head the column that does with {term.capitalize()}."),
        SEVERAL: ("several of its headings say who gave it, or which level",
                  "Head one column with Name and one with Rating, and the others otherwise."),
        GAPS: ("who gave it stands in some of the rows alone", "Write the name into every row."),
    }[missing]  # fmt: skip
    return Fault(f"The table seems to have a row for each rating, and {why}", file=sheet.place, row=row, do=do)


def _ones(sheet: RawSheet, framework: Framework) -> Fault | None:
    turned = turned_of(sheet.cells, framework)
    if turned is None or not _ticks.is_ones(turned):
        return None
    return Fault("Each row holds a single 1 under the levels: one person’s ticks, or the counts of one answer",
                 file=sheet.place, row=int(sheet.cells.index[turned.first]),
                 do="If they are ticks, write x in their place; if they are counts, say that the layout is "
                    "tally.")  # fmt: skip
