"""Which few causes stand behind the areas: the smallest cover, and the Pareto order."""

import math
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import islice
from operator import or_
from typing import NamedTuple

_GIVE_COST = "Give every set what it costs, or leave costs out where all cost the same."


@dataclass(frozen=True)
class ParetoStep:
    """One set in Pareto order: its name, its elements, and the different elements of all sets up to it."""

    name: Hashable
    count: int
    covered: int


class _Candidate(NamedTuple):
    # The price of an element comes first, so that candidates sort by it.
    price: int
    gain: int
    place: int
    mask: int
    cost: int


def set_cover(
    sets: Mapping[Hashable, Collection[Hashable]],
    share: float = 1.0,
    costs: Mapping[Hashable, float] | None = None,
    most: int | None = None,
) -> tuple[tuple[Hashable, ...], ...]:
    """Every smallest choice of sets that together hold a share of all elements (Karp 1972).

    Parameters
    ----------
    sets : mapping of name to collection of elements
        For example the areas for improvement that each cause stands behind.
    share : float
        Part of the different elements to hold, above 0 and up to 1; rounded up to whole elements.
    costs : mapping of name to number, optional
        What each set costs, above 0. Without them every set costs the same, so the fewest sets win.
    most : int, optional
        Choices to list at most. Without it all are listed, and where sets hardly overlap and the share is small there
        can be thousands that are equally good.

    Returns
    -------
    tuple of tuple of names
        All choices that cost least, or the first of them where there are more than ``most``; names, and choices among
        each other, in the order of ``sets``. Empty where there is no element to hold.

    Raises
    ------
    ValueError
        Where the share is out of range, a set is text, a cost is missing, not a number or not above 0, or ``most`` is
        not a whole number from 1 up.

    Notes
    -----
    Exact, by branch and bound: take a set or leave it, and turn back where even sets that never overlap could not reach
    the share for the best cost so far. Costs are added as whole numbers of a common unit, so equal costs are equal.

    References
    ----------
    Karp, R. M. (1972). Reducibility among combinatorial problems. In Complexity of Computer Computations, 85-103.
    Plenum Press.

    Examples
    --------
    >>> set_cover({"time": "1 2 3".split(), "trust": "3 4".split(), "money": "4".split()})
    (('time', 'trust'), ('time', 'money'))
    >>> set_cover({"time": "1 2 3".split(), "trust": "3 4".split(), "money": "4".split()}, share=0.75)
    (('time',),)
    """
    if most is not None and (not isinstance(most, int) or most < 1):
        raise ValueError(
            f"most is {most!r}. Allowed: a whole number from 1 up, or None for all. Give how many choices to list."
        )
    masks = _masks(sets)
    need = math.ceil(_share(share) * _joined(masks).bit_count())
    candidates = _candidates(masks, _exact_costs(sets, costs))
    choices = _choices(candidates, need, _lowest(candidates, need, math.inf)) if need else ()
    names = list(sets)
    return tuple(tuple(names[place] for place in choice) for choice in islice(choices, most))


def _candidates(masks: list[int], costs: list[Fraction]) -> list[_Candidate]:
    # In a unit that every cost can be counted in, also when it is shared out over the elements of its set.
    unit = math.lcm(*(cost.denominator for cost in costs)) * math.lcm(*range(1, _joined(masks).bit_count() + 1))
    sets = zip(masks, costs, strict=True)
    return [_candidate(place, mask, int(cost * unit)) for place, (mask, cost) in enumerate(sets) if mask]


