"""A column “Partner” beside one that says the organisation better: it says who answered."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, NAMES, Heading
from assesslib.readers.who import is_nobody

_PARTNER = {"partner", "partners", "partner name", "partners name", "name of partner", "your partner", "our partner"}


def named_partners(headings: Sequence[Heading], cells: pd.DataFrame) -> list[Heading]:
    """The headings, with “Partner” for what it holds where another column is headed Organisation or the like.

    Where every response has another one there and nothing else names people, it holds their names. Otherwise it is a
    column like any other, which is asked about or told.

    Parameters
    ----------
    headings : sequence of Heading
        The columns.
    cells : DataFrame
        The rows below them.

    Examples
    --------
    >>> headings = [Heading(0, "Partner", use="organisation"), Heading(1, "Organisation", use="organisation")]
    >>> cells = pd.DataFrame([["Ann Bell", "Police"], ["Ben Carr", "Police"]])
    >>> [one.use for one in named_partners(headings, cells)], [one.use for one in named_partners(headings[:1], cells)]
    (['name', 'organisation'], ['organisation'])
    """
    bodies = [one for one in headings if one.use == "organisation"]
    partners = [one for one in bodies if {bare(text) for text in (one.text, *one.said)} & _PARTNER]
    better = [one for one in bodies if one not in partners and (cells[one.at].str.strip() != "").any()]
    if not partners or not better:
        return list(headings)
    named = any(one.use in ("name", *NAMES) for one in headings)
    use = "name" if len(partners) == 1 and not named and _are_apart(cells[partners[0].at]) else ANSWER
    return [replace(one, use=use, said=one.said or (one.text,)) if one in partners else one for one in headings]


def _are_apart(texts: pd.Series) -> bool:
    """Whether every response says something else, and none that it is nobody."""
    given = [text for text in texts.str.strip().str.casefold() if text]
    return len(given) > 1 and len(set(given)) == len(given) and not any(map(is_nobody, given))
