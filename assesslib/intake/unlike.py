"""Files that give most answers of a person otherwise than an earlier file: they may be somebody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assesslib.faults import Fault, listed
from assesslib.intake.parting import SHOWN, Parted
from assesslib.readers.result import ImportResult
from assesslib.words import many

LEAST = 4
"""With fewer answers changed than these, a file may well correct an earlier one."""


def is_unlike(told: Parted) -> bool:
    """Whether more answers are written over those of an earlier file than stay as that gave them."""
    return len(told.changed) >= LEAST and len(told.changed) > told.same


def alone(result: ImportResult) -> set[str]:
    """The members of whom nothing but a heading, a label or a file's name says whose a sheet of answers is.

    Where a tool noted an address or a time, or several people answered in one table, what was sent later counts.
    """
    if not len(result.people) or not len(result.answers):
        return set()
    people, said = result.people, result.answers
    several = people.groupby("place")["member"].transform("nunique") > 1
    timed = said.loc[said["at"].notna() & (said["at"] != ""), "member"]
    return set(people["member"]) - set(timed) - set(people.loc[several | (people["email"] != ""), "member"])


def without_changes(told: Parted) -> Parted:
    """The same with nothing written over what an earlier file gave."""
    return replace(told, new=told.new - told.changed, over=())


def unlike_of(found: Mapping[str, Parted]) -> Iterator[Fault]:
    """What to ask of the people whose answers are not taken.

    Examples
    --------
    >>> told = Parted(changed=frozenset({("1.1", "1"), ("1.2", "1"), ("1.3", "1"), ("1.4", "1")}), same=1)
    >>> print(*unlike_of({"ann": told}))  # doctest: +NORMALIZE_WHITESPACE
    Of ann 4 of 5 answers are others than an earlier file gave: this may be somebody else’s file. If it is not, accept
    it, or write over what stands; if it is, put each person’s own name over their answers.
    """
    if found:
        parts = [f"{member} {len(told.changed)} of {many(len(told.changed) + told.same, 'answer')}"
                 for member, told in found.items()]  # fmt: skip
        yield Fault(f"Of {listed(parts, SHOWN)} are others than an earlier file gave: this may be somebody else’s file",
                    do="If it is not, accept it, or write over what stands; if it is, put each person’s own name over "
                       "their answers.")  # fmt: skip
