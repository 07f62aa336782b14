"""The long CSV: what is written is read back unchanged, however a spreadsheet saved it meanwhile."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from zoo import AWKWARD_TEXTS, CDRP, CSIT, EVERY, NAMES, ZOO, Animal, two_years

from assesslib import csvfile, whole
from assesslib.ratings import COLUMNS
from assesslib.readers import ratings_faults, read_ratings, write_ratings


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_what_is_written_is_read_back_unchanged(here, animal):
    write_ratings(animal.ratings, here / "all.csv")
    pd.testing.assert_frame_equal(read_ratings("all.csv", animal.framework), animal.ratings)
    assert ratings_faults("all.csv", animal.framework) == ()


def test_two_assessments_are_read_back_from_one_file(here):
    write_ratings(two_years(), here / "all.csv")
    pd.testing.assert_frame_equal(read_ratings("all.csv", CSIT), two_years().reset_index(drop=True))


def test_no_cell_is_a_formula_to_a_spreadsheet_and_every_text_comes_back(here):
    formulas = ("=cmd|' /C calc'!A0", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "＝1")
    ratings = Animal({"1": "c" * len(formulas)}, comments=formulas).ratings
    write_ratings(ratings, "all.csv")
    seen = [row[COLUMNS.index("comment")] for row in as_a_spreadsheet_sees_it("all.csv")]
    assert seen == [f"'{text}" for text in formulas]
    assert tuple(read_ratings("all.csv", CSIT)["comment"]) == formulas


def as_a_spreadsheet_sees_it(name):
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def test_the_file_is_the_tidy_frame_with_a_mark_for_spreadsheets(here):
    write_ratings(Animal({"1": "c?"}, names=("Ann", "Bo")).ratings, here / "all.csv")
    assert (here / "all.csv").read_bytes().decode("utf-8") == (
        "\ufeff" + ",".join(COLUMNS) + "\n"
        "zoo,2026-03-03,m00,The $Trust$ & Co,member,preparing,1,,1,rated,c,,\"2026-03-03T09:00:00.000000Z\"\n"
        "zoo,2026-03-03,m01,Århus Council,member,preparing,1,,1,dont_know,,,\"2026-03-03T09:01:00.000000Z\"\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "utf-8"), ("\t", "utf-16"), (",", "utf-8-sig"), (";", "cp1252")],
)
def test_a_spreadsheet_may_save_it_in_its_own_way(here, delimiter, encoding):
    texts = ("café, thé", "two\nlines", 'so "b"')
    ratings = Animal({"1": "abc"}, comments=texts).ratings
    write_ratings(ratings, "plain.csv")
    rows = (csvfile.line(row, delimiter) for row in [COLUMNS, *as_a_spreadsheet_sees_it("plain.csv")])
    text = "".join(row.removesuffix("\n") + "\r\n" for row in rows)
    (here / "saved.csv").write_bytes(text.encode(encoding))
    pd.testing.assert_frame_equal(read_ratings("saved.csv", CSIT), ratings)


def test_windows_text_is_read_and_told_but_is_no_fault(here):
    (here / "old.csv").write_bytes("member,item,level,comment\nann,1,c,café\n".encode("cp1252"))
    assert list(read_ratings("old.csv", CSIT)["comment"]) == ["café"]
    [told] = ratings_faults("old.csv", CSIT)
    assert told.handled
    assert str(told) == (
        "old.csv, line 2: The text is not UTF-8; it was read as Windows text. "
        "Nothing is lost; save as “CSV UTF-8” another time."
    )


def test_three_columns_are_enough(here):
    (here / "min 2026.csv").write_text("LEVEL, Member ,item\nC, ann ,1\n,bob,1\n")
    [first, second] = read_ratings("min 2026.csv", CSIT).to_dict("records")
    assert {key: value for key, value in first.items() if value and not pd.isna(value)} == {
        "assessment": "min 2026", "member": "ann", "section": "preparing", "item": "1", "round": 1, "state": "rated",
        "level": "c",
    }  # fmt: skip
    assert (second["member"], second["state"]) == ("bob", "blank")


def test_words_as_people_write_them(here):
    (here / "said.csv").write_text(
        "member,item,level,state,facet,at\n"
        "ann,1.1,,Don’t know,,2026-03-03 09:15\n"
        "ann,1.2,g,,Nat,2026-03-03T10:15:00+01:00\n"
        "ann,1.2,W,Split,LOCAL,\n"
        "ann,1.3,,Not applicable,,2026-03-03\n"
    )
    read = read_ratings("said.csv", CDRP)
    assert read[["state", "facet"]].values.tolist() == [
        ["dont_know", ""], ["split", "national"], ["split", "local"], ["not_applicable", ""],
    ]  # fmt: skip
    moments = ["2026-03-03T09:15:00+00:00", "2026-03-03T09:15:00+00:00", "", "2026-03-03T00:00:00+00:00"]
    assert ["" if pd.isna(at) else at.isoformat() for at in read["at"]] == moments


def test_the_file_is_written_whole_or_not_at_all(here, monkeypatch):
    write_ratings(ZOO["unanimous"].ratings, here / "all.csv")
    before = (here / "all.csv").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.os, "fsync", full)
    with pytest.raises(OSError, match="^.Errno 28. No space left on device$"):
        write_ratings(ZOO["two camps"].ratings, here / "all.csv")
    assert (here / "all.csv").read_bytes() == before
    assert [path.name for path in here.iterdir()] == ["all.csv"]


def test_the_awkward_texts_are_awkward():
    """The round trip is only worth something while these stand in it."""
    kinds = ("\n", "\r", '"', ",", "=", "🙂", "<", "$", "\u202e", "\t", "'=")
    assert all(any(kind in text for text in AWKWARD_TEXTS) for kind in kinds)
    assert max(map(len, AWKWARD_TEXTS)) >= 20_000
