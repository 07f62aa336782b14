"""Every chart draws what a tier may show and refuses what shows more, without saying what it was."""

from functools import partial
from types import SimpleNamespace

import pandas as pd
import pytest
from zoo import CSIT, Animal

from assesslib import charts
from assesslib.charts._tier import refuse_more
from assesslib.faults import FaultsError
from assesslib.tables import disparity, section_grid, spread
from assesslib.tables.anonymity import TIERS, group_counts
from assesslib.tables.causes.graph import cause_graph
from assesslib.tables.consensus_gap import consensus_gap
from assesslib.tables.divide_words import divide_groups
from assesslib.tables.divides import divides
from assesslib.tables.grid import group_grid

ITEMS = CSIT.table()
MANY = Animal({"1": "abcdea", "2": "eeeabb"})
FEW = Animal({"1": "abcdea", "2": "ab....", "3": "c?....", "4": "......"})
ROLES = SimpleNamespace(ratings=MANY.ratings.assign(role="officer"), section=MANY.section)
HIDDEN = TIERS[1:]
DO = "Make the table at this tier, or draw it as “named”."


def by_organisation(draw):
    return partial(draw, by="organisation")


def by_role(draw):
    return partial(draw, by="role")


def people(animal):
    return section_grid(animal.ratings, ITEMS, animal.members, animal.section)


def groups(animal, by="organisation", least=3):
    return group_grid(animal.ratings, ITEMS, animal.section, by, least=least)


def spread_of(animal):
    return spread(disparity(animal.ratings), ITEMS)


def divided(animal, least=3):
    found = divides(animal.ratings, least=least, shuffles=1)
    return divide_groups(found, group_counts(animal.ratings, "organisation", least=least), ITEMS)


def decided(animal, anonymity="named"):
    scale = pd.CategoricalDtype(list(CSIT.codes), ordered=True)
    levels = pd.Series(["c" if item.id == "2" else "e" for item in CSIT.items], dtype=scale)
    agreed = pd.DataFrame({"item": [item.id for item in CSIT.items], "facet": "", "level": levels, "state": "rated"})
    said = SimpleNamespace(
        framework=CSIT, ratings=animal.ratings, consensus=agreed.assign(at=pd.Timestamp("2026-03-03")),
        members=animal.members.assign(role=["member"] * 4 + ["chair", "member"]),
    )  # fmt: skip
    counts = disparity(animal.ratings)[["item", *CSIT.codes]]
    return consensus_gap(said, anonymity=anonymity).merge(counts, on="item")


CAUSES = pd.DataFrame({"id": ["c1"], "text": ["No time"], "count": [1], "covered": [1], "of": [1], "leads_to": [()]})
GRID = pd.DataFrame({
    "source": ["theme"], "theme": ["x"], "title": ["Theme x"], "counted": ["1 item, 1 with a level"], "found": [""],
    "near": [""], "section": ["one"], "section_title": ["One"], "item": ["1"], "end": [""],
    "low": pd.Categorical(["a"], categories=list("ab"), ordered=True),
    "high": pd.Categorical(["a"], categories=list("ab"), ordered=True),
})  # fmt: skip
WITHOUT_PEOPLE = [
    (charts.threads_map, GRID),
    (charts.cause_pareto, CAUSES),
    (charts.cause_digraph, CAUSES.merge(cause_graph(CAUSES), on="id")),
]
MAY_BE_SHOWN = [
    *((charts.section_heatmap, people(MANY), tier) for tier in ("named",)),
    *((by_organisation(charts.section_heatmap), groups(MANY), tier) for tier in ("named", "organisation")),
    *((by_role(charts.section_heatmap), groups(ROLES, "role"), tier) for tier in ("named", "role")),
    *((charts.section_heatmap, groups(MANY, "").query("n > 0"), tier) for tier in TIERS),
    *((draw, spread_of(MANY), tier) for draw in (charts.level_distribution, charts.disparity_spread) for tier in TIERS),
    *((by_organisation(charts.divides_dots), divided(MANY), tier) for tier in ("named", "organisation")),
    *((charts.divides_dots, divided(MANY, least=1), tier) for tier in ("named",)),
    *((charts.consensus_against, decided(MANY), tier) for tier in ("named",)),
    *((charts.consensus_against, decided(MANY, tier), tier) for tier in HIDDEN),
    *((draw, table, tier) for draw, table in WITHOUT_PEOPLE for tier in TIERS),
]


@pytest.mark.parametrize(("draw", "table", "tier"), MAY_BE_SHOWN)
def test_what_a_tier_may_show_is_drawn_as_it_is_without_one(draw, table, tier):
    drawn, plain = draw(table, anonymity=tier), draw(table)
    assert [text.get_text() for text in drawn.texts] == [text.get_text() for text in plain.texts]
    assert len(drawn.patches) + len(drawn.collections) == len(plain.patches) + len(plain.collections) > 0


def refusal(draw, table, **how):
    with pytest.raises(FaultsError) as refused:
        draw(table, **how)
    return str(refused.value)


@pytest.mark.parametrize("tier", HIDDEN)
def test_a_grid_of_members_is_drawn_by_name_only(tier):
    said = refusal(charts.section_heatmap, people(MANY), anonymity=tier)
    names = [f"“{name}” is a column of members’ names, which the tier “{tier}” hides. {DO}"
             for name in ("member", "label")]  # fmt: skip
    groups_too = [f"“organisation” is a column of groups, which the tier “{tier}” hides. {DO}"]
    assert said.split("\n") == [*names, *groups_too * (tier != "organisation")]


