"""The harness' own arithmetic: ratios of runs side by side, their middle and spread, and how fast a cost grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median, quantiles

from .row import Cost, Reach

RATIOS = {
    "time": lambda mine, its: mine.seconds / its.seconds,
    "first": lambda mine, its: mine.first / its.first,
    "memory": lambda mine, its: mine.peak / its.peak,
    "faster": lambda mine, its: its.seconds / mine.seconds,
}


@dataclass(frozen=True)
class Figure:
    """The median of several values and the middle half of them."""

    middle: float
    low: float
    high: float


def figure(values: Sequence[float]) -> Figure:
    """Several values as one figure.

    Examples
    --------
    >>> figure([4, 1, 2, 3, 100])
    Figure(middle=3, low=2.0, high=4.0)
    """
    low, _, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    return Figure(median(values), low, high)


def compared(kind: str, ours: Sequence[Cost], other: Sequence[Cost]) -> Figure:
    """The figure of a kind of reach.

    Each run is compared with the one beside it, so that a machine that was slow for a while was slow for both.

    Parameters
    ----------
    kind : str
        ``"time"``, ``"first"`` (the time of the first of several) or ``"memory"``, ours over the other's; ``"faster"``,
        the other's time over ours; or ``"seconds"``, ours alone.
    ours, other : sequence of Cost
        As many of both, in the order of the runs; ``other`` may be empty for ``"seconds"``.

    Examples
    --------
    >>> compared("faster", [Cost(1), Cost(2)], [Cost(30), Cost(20)]).middle
    20.0
    """
    if kind == "seconds":
        return figure([run.seconds for run in ours])
    return figure([RATIOS[kind](mine, its) for mine, its in zip(ours, other, strict=True)])


def reached(reach: Reach, found: Figure) -> bool:
    """Whether the median is within the reach.

    Examples
    --------
    >>> reached(Reach("time", 2), Figure(2.5, 1.9, 3)), reached(Reach("faster", 2), Figure(2.5, 1.9, 3))
    (False, True)
    """
    return found.middle >= reach.limit if reach.kind == "faster" else found.middle <= reach.limit


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """With which power of the size a cost grows: the slope of the least squares line through both logarithms.

    Returns
    -------
    float
        1 where twice the work costs twice as much, 2 where it costs four times; NaN with fewer than two sizes.

    Examples
    --------
    >>> round(exponent([1, 10, 100], [3, 30, 300]), 6)
    1.0
    """
    if len(set(sizes)) < 2:
        return float("nan")
    across, up = [log(size) for size in sizes], [log(cost) for cost in costs]
    middle, level = sum(across) / len(across), sum(up) / len(up)
    slope = sum((x - middle) * (y - level) for x, y in zip(across, up, strict=True))
    return slope / sum((x - middle) ** 2 for x in across)


def n_log_n(before: float, after: float) -> float:
    """The exponent that n log n has between two sizes, both above 1.

    Examples
    --------
    >>> round(n_log_n(100, 10_000), 2)
    1.15
    """
    return 1 + log(log(after) / log(before)) / log(after / before)
