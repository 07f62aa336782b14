"""The tables counted by hand, without the toolkit, so that the toolkit can be checked against the same story."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from importlib import import_module
from itertools import combinations
from math import comb
from pathlib import Path

from . import roster

ROOT = Path(__file__).resolve().parents[2]
FORM = tomllib.loads((ROOT / "frameworks" / f"{roster.FRAMEWORK}.toml").read_text(encoding="utf-8"))
YEARS = tuple(roster.DATES)
SECTION = {item["id"]: part["id"] for part in FORM["sections"] for item in part.get("items", ())}
THEMES = {item["id"]: item["themes"] for part in FORM["sections"] for item in part.get("items", ())}
RATINGS = {year: import_module(f".ratings_{year}", __package__) for year in YEARS}
NOTES = {year: import_module(f".notes_{year}", __package__) for year in YEARS}


def letters(year: str) -> dict[str, dict[str, str]]:
    """What every member said: item, member, letter."""
    lines = RATINGS[year].RATINGS.items()
    return {item: dict(zip(roster.ORDER[year], line.replace(" ", ""), strict=True)) for item, line in lines}


def levels(year: str) -> dict[str, dict[str, int]]:
    """The ratings alone as places on the scale, a = 0: item, member, place."""
    rows = letters(year).items()
    return {item: {who: "abcde".index(said) for who, said in row.items() if said in "abcde"} for item, row in rows}


def agreed(year: str) -> dict[str, str]:
    """What the team decided by item; ! is unresolved."""
    return dict(zip(SECTION, " ".join(RATINGS[year].CONSENSUS.values()).split(), strict=True))


def medians(said: Iterable[int]) -> tuple[int, int]:
    """The low and the high median."""
    said = sorted(said)
    return said[(len(said) - 1) // 2], said[len(said) // 2]


def shape(said: Iterable[int]) -> str:
    """The three shapes that the story names, "" for any other."""
    said = sorted(said)
    least = max(2, round(len(said) / 3))
    if said[0] == said[-1]:
        return "unanimous"
    if any(said[cut] - said[cut - 1] >= 2 for cut in range(least, len(said) - least + 1)):
        return "two camps"
    return "lone voice" if any(min(abs(one - middle) for middle in medians(said)) >= 2 for one in said) else ""


def mean_gap(said: Iterable[int]) -> float:
    """By how many levels two members differ on average."""
    gaps = [abs(one - other) for one, other in combinations(said, 2)]
    return sum(gaps) / len(gaps)


def deltas(said: dict[str, int], column: int) -> Iterator[tuple[tuple[str, str], Fraction]]:
    """Cliff's delta of each pair of groups with at least three ratings; groups are a column of the roster's people."""
    groups: dict[str, list[int]] = {}
    for who, level in said.items():
        groups.setdefault(roster.PEOPLE[who][column], []).append(level)
    for one, other in combinations([name for name in groups if len(groups[name]) >= 3], 2):
        signs = [(x > y) - (x < y) for x in groups[one] for y in groups[other]]
        yield (one, other), Fraction(sum(signs), len(signs))


def spread_out(items: Iterable[str]) -> dict[str, list[str]]:
    """Themes that these items carry in at least three sections (and so with at least three items)."""
    items = list(items)
    carried = {theme: [item for item in items if theme in THEMES[item]] for theme in sum(THEMES.values(), [])}
    return {theme: its for theme, its in carried.items() if len({SECTION[item] for item in its}) >= 3}


def moves(before: str, after: str) -> dict[str, dict[str, int]]:
    """By how many levels the members of both years moved: item, member, levels."""
    old, new = levels(before), levels(after)
    return {item: {who: new[item][who] - old[item][who] for who in new[item] if who in old[item]} for item in SECTION}


def up_same_down(moved: Iterable[int]) -> tuple[int, int, int]:
    """How many went up, stayed and went down."""
    signs = Counter((move > 0) - (move < 0) for move in moved)
    return signs[1], signs[0], signs[-1]


def sums(section: str, moved: dict[str, dict[str, int]], most: int) -> list[int]:
    """Each member's moves over a section, a single move counted as ``most`` levels at most."""
    total: Counter[str] = Counter()
    for item, found in moved.items():
        if SECTION[item] == section:
            total.update({who: max(-most, min(most, move)) for who, move in found.items()})
    return list(total.values())


def sign_p(up: int, down: int) -> Fraction:
    """The exact two-sided sign test."""
    n = up + down
    return min(Fraction(1), Fraction(2 * sum(comb(n, k) for k in range(min(up, down) + 1)), 2**n))


def flip_p(values: list[int]) -> Fraction:
    """The exact two-sided sign-flip test of a sum."""
    ways = Counter({0: 1})
    for value in values:
        ways = Counter(
            {
                total: ways[total - value] + ways[total + value]
                for seen in ways
                for total in (seen - value, seen + value)
            }
        )
    return Fraction(sum(n for total, n in ways.items() if abs(total) >= abs(sum(values))), 2 ** len(values))


def kept(p: dict[str, Fraction], rate: Fraction = Fraction(1, 20)) -> set[str]:
    """What Benjamini and Hochberg's procedure keeps."""
    order = sorted(p, key=p.get)
    last = max((rank for rank, key in enumerate(order, 1) if p[key] <= rate * rank / len(p)), default=0)
    return set(order[:last])
