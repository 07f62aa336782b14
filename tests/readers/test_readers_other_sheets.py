"""Sheets and files of one person each, among which some are no member’s: what was agreed, an example, a target."""

import pytest
from readers.importing_kit import CDRP, book, known, said, wrong

from assesslib.readers import import_ratings


def rows(one, other):
    return [["Ref", "Standard", "Rating"], ["1.1", "Led", one], ["1.2", "Purpose", other]]


PEOPLE = {"Anna": rows("G", "W"), "Ben": rows("S", "D")}
RATINGS = [("anna", "1.1", "G"), ("anna", "1.2", "W"), ("ben", "1.1", "S"), ("ben", "1.2", "D")]
NAMED = [f"a.xlsx, sheet {name}: The name of the sheet was taken for who answered." for name in PEOPLE]


def read(folder, **sheets):
    return import_ratings(book(folder / "a.xlsx", PEOPLE | sheets), CDRP)


def test_the_ratings_of_a_sheet_called_consensus_are_what_was_agreed(tmp_path):
    found = read(tmp_path, Consensus=rows("W", "W"))
    assert (sorted(said(found)), wrong(found)) == (RATINGS, [])
    assert found.consensus[["item", "level"]].values.tolist() == [["1.1", "W"], ["1.2", "W"]]
    taken = "a.xlsx, sheet Consensus: The name of the sheet or file was taken to say that this was agreed."
    assert known(found) == [*NAMED, taken]


def test_of_two_sheets_of_what_was_agreed_the_second_is_asked_about(tmp_path):
    found = read(tmp_path, Consensus=rows("W", "W"), Final=rows("D", "D"))
    assert found.consensus["level"].tolist() == ["W", "W"]
    assert wrong(found) == [
        "a.xlsx, sheet Final: The sheet is called like what was agreed, as sheet Consensus is; it was left out. "
        "Delete the one that does not count."
    ]


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Example", "is called like no member’s"),
        ("Summary", "is called like no member’s"),
        ("Target 2027", "is called like no member’s"),
        ("Last year", "is of another time"),
    ],
)
def test_a_sheet_that_is_nobody_s_is_left_out_and_told(tmp_path, title, why):
    found = read(tmp_path, **{title: rows("D", "D")})
    assert (sorted(said(found)), wrong(found)) == (RATINGS, [])
    assert known(found) == [f"a.xlsx, sheet {title}: The sheet {why}; it was left out.", *NAMED]


def test_a_sheet_that_may_be_the_team_s_is_asked_about(tmp_path):
    found = read(tmp_path, Team=rows("D", "D"))
    assert sorted(said(found)) == RATINGS
    assert wrong(found) == [
        "a.xlsx, sheet Team: The sheet may be what was agreed, or drawn from the answers; it was left out. "
        "Call it “Consensus” or by the name of the member, or delete it."
    ]


def test_a_form_that_nobody_filled_is_said_to_hold_no_answers(tmp_path):
    found = read(tmp_path, Template=rows(None, None))
    assert (sorted(said(found)), wrong(found)) == (RATINGS, [])
    assert known(found)[0] == (
        "a.xlsx, sheet Template: The standards stand below each other, and no answers under a heading beside them. "
        "It is left out."
    )


def test_a_workbook_that_holds_nothing_else_is_read_whatever_its_sheet_is_called(tmp_path):
    found = import_ratings(book(tmp_path / "a.xlsx", {"Template": rows("G", "W")}), CDRP)
    assert [(item, level) for _, item, level in said(found)] == [("1.1", "G"), ("1.2", "W")]


def test_of_several_files_the_one_that_is_called_consensus_is_nobody_s(tmp_path):
    text = "Ref,Rating\n1.1,{}\n1.2,W\n"
    for name, level in (("anna", "G"), ("consensus 2026", "D")):
        (tmp_path / f"{name}.csv").write_text(text.format(level))
    found = import_ratings(sorted(tmp_path.glob("*.csv")), CDRP)
    assert said(found) == [("anna", "1.1", "G"), ("anna", "1.2", "W")]
    assert found.consensus["level"].tolist() == ["D", "W"]


