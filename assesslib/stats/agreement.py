"""How far members agree over the items of a section: one coefficient, corrected for chance."""

import numpy as np

from ._counts import checked_items, plain, ratio


def _linear(gap):
    return 1 - gap


def _quadratic(gap):
    return 1 - gap**2


def _unweighted(gap):
    return (gap == 0).astype(float)


def _ordinal(used):
    # Two levels are as far apart as their middles in the queue of all ratings.
    middles = used.cumsum(-1) - used / 2
    return (middles[..., :, None] - middles[..., None, :]) ** 2


def _nominal(used):
    return 1 - np.eye(used.shape[-1])


WEIGHTS = {"linear": _linear, "quadratic": _quadratic, "unweighted": _unweighted}
METRICS = {"ordinal": _ordinal, "nominal": _nominal}


def gwet_ac2(counts, weights: str = "linear"):
    """Gwet's AC2: agreement between members, corrected for chance (Gwet 2014).

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., items, k)
        How many members chose each of **all** k levels of the scale, one row an item.
    weights : {"linear", "quadratic", "unweighted"}
        What a pair of members g levels apart counts for: ``1 - g / (k - 1)``, ``1 - (g / (k - 1))**2``, or 1 for the
        same level and 0 otherwise (AC1).

    Returns
    -------
    float or ndarray of float, shape (...)
        Up to 1 (everybody agrees on every item); 0 is what chance would give, and it falls below where members agree
        less than that. NaN where no item has two ratings. 1 where only one level is used.

    Raises
    ------
    ValueError
        Where counts has no axis of items or fewer than two levels, a count is negative, not finite or not whole, or
        the weights are not among the three.

    Notes
    -----
    ``(pa - pe) / (1 - pe)``. pa is the mean, over items with two ratings or more, of the weight of a pair of different
    members. ``pe = T / (k (k - 1)) * sum(pi (1 - pi))``, with T the sum of all weights and pi the mean share of a level
    over items. An item with one rating counts for pi only, an item with none for nothing. A level that nobody used
    still counts for k: without it the coefficient would be another.

    References
    ----------
    Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th edition. Advanced Analytics.

    Examples
    --------
    >>> round(gwet_ac2([[3, 0, 0], [0, 2, 1], [0, 0, 3]]), 3)
    0.761
    """
    chosen = _choice(weights, WEIGHTS, "weights")
    counts = checked_items(counts)
    positions = np.arange(counts.shape[-1])
    weight = chosen(np.abs(positions[:, None] - positions) / positions[-1])
    by_chance = _chance(counts, weight)
    return plain((_pair_agreement(counts, weight) - by_chance) / (1 - by_chance))


def _pair_agreement(counts: np.ndarray, weight: np.ndarray) -> np.ndarray:
    n = counts.sum(-1)
    pairs = (counts * (counts @ weight - 1)).sum(-1)
    return _mean(ratio(pairs, n * (n - 1), n >= 2), n >= 2)


def _chance(counts: np.ndarray, weight: np.ndarray) -> np.ndarray:
    n, k = counts.sum(-1, keepdims=True), counts.shape[-1]
    share = _mean(np.moveaxis(ratio(counts, np.broadcast_to(n, counts.shape), n > 0), -1, 0), n[..., 0] > 0)
    return weight.sum() / (k * (k - 1)) * (share * (1 - share)).sum(0)


def _mean(values: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Mean over the items that count, NaN where none does."""
    total, items = np.where(counted, values, 0).sum(-1), counted.sum(-1)
    return ratio(total, np.broadcast_to(items, total.shape), items > 0)


def krippendorff_alpha(counts, metric: str = "ordinal"):
    """Krippendorff's alpha: one minus the disagreement seen over the disagreement expected (Krippendorff 2011).

    Parameters
    ----------
    counts : array_like of whole numbers, shape (..., items, k)
        How many members chose each level, one row an item. Members may have left items out.
    metric : {"ordinal", "nominal"}
        How far two levels are apart: by the ratings that lie between them, or all the same.

    Returns
    -------
    float or ndarray of float, shape (...)
        1 where members agree on every item, 0 where ratings fall on items as if by chance, below 0 where they agree
        less than that. NaN where no item has two ratings, and where all ratings that can be paired are the same: with
        no variety there is nothing that chance could get wrong, so full agreement has no alpha.

    Raises
    ------
    ValueError
        Where counts has no axis of items or fewer than two levels, a count is negative, not finite or not whole, or
        the metric is not among the two.

    Notes
    -----
    ``1 - (n - 1) sum_u(sum_ck(n_uc n_uk d_ck) / (n_u - 1)) / sum_ck(n_c n_k d_ck)``, over items u with n_u >= 2
    ratings. Ordinal: ``d_ck = (n_c / 2 + the ratings between c and k + n_k / 2)**2``.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania.

    Examples
    --------
    >>> round(krippendorff_alpha([[3, 0, 0], [0, 2, 1], [0, 0, 3]]), 3)
    0.848
    """
    distance_of = _choice(metric, METRICS, "metric")
    counts = checked_items(counts)
    n = counts.sum(-1)
    pairable = np.where((n >= 2)[..., None], counts, 0)
    used = pairable.sum(-2)
    distance = distance_of(used)
    seen = ratio(((pairable @ distance) * pairable).sum(-1), n - 1, n >= 2)
    expected = ((distance * used[..., None, :]).sum(-1) * used).sum(-1)
    observed = np.where(n >= 2, seen, 0).sum(-1) * (used.sum(-1) - 1)
    return plain(1 - ratio(observed, expected, expected > 0))


def _choice(given: str, among: dict, name: str):
    if given not in among:
        words = ", ".join(f'"{word}"' for word in among)
        raise ValueError(f"{name} is {given!r}. Allowed: {words}. Choose one of these words.")
    return among[given]
