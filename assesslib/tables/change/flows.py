"""Who moved from which level to which."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.change import least_shown, places_of
from assesslib.tables.change.pair import COMPARED, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.year import Year, two_years

FLOWS = ["section", "item", "before", "after", "n", "who"]


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
    step, same, shown = paired(*years, crosswalk), matches(*years, members), least_shown(anonymity, least)
    items = step.items[step.items["kind"].isin(COMPARED)].reset_index(drop=True)
    places = places_of(step, items, same)
    was, now = places.moved
    rest = [(side >= 0).sum(0) - (was >= 0).sum(0) for side in (places.before, places.after)]
    n = (was >= 0).sum(0)
    kept = (n >= max(least if shown else 1, 1)) & np.all([(few == 0) | (few >= shown) for few in rest], axis=0)
    people, item = np.nonzero((was >= 0) & kept)
    names = _names(years[1], list(same.values())) if not shown else [""] * len(same)
    rows = pd.DataFrame({"item": item, "was": was[people, item], "now": now[people, item],
                         "name": [names[one] for one in people]})  # fmt: skip
    return _flows(rows, items, years[1].framework.codes)


def _names(year: Year, ids: Sequence[str]) -> list[str]:
    named = dict(zip(year.people, year.members["name"], strict=True))
    return [named[id] or id for id in ids]


def _flows(rows: pd.DataFrame, items: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    ways = rows.groupby(["item", "was", "now"])["name"].agg(["size", lambda names: ", ".join(filter(None, names))])
    found = ways.set_axis(["n", "who"], axis=1).reset_index()
    scale = pd.CategoricalDtype(list(codes), ordered=True)
    levels = {"before": found["was"], "after": found["now"]}
    return found.assign(
        section=items["section"].to_numpy()[found["item"]],
        item=items["item"].to_numpy()[found["item"]],
        **{name: pd.Categorical.from_codes(where, dtype=scale) for name, where in levels.items()},
    ).astype({"who": "str"})[FLOWS]
