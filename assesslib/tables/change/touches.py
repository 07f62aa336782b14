"""What goals and actions are about: the items they touch, and how near they come to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.pointers import resolved

PLANS = ("goal", "action")
TIES = ("itself", "area", "cause", "section")
"""How a plan comes to an item, nearest first."""
COLUMNS = ["id", "item", "tie", "through"]


@dataclass(frozen=True)
class _Written:
    """The notes that hold words, by id, with what each points to and stands for, and the sections' items."""

    by_id: Mapping[str, Mapping]
    sections: Mapping[str, tuple[str, ...]]

    def same(self, note: Mapping) -> dict[str, str]:
        """The items at which a note stands, each with the id of the pointer that brings it there ("" for its own)."""
        found = {note["item"]: ""} if note["item"] else {}
        if note["points_to"]:
            found.setdefault(note["points_to"], note["id"])
        new = True
        while new:
            new = {
                other["item"]: other["id"]
                for other in self.by_id.values()
                if other["kind"] == note["kind"] and other["points_to"] in found and other["item"] not in {"", *found}
            }
            found |= new
        return found


def touches(notes: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """The items that each goal and action touches.

    Parameters
    ----------
    notes : DataFrame
        An assessment's ``.notes``.
    framework : Framework
        What was asked.

    Returns
    -------
    DataFrame
        One row a goal or action and item, in the order of the notes and then the framework's; one with ``item`` ""
        where a plan touches none. ``id``; ``item``; ``tie``, the nearest way from one to the other:

        - itself: the plan stands at the item or names it, or “As 1.1” at the item stands for it;
        - area: it names a note on the item, such as an area for improvement;
        - cause: it names a cause that stands behind an area on the item;
        - section: it stands in the item's section, or what it names does, and no item is told;

        and ``through``: the ids of the notes on that way, with spaces between, or "". A plan that only says “As 1.1”
        has no row: what it stands for has.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> a = al.open_assessment(shipped("data") / "collaboration-2025")
    >>> touches(a.notes, a.framework).query("id == 'action-01'").iloc[[2, 3]]
              id item    tie            through
    2  action-01   13   area            area-06
    3  action-01   16  cause  cause-01 area-07
    """
    written = _written(notes, framework)
    order = {item.id: place for place, item in enumerate(framework.items)}
    plans = (note for note in written.by_id.values() if note["kind"] in PLANS and not note["stands_for"])
    rows = [row for note in plans for row in _rows(note, written, order)]
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def _written(notes: pd.DataFrame, framework: Framework) -> _Written:
    worded = resolved(notes[notes["text"].str.strip() != ""], framework)
    sections = {part.id: tuple(item.id for item in part.items) for part in framework.sections}
    return _Written({note["id"]: note for note in worded.to_dict("records")}, sections)


def _rows(note: Mapping, written: _Written, order: Mapping[str, int]) -> list[tuple[str, str, str, str]]:
    """The rows of one plan: of several ways to an item the nearest."""
    nearest: dict[str, tuple[str, str]] = {}
    for item, tie, through in sorted(_ways(note, written, order), key=lambda way: TIES.index(way[1])):
        nearest.setdefault(item, (tie, through))
    found = sorted(nearest, key=order.__getitem__)
    return [(note["id"], item, *nearest[item]) for item in found] or [(note["id"], "", "", "")]


def _ways(note: Mapping, written: _Written, order: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Every way from a plan to an item: the item, the tie, and what it goes through."""
    yield from _at(note, "itself", "", written)
    for id in note["about"].split():
        named = written.by_id.get(id)
        if id in order:
            yield id, "itself", ""
        elif named and named["kind"] == "cause":
            yield from _behind(named, written)
        elif named:
            yield from _at(named, "area", id, written)
        else:
            yield from _in_section(id, id, written)


def _behind(cause: Mapping, written: _Written) -> Iterator[tuple[str, str, str]]:
    areas = (written.by_id[id] for id in cause["about"].split() if id in written.by_id)
    for area in areas:
        if area["kind"] == "area":
            yield from _at(area, "cause", f"{cause['id']} {area['id']}", written)


def _at(note: Mapping[str, str], tie: str, through: str, written: _Written) -> Iterable[tuple[str, str, str]]:
    """Where a note stands: at items, or else in a section as a whole."""
    same = written.same(note)
    if not same:
        return _in_section(note["section"], through, written)
    return ((item, tie, " ".join(filter(None, (through, pointer)))) for item, pointer in same.items())


def _in_section(section: str, through: str, written: _Written) -> Iterable[tuple[str, str, str]]:
    through = "" if through == section else through
    return ((item, "section", through) for item in written.sections.get(section, ()))
