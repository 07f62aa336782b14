"""Headings above one person's answers that name nobody: “Your rating (a-e)”, “Where are we?”, “Level 2026”."""

import re
from collections.abc import Collection, Sequence

from assesslib.readers.matching.wording import bare

YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)\d\d|\d\d))?(?!\d)")
ONE_ANSWER = {"rating", "ratings", "level", "levels", "score", "scores", "answer", "answers", "response", "responses",
              "your", "my", "self", "assessment", "assessed", "grade", "judgement", "judgment", "choice", "result",
              "current", "now", "today", "present", "rate", "rated", "select", "selected", "choose", "tick", "enter",
              "evaluation", "marks", "bewertung", "einschätzung", "stufe", "niveau", "évaluation", "nivel",
              "valoración", "beoordeling", "livello", "sgôr", "lefel", "wertung", "puntuación"}  # fmt: skip
MEASURES = {"view", "opinion", "position", "progress", "stage", "status", "rag", "individual", "personal", "own",
          "maturity", "box", "letter", "option"}  # fmt: skip
FILL = {"of", "the", "a", "an", "for", "on", "in", "by", "from", "to", "and", "or", "each", "per", "at", "this",
         "that", "is", "are", "do", "does", "how", "well", "far", "where", "what", "which", "one", "please", "here",
         "item", "standard", "statement", "key", "feature", "it", "with", "only", "out"}  # fmt: skip
_PRONOUNS = {"your", "yours", "our", "ours", "we", "ihre", "deine", "eure", "unsere", "votre", "notre", "eich"}
"""Words that make a heading nobody's beside one that says what stands below; “Our Place” is an organisation."""
_GENERAL = {"team", "s", "partnership", "organisation", "organization", "agency", "service", "area", "group", "honest"}
"""Words of whom a heading asks, beside “your” or “our”."""
_ASKED = {"how", "what", "where", "which", "wie", "wo", "welche", "comment", "quel", "où", "cómo", "dónde", "sut",
          "ble"}  # fmt: skip
_INSTEAD = {"see", "use", "guidance", "letters", "letter", "numbers", "notes", "below", "above", "out", "max"}
"""Words in brackets that say how to answer."""
_WHOLE = {"votre note", "notre note", "ta note"}
_NOW = re.compile(r"\b(?:this year|where we are)\b")
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
CODES = re.compile(r"(?<!\w)\w{1,2}(?:(?:\s*[-–—/,|]\s*|\s+(?:to|or)\s+|\s*,\s*or\s+)\w{1,2})+(?!\w)", re.IGNORECASE)
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
    >>> [is_nameless(text) for text in ("Rating (Anna)", "Your rating: Anna", "Our Place rating")]
    [False, False, False]
    """
    plain = BRACKETS.sub(lambda found: " " if is_aside(found[0]) else found[0], text)
    words = _words(plain)
    if not words:
        return False
    return set(words) <= ONE_ANSWER or _asks(plain, words) or _says(words, ONE_ANSWER | MEASURES | FILL, ONE_ANSWER)


def _words(text: str) -> list[str]:
    """The words of a heading without its year."""
    return _NOW.sub("now", bare(YEAR.sub(" ", text))).split()


def is_aside(text: str) -> bool:
    """Whether what stands in brackets says how to answer, and not who does: “(a-e)”, “(please tick)”, “(1 = low)”."""
    words = bare(text).split()
    how = ONE_ANSWER | MEASURES | FILL | _PRONOUNS | _INSTEAD
    return "please" in words or "=" in text or bool(CODES.fullmatch(text[1:-1].strip())) or all(
        word in how or word.isdecimal() for word in words)  # fmt: skip


def _asks(text: str, words: Sequence[str]) -> bool:
    """Whether a heading asks or bids (“Our view”, “please”), is a question, or is longer than any name."""
    asked = "?" in text and (len(words) > 2 or words[0] in _ASKED)
    said = set(words) - _PRONOUNS
    ours = len(said) < len(set(words)) and bool(said & (ONE_ANSWER | MEASURES | _ASKED)) and _is_plain(text, said)
    bids = "please" in words or ours or " ".join(words) in _WHOLE
    return asked or bids or (len(text) > _LONGEST and bool(ONE_ANSWER & set(words)))


def _is_plain(text: str, said: Collection[str]) -> bool:
    """Whether “Your rating so far” holds no name: all other words are known, or small in one line that begins great."""
    other = [word for word in said if word not in ONE_ANSWER | MEASURES | FILL | _GENERAL | _ASKED]
    small = all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in other)
    return not other or (small and text[:1].isupper() and not re.search(r"[:(\[]|\s[-–—]\s", text))


def _says(words: Sequence[str], known: Collection[str], needed: Collection[str]) -> bool:
    """Whether all words are known, and one of them says that it is an answer."""
    return all(word in known for word in words) and any(word in needed for word in words)
