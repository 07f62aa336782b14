"""Last year, seen from today: has the yardstick moved, and do members feel that they have?"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.ratings import whole_answers
from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.change import check_alpha, in_family, least_shown
from assesslib.tables.change.pair import COMPARED, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.verdict import FEW, UNCLEAR, all_one_way
from assesslib.tables.change.year import Year, two_years

PARTS = {"then": ("lower", "same", "higher"), "felt": ("up", "same", "down")}
"""The two comparisons, and the columns of members who went each way."""
WORDS = {
    "then": {"lower": "stricter now", "higher": "milder now"},
    "felt": {"up": "felt better", "down": "felt worse"},
}
NUMBERS = ["p", "smallest_p", "q", "word"]
COLUMNS = ["section", "item", "item_before", "text",
           *(f"{part}_{name}" for part, ways in PARTS.items() for name in ("n", *ways, *NUMBERS))]  # fmt: skip


def looking_back(before, after, *, crosswalk=None, members: Mapping[str, str] | None = None, alpha: float = 0.05,
                 anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """What members say today of last year, beside what they said then and what they say of today.

    A team that learns may rate itself lower than it would have a year ago: its yardstick has moved (Howard 1980). Then
    last year, seen from today, lies lower than it did then.

    Parameters
    ----------
    before, after : Assessment
        Two opened ones, or their standings. Only the later one has answers on last year, seen from today: round 0 of
        its ratings.
    crosswalk, members, alpha, anonymity, least
        As for `assesslib.tables.change`.

    Returns
    -------
    DataFrame
        One row an item that can be compared and on which a member of both years looked back, in the framework's order:
        ``section, item, item_before, text``; then twice, of members in both years who gave both levels, how many, how
        many went each way, the exact sign test and its word:

        - ``then_n, then_lower, then_same, then_higher``: last year as it is seen today, beside what the same member
          said then; ``then_word``: stricter now (seen lower today), milder now, no clear change, too few to tell;
        - ``felt_n, felt_up, felt_same, felt_down``: today beside last year as it is seen today; ``felt_word``: felt
          better, felt worse, no clear change, too few to tell;

        each with ``_p``, ``_smallest_p`` (at best, with so many who moved) and ``_q`` (Benjamini-Hochberg over the
        items of this table whose smallest p is alpha or less, missing on the others). It is too few to tell where even
        all of them moving one way could be chance, or where three or more moved, all one way, and among so many items
        that could be chance. At any tier but ``"named"``, items with fewer than ``least`` members (never fewer than
        three) in either comparison are left out. No row where nobody looked back.

    Raises
    ------
    FaultsError
        Where the two cannot be compared.

    References
    ----------
    Howard, G. S. (1980). Response-shift bias: a problem in evaluating interventions with pre/post self-reports.
    Evaluation Review 4 (1), 93-106.

    Examples
    --------
    In the constructed years nobody was asked to look back:

    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> looking_back(*years).empty
    True
    """
    check_tier(anonymity)
    check_alpha(alpha)
    shown = least_shown(anonymity, least)
    years = two_years(before, after)
    rows = paired(*years, crosswalk).items
    items = rows[rows["kind"].isin(COMPARED)]
    said = _said(*years, items, matches(*years, members))
    parts = [_part(said, part, alpha) for part in PARTS]
    told = items[["section", "item", "item_before", "text"]].merge(pd.concat(parts, axis=1), left_on="item",
                                                                    right_index=True)  # fmt: skip
    there = told[(told["then_n"] + told["felt_n"]) > 0]
    few = there[["then_n", "felt_n"]].isin(range(1, shown)).any(axis=1)
    return there[~few].reset_index(drop=True)[COLUMNS]


def _said(before: Year, after: Year, items: pd.DataFrame, ids: Mapping[str, str]) -> pd.DataFrame:
    """Places on the scale of each member in both years and item: ``then``, ``seen`` (then, as seen today), ``now``."""
    after_id = dict(zip(items["item_before"], items["item"], strict=True))
    then = _places(before, 1)
    then = then.assign(member=then["member"].map(ids), item=then["item"].map(after_id)).dropna()
    then = then.set_index(["member", "item"])["place"]
    seen, now = (_places(after, turn).set_index(["member", "item"])["place"] for turn in (0, 1))
    both = pd.DataFrame({"then": then, "seen": seen, "now": now})
    kept = both[both.index.isin(list(ids.values()), level="member") & both.index.isin(items["item"], level="item")]
    return kept[kept["seen"].notna()]


def _places(year: Year, turn: int) -> pd.DataFrame:
    """Each member's level as a place on the scale: ``member, item, place``; only whole answers with a level."""
    answers = whole_answers(year.ratings[year.ratings["round"] == turn])
    rated = answers[answers["state"] == "rated"]
    return rated[["member", "item"]].assign(place=rated["level"].cat.codes)


def _part(said: pd.DataFrame, part: str, alpha: float) -> pd.DataFrame:
    """One of the two comparisons: a row an item, by its id."""
    earlier, later = {"then": ("then", "seen"), "felt": ("seen", "now")}[part]
    moves = np.sign(said[later] - said[earlier]).dropna()
    moves = moves.groupby(level="item")
    ways = {"then": (-1, 0, 1), "felt": (1, 0, -1)}[part]
    counts = {name: moves.agg(lambda own, way=way: int((own == way).sum()))
              for name, way in zip(PARTS[part], ways, strict=True)}  # fmt: skip
    found = pd.DataFrame({"n": moves.size(), **counts})
    found = found.reindex(said.index.get_level_values("item").unique(), fill_value=0).astype("int64")
    return _tested(found, part, alpha).add_prefix(f"{part}_")


def _tested(found: pd.DataFrame, part: str, alpha: float) -> pd.DataFrame:
    """The counts with the exact sign test, what it could show at best, and its word; no p where nobody gave both."""
    first, _, last = PARTS[part]
    there = found["n"] > 0
    p = pd.Series(np.atleast_1d(stats.sign_test(found[first], found[last])), found.index).where(there)
    best = pd.Series(np.atleast_1d(stats.smallest_p(found[first] + found[last])), found.index).where(there)
    tested = found.assign(p=p, smallest_p=best, q=in_family(p, best, alpha) if len(p) else p)
    return tested.assign(word=pd.array([_word(row, part, alpha) for row in tested.to_dict("records")], dtype="str"))


def _word(row: Mapping, part: str, alpha: float) -> str:
    first, _, last = PARTS[part]
    up, down = row[first], row[last]
    if row["n"] and row["q"] <= alpha:
        return WORDS[part][first if up > down else last]
    few = all_one_way(up, down, row["q"], alpha) or stats.smallest_p(row["n"]) > alpha
    return FEW if few else UNCLEAR
