"""assessment.toml as people leave it after editing by hand."""

import shutil

import pytest

import assesslib as al
from assesslib.places import shipped

CSIT = "csit-collaborative-working"
HEAD = f'framework = "{CSIT}"\npartnership = "Team"\n'
ID_RULE = "It names a file: use 1 to 40 of a to z, 0 to 9, - and _, a letter or digit first."
SHIPPED = "Allowed: cdrp-dat-partnership, csit-collaborative-working"


@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "team"
    folder.mkdir()

    def settings(text, encoding="utf-8"):
        (folder / "assessment.toml").write_bytes(text.encode(encoding))
        return folder

    return settings


@pytest.fixture
def faults(write):
    """What is said of a file that cannot be used."""

    def said(text, encoding="utf-8"):
        with pytest.raises(al.FaultsError) as error:
            al.open_assessment(write(text, encoding))
        return str(error.value).split("\n")

    return said


def test_every_fault_is_said_at_once_with_its_line(faults):
    text = HEAD + (
        'date = "2026-13-01"\n'
        'colour = "red"\n'
        "about = 5\n"
        "\n"
        "[[members]]\n"
        'id = "ann"\n'
        "[[members]]\n"
        'id = "ann"\n'
        "[[members]]\n"
        'id = "Bob Brown"\n'
        "age = 5\n"
        "[[members]]\n"
        'id = "aux"\n'
        "name = 3\n"
        "[[members]]\n"
        'name = "Nobody"\n'
    )
    assert faults(text.replace(CSIT, "csit")) == [
        "assessment.toml, line 1, framework: “csit” is not a framework that comes with the toolkit. "
        f"{SHIPPED}; nearest: csit-collaborative-working. "
        "Give one of these, or the name of a framework’s own .toml file.",
        "assessment.toml, line 3, date: “2026-13-01” is not a date. Write it like date = \"2026-03-01\".",
        "assessment.toml, line 4: “colour” is not a setting of this file. "
        "Allowed: framework, version, partnership, date, about, looking_back, members; nearest: about. Take it out.",
        "assessment.toml, line 5, about: “5” must be a text. Put it in quotes.",
        "assessment.toml, line 10, members[2].id: “ann” is the id of two members. Give each their own.",
        f"assessment.toml, line 12, members[3].id: “Bob Brown” cannot be a member's id. {ID_RULE}",
        "assessment.toml, line 13, members[3]: “age” is not a setting of a member. "
        "Allowed: id, name, organisation, role; nearest: name. Take it out.",
        "assessment.toml, line 15, members[4].id: “aux” cannot be a member's id: Windows allows no file of this name. "
        "Give another.",
        "assessment.toml, line 16, members[4].name: “3” must be a text. Put it in quotes.",
        f"assessment.toml, line 17, members[5].id: The member has no id. {ID_RULE}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('framework = “csit”\n', "line 1: this is not TOML: a value is missing or has no quotes round it."),
        ('framework = "csit\n', "line 1: this is not TOML: a quote is not closed."),
        (HEAD + "[[members]]\nid: ann\n", "line 4: this is not TOML: an equals sign is missing."),
        (HEAD + 'partnership = "Twice"\n', "line 3: this is not TOML: a key stands twice."),
        (HEAD + 'about = "C:\\Users"\n', "line 3: this is not TOML: a backslash stands in a text; write it twice."),
    ],
)  # fmt: skip
def test_what_is_not_toml_is_said_with_its_line(faults, text, message):
    assert faults(text) == [f"assessment.toml, {message} Look here and just above; quotes must be straight ones."]


@pytest.mark.parametrize("day", ["2026-13-01", "2026-02-30", "01/03/2026", "1 March 2026", "2026-3-1", "26-03-01"])
def test_a_day_without_quotes_that_is_none_is_said_to_be_none(faults, day):
    assert faults(HEAD + f"date = {day}  # the workshop\n") == [
        f"assessment.toml, line 3, date: “{day}” is not a date. Write it like date = \"2026-03-01\"."
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["2026-03-01", '"2026-03-01"', "'2026-03-01'"])
def test_a_day_may_stand_with_quotes_or_without(write, day):
    assert al.open_assessment(write(HEAD + f"date = {day}\n")).date == "2026-03-01"


def test_there_may_be_no_day_and_no_members(write):
    opened = al.open_assessment(write(HEAD))
    assert (opened.date, opened.about, opened.faults) == ("", "", ())
    assert opened.ratings.empty
    assert opened.members.empty
    assert len(opened.consensus) == 37


def test_an_empty_file_says_what_it_needs(faults):
    assert faults("") == [
        "assessment.toml: “framework” is missing, empty or not a text. Write framework = \"…\".",
        "assessment.toml: “partnership” is missing, empty or not a text. Write partnership = \"…\".",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ['""', '"  "', "5", "true", '["a"]', "2026-03-01"])
def test_a_name_must_be_a_text(faults, value):
    assert faults(f'framework = "{CSIT}"\npartnership = {value}\n') == [
        "assessment.toml, line 2: “partnership” is missing, empty or not a text. Write partnership = \"…\"."
    ]  # fmt: skip


