"""What of a theme can be held beside another year: the items that all years asked alike, and what those say alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from assesslib.tables.change.pair import COMPARED, ONE_TO_ONE, Pair, chained
from assesslib.tables.change.year import Year
from assesslib.tables.threads.ends import FAULT, NOWHERE, at_the_ends, places_of
from assesslib.tables.threads.search import threads
from assesslib.tables.threads.themes import Carried, Rule, can_meet, home_of, themes_of
from assesslib.words import series

UNKNOWN, NOT_COMPARED = "cannot be told", "cannot be compared"
KEY = ("source", "theme", "direction")
Key = tuple[str, str, str]


@dataclass(frozen=True, eq=False)
class Seen:
    """One year as it is looked at for threads.

    Attributes
    ----------
    year : Year
    rows : mapping
        Those of `assesslib.tables.threads`, by source, theme and direction.
    carried : mapping
        Every theme's items by its source and name, as ids of this year.
    links, alike : mapping
        Each item's id in the latest year: of those that are one item there, and of those that can be compared.
    places : ndarray of int, shape (items, 2)
        Where each item lies on the scale.
    rule : Rule
    """

    year: Year
    rows: Mapping[Key, Mapping]
    carried: Mapping[tuple[str, str], tuple[str, ...]]
    links: Mapping[str, str]
    alike: Mapping[str, str]
    places: np.ndarray
    rule: Rule

    def has(self, key: Key) -> bool:
        """Whether the year has the theme at all."""
        return key[:2] in self.carried

    def compared(self, key: Key) -> set[str]:
        """The theme's items that can be compared with the latest year, as ids there."""
        return {self.alike[item] for item in self.carried.get(key[:2], ()) if item in self.alike}

    def found(self, key: Key) -> bool:
        """Whether the theme is a thread by all that this year asked."""
        return key in self.rows and bool(self.rows[key]["found"])

    def able(self, common: set[str]) -> bool:
        """Whether some items of the latest year could make a thread in this one."""
        return _meets(self, [item for item, latest in self.alike.items() if latest in common])

    def alone(self, key: Key, common: set[str]) -> dict:
        """What some items of the latest year say alone: found, the items at the end and against it, and how many."""
        at, against = at_the_ends(self.places, len(self.year.framework.codes), key[-1])
        levelled = self.places[:, 0] != NOWHERE
        own = np.array([self.alike.get(item) in common for item in self.year.items], dtype=bool)
        ends, opposed = (self.year.items[own & mark].tolist() for mark in (at, against))
        return {"found": not opposed and _meets(self, ends), "items": ends, "against": opposed,
                "asked": int(own.sum()), "levelled": int((own & levelled).sum())}  # fmt: skip


def _meets(seen: Seen, items: Sequence[str]) -> bool:
    return can_meet(Carried("", "", "", tuple(items)), home_of(seen.year.framework), seen.rule)


def seen_years(
    years: Sequence[Year], steps: Sequence[Pair], *, basis: str, rule: Rule, shuffles: int, anonymity: str
) -> list[Seen]:
    """Several years in order of time, with how the items of every two neighbours correspond, as `Seen`; errors as for
    `assesslib.tables.threads`."""
    return [_seen(year, _links(year, steps[place:]), basis, rule, shuffles, anonymity)
            for place, year in enumerate(years)]  # fmt: skip


def _seen(year: Year, links: Mapping[str, tuple[str, str]], basis: str, rule: Rule, shuffles: int,
          anonymity: str) -> Seen:  # fmt: skip
    table = threads(year, basis=basis, items=rule.items, sections=rule.sections, shuffles=shuffles,
                    anonymity=anonymity)  # fmt: skip
    rows = {_key(row): row for row in table.to_dict("records")}
    # Whoever acts in too few items of one year for a thread is a theme of it all the same.
    carried = {(one.source, one.theme.casefold()): one.items
               for one in themes_of(year.framework, year.notes, Rule(1, 1))}  # fmt: skip
    one_item = {was: now for was, (now, kind) in links.items() if kind in ONE_TO_ONE}
    alike = {was: now for was, (now, kind) in links.items() if kind in COMPARED}
    return Seen(year, rows, carried, one_item, alike, places_of(year, basis, anonymity, "Choose one of these."), rule)


def _key(row: Mapping) -> Key:
    source, theme, direction = (row[name] for name in KEY)
    return source, theme.casefold(), direction


def _links(year: Year, steps: Sequence[Pair]) -> dict[str, tuple[str, str]]:
    """What each item of a year is in the latest, and how that came."""
    if not steps:
        return {item: (item, "same") for item in year.items}
    rows = chained(steps).items
    return dict(zip(rows["item_before"], zip(rows["item"], rows["kind"], strict=True), strict=True))


