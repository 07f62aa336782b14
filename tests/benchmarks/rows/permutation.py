"""The exact p of a difference between two groups, beside scipy's permutation test.

Scipy's own exact test knows no ties, and to list every way to deal out forty ratings is beyond it, so it draws; of
small groups it lists them all, and there the two p must be the same.
"""

from collections.abc import Callable

import numpy as np
from scipy.stats import PermutationMethod, mannwhitneyu, permutation_test, rankdata

from assesslib import stats

from ..row import Reach, Row, Scale, Sides, timed

LEVELS, ITEMS = 5, 37
DRAWS = 9_999
"""Ways that scipy draws: its own default."""


def groups(members: int) -> tuple[np.ndarray, np.ndarray]:
    """Levels of two groups, shape (items, members)."""
    draw = np.random.default_rng(1)
    shares = draw.dirichlet(np.ones(LEVELS), (2, ITEMS))
    return tuple(np.array([draw.choice(LEVELS, members, p=share) for share in group]) for group in shares)


def counted(group: np.ndarray) -> np.ndarray:
    """How many chose each level, shape (items, levels)."""
    return np.array([np.bincount(row, minlength=LEVELS) for row in group])


def ours(groups: tuple[np.ndarray, np.ndarray]) -> list[float]:
    """The exact p of every item, the counting of levels included."""
    return [stats.permutation_test(one, other) for one, other in zip(*map(counted, groups), strict=True)]


def at_once(groups: tuple[np.ndarray, np.ndarray], draws: float) -> list[float]:
    """Scipy's p of every item: ranks given once, all items at a time."""
    ranks = rankdata(np.concatenate(groups, axis=-1), axis=-1)
    middle = (ranks.shape[-1] + 1) / 2
    split = ranks[:, : groups[0].shape[-1]], ranks[:, groups[0].shape[-1] :]

    def distance(one: np.ndarray, other: np.ndarray, axis: int) -> np.ndarray:
        # Sums of half ranks are exact, so ties between two ways are.
        return np.abs((one - middle).sum(axis))

    found = permutation_test(split, distance, vectorized=True, n_resamples=draws, alternative="greater", axis=-1, rng=1)
    return list(found.pvalue)


def one_by_one(groups: tuple[np.ndarray, np.ndarray], draws: int) -> list[float]:
    """Scipy's p of every item in turn, as it is usually called."""
    method = PermutationMethod(n_resamples=draws, rng=1)
    return [mannwhitneyu(one, other, method=method).pvalue for one, other in zip(*groups, strict=True)]


def agree(ours: list[float], other: list[float], draws: float) -> bool:
    """Whether p are the same, as far as so many draws let one see it.

    Six standard errors: scipy doubles one side's p, which makes its error 1.4 times as large.
    """
    p = np.array(ours)
    return bool((np.abs(p - other) <= 6 * np.sqrt(p * (1 - p) / draws) + 4 / draws + 1e-12).all())


def _sides(scipys: Callable, draws: float) -> Callable[[Scale, int], Sides]:
    def prepare(scale: Scale, size: int) -> Sides:
        said = groups(size)
        return Sides(timed(lambda: ours(said)), timed(lambda: scipys(said, draws)),
                     lambda mine, its: agree(mine, its, draws))  # fmt: skip

    return prepare


_WHAT = f"exact permutation p, {{0}} v {{0}} members, {LEVELS} levels, {ITEMS} items"
_REACH = (Reach("faster", 20),)
ROWS = (
    Row("permutation", _WHAT, f"scipy.stats.mannwhitneyu item by item, {DRAWS:,} draws (no exact form with ties)",
        _REACH, _sides(one_by_one, DRAWS), size=(20, 20), runs=(5, 1), warm=False),
    Row("permutation-all", _WHAT, f"scipy.stats.permutation_test, all items at once, {DRAWS:,} draws", _REACH,
        _sides(at_once, DRAWS), size=(20, 20), runs=(5, 3)),
    Row("permutation-same", _WHAT, "scipy.stats.permutation_test, all items at once, every way listed: the same p",
        _REACH, _sides(at_once, np.inf), size=(8, 7), runs=(5, 3)),
)  # fmt: skip