@pytest.mark.parametrize("value", ['"ann"', '["ann"]', "5", "{ id = 'ann' }", "[['ann']]"])
def test_members_in_another_form_are_told_theirs(faults, value):
    assert faults(f"{HEAD}members = {value}\n") == [
        "assessment.toml, line 3: “members” must be written as one block a member. "
        "Begin each block with a line [[members]]; in Python give a list of dicts."
    ]


def test_a_block_with_single_brackets_is_told_to_have_double_ones(faults):
    [message] = faults(f'{HEAD}[members]\nid = "ann"\n')
    assert message.startswith("assessment.toml, line 3: “members” must be written as one block a member.")


def test_another_version_of_the_framework_opens_and_is_reported(write):
    opened = al.open_assessment(write(f'{HEAD}version = "2.0"\n'))
    [fault] = opened.faults
    assert str(fault) == (
        "assessment.toml, line 3, version: “2.0” is not the version of csit-collaborative-working that is here. "
        "Allowed: 3.7; nearest: 3.7. Check that the wording is the one that was rated."
    )
    assert not fault.handled


@pytest.mark.parametrize("version", ['"3.7"', "3.7"])
def test_the_version_may_stand_with_quotes_or_without(write, version):
    assert al.open_assessment(write(f"{HEAD}version = {version}\n")).faults == ()


def test_a_framework_may_lie_beside_the_file(write):
    folder = write('framework = "ours.toml"\npartnership = "Team"\n[[members]]\nid = "ann"\n')
    shutil.copy(shipped("frameworks") / "cdrp-dat-partnership.toml", folder / "ours.toml")
    opened = al.open_assessment(folder)
    opened.rate("ann", "1.1", "g")
    assert opened.framework.codes == ("G", "W", "S", "D")
    assert opened.ratings["level"].dropna().tolist() == ["G"]


def test_a_framework_that_does_not_lie_there_is_told(faults):
    assert faults('framework = "ours.toml"\npartnership = "Team"\n') == [
        "assessment.toml, line 1, framework: “ours.toml” is a framework’s file that is not there. "
        "Check the name and the folder."
    ]


def test_the_faults_of_a_framework_beside_it_are_said_with_those_of_the_file(write, faults):
    (write("") / "ours.toml").write_text('id = "ours"\n\n[[levels]]\ncode = "a"\nlabel = 5\n', encoding="utf-8")
    found = faults('framework = "ours.toml"\npartnership = ""\n')
    assert 'assessment.toml, line 2: “partnership” is missing, empty or not a text. Write partnership = "…".' in found
    assert 'ours.toml: “title” is missing from the framework. Add title = "...".' in found
    assert {message.partition(":")[0].partition(",")[0] for message in found} == {"assessment.toml", "ours.toml"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_an_editor_may_put_a_mark_before_it(write, encoding):
    assert al.open_assessment(write(HEAD.replace("Team", "Zoë’s"), encoding)).partnership == "Zoë’s"


def test_another_encoding_is_told(faults):
    assert faults(HEAD.replace("Team", "Café"), "cp1252") == [
        "assessment.toml, line 2: byte 60 of the file (0xe9) is not UTF-8 text. "
        "Save the file again with the encoding UTF-8."
    ]


def test_line_ends_of_windows_change_nothing(write, faults):
    assert al.open_assessment(write(HEAD.replace("\n", "\r\n"))).partnership == "Team"
    assert faults((HEAD + "date = 2026-13-01\n").replace("\n", "\r\n")) == [
        "assessment.toml, line 3, date: “2026-13-01” is not a date. Write it like date = \"2026-03-01\"."
    ]  # fmt: skip


def test_a_folder_that_is_no_assessment_is_told(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "page.txt").write_text("x")
    expected = {
        "photos": "“photos” is not an assessment: it has no file assessment.toml. "
        "Choose a folder that has one, or make a new assessment.",
        "nowhere": "“nowhere” is not a folder. Check the name and the place.",
        "page.txt": "“page.txt” is not a folder. Check the name and the place.",
    }
    for name, message in expected.items():
        with pytest.raises(al.FaultsError) as error:
            al.open_assessment(tmp_path / name)
        assert str(error.value) == message


def test_a_member_taken_out_of_the_file_leaves_a_file_that_is_told(team):
    team.rate("bob", "1", "c")
    path = team.folder / "assessment.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "bob"', 'id = "rob"'), encoding="utf-8")
    opened = al.open_assessment(team.folder)
    assert opened.ratings.empty
    assert [str(fault) for fault in opened.faults] == [
        "ratings: “bob.csv” belongs to no member of this assessment. Allowed: ann.csv, ann-b.csv, rob.csv; "
        "nearest: rob.csv. Nothing in it is used: rename the file, or add the member to assessment.toml."
    ]


def test_a_framework_of_one_s_own_that_was_edited_is_read_anew(write):
    own = (shipped("frameworks") / f"{CSIT}.toml").read_text("utf-8").replace(CSIT, "our-own")
    folder = write('framework = "own.toml"\npartnership = "Team"\n')
    for term in ("key feature", "promise"):
        (folder / "own.toml").write_text(own.replace('item_term = "key feature"', f'item_term = "{term}"'), "utf-8")
        assert al.open_assessment(folder).framework.item_term == term


def test_the_framework_is_made_once_for_all_folders_that_name_it(write):
    folder = write(HEAD)
    assert al.open_assessment(folder).framework is al.open_assessment(folder).framework
