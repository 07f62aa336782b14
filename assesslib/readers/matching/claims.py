"""The headings of a file against each other and against what stands under them: no item twice, no number trusted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.matching.match import BOTH, COMMENT, CROSSED, LEVEL, LEVELS, Match
from assesslib.readers.matching.scale import MISFIT, NUMBER, Reading
from assesslib.readers.matching.wording import bare, unnumbered

_COUNT = re.compile(r"\W*(?:q|question)?[\s_]*(\d{1,3})(?!\.?\d)", re.IGNORECASE)
_WORDED, _ENOUGH = ("wording", "cut", "small edit", "id with wording"), 3
"""Ways of telling by the words of a heading, and headings so told that show how the others are counted."""
Under = Callable[[int], Iterable[Reading]]
"""By the place of a heading what the different texts under it are read as."""


def settled(found: Sequence[Match], framework: Framework, under: Under | None = None) -> list[Match]:
    """The matches with no item taken twice, no number trusted that the answers contradict, and levels asked about."""
    counted = _by_count(found, framework)
    numbered = _counted_through(_uncounted(counted, under) if under else counted, framework)
    once = _once(_shortened(numbered, framework))
    return [_as_comment(one, under) for one in _of_levels(once, framework, under)] if under else once


def _by_count(found: Sequence[Match], framework: Framework) -> list[Match]:
    """Beginnings that several wordings have, told by their numbers where these are those of all others plus the same.

    A tool counts its own questions through: 4 to 40 for the items 1 to 37.
    """
    places = {item.id: place for place, item in enumerate(framework.items, 1)}
    numbers = {one: int(number[1]) for one in found if (number := _COUNT.match(one.heading.text))}
    told = [one for one in numbers if one.sure and one.item and one.kind == LEVEL and one.how in _WORDED]
    ahead = {numbers[one] - places[one.item] for one in told}
    if len(told) < _ENOUGH or len(ahead) != 1:
        return list(found)
    meant = {place + next(iter(ahead)): id for id, place in places.items()}
    return [replace(one, item=meant[numbers[one]], sure=True, others=())
            if one.how == "cut" and not one.sure and meant.get(numbers.get(one)) in (one.item, *one.others) else one
            for one in found]  # fmt: skip


def uncrossed(found: Sequence[Match], *, by_hand: bool) -> list[Match]:
    """Wordings beside a tool's numbers, or such as stand several times where each section is counted, are sure."""
    numbers = [one.others[0] for one in found if one.how == CROSSED]
    if by_hand and len(set(numbers)) == len(numbers):
        return list(found)
    return [replace(one, how="wording", sure=True, others=()) if one.how == CROSSED else one for one in found]


def _is_numbered(one: Match) -> bool:
    """Whether nothing but a letter and a number that any question may have names the item: Q1."""
    return one.how == "id" and not one.sure


def _uncounted(found: Sequence[Match], under: Under) -> list[Match]:
    """Q1, Q2 ... name no items where one of them is another question: the numbers of all may be shifted by it."""
    numbered = [one for one in found if _is_numbered(one)]
    kinds = {held(under(one.heading.at)) for one in numbered if one.kind == LEVEL}
    shifted = "other" in kinds or {"level", "number"} <= kinds
    return [replace(one, item="", facet="", how="") if shifted and one in numbered else one for one in found]


def held(readings: Iterable[Reading]) -> str:
    """What a column holds: ``level`` where any text is one, else ``number``, ``other``, or "" for nothing."""
    said = [one for one in readings if one.state != "blank"]
    if any(one.state for one in said):
        return "level"
    if any(one.how in (NUMBER, MISFIT) for one in said):
        return "number"
    return "other" if said else ""


def _counted_through(found: Sequence[Match], framework: Framework) -> list[Match]:
    """Headings such as Q1, Q2 ... name the items of these numbers only where there is one for each and none beyond."""
    bare_ids = [one for one in found if _is_numbered(one) and one.kind == LEVEL]
    beyond = any(not one.item and re.fullmatch(r"\W*[a-zA-Z]+\W*\d+\W*", one.heading.text) for one in found)
    if beyond or {one.item for one in bare_ids} != {item.id for item in framework.items}:
        return list(found)
    beside = [one for one in found if one.how == "id" and one.kind == COMMENT]
    return [replace(one, sure=True) if one in bare_ids or one in beside else one for one in found]


def _shortened(found: Sequence[Match], framework: Framework) -> list[Match]:
    """A bare 1.1 may be 1.10 that a spreadsheet took for a number, where there is such an item and no heading of it."""
    ids, there = {item.id for item in framework.items}, {one.item for one in found}
    long = {id: f"{id}0" for id in ids if "." in id and f"{id}0" in ids - there}
    return [replace(one, sure=False, others=(long[one.item],)) if one.how == "id" and one.item in long else one
            for one in found]  # fmt: skip


def _once(found: Sequence[Match]) -> list[Match]:
    """The matches with no item taken twice."""
    claims: dict[tuple[str, str, str], list[Match]] = {}
    for one in found:
        if one.item:
            claims.setdefault((one.item, one.facet, one.kind), []).append(one)
    return [_against(one, claims.get((one.item, one.facet, one.kind), [one])) for one in found]


def _against(one: Match, claims: Sequence[Match]) -> Match:
    sure = [other for other in claims if other.sure]
    if len(claims) == 1 or sure == [one]:
        return one
    if len(sure) == 1:
        return replace(one, item="", facet="", how="", others=(one.item,))
    return replace(one, sure=False)


def _of_levels(found: Sequence[Match], framework: Framework, under: Under) -> list[Match]:
    """Headings that name nothing though levels stand under them, while items have none: what they may begin."""
    there = {one.item for one in found if one.kind == LEVEL}
    missing = {item.id: bare(item.text) for item in framework.items if item.id not in there}
    return [_likeliest(one, missing) if missing and not one.item and _mostly_levels(under(one.heading.at)) else one
            for one in found]  # fmt: skip


def _likeliest(one: Match, missing: dict[str, str]) -> Match:
    said = unnumbered(bare(one.heading.said[0] if one.heading.said else one.heading.text))
    begun = [id for id, words in missing.items() if words.startswith(said)] if " " in said else []
    if not begun:
        return replace(one, how=LEVELS, others=())
    return replace(one, item=begun[0], how="cut", sure=False, others=tuple(begun[1:]))


def _mostly_levels(readings: Iterable[Reading]) -> bool:
    said = [one.taken and one.state == "rated" for one in readings if one.state != "blank"]
    return 2 * sum(said) > len(said)


def _as_comment(one: Match, under: Under) -> Match:
    """A comment under which nothing but levels stands may be the rating itself, and is asked about."""
    if one.kind != COMMENT or not one.item:
        return one
    said = [reading for reading in under(one.heading.at) if reading.state != "blank"]
    alone = bool(said) and all(reading.taken and reading.state == "rated" for reading in said)
    return replace(one, sure=False, how=BOTH) if alone else one
