"""Names of people as files write them: with titles, the last name first, or nearly like another's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_HE, _SHE = {"mr", "sir", "lord", "herr", "sig", "señor"}, {"mrs", "ms", "miss", "dame", "lady", "frau", "mme", "mlle"}
_TITLES = _HE | _SHE | {"dr", "mx", "prof", "professor", "doctor", "cllr", "councillor", "rev", "revd", "hon"}
_BEHIND = {"phd", "md", "mba", "msc", "ma", "ba", "bsc", "obe", "mbe", "cbe", "qpm", "jp", "jr", "sr", "esq", "dr"}
"""What stands behind a name and a comma without being part of it."""
_PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "dos", "du", "del", "della", "la", "le", "mac",
              "ter", "ten"}  # fmt: skip
_NO_NAME = {"and", "und", "et", "e", "y", "en", "i", "a"}
_SHORT = 5
"""Letters from which on words that begin differently may be one with a slip."""
_LEAST = 6
"""Letters of a name from which on one more or less may be a slip."""


@lru_cache(maxsize=4096)
def called(text: str) -> str:
    """A name without titles, the first name first.

    A title before a single word or before initials stays: Mr Bell and Mrs Bell are two people.

    Examples
    --------
    >>> [called(text) for text in ("Bell, Anna", "Dr. Ben Carr", "Carr, Prof. Dr Ben", "Anna Bell, PhD", "van Es, Jo")]
    ['Anna Bell', 'Ben Carr', 'Ben Carr', 'Anna Bell', 'Jo van Es']
    >>> called("Dr Carr, Ben")
    'Ben Carr'
    >>> [called(text) for text in ("Mrs Bell", "Mr A. Bell", "Anna Bell, Police")]
    ['Mrs Bell', 'Mr A. Bell', 'Anna Bell, Police']
    """
    plain = " ".join(text.split())
    if "," not in plain and _bare(plain.partition(" ")[0]) not in _TITLES:
        return plain
    words = _turned(plain).split()
    rest = words[_titles(words) :]
    return " ".join(rest if len(rest) > 1 and all(len(_bare(word)) > 1 for word in (rest[0], rest[-1])) else words)


def _titles(words: Sequence[str]) -> int:
    """How many titles stand before a name."""
    return next((at for at, word in enumerate(words) if _bare(word) not in _TITLES), len(words))


def _bare(word: str) -> str:
    return word.strip(".").casefold()


def _turned(text: str) -> str:
    last, comma, first = (part.strip() for part in text.partition(","))
    if not comma or not last or not first:
        return text
    if first.replace(".", "").casefold() in _BEHIND:
        return last
    lasts, firsts = last.split(), first.split()
    lasts = lasts[_titles(lasts) :] or lasts
    words = [_bare(word) for word in (*lasts, *firsts)]
    is_one = len(lasts) == 1 or (len(lasts) < 4 and _bare(lasts[0]) in _PARTICLES)
    is_name = all(re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word) and word not in _NO_NAME for word in words)
    return f"{first} {' '.join(lasts)}" if is_one and len(firsts) < 5 and is_name else text


def gender(text: str) -> str:
    """``m`` or ``f`` where a title before a whole name says it, else "".

    Examples
    --------
    >>> gender("Mr Alex Bell"), gender("Bell, Ms Alex"), gender("Dr Alex Bell")
    ('m', 'f', '')
    """
    if "," not in text and _bare(text.partition(" ")[0]) not in _TITLES:
        return ""
    words = _turned(" ".join(text.split())).split()
    titles = {_bare(word) for word in (*words[: _titles(words)], *text.split()[:1])}
    return "m" if titles & _HE else "f" if titles & _SHE else ""


def is_near(one: str, other: str) -> bool:
    """Whether two names may be one person's: a letter apart, initials for a name, a middle name more, another order.

    Examples
    --------
    >>> [is_near("Anna Bell", text) for text in ("Ana Bell", "A. Bell", "Anna M Bell", "Bell Anna", "AB", "Zoë Bell")]
    [True, True, True, True, True, False]
    >>> is_near("Person 1", "Person 2"), is_near("Dan", "Ian"), is_near("A Carter", "B Carter")
    (False, False, False)
    """
    first, second = _words(one), _words(other)
    if not first or not second or any(sign.isdigit() for word in (*first, *second) for sign in word):
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    return (_is_slip(first, second) or _are_initials(first, second) or _is_longer(first, second)
            or _is_short(one, first, second) or _is_short(other, second, first))  # fmt: skip


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    apart = unicodedata.normalize("NFKD", called(text).casefold())
    return tuple(
        re.findall(r"\w+", "".join(sign for sign in apart if not unicodedata.combining(sign) and sign not in "'’"))
    )


def _is_slip(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one word of the two names is a letter apart."""
    if len(first) != len(second):
        return False
    other = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    if len(other) != 1 or min(len("".join(first)), len("".join(second))) < _LEAST:
        return False
    short, long = sorted(other[0], key=len)
    alike = short[0] == long[0] or len(short) >= _SHORT
    return len(short) > 2 and alike and _one_apart(short, long)


def _one_apart(short: str, long: str) -> bool:
    """Whether one letter more, another one, or two that changed places make one of the other."""
    if len(long) - len(short) > 1:
        return False
    at = next((place for place, sign in enumerate(short) if sign != long[place]), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )


def _are_initials(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the names are alike but for initials."""
    if len(first) != len(second):
        return False
    pairs = list(zip(first, second, strict=True))
    whole = any(one == other and len(one) > 1 for one, other in pairs)
    return whole and all(one == other or (1 in (len(one), len(other)) and one[0] == other[0]) for one, other in pairs)


def _is_longer(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one name has middle names more."""
    ends = len(first) > 1 and len(second) > 1 and (first[0], first[-1]) == (second[0], second[-1])
    return ends and (set(first) <= set(second) or set(second) <= set(first))


def _is_short(text: str, words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a text is nothing but the initials of a name."""
    return text.isupper() and len(others) > 1 and "".join(words) == "".join(word[0] for word in others)
