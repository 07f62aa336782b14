import re

import causes_by_hand as by_hand
import pytest
from hypothesis import given
from stats_by_hand import quick

from assesslib.stats import Arrows, arrows, cycles


@quick
@given(by_hand.drawn)
def test_arrows_by_hand(edges):
    for node in arrows(edges):
        assert node.out == len({end for start, end in edges if start == node.node})
        assert node.into == len({start for start, end in edges if end == node.node})


@quick
@given(by_hand.drawn)
def test_every_arrow_leaves_one_node_and_reaches_one(edges):
    listed = arrows(edges)
    assert sum(node.out for node in listed) == sum(node.into for node in listed) == len(set(edges))


@quick
@given(by_hand.drawn)
def test_cycles_by_hand(edges):
    assert cycles(edges) == by_hand.cycles(edges)


@quick
@given(by_hand.drawn)
def test_turning_every_arrow_round_keeps_the_circles(edges):
    turned = [(end, start) for start, end in edges]
    assert {frozenset(group) for group in cycles(turned)} == {frozenset(group) for group in cycles(edges)}
    assert {(a.node, a.into, a.out) for a in arrows(turned)} == {(a.node, a.out, a.into) for a in arrows(edges)}


def test_nodes_come_first_also_without_an_arrow():
    assert arrows([("b", "a"), ("b", "a"), ("c", "a")], nodes=["d", "a"]) == [
        Arrows("d", out=0, into=0),
        Arrows("a", out=0, into=2),
        Arrows("b", out=1, into=0),
        Arrows("c", out=1, into=0),
    ]


def test_two_circles_that_meet_are_one():
    assert cycles([("a", "b"), ("b", "a"), ("b", "c"), ("c", "b"), ("c", "d")]) == [("a", "b", "c")]


def test_two_circles_with_an_arrow_between_them_stay_two():
    edges = [("d", "c"), ("c", "d"), ("d", "a"), ("a", "b"), ("b", "a"), ("e", "e")]
    assert cycles(edges) == [("d", "c"), ("a", "b"), ("e",)]


def test_a_chain_has_no_circle():
    assert cycles([("a", "b"), ("b", "c"), ("a", "c")]) == []


def test_no_arrows():
    assert arrows([]) == cycles([]) == []
    assert arrows([], nodes=["a"]) == [Arrows("a", out=0, into=0)]


@pytest.mark.parametrize("function", [arrows, cycles])
@pytest.mark.parametrize("wrong", ["ab", ("a",), ("a", "b", "c"), None])
def test_what_is_not_a_pair_is_refused(function, wrong):
    message = f"edges[1] is {wrong!r}. Allowed: pairs of nodes. Give each arrow as (from, to)."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        function([("a", "b"), wrong])
