"""Counts without identities, settled: as many answers as were counted, each by nobody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.choosing import Found
from assesslib.readers.mapping import COLUMN, Line, worded
from assesslib.readers.matching.headings import Match, match_headings
from assesslib.readers.matching.levels import Reading, read_levels, scale_of
from assesslib.readers.matching.people import COUNTED
from assesslib.readers.questions import ACCEPT, SAY_WHAT, told_matches
from assesslib.readers.questions_answers import told_readings
from assesslib.readers.records import Heading, Tally, letter
from assesslib.readers.refused import COLUMNS
from assesslib.readers.result import BECAME
from assesslib.readers.settling import PEOPLE, Asks, Settled

MOST = 100_000
"""Answers that one count may stand for."""


def settle_tally(found: Found, asks: Asks) -> Settled:
    """Settle a table of counts.

    Its answers have no members: the first of every item are those of one nobody, the second those of another, with
    ids that are this file's own, so that no two years are ever paired by them.
    """
    said, framework = found.read, asks.framework
    rows = told_matches(match_headings(said.items, framework, by_hand=True), asks.told, asks.accept)
    levels = _levels(said, asks)
    unsure = [match for match in rows if not (match.item and match.sure)]
    each = [answer for match in rows if match not in unsure for answer in _answers(said, match, levels, found.place)]
    cells = pd.DataFrame(each)
    faults = (*said.faults, *_bad_counts(said, rows, levels, found.place),
              *(_unsure(match, found.place, framework) for match in unsure),
              *_unread(said.levels, levels, found.place, framework))  # fmt: skip
    likely = [worded(one.item, framework) if one.item else "" for one in unsure]
    lines = tuple(Line(COLUMN, one.heading.text, text, one.how) for one, text in zip(unsure, likely, strict=True))
    return Settled(_nobodies(cells, found), cells, columns=_became(found, rows, levels), faults=faults, lines=lines,
                   refused=_refused(said, rows, levels, found.place))  # fmt: skip


def _levels(said: Tally, asks: Asks) -> dict[int, Reading]:
    """By column the level that its heading names."""
    texts = {one.at: (*one.said, one.text)[0] for one in said.levels if one.use == "answer"}
    found = read_levels(texts.values(), scale_of(asks.framework))
    readings = told_readings(found, asks.told, asks.accept, asks.framework)
    return {at: readings[text] for at, text in texts.items()}


def _answers(said: Tally, match: Match, levels: Mapping[int, Reading], place: str) -> Iterator[dict]:
    """The answers of one row, one after the other in the order of its columns."""
    row = match.heading.at
    texts = {at: said.counts.at[row, at].strip() for at, one in levels.items() if one.taken}
    each = [at for at, text in texts.items() if _is_count(text) for _ in range(int(text))]
    for number, at in enumerate(each):
        read = levels[at]
        yield {"person": number, "item": match.item, "facet": "", "state": read.state, "level": read.level,
               "text": read.level or read.state, "row": row, "column": letter(at), "place": place}  # fmt: skip


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7 and int(text) <= MOST


def _bad_counts(said: Tally, rows: Sequence[Match], levels: Mapping[int, Reading], place: str) -> Iterator[Fault]:
    for row in (match.heading.at for match in rows if match.item and match.sure):
        for at in (at for at, one in levels.items() if one.taken):
            text = said.counts.at[row, at].strip()
            if text and not _is_count(text):
                yield Fault("is not a count", file=place, row=row, column=letter(at), value=text,
                            do=f"Write a whole number from 0 to {MOST:,}.")  # fmt: skip


def _refused(said: Tally, rows: Sequence[Match], levels: Mapping[int, Reading], place: str) -> pd.DataFrame:
    """The counts that are not taken."""
    cells = ((row, at, said.counts.at[row.heading.at, at].strip()) for row in rows for at in levels)
    left = [(row.heading.at, letter(at), None, row.item, text, why) for row, at, text in cells
            if (why := _why_not(row, levels[at], text))]  # fmt: skip
    items = {row.heading.at: row.item for row in rows}
    odd = [(one.row, one.column.partition(" ")[0], None, items.get(one.row, ""), one.value, one.what)
           for one in said.faults if one.row and one.value and not one.handled]  # fmt: skip
    return pd.DataFrame([*left, *odd], columns=COLUMNS).assign(file=place)


def _why_not(row: Match, level: Reading, text: str) -> str:
    if text in ("", "0"):
        return ""
    if not (row.item and row.sure):
        return "the row is not sure" if row.item else "the row names nothing that was asked"
    if not level.taken:
        return "the column is no level of this scale"
    return "" if _is_count(text) else "is not a count"


def _nobodies(cells: pd.DataFrame, found: Found) -> pd.DataFrame:
    """As many people of no name as the longest row has answers."""
    length = int(cells["person"].max()) + 1 if len(cells) else 0
    own = hashlib.sha256(found.read.counts.to_csv().encode("utf-8", "replace")).hexdigest()[:6]
    nothing = dict.fromkeys(PEOPLE, "") | {"place": found.place, "row": None}
    rows = [nothing | {"id": f"{COUNTED}-{own}-{number:03}", "same": number} for number in range(1, length + 1)]
    return pd.DataFrame(rows, columns=list(PEOPLE))


def _unsure(match: Match, place: str, framework: Framework) -> Fault:
    if match.item:
        return Fault(f"may be {framework.item_term} {match.item}", file=place, row=match.heading.at,
                     value=match.heading.text, do=ACCEPT)  # fmt: skip
    return Fault(f"names none of this framework’s {framework.term(2)}", file=place, row=match.heading.at,
                 value=match.heading.text, do=SAY_WHAT)  # fmt: skip


def _unread(headings: Sequence[Heading], levels: Mapping[int, Reading], place: str,
            framework: Framework) -> Iterator[Fault]:  # fmt: skip
    for heading in headings:
        if heading.at in levels and not levels[heading.at].taken:
            yield Fault("is not a level of this scale", file=place, column=letter(heading.at), value=heading.text,
                        allowed=framework.codes, do=SAY_WHAT)  # fmt: skip


def _became(found: Found, rows: Sequence[Match], levels: Mapping[int, Reading]) -> pd.DataFrame:
    """What each column and row became."""
    columns = [_line(found.place, letter(one.at), one.text, _level(one, levels)) for one in found.read.levels]
    items = [_line(found.place, f"row {one.heading.at}", one.heading.text, one.item or "not taken")
             | {"item": one.item, "how": one.how} for one in rows]  # fmt: skip
    return pd.DataFrame([*columns, *items], columns=list(BECAME))


def _line(file: str, column: str, heading: str, became: str) -> dict[str, str]:
    return {"file": file, "column": column, "heading": heading, "became": became, "item": "", "facet": "", "how": ""}


def _level(heading: Heading, levels: Mapping[int, Reading]) -> str:
    read = levels.get(heading.at)
    if read is None:
        return f"dropped: {heading.why}"
    return f"level {read.level}" if read.level else read.state or "not taken"
