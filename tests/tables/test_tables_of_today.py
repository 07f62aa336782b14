"""What members say today about last year (round 0) changes nothing that is said about today: no table, no count."""

import shutil

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from assesslib import open_assessment, tables
from assesslib.assessment.fingerprint import changes_since, fingerprint, signing_time
from assesslib.assessment.standing import standing
from assesslib.places import shipped
from assesslib.ratings import level_counts, of_today
from assesslib.tables import review
from assesslib.widgets import choose, discussion_state, review_state

NEW = """looking_back = true

[[members]]
id = "newcomer"
name = "Newcomer"
organisation = "Only Looks Back"
role = "guest"
"""
SECTION, ITEM = "preparing", "13"
KINDS = {"CHANGE_KINDS", "GROUPS", "LEAST", "TIERS"}
OF_LAST_YEAR = ("looking_back", "yardstick")
"""The one table that is about round 0, and the one kind of findings."""
NOT_OF_RATINGS = {
    "absent_from", "agreed_levels", "apart_of_counts", "cause_graph", "delta_in_words", "disparity_of_counts",
    "divide_groups", "in_order", "over_partnerships", "points_to", "resolved", "section_states", "shown_grouping",
    "spread",
}  # fmt: skip
"""They are given no ratings, only notes, events or another table."""
OF_ASSESSMENTS = {
    "behind": lambda one: tables.behind(one, [ITEM], ["area-1"]),
    "board": tables.board,
    "causes": tables.causes,
    "consensus_gap": tables.consensus_gap,
    "covers": tables.covers,
    "dangling": tables.dangling,
    "drift": tables.drift,
    "evidence_audit": tables.evidence_audit,
    "evidence_degrees": tables.evidence_degrees,
    "findings": tables.findings,
    "goal_audit": tables.goal_audit,
    "section_summary": tables.section_summary,
    "threads": lambda one: tables.threads(one, basis="medians", shuffles=50),
    "threads_grid": lambda one: tables.threads_grid(one, tables.threads(one, shuffles=50), basis="medians"),
    "without_cause": tables.without_cause,
}
OF_RATINGS = {
    "agenda": lambda said, one: tables.agenda(said, one.framework, one.members, 20, names=True),
    "disparity": lambda said, one: tables.disparity(said),
    "divides": lambda said, one: tables.divides(said, "role", shuffles=20),
    "group_counts": lambda said, one: tables.group_counts(said, "organisation"),
    "group_grid": lambda said, one: tables.group_grid(said, one.framework.table(), SECTION),
    "held_back": lambda said, one: tables.held_back(said, "organisation", anonymity="organisation"),
    "late": lambda said, one: tables.late(said, one.progress).query("late"),
    "left_out": lambda said, one: tables.left_out(said, "organisation"),
    "section_grid": lambda said, one: tables.section_grid(said, one.framework.table(), one.members, SECTION),
    "veiled": lambda said, one: of_today(tables.veiled(said, "pooled", least=12)),
    "withheld": lambda said, one: tables.withheld(said, "pooled", least=12),
    "the review": lambda said, one: review.written(one.notes, one.consensus, said, one.progress, one.framework),
    "level_counts": lambda said, one: level_counts(said, ["item", "organisation"]),
}
OF_TWO_YEARS = {
    "change": tables.change,
    "change_findings": lambda *both: tables.change_findings(*both).query("kind not in @OF_LAST_YEAR"),
    "flows": tables.flows,
    "flows_over": lambda *both: tables.flows_over(both),
    "history": lambda *both: tables.history(both),
    "pair": lambda *both: tables.pair(*both).items,
    "panel": tables.panel,
    "points": lambda *both: tables.points(both),
    "section_change": tables.section_change,
    "threads_over": lambda *both: tables.threads_over(both, basis="medians", shuffles=50),
    "traced": tables.traced,
}


def copied(home, *, looks_back):
    """The sample with somebody more in the team, who rated nothing; with ``looks_back``, all but one say so much."""
    folder = shutil.copytree(shipped("data") / "collaboration-2026", home / "collaboration-2026")
    path = folder / "assessment.toml"
    path.write_text(path.read_text("utf-8").replace("\n[[members]]", f"{NEW}\n[[members]]", 1), encoding="utf-8")
    team = open_assessment(folder)
    if looks_back:
        for member in team.members["id"].iloc[:-1]:
            said = [{"item": item.id, "level": "a", "round": "0", "comment": "Then"} for item in team.framework.items]
            team.rate_many(member, said, by=member)
            team.rate_split(member, ITEM, {"Leisure": "a", "Culture": "e"}, round=0)
    return team


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The same assessment without and with round 0."""
    return [copied(tmp_path_factory.mktemp("one"), looks_back=looks_back) for looks_back in (False, True)]


@pytest.fixture(scope="module")
def stood(both):
    return [standing(one) for one in both]


@pytest.fixture(scope="module")
def before():
    return standing(open_assessment(shipped("data") / "collaboration-2025"))


def assert_same(one, other):
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for name, table in one.items():
            assert_same(table, other[name])
    elif hasattr(one, "columns"):
        assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True))
    else:
        assert one == other


def test_round_0_is_there_and_leaves_the_rest_as_it_was(stood):
    plain, looking = (one.ratings for one in stood)
    assert (plain["round"] == 0).sum() == 0
    assert looking.query("round == 0").groupby("member").size().to_dict() == dict.fromkeys(
        stood[0].members["id"].iloc[:-1], 38
    )
    assert_same(of_today(looking), plain)
    assert "newcomer" in set(looking["member"])


def test_no_table_is_forgotten_here():
    known = {*KINDS, *OF_LAST_YEAR, *NOT_OF_RATINGS, *OF_ASSESSMENTS, *OF_RATINGS, *OF_TWO_YEARS}
    assert set(tables.__all__) <= known


@pytest.mark.parametrize("name", OF_ASSESSMENTS)
def test_a_table_of_an_assessment_is_the_same(both, stood, name):
    these = both if name == "board" else stood
    assert_same(*map(OF_ASSESSMENTS[name], these))


@pytest.mark.parametrize("name", OF_RATINGS)
def test_a_table_of_ratings_is_the_same(stood, name):
    assert_same(*(OF_RATINGS[name](one.ratings, one) for one in stood))


@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_a_table_of_two_years_is_the_same(stood, before, name):
    assert_same(*(OF_TWO_YEARS[name](before, one) for one in stood))


def test_the_page_s_head_the_reveal_and_the_review_are_the_same(both):
    assert "12 of 13 members rated" in choose.about(both[1])
    assert_same(*map(choose.about, both))
    assert_same(*(discussion_state.talk(one, SECTION, names=True) for one in both))
    assert_same(*map(review_state.shown, both))


def test_the_fingerprint_is_the_same_and_nothing_changed_since_a_signing(both):
    assert_same(*(fingerprint(one.folder) for one in both))
    assert changes_since(both[1].folder, pd.Timestamp(signing_time(both[0].folder)), fingerprint(both[0].folder)) == ()
