"""What was agreed, by the year of the assessment: “Consensus 2025” beside the ratings of 2026 is asked about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import PurePath

from assesslib.faults import Fault
from assesslib.journal import is_day
from assesslib.readers.choosing import Found
from assesslib.readers.layouts._dated import ANOTHER, BY_YEAR, KEEP, LATEST
from assesslib.readers.layouts._table_words import is_agreed, years_of
from assesslib.readers.left_out import left_agreed, stacked
from assesslib.readers.records import Responses

_LEFT = "was left out: it is of the year of the assessment, and what was agreed stands elsewhere too"
_OTHER = "was left out: it is of the year of the assessment, and the names of the people are of another"
_DO = "If it is what was agreed now, take the year out of its name or correct the assessment’s date; if not, delete it."
_NOW = "If it is what was agreed now, take the year out of its name; if not, delete it."


def of_the_year(found: Sequence[Found], day: str = "") -> list[Found]:
    """What was read, without what was agreed in another year than the assessment's, or in one of several.

    Parameters
    ----------
    found : sequence of Found
        What was read.
    day : str
        The assessment's day, like 2026-03-01; "" where it is not known: then the only year that there is counts.
    """
    year = day[:4] if is_day(day) else ""
    return [_judged(one, year) if isinstance(one.read, Responses) else one for one in found]


def _judged(one: Found, year: str) -> Found:
    years = frozenset((year, *_sent(one.read)) if year else ())
    faults = tuple(_fault(fault, year, years, one.read.agreed is not None) for fault in one.read.faults)
    if one.read.agreed is None:
        return replace(one, read=replace(one.read, faults=faults))
    title = next((text for text in (one.sheet, PurePath(one.file).stem) if is_agreed(text) and years_of(text)), "")
    own = () if _is_of(title, years) or any(fault.what in (BY_YEAR, LATEST) for fault in one.read.faults) else (
        _another(Fault(BY_YEAR, file=one.place, value=title), year),)  # fmt: skip
    every = (*faults, *own)
    if any(not fault.handled and (fault.what == LATEST or fault.what == _what(year)) for fault in every):
        return replace(one, read=_without(one.read, every), left=stacked(one.left, left_agreed(one.read)))
    return replace(one, read=replace(one.read, faults=every))


def _sent(said: Responses) -> set[str]:
    """The years in which responses were sent."""
    return {year for text in said.people["submitted"].unique() for year in years_of(str(text))}


def _is_of(title: str, years: Collection[str]) -> bool:
    """Whether nothing says that a title is of another year."""
    return not title or not years or bool(years_of(title) & set(years))


def _fault(fault: Fault, year: str, years: Collection[str], elsewhere: bool) -> Fault:
    """What is told of a year, judged by that of the assessment and by whether what was agreed stands elsewhere too."""
    if not year or fault.what not in (BY_YEAR, LATEST, ANOTHER) or not years_of(fault.value or ""):
        return fault
    now = _is_of(fault.value, years)
    if fault.what == ANOTHER:
        what, do = (_LEFT, KEEP) if elsewhere else (_OTHER, _NOW)
        return replace(fault, what=what, handled=False, do=do) if now else fault
    return replace(fault, what=BY_YEAR, handled=True, do="") if now else _another(fault, year)


def _another(fault: Fault, year: str) -> Fault:
    return replace(fault, what=_what(year), handled=False, do=_DO)


def _what(year: str) -> str:
    return f"was left out: the assessment is of {year}"


def _without(said: Responses, faults: tuple[Fault, ...]) -> Responses:
    return replace(said, agreed=None, answers=said.answers.drop(index=said.agreed), faults=faults)
