"""A disparity table with the items' wording and a sentence a person would say of each row."""

from collections.abc import Mapping

import pandas as pd

from assesslib.tables.anonymity import enough
from assesslib.tables.arguments import check_items, check_rows

STATES = {"split": "split", "blank": "no answer", "not_applicable": "not applicable", "dont_know": "don’t know"}


def spread(disparity: pd.DataFrame, items: pd.DataFrame, *, anonymity: str = "named") -> pd.DataFrame:
    """Disparity rows with what was asked and what they say in words.

    Parameters
    ----------
    disparity : DataFrame
        As `assesslib.tables.disparity` gives it.
    items : DataFrame
        The framework's ``.table()``.
    anonymity : str
        The tier at which ``disparity`` was made; a row that rests on fewer ratings than it lets be shown is left out.

    Returns
    -------
    DataFrame
        The same rows in the same order, with ``section_title, text`` and ``said``.

    Examples
    --------
    >>> in_words({"n": 12, "mean_gap": 1.25, "shape": "two camps", "dont_know": 1})
    'Two camps. Two members differ by 1.2 levels on average. 12 rated, 1 don’t know.'
    """
    check_items(items)
    check_rows(disparity, "a table of how far members stand apart", ("item", "n", "mean_gap", "shape"),
               "Give what assesslib.tables.disparity gives.")  # fmt: skip
    shown = disparity[(disparity["n"] >= enough(anonymity)) | (disparity["n"] == 0) | (anonymity == "named")]
    said = [in_words(row) for row in shown.to_dict("records")]
    words = items[["item", "section_title", "text"]]
    return shown.merge(words, on="item", how="left").assign(said=pd.array(said, dtype="str"))


def few_gave_a_level(row: Mapping) -> bool:
    """Whether more of those who answered gave no level than gave one.

    Examples
    --------
    >>> few_gave_a_level({"n": 3, "dont_know": 9}), few_gave_a_level({"n": 3, "dont_know": 3})
    (True, False)
    """
    return sum(row.get(state) or 0 for state in STATES) > row["n"]


def in_words(row) -> str:
    """One row of a disparity table as a sentence or three; every count with its n."""
    sentences = {
        "": "Nobody rated this",
        "one rating": "One rating only",
        "unanimous": "All agree",
    }
    shape, n = row["shape"], row["n"]
    gap = f"Two members differ by {row['mean_gap']:.1f} levels on average" if shape not in sentences else ""
    if few_gave_a_level(row):
        sentences["unanimous"] = "Most gave no level, and the others agree"
    if not n and row.get("split", 0):
        sentences[""] = "Only split ratings"
    others = [f"{row.get(state, 0)} {words}" for state, words in STATES.items() if row.get(state, 0)]
    counts = ", ".join([f"{n} rated", *others])
    return ". ".join(part for part in (sentences.get(shape, shape.capitalize()), gap, counts) if part) + "."
