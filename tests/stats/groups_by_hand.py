"""Comparisons of two groups and of two years once more, member by member, over every single way to deal them out."""

from fractions import Fraction
from itertools import combinations, product
from math import inf

from hypothesis import strategies as st
from stats_by_hand import members


@st.composite
def groups(draw, fewest=0, most=4):
    """Counts of two groups of ``fewest`` to ``most`` members each, on one scale of two to five levels."""
    k = draw(st.integers(2, 5))
    team = st.lists(st.integers(0, k - 1), min_size=fewest, max_size=most)
    return [[positions.count(level) for level in range(k)] for positions in (draw(team), draw(team))]


def lead(x, y):
    """Pairs with the member of x above, less pairs with the member of y above."""
    return sum((a > b) - (a < b) for a in x for b in y)


def cliffs_delta(x, y):
    return Fraction(lead(members(x), members(y)), sum(x) * sum(y))


def dealt(x, y):
    """Every way to deal the members of both groups out to groups of the same sizes."""
    everyone = members(x) + members(y)
    places = range(len(everyone))
    for chosen in combinations(places, sum(x)):
        yield [everyone[p] for p in chosen], [everyone[p] for p in places if p not in chosen]


def share_as_far(values, seen):
    values = list(values)
    return Fraction(sum(value >= seen for value in values), len(values))


def permutation_p(x, y):
    return share_as_far((abs(lead(*deal)) for deal in dealt(x, y)), abs(lead(members(x), members(y))))


def ranks(values, among):
    return [Fraction(2 * sum(b < a for b in among) + among.count(a) + 1, 2) for a in values]


def spread(group, everyone):
    """Variance of a group's ranks among everyone, less their ranks within the group."""
    placed = [a - b for a, b in zip(ranks(group, everyone), ranks(group, group), strict=True)]
    middle = Fraction(sum(placed), len(placed))
    return sum((place - middle) ** 2 for place in placed) / (len(placed) - 1)


def brunner_munzel_squared(x, y):
    means = [sum(ranks(group, x + y)) / len(group) for group in (x, y)]
    variance = len(x) * spread(x, x + y) + len(y) * spread(y, x + y)
    if not variance:
        return inf if means[0] != means[1] else 0
    return (len(x) * len(y) * (means[0] - means[1]) / (len(x) + len(y))) ** 2 / variance


def brunner_munzel_p(x, y):
    seen = brunner_munzel_squared(members(x), members(y))
    return share_as_far((brunner_munzel_squared(*deal) for deal in dealt(x, y)), seen)


def sign_flip_p(values):
    turned = product(*((value, -value) for value in values))
    return share_as_far((abs(sum(way)) for way in turned), abs(sum(values)))


def sign_p(up, down):
    return sign_flip_p([1] * up + [-1] * down)
