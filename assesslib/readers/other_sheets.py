"""Sheets of a workbook that are no member’s though they look so: what was agreed, an example, last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assesslib.faults import Fault
from assesslib.readers.choosing import Found
from assesslib.readers.file_names import as_agreed
from assesslib.readers.layouts._dated import dated, several_agreed, years_behind
from assesslib.readers.layouts._somebodies import are_short
from assesslib.readers.layouts._table_words import (
    is_agreed,
    is_earlier,
    is_unclear,
    is_view,
    is_year,
    may_be_called,
    why_nobody,
)
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import Responses

_SAMPLES = {"example", "examples", "sample", "template", "templates", "blank", "blank form", "empty", "key", "guidance",
            "instructions", "how to", "beispiel", "vorlage", "anleitung", "exemple", "modèle", "ejemplo", "plantilla",
            "voorbeeld", "sjabloon", "enghraifft", "templed", "worked example", "form template",
            "example form", "example sheet"}  # fmt: skip
_NAME_IT = "Call it by the member’s full name if it is theirs, or delete it."
_DO = "Call it “Consensus” or by the name of the member, or delete it."


def without_nobodies(found: Sequence[Found], nameless: Sequence[Found]) -> list[Found]:
    """The sheets without those that are nobody’s beside others of the same workbook that are people’s.

    Parameters
    ----------
    found : sequence of Found
        What was read.
    nameless : sequence of Found
        Those of them in which one person answered, who has no name there.

    Returns
    -------
    list of Found
        What is told of those left out stands among the faults of the first sheet that is kept of the file.
    """
    kept = list(found)
    for file in dict.fromkeys(one.file for one in found if one.sheet):
        kept = _of_file(kept, [one for one in kept if one.file == file], nameless)
    return kept


def _of_file(every: Sequence[Found], sheets: Sequence[Found], nameless: Sequence[Found]) -> list[Found]:
    """All sheets, those of one file that are nobody’s left out, and the one of what was agreed told so."""
    places = {one.place for one in nameless}
    earlier = _earlier(sheets)
    called = [one for one in sheets if one.place in places and is_agreed(one.sheet) and one.place not in earlier]
    in_turn = sorted(called, key=lambda one: is_view(one.sheet))
    agreed = None if several_agreed([one.sheet for one in in_turn]) else next(iter(in_turn), None)
    why = {one.place: ("is of another time", "") if one.place in earlier
           else _why(one, one.place in places, agreed, sheets) for one in sheets if one is not agreed}  # fmt: skip
    people = [one for one in sheets if one is not agreed and not why[one.place][0] and _holds_people(one)]
    if not people:
        return list(every)
    told = [_told(one, *why[one.place]) for one in sheets if one is not agreed and why[one.place][0]]
    kept = [one for one in every if one not in sheets or one is agreed or not why[one.place][0]]
    placed = [replace(one, read=as_agreed(one.read, one.place)) if one is agreed else one for one in kept]
    return [_with(one, told) if one is people[0] else one for one in placed]


def _holds_people(one: Found) -> bool:
    return not isinstance(one.read, Responses) or len(one.read.people) > 0


def _earlier(sheets: Sequence[Found]) -> set[str]:
    """The sheets of what was agreed in another year than the others are of."""
    titles = {at: one.sheet for at, one in enumerate(sheets) if is_agreed(one.sheet)}
    years = years_behind(one.sheet for at, one in enumerate(sheets) if at not in titles)
    return {sheets[at].place for at in dated(titles, years).earlier}


def _why(one: Found, alone: bool, agreed: Found | None, sheets: Sequence[Found]) -> tuple[str, str]:
    """Why a sheet is nobody’s, as a clause, and what to do about it where it may be somebody’s; "" where it is."""
    title = one.sheet.strip()
    if not isinstance(one.read, Responses) or (may_be_called(title) and not alone and _is_somebody(one, sheets)):
        return "", ""
    others = [other.sheet for other in sheets if other is not one and not is_agreed(other.sheet)]
    nobody = bare(title) in _SAMPLES or is_earlier(title) or bool(why_nobody(title))
    if nobody and alone and may_be_called(title) and are_short(others):
        return "may be a member’s, and is called like something else", _NAME_IT
    if bare(title) in _SAMPLES:
        return "is called like no member’s", ""
    if is_earlier(title):
        return "is of another time", ""
    if not alone or is_year(title):
        return "", ""
    if is_agreed(title):
        return f"is called like what was agreed, as {_other(agreed)} is", "Delete the one that does not count."
    if is_unclear(title):
        return "may be what was agreed, or drawn from the answers", "" if agreed else _DO
    return ("is called like no member’s" if why_nobody(title) else ""), ""


def _other(agreed: Found | None) -> str:
    return "another" if agreed is None else f"sheet {agreed.sheet}"


def _is_somebody(one: Found, sheets: Sequence[Found]) -> bool:
    """Whether a sheet holds one person's answers, who stands on no other."""
    names = [list(other.read.people["name"]) for other in sheets if isinstance(other.read, Responses)]
    own = list(one.read.people["name"])
    return len(own) == 1 and sum(own[0] in theirs for theirs in names) == 1


def _told(one: Found, why: str, do: str) -> Fault:
    return Fault(f"The sheet {why}; it was left out", file=one.place, do=do, handled=not do)


def _with(one: Found, faults: Sequence[Fault]) -> Found:
    """A sheet with what is told of others; a long table takes none, for it has none of its own."""
    if not faults or not hasattr(one.read, "faults"):
        return one
    return replace(one, read=replace(one.read, faults=(*one.read.faults, *faults)))
