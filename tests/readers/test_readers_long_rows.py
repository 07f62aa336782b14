"""Rows of long tables as people fill them: names and refs in the first row alone, days before months."""

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, known, said, wrong

from assesslib.readers import import_ratings

GIVEN = [("ann-lee", "1.1", "G"), ("ann-lee", "1.2", "W"), ("bob-ray", "1.1", "S"), ("bob-ray", "1.2", "D")]
NAMES = [
    "Name,Agency,Date,Ref,Rating", "Ann Lee,Police,2026-03-01,1.1,G", ",,,1.2,W", "Bob Ray,Fire,,1.1,S", ",,,1.2,D",
]  # fmt: skip
REFS = ["Ref,Standard,Name,Rating", "1.1,Led,Ann Lee,G", ",,Bob Ray,S", "1.2,Purpose,Ann Lee,W", ",,Bob Ray,D"]
BELOW = "stands in the first of several rows, and was taken for those below it too (2 rows)."


def test_a_name_in_the_first_row_alone_is_carried_down_with_what_stands_beside_it(read):
    found = read("\n".join(NAMES))
    assert (wrong(found), said(found)) == ([], GIVEN)
    assert found.members["organisation"].tolist() == ["Police", "Fire"]
    assert found.ratings["date"].dt.strftime("%Y-%m-%d").fillna("").tolist() == ["2026-03-01", "2026-03-01", "", ""]
    assert known(found) == [f"a.csv, column A: “Ann Lee” {BELOW}"]


def test_a_ref_in_the_first_row_alone_is_carried_down_with_its_wording(read):
    found = read("\n".join(REFS))
    assert (wrong(found), sorted(said(found))) == ([], GIVEN)
    assert known(found) == [f"a.csv, column A: “1.1” {BELOW}"]


def test_merged_cells_are_read_so_too(tmp_path):
    book = Workbook()
    for line in NAMES:
        book.active.append([text or None for text in line.split(",")])
    for column in "ABC":
        book.active.merge_cells(f"{column}2:{column}3")
        book.active.merge_cells(f"{column}4:{column}5")
    book.save(tmp_path / "a.xlsx")
    found = import_ratings(tmp_path / "a.xlsx", CDRP)
    assert (wrong(found), said(found)) == ([], GIVEN)
    assert found.members["organisation"].tolist() == ["Police", "Fire"]


def test_both_sides_of_a_split_rating_run_on(read):
    lines = ["Name,Ref,Side,Rating", "Ann,5.1,Local,G", ",5.1,National,D", "Bob,5.1,Local,W", ",5.1,National,S"]
    found = read("\n".join(lines))
    sides = ("5.1 local", "5.1 national")
    assert wrong(found) == []
    given = (("ann", "G", "D"), ("bob", "W", "S"))
    pairs = [(who, side, level) for who, *levels in given for side, level in zip(sides, levels, strict=True)]
    assert said(found) == pairs


GAPS = (
    "a.csv, row 1: The table seems to have a row for each rating, and who gave it stands in some of the rows alone. "
    "Write the name into every row."
)


@pytest.mark.parametrize(
    "names",
    [
        ["Ann", "", "", ""],  # the items come twice below Ann: of whom the second time, nobody knows
        ["", "Ann", "Bob", ""],  # nobody stands above the first row
    ],
)
def test_names_that_cannot_be_told_are_not_carried_and_told_once(read, names):
    rows = [f"{name},{row}" for name, row in zip(names, ("1.1,G", "1.2,W", "1.1,S", "1.2,D"), strict=True)]
    found = read("\n".join(["Name,Ref,Rating", *rows]))
    assert (wrong(found), said(found)) == ([GAPS], [])


def test_a_title_in_the_column_of_names_begins_nobody_s_rows(read):
    found = read("Name,Ref,Rating\nAnn,1.1,G\n,1.2,W\nAudit,,\n,2.1,S\n,2.2,D\nBob,1.1,G\n,1.2,G\n,2.1,D\n,2.2,S\n")
    assert (wrong(found), said(found)) == ([GAPS], [])


def test_members_that_are_missing_throughout_are_one_fault(read):
    rows = [f"{name},1.{n},G" for name in ("Ann", "", "") for n in range(1, 5)]
    found = read("\n".join(["Name,Ref,Rating", *rows]), layout="long")
    assert said(found) == [("ann", f"1.{n}", "G") for n in range(1, 5)]
    assert wrong(found) == [
        "a.csv, row 6, column Name: The member is missing (in 8 rows, this is the first). Say whose rating this is."
    ]
    assert len(found.rejects) == 8


DATED = "Date,Name,Ref,Rating\n{},Ann,1.1,G\n{},Ann,1.2,W\n{},Bob,1.1,S\n{},Bob,1.2,D\n"
WRITTEN = ("01/03/2026", "1.3.26", "12/03/2026 10:00", "1 March 2026", "1st Mar 2026", "01-Mar-2026", "2026-03-01")


@pytest.mark.parametrize("day", WRITTEN)
def test_a_day_is_read_with_the_day_before_the_month(read, day):
    found = read(DATED.format(*[day] * 4))
    assert (wrong(found), len(said(found))) == ([], 4)
    assert set(found.ratings["date"].dt.strftime("%d %b %Y")) == {"12 Mar 2026" if day[:2] == "12" else "01 Mar 2026"}
    either = {"01/03/2026": "1 March 2026", "12/03/2026 10:00": "12 March 2026"}.get(day)
    told = f"a.csv, column A: “{day}” was read as {either}: the day stands before the month."
    assert known(found) == ([told] if either else [])


def test_days_that_stand_otherwise_throughout_are_read_so(read):
    found = read(DATED.format("03/02/2026", "03/13/2026", "03/02/2026", "03/13/2026"))
    assert (wrong(found), known(found)) == ([], [])
    assert found.ratings["date"].dt.strftime("%d %b").tolist() == ["02 Mar", "13 Mar", "02 Mar", "13 Mar"]


def test_a_column_without_a_day_is_one_fault_and_its_rows_wait(read):
    found = read(DATED.format(*["soon"] * 4))
    assert (said(found), len(found.rejects)) == ([], 4)
    assert wrong(found) == [
        "a.csv, row 2, column Date: “soon” is not a date (in 4 rows, this is the first). Write it like 2026-03-01."
    ]


def test_a_few_days_that_are_none_are_told_one_by_one(read):
    found = read(DATED.format("soon", "01/03/2026", "later", "02/03/2026"))
    assert said(found) == [("ann", "1.2", "W"), ("bob", "1.2", "D")]
    assert wrong(found) == [
        "a.csv, row 2, column Date: “soon” is not a date. Write it like 2026-03-01.",
        "a.csv, row 4, column Date: “later” is not a date. Write it like 2026-03-01.",
    ]
