"""section_change(): members' moves over a section, the exact sign-flip test, and its words."""

import pandas as pd
import pytest
from change_years import FORM, year
from small_forms import form

from assesslib import stats
from assesslib.tables import section_change

OLD, NEW = "2025-03-01", "2026-03-01"


def first(before, after, **said):
    return section_change(before, after, **said).iloc[0]


def test_every_column_of_a_row():
    # On items 1 and 2: m up twice, n up and down, o up once and once don't know, p down, q nothing in both years.
    before = year(OLD, "abaca", "abab.", people="mnopq")
    after = year(NEW, "bcbb.", "ba?bc", people="mnopq")
    found = section_change(before, after)
    assert list(found) == ["section", "title", "n", "up", "down", "unmoved", "p", "smallest_p", "q", "word"]
    assert found["section"].tolist() == [part.id for part in FORM.sections]
    row = found.iloc[0]
    assert row[["title", "n", "up", "down", "unmoved"]].tolist() == ["S0", 4, 2, 1, 1]
    assert row["p"] == stats.sign_flip_test([2, 0, 1, -1])
    assert row[["smallest_p", "q"]].tolist() == pytest.approx([0.25, float("nan")], nan_ok=True)
    assert first(before, after, alpha=0.3)["q"] == row["p"]


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [("aaaaaa", "bbbbbb", "improved"), ("bbbbbb", "aaaaaa", "declined"), ("aaaaaa", "aaabbb", "too few to tell"),
     ("aaaaaa", "aaaabb", "no clear change"), ("aaabbb", "bbbaaa", "no clear change"),
     ("aaaaa", "bbbbb", "too few to tell")],
)  # fmt: skip
def test_words(before, after, word):
    assert first(year(OLD, before), year(NEW, after))["word"] == word


def test_how_often_counts_and_not_how_far():
    near, far = (first(year(OLD, "aaaaab"), year(NEW, line)) for line in ("bbbbba", "eeeeea"))
    assert near["p"] == far["p"] == stats.sign_flip_test([1] * 5 + [-1])


def test_the_family_is_all_sections_that_could_tell_anything():
    framework = form("x", "x", "x")
    lines = ("aaaaaaa", "bbbbbbb"), ("ccccccc", "ccccccc"), (".......", ".......")
    sides = zip((OLD, NEW), zip(*lines, strict=True), strict=True)
    before, after = (year(day, *side, framework=framework) for day, side in sides)
    found = section_change(before, after)
    assert found["p"].tolist()[:2] == [2 / 128, 1]
    assert found["q"].tolist()[:2] == pytest.approx([2 / 128, float("nan")], nan_ok=True)
    assert found["n"].tolist() == [7, 7, 0]
    assert found.loc[2, ["up", "p", "smallest_p", "q"]].isna().all()
    assert found["word"].tolist() == ["improved", "no clear change", "too few to tell"]


def test_off_named_nothing_is_said_of_two():
    before, after = year(OLD, "aa"), year(NEW, "bb")
    hidden = first(before, after, anonymity="pooled")
    assert hidden[["up", "down", "unmoved", "p", "smallest_p", "q"]].isna().all()
    assert hidden[["n", "word"]].tolist() == [2, "too few to tell"]
    assert first(before, after)["up"] == 2
    assert first(year(OLD, "aaa"), year(NEW, "bbb"), anonymity="pooled")["up"] == 3


def test_off_named_a_section_of_one_item_shows_no_more_than_the_item():
    framework = form("x x", "x")
    before = year(OLD, *["acccc"] * 3, people="mnopq", framework=framework)
    after = year(NEW, *["ecccc"] * 3, people="znopq", framework=framework)
    assert section_change(before, after)["unmoved"].tolist() == [4, 4]
    hidden = section_change(before, after, anonymity="pooled")
    assert hidden["unmoved"].tolist() == [4, pd.NA]
    assert hidden.loc[1, ["up", "down", "p", "smallest_p", "q"]].isna().all()


def test_nobody_in_both():
    row = first(year(OLD, "aa", people="mn"), year(NEW, "bb", people="op"))
    assert row[["n", "word"]].tolist() == [0, "too few to tell"]
