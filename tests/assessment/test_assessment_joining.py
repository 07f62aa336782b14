"""New members below what people wrote into assessment.toml: nothing of theirs is changed or lost."""

import pytest

import assesslib as al
from assesslib.assessment import Member
from assesslib.assessment.joining import add_members

HEAD = 'framework = "cdrp-dat-partnership"\npartnership = "Team"  # ours\ndate = "2026-03-01"\n'
ANN = '\n[[members]]\nid = "ann"  # since 2024\nname = "Ann"\n'
ZOE = Member("zoe", 'Zoë "Z" Ng', "The Council")


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def written(folder, text, encoding="utf-8"):
    (folder / "assessment.toml").write_bytes(text.encode(encoding))


def text_of(folder):
    return (folder / "assessment.toml").read_bytes().decode()


def members(folder):
    return al.open_assessment(folder).members.values.tolist()


def test_members_are_added_below_and_the_rest_stays_to_the_letter(folder):
    written(folder, HEAD + ANN)
    add_members(folder, [ZOE, Member("bo")])
    assert text_of(folder) == HEAD + ANN + (
        '\n[[members]]\nid = "zoe"\nname = "Zoë \\"Z\\" Ng"\norganisation = "The Council"\n\n[[members]]\nid = "bo"\n'
    )
    assert members(folder) == [["ann", "Ann", "", ""], ["zoe", 'Zoë "Z" Ng', "The Council", ""], ["bo", "", "", ""]]


def test_a_member_who_is_there_is_not_added_again(folder):
    written(folder, HEAD + ANN)
    add_members(folder, [Member("ann", "Another Ann"), ZOE])
    assert [id for id, *_ in members(folder)] == ["ann", "zoe"]
    assert members(folder)[0][1] == "Ann"


@pytest.mark.parametrize("text", [HEAD, HEAD.rstrip(), HEAD.replace("\n", "\r\n"), f"\ufeff{HEAD}", f"{HEAD}\n\n# end"])
def test_however_the_file_ends_the_members_stand_on_lines_of_their_own(folder, text):
    written(folder, text)
    add_members(folder, [ZOE])
    assert members(folder) == [["zoe", 'Zoë "Z" Ng', "The Council", ""]]


def test_where_the_members_stand_within_one_line_the_file_stays_as_it_was(folder):
    text = HEAD + 'members = [{ id = "ann" }]\n'
    written(folder, text)
    with pytest.raises(al.FaultsError) as error:
        add_members(folder, [ZOE])
    assert str(error.value) == (
        f"{folder / 'assessment.toml'}: New members cannot be added below what is there. Write each member as a block "
        "that begins with [[members]]."
    )
    assert text_of(folder) == text


@pytest.mark.parametrize(("text", "encoding"), [("framework = \n", "utf-8"), (HEAD.replace("Team", "Café"), "cp1252")])
def test_a_file_that_cannot_be_read_stays_as_it_was(folder, text, encoding):
    written(folder, text, encoding)
    with pytest.raises(al.FaultsError):
        add_members(folder, [ZOE])
    assert (folder / "assessment.toml").read_bytes() == text.encode(encoding)


def test_somebody_whose_id_no_file_can_have_is_not_added(folder):
    written(folder, HEAD + ANN)
    with pytest.raises(al.FaultsError):
        add_members(folder, [Member("../bo")])
    assert text_of(folder) == HEAD + ANN
