"""Which item each heading of a file names: by id or by wording, never by its place; what is not sure is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assesslib.framework import Framework
from assesslib.framework.records import Facet, Item
from assesslib.readers.matching.claims import Under, settled, uncrossed
from assesslib.readers.matching.comment_words import less_comment
from assesslib.readers.matching.ids import Named, named, of_day
from assesslib.readers.matching.match import COMMENT, CROSSED, LEVEL, TITLED, TURNED, Match
from assesslib.readers.matching.wording import (
    LONGEST,
    alike,
    asks_else,
    bare,
    is_cut,
    says_else,
    turns,
    unnumbered,
)
from assesslib.readers.records import ANSWER, Heading

__all__ = ("COMMENT", "LEVEL", "Match", "less_comment", "match_headings")
_SHORT, _LABEL, _LETTERS = 4, 5, 4
"""Words that a cut heading must keep, and that a label of somebody's own behind an id may have; letters that say
nothing behind one."""
_FAIR, _NEAR, _MARGIN = 0.6, 0.92, 0.08
"""Likenesses from which a wording is proposed and taken, and its lead over the next."""


@dataclass(frozen=True)
class _Asked:
    """An item with its wording as it is compared, and its section's."""

    item: Item
    words: str
    section: str


def match_headings(headings: Sequence[Heading], framework: Framework, under: Under | None = None, *,
                   by_hand: bool = False) -> tuple[Match, ...]:  # fmt: skip
    """Match every heading that may be an item; the others are left out.

    Two headings of one item are never both kept: of a sure one and one that is not the sure one counts, and otherwise
    neither is sure.

    Parameters
    ----------
    headings : sequence of Heading
        What a layout found.
    framework : Framework
        What was rated.
    under : callable, optional
        By the place of a heading what the different texts under it are read as: with it numbers are not counted
        through over another question, and headings are asked about that name nothing though levels stand under them.
    by_hand : bool
        Whether a person wrote the numbers beside wordings, which one of another item then contradicts; a tool's own
        say nothing against a wording.

    Returns
    -------
    tuple of Match
        In the order of the headings.
    """
    asked = _asked(framework)
    found = [_match(heading, framework, asked) for heading in headings if heading.use == ANSWER]
    return tuple(settled(uncrossed(found, by_hand=by_hand), framework, under))


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
    if best.sure and _is_titled(best, framework, asked):
        return replace(best, how=TITLED, sure=False)
    if astray := {one.item for one in found if one.how == "id" and one.sure and _is_whole(best)} - {best.item}:
        return replace(best, how=CROSSED, sure=False, others=tuple(astray))
    return replace(best, sure=False, others=tuple(sorted(other))) if clash else best


def _is_whole(match: Match) -> bool:
    return match.sure and match.how == "wording"


def _is_titled(best: Match, framework: Framework, asked: Sequence[_Asked]) -> bool:
    """Whether a title that is no section's, nor part of the item's own wording, may ask something else of it."""
    title = best.heading.section
    if not (title and asks_else(title)):
        return False
    words, own = unnumbered(bare(title)), next(one for one in asked if one.item.id == best.item)
    if f" {own.words} " in f" {words} " and not turns(words.replace(own.words, " ")):
        return False
    return words not in own.words and not any(words in section for section in {one.section for one in asked})


_RANK = {
    "": 0,
    "like": 1,
    "day": 2,
    "number": 3,
    TURNED: 4,
    "small edit": 5,
    "cut": 6,
    "id": 7,
    "wording": 8,
    "id with wording": 9,
}


def _matches(heading: Heading, text: str, framework: Framework, asked: Sequence[_Asked]) -> Iterable[Match]:
    """What one text of a heading may name: as a whole, without a facet, and without the words of a comment."""
    plain, facet = _without_facet(text, framework)
    found = _named(plain, heading, framework, asked)
    if not found.sure and facet:
        whole = _named(text, heading, framework, asked)
        found, facet = (whole, None) if whole.sure else (found, facet)
    yield replace(found, facet=facet.id if facet and found.item else "")
    if (less := less_comment(plain)) is not None and not _begins_one(plain, framework, asked):
        found, side = _sided(less, heading, framework, asked)
        yield replace(found, kind=COMMENT, facet=facet.id if facet else side)


def _sided(text: str, heading: Heading, framework: Framework, asked: Sequence[_Asked]) -> tuple[Match, str]:
    """What a text names and the facet behind it: “5.1 Local” of “5.1 Local comment”."""
    plain, facet = _without_facet(text, framework)
    found, whole = _named(plain, heading, framework, asked), _named(text, heading, framework, asked)
    if facet and found.item and found.how not in ("like", "number") and (found.sure or not whole.sure):
        return found, facet.id
    return whole, ""


def _begins_one(text: str, framework: Framework, asked: Sequence[_Asked]) -> bool:
    """Whether a text, less its number, is the beginning of a wording: “… evidence of” is no word of a comment then."""
    number = named(text, framework)
    rest = number.rest if number else text
    return len(rest) <= LONGEST and bool(_cut(bare(rest), rest, asked))


