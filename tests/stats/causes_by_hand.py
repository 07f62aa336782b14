"""Covers and circles once more, by trying every choice and by walking every arrow."""

from fractions import Fraction
from itertools import combinations

from hypothesis import strategies as st

named = st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.integers(0, 9), max_size=5), max_size=8)
drawn = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


def held(sets, choice):
    return set().union(*(sets[name] for name in choice))


def set_cover(sets, share, costs):
    """Every cheapest choice; ``share`` and ``costs`` are exact fractions."""
    everything = held(sets, sets)
    if not everything:
        return ()
    choices = [choice for size in range(len(sets) + 1) for choice in combinations(sets, size)]
    enough = [choice for choice in choices if Fraction(len(held(sets, choice)), len(everything)) >= share]
    cheapest = min(sum(costs[name] for name in choice) for choice in enough)
    found = [choice for choice in enough if sum(costs[name] for name in choice) == cheapest]
    order = list(sets)
    return tuple(sorted(found, key=lambda choice: [order.index(name) for name in choice]))


def reached(edges, start):
    """Nodes at the end of one arrow or more."""
    found, fresh = set(), {start}
    while fresh:
        fresh = {end for begin, end in edges if begin in fresh} - found
        found |= fresh
    return found


def cycles(edges):
    nodes = list(dict.fromkeys(node for edge in edges for node in edge))
    groups = [
        tuple(other for other in nodes if other in reached(edges, node) and node in reached(edges, other))
        for node in nodes
    ]
    return [group for group in dict.fromkeys(groups) if group]
