"""Tables below each other on one sheet, and items whose number stands in two columns: made into what layouts read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._naming import is_ref, names_of, namings
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import RawSheet

_ROWS, _COLUMNS, _MOST = 30, 60, 5_000
"""Rows and columns in which headings are looked for, and rows of a table with items in rows."""
_SECTIONS = {"section", "area", "theme", "heading", "category", "domain", "part"}
_NUMBERS = {"no", "nr", "number", "item", "item no", "ref", "standard", "standard no", "question", "question no",
            "key feature"}  # fmt: skip


def blocks(sheet: RawSheet, framework: Framework) -> tuple[RawSheet, ...]:
    """The tables of a sheet that stand below each other, each with its own headings and the same items.

    A row above the headings of a table is its own: a name may stand there.

    Returns
    -------
    tuple of RawSheet
        Two or more, or none where the sheet is no such one.
    """
    cells = sheet.cells
    if len(cells) > _MOST:
        return ()
    heads = next((found for at in list(cells)[:_COLUMNS] if len(found := _heads(cells[at], framework)) > 1), [])
    if not heads:
        return ()
    at = next(at for at in cells if _heads(cells[at], framework) == heads)
    known = namings(cells[at].unique(), names_of(framework))
    items = [place for place, text in enumerate(cells[at]) if text in known and known[text].item]
    starts = [0, *(max((place for place in items if place < head), default=-1) + 1 for head in heads[1:])]
    parts = [cells.iloc[one:other] for one, other in zip(starts, [*starts[1:], len(cells)], strict=True)]
    named = [[known[text].item for text in part[at] if text in known and known[text].item] for part in parts]
    if not all(len(some) > 1 for some in named) or not any(set(named[0]) & set(some) for some in named[1:]):
        return ()
    return tuple(replace(sheet, cells=part) for part in parts)


def _heads(texts: pd.Series, framework: Framework) -> list[int]:
    """The places of the rows in which a column is headed Ref or the like."""
    return [place for place, text in enumerate(texts) if is_ref(text, framework)]


def numbered(sheet: RawSheet, framework: Framework) -> RawSheet | None:
    """The sheet with the number of each item in one cell where its section’s number or title stands in another.

    None where there are no two such columns, or they name less than half of the items, or any that is none.
    """
    cells = sheet.cells
    for place in range(min(_ROWS, len(cells)) if len(cells) <= _MOST else 0):
        row = [bare(text).removesuffix("s") for text in cells.iloc[place]]
        first = next((at for at, text in enumerate(row) if text in _SECTIONS), None)
        second = next((at for at, text in enumerate(row) if text in _NUMBERS), None)
        if first is not None and second is not None:
            body = cells.iloc[place + 1 :]
            ids = _ids(body[first], body[second], framework)
            return _with(sheet, second, body, ids) if ids else None
    return None


def _ids(sections: pd.Series, numbers: pd.Series, framework: Framework) -> list[str]:
    """By row the id that two columns make; nothing where they make less than half of the ids, or others."""
    titles = {bare(name): section.number or section.id
              for section in framework.sections for name in (section.id, section.title)}  # fmt: skip
    carried = _carried([titles.get(_less_number(text)) or _leading(text) for text in sections])
    made = [f"{section}.{_leading(number)}" if _leading(number) else ""
            for section, number in zip(carried, numbers, strict=True)]  # fmt: skip
    given, known = [id for id in made if id], {item.id for item in framework.items}
    good = set(given) <= known and len(set(given)) == len(given) and 2 * len(given) >= len(known)
    return made if good else []


def _carried(texts: Iterable[str]) -> list[str]:
    last, found = "", []
    for text in texts:
        last = text or last
        found.append(last)
    return found


def _leading(text: str) -> str:
    """The whole number at the beginning of a text."""
    said = re.match(r"\s*0*(\d{1,3})(?:[.,]0*)?(?!\d)", text)
    return said[1] if said else ""


def _less_number(text: str) -> str:
    return re.sub(r"^(?:section |part )?(?:[0-9]+ )?", "", bare(text))


def _with(sheet: RawSheet, at: int, body: pd.DataFrame, ids: Sequence[str]) -> RawSheet:
    """The sheet with ids in one of its columns, in the rows that have one."""
    said = pd.Series(ids, index=body.index, dtype="str")
    own = sheet.cells[at].mask(said.reindex(sheet.cells.index, fill_value="") != "", said.reindex(sheet.cells.index))
    return replace(sheet, cells=pd.concat([own if one == at else sheet.cells[one] for one in sheet.cells], axis=1))
