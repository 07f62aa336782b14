"""A fault says the value, the place, what is allowed and what to do, in that order and no more than it knows."""

import pytest

from assesslib.faults import Fault, FaultsError, listed, nearest, shorten


def test_a_fault_says_everything_it_knows_in_order():
    fault = Fault("is wrong", "f.csv", 3, "a.b", 4, "level", "x", ("y", "z"), "Do this.")
    assert str(fault) == "f.csv, line 3, row 4, column level, a.b: “x” is wrong. Allowed: y, z; nearest: y. Do this."


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "It is wrong."),
        ({"file": "f.csv"}, "f.csv: It is wrong."),
        ({"line": 1}, "line 1: It is wrong."),
        ({"row": 2, "column": "at"}, "row 2, column at: It is wrong."),
        ({"key": "sections[1]"}, "sections[1]: It is wrong."),
        ({"do": "Mend it."}, "It is wrong. Mend it."),
        ({"allowed": ("a", "b")}, "It is wrong. Allowed: a, b."),
        ({"value": "", "allowed": ("a",)}, "“” It is wrong. Allowed: a."),
    ],
)
def test_a_fault_says_nothing_of_what_it_does_not_know(known, said):
    assert str(Fault("It is wrong", **known)) == said


def test_a_long_value_is_cut_and_kept_on_one_line():
    assert str(Fault("is long", value="a\n" * 100)) == f"“{'a ' * 29}a…” is long."
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == "x" * 59 + "…"


def test_a_long_list_is_cut():
    assert listed(map(str, range(13))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1 more"
    assert listed(map(str, range(12))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("found", "allowed", "like"),
    [
        ("f", "abcde", "e"),
        ("A", "abcde", "a"),
        ("amra", ["amara", "bethan"], "amara"),
        ("x", [], ""),
        ("", ["a"], ""),
        ("same", ["same", "sane"], "same"),
    ],
)
def test_the_nearest_value_is_the_one_most_like_it(found, allowed, like):
    assert nearest(found, allowed) == like


def test_an_error_holds_every_fault_and_says_each_on_a_line():
    faults = [Fault("is one"), Fault("is two")]
    error = FaultsError(iter(faults))
    assert error.faults == tuple(faults)
    assert str(error) == "is one.\nis two."
    assert isinstance(error, ValueError)
