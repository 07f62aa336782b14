"""Where each theme runs: its items in every section, each with its level, for a map of the threads."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.arguments import check_rows
from assesslib.tables.threads.ends import FAULT, GOLDEN, NOWHERE, Said, at_the_ends, places_of
from assesslib.tables.threads.themes import Rule, themes_of

TOP, BOTTOM = "top", "bottom"
"""The two ends of the scale as a thread asks for them."""
_TYPES = dict.fromkeys(
    ["source", "theme", "title", "counted", "found", "near", "section", "section_title", "item", "end"], "str"
)  # fmt: skip


def threads_grid(
    assessment: Said, found: pd.DataFrame, *, basis: str = "consensus", anonymity: str = "named"
) -> pd.DataFrame:
    """The items of every theme, section by section, each with its level.

    Parameters
    ----------
    assessment : Assessment
        The opened one that the threads were looked for in.
    found : DataFrame
        As `assesslib.tables.threads` gives it, or some rows of it; themes stand in its order.
    basis : str
        The one with which ``found`` was made: ``"consensus"`` or ``"medians"``.
    anonymity : str
        The tier at which ``found`` was made; at any but ``"named"``, an item that fewer than three rated has no
        medians.

    Returns
    -------
    DataFrame
        One row a theme, section and item, and one with ``item`` "" where no item of a section carries the theme:
        ``source, theme, title``; ``counted``, how many items carry it and have a level, in words; ``found``: "golden
        thread", "fault line", both, or ""; ``near``: a line for each of them that is one step away, or "";
        ``section, section_title, item``; ``low, high``: the two ends of the item's level, missing where it has none;
        ``end``: top, bottom or "", where it lies for a thread.

    Raises
    ------
    FaultsError
        Another basis, an unknown tier, or anything but an assessment and its threads.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> from assesslib.tables.threads.search import threads
    >>> a = al.open_assessment(shipped("data") / "collaboration-2026")
    >>> grid = threads_grid(a, threads(a))
    >>> grid.loc[1:3, ["title", "found", "section", "item", "low", "end"]]
                       title          found       section item low     end
    1  Relationships & trust  golden thread  establishing   11   c
    2  Relationships & trust  golden thread  establishing   12   e     top
    3  Relationships & trust  golden thread     joined-up   17   b  bottom
    """
    places = places_of(assessment, basis, anonymity, "Choose the one with which the threads were found.")
    check_rows(found, "a table of threads", ("source", "theme", "near", "levelled"), "Give what threads gives.")
    framework, said = assessment.framework, _levels(assessment.framework, places)
    carried = {(one.source, one.theme): one.items for one in themes_of(framework, assessment.notes, Rule(1, 1))}
    rows = [
        theme | place | said.get(place["item"], {})
        for theme in _themes(found, framework)
        for place in _places(framework, carried[theme["source"], theme["theme"]])
    ]
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    placed = pd.DataFrame(rows, columns=[*list(_TYPES)[:-1], "low", "high", "end"])
    table = placed.astype({"end": "object"}).fillna({"end": ""})
    return table.astype(_TYPES | {"low": scale, "high": scale})


def _themes(found: pd.DataFrame, framework: Framework) -> Iterable[dict[str, str]]:
    """One record a theme, with what was found of both directions in words."""
    for (source, theme), rows in found.groupby(["source", "theme"], sort=False):
        first = rows.iloc[0]
        close = rows[rows["near"] != ""]
        yield {
            "source": source,
            "theme": theme,
            "title": first["title"],
            "counted": f"{first['asked']} {framework.term(first['asked'])}, {first['levelled']} with a level",
            "found": " and ".join(rows.loc[rows["found"], "direction"]),
            "near": "\n".join(f"near a {row.direction}: {row.near}" for row in close.itertuples()),
        }


def _places(framework: Framework, items: Iterable[str]) -> Iterable[dict[str, str]]:
    """Every section that has items, with those of a theme; "" where it has none of them."""
    for section in framework.sections:
        own = [item.id for item in section.items if item.id in items]
        for item in own or [""] * bool(section.items):
            title = f"{section.number} {section.title}".strip()
            yield {"section": section.id, "section_title": title, "item": item}


def _levels(framework: Framework, places: np.ndarray) -> Mapping[str, Mapping[str, str]]:
    """The level of each item that has one, and the end at which it lies."""
    codes = framework.codes
    top, _ = at_the_ends(places, len(codes), GOLDEN)
    bottom, _ = at_the_ends(places, len(codes), FAULT)
    return {
        item.id: {"low": codes[low], "high": codes[high], "end": TOP if up else BOTTOM if down else ""}
        for item, (low, high), up, down in zip(framework.items, places, top, bottom, strict=True)
        if low != NOWHERE
    }
