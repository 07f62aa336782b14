"""The person whose name the name of a file or sheet holds, beside words that are no part of anybody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assesslib.framework import Framework
from assesslib.readers.layouts._table_words import is_agreed, is_unclear, why_nobody
from assesslib.readers.matching.wording import bare
from assesslib.readers.names_apart import words_of

GENERAL = {
    "a", "agency", "all", "amended", "and", "annual", "answer", "answers", "approved", "assessment", "assessments",
    "audit", "big", "blank", "board", "book", "by", "capacity", "checked", "club", "collaboration", "collaborative",
    "committee", "complete", "completed", "consultation", "copy", "corrected", "council", "csv", "data", "docx",
    "draft", "each", "edited", "email", "evaluation", "example", "examples", "excel", "exercise", "export",
    "feature", "features", "feuil", "file", "fillable", "filled", "filling", "final", "finished", "for", "form",
    "forms", "framework", "from", "front", "grade", "grades", "grading", "group", "guidance", "hoja", "import", "in",
    "individual", "input", "instructions", "item", "items", "key", "latest", "level", "levels", "list", "local",
    "manager", "matrix", "maturity", "me", "meeting", "member", "members", "multi", "my", "national", "new", "of",
    "old", "one", "our", "output", "part", "partner", "partners", "partnership", "pdf", "person", "question",
    "questionnaire", "questionnaires", "questions", "rated", "rater", "raters", "rates", "rating", "ratings", "read",
    "received", "reference", "report", "response", "responses", "result", "results", "return", "returned",
    "returns", "rev", "review", "reviewed", "revised", "round", "sample", "saved", "scan", "scanned", "score",
    "scorecard", "scored", "scores", "scoresheet", "scoring", "self", "selfassessment", "shared", "sheet", "signed",
    "signoff", "small", "spreadsheet", "standard", "standards", "statement", "statements", "submission", "submitted",
    "summary", "survey", "tab", "tabelle", "table", "team", "template", "test", "the", "tool", "toolkit", "untitled",
    "updated", "upload", "ver", "version", "web", "workbook", "working", "xls", "xlsx", "year", "your",
}  # fmt: skip
"""Words of names of files that are no part of a person's name."""
MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february",
          "march", "april", "june", "july", "august", "september", "october", "november", "december"}  # fmt: skip
BODIES = {"ambulance", "association", "borough", "care", "charity", "cic", "city", "community", "constabulary",
          "county", "department", "district", "education", "fire", "foundation", "health", "hospital", "housing",
          "icb", "justice", "ltd", "nhs", "office", "police", "prison", "probation", "rescue", "safer", "safety",
          "school", "service", "services", "social", "trust", "university", "voluntary", "youth"}  # fmt: skip
"""Words of names of organisations: beside two others they are no part of a person's."""
_REGIONS = {"central", "east", "eastern", "greater", "mid", "north", "northern", "royal", "south", "southern", "west",
            "western"}  # fmt: skip
"""Words before the name of a place: “West Midlands Police” is nobody called West Midlands."""
_GROUPS = {"agency", "board", "club", "committee", "council", "group", "partnership", "team", *BODIES}
"""Words by which a part between dashes is an organisation's."""
_MOST = 4
"""Words that the name of a person has at most."""


def person_in(title: str, framework: Framework, several: bool = False) -> str:
    """The person whose name a file's or sheet's name holds beside words of no person, or "".

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> person_in("Anna Berg", cdrp), person_in("CDRP ratings - Zoë O’Neil (2026)", cdrp), person_in("Sheet1", cdrp)
    ('Anna Berg', 'Zoë O’Neil', '')
    >>> person_in("consensus", cdrp, several=True), person_in("Target 2027", cdrp, several=True)
    ('', '')
    >>> person_in("anna", cdrp), person_in("anna_berg", cdrp, several=True), person_in("q3 export", cdrp)
    ('', 'anna berg', '')
    >>> person_in("Anna Berg Police", cdrp), person_in("Rating - West Midlands Police", cdrp)
    ('Anna Berg', 'West Midlands Police')
    """
    kept = kept_words(title, framework)
    people = [word for word in kept if bare(word) not in BODIES]
    kept = people if len(people) > 1 and not _is_of_region(kept) else kept
    if not are_names(kept):
        return ""
    name = " ".join(kept)
    if is_agreed(name) or is_unclear(name) or why_nobody(name):
        return ""
    capitals = [word for word in kept if word[0].isupper() and not (len(word) > 2 and word.isupper())]
    return name if several or (len(kept) > 1 and len(capitals) > 1) else ""


def _is_of_region(kept: Sequence[str]) -> bool:
    """Whether words are the name of an organisation with that of its place."""
    return bool(kept) and bare(kept[0]) in _REGIONS and bare(kept[-1]) in BODIES


@lru_cache(maxsize=16)
def general_words(framework: Framework) -> frozenset[str]:
    """Words that are no part of a person's name."""
    return frozenset({*GENERAL, *MONTHS, *bare(framework.title).split(), *bare(framework.id).split()})


def is_general(word: str, general: frozenset[str]) -> bool:
    """Whether a word of a title is nobody's: one of some words, a number, or a version such as v2."""
    parts = bare(word).split()
    return word.isdecimal() or bool(re.fullmatch(r"[vr]\d+", word.casefold())) or all(part in general for part in parts)


def kept_words(title: str, framework: Framework) -> list[str]:
    """The words of a file's or sheet's name that may be a person's."""
    general = general_words(framework)
    return [word for word in words_of(_without_body(title, framework)) if not is_general(word, general)]


def _without_body(title: str, framework: Framework) -> str:
    """A name without the parts between dashes that are an organisation's, where another part is two words or more."""
    parts = re.split(r"\s+[-–—]\s+", title)
    bodies = [part for part in parts if set(bare(part).split()) & _GROUPS]
    others = [part for part in parts if part not in bodies]
    left = [word for part in others for word in words_of(part) if not is_general(word, general_words(framework))]
    return " - ".join(others) if bodies and len(left) > 1 else title


def are_names(words: Sequence[str]) -> bool:
    """Whether words may be a person's name by their signs."""
    return 0 < len(words) <= _MOST and all(re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word) for word in words)
