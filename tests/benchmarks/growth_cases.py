"""The main tables on teams, frameworks, years and returns of any size, each ready to be timed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pandas as pd

import assesslib as al
from assesslib.assessment import Standing, standing
from assesslib.framework import Framework, Section
from assesslib.places import shipped
from assesslib.ratings import level_counts, tidy

from .made import FRAMEWORK, TEAM, drawn, folders, long_file, team

Work = Callable[[], object]


@dataclass(frozen=True)
class Case:
    """One piece of work at one size.

    Attributes
    ----------
    rows : int
        The rows of ratings that it works on.
    work : callable
    """

    rows: int
    work: Work


@cache
def many_items(times: int) -> Framework:
    """The framework with its sections so many times over."""
    framework = al.load_framework(FRAMEWORK)
    return replace(framework, sections=tuple(_sections(framework, times))) if times > 1 else framework


def _sections(framework: Framework, times: int) -> Iterator[Section]:
    for copy in range(times):
        for section in framework.sections:
            id = f"{section.id}-{copy}"
            items = tuple(replace(item, id=f"{item.id}-{copy}", section=id) for item in section.items)
            yield replace(section, id=id, items=items, questions=())


def drawn_team(members: int = TEAM, items: int = 1, seed: int = 1) -> Standing:
    """A team that rated everything, and what it agreed, as if read from its folder, without a note."""
    draw, framework, people = random.Random(seed), many_items(items), team(members)
    said = standing(al.open_assessment(shipped("data") / "collaboration-2026"))
    rows = [
        {"assessment": f"drawn-{seed}", "date": f"{2000 + seed}-03-03", "member": one["id"], "round": "1",
         "organisation": one["organisation"], "role": one["role"], "section": item.section, "item": item.id,
         "at": "2026-03-03T09:00:00Z", **drawn(draw, framework.codes)}
        for one in people for item in framework.items
    ]  # fmt: skip
    return replace(
        said, name=f"drawn-{seed}", date=f"{2000 + seed}-03-03", framework=framework, faults=(),
        members=pd.DataFrame(people, columns=["id", "name", "organisation", "role"], dtype="str"),
        ratings=tidy(rows, framework), consensus=_agreed(said.consensus, framework, draw),
        notes=said.notes.head(0), note_history=said.note_history.head(0), progress=said.progress.head(0),
    )  # fmt: skip


def _agreed(like: pd.DataFrame, framework: Framework, draw: random.Random) -> pd.DataFrame:
    items = framework.items
    cells = {"section": [item.section for item in items], "item": [item.id for item in items], "facet": "",
             "state": "rated", "level": [draw.choice(framework.codes) for _ in items], "note": "", "dissent": "",
             "at": like["at"].iloc[0]}  # fmt: skip
    return pd.DataFrame(cells)[list(like.columns)].astype(like.dtypes)


TABLES: dict[str, Callable[[Standing], object]] = {
    "level_counts": lambda said: level_counts(said.ratings),
    "disparity": lambda said: al.disparity(said.ratings),
    "agenda": lambda said: al.agenda(said.ratings, said.framework, said.members),
    "section_summary": al.section_summary,
    "divides": lambda said: al.divides(said.ratings, "organisation"),
    "consensus_gap": al.consensus_gap,
    "threads": al.threads,
    "findings": al.findings,
}
"""The tables of one assessment."""
RETURNS: dict[str, Callable[[pd.DataFrame], object]] = {
    "level_counts": lambda ratings: level_counts(ratings, ("assessment", "item")),
    "disparity": al.disparity,
}
"""The tables of the ratings of many."""


def of_team(table: str, times: int, folder: Path, **more: int) -> Case:
    """A table of one team; ``members`` and ``items`` are how many times more there are of them."""
    said = drawn_team(TEAM * more.get("members", 1), more.get("items", 1))
    return Case(len(said.ratings), lambda: TABLES[table](said))


def of_two_years(times: int, **more: int) -> Case:
    """The change between two years of a team, likewise."""
    said = [drawn_team(TEAM * more.get("members", 1), more.get("items", 1), seed) for seed in (1, 2)]
    return Case(sum(len(one.ratings) for one in said), lambda: al.change(*said))


def of_years(times: int) -> Case:
    """What changed over so many steps in time."""
    said = [drawn_team(seed=seed) for seed in range(1, times + 2)]
    return Case(sum(len(one.ratings) for one in said), lambda: al.history(said))


def of_folders(times: int, folder: Path) -> Case:
    """The ratings of so many folders, opened and joined."""
    paths = folders(folder / f"{times}", times)
    rows = len(al.open_assessment(paths[0]).ratings) * times
    return Case(rows, lambda: pd.concat([al.open_assessment(path).ratings for path in paths]))


def of_long(times: int, folder: Path) -> Case:
    """A long CSV of so many assessments, read and checked."""
    rows = times * TEAM * len(al.load_framework(FRAMEWORK).items)
    path = long_file(folder / f"{times}.csv", rows)
    return Case(rows, lambda: al.read_ratings(path, FRAMEWORK))


def of_returns(table: str, times: int, folder: Path) -> Case:
    """A table of so many assessments."""
    ratings = of_long(times, folder).work()
    return Case(len(ratings), lambda: RETURNS[table](ratings))


AXES: dict[str, dict[str, Callable[[int, Path], Case]]] = {
    axis: {name: lambda times, folder, name=name, axis=axis: of_team(name, times, folder, **{axis: times})
           for name in TABLES}
    | {"change": lambda times, folder, axis=axis: of_two_years(times, **{axis: times})}
    for axis in ("members", "items")
} | {
    "years": {"history": lambda times, folder: of_years(times)},
    "assessments": {"open and join": of_folders, "read_ratings": of_long}
    | {name: lambda times, folder, name=name: of_returns(name, times, folder) for name in RETURNS},
}  # fmt: skip
"""By what grows and what is made of it: the case at so many times the usual size."""
