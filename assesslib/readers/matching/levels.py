"""What each text of an answer stands for: by code, label, number, or code and label checked against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.matching.labels import CUT, PART, PLACED, coded, near
from assesslib.readers.matching.scale import NUMBER, Reading, Scale, scale_of
from assesslib.readers.matching.state_words import state_of, unsaid
from assesslib.readers.matching.wording import bare

__all__ = ("CUT", "PART", "Reading", "Scale", "anchored", "read_levels", "scale_of")
_MARKS, _DOUBTS = re.compile("[?+~±-]"), re.compile("[?~±]")
_SIDES = re.compile(r"\s*[()\[\]=;:|]\s*|\s+[-–—/]\s+|\s+or\s+")
_BETWEEN = re.compile(r"[,;/|&\n]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?$")
_WORD = re.compile(
    r"\A\s*[\[(]?(?:level|option|stage|answer|choice|rating|score|grade)\s+[#(]?(?=\w{1,2}\b)", re.IGNORECASE
)
"""A word before the number or code of a level that says nothing itself."""
_MANY = 10
"""Parts of a text that are no longer levels beside each other."""
MARKED = "marked"


def read_levels(texts: Iterable[str], scale: Scale) -> dict[str, Reading]:
    """What each text stands for.

    Numbers are read where the file itself says what they mean (``3 = We partly do this``) or the scale was given; a
    number alone is a question.

    Parameters
    ----------
    texts : iterable of str
        The different texts of all answers.
    scale : Scale
        What they are compared with.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> found = read_levels(["d", "G. Gap", "4 = Doing well", "1", "?", "S = Doing well"],
    ...                     scale_of(load_framework("cdrp-dat-partnership")))
    >>> [one.level or one.state or one.how for one in found.values()]
    ['D', 'G', 'D', 'number?', 'dont_know', 'against']
    """
    found = {text: _reading(text, scale) for text in dict.fromkeys(texts)}
    found = _checked(_checked(found, scale, PLACED), scale, "")
    pairs = [(one.number, one.level) for one in found.values() if one.number is not None and one.level]
    known = replace(scale, numbers=_line(dict(pairs), scale) | dict(scale.numbers))
    return {text: _numbered(one, known) for text, one in found.items()}


def _checked(found: Mapping[str, Reading], scale: Scale, how: str) -> dict[str, Reading]:
    """The readings, those with numbers against their labels where these contradict each other.

    Numbers that are part of a tool's own codes (``how`` is `PLACED`) are checked among themselves, and then forgotten.
    """
    numbered = {text: one for text, one in found.items() if one.number is not None and (one.how == PLACED or not how)}
    pairs = [(one.number, one.level) for one in numbered.values() if one.level]
    if _crooked(pairs, scale):
        wrong = {text: replace(one, state="", level="", how="against", number=None if how else one.number)
                 for text, one in numbered.items()}  # fmt: skip
        return dict(found) | wrong
    return dict(found) | {
        text: replace(one, how="code and label", number=None) for text, one in numbered.items() if how
    }


def _line(pairs: Mapping[int, str], scale: Scale) -> dict[int, str]:
    """The whole scale by number, where two numbers or more with their levels show its start and direction."""
    order = {code: place for place, code in enumerate(scale.framework.codes)}
    points = sorted((number, order[level]) for number, level in pairs.items())
    if len(points) < 2:
        return {}
    (first, place), (last, other) = points[0], points[-1]
    step = (other - place) // (last - first) if last != first else 0
    straight = abs(step) == 1 and all(at == place + step * (number - first) for number, at in points)
    return {first + step * (at - place): code for code, at in order.items()} if straight else {}


def anchored(said: Mapping[int, str], framework: Framework) -> dict[int, str]:
    """Every number with its level, from two or more that a person gave (``1=a, 5=e``).

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> anchored({0: "D", 3: "G"}, load_framework("cdrp-dat-partnership"))
    {3: 'G', 2: 'W', 1: 'S', 0: 'D'}
    """
    return _line(said, scale_of(framework)) or dict(said)


def _numbered(reading: Reading, scale: Scale) -> Reading:
    """A bare number by what the file or a person says of numbers; one with a label, checked against that."""
    if reading.number is None or not scale.numbers:
        return reading
    level = scale.numbers.get(reading.number, "")
    if reading.level:
        return reading if level == reading.level else replace(reading, state="", level="", how="against")
    return Reading("rated", level, "number", number=reading.number) if level else reading


def _reading(text: str, scale: Scale) -> Reading:
    said = text.strip().rstrip(";").strip()
    if not said:
        return Reading("blank", how="state")
    if why := unsaid(said):
        return Reading(how=why)
    alone = _alone(said, scale)
    if alone.state:
        return alone
    if less := _WORD.sub("", said):
        return _reading(less, scale) if less != said else _beside(said, scale)
    return Reading()


def _beside(said: str, scale: Scale) -> Reading:
    """A number, several levels, a code with a label, or a label that was changed."""
    if _NUMBER.match(said):
        return Reading(how=NUMBER, number=int(re.split("[.,]", said)[0]))
    if len(parts := [part for part in said.split(";") if part.strip()]) > 1:
        return _several(parts, scale)
    if _is_two(said, scale):
        return Reading(how="two")
    return coded(said, scale) or near(said, scale)


def _crooked(pairs: Sequence[tuple[int, str]], scale: Scale) -> bool:
    """Whether numbers and labels contradict each other: two levels of a number, two numbers of one, or no order."""
    order = [scale.framework.codes.index(level) for _, level in sorted(set(pairs))]
    numbers = [number for number, _ in set(pairs)]
    once = len(set(numbers)) == len(numbers) and len(set(order)) == len(order)
    return not once or order not in (sorted(order), sorted(order, reverse=True))


def _alone(said: str, scale: Scale) -> Reading:
    """A code, a label, a word for a state, or a tool's own code."""
    words = bare(said)
    code = next((text for text in (said.casefold(), words) if text in scale.codes), "")
    if code:
        return _marked(Reading("rated", scale.codes[code], "code"), said, code)
    if words in scale.labels:
        return _marked(Reading("rated", scale.labels[words], "label"), said, _words_of(scale.labels[words], scale))
    state = "dont_know" if said == "?" else state_of(words) or _state_twice(said)
    if state:
        return Reading(state, how="state")
    if said in scale.places and scale.places[said] < len(scale.framework.codes):
        return Reading("rated", scale.framework.codes[scale.places[said]], "place", sure=False)
    return Reading()


