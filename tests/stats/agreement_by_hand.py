"""Agreement once more, pair by pair, in exact fractions and straight from the definitions."""

from fractions import Fraction
from itertools import permutations

from hypothesis import strategies as st
from stats_by_hand import members


@st.composite
def sections(draw, fewest=0, most=5):
    """Counts of one to five items, each rated by ``fewest`` to ``most`` members, on one scale of two to five levels."""
    k = draw(st.integers(2, 5))
    team = st.lists(st.integers(0, k - 1), min_size=fewest, max_size=most)
    return [[item.count(level) for level in range(k)] for item in draw(st.lists(team, min_size=1, max_size=5))]


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def weight(name, one, other, k):
    gap = Fraction(abs(one - other), k - 1)
    return {"linear": 1 - gap, "quadratic": 1 - gap**2, "unweighted": Fraction(gap == 0)}[name]


def gwet_ac2(counts, name):
    k, rated = len(counts[0]), [item for item in counts if sum(item)]
    pairs = [list(permutations(members(item), 2)) for item in rated if sum(item) > 1]
    seen = mean([mean([weight(name, a, b, k) for a, b in item]) for item in pairs])
    shares = [mean([Fraction(item[level], sum(item)) for item in rated]) for level in range(k)]
    all_weights = sum(weight(name, a, b, k) for a in range(k) for b in range(k))
    by_chance = all_weights / (k * (k - 1)) * sum(share * (1 - share) for share in shares)
    return (seen - by_chance) / (1 - by_chance)


def distance(metric, one, other, queue):
    if metric == "nominal" or one == other:
        return Fraction(one != other)
    low, high = sorted([one, other])
    return (sum(low < rating < high for rating in queue) + Fraction(queue.count(low) + queue.count(high), 2)) ** 2


def krippendorff_alpha(counts, metric):
    """None where there is no variety."""
    items = [members(item) for item in counts if sum(item) > 1]
    queue = [rating for item in items for rating in item]
    expected = [distance(metric, a, b, queue) for a, b in permutations(queue, 2)]
    if not any(expected):
        return None
    seen = sum(sum(distance(metric, a, b, queue) for a, b in permutations(i, 2)) / (len(i) - 1) for i in items)
    return 1 - seen / len(queue) / mean(expected)
