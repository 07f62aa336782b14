"""Counts to numbers: how far members stand apart, how far groups and years differ, and what stands behind it.

A measure of one item takes ``counts`` of shape ``(..., k)``, how many members chose each of the k levels in scale
order, and returns an array of the leading shape, or a plain number or word for a single item. Agreement takes the items
of a section, ``(..., items, k)``. Groups are compared by the counts of each, ``x`` and ``y``; every test is exact, and
`smallest_p` says what it could show at best. Causes come as named sets and as arrows between them.
"""

from .agreement import gwet_ac2, krippendorff_alpha
from .brunner_munzel import brunner_munzel_permutation
from .cover import ParetoStep, pareto, set_cover
from .delta import cliffs_delta, dominance
from .delta_test import exact_permutation_p, permutation_test
from .digraph import Arrows, arrows, cycles
from .gaps import iov, mean_gap
from .leik import leik_d
from .multiple import benjamini_hochberg
from .positions import medians, range_
from .shapes import lone_voice, shape, two_camps
from .sign_flip import sign_flip_test
from .signs import sign_test
from .smallest import smallest_p, smallest_p_given
from .smallest_spread import smallest_flip_p, smallest_spread_p
from .spread_change import spread_flip_test, spread_permutation_test
from .tastle import tastle_wierman
from .van_der_eijk import van_der_eijk_a

__all__ = [
    "Arrows",
    "ParetoStep",
    "arrows",
    "benjamini_hochberg",
    "brunner_munzel_permutation",
    "cliffs_delta",
    "cycles",
    "dominance",
    "exact_permutation_p",
    "gwet_ac2",
    "iov",
    "krippendorff_alpha",
    "leik_d",
    "lone_voice",
    "mean_gap",
    "medians",
    "pareto",
    "permutation_test",
    "range_",
    "set_cover",
    "shape",
    "sign_flip_test",
    "sign_test",
    "smallest_p",
    "smallest_p_given",
    "smallest_flip_p",
    "smallest_spread_p",
    "spread_flip_test",
    "spread_permutation_test",
    "tastle_wierman",
    "two_camps",
    "van_der_eijk_a",
]
