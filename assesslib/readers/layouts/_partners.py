"""A column “Partner” beside one that says the organisation better: it says who answered."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from assesslib.readers.matching.person_names import called
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, NAMES, Heading
from assesslib.readers.title_names import BODIES
from assesslib.readers.who import is_nobody, is_weak

_PARTNER = {"partner", "partners", "partner name", "partners name", "name of partner", "your partner", "our partner"}
_GROUPS = {"agency", "board", "committee", "council", "group", "partnership", "team", "trust", *BODIES}
_MOST = 4
"""Words of a person's name."""


def named_partners(headings: Sequence[Heading], cells: pd.DataFrame) -> list[Heading]:
    """The headings, with “Partner” for what it holds where another column is headed Organisation or the like.

    Where every response has another one there, most are written like a person's name and nothing else names
    people, it holds their names. Otherwise it is a column like any other, which is asked about or told. Sector and the
    like say the organisation no better than Partner.

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
    better = [one for one in bodies if one not in partners and not is_weak(one.text)
              and (cells[one.at].str.strip() != "").any()]  # fmt: skip
    if not partners or not better:
        return list(headings)
    named = any(one.use in ("name", *NAMES) for one in headings)
    use = "name" if len(partners) == 1 and not named and _are_people(cells[partners[0].at]) else ANSWER
    return [replace(one, use=use, said=one.said or (one.text,)) if one in partners else one for one in headings]


def _are_people(texts: pd.Series) -> bool:
    """Whether every response says something else, most of it written like a person's name and none like a body's."""
    given = [text for text in texts.str.strip() if text]
    apart = len(given) > 1 and len({text.casefold() for text in given}) == len(given)
    bodies = any(is_nobody(text) or set(bare(text).split()) & _GROUPS for text in given)
    return apart and not bodies and 2 * sum(map(_is_name, given)) > len(given)


def _is_name(text: str) -> bool:
    """Whether a text is written like a person's name: a few words with capitals, and no three capitals for a body."""
    words = called(text).split()
    capitals = text[:1].isupper() and not (len(words) == 1 and len(text) > 2 and text.isupper())
    return len(words) <= _MOST and capitals and not any(sign.isdecimal() for sign in text)
