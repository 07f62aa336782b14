"""Counts to numbers: how far the members of a team stand apart on one rated item.

Every measure takes ``counts`` of shape ``(..., k)``, how many members chose each of the k levels in scale order, and
returns an array of the leading shape, or a plain number or word for a single item.
"""

from .gaps import iov, mean_gap
from .leik import leik_d
from .positions import medians, range_
from .shapes import lone_voice, shape, two_camps
from .tastle import tastle_wierman
from .van_der_eijk import van_der_eijk_a

__all__ = [
    "iov",
    "leik_d",
    "lone_voice",
    "mean_gap",
    "medians",
    "range_",
    "shape",
    "tastle_wierman",
    "two_camps",
    "van_der_eijk_a",
]
