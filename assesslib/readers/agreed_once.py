"""What was agreed, told in several files or sheets: where they differ, none of them is taken unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.readers.left_out import stacked
from assesslib.readers.refused import COLUMNS
from assesslib.readers.settling import Settled

_SHOWN = 3
_DO = (
    "Keep the one that counts; a form that one person filled in is called like that person, in its heading and in the "
    "name of the sheet."
)
Said = Mapping[str, frozenset[tuple[str, ...]]]


def agreed_once(places: Sequence[str], parts: Sequence[Settled]) -> list[Settled]:
    """The parts, what was agreed told once; where they say different things of it, none is taken and it is asked.

    Parameters
    ----------
    places : sequence of str
        The file or sheet of each part.
    parts : sequence of Settled
        What was settled, one part a sheet.
    """
    said = {at: _said(part.consensus) for at, part in enumerate(parts) if len(part.consensus)}
    items = list(dict.fromkeys(item for one in said.values() for item in one))
    differ = [item for item in items if len({one[item] for one in said.values() if item in one}) > 1]
    if not differ:
        return [replace(part, consensus=_new(part.consensus, said, at)) if at in said else part
                for at, part in enumerate(parts)]  # fmt: skip
    asked = [at for at, one in said.items() if any(item in one for item in differ)]
    fault = _fault(list(dict.fromkeys(places[at] for at in asked)), differ)
    left = [_less(part, places[at]) if at in asked else part for at, part in enumerate(parts)]
    return [replace(part, faults=(*part.faults, fault)) if at == asked[0] else part for at, part in enumerate(left)]


def _less(part: Settled, place: str) -> Settled:
    """A part without what was agreed, which is among the cells that are not taken."""
    cells = part.consensus.assign(row=None, column="", person=None, why="several places differ in it", file=place,
                                  text=part.consensus["level"].where(part.consensus["level"] != "",
                                                                     part.consensus["state"]))  # fmt: skip
    return replace(part, consensus=part.consensus.iloc[:0], refused=stacked(part.refused, cells[[*COLUMNS, "file"]]))


def _new(agreed: pd.DataFrame, said: Mapping[int, Said], at: int) -> pd.DataFrame:
    """What was agreed on items of which no earlier part says it too."""
    before = {item for earlier, one in said.items() if earlier < at for item in one}
    return agreed[~agreed["item"].isin(list(before))]


def _said(agreed: pd.DataFrame) -> Said:
    """By item what was agreed: facet, state and level."""
    rows = agreed[["item", "facet", "state", "level"]].astype("str")
    return {str(item): frozenset(theirs.itertuples(index=False, name=None)) for item, theirs in rows.groupby("item")}


def _fault(places: Sequence[str], items: Sequence[str]) -> Fault:
    more = f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
    return Fault(f"What was agreed stands in several places ({listed(places)}), and they differ in "
                 f"{listed(items[:_SHOWN])}{more}; none of them was taken", file=places[0], do=_DO)  # fmt: skip
