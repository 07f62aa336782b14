"""The rows of a table with items in rows: items, titles, figures, notes, and the headings once more."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._naming import Names, Naming, is_title, named_in, namings, whole
from assesslib.readers.layouts._table_words import figures, is_below
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.records import DROPPED, Heading

ITEM, TITLE, FIGURE, NOTE, UNKNOWN = "item", "title", "figure", "note", "unknown"
AGAIN, SHIFTED = "again", "shifted"
FIGURES = "figures drawn from the answers"

Texts = Sequence[str]


def kinds_of(table: Turned, answers: Sequence[int]) -> pd.Series:
    """What each row below the headings is.

    Parameters
    ----------
    table : Turned
        The table.
    answers : sequence of int
        The columns that hold answers or counts.

    Returns
    -------
    Series of str
        By the row of the file: ``item``, ``title``, ``figure``, ``note`` (below the table), ``again`` (the headings
        once more), ``shifted`` (the headings in another order) or ``unknown``.
    """
    below = table.cells.iloc[table.first :]
    labels = list(zip(*(below[at] for at in table.labels), strict=True))
    given = list(zip(*(below[at].str.strip() for at in answers), strict=True)) if answers else [()] * len(below)
    known = namings({text for texts in labels for text in texts}, table.names)
    heads = [table.above(at) for at in answers]
    kinds = [_kind(texts, cells, heads, known, table.names) for texts, cells in zip(labels, given, strict=True)]
    again = _again_below(labels, given, known) if table.facet is None else set()
    kinds = [TITLE if at in again and kind == ITEM else kind for at, kind in enumerate(kinds)]
    last = max((at for at, kind in enumerate(kinds) if kind in (ITEM, UNKNOWN)), default=-1)
    beyond = [NOTE if at > last and kind == TITLE else kind for at, kind in enumerate(kinds)]
    return pd.Series(beyond, index=below.index, dtype="object")


def _again_below(labels: Sequence[Texts], given: Sequence[Texts], known: Mapping[str, Naming]) -> set[int]:
    """The rows below the last answers that name nothing but items named above: “Version 1.2”, “Next review 1 April”."""
    last = max((at for at, cells in enumerate(given) if any(cells)), default=len(given))
    named = [{(one.item, one.facet) for one in named_in(texts, known) if one.item} for texts in labels]
    there = {one for items in named[: last + 1] for one in items}
    return {at for at in range(last + 1, len(named)) if named[at] and named[at] <= there}


def _kind(texts: Texts, cells: Texts, heads: Sequence[Texts], known: Mapping[str, Naming], names: Names) -> str:
    if not any(cells):
        item = any(one.item for one in named_in(texts, known)) and not any(is_title(text, names) for text in texts)
        return ITEM if item and not is_below(texts[0]) else TITLE
    found = named_in(texts, known)
    if any(one.sure for one in found):
        return ITEM
    if figures(text for text in texts if text.strip()):
        return FIGURE
    if any(one.item for one in found):
        return ITEM
    return _headings_again(cells, heads) or UNKNOWN


def _headings_again(cells: Texts, heads: Sequence[Texts]) -> str:
    """Whether a row says once more what stands above the columns, and in the same order."""
    filled = [(text, above) for text, above in zip(cells, heads, strict=True) if text]
    everywhere = {text for above in heads for text in above}
    if not all(text in everywhere for text, _ in filled):
        return ""
    return AGAIN if all(text in above for text, above in filled) else SHIFTED


def item_headings(table: Turned, kinds: pd.Series) -> tuple[Heading, ...]:
    """A heading for every row of an item, and for every other row that holds answers."""
    below = table.cells.loc[kinds.index]
    titles = _titles(table, kinds)
    facets = below[table.facet].str.strip() if table.facet is not None else pd.Series("", index=below.index)
    labels = below[list(table.labels)].apply(lambda texts: texts.str.strip())
    carried = labels.where(labels.ne("").any(axis=1) | facets.eq("")).ffill().fillna("")
    return tuple(
        _heading(row, tuple(carried.loc[row]), facets[row], titles[row], kind)
        for row, kind in kinds.items()
        if kind in (ITEM, FIGURE, UNKNOWN)
    )


def _heading(row: int, texts: Texts, facet: str, section: str, kind: str) -> Heading:
    said = tuple(dict.fromkeys(one for text in texts if text for one in (text, whole(text))))
    text = " ".join([*(text for text in texts if text), *([f"[{facet}]"] if facet else [])])
    if kind == FIGURE:
        return Heading(row, text, use=DROPPED, why=FIGURES)
    return Heading(row, text, tuple(f"{one} [{facet}]" for one in said) if facet else said, section=section)


def _titles(table: Turned, kinds: pd.Series) -> pd.Series:
    """The section of each row: what its own column says, or the last title above it."""
    below = table.cells.loc[kinds.index]
    if table.section is not None:
        return below[table.section].str.strip().where(lambda texts: texts != "").ffill().fillna("")
    words = below[list(table.labels)].agg(_joined, axis=1)
    above = table.cells.iloc[: table.first][list(table.labels)].agg(_joined, axis=1)
    start = next((text for text in reversed(list(above)) if is_title(text, table.names)), "")
    return words.where(kinds == TITLE).ffill().fillna(start)


def _joined(texts: Texts) -> str:
    return " ".join(text.strip() for text in texts if text.strip())


def left_out(table: Turned, headings: Sequence[Heading], kinds: pd.Series, file: str) -> Iterable[Fault]:
    """Notes below a table and rows of figures: told, and nothing to do."""
    figures = {one.at: one.text for one in headings if one.why == FIGURES}
    for row, kind in kinds.items():
        if row in figures:
            yield Fault("is a row of figures drawn from the answers; it was left out", file=file, row=row,
                        value=figures[row], handled=True)  # fmt: skip
        elif kind == NOTE:
            yield Fault("is a note below the table; it was left out", file=file, row=row, value=_first(table, row),
                        handled=True)  # fmt: skip


def _first(table: Turned, row: int) -> str:
    return next((text.strip() for text in table.cells.loc[row] if text.strip()), "")
