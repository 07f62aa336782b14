"""What codes say in the exports of survey tools: codes of answers, numbers that repeat, codes that ask who answers."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.readers.records import Heading
from assesslib.readers.who import column_of, field_of

_PLACE = re.compile(r"(AO?|L)0*(\d{1,2})", re.IGNORECASE)
_NUMBERED = re.compile(r"\d+(?: comment)?")
_ABOUT = re.compile(
    r"(?:(?:who|you|about[_ -](?:you|me)|about|your[_ -]details|details|person|personal|respondent|member|participant|"
    r"rater|assessor|intro|introduction|identification|identity|background|general|start|profile|demographics?)"
    r"(?:[_ -](?:info|information|details|data))?|group_\w+?)[._-]+",
    re.IGNORECASE,
)
"""A group of questions about the person who answers, or one that the tool named, before the name of a question."""
_SEEN = 2_000
"""Rows that are looked at before a column is gone through as a whole: what does not fit mostly shows in them."""


def places(answers: pd.DataFrame) -> dict[str, int]:
    """The texts that are a tool's own codes of answers, with the place on the scale each may stand for, from 0.

    Only of columns that hold nothing else. Codes count from 1 unless there is one with 0.

    Examples
    --------
    >>> places(pd.DataFrame({0: ["A1", "A3", ""], 1: ["AO02", "AO01", ""], 2: ["A1", "none", ""]}))
    {'A1': 0, 'A3': 2, 'AO01': 0, 'AO02': 1}
    """
    found = {text: match for at in answers for text, match in _places_in(answers[at]).items()}
    from_zero = {match[1].upper() for match in found.values() if not int(match[2])}
    return {text: int(found[text][2]) - (found[text][1].upper() not in from_zero) for text in sorted(found)}


def _places_in(column: pd.Series) -> dict[str, re.Match[str]]:
    return {text: _PLACE.fullmatch(text) for text in only(column, _PLACE.fullmatch)}


def only(column: pd.Series, fits: Callable[[str], object]) -> set[str]:
    """The different texts of a column, spaces around them aside, if all that are not empty fit; else nothing.

    Examples
    --------
    >>> sorted(only(pd.Series(["1", " 0", ""]), str.isdecimal)), only(pd.Series(["1", "one"]), str.isdecimal)
    (['0', '1'], set())
    """
    texts: set[str] = set()
    for part in (column.to_numpy()[:_SEEN], column.to_numpy()):
        texts = {text.strip() for text in set(part)} - {""}
        if not all(map(fits, texts)):
            return set()
    return texts


def is_empty(column: pd.Series) -> bool:
    """Whether nothing stands in a column."""
    return not any(map(str.strip, column.to_numpy()))


def without_repeats(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings without the bare numbers among what they say, where one of those numbers stands twice.

    A tool may number its questions anew in every group: then a bare number names no item, in any group.

    Examples
    --------
    >>> read = without_repeats([Heading(0, "a[1]", ("1", "a[1]")), Heading(1, "b[1]", ("1",)), Heading(2, "2", ("2",))])
    >>> [heading.said for heading in read]
    [('a[1]',), (), ()]
    """
    numbers = Counter(text for heading in headings for text in set(heading.said) if _NUMBERED.fullmatch(text))
    if max(numbers.values(), default=1) < 2:
        return tuple(headings)
    return tuple(
        replace(heading, said=tuple(text for text in heading.said if not _NUMBERED.fullmatch(text)))
        for heading in headings
    )


def asked_who(texts: Sequence[str]) -> str:
    """Which field about the person the first of some texts that asks for one asks for, or ""; ``_`` stands for a space.

    Examples
    --------
    >>> asked_who(["G01Q01", "Your_organisation"]), asked_who(["Our name is known"])
    ('organisation', '')
    >>> asked_who(["who.name"]), asked_who(["about_you-your_email"]), asked_who(["team_name"])
    ('name', 'email', '')
    """
    said = [part for text in texts for part in (text, _asked_in(text)) if part]
    return next(filter(None, (field_of(text.replace("_", " ")) or column_of(text) for text in said)), "")


def _asked_in(name: str) -> str:
    """What a name such as ``who.name`` asks in a group about the person, whatever sign stands between, or ""."""
    found = _ABOUT.match(name)
    return re.sub(r"[._-]", " ", name[found.end() :]) if found and len(name.split()) == 1 else ""
