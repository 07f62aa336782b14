"""Changes of spread once more, member by member, over every single way to turn ratings round or to deal them out."""

from fractions import Fraction
from itertools import combinations, product

from groups_by_hand import dealt, share_as_far
from stats_by_hand import gaps, members


def flip_p(before, after):
    """Share of all 2^n ways to turn two ratings round with as large a change of the sum of gaps."""
    pairs = list(zip(before, after, strict=True))
    turned = (zip(*(pair[::step] for pair, step in zip(pairs, way, strict=True)), strict=True)
              for way in product((1, -1), repeat=len(pairs)))  # fmt: skip
    changes = (_change(*(map(list, way) if pairs else ([], []))) for way in turned)
    return share_as_far(changes, _change(before, after))


def _change(before, after):
    return abs(gaps(list(after)) - gaps(list(before)))


def permutation_p(x, y):
    """Share of all ways to deal the ratings out with mean gaps that differ as much."""
    seen = _apart(members(x), members(y))
    return share_as_far((_apart(*deal) for deal in dealt(x, y)), seen)


def _apart(x, y):
    return abs(_mean_gap(x) - _mean_gap(y))


def _mean_gap(group):
    return Fraction(gaps(group), len(list(combinations(group, 2))))
