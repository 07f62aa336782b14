"""A team list pasted from a spreadsheet: whoever is in it is read, and whoever is not is told by the row."""

import pytest

from assesslib.readers.roster import MOST, Person, read_roster

ANN, BO = Person("Ann", "Council", "manager"), Person("Bo", "Trust", "officer")


def said(text):
    return [str(fault) for fault in read_roster(text).faults]


@pytest.mark.parametrize(
    "text",
    [
        "Ann\tCouncil\tmanager\nBo\tTrust\tofficer",
        "Ann\tCouncil\tmanager\r\nBo\tTrust\tofficer\r\n",
        "Ann\tCouncil\tmanager\t\t\r\rBo\tTrust\tofficer",
        "Name\tOrganisation\tRole\nAnn\tCouncil\tmanager\nBo\tTrust\tofficer",
        "ROLE\tOrganization:\tName (or pseudonym)\nmanager\tCouncil\tAnn\n\nofficer\tTrust\tBo\n",
        "Member\tCompany\tJob title\nAnn\tCouncil\tmanager\nBo\tTrust\tofficer",
        "\t\t\n Ann \tCouncil\u00a0\tmanager\n\ufeffBo\tTrust\tofficer\n",
        '"Ann"\tCouncil\tmanager\nBo\t"Trust"\t"officer"',
    ],
)
def test_a_list_is_read_with_or_without_headings_in_any_order(text):
    assert read_roster(text).people == (ANN, BO)
    assert said(text) == []


def test_first_and_last_name_may_stand_in_two_columns():
    read = read_roster("Surname\tRole\tFirst name\nSmith\tmanager\tAnn\n\tofficer\tBo")
    assert read.people == (Person("Ann Smith", "", "manager"), Person("Bo", "", "officer"))


def test_names_alone_are_enough():
    assert read_roster("Ann\nBo").people == (Person("Ann"), Person("Bo"))


def test_a_member_whose_role_is_called_like_a_heading_is_no_heading():
    assert read_roster("Ann\tCouncil\tMember").people == (Person("Ann", "Council", "Member"),)


def test_a_cell_in_quotes_may_hold_lines_tabs_and_quotes():
    assert read_roster('Ann\t"Council\nof\tthe ""North"""\tmanager').people == (
        Person("Ann", 'Council of the "North"', "manager"),
    )


def test_a_sector_is_an_organisation_beside_a_name():
    assert read_roster("Name\tSector\nAnn\tHealth").people == (Person("Ann", "Health"),)


@pytest.mark.parametrize("name", ['"Bob" Smith', 'Bob "B', '"Bob', "<b>Bob</b>", "=1+1", "王伟", "'"])
def test_a_name_is_read_as_it_stands(name):
    assert read_roster(f"{name}\tCouncil\tx").people == (Person(name, "Council", "x"),)


def test_half_a_character_does_not_stop_the_list():
    assert read_roster("Ann\ud83d\tCouncil").people == (Person("Ann?", "Council"),)


def test_a_row_without_a_name_is_told():
    text = "Ann\tCouncil\tmanager\n\n\tTrust\tofficer\nBo\tTrust\tofficer"
    assert read_roster(text).people == (ANN, BO)
    assert said(text) == [
        "the pasted list, row 3: “Trust, officer” stands without a name. The row was left out: add this member by hand."
    ]


def test_the_same_row_twice_is_read_once_and_a_namesake_twice():
    text = "Ann\tCouncil\tmanager\nAnn\tCouncil\tmanager\nAnn\tTrust\tmanager"
    assert read_roster(text).people == (ANN, Person("Ann", "Trust", "manager"))
    assert said(text) == [
        "the pasted list, row 2: “Ann” is there twice, with the same organisation and role. "
        "The second row was left out."
    ]


def test_columns_that_are_not_used_are_told():
    text = "E-mail\tName\tFull name\na@b\tAnn\tAnn Smith"
    assert read_roster(text).people == (Person("Ann"),)
    assert said(text) == [
        "the pasted list, row 1: “E-mail” is a column that is not used. Only name, organisation and role are read.",
        "the pasted list, row 1: “Full name” is a column that is not used. Only name, organisation and role are read.",
    ]


def test_a_fourth_cell_without_headings_is_told():
    assert said("Ann\tCouncil\tmanager\tx\ty") == [
        "the pasted list, row 1: “x y” stands behind the third column. It was left out: without headings, "
        "the columns are name, organisation, role."
    ]


def test_headings_without_a_name_are_told_and_nothing_is_read():
    text = "Organisation\tRole\nCouncil\tmanager"
    assert read_roster(text).people == ()
    assert said(text) == [
        "the pasted list, row 1: The headings have none for the name. Head that column “Name”, then copy and paste "
        "again."
    ]


@pytest.mark.parametrize("text", ["", " \t\n\n"])
def test_nothing_is_told_as_nothing(text):
    assert read_roster(text).people == ()
    assert said(text) == ["There is nothing to read. Copy the rows in Excel, then paste them."]


def test_a_whole_sheet_is_cut_and_told():
    text = "\n".join(f"Member {n}" for n in range(MOST + 1))
    assert len(read_roster(text).people) == 100
    assert said(text) == ["the pasted list: The list has 101 people, more than a team. The first 100 were read."]
