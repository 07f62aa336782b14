"""What stands after every change of mind, and the history that led there."""

import pandas as pd
import pytest

import assesslib as al

HEAD = "at,item,facet,round,state,level,comment,by\n"


def at(minute):
    return f"2026-03-03T09:{minute:02}:00Z"


def ratings(team, member="ann", item="1", round_=1):
    """What stands of one answer: a level for each facet, or the state."""
    rows = team.ratings.query("member == @member and item == @item and round == @round_")
    return {row.facet: row.level if row.level == row.level else row.state for row in rows.itertuples()}


def changes(team, journal="ratings"):
    rows = team.history.query("journal == @journal")
    return [(row.facet, row.old, row.new) if row.facet else (row.old, row.new) for row in rows.itertuples()]


def test_who_rated_anything_has_a_row_for_every_item_and_who_rated_nothing_has_none(team):
    team.rate("ann", "7", "c")
    team.rate("bob", "1", state="don’t know")
    found = team.ratings
    assert found["item"].tolist() == [item.id for item in team.framework.items] * 2
    assert found["section"].tolist() == [item.section for item in team.framework.items] * 2
    assert found.groupby("member")["state"].agg(lambda states: (states == "blank").sum()).to_dict() == {
        "ann": 36, "bob": 36,
    }  # fmt: skip
    assert found[found["state"] == "blank"][["level", "at"]].isna().all().all()


def test_rows_carry_who_said_it_and_when(team):
    team.rate("ann-b", "1", "c", comment="x", at=at(1))
    [row] = team.ratings.query("state == 'rated'").to_dict("records")
    assert row == {
        "assessment": "team-2026", "date": pd.Timestamp("2026-03-03"), "member": "ann-b", "organisation": "The Trust",
        "role": "", "section": "preparing", "item": "1", "facet": "", "round": 1, "state": "rated", "level": "c",
        "comment": "x", "at": pd.Timestamp("2026-03-03T09:01:00Z"),
    }  # fmt: skip


def test_all_members_may_leave_all_blank(team):
    for member in team.members["id"]:
        team.rate(member, "1")
    assert len(team.ratings) == 3 * 37
    assert set(team.ratings["state"]) == {"blank"}
    assert al.disparity(team.ratings)["n"].sum() == 0


def test_the_last_word_stands_and_the_history_keeps_every_one(team):
    team.rate("ann", "1", "b", at=at(1), by="ann")
    team.rate("ann", "1", state="dont_know", at=at(2))
    team.rate("ann", "1", at=at(3))
    team.rate("ann", "1", "d", at=at(4), by="facilitator")
    assert ratings(team) == {"": "d"}
    assert changes(team) == [("", "b"), ("b", "dont_know"), ("dont_know", "blank"), ("blank", "d")]
    assert team.history[["member", "subject", "round", "by"]].values.tolist()[0] == ["ann", "1", "1", "ann"]
    assert team.history["at"].is_monotonic_increasing


def test_rounds_stand_beside_each_other(team):
    team.rate("ann", "1", "b", at=at(1))
    team.rate("ann", "1", "d", round=2, at=at(2))
    team.rate("ann", "1", "c", round=2, at=at(3))
    assert (ratings(team), ratings(team, round_=2)) == ({"": "b"}, {"": "c"})
    assert changes(team) == [("", "b"), ("", "d"), ("d", "c")]
    assert (team.ratings["round"] == 2).sum() == 1


def test_a_split_rating_is_replaced_by_a_whole_one_and_back(team):
    team.rate("ann", "1", "c", at=at(1))
    team.rate("ann", "1", "b", facet="Leisure", at=at(2))
    assert ratings(team) == {"Leisure": "b"}
    team.rate("ann", "1", "e", facet="Culture", at=at(3))
    team.rate("ann", "1", "d", facet="Leisure", at=at(4))
    assert ratings(team) == {"Leisure": "d", "Culture": "e"}
    assert set(team.ratings.query("item == '1'")["state"]) == {"split"}
    team.rate("ann", "1", "a", at=at(5))
    assert ratings(team) == {"": "a"}
    team.rate("ann", "1", "b", facet="Culture", at=at(6))
    assert ratings(team) == {"Culture": "b"}
    assert changes(team) == [
        ("", "c"), ("Leisure", "c", "b"), ("Culture", "", "e"), ("Leisure", "b", "d"),
        ("Leisure: d; Culture: e", "a"), ("Culture", "a", "b"),
    ]  # fmt: skip


