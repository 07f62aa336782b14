"""How what a chart shows is told: numbers with their nouns, and words in a row."""

from collections.abc import Iterable


def many(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> many(1, "item"), many(0, "item")
    ('1 item', '0 items')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def series(words: Iterable[str]) -> str:
    """Words in a row with an “and” before the last.

    Examples
    --------
    >>> series("abc"), series("a"), series("")
    ('a, b and c', 'a', '')
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last
