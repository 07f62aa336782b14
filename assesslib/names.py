"""The ids of members: what may be one, and one made from a name."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import count

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
                          "'": "", "’": ""})  # fmt: skip
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_SIGNS = re.compile("[^a-z0-9]+")
_LONGEST = 40
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""What Windows allows no file to be called."""


def is_id(text: str) -> bool:
    """Whether a text may be a member's id, which names a file: 1 to 40 of a to z, 0 to 9, - and _.

    Examples
    --------
    >>> is_id("ann-2"), is_id("Ann"), is_id("nul")
    (True, False, True)
    """
    return bool(_ID.fullmatch(text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text in small letters without accents, other signs as single hyphens.

    Examples
    --------
    >>> plain("Zoë O’Brien-Łuk"), plain("王伟")
    ('zoe-obrien-luk', '')
    """
    small = text.casefold().translate(_LETTERS)
    return _SIGNS.sub("-", small if small.isascii() else _without_accents(small)).strip("-")


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def make_id(name: str, taken: Collection[str]) -> str:
    """A member's id made from the name: small letters, accents folded, unlike every id in ``taken``.

    Examples
    --------
    >>> make_id("Zoë Ng", ["zoe-ng"]), make_id("王伟", [])
    ('zoe-ng-2', 'member')
    """
    stem = plain(name)[:_LONGEST].strip("-") or "member"
    tries = (stem if n == 1 else f"{stem[: _LONGEST - len(f'-{n}')]}-{n}" for n in count(1))
    return next(id for id in tries if id not in taken and id not in RESERVED)
