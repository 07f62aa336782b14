"""Columns beside that of an item’s rating which are about the same item: last year, the target, not applicable."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.layouts._naming import Names, Naming, names_of, namings
from assesslib.readers.layouts._table_words import why_nobody
from assesslib.readers.matching.comment_words import less_comment
from assesslib.readers.matching.ids import named
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, DROPPED, Heading, letter

_NOT_APPLICABLE = {"n a", "na", "not applicable", "nicht zutreffend", "sans objet", "no aplica"}
_TICKS = {"x", "y", "yes", "ja", "oui", "sí", "true", "1", "✓", "✔", "✅", "☑", "☒", "■", "●", "√", "*"}
TICKED = "a tick in it says that the item is not applicable"


@dataclass(frozen=True)
class Asides:
    """The headings, and the rows below them with what the columns for “not applicable” say written into the items."""

    headings: tuple[Heading, ...]
    body: pd.DataFrame
    faults: tuple[Fault, ...] = ()


def asides(headings: Sequence[Heading], body: pd.DataFrame, framework: Framework, file: str) -> Asides:
    """Leave out the columns that stand beside an item’s rating and are about something else of it.

    Parameters
    ----------
    headings : sequence of Heading
        The columns.
    body : DataFrame
        The rows below them.
    framework : Framework
        What was rated.
    file : str
        The file as faults name it.
    """
    names = names_of(framework)
    found = namings((one.text for one in headings), names)
    said = {one.at: _beside(one, names) for one in headings if one.use == ANSWER}
    named = {one.at: (found[one.text].item, found[one.text].facet) for one in headings if one.text in found}
    rated = {named[at]: at for at in reversed(said) if not said[at][0] and named.get(at, ("",))[0]}
    why = {at: why for at, (why, item) in said.items() if why and item in rated}
    ticks = {at: rated[said[at][1]] for at, text in why.items() if text == TICKED}
    placed = tuple(replace(one, use=DROPPED, why=why[one.at]) if one.at in why else one for one in headings)
    return Asides(placed, _applied(body, ticks), tuple(_told(placed, why, file)))


def _beside(one: Heading, names: Names) -> tuple[str, tuple[str, str]]:
    """Why a heading is about something else than the rating of an item, and the item with its facet; "" where not."""
    parts = _parts(one.text, names.framework) if less_comment(one.text) is None else ()
    for rest, what in parts:
        why = TICKED if bare(what) in _NOT_APPLICABLE else why_nobody(what)
        found = next(iter(namings([rest], names).values()), Naming()) if why else Naming()
        if found.item:
            return why, (found.item, found.facet)
    return "", ("", "")


def _parts(text: str, framework: Framework) -> Iterable[tuple[str, str]]:
    """A heading as what names an item and what stands beside that: before a colon, behind a sign or behind an id."""
    number = named(text, framework)
    if number and number.rest:
        yield number.item, number.rest.strip(" ()[]")
    front, colon, back = text.partition(":")
    if colon:
        yield back.strip(), front.strip()
    if found := re.search(r"\s*(?:[\[(:]|\s[–—-])\s*([^\[(:–—]+?)[\])]?\s*$", text):
        yield text[: found.start()], found[1]


def _applied(body: pd.DataFrame, ticks: dict[int, int]) -> pd.DataFrame:
    """The rows with “n/a” under an item where its own cell is empty and the one for not applicable is ticked."""
    for at, item in ticks.items():
        said = body[at].str.strip().str.casefold()
        ticked = (said.isin(_TICKS) | said.map(bare).isin(_NOT_APPLICABLE)) & (body[item].str.strip() == "")
        body = _written(body, item, ticked)
    return body


def _written(body: pd.DataFrame, item: int, ticked: pd.Series) -> pd.DataFrame:
    if not ticked.any():
        return body
    columns = [body[at].mask(ticked, "n/a") if at == item else body[at] for at in body]
    return pd.concat(columns, axis=1)


def _told(headings: Sequence[Heading], why: dict[int, str], file: str) -> Iterable[Fault]:
    """One fault for each reason, with its columns and the first of the headings."""
    for reason in dict.fromkeys(why.values()):
        those = [one for one in headings if why.get(one.at) == reason]
        do = "was left out" if len(those) == 1 else f"and {len(those) - 1} more like it were left out"
        yield Fault(f"{do}: {reason}", file=file, value=those[0].text, handled=True,
                    column=listed(letter(one.at) for one in those))  # fmt: skip
