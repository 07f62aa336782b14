"""Settled sheets put together: whose answers they are, which count, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.lone import lone_cells
from assesslib.readers.mapping import MEMBER, Line, Told
from assesslib.readers.matching.nearly import sole_member
from assesslib.readers.matching.people import COUNTS, STRANGER, UNSURE, Known, called, is_counted, match_people
from assesslib.readers.result import AGREED, BECAME, NOTED, REJECTS, ImportResult
from assesslib.readers.settling import PEOPLE, Settled
from assesslib.readers.years import apart_in_time

_ANSWER = ("member", "item", "facet", "state", "level", "comment", "at")
_EXTRA = ("assessment", "date", "round")


def assemble(parts: Sequence[Settled], framework: Framework, *, team: pd.DataFrame | None, add: bool,
             told: Told, accept: bool = False, day: str = "") -> ImportResult:  # fmt: skip
    """One result of every sheet; ``day`` is that of the assessment, where it is known."""
    starts = _starts(parts)
    cells = _shifted([part.cells for part in parts], starts)
    people = _stacked([part.people for part in parts], PEOPLE)
    known = match_people(people, team, add=add, accept=accept, said=told.members, answered=partial(_items, cells))
    said = _shifted([part.comments for part in parts], starts)
    asked = _asked(known, None if accept else team)
    read = _counting(cells, known)
    members = tuple(Line(MEMBER, name, near, "not in the team") for name, near in asked.items())
    return ImportResult(
        framework,
        members=known.team,
        new=None if team is None else tuple(known.team["id"][~known.team["id"].isin(team["id"])]),
        answers=_answers(read, said, known),
        consensus=_stacked([part.consensus for part in parts], AGREED),
        notes=_stacked([part.notes for part in parts], NOTED),
        columns=_stacked([part.columns for part in parts], BECAME),
        people=known.people,
        texts=_texts(read),
        rejects=_rejects(cells, _shifted([part.refused for part in parts], starts), known),
        lone=lone_cells(read, said, known.people),
        faults=(*(fault for part in parts for fault in part.faults), *known.faults,
                *apart_in_time(known.people, day, accept)),
        questions=tuple(dict.fromkeys((*(line for part in parts for line in part.lines), *members))),
    )


def _items(cells: pd.DataFrame, persons: Iterable[int]) -> list[frozenset[str]]:
    """The items under which each of some people holds anything, whether it could be read or not."""
    wanted = list(persons)
    theirs = cells[cells["person"].isin(wanted) & _filled(cells)] if len(cells) else cells
    items = theirs["item"].astype("str").groupby(theirs["person"]).agg(frozenset) if len(theirs) else {}
    return [items.get(person, frozenset()) for person in wanted]


def _starts(parts: Sequence[Settled]) -> list[int]:
    lengths = [len(part.people) for part in parts]
    return [sum(lengths[:place]) for place in range(len(parts))]


def _stacked(frames: Sequence[pd.DataFrame], columns: Sequence[str]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
    return filled[0].reset_index(drop=True) if len(filled) == 1 else pd.concat(filled, ignore_index=True)


def _shifted(frames: Sequence[pd.DataFrame], starts: Sequence[int]) -> pd.DataFrame:
    """The frames below each other, their persons counted through."""
    filled = [frame.assign(person=frame["person"] + start) if start else frame.reset_index(drop=True)
              for frame, start in zip(frames, starts, strict=True) if len(frame)]  # fmt: skip
    if len(filled) == 1:
        return filled[0].reset_index(drop=True)
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame()


def _filled(cells: pd.DataFrame) -> pd.Series:
    """Which cells hold a text, or say by their state alone that somebody answered."""
    return (cells["text"].astype("str").str.strip() != "") | ~cells["state"].isin(["blank", ""])


def _asked(known: Known, team: pd.DataFrame | None) -> dict[str, str]:
    """By the name of each stranger, and of each who was taken for a member, the member's id where one is likely."""
    people = known.people
    there = people[people["fate"] == STRANGER] if len(people) else people
    open_ones = {called(row): "" if row.doubt or team is None else sole_member(row.name, team)
                 for row in there.itertuples()}  # fmt: skip
    names = {name: near for name, near in open_ones.items() if name and not is_counted(name)}
    return {name: "" if list(names.values()).count(near) > 1 else near for name, near in names.items()} | known.accepted


