"""Responses of another year are asked about, whether times or the names of sheets tell them."""

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, wrong

from assesslib.readers import import_ratings

ROWS = (
    "Timestamp,Name,1.1,1.2,1.3\n13/02/2026 10:00:00,Ann,G,G,G\n14/02/2025 10:00:00,Bob,W,W,W\n"
    "15/02/2026 9:00:00,Cy,S,S,S\n"
)
DO = "; or accept what is likely, and all of them are taken."


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_times_in_two_groups_are_asked_about(file):
    do = f"Say which of them belong here: divide the file, or give the assessment’s date{DO}"
    assert wrong(import_ratings(file, CDRP)) == [
        f"a.csv: 1 response is of 2025-02-14, more than 200 days before others. {do}",
        f"a.csv: 2 responses are of 2026-02-13 to 2026-02-15, more than 200 days after others. {do}",
    ]


def test_times_far_from_the_assessments_day_are_asked_about(file):
    do = f"Say which of them belong here: divide the file, or correct the assessment’s date{DO}"
    assert wrong(import_ratings(file, CDRP, day="2026-03-01")) == [
        f"a.csv: 1 response is of 2025-02-14, more than 200 days before the assessment’s date (2026-03-01). {do}"
    ]


def test_where_it_is_accepted_all_of_them_are_taken(file):
    found = import_ratings(file, CDRP, accept=True)
    assert wrong(found) == []
    assert len(found.members) == 3


def test_who_answered_in_both_years_counts_with_the_last_and_is_not_asked_about(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(ROWS.replace("Bob", "Ann"), encoding="utf-8")
    assert wrong(import_ratings(path, CDRP)) == []


def test_sheets_of_two_years_are_asked_about(tmp_path):
    book = Workbook()
    book.remove(book.active)
    for title, name in (("2025", "Ann"), ("Ratings 2026", "Bob")):
        sheet = book.create_sheet(title)
        for row in (["Name", "1.1", "1.2", "1.3"], [name, "G", "W", "G"]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    assert wrong(import_ratings(tmp_path / "a.xlsx", CDRP)) == [
        "a.xlsx: The sheets are called by different years: “2025”, “Ratings 2026”. Say which of them belong here: give "
        f"a file with the sheets of one year{DO}"
    ]
    assert wrong(import_ratings(tmp_path / "a.xlsx", CDRP, accept=True)) == []
