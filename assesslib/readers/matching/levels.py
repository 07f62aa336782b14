"""What each text of an answer stands for: by code, label, number, or code and label checked against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.matching.scale import Reading, Scale, scale_of
from assesslib.readers.matching.state_words import state_of, unsaid
from assesslib.readers.matching.wording import bare, is_cut, says_else, spelling

__all__ = ("CUT", "PART", "Reading", "Scale", "anchored", "read_levels", "scale_of")
_CODED = re.compile(r"\s*[\[(]?(\w{1,9})[\])]?\s*[=.:)\]\-–—]+\s*(.+?)\s*$|\s*[\[(](\w+)[\])]\s*(.+?)\s*$", re.DOTALL)
_BEHIND = re.compile(r"\s*(.+?)\s*[\[(](\w+)[\])]\s*$", re.DOTALL)
_BETWEEN = re.compile(r"[,;/|&\n]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?$")
_NEAR = 0.85
_MANY = 10
"""Parts of a text that are no longer levels beside each other."""
CUT, PART = 10, 6
"""Letters that the beginning of a label must have to stand for it, and any part of it to be asked about."""


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
    pairs = [(one.number, one.level) for one in found.values() if one.number is not None and one.level]
    if _crooked(pairs, scale):
        return {text: replace(one, state="", level="", how="against") if one.number is not None else one
                for text, one in found.items()}  # fmt: skip
    known = replace(scale, numbers=_line(dict(pairs), scale) | dict(scale.numbers))
    return {text: _numbered(one, known) for text, one in found.items()}


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
    if _NUMBER.match(said):
        return Reading(how="number?", number=int(re.split("[.,]", said)[0]))
    if len(parts := [part for part in said.split(";") if part.strip()]) > 1:
        return _several(parts, scale)
    if _is_two(said, scale):
        return Reading(how="two")
    return _coded(said, scale) or _near(said, scale)


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
        return Reading("rated", scale.codes[code], "code")
    if words in scale.labels:
        return Reading("rated", scale.labels[words], "label")
    state = "dont_know" if said == "?" else state_of(words)
    if state:
        return Reading(state, how="state")
    if said in scale.places and scale.places[said] < len(scale.framework.codes):
        return Reading("rated", scale.framework.codes[scale.places[said]], "place", sure=False)
    return Reading()


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


def _coded(said: str, scale: Scale) -> Reading | None:
    """A code or a number together with a label: “c = We partly do this”, “c. Partly”, “We partly do this (3)”."""
    return next((found for pair in _pairs(said) if (found := _pair(*pair, scale))), None)


def _pair(code: str, label: str, scale: Scale) -> Reading | None:
    level = _label(label, scale)
    own = scale.codes.get(code.casefold(), "")
    if own and _begins(label, own, scale):
        return Reading("rated", own, "code and label")
    if own and (level or _near(label, scale).level):
        return Reading(how="against")
    if level and code in scale.places and scale.framework.codes.index(level) != scale.places[code]:
        return Reading(how="against")
    if level and (code.isdigit() or code in scale.places):
        return Reading("rated", level, "code and label", number=int(code) if code.isdigit() else None)
    return None


def _pairs(said: str) -> Iterable[tuple[str, str]]:
    if found := _CODED.match(said):
        yield found[1] or found[3], found[2] or found[4]
    if found := _BEHIND.match(said):
        yield found[2], found[1]
    if found := re.match(r"\s*(\w{1,3})\s+(\S.*)$", said, re.DOTALL):
        yield found[1], found[2]


def _label(label: str, scale: Scale) -> str:
    """The level of a label, whole or told by a part that no other has; "" where none or several have it."""
    words = bare(label)
    if words in scale.labels:
        return scale.labels[words]
    held = [level for said, level in scale.labels.items() if f" {words} " in f" {said} "]
    return held[0] if len(held) == 1 and words else ""


def _begins(label: str, code: str, scale: Scale) -> bool:
    """Whether a text stands in the label of a level or begins it: beside the code that is enough."""
    words = bare(label)
    said = next(said for said, level in scale.labels.items() if level == code)
    return bool(words) and (said.startswith(words) or f" {words} " in f" {said} ")


def _near(said: str, scale: Scale) -> Reading:
    """A label that was cut short or slightly changed; a part of one is asked about."""
    words = bare(said)
    begun = [level for label, level in scale.labels.items() if label.startswith(words)]
    if len(begun) == 1 and (len(words) >= CUT or is_cut(said)):
        return Reading("rated", begun[0], "cut")
    likely = sorted(((spelling(words, label), label, level) for label, level in scale.labels.items()), reverse=True)
    if likely and likely[0][0] >= _NEAR:
        lead = len(likely) < 2 or likely[0][0] - likely[1][0] > 0.05
        return Reading("rated", likely[0][2], "small edit", sure=lead and not says_else(words, likely[0][1]))
    part = _label(said, scale) if len(words) >= PART else ""
    return Reading("rated", part, "part", sure=False) if part else Reading()
