"""All measures of disparity of very many items, beside reading their counts and beside a loop over the items."""

from collections.abc import Callable, Iterator

import numpy as np

from assesslib import stats

from .. import plain
from ..row import Cost, Reach, Row, Run, Scale, Sides, timed

MEASURES = (stats.mean_gap, stats.iov, stats.leik_d, stats.tastle_wierman, stats.van_der_eijk_a, stats.medians,
            stats.range_, stats.shape)  # fmt: skip
LOOPED = 2_000
"""Items that the loop is run on; its time is scaled up to all of them."""
ALIKE = 200
"""Items whose measures are compared one by one."""


def counts_of(items: int) -> np.ndarray:
    """Counts of teams of 3 to 20 on five levels, shape (items, 5)."""
    draw = np.random.default_rng(1)
    return draw.multinomial(draw.integers(3, 21, items), draw.dirichlet(np.ones(5), items)).astype("int64")


def measured(counts: np.ndarray) -> int:
    """Every measure of every item; how many items there were."""
    return len([measure(counts) for measure in MEASURES][0])


def read(counts: np.ndarray) -> int:
    """The counts read once a measure: nothing could be measured faster."""
    return len([counts.sum(-1) for _ in MEASURES][0])


def each(item: list[int]) -> list:
    """Every measure of one item, asked of the library for it alone."""
    return [measure(item) for measure in MEASURES]


def looped(counts: np.ndarray, measures: Callable[[list[int]], object]) -> Run:
    """A loop over the first items, as if over all of them."""
    few = counts[:LOOPED].tolist()
    run = timed(lambda: len([measures(item) for item in few]))

    def scaled() -> Cost:
        return run().times(len(counts) / len(few))

    return scaled


def alike(counts: np.ndarray) -> bool:
    """Whether the loop finds what the library finds, on the first items."""
    few = counts[:ALIKE]
    return all(map(_near, _by_item(few), map(plain.everything, few.tolist())))


def _by_item(counts: np.ndarray) -> Iterator[tuple]:
    low, high = stats.medians(counts)
    found = [measure(counts) for measure in MEASURES]
    found[MEASURES.index(stats.medians)] = list(zip(low, high, strict=True))
    return zip(*found, strict=True)


def _near(ours: tuple, plain: tuple) -> bool:
    return all(one == other or (not isinstance(one, str | tuple) and abs(one - other) < 1e-9)
               for one, other in zip(ours, plain, strict=True))  # fmt: skip


def beside_reading(scale: Scale, size: int) -> Sides:
    """The same array, measured and read."""
    counts = counts_of(size)
    return Sides(timed(lambda: measured(counts)), timed(lambda: read(counts)), lambda mine, its: mine == its == size)


def _beside_loop(measures: Callable[[list[int]], object]) -> Callable[[Scale, int], Sides]:
    """The same array, measured at once and item by item."""

    def prepare(scale: Scale, size: int) -> Sides:
        counts = counts_of(size)
        done = (size, LOOPED) if alike(counts) else ()
        return Sides(timed(lambda: measured(counts)), looped(counts, measures), lambda mine, its: (mine, its) == done)

    return prepare


_WHAT = f"{len(MEASURES)} measures of disparity of {{}} items x 5 levels"
ROWS = (
    Row("measures", _WHAT, "counts.sum(-1) once a measure", (Reach("time", 10),), beside_reading,
        size=(1_000_000, 100_000), runs=(5, 3)),
    Row("measures-loop", _WHAT, f"a loop in plain Python (run on {LOOPED:,}, scaled up)", (Reach("faster", 200),),
        _beside_loop(plain.everything), size=(1_000_000, 100_000), runs=(5, 3)),
    Row("measures-each", _WHAT, f"the same measures item by item (run on {LOOPED:,}, scaled up)",
        (Reach("faster", 200),), _beside_loop(each), size=(1_000_000, 100_000), runs=(5, 1)),
)  # fmt: skip
