"""What the audits of evidence and of goals share: where a note stands, and what it points to."""

import re
from collections.abc import Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.pointers import resolved

_UNKNOWN = re.compile(r"(?:as|as for|as in|see)\s+(\d[\w.]*?)\.?", re.IGNORECASE)


def standing(notes: pd.DataFrame, framework: Framework, kinds: Sequence[str]) -> list[dict]:
    """The notes of some kinds that hold words, in the framework's order, with what the pointers among them stand for.

    Parameters
    ----------
    notes : DataFrame
        An assessment's ``.notes``.
    framework : Framework
        What was asked.
    kinds : sequence of str
        Which kinds of notes.

    Returns
    -------
    list of dict
        A note's columns with ``points_to`` and ``stands_for`` as `resolved` gives them; but ``points_to`` is also
        filled where the text points to a number that is no item (“As 9.9”).
    """
    worded = resolved(notes[notes["text"].str.strip() != ""], framework)
    order = places(framework)
    rows = worded[worded["kind"].isin(list(kinds))].to_dict("records")
    pointed = [row | {"points_to": row["points_to"] or _unknown(row["text"])} for row in rows]
    return sorted(pointed, key=lambda row: order.get(row["item"] or (row["section"],), len(order)))


def _unknown(text: str) -> str:
    found = _UNKNOWN.fullmatch(text.strip())
    return found[1] if found else ""


def places(framework: Framework) -> dict[str | tuple[str], int]:
    """The order of items, by id, and of sections, by a tuple of their id: a section as a whole follows its items.

    Examples
    --------
    >>> import assesslib as al
    >>> list(places(al.load_framework("cdrp-dat-partnership")))[3:7]
    ['1.4', '1.5', ('leadership',), '2.1']
    """
    order = [place for part in framework.sections for place in (*(item.id for item in part.items), (part.id,))]
    return {place: number for number, place in enumerate(order)}


def place(framework: Framework, item: str, section: str = "") -> str:
    """Where a note stands, in words: "standard 1.1", "section 1 Leadership", or "" for the whole.

    Examples
    --------
    >>> import assesslib as al
    >>> place(al.load_framework("cdrp-dat-partnership"), "", "leadership")
    'section 1 Leadership'
    """
    if item:
        return f"{framework.term()} {item}"
    titles = {part.id: f"section {part.number} {part.title}".replace("  ", " ") for part in framework.sections}
    return titles.get(section, "")


def at(framework: Framework, item: str, section: str = "") -> str:
    """`place` with the word before it: " at standard 1.1", " in section 1 Leadership", or "" for the whole.

    Examples
    --------
    >>> import assesslib as al
    >>> at(al.load_framework("cdrp-dat-partnership"), "1.1")
    ' at standard 1.1'
    """
    where = place(framework, item, section)
    return f" {'at' if item else 'in'} {where}" if where else ""
