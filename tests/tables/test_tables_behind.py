"""The rows behind a finding, and that no tier gives away what it hides."""

from itertools import combinations
from pathlib import Path

import pytest

import assesslib as al
from assesslib import tables
from assesslib.assessment import standing

DATA = Path(__file__).parents[2] / "data"
HIDES = {"organisation": ("name", "role"), "role": ("name", "organisation"), "pooled": ("name", "organisation", "role")}


@pytest.fixture(scope="module")
def said():
    return standing(al.open_assessment(DATA / "collaboration-2026"))


def test_with_names_every_answer_is_there(said):
    shown = tables.behind(said, ["14"], ["area-09"])
    own = shown["What members said alone"]
    assert own[["member", "said"]].values.tolist()[-1] == ["Marek", "a"]
    assert len(own) == 12
    assert shown["Rated again after the talk"][["member", "said"]].values.tolist() == [["Marek", "b"]]
    assert shown["What was agreed"]["agreed"].tolist() == ["c – We partly do this"]
    assert shown["What was written"]["id"].tolist() == ["area-09"]


def test_without_names_there_are_counts_and_comments_in_an_order_of_their_own(said):
    shown = tables.behind(said, ["14"], anonymity="organisation")
    assert shown["What members said alone"].values.tolist() == [["14", 1, 7, 4, 12]]
    assert shown["What groups said alone"]["group"].tolist() == ["Northvale Council", "Northvale Health Trust"]
    assert shown["Comments"]["comment"].tolist() == ["=> third year, still no room"]
    assert "Rated again after the talk" not in shown
    assert "What groups said alone" not in tables.behind(said, ["14"], anonymity="pooled")


def test_of_nothing_there_is_nothing(said):
    assert tables.behind(said) == {}


def outputs(said, tier):
    """Everything that is shown of an assessment at a tier, as one text."""
    items, by = said.framework.table(), tables.shown_grouping(tier)
    found = tables.findings(said, anonymity=tier)
    yield from found["words"]
    for row in found.itertuples():
        yield from (table.to_string() for table in tables.behind(said, row.items, anonymity=tier).values())
    yield tables.section_summary(said, anonymity=tier).to_string()
    yield tables.consensus_gap(said, anonymity=tier).drop(columns="text").to_string()
    yield tables.drift(said, anonymity=tier).to_string()
    for section in items["section"].unique():
        grid = tables.group_grid(said.ratings, items, section, by, anonymity=tier)
        yield grid.drop(columns="text").to_string()
    if by:
        yield tables.divides(said.ratings, by, anonymity=tier).to_string()


@pytest.mark.parametrize("tier", HIDES)
def test_no_output_holds_a_name_or_a_group_that_the_tier_hides(said, tier):
    text = "\n".join(outputs(said, tier))
    hidden = {value for column in HIDES[tier] for value in said.members[column] if value}
    written = " ".join([*said.ratings["comment"], *said.consensus["note"], *said.consensus["dissent"]])
    assert [value for value in hidden if value in text and value not in written] == []


@pytest.mark.parametrize("tier", ["organisation", "role"])
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_no_two_outputs_can_be_taken_from_each_other_to_find_fewer_than_three(year, tier):
    """An attacker has everybody's counts and every group's, of the grid, the divides and the rows behind findings."""
    said = standing(al.open_assessment(DATA / f"collaboration-{year}"))
    alone = said.ratings.query("round == 1 and state == 'rated' and facet == ''")
    rated = {item: {name: frozenset(rows["member"]) for name, rows in one.groupby(tier)}
             for item, one in alone.groupby("item")}  # fmt: skip
    for item, shown in groups_shown(said, tier).items():
        known = [frozenset().union(*rated[item].values()), *(rated[item][name] for name in shown)]
        assert min(map(len, reachable(known))) >= 3, (item, shown)


def groups_shown(said, tier):
    """The groups that any output shows, by item."""
    items, shown = said.framework.table(), {item.id: set() for item in said.framework.items}
    for section in items["section"].unique():
        grid = tables.group_grid(said.ratings, items, section, tier, anonymity=tier).query("state == 'rated'")
        for row in grid.itertuples():
            shown[row.item].add(row.member)
    for row in tables.divides(said.ratings, tier, anonymity=tier).itertuples():
        shown[row.item] |= {row.group, row.other}
    for item in shown:
        table = tables.behind(said, [item], anonymity=tier).get("What groups said alone")
        shown[item] |= set() if table is None else set(table["group"])
    return shown


def reachable(sets):
    """What follows from the sets by taking a part from a whole and adding parts: every set of members not empty."""
    known = set(sets)
    while True:
        new = {one - two for one in known for two in known if two < one}
        new |= {one | two for one, two in combinations(known, 2) if not one & two}
        if new <= known:
            return known - {frozenset()}
        known |= new


def test_a_small_team_is_not_counted_where_names_are_hidden(tmp_path):
    one = al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="P",
                               date="2026-03-03", members=[{"id": "ann"}, {"id": "bob"}])  # fmt: skip
    one.rate("ann", "1", "a", comment="Never.")  # of whom it is, two raters would know
    one.rate("bob", "1", "e")
    for tier in HIDES:
        [found] = tables.findings(one, anonymity=tier)[["words", "items", "n", "rests_on"]].to_numpy().tolist()
        said = "One key feature is not shown: fewer than three members rated it."
        assert found == [said, ("1",), 1, "1 key feature"]
        assert tables.behind(one, ["1"], anonymity=tier).keys() == {"What was agreed"}
