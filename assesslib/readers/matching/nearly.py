"""People whose names are nearly alike: told of, asked about, or taken for one where that was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

import pandas as pd

from assesslib.faults import Fault
from assesslib.names import plain
from assesslib.readers.matching.first_names import first_named
from assesslib.readers.matching.identity import Who
from assesslib.readers.matching.person_names import is_near
from assesslib.readers.matching.repeats import COUNTS

_MOST = 500
"""People that are compared with each other: more are no team, and would take long."""


def like(said: str, team: pd.DataFrame) -> list[str]:
    """The members whom a name may mean, those who are nearly called so before one whose name or id looks like it.

    Examples
    --------
    >>> team = pd.DataFrame({"id": ["ann", "bob"], "name": ["Ann Ash", "Bob Birch"]})
    >>> like("A. Ash", team), like("Bob Bird", team), like("Cy", team)
    (['ann'], ['bob'], [])
    """
    if near := near_members(said, team):
        return near
    ids = list(team["id"])
    slugs = dict(zip((_slug(text) for text in (*team["name"], *ids)), (*ids, *ids), strict=True))
    return [slugs[slug] for slug in get_close_matches(_slug(said), list(slugs), 1)]


def _slug(text: str) -> str:
    return plain(text) or text.strip().casefold()


def near_members(said: str, team: pd.DataFrame) -> list[str]:
    """The members whose names are nearly the same, else those whose first name it is."""
    some = team.head(_MOST)
    near = [row.id for row in some.itertuples() if row.name and is_near(said, row.name)]
    return near or first_named(said, some)


def sole_member(said: str, team: pd.DataFrame) -> str:
    """The one member whose name is nearly the same, or ""."""
    near = near_members(said, team) if said else []
    return near[0] if len(near) == 1 else ""


def taken_as(found: Sequence[Who], members: Mapping[tuple[str, ...], object],
             team: pd.DataFrame) -> dict[tuple[str, ...], str]:  # fmt: skip
    """By key the member whom somebody unknown is taken for, where one alone is nearly called so and did not answer.

    Parameters
    ----------
    found : sequence of Who
        Who sent each response.
    members : mapping
        By key what is known: with ``id``, ``doubt`` and ``given``.
    team : DataFrame
        The members: ``id, name``.
    """
    there = {own.id for own in members.values()}
    open_ones = {one.key: one for one in found if one.name and one.key[0] == "name"
                 and not (members[one.key].id or members[one.key].doubt or members[one.key].given)}  # fmt: skip
    near = {key: near_members(one.name, team) for key, one in list(open_ones.items())[:_MOST]}
    sole = {key: ids[0] for key, ids in near.items() if len(ids) == 1 and ids[0] not in there}
    times = Counter(sole.values())
    return {key: id for key, id in sole.items() if times[id] == 1}


def near_faults(people: pd.DataFrame, team: pd.DataFrame, accepted: Collection[str]) -> Iterator[Fault]:
    """What is told of people who are new and nearly called like others, and of those who were taken for a member."""
    counts = people[(people["fate"] == COUNTS) & (people["name"] != "")]
    for row in counts[counts["member"].isin(list(accepted))].drop_duplicates("member").itertuples():
        name = team.set_index("id")["name"].get(row.member, "") or row.member
        yield Fault(f"was accepted as “{name}”", file=row.place, row=row.row, value=row.name, handled=True)
    unknown = counts[~counts["member"].isin(team["id"])].drop_duplicates("member")
    new, known = list(unknown.head(_MOST + 1).itertuples()), list(team.head(_MOST).itertuples())
    for at, row in enumerate(new if len(new) <= _MOST else ()):
        near = next((other for other in (*known, *new[:at]) if _may_be(row, other)), None)
        if near is not None:
            yield Fault(f"is nearly called like “{near.name}”", file=row.place, row=row.row, value=row.name,
                        do="If they are one person, correct the file, or add the line “member,"
                           f"{_cell(row.name)},{_cell(near.name)}” to import-mapping.csv.", handled=True)  # fmt: skip


def _cell(text: str) -> str:
    """A text as a cell of a CSV."""
    return f'"{text}"' if "," in text else text


def _may_be(one, other) -> bool:
    """Whether two people may be one: nearly the same name, and neither two addresses or ids nor two organisations."""
    told = any(_differ(one, other, field) for field in ("email", "organisation"))
    ids = one.id and getattr(other, "place", "") and other.id
    return not told and not ids and is_near(one.name, other.name)


def _differ(one, other, field: str) -> bool:
    here, there = getattr(one, field), getattr(other, field, "")
    return bool(here and there) and here.casefold() != there.casefold()
