"""Fingerprints of responses: of the answers that are taken, of everything, and what sorts them besides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib.readers.matching.match import LEVELS, Match
from assesslib.readers.records import Responses, stripped
from assesslib.readers.who import plain

_WORDS, _LONGEST = 4, 40
"""Words and letters that what sorts responses has at most: “North”, and no comment."""
_ANSWERS = {"yes", "no", "ja", "nein", "oui", "non", "sí", "si", "nee", "ie", "na", "n a", "don t know", "maybe",
            "unsure"}  # fmt: skip
"""What is an answer of its own, which a person may give otherwise the next time."""


def prints_of(said: Responses, sure: Sequence[Match]) -> pd.DataFrame:
    """Of each response ``print``, equal where everything is the same, and ``same``, where the answers taken are.

    Parameters
    ----------
    said : Responses
        What a sheet says.
    sure : sequence of Match
        The headings that are taken; where there are none, everything counts.
    """
    names = {match.heading.at: f"{match.item}\x1f{match.facet}\x1f{match.kind}" for match in sure}
    whole, taken = np.zeros((2, len(said.people)), dtype="uint64")
    for at in said.answers.columns:
        places, kinds = said.kinds(at)
        texts = _hashes(kinds)
        whole += (texts * _factor(str(at)))[places]
        if at in names:
            taken += (texts * _factor(names[at]))[places]
    same = taken if sure else whole
    texts = pd.array(list(map(str, whole.tolist())), dtype="str")
    return pd.DataFrame({"same": same, "print": texts}, index=said.people.index)


def _hashes(kinds: Sequence[str]) -> np.ndarray:
    """A number for each text; none for an empty one, so that columns without anything say nothing."""
    texts = np.array(kinds, dtype="object")
    return np.where(texts == "", np.uint64(0), pd.util.hash_array(texts, categorize=False))


def _factor(name: str) -> np.uint64:
    """What the texts of a column are multiplied by; odd, so that nothing is lost when the product is cut to 64 bits."""
    return pd.util.hash_array(np.array([name], dtype="object"))[0] | np.uint64(1)


def sorting(said: Responses, matches: Sequence[Match]) -> pd.Series:
    """What each response says in columns that are not taken and that sort the responses: a partnership, an area.

    These hold short texts of which some stand more than once; what people write or answer of their own is none.
    """
    left = [match for match in matches if not match.item and match.how != LEVELS]
    columns = {one.heading.text: stripped(said.texts(one.heading.at)) for one in left}
    parts = [column.map(lambda text, head=head: f"“{head.strip()}”: {text}" if text else "")
             for head, column in columns.items() if _sorts(column)]  # fmt: skip
    none = pd.Series("", index=said.people.index, dtype="str")
    return parts[0].str.cat(parts[1:], sep="; ").str.strip("; ") if parts else none


def _sorts(column: pd.Series) -> bool:
    texts = column[column != ""]
    kinds = texts.unique()
    return len(kinds) > 1 and (len(kinds) < len(texts) or len(texts) == 2) and all(map(_is_kind, kinds))


def _is_kind(text: str) -> bool:
    """Whether a text may be the name of a kind: a few words, no number, no day and no answer."""
    words = plain(text)
    short = len(text) <= _LONGEST and len(words.split()) in range(1, _WORDS + 1)
    return short and words not in _ANSWERS and not any(sign.isdigit() for sign in words) and "@" not in text
