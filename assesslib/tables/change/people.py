"""Who is the same person in two years: by id and name, or because a person said so; nothing is guessed."""

from collections.abc import Iterable, Mapping

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.tables.anonymity import LEAST, check_tier, shown_grouping
from assesslib.tables.arguments import refuse
from assesslib.tables.change.year import Year, two_years

COLUMNS = [
    "id_before", "id_after", "name", "organisation_before", "organisation_after", "role_before", "role_after", "status",
    "perhaps",
]  # fmt: skip
STATUSES = {"in both": "in_both", "left": "left", "joined": "joined", "to be matched": "to_be_matched"}
_BOTH, _LEFT, _JOINED, _OPEN = STATUSES
REST = "everybody else"


def panel(before, after, *, members: Mapping[str, str] | None = None, anonymity: str = "named") -> pd.DataFrame:
    """Who took part in both of two assessments, who left, who joined, and who might be one and the same.

    Parameters
    ----------
    before, after : Assessment
        Opened ones, or as they stood; the earlier one first.
    members : mapping, optional
        What a person said: ids of the earlier assessment with the ids of the same people in the later one, "" for
        somebody who is not there. Else a note of the kind ``match`` in the later assessment says so (its text is the
        id there, it is about "name-of-the-earlier-assessment id-there"); else the same id with names that do not
        contradict each other, one of them empty or both equal but for case and spaces.
    anonymity : str
        At any tier but ``"named"`` people are counted.

    Returns
    -------
    DataFrame
        Named: one row a person, those of the earlier assessment in their order, then those who are new: ``id_before,
        id_after, name, organisation_before, organisation_after, role_before, role_after``; ``status``: ``in both``,
        ``left``, ``joined`` or ``to be matched``; ``perhaps``, the id in the other year of somebody who might be the
        same, by name or by an id that has another name there, to be confirmed by a person; "" otherwise. Until then
        such a person counts as one who left and one who joined.

        At other tiers: one row a group that the tier shows and that holds three people or more, and one for everybody
        else: ``group, in_both, left, joined, to_be_matched``.

    Raises
    ------
    FaultsError
        An unknown tier, an id in ``members`` that nobody has, two people matched with one, or what keeps the two
        assessments from being compared.
    """
    check_tier(anonymity)
    years = two_years(before, after)
    rows = _rows(*years, matches(*years, members))
    return rows if anonymity == "named" else _counted(rows, shown_grouping(anonymity))


def rated_both_times(before: Year, after: Year, members: Mapping[str, str] | None = None) -> int:
    """How many of those in both teams gave a level, of anything, in either year."""
    same = matches(before, after, members)
    gave = [set(year.people[(year.places >= 0).any(1)]) for year in (before, after)]
    return sum(was in gave[0] and now in gave[1] for was, now in same.items())


def matches(before: Year, after: Year, members: Mapping[str, str] | None = None) -> dict[str, str]:
    """The ids of those who are the same person: earlier id, later id, in the order of the earlier team."""
    said = _said(before, after, members)
    by_id = {id: id for id in before.people if id not in said and id not in set(said.values()) and id in after.people}
    names = dict(zip(before.people, before.members["name"], strict=True)), _names(after)
    agreeing = {id: id for id in by_id if not contradict(names[0][id], names[1][id])}
    found = agreeing | said
    return {id: found[id] for id in before.people if found.get(id)}


def _said(before: Year, after: Year, members: Mapping[str, str] | None) -> dict[str, str]:
    """What a person said of who is whom; what was given goes before what was noted."""
    if not isinstance(members or {}, Mapping):
        refuse("does not say who is whom", members, 'Match ids as in {"id before": "id now"}.')
    given = dict(members or {})
    if faults := [*_unknown(given, before, after), *_twice(given)]:
        raise FaultsError(faults)
    noted = {was: now for was, now in _noted(before, after) if was not in given and now not in given.values()}
    return noted | given


def _unknown(given: Mapping[str, str], before: Year, after: Year) -> Iterable[Fault]:
    sides = ((given.keys(), before), ([id for id in given.values() if id], after))
    for ids, year in sides:
        for id in ids:
            if id not in year.people:
                yield Fault(f"is not a member of “{year.name}”", value=str(id), allowed=tuple(year.people),
                            do="Match ids as they stand in the two teams.")  # fmt: skip


