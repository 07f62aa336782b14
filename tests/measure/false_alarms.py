"""How often a change is announced where there is none: the same distribution is drawn twice, many times over.

``python -m tests.measure.false_alarms --seeds 1000``, run in the project's folder, prints the share of draws in which
at least one alarm is raised, family by family. A draw is two years of 37 items in 6 sections.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from math import comb

import numpy as np

from assesslib.tables.change.change import measured
from assesslib.tables.change.moves import Places
from assesslib.tables.change.sections import section_moves, with_q
from assesslib.tables.change.verdict import DECLINED, DIFFERENT, IMPROVED, SAME, verdict

ALPHA = 0.05
LEVELS = 5
SECTIONS = np.repeat(range(6), (5, 7, 12, 4, 5, 4))
SIZES = (5, 6, 8, 12, 16, 20)
OVERLAPS = {"all in both": 1.0, "half in both": 0.5, "nobody in both": 0.0}
FAMILIES = ("level, same members", "level, different members", "spread", "sections")

Draw = Callable[[np.random.Generator, int], np.ndarray]


def alike(*shares: float) -> Draw:
    """Every member and item alike: each answer drawn for itself from these shares of the levels."""
    return lambda rng, people: np.tile(shares, (people, len(SECTIONS), 1))


def own_views(rng: np.random.Generator, people: int) -> np.ndarray:
    """Members who each see everything higher or lower than others, on items that each lie higher or lower."""
    return _around(rng.normal(2, 0.7, (people, 1)) + np.random.default_rng(1).normal(0, 0.8, len(SECTIONS)), 0.6)


def two_camps(rng: np.random.Generator, people: int) -> np.ndarray:
    """Members of two camps, one near the bottom of every item and one near its top."""
    return _around(rng.choice([0.6, 3.4], (people, 1)) + np.zeros(len(SECTIONS)), 0.5)


def settled(rng: np.random.Generator, people: int) -> np.ndarray:
    """Members with a settled view of each item, from which they seldom stray."""
    return _around(rng.choice(LEVELS, (people, len(SECTIONS)), p=(0.1, 0.25, 0.35, 0.2, 0.1)).astype(float), 0.35)


def _around(middle: np.ndarray, width: float) -> np.ndarray:
    """Shares of the levels, falling off from a middle on the scale."""
    shares = np.exp(-(((np.arange(LEVELS) - middle[..., None]) / width) ** 2) / 2)
    return shares / shares.sum(-1, keepdims=True)


DISTRIBUTIONS: dict[str, Draw] = {
    "all levels alike": alike(0.2, 0.2, 0.2, 0.2, 0.2),
    "mostly in the middle": alike(0.08, 0.24, 0.36, 0.24, 0.08),
    "mostly at the bottom": alike(0.5, 0.3, 0.15, 0.05, 0.0),
    "members with views of their own": own_views,
    "two camps": two_camps,
    "settled members": settled,
}
MISSING = 0.05
"""The share of answers without a level."""


@dataclass(frozen=True)
class Tally:
    """Draws and, by family, those with at least one alarm."""

    draws: int = 0
    alarms: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FAMILIES, 0))

    def plus(self, raised: set[str]) -> "Tally":
        """The tally with one more draw."""
        return replace(
            self, draws=self.draws + 1, alarms={name: n + (name in raised) for name, n in self.alarms.items()}
        )

    @property
    def rates(self) -> list[float]:
        """The share of draws with an alarm, family by family."""
        return [n / self.draws for n in self.alarms.values()]


def drawn(seed: int, people: int, overlap: float, distribution: str) -> Places:
    """Two years from one distribution; each member keeps their own, and those in one year alone have theirs alone."""
    rng = np.random.default_rng((seed, people, round(overlap * 100), list(DISTRIBUTIONS).index(distribution)))
    stay = round(people * overlap)
    shares = DISTRIBUTIONS[distribution](rng, 2 * people - stay)
    before, after = shares[:people], np.concatenate([shares[:stay], shares[people:]])
    both = np.column_stack([np.arange(stay), np.arange(stay)])
    return Places(_answers(rng, before), _answers(rng, after), both, LEVELS)


def _answers(rng: np.random.Generator, shares: np.ndarray) -> np.ndarray:
    given = (rng.random((*shares.shape[:2], 1)) > shares.cumsum(-1)[..., :-1]).sum(-1)
    return np.where(rng.random(given.shape) < MISSING, -1, given)


def alarms(places: Places) -> set[str]:
    """The families that say that something changed."""
    numbers = measured(places)
    least = np.fmin(np.fmin(numbers["q"], numbers["q_apart"]), numbers["spread_q"])
    rows = ({name: values[at] for name, values in numbers.items()} for at in np.flatnonzero(least <= ALPHA))
    return {family for row in rows for family in _families(verdict(row, ALPHA))} | _sections(places)


def _families(found) -> Iterator[str]:
    if found.level_word in (IMPROVED, DECLINED):
        yield {SAME: FAMILIES[0], DIFFERENT: FAMILIES[1]}[found.basis]
    if found.view_word:
        yield FAMILIES[2]


def _sections(places: Places) -> set[str]:
    found = with_q([section_moves(places, part == SECTIONS) for part in np.unique(SECTIONS)])
    return {FAMILIES[3]} if ((found["q"] <= ALPHA) & (found["way"] != 0)).any() else set()


def tallied(seeds: range, people: int, overlap: float) -> dict[str, Tally]:
    """A tally a distribution; the seeds are dealt to the distributions in turn."""
    tallies = dict.fromkeys(DISTRIBUTIONS, Tally())
    names = list(DISTRIBUTIONS)
    for seed in seeds:
        name = names[seed % len(names)]
        tallies[name] = tallies[name].plus(alarms(drawn(seed, people, overlap, name)))
    return tallies


def together(tallies: list[Tally]) -> Tally:
    """Several tallies as one."""
    alarms = {name: sum(tally.alarms[name] for tally in tallies) for name in FAMILIES}
    return Tally(sum(tally.draws for tally in tallies), alarms)


def most_by_chance(draws: int, rate: float = ALPHA, beyond: float = 0.001) -> int:
    """The most alarms that so many draws may raise at this rate, but for a chance of ``beyond``."""
    tail, n = 1.0, -1
    while tail > beyond:
        n += 1
        tail -= comb(draws, n) * rate**n * (1 - rate) ** (draws - n)
    return n


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=1000, help="draws for each size and overlap")
    seeds = parser.parse_args().seeds
    found = {}
    print(f"At least one alarm at .05, share of {seeds} draws each (chance alone allows {most_by_chance(seeds)})")
    print(f"{'':16}{'members':>8}  " + "  ".join(f"{name:>24}" for name in FAMILIES))
    for words, overlap in OVERLAPS.items():
        for people in SIZES:
            found[words, people] = tallied(range(seeds), people, overlap)
            _say(f"{words:16}{people:8}", together(list(found[words, people].values())))
    print("\nBy what was drawn, all sizes and overlaps")
    for name in DISTRIBUTIONS:
        _say(f"{name:34}", together([tallies[name] for tallies in found.values()]))


def _say(what: str, tally: Tally) -> None:
    print(what + "  " + "  ".join(f"{rate:24.4f}" for rate in tally.rates), f"  of {tally.draws}", flush=True)


if __name__ == "__main__":
    main()
