"""One section as a grid: every item, every member, and what each said of it."""

import pandas as pd
import pytest
from zoo import CDRP, CSIT, EVERY, NAMES, ORGANISATIONS, ZOO, Animal

from assesslib.faults import FaultsError
from assesslib.tables import section_grid
from assesslib.tables.grid import group_grid

PREPARING = ["1", "2", "3", "4", "5"]


def grid(animal, **how):
    return section_grid(animal.ratings, animal.framework.table(), animal.members, animal.section, **how)


def marks(table):
    """The grid as it is seen: a line of marks for each item, members from left to right."""
    return {item: list(cells["mark"]) for item, cells in table.groupby("item", sort=False)}


def mark_of(letter, codes):
    signs = {".": "", " ": "", "?": "?", "-": "–", "/": f"{codes[0]}/{codes[-1]}", "%": f"?/{codes[-1]}"}
    return signs.get(letter, letter)


@pytest.mark.parametrize("sort", ["framework", "disparity"])
@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_every_member_who_has_rows_stands_in_every_row_with_what_they_said(animal, sort):
    table = grid(animal, sort=sort)
    people = set(animal.ratings["member"])
    asked = [item.id for item in animal.framework.section(animal.section).items]
    assert sorted(set(table["item"]), key=asked.index) == (asked if people else [])
    assert len(table) == len(asked) * len(people)
    for row in table.itertuples():
        letter = animal.said.get(row.item, "").ljust(99)[int(row.member[1:])]
        assert row.mark == mark_of(letter, animal.framework.codes)
        assert (row.level if row.state == "rated" else "") == (letter if letter in animal.framework.codes else "")
    assert table["level"].isna().tolist() == (table["state"] != "rated").tolist()


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_members_stand_by_organisation_and_keep_their_order_within_it(animal):
    people = grid(animal)[["member", "organisation", "label"]].drop_duplicates()
    assert people["organisation"].tolist() == sorted(people["organisation"])
    for organisation in ORGANISATIONS:
        members = people[people["organisation"] == organisation]["member"].tolist()
        assert members == sorted(members)


def test_a_grid_in_full():
    table = grid(Animal({"1": "ab?", "2": "./-", "3": "  c"}))
    assert table.columns.tolist() == ["item", "text", "member", "label", "organisation", "state", "level", "mark"]
    assert table["member"].tolist()[:3] == ["m00", "m02", "m01"]
    assert marks(table) == {
        "1": ["a", "?", "b"],
        "2": ["", "–", "a/e"],
        "3": ["", "c", ""],
        "4": ["", "", ""],
        "5": ["", "", ""],
    }
    assert table["state"].tolist()[:6] == ["rated", "dont_know", "rated", "blank", "not_applicable", "split"]
    assert table["text"].tolist() == [item.text for item in CSIT.section("preparing").items for _ in range(3)]


def test_sorted_by_disparity_the_widest_stands_first_and_what_nobody_rated_last():
    animal = Animal({"2": "cccc", "4": "aaee", "5": "bbcd"})
    assert list(marks(grid(animal))) == PREPARING
    assert list(marks(grid(animal, sort="disparity"))) == ["4", "5", "2", "1", "3"]


def test_only_the_first_round_and_the_one_section_are_shown():
    animal = Animal({"1": "ace", "6": "eee"}, afterwards={"1": "ccc"})
    assert marks(grid(animal))["1"] == ["a", "e", "c"]
    other = section_grid(animal.ratings, CSIT.table(), animal.members, "establishing")
    assert marks(other)["6"] == ["e", "e", "e"]
    assert "1" not in marks(other)


def test_who_rated_nothing_is_left_out_and_who_left_all_blank_is_not():
    animal = Animal({"1": "c. "})
    assert grid(animal)["member"].unique().tolist() == ["m00", "m01"]


def test_a_member_without_a_name_is_called_by_the_id():
    assert "" not in set(grid(ZOO["awkward names"])["label"])
    labels = grid(ZOO["awkward names"]).set_index("member")["label"].to_dict()
    assert (labels["m00"], labels["m02"], labels["m08"]) == ("Zoë O’Neill", 'd\'Arcy, "Jo"', "m08")


def test_levels_keep_the_order_of_the_scale():
    assert grid(ZOO["four levels"])["level"].cat.categories.tolist() == list(CDRP.codes)
    assert grid(ZOO["no ratings at all"])["level"].cat.categories.tolist() == list(CSIT.codes)


def fault(section="preparing", **how):
    with pytest.raises(FaultsError) as error:
        section_grid(ZOO["unanimous"].ratings, CSIT.table(), ZOO["unanimous"].members, section, **how)
    return str(error.value)


def test_an_unknown_section_and_one_without_anything_to_rate_are_told():
    allowed = "Allowed: preparing, establishing, joined-up, delivery, maintaining, review"
    assert fault("prepare") == (
        f"“prepare” is not a section that is rated. {allowed}; nearest: preparing. Choose one of these."
    )
    assert fault("results") == (
        f"“results” is not a section that is rated. {allowed}; nearest: establishing. Choose one of these."
    )


def test_an_unknown_order_is_told():
    assert fault(sort="worst") == (
        "“worst” is not an order. Allowed: framework, disparity; nearest: framework. Choose one of these."
    )


TRUST, COUNCIL = ORGANISATIONS
CAMPS = Animal({"1": "abacad", "2": "eeeddd", "3": "b.b.b.", "4": "aedbba"})


def by_group(animal=CAMPS, by="organisation", section="preparing", **how):
    return group_grid(animal.ratings, CSIT.table(), section, by, **how)


