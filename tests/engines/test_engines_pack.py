"""Assessments packed as Parquet files, and counted from there."""

from pathlib import Path

import pandas as pd
import pytest
from engines.engines_kit import duckdb, same_counts
from zoo import CDRP, CSIT

import assesslib as al
from assesslib.engines.duck import file_level_counts
from assesslib.engines.pack import pack
from assesslib.faults import FaultsError

IDS = {"csit-collaborative-working": CSIT, "cdrp-dat-partnership": CDRP}


def made(folder, framework="csit-collaborative-working", date="2026-03-01", said=(("ann", "1", "a", ""),)):
    """An assessment in which members said these things."""
    people = [{"id": id, "name": id, "organisation": "O'Neill & Co, 50%", "role": "member"} for id in ("ann", "bob")]
    made = al.create_assessment(folder, framework=framework, partnership="P", date=date, members=people)
    for member, item, level, facet in said:
        made.rate(member, item, level, facet=facet, comment="=1, it's so")
    return folder


@pytest.fixture
def folders(tmp_path):
    return [
        made(tmp_path / "it's 2025", date="2025-03-01"),
        made(tmp_path / "2026", said=(("ann", "1", "b", ""), ("bob", "1", "c", ""), ("bob", "12", "c", ""))),
        made(tmp_path / "other", "cdrp-dat-partnership", "2026-05-01",
             (("ann", "1.1", "G", "local"), ("ann", "1.1", "W", "national"), ("bob", "1.1", "D", ""))),
        made(tmp_path / "undated", date=""),
    ]  # fmt: skip


def refused(*args, **how):
    with pytest.raises(FaultsError) as error:
        pack(*args, **how)
    return str(error.value)


def parts(folder):
    return sorted(path.parent.relative_to(folder).as_posix() for path in Path(folder).rglob("*.parquet"))


def test_files_go_by_framework_and_year(folders, tmp_path):
    to = pack(folders, tmp_path / "out" / "100% o'packed")
    assert parts(to) == [
        "framework=cdrp-dat-partnership/year=2026",
        "framework=csit-collaborative-working/year=2025",
        "framework=csit-collaborative-working/year=2026",
        "framework=csit-collaborative-working/year=__HIVE_DEFAULT_PARTITION__",
    ]
    assert [path.name for path in to.parent.iterdir()] == ["100% o'packed"]


@pytest.mark.parametrize("by", [("item",), ("assessment", "date", "organisation"), ("facet", "comment")])
def test_what_was_packed_is_counted_as_in_memory(by, folders, tmp_path):
    to = pack(folders, tmp_path / "packed")
    for id, some in (("csit-collaborative-working", (0, 1, 3)), ("cdrp-dat-partnership", (2,))):
        ratings = pd.concat([al.open_assessment(folders[place]).ratings for place in some])
        same_counts(file_level_counts(to / f"framework={id}", id, by), ratings, IDS[id], by)


def test_every_column_of_a_packed_rating_is_that_of_the_assessment(folders, tmp_path):
    to = pack(folders[:1], tmp_path / "packed")
    files = str(to / "*" / "*" / "*").replace("'", "''")
    query = f"SELECT * EXCLUDE (version, \"at\"), version, \"at\" FROM read_parquet('{files}') WHERE item = '1'"
    [(*texts, version, at)] = duckdb.sql(query).fetchall()
    [row] = al.open_assessment(folders[0]).ratings.query("item == '1'").to_dict("records")
    assert (texts[0], str(texts[1]), texts[2:8]) == (
        "it's 2025", "2025-03-01", ["ann", "O'Neill & Co, 50%", "member", "preparing", "1", ""])  # fmt: skip
    assert texts[8:12] == [1, "rated", "a", "=1, it's so"]
    assert (version, pd.Timestamp(at, tz="UTC")) == (CSIT.version, row["at"])


def test_two_frameworks_are_not_counted_together(folders, tmp_path):
    to = pack(folders[1:3], tmp_path / "packed")
    with pytest.raises(FaultsError) as error:
        file_level_counts(to, CSIT)
    [file] = (to / "framework=cdrp-dat-partnership").rglob("*.parquet")
    rows = len(al.open_assessment(folders[2]).ratings)
    assert [fault.what for fault in error.value.faults] == [
        f"is another framework than csit-collaborative-working ({rows} rows)"
    ]
    assert error.value.faults[0].file == str(file)


def test_a_packing_is_replaced_only_where_that_is_asked(folders, tmp_path):
    to = pack(folders, tmp_path / "packed")
    assert refused(folders[:1], to) == (
        f"{to}: The folder is there already. Name another folder, or ask for this one to be replaced."
    )
    assert len(parts(to)) == 4
    pack(folders[:1], to, overwrite=True)
    assert parts(to) == ["framework=csit-collaborative-working/year=2025"]
    assert not list(tmp_path.glob(".packed*"))


def test_a_folder_with_anything_else_in_it_is_never_replaced(folders, tmp_path):
    to = pack(folders[:1], tmp_path / "packed")
    (to / "notes.txt").write_text("mine")
    said = f"{to}: The folder holds something else than packed ratings. Name another folder."
    assert refused(folders, to, overwrite=True) == said
    assert (to / "notes.txt").read_text() == "mine"


def test_one_bad_assessment_keeps_all_from_being_packed_and_the_old_stays(folders, tmp_path):
    to = pack(folders[:1], tmp_path / "packed")
    (folders[1] / "assessment.toml").write_text("what?")
    assert refused(folders, to, overwrite=True).startswith(str(folders[1] / "assessment.toml"))
    assert parts(to) == ["framework=csit-collaborative-working/year=2025"]
    assert not list(tmp_path.glob(".packed*"))


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(folders, tmp_path, monkeypatch):
    to = pack(folders[:1], tmp_path / "packed")
    rename = Path.rename

    def refuse(self, target):
        if self.suffix == ".part":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert refused(folders, to, overwrite=True) == (
        f"{to}: The folder cannot be written (Permission denied). Check the name, the rights and the disk."
    )
    assert parts(to) == ["framework=csit-collaborative-working/year=2025"]


def test_two_folders_of_one_name_and_none_at_all_are_refused(folders, tmp_path):
    twin = made(tmp_path / "elsewhere" / "2026")
    assert refused([folders[1], twin], tmp_path / "packed") == (
        f"“2026” is the name of 2 folders: {folders[1]}, {twin}. "
        "Give each its own name, since ratings are told apart by it."
    )
    assert refused([], tmp_path / "packed") == "No assessment is named. Name the folders of assessments."
    assert refused([made(tmp_path / "new", said=())], tmp_path / "packed") == (
        "These assessments hold no ratings. Pack them when members have rated."
    )
    assert not (tmp_path / "packed").exists()