def test_groups_are_not_drawn_where_everybody_is_pooled():
    words = "“{}” is a column of groups, which the tier “pooled” hides. " + DO
    said = refusal(charts.section_heatmap, groups(MANY), anonymity="pooled")
    assert said == f"{words.format('member')}\n{words.format('label')}"
    assert refusal(charts.divides_dots, divided(MANY), anonymity="pooled") == words.format("group")


@pytest.mark.parametrize(("draw", "table", "column"), [
    (charts.section_heatmap, groups(MANY), "member"), (charts.divides_dots, divided(MANY), "group"),
])  # fmt: skip
def test_groups_are_drawn_only_where_they_are_said_to_be_those_the_tier_shows(draw, table, column):
    unsaid = f"“{column}” is a column of groups whose kind is not said. " + (
        "Say by=“organisation” or by=“role”, as the table was made."
    )
    other = "“{}” is a column of {}s, which the tier “{}” hides. " + DO
    assert [refusal(draw, table, anonymity=tier) for tier in ("role", "organisation")] == [unsaid] * 2
    organisations = refusal(draw, table, anonymity="role", by="organisation")
    roles = refusal(draw, table, anonymity="organisation", by="role")
    assert organisations == other.format(column, "organisation", "role")
    assert roles == other.format(column, "role", "organisation")
    nothing = refusal(draw, table, by="team")
    assert nothing == refusal(draw, table.head(0), by="team", anonymity="pooled") == (
        "“team” is nothing members are grouped by. Allowed: organisation, role; nearest: role. Choose one of these."
    )


@pytest.mark.parametrize("tier", HIDDEN)
@pytest.mark.parametrize("draw", [charts.level_distribution, charts.disparity_spread])
def test_items_that_one_or_two_rated_are_not_drawn_but_by_name(draw, tier):
    assert refusal(draw, spread_of(FEW), anonymity=tier) == (
        f"“2, 3” rest on fewer than 3 ratings, which the tier “{tier}” hides. {DO}"
    )
    assert refusal(draw, spread_of(FEW).query("item != '3'"), anonymity=tier, least=5) == (
        f"“2” rests on fewer than 5 ratings, which the tier “{tier}” hides. {DO}"
    )
    assert len(draw(spread_of(FEW).query("n != 1 and n != 2"), anonymity=tier).get_yticks()) == 2


@pytest.mark.parametrize("tier", HIDDEN)
def test_no_smaller_size_than_three_can_be_asked_for(tier):
    said = f"“2, 3” rest on fewer than 3 ratings, which the tier “{tier}” hides. {DO}"
    assert refusal(charts.disparity_spread, spread_of(FEW), anonymity=tier, least=1) == said


def test_small_groups_are_not_drawn_but_by_name():
    said = f"“2, 3” rest on fewer than 3 ratings, which the tier “organisation” hides. {DO}"
    table = groups(FEW, least=1).query("state == 'rated'")
    assert refusal(by_organisation(charts.section_heatmap), table, anonymity="organisation") == said
    pooled = f"“2, 3” rest on fewer than 3 ratings, which the tier “pooled” hides. {DO}"
    assert refusal(charts.section_heatmap, groups(FEW, ""), anonymity="pooled") == pooled
    assert refusal(by_organisation(charts.divides_dots), divided(FEW, least=1), anonymity="organisation") == (
        f"“2” rests on fewer than 3 ratings, which the tier “organisation” hides. {DO}"
    )


@pytest.mark.parametrize("tier", HIDDEN)
def test_whose_view_was_agreed_is_drawn_by_name_only(tier):
    table = decided(MANY)
    assert table["alone"].tolist() == ["Member 4", ""]
    assert refusal(charts.consensus_against, table, anonymity=tier) == (
        f"“alone” is a column of members’ names, which the tier “{tier}” hides. {DO}"
    )


def test_counts_are_held_back_even_where_the_table_says_that_nobody_rated():
    hidden = decided(FEW, "pooled").assign(n=0)
    assert refusal(charts.consensus_against, hidden, anonymity="pooled") == (
        f"“2, 3” rest on fewer than 3 ratings, which the tier “pooled” hides. {DO}"
    )


def test_a_refusal_names_nobody_and_tells_no_level():
    named = Animal({"1": "abcdea"}, names=("Zoë", "Anna", "Bo", "Jo", "Max", "Di"))
    said = refusal(charts.section_heatmap, people(named), anonymity="pooled")
    assert not [name for name in named.names if name in said]


def test_a_column_of_groups_is_held_back_by_the_tier_of_other_groups():
    table = pd.DataFrame({"item": ["1"], "n": [9], "role": ["manager"]})
    refuse_more(table, "role")
    refuse_more(table.assign(role=""), "pooled")
    assert refusal(refuse_more, table, anonymity="organisation") == (
        f"“role” is a column of groups, which the tier “organisation” hides. {DO}"
    )


@pytest.mark.parametrize(("draw", "table"), [
    (charts.section_heatmap, people(MANY)), (charts.level_distribution, spread_of(MANY)),
    (charts.disparity_spread, spread_of(MANY)), (charts.divides_dots, divided(MANY)),
    (charts.consensus_against, decided(MANY)), *WITHOUT_PEOPLE,
])  # fmt: skip
def test_what_is_no_tier_is_refused_by_every_chart_even_of_an_empty_table(draw, table):
    words = (
        "“names” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: named. "
        "Choose one of these."
    )
    assert [refusal(draw, table, anonymity="names"), refusal(draw, table.head(0), anonymity="names")] == [words] * 2


@pytest.mark.parametrize("least", [0, -1, 2.5, True, "3"])
def test_what_is_no_size_is_refused(least):
    said = refusal(charts.disparity_spread, spread_of(MANY), least=least)
    assert said == f"“{least}” is not a number of members. Give a whole number from 1 on."
