"""The measures of disparity as loops over one item's counts, as they might be written by hand without arrays."""

from collections.abc import Sequence
from itertools import combinations
from math import ceil, log2

Counts = Sequence[int]


def everything(counts: Counts) -> tuple:
    """Every measure of one item that at least two members rated."""
    return (mean_gap(counts), iov(counts), leik_d(counts), tastle_wierman(counts), van_der_eijk_a(counts),
            medians(counts), range_(counts), shape(counts))  # fmt: skip


def _gaps(counts: Counts) -> int:
    return sum(counts[i] * counts[j] * (j - i) for i, j in combinations(range(len(counts)), 2))


def mean_gap(counts: Counts) -> float:
    """Levels between two different members, on average."""
    n = sum(counts)
    return _gaps(counts) / (n * (n - 1) / 2)


def iov(counts: Counts) -> float:
    """The gaps over the largest that so many members could have."""
    n, k = sum(counts), len(counts)
    return _gaps(counts) / ((k - 1) * (n // 2) * (n - n // 2))


def leik_d(counts: Counts) -> float:
    """How far the cumulative shares are from none or all."""
    n, running, apart = sum(counts), 0, 0.0
    for count in counts[:-1]:
        running += count
        apart += min(running, n - running) / n
    return 2 * apart / (len(counts) - 1)


def tastle_wierman(counts: Counts) -> float:
    """Consensus: one with the distances from the mean position taken as lost."""
    n, width = sum(counts), len(counts) - 1
    mean = sum(place * count for place, count in enumerate(counts)) / n
    lost = (count / n * log2(1 - abs(place - mean) / width) for place, count in enumerate(counts) if count)
    return 1 + sum(lost)


def van_der_eijk_a(counts: Counts) -> float:
    """Agreement: layers of equal height taken off one after the other, each with its own agreement."""
    left, n, total = list(counts), sum(counts), 0.0
    while any(left):
        height = min(count for count in left if count)
        pattern = [count > 0 for count in left]
        total += height * sum(pattern) / n * _layer(pattern)
        left = [count - height if count else 0 for count in left]
    return total


def _layer(pattern: Sequence[bool]) -> float:
    k, used = len(pattern), sum(pattern)
    if used == k:
        return 0.0
    if used == 1:
        return 1.0
    holes = near = 0
    for one, two, three in combinations(pattern, 3):
        holes += one and three and not two
        near += (one and two and not three) or (two and three and not one)
    unimodal = ((k - 2) * near - (k - 1) * holes) / ((k - 2) * (near + holes)) if near + holes else 1.0
    return unimodal * (1 - (used - 1) / (k - 1))


def medians(counts: Counts) -> tuple[int, int]:
    """The low and the high median, as places on the scale."""
    places, n = _places(counts), sum(counts)
    return places[(n - 1) // 2], places[n // 2]


def _places(counts: Counts) -> list[int]:
    return [place for place, count in enumerate(counts) for _ in range(count)]


def range_(counts: Counts) -> int:
    """From the lowest to the highest that was said."""
    places = _places(counts)
    return places[-1] - places[0]


def shape(counts: Counts) -> str:
    """The word for how the members stand."""
    used = [place for place, count in enumerate(counts) if count]
    if len(used) == 1:
        return "unanimous"
    if used[-1] - used[0] == 1:
        return "adjacent"
    if _two_camps(counts, used):
        return "two camps"
    return "lone voice" if _lone_voice(counts, used) else "scattered"


def _two_camps(counts: Counts, used: Sequence[int]) -> bool:
    n = sum(counts)
    least = max(2, ceil(n / 3 - 0.5))
    cuts = zip(used, used[1:], strict=False)
    return any(high - low >= 2 and least <= sum(counts[: low + 1]) <= n - least for low, high in cuts)


def _lone_voice(counts: Counts, used: Sequence[int]) -> bool:
    middle = medians(counts)
    far = [place for place in used if min(abs(place - median) for median in middle) >= 2]
    if len(far) != 1 or counts[far[0]] != 1:
        return False
    return not any(counts[place] for place in (far[0] - 1, far[0] + 1) if 0 <= place < len(counts))
