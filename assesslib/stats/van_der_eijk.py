"""Van der Eijk's agreement A."""

import numpy as np

from ._counts import checked, plain, ratio
from ._distinct import once_a_kind


def van_der_eijk_a(counts):
    """Agreement A: one peak against two, averaged over the layers of the distribution (van der Eijk 2001).

    Parameters
    ----------
    counts : array_like, shape (..., k)
        How many members chose each level, in scale order; shares and percentages will do.

    Returns
    -------
    float or ndarray of float, shape (...)
        From -1 (half of them at each end) over 0 (equally many at every level) to 1 (all at one level); NaN where
        nobody rated. With two levels it cannot fall below 0.

    Raises
    ------
    ValueError
        Where counts has fewer than two levels, or a count is negative or not finite.

    Notes
    -----
    The distribution is cut into layers in which every level is either empty or filled to one height. A layer with S
    of K levels filled has the agreement U (1 - (S - 1) / (K - 1)) and weighs as much as the members in it, where U
    compares the triples of levels with an empty end (110 and 011) and those with an empty middle (101).

    References
    ----------
    van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity 35 (3), 325-341.

    Examples
    --------
    >>> round(van_der_eijk_a([30, 40, 210, 130, 530, 50, 10]), 7)
    0.6113333
    """
    return once_a_kind(_van_der_eijk_a, counts)


def _van_der_eijk_a(counts):
    counts = checked(counts)
    heights = np.sort(counts, axis=-1)
    # One row a layer; a layer of no thickness (two equal counts, or an empty level) weighs nothing.
    filled = counts[..., None, :] >= heights[..., :, None]
    members = np.diff(heights, axis=-1, prepend=0) * filled.sum(-1)
    n = members.sum(-1)
    return plain(ratio((members * _agreement(filled)).sum(-1), n, n > 0))


def _agreement(filled: np.ndarray) -> np.ndarray:
    """The agreement of every layer; where there are more layers than ways to fill one, each way is judged once."""
    levels = filled.shape[-1]
    if filled.size <= levels * 2**levels:
        return _layer_agreement(filled)
    ways = (np.arange(2**levels)[:, None] >> np.arange(levels)) % 2 == 1
    return _layer_agreement(ways)[filled @ 2 ** np.arange(levels)]


def _layer_agreement(filled: np.ndarray) -> np.ndarray:
    levels = filled.shape[-1]
    return _unimodality(filled) * (levels - filled.sum(-1)) / (levels - 1)


def _unimodality(filled: np.ndarray) -> np.ndarray:
    levels = filled.shape[-1]
    one_peak, two_peaks = _triples(filled)
    top = (levels - 2) * one_peak - (levels - 1) * two_peaks
    triples = one_peak + two_peaks
    # No such triple: one level is filled (U = 1), or all are, and then the layer's agreement is 0 whatever U is.
    return np.where(triples > 0, ratio(top, (levels - 2) * triples, triples > 0), 1)


def _triples(filled: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    full_left, full_right = _either_side(filled)
    empty_left, empty_right = _either_side(~filled)
    one_peak = filled * (full_left * empty_right + empty_left * full_right)
    two_peaks = ~filled * full_left * full_right
    return one_peak.sum(-1), two_peaks.sum(-1)


def _either_side(marked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    up_to = marked.cumsum(-1)
    return up_to - marked, up_to[..., -1:] - up_to
