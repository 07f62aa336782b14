"""A crosswalk proposed by wording alone, for a person to check row by row."""

from collections.abc import Iterable, Mapping, Sequence

from assesslib.framework.crosswalk import Crossing, Crosswalk
from assesslib.framework.crosswalk_rows import kind_of
from assesslib.framework.crosswalk_words import Worded, alike, together, worded
from assesslib.framework.load import Framework

_Groups = Mapping[Worded, tuple[Worded, ...]]
_Row = tuple[Sequence[Worded], Sequence[Worded]]


def draft_crosswalk(before: Framework, after: Framework) -> Crosswalk:
    """A proposal of how the items of two frameworks correspond, by their wording; never a confirmed one.

    First the items most alike are paired, one with one, where at least half of their words are shared. Then an item
    that is left over joins a pair of which it shares most of its own words, where that makes the two sides more alike:
    so are splits and merges found. Only items worded the same to the letter, on the same scale, are called the same.

    Returns
    -------
    Crosswalk
        Every item of both stands in one row. Rows in the order of the items after, then those that are retired.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> one = load_framework("cdrp-dat-partnership")
    >>> draft = draft_crosswalk(one, one)
    >>> {row.kind for row in draft.rows}, draft.confirmed
    ({'same'}, False)
    """
    found = sorted(_matched(worded(before), worded(after)), key=_order)
    rows = tuple(_crossing(*row, before.levels != after.levels) for row in found)
    about = f"From {before.title} {before.version} to {after.title} {after.version}"
    return Crosswalk(before.id, before.version, after.id, after.version, about, False, rows)


def _order(row: _Row) -> tuple[bool, int]:
    before, after = row
    return not after, min(one.place for one in after or before)


def _matched(was: Sequence[Worded], now: Sequence[Worded]) -> list[_Row]:
    """What belongs together, those before and those after; each item once."""
    pairs = _pairs(was, now)
    firm = {one: other for one, other in pairs.items() if one.item.text == other.item.text}
    loose = {one: (other,) for one, other in pairs.items() if one not in firm}
    split = _joined(loose, [other for other in now if other not in pairs.values()])
    single = {others[0]: (one,) for one, others in split.items() if len(others) == 1}
    merged = _joined(single, [one for one in was if one not in pairs])
    found = [
        *(((one,), (other,)) for one, other in firm.items()),
        *(((one,), others) for one, others in split.items() if len(others) > 1),
        *((ones, (other,)) for other, ones in merged.items()),
    ]
    retired, new = _left(was, [row[0] for row in found]), _left(now, [row[1] for row in found])
    return [*found, *(((one,), ()) for one in retired), *(((), (one,)) for one in new)]


def _left(ones: Iterable[Worded], sides: Iterable[Sequence[Worded]]) -> list[Worded]:
    placed = {one for side in sides for one in side}
    return [one for one in ones if one not in placed]


def _pairs(was: Sequence[Worded], now: Sequence[Worded]) -> dict[Worded, Worded]:
    """One with one, the most alike first; where two are equally alike, the same id and then the order decide."""
    found: dict[Worded, Worded] = {}
    taken: set[Worded] = set()
    likely = [(one, other) for one in was for other in now if _likely(one, other)]
    for one, other in sorted(likely, key=lambda pair: _unlike(*pair)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _likely(one: Worded, other: Worded) -> bool:
    return one.item.text == other.item.text or alike(one.words, other.words) >= 1 / 2


def _unlike(one: Worded, other: Worded) -> tuple[bool, float, bool]:
    return one.item.text != other.item.text, -alike(one.words, other.words), one.item.id != other.item.id


def _joined(groups: _Groups, left: Iterable[Worded]) -> _Groups:
    """The groups with what is left over joined to whichever holds most of its words, where it belongs to one."""
    for part in left:
        hosts = [host for host in groups if _belongs(part, host, groups[host])]
        if hosts:
            best = max(hosts, key=lambda host: (host.words & part.words).total())
            groups = {**groups, best: (*groups[best], part)}
    return groups


def _belongs(part: Worded, host: Worded, parts: Sequence[Worded]) -> bool:
    most = 2 * (host.words & part.words).total() > part.words.total()
    alone = together(parts)
    return most and alike(host.words, alone + part.words) > alike(host.words, alone)


def _crossing(before: Sequence[Worded], after: Sequence[Worded], scales_differ: bool) -> Crossing:
    sides = [[one.item for one in sorted(side, key=lambda one: one.place)] for side in (before, after)]
    kind = kind_of(*(tuple(item.text for item in side) for side in sides), scales_differ)
    return Crossing(kind.replace("_", " "), *(tuple(item.id for item in side) for side in sides))
