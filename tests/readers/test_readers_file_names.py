"""Files of one person each: who it is by what their names do not share, and before a heading that is no name."""

import pytest
from openpyxl import Workbook
from readers.importing_kit import CDRP, known, wrong

from assesslib.readers import import_ratings

LEVELS = "GWSD"
TAKEN = "“{}” was taken from the name of the file or sheet for who answered."


def form(level="G", heading="Rating"):
    return [["Ref", "Standard", heading], ["1.1", "x", level], ["1.2", "x", "W"], ["1.3", "x", "S"]]


def files(folder, names, sheet="", heading="Rating"):
    """Forms of one person each: CSV files, or workbooks where they have a sheet."""
    for place, name in enumerate(names):
        rows = form(LEVELS[place % 4], heading)
        if not sheet:
            (folder / f"{name}.csv").write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
            continue
        book = Workbook()
        book.active.title = sheet
        for row in rows:
            book.active.append(row)
        book.save(folder / f"{name}.xlsx")
    return sorted(folder.iterdir())


def names_in(folder, names, **kwargs):
    found = import_ratings(files(folder, names, **kwargs), CDRP)
    assert wrong(found) == []
    return sorted(found.members["name"])


@pytest.mark.parametrize(
    "called",
    ["{}", "Final - {}", "{} FINAL v2", "Team North - {}", "Health Board {}", "{} - Police", "CDRP {} signed",
     "{} Northtown", "Returned form {} 2026-03-01"],
)  # fmt: skip
def test_what_all_files_have_in_their_names_is_no_part_of_anybody_s(tmp_path, called):
    people = ["Amara Okafor", "Bethan Rees", "Carlos Díaz"]
    assert names_in(tmp_path, [called.format(name) for name in people]) == people


@pytest.mark.parametrize(
    "people",
    [
        ["Anna Bell", "Final Okoro", "John Smith", "Key Osei", "Old Tom", "Rating Singh", "Team Lead"],
        ["April June", "Bo Adeyemi", "Cy Hill", "June May"],
        ["April", "Grace", "June", "Max", "May", "Page"],
        ["m1", "m12", "m2"],
        ["Jane Smith", "John Smith"],
        ["AB", "JR"],
    ],
    ids=lambda people: people[0],
)
@pytest.mark.parametrize("called", ["{}", "Self assessment - {}"])
def test_names_with_words_of_files_in_them_stand_where_the_others_names_do(tmp_path, people, called):
    assert names_in(tmp_path, [called.format(name) for name in people]) == people


def test_names_of_no_person_stay_nobody_s_beside_those_of_people(tmp_path):
    people = ["Anna Bell", "Cy Hill", "Jo Bell"]
    others = ["Final Rating", "Template", "March 2026", "v2"]
    assert names_in(tmp_path, [*people, *others]) == ["", "", "", "", *people]


@pytest.mark.parametrize("names", [("v1", "v2"), ("Q1", "Q2"), ("Ratings March", "Ratings May"), ("form 1", "form 2")])
def test_versions_and_times_are_nobody(tmp_path, names):
    assert names_in(tmp_path, names) == ["", ""]


