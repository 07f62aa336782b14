"""Counts of files on every engine are those of the same ratings in memory, to the last one."""

import pandas as pd
import pytest
from engines.engines_kit import HEAD, as_parquet, same_counts, written
from zoo import CDRP, CSIT, EVERY, ZOO, Animal

from assesslib.engines.counting import in_order
from assesslib.framework import Framework
from assesslib.framework.records import Item, Level, Section
from assesslib.ratings import COLUMNS, level_counts
from assesslib.readers import read_ratings, write_ratings

EACH_STATE = Animal({"1": "abcde.?-/", "2": "./-?aaaaa", "10": "%cd/"})


@pytest.mark.parametrize(("kind", "by", "round"), [
    ("csv", ("item",), 1),
    ("csv", ("organisation", "facet", "date"), None),
    ("parquet", ("section", "item"), 1),
    ("parquet", ("assessment", "member"), 2),
])  # fmt: skip
def test_the_whole_zoo_is_counted_as_in_memory(kind, by, round, file_level_counts, tmp_path):
    ratings = [animal.ratings.assign(assessment=f"{place}") for place, animal in enumerate(EVERY)
               if animal.framework is CSIT]  # fmt: skip
    write = {"csv": write_ratings, "parquet": as_parquet}[kind]
    for place, frame in enumerate(ratings):
        write(frame, tmp_path / f"{place:02}.{kind}")
    same_counts(file_level_counts(str(tmp_path / f"*.{kind}"), CSIT, by, round), pd.concat(ratings), CSIT, by, round)


def test_another_scale_is_counted_as_in_memory(file_level_counts, tmp_path):
    ratings, file = ZOO["four levels"].ratings, tmp_path / "ratings.csv"
    write_ratings(ratings, file)
    for by in ("item", "facet"):
        same_counts(file_level_counts(file, CDRP, by), ratings, CDRP, by)


def test_all_columns_can_be_counted_by_at_once(file_level_counts, tmp_path):
    csv, parquet = tmp_path / "ratings.csv", as_parquet(EACH_STATE.ratings, tmp_path / "ratings.parquet")
    write_ratings(EACH_STATE.ratings, csv)
    for file in (csv, parquet):
        same_counts(file_level_counts(file, CSIT, COLUMNS), EACH_STATE.ratings, CSIT, COLUMNS)


def test_items_stand_in_the_framework_s_order_not_the_alphabet_s(file_level_counts, tmp_path):
    file = written(tmp_path / "a.csv", f"{HEAD}\nann,10,a\nann,2,b\nann,1,c\n")
    assert list(file_level_counts(file, CSIT)["item"]) == ["1", "2", "10"]


def test_sections_and_levels_stand_in_the_framework_s_order():
    counts = level_counts(Animal({"1.1": "DGSW"}, CDRP).ratings, "level")
    assert list(in_order(counts, "level", CDRP)["level"]) == ["G", "W", "S", "D"]
    last, first = CSIT.sections[-2].id, CSIT.sections[0].id
    assert list(in_order(pd.DataFrame({"section": [last, first]}), "section", CSIT)["section"]) == [first, last]


def test_rows_are_read_as_people_leave_them(file_level_counts, tmp_path):
    text = "Member ;ITEM;level;state;round\n ann ; 1 ;A;;\n\n;;;;\nbob;1;;Don’t know;1\ncy;1;;;\nann;1;b;;2\n"
    file = written(tmp_path / "a.csv", "\ufeff" + text)
    same_counts(file_level_counts(file, CSIT, ["member"]), read_ratings(file, CSIT), CSIT, ["member"])
    [row] = file_level_counts(file, CSIT).to_dict("records")
    assert (row["a"], row["dont_know"], row["blank"], row["n"]) == (1, 1, 1, 1)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_separators_and_line_ends_may_be_those_of_any_spreadsheet(file_level_counts, mark, tmp_path):
    above = "\r\n\r\n" if mark == "," else ""
    text = f'{above}{HEAD}\r\nann,1,"a"\r\nbob,"2",b'.replace(",", mark)
    file = written(tmp_path / "a.csv", text)
    assert file_level_counts(file, CSIT)[["item", "a", "b"]].values.tolist() == [["1", 1, 0], ["2", 0, 1]]
    same_counts(file_level_counts(file, CSIT), read_ratings(file, CSIT), CSIT, "item")


def test_levels_may_be_given_by_their_labels_and_facets_as_they_are_shown(file_level_counts, tmp_path):
    level = CDRP.levels[1]
    file = written(
        tmp_path / "a.csv", f"{HEAD},facet\nann,1.1,{level.label.upper()},\nbob,1.1,g,{CDRP.facets[0].label}\n"
    )
    [row] = file_level_counts(file, CDRP).to_dict("records")
    assert (row[level.code], row["split"], row["n"]) == (1, 1, 1)


