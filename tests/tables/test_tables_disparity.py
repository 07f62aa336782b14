"""The disparity table, against counting member by member."""

from itertools import combinations

import pandas as pd
import pytest
from zoo import EVERY, NAMES, ZOO, Animal, two_years

from assesslib.faults import FaultsError
from assesslib.tables import disparity

COLUMNS = [
    "assessment", "section", "item", "a", "b", "c", "d", "e", "split", "blank", "not_applicable", "dont_know", "n",
    "low", "high", "lowest", "highest", "range", "mean_gap", "iov", "shape",
]  # fmt: skip


def by_item(animal):
    return disparity(animal.ratings).set_index("item")


def positions(animal, item):
    codes = animal.framework.codes
    return sorted(codes.index(letter) for letter in animal.said[item] if letter in codes)


def by_hand(animal, item):
    """Medians, ends and gaps of one item, worked out from the members one by one."""
    at, codes = positions(animal, item), animal.framework.codes
    gaps = [high - low for low, high in combinations(at, 2)]
    n = len(at)
    largest = (len(codes) - 1) * (n // 2) * ((n + 1) // 2)
    middle = (codes[at[(n - 1) // 2]], codes[at[n // 2]], codes[at[0]], codes[at[-1]]) if at else (None,) * 4
    names = dict(zip(("low", "high", "lowest", "highest"), middle, strict=True))
    return names | {
        "range": at[-1] - at[0] if at else None,
        "mean_gap": sum(gaps) / len(gaps) if gaps else None,
        "iov": sum(gaps) / largest if gaps else None,
    }


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_every_measure_is_that_of_counting_by_hand(animal):
    table = by_item(animal)
    assert set(table.index) == {item for item, line in animal.said.items() if line.strip()}
    for item, row in table.iterrows():
        expected = by_hand(animal, item)
        found = {name: None if pd.isna(row[name]) else row[name] for name in expected}
        assert found == pytest.approx(expected)
        assert row["n"] == len(positions(animal, item))


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_the_widest_come_first(animal):
    table = disparity(animal.ratings)
    rank = [
        (-row.iov if row.iov == row.iov else 1, -row.range if not pd.isna(row.range) else 9,
         animal.framework.codes.index(row.low) if not pd.isna(row.low) else -1)
        for row in table.itertuples()
    ]  # fmt: skip
    assert rank == sorted(rank)


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_it_is_tidy_whatever_was_said(animal):
    table = disparity(animal.ratings)
    codes = list(animal.framework.codes)
    assert list(table.columns) == [*COLUMNS[:3], *codes, *COLUMNS[8:]]
    assert table.index.tolist() == list(range(len(table)))
    assert all(table[name].cat.categories.tolist() == codes for name in ("low", "high", "lowest", "highest"))
    assert str(table["range"].dtype) == "Int64"
    assert not table.duplicated(["assessment", "item"]).any()


def test_a_table_in_full():
    table = disparity(Animal({"1": "cccc", "2": "bbde", "3": "a.?-", "4": "....", "5": "aaee"}).ratings)
    shown = table.drop(columns=["assessment", "section"]).astype("object").where(table.notna(), "")
    assert shown.round(3).values.tolist() == [
        ["5", 2, 0, 0, 0, 2, 0, 0, 0, 0, 4, "a", "e", "a", "e", 4, 16 / 6, 1.0, "two camps"],
        ["2", 0, 2, 0, 1, 1, 0, 0, 0, 0, 4, "b", "d", "b", "e", 3, 11 / 6, 0.6875, "two camps"],
        ["1", 0, 0, 4, 0, 0, 0, 0, 0, 0, 4, "c", "c", "c", "c", 0, 0.0, 0.0, "unanimous"],
        ["3", 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, "a", "a", "a", "a", 0, "", "", "one rating"],
        ["4", 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, "", "", "", "", "", "", "", ""],
    ]


def test_equal_disparities_stand_by_range_and_then_by_the_lower_median():
    said = {"1": "eeee", "2": "aaaa", "3": "dede", "4": "abab", "5": "aadd", "6": "abbb", "7": "aeee"}
    table = disparity(Animal(said).ratings)
    assert table["item"].tolist() == ["7", "5", "4", "3", "6", "2", "1"]
    assert table["iov"][0] == table["iov"][1]


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_equal_disparities_the_wider_range_comes_first(order):
    said = dict([("1", "cceee"), ("2", "beeee")][::order])
    table = disparity(Animal(said).ratings)
    assert table["iov"].tolist() == [0.5, 0.5]
    assert table[["item", "range"]].values.tolist() == [["2", 3], ["1", 2]]


@pytest.mark.parametrize("round_", [None, 0, 3])
def test_a_round_that_is_none_is_refused(round_):
    with pytest.raises(FaultsError) as error:
        disparity(ZOO["second thoughts"].ratings, round=round_)
    assert str(error.value) == (
        f"“{round_}” is not a round. Choose 1 or 2: in both together a member would count twice."
    )


def test_an_even_number_of_members_has_two_medians_and_no_half_level():
    row = by_item(Animal({"1": "abde"})).loc["1"]
    assert (row["low"], row["high"]) == ("b", "d")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", None), ("...", ""), ("???", ""), ("///", ""), ("c", "one rating"), ("cccc", "unanimous"),
        ("cdcd", "adjacent"), ("aaaeee", "two camps"), ("addddd", "lone voice"), ("abcde", "scattered"),
    ],
)  # fmt: skip
def test_the_shape_is_a_word(line, word):
    assert disparity(Animal({"1": line}).ratings)["shape"].tolist() == ([] if word is None else [word])


def test_each_assessment_is_a_table_of_its_own():
    table = disparity(two_years())
    assert table[["assessment", "item", "n"]].values.tolist() == [
        ["2025", "1", 3], ["2025", "2", 3], ["2026", "2", 3], ["2026", "1", 3],
    ]  # fmt: skip


def test_the_round_is_the_first_unless_asked():
    ratings = ZOO["second thoughts"].ratings
    assert disparity(ratings).set_index("item")["range"].to_dict() == {"1": 4, "2": 2}
    assert disparity(ratings, round=2).set_index("item")["range"].to_dict() == {"1": 2}


def test_moving_two_members_apart_never_lowers_an_item():
    lines = ("cccccc", "bcccdd", "bbccdd", "abccde", "aabdee", "aaaeee")
    found = [by_item(Animal({"1": line}))["iov"]["1"] for line in lines]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 1)


def test_the_ratings_are_left_as_they_were():
    ratings = ZOO["every state at once"].ratings
    before = ratings.copy(deep=True)
    disparity(ratings)
    pd.testing.assert_frame_equal(ratings, before)


def test_at_a_tier_items_that_fewer_than_three_rated_are_left_out():
    said = Animal({"1": "ae", "2": "ace"}).ratings
    assert disparity(said)["item"].tolist() == ["1", "2"]
    assert disparity(said, anonymity="pooled")["item"].tolist() == ["2"]
