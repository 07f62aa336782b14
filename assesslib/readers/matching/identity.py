"""What tells one person from another in a file: an id, else an address, else a name; and where that is not enough."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from assesslib.faults import listed
from assesslib.readers.matching.person_names import called, gender
from assesslib.readers.matching.unnamed import apart, keys_of
from assesslib.readers.who import is_nobody

NOBODY = "response"
"""What the ids of responses begin with that name nobody."""


@dataclass(frozen=True)
class Who:
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
    columns = [people[name].tolist() for name in ("id", "email", "name", "organisation")]
    found = [_who(*(_said(text) for text in row)) for row in zip(*columns, strict=True)]
    if any(not one.key for one in found):
        found = _unnamed(found, people)
    for settled in (_by_title, _one_address, _by_name, _one_name):
        found = settled(found)
    return found


@lru_cache(maxsize=4096)
def _said(text: str) -> str:
    """A text as it is compared and shown: no odd spaces; "" where it is nobody's."""
    plain = " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())
    return "" if is_nobody(plain) else plain


def _who(id: str, email: str, name: str, organisation: str) -> Who:
    kind, text = next(((kind, text) for kind, text in (("id", id), ("email", email), ("name", name)) if text), ("", ""))
    key = (kind, (called(text) if kind == "name" else text).casefold()) if kind else ()
    return Who(key, name or email or id, id, email, name, organisation)


def _unnamed(found: Sequence[Who], people: pd.DataFrame) -> list[Who]:
    """Responses of nobody, told by their tool's number and start, or by their answers and time."""
    theirs = people[[not one.key for one in found]]
    keys = iter(apart(theirs, keys_of(theirs)))
    return [one if one.key else replace(one, key=(NOBODY, next(keys))) for one in found]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, one of them lengthened."""
    words, others = set(called(one).casefold().split()), set(called(other).casefold().split())
    return words <= others or others <= words


def _by_title(found: Sequence[Who]) -> list[Who]:
    """Mr and Mrs of one name are two people; any other title makes nobody another."""
    titles = _grouped((one.key, gender(one.name)) for one in found if one.key[0] == "name" and gender(one.name))
    return [replace(one, key=("name", one.name.casefold())) if len(titles.get(one.key, ())) > 1 else one
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
        return replace(one, key=keys[0])
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
    return replace(one, key=(*one.key, label.casefold()), label=label, doubt=doubt)


def _grouped(pairs: Iterable[tuple]) -> Mapping:
    """By the first of each pair the different seconds, in order."""
    groups: dict = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: list(values) for key, values in groups.items()}
