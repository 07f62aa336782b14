"""Last year, seen from today: round 0 of the ratings, asked for in assessment.toml."""

import pytest

import assesslib as al
from assesslib.assessment.settings import write_settings
from assesslib.check import check

CSIT = "csit-collaborative-working"
MEMBERS = [{"id": "ann"}, {"id": "bob"}]
ASK = "To ask for it, write looking_back = true above the members in assessment.toml."
HEAD = f'framework = "{CSIT}"\npartnership = "Team"\n'


@pytest.fixture
def looking(tmp_path):
    return al.create_assessment(tmp_path / "x", framework=CSIT, partnership="Team", members=MEMBERS, looking_back=True)


def plain(ratings, *columns):
    return ratings[list(columns)].astype("object").fillna("").values.tolist()


def given(team, round_):
    return plain(team.ratings.query("round == @round_ and state != 'blank'"), "member", "item", "facet", "level")


def test_it_stands_in_the_file_only_where_it_is_asked_for(tmp_path, looking):
    text = (looking.folder / "assessment.toml").read_text("utf-8")
    assert "\nlooking_back = true\n\n[[members]]\n" in text
    assert looking.settings.looking_back is True
    plain = al.create_assessment(tmp_path / "y", framework=CSIT, partnership="Team", looking_back=False)
    assert "looking_back" not in (plain.folder / "assessment.toml").read_text("utf-8")
    assert plain.settings.looking_back is False


@pytest.mark.parametrize(("value", "asked"), [("true", True), ("false", False)])
def test_it_may_be_written_by_hand_and_is_kept_when_the_file_is_written_anew(tmp_path, value, asked):
    (tmp_path / "assessment.toml").write_text(f"{HEAD}looking_back = {value}\n", "utf-8")
    team = al.open_assessment(tmp_path)
    assert (team.settings.looking_back, team.faults) == (asked, ())
    said = {"framework": CSIT, "partnership": "Team", "looking_back": team.settings.looking_back}
    write_settings(tmp_path, said, team.settings.members)
    assert al.open_assessment(tmp_path).settings.looking_back is asked


@pytest.mark.parametrize(("value", "found"), [('"yes"', "yes"), ("1", "1"), ('""', ""), ("[]", "[]")])
def test_what_is_neither_true_nor_false_is_said_with_its_line(tmp_path, value, found):
    (tmp_path / "assessment.toml").write_text(f"{HEAD}looking_back = {value}\n", "utf-8")
    with pytest.raises(al.FaultsError) as error:
        al.open_assessment(tmp_path)
    assert str(error.value) == (
        f"assessment.toml, line 3, looking_back: “{found}” must be true or false. "
        "Write looking_back = true, without quotes, or take the line out."
    )


def test_what_is_neither_makes_no_folder(tmp_path):
    with pytest.raises(al.FaultsError) as error:
        al.create_assessment(tmp_path / "x", framework=CSIT, partnership="Team", looking_back="yes")
    assert str(error.value) == "looking_back: “yes” must be true or false. Give True or False."
    assert not (tmp_path / "x").exists()


def test_both_answers_stand_side_by_side_and_each_is_changed_alone(looking):
    looking.rate("ann", "1", "c")
    looking.rate("ann", "1", "d", round=0)
    looking.rate("ann", "1", "b", round=0)
    looking.rate("ann", "2", state="dont_know", round=0)
    assert given(looking, 1) == [["ann", "1", "", "c"]]
    assert given(looking, 0) == [["ann", "1", "", "b"], ["ann", "2", "", ""]]
    looking.rate("ann", "1", state="blank")
    assert given(looking, 0) == [["ann", "1", "", "b"], ["ann", "2", "", ""]]
    assert looking.history[["subject", "round", "old", "new"]].values.tolist() == [
        ["1", "1", "", "c"], ["1", "0", "", "d"], ["1", "0", "d", "b"], ["2", "0", "", "dont_know"],
        ["1", "1", "c", "blank"],
    ]  # fmt: skip


def test_a_split_answer_of_last_year_leaves_the_one_of_today_alone(looking):
    looking.rate_split("ann", "1", {"Leisure": "a", "Culture": "b"})
    looking.rate_split("ann", "1", {"Leisure": "d", "Culture": "e"}, round=0)
    assert given(looking, 1) == [["ann", "1", "Leisure", "a"], ["ann", "1", "Culture", "b"]]
    assert given(looking, 0) == [["ann", "1", "Leisure", "d"], ["ann", "1", "Culture", "e"]]


def test_only_what_was_said_of_last_year_has_a_row(looking):
    looking.rate("ann", "5", "c")
    looking.rate("ann", "5", "b", round=0)
    assert looking.ratings.groupby("round").size().to_dict() == {0: 1, 1: 37}


def test_who_did_nothing_but_look_back_has_rated_nothing_of_today(looking):
    looking.rate("bob", "5", "b", round=0)
    assert plain(looking.ratings, "member", "item", "round", "level") == [["bob", "5", 0, "b"]]
    assert looking.ratings_of("bob").groupby("round").size().to_dict() == {0: 1, 1: 37}


def test_where_it_is_not_asked_for_it_cannot_be_entered(team):
    with pytest.raises(al.FaultsError) as error:
        team.rate("ann", "1", "c", round=0)
    assert (
        str(error.value) == f"column round: “0” looks back at last year, which this assessment does not ask for. {ASK}"
    )
    assert not (team.folder / "ratings" / "ann.csv").exists()


def test_rows_that_nobody_asks_for_are_kept_and_not_used_and_said_once_a_file(looking):
    for item in ("1", "2"):
        looking.rate("ann", item, "c", round=0)
    looking.rate("ann", "1", "d")
    looking.rate("bob", "1", "a", round=0)
    files = {path: path.read_bytes() for path in (looking.folder / "ratings").iterdir()}
    path = looking.folder / "assessment.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("looking_back = true\n", ""), "utf-8")
    team = al.open_assessment(looking.folder)
    assert [str(fault) for fault in team.faults] == [
        "ratings/ann.csv: 2 rows look back at last year (round 0), which this assessment does not ask for: "
        f"kept, and not used. {ASK}",
        "ratings/bob.csv: 1 row looks back at last year (round 0), which this assessment does not ask for: "
        f"kept, and not used. {ASK}",
    ]
    assert all(fault.handled for fault in team.faults)
    assert set(team.ratings["round"]) == {1}
    assert set(team.ratings["member"]) == {"ann"}
    assert {path: path.read_bytes() for path in files} == files
    path.write_text(text, "utf-8")
    again = al.open_assessment(looking.folder)
    assert (given(again, 0), again.faults) == (
        [["ann", "1", "", "c"], ["ann", "2", "", "c"], ["bob", "1", "", "a"]],
        (),
    )


def test_the_check_of_a_folder_and_of_a_long_csv_takes_round_0(tmp_path, looking):
    looking.rate("ann", "1", "c", round=0)
    looking.rate_split("ann", "2", {"Leisure": "a", "Culture": "b"}, round=0)
    looking.rate("ann", "1", "d")
    file = tmp_path / "said.csv"
    al.write_ratings(looking.ratings, file)
    assert check(looking.folder) == check(file, CSIT) == ()
    back = al.read_ratings(file, CSIT)
    assert plain(back.query("round == 0"), "item", "facet", "level") == [["1", "", "c"], ["2", "Leisure", "a"],
                                                                         ["2", "Culture", "b"]]  # fmt: skip
    assert back.drop(columns="at").equals(looking.ratings.drop(columns="at"))
