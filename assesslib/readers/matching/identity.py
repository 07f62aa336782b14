"""What tells one person from another in a file: an id, else an address, else a name; and where that is not enough."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from assesslib.faults import listed
from assesslib.readers.matching.person_names import called, gender
from assesslib.readers.matching.unnamed import apart, keys_of
from assesslib.readers.who import nobodies

NOBODY = "response"
"""What the ids of responses begin with that name nobody."""


class Who(NamedTuple):
    """Who sent a response.

    Attributes
    ----------
    key : tuple of str
        Equal for responses of one person.
    label : str
        What a person calls them by, in the mapping too; "" for nobody.
    doubt : str
        Why the file does not tell one person from another, as a clause; "" where it does.
    """

    key: tuple[str, ...]
    label: str = ""
    id: str = ""
    email: str = ""
    name: str = ""
    organisation: str = ""
    doubt: str = ""


def identities(people: pd.DataFrame) -> list[Who]:
    """Who sent each response, row by row.

    Two addresses are two people. One address with two names, and one name with two organisations, are a question. A
    response that names nobody is told by its tool's number, or by what it says, so that the same file never makes
    other people of it.
    """
    columns = (people[name].to_numpy(dtype="object") for name in ("id", "email", "name", "organisation"))
    found = list(map(_who, *map(_said, columns)))
    places = [place for place, is_open in enumerate(_are_open(found)) if is_open]
    if not places:
        return found
    some = _unnamed([found[place] for place in places], people.iloc[places])
    for settled in (_by_title, _one_address, _by_name, _one_name):
        some = settled(some)
    told = dict(zip(places, some, strict=True))
    return [told.get(place, one) for place, one in enumerate(found)]


def _said(texts: Iterable[str]) -> list[str]:
    """Texts as they are compared and shown: no odd spaces; "" where one is nobody's."""
    plain = [" ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split()) for text in texts]
    nobody = nobodies(plain)
    return ["" if text in nobody else text for text in plain] if nobody - {""} else plain


def _who(id: str, email: str, name: str, organisation: str) -> Who:
    key = ("id", id.casefold()) if id else ("email", email.casefold()) if email else ()
    return Who(key or (("name", called(name).casefold()) if name else ()), name or email or id, id, email, name,
               organisation)  # fmt: skip


def _are_open(found: Sequence[Who]) -> list[bool]:
    """Which responses their key alone may not tell from others; most keys stand once, and no other name means them."""
    times = Counter(one.key for one in found)
    named = [one for one in found if one.key and one.key[0] == "name"]
    if not named and len(times) == len(found):
        return [not one.key for one in found]
    bare = {text for one in named for text in (one.key[1], one.name.casefold())}
    means = [called(one.name).casefold() if bare and one.key and one.key[0] == "email" else "" for one in found]
    both = bare.intersection(means) | {one.name.casefold() for one in named if times[one.key] > 1}
    return [not one.key or times[one.key] > 1 or meant in both or one.key[1] in both or one.name.casefold() in both
            for one, meant in zip(found, means, strict=True)]  # fmt: skip


def _unnamed(found: Sequence[Who], people: pd.DataFrame) -> list[Who]:
    """Responses of nobody, told by their tool's number and start, or by their answers and time."""
    theirs = people[[not one.key for one in found]]
    if theirs.empty:
        return list(found)
    keys = iter(apart(theirs, keys_of(theirs)))
    return [one if one.key else one._replace(key=(NOBODY, next(keys))) for one in found]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, one of them lengthened."""
    words, others = set(called(one).casefold().split()), set(called(other).casefold().split())
    return words <= others or others <= words


def _by_title(found: Sequence[Who]) -> list[Who]:
    """Mr and Mrs of one name are two people; any other title makes nobody another."""
    titles = _grouped((one.key, gender(one.name)) for one in found if one.key[0] == "name" and gender(one.name))
    return [one._replace(key=("name", one.name.casefold())) if len(titles.get(one.key, ())) > 1 else one
            for one in found]  # fmt: skip


def _one_address(found: Sequence[Who]) -> list[Who]:
    """One address under which several names answered."""
    names = _grouped((one.key, one.name) for one in found if one.key[0] == "email" and one.name)
    mixed = {key: theirs for key, theirs in names.items() if not all(_alike(theirs[0], name) for name in theirs[1:])}
    return [_apart(one, one.name, f"answered from one address together with others ({listed(mixed[one.key])})")
            if one.key in mixed else one for one in found]  # fmt: skip


def _by_name(found: Sequence[Who]) -> list[Who]:
    """A response with a name alone is of the one address that stands with this name elsewhere."""
    keys = _grouped((called(one.name).casefold(), one.key) for one in found if one.key[0] == "email" and one.name)
    return [_joined(one, keys.get(one.key[1], [])) if one.key[0] == "name" else one for one in found]


def _joined(one: Who, keys: Sequence[tuple[str, ...]]) -> Who:
    if len(keys) == 1:
        return one._replace(key=keys[0])
    return _apart(one, one.name, f"names nobody in particular: {len(keys)} addresses have this name") if keys else one


def _one_name(found: Sequence[Who]) -> list[Who]:
    """One name with several organisations."""
    bodies = _grouped((one.key, one.organisation) for one in found if one.key[0] == "name" and one.organisation)
    mixed = {key: theirs for key, theirs in bodies.items() if len({body.casefold() for body in theirs}) > 1}
    return [_apart(one, f"{one.name} ({one.organisation})", _bodies(mixed[one.key])) if one.key in mixed else one
            for one in found]  # fmt: skip


def _bodies(names: Sequence[str]) -> str:
    return f"stands with several organisations ({listed(names)})"


def _apart(one: Who, label: str, doubt: str) -> Who:
    return one._replace(key=(*one.key, label.casefold()), label=label, doubt=doubt)


def _grouped(pairs: Iterable[tuple]) -> Mapping:
    """By the first of each pair the different seconds, in order."""
    groups: dict = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: list(values) for key, values in groups.items()}
