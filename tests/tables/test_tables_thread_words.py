"""What is said of threads between two years, and what is said where the years cannot be compared."""

from dataclasses import replace

import pytest
from small_forms import form
from years_apart import year

from assesslib.framework import Crossing, Crosswalk
from assesslib.tables.change.telling import Telling
from assesslib.tables.change.thread_words import thread_findings
from assesslib.tables.change.threads_over import threads_over

FORM = form("x y", "x y", "x y")
FEWER = replace(form("x y", "x y", "y"), version="2")
SHORTER = replace(FORM, version="2", levels=FORM.levels[:4])


def walk(*kinds, after="small"):
    """A crosswalk of rows such as ``"same 1 1"``."""
    rows = [(kind.replace("_", " "), old.strip("-"), new.strip("-")) for kind, old, new in map(str.split, kinds)]
    return Crosswalk("small", "1", after, "2", "", True, tuple(
        Crossing(kind, (old,) * bool(old), (new,) * bool(new)) for kind, old, new in rows))  # fmt: skip


def said(then, now, framework=FORM, crosswalk=None):
    """The findings on what a team agreed in two years, a word of levels an item each."""
    years = [
        year(2025 + place, {"1": "bb"}, framework=own,
             agreed=[(str(n), level) for n, level in enumerate(word, 1) if level != "."])
        for place, (own, word) in enumerate([(FORM, then), (framework, now)])
    ]  # fmt: skip
    over = threads_over(years, shuffles=1, crosswalk=crosswalk)
    return list(thread_findings(over, Telling(framework, "2025-03-01", "2026-03-01")))


def test_levels_of_two_scales_are_said_not_to_be_comparable_once_for_all():
    [found] = said("cccccc", "cccccc", SHORTER, walk(*(f"scale_changed {n} {n}" for n in range(1, 7))))
    assert found.words == (
        "The golden threads The xs (theme) and The ys (theme) were found only in the later assessment, and the two "
        "cannot be compared: the scale of y2026 is another than that of y2025."
    )
    assert (found.items, found.n, found.rests_on) == (("1", "3", "5", "2", "4", "6"), 2, "2 golden threads")


@pytest.mark.parametrize("now", ["ccccc", "acacc"])
def test_what_is_no_longer_asked_is_not_said_to_have_healed(now):
    crosswalk = walk("same 1 1", "same 2 2", "same 3 3", "same 4 4", "retired 5 -", "same 6 5")
    [found] = said("acacac", now, FEWER, crosswalk)
    assert found.words == (
        "The fault line The xs (theme) was found only in the earlier assessment, and the two cannot be compared: only "
        "2 standards of such a theme were asked alike in both assessments, too few for a thread."
    )
    assert found.items == ("1", "3")


def test_items_are_named_as_the_later_assessment_has_them():
    later = replace(form("y x", "y x", "y x", wording="Asked anew"), version="2")
    crosswalk = walk(*(f"reworded {old} {new}" for old, new in zip("123456", "214365", strict=True)))
    [found] = said("acacac", "cccccc", later, crosswalk)
    assert found.words == (
        "The fault line The xs (theme) healed: it ran through standards 2, 4 and 6 and is not found any more."
    )
    assert (found.items, found.n, found.rests_on) == (("2", "4", "6"), 3, "3 standards with a level")


@pytest.mark.parametrize(
    ("now", "why", "n"),
    [("acbc.c", "in y2026 only 2 of its 3 standards have a level", 2),
     ("......", "in y2026 none of its 3 standards has a level", 0)],
)  # fmt: skip
def test_what_is_not_settled_is_said_with_what_was_asked(now, why, n):
    [found] = said("acbcac", now)
    assert found.words == f"Whether the fault line The xs (theme) is there in both assessments cannot be told: {why}."
    assert found.n == n


def test_what_held_and_appeared_comes_first_with_its_items():
    assert [one.words for one in said("acacac", "aeaeae")] == [
        "The fault line The xs (theme) held: standards 1, 3 and 5 in the later assessment.",
        "A golden thread appeared, The ys (theme): standards 2, 4 and 6.",
    ]
