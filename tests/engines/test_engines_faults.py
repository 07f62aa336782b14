"""What cannot be counted is refused in words, by file and number of rows."""

import pytest
from engines.engines_kit import HEAD, duckdb, written
from zoo import CSIT

from assesslib.engines import duck
from assesslib.faults import FaultsError

CODES = "Allowed: a, b, c, d, e"
ITEMS = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(count, files, **how):
    with pytest.raises(FaultsError) as error:
        count(list(files), CSIT, **how)
    return str(error.value).split("\n")


@pytest.fixture
def said(file_level_counts):
    return lambda *files, **how: refused(file_level_counts, files, **how)


def test_unknown_codes_and_items_are_counted_by_file(said, here):
    written(here / "1.csv", f"{HEAD}\nann,1,f\nbob,1,f\ncy,1,a\ncy,99,b\n")
    written(here / "2.csv", f"{HEAD}\ndi,1,f\ned,1,3\n")
    assert said("1.csv", "2.csv") == [
        f"1.csv, column item: “99” is none of this framework’s key features (1 row). {ITEMS}; nearest: 9. "
        "Correct the cell.",
        f"1.csv, column level: “f” is not a level of this scale (2 rows). {CODES}; nearest: e. Correct the cell.",
        f"2.csv, column level: “3” is not a level of this scale (1 row). {CODES}. Correct the cell.",
        f"2.csv, column level: “f” is not a level of this scale (1 row). {CODES}; nearest: e. Correct the cell.",
    ]


ROWS = f"{HEAD},state,round,facet\nbob,2,a,,,\n"


@pytest.mark.parametrize(("row", "fault"), [
    ("ann,1,a,maybe,1,", "column state: “maybe” is not a state (1 row). Allowed: rated, split, blank, not_applicable, "
                         "dont_know; nearest: rated. Correct the cell."),
    ("ann,1,a,,3,", "column round: “3” is not a round (1 row). Allowed: 0, 1, 2; nearest: 2. Correct the cell."),
    ("ann,,a,,,", "column item: The key feature is missing (1 row). Say what was rated."),
    ("ann,1,,rated,,", f"column level: The level is missing where the state is rated (1 row). {CODES}. "
                       "Give a level, or make the state blank."),
    ("ann,1,a,blank,,", "column level: “a” is a level where the state is blank (1 row). "
                        "Empty the cell, or make the state rated."),
])  # fmt: skip
@pytest.mark.parametrize("by", ["item", "facet"])
def test_rows_that_break_the_rules_are_refused(row, fault, by, here):
    written(here / "a.csv", f"{ROWS}{row}\n")
    assert refused(duck.file_level_counts, ["a.csv"], by=by) == [f"a.csv, {fault}"]


@pytest.mark.parametrize(("row", "fault"), [
    (",1,a,,,", "column member: The member is missing (1 row). Say whose rating this is."),
    ("bob, 2 ,b,,1,", "column member: “bob” has item 2 a second time in round 1 (1 row too many). "
                      "Keep one of the rows."),
    ("\tbob,2,b,,1,", "column member: “bob” has item 2 a second time in round 1 (1 row too many). "
                         "Keep one of the rows."),
    ("bob,2,b,,1,here", "column member: “bob” has item 2 both as a whole and by facet in round 1 (1 row). "
                        "Keep the whole row, or the rows of the facets."),
])  # fmt: skip
def test_rows_that_do_not_go_together_are_refused(row, fault, said, engine, here):
    written(here / "a.csv", f"{ROWS}{row}\n")
    for by in ("item", "facet") if engine == "duckdb" else ("item",):
        assert said("a.csv", by=by) == [f"a.csv, {fault}"]


def test_a_rating_twice_in_two_files_is_told_of_the_later(said, here):
    written(here / "1.csv", f"assessment,{HEAD}\nx,ann,1,a\nx,ann,2,a\n")
    written(here / "2.csv", f"assessment,{HEAD}\nx,ann,2,b\ny,ann,1,b\n")
    fault = "column member: “ann” has item 2 a second time in round 1 (1 row too many). Keep one of the rows."
    assert said("1.csv", "2.csv") == [f"2.csv, {fault}"]


@pytest.mark.parametrize(("column", "value", "fault"), [
    ("date", "01/03/2026", "“01/03/2026” is not a date (2 rows). Write it like 2026-03-01."),
    ("at", "soon", "“soon” is not a time (2 rows). Write it like 2026-03-01T09:15:00Z."),
    ("section", "results", "“results” is not the section of item 1 (2 rows). Allowed: preparing; nearest: preparing. "
                           "Correct the cell."),
])  # fmt: skip
def test_what_is_counted_by_is_looked_at(said, column, value, fault, here):
    written(here / "a.csv", f"{HEAD},{column}\nann,1,a,{value}\nbob,1,a,{value}\ncy,1,a,\n")
    assert said("a.csv", by=column) == [f"a.csv, column {column}: {fault}"]


def test_another_framework_by_folder_is_refused(said, here):
    folder = here / "framework=cdrp-dat-partnership" / "year=2026"
    written(folder / "a.csv", f"{HEAD}\nann,1,a\nbob,1,a\n")
    written(folder / "none.csv", f"{HEAD}\n")
    written(here / "framework=csit-collaborative-working" / "b.csv", f"{HEAD}\nann,1,a\n")
    own = "csit-collaborative-working"
    assert said("**/*.csv") == [
        "framework=cdrp-dat-partnership/year=2026/a.csv: “cdrp-dat-partnership” is another framework than "
        f"{own} (2 rows). Count the files of {own} alone."
    ]


