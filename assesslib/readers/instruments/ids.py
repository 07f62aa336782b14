"""Ids out of what people wrote: letters, digits, dots and hyphens, each used once."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

MOST = 60
_LEADING = re.compile(r"\[?\(?([A-Za-z]{0,4}\.?\d+(?:[.\-]\w{1,4})*)[\]).:]*\s+(?=\S)")
_WORD = re.compile(r"[a-z0-9]+")


def plain_letters(text: str) -> str:
    """A text in the letters of an id: accents are taken off, what has no such letter becomes a space.

    Examples
    --------
    >>> plain_letters("Évaluation № 1")
    'Evaluation No 1'
    """
    flat = unicodedata.normalize("NFKD", text)
    kept = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else " " for letter in kept)


def slug(text: str, otherwise: str = "") -> str:
    """Small letters and digits with hyphens between the words, cut at a word.

    Examples
    --------
    >>> slug("People & Partners"), slug("第一", "section-1"), slug("a" * 70 + " b")[-3:]
    ('people-partners', 'section-1', 'aaa')
    """
    words = _WORD.findall(plain_letters(text.replace("'", "").replace("’", "")).lower())
    while len(words) > 1 and len("-".join(words)) > MOST:
        words = words[:-1]
    return "-".join(words)[:MOST] or otherwise


def item_id(ref: str) -> str:
    """A number or code as the id of an item; "" where nothing of it can stand in one.

    Examples
    --------
    >>> item_id("1.1."), item_id("BASIC_ID.AM-1.1"), item_id("(iv)"), item_id("§ 3/a"), item_id("?")
    ('1.1', 'BASIC-ID.AM-1.1', 'iv', '3-a', '')
    """
    return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9.]+", "-", plain_letters(ref))).strip(".-")


def unique(ids: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The ids, each that is there already with the next free number behind it.

    Examples
    --------
    >>> unique(["1", "2", "1", "1"])
    ('1', '2', '1-2', '1-3')
    """
    wanted = list(ids)
    used, count, made = {*taken}, Counter(), []
    reserved = set(wanted)
    for one in wanted:
        free = one
        while free in used or (free != one and free in reserved):
            count[one] += 1
            free = f"{one}-{count[one] + 1}"
        used.add(free)
        made.append(free)
    return tuple(made)


def leading(text: str) -> tuple[str, str] | None:
    """The number at the beginning of a text, and what stands behind it; None where there is none.

    Examples
    --------
    >>> leading("Q1. Partners meet"), leading("Partners meet")
    (('Q1', 'Partners meet'), None)
    """
    match = _LEADING.match(text)
    return (match[1], text[match.end() :]) if match else None


def numbered(texts: Sequence[str]) -> tuple[tuple[str, str], ...] | None:
    """Each text's number and what stands behind it; None unless every one of several has a number of its own.

    Examples
    --------
    >>> numbered(["1.1 Partners meet", "1.2) They agree"])
    (('1.1', 'Partners meet'), ('1.2', 'They agree'))
    >>> numbered(["3 partners meet", "They agree"]) is None
    True
    """
    found = tuple(pair for pair in map(leading, texts) if pair)
    whole = len(found) == len(texts) > 1 and len({ref for ref, _ in found}) == len(found)
    return found if whole else None
