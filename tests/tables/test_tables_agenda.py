"""The agenda: order, words, who might open the talk without being given away, and minutes that add up."""

import pandas as pd
import pytest
from zoo import EVERY, NAMES, ZOO, Animal

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables import agenda, disparity
from assesslib.tables.agenda import shared_out

SECTION = Animal({}).section


def table(animal, minutes=None, **more):
    return agenda(animal.ratings, animal.framework, animal.members, minutes, section=animal.section, **more)


def team(*people):
    return pd.DataFrame(people, columns=["id", "name", "organisation", "role"])


def openers(animal, members, **more):
    row = agenda(animal.ratings, animal.framework, members, section=animal.section, **more).iloc[0]
    return row["opener_low"], row["opener_high"]


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_it_has_every_item_once_and_the_order_of_disparity(animal):
    found = table(animal, 30)
    apart = disparity(animal.ratings)["item"].tolist()
    asked = [item.id for item in animal.framework.sections[0].items]
    assert found["item"].tolist() == apart + [item for item in asked if item not in apart]
    assert found["minutes"].sum() in (0, 30)
    assert (found["minutes"].sum() == 30) == bool((found["iov"] > 0).any())
    assert all((words == "") == (shape in ("", "one rating", "unanimous"))
               for words, shape in zip(found["opener_low"], found["shape"], strict=True))  # fmt: skip


def test_a_row_in_full():
    row = table(Animal({"1": "aaade?."}), 20).iloc[0]
    assert row["counts"] == "3 at a, 1 at d, 1 at e, 1 no answer, 1 don’t know"
    assert (row["n"], row["shape"], row["minutes"]) == (5, "two camps", 20)
    assert row["text"].startswith("Leaders and other staff")


def test_what_nobody_rated_stands_last_and_takes_no_time():
    found = table(Animal({"2": "ae"}), 7)
    assert found["item"].tolist() == ["2", "1", "3", "4", "5"]
    assert found["counts"].tolist()[1] == "nobody rated this"
    assert found["minutes"].tolist() == [7, 0, 0, 0, 0]


def test_wider_differences_get_more_minutes_and_unanimous_ones_none():
    animal = Animal({"1": "cccc", "2": "aaee", "3": "ccdd", "4": "bcde"})
    found = table(animal, 23).set_index("item")["minutes"]
    assert found["2"] > found["4"] > found["3"] > found["1"] == 0
    assert found.sum() == 23
    assert table(animal, 23, settled=["2"]).set_index("item")["minutes"]["2"] == 0
    assert table(animal)["minutes"].isna().all()


@pytest.mark.parametrize("whole", [0, 1, 2, 3, 10, 61])
@pytest.mark.parametrize("shares", [(0.7, 0.3, 0.3, 0.3), (1 / 3, 1 / 3, 1 / 3), (1.0, 0.999, 0.001, 0.0), (0.1,) * 7])
def test_minutes_add_up_and_never_favour_the_smaller_share(shares, whole):
    found = shared_out(shares, whole)
    assert sum(found) == whole
    assert found == sorted(found, reverse=True)


def test_nobody_is_singled_out_by_an_organisation_or_role_of_fewer_than_three():
    few = team(("m0", "Ann", "Police", "chief"), ("m1", "Bo", "Police", "chief"), ("m2", "Cy", "Council", "clerk"))
    animal = Animal({"1": "ace"})
    few = few.assign(id=animal.members["id"])
    assert openers(animal, few) == ("somebody who rated it low", "somebody who rated it high")


def test_an_organisation_or_else_a_role_of_three_raters_is_said():
    animal = Animal({"1": "aecc"})
    ids = animal.members["id"].tolist()
    people = [("Ann", "Police", "chief"), ("Bo", "Council", "chief"), ("Cy", "Police", "chief"), ("Di", "Police", "x")]
    members = team(*((id, *person) for id, person in zip(ids, people, strict=True)))
    assert openers(animal, members) == ("somebody from Police who rated it low",
                                        "somebody with the role chief who rated it high")  # fmt: skip
    absent = Animal({"1": "aec."})
    assert openers(absent, members)[0] == "somebody with the role chief who rated it low"


def test_names_are_said_only_where_they_are_asked_for():
    animal = Animal({"1": "aee"})
    members = team(*((id, name, "", "") for id, name in zip(animal.members["id"], ("Ann", "Bo", ""), strict=True)))
    assert openers(animal, members) == ("somebody who rated it low", "somebody who rated it high")
    assert openers(animal, members, names=True) == ("Ann, who rated it low", "Bo, who rated it high")


def test_the_turn_to_open_goes_round_and_comes_out_the_same_again():
    animal = Animal({"1": "aae", "2": "aae", "3": "aae"})
    members = team(*((id, id, "", "") for id in animal.members["id"]))
    found = [agenda(animal.ratings, animal.framework, members, names=True) for _ in range(2)]
    lows = found[0].set_index("item").loc[["1", "2", "3"], "opener_low"].tolist()
    first, second = (f"{id}, who rated it low" for id in animal.members["id"][:2])
    assert lows == [first, second, first]
    pd.testing.assert_frame_equal(*found)


def test_second_thoughts_are_not_on_the_agenda():
    row = table(ZOO["second thoughts"]).set_index("item").loc["1"]
    assert row["counts"] == "1 at a, 1 at c, 1 at e"


def test_without_a_section_every_item_is_there():
    animal = Animal({"1": "ae"})
    assert len(al.agenda(animal.ratings, animal.framework, animal.members)) == 37


@pytest.mark.parametrize("minutes", [-1, 2.5, True])
def test_a_time_that_is_none_is_refused(minutes):
    with pytest.raises(FaultsError) as error:
        table(Animal({"1": "ae"}), minutes)
    assert str(error.value) == f"“{minutes}” is no time for a talk. Give whole minutes, 0 or more."


@pytest.mark.parametrize(
    ("tier", "low"),
    [
        ("named", "Ada, who rated it low"),
        ("organisation", ""),
        ("role", ""),
        ("pooled", ""),
        ("", "somebody from Council who rated it low"),
    ],
)
def test_openers_at_each_tier(tier, low):
    members = team(*((f"m{n:02}", "Ada" if not n else "", "Council" if n < 3 else "", "chief") for n in range(4)))
    assert openers(Animal({"1": "abce"}), members, anonymity=tier)[0] == low


def test_at_a_tier_what_only_two_rated_is_not_told():
    rows = table(Animal({"1": "ae", "2": "..", "3": "a."}), anonymity="role").set_index("item")
    held = "not shown: fewer than three rated it"
    assert rows.loc[["1", "2", "3"], "counts"].tolist() == [held, "nobody rated this, 2 no answer", held]
    assert rows.loc[["1", "3"], ["n", "blank", "a"]].to_numpy().tolist() == [[0, 0, 0]] * 2