def test_changes_of_mind_across_copies_stand_by_their_time(team, put):
    put("ratings/ann.csv", HEAD + f"{at(1)},1,,1,rated,a,,\n{at(4)},1,,1,rated,b,,\n{at(2)},2,,1,rated,a,,\n")
    put("ratings/ann (1).csv", HEAD + f"{at(1)},1,,1,rated,a,,\n{at(3)},1,,1,rated,c,,\n{at(5)},2,,1,rated,d,,\n")
    put("ratings/ann-LAPTOP7.csv", HEAD + f"{at(6)},2,,1,dont_know,,,\n")
    assert (ratings(team), ratings(team, item="2")) == ({"": "b"}, {"": "dont_know"})
    assert changes(team) == [("", "a"), ("", "a"), ("a", "c"), ("c", "b"), ("a", "d"), ("d", "dont_know")]
    assert all(fault.handled for fault in team.faults)


def test_the_case_of_a_level_and_the_spelling_of_a_state_do_not_matter_in_a_file(team, put):
    put("ratings/ann.csv", HEAD
        + f"{at(1)},1,,1,,C,,\n{at(2)},2,,,Don't know,,,\n{at(3)},3,,,Not applicable,,,\n")  # fmt: skip
    assert [ratings(team, item=item)[""] for item in "123"] == ["c", "dont_know", "not_applicable"]
    assert team.faults == ()


def test_the_consensus_has_every_item_and_what_is_not_settled_is_blank(team):
    team.agree("2", "D", note="n", dissent="Bob: b", at=at(1))
    team.agree("1", state="unresolved", at=at(2))
    found = team.consensus
    assert found["item"].tolist() == [item.id for item in team.framework.items]
    assert found.loc[:2, "state"].tolist() == ["unresolved", "rated", "blank"]
    assert found.loc[1, ["section", "level", "note", "dissent"]].tolist() == ["preparing", "d", "n", "Bob: b"]
    assert found["level"].cat.categories.tolist() == list("abcde")
    assert found.loc[1, "at"] == pd.Timestamp("2026-03-03T09:01:00Z")


def test_a_note_before_anything_is_agreed_stands_and_settles_nothing(team):
    team.agree("1", state="blank", note="Ask the Trust first", at=at(1))
    team.agree("2", state="blank", dissent="Bob: b", at=at(2))
    team.agree("3", state="blank", at=at(3))
    found = team.consensus.loc[:3]
    assert found[["state", "note", "dissent"]].values.tolist() == [
        ["blank", "Ask the Trust first", ""], ["blank", "", "Bob: b"], ["blank", "", ""], ["blank", "", ""],
    ]  # fmt: skip
    assert found["at"].isna().tolist() == [True, True, False, True]
    assert al.tables.agreed_levels(team.consensus, team.framework)["agreed"].tolist()[:4] == [
        "not settled yet", "not settled yet", "left blank", "not settled yet",
    ]  # fmt: skip
    team.agree("1", "c", note="Ask the Trust first", at=at(4))
    assert team.consensus.loc[0, "at"] == pd.Timestamp(at(4))
    only = "note only, not settled yet"
    assert changes(team, "consensus") == [("", only), ("", only), ("", "blank"), (only, "c")]


def test_a_consensus_may_be_split_and_made_whole_again(team):
    team.agree("1", "b", facet="Leisure", at=at(1))
    team.agree("1", "d", facet="Culture", at=at(2))
    assert team.consensus.query("item == '1'")[["facet", "state", "level"]].values.tolist() == [
        ["Leisure", "split", "b"], ["Culture", "split", "d"],
    ]  # fmt: skip
    team.agree("1", "c", at=at(3))
    assert team.consensus.query("item == '1'")[["facet", "state", "level"]].values.tolist() == [["", "rated", "c"]]
    assert changes(team, "consensus")[-1] == ("Leisure: b; Culture: d", "c")


