"""The long CSV: what is written is read back unchanged, and what is wrong is said all at once."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from zoo import AWKWARD_TEXTS, CDRP, CSIT, EVERY, NAMES, ZOO, Animal, two_years

from assesslib import csvfile
from assesslib.faults import FaultsError
from assesslib.ratings import COLUMNS
from assesslib.readers import ratings_faults, read_ratings, write_ratings

KEY_FEATURES = "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(here, text, framework=CSIT):
    (here / "said.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        read_ratings("said.csv", framework)
    assert error.value.faults == tuple(one for one in ratings_faults("said.csv", framework) if not one.handled)
    return str(error.value).split("\n")


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


def test_every_fault_of_a_file_is_said_at_once_in_the_order_of_its_rows(here):
    assert faults(here,
        "member,item,level,section,date,at,round,state\n"
        "ann,99,c,,,,,\n"
        ",2,f,,,,,\n"
        "ann,3,,,2026-13-01,soon,3,rated\n"
        "ann,4,c,review,03/03/2026,,,\n"
        "ann,5,c\n"
        "ann,1,c,,,,,\n"
        "ann,,,,,,,\n"
        "ann,1,d,,,,,\n"
    ) == [
        f"said.csv, row 2, column item: “99” is none of this framework’s key features. {KEY_FEATURES}; nearest: 9. "
        "Correct the cell.",
        "said.csv, row 3, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.",
        "said.csv, row 3, column member: The member is missing. Say whose rating this is.",
        "said.csv, row 4, column round: “3” is not a round. Allowed: 1, 2; nearest: 2. Correct the cell.",
        "said.csv, row 4, column level: The level is missing where the state is rated. Allowed: a, b, c, d, e. "
        "Give a level, or make the state blank.",
        "said.csv, row 4, column date: “2026-13-01” is not a date. Write it like 2026-03-01.",
        "said.csv, row 4, column at: “soon” is not a time. Write it like 2026-03-01T09:15:00Z.",
        "said.csv, row 5, column section: “review” is not the section of item 4. "
        "Allowed: preparing; nearest: preparing. Correct the cell.",
        "said.csv, row 5, column date: “03/03/2026” is not a date. Write it like 2026-03-01.",
        "said.csv, row 6: “ann,5,c” has 3 cells where 8 belong. Put the row right; it was set aside.",
        "said.csv, row 8, column item: The key feature is missing. Say what was rated.",
        "said.csv, row 9, column member: “ann” has item 1 a second time in round 1. Keep one of the rows.",
    ]  # fmt: skip


def test_the_same_member_with_spaces_is_the_same_member(here):
    assert faults(here, "member,item,level\nann,1,c\n ann ,1,c\n") == [
        "said.csv, row 3, column member: “ann” has item 1 a second time in round 1. Keep one of the rows."
    ]


def test_a_whole_rating_beside_facets_of_the_same_answer_is_refused(here):
    assert faults(here, "member,item,level,facet\nann,1.1,G,local\nann,1.1,W,\nbob,1.1,W,\n", CDRP) == [
        "said.csv, row 3, column member: “ann” has item 1.1 both as a whole and by facet. "
        "Keep this row, or the rows of the facets."
    ]


def test_a_torn_last_row_is_refused(here):
    assert faults(here, 'member,item,level\nann,1,c\nann,2,"d') == [
        "said.csv, row 3: “ann,2,d” The row is not finished. Complete it or delete it."
    ]


def test_missing_columns_and_an_empty_file(here):
    assert faults(here, "who;what\nann;1\n") == [
        f"said.csv, row 1: “{column}” is a column this file must have and does not. It has: who, what. "
        "Add the column or put its name right."
        for column in ("member", "item", "level")
    ]
    assert faults(here, "") == [
        "said.csv: The file is empty. Its first row must name the columns: member, item, level."
    ]


@pytest.mark.parametrize(
    ("column", "like"), [("rounds", "round"), ("runde", "round"), ("organization", "organisation"),
                         ("comments", "comment"), ("states", "state"), ("dates", "date")],
)  # fmt: skip
def test_a_column_that_is_misspelt_is_refused_and_not_passed_over(here, column, like):
    assert faults(here, f"member,item,level,{column}\nann,1,c,2\nann,1,d,1\n") == [
        f"said.csv, row 1: “{column}” is not a column that is read, and “{like}” is missing. "
        f"Call it {like}, or something less like it."
    ]


def test_a_column_of_one_s_own_is_told_and_read_around(here):
    (here / "said.csv").write_text("member,item,level,round,rounds,empty\nann,1,c,2,x,\n")
    assert list(read_ratings("said.csv", CSIT)["round"]) == [2]
    [told] = ratings_faults("said.csv", CSIT)
    assert told.handled
    assert str(told) == (
        "said.csv, row 1: “rounds” is not a column that is read. Allowed: assessment, date, member, organisation, "
        "role, section, item, facet, round, state, level, comment and 1 more; nearest: round. "
        "Name it rightly if it shall be."
    )


def test_a_column_that_stands_twice_is_refused(here):
    assert faults(here, "member,item,level,Level\nann,1,c,d\n") == [
        "said.csv, row 1: “level” is a column that stands twice. Keep the right one; until then no row is used."
    ]


def test_several_files_are_read_together_and_their_faults_too(here):
    (here / "returns").mkdir()
    (here / "returns" / "ann.csv").write_text("member,item,level\nann,1,c\n")
    (here / "returns" / "bob.csv").write_text("member,item,level\nbob,1,d\n")
    read = read_ratings("returns/*.csv", CSIT)
    assert read[["assessment", "member", "level"]].values.tolist() == [["ann", "ann", "c"], ["bob", "bob", "d"]]
    assert len(read_ratings([here / "returns" / "ann.csv", "returns/bob.csv"], CSIT)) == 2
    (here / "returns" / "ann.csv").write_text("member,item,level\nann,1,x\n")
    (here / "returns" / "bob.csv").write_text("member,item,level\nbob,0,d\n")
    assert [fault.place for fault in ratings_faults("returns/*.csv", CSIT)] == [
        "returns/ann.csv, row 2, column level",
        "returns/bob.csv, row 2, column item",
    ]


def test_a_name_with_signs_of_a_pattern_is_still_a_name(here):
    (here / "said [final].csv").write_text("member,item,level\nann,1,c\n")
    assert len(read_ratings("said [final].csv", CSIT)) == 1


def test_files_that_are_not_there_are_all_named(here):
    with pytest.raises(FaultsError) as error:
        read_ratings(["no.csv", "none/*.csv", "."], CSIT)
    assert str(error.value).split("\n") == [
        "“no.csv” is not a file. Check the name and the folder.",
        "“none/*.csv” is not a file. Check the name and the folder.",
        "“.” is not a file. Check the name and the folder.",
    ]


def test_the_framework_may_be_named_and_an_unknown_one_is_told(here):
    write_ratings(ZOO["unanimous"].ratings, "all.csv")
    assert len(read_ratings("all.csv", "csit-collaborative-working")) == 12
    with pytest.raises(FaultsError) as error:
        read_ratings("all.csv", "csit")
    assert str(error.value) == (
        "“csit” is not a shipped framework and not a file. Allowed: cdrp-dat-partnership, csit-collaborative-working; "
        "nearest: csit-collaborative-working."
    )


def test_the_file_is_written_whole_or_not_at_all(here, monkeypatch):
    write_ratings(ZOO["unanimous"].ratings, here / "all.csv")
    before = (here / "all.csv").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csvfile.os, "fsync", full)
    with pytest.raises(OSError, match="^.Errno 28. No space left on device$"):
        write_ratings(ZOO["two camps"].ratings, here / "all.csv")
    assert (here / "all.csv").read_bytes() == before
    assert [path.name for path in here.iterdir()] == ["all.csv"]


def test_the_awkward_texts_are_awkward():
    """The round trip is only worth something while these stand in it."""
    kinds = ("\n", "\r", '"', ",", "=", "🙂", "<", "$", "\u202e", "\t", "'=")
    assert all(any(kind in text for text in AWKWARD_TEXTS) for kind in kinds)
    assert max(map(len, AWKWARD_TEXTS)) >= 20_000
