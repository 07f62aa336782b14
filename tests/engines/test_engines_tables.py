"""What tables make of counts is the same of files as of ratings in memory."""

import numpy as np
import pandas as pd
import pytest
from engines.engines_kit import as_parquet
from zoo import CSIT, Animal

import assesslib as al
from assesslib import stats, tables
from assesslib.places import shipped

YEARS = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
KEYS = ["assessment", "section", "item"]
LINES = ("aabbc", "cc.", "ccc?", "abe", "deee", "cd", "bb/bc", "bbb", "aab", "ddee", "eee", "cccd")
TEAMS = [Animal({"1": line, "2": line[::-1]}, assessment=f"team-{place}") for place, line in enumerate(LINES)]


@pytest.fixture
def counted(file_level_counts, tmp_path):
    """The counts of frames of ratings, written to files, on an engine."""

    def count(frames, by):
        for place, frame in enumerate(frames):
            as_parquet(frame, tmp_path / f"{place:02}.parquet")
        return file_level_counts(str(tmp_path / "*.parquet"), CSIT, by)

    return count


def sorted_alike(*found):
    return [one.sort_values(["assessment", "item"], ignore_index=True) for one in found]


def test_disparity_and_its_distribution_in_words(counted):
    counts = counted([year.ratings for year in YEARS], KEYS)
    of_files = tables.disparity_of_counts(counts, CSIT.codes)
    in_memory = tables.disparity(pd.concat([year.ratings for year in YEARS]))
    pd.testing.assert_frame_equal(*sorted_alike(of_files, in_memory))
    items = CSIT.table()
    pd.testing.assert_frame_equal(*sorted_alike(tables.spread(of_files, items), tables.spread(in_memory, items)))


def test_groups_of_members(counted):
    counts = counted([YEARS[1].ratings], ["section", "item", "organisation"])
    shown = counts[(counts["n"] >= tables.LEAST) & (counts["organisation"] != "")]
    shown = shown.rename(columns={"organisation": "group"}).sort_values(["item", "group"], ignore_index=True)
    groups = tables.group_counts(YEARS[1].ratings, "organisation").sort_values(["item", "group"], ignore_index=True)
    pd.testing.assert_frame_equal(shown, groups)


def test_change_among_different_members(counted):
    counts = counted([year.ratings for year in YEARS], ["assessment", "item"])
    sides = [counts[counts["assessment"] == year.name].set_index("item") for year in YEARS]
    known = [al.level_counts(year.ratings).set_index("item").loc[sides[0].index] for year in YEARS]
    codes = list(CSIT.codes)
    delta, expected = (
        stats.cliffs_delta(now[codes].to_numpy(), then[codes].to_numpy()) for then, now in (sides, known)
    )
    np.testing.assert_array_equal(delta, expected)
    assert np.unique(delta).size > 10


def test_many_partnerships(counted):
    counts = counted([team.ratings for team in TEAMS], KEYS)
    found = tables.over_partnerships(counts, CSIT.codes)
    in_memory = al.level_counts(pd.concat([team.ratings for team in TEAMS]), KEYS)
    pd.testing.assert_frame_equal(found, tables.over_partnerships(in_memory, CSIT.codes))
    # Two of the twelve teams have only two who gave a level; the middle of “ddee” stands between two levels.
    one = {
        "section": "preparing",
        "partnerships": 10,
        "too_few": 2,
        "a": 1,
        "b": 4,
        "c": 2,
        "d": 0,
        "e": 2,
        "between": 1,
    }
    assert found.to_dict("records") == [{**one, "item": item} for item in ("1", "2")]
