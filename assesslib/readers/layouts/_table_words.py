"""What people write above columns and before rows that are no member's answers: figures, notes, what was agreed."""

import re
from collections.abc import Collection, Iterable

from assesslib.readers.layouts._one_answer import ONE_ANSWER, YEAR
from assesslib.readers.layouts._one_answer import is_nameless as is_nameless
from assesslib.readers.matching.wording import bare

_FILL = {"of", "the", "all", "team", "group", "overall", "level", "levels", "rating", "ratings", "score", "scores",
         "points", "answer", "answers", "per", "item", "by", "on", "our", "in", "position", "view", "decision",
         "column", "row", "discussion", "meeting", "partnership", "and", "for", "from", "to", "key", "feature",
         "standard", "dev"}  # fmt: skip
_FIGURES = {"average", "averages", "avg", "mean", "median", "modal", "total", "totals", "sum", "subtotal", "count",
            "counts", "range", "spread", "disparity", "difference", "variance", "std", "deviation", "stdev", "iqr",
            "iov", "agreement", "minimum", "maximum", "lowest", "highest", "rank", "ranking", "percent",
            "percentage", "mode", "gap", "gaps", "diff", "rounded", "vote", "votes", "durchschnitt", "mittelwert",
            "summe", "anzahl", "moyenne", "médiane", "somme", "promedio", "mediana", "gemiddelde", "mediaan", "totaal",
            "cyfartaledd", "canolrif", "cyfanswm", "totale", "medel", "écart", "différence", "differenz", "abweichung",
            "diferencia", "verschil", "differenza"}  # fmt: skip
_OFTEN = {"most common", "most frequent", "most often", "häufigste", "le plus fréquent", "más frecuente"}
_SHORT_FIGURES = {"min", "max", "n", "sd", "av", "ave"}
_NOTES = {"note", "notes", "comment", "comments", "remark", "remarks", "evidence", "action", "actions", "owner",
          "owners", "due", "deadline", "status", "priority", "priorities", "strength", "strengths", "area", "areas",
          "improvement", "improvements", "discuss", "discussed", "rationale", "reason", "reasons", "theme", "themes",
          "guidance", "weight", "weighting", "rag", "next", "steps", "justification", "goal", "goals", "summary",
          "observations", "feedback"}  # fmt: skip
_AGREED = {"consensus", "agreed", "final", "joint", "moderated", "consensws", "konsens", "consenso", "vereinbart",
           "convenu", "acordado", "overeengekomen", "concordato", "cytunwyd"}  # fmt: skip
_NO_NAMES = {"consensus", "consensws", "konsens", "consenso"}
"""Those of them that are part of no name: “Joint May” may be somebody."""
_FIRST = [["agreed"], ["consensus"]]
"""Words that begin nobody's name."""
_TOGETHER = {"team", "group", "overall", "whole", "partnership", "collective", "shared", "gemeinsame", "commune",
             "común"}  # fmt: skip
_VIEW = {"view", "decision", "position", "verdict", "opinion", "judgement", "judgment", "einschätzung", "avis",
         "opinión"}  # fmt: skip
_SOME_TIME = {"previous", "previously", "last", "year", "before", "old", "earlier", "past", "prior", "baseline", "ago",
              "former", "vorjahr", "vorher", "letztes", "jahr", "année", "dernière", "précédente", "précédent", "año",
              "pasado", "anterior", "vorig", "jaar", "llynedd", "anno", "scorso", "ano", "passado"}  # fmt: skip
_AIMS = {"target", "targets", "desired", "aspiration", "aspirations", "ambition", "aim", "aims", "ideal", "future",
         "expected", "planned", "wanted", "ziel", "soll", "objectif", "cible", "objetivo", "doel", "obiettivo",
         "nod"}  # fmt: skip
_AIMED = re.compile(r"(?:where|what|how) (?:we|you|i) (?:\w+ )?(?:want|need|should|would|hope|aim|plan|like)\b")
_OTHER = {"page", "pages", "impact", "importance", "risk", "likelihood", "effort", "relevance", "peer", "review", "no",
          "nr", "number", "seite", "nummer", "numéro", "número", "wichtigkeit", "gewicht", "gewichtung"}  # fmt: skip
