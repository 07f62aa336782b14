"""DuckDB: each animal of the zoo and each column by itself, and within its memory."""

import pandas as pd
import pytest
from engines.engines_kit import as_parquet, duckdb, same_counts
from zoo import CSIT, EVERY, NAMES, Animal

from assesslib.engines.duck import connected, file_level_counts
from assesslib.ratings import COLUMNS
from assesslib.readers import write_ratings

EACH_STATE = Animal({"1": "abcde.?-/", "2": "./-?aaaaa", "10": "%cd/"})


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
@pytest.mark.parametrize(("by", "round"), [(("item",), 1), (("organisation", "facet", "date"), None)])
def test_csv_files_are_counted_as_in_memory(animal, by, round, tmp_path):
    file = tmp_path / "ratings.csv"
    write_ratings(animal.ratings, file)
    same_counts(file_level_counts(file, animal.framework, by, round), animal.ratings, animal.framework, by, round)


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
@pytest.mark.parametrize(("by", "round"), [(("section", "item"), 1), (("assessment", "member"), 2)])
def test_parquet_files_are_counted_as_in_memory(animal, by, round, tmp_path):
    file = as_parquet(animal.ratings, tmp_path / "ratings.parquet")
    same_counts(file_level_counts(file, animal.framework, by, round), animal.ratings, animal.framework, by, round)


@pytest.mark.parametrize("by", COLUMNS)
def test_every_column_can_be_counted_by(by, tmp_path):
    csv, parquet = tmp_path / "ratings.csv", as_parquet(EACH_STATE.ratings, tmp_path / "ratings.parquet")
    write_ratings(EACH_STATE.ratings, csv)
    for file in (csv, parquet):
        same_counts(file_level_counts(file, CSIT, by), EACH_STATE.ratings, CSIT, by)


def test_memory_is_bounded_and_nothing_is_left_behind():
    with connected(duckdb, "300MB") as connection:
        said = "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        memory, folder = connection.execute(said).fetchone()
        extensions = connection.execute("SELECT current_setting('autoinstall_known_extensions')").fetchone()
    assert (memory, extensions) == ("286.1 MiB", (False,))
    assert "assesslib-" in folder
    assert not pd.io.common.file_exists(folder)