def _marked(read: Reading, said: str, plain: str) -> Reading:
    """A level that stands there with a mark of doubt, or of more or less, is asked about: “c?”, “c+”."""
    marks = _MARKS if read.how == "code" else _DOUBTS
    return read if set(marks.findall(said)) <= set(marks.findall(plain)) else replace(read, how=MARKED, sure=False)


def _words_of(code: str, scale: Scale) -> str:
    return next(level.label for level in scale.framework.levels if level.code == code)


def _state_twice(said: str) -> str:
    """The state that a text gives in two ways: “N/A - not applicable”, “Not applicable (N/A)”."""
    states = {state_of(bare(part)) for part in _SIDES.split(said) if bare(part)}
    return states.pop() if len(states) == 1 else ""


def _several(parts: Sequence[str], scale: Scale) -> Reading:
    levels = {_reading(part, scale).level for part in parts}
    if len(levels) == 1:
        return _reading(parts[0], scale)
    return Reading(how="two")


def _is_two(said: str, scale: Scale) -> bool:
    """Whether a text holds whole labels or codes of two levels, whatever stands between them."""
    parts = [part for part in _BETWEEN.split(said) if part.strip()]
    levels = {one.level for part in parts if (one := _reading(part, scale)).taken} if 1 < len(parts) < _MANY else set()
    return len((levels | _labels_in(f" {bare(said)} ", scale)) - {""}) > 1


def _labels_in(words: str, scale: Scale) -> set[str]:
    """The levels whose labels stand in a text, the longest first: a label may hold another."""
    found: set[str] = set()
    for label in sorted(scale.labels, key=len, reverse=True):
        if label and f" {label} " in words:
            found, words = found | {scale.labels[label]}, words.replace(f" {label} ", " | ")
    return found
