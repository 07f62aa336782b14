"""Whose each response is, which of several of one person counts, and who is nobody the team knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.names import RESERVED, is_id, make_id, plain
from assesslib.readers.matching.identity import NOBODY, Who, identities
from assesslib.readers.matching.nearly import near_faults, taken_as
from assesslib.readers.matching.new_ids import stems
from assesslib.readers.matching.person_names import called as plain_name
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
from assesslib.readers.matching.sent import last_changed, sent
from assesslib.readers.matching.strangers import COUNTED, is_counted, stranger_faults
from assesslib.readers.matching.unnamed import copies
from assesslib.readers.who import nobodies

__all__ = ["COUNTED", "COUNTS", "EARLIER", "STRANGER", "TEST", "UNSURE", "Known", "called", "is_counted",
           "match_people"]  # fmt: skip
TEAM = ("id", "name", "organisation", "role")
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
    accepted : mapping
        By a name as the file has it the id of the member whom that person was taken for, because it was allowed.
    """

    people: pd.DataFrame
    team: pd.DataFrame
    faults: tuple[Fault, ...]
    accepted: Mapping[str, str] = field(default_factory=dict)


def match_people(people: pd.DataFrame, team: pd.DataFrame | None = None, *, add: bool = False, accept: bool = False,
                 said: Mapping[str, str] | None = None, answered: Answered = lambda rows: [_ALL for _ in rows],
                 ) -> Known:  # fmt: skip
    """Find out whose each response is.

    Parameters
    ----------
    people : DataFrame
        One row a response: `WHO`, `WHEN`, ``mark, place, row, same`` and, where they are known, ``response`` (the
        tool's own id of it), ``changed`` (when it was last changed), ``print`` (a fingerprint of everything it says)
        and ``beside`` (what it says in columns that are not taken and that sort the responses).
    team : DataFrame, optional
        ``id, name, organisation, role`` of a team that is known; without one everybody is new.
    add : bool
        Whether somebody whom the team does not know becomes a member.
    accept : bool
        Whether somebody whom the team does not know is the one member whose name is nearly the same.
    said : mapping, optional
        By a name as the file has it, the id that a person gave for it.
    answered : callable, optional
        The items that each of some responses answers; those of one person that answer other items all count.
    """
    known = pd.DataFrame(columns=list(TEAM), dtype="str") if team is None else team
    who, when = _as_said(identities(people), said or {}, known), sent(people)
    members = _members(who, known, add or team is None, said or {})
    near = taken_as(who, members, known) if accept and not add else {}
    members = members | {key: Found(id) for key, id in near.items()}
    named = people.assign(
        **{column: _on_one_line(people[column]) for column in TEAM[1:] if column in people},
        label=[_label(one, members[one.key]) for one in who], member=[members[one.key].id for one in who],
        doubt=[members[one.key].doubt for one in who],
        at=when.at, order=last_changed(people, when.order),
    )  # fmt: skip
    fated = named.assign(fate=fates(named, answered))
    nameless = people[[one.key[0] == NOBODY for one in who]]
    faults = (*stranger_faults(fated, known), *near_faults(fated, known, near.values()), *repeat_faults(fated),
              *copies(nameless), *when.faults)  # fmt: skip
    accepted = {one.label: near[one.key] for one in who if one.key in near}
    return Known(fated, _team(fated, known), faults, accepted)


def _on_one_line(texts: pd.Series) -> pd.Series:
    """Texts with single spaces: a line break or a space that does not break is none of a name."""
    said = [" ".join(text.split()) for text in texts.to_numpy(dtype="object")]
    return pd.Series(said, texts.index, texts.dtype, texts.name)


def _members(found: Sequence[Who], team: pd.DataFrame, add: bool,
             said: Mapping[str, str]) -> dict[tuple[str, ...], Found]:  # fmt: skip
    """By key the member; somebody new gets an id where that is allowed, who is in doubt only where a mapping says."""
    lookup, taken = _lookup(team), set(team["id"])
    first = {one.key: one for one in reversed(found)}
    members = {key: _told(one, said, lookup) for key, one in first.items()}
    shared = _shared(members, found) if said or lookup.ids else {}
    different = list(dict.fromkeys(found))
    for one, stem in zip(different, _stems(different) if add else repeat(""), strict=False):
        own = members[one.key]
        doubt = "" if own.given else one.doubt or own.doubt or shared.get(one.key, "")
        id = "" if doubt else own.id or (_new(one, stem, said, taken) if add and not own.given else "")
        taken.add(id)
        members[one.key] = Found(id, doubt, own.given)
    return members


