"""More than two years, where each item stood, and who moved from where to where."""

import re

import pandas as pd
import pytest
from change_years import FORM, year
from pandas.testing import assert_frame_equal

from assesslib.faults import FaultsError
from assesslib.framework import Crossing, Crosswalk
from assesslib.tables import change, flows, history, points
from assesslib.tables.change import in_order

OLD, NEW, LAST = "2025-03-01", "2026-03-01", "2027-03-01"


def three():
    return [year(OLD, "aaaaaa", agreed="a"), year(NEW, "bbbbbb"), year(LAST, "cccccc", agreed="c")]


def test_every_step_and_the_whole_way():
    years = three()
    found = history(reversed(years))
    steps = [("step", years[0], years[1]), ("step", years[1], years[2]), ("whole", years[0], years[2])]
    tables = [change(before, after).assign(span=span) for span, before, after in steps]
    assert_frame_equal(found, pd.concat(tables, ignore_index=True)[found.columns])
    assert found.columns[0] == "span"


def test_of_two_there_is_one_step():
    assert history(three()[:2])["span"].tolist() == ["step"] * 3


def test_over_the_whole_way_people_are_followed_from_step_to_step():
    years = [year(OLD, "aaa", people="mno"), year(NEW, "aa", people="xn"), year(LAST, "bbbb", people="yzon")]
    said = [{"m": "x"}, {"x": "y"}]
    whole = history(years, members=said).query("span == 'whole' and item == '1'").iloc[0]
    # m became x and then y, n stayed, and o was away for a year.
    assert whole[["n_both", "n_left", "n_joined"]].tolist() == [3, 0, 1]
    assert history(years).query("span == 'whole' and item == '1'").iloc[0]["n_both"] == 2


def test_whoever_was_said_to_be_somebody_else_is_not_known_again_by_the_id():
    years = [year(OLD, "aa", people="mn"), year(NEW, "aa", people="mn"), year(LAST, "bb", people="mn")]
    said = [{"m": "n", "n": "m"}, {}]
    assert history(years, members=said).query("item == '1'")["n_both"].tolist() == [2, 2, 2]
    own = [year(OLD, "ab", people="mn"), year(NEW, "ab", people="mn"), year(LAST, "ab", people="mn")]
    assert history(own, members=said).query("item == '1'")["up"].tolist() == [1, 0, 1]


def test_whoever_was_said_not_to_be_there_is_not_found_again():
    years = [year(OLD, "aa", people="mn"), year(NEW, "aa", people="mn"), year(LAST, "bb", people="mn")]
    found = history(years, members=[{"m": ""}, {}])
    assert found.query("item == '1'")["n_both"].tolist() == [1, 2, 1]


def test_in_order_gives_back_what_it_was_given():
    years = three()
    assert in_order(years[::-1]) == tuple(years)


def test_the_tier_is_handed_on():
    years = [year(day, "ab") for day in (OLD, NEW, LAST)]
    assert set(history(years, anonymity="pooled")["said_before"]) == {"too few to be shown", "nobody rated this"}


ONE_YEAR = "A comparison takes two assessments or more, and this is {}. Give the assessments of at least two years."


@pytest.mark.parametrize(
    ("years", "message"),
    [
        ([], ONE_YEAR.format("none")),
        (three()[:1], ONE_YEAR.format(1)),
        (three()[0], ONE_YEAR.format(1)),
        (
            [*three(), three()[1]],
            "“y2026” is given twice, and nothing can have changed. Give the assessments of two different years.",
        ),
        ("data", "“data” is not an assessment. Open its folder with open_assessment and give what that returns."),
    ],
)
def test_refused(years, message):
    for table in (history, points):
        with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
            table(years)


