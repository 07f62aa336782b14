"""What tables are asked with: arguments that are not what they should be are refused in words, never counted."""

from collections.abc import Collection
from datetime import date
from numbers import Integral, Real

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.ratings import KEY

MOST = 100_000
_PLAIN = (str, Real, date, list, tuple, dict, set, type(None))
_TIDY = (*KEY, "state", "level")
_TAKE = "Take the ratings of an assessment, or read them with read_ratings."
_DAY = "Write the day of the last assessment like 2025-03-04, or leave it out."


def refuse(what: str, value: object, do: str, allowed: Collection[str] = ()) -> None:
    """Raise the FaultsError of one wrong argument; a value that cannot be read on one line is named by its type."""
    told = str(value) if isinstance(value, _PLAIN) else type(value).__name__
    raise FaultsError([Fault(what, value=told, allowed=tuple(allowed), do=do)])


def is_whole(number: object, least: int = 1, most: float = float("inf")) -> bool:
    """Whether something is a whole number in a range; True and False are none.

    Examples
    --------
    >>> is_whole(3), is_whole(3.0), is_whole(True), is_whole(0), is_whole("3")
    (True, False, False, False, False)
    """
    return isinstance(number, Integral) and not isinstance(number, bool) and least <= number <= most


def check_assessment(assessment: object, *parts: str) -> None:
    """Refuse what has not every part of an assessment that a table needs; no part is read for it."""
    held = {*dir(type(assessment)), *getattr(assessment, "__dict__", ())}
    if not held.issuperset(parts):
        refuse("is not an assessment", assessment, "Open one with open_assessment, or read all of it with standing.")


def check_ratings(ratings: object, *columns: str, several: bool = False) -> None:
    """Refuse what is not a frame of tidy ratings, and ratings of two assessments where those of one are counted.

    Parameters
    ----------
    ratings : object
        What was given.
    columns : str
        The columns that are needed beside those that every count needs.
    several : bool
        Whether ratings of several assessments are told apart.
    """
    if not isinstance(ratings, pd.DataFrame):
        refuse("is not a frame of ratings", ratings, _TAKE)
    if missing := [name for name in (*_TIDY, *columns) if name not in ratings]:
        raise FaultsError(Fault("is a column that tidy ratings have and these do not", value=name, do=_TAKE)
                          for name in missing)  # fmt: skip
    names = ratings["assessment"].drop_duplicates()
    if not several and len(names) > 1:
        refuse("are several assessments, where the ratings of one are counted", ", ".join(names),
               "Take those of one, by the column assessment.")  # fmt: skip


def check_framework(framework: object) -> None:
    """Refuse what is not a framework."""
    if not isinstance(framework, Framework):
        refuse("is not a framework", framework, "Take the assessment’s framework, or load one with load_framework.")


def check_rows(table: object, what: str, columns: Collection[str], do: str) -> None:
    """Refuse what is not a table with some columns."""
    if not isinstance(table, pd.DataFrame) or not set(columns) <= set(table):
        refuse(f"is not {what}", table, do)


def check_items(items: object) -> None:
    """Refuse what is not the wording of a framework's items."""
    check_rows(items, "a table of what was asked", ("section", "item", "text"), "Give the framework’s .table().")


def check_progress(progress: object, *columns: str) -> None:
    """Refuse what is not the progress of an assessment, with some columns beside those that are always needed."""
    check_rows(progress, "a table of progress", ("section", "event", *columns), "Give the assessment’s .progress.")


def check_text(text: object, what: str, do: str) -> None:
    """Refuse what is no text."""
    if not isinstance(text, str):
        refuse(f"is not {what}", text, do)


def check_section(section: object) -> None:
    """Refuse what cannot be the id of a section, nor "" for all of them."""
    check_text(section, "a section", "Give the section’s id, or nothing for all of them.")


def check_yes(answer: object, what: str) -> None:
    """Refuse what is neither True nor False."""
    if not isinstance(answer, bool):
        refuse(f"does not say whether {what}", answer, "Give True or False.")


def check_notes(notes: object) -> None:
    """Refuse what is not the notes of an assessment."""
    check_rows(notes, "a table of notes", ("kind", "item", "text"), "Give the assessment’s .notes.")


def check_members(members: object) -> None:
    """Refuse what is not the members of an assessment."""
    check_rows(members, "a table of members", ("id", "name", "organisation", "role"), "Give the assessment’s .members.")


def check_round(round: object, do: str = "Choose 1 or 2: in both together a member would count twice.") -> None:
    """Refuse what is not one of the rounds, 1 or 2; 0, where members look back, is one where ``do`` names it."""
    if not is_whole(round, 0 if "0" in do else 1, 2):
        refuse("is not a round", round, do)


def check_least(least: object) -> None:
    """Refuse what cannot be the size from which on a group is shown."""
    if not is_whole(least):
        refuse("is not a number of members", least, "Give a whole number from 1 on.")


def check_minutes(minutes: object) -> None:
    """Refuse a time that is no whole number of minutes from 0; None is no time at all."""
    if minutes is not None and not is_whole(minutes, 0):
        refuse("is no time for a talk", minutes, "Give whole minutes, 0 or more.")


def number_faults(**numbers: object) -> list[Fault]:
    """A fault of every number, by what it counts, that is not whole and from 1 to `MOST`.

    Examples
    --------
    >>> [str(fault) for fault in number_faults(items=3, shuffles=0)]
    ['“0” is not a number of shuffles. Give a whole number from 1 to 100000.']
    """
    do = f"Give a whole number from 1 to {MOST}."
    return [
        Fault(f"is not a number of {name}", value=str(number), do=do)
        for name, number in numbers.items()
        if not is_whole(number, 1, MOST)
    ]


def is_delta(delta: object) -> bool:
    """Whether something is a number from -1 to 1."""
    return isinstance(delta, Real) and not isinstance(delta, bool) and -1 <= delta <= 1


def check_wide(wide: object) -> None:
    """Refuse what is no size of a difference between groups."""
    if isinstance(wide, bool) or not isinstance(wide, Real) or not 0 <= wide <= 1:
        refuse("is not a delta from which on groups are wide apart", wide, "Give a number from 0 to 1, such as 0.9.")


def check_ids(ids: object, whose: str) -> None:
    """Refuse one text, or anything else, where several ids are expected; none of them is allowed too."""
    listed = isinstance(ids, Collection) and not isinstance(ids, str | pd.DataFrame)
    if not listed or not all(isinstance(id, str) for id in ids):
        refuse(f"is not a list of {whose} ids", ids, 'Give them in brackets, such as ["one", "two"].')


def day_of(since: object) -> date | None:
    """The day that a text like 2025-03-04 names; None for no text. Anything else is refused.

    Examples
    --------
    >>> day_of("2025-03-04"), day_of("")
    (datetime.date(2025, 3, 4), None)
    """
    if isinstance(since, str) and not since:
        return None
    try:
        day = date.fromisoformat(since)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != since:
        refuse("is not a date", since, _DAY)
    return day
