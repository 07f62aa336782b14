"""Threads over the years: held, appeared, healed, faded, and when it cannot be told."""

from pathlib import Path

import pytest
from small_forms import form, tags
from years_apart import year

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables.change.threads_over import COLUMNS, over_years, threads_over

DATA = Path(__file__).parents[2] / "data"
FORM = form("x y", "x y", "x y")
"""Theme x on items 1, 3 and 5, theme y on 2, 4 and 6, each in three sections."""


def over(*agreed, **more):
    """Threads of several years, each a word of six levels, "." for an item that is not settled."""
    years = [
        year(2020 + place, {"1": "bb"}, framework=FORM,
             agreed=[(str(n), level) for n, level in enumerate(word, 1) if level != "."])
        for place, word in enumerate(agreed)
    ]  # fmt: skip
    return threads_over(years, shuffles=1, **more)


def told(*agreed):
    """Each theme that was ever a thread: its direction, in which years it was found and known, and the word."""
    found = over(*agreed)
    rows = found.groupby(["theme", "direction"], sort=False)
    return [(*key, one["found"].tolist(), one["known"].tolist(), *one["word"].unique()) for key, one in rows]


YES, NO = True, False


@pytest.mark.parametrize(
    ("years", "found", "word"),
    [
        (["acacac", "bcbcbc"], [YES, YES], "held"),
        (["cccccc", "acbcac"], [NO, YES], "appeared"),
        (["acbcac", "cccccc"], [YES, NO], "healed"),
        (["cccccc", "acbcac", "cccccc"], [NO, YES, NO], "came and went"),
        (["acbcac", "cccccc", "acbcac"], [YES, NO, YES], "went and came back"),
        (["acbcac", "acbcac", "accccc"], [YES, YES, NO], "healed"),
    ],
)
def test_a_fault_line_over_the_years(years, found, word):
    assert told(*years) == [("x", "fault line", found, [True] * len(years), word)]


def test_a_golden_thread_that_is_gone_has_faded_not_healed():
    assert told("cecdce", "cccccc") == [("y", "golden thread", [YES, NO], [YES, YES], "faded")]


def test_a_theme_may_turn_from_one_end_to_the_other():
    assert told("acbcac", "ecdcec") == [
        ("x", "fault line", [YES, NO], [YES, YES], "healed"), ("x", "golden thread", [NO, YES], [YES, YES], "appeared"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("years", "known", "word"),
    [
        (["acbcac", "acbc.c"], [YES, NO], "cannot be told"),
        (["acbcac", "accc.c"], [YES, YES], "healed"),
        (["acbcac", "acec.c"], [YES, YES], "healed"),
        (["......", "acbcac"], [NO, YES], "cannot be told"),
        (["......", "acbcac", "acbcac"], [NO, YES, YES], "held"),
        (["acbcac", "acbcac", "......"], [YES, YES, NO], "cannot be told"),
    ],
)
def test_what_is_not_settled_heals_nothing(years, known, word):
    [(theme, direction, _, seen, said)] = told(*years)
    assert (theme, direction, seen, said) == ("x", "fault line", known, word)


def test_one_row_a_theme_direction_and_year_with_what_carries_it():
    found = over("acbcac", "cccccc")
    assert list(found.columns) == COLUMNS
    assert found[["assessment", "date", "place", "title", "items", "levelled"]].to_numpy().tolist() == [
        ["y2020", "2020-03-01", 0, "The xs", ("1", "3", "5"), 3], ["y2021", "2021-03-01", 1, "The xs", (), 3],
    ]  # fmt: skip


def test_the_rule_can_be_another_and_nothing_found_gives_no_rows():
    assert over("acbccc", "cccccc").empty
    assert over("acbccc", "cccccc", items=2, sections=2)["word"].tolist() == ["healed", "healed"]


def test_a_tag_is_the_same_whatever_its_case_and_a_year_without_it_is_not_known():
    levels = [(str(n), "a" if n % 2 else "c") for n in range(1, 7)]
    years = [year(2020 + n, {"1": "bb"}, framework=FORM, agreed=levels) for n in range(3)]
    years[0].notes, years[1].notes = tags(("Money", "1 3 5")), tags(("money", "1 3 5"))
    found = threads_over(years, shuffles=1)
    money = found[found["source"] == "tag"]
    assert money[["title", "found", "known", "asked", "word"]].to_numpy().tolist() == [
        ["money", True, True, 3, "cannot be told"], ["money", True, True, 3, "cannot be told"],
        ["money", False, False, 0, "cannot be told"],
    ]  # fmt: skip


def test_assessments_are_put_in_order_of_time():
    first, second = (year(n, {"1": "bb"}, framework=FORM, agreed=[("1", "a"), ("3", "a"), ("5", level)])
                     for n, level in ((2020, "c"), (2021, "a")))  # fmt: skip
    assert threads_over([second, first], shuffles=1)["word"].unique().tolist() == ["appeared"]


def test_one_assessment_is_refused_in_words():
    with pytest.raises(FaultsError, match=r"^A comparison takes two assessments or more, and this is 1\. Give the "
                                          r"assessments of at least two years\.$"):  # fmt: skip
        over("acbcac")


def test_two_frameworks_are_refused_in_words():
    csit, cdrp = al.load_framework("csit-collaborative-working"), al.load_framework("cdrp-dat-partnership")
    years = [year(2025, {"1": "bb"}, framework=csit), year(2026, {"1.1": "GG"}, framework=cdrp)]
    with pytest.raises(FaultsError, match=r"^“csit-collaborative-working and cdrp-dat-partnership” are different "
                                          r"frameworks, and each has themes of its own\. Choose assessments of one "
                                          r"framework\.$"):  # fmt: skip
        threads_over(years)


def test_what_a_single_known_year_can_say():
    assert over_years([True], [True], "fault line") == "cannot be told"


def test_the_written_story_both_threads_hold_for_three_years():
    years = [al.open_assessment(DATA / f"collaboration-{year}") for year in (2024, 2025, 2026)]
    found = threads_over(years, shuffles=1)
    assert found[["theme", "direction", "items", "found", "word"]].to_numpy().tolist() == [
        *[["relationships", "golden thread", ("12", "20", "29", "33"), True, "held"]] * 3,
        *[["performance", "fault line", ("9", "17", "34", "36"), True, "held"]] * 3,
    ]
