"""Headings above one person's answers that name nobody: “Your rating (a-e)”, “Where are we?”, “Level 2026”."""

import re
from collections.abc import Collection, Sequence

from assesslib.readers.matching.wording import bare

YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)\d\d|\d\d))?(?!\d)")
ONE_ANSWER = {"rating", "ratings", "level", "levels", "score", "scores", "answer", "answers", "response", "responses",
              "your", "my", "self", "assessment", "assessed", "grade", "judgement", "judgment", "choice", "result",
              "current", "now", "today", "present", "rate", "rated", "select", "selected", "choose", "tick", "enter",
              "evaluation", "marks", "bewertung", "einschätzung", "stufe", "niveau", "évaluation", "nivel",
              "valoración", "beoordeling", "livello", "sgôr", "lefel"}  # fmt: skip
_ALONE = {"view", "opinion", "position", "progress", "stage", "status", "rag", "individual", "personal", "own",
          "maturity", "box", "letter", "option"}  # fmt: skip
_FILL = {"of", "the", "a", "an", "for", "on", "in", "by", "from", "to", "and", "or", "each", "per", "at", "this",
         "that", "is", "are", "do", "does", "how", "well", "far", "where", "what", "which", "one", "please", "here",
         "item", "standard", "statement", "key", "feature", "it", "with", "only", "out"}  # fmt: skip
_PRONOUNS = {"your", "yours", "our", "ours", "we", "ihre", "deine", "eure", "unsere", "votre", "notre", "eich"}
"""Words that make a heading nobody's beside one that says what stands below; “Our Place” is an organisation."""
_ASKED = {"how", "what", "where", "which", "wie", "wo", "welche", "comment", "quel", "où", "cómo", "dónde", "sut",
          "ble"}  # fmt: skip
_NOW = re.compile(r"\b(?:this year|where we are)\b")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CODES = re.compile(r"(?<!\w)\w{1,2}(?:(?:\s*[-–—/,|]\s*|\s+(?:to|or)\s+|\s*,\s*or\s+)\w{1,2})+(?!\w)", re.IGNORECASE)
_LONGEST = 60
"""Letters of a name."""


def is_nameless(text: str) -> bool:
    """Whether a heading stands above one person's answers without a name.

    Examples
    --------
    >>> is_nameless("Your rating"), is_nameless("Where we are now"), is_nameless("Anna")
    (True, True, False)
    >>> [is_nameless(text) for text in ("Your rating (G, W, S or D)", "Where are we?", "Our view", "Level 2026")]
    [True, True, True, True]
    >>> [is_nameless(text) for text in ("Anna (Chair)", "Rating 1", "My Nguyen", "Anna?")]
    [False, False, False, False]
    """
    words = _words(_BRACKETS.sub(" ", text))
    if not words:
        return False
    return set(words) <= ONE_ANSWER or _asks(text, words) or _says(words, ONE_ANSWER | _ALONE | _FILL, ONE_ANSWER)


def is_nameless_alone(text: str, codes: Collection[str]) -> bool:
    """Whether the heading of the only answers of a table names nobody; beside others “Rating 1” may be somebody.

    Parameters
    ----------
    text : str
        The heading.
    codes : collection of str
        The levels of the framework: a heading of nothing else, such as “a-e”, is no name.

    Examples
    --------
    >>> [is_nameless_alone(text, "GWSD") for text in ("Rating 1", "Status", "G/W/S/D", "2026", "Mark (1-5)")]
    [True, True, True, True, True]
    >>> [is_nameless_alone(text, "GWSD") for text in ("Anna", "Mark", "Anna (Police)", "A-B", "Member 1", "1")]
    [False, False, False, False, False, False]
    """
    if is_nameless(text):
        return True
    own = _less_codes(text, {code.casefold() for code in codes})
    plain = _BRACKETS.sub(" ", own)
    words = [word for word in _words(plain) if not word.isdecimal()]
    if not words:
        return own != text or bool(YEAR.search(text))
    return _says(words, ONE_ANSWER | _ALONE | _FILL, ONE_ANSWER | _ALONE) or (own != text and words == ["mark"])


def _words(text: str) -> list[str]:
    """The words of a heading without its year."""
    return _NOW.sub("now", bare(YEAR.sub(" ", text))).split()


def _asks(text: str, words: Sequence[str]) -> bool:
    """Whether a heading asks or bids (“Our view”, “please”), is a question, or is longer than any name."""
    asked = "?" in text and (len(words) > 2 or words[0] in _ASKED)
    said = set(words) - _PRONOUNS
    bids = "please" in words or (len(said) < len(set(words)) and bool(said & (ONE_ANSWER | _ALONE | _ASKED)))
    return asked or bids or (len(text) > _LONGEST and bool(ONE_ANSWER & set(words)))


def _says(words: Sequence[str], known: Collection[str], needed: Collection[str]) -> bool:
    """Whether all words are known, and one of them says that it is an answer."""
    return all(word in known for word in words) and any(word in needed for word in words)


def _less_codes(text: str, codes: Collection[str]) -> str:
    """A heading without lists of levels: “a-e”, “1 to 5”, “G, W, S or D”."""
    found = (one for one in _CODES.finditer(text) if _are_codes(one[0], codes))
    for one in found:
        text = text.replace(one[0], " ")
    return text


def _are_codes(text: str, codes: Collection[str]) -> bool:
    pieces = [piece for piece in bare(text).split() if piece not in ("to", "or")]
    return all(piece in codes or piece.isdecimal() for piece in pieces)
