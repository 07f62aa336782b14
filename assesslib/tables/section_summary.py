"""Each section in one row: where its items lie, where the members differ most, who was not there."""

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import check_tier, veiled
from assesslib.tables.board import absent_from
from assesslib.tables.disparity import disparity

COLUMNS = [
    "section", "title", "items", "fewest", "most", "lowest_median", "highest_median", "widest", "widest_shape",
    "widest_iov", "ac2", "unresolved", "absent", "absent_count",
]  # fmt: skip


def section_summary(assessment, *, anonymity: str = "named") -> pd.DataFrame:
    """What can be said of each section as a whole; never an average.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment; round 1 is looked at.
    anonymity : str
        At any tier but ``"named"`` those who were absent are counted and not named.

    Returns
    -------
    DataFrame
        One row a rated section: ``section, title, items`` (how many it has); ``fewest, most`` members who gave a level
        on one of its items; ``lowest_median`` and ``highest_median`` of its items, as levels; ``widest``, the item on
        which members differ most, with its shape and its index of ordinal variation; ``ac2``, Gwet's coefficient with
        linear weights, -1 to 1, missing where no item was rated by two; ``unresolved``, how many items were left
        without a consensus; ``absent``, the names of those recorded as absent, and how many they are.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    apart, framework = disparity(veiled(assessment.ratings, anonymity)), assessment.framework
    settled = assessment.consensus.drop_duplicates("item")
    unresolved = settled[settled["state"] == "unresolved"].groupby("section").size()
    people = dict(zip(assessment.members["id"], assessment.members["name"], strict=True))
    progress = assessment.progress
    rows = []
    for section in (one for one in framework.sections if one.rated):
        away = absent_from(progress, section.id)
        rows.append({
            "section": section.id, "title": f"{section.number} {section.title}".strip(), "items": len(section.items),
            "unresolved": int(unresolved.get(section.id, 0)), "absent_count": len(away),
            "absent": ", ".join(people.get(id) or id for id in away) if anonymity == "named" else "",
        } | _measures(apart[apart["section"] == section.id], framework.codes))  # fmt: skip
    scale = assessment.ratings["level"].dtype
    return pd.DataFrame(rows, columns=COLUMNS).astype({"lowest_median": scale, "highest_median": scale})


def _measures(apart: pd.DataFrame, codes) -> dict[str, object]:
    """What the disparity rows of one section say together."""
    rated = apart[apart["n"] > 0]
    if rated.empty:
        return {"fewest": 0, "most": 0, "widest": "", "widest_shape": "", "widest_iov": np.nan, "ac2": np.nan}
    widest = rated.iloc[0]
    return {
        "fewest": int(apart["n"].min()),
        "most": int(apart["n"].max()),
        "lowest_median": rated["low"].min(),
        "highest_median": rated["high"].max(),
        "widest": widest["item"] if widest["iov"] > 0 else "",
        "widest_shape": widest["shape"],
        "widest_iov": widest["iov"],
        "ac2": stats.gwet_ac2(rated[list(codes)].to_numpy()),
    }
