"""One finding, and how its sentence names items and tells what it rests on."""

from collections.abc import Sequence
from typing import NamedTuple

from assesslib.framework import Framework
from assesslib.words import count, series


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


def rated(n: int) -> tuple[int, str]:
    """How many members a finding rests on, as a number and in words.

    Examples
    --------
    >>> rated(1)
    (1, '1 member')
    """
    return int(n), count(int(n), "member")
