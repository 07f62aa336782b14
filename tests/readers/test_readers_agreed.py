"""What was agreed, by its year and by the places in which it stands."""

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, known, said, wrong

from assesslib.readers import import_ratings

LEFT = (
    "was left out: the assessment is of 2026. If it is what was agreed now, take the year out of its name or correct "
    "the assessment’s date; if not, delete it."
)


def agreed(result):
    return result.consensus[["item", "level"]].values.tolist()


def read(folder, head, day):
    path = folder / "a.csv"
    path.write_text(f"Ref,Anna,Ben,{head}\n1.1,G,W,G,S\n1.2,W,S,W,D\n", encoding="utf-8")
    return import_ratings(path, CDRP, day=day)


def test_the_year_of_the_assessment_is_no_other_time(tmp_path):
    found = read(tmp_path, "Consensus 2025,Consensus 2026", "2026-03-01")
    assert (wrong(found), agreed(found)) == ([], [["1.1", "S"], ["1.2", "D"]])
    assert known(found)[0] == "a.csv, column E: “Consensus 2026” was taken for what was agreed."


def test_another_year_than_that_of_the_assessment_is_asked_about(tmp_path):
    found = read(tmp_path, "Cara,Consensus 2025", "2026-03-01")
    assert (wrong(found), agreed(found)) == ([f"a.csv, column E: “Consensus 2025” {LEFT}"], [])
    assert len(said(found)) == 6


def test_where_no_day_is_known_several_years_are_asked_about_and_a_single_one_counts(tmp_path):
    found = read(tmp_path, "Consensus 2025,Consensus 2026", "")
    assert (len(wrong(found)), agreed(found)) == (1, [])
    assert agreed(read(tmp_path, "Cara,Consensus 2025", "")) == [["1.1", "S"], ["1.2", "D"]]


def test_a_consensus_of_the_assessments_year_beside_one_of_none_is_asked_about(tmp_path):
    found = read(tmp_path, "Consensus,Consensus 2026", "2026-03-01")
    assert wrong(found) == [
        "a.csv, column E (Consensus 2026): “Consensus 2026” was left out: it is of the year of the assessment, and "
        "what was agreed stands elsewhere too. Keep the one that counts, or take the year out of its name."
    ]


def test_a_consensus_of_the_assessments_year_beside_people_of_another_is_asked_about(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Ref,Anna 2025,Ben 2025,Consensus 2026\n1.1,G,W,S\n1.2,W,S,D\n", encoding="utf-8")
    found = import_ratings(path, CDRP, day="2026-03-01")
    assert (len(found.members), wrong(found)) == (2, [
        "a.csv, column D (Consensus 2026): “Consensus 2026” was left out: it is of the year of the assessment, and the "
        "names of the people are of another. If it is what was agreed now, take the year out of its name; if not, "
        "delete it."
    ])  # fmt: skip


def test_the_year_in_which_the_answers_were_sent_is_no_other_time(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name,Date,1.1,1.2\nAnna,2025-12-12,G,G\nConsensus 2025,,W,S\n", encoding="utf-8")
    found = import_ratings(path, CDRP, day="2026-01-10")
    assert (wrong(found), agreed(found)) == ([], [["1.1", "W"], ["1.2", "S"]])


@pytest.mark.parametrize(("year", "taken"), [("2026", [["1.1", "D"], ["1.2", "S"]]), ("2025", [])])
def test_a_sheet_that_is_called_by_a_year(tmp_path, year, taken):
    book = Workbook()
    for title, rows in (("Ratings", [["Ref", "Anna", "Ben"], ["1.1", "G", "W"], ["1.2", "G", "D"]]),
                        (f"Consensus {year}", [["Ref", "Consensus"], ["1.1", "D"], ["1.2", "S"]])):  # fmt: skip
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "a.xlsx")
    found = import_ratings(tmp_path / "a.xlsx", CDRP, day="2026-03-01")
    assert agreed(found) == taken
    assert wrong(found) == ([] if taken else [f"a.xlsx, sheet Consensus 2025: “Consensus 2025” {LEFT}"])


def files(folder, *levels):
    paths = [folder / f"f{at}.csv" for at in range(len(levels))]
    for path, level in zip(paths, levels, strict=True):
        path.write_text(f"Ref,Consensus\n1.1,{level}\n1.2,W\n", encoding="utf-8")
    return paths


def test_what_was_agreed_in_several_files_is_asked_about_where_they_differ(tmp_path):
    found = import_ratings(files(tmp_path, "G", "D"), CDRP)
    assert agreed(found) == []
    assert wrong(found) == [
        "f0.csv: What was agreed stands in several places (f0.csv, f1.csv), and they differ in 1.1; none of them was "
        "taken. Keep the one that counts; a form that one person filled in is called like that person, in its heading "
        "and in the name of the sheet."
    ]


def test_what_was_agreed_in_several_files_alike_is_taken(tmp_path):
    found = import_ratings(files(tmp_path, "G", "G"), CDRP)
    assert (wrong(found), agreed(found)) == ([], [["1.1", "G"], ["1.2", "W"]])


@pytest.mark.parametrize("heading", ["Zoom", "Your view"])
def test_a_mapping_says_that_a_heading_stands_above_ratings_and_names_nobody(tmp_path, heading):
    (tmp_path / "map.csv").write_text(f"kind,found,becomes\ncolumn,{heading},rating\n", encoding="utf-8")
    path = tmp_path / "Anna Berg.csv"
    path.write_text(f"Ref,{heading}\n1.1,G\n1.2,W\n", encoding="utf-8")
    found = import_ratings(path, CDRP, mapping=tmp_path / "map.csv")
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna Berg"])


def test_a_column_of_several_people_cannot_be_said_to_name_nobody(tmp_path):
    (tmp_path / "map.csv").write_text("kind,found,becomes\ncolumn,Mood,rating\n", encoding="utf-8")
    path = tmp_path / "a.csv"
    path.write_text("Name,1.1,1.2,Mood\nAnn,G,W,good\nBo,W,S,bad\n", encoding="utf-8")
    found = import_ratings(path, CDRP, mapping=tmp_path / "map.csv")
    assert wrong(found) == [
        "a.csv: “Mood” cannot be “rating”: the answers of several people stand under it. Say in the mapping what was "
        "rated, or who answered."
    ]
