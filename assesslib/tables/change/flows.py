"""Who moved from which level to which, between two years or along several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assesslib.tables.anonymity import LEAST, check_tier, enough
from assesslib.tables.change.history import given_members, stepped
from assesslib.tables.change.pair import COMPARED, Pair, chained, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.year import Year, in_time, two_years

FLOWS = ["section", "item", "before", "after", "n", "who"]
FLOWS_OVER = ["section", "item", "step", "before", "after", "n", "who"]


@dataclass(frozen=True, eq=False)
class _Followed:
    """Members and items of several years, the same in each.

    ``everybody`` holds each year's places on the scale, shape (its members, items), -1 for no level; ``places`` those
    of the members of all years who gave a level in all, shape (years, members, items).
    """

    items: pd.DataFrame
    everybody: list[np.ndarray]
    places: np.ndarray
    rested: list[np.ndarray]

    @property
    def n(self) -> np.ndarray:
        """How many gave each item a level in all years."""
        return (self.places[0] >= 0).sum(0)

    def shown(self, least: int) -> np.ndarray:
        """Which items have so many, while those who rated in some of the years alone are nobody or as many."""
        counts = [(side >= 0).sum(0) for side in self.everybody] + self.rested
        rest = [count - self.n for count in counts]
        return (self.n >= max(least, 1)) & np.all([(few == 0) | (few >= least) for few in rest], axis=0)


def flows(before, after, *, crosswalk=None, members: Mapping[str, str] | None = None, anonymity: str = "named",
          least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """Who of the members of both years moved from which level to which.

    Parameters
    ----------
    before, after, crosswalk, members, anonymity, least
        As for `assesslib.tables.change`.

    Returns
    -------
    DataFrame
        One row an item and way that somebody went, lowest levels first: ``section, item``; the level ``before`` and
        ``after``; ``n`` members; ``who``, their names. At any tier but ``"named"`` nobody is named, and an item has
        rows only where at least ``least`` rated it in both years and those who rated it in one alone are nobody or as
        many: else the counts of the team would give them away.

    Raises
    ------
    FaultsError
        As `assesslib.tables.change`.
    """
    check_tier(anonymity)
    years = two_years(before, after)
    steps = [paired(*years, crosswalk)]
    return _flows(years, steps, [matches(*years, members)], anonymity, least)[FLOWS]


def flows_over(assessments: Iterable, *, crosswalk=None, members: Sequence[Mapping[str, str]] | None = None,
               anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """Which way the members of all of several years went, step by step.

    Parameters
    ----------
    assessments, crosswalk, members, anonymity, least
        As for `assesslib.tables.history`.

    Returns
    -------
    DataFrame
        As `flows` has it, for those who gave an item a level in every year, with ``step``: 0 from the first year to
        the second, 1 from there to the third, and so on. An item has rows only where it can be compared in all years,
        and stands under its id in the latest. ``who`` is "" where there is more than one step. At any tier but
        ``"named"`` an item has rows only where at least ``least`` rated it in all years, and those who rated it in a
        year, or in two years running, but not in all are nobody or as many.

    Raises
    ------
    FaultsError
        As `assesslib.tables.history`.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2024, 2025, 2026)]
    >>> found = flows_over(years)
    >>> found[found["item"] == "13"].groupby("step")["n"].sum().to_dict()
    {0: 10, 1: 10}
    """
    check_tier(anonymity)
    years = in_time(assessments)
    steps = stepped(years, crosswalk)
    said = given_members(members, len(steps))
    same = [matches(step.before, step.after, own) for step, own in zip(steps, said, strict=True)]
    return _flows(years, steps, same, anonymity, least)


def _flows(years: Sequence[Year], steps: Sequence[Pair], same: Sequence[Mapping[str, str]], anonymity: str,
           least: int) -> pd.DataFrame:  # fmt: skip
    """The flows of every step, of those who are in all years."""
    needed, named = enough(anonymity, least), anonymity == "named"
    people = _people(years[0], same)
    found = _followed(years, steps, same, people)
    kept = found.shown(0 if named else needed)
    names = _names(years[-1], people[-1]) if named and len(steps) == 1 else [""] * len(people[-1])
    parts = [_moves(found.places[step : step + 2], kept, names).assign(step=step) for step in range(len(steps))]
    return _told(pd.concat(parts, ignore_index=True), found.items, years[-1].framework.codes)


def _people(first: Year, same: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """The ids in each year of those who are in all of them, in the first year's order."""
    ways = [[id] for id in first.people]
    for step in same:
        ways = [[*way, step[way[-1]]] for way in ways if way[-1] in step]
    return [[way[place] for way in ways] for place in range(len(same) + 1)]