_UNCLEAR = {"team", "group", "overall", "partnership", "score", "scores", "rating", "ratings", "level", "levels",
            "all", "everyone", "everybody", "whole", "combined", "result", "results", "outcome", "conclusion",
            "conclusions", "facilitator", "moderator", "discussion", "gesamt", "alle", "ergebnis", "équipe", "tous",
            "ensemble", "résultat", "equipo", "todos", "resultado", "iedereen", "resultaat", "pawb"}  # fmt: skip
MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
           "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
           "spring", "summer", "autumn", "winter"}  # fmt: skip
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_LENGTH = re.compile(r"(?:\b(?:about|approx|ca)\b[.\s]*)?\b\d+\s*(?:mins?|minutes?|hours?|hrs?)\b", re.IGNORECASE)
"""How long something is talked about."""
_PERHAPS = {"page", "no", "nr", "key", "old", "prior", "last", "next", "past", "former", "future", "spread", "gap",
            "rank", "range", "sum", "count", "weight", "area", "owner", "due", "rag", "status"}  # fmt: skip
"""Words above notes and figures that a person may be called too, or by the initials."""
_BELOW = {"key", "note", "notes", "legend", "scale", "source", "guidance", "nb", "codes", "n b", "rating scale"}


def figures(texts: Iterable[str]) -> set[str]:
    """Those of some headings that are figures drawn from the answers; Max alone may be a member, Min and Max are not.

    Examples
    --------
    >>> sorted(figures(["Ann", "Team average", "Max"])), sorted(figures(["Ann", "Max"]))
    (['Max', 'Team average'], [])
    """
    texts = list(texts)
    sure = {text for text in texts if _says(text, _FIGURES) or any(_says_words(text, said) for said in _OFTEN)}
    short = {text for text in texts if bare(text) in _SHORT_FIGURES}
    # A number of answers, where nobody else is called by letters alone.
    alone = {text for text in short if text.strip() == "n" and all(len(bare(one)) > 2 for one in texts if one != text)}
    return sure | alone | (short if sure or len(short) > 1 else set())


def is_note(text: str) -> bool:
    """Whether a heading stands above notes, of whatever kind."""
    return _says(text, _NOTES, _AGREED)


def is_agreed(text: str) -> bool:
    """Whether a heading stands above what was agreed.

    Examples
    --------
    >>> [is_agreed(text) for text in ("Consensus", "Agreed level (a-e)", "Agreed actions", "Consensus 2025")]
    [True, True, False, True]
    >>> is_agreed("Group view"), is_agreed("Team"), is_agreed("Council view"), is_agreed("Agreed 1 March 2026")
    (True, False, False, True)
    >>> is_agreed("Agreed (10 mins)"), is_agreed("Agreed (10 Minns)")
    (True, False)
    """
    return any(_says(one, _AGREED) or is_view(one) for one in (text, _undated(text), _LENGTH.sub(" ", text)))


def years_of(text: str) -> frozenset[str]:
    """The years that a heading is of, two for one that begins in a year and ends in the next.

    Examples
    --------
    >>> sorted(years_of("Consensus 2025/26")), sorted(years_of("Agreed 01/03/26")), sorted(years_of("Final 25"))
    (['2025', '2026'], ['2026'], ['2025'])
    >>> sorted(years_of("Consensus 2")), sorted(years_of("Consensus 12"))
    ([], [])
    """
    found = YEAR.search(text)
    if found:
        first, *rest = re.findall(r"\d+", found[0])
        return frozenset((first, *(first[:2] + one if len(one) == 2 else one for one in rest)))
    short = re.search(r"(?:(?<=\d[/.-])[012]\d|(?<!\d)2\d)(?=\s*\)?\s*$)", text)
    return frozenset({f"20{short[0]}"} if short else ())


def _undated(text: str) -> str:
    """A heading without the day, month and year in it; a month may be a name, but for that of a consensus."""
    if not any(sign.isdecimal() for sign in text) and not _NO_NAMES & set(bare(text).split()):
        return text
    words = bare(YEAR.sub(" ", text)).split()
    return " ".join(word for word in words if word not in MONTHS and not _DAY.fullmatch(word))


def is_view(text: str) -> bool:
    """Whether a heading says that it is all people’s view, and not that it was agreed."""
    return _says(text, _VIEW, _TOGETHER) and _says(text, _TOGETHER, _VIEW)


