"""Whether the members of both years moved one way over a whole section."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.change import check_alpha, in_family, least_shown, places_of
from assesslib.tables.change.moves import Places, withheld
from assesslib.tables.change.pair import COMPARED, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.verdict import DECLINED, FEW, IMPROVED, UNCLEAR, all_one_way
from assesslib.tables.change.year import two_years

COLUMNS = ["section", "title", "n", "up", "down", "unmoved", "p", "smallest_p", "q", "word"]
_SHOWN = ["up", "down", "unmoved", "p", "smallest_p", "q"]


def section_change(before, after, *, crosswalk=None, members: Mapping[str, str] | None = None, alpha: float = 0.05,
                   anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """Per section, whether members moved up on more of its items than down.

    Parameters
    ----------
    before, after, crosswalk, members, alpha, anonymity, least
        As for `assesslib.tables.change`.

    Returns
    -------
    DataFrame
        One row a rated section of the later framework: ``section, title``; ``n``: members who gave a level in both
        years on at least one of its items; ``up, down, unmoved``: those who moved up on more items than down, on
        fewer, on as many; ``p``, the exact sign-flip test over members of how many items each moved up less how many
        down, with the ``smallest_p`` and ``q``, Benjamini-Hochberg over the sections whose smallest p is alpha or
        less; ``word``: improved, declined, no clear change, too few to tell, or "" where none of its items can be
        compared. At any tier but ``"named"``, missing and too few to tell where n is below ``least``; and missing in a
        section of which one item is compared, where `assesslib.tables.change` does not show who moved on it.

    Raises
    ------
    FaultsError
        As `assesslib.tables.change`.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> section_change(*years)[["section", "n", "up", "down", "word"]]
            section   n  up  down             word
    0     preparing  11   0    10         declined
    1  establishing  11   5     4  no clear change
    2     joined-up  11  10     0         improved
    3      delivery  11   4     3  no clear change
    4   maintaining  11   0     9         declined
    5        review  10   1     3  no clear change
    """
    check_tier(anonymity)
    check_alpha(alpha)
    years = two_years(before, after)
    step, same = paired(*years, crosswalk), matches(*years, members)
    items = step.items[step.items["kind"].isin(COMPARED)]
    places, homes = places_of(step, items, same), items["section"].to_numpy()
    parts = [part for part in years[1].framework.sections if part.rated]
    found = [section_moves(places, homes == part.id, least_shown(anonymity, least)) for part in parts]
    numbers = with_q(found, alpha)
    asked = [(homes == part.id).sum() for part in parts]
    words = [_word(row, alpha) if n else "" for row, n in zip(numbers.to_dict("records"), asked, strict=True)]
    titles = [f"{part.number} {part.title}".strip() for part in parts]
    hidden = homes[withheld(places, least_shown(anonymity, least))].tolist()
    few = np.array([n == 1 and part.id in hidden for part, n in zip(parts, asked, strict=True)], dtype=bool)
    numbers = numbers.assign(**{name: numbers[name].mask(few) for name in _SHOWN})
    named = numbers.assign(section=[part.id for part in parts], title=titles, word=pd.array(words, dtype="str"))
    return named.astype({"up": "Int64", "down": "Int64", "unmoved": "Int64", "n": "int64"})[COLUMNS]


def section_moves(places: Places, here: np.ndarray, least: int = 0) -> dict[str, float]:
    """The moves over some items, member by member: ``n, up, down, unmoved, way, p, smallest_p``."""
    was, now = (side[:, here] for side in places.moved)
    net = np.sign(now - was).sum(-1)[(was >= 0).any(-1)]
    if not len(net) or len(net) < least:
        return {"n": len(net), "way": 0} | dict.fromkeys(["up", "down", "unmoved", "p", "smallest_p"], np.nan)
    up, down = int((net > 0).sum()), int((net < 0).sum())
    return {"n": len(net), "up": up, "down": down, "unmoved": len(net) - up - down, "way": int(net.sum()),
            "p": stats.sign_flip_test(net), "smallest_p": stats.smallest_p(up + down)}  # fmt: skip


def with_q(found: list[dict[str, float]], alpha: float = 0.05) -> pd.DataFrame:
    """The sections' numbers with ``q``, Benjamini-Hochberg over those that could tell anything."""
    numbers = pd.DataFrame(found)
    return numbers.assign(q=in_family(numbers["p"], numbers["smallest_p"], alpha))


def _word(row: Mapping[str, float], alpha: float) -> str:
    if row["q"] <= alpha and row["way"]:
        return IMPROVED if row["way"] > 0 else DECLINED
    few = not stats.smallest_p(row["n"]) <= alpha or all_one_way(row["up"], row["down"], row["q"], alpha)
    return FEW if few else UNCLEAR
