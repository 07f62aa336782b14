"""What packed files say of themselves, and when that is believed."""

import re
import shutil

import pytest
from engines.engines_kit import duckdb
from zoo import CSIT

import assesslib as al
from assesslib.engines.duck import file_level_counts, file_level_moves, reading
from assesslib.engines.pack import pack
from assesslib.engines.packed import KEY, note, part
from assesslib.faults import FaultsError

TWICE = ["a second time in round 1 (37 rows too many)"]
PEOPLE = [{"id": "ann", "name": "Ann"}]


def made(folder, date="2026-03-01", level="a"):
    """An assessment in which Ann rated one item."""
    said = al.create_assessment(folder, framework=CSIT.id, partnership="P", date=date, members=PEOPLE)
    said.rate("ann", "1", level)
    return folder


@pytest.fixture
def packed(tmp_path):
    """Two years in one packing."""
    return pack([made(tmp_path / "one", "2025-03-01", "b"), made(tmp_path / "two")], tmp_path / "packed")


def is_distinct(*paths):
    with reading(paths) as (_, source):
        return source.distinct


def refusal(*paths, **how):
    with pytest.raises(FaultsError) as error:
        file_level_counts(paths, CSIT, **how)
    return [re.sub(r"^has item \d+ (a second.* rows)", r"\1", fault.what) for fault in error.value.faults]


def rewritten(file, query, notes=""):
    """A packed file written again from a query of it, with other notes."""
    new = file.with_name("new.parquet")
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE old AS SELECT * FROM read_parquet('{file}', hive_partitioning = false)")
        connection.execute(f"COPY ({query}) TO '{new}' (FORMAT parquet{notes})")
    new.replace(file)


def test_a_packing_and_any_part_of_it_is_known_to_have_nothing_twice(packed):
    assert is_distinct(packed)
    assert is_distinct(packed / "framework=csit-collaborative-working" / "year=2025")
    assert file_level_counts(packed, CSIT)[["a", "b"]].iloc[0].tolist() == [1, 1]
    assert len(file_level_moves(packed, CSIT, "one", "two")) == 1


def test_a_copy_of_a_packed_file_beside_it_is_seen(packed):
    [file] = (packed / "framework=csit-collaborative-working" / "year=2025").glob("*")
    shutil.copy(file, file.with_name("data_0 (1).parquet"))
    with pytest.raises(FaultsError) as error:
        file_level_counts(packed, CSIT)
    assert str(error.value) == (
        "framework=csit-collaborative-working/year=2025: holds 74 ratings where 37 were packed, in data_0 (1).parquet, "
        "data_0.parquet. Remove the file that is a copy of another."
    )


def test_two_packings_are_believed_where_no_assessment_is_in_both(packed, tmp_path):
    other = pack([made(tmp_path / "three")], tmp_path / "other")
    again = pack([tmp_path / "two"], tmp_path / "again")
    assert [is_distinct(packed, other), is_distinct(packed, again)] == [True, False]
    assert refusal(packed, again) == TWICE


def test_files_elsewhere_than_they_were_written_are_looked_through(packed, tmp_path):
    [file] = (packed / "framework=csit-collaborative-working" / "year=2025").glob("*")
    assert not is_distinct(shutil.copy(file, tmp_path / "moved.parquet"))


@pytest.mark.parametrize("said", ["", "what?", "[]", '{"packing": "x"}', note("x", {}), note("x", {"elsewhere": 2})])
def test_a_note_that_says_nothing_of_the_file_is_not_believed(said, packed):
    [file] = (packed / "framework=csit-collaborative-working" / "year=2025").glob("*")
    rewritten(file, "FROM old UNION ALL FROM old", f", KV_METADATA {{{KEY}: '{said}'}}" if said else "")
    assert not is_distinct(file)
    assert refusal(file) == TWICE


def test_a_part_without_a_year_has_the_folder_that_files_without_one_go_to():
    assert part("csit", None) == "framework=csit/year=__HIVE_DEFAULT_PARTITION__"


def test_csv_beside_packed_files_is_looked_through(packed, tmp_path):
    (tmp_path / "one.csv").write_text("member,item,level\nann,1,a\n")
    assert not is_distinct(packed, tmp_path / "one.csv")
    assert refusal(packed, tmp_path / "one.csv") == ["has item 1 a second time in round 1 (1 row too many)"]