def test_two_files_of_one_person_are_told_by_the_whole_name(tmp_path):
    (tmp_path / "Anna Bell part 1.csv").write_text("Ref,Rating\n1.1,G\n1.2,G\n1.3,G\n")
    (tmp_path / "Anna Bell part 2.csv").write_text("Ref,Rating\n2.1,G\n2.2,G\n2.3,G\n")
    found = import_ratings(sorted(tmp_path.iterdir()), CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna Bell"])


@pytest.mark.parametrize("sheet", ["Example", "Self-assessment", "Scoring", "Consensus", "Anna’s copy"])
def test_a_sheet_called_alike_in_several_files_is_nobody(tmp_path, sheet):
    people = ["Amara Okafor", "Bethan Rees", "Carlos Díaz"]
    assert names_in(tmp_path, people, sheet=sheet) == people


@pytest.mark.parametrize("sheet", ["Example", "Self-assessment", "Scoring"])
def test_a_general_sheet_of_one_file_is_nobody(tmp_path, sheet):
    assert names_in(tmp_path, ["Amara Okafor"], sheet=sheet) == ["Amara Okafor"]


def test_a_sheet_called_consensus_in_one_file_called_like_a_person_is_asked_about(tmp_path):
    found = import_ratings(files(tmp_path, ["Amara Okafor"], sheet="Consensus"), CDRP)
    assert wrong(found) == [
        "Amara Okafor.xlsx, sheet Consensus: “Amara Okafor” is a person by the name of the file or sheet, and by the "
        "other of the two this was agreed. Head the answers “Consensus” if they were agreed, else with the name of the "
        "member who gave them."
    ]
    assert len(found.consensus) == 0


def test_the_name_of_a_file_goes_before_a_heading_that_is_none(tmp_path):
    found = import_ratings(files(tmp_path, ["Amara Okafor"], heading="Wie weit"), CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Amara Okafor"])
    assert known(found) == [
        "Amara Okafor.csv, column C: “Wie weit” heads the answers and was not taken for who gave them: the file or "
        "sheet is called like a person.",
        f"Amara Okafor.csv: {TAKEN.format('Amara Okafor')}",
    ]


@pytest.mark.parametrize("heading", ["Bethan Rees", "Amara", "AO"])
def test_a_heading_that_is_a_name_stays(tmp_path, heading):
    assert names_in(tmp_path, ["Amara Okafor"], heading=heading) == [heading]


def test_a_heading_stays_where_the_file_is_called_like_nobody(tmp_path):
    assert names_in(tmp_path, ["Leicester"], heading="Anna") == ["Anna"]


@pytest.mark.parametrize(
    "third", ["Chloe Dean final", "Chloe Dean (completed)", "Copy of Chloe Dean", "Chloe Dean form", "Chloe Dean April",
              "Chloe Dean Council", "Chloe Dean DRAFT", "New Chloe Dean", "Chloe Dean Police"],
)  # fmt: skip
def test_a_word_of_files_in_one_name_alone_is_no_part_of_it(tmp_path, third):
    assert names_in(tmp_path, ["Anna Bell", "Ben Carr", third]) == ["Anna Bell", "Ben Carr", "Chloe Dean"]


@pytest.mark.parametrize(
    ("files", "people"),
    [
        (["Jan van Dijk", "Kees van Dijk", "Piet van Dijk"], ["Jan van Dijk", "Kees van Dijk", "Piet van Dijk"]),
        (["anna_smith", "ben_smith", "cal_smith"], ["anna smith", "ben smith", "cal smith"]),
        (["ratings_anna", "ratings_ben"], ["anna", "ben"]),
        (["Formulaire de Anna", "Formulaire de Ben"], ["Anna", "Ben"]),
    ],
    ids=lambda names: names[0],
)
def test_a_family_name_that_files_share_stays(tmp_path, files, people):
    assert names_in(tmp_path, files) == people


@pytest.mark.parametrize("heading", ["Anna", "AB", "Police", "Council"])
@pytest.mark.parametrize("file", ["Domestic Abuse", "Market Harborough", "Safer Streets March"])
def test_a_heading_that_may_be_a_name_goes_before_that_of_a_file(tmp_path, heading, file):
    found = import_ratings(files(tmp_path, [file], heading=heading), CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], [heading])
    called = file.removesuffix(" March")
    assert f"{file}.csv, column C: “{heading}” heads the answers and was taken for who gave them, though the file or " \
           f"sheet is called {called}." in known(found)  # fmt: skip


def headed(folder, named):
    """Forms of one person each, by file the heading."""
    for place, (name, heading) in enumerate(named.items()):
        rows = form(LEVELS[place], heading)
        (folder / f"{name}.csv").write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return import_ratings(sorted(folder.iterdir()), CDRP)


@pytest.mark.parametrize("names", [("River Trent", "Mercy Way", "Victoria Park"), ("Jo Yu 1", "Jo Yu 2", "Jo Yu 3")])
def test_each_heading_of_several_files_is_a_person(tmp_path, names):
    found = headed(tmp_path, dict(zip(names, ("Anna", "Ben", "Cy"), strict=True)))
    assert (wrong(found), sorted(found.members["name"])) == ([], ["Anna", "Ben", "Cy"])


def test_a_heading_that_the_forms_of_several_people_share_is_nobody(tmp_path):
    found = headed(tmp_path, {"Amara Okafor": "Wertung", "Bethan Rees": "Wertung"})
    assert (wrong(found), sorted(found.members["name"])) == ([], ["Amara Okafor", "Bethan Rees"])


def test_a_heading_over_several_parts_of_the_rows_is_one_person(tmp_path):
    (tmp_path / "River Trent.csv").write_text("Ref,Anna\n1.1,G\n1.2,G\n1.3,G\n")
    (tmp_path / "Mercy Way.csv").write_text("Ref,Anna\n2.1,G\n2.2,G\n2.3,G\n")
    found = import_ratings(sorted(tmp_path.iterdir()), CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna"])


@pytest.mark.parametrize("sheet", ["Community Safety", "Leadership and Governance", "Front Page", "Main Tab"])
def test_a_sheet_called_like_a_subject_does_not_go_before_a_file_called_like_a_person(tmp_path, sheet):
    assert names_in(tmp_path, ["Anna Bell"], sheet=sheet) == ["Anna Bell"]


@pytest.mark.parametrize("sheets", [("Anna", "Ben"), ("Anna Berg", "Ben Yu")])
def test_a_sheet_called_like_a_person_goes_before_its_file(tmp_path, sheets):
    for sheet, name in zip(sheets, ("River Trent", "Mercy Way"), strict=True):
        files(tmp_path, [name], sheet=sheet)
    found = import_ratings(sorted(tmp_path.iterdir()), CDRP)
    assert (wrong(found), sorted(found.members["name"])) == ([], list(sheets))


@pytest.mark.parametrize("file", ["Partnership Manager", "Response Rates"])
def test_a_role_or_a_subject_is_nobody_beside_people(tmp_path, file):
    assert names_in(tmp_path, ["Anna Bell", "Ben Carr", file]) == ["", "Anna Bell", "Ben Carr"]


def test_organisations_with_the_name_of_their_place_are_called_whole(tmp_path):
    names = ["Rating - Dudley Council", "Rating - Fire Service", "Rating - West Midlands Police"]
    assert names_in(tmp_path, names) == ["Dudley Council", "Fire Service", "West Midlands Police"]


@pytest.mark.parametrize(
    ("column", "heading"), [("Officer", "Rating"), ("Partner", "Status"), ("Representative", "Level 2026")]
)
def test_a_heading_of_answers_beside_a_column_of_officers_is_nobody_s_name(tmp_path, column, heading):
    rows = [["Ref", "Standard", column, heading], ["1.1", "x", "Jo", "G"], ["1.2", "x", "Kim", "W"],
            ["1.3", "x", "", "S"]]  # fmt: skip
    (tmp_path / "Anna Bell.csv").write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    found = import_ratings([tmp_path / "Anna Bell.csv"], CDRP)
    assert list(found.members["name"]) == ["Anna Bell"]
    assert found.ratings[["item", "level"]].astype("str").to_numpy().tolist() == [
        ["1.1", "G"], ["1.2", "W"], ["1.3", "S"]]  # fmt: skip
