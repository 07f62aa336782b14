"""The tidy ratings frame and how often each level was given."""

import pandas as pd
import pytest
from zoo import CDRP, CSIT, EVERY, NAMES, STATES, ZOO, Animal, two_years

from assesslib.faults import FaultsError
from assesslib.ratings import COLUMNS, level_counts, tidy, whole_answers

TYPES = {"date": "datetime64[s]", "round": "int64", "level": "category", "at": "datetime64[us, UTC]"}
COUNTS = ["split", "blank", "not_applicable", "dont_know", "n"]


def by_item(ratings, **how):
    return level_counts(ratings, **how).set_index("item")


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_tidy_ratings_have_the_same_columns_and_types_whatever_was_said(animal):
    types = {column: str(kind) for column, kind in animal.ratings.dtypes.items()}
    assert types == {column: TYPES.get(column, "str") for column in COLUMNS}
    assert animal.ratings["level"].cat.ordered
    assert tuple(animal.ratings["level"].cat.categories) == animal.framework.codes


def test_days_are_read_whatever_their_century():
    said = [{"member": "x", "round": "1", "date": day} for day in ("2026-03-03", "", "1066-10-14", "0999-12-31")]
    days = tidy(said, CSIT)["date"]
    assert days.dt.strftime("%Y-%m-%d").fillna("").str.zfill(10).tolist() == [
        "2026-03-03", "0000000000", "1066-10-14", "0999-12-31",
    ]  # fmt: skip


def test_tidy_ratings_miss_what_is_not_known_and_nothing_else():
    [row] = tidy([{"member": "ann", "item": "1", "round": "2", "state": "blank"}], CSIT).to_dict("records")
    assert {column for column, value in row.items() if pd.isna(value)} == {"date", "level", "at"}
    assert (row["member"], row["round"], row["comment"]) == ("ann", 2, "")


def test_levels_are_in_the_scale_s_order_not_the_alphabet_s():
    ratings = Animal({"1.1": "DSWG"}, CDRP).ratings
    assert list(ratings.sort_values("level")["level"]) == ["G", "W", "S", "D"]
    assert (ratings["level"] > "W").tolist() == [True, True, False, False]


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_counts_are_those_of_counting_by_hand(animal):
    counts = by_item(animal.ratings)
    assert list(counts.index) == [item for item, line in animal.said.items() if line.strip()]
    for item, row in counts.iterrows():
        letters = animal.answers(item)
        rated = {code: letters[code] for code in animal.framework.codes}
        others = {state: sum(letters[one] for one in STATES if STATES[one] == state) for state in COUNTS[:-1]}
        assert row.to_dict() == rated | others | {"n": sum(rated.values())}


def test_counts_stand_in_the_scale_s_order_before_the_states():
    assert list(level_counts(ZOO["four levels"].ratings).columns) == ["item", "G", "W", "S", "D", *COUNTS]


def test_a_split_answer_is_one_answer_even_where_one_facet_is_not_known():
    counts = by_item(ZOO["half a split"].ratings)
    assert counts["split"].to_dict() == {"1": 1, "2": 2, "3": 2}
    assert counts["dont_know"].sum() == 0
    assert counts["n"].to_dict() == {"1": 1, "2": 0, "3": 0}


def test_facets_count_under_their_levels_where_they_are_asked_for():
    counts = level_counts(ZOO["half a split"].ratings.query("item == '3'"), ["facet"]).set_index("facet")
    assert counts.loc["here", ["a", "dont_know", "n"]].tolist() == [1, 1, 1]
    assert counts.loc["there", ["e", "dont_know", "n"]].tolist() == [2, 0, 2]
    assert counts["split"].sum() == 0


def test_whole_answers_are_one_a_member_item_and_round():
    whole = whole_answers(ZOO["half a split"].ratings)
    assert whole[["item", "member", "state"]].values.tolist() == [
        ["1", "m00", "split"], ["1", "m01", "rated"], ["2", "m00", "split"], ["2", "m01", "split"],
        ["3", "m00", "split"], ["3", "m01", "split"],
    ]  # fmt: skip


def test_facets_of_which_none_has_a_level_are_no_split():
    one = {"member": "x", "item": "1", "round": "1", "state": "dont_know"}
    ratings = tidy([one | {"facet": "here"}, one | {"facet": "there"}], CSIT)
    assert by_item(ratings).loc["1", ["split", "dont_know"]].tolist() == [0, 1]


