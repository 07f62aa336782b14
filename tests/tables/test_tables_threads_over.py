"""Threads over the years: held, appeared, healed, faded, and when it cannot be told."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_forms import form, tags
from years_apart import year

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.framework import Crossing, Crosswalk
from assesslib.tables.change.pair import pair
from assesslib.tables.change.threads_alike import over_years
from assesslib.tables.change.threads_over import COLUMNS, threads_over

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
    assert set(money["why"]) == {"there is no such tag in y2022"}
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


def test_what_a_change_is_refused_for_threads_are_refused_for_too():
    csit, cdrp = al.load_framework("csit-collaborative-working"), al.load_framework("cdrp-dat-partnership")
    years = [year(2025, {"1": "bb"}, framework=csit), year(2026, {"1.1": "GG"}, framework=cdrp)]
    with pytest.raises(FaultsError) as of_pair:
        pair(*years)
    with pytest.raises(FaultsError) as caught:
        threads_over(years)
    assert str(caught.value) == str(of_pair.value)


def walk(*kinds, **ends):
    """A crosswalk from version 1 to version 2 of the small form, such as ``("same 1 1", "new - 7")``."""
    rows = [(kind, old.strip("-").split("+"), new.strip("-").split("+")) for kind, old, new in map(str.split, kinds)]
    said = {"before": "small", "before_version": "1", "after": "small", "after_version": "2"} | ends
    kept = tuple(Crossing(kind.replace("_", " "), tuple(filter(None, old)), tuple(filter(None, new)))
                 for kind, old, new in rows)  # fmt: skip
    return Crosswalk(*said.values(), "", True, kept)


def across(framework, crosswalk, *agreed, **more):
    """Threads of two years, the later one with another framework; a word of levels an item each."""
    years = [
        year(2020 + place, {"1": "bb"}, framework=form,
             agreed=[(str(n), level) for n, level in enumerate(word, 1) if level != "."])
        for place, (form, word) in enumerate(zip((FORM, framework), agreed, strict=True))
    ]  # fmt: skip
    return threads_over(years, shuffles=1, crosswalk=crosswalk, **more)


def said(found):
    """Each theme and direction with the years it was found in, its word and the reason."""
    rows = found.groupby(["theme", "direction"], sort=False)
    return [(*key, one["found"].tolist(), *one[["word", "why"]].drop_duplicates().to_numpy()[0]) for key, one in rows]


SAME = [f"same {n} {n}" for n in range(1, 7)]


def test_levels_of_two_scales_are_not_compared():
    shorter = replace(FORM, version="2", levels=FORM.levels[:4])
    why = "the scale of y2021 is another than that of y2020"
    crosswalk = walk(*(one.replace("same", "scale_changed") for one in SAME))
    assert said(across(shorter, crosswalk, "cccccc", "cccccc")) == [
        ("x", "golden thread", [NO, YES], "cannot be compared", why),
        ("y", "golden thread", [NO, YES], "cannot be compared", why),
    ]


def test_what_is_no_longer_asked_heals_nothing():
    later = replace(form("x y", "x y", "y"), version="2")
    found = across(later, walk(*SAME[:4], "same 6 5", "retired 5 -"), "acacac", "ccccc")
    assert said(found) == [
        ("x", "fault line", [YES, NO], "cannot be compared",
         "only 2 standards of such a theme were asked alike in both assessments, too few for a thread"),
    ]  # fmt: skip
    assert found["latest"].tolist() == [("1", "3"), ()]


def test_a_theme_without_any_item_is_not_compared():
    later = replace(form("y y", "y y", "y y"), version="2")
    assert said(across(later, walk(*SAME), "acacac", "cccccc")) == [
        ("x", "fault line", [YES, NO], "cannot be compared", "no standard of y2021 belongs to such a theme"),
    ]


def test_items_under_other_ids_are_followed():
    later = replace(form("y x", "y x", "y x", wording="Asked anew"), version="2")
    turned = walk(*(f"reworded {old} {new}" for old, new in zip("123456", "214365", strict=True)))
    found = across(later, turned, "acacac", "cccccc")
    assert said(found) == [("x", "fault line", [YES, NO], "healed", "")]
    assert found[["items", "latest"]].to_numpy().tolist() == [[("1", "3", "5"), ("2", "4", "6")], [(), ()]]


def test_a_new_item_decides_nothing():
    later = replace(form("x y", "x y", "x y", "x"), version="2")
    why = "in y2021 that rests on standards that were not asked alike in both assessments"
    more = walk(*SAME, "new - 7")
    assert said(across(later, more, "acacac", "acacace")) == [
        ("x", "fault line", [YES, NO], "cannot be compared", why),
    ]
    assert said(across(later, more, "acacac", "acacaca")) == [("x", "fault line", [YES, YES], "held", "")]
    assert said(across(later, more, "acacac", "acccac.")) == [
        ("x", "fault line", [YES, NO], "cannot be told", "in y2021 only 3 of its 4 standards have a level"),
    ]


def test_frameworks_of_two_ids_are_compared_along_their_crosswalk():
    other = replace(FORM, id="own", version="5")
    crosswalk = walk(*SAME, after="own", after_version="5")
    assert said(across(other, crosswalk, "acacac", "cccccc")) == [("x", "fault line", [YES, NO], "healed", "")]
    assert across(other, crosswalk, "cccccc", "cccccc").empty


def test_medians_are_veiled_where_nobody_is_named():
    lines = {str(n): "aa" if n % 2 else "cc" for n in range(1, 7)}
    years = [year(2020 + n, lines, framework=FORM) for n in range(2)]
    how = {"basis": "medians", "shuffles": 1}
    assert said(threads_over(years, **how)) == [("x", "fault line", [YES, YES], "held", "")]
    assert threads_over(years, anonymity="pooled", **how).empty


def test_an_unknown_tier_is_refused_in_words():
    with pytest.raises(FaultsError, match=r"^“secret” is no tier of anonymity\. Allowed: named, role, organisation, "
                                          r"pooled; nearest: organisation\. Choose one of these\.$"):  # fmt: skip
        over("acbcac", "cccccc", anonymity="secret")


@pytest.mark.parametrize(
    ("last", "why"),
    [("acbc.c", "in y2021 only 2 of its 3 standards have a level"), ("......", "in y2021 none of its 3 standards has a "
                                                                               "level")],
)  # fmt: skip
def test_why_it_cannot_be_told_counts_what_was_asked(last, why):
    assert set(over("acbcac", last)["why"]) == {why}


def test_of_a_tag_on_other_items_nothing_is_said():
    levels = [(str(n), "a" if n % 2 else "c") for n in range(1, 7)]
    years = [year(2020 + n, {"1": "bb"}, framework=FORM, agreed=levels) for n in range(2)]
    years[0].notes, years[1].notes = tags(("Money", "1 3 5")), tags(("Money", "3 5 6"))
    found = threads_over(years, shuffles=1)
    assert said(found[found["source"] == "tag"]) == [
        ("Money", "fault line", [YES, NO], "cannot be compared",
         "only 2 standards of such a theme were tagged with it in both assessments, too few for a thread"),
    ]  # fmt: skip


@pytest.mark.parametrize(("found", "known"), [([YES], [YES]), ([YES, NO, NO], [NO, YES, YES])])
def test_what_is_known_of_no_thread_says_nothing(found, known):
    assert over_years(found, known, "fault line") == "cannot be told"


def test_the_written_story_both_threads_hold_for_three_years():
    years = [al.open_assessment(DATA / f"collaboration-{year}") for year in (2024, 2025, 2026)]
    found = threads_over(years, shuffles=1)
    assert found[["theme", "direction", "items", "found", "word"]].to_numpy().tolist() == [
        *[["relationships", "golden thread", ("12", "20", "29", "33"), True, "held"]] * 3,
        *[["performance", "fault line", ("9", "17", "34", "36"), True, "held"]] * 3,
    ]
