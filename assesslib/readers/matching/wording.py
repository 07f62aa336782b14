"""How wordings are compared: by their words alone, whatever a survey tool or a spreadsheet did to the rest."""

import html
import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,200}|!--.*?--)>", re.DOTALL)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_CUT = re.compile(r"(?:…|\.\.\.)\s*$")
_TURNS = {"not", "no", "never", "none", "nor", "cannot", "without", "un", "t", "less", "more", "all", "some", "any",
          "most", "few", "local", "national", "only", "always", "rarely"}  # fmt: skip
"""Words that change what a statement says; two wordings that differ in one of them are not near each other."""
_ANOTHER = {"not", "no", "never", "none", "nor", "cannot", "without", "t", "untrue", "false", "wrong", "hardly",
            "rarely", "contrary", "opposite", "disagree", "unlikely", "important", "importance", "unimportant",
            "matter", "matters", "relevant", "relevance", "priority", "urgent", "difficult", "difficulty", "future",
            "should", "would", "formerly", "previously", "ago", "nicht", "kein", "keine", "nie", "wichtig", "pas",
            "jamais", "ne", "nunca", "importante", "ddim", "pwysig"}  # fmt: skip
"""Words beside a statement that deny it or ask something else of it than how far it is so."""
_COUNT = re.compile(r"\bno (?=\d)")
_CLAUSES = re.compile(r"[.;!?()\n]+|,\s+(?=if\b)|\s[–—-]\s", re.IGNORECASE)
_HOW_TO = ("if ", "where you ", "when you ", "please do not ", "do not ", "don t ", "leave ", "there are no ",
           "there is no ", "you do not ", "you need not ", "choose ", "select ", "tick ", "remember ")  # fmt: skip
"""Beginnings of a clause that says how to answer, and not what is asked."""
_SOME = 0.3
"""Likeness by words below which letters are not compared."""
LONGEST = 4_000


@lru_cache(maxsize=16_384)
def bare(text: str) -> str:
    """The words of a text in small letters, one space between them: no markup, no punctuation, no kind of quote.

    Examples
    --------
    >>> bare("<p>Partners\\u00a0trust each\\u00a0other \\u2013 “mostly”.</p>")
    'partners trust each other mostly'
    """
    text = text[:LONGEST]
    unmarked = _TAG.sub(" ", html.unescape(text)) if "<" in text or "&" in text else text
    return " ".join(re.findall(r"[^\W_]+", _UNSEEN.sub("", unicodedata.normalize("NFKC", unmarked)).casefold()))


def is_cut(text: str) -> bool:
    """Whether a text ends in an ellipsis, as headings do that a tool has shortened."""
    return bool(_CUT.search(text))


def likeness(one: str, other: str) -> float:
    """How alike two bare wordings are, from 0 to 1: the share of their words that stand in the same order in both.

    Examples
    --------
    >>> likeness("we trust each other", "we trust each other"), likeness("we trust", "they doubt")
    (1.0, 0.0)
    """
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def spelling(one: str, other: str) -> float:
    """How alike two bare wordings are letter by letter, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def alike(one: str, other: str) -> float:
    """How alike two bare wordings are by their words, or letter by letter: a slip of the pen is a small edit too.

    Examples
    --------
    >>> alike("we trust each other", "we trust eahc other") > 0.9, alike("we trust", "they doubt")
    (True, 0.0)
    """
    by_word = likeness(one, other)
    return max(by_word, spelling(one, other)) if by_word > _SOME else by_word


def says_else(one: str, other: str) -> bool:
    """Whether two wordings differ in a word, such as “not”, or a number, that changes what they say.

    Examples
    --------
    >>> says_else("roles are clear", "roles are not clear"), says_else("roles are clear", "the roles are clear")
    (True, False)
    """
    differ = set(one.split()) ^ set(other.split())
    return any(word in _TURNS or any(letter.isdigit() for letter in word) for word in differ)


def unnumbered(words: str) -> str:
    """Bare words without the number of the question before them.

    Examples
    --------
    >>> unnumbered("q6 we trust each other"), unnumbered("we trust 3 others")
    ('we trust each other', 'we trust 3 others')
    """
    return re.sub(r"^q? ?\d+ ", "", words)


def turns(words: str) -> bool:
    """Whether words beside a statement may deny it, or ask something else of it than how far it is so.

    Examples
    --------
    >>> turns("it is not true that"), turns("how important is this to you"), turns("no 5 how far are we")
    (True, True, False)
    """
    return not _ANOTHER.isdisjoint(_COUNT.sub("", words).split())


def asks_else(title: str) -> bool:
    """Whether the title above statements may deny them, or ask something else of them; how to answer is no matter.

    Examples
    --------
    >>> asks_else("How important is this to you?"), asks_else("Please rate each (if you do not know, choose “?”)")
    (True, False)
    """
    clauses = (bare(part) for part in _CLAUSES.split(title))
    return any(turns(words) for words in clauses if not f"{words} ".startswith(_HOW_TO))
