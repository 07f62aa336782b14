"""One finding, and the grammar its sentence needs."""

from collections.abc import Sequence
from typing import NamedTuple

from assesslib.framework import Framework
from assesslib.tables.audits.words import series

WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


class Finding(NamedTuple):
    """A sentence a person would say, with what it is about and what stands behind it: ``n``, and that n in words."""

    kind: str
    words: str
    items: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    n: int = 0
    rests_on: str = ""


def named_items(framework: Framework, items: Sequence[str]) -> str:
    """Items by number, with the framework's term before them.

    Examples
    --------
    >>> import assesslib as al
    >>> named_items(al.load_framework("cdrp-dat-partnership"), ["1.1", "2.3"])
    'standards 1.1 and 2.3'
    """
    return f"{framework.term(len(items))} {series(items)}"


def capital(text: str) -> str:
    """A text with a capital at its beginning.

    Examples
    --------
    >>> capital("key feature 5")
    'Key feature 5'
    """
    return text[:1].upper() + text[1:]


def count(n: int, one: str, many: str = "") -> str:
    """A number and what it counts.

    Examples
    --------
    >>> count(0, "area"), count(1, "area"), count(2, "person", "people")
    ('no areas', '1 area', '2 people')
    """
    return f"{n or 'no'} {one if n == 1 else many or one + 's'}"


def begun(n: int, one: str, many: str = "") -> str:
    """A number and what it counts, at the beginning of a sentence.

    Examples
    --------
    >>> begun(2, "cause"), begun(31, "area")
    ('Two causes', '31 areas')
    """
    return capital(count(n, one, many).replace(str(n), WORDS[n], 1) if 0 < n < len(WORDS) else count(n, one, many))


def say(n: int) -> str:
    """The verb for so many members.

    Examples
    --------
    >>> say(1), say(2)
    ('says', 'say')
    """
    return "says" if n == 1 else "say"


def rated(n: int) -> tuple[int, str]:
    """How many members a finding rests on, as a number and in words.

    Examples
    --------
    >>> rated(1)
    (1, '1 member')
    """
    return int(n), count(int(n), "member")
