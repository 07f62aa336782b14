"""What the team agreed, item by item, with the words of the framework beside it."""

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_framework, check_rows

STATES = {
    "blank": "left blank",
    "not_applicable": "not applicable",
    "dont_know": "don’t know",
    "unresolved": "no consensus, views recorded",
}


def agreed_levels(consensus: pd.DataFrame, framework: Framework, *, anonymity: str = "named") -> pd.DataFrame:
    """The consensus in words, one row an item in the framework's order.

    Parameters
    ----------
    consensus : DataFrame
        An assessment's ``.consensus``.
    framework : Framework
        What was asked.
    anonymity : str
        A tier; it changes nothing: it holds what the team agreed and wrote, not who rated what.

    Returns
    -------
    DataFrame
        ``section, section_title, item, text, agreed, note, dissent``. ``agreed`` is the level's code and words, or the
        state in words; a split consensus names each facet: ``Local: W – Working towards; National: …``.
    """
    check_tier(anonymity)
    check_framework(framework)
    columns = ("item", "facet", "state", "level", "at", "note", "dissent")
    check_rows(consensus, "what a team agreed", columns, "Give the assessment’s .consensus.")
    said = consensus.assign(agreed=_in_words(consensus, framework))
    lines = said.groupby("item", sort=False).agg({"agreed": "; ".join, "note": _joined, "dissent": _joined})
    return framework.table().drop(columns="themes").merge(lines, how="left", left_on="item", right_index=True)


def _in_words(consensus: pd.DataFrame, framework: Framework) -> pd.Series:
    levels = {level.code: f"{level.code} – {level.label}" for level in framework.levels}
    facets = {facet.id: f"{facet.label}: " for facet in framework.facets}
    states = consensus["state"].map(STATES).where(consensus["at"].notna(), "not settled yet")
    words = consensus["level"].astype("object").map(levels).fillna(states)
    return consensus["facet"].map(lambda facet: facets.get(facet, f"{facet}: " * bool(facet))) + words


def _joined(texts: pd.Series) -> str:
    return " ".join(dict.fromkeys(text for text in texts if text))
