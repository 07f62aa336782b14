"""The charts of members' answers in sentences: right for nobody, one and many."""

import pandas as pd
import pytest
from zoo import CSIT, Animal

from assesslib.charts.alt_text_answers import (
    consensus_against_text,
    disparity_spread_text,
    divides_dots_text,
    level_distribution_text,
    section_heatmap_text,
)
from assesslib.tables import disparity, section_grid, spread
from assesslib.tables.grid import group_grid

ITEMS = CSIT.table()
SAID = Animal({"1": "aceea?/-", "2": "dddddddd", "3": "........"})
ONE = Animal({"1": "c"})


def grid(animal):
    table = section_grid(animal.ratings, ITEMS, animal.members, animal.section)
    return section_heatmap_text(table[table["item"].isin([*animal.said])])


def groups(animal, by="organisation"):
    table = group_grid(animal.ratings, ITEMS, animal.section, by)
    return section_heatmap_text(table[table["item"].isin([*animal.said])])


def spread_of(animal):
    return spread(disparity(animal.ratings), ITEMS)


def test_a_grid_tells_who_said_what_from_the_lowest_level_on_then_who_gave_none():
    assert grid(SAID) == (
        "A grid of 3 items and 8 members. "
        "1: a: Member 0 and Member 4; c: Member 1; e: Member 2 and Member 3; split, a level for each side: Member 6; "
        "not applicable: Member 7; don’t know: Member 5; 5 rated. "
        "2: d: Member 0, Member 2, Member 4, Member 6, Member 1, Member 3, Member 5 and Member 7; 8 rated. "
        "3: no answer: Member 0, Member 2, Member 4, Member 6, Member 1, Member 3, Member 5 and Member 7; 0 rated."
    )
    assert grid(ONE) == "A grid of 1 item and 1 member. 1: c: Member 0; 1 rated."


def test_a_grid_of_groups_tells_medians_and_numbers_and_what_is_not_shown():
    assert groups(Animal({"1": "abbcbdbd", "2": "a.b.c..."})) == (
        "A grid of 2 items and 2 groups. "
        "1: The $Trust$ & Co: median b, 4 rated; Århus Council: medians c and d, 4 rated. "
        "2: The $Trust$ & Co: median b, 3 rated; Århus Council: not shown, as it could give away who said what."
    )
    assert groups(Animal({"1": "ab", "2": ".."}), "") == (
        "A grid of 2 items and 1 group. 1: everyone: medians a and b, 2 rated. 2: everyone: rated by nobody."
    )


def test_bars_tell_how_many_gave_each_answer():
    assert level_distribution_text(spread_of(SAID)) == (
        "Bars for 3 items. 1: 2 at a, 1 at c, 2 at e, 1 split, 1 not applicable, 1 don’t know; 5 rated. "
        "2: 8 at d; 8 rated. 3: nobody rated this, 8 no answer."
    )
    assert level_distribution_text(spread_of(ONE)) == "Bars for 1 item. 1: 1 at c; 1 rated."


def test_dots_tell_the_ends_and_the_medians_where_they_differ():
    assert disparity_spread_text(spread_of(Animal({"1": "ace", "2": "bbd?de", "3": "dd", "4": "..", "5": "e"}))) == (
        "Every member’s rating of 5 items as a dot. "
        "1: Scattered. Two members differ by 2.7 levels on average. 3 rated. From a to e, median c. "
        "2: Two camps. Two members differ by 1.6 levels on average. 5 rated, 1 don’t know. From b to e, median d. "
        "3: All agree. 2 rated. All at d. 5: One rating only. 1 rated. At e. "
        "4: Nobody rated this. 0 rated, 2 no answer."
    )
    assert disparity_spread_text(spread_of(Animal({"1": "ad"}))) == (
        "Every member’s rating of 1 item as a dot. "
        "1: Scattered. Two members differ by 3.0 levels on average. 2 rated. From a to d, medians a and d."
    )


def test_groups_tell_how_they_stand_and_what_each_said():
    said = {"item": ["1", "1", "2"], "group": ["P", "Q", "P"], "a": [3, 0, 1], "b": [0, 3, 2], "split": [0, 1, 0]}
    words = ["all of P below all of Q", "all of P below all of Q", "Q mostly above P\nP mostly above R"]
    assert divides_dots_text(pd.DataFrame(said | {"n": 3, "words": words})) == (
        "2 groups on 2 items. 1: All of P below all of Q. P: 3 at a; 3 rated. Q: 3 at b, 1 split; 3 rated. "
        "2: Q mostly above P. P mostly above R. P: 1 at a, 2 at b; 3 rated."
    )


def decided(*rows):
    table = pd.DataFrame(rows, columns=["item", "agreed", "state", "gap", "alone", "n", "a", "b"])
    return table.astype({"agreed": pd.CategoricalDtype(list("ab"), ordered=True)})


def test_what_was_agreed_is_told_beside_what_was_said_alone():
    table = decided(
        ("1", "b", "rated", "away from both medians", "Ann and Bo", 5, 3, 2),
        ("2", "a", "rated", "", "", 1, 1, 0),
        ("3", None, "unresolved", "unresolved", "", 2, 1, 1),
        ("4", None, "split", "", "", 0, None, None),
        ("5", None, "not settled", "", "", 0, 0, 0),
    )
    assert consensus_against_text(table) == (
        "What was agreed on 5 items. "
        "1: b was agreed, away from both medians, the level that only Ann and Bo gave; "
        "said alone: 3 at a, 2 at b; 5 rated. "
        "2: a was agreed; said alone: 1 at a; 1 rated. 3: unresolved; said alone: 1 at a, 1 at b; 2 rated. "
        "4: agreed for each side; said alone: nobody rated this. 5: not settled yet; said alone: nobody rated this."
    )
    assert consensus_against_text(table.tail(1)) == (
        "What was agreed on 1 item. 5: not settled yet; said alone: nobody rated this."
    )


@pytest.mark.parametrize(("tell", "words"), [
    (section_heatmap_text, "Nobody has rated this yet."), (level_distribution_text, "Nobody has rated this yet."),
    (disparity_spread_text, "Nobody has rated this yet."),
    (divides_dots_text, "No two groups are large enough to be shown."),
    (consensus_against_text, "Nothing has been rated or agreed yet."),
])  # fmt: skip
def test_nothing_is_told_in_words(tell, words):
    assert tell(pd.DataFrame({"item": []})) == words
