import re
from fractions import Fraction

import causes_by_hand as by_hand
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick

from assesslib.stats import ParetoStep, pareto, set_cover

SHARES = [1.0, 0.9, 0.8, 0.55, 0.5, 0.1]
CAUSES = {"time": [1, 2, 3], "trust": [3, 4], "money": [4], "data": [5]}


@pytest.mark.parametrize("share", SHARES)
@quick
@given(sets=by_hand.named)
def test_every_smallest_cover_by_hand(share, sets):
    assert set_cover(sets, share) == by_hand.set_cover(sets, Fraction(str(share)), dict.fromkeys(sets, 1))


@quick
@given(by_hand.named, st.sampled_from(SHARES), st.data())
def test_every_cheapest_cover_by_hand(sets, share, data):
    tenths = data.draw(st.lists(st.integers(1, 6), min_size=len(sets), max_size=len(sets)))
    costs = {name: tenth / 10 for name, tenth in zip(sets, tenths, strict=True)}
    exact = {name: Fraction(tenth, 10) for name, tenth in zip(sets, tenths, strict=True)}
    assert set_cover(sets, share, costs) == by_hand.set_cover(sets, Fraction(str(share)), exact)


def test_all_choices_come_in_the_order_of_the_sets():
    assert set_cover(CAUSES) == (("time", "trust", "data"), ("time", "money", "data"))
    assert set_cover(dict(reversed(CAUSES.items()))) == (("data", "money", "time"), ("data", "trust", "time"))


def test_a_share_needs_fewer_sets():
    assert set_cover(CAUSES, share=0.8) == (("time", "trust"), ("time", "money"), ("time", "data"))
    assert set_cover(CAUSES, share=0.6) == (("time",),)


def test_a_dear_set_gives_way_to_cheap_ones():
    sets = {"all": [1, 2, 3], "one": [1], "two": [2], "three": [3]}
    assert set_cover(sets) == (("all",),)
    costs = {"all": 0.3, "one": 0.1, "two": 0.1, "three": 0.1}
    assert set_cover(sets, costs=costs) == (("all",), ("one", "two", "three"))
    assert set_cover(sets, costs=costs | {"all": 0.31}) == (("one", "two", "three"),)


@quick
@given(by_hand.named, st.sampled_from(SHARES), st.integers(1, 4))
def test_no_more_than_asked_for_and_the_first_of_all(sets, share, most):
    assert set_cover(sets, share, most=most) == set_cover(sets, share)[:most]


def test_a_few_of_millions_come_at_once():
    single = {place: [place] for place in range(40)}
    assert set_cover(single, 0.5, most=2) == ((*range(20),), (*range(19), 20))


def test_the_same_element_twice_counts_once():
    assert set_cover({"a": [1, 1, 1], "b": [1, 2]}, share=1) == (("b",),)


@pytest.mark.parametrize("sets", [{}, {"a": []}])
def test_nothing_to_hold_needs_nothing(sets):
    assert set_cover(sets) == ()


SHARE = "Allowed: a number above 0, up to 1. Give the part of the elements to hold, 0.8 for four in five."
COST = "Give every set what it costs, or leave costs out where all cost the same."
FULL = dict.fromkeys(CAUSES, 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((CAUSES, 0), f"share is 0. {SHARE}"),
        ((CAUSES, 80), f"share is 80. {SHARE}"),
        ((CAUSES, float("nan")), f"share is nan. {SHARE}"),
        ((CAUSES, "most"), f"share is 'most'. {SHARE}"),
        ((CAUSES, 1, {"time": 1}), f"costs has no cost for 'trust'. Allowed: numbers above 0. {COST}"),
        ((CAUSES, 1, FULL | {"data": 0}), f"costs['data'] is 0. Allowed: numbers above 0. {COST}"),
        ((CAUSES, 1, FULL | {"data": None}), f"costs['data'] is None. Allowed: numbers above 0. {COST}"),
        ((CAUSES, 1, FULL | {"data": float("inf")}), f"costs['data'] is inf. Allowed: numbers above 0. {COST}"),
        (
            (CAUSES, 1, None, 0),
            "most is 0. Allowed: a whole number from 1 up, or None for all. Give how many choices to list.",
        ),
        (
            (CAUSES, 1, None, 2.5),
            "most is 2.5. Allowed: a whole number from 1 up, or None for all. Give how many choices to list.",
        ),
        (
            ({"time": "abc"},),
            "sets['time'] is the text 'abc'. Allowed: a list, tuple or set of elements. "
            "Put a single element in a list.",
        ),
    ],
)
def test_refused(arguments, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        set_cover(*arguments)


def test_pareto():
    assert pareto(CAUSES) == [
        ParetoStep("time", 3, 3),
        ParetoStep("trust", 2, 4),
        ParetoStep("money", 1, 4),
        ParetoStep("data", 1, 5),
    ]


@quick
@given(by_hand.named)
def test_pareto_by_hand(sets):
    steps = pareto(sets)
    names = [step.name for step in steps]
    assert names == sorted(sets, key=lambda name: -len(sets[name]))
    assert [step.count for step in steps] == [len(sets[name]) for name in names]
    assert [step.covered for step in steps] == [len(by_hand.held(sets, names[: n + 1])) for n in range(len(names))]


def test_pareto_of_nothing():
    assert pareto({}) == []
    assert pareto({"a": []}) == [ParetoStep("a", 0, 0)]


def test_pareto_refuses_text():
    message = (
        "sets['time'] is the text 'abc'. Allowed: a list, tuple or set of elements. Put a single element in a list."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        pareto({"time": "abc"})
