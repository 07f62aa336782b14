"""What the rows of a long table call items and levels, as the framework calls them; what is not sure is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._feet import WHAT, kind_of
from assesslib.readers.layouts._long_heads import WORDING
from assesslib.readers.mapping import COLUMN, Line, worded
from assesslib.readers.matching.headings import LEVEL, Match, match_headings
from assesslib.readers.matching.levels import Reading, anchored, read_levels, scale_of
from assesslib.readers.matching.match import DOUBTFUL
from assesslib.readers.questions import ACCEPT, SAY_WHAT, told_matches
from assesslib.readers.questions_answers import ask_answers, told_readings
from assesslib.readers.records import Heading
from assesslib.readers.settling import Asks
from assesslib.words import many

Row = tuple[int, dict[str, str]]
Names = tuple[str, ...]
"""What a row calls its item: its ref, and the wording that stands beside it."""


@dataclass(frozen=True)
class Said:
    """The rows as the framework calls things, those that wait for an answer, and what is asked of these."""

    rows: tuple[Row, ...]
    open: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()
    lines: tuple[Line, ...] = ()


def said_rows(rows: Sequence[Row], place: str, asks: Asks, levels: bool) -> Said:
    """Rows with their items by id and, if ``levels``, their levels by code.

    Parameters
    ----------
    rows : sequence of pairs
        Each with its number, by the columns of tidy ratings.
    place : str
        The file and sheet, as faults name them.
    asks : Asks
        What the import is to go by.
    levels : bool
        Whether levels are read as other tools write them: by label, by number, with both.
    """
    rows, lines = _without_lines(rows, place)
    matches = _matches(rows, asks)
    readings = _readings(rows, asks) if levels else {}
    unsure = {names: one for names, one in matches.items() if one.item and not one.sure}
    left = {number for number, row in rows if _names(row) in unsure or not readings.get(row["level"], _TAKEN).taken}
    asked = ask_answers(readings, _cells(rows), place, asks.framework)
    return Said(
        tuple((number, _row(row, matches, readings)) for number, row in rows),
        frozenset(left),
        (*lines, *_faults(unsure, rows, place, asks.framework), *asked.faults),
        (*_lines(unsure, asks.framework), *asked.lines),
    )


_TAKEN = Reading("rated")


def _without_lines(rows: Sequence[Row], place: str) -> tuple[list[Row], list[Fault]]:
    """The rows without totals and notes, which name no item, and what is told of these."""
    texts = {number: [text.strip() for text in row.values() if text.strip()] for number, row in rows
             if all(map(str.isdecimal, _names(row))) and not row["item"].strip()}  # fmt: skip
    kinds = {number: kind for number, said in texts.items() if said and (kind := kind_of(said))}
    told = [Fault(WHAT[kind], file=place, row=number, value=texts[number][0], handled=True)
            for number, kind in kinds.items()]  # fmt: skip
    return [row for row in rows if row[0] not in kinds], told


def _names(row: Mapping[str, str]) -> Names:
    return tuple(text for text in (row["item"].strip(), row[WORDING].strip()) if text)


def _matches(rows: Sequence[Row], asks: Asks) -> dict[Names, Match]:
    """By what rows call an item what it is, where that is not its id alone."""
    ids = {item.id for item in asks.framework.items}
    names = [said for said in dict.fromkeys(_names(row) for _, row in rows) if said and said[0] not in ids]
    headings = [Heading(at, said[0], said) for at, said in enumerate(names)]
    # One item may be called by its ref here and by its wording there, but Q1, Q2 ... are told by all of them together.
    alone = [match_headings([one], asks.framework)[0] for one in headings]
    every = match_headings(headings, asks.framework)
    best = [other if other.sure and not one.sure else one for one, other in zip(alone, every, strict=True)]
    settled = [told_matches([one], asks.told, asks.accept)[0] for one in best]
    return {said: one for said, one in zip(names, settled, strict=True) if one.kind == LEVEL}


def _readings(rows: Sequence[Row], asks: Asks) -> dict[str, Reading]:
    texts = [row["level"] for _, row in rows if row["level"].strip()]
    scale = scale_of(asks.framework, None, anchored(asks.scale, asks.framework))
    return told_readings(read_levels(texts, scale), asks.told, asks.accept, asks.framework)


def _row(row: Mapping[str, str], matches: Mapping[Names, Match], readings: Mapping[str, Reading]) -> dict[str, str]:
    match, read = matches.get(_names(row)), readings.get(row["level"])
    item = {"item": match.item, "facet": row["facet"] or match.facet} if match and match.item and match.sure else {}
    level = {"level": read.level, "state": row["state"] or ("" if read.level else read.state)} if read else {}
    return {name: text for name, text in (dict(row) | item | level).items() if name != WORDING}


def _cells(rows: Sequence[Row]) -> pd.DataFrame:
    """The levels as `ask_answers` takes them."""
    return pd.DataFrame({"text": [row["level"] for _, row in rows], "state": "", "row": [number for number, _ in rows],
                         "column": "level"})  # fmt: skip


def _faults(unsure: Mapping[Names, Match], rows: Sequence[Row], place: str, framework: Framework) -> Iterator[Fault]:
    for names, match in unsure.items():
        numbers = [number for number, row in rows if _names(row) == names]
        more = f" (in {many(len(numbers), 'row')}, this is the first)" if len(numbers) > 1 else ""
        doubtful = match.others or match.how in DOUBTFUL
        yield Fault(f"may be {framework.item_term} {match.item}{more}", file=place, row=numbers[0], column="item",
                    value=names[0], do=SAY_WHAT if doubtful else ACCEPT)  # fmt: skip


def _lines(unsure: Mapping[Names, Match], framework: Framework) -> Iterator[Line]:
    for names, match in unsure.items():
        open_one = match.others or match.how in DOUBTFUL
        yield Line(COLUMN, names[0], "" if open_one else worded(match.item, framework, match.facet), match.how)
