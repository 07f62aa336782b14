"""What a piece of evidence says: how much detail it gives, whether it names something missing, which source it is."""

import re

from assesslib.tables.audits.dates import dates_in, without_dates

DEGREES = ("named only", "described", "described with figures or dates")
"""How much detail evidence may give, least first."""
BRIEF = 7
"""A text of more words than this, figures and dates not counted, says something of what it names."""
TELLING = frozenset((
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "did", "will", "can",
    "show", "shows", "showed", "shown", "says", "meet", "meets", "fell", "rose",
))  # fmt: skip
"""Words that tell of something: a text that holds one says more than a name."""
NEGATIVE = (
    "absence of", "lack of", "lacks", "lacking", "no formal", "no agreed", "no clear", "no evidence of", "not yet",
    "not all", "not in place", "is not", "are not", "has not", "have not", "vacant", "vacancies",
)  # fmt: skip
"""Words by which evidence says that something is missing."""
_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen"
)
_FIGURE = re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS.split())})s?\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"(?<!\bno )\b(?:" + "|".join(words.replace(" ", r"\s+") for words in NEGATIVE) + r")\b", re.IGNORECASE
)
_REFERENCE = re.compile(r"\b(?:sections?|schedules?|parts?|standards?|forms?)\s+\d[\d.]*", re.IGNORECASE)
_WORD = re.compile(r"\b[^\W\d_][\w’'-]*")
_PARTS = re.compile(r"[;\n]+")


def degree(text: str) -> str:
    """How much detail a piece of evidence gives: one of `DEGREES`.

    It is *described* where it is longer than seven words (figures and dates not counted), or holds a word that tells
    of something (“is”, “has”, “shows”; `TELLING`), or gives a figure after a colon; else it is *named only*, as in
    “Resources identified” or “Pooled budget of £175k”. What is described is so *with figures or dates* where it holds
    a date, digits or a number word from two; the year of a law and the number of a section are neither.

    Parameters
    ----------
    text : str
        One piece of evidence.

    Returns
    -------
    str
        ``named only``, ``described`` or ``described with figures or dates``.

    Examples
    --------
    >>> degree("Minutes of meetings"), degree("Lead officers meet"), degree("Flyers printed: 12,000")
    ('named only', 'described', 'described with figures or dates')
    """
    plain = _REFERENCE.sub("", without_dates(text))
    words = [word.casefold() for word in _WORD.findall(plain) if not _FIGURE.fullmatch(word)]
    told = len(words) > BRIEF or not TELLING.isdisjoint(words) or _FIGURE.search(plain.partition(":")[2])
    exact = dates_in(text) or _FIGURE.search(plain)
    return DEGREES[bool(told) + bool(told and exact)]


def negatives(text: str) -> tuple[str, ...]:
    """The words of `NEGATIVE` that a text holds, in the order of writing; not “no lack of”.

    Examples
    --------
    >>> negatives("Lack of staff; posts not  yet filled"), negatives("No lack of interest, nothing formal")
    (('lack of', 'not yet'), ())
    """
    found = (match[0].casefold() for match in _NEGATIVE.finditer(text))
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))


def sources(text: str) -> tuple[str, ...]:
    """The sources that a text names: its parts between semicolons or lines.

    Examples
    --------
    >>> sources("Minutes of the Board; annual report.")
    ('Minutes of the Board', 'annual report.')
    """
    return tuple(part.strip() for part in _PARTS.split(text) if part.strip())


def same(source: str) -> str:
    """A source by which it can be told again: without case, spaces or punctuation, “&” as “and”.

    Examples
    --------
    >>> same("Minutes & papers of the Board.") == same("minutes  and papers of the board")
    True
    """
    return " ".join(re.findall(r"[^\W_]+", source.casefold().replace("&", " and ")))
