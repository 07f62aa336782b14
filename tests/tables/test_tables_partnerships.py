"""Distributions over partnerships: how many stand where, and nothing from which one of them could be told."""

import pandas as pd
import pytest

from assesslib.faults import FaultsError
from assesslib.tables import disparity_of_counts, over_partnerships

CODES = "GWSD"


def counts(*rows, item="1.1"):
    """Counts of one partnership a row, a number a level."""
    table = pd.DataFrame(list(rows), columns=list(CODES))
    return table.assign(assessment=[f"p{place}" for place in range(len(rows))], item=item, n=table.sum(axis=1))


def test_each_partnership_counts_once_where_its_middle_member_stands():
    found = over_partnerships(counts((3, 0, 0, 0), (0, 1, 9, 0), (1, 1, 1, 0), (2, 2, 0, 0)), CODES, partnerships=4)
    assert found.to_dict("records") == [
        {"item": "1.1", "partnerships": 4, "too_few": 0, "G": 1, "W": 1, "S": 1, "D": 0, "between": 1}
    ]


def test_partnerships_with_too_few_members_are_counted_and_stand_nowhere():
    table = counts((3, 0, 0, 0), (3, 0, 0, 0), (3, 0, 0, 0), (0, 0, 0, 2), (0, 0, 0, 0))
    [found] = over_partnerships(table, CODES, partnerships=3).to_dict("records")
    assert (found["partnerships"], found["too_few"], found["G"], found["D"]) == (3, 1, 3, 0)
    [found] = over_partnerships(table, CODES, least=1, partnerships=3).to_dict("records")
    assert (found["partnerships"], found["too_few"]) == (3, 1)
    [found] = over_partnerships(table, CODES, least=4, partnerships=3).to_dict("records")
    assert (found["partnerships"], found["too_few"]) == (0, 4)


@pytest.mark.parametrize(("partnerships", "shown"), [(10, False), (4, True), (1, True)])
def test_an_item_with_too_few_partnerships_shows_how_many_and_no_more(partnerships, shown):
    table = counts(*[(3, 0, 0, 0)] * 4)
    [found] = over_partnerships(table, CODES, partnerships=partnerships).to_dict("records")
    assert found["partnerships"] == 4
    assert all(pd.isna(found[name]) != shown for name in [*CODES, "between"])


def test_never_fewer_than_three_partnerships():
    [found] = over_partnerships(counts(*[(3, 0, 0, 0)] * 2), CODES, partnerships=1).to_dict("records")
    assert pd.isna(found["G"])


def test_no_partnership_is_named_and_items_stay_in_order():
    table = pd.concat([counts((3, 0, 0, 0), item="1.2"), counts((3, 0, 0, 0), item="1.1")])
    found = over_partnerships(table.assign(section="s"), CODES)
    assert list(found["item"]) == ["1.2", "1.1"]
    assert list(found) == ["section", "item", "partnerships", "too_few", *CODES, "between"]


def refused(*args, **how):
    with pytest.raises(FaultsError) as error:
        over_partnerships(*args, **how)
    return str(error.value)


def test_numbers_and_tables_that_are_none_are_refused():
    table = counts((3, 0, 0, 0))
    assert refused(table, CODES, least=0) == "“0” is not a number of members. Give a whole number from 1 on."
    assert refused(table, CODES, partnerships=2.5) == (
        "“2.5” is not a number of partnerships. Give a whole number from 1 on."
    )
    assert refused(table.drop(columns="assessment"), CODES) == (
        "“DataFrame” is not a table of counts by assessment and item. Give level_counts by both."
    )


def test_disparity_of_counts_without_assessments_is_sorted_by_how_far_apart():
    table = counts((3, 0, 0, 0), (2, 0, 0, 2), (2, 2, 0, 0)).drop(columns="assessment")
    found = disparity_of_counts(table.assign(item=["1.1", "1.2", "1.3"]), CODES)
    assert list(found["item"]) == ["1.2", "1.3", "1.1"]
    assert list(found["low"].cat.categories) == list(CODES)


def test_disparity_of_what_are_no_counts_is_refused():
    with pytest.raises(FaultsError) as error:
        disparity_of_counts([], CODES)
    assert str(error.value) == ("“[]” is not a table of how often each level was given. Give what level_counts gives.")
