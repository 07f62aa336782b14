from itertools import product

import numpy as np
import pytest
import stats_by_hand as by_hand
from hypothesis import given

from assesslib.stats import lone_voice, shape, two_camps

SHAPES = {
    "": [[0, 0, 0, 0]],
    "one rating": [[0, 0, 1, 0]],
    "unanimous": [[0, 5, 0, 0], [0, 0, 0, 2]],
    "adjacent": [[0, 4, 1, 0], [1, 1]],
    "two camps": [[2, 0, 2, 0], [2, 0, 0, 5], [1, 1, 0, 0, 3], [3, 0, 0, 0, 6]],
    "lone voice": [[1, 0, 4, 0], [0, 3, 0, 1], [1, 0, 2, 0]],
    "scattered": [[1, 0, 1], [1, 2, 1], [1, 0, 4, 0, 1], [2, 2, 2, 2], [2, 0, 0, 0, 6]],
}


@pytest.mark.parametrize("word", SHAPES)
def test_shape(word):
    assert [shape(counts) for counts in SHAPES[word]] == [word] * len(SHAPES[word])


@by_hand.quick
@given(by_hand.teams(most=14))
def test_shape_by_hand(counts):
    assert shape(counts) == by_hand.shape(counts)


def test_every_small_team_by_hand():
    counts = [case for case in product(range(4), repeat=5) if sum(case)]
    np.testing.assert_array_equal(two_camps(counts), [by_hand.two_camps(case) for case in counts])
    np.testing.assert_array_equal(lone_voice(counts), [by_hand.lone_voice(case) for case in counts])


@by_hand.quick
@given(by_hand.teams(most=14))
def test_the_direction_of_the_scale_does_not_matter(counts):
    assert shape(counts[::-1]) == shape(counts)
    assert two_camps(counts[::-1]) == two_camps(counts)
    assert lone_voice(counts[::-1]) == lone_voice(counts)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([2, 0, 2], True),
        ([1, 0, 2], False),
        ([2, 2, 0], False),
        ([2, 1, 2], False),
        ([2, 0, 5], True),
        ([2, 0, 6], False),
        ([1, 1, 0, 4], True),
        ([0, 0, 0], False),
    ],
    ids=[
        "two against two, a level between them",
        "one member is no camp",
        "neighbouring levels are no camps",
        "somebody between them",
        "two of seven",
        "two of eight",
        "a camp over two levels",
        "no rating",
    ],
)
def test_two_camps(counts, expected):
    assert two_camps(counts) is expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 0, 3], True),
        ([0, 1, 3], False),
        ([2, 0, 3], False),
        ([1, 0, 3, 0, 1], False),
        ([1, 0, 1], False),
        ([1, 0, 0, 2, 2], True),
        ([7, 3, 5, 4, 1], False),
        ([2, 2, 2, 1], False),
        ([0, 0, 0], False),
        ([0, 1, 0], False),
    ],
    ids=[
        "two levels off",
        "one level off",
        "two members are not alone",
        "one on either side",
        "two members, each a median",
        "beside members who differ by one level",
        "the end of a wide spread",
        "the end of an even spread",
        "no rating",
        "one member",
    ],
)
def test_lone_voice(counts, expected):
    assert lone_voice(counts) is expected


def test_a_team_can_be_two_camps_with_a_lone_voice_and_is_called_two_camps():
    counts = [1, 0, 2, 0, 3]
    assert lone_voice(counts)
    assert two_camps(counts)
    assert shape(counts) == "two camps"
