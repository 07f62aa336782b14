"""Who moved from which level to which, counted in files as it is in memory."""

import numpy as np
import pandas as pd
import pytest
from engines.engines_kit import HEAD, as_parquet, written
from zoo import CSIT, Animal

import assesslib as al
from assesslib import tables
from assesslib.engines import duck
from assesslib.faults import FaultsError
from assesslib.places import shipped
from assesslib.readers import write_ratings

THEN = Animal({"1": "abcde/.?", "2": "aaab%", "3": "c"}, assessment="then").ratings
NOW = Animal({"1": "bbcaee/a", "2": " abbb", "4": "c"}, assessment="now").ratings
OWN = ["section", "item", "before", "after", "n"]


def moved(then, now, by):
    """The moves of two frames of ratings, by what the later one says."""
    whole = [frame[(frame["state"] == "rated") & (frame["round"] == 1)] for frame in (then, now)]
    both = whole[0][["member", "item", "level"]].merge(whole[1], on=["member", "item"], suffixes=("_then", ""))
    both = both.rename(columns={"level_then": "before", "level": "after"})
    return both.groupby([*by, "before", "after"], observed=True).size().reset_index(name="n")


@pytest.mark.parametrize(("by", "write"), [
    (["item"], write_ratings),
    (["section", "organisation"], as_parquet),
    (["assessment", "date"], write_ratings),
])  # fmt: skip
def test_moves_are_those_of_the_same_ratings_in_memory(by, write, file_level_moves, tmp_path):
    files = [tmp_path / f"{name}.{'csv' if write is write_ratings else 'parquet'}" for name in ("then", "now")]
    for frame, file in zip((THEN, NOW), files, strict=True):
        write(frame, file)
    found = file_level_moves(files, CSIT, "then", "now", by)
    pd.testing.assert_frame_equal(found, moved(THEN, NOW, by))


def test_moves_of_packed_assessments_are_those_of_the_table_of_change(file_level_moves, tmp_path):
    folders = [shipped("data") / f"collaboration-{year}" for year in (2025, 2026)]
    years = [al.open_assessment(folder) for folder in folders]
    for year in years:
        write_ratings(year.ratings, tmp_path / f"{year.name}.csv")
    found = file_level_moves(str(tmp_path / "*.csv"), CSIT, *(year.name for year in years), ["section", "item"])
    pd.testing.assert_frame_equal(found, tables.flows(*years)[OWN])
    way = np.sign(found["after"].cat.codes - found["before"].cat.codes)
    counted = pd.DataFrame({"n_both": found["n"], "up": found["n"] * (way > 0), "down": found["n"] * (way < 0)})
    counted = counted.groupby(found["item"], sort=False).sum()
    told = tables.change(*years).set_index("item").loc[counted.index, list(counted)]
    assert counted.to_numpy().tolist() == told.to_numpy(dtype="int64").tolist()


def test_many_pairs_are_counted_at_once_and_told_apart_by_the_later(file_level_moves, tmp_path):
    rows = "a24,ann,1,a\na25,ann,1,b\na26,ann,1,c\nb25,ann,1,e\nb26,ann,1,d\n"
    file = written(tmp_path / "a.csv", f"assessment,{HEAD}\n{rows}")
    found = file_level_moves(file, CSIT, ["a24", "b25", "a25"], ["a25", "b26", "a26"], "assessment")
    assert found.astype("str").to_numpy().tolist() == [
        ["a25", "a", "b", "1"],
        ["a26", "b", "c", "1"],
        ["b26", "e", "d", "1"],
    ]


def test_columns_are_as_the_later_assessment_has_them(file_level_moves, tmp_path):
    rows = "x,Zoo,ann,1,a\ny,Bank,ann,1,b\nx,Bank,bob,1,a\n"
    file = written(tmp_path / "a.csv", f"assessment,organisation,{HEAD}\n{rows}")
    found = file_level_moves(file, CSIT, "x", "y", "organisation")
    assert found.astype("str").to_numpy().tolist() == [["Bank", "a", "b", "1"]]


def test_nobody_in_both_is_no_row(file_level_moves, tmp_path):
    file = written(tmp_path / "a.csv", f"assessment,{HEAD}\nx,ann,1,a\ny,bob,1,a\ny,ann,1,\n")
    found = file_level_moves(file, CSIT, "x", "y", "item")
    assert (len(found), list(found)) == (0, ["item", "before", "after", "n"])
    assert [str(kind) for kind in found.dtypes] == ["str", "category", "category", "int64"]


def refused(file_level_moves, *how, **more):
    with pytest.raises(FaultsError) as error:
        file_level_moves("a.csv", CSIT, *how, **more)
    return str(error.value)


BY = "Allowed: assessment, date, organisation, role, section, item"


@pytest.mark.parametrize(("how", "said"), [
    (("x", "z"), "“z” is not an assessment in these files. Allowed: x, y; nearest: y. Name one that is there."),
    (("x", "x"), "“x” is given twice, and nothing can have changed. Name two assessments."),
    (("x", ["y", "z"]), "There are 1 earlier assessments and 2 later ones. Name as many of both, pair by pair."),
    (([], []), "There are 0 earlier assessments and 0 later ones. Name as many of both, pair by pair."),
    ((["x", "z"], ["y", "y"]), "“y” is twice among the later assessments. Pair it with one that came before it."),
    (("x", "y", "level"), f"“level” is not a column to count moves by. {BY}; nearest: role. Name one of these."),
    (("x", "y", ()), f"The columns to count by are missing. {BY}. Name columns of the ratings."),
    (("x", "y", ("item", "item")), "“item” is twice among the columns to count by. Name it once."),
])  # fmt: skip
def test_what_cannot_be_compared_is_refused(how, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a.csv", f"assessment,{HEAD}\nx,ann,1,a\ny,ann,1,a\n")
    assert refused(duck.file_level_moves, *how) == said


@pytest.mark.parametrize(("rows", "said"), [
    ("x,ann,1,f,", "level: “f” is not a level of this scale (1 row). Allowed: a, b, c, d, e; nearest: e. "
                   "Correct the cell."),
    ("x,ann,1,b,", "member: “ann” has item 1 a second time in round 1 (1 row too many). Keep one of the rows."),
    ("x,ann,1,b,here", "member: “ann” has item 1 both as a whole and by facet in round 1 (1 row). "
                       "Keep the whole row, or the rows of the facets."),
])  # fmt: skip
def test_rows_that_cannot_be_counted_are_refused(rows, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a.csv", f"assessment,{HEAD},facet\nx,ann,1,a,\ny,ann,1,a,\n{rows}\n")
    assert refused(duck.file_level_moves, "x", "y") == f"a.csv, column {said}"
