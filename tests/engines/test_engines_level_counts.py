"""One name for counts: of ratings in memory, and of files on an engine."""

import pandas as pd
import pytest
from engines.engines_kit import HEAD, same_counts, written
from zoo import CSIT, ZOO

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.ratings import level_counts
from assesslib.readers import write_ratings

RATINGS = ZOO["every state at once"].ratings


@pytest.fixture
def file(tmp_path):
    write_ratings(RATINGS, tmp_path / "ratings.csv")
    return tmp_path / "ratings.csv"


def refused(*args, **how):
    with pytest.raises(FaultsError) as error:
        al.level_counts(*args, **how)
    return str(error.value)


def test_a_frame_is_counted_in_memory():
    for by, round in (("item", 1), (["section", "facet"], None)):
        pd.testing.assert_frame_equal(al.level_counts(RATINGS, by, round=round), level_counts(RATINGS, by, round=round))


@pytest.mark.parametrize("of", [lambda file: file, str, lambda file: [file], lambda file: str(file.parent / "*.csv")])
def test_files_may_be_named_in_every_way(of, file):
    same_counts(al.level_counts(of(file), framework=CSIT), RATINGS, CSIT, "item")


def test_every_engine_is_known_by_name(engine, file, request):
    if engine == "spark":
        request.getfixturevalue("spark_session")
    counts = al.level_counts(file, ["organisation"], round=None, framework=CSIT.id, engine=engine)
    same_counts(counts, RATINGS, CSIT, ["organisation"], None)


def test_files_need_a_framework_and_an_engine_that_is_known(file):
    assert refused(file, engine="excel") == (
        "The framework of these files is missing. Say what was rated, such as framework='cdrp-dat-partnership'.\n"
        "“excel” is not an engine that counts files. Allowed: duckdb, spark; nearest: duckdb. "
        "Name one of these, or none."
    )


def test_a_frame_takes_no_framework_and_no_engine():
    assert refused(RATINGS, framework=CSIT, engine="spark") == (
        "“csit-collaborative-working” is a framework for files, and these ratings are in memory. Leave it out.\n"
        "“spark” is an engine for files, and these ratings are in memory. Leave it out."
    )


def test_what_is_neither_ratings_nor_files_is_refused(tmp_path):
    said = "is neither a frame of ratings nor the name of a file. Give one of them."
    assert refused([tmp_path, 3], framework=CSIT) == f"“int” {said}"
    assert refused(None, framework=CSIT) == f"“NoneType” {said}"


def test_faults_of_files_are_those_of_the_engine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a.csv", f"{HEAD}\nann,1,f\n")
    assert refused("a.csv", framework=CSIT) == (
        "a.csv, column level: “f” is not a level of this scale (1 row). Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell."
    )
