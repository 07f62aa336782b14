"""Each section in one row: where its items lie, where the members differ most, who was not there."""

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import veiled, withheld
from assesslib.tables.arguments import check_assessment
from assesslib.tables.board import absent_from
from assesslib.tables.disparity import disparity

COLUMNS = [
    "section", "title", "items", "fewest", "most", "withheld", "lowest_median", "highest_median", "widest",
    "widest_shape", "widest_iov", "ac2", "unresolved", "absent", "absent_count",
]  # fmt: skip


def section_summary(assessment, *, anonymity: str = "named") -> pd.DataFrame:
    """What can be said of each section as a whole; never an average.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment; round 1 is looked at.
    anonymity : str
        At any tier but ``"named"`` those who were absent are counted and not named, and items that fewer than three
        rated are counted and not looked at.

    Returns
    -------
    DataFrame
        One row a rated section: ``section, title, items`` (how many it has); ``fewest, most`` members who gave a level
        on one of its items that may be shown, missing where all that were rated are held back; ``withheld``, how many
        of its items are; ``lowest_median`` and ``highest_median`` of its items, as levels; ``widest``, the item on
        which members differ most, with its shape and its index of ordinal variation; ``ac2``, Gwet's coefficient with
        linear weights, -1 to 1, missing where no item was rated by two; ``unresolved``, how many items were left
        without a consensus; ``absent``, the names of those recorded as absent, and how many they are.

    Raises
    ------
    FaultsError
        An unknown tier, or anything but an assessment.
    """
    check_assessment(assessment, "framework", "members", "ratings", "consensus", "progress")
    ratings, framework = assessment.ratings, assessment.framework
    apart, held = disparity(veiled(ratings, anonymity)), withheld(ratings, anonymity)
    settled = assessment.consensus.drop_duplicates("item")
    unresolved = settled[settled["state"] == "unresolved"].groupby("section").size()
    people = dict(zip(assessment.members["id"], assessment.members["name"], strict=True))
    progress = assessment.progress
    rows, scale = [], ratings["level"].dtype
    for section in (one for one in framework.sections if one.rated):
        away = absent_from(progress, section.id)
        rows.append({
            "section": section.id, "title": f"{section.number} {section.title}".strip(), "items": len(section.items),
            "unresolved": int(unresolved.get(section.id, 0)), "absent_count": len(away),
            "withheld": sum(item.id in held for item in section.items),
            "absent": ", ".join(people.get(id) or id for id in away) if anonymity == "named" else "",
        } | _measures(apart[apart["section"] == section.id], framework.codes))  # fmt: skip
    found = pd.DataFrame(rows, columns=COLUMNS)
    return found.assign(**_known(found)).astype(dict.fromkeys(["lowest_median", "highest_median"], scale))


def _known(found: pd.DataFrame) -> dict[str, pd.Series]:
    """How many rated, missing in a section of which nothing may be shown."""
    nothing = (found["most"] == 0) & (found["withheld"] > 0)
    return {name: found[name].astype("Int64").mask(nothing) for name in ("fewest", "most")}


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
