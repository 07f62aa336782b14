"""What a heading became, and the ways in which that was told."""

from __future__ import annotations

from dataclasses import dataclass

from assesslib.readers.records import Heading

LEVEL, COMMENT = "level", "comment"
TURNED, TITLED, LEVELS, BOTH = "turned", "titled", "levels", "levels as comment"
ORDER, CROSSED = "order", "crossed"
DOUBTFUL = (TURNED, TITLED, BOTH)
"""Ways of telling that are never taken unless a person says so."""


@dataclass(frozen=True)
class Match:
    """What a heading became: an item (and facet) or nothing, its level or a comment, how it was told, and how surely.

    ``how`` is ``id``, ``wording``, ``cut`` (the beginning of its wording), ``small edit``, ``like`` (some of its
    wording), ``turned`` (its wording with words that may say something else), ``titled`` (it is sure, but stands under
    a title that may ask something else), ``number`` (a number with other words), ``order`` (a code alone, told by its
    place among the others), ``crossed`` (its whole wording beside the number of another), ``day`` (an id that became
    a date), ``levels`` (no item is named, but levels stand under it), ``levels as comment`` (a comment by its heading,
    and only levels stand under it), ``mapping`` or "".
    """

    heading: Heading
    item: str = ""
    facet: str = ""
    kind: str = LEVEL
    how: str = ""
    sure: bool = False
    others: tuple[str, ...] = ()
