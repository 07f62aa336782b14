"""Spark: what is its own alone, and what it must leave alone."""

import pytest
from engines.engines_kit import HEAD, as_parquet, duckdb, same_counts, written
from zoo import CSIT, ZOO

from assesslib.engines.spark import file_level_counts
from assesslib.faults import FaultsError


def refused(files, session):
    with pytest.raises(FaultsError) as error:
        file_level_counts(files, CSIT, session=session)
    return str(error.value)


def test_a_name_that_spark_passes_over_is_refused(spark_session, tmp_path):
    file = written(tmp_path / "_draft.csv", f"{HEAD}\nann,1,a\n")
    assert refused(file, spark_session) == (
        f"{file}: Spark passes over every name that begins with _ or a dot. Rename the file."
    )


def test_parquet_at_an_address_is_counted_and_nothing_there_is_refused(spark_session, tmp_path):
    ratings = ZOO["every state at once"].ratings
    as_parquet(ratings, tmp_path / "it's 100%" / "year=2026" / "a b.parquet")
    same_counts(file_level_counts(f"file://{tmp_path}", CSIT, session=spark_session), ratings, CSIT, "item")
    assert refused(f"file://{tmp_path}/nowhere", spark_session) == (
        f"file://{tmp_path}/nowhere: There are no Parquet files. Check the address, and that Spark may read there."
    )


def test_a_framework_that_a_folder_at_an_address_names_is_looked_at(spark_session, tmp_path):
    file = as_parquet(ZOO["unanimous"].ratings, tmp_path / "framework=other" / "a.parquet")
    assert refused(f"file://{tmp_path}", spark_session) == (
        f"file:{file}: “other” is another framework than csit-collaborative-working (12 rows). "
        "Count the files of csit-collaborative-working alone."
    )


def test_the_session_given_keeps_its_settings_and_tables(spark_session, tmp_path):
    file = written(tmp_path / "a.csv", f"{HEAD}\nann,1,a\n")
    spark_session.sql("CREATE OR REPLACE TEMP VIEW grouped AS SELECT 1 AS own")
    spark_session.conf.set("spark.sql.session.timeZone", "Europe/Oslo")
    file_level_counts(file, CSIT, session=spark_session)
    assert spark_session.sql("SELECT own FROM grouped").collect() == [(1,)]
    assert spark_session.conf.get("spark.sql.session.timeZone") == "Europe/Oslo"
    assert spark_session.sparkContext._jsc.getPersistentRDDs().isEmpty()


def test_files_whose_columns_are_of_other_types_are_counted_together(spark_session, tmp_path):
    columns = "'x' AS assessment, 'ann' AS member, '1' AS item, 'a' AS level"
    for name, own in {
        "1": "DATE '2026-03-01' AS date",
        "2": "'2026-03-01' AS date, 'extra' AS extra",
        "3": "2 AS n",
    }.items():
        duckdb.sql(f"COPY (SELECT {columns.replace('ann', name)}, {own}) TO '{tmp_path}/{name}.parquet'")
    counts = file_level_counts(tmp_path, CSIT, "date", session=spark_session)
    assert counts["a"].tolist() == [2, 1]


def test_a_broken_file_is_told_in_words_without_a_word_of_java(spark_session, tmp_path, capfd):
    file = written(tmp_path / "a.parquet", "no Parquet at all")
    said = refused(file, spark_session)
    assert said.endswith(
        "” is what Spark says, and it cannot count. Check that every file is whole, that every worker sees it under "
        "this name, and that Spark has memory and disk."
    )
    assert (said.count("\n"), "java" in said, capfd.readouterr()) == (0, False, ("", ""))


def test_rows_that_cannot_be_read_are_told_of_every_file(spark_session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    do = "Read it with read_ratings, which says what is wrong with each row."
    written(tmp_path / "1.csv", f'{HEAD}\nann,1,a\n\n"b\nob",1\n')
    written(tmp_path / "2.csv", f"{HEAD}\nann,1,a\n".encode() + b"b\xffb,1,a\n")
    assert refused("*.csv", spark_session) == (
        f"1.csv, line 4: The row cannot be read. {do}\n2.csv, line 3: The row is not UTF-8. Save the file as CSV UTF-8."
    )


def test_one_quotation_mark_in_a_cell_is_a_letter(spark_session, tmp_path):
    file = written(tmp_path / "a.csv", f'organisation,{HEAD}\n5" pipes,ann,1,a\n')
    assert file_level_counts(file, CSIT, "organisation", session=spark_session)["organisation"].tolist() == ['5" pipes']


def test_empty_rows_of_cells_above_the_header_and_line_ends_of_two_kinds_are_passed_over(spark_session, tmp_path):
    file = written(tmp_path / "a.csv", f";;\n{HEAD.replace(',', ';')}\r\nann;1;a\r\nbob;1;b\n")
    assert file_level_counts(file, CSIT, session=spark_session)[["a", "b", "n"]].values.tolist() == [[1, 1, 2]]


def test_an_address_that_spark_cannot_read_is_told_in_words(spark_session):
    assert refused("nostore://returns/packed", spark_session) == (
        "“No FileSystem for scheme \"nostore\"” is what Spark says, and it cannot count. Check that every file is whole"
        ", that every worker sees it under this name, and that Spark has memory and disk."
    )
