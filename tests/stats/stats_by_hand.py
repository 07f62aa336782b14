"""Every measure once more, member by member, in exact fractions and straight from its definition."""

from fractions import Fraction
from functools import cache
from itertools import combinations, combinations_with_replacement
from math import log2

from hypothesis import settings
from hypothesis import strategies as st

quick = settings(max_examples=100, deadline=None, database=None, derandomize=True)


@st.composite
def teams(draw, fewest=0, most=8):
    """Counts of a team of ``fewest`` to ``most`` members on a scale of two to six levels."""
    k = draw(st.integers(2, 6))
    positions = draw(st.lists(st.integers(0, k - 1), min_size=fewest, max_size=most))
    return [positions.count(level) for level in range(k)]


def members(counts):
    return [level for level, count in enumerate(counts) for _ in range(count)]


def gaps(positions):
    return sum(abs(one - other) for one, other in combinations(positions, 2))


def mean_gap(counts):
    pairs = list(combinations(members(counts), 2))
    return Fraction(gaps(members(counts)), len(pairs))


@cache
def largest_gaps(n, k):
    return max(gaps(team) for team in combinations_with_replacement(range(k), n))


def iov(counts):
    return Fraction(gaps(members(counts)), largest_gaps(sum(counts), len(counts)))


def leik_d(counts):
    shares = [Fraction(sum(counts[: level + 1]), sum(counts)) for level in range(len(counts))]
    distances = [share if share <= Fraction(1, 2) else 1 - share for share in shares]
    return 2 * sum(distances) / (len(counts) - 1)


def tastle_wierman(counts):
    team, width = members(counts), len(counts) - 1
    middle = Fraction(sum(team), len(team))
    return 1 + sum(log2(1 - abs(member - middle) / width) for member in team) / len(team)


def van_der_eijk_a(counts):
    left, total = list(counts), Fraction(0)
    while any(left):
        pattern = [int(count > 0) for count in left]
        height = min(count for count in left if count)
        left = [count - height * full for count, full in zip(left, pattern, strict=True)]
        total += layer_agreement(pattern) * height * sum(pattern)
    return total / sum(counts)


def layer_agreement(pattern):
    levels, filled = len(pattern), sum(pattern)
    if filled in (1, levels):
        return Fraction(filled == 1)
    triples = list(combinations(pattern, 3))
    one_peak = triples.count((1, 1, 0)) + triples.count((0, 1, 1))
    two_peaks = triples.count((1, 0, 1))
    u = Fraction((levels - 2) * one_peak - (levels - 1) * two_peaks, (levels - 2) * (one_peak + two_peaks))
    return u * (1 - Fraction(filled - 1, levels - 1))


def medians(counts):
    team = sorted(members(counts))
    return team[(len(team) - 1) // 2], team[len(team) // 2]


def range_(counts):
    return max(members(counts)) - min(members(counts))


def two_camps(counts):
    team = members(counts)
    camp = max(2, round(Fraction(len(team), 3)))
    sides = [([m for m in team if m < cut], [m for m in team if m >= cut]) for cut in range(1, len(counts))]
    return any(min(len(low), len(high)) >= camp and min(high) - max(low) >= 2 for low, high in sides)


def lone_voice(counts):
    team = members(counts)
    far_off = [m for m in team if min(abs(m - median) for median in medians(counts)) >= 2]
    return len(far_off) == 1 and not {far_off[0] - 1, far_off[0] + 1} & set(team)


def shape(counts):
    if sum(counts) < 2:
        return ["", "one rating"][sum(counts)]
    if range_(counts) < 2:
        return ["unanimous", "adjacent"][range_(counts)]
    if two_camps(counts):
        return "two camps"
    return "lone voice" if lone_voice(counts) else "scattered"
