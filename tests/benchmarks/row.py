"""What a benchmark is: two sides that do the same work, and how far apart they may be."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[2]
"""The folder in which modules of tests are found by their whole names."""
WORDS = {
    "time": ("time at most {:g} x", "x"),
    "first": ("the first time at most {:g} x", "x"),
    "memory": ("peak memory at most {:g} x", "x"),
    "faster": ("at least {:g} x faster", "x faster"),
    "seconds": ("under {:g} s", "s"),
}
"""By what is compared: what is asked for in words, and the unit of the figure."""


@dataclass(frozen=True)
class Reach:
    """What is asked for: a kind of `WORDS` and its limit."""

    kind: str
    limit: float

    def __str__(self) -> str:
        """The reach in words.

        Examples
        --------
        >>> print(Reach("faster", 200))
        at least 200 x faster
        """
        return WORDS[self.kind][0].format(self.limit)


@dataclass(frozen=True)
class Cost:
    """What one run took.

    Attributes
    ----------
    seconds : float
    peak : float
        Megabytes at most, where it ran in a process of its own.
    came
        What came of it, to see that the work was done.
    first : float
        Seconds of the first time, where the work was done several times and ``seconds`` are those of the last.
    """

    seconds: float
    peak: float = 0.0
    came: object = None
    first: float = 0.0

    def times(self, factor: float) -> Cost:
        """The cost of so many times the work, in the same memory."""
        return Cost(self.seconds * factor, self.peak, self.came)


Run = Callable[[], Cost]


@dataclass(frozen=True)
class Sides:
    """Both sides, ready to run.

    Attributes
    ----------
    ours, other : callable
        Each runs once and tells its `Cost`; ``other`` is missing where there is nothing to compare with.
    same : callable
        Whether what came of the two shows that both did the work; with no other side it is given None for it.
    """

    ours: Run
    other: Run | None
    same: Callable[[object, object], bool]


@dataclass(frozen=True)
class Scale:
    """How much is measured, and a folder that is emptied afterwards."""

    quick: bool
    folder: Path

    def of(self, full: int, quick: int) -> int:
        """The size for this scale."""
        return quick if self.quick else full


@dataclass(frozen=True)
class Row:
    """One benchmark.

    Attributes
    ----------
    name : str
        What the command calls it.
    what, against : str
        What is measured and beside what, in words; ``{}`` in ``what`` stands for the size.
    reaches : tuple of Reach
    prepare : callable
        Makes what is needed and gives the `Sides`; not timed.
    size, runs : (int, int)
        The size of the work, and how often both sides are run: whole, and quick; 0 leaves it out.
    warm : bool
        Whether each side runs once before it is timed.
    """

    name: str
    what: str
    against: str
    reaches: tuple[Reach, ...]
    prepare: Callable[[Scale, int], Sides]
    size: tuple[int, int] = (1, 1)
    runs: tuple[int, int] = (7, 3)
    warm: bool = True


def timed(work: Callable[[], object]) -> Run:
    """Work as a run that is timed in this process."""

    def run() -> Cost:
        start = perf_counter()
        came = work()
        return Cost(perf_counter() - start, came=came)

    return run


def afresh(module: str, function: str, *arguments: str | int) -> Run:
    """A function of a module as a run in a Python process of its own, whose start is not timed."""
    command = [sys.executable, "-m", f"{__package__}.child", module, function, json.dumps(arguments)]

    def run() -> Cost:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        return Cost(**json.loads(done.stdout.splitlines()[-1]))

    return run


@contextmanager
def scale(quick: bool) -> Iterator[Scale]:
    """A scale with its folder, where temporary files go by default (see the variable TMPDIR)."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        yield Scale(quick, Path(folder))
