"""Which items are compared: with one framework, by a crosswalk, and over several versions."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from change_years import FORM, year

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.framework import Crossing, Crosswalk, Item, Level, Section
from assesslib.tables import change, history, pair, points, section_change

OLD, NEW, LAST = "2025-03-01", "2026-03-01", "2027-03-01"
SHIPPED = Path(al.__file__).parents[1] / "frameworks"


def version(number, codes="abcde", **sections):
    """A version of the small form: its sections with the texts of their items by id, ``id=text`` a word each."""
    parts = [
        Section(name, name.upper(), items=tuple(Item(*word.split("="), section=name) for word in words.split()))
        for name, words in sections.items()
    ]
    return replace(FORM, version=number, sections=tuple(parts), levels=tuple(Level(code, code) for code in codes))


ONE = version("1", people="1=Meet 2=Talk 3=Plan 4=Agree", money="5=Share 6=Pool")
TWO = version("2", people="1=Meet 2=Speak 31=Aim 32=Act 7=Learn", money="56=Fund")
ROWS = (
    Crossing("same", ("1",), ("1",)),
    Crossing("reworded", ("2",), ("2",)),
    Crossing("split", ("3",), ("31", "32")),
    Crossing("retired", ("4",), ()),
    Crossing("new", (), ("7",)),
    Crossing("merged", ("5", "6"), ("56",)),
)
WALK = Crosswalk("small", "1", "small", "2", "", True, ROWS)
SAID = ("aaaaaa",) * 6, ("bbbbbb",) * 6


def two(before=ONE, after=TWO):
    return year(OLD, *SAID[0], framework=before, agreed="aaaaaa"), year(NEW, *SAID[1], framework=after, agreed="bbbbbb")


def kinds(items):
    return [tuple(row) for row in items[["section", "item_before", "item", "kind"]].values]


def test_one_framework_needs_no_crosswalk_whatever_its_version():
    items = pair(*two(ONE, replace(ONE, version="1a"))).items
    assert set(items["kind"]) == {"same"}
    assert items["item"].tolist() == items["item_before"].tolist() == ["1", "2", "3", "4", "5", "6"]


def test_every_kind_in_the_order_of_the_later_framework():
    items = pair(*two(), crosswalk=WALK).items
    assert kinds(items) == [
        ("people", "1", "1", "same"), ("people", "2", "2", "reworded"), ("people", "3", "31", "split"),
        ("people", "3", "32", "split"), ("people", "", "7", "new"), ("people", "4", "", "retired"),
        ("money", "5", "56", "merged"), ("money", "6", "56", "merged"),
    ]  # fmt: skip
    assert items["text"].tolist() == ["Meet", "Speak", "Aim", "Act", "Learn", "Agree", "Fund", "Fund"]


def test_only_what_is_the_same_or_reworded_is_compared():
    found = change(*two(), crosswalk=WALK)
    compared = found["kind"].isin(["same", "reworded"])
    assert (
        found.loc[compared, ["up", "q", "word", "agreed_moved"]].values.tolist() == [[6, 1 / 32, "improved", "up"]] * 2
    )
    others = found[~compared]
    assert (
        others[["n_both", "up", "p", "q", "delta", "p_apart", "spread_p", "spread_q", "n_left"]].isna().all(axis=None)
    )
    assert (others[["level_word", "view_word", "basis", "beside", "agreed_moved"]] == "").all(axis=None)
    assert others["word"].tolist() == others["kind"].tolist()
    assert not others["panel_moved"].any()


def test_both_years_stand_beside_each_other_where_nothing_is_compared():
    found = change(*two(), crosswalk=WALK).set_index("kind")
    split, new, retired = found.loc["split"].iloc[0], found.loc["new"], found.loc["retired"]
    assert split[["said_before", "said_after", "low_before", "low_after", "agreed_before"]].tolist() == [
        "6 at a", "6 at b", "a", "b", "a",
    ]  # fmt: skip
    assert new[["said_before", "said_after", "n_after"]].tolist() == ["", "6 at b", 6]
    assert new[["n_before", "low_before", "gap_before", "agreed_before"]].isna().all()
    assert retired[["said_before", "said_after", "n_before"]].tolist() == ["6 at a", "", 6]
    assert retired[["n_after", "high_after", "gap_after", "agreed_after"]].isna().all()


def test_sections_count_what_is_compared_alone():
    found = section_change(*two(), crosswalk=WALK).set_index("section")
    assert found.loc["people", ["n", "up", "p", "q", "word"]].tolist() == [6, 6, 1 / 32, 1 / 32, "improved"]
    assert found.loc["money", ["n", "word"]].tolist() == [0, ""]
    assert found.loc["money", ["up", "p", "q"]].isna().all()


def test_levels_of_two_scales_are_never_compared():
    other = replace(TWO, levels=tuple(Level(code, code) for code in "abcd"))
    found = change(*two(ONE, other), crosswalk=WALK)
    assert found["kind"].tolist()[:2] == ["scale changed"] * 2
    assert found["n_both"].isna().all()
    assert ["".join(found[name].cat.categories) for name in ("low_before", "low_after")] == ["abcde", "abcd"]


def test_a_level_worded_otherwise_is_another_scale():
    levels = (*ONE.levels[:-1], Level("e", "always"))
    message = (
        "“small 1” is what both assessments call their framework, and its items or its scale are not the same in the "
        "two. Raise the version in one of the two files first, then draft a crosswalk with: assess crosswalk OLD.toml "
        "NEW.toml --to FILE.toml, with the files of both versions, read it line by line and confirm it."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        pair(*two(ONE, replace(ONE, levels=levels)))


def test_two_versions_of_one_id_are_named_by_their_files():
    message = (
        "“small 1” and small 2 are different frameworks, and no crosswalk says which of their items belong together. "
        "Draft one with: assess crosswalk OLD.toml NEW.toml --to FILE.toml, with the files of both versions, read it "
        "line by line and confirm it."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        pair(*two())


def test_a_crosswalk_of_other_frameworks_or_one_that_nobody_confirmed():
    message = (
        "“from small 2 to small 1” is where this crosswalk goes, and these assessments go from small 1 to small 2. "
        "Give the crosswalk between their two frameworks.\n“small 2 to small 1” is a draft of a crosswalk that nobody "
        "has confirmed. Read it line by line, correct it and write confirmed = true."
    )
    draft = replace(WALK, before_version="2", after_version="1", confirmed=False)
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        pair(*two(), crosswalk=draft)


def test_the_shipped_example_is_found_and_may_be_given_by_its_path():
    folder = SHIPPED / "crosswalks" / "example"
    before = al.load_framework("csit-collaborative-working")
    after = al.load_framework(folder / "csit-collaborative-working-3.8.toml")
    years = year(OLD, "abc", framework=before), year(NEW, "abc", framework=after)
    found = pair(*years)
    assert found.crosswalk.after_version == "3.8"
    assert {"reworded", "split", "merged", "same", "new", "retired"} == set(found.items["kind"])
    given = pair(*years, crosswalk=folder / "from-3.7-to-3.8.toml")
    pd.testing.assert_frame_equal(given.items, found.items)


THREE = version("3", people="1=Meet 2=Speak 31=Target 32=Act", money="56=Fund")
NEXT = Crosswalk("small", "2", "small", "3", "", True, (
    Crossing("same", ("1",), ("1",)), Crossing("same", ("2",), ("2",)), Crossing("reworded", ("31",), ("31",)),
    Crossing("same", ("32",), ("32",)), Crossing("retired", ("7",), ()), Crossing("same", ("56",), ("56",)),
))  # fmt: skip


def three():
    return (*two(), year(LAST, *SAID[1][:5], framework=THREE))


def test_over_several_versions_what_stayed_one_item_is_followed():
    found = history(three(), crosswalk=[NEXT, WALK])
    whole = found[found["span"] == "whole"]
    assert kinds(whole) == [
        ("people", "1", "1", "same"), ("people", "2", "2", "reworded"), ("people", "", "31", "new"),
        ("people", "", "32", "new"), ("people", "3", "", "retired"), ("people", "4", "", "retired"),
        ("money", "", "56", "new"), ("money", "5", "", "retired"), ("money", "6", "", "retired"),
    ]  # fmt: skip
    assert whole.loc[whole["kind"].isin(["same", "reworded"]), "up"].tolist() == [6, 6]
    assert found[found["span"] == "step"].groupby("after").size().to_dict() == {"y2026": 8, "y2027": 6}


def test_points_by_the_ids_of_the_latest():
    found = points(three(), crosswalk=[WALK, NEXT])
    there = found.groupby("item", sort=False)["assessment"].agg(list).to_dict()
    assert there == {
        "1": ["y2025", "y2026", "y2027"], "2": ["y2025", "y2026", "y2027"], "31": ["y2026", "y2027"],
        "32": ["y2026", "y2027"], "56": ["y2026", "y2027"],
    }  # fmt: skip
    kind = found.set_index(["item", "assessment"])["kind"]
    assert [kind["2", "y2025"], kind["2", "y2026"], kind["31", "y2026"]] == ["reworded", "same", "reworded"]


def test_a_year_of_the_same_framework_between_changes_nothing():
    middle = year("2025-09-01", *SAID[0], framework=ONE)
    middle.name = "middle"
    before, after = two()
    found = history([after, middle, before], crosswalk=WALK)
    whole = found[found["span"] == "whole"].reset_index(drop=True)
    pd.testing.assert_frame_equal(whole.drop(columns="span"), change(before, after, crosswalk=WALK))


def test_a_history_takes_the_path_of_a_crosswalk():
    folder = SHIPPED / "crosswalks" / "example"
    before = al.load_framework("csit-collaborative-working")
    after = al.load_framework(folder / "csit-collaborative-working-3.8.toml")
    years = year(OLD, "abc", framework=before), year(NEW, "abc", framework=after)
    path = folder / "from-3.7-to-3.8.toml"
    pd.testing.assert_frame_equal(history(years, crosswalk=path), history(years, crosswalk=[str(path)]))
    assert history(years, crosswalk=path)["kind"].nunique() == 6
