"""Plain text made fit for any file: what no file can hold is spelled out, line ends part paragraphs."""

import re
import unicodedata
from itertools import accumulate

MARKS = {"✓": "ticked", "✔": "ticked", "☐": "box to tick", "☑": "ticked box", "☒": "crossed box"}
"""Marks, with the words that are read out for them."""
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_TURNS = {"R", "AL", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
_ISOLATES = re.compile("[\u2066-\u2069]")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    """A text that any file can hold: line ends as one character, control and half characters spelled out.

    Source: W3C, "Extensible Markup Language (XML) 1.0", 2.2 (the characters a document may hold).

    Examples
    --------
    >>> shown("a\\r\\nb\\x07c\\ud800")
    'a\\nb[U+0007]c[U+D800]'
    """
    return _UNFIT.sub(lambda found: spelled(found[0]), _LINE_END.sub("\n", text))


def spelled(character: str) -> str:
    """A character by its number, where it cannot be shown itself.

    Examples
    --------
    >>> spelled("\\x07")
    '[U+0007]'
    """
    return f"[U+{ord(character):04X}]"


def isolated(text: str) -> str:
    """A text that may run from right to left, set apart so that what stands beside it keeps its order.

    Source: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm" (isolates).

    Examples
    --------
    >>> isolated("North"), isolated("\u202ehtroN")
    ('North', '\u2068\u202ehtroN\u2069')
    """
    if _TURNS.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    # An isolate that the text leaves open, or closes too often, would end the one around it.
    return f"\u2068{text if _closed(text) else _ISOLATES.sub('', text)}\u2069"


def _closed(text: str) -> bool:
    """Whether every isolate in a text ends in it, and none ends that did not begin."""
    depths = list(accumulate(-1 if mark == "\u2069" else 1 for mark in _ISOLATES.findall(text)))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text, each to stand as a paragraph; one empty line for a text that holds none.

    Examples
    --------
    >>> paragraphs("one\\n\\ntwo\\n"), paragraphs("")
    (('one', 'two'), ('',))
    """
    return tuple(line for line in shown(text).split("\n") if line.strip()) or ("",)
