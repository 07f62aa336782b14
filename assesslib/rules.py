"""What may be said of an item: the states, the levels of the scale, and the faults of a row that says else."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from assesslib.faults import Fault
from assesslib.framework import Framework

STATES = ("rated", "split", "blank", "not_applicable", "dont_know")
AGREED_STATES = (*STATES, "unresolved")
ROUNDS = ("0", "1", "2")
"""Where we were last year, seen from today; what members rate alone; what they rate after the discussion."""
_WITH_LEVEL = ("rated", "split")
_SPELT = ("item", "facet", "round", "state", "level")
_of_row = itemgetter(*_SPELT)
_MOST = 20_000
"""Different rows that are kept in mind."""


class _Itself:
    """A framework that is equal to itself alone: to compare all of its wording takes longer than to read a row."""

    __slots__ = ("one",)

    def __init__(self, one: Framework):
        self.one = one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)


class _Words(NamedTuple):
    """Codes and ids by what people may write for them, in lower case."""

    levels: Mapping[str, str]
    facets: Mapping[str, str]


@dataclass(frozen=True)
class _Unlike(Fault):
    """A fault of a value that is like none of those allowed: to name a nearest would mislead."""

    @property
    def nearest(self) -> str:
        return ""


def tidied(cells: Mapping[str, str], framework: Framework) -> dict[str, str]:
    """A row with its texts trimmed, its level and facet as the framework writes them, its state and round filled in.

    A level without a state is a rating (a split one where it names a facet); neither is a blank. A level may be given
    by its full label.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> tidied({"item": "1.1", "level": "g", "facet": "Local"}, load_framework("cdrp-dat-partnership"))
    {'item': '1.1', 'level': 'G', 'facet': 'local', 'round': '1', 'state': 'split'}
    """
    of = cells.get
    said = of("item", ""), of("facet", ""), of("round", ""), of("state", ""), of("level", "")
    return {**cells, **_spelt(_Itself(framework), *said)}


@lru_cache(maxsize=_MOST)
def _spelt(framework: _Itself, item: str, facet: str, round_: str, state: str, level: str) -> dict[str, str]:
    """The five as the framework writes them; the same few stand in row after row."""
    words, level, facet = _words(framework), level.strip(), facet.strip()
    state = _state(state) or ("rated" if level else "blank")
    return {
        "item": item.strip(),
        "facet": words.facets.get(facet.casefold(), facet) if facet else "",
        "round": round_.strip() or "1",
        "level": words.levels.get(" ".join(level.casefold().split()), level),
        "state": "split" if facet and state == "rated" else state,
    }


@lru_cache(maxsize=8)
def _words(framework: _Itself) -> _Words:
    one = framework.one
    labels = {" ".join(level.label.casefold().split()): level.code for level in one.levels}
    facets = {name.casefold(): facet.id for facet in one.facets for name in (facet.label, facet.mark, facet.id)}
    return _Words(labels | {code.casefold(): code for code in one.codes}, facets)


def _state(text: str) -> str:
    """A state in its own spelling: “Don’t know” is dont_know; what is no state stays as it is."""
    state = re.sub(r"[\s_-]+", "_", re.sub(r"['’‘´`]", "", text.strip().lower()))
    return state if state in AGREED_STATES else text.strip()


def item_ids(framework: Framework) -> tuple[str, ...]:
    """The ids of a framework's items in order, found once.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> item_ids(load_framework("cdrp-dat-partnership"))[:3]
    ('1.1', '1.2', '1.3')
    """
    return _item_ids(_Itself(framework))


@lru_cache(maxsize=8)
def _item_ids(held: _Itself) -> tuple[str, ...]:
    return tuple(item.id for item in held.one.items)


def row_faults(cells: Mapping[str, str], framework: Framework, states: tuple[str, ...] = STATES) -> list[Fault]:
    """Every fault of a tidied row: its item, round, state, level and facet."""
    return list(_row_faults(_Itself(framework), states, *_of_row(cells)))


@lru_cache(maxsize=_MOST)
def _row_faults(held: _Itself, states: tuple[str, ...], *said: str) -> tuple[Fault, ...]:
    cells, framework = dict(zip(_SPELT, said, strict=True)), held.one
    return (
        *_item_faults(cells["item"], framework),
        *_round_faults(cells["round"]),
        *_state_faults(cells["state"], states),
        *_level_faults(cells, framework),
        *_facet_faults(cells["facet"], framework),
    )


def is_plain(said: tuple[str, str, str, str, str], framework: Framework) -> bool:
    """Whether an answer, as item, facet, round, state and level, has no fault and `tidied` leaves it as it is.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> framework = load_framework("cdrp-dat-partnership")
    >>> is_plain(("1.1", "local", "1", "split", "G"), framework), is_plain(("1.1", "", "1", "rated", "g"), framework)
    (True, False)
    """
    cells = dict(zip(_SPELT, said, strict=True))
    return tidied(cells, framework) == cells and not row_faults(cells, framework)


def plain_answers(framework: Framework, rounds: tuple[str, ...] = ROUNDS) -> frozenset[tuple[str, str, str, str, str]]:
    """Every answer without a facet that `is_plain`: what most rows say by far.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> ("1.1", "", "1", "rated", "G") in plain_answers(load_framework("cdrp-dat-partnership"))
    True
    """
    return _plain_answers(_Itself(framework), rounds)


@lru_cache(maxsize=8)
def _plain_answers(held: _Itself, rounds: tuple[str, ...]) -> frozenset[tuple[str, str, str, str, str]]:
    unrated = ((state, "") for state in STATES if state not in _WITH_LEVEL)
    said = [*(("rated", code) for code in held.one.codes), *unrated]
    return frozenset((item, "", round_, *answer) for item in _item_ids(held) for round_ in rounds for answer in said)


def placed(faults: Iterable[Fault], file: str, row: int) -> list[Fault]:
    """The faults with the file and row where they stand."""
    return [replace(fault, file=file, row=row) for fault in faults]


def _item_faults(item: str, framework: Framework) -> Iterable[Fault]:
    if not item:
        yield Fault(f"The {framework.item_term} is missing", column="item", do="Say what was rated.")
    elif item not in item_ids(framework):
        yield Fault(f"is none of this framework’s {framework.term(2)}", column="item", value=item,
                    allowed=item_ids(framework), do="Correct the cell.")  # fmt: skip


def _round_faults(round_: str) -> Iterable[Fault]:
    if round_ not in ROUNDS:
        yield Fault("is not a round", column="round", value=round_, allowed=ROUNDS, do="Correct the cell.")


def _state_faults(state: str, states: tuple[str, ...]) -> Iterable[Fault]:
    if state not in states:
        yield Fault("is not a state", column="state", value=state, allowed=states, do="Correct the cell.")


def _level_faults(cells: Mapping[str, str], framework: Framework) -> Iterable[Fault]:
    level, state = cells["level"], cells["state"]
    if level and level not in framework.codes:
        kind = _Unlike if _is_unlike(level, framework.codes) else Fault
        yield kind("is not a level of this scale", column="level", value=level, allowed=framework.codes,
                   do="Correct the cell.")  # fmt: skip
    elif level and state not in _WITH_LEVEL and state in AGREED_STATES:
        yield Fault(f"is a level where the state is {state}", column="level", value=level,
                    do="Empty the cell, or make the state rated.")  # fmt: skip
    elif not level and state in _WITH_LEVEL:
        yield Fault(f"The level is missing where the state is {state}", column="level", allowed=framework.codes,
                    do="Give a level, or make the state blank.")  # fmt: skip
    if state == "split" and not cells["facet"]:
        yield Fault("A split rating must say which facet each level is for", column="facet",
                    do="Give a facet, or make the state rated.")  # fmt: skip


def _facet_faults(facet: str, framework: Framework) -> Iterable[Fault]:
    """A framework that declares no facets takes any name."""
    declared = tuple(one.id for one in framework.facets)
    if facet and declared and facet not in declared:
        yield Fault("is not a facet of this framework", column="facet", value=facet, allowed=declared,
                    do="Correct the cell.")  # fmt: skip


def _is_unlike(level: str, codes: Iterable[str]) -> bool:
    """Whether a level is a number or a word with nothing like it on the scale; a letter may be a slip of the finger."""
    wordy = len(level) > 3 or any(letter.isdigit() for letter in level)
    return wordy and not get_close_matches(level.casefold(), [code.casefold() for code in codes])
