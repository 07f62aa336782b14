"""Divides between groups: what they say, what is held back, and that chance is not called a divide."""

from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables.divides import divides, held_back, held_by_item
from assesslib.tables.findings.groups import apart_together, wide_apart

DATA = Path(__file__).parents[2] / "data"
CSIT = al.load_framework("csit-collaborative-working")


def team(lines, groups, framework=CSIT):
    """Ratings of items by members in groups: a line of letters an item, a letter a member."""
    sections = {item.id: item.section for item in framework.items}
    rows = [
        {"member": f"m{n}", "organisation": group, "role": "", "item": item, "section": sections[item], "round": "1",
         "assessment": "x"} | ({"state": "rated", "level": letter} if letter != "." else {"state": "blank"})
        for item, line in lines.items() for n, (letter, group) in enumerate(zip(line, groups, strict=True))
    ]  # fmt: skip
    return al.ratings.tidy(rows, framework)


def test_a_row_in_full():
    row = divides(team({"1": "aaabcccd"}, "PPPPQQQQ")).iloc[0]
    assert row[["item", "group", "other", "n", "n_other", "said", "said_other", "delta", "wide"]].tolist() == [
        "1", "P", "Q", 4, 4, "3 at a, 1 at b", "3 at c, 1 at d", -1.0, True
    ]  # fmt: skip
    assert (row["p"], row["smallest_p"]) == (pytest.approx(2 / 70), pytest.approx(2 / 70))


def test_groups_under_three_are_not_compared_and_those_under_four_get_no_p():
    found = divides(team({"1": "aaabbbbccc", "2": "aa.bbbbccc"}, "PPPQQQQRRR"))
    assert found.groupby("item").size().to_dict() == {"1": 3, "2": 1}
    assert found["p"].isna().all()
    assert divides(team({"1": "aabbb"}, "PPQQQ")).empty


def test_at_a_tier_the_complement_is_held_back_too():
    said = team({"1": "aaabbbbc"}, "PPPQQQQR")
    assert len(divides(said)) == 1
    assert divides(said, anonymity="organisation").empty


def test_comparisons_that_are_held_back_are_counted():
    said = team({"1": "aaabbbbc", "2": "a..bbbb.", "3": "aaab....", "4": "...bbbbc"}, "PPPQQQQR")
    assert [len(divides(said)), held_back(said)] == [1, 2 + 1 + 1 + 1]
    assert [len(divides(said, least=1)), held_back(said, least=1)] == [6, 0]
    assert [len(divides(said, anonymity="organisation")), held_back(said, anonymity="organisation")] == [0, 3 * 4]
    assert held_back(said, [("P", "Q")]) == 2
    assert held_back(said, "role") == 0
    assert held_back(said, items=["1", "4"]) == 2 + 1
    assert list(held_by_item(said)) == list(held_by_item(said, anonymity="organisation")) == ["1", "2", "3", "4"]
    assert held_by_item(said, [("P", "Q")]) == {"2": 1, "3": 1}


@pytest.mark.parametrize("by", ["organisation", [("P", "R")], [("R", "Q")], [("P", "Q")]])
def test_where_names_are_hidden_the_number_does_not_tell_who_gave_no_answer(by):
    lines = [{"1": "aaaaabbbbbc", "2": line} for line in ("aabbcaabbc.", ".abbcaabbca")]
    rows = [team(one, "PPPPPQQQQQR") for one in lines]
    unasked = [said[said["state"] == "rated"] for said in rows]
    for one, other in (rows, unasked):
        assert len(divides(one, by, anonymity="organisation")) == len(divides(other, by, anonymity="organisation"))
        assert held_back(one, by, anonymity="organisation") == held_back(other, by, anonymity="organisation")
        assert held_by_item(one, by, anonymity="organisation") == held_by_item(other, by, anonymity="organisation")


def test_chance_is_reckoned_of_groups_as_large_as_the_tier_asks_for():
    said = team({"1": "aabcdeabc.", "2": "abc..edcba"}, "PPPPPQQQQQ")
    one, three = (divides(said, anonymity="organisation", least=least) for least in (1, 3))
    pd.testing.assert_frame_equal(one, three)


def camps(low, high, items=37):
    """Two groups of as many members: on every item, one in so many of each stands on the other group's side."""
    size, ids = low + high, [item.id for item in CSIT.items][:items]
    odd = {id: {(n + turn) % size for n in range(high)} for turn, id in enumerate(ids)}
    lines = {id: "".join("d" if (n in odd[id]) != (side == "Q") else "b" for side in "PQ" for n in range(size))
             for id in ids}  # fmt: skip
    return team(lines, "P" * size + "Q" * size)


def test_what_no_item_shows_by_itself_shows_in_all_together():
    found = divides(camps(9, 1), shuffles=999)
    assert found["delta"].unique() == pytest.approx(-0.8)
    assert not found["wide"].any()
    assert found[["by_chance", "overall", "of_pair"]].drop_duplicates().values.tolist() == [[1, 0.001, 0.001]]
    assert divides(camps(5, 5), shuffles=999)["overall"].iloc[0] == 1


