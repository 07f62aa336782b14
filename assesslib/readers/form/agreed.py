"""The ticks of an item as what was agreed: one level, a level a side, or a state in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assesslib.faults import Fault, shorten
from assesslib.framework import Framework
from assesslib.readers.form.clean import said
from assesslib.readers.form.texts import texts_of

_STATES = {"left blank": "blank", "not applicable": "not_applicable", "n a": "not_applicable",
           "don t know": "dont_know", "no consensus views recorded": "unresolved"}  # fmt: skip
_STATE_WORDS = {tuple(text.split()): state for text, state in _STATES.items()}
_SIDE = re.compile(r"([^:;]{1,60}):\s*([^:;]{1,40})")


@dataclass(frozen=True)
class Ticks:
    """The ticks of a row: the level and the facet of each; what is no tick; the line of the first."""

    given: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    line: int = 0


def agreed_rows(
    ticks: Ticks, under: Sequence[str], which: str, framework: Framework
) -> tuple[tuple[dict[str, str], ...], list[Fault]]:
    """What was agreed on an item, and the fault where its ticks do not say.

    Parameters
    ----------
    ticks : Ticks
        What is ticked.
    under : sequence of str
        Lines below the wording: which side a letter is for, a state in words, a note.
    which : str
        The item as faults name it.
    framework : Framework
        What is asked.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> rows, faults = agreed_rows(Ticks((("W", ""), ("S", "national"))), (), "standard 2.1", cdrp)
    >>> [(row["facet"], row["state"], row["level"]) for row in rows]
    [('local', 'split', 'W'), ('national', 'split', 'S')]
    """
    lines = list(under)
    sides = _sides(lines[0], framework) if lines else ()
    state = state_in(lines[0]) if lines else ""
    note = " ".join(texts_of("\n".join(lines[1:] if sides or state else lines)))
    if state and ticks.given:
        return (), [_both(which, lines[0])]
    if sides and {level for _, _, level in sides if level} == {level for level, _ in ticks.given}:
        return _noted([_row(*side) for side in sides], note), []
    if len(ticks.given) < 2:
        level, facet = ticks.given[0] if ticks.given else ("", "")
        given = ("split" if facet else "rated") if level else (state or "blank")
        return _noted([_row(facet, given, level)], note if not sides else " ".join(texts_of("\n".join(lines)))), []
    told = _told_apart(ticks.given, framework)
    if not told:
        return (), [_several(ticks.given, which, framework)]
    return _noted([_row(facet, "split", level) for facet, level in told], note), []


def state_in(text: str) -> str:
    """The state that words stand for, or "".

    Examples
    --------
    >>> state_in("Not applicable."), state_in("Don’t know"), state_in("It is not applicable to us")
    ('not_applicable', 'dont_know', '')
    """
    return _STATE_WORDS.get(said(text), "") if len(text) < 60 else ""


def _row(facet: str, state: str, level: str) -> dict[str, str]:
    return {"facet": facet, "state": state, "level": level, "note": ""}


def _noted(rows: list[dict[str, str]], note: str) -> tuple[dict[str, str], ...]:
    return tuple(row | {"note": note if at == 0 else ""} for at, row in enumerate(rows))


def _sides(line: str, framework: Framework) -> tuple[tuple[str, str, str], ...]:
    """Facet, state and level of a line like “Local: b; National: c”; nothing where it is another line."""
    if len(line) > 400 or not re.fullmatch(rf"{_SIDE.pattern}(?:;\s*{_SIDE.pattern})*\.?", line.strip()):
        return ()
    codes = {said(code): code for code in framework.codes}
    known = {said(name): one.id for one in framework.facets for name in (one.id, one.label, one.mark) if name}
    sides = []
    for name, told in _SIDE.findall(line.strip().rstrip(".")):
        facet = known.get(said(name), "" if framework.facets else name.strip())
        state = "split" if said(told) in codes else state_in(told)
        sides.append((facet, state, codes.get(said(told), "")))
    return tuple(sides) if all(facet and state for facet, state, _ in sides) else ()


def _told_apart(given: Sequence[tuple[str, str]], framework: Framework) -> list[tuple[str, str]]:
    """Facet and level of each tick: a plain one is for the one facet without a mark, if all others are marked."""
    plain = [facet.id for facet in framework.facets if not facet.mark]
    own = plain[0] if len(plain) == 1 else ""
    levels = {facet or own: level for level, facet in given}
    marked = sum(bool(facet) for _, facet in given)
    if len(levels) != len(given) or "" in levels or marked < len(given) - 1:
        return []
    order = [facet.id for facet in framework.facets]
    return sorted(levels.items(), key=lambda one: order.index(one[0]))


def _several(given: Sequence[tuple[str, str]], which: str, framework: Framework) -> Fault:
    at = [f"{code} ({shorten(framework.scale[code], 40)})" for code, _ in given]
    where = f"{', '.join(at[:-1])} and {at[-1]}"
    sides = " or ".join(facet.label for facet in framework.facets)
    beside = f", or write {sides} beside each" if sides else ""
    return Fault(f"{which[:1].upper()}{which[1:]} has {len(given)} ticks, at {where}: nothing tells them apart",
                 allowed=("one tick", *(("one tick a side",) if sides else ())),
                 do=f"Keep one tick{beside}.")  # fmt: skip


def _both(which: str, words: str) -> Fault:
    return Fault(f"stands below {which}, which is ticked as well", value=words, do="Keep the tick or the words.")
