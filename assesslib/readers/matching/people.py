"""Whose each response is, which of several of one person counts, and who is nobody the team knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.names import RESERVED, is_id, make_id, plain
from assesslib.readers.matching.times import moments, ranks
from assesslib.readers.records import PREVIEW, UNFINISHED
from assesslib.readers.who import is_nobody

COUNTS, EARLIER, TEST, STRANGER, UNSURE = "counts", "earlier", "test", "stranger", "unsure"
TEAM = ("id", "name", "organisation", "role")
COUNTED = "counted"
"""What the ids of answers begin with that were only counted."""
_NAME = "response"


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
                 said: Mapping[str, str] | None = None) -> Known:  # fmt: skip
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
    """
    known = pd.DataFrame(columns=list(TEAM), dtype="str") if team is None else team
    named = people.assign(key=_keys(people), at=moments(people["submitted"]),
                          order=ranks(people["submitted"]))  # fmt: skip
    ids = _ids(named, known, add or team is None, said or {})
    found = named.assign(member=named["key"].map(ids).fillna(""))
    fated = found.assign(fate=_fates(found))
    faults = (*_stranger_faults(fated, known), *_repeat_faults(fated))
    return Known(fated, _team(fated, known), faults)


def _keys(people: pd.DataFrame) -> list[str]:
    """What tells one person from another: an id, else the email, else the name; a response of nobody its own place."""
    rows = zip(people["id"], people["email"], people["name"], strict=True)
    return [_key(texts, place) for place, texts in enumerate(rows, 1)]


def _key(texts: tuple[str, str, str], place: int) -> str:
    kinds = ((kind, text.strip()) for kind, text in zip(("id", "email", "name"), texts, strict=True))
    told = ((kind, text) for kind, text in kinds if text and not is_nobody(text))
    return next((f"{kind} {text.casefold()}" for kind, text in told), f"{_NAME} {place}")


def _ids(people: pd.DataFrame, team: pd.DataFrame, add: bool, said: Mapping[str, str]) -> dict[str, str]:
    """By key the member's id; somebody new gets one where that is allowed."""
    first = people.drop_duplicates("key").set_index("key")
    lookup = _lookup(team)
    found: dict[str, str] = {}
    taken = set(team["id"])
    for key, row in zip(first.index, first[["id", "name", "email"]].itertuples(index=False), strict=True):
        id = (_told(row, said, lookup) if lookup else "") or (_new(key, row, said, taken) if add else "")
        taken.add(id)
        found[key] = id
    return found


def _lookup(team: pd.DataFrame) -> dict[str, str]:
    """By plain name or id the member who alone bears it."""
    pairs = {(_plain(text), row.id) for row in team.itertuples() for text in (row.id, row.name) if text}
    names = [name for name, _ in pairs]
    return {name: id for name, id in pairs if names.count(name) == 1} | {id: id for id in team["id"]}


def _plain(text: str) -> str:
    return plain(text) or text.strip().casefold()


def _told(row, said: Mapping[str, str], lookup: Mapping[str, str]) -> str:
    """The member that a mapping or the team list gives for an id, a name or the part of an email before its @."""
    texts = [text for text in (row.id, row.name, row.email, row.email.partition("@")[0]) if not is_nobody(text)]
    given = next((said[text] for text in texts if text in said), "")
    known = (lookup[name] for text in ([given] if given else texts) if (name := _plain(text)) in lookup)
    return next(known, "")


def _new(key: str, row, said: Mapping[str, str], taken: set[str]) -> str:
    """The id of somebody new: the one that a mapping gives, or one that is made."""
    given = next((said[text] for text in (row.id, row.name, row.email) if text in said), "")
    return (given if is_id(given) else plain(given)[:40].strip("-")) or _made(key, row, taken)


def _made(key: str, row, taken: set[str]) -> str:
    if key.startswith(f"{_NAME} "):
        return make_id(key, taken)
    id = row.id.casefold()
    if not is_nobody(id) and is_id(id) and id not in taken and id not in RESERVED:
        return id
    name = row.name if not is_nobody(row.name) else row.email.partition("@")[0] or row.id
    return make_id(name, taken)


