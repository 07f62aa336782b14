"""One sheet settled: its headings matched, its answers read, its doubts asked; whose they are is settled later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.choosing import Found
from assesslib.readers.left_out import stacked
from assesslib.readers.mapping import Line, Told
from assesslib.readers.matching.cells import comments, long_cells
from assesslib.readers.matching.headings import LEVEL, Match, match_headings
from assesslib.readers.matching.in_order import in_order
from assesslib.readers.matching.levels import Reading, anchored, read_levels, scale_of
from assesslib.readers.prints import prints_of, sorting
from assesslib.readers.questions import Asked, ask_columns, told_matches
from assesslib.readers.questions_answers import ask_answers, ask_empty, told_readings
from assesslib.readers.records import WHEN, WHO, Responses, letter
from assesslib.readers.refused import apart, ask_agreed, mixed_faults, refused
from assesslib.readers.result import AGREED, BECAME, NOTED
from assesslib.readers.who_asked import accepted, as_told, ask_names, likely_names

PEOPLE = (*WHO, *WHEN, "mark", "place", "row", "same")
_UNLABELLED = ("microsoft-forms",)
"""Layouts in which an option without a label comes out as an empty cell."""
_BY_HAND = ("wide", "transposed")
"""Layouts in which a person numbered the headings."""
_CODED = ("limesurvey",)
"""Layouts whose headings may be codes alone."""
_ENOUGH, _BESIDE = 20, 20
"""Different texts of a column that tell whether levels stand in it; letters that may stand beside a label."""
_UNRESOLVED = {"unresolved", "not agreed", "no consensus", "no agreement"}


@dataclass(frozen=True)
class Asks:
    """What an import is to go by: the framework, what a person said, and whether likely matches are taken."""

    framework: Framework
    told: Told = field(default_factory=Told)
    accept: bool = False
    scale: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Settled:
    """What one sheet says: people, their answers by the place of the person, comments, and what was agreed or noted.

    ``refused`` holds the cells that were not taken: ``file, row, column, person, item, text, why``; the person is
    missing where the cell is nobody's, or ``member`` says whose it is.
    """

    people: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(PEOPLE)))
    cells: pd.DataFrame = field(default_factory=pd.DataFrame)
    comments: pd.DataFrame = field(default_factory=pd.DataFrame)
    consensus: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(AGREED)))
    notes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(NOTED)))
    columns: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(BECAME)))
    refused: pd.DataFrame = field(default_factory=pd.DataFrame)
    faults: tuple[Fault, ...] = ()
    lines: tuple[Line, ...] = ()


def settle_responses(found: Found, asks: Asks) -> Settled:
    """Settle a sheet in which people answered under headings."""
    framework = asks.framework
    said, whose = _whose(found, asks)
    matches = _matches(said, found, asks)
    sure = [match for match in matches if match.item and match.sure]
    readings = _readings(said, sure, asks)
    cells, mixed = apart(long_cells(said, sure, readings, framework))
    wrong = _bad_agreed(said, sure, readings)
    middle = ask_empty(cells, found.place, framework, asks.told) if found.layout in _UNLABELLED else None
    asked = [ask_columns(matches, said, found.place, framework), ask_answers(readings, cells, found.place, framework),
             ask_agreed(wrong, said, found.place, framework), whose,
             *([middle] if middle else [])]  # fmt: skip
    return Settled(
        people=_people(said, found.place, matches),
        cells=cells.assign(place=pd.Categorical.from_codes(np.zeros(len(cells), "int8"), [found.place])),
        comments=comments(said, sure),
        consensus=_agreed(said, sure, readings),
        columns=_became(said, matches, found.place, asks.framework),
        refused=stacked(refused(said, matches, cells, mixed, wrong, found.place), found.left.assign(file=found.place)),
        faults=(
            *said.faults,
            *_nobody(said, found.place),
            *(fault for one in asked for fault in one.faults),
            *mixed_faults(mixed, found.place, framework),
        ),
        lines=tuple(line for one in asked for line in one.lines),
    )


def _whose(found: Found, asks: Asks) -> tuple[Responses, Asked]:
    """The responses with who sent them as far as a person said so, and what is asked of it."""
    said = as_told(found.read, asks.told)
    likely = likely_names(said, lambda: _matches(said, found, asks), _under(said, asks))
    asked = ask_names(likely, said, found.place)
    return accepted(asked, said) if asks.accept else (said, asked)


def _matches(said: Responses, found: Found, asks: Asks) -> tuple[Match, ...]:
    """What each heading became."""
    under = _under(said, asks)
    named = match_headings(said.headings, asks.framework, under, by_hand=found.layout in _BY_HAND)
    likely = in_order(named, asks.framework, under) if found.layout in _CODED else named
    return told_matches(likely, asks.told, asks.accept)


def _under(said: Responses, asks: Asks) -> Callable[[int], Iterable[Reading]]:
    """By the place of a heading what the first of the different texts under it are read as."""
    scale = scale_of(asks.framework, said.codes, anchored(asks.scale, asks.framework))
    longest = max(len(level.label) for level in asks.framework.levels) + _BESIDE

    def readings(at: int) -> Iterable[Reading]:
        first = said.kinds(at)[1][:_ENOUGH]
        # A long text is no level, and would take long to compare with each.
        texts = [text if len(text) <= longest else "…" for text in first]
        return told_readings(read_levels(texts, scale), asks.told, accept=False, framework=asks.framework).values()

    return readings


def _readings(said: Responses, sure: Sequence[Match], asks: Asks) -> dict[str, Reading]:
    """What every text under a heading that names an item stands for."""
    texts = [text for match in sure if match.kind == LEVEL for text in _different(said, match.heading.at)]
    scale = scale_of(asks.framework, said.codes, anchored(asks.scale, asks.framework))
    return told_readings(read_levels(texts, scale), asks.told, asks.accept, asks.framework)


def _different(said: Responses, at: int) -> Iterable[str]:
    """The different texts under a heading, that of the consensus among them."""
    return said.kinds(at)[1] if said.agreed is None else said.answers[at].unique()


def _people(said: Responses, place: str, matches: Sequence[Match]) -> pd.DataFrame:
    """The responses with where they stand and fingerprints of their answers."""
    prints = prints_of(said, [match for match in matches if match.item and match.sure])
    index = said.people.index
    places = [f"{place}, column {letter(at)}" for at in index] if said.turned else place
    rows = None if said.turned else index
    own = {"number": said.numbers, "response": said.ids, "changed": said.changed}
    known = {name: texts for name, texts in own.items() if texts is not None}
    return said.people.assign(
        place=places, row=rows, same=prints["same"], print=prints["print"], beside=sorting(said, matches), **known
    ).reset_index(drop=True)


def _agreed(said: Responses, sure: Sequence[Match], readings: Mapping[str, Reading]) -> pd.DataFrame:
    """What the consensus column of a turned table says, an item a row; nothing where a cell is empty or unread."""
    if said.agreed is None:
        return pd.DataFrame(columns=list(AGREED))
    texts = {match: said.answers.at[said.agreed, match.heading.at] for match in sure if match.kind == LEVEL}
    rows = [_row(match, text, readings[text]) for match, text in texts.items() if text.strip()]
    return pd.DataFrame([row for row in rows if row["state"]], columns=list(AGREED))


def _row(match: Match, text: str, read: Reading) -> dict[str, str]:
    state = "unresolved" if text.strip().casefold() in _UNRESOLVED else read.state if read.taken else ""
    state = "split" if match.facet and state == "rated" else state
    return {
        "item": match.item,
        "facet": match.facet,
        "state": state,
        "level": read.level if read.taken else "",
        "note": "",
    }


def _bad_agreed(said: Responses, sure: Sequence[Match], readings: Mapping[str, Reading]) -> dict[Match, str]:
    """The consensus cells that cannot be read."""
    if said.agreed is None:
        return {}
    texts = {match: said.answers.at[said.agreed, match.heading.at] for match in sure if match.kind == LEVEL}
    return {
        match: text for match, text in texts.items() if text.strip() and not _row(match, text, readings[text])["state"]
    }


def _nobody(said: Responses, place: str) -> list[Fault]:
    """A file of headings alone, where nothing else says why there is nobody."""
    what = "There are headings, and no answers of anybody"
    some = len(said.people) or said.agreed is not None or any(not fault.handled for fault in said.faults)
    return [] if some else [Fault(what, file=place, do="Look whether it was exported with its answers.")]


def _became(said: Responses, matches: Sequence[Match], place: str, framework: Framework) -> pd.DataFrame:
    """What each heading became, in the order of the file."""
    by_place = {match.heading.at: match for match in matches}
    rows = [_column(heading, by_place.get(heading.at), said, place, framework) for heading in said.headings]
    return pd.DataFrame(rows, columns=list(BECAME))


def _column(heading, match: Match | None, said: Responses, place: str, framework: Framework) -> dict[str, str]:
    where = f"row {heading.at}" if said.turned else letter(heading.at)
    row = {"file": place, "column": where, "heading": heading.text, "item": "", "facet": "", "how": ""}
    if match is None:
        return row | {"became": f"dropped: {heading.why}" if heading.use == "dropped" else heading.use}
    if not match.item:
        return row | {"became": "not taken"}
    kind = f"{framework.item_term} {match.item}" + (", comment" if match.kind != LEVEL else "")
    unsure = "" if match.sure else " (not taken until you say so)"
    return row | {"became": kind + unsure, "item": match.item, "facet": match.facet, "how": match.how}
