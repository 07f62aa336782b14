"""A label as people and tools write it: beside its code or number, cut short, or slightly changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assesslib.readers.matching.scale import Reading, Scale
from assesslib.readers.matching.wording import bare, is_cut, says_else, spelling

_CODED = re.compile(r"\s*[\[(]?(\w{1,9})[\])]?\s*[=.:)\]\-–—]+\s*(.+?)\s*$|\s*[\[(](\w+)[\])]\s*(.+?)\s*$", re.DOTALL)
_BEHIND = re.compile(r"\s*(.+?)\s*[\[(](\w+)[\])]\s*$", re.DOTALL)
_PLACED = re.compile(r"(?:AO?|L|Q|SQ)0*(\d{1,2})", re.IGNORECASE)
"""A tool's own code of an answer before its label: its number is only checked, and says nothing of other numbers."""
_NEAR = 0.85
PLACED = "placed"
CUT, PART = 10, 6
"""Letters that the beginning of a label must have to stand for it, and any part of it to be asked about."""


def coded(said: str, scale: Scale) -> Reading | None:
    """A code or a number together with a label: “c = We partly do this”, “c. Partly”, “We partly do this (3)”."""
    return next((found for pair in _pairs(said, scale) if (found := _pair(*pair, scale))), None)


def _pair(code: str, label: str, scale: Scale) -> Reading | None:
    level = label_of(label, scale) or (scale.codes.get(bare(label), "") if code.isdigit() else "")
    own = scale.codes.get(code.casefold(), "")
    if own and _begins(label, own, scale):
        return Reading("rated", own, "code and label")
    if own and (level or near(label, scale).level):
        return Reading(how="against")
    if level and code in scale.places and scale.framework.codes.index(level) != scale.places[code]:
        return Reading(how="against")
    if level and code not in scale.places and (placed := _PLACED.fullmatch(code)):
        return Reading("rated", level, PLACED, number=int(placed[1]))
    if level and (code.isdigit() or code in scale.places):
        return Reading("rated", level, "code and label", number=int(code) if code.isdigit() else None)
    return None


def _pairs(said: str, scale: Scale) -> Iterable[tuple[str, str]]:
    """A code and a label that a text may be made of; “a few years” is no code a where a label holds these words."""
    if found := _CODED.match(said):
        yield found[1] or found[3], found[2] or found[4]
    if found := _BEHIND.match(said):
        yield found[2], found[1]
    if (found := re.match(r"\s*(\w{1,3})\s+(\S.*)$", said, re.DOTALL)) and not label_of(said, scale):
        yield found[1], found[2]


def label_of(label: str, scale: Scale) -> str:
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


def near(said: str, scale: Scale) -> Reading:
    """A label that was cut short or slightly changed; a part of one is asked about."""
    words = bare(said)
    begun = [level for label, level in scale.labels.items() if label.startswith(words)]
    if len(begun) == 1 and (len(words) >= CUT or is_cut(said)):
        return Reading("rated", begun[0], "cut")
    likely = sorted(((spelling(words, label), label, level) for label, level in scale.labels.items()), reverse=True)
    if likely and likely[0][0] >= _NEAR:
        lead = len(likely) < 2 or likely[0][0] - likely[1][0] > 0.05
        return Reading("rated", likely[0][2], "small edit", sure=lead and not says_else(words, likely[0][1]))
    part = label_of(said, scale) if len(words) >= PART else ""
    return Reading("rated", part, "part", sure=False) if part else Reading()
