"""The team while it is typed in: an id for each name, who took part last time, and what to look at again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from assesslib.assessment import Member
from assesslib.names import make_id, plain
from assesslib.readers.roster import FIELDS, cleaned

_ALIKE = 0.7
"""How alike two spellings must be to count as one person's name put right, not as somebody else."""

Row = Mapping[str, str]


def carried(members: Iterable[Member]) -> list[dict[str, str]]:
    """The members of an earlier assessment as rows to go on with: they keep their ids, and what they were called."""
    return [{"id": one.id, "was": one.name or one.id, "name": one.name or one.id, "organisation": one.organisation,
             "role": one.role} for one in members]  # fmt: skip


def team(rows: Sequence[Row], earlier: Sequence[Member] = ()) -> list[Member | None]:
    """The member that each row stands for, or None where nobody's name stands in it.

    Whoever took part before keeps the id, so that the years can be paired: a row that was carried on, unless it now
    bears somebody else's name, and a row with the name and organisation of an earlier member. Everybody else gets an
    id that nobody had.

    Parameters
    ----------
    rows : sequence of mapping
        Texts by ``id`` and ``was`` (in carried rows), ``name, organisation, role``.
    earlier : sequence of Member
        The team of the assessment that is carried on.

    Examples
    --------
    >>> [one.id for one in team([{"name": "Ann"}, {"name": "Ann"}])]
    ['ann', 'ann-2']
    """
    said = [{field: cleaned(row.get(field, "")) for field in FIELDS} for row in rows]
    kept = [_kept(row, texts["name"]) for row, texts in zip(rows, said, strict=True)]
    before = {_key(one.name or one.id, one.organisation): one.id for one in earlier if one.id not in kept}
    taken = {*filter(None, kept), *(row["id"] for row in rows if row.get("id")), *(one.id for one in earlier)}
    found: list[Member | None] = []
    for texts, id in zip(said, kept, strict=True):
        new = id or before.pop(_key(texts["name"], texts["organisation"]), "") or make_id(texts["name"], taken)
        found = [*found, Member(new, **texts) if texts["name"] else None]
        taken = taken | ({new} if texts["name"] else set())
    return found


def _kept(row: Row, name: str) -> str:
    return row.get("id", "") if name and same_person(row.get("was", ""), name) else ""


def _key(name: str, organisation: str) -> tuple[str, str]:
    return plain(name) or name, plain(organisation) or organisation


def same_person(was: str, name: str) -> bool:
    """Whether a name looks like another one put right, lengthened or shortened, and not like somebody else's.

    Examples
    --------
    >>> same_person("Amara", "Amara Okafor"), same_person("Amra", "Amara"), same_person("Amara", "Bethan")
    (True, True, False)
    """
    old, new = plain(was) or was, plain(name) or name
    shared = set(old.split("-")) & set(new.split("-"))
    return bool(shared) or SequenceMatcher(None, old, new).ratio() >= _ALIKE


def remarks(rows: Sequence[Row], members: Sequence[Member | None], earlier: Sequence[Member] = ()) -> list[str]:
    """What to say of each row, in words; "" where there is nothing to say."""
    return [
        ". ".join(_said(place, row, members, {one.id for one in earlier})) if members[place] else _nameless(row)
        for place, row in enumerate(rows)
    ]


def is_begun(row: Row) -> bool:
    """Whether anything stands in a row."""
    return any(cleaned(row.get(field, "")) for field in FIELDS)


def _nameless(row: Row) -> str:
    return "Write a name, or remove the row" if is_begun(row) else ""


def _said(place: int, row: Row, members: Sequence[Member | None], before: Collection[str]) -> Iterator[str]:
    member, was = members[place], row.get("was", "")
    if member.id == row.get("id") and member.name != was:
        yield f"The same person as “{was}” last time"
    elif row.get("id") and member.id != row["id"]:
        yield f"New, in the place of “{was}”"
    elif before:
        yield "From last time" if member.id in before else "New"
    others = [(number, other) for number, other in enumerate(members[:place], 1) if other]
    yield from _likenesses(member, others)


def _likenesses(member: Member, others: Sequence[tuple[int, Member]]) -> Iterator[str]:
    """A name that stands twice, and an organisation written in two ways, which would count as two."""
    name, organisation = _key(member.name, member.organisation)
    same = [number for number, other in others if _key(other.name, "")[0] == name]
    if same:
        yield f"Row {same[0]} has this name too"
    alike = [pair for pair in others if _key("", pair[1].organisation)[1] == organisation]
    if alike and alike[0][1].organisation != member.organisation:
        yield f"Row {alike[0][0]} writes “{alike[0][1].organisation}”"


def left_out(members: Iterable[Member | None], earlier: Iterable[Member]) -> list[str]:
    """The names of those who took part in the earlier assessment and are not in the team now."""
    here = {one.id for one in members if one}
    return [one.name or one.id for one in earlier if one.id not in here]
