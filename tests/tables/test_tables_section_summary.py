"""A section in one row: medians, the widest item, who was away; never an average."""

from pathlib import Path

import pytest

import assesslib as al
from assesslib.tables.section_summary import section_summary

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def team(tmp_path):
    return al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="P",
                                date="2026-03-03", members=[{"id": "amy", "name": "Amy"}, {"id": "bo"}])  # fmt: skip


def test_a_section_in_full(team):
    for item, (amy, bo) in {"1": "bc", "2": "dd", "3": "ae"}.items():
        team.rate("amy", item, amy)
        team.rate("bo", item, bo)
    team.rate("amy", "4", "c")
    team.agree("3", state="unresolved")
    team.record("preparing", "absent", member="amy")
    row = section_summary(team).iloc[0]
    assert row.drop("ac2").tolist() == [
        "preparing", "Preparing the ground", 5, 0, 2, 0, "a", "e", "3", "scattered", 1.0, 1, "Amy", 1
    ]  # fmt: skip
    assert section_summary(team, anonymity="pooled").iloc[0][["absent", "absent_count"]].tolist() == ["", 1]


def test_what_a_tier_holds_back_is_counted_and_not_looked_at(tmp_path):
    one = al.create_assessment(tmp_path / "y", framework="csit-collaborative-working", partnership="P",
                               members=[{"id": id} for id in "xyz"])  # fmt: skip
    for item, line in {"1": "bcc", "2": "ae", "6": "a"}.items():
        for member, level in zip("xyz", line, strict=False):
            one.rate(member, item, level)
    columns = ["fewest", "most", "withheld", "lowest_median", "highest_median", "widest"]
    named, pooled = (section_summary(one, anonymity=tier).set_index("section")[columns] for tier in ("named", "pooled"))
    assert named.loc["preparing"].tolist() == [0, 3, 0, "a", "e", "2"]
    assert pooled.loc["preparing"].tolist() == [0, 3, 1, "c", "c", "1"]
    assert named.loc["establishing"].tolist() == [0, 1, 0, "a", "a", ""]
    assert pooled.loc["establishing", ["withheld", "widest"]].tolist() == [1, ""]
    assert pooled.loc["establishing", ["fewest", "most", "lowest_median"]].isna().all()
    assert pooled.loc["review", ["fewest", "most", "withheld"]].tolist() == [0, 0, 0]


def test_the_coefficient_is_that_of_all_its_items(team):
    for item in "12345":
        team.rate("amy", item, "c")
        team.rate("bo", item, "c")
    assert section_summary(team)["ac2"].iloc[0] == 1


def test_where_nobody_rated_it_says_so_with_gaps(team):
    row = section_summary(team).iloc[0]
    assert row[["fewest", "most", "widest", "widest_shape"]].tolist() == [0, 0, "", ""]
    assert row[["lowest_median", "highest_median", "ac2", "widest_iov"]].isna().all()


def test_all_agreed_has_no_widest_item(team):
    team.rate("amy", "1", "c")
    team.rate("bo", "1", "c")
    assert section_summary(team)["widest"].iloc[0] == ""


def test_the_absent_of_2025_is_named():
    found = section_summary(al.open_assessment(DATA / "collaboration-2025")).set_index("section")
    assert found["absent"].to_dict() == dict.fromkeys(found.index, "") | {"review": "Marek"}
    assert found["unresolved"].to_dict() == dict.fromkeys(found.index, 0) | {"establishing": 1, "delivery": 1}
