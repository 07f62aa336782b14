"""Responses that name nobody: told by the tool's own number and their start, else by their time and answers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.matching.stamps import stamp
from assesslib.words import many

_OWN = 8
"""Signs from which on the number of a response is taken for its tool's in all surveys, and not in one alone."""
_DIGITS = 12
"""Digits of a key: few enough for the name of a file, and enough for a million responses."""
_FEW = 2
"""Responses of two files that are equal, from which on it is asked whether they are the same."""
_COLUMNS = ("place", "print", "response", "started", "submitted")


def keys_of(people: pd.DataFrame) -> list[str]:
    """What each response is known by, the same in every export that holds it.

    Without a number of the tool's own, two of one file that say the same at the same time are two.

    Parameters
    ----------
    people : DataFrame
        One row a response: ``place, same, started, submitted`` and, where they are known, ``response`` (the tool's own
        id of it) and ``print`` (a fingerprint of everything it says).

    Examples
    --------
    >>> row = {"place": "a.csv", "same": 1, "started": "3/1/26 9:00:00", "submitted": ""}
    >>> rows = pd.DataFrame([row | {"response": "7"}, row, row, row | {"started": "2026-03-01 09:00", "response": "7"}])
    >>> first, second, third, fourth = keys_of(rows)
    >>> first == fourth, third == f"{second}-2"
    (True, True)
    """
    seen: Counter[tuple[str, str]] = Counter()
    return [_key(seen, *row) for row in _rows(people)]


def _rows(people: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    same = people["same"].astype("str")
    texts = {
        "print": people["print"].astype("object").fillna(same) if "print" in people else same,
        "response": people["response"].astype("object").fillna("") if "response" in people else "",
    }
    whole = people.assign(**texts)
    return zip(*(whole[name].to_numpy(dtype="object") for name in _COLUMNS), strict=True)


def _key(seen: Counter[tuple[str, str]], place: str, said: str, response: str, started: str, submitted: str) -> str:
    id = " ".join(response.split())
    if id:
        return _hashed(id, stamp(started) or ("" if len(id) >= _OWN else stamp(submitted)))
    own = _hashed(said, stamp(started), stamp(submitted))
    seen[place, own] += 1
    return own if seen[place, own] == 1 else f"{own}-{seen[place, own]}"


def _hashed(*texts: str) -> str:
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def apart(people: pd.DataFrame, keys: Sequence[str]) -> list[str]:
    """The keys, those told apart by file that have neither a number nor a time: equal ones of two files are a question.

    Examples
    --------
    >>> rows = pd.DataFrame({"place": ["a.csv", "b.csv"], "same": 1, "started": "", "submitted": ""})
    >>> one, other = apart(rows, keys_of(rows))
    >>> other == f"{one}-2"
    True
    """
    seen: Counter[str] = Counter()
    return [_apart(seen, key) if bare else key for key, bare in zip(keys, _bare(people), strict=True)]


def _apart(seen: Counter[str], key: str) -> str:
    own = key.partition("-")[0]
    seen[own] += 1
    return own if seen[own] == 1 else f"{own}-{seen[own]}"


def _bare(people: pd.DataFrame) -> list[bool]:
    """Which responses have neither a number nor a time."""
    return [not f"{response}{started}{submitted}".strip()
            for *_, response, started, submitted in _rows(people)]  # fmt: skip


def copies(people: pd.DataFrame) -> list[Fault]:
    """Files with the responses of another, of people without names, numbers and times: each would count twice.

    Parameters
    ----------
    people : DataFrame
        The responses that name nobody, as `keys_of` takes them.
    """
    if people.empty:
        return []
    bare = [row for row, own in zip(_rows(people), _bare(people), strict=True) if own]
    prints: dict[str, Counter[str]] = {}
    for place, said, *_ in bare:
        prints.setdefault(place, Counter())[said] += 1
    several = {place: own for place, own in prints.items() if own.total() >= _FEW}
    pairs = ((place, other) for at, place in enumerate(several) for other in list(several)[:at])
    return [fault for place, other in pairs for fault in _twins(place, other, several[place], several[other])]


def _twins(place: str, other: str, here: Counter[str], there: Counter[str]) -> Iterator[Fault]:
    if here == there:
        yield Fault(f"holds the same responses as {other}, and nobody is named in them", value=place,
                    do="Take one of the two away.")  # fmt: skip
        return
    both = (here & there).total()
    if both >= _FEW and 2 * both >= min(here.total(), there.total()):
        yield Fault(f"holds {many(both, 'response')} that say the same as in {other}, and nobody is named in them",
                    value=place, do="If they are the same, take them away in one of the two; if one file holds all of "
                    "the other’s, give that one alone.")  # fmt: skip
