"""Where each theme runs: its items by section, with their levels and what was found."""

import pandas as pd
import pytest
from small_forms import form, tags, team

from assesslib.faults import FaultsError
from assesslib.tables.threads.grid import threads_grid
from assesslib.tables.threads.search import threads

FORM = form("x x -", "x y", "xy -", themes="xyz")


def grid(agreed, framework=FORM, notes=None, basis="consensus", **found):
    said = team(framework, agreed, **({} if notes is None else {"notes": notes}))
    return threads_grid(said, threads(said, shuffles=1, basis=basis, **found), basis=basis)


def cells(table, theme="x"):
    rows = table[table["theme"] == theme]
    levels = rows[["low", "high"]].astype(object).where(rows["low"].notna(), "").to_numpy().tolist()
    return [(row.section, row.item, *level, row.end) for row, level in zip(rows.itertuples(), levels, strict=True)]


def test_every_item_stands_in_its_section_with_its_level_and_its_end():
    assert cells(grid("d c a e b ! d")) == [
        ("s0", "1", "d", "d", "top"),
        ("s0", "2", "c", "c", ""),
        ("s1", "4", "e", "e", "top"),
        ("s2", "6", "", "", ""),
    ]


def test_a_section_without_an_item_of_the_theme_is_there_with_none():
    assert cells(grid("d c a e b ! d"), "y") == [
        ("s0", "", "", "", ""),
        ("s1", "5", "b", "b", "bottom"),
        ("s2", "6", "", "", ""),
    ]


def test_a_level_for_each_side_has_two_ends_and_counts_only_where_both_do():
    assert [row[2:] for row in cells(grid("de ad a a a a a"))[:2]] == [("d", "e", "top"), ("a", "d", "")]


def test_a_theme_that_no_item_carries_has_no_row():
    table = grid("c c c c c c c")
    assert list(table["theme"].unique()) == ["x", "y"]
    assert list(table["title"].unique()) == ["The xs", "The ys"]


@pytest.mark.parametrize(
    ("agreed", "found", "near"),
    [
        ("d d c e c d c", "golden thread", ""),
        ("a b c a c b c", "fault line", ""),
        ("c c c b c c c", "", ""),
        ("d d c c c d c", "", "near a golden thread: one section short"),
        ("d d c a c d c", "", ""),
    ],
)
def test_what_was_found_and_what_is_near_stands_in_words(agreed, found, near):
    rows = grid(agreed)
    said = rows[rows["theme"] == "x"][["found", "near"]].drop_duplicates()
    assert said.to_numpy().tolist() == [[found, near]]


def test_both_directions_of_one_theme_are_said():
    framework = form("x x", "x x", themes="x")
    table = grid("d d b b", framework, items=2, sections=1)
    assert set(table["found"]) == {"golden thread and fault line"}


def test_themes_stand_in_the_order_of_what_was_found():
    framework = form("x y", "x y", "x y", themes="xy")
    assert list(grid("c e c e c e", framework)["theme"].unique()) == ["y", "x"]
    assert list(grid("c c c c c c", framework)["theme"].unique()) == ["x", "y"]


def test_it_says_how_many_items_carry_a_theme_and_how_many_have_a_level():
    table = grid("d ! . e c . c").drop_duplicates("theme").set_index("theme")
    assert table["counted"].to_dict() == {"x": "4 standards, 2 with a level", "y": "2 standards, 1 with a level"}
    one = grid("d", form("x", themes="x"))
    assert list(one["counted"]) == ["1 standard, 1 with a level"]


def test_the_teams_own_themes_and_the_acting_subjects_are_there_too():
    framework = form("x x", "x x", "x x", themes="x", wording="Leaders listen")
    table = grid("d d d d d d", framework, tags(("Money", "2 5")))
    assert list(table["source"].unique()) == ["declared", "subject", "tag"]
    assert cells(table, "Money") == [("s0", "2", "d", "d", "top"), ("s1", "", "", "", ""), ("s2", "5", "d", "d", "top")]


def test_only_the_themes_that_are_asked_for_are_there():
    said = team(FORM, "c c c c c c c")
    found = threads(said, shuffles=1)
    assert list(threads_grid(said, found[found["theme"] == "y"])["theme"].unique()) == ["y"]
    nothing = threads_grid(said, found.head(0))
    assert nothing.empty
    assert list(nothing.columns) == list(threads_grid(said, found).columns)


def test_by_medians_the_levels_are_what_members_said_alone():
    said = team(FORM, "a a a a a a a", rated=["dd", "ce"])
    table = threads_grid(said, threads(said, shuffles=1, basis="medians"), basis="medians")
    assert [row[2:] for row in cells(table)] == [("d", "d", "top"), ("c", "e", ""), ("", "", ""), ("", "", "")]


def test_the_levels_keep_the_order_of_the_scale():
    table = grid("d c a e b ! d")
    for column in ("low", "high"):
        assert table[column].dtype == pd.CategoricalDtype(list("abcde"), ordered=True)


def test_another_basis_is_a_fault():
    said = team(FORM)
    with pytest.raises(FaultsError) as error:
        threads_grid(said, threads(said, shuffles=1), basis="mean")
    assert str(error.value) == (
        "“mean” is not a basis for threads. Allowed: consensus, medians; nearest: medians. "
        "Choose the one with which the threads were found."
    )
