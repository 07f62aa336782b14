"""What people write above columns and before rows that are no member's answers: figures, notes, what was agreed."""

from collections.abc import Collection, Iterable

from assesslib.readers.matching.wording import bare

_FILL = {"of", "the", "all", "team", "group", "overall", "level", "levels", "rating", "ratings", "score", "scores",
         "points", "answers", "per", "item", "by", "on", "our", "in", "position", "view", "decision", "column", "row",
         "discussion", "meeting", "partnership", "and", "for", "from", "to", "key", "feature", "standard",
         "dev"}  # fmt: skip
_FIGURES = {"average", "averages", "avg", "mean", "median", "modal", "total", "totals", "sum", "subtotal", "count",
            "counts", "range", "spread", "disparity", "difference", "variance", "std", "deviation", "stdev", "iqr",
            "iov", "agreement", "minimum", "maximum", "lowest", "highest", "rank", "ranking", "percent",
            "percentage"}  # fmt: skip
_SHORT_FIGURES = {"min", "max", "mode", "n", "sd", "av", "ave"}
_NOTES = {"note", "notes", "comment", "comments", "remark", "remarks", "evidence", "action", "actions", "owner",
          "owners", "due", "deadline", "status", "priority", "priorities", "strength", "strengths", "area", "areas",
          "improvement", "improvements", "discuss", "discussed", "rationale", "reason", "reasons", "theme", "themes",
          "guidance", "weight", "weighting", "rag", "next", "steps", "justification", "goal", "goals", "summary",
          "observations", "feedback"}  # fmt: skip
_AGREED = {"consensus", "agreed", "final", "joint", "consensws", "konsens"}
_SOME_TIME = {"previous", "last", "year", "before", "old", "earlier", "past", "prior"}
_UNCLEAR = {"team", "group", "overall", "partnership", "score", "scores", "rating", "ratings", "level", "levels"}
_ONE_ANSWER = {"rating", "level", "score", "answer", "response", "your", "my", "self", "assessment", "grade",
               "judgement", "choice"}  # fmt: skip
_BELOW = {"key", "note", "notes", "legend", "scale", "source", "guidance", "nb", "codes", "n b", "rating scale"}


def figures(texts: Iterable[str]) -> set[str]:
    """Those of some headings that are figures drawn from the answers; Max alone may be a member, Min and Max are not.

    Examples
    --------
    >>> sorted(figures(["Ann", "Team average", "Max"])), sorted(figures(["Ann", "Max"]))
    (['Max', 'Team average'], [])
    """
    texts = list(texts)
    sure = {text for text in texts if _says(text, _FIGURES)}
    short = {text for text in texts if bare(text) in _SHORT_FIGURES}
    return sure | (short if sure or len(short) > 1 else set())


def is_note(text: str) -> bool:
    """Whether a heading stands above notes, of whatever kind."""
    return _says(text, _NOTES, _AGREED)


def is_agreed(text: str) -> bool:
    """Whether a heading stands above what was agreed.

    Examples
    --------
    >>> [is_agreed(text) for text in ("Consensus", "Agreed level (a-e)", "Agreed actions", "Consensus 2025")]
    [True, True, False, False]
    """
    return _says(text, _AGREED)


def is_earlier(text: str) -> bool:
    """Whether a heading stands above what was agreed another time."""
    words = {word for word in bare(text).split() if not word.isdecimal()}
    return words != set(bare(text).split()) and _says(" ".join(words), _AGREED) or _says(text, _SOME_TIME, _AGREED)


def is_unclear(text: str) -> bool:
    """Whether a heading may stand above what was agreed as well as above a figure."""
    return _says(text, _UNCLEAR)


def is_nameless(text: str) -> bool:
    """Whether a heading stands above one person's answers without a name.

    Examples
    --------
    >>> is_nameless("Your rating"), is_nameless("Anna")
    (True, False)
    """
    words = bare(text).split()
    return bool(words) and set(words) <= _ONE_ANSWER


def is_below(text: str) -> bool:
    """Whether a text begins a note below a table: “Key: a = ...”."""
    return bare(text.partition(":")[0]) in _BELOW


def _says(text: str, some: Collection[str], also: Collection[str] = ()) -> bool:
    """Whether a text holds one of some words, and nothing that says more."""
    words = bare(text).split()
    return any(word in some for word in words) and all(
        word in some or word in also or word in _FILL or len(word) == 1 for word in words
    )
