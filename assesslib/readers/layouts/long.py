"""The toolkit's own long table: a row a rating, named by its columns; as a CSV or a sheet."""

from __future__ import annotations

import pandas as pd

from assesslib.framework import Framework
from assesslib.ratings import COLUMNS
from assesslib.readers.records import RawSheet

NAME, TITLE = "long", "the toolkit’s own long table"
NEEDED = {"member", "item", "level"}


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether the first row names the columns of tidy ratings."""
    return set(_titles(sheet)) >= NEEDED


def _titles(sheet: RawSheet) -> list[str]:
    return [text.strip().lower() for text in sheet.row(0)]


def rows(sheet: RawSheet) -> list[tuple[int, dict[str, str]]]:
    """Every row with its number, by the columns of tidy ratings; those it lacks are empty."""
    titles = _titles(sheet)
    known = sheet.cells.iloc[1:, [titles.index(name) for name in COLUMNS if name in titles]]
    named = known.set_axis([name for name in COLUMNS if name in titles], axis=1)
    texts = named.reindex(columns=list(COLUMNS), fill_value="")
    return list(zip(map(int, texts.index), texts.to_dict("records"), strict=True))


def strange(sheet: RawSheet) -> list[str]:
    """Columns that are none of tidy ratings and hold text."""
    held = [at for at in sheet.cells if (sheet.cells[at].iloc[1:].str.strip() != "").any()]
    return [sheet.row(0)[at] for at in held if _titles(sheet)[at] not in COLUMNS]


def days(texts: pd.Series) -> pd.Series:
    """The days of a column that a spreadsheet may have written anew, like 2026-03-01; others as they are."""
    from assesslib.readers.matching.times import moments

    read = moments(texts).dt.strftime("%Y-%m-%d")
    return read.where(read.notna(), texts)