def _fates(people: pd.DataFrame) -> pd.Series:
    """What becomes of each response: of one person's the last finished one counts."""
    fate = pd.Series(COUNTS, index=people.index)
    fate = fate.mask(people["member"] == "", STRANGER).mask(people["mark"] == PREVIEW, TEST)
    left = people[fate == COUNTS]
    twice = left[left["member"].duplicated(keep=False)]
    if twice.empty:
        return fate
    order = twice.assign(done=twice["mark"] != UNFINISHED).sort_values(["done", "order"], na_position="first")
    last = order.drop_duplicates("member", keep="last").index
    fate = fate.mask(fate.index.isin(twice.index) & ~fate.index.isin(last), EARLIER)
    unsure = people["member"].isin(_undecided(twice)) & people.index.isin(twice.index)
    return fate.mask(unsure, UNSURE)


def _undecided(twice: pd.DataFrame) -> list[str]:
    """Members of whose responses nothing tells the last finished one: no time, or the same, and other answers."""
    done = twice["mark"] != UNFINISHED
    rivals = twice[done | ~done.groupby(twice["member"]).transform("any")]
    order = rivals.groupby("member")["order"]
    timed = order.transform("count") == order.transform("size")
    last = rivals[~timed | (rivals["order"] == order.transform("max"))]
    kinds = last.groupby("member")["same"].nunique()
    return list(kinds.index[kinds > 1])


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
    """What a response says of who sent it: the name, else the email, else the id; "" for nobody."""
    return next((text for text in (row.name, row.email, row.id) if not is_nobody(text)), "")


def _stranger(row, ids: tuple[str, ...], team: pd.DataFrame) -> Fault:
    said = called(row)
    add = "or take in everybody who is new."
    if not said:
        return Fault("The response names nobody", file=row.place, row=row.row,
                     do=f"Write the name of a member into the file, {add}")  # fmt: skip
    names = dict(zip(map(_plain, (*team["name"], *ids)), (*ids, *ids), strict=True))
    near = get_close_matches(_plain(said), list(names), 1)
    like = f" ({names[near[0]]}?)" if near else ""
    return Fault("is not a member of this assessment", file=row.place, row=row.row, value=said,
                 do=f"Say which of {listed(ids)} it is{like}, {add}")  # fmt: skip


def _repeat_faults(people: pd.DataFrame) -> list[Fault]:
    counting = people[people["fate"] == COUNTS].drop_duplicates("member").set_index("member")
    earlier = [_earlier(row, counting.loc[row.member]) for row in people[people["fate"] == EARLIER].itertuples()]
    unsure = [_unsure(row) for row in people[people["fate"] == UNSURE].itertuples()]
    return [*earlier, *unsure]


def _earlier(row, counting) -> Fault:
    where = f"row {counting['row']}" + (f" of {counting['place']}" if counting["place"] != row.place else "")
    if row.mark == UNFINISHED and counting["mark"] != UNFINISHED:
        why = "is finished and this one is not"
    elif row.same == counting["same"]:
        why = "says the same"
    else:
        why = "was sent later"
    return Fault(f"answered again: {where} counts, which {why}", file=row.place, row=row.row,
                 value=row.name or row.email or row.id, handled=True)  # fmt: skip


def _unsure(row) -> Fault:
    return Fault("stands over several responses that differ, and nothing says which was sent last", file=row.place,
                 row=row.row, value=row.name or row.id,
                 do="Take away the ones that do not count; or give two people different names.")  # fmt: skip


def _team(people: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Everybody who counts, the known ones as they are known."""
    new = people[(people["fate"] == COUNTS) & ~people["member"].isin(known["id"])].drop_duplicates("member")
    shown = new["name"].where(~new["name"].map(is_nobody).astype("bool"), "")
    rows = pd.DataFrame({"id": new["member"], "name": shown, "organisation": new["organisation"], "role": new["role"]})
    here = known[known["id"].isin(people.loc[people["fate"] == COUNTS, "member"])]
    return pd.concat([here[list(TEAM)], rows], ignore_index=True).astype("str")