def test_a_split_answer_goes_where_its_first_row_stands(file_level_counts, tmp_path):
    head = f"assessment,organisation,facet,{HEAD}"
    one = written(tmp_path / "1.csv", f"{head}\nx,Trust,here,ann,1,a\nx,,,bob,1,c\n")
    two = written(tmp_path / "2.csv", f"{head.replace(',', ';')}\nx;Council;there;ann;1;b\nx;Council;here;cy;1;b\n")
    for files in ([one, two], [two, one]):
        counts = file_level_counts(files, CSIT, "organisation")
        same_counts(counts, read_ratings(files, CSIT), CSIT, "organisation")
    assert counts.set_index("organisation")["split"].to_dict() == {"": 0, "Council": 2}


def test_text_that_a_spreadsheet_would_run_is_unguarded(file_level_counts, tmp_path):
    file = written(tmp_path / "a.csv", f"organisation,{HEAD}\n'=1+1,ann,1,a\n''=2,bob,1,a\n'plain,cy,1,a\n")
    counts = file_level_counts(file, CSIT, "organisation")
    assert list(counts["organisation"]) == ["'=2", "'plain", "=1+1"]
    same_counts(counts, read_ratings(file, CSIT), CSIT, "organisation")


def test_days_may_be_texts_in_one_file_and_missing_in_another(file_level_counts, tmp_path):
    written(tmp_path / "1.csv", f"date,{HEAD}\n2026-03-01,ann,1,a\n2025-03-01,ann,2,a\n,bob,1,b\n")
    written(tmp_path / "2.csv", f"{HEAD}\nann,1,a\n")
    counts = file_level_counts(str(tmp_path / "*.csv"), CSIT, "date")
    assert counts[["a", "b"]].values.tolist() == [[1, 0], [1, 0], [1, 1]]
    assert list(counts["date"]) == [pd.Timestamp("2025-03-01"), pd.Timestamp("2026-03-01"), pd.NaT]


def test_one_moment_written_in_two_ways_is_one(file_level_counts, tmp_path):
    file = written(tmp_path / "a.csv", f"at,{HEAD}\n2026-03-03T10:00:00+01:00,ann,1,a\n2026-03-03T09:00:00Z,bob,1,b\n")
    counts = file_level_counts(file, CSIT, "at")
    assert counts[["a", "b", "n"]].values.tolist() == [[1, 1, 2]]
    same_counts(counts, read_ratings(file, CSIT), CSIT, "at")


def test_files_with_nothing_in_them_count_nothing(file_level_counts, tmp_path):
    nothing = ZOO["no ratings at all"].ratings
    files = [written(tmp_path / "none.csv", f"{HEAD}\n"), as_parquet(nothing, tmp_path / "none.parquet")]
    same_counts(file_level_counts(files, CSIT), nothing, CSIT, "item")
    some = written(tmp_path / "some.csv", f"{HEAD}\nann,1,a\n")
    assert file_level_counts([*files, some], CSIT)["n"].tolist() == [1]


def test_names_with_letters_that_mean_something_to_a_database_are_names(file_level_counts, tmp_path):
    for name in ("it's 50%", "a[1]", "a1", 'say "hi"', "{x}", "two words"):
        written(tmp_path / "it's 100% [of] it" / f"{name}.csv", f"{HEAD}\nann,1,a\n")
    names = ["a[1]", "it's 50%", 'say "hi"', "two words", "{x}"]
    files = [tmp_path / "it's 100% [of] it" / f"{name}.csv" for name in names]
    assert list(file_level_counts(files, CSIT, "assessment")["assessment"]) == names


def test_a_file_whose_name_is_a_pattern_brings_no_other_in(file_level_counts, tmp_path):
    for name in ("a*", "ab"):
        written(tmp_path / f"{name}.csv", f"{HEAD}\nann,1,a\n")
    counts = file_level_counts(str(tmp_path / "a[*].csv"), CSIT, "assessment")
    assert counts[["assessment", "n"]].values.tolist() == [["a*", 1]]


def test_a_scale_and_items_with_such_letters_are_counted(file_level_counts, tmp_path):
    items = tuple(Item(f"o'b {place}%", "Well?", section="s") for place in range(130))
    odd = Framework(
        "odd", "Odd", "1", "item", (Level("'", "No"), Level("%s", "Yes")), (Section("s", "S", items=items),)
    )
    rows = "".join(f"ann,{item.id},%s\nbob,{item.id},'\n" for item in items)
    counts = file_level_counts(written(tmp_path / "a.csv", f"{HEAD}\n{rows}"), odd)
    assert list(counts["item"]) == [item.id for item in items]
    assert counts[["'", "%s", "n"]].drop_duplicates().values.tolist() == [[1, 1, 2]]


def test_ratings_known_to_be_there_once_are_not_looked_for_twice(file_level_counts, tmp_path):
    file = written(tmp_path / "a.csv", f"{HEAD}\nann,1,a\nann,1,b\n")
    assert file_level_counts(file, CSIT, trusted=True)["n"].tolist() == [2]
