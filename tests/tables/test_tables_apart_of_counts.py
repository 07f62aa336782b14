"""Two groups from counts alone: what `divides` and `change` find from the members, and nothing of too few."""

import pandas as pd
import pytest
import zoo

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables import apart_of_counts, divides

CODES = "GWSD"


def counts(*rows, by="organisation"):
    """One row an item and group, with a number a level."""
    table = pd.DataFrame([(item, group, *said) for item, group, said in rows], columns=["item", by, *CODES])
    return table.assign(n=table[list(CODES)].sum(axis=1))


TWO = counts(("1.1", "Police", (4, 0, 0, 0)), ("1.1", "Council", (0, 2, 2, 0)),
             ("1.2", "Police", (0, 3, 0, 0)), ("1.2", "Council", (0, 3, 0, 0)))  # fmt: skip


def test_who_said_what_how_far_apart_and_what_chance_would_do():
    first, second = apart_of_counts(TWO, CODES, "organisation", "Police", "Council").to_dict("records")
    assert first == {
        "item": "1.1", "group": "Police", "other": "Council", "n": 4, "n_other": 4, "said": "4 at G",
        "said_other": "2 at W, 2 at S", "delta": -1.0, "p": pytest.approx(2 / 70), "smallest_p": pytest.approx(2 / 70),
    }  # fmt: skip
    assert (second["delta"], pd.isna(second["p"]), pd.isna(second["smallest_p"])) == (0.0, True, True)


def test_the_other_way_round_the_sign_turns():
    turned = apart_of_counts(TWO, CODES, "organisation", "Council", "Police")
    assert turned["delta"].tolist() == [1.0, 0.0]


def test_rows_of_one_item_and_group_are_added_up():
    whole = apart_of_counts(TWO, CODES, "organisation", "Police", "Council")
    parts = pd.concat([TWO.assign(G=0, n=TWO["n"] - TWO["G"]),
                       TWO.assign(**dict.fromkeys("WSD", 0), n=TWO["G"])])  # fmt: skip
    pd.testing.assert_frame_equal(apart_of_counts(parts, CODES, "organisation", "Police", "Council"), whole)


def test_items_of_too_few_in_either_group_are_left_out():
    found = apart_of_counts(TWO, CODES, "organisation", "Police", "Council", least=4)
    assert found["item"].tolist() == ["1.1"]
    assert apart_of_counts(TWO, CODES, "organisation", "Police", "Council", least=5).empty


@pytest.mark.parametrize("name", zoo.NAMES)
def test_it_finds_what_divides_finds_in_the_members_answers(name):
    team = zoo.ZOO[name]
    ratings, codes = team.ratings, team.framework.codes
    whole = divides(ratings, "organisation", shuffles=1)
    if whole.empty:
        return
    [group], [other] = whole["group"].unique(), whole["other"].unique()
    found = apart_of_counts(al.level_counts(ratings, ["section", "item", "organisation"]), codes, "organisation",
                            group, other)  # fmt: skip
    expected = whole[found.columns].sort_values("item").reset_index(drop=True)
    pd.testing.assert_frame_equal(found.sort_values("item").reset_index(drop=True), expected, check_dtype=False)


def pair_by_pair(first, second):
    """Cliff's delta from every pair of two members' places on the scale."""
    pairs = [(one > other) - (one < other) for one in first for other in second]
    return sum(pairs) / len(pairs)


def test_years_are_groups_as_well():
    years = [al.open_assessment(f"data/collaboration-{year}").ratings for year in (2025, 2026)]
    by_year = al.level_counts(pd.concat(years), ["section", "item", "date"])
    found = apart_of_counts(by_year, "abcde", "date", "2025-03-04", "2026-03-03")
    alone = [year[(year["round"] == 1) & (year["state"] == "rated")] for year in years]
    places = [rows["level"].cat.codes.groupby(rows["item"], sort=False).agg(list) for rows in alone]
    assert found["item"].tolist() == list(places[0].index)
    assert found["delta"].tolist() == pytest.approx([pair_by_pair(*two) for two in zip(*places, strict=True)])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((TWO, CODES, "role", "a", "b"),
         "“DataFrame” is not a table of counts by item and role. Give level_counts by item and role."),
        ((TWO, CODES, "organisation", "Police", "Zoo"),
         "“Zoo” is not in the column organisation. Allowed: Police, Council; nearest: Police. Choose two of these."),
    ],
)  # fmt: skip
def test_what_it_does_not_take(given, said):
    with pytest.raises(FaultsError) as refused:
        apart_of_counts(*given)
    assert str(refused.value) == said
