"""Numbers whose meaning the file says itself: a line above or below the table, or a sheet with the key."""

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, known, said, wrong

from assesslib.readers import import_ratings

ITEMS = ("1.1", "1.2", "1.3", "1.4")
LABELS = [level.label for level in CDRP.levels]
TABLE = [["Ref", "Ann", "Bob"], *([item, n, 5 - n] for n, item in enumerate(ITEMS, 1))]
UPWARDS = ", ".join(f"{n} = {label}" for n, label in enumerate(LABELS, 1))
DOWNWARDS = "; ".join(f"{4 - n} – {label.lower()}" for n, label in enumerate(LABELS, 0))
KEY = [["Score", "Meaning"], *([n, label] for n, label in enumerate(LABELS, 1))]
ASKED = (
    "a.xlsx, sheet Sheet1, row {}, column B: “1, 2, 3, 4” are numbers, and nothing in the file says what they mean: G "
    "may be 0, 1 or 4. Say what they mean, e.g. G = 1 and D = 4."
)


def read(folder, rows, key=(), **kwargs):
    book = Workbook()
    book.active.title = "Sheet1"
    for row in rows:
        book.active.append(row)
    if key:
        sheet = book.create_sheet("Key")
        for row in key:
            sheet.append(row)
    book.save(folder / "a.xlsx")
    return import_ratings(folder / "a.xlsx", CDRP, **kwargs)


def levels(found, member="ann"):
    return "".join(level for who, _, level in said(found) if who == member)


@pytest.mark.parametrize(
    ("rows", "key", "meant"),
    [
        (TABLE, KEY, "GWSD"),
        ([*TABLE, [], [UPWARDS]], (), "GWSD"),
        ([[UPWARDS], [], *TABLE], (), "GWSD"),
        ([*TABLE, [], [DOWNWARDS]], (), "DSWG"),
        ([["Key", DOWNWARDS], [], *TABLE], (), "DSWG"),
        (TABLE, [["Scale"], *([4 - n, label] for n, label in enumerate(LABELS))], "DSWG"),
    ],
)
def test_numbers_are_read_by_the_key_in_the_file_and_told(tmp_path, rows, key, meant):
    found = read(tmp_path, rows, key)
    assert (wrong(found), levels(found), levels(found, "bob")) == ([], meant, meant[::-1])
    told = "1 = G, 2 = W, 3 = S, 4 = D" if meant == "GWSD" else "1 = D, 2 = S, 3 = W, 4 = G"
    assert f"a.xlsx, sheet Sheet1: Numbers were read by the key in the file: {told}." in known(found)


@pytest.mark.parametrize(
    "line",
    [
        UPWARDS.rpartition(",")[0],  # one level is missing
        f"{UPWARDS}, 5 = {LABELS[0]}",  # one stands twice
        UPWARDS.replace("4 =", "6 ="),  # the numbers do not follow each other
        f"{UPWARDS} | {DOWNWARDS}",  # one line says the contrary of the other
    ],
)
def test_a_key_that_is_not_whole_and_plain_is_none(tmp_path, line):
    found = read(tmp_path, [*TABLE, [], [line]])
    assert (wrong(found), levels(found)) == ([ASKED.format(2)], "")


def test_counts_of_labels_on_another_sheet_are_no_key(tmp_path):
    found = read(tmp_path, TABLE, [["Rating", "Number"], *([label, n] for n, label in enumerate(LABELS, 1))])
    assert wrong(found) == [ASKED.format(2)]


def test_what_a_person_says_of_numbers_counts_before_the_key(tmp_path):
    found = read(tmp_path, TABLE, KEY, scale={1: "D", 4: "G"})
    assert (wrong(found), levels(found)) == ([], "DSWG")
    assert not any("key in the file" in text for text in known(found))


def test_letters_need_no_key_and_nothing_is_told_of_it(tmp_path):
    found = read(tmp_path, [["Ref", "Ann"], *zip(ITEMS, "GWSD", strict=True)], KEY)
    assert (wrong(found), levels(found)) == ([], "GWSD")
    assert not any("key in the file" in text for text in known(found))


def test_numbers_of_a_long_table_are_read_by_the_key_too(tmp_path):
    rows = [["Name", "Ref", "Rating"], *([name, item, n] for name in ("Ann", "Bob") for n, item in enumerate(ITEMS, 1))]
    found = read(tmp_path, rows, KEY)
    assert (wrong(found), levels(found), levels(found, "bob")) == ([], "GWSD", "GWSD")
    told = "a.xlsx, sheet Sheet1: Numbers were read by the key in the file: 1 = G, 2 = W, 3 = S, 4 = D."
    assert told in known(found)