def _twice(given: Mapping[str, str]) -> Iterable[Fault]:
    to = [id for id in given.values() if id]
    for id in dict.fromkeys(id for id in to if to.count(id) > 1):
        yield Fault("is matched with more than one person", value=id, do="Match each member with one other.")


def _noted(before: Year, after: Year) -> Iterable[tuple[str, str]]:
    """Matches noted in the later assessment for the earlier one; of two about one person, the last."""
    matched: dict[str, str] = {}
    for note in after.notes[after.notes["kind"] == "match"].itertuples():
        earlier, _, id = note.about.partition(" ")
        if earlier == before.name and id in before.people and note.text in after.people:
            matched = {was: now for was, now in matched.items() if now != note.text} | {id: note.text}
    return matched.items()


def contradict(one: str, other: str) -> bool:
    """Whether two names cannot be the same person's: both are there and they differ by more than case and spaces.

    Examples
    --------
    >>> contradict("Ann  Lee", "ann lee"), contradict("Ann", ""), contradict("Ann", "Bob")
    (False, False, True)
    """
    return bool(_plain(one) and _plain(other) and _plain(one) != _plain(other))


def _plain(name: str) -> str:
    return "".join(name.casefold().split())


def _names(year: Year) -> dict[str, str]:
    return dict(zip(year.people, year.members["name"], strict=True))


def _rows(before: Year, after: Year, same: Mapping[str, str]) -> pd.DataFrame:
    left = [id for id in before.people if id not in same]
    joined = [id for id in after.people if id not in set(same.values())]
    perhaps = _proposals(before, after, left, joined)
    back = {now: was for was, now in perhaps.items()}
    people = [_person(before, after, id, same.get(id, ""), perhaps.get(id, "")) for id in before.people]
    people += [_person(before, after, "", id, back.get(id, "")) for id in joined]
    return pd.DataFrame(people, columns=COLUMNS, dtype="str")


def _person(before: Year, after: Year, was: str, now: str, perhaps: str) -> dict[str, str]:
    old, new = _details(before, was), _details(after, now)
    status = _BOTH if was and now else _OPEN if perhaps else _LEFT if was else _JOINED
    sides = {f"{key}_{side}": one[key] for key in ("organisation", "role")
             for side, one in (("before", old), ("after", new))}  # fmt: skip
    return sides | {"id_before": was, "id_after": now, "name": new["name"] or old["name"], "status": status,
                    "perhaps": perhaps}  # fmt: skip


def _details(year: Year, id: str) -> dict[str, str]:
    keys = ("name", "organisation", "role")
    row = year.members.iloc[year.people.get_loc(id)] if id else {}
    return {key: row[key] if id else "" for key in keys}


def _proposals(before: Year, after: Year, left: Iterable[str], joined: Iterable[str]) -> dict[str, str]:
    """Likely matches, by name first and then by id: earlier id, later id; each person once."""
    old, new = _names(before), _names(after)
    free, found = list(joined), {}
    for alike in (lambda was, now: _plain(old[was]) == _plain(new[now]) != "", lambda was, now: was == now):
        for was in left:
            likely = [now for now in free if alike(was, now)] if was not in found else []
            if likely:
                found[was] = likely[0]
                free.remove(likely[0])
    return found


def _counted(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """How many of each group are in both, left, joined; groups too small to be shown are one row."""
    after, before = (rows[f"{by}_{side}"] if by else pd.Series("", rows.index) for side in ("after", "before"))
    groups = after.where(after != "", before)
    sizes = groups[groups != ""].value_counts().sort_values(kind="stable")
    shown = sizes[sizes >= LEAST]
    # Whoever is left must not be so few that they could be told by what is missing.
    while len(shown) and 0 < len(rows) - shown.sum() < LEAST:
        shown = shown.iloc[1:]
    named = groups.where(groups.isin(shown.index), REST)
    order = [name for name in named.drop_duplicates() if name != REST] + [REST] * int((named == REST).any())
    table = pd.crosstab(named, rows["status"]).reindex(index=order, columns=list(STATUSES), fill_value=0)
    return table.rename(columns=STATUSES).rename_axis(index="group", columns=None).reset_index()
