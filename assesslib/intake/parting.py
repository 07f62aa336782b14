"""The answers of a file against what stands in a folder: which are written, which are kept, and what is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault, listed
from assesslib.intake.standing import Lines, Stand
from assesslib.words import many, noun

SHOWN = 5
"""Answers that are named; of more their number."""
_STATES = {"blank": "no answer", "dont_know": "don’t know", "not_applicable": "not applicable"}


@dataclass(frozen=True)
class Parted:
    """Answers of a file against what stands: the keys of those to write, and in words those to tell of.

    Attributes
    ----------
    new : frozenset of tuple of str
        Keys of the answers to write.
    given : tuple of str
        Not written: somebody gave another in the folder.
    older : tuple of str
        Not written: a later import changed what the file says.
    over : tuple of str
        Written over what an earlier import said.
    changed : frozenset of tuple of str
        The keys of these.
    same : int
        How many answers stand as an earlier import gave them, and the file says the same.
    """

    new: frozenset[tuple[str, ...]] = frozenset()
    given: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    changed: frozenset[tuple[str, ...]] = frozenset()
    same: int = 0

    def told_of(self, who: str) -> Parted:
        """The same with a name before each answer that is told of."""
        named = {name: tuple(f"{who} {words}" for words in getattr(self, name)) for name in ("given", "older", "over")}
        return replace(self, **named)


def parted(said: Mapping[tuple[str, ...], Lines], stands: Mapping[tuple[str, ...], Stand], replacing: bool) -> Parted:
    """Which answers are to be written, and what is to be told."""
    other = {key: stands.get(key) for key, lines in said.items() if key not in stands or stands[key].is_news(lines)}
    given = [] if replacing else [key for key, stand in other.items() if stand and stand.is_kept()]
    older = [] if replacing else [key for key, stand in other.items() if stand and stand.is_older(said[key])]
    new = set(other) - {*given, *older}
    over = [key for key, stand in other.items() if key in new and stand and stand.is_changed()]

    def words(keys: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(f"{key[0]} ({_in_words(stands[key].lines)}, in the file {_in_words(said[key])})" for key in keys)

    same = sum(key in stands and key not in other and stands[key].is_changed() for key in said)
    return Parted(frozenset(new), words(given), words(older), words(over), frozenset(over), same)


def _in_words(lines: Lines) -> str:
    """An answer in a few words, such as “e”, “no answer” or “local W and national S”."""
    return " and ".join(f"{facet} {level or _STATES.get(state, state)}".strip() for facet, state, level, _ in lines)


def kept_of(found: Sequence[Parted], names: tuple[str, str]) -> Iterator[Fault]:
    """What to say of answers that stay as they are."""
    given = [words for one in found for words in one.given]
    older = [words for one in found for words in one.older]
    if n := len(given):
        gave = "another one" if n == 1 else "others"
        yield _told(given, names, f"{noun(n, 'is', 'are')} not taken, since somebody gave {gave} in the folder")
    if n := len(older):
        why = "since a file that was taken in later said otherwise"
        yield _told(older, names, f"{noun(n, 'is', 'are')} not taken, {why}")


def over_of(found: Sequence[Parted], names: tuple[str, str]) -> Iterator[Fault]:
    """What to say of answers that are written over those of an earlier file."""
    if over := [words for one in found for words in one.over]:
        yield _told(over, names, f"{noun(len(over), 'changes', 'change')} what an earlier file said")


def _told(words: Sequence[str], names: tuple[str, str], what: str) -> Fault:
    return Fault(f"{many(len(words), *names)} {what}: {listed(words, SHOWN)}", handled=True)
