"""What changed on each item, in numbers: who moved, how the panels differ, whether views lie nearer together."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assesslib import stats


@dataclass(frozen=True, eq=False)
class Places:
    """Where the members of two years stand on the items that are compared.

    Attributes
    ----------
    before, after : ndarray of int, shape (members of that year, items)
        Places on a scale of ``k`` levels, the lowest at 0; -1 where somebody gave no level.
    both : ndarray of int, shape (members of both years, 2)
        The rows of those who are the same person, before and after.
    k : int
    """

    before: np.ndarray
    after: np.ndarray
    both: np.ndarray
    k: int

    @property
    def moved(self) -> tuple[np.ndarray, np.ndarray]:
        """Where those in both years stood and stand, shape (members of both, items) each; -1 unless they gave both."""
        was, now = self.before[self.both[:, 0]], self.after[self.both[:, 1]]
        gave = (was >= 0) & (now >= 0)
        return np.where(gave, was, -1), np.where(gave, now, -1)

    @property
    def apart(self) -> tuple[np.ndarray, np.ndarray]:
        """Places of those who are in one year only."""
        sides = ((self.before, self.both[:, 0]), (self.after, self.both[:, 1]))
        return tuple(np.delete(places, rows, axis=0) for places, rows in sides)


def level_counts_of(places: np.ndarray, k: int) -> np.ndarray:
    """How many members stand at each level, shape (items, k).

    Examples
    --------
    >>> level_counts_of(np.array([[0, 2], [0, -1]]), 3).tolist()
    [[2, 0, 0], [0, 0, 1]]
    """
    return (places[..., None] == np.arange(k)).sum(0)


def same_members(places: Places) -> dict[str, np.ndarray]:
    """The moves of those in both years, item by item: ``n_both, up, same, down, p, smallest_p``; p NaN for nobody."""
    was, now = places.moved
    gave = was >= 0
    up, down, n = ((now > was) & gave).sum(0), ((now < was) & gave).sum(0), gave.sum(0)
    found = {"n_both": n, "up": up, "same": n - up - down, "down": down}
    tests = {"p": stats.sign_test(up, down), "smallest_p": stats.smallest_p(up + down)}
    return found | {name: np.where(n > 0, test, np.nan) for name, test in tests.items()}


def different_members(places: Places) -> dict[str, np.ndarray]:
    """Those in one year only: ``n_left, n_joined``, ``delta`` of who joined against who left, its p and smallest p."""
    left, joined = (level_counts_of(side, places.k) for side in places.apart)
    tests = [_apart(tuple(now), tuple(was)) for now, was in zip(joined.tolist(), left.tolist(), strict=True)]
    p, smallest = np.array(tests, dtype=float).reshape(-1, 2).T
    delta = np.atleast_1d(stats.cliffs_delta(joined, left))
    sizes = {"n_left": left.sum(-1), "n_joined": joined.sum(-1)}
    return sizes | {"delta": delta, "p_apart": p, "smallest_p_apart": smallest}


@lru_cache(maxsize=4096)
def _apart(joined: tuple[int, ...], left: tuple[int, ...]) -> tuple[float, float]:
    if not sum(joined) or not sum(left):
        return np.nan, np.nan
    pooled = [one + other for one, other in zip(joined, left, strict=True)]
    return stats.permutation_test(joined, left), stats.smallest_p_given(pooled, sum(joined))


def spreads(places: Places) -> dict[str, np.ndarray]:
    """Whether views lie nearer together: ``spread_p``, ``smallest_spread_p``, and ``wider``: -1 nearer, 1 farther, 0.

    Of those in both years; of all members on an item that nobody rated in both.
    """
    was, now = places.moved
    nobody = ~(was >= 0).any(0)
    kept = [_counts_where(nobody, everybody, own, places.k)
            for everybody, own in ((places.before, was), (places.after, now))]  # fmt: skip
    tests = [
        _spread_of_all(tuple(one), tuple(other)) if alone else _spread_of_both(then, later)
        for alone, then, later, one, other in zip(nobody, was.T, now.T, *(side.tolist() for side in kept), strict=True)
    ]
    p, smallest = np.array(tests, dtype=float).reshape(-1, 2).T
    gaps = [np.atleast_1d(stats.mean_gap(side)) for side in kept]
    wider = np.nan_to_num(np.sign(gaps[1] - gaps[0])).astype(int)
    return {"spread_p": p, "smallest_spread_p": smallest, "wider": wider}


def _counts_where(nobody: np.ndarray, everybody: np.ndarray, own: np.ndarray, k: int) -> np.ndarray:
    """Counts of all where nobody is in both years, else of those who are."""
    return np.where(nobody[:, None], level_counts_of(everybody, k), level_counts_of(own, k))


@lru_cache(maxsize=4096)
def _spread_of_all(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[float, float]:
    return stats.spread_permutation_test(before, after), stats.smallest_spread_p(before, after)


def _spread_of_both(was: np.ndarray, now: np.ndarray) -> tuple[float, float]:
    gave = was >= 0
    then, later = was[gave], now[gave]
    return stats.spread_flip_test(then, later), stats.smallest_flip_p(then, later)


def middles(places: Places) -> dict[str, np.ndarray]:
    """Whether the medians of the whole teams moved, and those of the members of both years, and of these and others.

    ``panel_moved``: the team's moved, and so did that of those in both years with who left and who joined, while their
    own did not. Members of both years who gave a level in one of them alone are no change of who is in the team.
    """
    own = places.moved
    parted = [np.vstack(sides) for sides in zip(own, places.apart, strict=True)]
    pairs = {"team": (places.before, places.after), "own": own, "parted": parted}
    moved = {name: np.not_equal(*(_medians(side, places.k) for side in sides)).any(0) for name, sides in pairs.items()}
    somebody = (own[0] >= 0).any(0)
    return {"panel_moved": moved["team"] & moved["parted"] & ~moved["own"] & somebody}


def _medians(side: np.ndarray, k: int) -> np.ndarray:
    return np.array(stats.medians(level_counts_of(side, k))).reshape(2, -1)


def withheld(places: Places, least: int) -> np.ndarray:
    """On which items those who gave a level in one of the years only are somebody, but fewer than ``least``.

    All counts of the two years are shown: less those of the members in both years they would tell what these few said.
    """
    both = (places.moved[0] >= 0).sum(0)
    rest = [(side >= 0).sum(0) - both for side in (places.before, places.after)]
    return np.any([(few > 0) & (few < least) for few in rest], axis=0)
