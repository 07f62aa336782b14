"""What differs between the names of the files of one import: who it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

_SPLIT = re.compile(r"[^\s_(),.\[\]–—+&;-]+(?:-[^\W\d_]+)*")
_CODE = re.compile(r"([^\W\d_]{1,4})(\d{1,4})")
_COUNTED = {"v", "ver", "rev", "q", "h", "t", "w", "wk", "week", "fy", "no", "nr", "pt", "part", "page", "r", "copy",
            "form", "file", "data", "test", "book", "scan", "wave"}  # fmt: skip
"""Letters before a number that count something else than people: a version, a quarter, a part."""
PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "dos", "du", "del", "della", "la", "le", "ter", "ten",
             "bin", "al", "el"}  # fmt: skip
"""Words between a first and a last name."""


def words_of(title: str) -> list[str]:
    """The words of a file's or sheet's name.

    Examples
    --------
    >>> words_of("Self-assessment (2026) - Jo_Bell")
    ['Self-assessment', '2026', 'Jo', 'Bell']
    """
    return _SPLIT.findall(title)


@lru_cache(maxsize=64)
def own_parts(titles: tuple[str, ...], is_general: Callable[[str], bool]) -> tuple[tuple[str, ...], ...]:
    """The words of each title without those with which most of them begin or end.

    A last name that several people share stays: “Jane Bell” and “Jo Bell” are not Jane and Jo.

    Parameters
    ----------
    titles : tuple of str
        The names of the files.
    is_general : callable
        Whether a word is no part of anybody's name.

    Examples
    --------
    >>> own_parts(("Ratings Key Osei signed", "Ratings Jo Bell signed"), str.islower)
    (('Key', 'Osei'), ('Jo', 'Bell'))
    >>> own_parts(("Jane Bell", "Jo Bell", "Al Bell"), str.islower)
    (('Jane', 'Bell'), ('Jo', 'Bell'), ('Al', 'Bell'))
    >>> own_parts(("Jan van Dijk", "Bo van Dijk"), str.isdecimal), own_parts(("jo_bell", "al_bell"), str.isdecimal)
    ((('Jan', 'van', 'Dijk'), ('Bo', 'van', 'Dijk')), (('jo', 'bell'), ('al', 'bell')))
    """
    if len(titles) < 2:
        return tuple(tuple(words_of(title)) for title in titles)
    words = [tuple(words_of(title)) for title in titles]
    ahead = _shared(words)
    behind = _shared([row[::-1] for row in words])
    return tuple(_own(row, first, last, is_general) for row, first, last in zip(words, ahead, behind, strict=True))


def _shared(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """With how many words each row begins with which most rows begin."""
    plain = [tuple(word.casefold() for word in row) for row in rows]
    often = Counter(row[:length] for row in plain for length in range(1, len(row) + 1))
    return [max((length for length in range(1, len(row) + 1) if 2 * often[row[:length]] > len(rows)), default=0)
            for row in plain]  # fmt: skip


def _own(row: tuple[str, ...], first: int, last: int, is_general: Callable[[str], bool]) -> tuple[str, ...]:
    """What is left between the shared words; one word alone with the words beside it that may be of its name."""
    end = len(row) - last
    if end - first != 1:
        return row[first:end]
    lower = row[first].islower()
    ahead = 0 if first and row[first - 1] in PARTICLES else _run(row[:first][::-1], lower, is_general)
    behind = _run(row[end:], lower, is_general)
    return row[first - ahead : end + behind]


def _run(words: Sequence[str], lower: bool, is_general: Callable[[str], bool]) -> int:
    """How many words from a name on may be of it too: “van” only before another, small letters only beside such."""
    length = next((at for at, word in enumerate(words) if not _is_name(word, lower, is_general)), len(words))
    return length if any(word not in PARTICLES for word in words[:length]) else 0


def _is_name(word: str, lower: bool, is_general: Callable[[str], bool]) -> bool:
    if word in PARTICLES:
        return True
    return (lower or word[:1].isupper()) and word.replace("-", "").isalpha() and not is_general(word)


def is_code(word: str, others: Sequence[Sequence[str]]) -> bool:
    """Whether a word is a code such as m3 that tells a person from others with such codes.

    Examples
    --------
    >>> is_code("m3", [["m1"], ["m2"]]), is_code("v3", [["v1"]]), is_code("m3", [["anna"]])
    (True, False, False)
    """
    found = _CODE.fullmatch(word)
    if not found or found[1].casefold() in _COUNTED:
        return False
    codes = [one for other in others if len(other) == 1 and (one := _CODE.fullmatch(other[0]))]
    return any(one[1].casefold() == found[1].casefold() and one[2] != found[2] for one in codes)
