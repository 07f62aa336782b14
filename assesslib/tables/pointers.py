"""Notes that point elsewhere: “As 1.1” stands for what was noted at 1.1."""

import re

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_framework, check_notes, check_text

_POINTER = re.compile(r"(?:as|as for|as in|see)\s+(\S+?)\.?", re.IGNORECASE)


def points_to(text: str, framework: Framework) -> str:
    """The id of the item that a note points to, or "" where it says something of its own.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> points_to("As 1.1.", cdrp), points_to("As 9.9", cdrp), points_to("As 1.1, and more", cdrp)
    ('1.1', '', '')
    """
    check_text(text, "a note’s text", "Give one text.")
    check_framework(framework)
    found = _POINTER.fullmatch(text.strip())
    return found[1] if found and found[1] in {item.id for item in framework.items} else ""


def resolved(notes: pd.DataFrame, framework: Framework, *, anonymity: str = "named") -> pd.DataFrame:
    """Notes with what the pointers among them stand for.

    Parameters
    ----------
    notes : DataFrame
        An assessment's ``.notes``.
    framework : Framework
        What was asked.
    anonymity : str
        A tier; it changes nothing: what the team wrote is shown as it stands.

    Returns
    -------
    DataFrame
        The same rows with ``points_to`` (an item's id or "") and ``stands_for``: the texts of the notes of the same
        kind at that item as a tuple, pointers followed on; empty where it points nowhere, to itself, or to nothing.
    """
    check_tier(anonymity)
    check_notes(notes)
    check_framework(framework)
    targets = [points_to(text, framework) for text in notes["text"]]
    pointed = notes.assign(points_to=pd.array(targets, dtype="str"))
    stands = [_followed(pointed, row.kind, row.points_to, (row.item,)) for row in pointed.itertuples()]
    return pointed.assign(stands_for=pd.Series(stands, index=notes.index, dtype="object"))


def _followed(notes: pd.DataFrame, kind: str, item: str, been: tuple[str, ...]) -> tuple[str, ...]:
    if not item or item in been:
        return ()
    there = notes[(notes["kind"] == kind) & (notes["item"] == item)]
    texts = (
        _followed(notes, kind, row.points_to, (*been, item)) if row.points_to else (row.text,)
        for row in there.itertuples()
    )
    return tuple(text for found in texts for text in found)
