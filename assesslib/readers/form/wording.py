"""Where the wording of an item ends on a form, and what is written below it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from assesslib.readers.form.clean import joined, plain, said, words
from assesslib.readers.form.names import Names, after

_LINES = 16
"""Lines that a wording may be wrapped on to."""


def below_wording(lines: Sequence[tuple[int, str]], id: str, names: Names) -> list[tuple[int, str]]:
    """What follows the wording of an item, which may be wrapped.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> from assesslib.readers.form.names import names_of
    >>> csit = names_of(load_framework("csit-collaborative-working"))
    >>> lines = [(1, "28 Technology is used to support"), (2, "collaborative working: c"), (3, "One list.")]
    >>> below_wording(lines, "28", csit)
    [(2, 'c'), (3, 'One list.')]
    """
    wording = names.items[id]
    texts = [_body([text for _, text in lines[:n]], id, names) for n in range(1, min(len(lines), _LINES) + 1)]
    for n, text in enumerate(texts, 1):
        own = words(text)
        if tuple(word.said for word in own[: len(wording)]) == wording:
            rest = after(text, own, len(wording))
            return [*([(lines[n - 1][0], rest)] if rest else []), *(one for one in lines[n:] if one[1].strip())]
    n = _most_alike([said(text) for text in texts], wording)
    return [one for one in lines[n:] if one[1].strip()]


def _body(lines: list[str], id: str, names: Names) -> str:
    """Lines as one text, without the item's number."""
    text = joined(lines)
    number = names.number.match(text)
    return plain(text[number.end() :] if number and number[1].casefold() == id.casefold() else text)


def _most_alike(texts: Sequence[tuple[str, ...]], wording: tuple[str, ...]) -> int:
    """How many lines hold the wording with small edits; 1 where the form has cut it short."""
    ratios = [SequenceMatcher(None, text, wording).ratio() for text in texts]
    return max(range(len(ratios)), key=lambda n: (ratios[n], -n), default=0) + 1