def _followed(years: Sequence[Year], steps: Sequence[Pair], same: Sequence[Mapping[str, str]],
              people: Sequence[Sequence[str]]) -> _Followed:  # fmt: skip
    items, own = _items(years, steps)
    everybody = [year.places[:, year.items.get_indexer(ids)] for year, ids in zip(years, own, strict=True)]
    followed = np.array([_rows(places, year, ids)
                         for places, year, ids in zip(everybody, years, people, strict=True)])  # fmt: skip
    both = [(_rows(everybody[step], years[step], list(ways)) >= 0)
            & (_rows(everybody[step + 1], years[step + 1], list(ways.values())) >= 0)
            for step, ways in enumerate(same)]  # fmt: skip
    whole = (followed >= 0).all(0)
    return _Followed(items, everybody, np.where(whole, followed, -1), [rated.sum(0) for rated in both])


def _rows(places: np.ndarray, year: Year, ids: Sequence[str]) -> np.ndarray:
    """The rows of some members."""
    return places[year.people.get_indexer(pd.Index(ids, dtype=year.people.dtype))]


def _items(years: Sequence[Year], steps: Sequence[Pair]) -> tuple[pd.DataFrame, list[list[str]]]:
    """The items that can be compared in all years, and their ids in each."""
    ways = [_links(steps[place:]) for place in range(len(steps))]
    latest = [item for item in years[-1].framework.items if all(item.id in way for way in ways)]
    items = pd.DataFrame([(item.section, item.id) for item in latest], columns=["section", "item"], dtype="str")
    return items, [*([way[item.id] for item in latest] for way in ways), [item.id for item in latest]]


def _links(steps: Sequence[Pair]) -> dict[str, str]:
    rows = chained(steps).items
    rows = rows[rows["kind"].isin(COMPARED)]
    return dict(zip(rows["item"], rows["item_before"], strict=True))


def _names(year: Year, ids: Sequence[str]) -> list[str]:
    named = dict(zip(year.people, year.members["name"], strict=True))
    return [named[id] or id for id in ids]


def _moves(places: np.ndarray, kept: np.ndarray, names: Sequence[str]) -> pd.DataFrame:
    """How many went which way in one step, and who; items and levels by their places."""
    was, now = places
    people, item = np.nonzero((was >= 0) & kept)
    rows = pd.DataFrame({"item": item, "was": was[people, item], "now": now[people, item],
                         "name": [names[one] for one in people]})  # fmt: skip
    ways = rows.groupby(["item", "was", "now"])["name"].agg(["size", lambda own: ", ".join(filter(None, own))])
    return ways.set_axis(["n", "who"], axis=1).reset_index()


def _told(moves: pd.DataFrame, items: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    found = moves.sort_values(["item", "step"], kind="stable", ignore_index=True)
    scale = pd.CategoricalDtype(list(codes), ordered=True)
    places = found["item"].astype("int64")
    return found.assign(
        section=items["section"].to_numpy()[places],
        item=items["item"].to_numpy()[places],
        before=pd.Categorical.from_codes(found["was"].astype("int64"), dtype=scale),
        after=pd.Categorical.from_codes(found["now"].astype("int64"), dtype=scale),
    ).astype({"section": "str", "item": "str", "who": "str", "n": "int64", "step": "int64"})[FLOWS_OVER]