def _candidate(place: int, mask: int, cost: int) -> _Candidate:
    gain = mask.bit_count()
    return _Candidate(cost // gain, gain, place, mask, cost)


def _lowest(candidates: list[_Candidate], need: int, budget: float) -> float:
    """Least cost to hold so many more elements; the budget where nothing costs less."""
    if need <= 0:
        return 0
    if _at_least(candidates, need) >= budget:
        return budget
    best = min(candidates)
    with_it = best.cost + _lowest(_besides(candidates, best), need - best.gain, budget - best.cost)
    return _lowest([c for c in candidates if c is not best], need, min(budget, with_it))


def _choices(candidates: list[_Candidate], need: int, budget: float) -> Iterator[tuple[int, ...]]:
    """Every choice of places within the budget, in order. Where that is the least cost, no set is taken for nothing."""
    if _at_least(candidates, need) > budget:
        return
    if need <= 0:
        yield ()
        return
    first, *others = candidates
    for choice in _choices(_besides(others, first), need - first.gain, budget - first.cost):
        yield (first.place, *choice)
    yield from _choices(others, need, budget)


def _besides(candidates: list[_Candidate], taken: _Candidate) -> list[_Candidate]:
    """What the other sets still add once one is taken."""
    others = ~taken.mask
    return [
        c if c.mask & others == c.mask else _candidate(c.place, c.mask & others, c.cost)
        for c in candidates
        if c.mask & others
    ]


def _at_least(candidates: list[_Candidate], need: int) -> float:
    """A cost that no choice can be below: the sets that hold most for their cost, as if they never overlapped."""
    if need <= 0:
        return 0
    if _joined([c.mask for c in candidates]).bit_count() < need:
        return math.inf
    cost = 0
    for price, gain, *_ in sorted(candidates):
        if need <= gain:
            break
        cost, need = cost + price * gain, need - gain
    return cost + price * need


def _joined(masks) -> int:
    return reduce(or_, masks, 0)


def _masks(sets: Mapping[Hashable, Collection[Hashable]]) -> list[int]:
    bits = {}
    return [_joined(1 << bits.setdefault(element, len(bits)) for element in _elements(sets, name)) for name in sets]


def _elements(sets: Mapping[Hashable, Collection[Hashable]], name: Hashable) -> Collection[Hashable]:
    if isinstance(sets[name], str):
        raise ValueError(
            f"sets[{name!r}] is the text {sets[name]!r}. Allowed: a list, tuple or set of elements. "
            "Put a single element in a list."
        )
    return sets[name]


def _share(share: float) -> Fraction:
    allowed = "Allowed: a number above 0, up to 1. Give the part of the elements to hold, 0.8 for four in five."
    exact = _fraction(share, f"share is {share!r}. {allowed}")
    if not 0 < exact <= 1:
        raise ValueError(f"share is {share!r}. {allowed}")
    return exact


def _exact_costs(sets: Mapping, costs: Mapping | None) -> list[Fraction]:
    return [Fraction(1) if costs is None else _cost(costs, name) for name in sets]


def _cost(costs: Mapping, name: Hashable) -> Fraction:
    if name not in costs:
        raise ValueError(f"costs has no cost for {name!r}. Allowed: numbers above 0. {_GIVE_COST}")
    fault = f"costs[{name!r}] is {costs[name]!r}. Allowed: numbers above 0. {_GIVE_COST}"
    cost = _fraction(costs[name], fault)
    if cost <= 0:
        raise ValueError(fault)
    return cost


def _fraction(number, fault: str) -> Fraction:
    try:
        # By way of its digits: 0.55 of 20 is 11, where the float next to 0.55 would need 12.
        return Fraction(str(number))
    except (ValueError, ZeroDivisionError) as wrong:
        raise ValueError(fault) from wrong


def pareto(sets: Mapping[Hashable, Collection[Hashable]]) -> list[ParetoStep]:
    """Sets in falling order of their elements, with the different elements of all sets so far (Juran 1951).

    Parameters
    ----------
    sets : mapping of name to collection of elements
        For example the areas for improvement that each cause stands behind.

    Returns
    -------
    list of ParetoStep
        ``name``, ``count`` (different elements of the set) and ``covered`` (different elements of it and all before
        it). Sets of the same size stay in their order. Empty where there is no set.

    Raises
    ------
    ValueError
        Where a set is text.

    References
    ----------
    Juran, J. M. (1951). Quality Control Handbook. McGraw-Hill.

    Examples
    --------
    >>> for step in pareto({"trust": "3 4".split(), "time": "1 2 3".split()}):
    ...     print(step.name, step.count, step.covered)
    time 3 3
    trust 2 4
    """
    falling = sorted(zip(sets, _masks(sets), strict=True), key=lambda named: -named[1].bit_count())
    masks = [mask for _, mask in falling]
    return [
        ParetoStep(name, mask.bit_count(), _joined(masks[: place + 1]).bit_count())
        for place, (name, mask) in enumerate(falling)
    ]