def told_over(key: Key, years: Sequence[Seen]) -> tuple[list[bool], str, str]:
    """Whether a thread is known of in each year, what became of it in a word, and why no more can be said, or ""."""
    common = _common(key, years)
    alone = [one.alone(key, common) for one in years]
    known = [_known(one.rows.get(key, {}), own, one.rule) for one, own in zip(years, alone, strict=True)]
    why = _apart(key, years, common) or _decided_by_others(key, years, alone, known)
    if why:
        return known, NOT_COMPARED, why
    word = over_years([one.found(key) for one in years], known, key[-1])
    return known, word, _unknown(key, years, known) if word == UNKNOWN else ""


def _common(key: Key, years: Sequence[Seen]) -> set[str]:
    """The theme's items that all years asked alike, as ids of the latest; a year without the theme says nothing."""
    there = [one.compared(key) for one in years if one.has(key)]
    return set.intersection(*there) if there else set()


def _known(row: Mapping, alone: Mapping, rule: Rule) -> bool:
    """Whether a theme is known of by all that a year asked, and by what can be compared."""
    return all(bool(one) and _certain(one, rule.items) for one in (row, alone))


def _certain(row: Mapping, items: int) -> bool:
    """Whether a theme that is not found would not be found either if its items without a level had one."""
    unknown = row["asked"] - row["levelled"]
    return bool(row["found"] or row["against"] or not unknown or len(row["items"]) + unknown < items)


def _apart(key: Key, years: Sequence[Seen], common: set[str]) -> str:
    """Why a theme cannot be compared at all: another scale, no such theme, or too few items that all asked alike."""
    for one, other in pairwise(years):
        if one.year.framework.levels != other.year.framework.levels:
            return f"the scale of {other.year.name} is another than that of {one.year.name}"
    missing = [one.year.name for one in years if not one.has(key)]
    if missing and key[0] != "tag":
        return f"no {years[-1].year.framework.term()} of {series(missing)} belongs to such a theme"
    if all(one.able(common) for one in years if one.has(key)):
        return ""
    term, n = years[-1].year.framework.term, len(common)
    told = f"only {n} {term(n)}" if n else f"no {term()}"
    was = "were" if n > 1 else "was"
    return f"{told} of such a theme {was} {_asked_alike(key, len(years))}, too few for a thread"


def _asked_alike(key: Key, years: int) -> str:
    every = "both assessments" if years == 2 else "all of these assessments"
    return f"tagged with it in {every}" if key[0] == "tag" else f"asked alike in {every}"


def _decided_by_others(key: Key, years: Sequence[Seen], alone: Iterable[Mapping], known: Iterable[bool]) -> str:
    """Why a theme cannot be compared where it is found, or not, only by items that not all years asked alike."""
    other = [one.year.name for one, own, told in zip(years, alone, known, strict=True)
             if told and one.found(key) != own["found"]]  # fmt: skip
    if not other:
        return ""
    items = years[-1].year.framework.term(2)
    return f"in {series(other)} that rests on {items} that were not {_asked_alike(key, len(years))}"


def _unknown(key: Key, years: Sequence[Seen], known: Sequence[bool]) -> str:
    """Why it cannot be told: which years do not know."""
    return "; ".join(_without(key, one) for one, told in zip(years, known, strict=True) if not told)


def _without(key: Key, one: Seen) -> str:
    row, term = one.rows.get(key), one.year.framework.term
    if row is None:
        return f"there is no such {'tag' if key[0] == 'tag' else 'theme'} in {one.year.name}"
    n, asked = row["levelled"], row["asked"]
    have = f"only {n} of its {asked} {term(asked)} {'has' if n == 1 else 'have'} a level" if n else (
        f"none of its {asked} {term(asked)} has a level")  # fmt: skip
    return f"in {one.year.name} {have}"


def over_years(found: Sequence[bool], known: Sequence[bool], direction: str) -> str:
    """What became of a thread, in a word.

    Parameters
    ----------
    found, known : sequence of bool
        Whether it was found in each year, and whether that can be told.
    direction : str
        Golden thread or fault line.

    Examples
    --------
    >>> over_years([True, False], [True, True], "fault line"), over_years([True, False], [True, False], "fault line")
    ('healed', 'cannot be told')
    """
    seen = [year for year, told in zip(found, known, strict=True) if told]
    turns = sum(one != other for one, other in pairwise(seen))
    if len(seen) < 2 or not known[-1] or not any(seen):
        return UNKNOWN
    if turns > 1:
        return "went and came back" if seen[-1] else "came and went"
    gone = "healed" if direction == FAULT else "faded"
    return "held" if not turns else "appeared" if seen[-1] else gone


def latest_ids(one: Seen, items: Iterable[str]) -> Iterator[str]:
    """Items of a year by their ids in the latest; those that are no item of it are left out."""
    return (one.links[item] for item in items if one.links.get(item))
