"""The answers of an import as the rows of journals: made member by member, when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
import pandas as pd

Row = dict[str, str]
_COLUMNS = ["item", "facet", "round", "state", "level", "comment"]


def _none() -> Mapping:
    return MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Ratings(Mapping):
    """By member the rows to hand to `Assessment.rate_many`: a file may hold millions, so they are not made at once.

    Attributes
    ----------
    answers : DataFrame
        Answers as an import holds them.
    order : ndarray of int
        The places of those that are taken, member after member.
    bounds : mapping
        By member where theirs begin and end in ``order``: of those members every answer is taken.
    news : mapping
        By member the rows of those of whom only some are.
    """

    answers: pd.DataFrame = field(default_factory=pd.DataFrame)
    order: np.ndarray = field(default_factory=lambda: np.empty(0, dtype="int64"))
    bounds: Mapping[str, tuple[int, int]] = field(default_factory=_none)
    news: Mapping[str, tuple[Row, ...]] = field(default_factory=_none)

    def __getitem__(self, member: str) -> tuple[Row, ...]:
        if member in self.news:
            return self.news[member]
        start, stop = self.bounds[member]
        texts = _texts(self.answers.iloc[self.order[start:stop]])
        return tuple(_with_wholes(texts.to_dict("records")))

    def __iter__(self) -> Iterator[str]:
        return iter((*self.bounds, *self.news))

    def __len__(self) -> int:
        return len(self.bounds) + len(self.news)

    @property
    def number(self) -> int:
        """How many rows they are; none is made for it."""
        rows = sum(stop - start for start, stop in self.bounds.values()) + sum(map(len, self.news.values()))
        return rows + (self._splits() if self.bounds else 0)

    def _splits(self) -> int:
        """How many answers are split: each has a blank whole row besides."""
        sides = (self.answers["facet"] != "").to_numpy()[self.order]
        split = self.answers.iloc[self.order[sides]]
        key = _texts(split).assign(member=split["member"].astype("str"))[["member", "item", "round"]]
        return len(key[key["member"].isin(list(self.bounds))].drop_duplicates())

    def only(self, members: Sequence[str] | set[str], news: Mapping[str, tuple[Row, ...]]) -> Ratings:
        """Every answer of these members, and of others the rows that are news."""
        bounds = {member: place for member, place in self.bounds.items() if member in members}
        return replace(self, bounds=bounds, news={member: rows for member, rows in news.items() if rows})


def by_member(answers: pd.DataFrame) -> Ratings:
    """The rows of every member; nothing for what was passed over without a comment.

    Examples
    --------
    >>> cells = {"member": ["ann", "bob", "ann"], "item": "1.1", "facet": "", "state": ["rated", "rated", "blank"]}
    >>> rows = by_member(pd.DataFrame(cells | {"level": ["G", "W", ""], "comment": ""}))
    >>> rows.number, rows["ann"]
    (2, ({'item': '1.1', 'facet': '', 'round': '1', 'state': 'rated', 'level': 'G', 'comment': ''},))
    """
    if answers.empty:
        return Ratings()
    said = np.flatnonzero(((answers["state"] != "blank") | (answers["comment"] != "")).to_numpy())
    codes, members = pd.factorize(answers["member"].array[said])
    order = said[np.argsort(codes, kind="stable")]
    stops = np.cumsum(np.bincount(codes, minlength=len(members))).tolist()
    bounds = dict(zip(map(str, members), zip([0, *stops], stops, strict=False), strict=True))
    return Ratings(answers, order, bounds)


def _texts(answers: pd.DataFrame) -> pd.DataFrame:
    """The cells of journals; an answer without a round was given in the first."""
    rounds = answers["round"].fillna(1).astype("int64") if "round" in answers else 1
    return answers.assign(round=rounds)[_COLUMNS].astype("str")


def _with_wholes(rows: Sequence[Row]) -> Iterator[Row]:
    """A split answer is a blank whole one with a row a side: so are they written by `Assessment.rate_split`."""
    begun: set[tuple[str, str]] = set()
    for row in rows:
        key = row["item"], row["round"]
        if row["facet"] and key not in begun:
            begun.add(key)
            yield row | {"facet": "", "state": "blank", "level": "", "comment": ""}
        yield row
