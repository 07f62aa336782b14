"""Who sees it differently: how far apart two groups of members stand on each item."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.ratings import of_today
from assesslib.tables.anonymity import GROUPS, LEAST, check_grouping, check_tier, enough, group_counts
from assesslib.tables.apart_of_counts import apart
from assesslib.tables.arguments import check_ids, check_ratings, check_wide, number_faults, refuse
from assesslib.tables.divide_chance import answers_of, chances_of

WIDE = 0.9
"""From this delta on two groups are called wide apart: next to nobody stands level with the other group."""
SHUFFLES = 1999
COLUMNS = [
    "section", "item", "group", "other", "n", "n_other", "said", "said_other", "delta", "wide", "p", "smallest_p",
    "by_chance", "overall", "of_pair",
]  # fmt: skip


def divides(
    ratings: pd.DataFrame, by: str | Sequence[tuple[str, str]] = "organisation", *, anonymity: str = "named",
    least: int = LEAST, wide: float = WIDE, shuffles: int = SHUFFLES,
) -> pd.DataFrame:  # fmt: skip
    """How far each two groups of members stand apart on each item, the widest apart first.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; round 1 is looked at.
    by : str or sequence of pairs
        ``"organisation"`` or ``"role"``, every two groups of it; or some pairs of such groups by name.
    anonymity : str
        ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; a tier that hides the grouping is refused.
    least : int
        How many of a group must have rated an item for it to be compared there; where names are hidden, never fewer
        than three.
    wide : float
        From which delta, up or down, two groups count as wide apart, 0 to 1.
    shuffles : int
        How often the members are dealt to the groups anew, for ``by_chance``, from 1 to 100000; where names are hidden
        always 1999, since two answers that are one deal apart would tell how those members rated.

    Returns
    -------
    DataFrame
        One row an item and pair: ``section, item, group, other``; ``n, n_other`` (who rated it) and what they ``said,
        said_other`` in words; ``delta``, Cliff's, from -1 (all of ``group`` below all of ``other``) to 1; ``wide``;
        ``p`` of delta, exact and two-sided, missing where either group has fewer than four, with the ``smallest_p``
        possible for that item; ``by_chance``, the same on every row: in what part of all shuffles at least as many
        rows are wide as were found; ``overall``, the same on every row: in what part all rows together stand as far
        apart, wide or not; ``of_pair``, the same for the rows of that pair alone. Where names are hidden, all three
        are rounded up to hundredths.

    Raises
    ------
    FaultsError
        An unknown grouping or group, a pair that is none, a tier that hides it, a number out of range, or anything but
        the ratings of one assessment.

    Notes
    -----
    Delta is Cliff's (1993). The shuffles deal whole members, each with all their answers, to groups of the same sizes,
    so that items that go together stay together; they are the same in every run, and in whatever order the members
    stand. How far rows together stand apart is the mean of their squared deltas, each weighed by n m / (n + m + 1) for
    groups of n and m who rated: the more they are, the less of a delta is chance.
    """
    check_wide(wide)
    _check_shuffles(shuffles, anonymity)
    column, pairs = _pairs(ratings, by)
    counts = group_counts(ratings, column, anonymity=anonymity, least=least)
    codes = list(ratings["level"].cat.categories)
    rows = pd.concat([apart(counts, codes, *pair) for pair in pairs] or [pd.DataFrame()], ignore_index=True)
    if rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    found = rows.assign(wide=rows["delta"].abs() >= wide - 1e-9)
    chances = chances_of(answers_of(ratings, column), found, enough(anonymity, least), wide, shuffles)
    told = chances if anonymity == "named" else np.ceil((100 * chances).round(9)) / 100
    order = found.join(told).assign(far=found["delta"].abs()).sort_values("far", ascending=False, kind="stable")
    return order[COLUMNS].reset_index(drop=True)


def held_back(
    ratings: pd.DataFrame, by: str | Sequence[tuple[str, str]] = "organisation", *, anonymity: str = "named",
    least: int = LEAST, items: Collection[str] | None = None,
) -> int:  # fmt: skip
    """How many comparisons `divides` does not show, though somebody of both groups rated the item.

    Parameters
    ----------
    ratings, by, anonymity, least
        As for `divides`.
    items : collection of str, optional
        Only these items are counted, such as those of a section; the groups are those of all ratings.

    Returns
    -------
    int
        How many items and pairs of groups are left out because a group is too small there, or because somebody left
        out could be worked out from the others. Where names are hidden, every pair of groups counts that is not shown
        on an item that somebody rated, whoever that was: otherwise the number would tell who gave no answer.

    Raises
    ------
    FaultsError
        As `divides` does.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": m, "item": "1.1", "round": "1", "state": "rated", "level": "G",
    ...          "organisation": "Police" if m < "x" else "Council"} for m in "uvwxyz"]
    >>> rows = al.ratings.tidy(said, al.load_framework("cdrp-dat-partnership"))
    >>> held_back(rows, "organisation"), held_back(rows, "organisation", least=4)
    (0, 1)
    """
    held = _held(ratings, by, anonymity, least)
    if items is None:
        return len(held)
    check_ids(items, "items’")
    return sum(item in items for item, *_ in held)


def held_by_item(
    ratings: pd.DataFrame, by: str | Sequence[tuple[str, str]] = "organisation", *, anonymity: str = "named",
    least: int = LEAST,
) -> dict[str, int]:  # fmt: skip
    """On which items `held_back` counts a comparison, and how many there; arguments as for it.

    The items are in the order of the ratings.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": m, "item": "1.1", "round": "1", "state": "rated", "level": "G",
    ...          "organisation": "Police" if m < "x" else "Council"} for m in "uvwxyz"]
    >>> held_by_item(al.ratings.tidy(said, al.load_framework("cdrp-dat-partnership")), least=4)
    {'1.1': 1}
    """
    held = Counter(item for item, *_ in _held(ratings, by, anonymity, least))
    return {item: held[item] for item in ratings["item"].drop_duplicates() if item in held}


def _held(ratings: pd.DataFrame, by: object, anonymity: str, least: int) -> set[tuple[str, str, str]]:
    """Item, group and other group of every comparison that is not shown."""
    column, pairs = _pairs(ratings, by)
    shown = _compared(group_counts(ratings, column, anonymity=anonymity, least=least), pairs)
    if anonymity == "named":
        return _compared(group_counts(ratings, column, least=1), pairs) - shown
    # Whether anybody at all rated an item is told anyway: it has counts, or it is among those withheld.
    rated = ratings.loc[(ratings["round"] == 1) & (ratings["state"] == "rated"), "item"].unique()
    return {(item, *pair) for item in rated for pair in pairs} - shown


def _compared(counts: pd.DataFrame, pairs: Collection[tuple[str, str]]) -> set[tuple[str, str, str]]:
    """Item, group and other group wherever both groups of a pair have counts."""
    items = counts[counts["n"] > 0].groupby("group")["item"].agg(set)
    both = {pair: items.get(pair[0], set()) & items.get(pair[1], set()) for pair in pairs}
    return {(item, *pair) for pair, found in both.items() for item in found}


_NO_GROUPING = "Choose one of these, or give pairs of groups."
_NO_PAIR = "Give a list of pairs, each of two different groups by name."


def _check_shuffles(shuffles: int, anonymity: str) -> None:
    check_tier(anonymity)
    if faults := number_faults(shuffles=shuffles):
        raise FaultsError(faults)
    if anonymity != "named" and shuffles != SHUFFLES:
        refuse("is a number of shuffles for members who are named", shuffles,
               f"Leave it at {SHUFFLES}, so that nobody’s ratings can be worked out.")  # fmt: skip


def _pairs(ratings: pd.DataFrame, by: object) -> tuple[str, list[tuple[str, str]]]:
    """The column that holds the groups, and every pair that is to be compared."""
    check_ratings(ratings, *GROUPS)
    today = of_today(ratings)
    if isinstance(by, str) or not isinstance(by, Collection) or not len(by):
        check_grouping(by, _NO_GROUPING)
        return by, list(combinations([name for name in today[by].drop_duplicates() if name], 2))
    if wrong := [pair for pair in by if not _is_pair(pair)]:
        raise FaultsError(Fault("is no pair of groups", value=str(pair), do=_NO_PAIR) for pair in wrong)
    return _column(today, by), [tuple(pair) for pair in by]


def _is_pair(pair: object) -> bool:
    two = isinstance(pair, list | tuple) and len(pair) == 2 and pair[0] != pair[1]
    return two and all(isinstance(name, str) and name for name in pair)


def _column(ratings: pd.DataFrame, pairs: Collection[tuple[str, str]]) -> str:
    """The grouping that the groups of these pairs belong to."""
    wanted = list(dict.fromkeys(name for pair in pairs for name in pair))
    held = {column: tuple(name for name in ratings[column].drop_duplicates() if name) for column in GROUPS}
    column = max(held, key=lambda name: len(set(wanted) & set(held[name])))
    if unknown := [name for name in wanted if name not in held[column]]:
        raise FaultsError(Fault(f"is not one of these members’ {column}s", value=name, allowed=held[column],
                                do="Give pairs of organisations, or pairs of roles.") for name in unknown)  # fmt: skip
    return column
