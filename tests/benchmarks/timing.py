"""Both sides of a benchmark run in turns, and what came of it."""

import gc
from dataclasses import dataclass
from time import perf_counter

from .figures import Figure, compared, figure, reached
from .row import Cost, Reach, Row, Scale, Sides

PATIENCE = 5.0
"""Seconds of all runs of a quick benchmark after which no further pair is begun, two having been run."""


class NotTheSame(Exception):
    """One side of a benchmark did not do the work."""


@dataclass(frozen=True)
class Line:
    """One line of the table: a benchmark and one of its reaches.

    Attributes
    ----------
    row : Row
    reach : Reach
    found : Figure
        Ratios, or seconds where the reach is one of seconds.
    ours, other : Figure or None
        Seconds of either side.
    peaks : (float, float)
        Median megabytes of ours and of the other; 0 where not measured.
    size, runs : int
    """

    row: Row
    reach: Reach
    found: Figure
    ours: Figure
    other: Figure | None
    peaks: tuple[float, float]
    size: int
    runs: int

    @property
    def ok(self) -> bool:
        """Whether it is within its reach."""
        return reached(self.reach, self.found)

    @property
    def what(self) -> str:
        """What was measured, with its size."""
        return self.row.what.format(f"{self.size:,}")


def measured(row: Row, scale: Scale) -> list[Line]:
    """Run a benchmark: one line a reach.

    Raises
    ------
    NotTheSame
        What came of the two sides shows that one of them did not do the work.
    """
    size, runs = scale.of(*row.size), scale.of(*row.runs)
    sides = row.prepare(scale, size)
    if row.warm:
        _pair(sides, 0)
    pairs = in_turns(sides, runs, PATIENCE if scale.quick else float("inf"))
    ours, other = [mine for mine, _ in pairs], [its for _, its in pairs if its]
    for mine, its in pairs:
        if not sides.same(mine.came, its and its.came):
            raise NotTheSame(f"{row.name}: {mine.came!r} came of it, and of the other side {its and its.came!r}")
    return [_line(row, reach, ours, other, size) for reach in row.reaches]


def in_turns(sides: Sides, runs: int, patience: float = float("inf")) -> list[tuple[Cost, Cost | None]]:
    """The costs of both sides, run by turns; which begins changes with every pair.

    No further pair is begun after so many seconds of ``patience``, two having been run.
    """
    gc.collect()
    start, pairs = perf_counter(), []
    while len(pairs) < runs and (len(pairs) < 2 or perf_counter() - start < patience):
        pairs.append(_pair(sides, len(pairs)))
    return pairs


def _pair(sides: Sides, turn: int) -> tuple[Cost, Cost | None]:
    if sides.other is None:
        return sides.ours(), None
    if turn % 2:
        other = sides.other()
        return sides.ours(), other
    return sides.ours(), sides.other()


def _line(row: Row, reach: Reach, ours: list[Cost], other: list[Cost], size: int) -> Line:
    peaks = tuple(figure([cost.peak for cost in side]).middle if side else 0.0 for side in (ours, other))
    times = [figure([cost.seconds for cost in side]) if side else None for side in (ours, other)]
    return Line(row, reach, compared(reach.kind, ours, other), *times, peaks, size, len(ours))
