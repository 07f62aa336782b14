"""What changed between two assessments, item by item, and what is told apart from chance."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.faults import Fault, FaultsError
from assesslib.tables.anonymity import LEAST, check_tier, enough
from assesslib.tables.change.moves import Places, different_members, middles, same_members, spreads, withheld
from assesslib.tables.change.pair import COMPARED, Pair, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.sides import agreed_moves, shown_items, side
from assesslib.tables.change.verdict import beside, verdict
from assesslib.tables.change.year import two_years

COLUMNS = [
    "section", "item", "item_before", "text", "kind", "before", "after", "n_before", "n_after", "said_before",
    "said_after", "low_before", "high_before", "low_after", "high_after", "gap_before", "gap_after", "n_both", "up",
    "same", "down", "p", "smallest_p", "q", "n_left", "n_joined", "delta", "p_apart", "smallest_p_apart", "q_apart",
    "spread_p", "smallest_spread_p", "spread_q", "agreed_before", "agreed_after", "agreed_moved", "level_word",
    "view_word", "panel_moved", "word", "basis", "beside",
]  # fmt: skip
WHOLE = ["n_both", "up", "same", "down", "n_left", "n_joined"]
WORDS = ["agreed_moved", "level_word", "view_word", "word", "basis", "beside"]
TESTS = ["p", "smallest_p", "q", "delta", "p_apart", "smallest_p_apart", "q_apart", "spread_p", "smallest_spread_p",
         "spread_q"]  # fmt: skip
_MOVES = ["up", "same", "down", "p", "smallest_p"]
_APART = ["delta", "p_apart", "smallest_p_apart"]
_SPREAD = ["spread_p", "smallest_spread_p"]
_FAMILIES = {"q": ("p", "smallest_p"), "q_apart": ("p_apart", "smallest_p_apart"),
             "spread_q": ("spread_p", "smallest_spread_p")}  # fmt: skip


def change(before, after, *, crosswalk=None, members: Mapping[str, str] | None = None, alpha: float = 0.05,
           anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """What changed from one assessment to a later one, item by item.

    Parameters
    ----------
    before, after : Assessment
        Opened ones, or as they stood; the earlier one first. What members rated alone is compared.
    crosswalk : Crosswalk or path, optional
        How their frameworks correspond where they differ; see `assesslib.tables.change.pair`.
    members : mapping, optional
        Who is whom, earlier id to later id; see `assesslib.tables.panel`.
    alpha : float
        From which q down a change is called one, above 0 and below 1.
    anonymity : str
        At any tier but ``"named"`` nothing is shown that rests on fewer than ``least`` members, nor from which their
        levels could be worked out; see the notes.
    least : int
        See ``anonymity``; at any tier but ``"named"`` never fewer than three.

    Returns
    -------
    DataFrame
        One row an item in the order of the later framework, what was retired at the end of its section. Where ``kind``
        (see `assesslib.tables.change.pair`) is neither ``same`` nor ``reworded``, the years only stand side by side.

        - ``section, item, item_before, text, kind``; ``before, after``: the names of the assessments;
        - ``n_before, n_after`` and what they ``said_before, said_after`` in words; the medians ``low_before,
          high_before, low_after, high_after`` as levels; ``gap_before, gap_after``: by how many levels two members
          differ on average;
        - ``n_both, up, same, down``: members who gave a level in both years; ``p``, the exact sign test on those who
          moved, the ``smallest_p`` with so many moved, and ``q``, Benjamini-Hochberg over the rows whose smallest p is
          alpha or less, missing on the others;
        - ``n_left, n_joined``: those who are in one of the years only; ``delta``, Cliff's, -1 to 1, above 0 where who
          joined stands higher than who left; ``p_apart``, exact, with the ``smallest_p_apart`` that the levels at hand
          allow, and ``q_apart``;
        - ``spread_p, smallest_spread_p, spread_q``: whether views lie nearer together or farther apart, exact, among
          those in both years, or among all where nobody is, and what the ratings at hand could show at best;
        - ``agreed_before, agreed_after``: the consensus, missing where there is no one level; ``agreed_moved``: up,
          down, same, or "";
        - ``level_word``: improved, declined, no clear change, too few to tell, or "" where nothing is compared;
          ``view_word``: views converged, views split, or "";
        - ``panel_moved``: the medians of the team moved by who left and who joined, and those of the members in both
          years did not;
        - ``word``: the one to show;
        - ``basis`` of the level word: same members, different members, or "" where neither could tell anything, or
          those in both years went against the others;
        - ``beside``: how the consensus moved beside those in both years, where the two disagree: consensus moved,
          members did not (none of them, or as many up as down); consensus moved, members show no clear change; members
          moved, consensus did not; consensus and members moved opposite ways; else "".

    Raises
    ------
    FaultsError
        What is no assessment, one assessment twice, the later one first, no date or one date, an assessment in which
        nobody rated, different frameworks without a confirmed crosswalk, unknown members, an unknown tier, an alpha out
        of range.

    Notes
    -----
    The level is told from those in both years wherever they are enough for the test to show anything, else from those
    in one year only, unless more of those in both went the other way; the two are never pooled. Too few to tell is also
    said where three or more moved, all one way, or all who joined stand above (or below) all who left, and even so it
    could be chance among so many items.

    Where names are hidden and fewer than ``least`` gave a level in one of the years only, all counts less those of the
    members in both years could tell theirs: who left and who joined stand out most where nobody else moved. So ``up,
    same, down``, their tests, those of the spread and ``panel_moved`` are not shown of such an item, and the words are.

    There are three families, each with its own Benjamini-Hochberg over the items that could tell anything: the level
    among the same members, the level among different members, and the spread.

    References
    ----------
    Bourgon, R., Gentleman, R. & Huber, W. (2010). Independent filtering increases detection power for high-throughput
    experiments. Proceedings of the National Academy of Sciences 107 (21), 9546-9551.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> found = change(*years)
    >>> found.loc[found["level_word"].isin(["improved", "declined"]), ["item", "up", "down", "word"]]
       item  up  down      word
    2     3   0    11  declined
    12   13  11     0  improved
    15   16  11     0  improved
    29   30   0    11  declined
    """
    check_tier(anonymity)
    check_alpha(alpha)
    years = two_years(before, after)
    return changed(paired(*years, crosswalk), matches(*years, members), alpha, least_shown(anonymity, least))


def check_alpha(alpha: float) -> None:
    """Refuse an alpha that is not above 0 and below 1, with a FaultsError."""
    if not (isinstance(alpha, float | int) and 0 < alpha < 1):
        raise FaultsError([Fault("is no share of false alarms to allow", value=str(alpha),
                                 do="Give a number above 0 and below 1, like 0.05.")])  # fmt: skip


def least_shown(anonymity: str, least: int) -> int:
    """From how many members on something is shown: everything where people are named, else three or more."""
    needed = enough(anonymity, least)
    return 0 if anonymity == "named" else needed


def changed(step: Pair, same: Mapping[str, str], alpha: float, least: int) -> pd.DataFrame:
    """`change` for years whose items and people were found to go together."""
    rows = step.items
    compared = rows[rows["kind"].isin(COMPARED)]
    told = _told(step, compared, same, alpha, least).reindex(rows.index)
    table = rows.assign(
        before=step.before.name,
        after=step.after.name,
        **side(step.before, rows["item_before"], "before", least),
        **side(step.after, rows["item"], "after", least),
        **{name: told[name].astype("Int64") for name in WHOLE},
        **{name: told[name].astype("float64") for name in TESTS},
        **{name: told[name].astype("object").fillna("").astype("str") for name in WORDS},
        panel_moved=told["panel_moved"].eq(True),
    )
    return table.assign(word=table["word"].where(table["word"] != "", table["kind"]))[COLUMNS]


def places_of(step: Pair, items: pd.DataFrame, same: Mapping[str, str]) -> Places:
    """Where everybody stands in the two years on some of their items."""
    before, after = step.before, step.after
    rows = before.people.get_indexer(list(same)), after.people.get_indexer(list(same.values()))
    return Places(
        before.places[:, before.items.get_indexer(items["item_before"])],
        after.places[:, after.items.get_indexer(items["item"])],
        np.column_stack(rows).astype(int),
        len(after.framework.codes),
    )


def _told(step: Pair, items: pd.DataFrame, same: Mapping[str, str], alpha: float, least: int) -> pd.DataFrame:
    """The numbers and words of the items that are compared."""
    veiled = ~(
        shown_items(step.before, least)[step.before.items.get_indexer(items["item_before"])]
        & shown_items(step.after, least)[step.after.items.get_indexer(items["item"])]
    )
    places = places_of(step, items, same)
    numbers = measured(places, veiled, least, alpha)
    words, hidden = [verdict(row, alpha) for row in _rows(numbers)], withheld(places, least)
    masked = {name: np.where(hidden, np.nan, numbers[name]) for name in (*_MOVES, *_SPREAD, "q", "spread_q")}
    moved = agreed_moves(step.before, step.after, items["item_before"], items["item"])
    told = {name: [getattr(one, name) for one in words] for name in ("level_word", "view_word", "word", "basis")}
    shown = numbers | masked
    told["beside"] = [beside(*one) for one in zip(_rows(shown), words, moved, strict=True)]
    return pd.DataFrame(shown | told | {"agreed_moved": moved}, index=items.index)


def _rows(numbers: Mapping[str, np.ndarray]) -> list[dict[str, float]]:
    """One row an item; who is hidden counts as nobody."""
    sizes = {name: np.where(np.isnan(numbers["delta"]), 0, numbers[name]) for name in ("n_left", "n_joined")}
    columns = {name: values.tolist() for name, values in (dict(numbers) | sizes).items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def measured(
    places: Places, veiled: np.ndarray | bool = False, least: int = 0, alpha: float = 0.05
) -> dict[str, np.ndarray]:
    """Every number of the items that are compared; NaN where it would rest on fewer than ``least`` members."""
    own, apart, spread, middle = (find(places) for find in (same_members, different_members, spreads, middles))
    few = (own["n_both"] > 0) & (own["n_both"] < least)
    few_apart = np.minimum(apart["n_left"], apart["n_joined"]) < least
    shown = (
        own
        | apart
        | {name: np.where(few, np.nan, own[name]) for name in _MOVES}
        | {name: np.where(few_apart, np.nan, apart[name]) for name in _APART}
        | {name: np.where(few | veiled, np.nan, spread[name]) for name in _SPREAD}
        | {"wider": spread["wider"], "panel_moved": middle["panel_moved"] & ~few & ~veiled & ~withheld(places, least)}
    )
    return shown | {q: in_family(shown[p], shown[smallest], alpha) for q, (p, smallest) in _FAMILIES.items()}


def in_family(p: np.ndarray, smallest: np.ndarray, alpha: float) -> np.ndarray:
    """Benjamini-Hochberg over the tests that could give a p of alpha or less; NaN for the others.

    How many moved says nothing of which way they moved, so those on whom nothing could be told may be left out
    beforehand without a false alarm more (Bourgon, Gentleman & Huber 2010).

    Examples
    --------
    >>> in_family(np.array([0.01, 0.04, 0.5]), np.array([0.01, 0.03, 0.5]), 0.05)
    array([0.02, 0.04,  nan])
    """
    return np.atleast_1d(stats.benjamini_hochberg(np.where(smallest <= alpha, p, np.nan)))
