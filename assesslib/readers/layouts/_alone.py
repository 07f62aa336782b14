"""Headings above the only answers of a table that name nobody: “Level achieved”, “Member rating”, “G/W/S/D”."""

import re
from collections.abc import Collection, Sequence

from assesslib.framework import Framework
from assesslib.readers.layouts._one_answer import (
    BRACKETS,
    CODES,
    FILL,
    MEASURES,
    ONE_ANSWER,
    YEAR,
    is_aside,
    is_nameless,
)
from assesslib.readers.layouts._table_words import MONTHS
from assesslib.readers.matching.wording import bare

_ANYBODY = {"member", "members", "participant", "respondent", "officer", "agency", "partner", "organisation",
            "organization", "rater", "person", "team", "lead", "assessor", "reviewer", "name"}  # fmt: skip
"""Whoever answers; with a number behind them such words tell people apart: “Member 2”."""
_SAID = {"achieved", "chosen", "awarded", "given", "initial", "first", "actual", "outcome", "scoring", "marking",
         "code", "codes", "points", "value", "perceived", "perception", "scale", "compliance", "extent", "confidence",
         "performance", "achievement", "met", "agreement", "ranking", "baseline", "reached"}  # fmt: skip
_BESIDE = {"comment", "comments", "evidence", "note", "notes", "s", "see", "completing", "guidance", "partnership"}
_TIMES = MONTHS | {"q1", "q2", "q3", "q4"}
_UNNAMED = re.compile(r"(?:column|spalte|colonne|columna|unnamed) ?\d+")
_LEAST = 3
"""Levels that a heading tells at least before it is taken for a list of them; two letters may be initials."""


def is_nameless_alone(text: str, framework: Framework) -> bool:
    """Whether the heading of the only answers of a table names nobody; beside others “Rating 1” may be somebody.

    Parameters
    ----------
    text : str
        The heading.
    framework : Framework
        What was rated: a heading of nothing but its levels, such as “a-e”, is no name.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> [is_nameless_alone(text, cdrp) for text in ("Rating 1", "Status", "GWSD", "2026", "Mark (1-5)", "March 2026")]
    [True, True, True, True, True, True]
    >>> [is_nameless_alone(text, cdrp) for text in ("Anna", "Mark", "Anna (Police)", "A-B", "Member 1", "1", "DW")]
    [False, False, False, False, False, False, False]
    """
    if is_nameless(text) or _UNNAMED.fullmatch(bare(text)) or _are_levels(text, framework):
        return True
    own = _less_codes(text, {code.casefold() for code in framework.codes})
    plain = BRACKETS.sub(lambda found: " " if is_aside(found[0]) else found[0], own)
    year = YEAR.search(plain)
    words = [word for word in bare(YEAR.sub(" ", plain)).split()
             if not word.isdecimal() and not (year and word in _TIMES)]  # fmt: skip
    if not words:
        return plain != text or bool(year)
    return _says_nobody(text, words) or (plain != text and words == ["mark"])


def _says_nobody(text: str, words: Sequence[str]) -> bool:
    """Whether all words are general and one of them says what stands below, or whose it is without a name."""
    answers = ONE_ANSWER | MEASURES | _SAID
    needed = answers if any(sign.isdecimal() for sign in YEAR.sub(" ", text)) else answers | _ANYBODY
    return bool(set(words) & needed) and set(words) <= answers | _ANYBODY | _BESIDE | FILL


def _are_levels(text: str, framework: Framework) -> bool:
    """Whether a heading tells the levels, by their codes or the first words of their labels."""
    if bare(text) == "".join(framework.codes).casefold():
        return len(framework.codes) >= _LEAST
    told = [{level.code.casefold(), *bare(level.label).split()[:1]} for level in framework.levels]
    words = bare(text).split()
    return sum(bool(one & set(words)) for one in told) >= _LEAST and set(words) <= {"or", "to", "and"}.union(*told)


def _less_codes(text: str, codes: Collection[str]) -> str:
    """A heading without lists of levels: “a-e”, “1 to 5”, “G, W, S or D”."""
    found = (one for one in CODES.finditer(text) if _are_codes(one[0], codes))
    for one in found:
        text = text.replace(one[0], " ")
    return text


def _are_codes(text: str, codes: Collection[str]) -> bool:
    pieces = [piece for piece in bare(text).split() if piece not in ("to", "or")]
    return all(piece in codes or piece.isdecimal() for piece in pieces)
