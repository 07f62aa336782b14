"""A scale out of what a file, or a person, says it is: codes, labels, and which end is the lowest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assesslib.faults import Fault, FaultsError, shorten
from assesslib.framework.load import load_framework
from assesslib.framework.records import Level
from assesslib.readers.instruments.records import LEFT_OUT, Spot, Trace, Wishes
from assesslib.readers.who import plain

_CODE = re.compile(r"[A-Za-z]{1,3}")
_SIGN = re.compile(r"\s*(?:[=:.)–—]|-\s)\s*(?=\S)")
_COLUMNS = ("n", "low", "iov")
LETTERS = "abcdefghijklmopqrstuvwxyz"
"""The codes that are made, in order; “n” counts people."""
_STATES = {
    "don t know", "dont know", "do not know", "i don t know", "i dont know", "unknown", "not sure", "unsure", "dk",
    "don t know not applicable", "not applicable", "n a", "na", "not applicable n a", "not relevant", "no answer",
    "no opinion", "prefer not to say", "prefer not to answer", "can t say", "not answered", "dont_know",
    "not_applicable", "no_answer", "blank",
}  # fmt: skip
_LOW = {
    "not", "no", "never", "none", "nothing", "disagree", "poor", "weak", "gap", "gaps", "initial", "absent", "low",
    "inadequate", "unsatisfactory", "beginning", "early", "lowest", "dissatisfied", "worst", "seldom", "rarely",
    "nowhere", "non", "jamais", "pas", "nicht", "nie", "niet", "nunca",
}  # fmt: skip
_HIGH = {
    "always", "fully", "full", "completely", "complete", "agree", "excellent", "well", "high", "optimised",
    "optimized", "optimising", "optimizing", "yes", "embedded", "leading", "outstanding", "established", "mature",
    "satisfied", "highest", "best", "good", "strong", "everywhere", "toujours", "immer", "altijd", "siempre",
}  # fmt: skip
EXAMPLE = '--scale "a=Not at all;b=Partly;c=Fully", lowest first'


class Entry(NamedTuple):
    """One level as a file gives it: where it stands, its code (any text, or "") and its wording."""

    spot: Spot
    code: str
    label: str


@dataclass(frozen=True)
class Scale:
    """The levels, lowest first (none where they are in question), what each entry became, and the faults."""

    levels: tuple[Level, ...] = ()
    traces: tuple[Trace, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_scale(text: str) -> tuple[Level, ...]:
    """The levels that a person writes in one line, lowest first.

    Raises
    ------
    FaultsError
        A level without a code or words, a code that may not be one, fewer than two levels.

    Examples
    --------
    >>> read_scale("a=Not at all; b = Partly")
    (Level(code='a', label='Not at all'), Level(code='b', label='Partly'))
    """
    pairs = [tuple(half.strip() for half in part.partition("=")[::2]) for part in text.split(";") if part.strip()]
    faults = [fault for place, pair in enumerate(pairs) for fault in _pair_faults(*pair, pairs[:place])]
    if len(pairs) < 2 and not faults:
        faults = [Fault("is not a scale: it has fewer than two levels", value=text, do=f"Write, say, {EXAMPLE}.")]
    if faults:
        raise FaultsError(faults)
    return tuple(Level(code, label) for code, label in pairs)


def _pair_faults(code: str, label: str, before: Sequence[tuple[str, str]]) -> list[Fault]:
    said = f"{code}={label}" if label else code
    if not label:
        what = "is not a code and words with an equals sign between them"
    elif not _CODE.fullmatch(code) or code in _COLUMNS:
        what = "has no code of 1 to 3 letters (digits would invite sums; n, low and iov are names of columns)"
    elif code.lower() in {other.lower() for other, _ in before}:
        what = "has a code that another level has"
    else:
        return []
    return [Fault(what, value=said, do=f"Write, say, {EXAMPLE}.")]


def wished_scale(wishes: Wishes) -> Scale | None:
    """The scale that a person gives, in words or by naming a framework; None where they give none."""
    try:
        if wishes.scale:
            return Scale(read_scale(wishes.scale))
        if wishes.like:
            like = wishes.like
            return Scale((like if hasattr(like, "levels") else load_framework(like)).levels)
    except FaultsError as error:
        return Scale(faults=error.faults)
    return None


def is_state(entry: Entry) -> bool:
    """Whether an answer is no level but says that somebody does not know, or that it does not apply.

    Examples
    --------
    >>> spot = Spot("f.csv")
    >>> is_state(Entry(spot, "99", "Don’t know")), is_state(Entry(spot, "a", "Not yet"))
    (True, False)
    """
    label = plain(bare(entry))
    return label in _STATES or (not label and plain(entry.code) in _STATES)


def bare(entry: Entry) -> str:
    """The wording of a level without the code that may be written before it.

    Examples
    --------
    >>> bare(Entry(Spot("f.csv"), "a", "a = Not yet")), bare(Entry(Spot("f.csv"), "a", "a lot"))
    ('Not yet', 'a lot')
    """
    told = entry.code and entry.label.startswith(entry.code)
    sign = _SIGN.match(entry.label, len(entry.code)) if told else None
    return entry.label[sign.end() :] if sign else entry.label


def scale_of(entries: Sequence[Entry], lowest: str = "", *, rising: bool = False) -> Scale:
    """A scale out of a file's list of answers.

    Parameters
    ----------
    entries : sequence of Entry
        In the order of the file.
    lowest : str
        Which of them is the lowest, ``first`` or ``last``; "" to go by the words, and to ask where they do not tell.
    rising : bool
        Whether the file itself says that they rise.
    """
    level = [bool(entry.label) and not is_state(entry) for entry in entries]
    kept = [entry for entry, is_level in zip(entries, level, strict=True) if is_level]
    states = tuple(_state_trace(entry) for entry, is_level in zip(entries, level, strict=True) if not is_level)
    faults = _too_few_or_many(kept) or _repeated(kept)
    if faults:
        return Scale(traces=states, faults=faults)
    faults = () if rising or lowest else (_direction(kept),)
    ordered = kept[::-1] if lowest == "last" else kept
    levels = tuple(map(Level, _codes(ordered), map(bare, ordered)))
    traces = (*states, *map(_level_trace, ordered, levels))
    return Scale(levels, traces, faults)


def _state_trace(entry: Entry) -> Trace:
    why = "every item can be answered so; it is no level" if entry.label else "it has no wording"
    return Trace(entry.spot, entry.label or entry.code, LEFT_OUT, why)


def _level_trace(entry: Entry, level: Level) -> Trace:
    why = "" if entry.code in ("", level.code) else f"“{entry.code}” is no code: codes are 1 to 3 letters"
    return Trace(entry.spot, entry.label, f"level {level.code}", why)


def _too_few_or_many(kept: Sequence[Entry]) -> tuple[Fault, ...]:
    if 2 <= len(kept) <= len(LETTERS):
        return ()
    spot = kept[0].spot if kept else Spot("")
    levels = f"{len(kept)} level{'s' * (len(kept) != 1)}"
    what = f"A scale of {levels} cannot be used: it has from 2 to {len(LETTERS)}"
    return (spot.fault(what, do=f"Put it right, or write {EXAMPLE}."),)


def _repeated(kept: Sequence[Entry]) -> tuple[Fault, ...]:
    seen: dict[str, Entry] = {}
    again = [entry for entry in kept if seen.setdefault(plain(bare(entry)) or entry.label, entry) is not entry]
    do = f"Take one out, or write {EXAMPLE}."
    return tuple(entry.spot.fault("is the wording of two levels", value=entry.label, do=do) for entry in again)


def _codes(kept: Sequence[Entry]) -> tuple[str, ...]:
    codes = [entry.code for entry in kept]
    fit = all(_CODE.fullmatch(code) and code not in _COLUMNS for code in codes)
    return tuple(codes) if fit and len({code.lower() for code in codes}) == len(codes) else tuple(LETTERS[: len(codes)])


def _direction(kept: Sequence[Entry]) -> Fault:
    first, last = shorten(bare(kept[0]), 40), shorten(bare(kept[-1]), 40)
    ends, spot = (_looks(first), _looks(last)), kept[0].spot
    if ends in (("low", "high"), ("low", ""), ("", "high")):
        what = f"The scale was taken to rise from “{first}” to “{last}”, by these words"
        return spot.fault(what, do="If it falls, say --lowest last.", handled=True)
    falls = ends in (("high", "low"), ("high", ""), ("", "low"))
    how = "seems to stand highest first" if falls else "does not tell which end is the lowest"
    what = f"The scale, “{first}” to “{last}”, {how}"
    return spot.fault(what, do="Say --lowest first or --lowest last.")


def _looks(label: str) -> str:
    words = set(plain(label).split())
    return "low" if words & _LOW else "high" if words & _HIGH else ""
