"""The answers of a file as one long frame: whose, to what, how it was read and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.matching.headings import LEVEL, Match
from assesslib.readers.matching.levels import Reading
from assesslib.readers.records import Responses, letter, stripped

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
    parts = [_codes(responses, match, readings, kinds) for match in used]
    coded = {name: _joined([part[name] for part in parts], kind) for name, kind in kinds.items()} if parts else {}
    return _placed(responses, used, coded) if parts else _none()


def _kind(texts: Iterable[str]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(dict.fromkeys(texts)))


def _codes(responses: Responses, match: Match, readings: Mapping[str, Reading], kinds: Kinds) -> dict[str, np.ndarray]:
    """The answers under one heading as codes of their kinds, each different text read once."""
    places, found = responses.kinds(match.heading.at)
    taken = [one if (one := readings[text]).taken else Reading() for text in found]
    said = {
        "item": [match.item] * len(found),
        "facet": [match.facet] * len(found),
        "state": ["split" if match.facet and one.state == "rated" else one.state for one in taken],
        "level": [one.level for one in taken],
        "text": found,
    }
    coded = {name: _coded(values, kinds[name])[places] for name, values in said.items()}
    letters = [letter(at) for at in (responses.people.index if responses.turned else [match.heading.at])]
    return {**coded, "column": np.broadcast_to(_coded(letters, kinds["column"]), places.shape)}


def _coded(texts: Sequence[str], kind: pd.CategoricalDtype) -> np.ndarray:
    """Different texts as codes of a kind, in as few bytes as hold them."""
    return kind.categories.get_indexer(list(texts)).astype(np.min_scalar_type(-len(kind.categories) - 1))


def _joined(parts: Sequence[np.ndarray], kind: pd.CategoricalDtype) -> pd.Categorical:
    return pd.Categorical.from_codes(np.concatenate(parts), dtype=kind)


def _placed(responses: Responses, used: Sequence[Match], coded: Mapping[str, pd.Categorical]) -> pd.DataFrame:
    """The answers with their persons and rows."""
    index = responses.people.index.to_numpy()
    own, times = [match.heading.at for match in used], len(used)
    rows = np.repeat(own, len(index)) if responses.turned else np.tile(index, times)
    columns = {**coded, "person": np.tile(np.arange(len(index)), times), "row": rows}
    return pd.DataFrame({name: columns[name] for name in COLUMNS if name in columns}, copy=False)


def _none() -> pd.DataFrame:
    return pd.DataFrame({name: [] for name in COLUMNS if name != "comment"}, dtype="str").astype({"row": "int64"})


def comments(responses: Responses, matches: Sequence[Match]) -> pd.DataFrame:
    """The comments on items: ``person, item, facet, comment``; those that hold text."""
    parts = [_comments(responses, match) for match in matches if match.item and match.kind != LEVEL]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(
        {"person": [], "item": [], "facet": [], "comment": []}, dtype="str")  # fmt: skip


def _comments(responses: Responses, match: Match) -> pd.DataFrame:
    texts = stripped(responses.texts(match.heading.at))
    said = pd.DataFrame({"person": range(len(texts)), "item": match.item, "facet": match.facet,
                         "comment": texts.to_numpy()})  # fmt: skip
    return said[said["comment"] != ""]
