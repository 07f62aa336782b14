"""How alike the wordings of items are: the words that they share."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from assesslib.framework.load import Framework
from assesslib.framework.records import Item

# Words that stand in nearly every text and so say nothing of its likeness to another.
_SMALL = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or", "that",
     "the", "their", "they", "this", "to", "which", "with")
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Worded:
    """An item, its place among the items of its framework, and how often each of its words stands in it."""

    place: int
    item: Item
    words: Counter = field(compare=False)


def worded(framework: Framework) -> list[Worded]:
    """The items of a framework in order, each with its words, whatever their case; small ones are left out.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> worded(load_framework("csit-collaborative-working"))[27].words.total()
    5
    """
    return [Worded(place, item, _words(item.text)) for place, item in enumerate(framework.items)]


def _words(text: str) -> Counter:
    return Counter(word for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def together(parts: Iterable[Worded]) -> Counter:
    """The words of several items, and how often each stands in them all.

    Examples
    --------
    >>> together([])
    Counter()
    """
    return sum((part.words for part in parts), Counter())


def alike(one: Counter, other: Counter) -> float:
    """How much of the wording of both they have in common: 0 nothing, 1 all of it, in whatever order (Dice 1945).

    Examples
    --------
    >>> alike(Counter("abcd"), Counter("cdef")), alike(Counter(), Counter())
    (0.5, 0.0)
    """
    return 2 * (one & other).total() / ((one + other).total() or 1)