def test_overall_is_the_share_of_all_deals_that_stand_as_far_apart():
    """With one item and groups of three the deals can be counted: how many have as large a delta."""
    line = "aabbcc"
    deltas = [sum((x > y) - (x < y) for x in one for y in other)
              for deal in combinations(range(6), 3)
              for one, other in [([line[n] for n in deal], [line[n] for n in range(6) if n not in deal])]]  # fmt: skip
    far = sum(abs(delta) >= abs(deltas[0]) for delta in deltas)
    found = divides(team({"1": line}, "PPPQQQ"), shuffles=20_000).iloc[0]
    assert found["overall"] == found["of_pair"] == pytest.approx(far / len(deltas), abs=0.015)
    assert deltas[0] == 9 * found["delta"]


def test_a_pair_has_a_chance_of_its_own():
    said = camps(9, 1)
    third = team({item.id: "bd" * 10 for item in CSIT.items}, "R" * 20)
    both = pd.concat([said, third.assign(member="r" + third["member"])])
    of_pair = divides(both, shuffles=499).groupby(["group", "other"])["of_pair"].unique()
    assert all(len(one) == 1 for one in of_pair)
    assert of_pair["P", "Q"][0] <= 0.01 < of_pair["P", "R"][0]


def test_chance_hangs_on_nobodys_place_in_the_list():
    lines, groups = {"1": "aabbbdc", "2": "abcabcd"}, "PPPQQQQ"
    turned = team({item: line[::-1] for item, line in lines.items()}, groups[::-1])
    assert divides(turned)["by_chance"].iloc[0] == divides(team(lines, groups))["by_chance"].iloc[0]


def test_chance_is_in_whole_hundredths_where_names_are_hidden():
    said = team({"1": "aaaabbbb"}, "PPPPQQQQ")
    named, hidden = (divides(said, anonymity=tier)["by_chance"].iloc[0] for tier in ("named", "organisation"))
    assert named <= hidden <= named + 0.01
    assert hidden == round(hidden, 2)


def test_pairs_by_name_and_unknown_ones():
    said = team({"1": "aaabbbccc"}, "PPPQQQRRR")
    assert divides(said, [("Q", "P")])[["group", "other", "delta"]].values.tolist() == [["Q", "P", 1.0]]
    with pytest.raises(FaultsError) as refused:
        divides(said, [("Q", "Z")])
    assert str(refused.value) == (
        "“Z” is not one of these members’ organisations. Allowed: P, Q, R; nearest: R. Give pairs of organisations, or "
        "pairs of roles."
    )


@pytest.mark.parametrize(("by", "anonymity"), [("organisation", "role"), ("role", "pooled")])
def test_a_tier_that_hides_the_grouping_is_refused(by, anonymity):
    with pytest.raises(FaultsError, match="is hidden"):
        divides(team({"1": "aaabbb"}, "PPPQQQ"), by, anonymity=anonymity)


def test_by_chance_is_the_share_of_all_deals_that_come_out_as_wide():
    """With one item the wide deals can be counted: all of one group at a, all of the other at b."""
    lines, groups = {"1": "aaabbb"}, "PPPQQQ"
    deals = list(combinations(range(6), 3))
    wide = sum(len({lines["1"][n] for n in deal}) == 1 for deal in deals)
    found = divides(team(lines, groups), shuffles=20_000)["by_chance"].iloc[0]
    assert found == pytest.approx(float(Fraction(wide, len(deals))), abs=0.01)


def test_it_is_the_same_in_every_run():
    said = al.open_assessment(DATA / "collaboration-2026").ratings
    pd.testing.assert_frame_equal(divides(said), divides(said))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_it_finds_the_written_divide_and_no_other(year):
    said = al.open_assessment(DATA / f"collaboration-{year}").ratings
    found = divides(said)
    wide = found[found["wide"]]
    assert sorted(set(wide["item"])) == ["25", "26", "27"]
    assert all("Northvale Health Trust" in pair for pair in wide[["group", "other"]].values.tolist())
    assert len(wide) == 6
    assert found["by_chance"].iloc[0] <= 0.05
    roles = divides(said, "role")
    assert not roles["wide"].any()
    assert roles["by_chance"].iloc[0] == 1


def test_on_noise_it_claims_a_divide_no_oftener_than_it_says():
    chance, claims = np.random.default_rng(5), 0
    sections = [item.id for item in CSIT.items]
    for _ in range(40):
        lines = {item: "".join(chance.choice(list("abcde"), 12)) for item in sections}
        found = divides(team(lines, "PPPPQQQRRRST"), shuffles=199)
        claims += wide_apart(found) or apart_together(found)
    assert claims <= 6  # of 40, one run in 20 being expected: more than 6 has a probability below 1 in 300
