"""A file or sheet for one member: who answered stands in its name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._table_words import is_agreed, is_unclear, why_nobody
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import Responses
from assesslib.readers.who import is_nobody

_GENERAL = {
    "a", "all", "and", "annual", "answer", "answers", "assessment", "assessments", "audit", "big", "blank", "board",
    "book", "by", "capacity", "club", "collaboration", "collaborative", "committee", "completed", "copy", "council",
    "csv", "data", "draft", "each", "evaluation", "excel", "exercise", "export", "feature", "features", "feuil",
    "file", "filled", "final", "for", "form", "forms", "framework", "from", "group", "hoja", "import", "in",
    "individual", "input", "item", "items", "key", "list", "local", "matrix", "me", "meeting", "member", "members",
    "my", "national", "new", "of", "old", "one", "our", "output", "part", "partners", "partnership", "person",
    "questionnaire", "questions", "rater", "raters", "rating", "ratings", "reference", "report", "response",
    "responses", "result", "results", "return", "returned", "returns", "review", "round", "sample", "score",
    "scores", "self", "sheet", "small", "spreadsheet", "standard", "standards", "submission", "summary", "survey",
    "table", "tabelle", "team", "template", "test", "the", "tool", "toolkit", "untitled", "upload", "version",
    "workbook", "working", "year", "your",
}  # fmt: skip
"""Words of names of files that are no part of a person's name."""
_MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february",
           "march", "april", "june", "july", "august", "september", "october", "november", "december"}  # fmt: skip
_MOST = 4
"""Words that the name of a person has at most."""


def named_by_file(said: Responses, titles: Sequence[str], place: str, framework: Framework,
                  several: bool = False) -> Responses:  # fmt: skip
    """A table with one nameless column of ratings, that person called like the first title that may be a name.

    Parameters
    ----------
    said : Responses
        What a sheet says; others than a single nameless column are left as they are.
    titles : sequence of str
        The names of the sheet and of the file, without its ending.
    place : str
        The file as faults name it.
    framework : Framework
        What was rated: the words of its title are nobody's name.
    several : bool
        Whether other files are read with it: then a single word may be a name.
    """
    if not said.turned or len(said.people) != 1 or not _is_nameless(said):
        return said
    if any(is_agreed(" ".join(_kept(title, framework))) for title in titles):
        return as_agreed(said, place)
    name = next(filter(None, (person_in(title, framework, several) for title in titles)), "")
    if not name:
        return said
    fault = Fault("was taken from the name of the file or sheet for who answered", file=place, value=name, handled=True)
    return replace(said, people=said.people.assign(name=name), faults=(*said.faults, fault))


def _is_nameless(said: Responses) -> bool:
    who = said.people.iloc[0]
    return all(is_nobody(who[field]) for field in ("id", "name", "email"))


def as_agreed(said: Responses, place: str) -> Responses:
    """The answers of one person who has no name taken for what was agreed, because the name of their place says so."""
    fault = Fault("The name of the sheet or file was taken to say that this was agreed", file=place, handled=True)
    return replace(said, people=said.people.iloc[:0], agreed=said.people.index[0], faults=(*said.faults, fault))


def _kept(title: str, framework: Framework) -> list[str]:
    """The words of a file's or sheet's name that may be a person's."""
    words = re.findall(r"[^\s_(),.\[\]–—+&;-]+(?:-[^\W\d_]+)*", title)
    no_name = {*_GENERAL, *_MONTHS, *bare(framework.title).split(), *bare(framework.id).split()}
    return [word for word in words if not word.isdecimal() and bare(word) not in no_name]


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
    """
    kept = _kept(title, framework)
    if not kept or len(kept) > _MOST or not all(re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word) for word in kept):
        return ""
    name = " ".join(kept)
    if is_agreed(name) or is_unclear(name) or why_nobody(name):
        return ""
    capitals = [word for word in kept if word[0].isupper() and not (len(word) > 2 and word.isupper())]
    return name if several or (len(kept) > 1 and len(capitals) > 1) else ""
