"""What became of a plan, beside what became of the items it touches: which came first, and whether either came."""

from collections.abc import Mapping

from assesslib.tables.change.note_days import plain
from assesslib.tables.change.pair import COMPARED

NO_ACTION = "moved without any action"
_ENDED = {"before": "done", "after": "done later", "dropped": "dropped", "open": "not done"}
_MOVED = {
    "before": "done before the movement",
    "after": "done after the movement",
    "dropped": "dropped, yet it moved",
    "open": "not done, yet it moved",
}
_BESIDE = {
    "declined": "it moved the other way",
    "no clear change": "no movement",
    "too few to tell": "too few to tell",
    "not comparable": "cannot be compared",
}
COURSES = (*_MOVED.values(), *(f"{ended}, {beside}" for beside in _BESIDE.values() for ended in _ENDED.values()),
           *(f"{ended}, touches nothing that was rated" for ended in _ENDED.values()), NO_ACTION)  # fmt: skip


def moved(row: Mapping) -> bool:
    """Whether an item moved: its level or how far members stand apart.

    Examples
    --------
    >>> moved({"level_word": "declined", "view_word": ""}), moved({"level_word": "too few to tell", "view_word": ""})
    (True, False)
    """
    return row["level_word"] in ("improved", "declined") or bool(row["view_word"])


def course(status: str, done_on: str, day: str, row: Mapping | None) -> str:
    """How a plan and an item went side by side, in words; that one came before the other is all they say.

    Parameters
    ----------
    status, done_on : str
        The plan's status, and the day on which it was done or "".
    day : str
        That of the later assessment. A movement is known only between the two assessments, so what was done by this
        day is said to be done before it.
    row : mapping or None
        The item's row of `assesslib.tables.change`; None where the plan touches no item.

    Returns
    -------
    str
        One of `COURSES`.

    Examples
    --------
    >>> better = {"kind": "same", "level_word": "improved", "view_word": ""}
    >>> course("done", "2025-09-16", "2026-03-03", better), course("done", "2026-04-01", "2026-03-03", better)
    ('done before the movement', 'done after the movement')
    >>> course("open", "", "2026-03-03", better | {"level_word": "no clear change"})
    'not done, no movement'
    """
    ended = _ended(plain(status), done_on, day)
    if row is None:
        return f"{_ENDED[ended]}, touches nothing that was rated"
    if moved(row) and row["level_word"] != "declined":
        return _MOVED[ended]
    return f"{_ENDED[ended]}, {_BESIDE[_beside(row)]}"


def _beside(row: Mapping) -> str:
    return row["level_word"] if row["kind"] in COMPARED else "not comparable"


def _ended(status: str, done_on: str, day: str) -> str:
    if status == "done":
        return "before" if done_on <= day else "after"
    return status if status == "dropped" else "open"


def fate(status: str, carried_to: str) -> str:
    """What became of a plan: closed (done), carried forward (the later assessment has it again), dropped, or open.

    Examples
    --------
    >>> fate("done", "action-2"), fate("dropped", "action-2"), fate("dropped", ""), fate("", "")
    ('closed', 'carried forward', 'dropped', 'open')
    """
    if plain(status) == "done":
        return "closed"
    return "carried forward" if carried_to else "dropped" if plain(status) == "dropped" else "open"