def _without_facet(text: str, framework: Framework) -> tuple[str, Facet | None]:
    for facet in framework.facets:
        names = "|".join(re.escape(name) for name in {facet.label, facet.mark, facet.id} if name)
        if found := re.search(rf"[\s\[(:/|._–-]+(?:{names})[\])]?\s*$", text, re.IGNORECASE):
            return text[: found.start()], facet
    return text, None


def _named(text: str, heading: Heading, framework: Framework, asked: Sequence[_Asked]) -> Match:
    """What a text names: an id confirmed by the wording behind it, a wording, or an id alone."""
    number = named(text, framework)
    wording = _worded(text, heading, asked)
    behind = _worded(number.rest, heading, asked) if number and bare(number.rest) else None
    told = max((one for one in (wording, behind) if one), key=lambda one: (one.sure, _RANK[one.how]))
    if not number:
        return told if told.item else _dated(text, heading, framework)
    if told.item == number.item and _confirms(told, number, asked):
        return replace(told, how="id with wording", sure=True)
    if told.sure:
        return told
    return _begun(number, heading, asked) or _numbered(number, told, heading)


def _confirms(told: Match, number: Named, asked: Sequence[_Asked]) -> bool:
    """Whether a wording like that of the id's item says the same."""
    words = next(one.words for one in asked if one.item.id == number.item)
    added = " ".join(set(bare(number.rest).split()) - set(words.split()))
    return told.sure or (told.how in ("small edit", "cut", "like") and not turns(added))


def _begun(number: Named, heading: Heading, asked: Sequence[_Asked]) -> Match | None:
    """What the words behind an id begin; the id decides among those that begin so, and against the others nothing."""
    rest = bare(number.rest)
    begun = [one.item.id for one in asked if one.words.startswith(rest)] if len(rest) > _LETTERS else []
    if number.item in begun:
        sure = len(begun) == 1 or len(rest.split()) >= _SHORT
        others = () if sure else tuple(id for id in begun if id != number.item)
        return Match(heading, number.item, how="id with wording" if sure else "number", sure=sure, others=others)
    return Match(heading, begun[0], how="cut", others=tuple(begun[1:])) if begun else None


def _numbered(number: Named, told: Match, heading: Heading) -> Match:
    """An id that no wording confirms: sure where it stands alone, without a letter that any question may have."""
    alone = not bare(number.rest)
    if alone:
        return Match(heading, number.item, how="id", sure=not number.lettered or not number.item.isdecimal())
    if told.item or len(bare(number.rest).split()) > _LABEL:
        others = dict.fromkeys((number.item, *told.others))
        return replace(told, sure=False, others=tuple(one for one in others if one != told.item))
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
        if found and _is_turned(said, found[0].words):
            return replace(_one_of(found, TURNED, heading), sure=False)
        if found:
            return _one_of(found, how, heading)
    return _like(said, heading, asked)


def _is_turned(said: str, words: str) -> bool:
    """Whether what stands beside a held wording may make another question of it: “It is not true that …”."""
    front, held, back = f" {said} ".partition(f" {words} ")
    return bool(held) and turns(f"{front} {back}")


def _holding(said: str, asked: Sequence[_Asked]) -> list[_Asked]:
    """The items whose whole wording stands in a text that says little else; the longest of them."""
    held = [one for one in asked if f" {one.words} " in f" {said} " and len(one.words.split()) >= _SHORT]
    longest = max((len(one.words) for one in held), default=0)
    return [one for one in held if len(one.words) == longest]


def _cut(said: str, text: str, asked: Sequence[_Asked]) -> list[_Asked]:
    """The items whose wording a text begins, where it says enough to tell them apart."""
    words = len(unnumbered(said).split())
    long = words >= _SHORT or (is_cut(text) and words >= 2)
    return [one for one in asked if one.words.startswith((said, unnumbered(said)))] if long else []


def _one_of(found: Sequence[_Asked], how: str, heading: Heading) -> Match:
    """The one item that is meant; of several worded alike the one in whose section the heading stands."""
    under = bare(heading.section)
    here = [one for one in found if under and (one.section in under or under in one.section)] or found
    others = tuple(one.item.id for one in here[1:])
    return Match(heading, here[0].item.id, how=how, sure=not others, others=others)


def _like(said: str, heading: Heading, asked: Sequence[_Asked]) -> Match:
    if len(said.split()) < 2:
        return Match(heading)
    scores = sorted(((alike(said, one.words), one) for one in asked), key=lambda pair: -pair[0])
    (score, best), (next_score, _) = (*scores, (0.0, None))[:2]
    if score < _FAIR:
        return Match(heading)
    if turns(" ".join(set(said.split()) ^ set(best.words.split()))) and score >= _NEAR:
        return Match(heading, best.item.id, how=TURNED)
    near = score >= _NEAR and score - next_score >= _MARGIN and not says_else(said, best.words)
    return Match(heading, best.item.id, how="small edit" if near else "like", sure=near)
