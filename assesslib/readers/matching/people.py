"""Whose each response is, which of several of one person counts, and who is nobody the team knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.names import RESERVED, is_id, make_id, plain
from assesslib.readers.matching.identity import NOBODY, Who, copies, identities
from assesslib.readers.matching.repeats import (
    COUNTS,
    EARLIER,
    STRANGER,
    TEST,
    UNSURE,
    Answered,
    fates,
    repeat_faults,
)
from assesslib.readers.matching.times import moments, ranks
from assesslib.readers.who import is_nobody

__all__ = ["COUNTS", "EARLIER", "STRANGER", "TEST", "UNSURE", "Known", "called", "is_counted", "match_people"]
TEAM = ("id", "name", "organisation", "role")
COUNTED = "counted"
"""What the ids of answers begin with that were only counted."""
_ALL = frozenset({"all"})


@dataclass(frozen=True)
class Known:
    """The responses with their member, and what there is to say of them.

    Attributes
    ----------
    people : DataFrame
        One row a response, as in `Responses`, with ``place`` (the file and sheet), ``row`` and ``same`` (a fingerprint
        of the answers), and besides ``member`` (an id, or "" where unknown), ``at`` (a moment or missing), ``order``
        (of sending, from 1) and ``fate``: ``counts``, ``earlier`` (another one of the same person counts), ``test``,
        ``stranger``, ``unsure``.
    team : DataFrame
        ``id, name, organisation, role`` of everybody who counts, known before or new.
    faults : tuple of Fault
    """

    people: pd.DataFrame
    team: pd.DataFrame
    faults: tuple[Fault, ...]


def match_people(people: pd.DataFrame, team: pd.DataFrame | None = None, *, add: bool = False,
                 said: Mapping[str, str] | None = None, answered: Answered = lambda rows: [_ALL for _ in rows],
                 ) -> Known:  # fmt: skip
    """Find out whose each response is.

    Parameters
    ----------
    people : DataFrame
        One row a response: `WHO`, `WHEN`, ``mark, place, row, same``.
    team : DataFrame, optional
        ``id, name, organisation, role`` of a team that is known; without one everybody is new.
    add : bool
        Whether somebody whom the team does not know becomes a member.
    said : mapping, optional
        By a name as the file has it, the id that a person gave for it.
    answered : callable, optional
        The items that each of some responses answers; those of one person that answer other items all count.
    """
    known = pd.DataFrame(columns=list(TEAM), dtype="str") if team is None else team
    who = identities(people)
    members = _members(who, known, add or team is None, said or {})
    named = people.assign(
        label=[_label(one, members[one.key]) for one in who], member=[members[one.key].id for one in who],
        doubt=[members[one.key].doubt for one in who],
        at=moments(people["submitted"]), order=ranks(people["submitted"]),
    )  # fmt: skip
    fated = named.assign(fate=fates(named, answered))
    faults = (*_stranger_faults(fated, known), *repeat_faults(fated), *copies(people, who))
    return Known(fated, _team(fated, known), faults)


def _members(found: Sequence[Who], team: pd.DataFrame, add: bool,
             said: Mapping[str, str]) -> dict[tuple[str, ...], Found]:  # fmt: skip
    """By key the member; somebody new gets an id where that is allowed, who is in doubt only where a mapping says."""
    lookup, taken = _lookup(team), set(team["id"])
    members: dict[tuple[str, ...], Found] = {}
    for one in {one.key: one for one in reversed(found)}.values():
        members[one.key] = _told(one, said, lookup)
    shared = _shared(members, found)
    for one in dict.fromkeys(found):
        own = members[one.key]
        doubt = "" if own.given else one.doubt or own.doubt or shared.get(one.key, "")
        id = "" if doubt else own.id or (_new(one, said, taken) if add and not members[one.key].given else own.id)
        taken.add(id)
        members[one.key] = Found(id, doubt, own.given)
    return members


@dataclass(frozen=True)
class Found:
    """The member's id ("" for nobody known), why it is in doubt, and whether a person gave it."""

    id: str = ""
    doubt: str = ""
    given: bool = False


@dataclass(frozen=True)
class _Lookup:
    """A team by its ids, and by plain name the members who bear it."""

    ids: Mapping[str, str]
    names: Mapping[str, list[str]]


def _lookup(team: pd.DataFrame) -> _Lookup:
    names: dict[str, list[str]] = {}
    for row in team.itertuples():
        if row.name:
            names.setdefault(_plain(row.name), []).append(row.id)
    return _Lookup({_plain(id): id for id in team["id"]}, names)


def _plain(text: str) -> str:
    return plain(text) or text.strip().casefold()


