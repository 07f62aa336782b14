"""Files that give most answers of a person otherwise than an earlier file: they may be somebody else's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.intake.parting import SHOWN, Parted
from assesslib.readers.result import REJECTS, ImportResult

LEAST = 4
"""With fewer answers changed than these, a file may well correct an earlier one."""
WHY = "most answers differ from those of an earlier file"


def is_unlike(told: Parted) -> bool:
    """Whether more answers are written over those of an earlier file than stay as that gave them."""
    return len(told.changed) >= LEAST and len(told.changed) > told.same


def alone(result: ImportResult) -> set[str]:
    """The members of whom nothing but a heading, a label or a file's name says whose the answers are.

    Where a tool noted an address or a time, or several people answered in one table with a row for each, what was
    sent later counts.
    """
    return set(result.lone["member"])


def left_of(found: Collection[str], result: ImportResult) -> pd.DataFrame:
    """The cells of people of whom nothing is taken, as an import tells of cells that are not."""
    lone = result.lone
    return lone[lone["member"].isin(list(found))].assign(why=WHY)[list(REJECTS)]


def unlike_of(found: Mapping[str, Parted], left: pd.DataFrame) -> Iterator[Fault]:
    """What to ask of the people of whom nothing is taken.

    Parameters
    ----------
    found : mapping
        By member their answers against what stands.
    left : DataFrame
        Their cells: ``file, member``.

    Examples
    --------
    >>> told = Parted(changed=frozenset({("1.1", "1"), ("1.2", "1"), ("1.3", "1"), ("1.4", "1")}), same=1)
    >>> print(*unlike_of({"ann": told}, pd.DataFrame({"file": ["a.csv"], "member": ["ann"]})))
    ... # doctest: +NORMALIZE_WHITESPACE
    Most answers differ from those that an earlier file gave, so that they may be somebody else’s; none of them was
    taken: ann 4 of 5 (a.csv). If they are right, accept them, or write over what stands; if they are somebody else’s,
    put that person’s own name over them.
    """
    if found:
        files = left.groupby("member")["file"].unique()
        parts = [f"{member} {len(told.changed)} of {len(told.changed) + told.same} ({listed(files[member])})"
                 for member, told in found.items()]  # fmt: skip
        yield Fault("Most answers differ from those that an earlier file gave, so that they may be somebody else’s; "
                    f"none of them was taken: {listed(parts, SHOWN)}",
                    do="If they are right, accept them, or write over what stands; if they are somebody else’s, put "
                       "that person’s own name over them.")  # fmt: skip
