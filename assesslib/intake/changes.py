"""What an import would change in a folder: compared with what stands there, so that importing twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd

from assesslib.assessment import Assessment, Member
from assesslib.readers.result import NOTED, ImportResult

Row = dict[str, str]
_SAID = ("facet", "state", "level", "comment")


@dataclass(frozen=True)
class Changes:
    """What would be written.

    Attributes
    ----------
    members : tuple of Member
        Those who are new in the team.
    ratings : mapping
        By member the rows to hand to `Assessment.rate_many`.
    consensus, notes : tuple of dict
        What was agreed, and noted, and does not stand yet.
    """

    members: tuple[Member, ...] = ()
    ratings: Mapping[str, tuple[Row, ...]] = field(default_factory=lambda: MappingProxyType({}))
    consensus: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.members or self.ratings or self.consensus or self.notes)


def changes_of(result: ImportResult, assessment: Assessment | None) -> Changes:
    """What an import would change in an assessment; in one that is not made yet, everything is new.

    An empty cell changes nothing: who answered in the folder is not made silent by a file.
    """
    team = () if assessment is None else tuple(member.id for member in assessment.settings.members)
    new = [Member(*row) for row in result.members.itertuples(index=False) if row.id not in team]
    fresh = {member.id for member in new}
    said = {member: tuple(rows) for member, rows in _rows(result.answers)}
    told = {member: rows if assessment is None or member in fresh else tuple(news(rows, assessment.ratings_of(member)))
            for member, rows in said.items()}  # fmt: skip
    ratings = {member: rows for member, rows in told.items() if rows}
    return Changes(tuple(new), ratings, tuple(_agreed(result, assessment)), tuple(_noted(result, assessment)))


def _rows(answers: pd.DataFrame) -> Iterator[tuple[str, list[Row]]]:
    """By member the rows as journals hold them; nothing for what was passed over without a comment."""
    if answers.empty:
        return
    said = answers[(answers["state"].astype("str") != "blank") | (answers["comment"] != "")]
    texts = said.assign(round=said.get("round", 1))
    columns = ["member", "item", "facet", "round", "state", "level", "comment"]
    for member, theirs in texts[columns].astype("str").groupby("member", sort=False):
        yield member, list(_with_wholes(theirs.drop(columns="member").to_dict("records")))


def _with_wholes(rows: Sequence[Row]) -> Iterator[Row]:
    """A split answer is a blank whole one with a row a side: so are they written by `Assessment.rate_split`."""
    begun: set[tuple[str, str]] = set()
    for row in rows:
        key = row["item"], row["round"]
        if row["facet"] and key not in begun:
            begun.add(key)
            yield row | {"facet": "", "state": "blank", "level": "", "comment": ""}
        yield row


def news(rows: Sequence[Row], ratings: pd.DataFrame) -> Iterator[Row]:
    """The rows that say something else than what stands; an answer of several rows is new as a whole.

    Parameters
    ----------
    rows : sequence of dict
        Rows as `Assessment.rate_many` takes them.
    ratings : DataFrame
        Tidy ratings of the same member.
    """
    texts = ratings.astype({"round": "str", "level": "object"}).fillna({"level": ""})
    stands, said = _answers(texts.to_dict("records")), _answers(rows)
    return (row for row in rows if _is_new(said[row["item"], row["round"]], stands.get((row["item"], row["round"]))))


def _is_new(said: Sequence[tuple[str, ...]], stands: Sequence[tuple[str, ...]] | None) -> bool:
    """Whether an answer is another one; a comment alone does not take away the rating that stands."""
    rated = stands is not None and any(line[1] != "blank" for line in stands)
    only_comment = all(line[1] == "blank" for line in said)
    return said != stands and not (rated and only_comment)


def _answers(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """What is said of each item in each round: one line, or one a side where it is split."""
    lines: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for row in rows:
        lines.setdefault((row["item"], row["round"]), []).append(tuple(row[name] for name in _SAID))
    return {key: sorted(line for line in found if line[0]) or found for key, found in lines.items()}


def _agreed(result: ImportResult, assessment: Assessment | None) -> Iterator[Row]:
    stands = {} if assessment is None else _standing(assessment.consensus)
    said = _standing(result.consensus)
    for item, lines in said.items():
        if sorted(lines) != sorted(stands.get(item, [])):
            yield from _consensus_rows(item, lines)


def _standing(consensus: pd.DataFrame) -> dict[str, list[tuple[str, ...]]]:
    """By item what was agreed: one line, or one a side where it is split; nothing for an item left open."""
    texts = consensus.astype({"level": "object"}).fillna({"level": ""})
    lines: dict[str, list[tuple[str, ...]]] = {}
    for row in texts.to_dict("records"):
        line = tuple(row[name] for name in ("facet", "state", "level", "note"))
        if line != ("", "blank", "", ""):
            lines.setdefault(row["item"], []).append(line)
    return {item: [line for line in found if line[0]] or found for item, found in lines.items()}


def _consensus_rows(item: str, lines: Sequence[tuple[str, ...]]) -> Iterator[Row]:
    if any(facet for facet, *_ in lines):
        yield {"item": item, "facet": "", "state": "blank", "level": "", "note": ""}
    for facet, state, level, note in lines:
        yield {"item": item, "facet": facet, "state": state, "level": level, "note": note}


def _noted(result: ImportResult, assessment: Assessment | None) -> Iterator[Row]:
    stand = assessment.notes.to_dict("records") if assessment is not None else []
    there = {(row["kind"], row["section"], row["item"], row["text"]) for row in stand}
    for row in result.notes.to_dict("records"):
        said = {name: row.get(name) or "" for name in NOTED}
        key = said["kind"], said["section"], said["item"], said["text"]
        if key not in there:
            there.add(key)
            yield said
