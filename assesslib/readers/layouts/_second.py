"""A second table below the first: its headings, in another order or with other items, among the rows of members."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._levels_above import has_answers

BELOW = "this row and all below it were left out"
_HIGHEST = 10
"""Whole numbers up to this one may as well be answers."""


def second_headings(body: pd.DataFrame, heads: Sequence[Sequence[str]], items: Sequence[int],
                    framework: Framework) -> int | None:  # fmt: skip
    """The place of the first row that names items in another way than the headings above it; None where none does.

    Parameters
    ----------
    body : DataFrame
        The rows below the headings.
    heads : sequence of sequence of str
        By column what stands above it.
    items : sequence of int
        The columns that name items.
    framework : Framework
        What was rated.
    """
    named = {item.id for item in framework.items} | {item.text for item in framework.items}
    named |= {text for at in items for text in heads[at]}
    plain = {text for text in named if (text.isdecimal() and int(text) <= _HIGHEST) or has_answers([text], framework)}
    counts = np.zeros((len(body), 4), dtype="int32")
    for at in items:
        places, texts = pd.factorize(body[at])
        said = [text.strip() for text in texts]
        held = [(text != "", text in named and text not in plain, text in named, text in heads[at]) for text in said]
        counts += np.array(held, dtype="int32").reshape(-1, 4)[places]
    filled, sure, every, same = counts.T
    labelled = _labelled(body, heads, items) & (every == filled)
    rows = (((2 * sure > filled) & (sure > 1)) | (labelled & (every > 1))) & (same < filled)
    return int(np.flatnonzero(rows)[0]) if rows.any() else None


def _labelled(body: pd.DataFrame, heads: Sequence[Sequence[str]], items: Sequence[int]) -> np.ndarray:
    """The rows that say beside the items what stands above there."""
    labels = [at for at in body if at not in items and any(heads[at])]
    said = [body[at].str.strip().isin(set(heads[at]) - {""}).to_numpy() for at in labels]
    return np.logical_or.reduce(said) if said else np.zeros(len(body), dtype=bool)


def second_fault(body: pd.DataFrame, place: int, framework: Framework, file: str) -> Fault:
    """What is said of the rows from a second row of headings on."""
    first = next((text.strip() for text in body.iloc[place] if text.strip()), "")
    what = (f"begins a second row of headings, which names other {framework.term(2)} or stands in another order; "
            f"{BELOW}")  # fmt: skip
    return Fault(
        what,
        file=file,
        row=int(body.index[place]),
        value=first,
        do="Put each table into a sheet or file of its own, or its columns into the order of the first.",
    )
