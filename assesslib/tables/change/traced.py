"""Last year's goals and actions beside this year's movement of the items they touch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from assesslib.tables.anonymity import LEAST
from assesslib.tables.change.change import change as changes
from assesslib.tables.change.courses import NO_ACTION, course, fate, moved
from assesslib.tables.change.note_days import note_days
from assesslib.tables.change.touches import PLANS, touches

_NOTE = ["id", "kind", "text", "owner", "due", "status"]
_DAYS = ["written", "done_on", "dropped_on"]
_ITEM = ["section", "item", "item_before"]
COLUMNS = [*_NOTE, *_DAYS, *_ITEM, "tie", "through", "word", "course", "fate", "carried_to"]


@dataclass(frozen=True)
class _Plans:
    """The plans of one assessment by id, with their days, the later day, and where the later assessment has them."""

    notes: Mapping[str, Mapping[str, str]]
    days: Mapping[str, Mapping[str, str]]
    later: str
    carried: Mapping[str, str]


def traced(before, after, change: pd.DataFrame | None = None, *, crosswalk=None, members=None, alpha: float = 0.05,
           anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """What became of the goals and actions of one assessment, beside what became of the items they touch.

    After is not because of: that a plan was done before an item moved says nothing of why it moved.

    Parameters
    ----------
    before, after : Assessment
        Two opened ones, or their standings: ``.notes``, ``.note_history`` and ``.framework`` of the earlier one,
        ``.notes`` and ``.date`` of the later one are used.
    change : DataFrame, optional
        As `assesslib.tables.change` gives it for the two; it is made where it is not given.
    crosswalk, members, alpha, anonymity, least
        As for `assesslib.tables.change`; they are used only where ``change`` is not given.

    Returns
    -------
    DataFrame
        One row a goal or action and item it touches, in the order of the notes, then one an item that moved without
        any:

        - ``id, kind, text, owner, due, status``: the plan; "" where there was none;
        - ``written, done_on, dropped_on``: days like 2026-03-01, or "": when it was first written, and when it came
          to the status it has;
        - ``section, item, item_before``: the item's section, its id in the later framework and in the earlier one, ""
          where the plan touches none;
        - ``tie, through``: how the plan comes to the item, and the notes on that way (see `touches`);
        - ``word``: that of ``change``;
        - ``course``: which came first, one of `COURSES` in `assesslib.tables.change.courses`. A movement lies
          somewhere between the two assessments: what was done by the day of the later one is said to be done before
          it;
        - ``fate``: closed (done), carried forward (the later assessment has it again), dropped, or open;
        - ``carried_to``: the id of the goal or action in the later assessment that has the same words, or that is
          about "<name of the earlier assessment> <id there>"; "" for none.

    Raises
    ------
    FaultsError
        Where the two cannot be compared.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> found = traced(*years).query("tie in ('area', '')").reset_index()
    >>> found[["id", "done_on", "item", "word", "course"]].iloc[[0, 1, -2, -1]]
              id     done_on item      word                    course
    0  action-01  2025-09-16   13  improved  done before the movement
    1  action-02  2025-10-21   16  improved  done before the movement
    5                           3  declined  moved without any action
    6                          30  declined  moved without any action
    """
    if change is None:
        change = changes(before, after, crosswalk=crosswalk, members=members, alpha=alpha, anonymity=anonymity,
                         least=least)  # fmt: skip
    rows = _by_earlier_item(change)
    found = touches(before.notes, before.framework)
    plans = _plans(before, after)
    told = [row for touch in found.to_dict("records") for row in _rows(touch, plans, rows)]
    all_rows = [*told, *_without(change, {row["item"] for row in told})]
    return pd.DataFrame([dict.fromkeys(COLUMNS, "") | row for row in all_rows], columns=COLUMNS, dtype="str")


def near(plans: pd.DataFrame) -> pd.DataFrame:
    """The rows of `traced` without the ties that say little.

    A tie through a cause or a section stays where the plan has no nearer one, or where the item moved.

    Examples
    --------
    >>> rows = {"id": ["a", "a", "b", ""], "item": ["1", "2", "2", "3"], "tie": ["area", "cause", "cause", ""],
    ...         "word": ["improved", "no clear change", "no clear change", "declined"]}
    >>> near(pd.DataFrame(rows))[["id", "item"]].values.tolist()
    [['a', '1'], ['b', '2'], ['', '3']]
    """
    close = ~plans["tie"].isin(["cause", "section"])
    only_far = ~close.groupby(plans["id"]).transform("any")
    return plans[close | only_far | plans["word"].str.contains("improved|declined|views")]


def _by_earlier_item(change: pd.DataFrame) -> dict[str, list[dict]]:
    """The rows of a change by the items they compare with; an item that was split has several."""
    found: dict[str, list[dict]] = {}
    for row in change.to_dict("records"):
        for item in row["item_before"].split():
            found.setdefault(item, []).append(row)
    return found


def _plans(before, after) -> _Plans:
    notes = before.notes[before.notes["kind"].isin(PLANS)].set_index("id", drop=False).to_dict("index")
    later = after.notes[after.notes["kind"].isin(PLANS)].to_dict("records")
    carried = {id: _carried_to(note, later, before.name) for id, note in notes.items()}
    return _Plans(notes, note_days(before).to_dict("index"), after.date, carried)


def _carried_to(note: Mapping[str, str], later: list[dict], name: str) -> str:
    """The first plan of the later assessment that points at a plan, else the first in the same words."""
    pointing = (one["id"] for one in later if f" {name} {note['id']} " in f" {' '.join(one['about'].split())} ")
    alike = (one["id"] for one in later if _worded(one["text"]) == _worded(note["text"]))
    return next(pointing, "") or next(alike, "")


def _worded(text: str) -> str:
    return " ".join(text.casefold().split()).removesuffix(".")


def _rows(touch: Mapping[str, str], plans: _Plans, rows: Mapping[str, list[dict]]) -> Iterator[dict]:
    note, days, carried = (found[touch["id"]] for found in (plans.notes, plans.days, plans.carried))
    said = {name: note[name] for name in _NOTE} | days | {name: touch[name] for name in ("tie", "through")}
    said |= {"fate": fate(note["status"], carried), "carried_to": carried}
    for row in rows.get(touch["item"], [{}]):
        beside = course(note["status"], days["done_on"], plans.later, row or None)
        yield said | {name: row.get(name, "") for name in (*_ITEM, "word")} | {"course": beside}


def _without(change: pd.DataFrame, touched: set[str]) -> Iterator[dict]:
    for row in change.to_dict("records"):
        if moved(row) and row["item"] not in touched:
            yield {name: row[name] for name in (*_ITEM, "word")} | {"course": NO_ACTION}