def is_earlier(text: str) -> bool:
    """Whether a heading says that what stands below is of another time; a year alone does not.

    Examples
    --------
    >>> [is_earlier(text) for text in ("Last year", "Consensus 2025", "Baseline", "Anna 2025", "2025")]
    [True, False, True, False, False]
    """
    return _says(YEAR.sub(" ", text), _SOME_TIME, _AGREED)


def is_aim(text: str) -> bool:
    """Whether a heading stands above what is aimed at, or wished for.

    Examples
    --------
    >>> [is_aim(text) for text in ("Target 2027", "Where we want to be", "Aim Green")]
    [True, True, False]
    """
    return _says(YEAR.sub(" ", text), _AIMS, _SOME_TIME) or bool(_AIMED.match(bare(text)))


def is_other(text: str) -> bool:
    """Whether a heading stands above something that is nobody’s rating: a page, an importance.

    Examples
    --------
    >>> is_other("Impact"), is_other("Page"), is_other("Ellen Page")
    (True, True, False)
    """
    return _says(text, _OTHER)


def year_in(text: str) -> tuple[str, str]:
    """A heading without the year in it, and the year; "" where it has none.

    Examples
    --------
    >>> year_in("Anna 2025"), year_in("2024/25"), year_in("Anna"), year_in("Rating (2026)")
    (('Anna', '2025'), ('', '2024/25'), ('Anna', ''), ('Rating', '2026'))
    """
    found = YEAR.search(text)
    rest = f"{text[: found.start()]} {text[found.end() :]}" if found else text
    return rest.strip(" ()[]:,;–-"), found[0] if found else ""


def is_year(text: str) -> bool:
    """Whether a heading is a year and nothing else of note.

    Examples
    --------
    >>> is_year("2025"), is_year("Rating 2025"), is_year("Anna 2025"), is_year("12025")
    (True, True, False, False)
    """
    rest, year = year_in(text)
    return bool(year) and (is_nameless(rest) or all(word in _FILL | ONE_ANSWER for word in bare(rest).split()))


def is_unclear(text: str) -> bool:
    """Whether a heading may stand above what was agreed as well as above a figure.

    Examples
    --------
    >>> is_unclear("Team rating"), is_unclear("Team A"), is_unclear("Everyone")
    (True, False, True)
    >>> is_unclear("Agreed at the workshop"), is_unclear("Agreed actions"), is_unclear("Bea Agreed")
    (True, False, False)
    """
    words = bare(text).split()
    if words[:1] in _FIRST:
        return not (is_agreed(text) or is_note(text))
    return _says(text, _UNCLEAR) and not (len(words) > 1 and (len(words[-1]) == 1 or words[-1].isdecimal()))


def may_be_called(text: str) -> bool:
    """Whether a word above notes or figures may be somebody’s name or initials too.

    Examples
    --------
    >>> may_be_called("Page"), may_be_called("NO"), may_be_called("Comments"), may_be_called("Next steps")
    (True, True, False, False)
    """
    return bare(text) in _PERHAPS


def why_nobody(text: str, drawn: Collection[str] = ()) -> str:
    """Why a heading names nobody, as a clause; "" where it may be a person’s, or what was agreed.

    Parameters
    ----------
    text : str
        The heading.
    drawn : collection of str
        Those of the headings that are `figures`.
    """
    signs = ((text in drawn, "it holds figures drawn from the answers"), (is_earlier(text), "it is of another time"),
             (is_aim(text), "it holds what is aimed at"), (is_note(text), "it holds notes"),
             (is_other(text), "it is called like something else than a person"))  # fmt: skip
    return next((why for holds, why in signs if holds), "")


def is_below(text: str) -> bool:
    """Whether a text begins a note below a table: “Key: a = ...”."""
    return bare(text.partition(":")[0]) in _BELOW


def _says(text: str, some: Collection[str], also: Collection[str] = ()) -> bool:
    """Whether a text holds one of some words, and nothing that says more."""
    words = bare(text).split()
    return any(word in some for word in words) and all(
        word in some or word in also or word in _FILL or len(word) == 1 for word in words
    )


def _says_words(text: str, said: str) -> bool:
    """Whether a text begins with some words, and says nothing more of note."""
    rest = bare(text).removeprefix(said)
    return rest != bare(text) and all(word in _FILL for word in rest.split())
