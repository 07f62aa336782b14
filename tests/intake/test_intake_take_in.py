"""Files taken into a folder: what stands there afterwards, and that a second time changes nothing."""

from pathlib import Path

import pytest
from intake.intake_kit import filled, team_in, written

from assesslib.assessment import open_assessment
from assesslib.documents import member_workbook
from assesslib.faults import FaultsError
from assesslib.intake import import_into, take_in
from assesslib.intake.take_in import Into

WIDE = "Name,Organisation,1.1,1.2,1.3,1.1 comment\nAnn Ash,,G,Some success,,Ask me.\nBob,,D,?,n/a,\n"


def ratings(folder):
    said = open_assessment(folder).ratings.astype("object").fillna("")
    rated = said[said["state"] != "blank"]
    return [tuple(row) for row in rated[["member", "item", "state", "level", "comment"]].itertuples(index=False)]


def bytes_in(folder: Path):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_a_folder_that_is_not_there_is_made_with_everybody_who_answered(tmp_path):
    into = Into(tmp_path / "new", "cdrp-dat-partnership", "Our partnership", "2026-03-01")
    result, changes = import_into([written(tmp_path / "a.csv", WIDE)], into)
    assert result.wrong == ()
    made = take_in(changes, into)
    assert (made.partnership, made.date) == ("Our partnership", "2026-03-01")
    assert made.members["id"].tolist() == ["ann-ash", "bob"]
    assert ratings(into.folder) == [
        ("ann-ash", "1.1", "rated", "G", "Ask me."),
        ("ann-ash", "1.2", "rated", "S", ""),
        ("bob", "1.1", "rated", "D", ""),
        ("bob", "1.2", "dont_know", "", ""),
        ("bob", "1.3", "not_applicable", "", ""),
    ]


def test_importing_twice_changes_not_one_byte(tmp_path):
    into = Into(tmp_path / "new", "cdrp-dat-partnership")
    file = written(tmp_path / "a.csv", WIDE)
    take_in(import_into([file], into)[1], into)
    before = bytes_in(into.folder)
    _, changes = import_into([file], into)
    assert not changes
    take_in(changes, into)
    assert bytes_in(into.folder) == before


def test_people_are_found_in_the_team_by_name_and_id_and_strangers_are_faults(tmp_path):
    team_in(tmp_path / "team")
    file = written(tmp_path / "a.csv", "Name,1.1,1.2,1.3\nann ASH,G,G,G\nbob,D,D,D\nCy Cedar,W,W,W\n")
    result, changes = import_into([file], Into(tmp_path / "team"))
    assert [str(fault) for fault in result.wrong] == [
        "a.csv, row 4: “Cy Cedar” is not a member of this assessment. Say which of ann, bob it is, or "
        "take in everybody who is new."
    ]
    assert set(changes.ratings) == {"ann", "bob"}
    assert changes.members == ()


def test_strangers_become_members_where_that_is_said_and_the_settings_keep_their_comments(tmp_path):
    team = team_in(tmp_path / "team")
    settings = team.folder / "assessment.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n# Cy joins in May.\n", encoding="utf-8")
    file = written(tmp_path / "a.csv", "Name,Organisation,1.1,1.2\nCy Cedar,Police,W,W\n")
    into = Into(team.folder)
    take_in(import_into([file], into, add_members=True)[1], into)
    assert open_assessment(team.folder).members.values.tolist() == [
        ["ann", "Ann Ash", "Council", ""], ["bob", "Bob Birch", "", "chair"], ["cy-cedar", "Cy Cedar", "Police", ""],
    ]  # fmt: skip
    assert "# Cy joins in May." in settings.read_text(encoding="utf-8")


def test_a_mapping_left_in_the_folder_is_used_the_next_time(tmp_path):
    team = team_in(tmp_path / "team")
    file = written(tmp_path / "a.csv", "Name,1.1,1.2,1.3\nA. Ash,nearly there,D,D\n")
    assert len(import_into([file], Into(team.folder))[0].wrong) == 2
    written(team.folder / "import-mapping.csv",
            "kind,found,becomes,perhaps,why\nanswer,nearly there,S,,\nmember,A. Ash,ann,,\n")  # fmt: skip
    result, changes = import_into([file], Into(team.folder))
    assert result.wrong == ()
    assert [row["level"] for row in changes.ratings["ann"]] == ["S", "D", "D"]


