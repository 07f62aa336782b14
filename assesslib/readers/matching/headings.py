"""Which item each heading of a file names: by id or by wording, never by its place; what is not sure is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assesslib.framework import Framework
from assesslib.framework.records import Facet, Item
from assesslib.readers.matching.ids import Named, named, of_day
from assesslib.readers.matching.wording import bare, is_cut, likeness, says_else, spelling
from assesslib.readers.records import ANSWER, Heading

LEVEL, COMMENT = "level", "comment"
_COMMENT = {"comment", "comments", "remark", "remarks", "note", "notes", "evidence", "kommentar", "commentaire"}
_BESIDE = _COMMENT | {"on", "for", "about", "to", "your", "any", "other", "the", "please", "add", "additional", "of"}
_SHORT, _LABEL = 4, 5
"""Words that a cut heading must keep, and that a label of somebody's own behind an id may have."""
_FAIR, _NEAR, _MARGIN = 0.6, 0.92, 0.08
"""Likenesses from which a wording is proposed and taken, and its lead over the next."""


@dataclass(frozen=True)
class Match:
    """What a heading became: an item (and facet) or nothing, its level or a comment, how it was told, and how surely.

    ``how`` is ``id``, ``wording``, ``cut`` (the beginning of its wording), ``small edit``, ``like`` (some of its
    wording), ``number`` (a number with other words), ``day`` (an id that became a date), ``mapping`` or "".
    """

    heading: Heading
    item: str = ""
    facet: str = ""
    kind: str = LEVEL
    how: str = ""
    sure: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Asked:
    """An item with its wording as it is compared, and its section's."""

    item: Item
    words: str
    section: str


def match_headings(headings: Sequence[Heading], framework: Framework) -> tuple[Match, ...]:
    """Match every heading that may be an item; the others are left out.

    Two headings of one item are never both kept: of a sure one and one that is not the sure one counts, and otherwise
    neither is sure.

    Returns
    -------
    tuple of Match
        In the order of the headings.
    """
    asked = _asked(framework)
    found = [_match(heading, framework, asked) for heading in headings if heading.use == ANSWER]
    return tuple(_once(_shortened(_counted_through(found, framework), framework)))


def _asked(framework: Framework) -> list[_Asked]:
    titles = {section.id: bare(f"{section.number} {section.title}") for section in framework.sections}
    return [_Asked(item, bare(item.text), titles.get(item.section, "")) for item in framework.items]


def _match(heading: Heading, framework: Framework, asked: Sequence[_Asked]) -> Match:
    """The best match over everything that a heading says."""
    said = list(dict.fromkeys(text for text in (*heading.said, heading.text) if text.strip()))
    found = [one for text in said for one in _matches(heading, text, framework, asked)]
    best = max(found, key=lambda one: (one.sure, _RANK[one.how], one.kind == COMMENT), default=Match(heading))
    other = {one.item for one in found if one.sure and one.item != best.item}
    clash = best.how not in ("wording", "id with wording") and best.sure and other
    return replace(best, sure=False, others=tuple(sorted(other))) if clash else best


_RANK = {
    "": 0,
    "like": 1,
    "day": 2,
    "number": 3,
    "small edit": 4,
    "cut": 5,
    "id": 6,
    "wording": 7,
    "id with wording": 8,
}


def _matches(heading: Heading, text: str, framework: Framework, asked: Sequence[_Asked]) -> Iterable[Match]:
    """What one text of a heading may name: as a whole, without a facet, and without the words of a comment."""
    plain, facet = _without_facet(text, framework)
    found = _named(plain, heading, framework, asked)
    if not found.sure and facet:
        whole = _named(text, heading, framework, asked)
        found, facet = (whole, None) if whole.sure else (found, facet)
    yield replace(found, facet=facet.id if facet and found.item else "")
    if (less := less_comment(plain)) is not None:
        yield replace(_named(less, heading, framework, asked), kind=COMMENT, facet=facet.id if facet else "")


def _without_facet(text: str, framework: Framework) -> tuple[str, Facet | None]:
    for facet in framework.facets:
        names = "|".join(re.escape(name) for name in {facet.label, facet.mark, facet.id} if name)
        if found := re.search(rf"[\s\[(:/|._–-]+(?:{names})[\])]?\s*$", text, re.IGNORECASE):
            return text[: found.start()], facet
    return text, None


def less_comment(text: str) -> str | None:
    """A heading such as “Comments on 1.1” or “1.1 comment” without those words; None where it has none."""
    words = list(re.finditer(r"[^\W_]+", text))
    front = _run(bare(word[0]) for word in words)
    back = _run(bare(word[0]) for word in reversed(words))
    if _is_comment(word[0] for word in words[:front]) and front < len(words):
        return text[words[front].start() :]
    if back < len(words) and _is_comment(word[0] for word in words[len(words) - back :]):
        return text[: words[len(words) - back - 1].end()]
    return None


