"""Who went which way along several years: the same members and items in all of them, and nobody given away."""

from dataclasses import replace
from pathlib import Path

import pytest
from change_years import FORM, year
from pandas.testing import assert_frame_equal

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.framework import Crossing, Crosswalk
from assesslib.tables.change.flows import FLOWS_OVER, flows, flows_over

DATA = Path(__file__).parents[2] / "data"
DAYS = ("2024-03-01", "2025-03-01", "2026-03-01")
NAMES = ["Ann", "Bob", "Cy", "Di"]


def rows(found):
    return found[["item", "step", "before", "after", "n", "who"]].values.tolist()


def test_two_years_are_the_flows_of_the_two_with_their_names():
    then, now = (year(day, line, "abcd", people="mnop", names=NAMES)
                 for day, line in zip(DAYS, ("aab?", "bbb."), strict=False))  # fmt: skip
    years = [then, now]
    found = flows_over(years)
    assert list(found.columns) == FLOWS_OVER
    assert set(found["step"]) == {0}
    assert rows(found)[0] == ["1", 0, "a", "b", 2, "Ann, Bob"]
    assert_frame_equal(found.drop(columns="step"), flows(*years))


def test_of_several_years_only_who_rated_in_all_is_followed_and_nobody_is_named():
    lines = ("aab", "cabb", ".aed")
    people = ("mno", "mnop", "mnop")
    years = [year(day, line, people=own) for day, line, own in zip(DAYS, lines, people, strict=True)]
    assert rows(flows_over(years)) == [
        ["1", 0, "a", "a", 1, ""], ["1", 0, "b", "b", 1, ""], ["1", 1, "a", "a", 1, ""], ["1", 1, "b", "e", 1, ""],
    ]  # fmt: skip


def test_years_are_put_in_order_and_people_are_followed_by_what_is_said_of_them():
    years = [year(day, line, people=own) for day, line, own in zip(DAYS, "abc", "mno", strict=True)]
    assert flows_over(years).empty
    assert rows(flows_over(years[::-1], members=[{"m": "n"}, {"n": "o"}])) == [
        ["1", 0, "a", "b", 1, ""], ["1", 1, "b", "c", 1, ""],
    ]  # fmt: skip


def test_items_are_followed_under_their_latest_ids_and_only_where_they_can_be_compared():
    rows_of = (("retired", "1", ""), ("reworded", "2", "1"), ("scale changed", "3", "3"), ("new", "", "2"))
    kinds = tuple(Crossing(kind, (old,) * bool(old), (new,) * bool(new)) for kind, old, new in rows_of)
    walk = Crosswalk("small", "1", "small", "2", "", True, kinds)
    later = replace(FORM, version="2")
    later = replace(later, sections=tuple(replace(part, items=tuple(replace(one, text="Anew") for one in part.items))
                                          for part in later.sections))  # fmt: skip
    years = [year(DAYS[0], "aa", "bb", "cc"), year(DAYS[1], "dd", "dd", "dd", framework=later)]
    assert rows(flows_over(years, crosswalk=walk))[0][:5] == ["1", 0, "b", "d", 2]
    assert set(flows_over(years, crosswalk=walk)["item"]) == {"1"}
    assert flows_over([*years, year(DAYS[2], "ee", "ee", "ee", framework=later)], crosswalk=walk)["step"].tolist() == [
        0, 1,
    ]  # fmt: skip


@pytest.mark.parametrize("tier", ["role", "organisation", "pooled"])
def test_off_named_an_item_needs_three_in_all_years_and_none_who_could_be_worked_out(tier):
    lines = [("aa...", "aaa..", "aaaa.", "aaa.a", "aaaaa"), ("aa...", "aaa..", "aaa..", "aaa.a", "bbbbb"),
             ("aa...", "aaa..", "aaa..", "aaa..", "ccccc")]  # fmt: skip
    form = replace(FORM, sections=_longer())
    years = [year(day, *own, framework=form) for day, own in zip(DAYS, lines, strict=True)]
    assert flows_over(years)["item"].unique().tolist() == ["1", "2", "3", "4", "5"]
    # Of 3 and 4, one year or two have one member more.
    assert flows_over(years, anonymity=tier)["item"].unique().tolist() == ["2", "5"]
    assert flows_over(years, anonymity=tier, least=1).equals(flows_over(years, anonymity=tier))
    assert flows_over(years, anonymity=tier, least=4)["item"].unique().tolist() == ["5"]


def _longer():
    one = FORM.sections[0]
    return (replace(one, items=tuple(replace(one.items[0], id=str(n)) for n in range(1, 6))),)


@pytest.mark.parametrize(("last", "shown"), [("aaa...aaa", True), ("aaaa...aa", False)])
def test_off_named_who_rated_in_two_years_running_alone_is_not_given_away_by_their_flow(last, shown):
    # In each year three more rated than in all; where one of them is the same twice, the flow of those two years less
    # this one would be theirs.
    lines = ("aaa......", "aaaaaa...", last)
    years = [year(day, line, people="mnopqrstu") for day, line in zip(DAYS, lines, strict=True)]
    assert [len(flows_over(years)), len(flows_over(years, anonymity="pooled"))] == [2, 2 * shown]
    assert flows(*years[1:])["n"].sum() - flows_over(years).query("step == 1")["n"].sum() == (not shown)


def test_the_written_story_has_the_same_members_at_every_step():
    years = [al.open_assessment(DATA / f"collaboration-{n}") for n in (2024, 2025, 2026)]
    members = flows_over(years).groupby(["item", "step"])["n"].sum().unstack()
    assert members.shape == (37, 2)
    assert (members[0] == members[1]).all()
    assert members.loc["13"].tolist() == [10, 10]


def test_what_keeps_years_from_being_compared_is_said_in_words():
    with pytest.raises(FaultsError, match=r"^A comparison takes two assessments or more, and this is 1\. Give the "
                                          r"assessments of at least two years\.$"):  # fmt: skip
        flows_over([year(DAYS[0], "a")])
    years = [year(day, "aa") for day in DAYS]
    with pytest.raises(FaultsError, match=r"^Who is whom is said of 1 step in time, and there are 2\. Give "
                                          r"one mapping a step, an empty one where there is nothing to "
                                          r"say\.$"):  # fmt: skip
        flows_over(years, members=[{}])