def _told(one: Who, said: Mapping[str, str], team: _Lookup) -> Found:
    """The member that a mapping or the team list gives for an id, a name or the part of an email before its @."""
    given = next((said[text] for text in _texts(one) if text in said), "")
    if given:
        known = team.ids.get(_plain(given)) or next(iter(team.names.get(_plain(given), [])), "")
        return Found(known or ("" if team.ids else _as_id(given)), given=bool(known) or not team.ids)
    if one.key[0] == NOBODY:
        return Found(team.ids.get(_plain(f"{NOBODY}-{one.key[1]}"), ""))
    if one.id and _plain(one.id) in team.ids:
        return Found(team.ids[_plain(one.id)])
    return next((found for text in (one.name, one.email.partition("@")[0]) if (found := _named(text, team))), Found())


def _texts(one: Who) -> tuple[str, ...]:
    """What a mapping may call somebody by; who is in doubt only by what tells them apart."""
    return (one.label, one.email) if one.doubt else (one.label, one.email, one.name, one.id)


def _named(text: str, team: _Lookup) -> Found | None:
    theirs = team.names.get(_plain(text), []) if text else []
    if len(theirs) > 1:
        return Found(doubt=f"fits several members ({listed(theirs)})")
    own = theirs[0] if theirs else team.ids.get(_plain(text), "") if text else ""
    return Found(own) if own else None


def _shared(members: Mapping[tuple[str, ...], Found], found: Sequence[Who]) -> dict[tuple[str, ...], str]:
    """Keys of several addresses or ids that would all be one member."""
    theirs: dict[str, dict[tuple[str, ...], str]] = {}
    for one in found:
        own = members[one.key]
        if own.id and not own.given and one.key[0] in ("email", "id"):
            theirs.setdefault(own.id, {})[one.key] = one.email or one.id
    return {key: f"may be {id} as well as another ({listed(keys.values())})"
            for id, keys in theirs.items() if len(keys) > 1 for key in keys}  # fmt: skip


def _as_id(text: str) -> str:
    return text if is_id(text) else plain(text)[:40].strip("-")


def _new(one: Who, said: Mapping[str, str], taken: set[str]) -> str:
    """The id of somebody new: the one that a mapping gives, or one that is made."""
    given = next((said[text] for text in _texts(one) if text in said), "")
    return _as_id(given) or _made(one, taken)


def _made(one: Who, taken: set[str]) -> str:
    if one.key[0] == NOBODY:
        return make_id(f"{NOBODY} {one.key[1]}", taken)
    id = one.id.casefold()
    if id and is_id(id) and id not in taken and id not in RESERVED:
        return id
    return make_id(one.name or one.email.partition("@")[0] or one.id, taken)


def _stranger_faults(people: pd.DataFrame, team: pd.DataFrame) -> list[Fault]:
    ids = tuple(team["id"])
    strangers = people[people["fate"] == STRANGER]
    counted = strangers["id"].map(is_counted).astype("bool")
    return [*(_counted(place) for place in strangers.loc[counted, "place"].unique()),
            *(_stranger(row, ids, team) for row in strangers[~counted].itertuples())]  # fmt: skip


def is_counted(id: str) -> bool:
    """Whether an id is one of those that the answers of a table of counts get: they are nobody's."""
    return id.startswith(f"{COUNTED}-")


def _counted(place: str) -> Fault:
    return Fault("The answers are counted, and nobody knows whose they are; this assessment lists its members",
                 file=place, do="Take them into a folder of their own, or take in everybody who is new.")  # fmt: skip


def called(row) -> str:
    """What a response says of who sent it, by which the mapping calls them too; "" for nobody."""
    return row.label


def _label(one: Who, found: Found) -> str:
    """The address where the name is not enough."""
    return one.email if found.doubt and not one.doubt and one.email else one.label


def _stranger(row, ids: tuple[str, ...], team: pd.DataFrame) -> Fault:
    said = called(row)
    add = "or take in everybody who is new."
    if not said:
        return Fault("The response names nobody", file=row.place, row=row.row,
                     do=f"Write the name of a member into the file, {add}")  # fmt: skip
    if row.doubt:
        return Fault(row.doubt, file=row.place, row=row.row, value=said,
                     do="Say who it is, or correct the file.")  # fmt: skip
    names = dict(zip(map(_plain, (*team["name"], *ids)), (*ids, *ids), strict=True))
    near = get_close_matches(_plain(said), list(names), 1)
    like = f" ({names[near[0]]}?)" if near else ""
    return Fault("is not a member of this assessment", file=row.place, row=row.row, value=said,
                 do=f"Say which of {listed(ids)} it is{like}, {add}")  # fmt: skip


def _team(people: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Everybody who counts, the known ones as they are known."""
    new = people[(people["fate"] == COUNTS) & ~people["member"].isin(known["id"])].drop_duplicates("member")
    shown = new["name"].where(~new["name"].map(is_nobody).astype("bool"), "")
    rows = pd.DataFrame({"id": new["member"], "name": shown, "organisation": new["organisation"], "role": new["role"]})
    here = known[known["id"].isin(people.loc[people["fate"] == COUNTS, "member"])]
    return pd.concat([here[list(TEAM)], rows], ignore_index=True).astype("str")