def _as_said(found: Sequence[Who], said: Mapping[str, str], team: pd.DataFrame) -> list[Who]:
    """Who sent each response: somebody of whom a mapping gives the name of another who is new is that one."""
    if not said:
        return list(found)
    keys: dict[str, set[tuple[str, ...]]] = {}
    for one in found:
        keys.setdefault(plain_name(one.name).casefold(), set()).add(one.key)
    known = {text.casefold() for column in ("id", "name") for text in team[column]}
    new = {text: min(theirs) for text, theirs in keys.items() if text and len(theirs) == 1 and text not in known}
    return [one._replace(key=new.get(plain_name(_given(one, said)).casefold(), one.key)) for one in found]


class Found(NamedTuple):
    """The member's id ("" for nobody known), why it is in doubt, and whether a person gave it."""

    id: str = ""
    doubt: str = ""
    given: bool = False


_NOT_FOUND = Found()


@dataclass(frozen=True)
class _Lookup:
    """A team by its ids, and by plain name the members who bear it."""

    ids: Mapping[str, str]
    names: Mapping[str, list[str]]


def _lookup(team: pd.DataFrame) -> _Lookup:
    exact: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for row in team.itertuples():
        if row.name:
            exact.setdefault(_plain(row.name), []).append(row.id)
            bare.setdefault(_plain(plain_name(row.name)), []).append(row.id)
    return _Lookup({_plain(id): id for id in team["id"]}, bare | exact)


def _plain(text: str) -> str:
    return plain(text) or text.strip().casefold()


def _told(one: Who, said: Mapping[str, str], team: _Lookup) -> Found:
    """The member that a mapping or the team list gives for an id, a name or the part of an email before its @."""
    if not (said or team.ids):
        return _NOT_FOUND
    if given := _given(one, said):
        known = team.ids.get(_plain(given)) or next(iter(team.names.get(_plain(given), [])), "")
        return Found(known or ("" if team.ids else _as_id(given)), given=bool(known) or not team.ids)
    if one.key[0] == NOBODY:
        return Found(team.ids.get(_plain(f"{NOBODY}-{one.key[1]}"), ""))
    if one.id and _plain(one.id) in team.ids:
        return Found(team.ids[_plain(one.id)])
    return next((found for text in (one.name, one.email.partition("@")[0]) if (found := _named(text, team))), Found())


def _given(one: Who, said: Mapping[str, str]) -> str:
    """What a mapping gives for somebody, or ""."""
    return next((said[text] for text in _texts(one) if text in said), "") if said else ""


def _texts(one: Who) -> tuple[str, ...]:
    """What a mapping may call somebody by; who is in doubt only by what tells them apart."""
    return (one.label, one.email) if one.doubt else (one.label, one.email, one.name, one.id)


def _named(text: str, team: _Lookup) -> Found | None:
    theirs = team.names.get(_plain(text)) or team.names.get(_plain(plain_name(text)), []) if text else []
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


def _new(one: Who, stem: str, said: Mapping[str, str], taken: set[str]) -> str:
    """The id of somebody new: the one that a mapping gives, or one that is made."""
    return (_as_id(_given(one, said)) if said else "") or _made(one, stem, taken)


def _made(one: Who, stem: str, taken: set[str]) -> str:
    id = one.id.casefold()
    if id and one.key[0] != NOBODY and is_id(id) and id not in taken and id not in RESERVED:
        return id
    return stem if stem not in taken and stem not in RESERVED else make_id(stem, taken)


def _stems(found: Sequence[Who]) -> list[str]:
    """What the ids of people are made from who are new: what they are called, or that they are nobody."""
    return stems([plain_name(one.name) or one.email.partition("@")[0] or one.id if one.key[0] != NOBODY
                  else f"{NOBODY} {one.key[1]}" for one in found])  # fmt: skip


def called(row) -> str:
    """What a response says of who sent it, by which the mapping calls them too; "" for nobody."""
    return row.label


def _label(one: Who, found: Found) -> str:
    """The address where the name is not enough."""
    return one.email if found.doubt and not one.doubt and one.email else one.label


def _team(people: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Everybody who counts, the known ones as they are known."""
    new = people[(people["fate"] == COUNTS) & ~people["member"].isin(known["id"])].drop_duplicates("member")
    shown = new["name"].where(~new["name"].isin(nobodies(new["name"].to_numpy(dtype="object"))), "")
    rows = pd.DataFrame({"id": new["member"], "name": shown, "organisation": new["organisation"], "role": new["role"]})
    here = known[known["id"].isin(people.loc[people["fate"] == COUNTS, "member"])]
    return pd.concat([here[list(TEAM)], rows], ignore_index=True).astype("str")