def test_the_consensus_column_of_a_turned_table_goes_to_the_consensus(tmp_path):
    team = team_in(tmp_path / "team")
    file = written(
        tmp_path / "a.csv", "Ref,Ann Ash,Bob Birch,Consensus\n1.1,G,W,W\n1.2,S,S,\n1.3,D,D,unresolved\n1.4,G,G,G\n"
    )
    into = Into(team.folder)
    result, changes = import_into([file], into)
    assert result.wrong == ()
    take_in(changes, into)
    agreed = open_assessment(team.folder).consensus.astype("object").fillna("").set_index("item")
    assert agreed.loc[["1.1", "1.2", "1.3", "1.4"], ["state", "level"]].values.tolist() == [
        ["rated", "W"], ["blank", ""], ["unresolved", ""], ["rated", "G"],
    ]  # fmt: skip
    assert not import_into([file], into)[1]


def test_workbooks_that_were_handed_out_come_back_by_the_same_command(tmp_path):
    team = team_in(tmp_path / "team")
    file = tmp_path / "ann.xlsx"
    file.write_bytes(member_workbook(team, "ann"))
    filled(file, {"1.1": "W", "2.1": "Local: W; National: S"})
    into = Into(team.folder)
    result, changes = import_into([file], into)
    assert result.wrong == ()
    take_in(changes, into)
    said = open_assessment(team.folder).ratings_of("ann")
    told = said[said["item"].isin(["1.1", "2.1"]) & (said["state"] != "blank")]
    assert told[["item", "facet", "level"]].astype("object").values.tolist() == [
        ["1.1", "", "W"], ["2.1", "local", "W"], ["2.1", "national", "S"],
    ]  # fmt: skip
    assert not import_into([file], into)[1]


def test_a_handed_out_workbook_needs_its_assessment(tmp_path):
    team = team_in(tmp_path / "team")
    file = tmp_path / "ann.xlsx"
    file.write_bytes(member_workbook(team, "ann"))
    result, _ = import_into([file], Into(tmp_path / "new", "cdrp-dat-partnership"))
    assert [str(fault) for fault in result.wrong] == [
        "“ann.xlsx” is a workbook that was handed out for an assessment. Read it into the folder of the assessment "
        "that it was made for."
    ]


def test_a_folder_whose_members_stand_on_one_line_is_left_as_it_was(tmp_path):
    team = team_in(tmp_path / "team", members=())
    settings = team.folder / "assessment.toml"
    text = settings.read_text(encoding="utf-8").split("\n# The team")[0] + '\nmembers = [{id = "ann"}]\n'
    settings.write_text(text, encoding="utf-8")
    file = written(tmp_path / "a.csv", "Name,1.1,1.2\nCy,W,W\n")
    into = Into(team.folder)
    changes = import_into([file], into, add_members=True)[1]
    with pytest.raises(FaultsError) as error:
        take_in(changes, into)
    assert str(error.value) == (
        f"{settings}: New members cannot be added below what is there. Write each member as a block that begins with "
        "[[members]]."
    )
    assert settings.read_text(encoding="utf-8") == text


def test_a_consensus_row_of_a_table_with_a_row_for_each_member_goes_to_the_consensus(tmp_path):
    team = team_in(tmp_path / "team")
    file = written(tmp_path / "a.csv", "Name,1.1,1.2,1.3\nAnn Ash,G,S,D\nBob Birch,W,S,D\nConsensus,W,,unresolved\n")
    into = Into(team.folder)
    result, changes = import_into([file], into)
    assert (result.wrong, set(changes.ratings)) == ((), {"ann", "bob"})
    take_in(changes, into)
    agreed = open_assessment(team.folder).consensus.astype("object").fillna("").set_index("item")
    assert agreed.loc[["1.1", "1.2", "1.3"], ["state", "level"]].values.tolist() == [
        ["rated", "W"], ["blank", ""], ["unresolved", ""],
    ]  # fmt: skip


def test_an_agreement_on_nothing_that_was_asked_is_among_what_was_not_taken(tmp_path):
    team = team_in(tmp_path / "team")
    file = written(tmp_path / "a.csv", "Ref,Ann Ash,Bob Birch,Consensus\n1.1,G,W,W\n1.2,S,S,S\nG39,G,G,D\n")
    result, _ = import_into([file], Into(team.folder))
    told = result.rejects[["row", "column", "text"]].astype("str").values.tolist()
    assert ["4", "D", "D"] in told
    assert len(told) == 3