@pytest.mark.parametrize("title", ["Key", "Old", "Page", "NO"])
def test_a_sheet_under_a_word_that_may_be_a_name_is_asked_about(tmp_path, title):
    found = read(tmp_path, **{title: rows("D", "D")})
    assert sorted(said(found)) == RATINGS
    assert wrong(found) == [
        f"a.xlsx, sheet {title}: The sheet may be a member’s, and is called like something else; it was left out. "
        "Call it by the member’s full name if it is theirs, or delete it."
    ]


def test_a_name_above_the_table_of_such_a_sheet_says_whose_it_is(tmp_path):
    found = read(tmp_path, Key=[["Name", "Key Osei"], [], *rows("D", "D")])
    assert (wrong(found), "key-osei" in found.members["id"].tolist()) == ([], True)


def test_a_sheet_of_what_was_agreed_last_year_is_left_out_beside_another(tmp_path):
    found = read(tmp_path, **{"Consensus": rows("W", "W"), "Consensus 2025": rows("D", "D")})
    assert (found.consensus["level"].tolist(), wrong(found)) == (["W", "W"], [])
    assert known(found)[0] == "a.xlsx, sheet Consensus 2025: The sheet is of another time; it was left out."


def headed(heading, one, other, *above):
    return [*above, ["Ref", "Standard", heading], ["1.1", "Led", one], ["1.2", "Purpose", other]]


@pytest.mark.parametrize("heading", ["Wertung", "Member Rating", "Police", "Points", "G W S D"])
def test_one_heading_on_sheets_called_like_people_is_a_word_of_the_form(tmp_path, heading):
    sheets = {"Anna Bell": headed(heading, "G", "W"), "Ben": headed(heading, "S", "D")}
    found = import_ratings(book(tmp_path / "a.xlsx", sheets), CDRP)
    assert (wrong(found), sorted(found.members["name"])) == ([], ["Anna Bell", "Ben"])


@pytest.mark.parametrize("titles", [("March", "October"), ("Crime 1", "Crime 2"), ("Ratings", "Sheet1")])
def test_one_name_on_sheets_called_like_nobody_stays_who_it_is(tmp_path, titles):
    sheets = {title: headed("Anna", "G", level) for title, level in zip(titles, "WS", strict=True)}
    assert wrong(import_ratings(book(tmp_path / "a.xlsx", sheets), CDRP)) != []


def test_one_name_over_other_rows_of_each_sheet_is_one_person(tmp_path):
    other = [["Ref", "Standard", "Anna"], ["2.1", "x", "S"], ["2.2", "x", "D"]]
    found = import_ratings(book(tmp_path / "a.xlsx", {"Leading": headed("Anna", "G", "W"), "Doing": other}), CDRP)
    assert (wrong(found), found.members["name"].tolist(), len(found.ratings.query("state == 'rated'"))) == (
        [], ["Anna"], 4)  # fmt: skip


def test_one_who_led_all_of_it_is_none_of_the_people_that_sheets_are_called_like(tmp_path):
    lead = ["Lead officer", "Zoe Yu"]
    sheets = {"Anna": headed("Rating", "G", "W", lead, []), "Ben": headed("Rating", "S", "D", lead, [])}
    found = import_ratings(book(tmp_path / "a.xlsx", sheets), CDRP)
    assert (wrong(found), sorted(found.members["name"])) == ([], ["Anna", "Ben"])


@pytest.mark.parametrize("title", ["Key", "Page", "RAG"])
def test_a_sheet_under_such_a_word_is_nobody_s_beside_whole_names(tmp_path, title):
    sheets = {"Anna Bell": rows("G", "W"), "Ben Carr": rows("S", "D"), title: rows("D", "D")}
    found = import_ratings(book(tmp_path / "a.xlsx", sheets), CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna Bell", "Ben Carr"])
    assert known(found)[0] == f"a.xlsx, sheet {title}: The sheet is called like no member’s; it was left out."


def test_of_two_numbered_sheets_of_what_was_agreed_none_is_taken(tmp_path):
    found = read(tmp_path, **{"Consensus 1": rows("W", "W"), "Consensus 2": rows("D", "D")})
    assert (len(found.consensus), sorted(said(found))) == (0, RATINGS)
    assert wrong(found) == [
        f"a.xlsx, sheet Consensus {at}: The sheet is called like what was agreed, as another is; it was left out. "
        "Delete the one that does not count."
        for at in (1, 2)
    ]  # fmt: skip