def test_groups_in_full():
    table = by_group()
    assert table.columns.tolist() == [
        "item", "text", "member", "label", "organisation", "state", "level", "mark", "high", "n",
    ]  # fmt: skip
    rows = table[["item", "label", "state", "mark"]].to_numpy().tolist()
    assert rows[:6] == [
        ["1", TRUST, "rated", "a"], ["1", COUNCIL, "rated", "c"], ["2", TRUST, "rated", "e"],
        ["2", COUNCIL, "rated", "d"], ["3", TRUST, "rated", "b"], ["3", COUNCIL, "withheld", ""],
    ]  # fmt: skip
    assert table["member"].tolist() == table["label"].tolist()
    assert table["n"].tolist()[:5] == [3, 3, 3, 3, 3]
    assert table["n"].isna().tolist() == table["level"].isna().tolist() == (table["state"] == "withheld").tolist()
    assert set(table["organisation"]) == {""}


def test_where_a_group_has_two_medians_both_are_told():
    table = by_group(by="role")
    assert table["label"].unique().tolist() == ["member"]
    told = table.set_index("item")[["level", "high", "mark", "n"]].head(4)
    assert told.to_numpy().tolist() == [
        ["a", "b", "a–b", 6],
        ["d", "e", "d–e", 6],
        ["b", "b", "b", 3],
        ["b", "b", "b", 6],
    ]


def test_everyone_is_one_column_at_every_tier():
    for tier in ("named", "pooled"):
        table = by_group(Animal({"1": "aab", "2": "?.."}), "", anonymity=tier)
        assert table[["item", "label", "state", "mark", "n"]].to_numpy().tolist() == [
            ["1", "everyone", "rated", "a", 3],
            *[[item, "everyone", "nobody", "", 0] for item in PREPARING[1:]],
        ]


@pytest.mark.parametrize(("tier", "by"), [("pooled", ""), ("role", "role"), ("organisation", "organisation")])
@pytest.mark.parametrize("sort", ["framework", "disparity"])
def test_what_fewer_than_three_rated_is_withheld_from_everyone_too(tier, by, sort):
    animal = Animal({"5": "ae...", "2": "?....", "3": "aacce"})
    nobody = animal.ratings.assign(organisation="", role="")
    table = group_grid(nobody, CSIT.table(), "preparing", by, anonymity=tier, sort=sort)
    rows = table.set_index("item")[["label", "state", "mark"]]
    assert rows.loc[["5", "2", "3"]].to_numpy().tolist() == [
        ["everyone", "withheld", ""], ["everyone", "nobody", ""], ["everyone", "rated", "c"],
    ]  # fmt: skip
    assert table["item"].tolist() == (PREPARING if sort == "framework" else ["3", "2", "1", "4", "5"])
    assert table["n"].isna().tolist() == (table["state"] == "withheld").tolist()


def test_a_section_of_which_all_is_withheld_says_so():
    table = by_group(Animal({"1": "ab"}), "", anonymity="pooled")
    assert table["state"].tolist() == ["withheld", "nobody", "nobody", "nobody", "nobody"]


@pytest.mark.parametrize("tier", ["organisation", "role", "pooled"])
def test_members_are_not_told_apart_where_names_are_hidden(tier):
    by = {"pooled": ""}.get(tier, tier)
    table = section_grid(CAMPS.ratings, CSIT.table(), CAMPS.members, "preparing", anonymity=tier)
    pd.testing.assert_frame_equal(table, by_group(by=by, anonymity=tier))
    assert not set(table["label"]) & {*CAMPS.members["id"], *CAMPS.members["name"]}


def test_how_many_of_a_group_are_enough_can_be_told():
    assert set(by_group(least=4)["state"]) == {"withheld"}
    assert by_group(Animal({"1": "ab"}), least=1)["mark"].tolist()[:2] == ["a", "b"]


def test_at_a_tier_no_small_group_can_be_worked_out_from_everyone():
    few = Animal({"1": "ababa"})
    assert by_group(few)["state"].tolist()[:2] == ["rated", "withheld"]
    assert by_group(few, anonymity="organisation")["state"].tolist()[:2] == ["withheld", "withheld"]


def test_groups_of_items_sorted_by_disparity_and_of_one_section_alone():
    animal = Animal({"2": "cccccc", "4": "aaaeee", "6": "eeeeee"})
    assert by_group(animal, sort="disparity")["item"].unique().tolist() == ["4", "2", "1", "3", "5"]
    assert by_group(animal, section="establishing")["mark"].tolist()[:2] == ["e", "e"]


def test_only_the_first_round_of_the_groups_is_shown():
    animal = Animal({"1": "aaaaaa"}, afterwards={"1": "eeeeee"})
    assert by_group(animal)["mark"].tolist()[:2] == ["a", "a"]


@pytest.mark.parametrize("by", ["organisation", "role", ""])
@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_levels_of_groups_keep_the_order_of_the_scale_and_nothing_is_shown_without_a_number(animal, by):
    table = group_grid(animal.ratings, animal.framework.table(), animal.section, by)
    for column in ("level", "high"):
        assert table[column].cat.categories.tolist() == list(animal.framework.codes)
        assert table[column].notna().tolist() == (table["state"] == "rated").tolist()
    shown = table[table["state"] == "rated"]
    assert (shown["level"] <= shown["high"]).all()
    assert (shown["n"] >= (3 if by else 1)).all()


def test_a_tier_that_hides_the_grouping_is_refused():
    with pytest.raises(FaultsError) as error:
        by_group(anonymity="pooled")
    assert str(error.value) == (
        "“organisation” is hidden where everybody is “pooled”. Choose “named” or “organisation”."
    )
    with pytest.raises(FaultsError) as error:
        by_group(by="member")
    assert str(error.value) == (
        "“member” is nothing members are grouped by. Allowed: organisation, role; nearest: role. Choose one of these."
    )