def test_rounds_are_not_mixed_unless_asked():
    ratings = ZOO["second thoughts"].ratings
    assert by_item(ratings).loc["1", list("abcde")].tolist() == [1, 0, 1, 0, 1]
    assert by_item(ratings, round=2).loc["1", list("abcde")].tolist() == [0, 1, 1, 1, 0]
    assert by_item(ratings, round=None)["n"].to_dict() == {"1": 6, "2": 3}
    assert level_counts(ratings, round=3).empty


def test_counts_by_several_columns_and_over_two_assessments():
    counts = level_counts(two_years(), ("assessment", "organisation", "item"))
    said = counts[["assessment", "organisation", "item", "a", "c", "e", "n"]]
    assert said.values.tolist() == [
        ["2025", "The $Trust$ & Co", "1", 1, 0, 1, 2], ["2025", "Århus Council", "1", 1, 0, 0, 1],
        ["2025", "The $Trust$ & Co", "2", 0, 2, 0, 2], ["2025", "Århus Council", "2", 0, 1, 0, 1],
        ["2026", "The $Trust$ & Co", "1", 0, 2, 0, 2], ["2026", "Århus Council", "1", 0, 1, 0, 1],
        ["2026", "The $Trust$ & Co", "2", 1, 0, 1, 2], ["2026", "Århus Council", "2", 0, 0, 1, 1],
    ]  # fmt: skip


def test_one_column_may_be_named_without_a_list():
    assert level_counts(ZOO["two camps"].ratings, "section")[["section", "n"]].values.tolist() == [["preparing", 12]]


COLUMNS_SAID = (
    "Allowed: assessment, date, member, organisation, role, section, item, facet, round, state, level, comment"
)


def test_unknown_columns_are_named_together():
    with pytest.raises(FaultsError) as error:
        level_counts(ZOO["unanimous"].ratings, ["organization", "item", "rol"])
    assert str(error.value).split("\n") == [
        f"“organization” is not a column to count by. {COLUMNS_SAID} and 1 more; nearest: organisation. "
        "Name columns of the ratings.",
        f"“rol” is not a column to count by. {COLUMNS_SAID} and 1 more; nearest: role. Name columns of the ratings.",
    ]


def test_no_columns_at_all_are_refused():
    with pytest.raises(FaultsError) as error:
        level_counts(ZOO["unanimous"].ratings, ())
    assert str(error.value) == (
        f"The columns to count by are missing. {COLUMNS_SAID} and 1 more. Name columns of the ratings."
    )


def test_a_column_named_twice_is_refused():
    with pytest.raises(FaultsError) as error:
        level_counts(ZOO["unanimous"].ratings, ["item", "member", "item"])
    assert str(error.value) == "“item” is twice among the columns to count by. Name it once."


TAKE = "Take the ratings of an assessment, or read them with read_ratings."


@pytest.mark.parametrize("kind", ["str", "category"])
def test_levels_without_an_order_are_refused(kind):
    ratings = ZOO["unanimous"].ratings
    with pytest.raises(FaultsError) as error:
        level_counts(ratings.assign(level=ratings["level"].astype("str").astype(kind)))
    assert str(error.value) == f"column level: The levels of these ratings are not in the order of a scale. {TAKE}"


def test_a_frame_of_something_else_is_refused():
    with pytest.raises(FaultsError) as error:
        level_counts(ZOO["unanimous"].ratings.drop(columns=["level", "state"]))
    assert str(error.value).split("\n") == [
        f"“{name}” is a column that tidy ratings have and these do not. {TAKE}" for name in ("state", "level")
    ]


def test_what_has_no_date_is_counted_too():
    ratings = two_years().assign(date=pd.NaT)
    counts = level_counts(ratings, ["date"])
    assert counts[["a", "c", "e", "n"]].values.tolist() == [[3, 6, 3, 12]]
    assert counts["date"].isna().tolist() == [True]


def test_counting_leaves_the_ratings_as_they_were():
    ratings = ZOO["half a split"].ratings
    before = ratings.copy(deep=True)
    level_counts(ratings)
    pd.testing.assert_frame_equal(ratings, before)
