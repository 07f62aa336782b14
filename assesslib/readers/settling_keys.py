"""Numbers that the file itself says the meaning of: read by its key, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from assesslib.faults import Fault, listed
from assesslib.readers.choosing import Found
from assesslib.readers.layouts._naming import whole
from assesslib.readers.settling import Asks, Settled


def key_for(found: Sequence[Found], asks: Asks) -> Mapping[int, str]:
    """By number the level that the files of some sheets give; nothing where they differ, or a person said it."""
    keys = [dict(one.key) for one in found]
    said = asks.scale or any(map(_is_number, asks.told.answers))
    return {} if said or any(key != keys[0] for key in keys) else next(iter(keys), {})


def by_key(key: Mapping[int, str], settle: Callable[[Asks], Settled], place: str, asks: Asks,
           given: Callable[[], Iterable[str]] | None = None) -> Settled:  # fmt: skip
    """What a sheet says, its numbers read by the key of its file and told of.

    Parameters
    ----------
    key : mapping
        By number the level, or nothing.
    settle : callable
        Settles the sheet by what it is given to go by.
    place : str
        The sheet as faults name it.
    asks : Asks
        What the import is to go by.
    given : callable, optional
        The texts that were read as levels; by default those of the cells.
    """
    settled = settle(replace(asks, scale=dict(key)) if key else asks)
    if not key or not len(settled.cells):
        return settled
    if not any(map(_is_number, given() if given else settled.cells["text"].unique())):
        return settled
    meant = listed([f"{number} = {level}" for number, level in sorted(key.items())], 12)
    told = Fault(f"Numbers were read by the key in the file: {meant}", file=place, handled=True)
    return replace(settled, faults=(*settled.faults, told))


def _is_number(text: str) -> bool:
    return whole(text.strip()).isdecimal()
