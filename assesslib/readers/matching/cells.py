"""The answers of a file as one long frame: whose, to what, how it was read and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.matching.headings import LEVEL, Match
from assesslib.readers.matching.levels import Reading
from assesslib.readers.records import Responses, letter

Kinds = Mapping[str, pd.CategoricalDtype]
STATES = ("rated", "split", "blank", "not_applicable", "dont_know", "")
COLUMNS = ("person", "item", "facet", "state", "level", "comment", "text", "row", "column")


def long_cells(responses: Responses, matches: Sequence[Match], readings: Mapping[str, Reading],
               framework: Framework) -> pd.DataFrame:  # fmt: skip
    """One row an answer of every response under every heading that names an item.

    Returns
    -------
    DataFrame
        ``person`` (the place of the response, from 0), ``item, facet, state, level, comment, text`` (as the file has
        it), ``row`` and ``column`` (where it stands). The state is "" where the text could not be read. All but
        ``person`` and ``row`` are categorical, so that many responses need little memory.
    """
    used = [match for match in matches if match.item and match.kind == LEVEL]
    letters = list(responses.people.index) if responses.turned else [match.heading.at for match in used]
    kinds = {
        "item": _kind(item.id for item in framework.items),
        "facet": _kind(["", *(facet.id for facet in framework.facets), *(match.facet for match in used)]),
        "state": _kind(STATES),
        "level": _kind(["", *framework.codes]),
        "text": _kind(readings),
        "column": _kind(letter(at) for at in letters),
    }
    parts = [_column(responses, match, readings, kinds) for match in used]
    return pd.concat(parts, ignore_index=True) if parts else _none()


def _kind(texts: Iterable[str]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(dict.fromkeys(texts)))


def _column(responses: Responses, match: Match, readings: Mapping[str, Reading], kinds: Kinds) -> pd.DataFrame:
    """The answers under one heading, each different text read once."""
    texts = responses.answers[match.heading.at].loc[responses.people.index]
    places, found = pd.factorize(texts)
    taken = [one if (one := readings[text]).taken else Reading() for text in found]
    said = {
        "item": [match.item] * len(found),
        "facet": [match.facet] * len(found),
        "state": ["split" if match.facet and one.state == "rated" else one.state for one in taken],
        "level": [one.level for one in taken],
        "text": list(found),
    }
    coded = {name: _coded(values, kinds[name], places) for name, values in said.items()}
    place = _where(responses, match, texts.index, kinds["column"])
    return pd.DataFrame({"person": range(len(texts)), **coded, **place})


def _coded(texts: Sequence[str], kind: pd.CategoricalDtype, places: np.ndarray) -> pd.Categorical:
    """Different texts as codes of a kind, set at the places where they stand."""
    codes = pd.Index(kind.categories).get_indexer(list(texts)).astype("int32")
    return pd.Categorical.from_codes(codes[places], dtype=kind)


def _where(responses: Responses, match: Match, index: pd.Index, kind: pd.CategoricalDtype) -> dict[str, object]:
    """The row and the column of each answer."""
    one = np.zeros(len(index), dtype="int64")
    if not responses.turned:
        return {"row": index, "column": _coded([letter(match.heading.at)], kind, one)}
    return {"row": match.heading.at, "column": _coded([letter(at) for at in index], kind, np.arange(len(index)))}


def _none() -> pd.DataFrame:
    return pd.DataFrame({name: [] for name in COLUMNS if name != "comment"}, dtype="str").astype({"row": "int64"})


def comments(responses: Responses, matches: Sequence[Match]) -> pd.DataFrame:
    """The comments on items: ``person, item, facet, comment``; those that hold text."""
    parts = [_comments(responses, match) for match in matches if match.item and match.kind != LEVEL]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(
        {"person": [], "item": [], "facet": [], "comment": []}, dtype="str")  # fmt: skip


def _comments(responses: Responses, match: Match) -> pd.DataFrame:
    texts = responses.answers[match.heading.at].loc[responses.people.index].str.strip()
    said = pd.DataFrame({"person": range(len(texts)), "item": match.item, "facet": match.facet,
                         "comment": texts.to_numpy()})  # fmt: skip
    return said[said["comment"] != ""]