def _answers(read: pd.DataFrame, said: pd.DataFrame, known: Known) -> pd.DataFrame:
    """The answers that count, with whose they are and their comments; an item with a comment only is left blank."""
    if not len(read.columns):
        return pd.DataFrame(columns=list(_ANSWER))
    whole = read if said.empty else _commented(read, said)
    persons = whole["person"].to_numpy()
    ids = pd.Categorical(known.people["member"])
    own = pd.Categorical.from_codes(ids.codes[persons], dtype=ids.dtype)
    at = whole["at"] if "at" in whole else known.people["at"].array.take(persons)
    comment = whole["comment"].fillna("") if "comment" in whole else ""
    extra = [name for name in _EXTRA if name in whole]
    return whole.assign(member=own, at=at, comment=comment)[[*_ANSWER, *extra]].reset_index(drop=True)


def _counting(cells: pd.DataFrame, known: Known) -> pd.DataFrame:
    """The answers that could be read, of the responses that count."""
    if cells.empty:
        return cells
    counts = (known.people["fate"] == COUNTS).to_numpy()
    taken = (cells["state"] != "").to_numpy() & (True if counts.all() else counts[cells["person"]])
    return cells if taken.all() else cells[taken]


def _texts(cells: pd.DataFrame) -> pd.DataFrame:
    """What each text was read as, and how often; those that could not be read are among the faults."""
    if cells.empty:
        return pd.DataFrame({"text": [], "became": [], "times": []})
    said = ["text", "level", "state"]
    times = _counted(cells[said]).groupby(said, sort=False, observed=True)["times"].sum().reset_index()
    level = times["level"].astype("str")
    return times.assign(became=level.where(level != "", times["state"].astype("str")))[["text", "became", "times"]]


def _counted(cells: pd.DataFrame) -> pd.DataFrame:
    """The different rows in the order they come in, and how often each does; of categories by their numbers alone."""
    if not all(isinstance(kind, pd.CategoricalDtype) for kind in cells.dtypes):
        return cells.assign(times=1)
    sizes = [len(kind.categories) for kind in cells.dtypes]
    codes = [column.cat.codes.to_numpy() for _, column in cells.items()]
    places, rows = pd.factorize(np.ravel_multi_index(codes, sizes))
    kinds = zip(np.unravel_index(rows, sizes), cells.items(), strict=True)
    once = {name: pd.Categorical.from_codes(numbers, dtype=column.dtype) for numbers, (name, column) in kinds}
    return pd.DataFrame({**once, "times": np.bincount(places, minlength=len(rows))})


def _commented(read: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    key = ["person", "item", "facet"]
    once = said.groupby(key, as_index=False)["comment"].agg("\n".join)
    plain = read.assign(item=read["item"].astype("str"), facet=read["facet"].astype("str"))
    return plain.drop(columns="comment", errors="ignore").merge(once, on=key, how="left")


def _rejects(cells: pd.DataFrame, refused: pd.DataFrame, known: Known) -> pd.DataFrame:
    """Every cell that was not taken, of people who are not known too."""
    people = known.people
    out = people.index[people["fate"].isin((STRANGER, UNSURE))] if len(people) else []
    theirs = cells[cells["person"].isin(out)] if len(cells) else cells
    theirs = theirs[theirs["text"].astype("str").str.strip() != ""] if len(theirs) else theirs
    parts = [frame for frame in (refused, theirs.assign(file=theirs["place"], why="nobody knows whose it is")
                                 if len(theirs) else theirs) if len(frame)]  # fmt: skip
    if not parts:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in REJECTS})
    every = pd.concat([part.astype({"item": "str"}) for part in parts], ignore_index=True)
    names = _names(people)
    own = pd.Series(every.get("member", ""), index=every.index)
    said = every["person"].map(names).astype("object").fillna(own).fillna("")
    return every.assign(member=said).drop_duplicates(["file", "row", "column", "item"])[list(REJECTS)]


def _names(people: pd.DataFrame) -> pd.Series:
    """What to call who sent each response: the name, else the member's id, else what the file has."""
    if people.empty:
        return pd.Series(dtype="str")
    said = people["name"]
    for column in ("member", "email", "id"):
        said = said.where(said != "", people[column])
    return said
