"""How easily groups stand as far apart as they do when members are dealt to them at random."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.ratings import whole_answers

_BLOCK = 100
"""Items whose deals are held at a time."""


def answers_of(ratings: pd.DataFrame, column: str) -> tuple[np.ndarray, pd.Index, np.ndarray]:
    """Which level each member gave each item, as ones in an array (members, items, k); the items; members' groups."""
    alone = ratings[ratings["round"] == 1]
    rated = whole_answers(alone).query("state == 'rated'")
    members, items = alone.drop_duplicates("member"), pd.Index(alone["item"].drop_duplicates())
    places = pd.Index(members["member"]).get_indexer(rated["member"]), items.get_indexer(rated["item"])
    said = np.zeros((len(members), len(items), len(ratings["level"].cat.categories)))
    said[(*places, rated["level"].cat.codes)] = 1
    return said, items, members[column].to_numpy()


def chances_of(
    answers: tuple[np.ndarray, pd.Index, np.ndarray], found: pd.DataFrame, least: int, wide: float, shuffles: int
) -> pd.DataFrame:
    """In what part of all shuffles as much comes about as on the found rows; what was found counts as one.

    Parameters
    ----------
    answers : tuple
        Which level each member gave each item, as ones in an array (members, items, k); the items; members' groups.
    found : DataFrame
        The compared rows: ``item, group, other, n, n_other, delta, wide``.
    least : int
        How many of a dealt group must have rated an item for it to be compared there.
    wide : float
        From which delta on two dealt groups are wide apart.
    shuffles : int
        How many.

    Returns
    -------
    DataFrame
        Above 0 to 1, by the index of ``found``: ``by_chance``, for the number of wide rows; ``overall`` and
        ``of_pair``, for how far all rows, and those of the pair, stand apart together.
    """
    said, items, groups = _in_no_order(answers, found)
    names, places = np.unique(groups, return_inverse=True)
    # The places of few groups take a byte each, their names many.
    each = np.tile(places.astype(np.min_scalar_type(len(names))), (shuffles, 1))
    dealt = np.random.default_rng(len(groups)).permuted(each, axis=1)
    wides, parts, of_pair = np.zeros(shuffles), [], pd.Series(1.0, found.index)
    for pair, rows in found.groupby(["group", "other"], sort=False):
        here = items.get_indexer(rows["item"])
        drawn = [(dealt == place).astype("float32") for place in np.searchsorted(names, pair)]
        blocks = [_of_pair(drawn, said[:, here[at : at + _BLOCK]], least, wide) for at in range(0, len(rows), _BLOCK)]
        wides += sum(number for number, _ in blocks)
        parts.append(sum(far for _, far in blocks))
        of_pair[rows.index] = _share(parts[-1], _found_apart(rows))
    by_chance = float((1 + (wides >= found["wide"].sum()).sum()) / (1 + shuffles))
    return pd.DataFrame({"by_chance": by_chance, "overall": _share(sum(parts), _found_apart(found)),
                         "of_pair": of_pair})  # fmt: skip


def _of_pair(groups: Sequence[np.ndarray], said: np.ndarray, least: int, wide: float) -> tuple[np.ndarray, np.ndarray]:
    """In each deal, on how many items two dealt groups are wide apart, and how far they are on all of them."""
    x, y = (_dealt(group, said) for group in groups)
    n, others = sum(x), sum(y)
    compared = (n >= least) & (others >= least)
    deltas = np.divide(stats.dominance(x, y), n * others, out=np.zeros(n.shape), where=compared)
    far = _apart(deltas, n, others, compared)
    return (compared & (np.abs(deltas) >= wide - 1e-9)).sum(-1), far


def _dealt(group: np.ndarray, said: np.ndarray) -> list[np.ndarray]:
    """How many of the dealt group chose each level: one array (shuffles, items) a level."""
    # Numbers of members are exact in so few digits; what is reckoned from them may need more.
    levels = np.ascontiguousarray(np.moveaxis(said, -1, 0), dtype="float32")
    return [(group @ level).astype("float64") for level in levels]


def _found_apart(rows: pd.DataFrame) -> np.ndarray:
    n, others = rows["n"].to_numpy(), rows["n_other"].to_numpy()
    return _apart(rows["delta"].to_numpy(), n, others, np.full(len(rows), True))


def _apart(deltas: np.ndarray, n: np.ndarray, others: np.ndarray, compared: np.ndarray) -> np.ndarray:
    """The weighed sum of squared deltas, and the sum of the weights, on the last axis; over the axis before it."""
    weights = np.where(compared, n * others / (n + others + 1), 0)
    squares = np.where(compared, deltas, 0) ** 2
    return np.stack([(weights * squares).sum(-1), weights.sum(-1)], axis=-1)


def _share(dealt: np.ndarray, found: np.ndarray) -> float:
    """In what part of all deals the mean is as large as the found one."""
    means = dealt[:, 0] / np.maximum(dealt[:, 1], 1e-9)
    return float((1 + (means >= found[0] / found[1] - 1e-9).sum()) / (1 + len(means)))


def _in_no_order(
    answers: tuple[np.ndarray, pd.Index, np.ndarray], found: pd.DataFrame
) -> tuple[np.ndarray, pd.Index, np.ndarray]:
    """The answers sorted by themselves and the groups by name: what the deals show hangs on nobody's place."""
    said, items, groups = answers
    here = said[:, items.get_indexer(found["item"].drop_duplicates())]
    return said[np.lexsort(here.reshape(len(said), -1).T)], items, np.sort(groups)
