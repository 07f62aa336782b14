"""Numbers for levels as a person explained them once: used where they fit all numbers of a file, else asked anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.matching.levels import Reading, anchored
from assesslib.readers.matching.scale import MISFIT, NUMBER

Numbers = Mapping[int, str]


def with_numbers(readings: Mapping[str, Reading], told: Mapping[str, Reading],
                 framework: Framework) -> dict[str, Reading]:  # fmt: skip
    """The readings with the numbers that a person explained; where one of them does not fit, all stay questions.

    Parameters
    ----------
    readings : mapping
        What each text of a file was read as; numbers alone have ``how`` `NUMBER`.
    told : mapping
        By text what a person said that answers stand for.
    framework : Framework
        What was rated.
    """
    asked = {text: one for text, one in readings.items() if one.how == NUMBER and not _is_state(told.get(text))}
    said = {int(text): one.level for text, one in told.items() if _is_number(text) and one.level}
    if not asked or not said:
        return dict(readings)
    known = _known(said, {one.number for one in asked.values()}, framework)
    fit = all(one.number in known for one in asked.values())
    return dict(readings) | {text: _read(one, known if fit else {}) for text, one in asked.items()}


def _read(one: Reading, known: Numbers) -> Reading:
    if not known:
        return replace(one, how=MISFIT)
    return Reading("rated", known[one.number], "mapping", number=one.number)


def _is_state(told: Reading | None) -> bool:
    return told is not None and bool(told.state) and not told.level


def _is_number(text: str) -> bool:
    return text.strip().removeprefix("-").isdecimal()


def _known(said: Numbers, here: Collection[int], framework: Framework) -> Numbers:
    """What every number means: those of a whole scale, or of one with more numbers than there are levels."""
    whole = anchored(said, framework)
    if set(said.items()) <= set(whole.items()) and len(set(whole.values())) == len(whole):
        return whole
    longer = len(here) > len(framework.codes) or len(said) > len(framework.codes) + 1
    return said if longer and _is_in_order(said, framework.codes) else {}


def _is_in_order(said: Numbers, codes: Sequence[str]) -> bool:
    order = [codes.index(said[number]) for number in sorted(said)]
    return order in (sorted(order), sorted(order, reverse=True))