def test_notes_stand_in_the_order_they_were_first_made_and_withdrawn_ones_do_not_show(team):
    team.add_note("strength", "one", id="s-1", section="preparing", at=at(1))
    team.add_note("area", "two", id="a-1", item="3", at=at(2))
    team.add_note("action", "three", id="x-1", about=["a-1", "s-1"], owner="Ann", due="2026-06-01", measure="m",
                  status="open", at=at(3))  # fmt: skip
    team.add_note("strength", "one, better", id="s-1", section="preparing", at=at(4))
    team.add_note("area", "two", id="a-1", item="3", state="withdrawn", at=at(5))
    assert team.notes[["id", "kind", "text", "about"]].values.tolist() == [
        ["s-1", "strength", "one, better", ""], ["x-1", "action", "three", "a-1 s-1"],
    ]  # fmt: skip
    assert list(team.notes.columns) == [
        "at", "id", "kind", "section", "item", "text", "about", "owner", "due", "measure", "status", "by",
    ]  # fmt: skip
    assert changes(team, "notes") == [
        ("", "one"), ("", "two"), ("", "three"), ("one", "one, better"), ("two", "withdrawn"),
    ]  # fmt: skip
    team.add_note("area", "two again", id="a-1", item="3", at=at(6))
    assert team.notes["id"].tolist() == ["s-1", "a-1", "x-1"]


@pytest.mark.parametrize("about", ["area-01", ["area-01"], ("area-01",)])
def test_a_note_may_be_about_one_thing_named_without_a_list(team, about):
    assert team.add_note("cause", "x", about=about)["about"] == "area-01"


@pytest.mark.parametrize("gone", ["folder", "assessment.toml"])
@pytest.mark.parametrize("frame", ["ratings", "consensus", "notes", "progress", "talk", "history", "faults"])
def test_a_folder_that_is_gone_is_an_error_and_not_an_empty_frame(team, gone, frame):
    team.rate("bob", "1", "c")
    path = team.folder / (gone if gone == "assessment.toml" else "")
    path.rename(team.folder.parent / "elsewhere")
    for look in (lambda: getattr(team, frame), lambda: team.ratings_of("bob")):
        with pytest.raises(FileNotFoundError) as error:
            look()
        assert error.value.strerror == "No such file or directory"
        assert error.value.filename == str(team.folder / "assessment.toml")


def test_a_note_gets_an_id_of_its_own(team):
    ids = [team.add_note("strength", "same")["id"] for _ in range(3)]
    assert len(set(ids)) == 3
    assert all(id.startswith("strength-") for id in ids)
    assert team.notes["id"].tolist() == ids


def test_progress_is_every_event_and_an_absence_replaces_no_opening(team):
    team.record("preparing", "opened", by="facilitator", at=at(1))
    team.record("preparing", "absent", member="bob", at=at(2))
    team.record("preparing", "closed", at=at(3))
    team.record("preparing", "present", member="bob", at=at(4))
    assert team.progress[["section", "event", "member"]].values.tolist() == [
        ["preparing", "opened", ""], ["preparing", "absent", "bob"], ["preparing", "closed", ""],
        ["preparing", "present", "bob"],
    ]  # fmt: skip
    assert changes(team, "progress") == [("", "opened"), ("", "absent"), ("opened", "closed"), ("absent", "present")]


def test_the_history_puts_all_journals_in_the_order_of_time(team):
    team.agree("1", "c", at=at(3))
    team.rate("bob", "1", "d", at=at(2))
    team.record("preparing", "opened", at=at(1))
    team.add_note("area", "x", id="a-1", at=at(4))
    assert team.history[["journal", "member", "subject", "new"]].values.tolist() == [
        ["progress", "", "preparing", "opened"], ["ratings", "bob", "1", "d"], ["consensus", "", "1", "c"],
        ["notes", "", "a-1", "x"],
    ]  # fmt: skip


@pytest.mark.parametrize("frame", ["ratings", "consensus", "notes", "progress", "history"])
def test_a_frame_has_the_same_types_empty_and_full(team, frame):
    empty = getattr(team, frame).dtypes
    team.rate("ann", "1", "c")
    team.agree("1", "c")
    team.add_note("area", "x")
    team.record("review", "opened")
    assert getattr(team, frame).dtypes.equals(empty)
    assert len(getattr(team, frame)) > 0


def test_ratings_written_as_a_long_csv_are_read_back_unchanged(team, tmp_path):
    team.rate("ann", "1", "c", comment="=1+1\n🙂")
    team.rate("ann", "2", "b", facet="Leisure")
    team.rate("ann", "2", "d", facet="Culture")
    team.rate("bob", "3", state="not applicable")
    team.rate("bob", "3", "e", round=2)
    al.write_ratings(team.ratings, tmp_path / "all.csv")
    pd.testing.assert_frame_equal(al.read_ratings(tmp_path / "all.csv", team.framework), team.ratings)