def test_another_framework_or_version_in_a_column_is_refused(said, here):
    own = "csit-collaborative-working"
    written(here / "1.csv", f"{HEAD},framework,version\nann,1,a,{own},3.6\nbob,1,a,other,3.7\n")
    written(here / "2.csv", f"{HEAD},framework,version\nann,1,a,{own},3.6\nbob,1,a,{own},3.7\ncy,1,a,,\n")
    do = f"Count the files of {own} alone."
    assert said("1.csv") == [f"1.csv, column framework: “other” is another framework than {own} (1 row). {do}"]
    assert said("2.csv") == [
        "2.csv, column version: “3.6” is another version than 3.7 (1 row). Count the files of one version alone."
    ]


LIST = "Read it with read_ratings, which says what is wrong with each row."


@pytest.mark.parametrize(("text", "fault"), [
    (f"{HEAD}\nann,1\n", f"a.csv, line 2: The row cannot be read. {LIST}"),
    (f"{HEAD}\nann,1,a\nbob,1,a,b\n", f"a.csv, line 3: The row cannot be read. {LIST}"),
    (f'{HEAD}\nann,1,"a\n', f"a.csv, line 2: The row cannot be read. {LIST}"),
    (f"{HEAD}\nann\xe9,1,a\n".encode("cp1252"), "a.csv, line 2: The row is not UTF-8. Save the file as CSV UTF-8."),
    (f"{HEAD}\nann,1,a\n".encode("utf-16"), "a.csv: The file is not in UTF-8. Save it as CSV UTF-8."),
    ("", "a.csv: The file is empty. It needs member, item, level."),
    ("member,item,lvl\n", "a.csv, row 1: “level” is a column this file must have and does not. It has: member, item, "
                          "lvl. Add the column or put its name right."),
    (f"{HEAD},facets\n", "a.csv, row 1: “facets” is not a column that is read, and “facet” is missing. "
                         "Call it facet, or something less like it."),
    (f"{HEAD},date,date\n", "a.csv, row 1: “date” is a column that stands twice. Keep the right one."),
])  # fmt: skip
def test_files_that_cannot_be_read_are_refused(said, text, fault, here):
    written(here / "a.csv", text)
    assert said("a.csv") == [fault]


def test_parquet_that_lacks_a_column_is_refused_even_beside_one_that_has_it(said, here):
    duckdb.sql("COPY (SELECT 'ann' AS member, '1' AS item, 'a' AS level) TO 'whole.parquet'")
    duckdb.sql("COPY (SELECT 'bob' AS member, '1' AS item) TO 'half.parquet'")
    assert said("whole.parquet", "half.parquet") == [
        "half.parquet, row 1: “level” is a column this file must have and does not. It has: member, item. "
        "Add the column or put its name right."
    ]


def test_files_that_are_none_are_refused_together(said, here):
    written(here / "a.txt", "")
    (here / "empty").mkdir()
    assert said("nothing*.csv", "a.txt", "empty") == [
        "“nothing*.csv” is a pattern that no file fits. Check the pattern and the folder.",
        "“empty” is a folder without Parquet files. Name files of ratings.",
        "“a.txt” is neither CSV nor Parquet. Allowed: .csv, .parquet; nearest: .parquet. "
        "Save the ratings as one of them.",
    ]
    assert said() == ["No file is named. Name a file, a folder or a pattern."]


def test_a_folder_whose_csv_would_be_left_out_is_refused_and_so_is_an_assessment(said, here):
    duckdb.sql("COPY (SELECT 'ann' AS member, '1' AS item, 'a' AS level) TO 'one.parquet'")
    for folder in ("mixed", "texts", "year"):
        written(here / folder / "deep" / "new.csv", f"{HEAD}\nann,1,a\n")
    (here / "one.parquet").rename(here / "mixed" / "one.parquet")
    written(here / "year" / "assessment.toml", "")
    assert said("mixed", "texts", "year") == [
        "“mixed” holds CSV files too. Name what is to be counted, such as “mixed/**/*.csv”.",
        "“texts” is a folder without Parquet files. Name what is to be counted, such as “texts/**/*.csv”.",
        "“year” is the folder of an assessment. Pack it first, with assess pack, or open it and count its ratings.",
    ]


def test_what_duckdb_itself_says_is_told_in_words(here):
    written(here / "a.csv", f"{HEAD}\nann,1,a\n")
    [fault] = refused(duck.file_level_counts, ["a.csv"], memory="plenty")
    assert fault.endswith("DuckDB cannot do it. Check that every file is whole, memory is given like 2GB, and the "
                          "disk has room.")  # fmt: skip


def test_memory_that_does_not_suffice_is_told_in_words(here):
    duckdb.sql("COPY (SELECT range::VARCHAR AS member, '1' AS item, 'a' AS level FROM range(300000)) TO 'a.parquet'")
    assert refused(duck.file_level_counts, ["a.parquet"], by="member", memory="1MB") == [
        "The memory allowed or the temporary folder's disk is too small for these counts. "
        "Give more memory, or count by fewer columns."
    ]