def test_one_mapping_of_members_a_step():
    message = (
        "Who is whom is said of 1 step in time, and there are 2. Give one mapping a step, an empty one where "
        "there is nothing to say."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        history(three(), members=[{}])


def test_every_column_of_a_point():
    found = points([year(NEW, "abbb", agreed="b"), year(OLD, "aace?", people="mnopq", agreed="!")])
    assert list(found) == [
        "section", "item", "text", "kind", "assessment", "date", "place", "n", *"abcde", "low", "high", "lowest",
        "highest", "mean_gap", "shape", "agreed",
    ]  # fmt: skip
    first, second = (found.iloc[place].tolist() for place in (0, 1))
    assert first[:-1] == [
        "s0", "1", "1 is asked", "same", "y2025", OLD, 0, 4, 2, 0, 1, 0, 1, "a", "c", "a", "e", 14 / 6, "two camps",
    ]  # fmt: skip
    assert pd.isna(first[-1])
    assert second == [
        "s0", "1", "1 is asked", "same", "y2026", NEW, 1, 4, 1, 3, 0, 0, 0, "b", "b", "a", "b", 0.5, "adjacent", "b",
    ]  # fmt: skip


def test_points_go_by_item_and_then_by_time_and_nobody_is_a_point_too():
    found = points(three())
    assert found["item"].tolist() == ["1"] * 3 + ["2"] * 3 + ["3"] * 3
    assert found["place"].tolist() == [0, 1, 2] * 3
    nobody = found[found["item"] == "2"]
    assert nobody["n"].tolist() == [0] * 3
    assert nobody[["low", "high", "lowest", "highest", "mean_gap"]].isna().all(axis=None)
    assert nobody["shape"].tolist() == [""] * 3


def test_off_named_there_is_no_point_of_two():
    years = [year(OLD, "ab.", "abc"), year(NEW, "abc", "ab.")]
    found = points(years, anonymity="role")
    assert found[["item", "place"]].values.tolist() == [["1", 1], ["2", 0], ["3", 0], ["3", 1]]
    assert len(points(years, anonymity="role", least=2)) == 4
    assert points(years, anonymity="role", least=4)["item"].tolist() == ["3", "3"]


def test_points_on_two_scales_have_no_columns_of_counts():
    other = FORM.__class__(**{**vars(FORM), "version": "2", "levels": FORM.levels[:4]})
    rows = tuple(Crossing("scale changed", (item.id,), (item.id,)) for item in FORM.items)
    walk = Crosswalk("small", "1", "small", "2", "", True, rows)
    found = points([year(OLD, "abe"), year(NEW, "abd", framework=other)], crosswalk=walk)
    assert not {"a", "e"} & set(found.columns)
    assert found[["kind", "n", "highest"]].values.tolist()[:2] == [["scale changed", 3, "e"], ["same", 3, "d"]]


def test_who_went_from_where_to_where():
    before = year(OLD, "aabc?", "eeeee", people="mnopq", names=["Ann", "Bob", "", "Di", "Eve"])
    after = year(NEW, "bba.c", "eeeee", people="mnopq", names=["Ann", "Bob", "", "Di", "Eve"])
    found = flows(before, after)
    assert list(found) == ["section", "item", "before", "after", "n", "who"]
    assert found.values.tolist() == [
        ["s0", "1", "a", "b", 2, "Ann, Bob"], ["s0", "1", "b", "a", 1, "o"],
        ["s0", "2", "e", "e", 5, "Ann, Bob, o, Di, Eve"],
    ]  # fmt: skip
    assert found["before"].cat.ordered
    assert found["after"].cat.ordered


def test_off_named_flows_name_nobody_and_nobody_can_be_worked_out():
    before = year(OLD, "aa....", "aaa...", "aaa.a.", people="mnopqr")
    after = year(NEW, "aa....", "aaa...", "aaa..a", people="mnopqr")
    assert flows(before, after)["item"].tolist() == ["1", "2", "3"]
    for tier in ("role", "organisation", "pooled"):
        found = flows(before, after, anonymity=tier)
        # Two is too few; and of item 3 the counts of each year less the flow would be one person's rating.
        assert found.values.tolist() == [["s0", "2", "a", "a", 3, ""]]


def test_nobody_in_both_years_is_an_empty_flow():
    found = flows(year(OLD, "aa", people="mn"), year(NEW, "aa", people="op"))
    assert found.empty
    assert list(found) == ["section", "item", "before", "after", "n", "who"]
