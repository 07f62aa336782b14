"""What the parts of a report share: what a tier shows, and how something is said that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from assesslib import tables
from assesslib.assessment import Standing
from assesslib.documents.model import Block, Bullets, Heading, Paragraph, Table
from assesslib.framework import Framework, Section
from assesslib.tables.findings.finding import named_items

_SHOWN = (
    "No names of those who rated. {one} is shown where three or more of its members rated, and only where nobody else "
    "could be worked out from what is left. Where a whole group gave one level, that is known."
)
TIERS = {
    "named": "Names are shown: this is for the team’s own eyes.",
    "role": _SHOWN.format(one="A role"),
    "organisation": _SHOWN.format(one="An organisation"),
    "pooled": "Everybody is counted together: no names of those who rated, no organisations, no roles. Where everybody "
    "gave one level, that is known.",
}
NONE_SHOWN = "–"
"""What stands in a cell of which nothing is shown."""
WRITTEN = "What the team itself wrote, such as a dissent or the owner of an action, stands as it was written."


@dataclass(frozen=True)
class Told:
    """An assessment as it stood, and what of it is told: the tier, what was found, and how members differ."""

    said: Standing
    anonymity: str
    by: str
    found: pd.DataFrame
    apart: pd.DataFrame
    divides: pd.DataFrame

    @property
    def framework(self) -> Framework:
        """What was asked."""
        return self.said.framework

    @property
    def term(self) -> str:
        """What an item is called, as it stands above a column."""
        term = self.framework.term()
        return term[:1].upper() + term[1:]

    def findings(self, *kinds: str) -> pd.DataFrame:
        """The findings of some kinds."""
        return self.found[self.found["kind"].isin(kinds)]


def tier_in_words(anonymity: str) -> str:
    """What a tier shows and hides, in sentences.

    Examples
    --------
    >>> tier_in_words("named")
    'Names are shown: this is for the team’s own eyes.'
    """
    return TIERS[anonymity] if anonymity == "named" else f"{TIERS[anonymity]} {WRITTEN}"


def listed(texts: Iterable[str], nothing: str = "") -> tuple[Block, ...]:
    """Texts as a list; where there are none, the sentence that says so, or nothing at all.

    Examples
    --------
    >>> listed(["one"], "There is none."), listed([], "There is none."), listed([])
    ((Bullets(items=('one',), numbered=False),), (Paragraph(text='There is none.', kind=''),), ())
    """
    items = tuple(texts)
    if items:
        return (Bullets(items),)
    return (Paragraph(nothing),) if nothing else ()


def lean(table: Table) -> Table:
    """A table without the columns in which nothing stands; the first stays.

    Examples
    --------
    >>> from assesslib.documents.model import Column
    >>> lean(Table((Column("Goal"), Column("Who"), Column("Due")), (("Meet", "–", "June"), ("Talk", "", "")))).rows
    (('Meet', 'June'), ('Talk', ''))
    """
    titles = range(len(table.columns))
    kept = [place for place in titles if not place or any(row[place] not in ("", NONE_SHOWN) for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)


def sentences(found: pd.DataFrame) -> list[str]:
    """Findings as a person would say them, each with what it rests on.

    Examples
    --------
    >>> sentences(pd.DataFrame({"words": ["All agree."], "rests_on": ["3 members"]}))
    ['All agree. (3 members)']
    """
    return [f"{row.words} ({row.rests_on})" if row.rests_on else row.words for row in found.itertuples()]


def under(text: str, blocks: Iterable[Block], level: int = 2) -> tuple[Block, ...]:
    """A heading and what stands under it; nothing where nothing does."""
    inside = tuple(blocks)
    return (Heading(text, level), *inside) if inside else ()


def titled(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()


def scale_in_words(scale: Mapping[str, str]) -> str:
    """Every level's code and words on one line.

    Examples
    --------
    >>> scale_in_words({"a": "Not yet", "b": "Partly"})
    'a = Not yet; b = Partly'
    """
    return "; ".join(f"{code} = {words}" for code, words in scale.items())


def withheld_in_words(told: Told, items: Iterable[str]) -> str:
    """Which of some items the tier holds back, in a sentence; "" where it is none."""
    held = set(tables.withheld(told.said.ratings, told.anonymity))
    back = [item for item in items if item in held]
    return f"Not shown, because fewer than three rated: {named_items(told.framework, back)}." if back else ""
