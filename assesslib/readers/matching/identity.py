"""What tells one person from another in a file: an id, else an address, else a name; and where that is not enough."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from assesslib.faults import Fault, listed
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
    response that names nobody is told by what it says, so that the same file never makes other people of it.
    """
    columns = [people[name].tolist() for name in ("id", "email", "name", "organisation")]
    found = [_who(*(_said(text) for text in row)) for row in zip(*columns, strict=True)]
    if any(not one.key for one in found):
        found = _told_by_answers(found, people)
    for settled in (_one_address, _by_name, _one_name):
        found = settled(found)
    return found


@lru_cache(maxsize=4096)
def _said(text: str) -> str:
    """A text as it is compared and shown: no odd spaces; "" where it is nobody's."""
    plain = " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())
    return "" if is_nobody(plain) else plain


def _who(id: str, email: str, name: str, organisation: str) -> Who:
    kind, text = next(((kind, text) for kind, text in (("id", id), ("email", email), ("name", name)) if text), ("", ""))
    key = (kind, text.casefold()) if kind else ()
    return Who(key, name or email or id, id, email, name, organisation)


def _told_by_answers(found: Sequence[Who], people: pd.DataFrame) -> list[Who]:
    """Responses of nobody, told by their answers and times; two alike are two."""
    seen: Counter[str] = Counter()
    said = zip(found, people["same"], people["started"], people["submitted"], strict=True)
    return [one if one.key else replace(one, key=(NOBODY, _print(seen, texts))) for one, *texts in said]


def _print(seen: Counter[str], texts: Iterable[object]) -> str:
    own = hashlib.sha256("\x1f".join(map(str, texts)).encode("utf-8", "replace")).hexdigest()[:8]
    seen[own] += 1
    return own if seen[own] == 1 else f"{own}-{seen[own]}"


def copies(people: pd.DataFrame, found: Sequence[Who]) -> list[Fault]:
    """Files that hold the very responses of another, of people without names: each of them would count twice."""
    places = _grouped((place, one.key[1][:8] + f" {n}") for n, (place, one) in
                      enumerate(zip(people["place"], found, strict=True)) if one.key[0] == NOBODY)  # fmt: skip
    prints = {place: sorted(text.split()[0] for text in texts) for place, texts in places.items()}
    twins = [(place, other) for at, place in enumerate(prints) for other in list(prints)[:at]
             if len(prints[place]) > 1 and prints[place] == prints[other]]  # fmt: skip
    return [Fault(f"holds the same responses as {other}, and nobody is named in them", value=place,
                  do="Take one of the two away.") for place, other in twins]  # fmt: skip


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, one of them lengthened."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words


def _one_address(found: Sequence[Who]) -> list[Who]:
    """One address under which several names answered."""
    names = _grouped((one.key, one.name) for one in found if one.key[0] == "email" and one.name)
    mixed = {key: theirs for key, theirs in names.items() if not all(_alike(theirs[0], name) for name in theirs)}
    return [_apart(one, one.name, f"answered from one address together with others ({listed(mixed[one.key])})")
            if one.key in mixed else one for one in found]  # fmt: skip


def _by_name(found: Sequence[Who]) -> list[Who]:
    """A response with a name alone is of the one address that stands with this name elsewhere."""
    keys = _grouped((one.name.casefold(), one.key) for one in found if one.key[0] == "email" and one.name)
    return [_joined(one, keys.get(one.name.casefold(), [])) if one.key[0] == "name" else one for one in found]


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
