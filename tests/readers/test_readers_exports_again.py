"""Two exports of one survey in which nobody is named: who stands in both is counted once, by the tool's own number."""

import csv
from datetime import datetime

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, known, wrong

from assesslib.readers import import_ratings

ITEMS = {item.id: item.text for item in CDRP.items[:4]}
LABELS = [level.label for level in CDRP.levels]


def answers(n):
    """Those of the nth person; the same of the first and the fifth."""
    return [LABELS[(n + k * n) % 4] for k in range(len(ITEMS))]


def microsoft(n):
    return [n, f"3/{n}/26 9:00:00", f"3/{n}/26 9:10:00", "anonymous", "", *answers(n)]


def google(n):
    return [f"2026/03/0{n} 9:10:00 AM GMT+1", *answers(n)]


def limesurvey(n):
    return [n, f"2026-03-0{n} 09:10:00", 1, "en", 1000 + n, f"2026-03-0{n} 09:00:00", *answers(n)]


def kobo(n):
    return [f"2026-03-0{n}T09:00:00", f"2026-03-0{n}T09:10:00", *answers(n), 40 + n, f"u-{n}", f"2026-03-0{n}T09:11:00"]


def surveymonkey(n):
    return [f"1180000000{n}", "400", f"03/0{n}/2026 9:00:00 AM", f"03/0{n}/2026 9:10:00 AM", *answers(n)]


def qualtrics(n):
    return [f"2026-03-0{n} 09:00:00", f"2026-03-0{n} 09:10:00", "IP Address", "True", f"R_{n}", *answers(n)]


TOOLS = {
    microsoft: ["ID", "Start time", "Completion time", "Email", "Name", *ITEMS.values()],
    google: ["Timestamp", *(f"How? [{text}]" for text in ITEMS.values())],
    limesurvey: ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate",
                 *(f"G01[SQ00{n}]. How? [{text}]" for n, text in enumerate(ITEMS.values()))],
    kobo: ["start", "end", *ITEMS.values(), "_id", "_uuid", "_submission_time"],
    surveymonkey: ["Respondent ID", "Collector ID", "Start Date", "End Date", *ITEMS.values()],
    qualtrics: ["StartDate", "EndDate", "Status", "Finished", "ResponseId", *ITEMS.values()],
}  # fmt: skip


def written(path, tool, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([TOOLS[tool], *rows])
    return path


@pytest.mark.parametrize("tool", TOOLS)
def test_a_later_export_with_two_more(tmp_path, tool):
    monday = written(tmp_path / "mon.csv", tool, [tool(n) for n in (1, 2, 3)])
    friday = written(tmp_path / "fri.csv", tool, [tool(n) for n in (1, 2, 3, 4, 5)])
    found = import_ratings([monday, friday], CDRP)
    assert wrong(found) == []
    assert known(found)[-1] == "mon.csv: 3 responses that name nobody stand in fri.csv too: each is counted once."
    assert len(found.members) == 5
    # Each of the three is the same member in the file alone.
    assert found.members["id"].isin(import_ratings(monday, CDRP).members["id"]).sum() == 3


def test_one_export_as_csv_and_as_a_workbook_with_dates(tmp_path):
    text = written(tmp_path / "a.csv", microsoft, [microsoft(n) for n in (1, 2)])
    book = Workbook()
    book.active.append(TOOLS[microsoft])
    for n in (1, 2):
        book.active.append([n, datetime(2026, 3, n, 9), datetime(2026, 3, n, 9, 10), "anonymous", None, *answers(n)])
    book.save(tmp_path / "a.xlsx")
    assert len(import_ratings([text, tmp_path / "a.xlsx"], CDRP).members) == 2


def test_a_response_that_was_edited_is_its_own_and_the_last_change_counts(tmp_path):
    first = written(tmp_path / "a.csv", microsoft, [microsoft(1), microsoft(2)])
    head = [*TOOLS[microsoft][:5], "Last modified time", *ITEMS.values()]
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, [*microsoft(1)[:5], "3/9/26 8:00:00", *answers(2)],
                                    [*microsoft(2)[:5], "", *answers(2)]])  # fmt: skip
    found = import_ratings([tmp_path / "b.csv", first], CDRP)
    assert wrong(found) == []
    one = found.ratings[found.ratings["member"] == import_ratings(first, CDRP).members["id"][0]]
    assert one["level"].tolist() == [CDRP.codes[LABELS.index(label)] for label in answers(2)]
    assert len(found.members) == 2


def test_a_column_that_is_not_taken_makes_no_other_response(tmp_path):
    (tmp_path / "a.csv").write_text("Name,Phone,1.1,1.2\nAnn,123,G,W\nAnn,456,G,W\n")
    found = import_ratings(tmp_path / "a.csv", CDRP)
    assert wrong(found) == []
    assert "a.csv, row 2: “Ann” answered again: row 3 counts, which says the same." in known(found)


def test_parts_are_told_by_what_was_written_and_not_by_what_could_be_read(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,zz,zz\nAnn,yy,yy\n")
    assert not any("parts" in text for text in known(import_ratings(tmp_path / "a.csv", CDRP)))


def test_a_response_without_any_answer_is_none_beside_another(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,G,W\nAnn,,\nBob,S,S\n")
    found = import_ratings(tmp_path / "a.csv", CDRP)
    assert wrong(found) == []
    assert (
        known(found)[-1] == "a.csv, row 3: “Ann” answered again: row 2 counts, which has answers and this one has none."
    )


def test_of_one_name_with_two_partnerships_it_is_asked_which_counts(tmp_path):
    (tmp_path / "a.csv").write_text("Timestamp,Name,Which partnership?,1.1,1.2\n2026-02-13 10:00:00,Ann,North,G,W\n"
                                    "2026-02-14 10:00:00,Ann,South,W,W\n")  # fmt: skip
    assert wrong(import_ratings(tmp_path / "a.csv", CDRP))[0] == (
        "a.csv, row 2: “Ann” stands over several responses that differ, and not in the answers alone (“Which "
        "partnership?”: North, “Which partnership?”: South). Take away the ones that do not count; or give two people "
        "different names."
    )
    (tmp_path / "b.csv").write_text("Timestamp,Name,Any other thoughts?,1.1,1.2\n2026-02-13 10:00:00,Ann,Thanks,G,W\n"
                                    "2026-02-14 10:00:00,Ann,We should meet much more often,W,W\n")  # fmt: skip
    assert wrong(import_ratings(tmp_path / "b.csv", CDRP)) == []