def _run(words: Iterable[str]) -> int:
    """How many words from the first on may stand beside the word comment."""
    return len(list(takewhile(_BESIDE.__contains__, words)))


def _is_comment(words: Iterable[str]) -> bool:
    return any(bare(word) in _COMMENT for word in words)


def _named(text: str, heading: Heading, framework: Framework, asked: Sequence[_Asked]) -> Match:
    """What a text names: an id confirmed by the wording behind it, a wording, or an id alone."""
    number = named(text, framework)
    wording = _worded(text, heading, asked)
    behind = _worded(number.rest, heading, asked) if number and bare(number.rest) else None
    told = max((one for one in (wording, behind) if one), key=lambda one: (one.sure, _RANK[one.how]))
    if not number:
        return told if told.item else _dated(text, heading, framework)
    if told.item == number.item and (told.sure or told.how in ("small edit", "cut", "like")):
        return replace(told, how="id with wording", sure=True)
    if told.sure:
        return told
    return _numbered(number, told, heading)


def _numbered(number: Named, told: Match, heading: Heading) -> Match:
    """An id that no wording confirms: sure where it stands alone, without a letter that any question may have."""
    alone = not bare(number.rest)
    if alone:
        return Match(heading, number.item, how="id", sure=not number.lettered or not number.item.isdecimal())
    if told.item or len(bare(number.rest).split()) > _LABEL:
        return replace(told, sure=False, others=tuple(dict.fromkeys((number.item, *told.others))))
    return Match(heading, number.item, how="number")


def _dated(text: str, heading: Heading, framework: Framework) -> Match:
    ids = of_day(text, framework)
    return Match(heading, ids[0], how="day", others=ids[1:]) if ids else Match(heading)


def _worded(text: str, heading: Heading, asked: Sequence[_Asked]) -> Match:
    """The item whose wording a text is, begins, holds or is like."""
    said = bare(text)
    if not said:
        return Match(heading)
    for how, found in (("wording", [one for one in asked if one.words == said]),
                       ("wording", _holding(said, asked)), ("cut", _cut(said, text, asked))):  # fmt: skip
        if found:
            return _one_of(found, how, heading)
    return _like(said, heading, asked)


def _holding(said: str, asked: Sequence[_Asked]) -> list[_Asked]:
    """The items whose whole wording stands in a text that says little else; the longest of them."""
    held = [one for one in asked if f" {one.words} " in f" {said} " and len(one.words.split()) >= _SHORT]
    longest = max((len(one.words) for one in held), default=0)
    return [one for one in held if len(one.words) == longest]


def _cut(said: str, text: str, asked: Sequence[_Asked]) -> list[_Asked]:
    """The items whose wording a text begins, where it says enough to tell them apart."""
    long = len(said.split()) >= _SHORT or (is_cut(text) and len(said.split()) >= 2)
    return [one for one in asked if one.words.startswith(said)] if long else []


def _one_of(found: Sequence[_Asked], how: str, heading: Heading) -> Match:
    """The one item that is meant; of several worded alike the one in whose section the heading stands."""
    under = bare(heading.section)
    here = [one for one in found if under and (one.section in under or under in one.section)] or found
    others = tuple(one.item.id for one in here[1:])
    return Match(heading, here[0].item.id, how=how, sure=not others, others=others)


def _like(said: str, heading: Heading, asked: Sequence[_Asked]) -> Match:
    if len(said.split()) < 2:
        return Match(heading)
    scores = sorted(((_alike(said, one.words), one) for one in asked), key=lambda pair: -pair[0])
    (score, best), (next_score, _) = (*scores, (0.0, None))[:2]
    if score < _FAIR:
        return Match(heading)
    near = score >= _NEAR and score - next_score >= _MARGIN and not says_else(said, best.words)
    return Match(heading, best.item.id, how="small edit" if near else "like", sure=near)


def _alike(said: str, words: str) -> float:
    """How alike two wordings are; a slip of the pen in one word is a small edit too."""
    by_word = likeness(said, words)
    return max(by_word, spelling(said, words)) if by_word > _FAIR / 2 else by_word


def _counted_through(found: Sequence[Match], framework: Framework) -> list[Match]:
    """Headings such as Q1, Q2 ... name the items of these numbers only where there is one for each and none beyond."""
    bare_ids = [one for one in found if one.how == "id" and not one.sure and one.kind == LEVEL]
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
