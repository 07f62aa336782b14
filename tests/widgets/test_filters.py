"""The filters: what the views are told, and what the tiers of anonymity allow."""

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Filters
from assesslib.widgets.tiers import WORDS


@pytest.fixture
def filters(tmp_path):
    forms = {"one": ("cdrp-dat-partnership", "officer"), "two": ("csit-collaborative-working", "")}
    for name, (framework, role) in forms.items():
        members = [{"id": id, "organisation": "Org", "role": role} for id in ("ann", "bob", "cas")]
        al.create_assessment(tmp_path / name, framework=framework, partnership=name, date="2026-03-03",
                             members=members)  # fmt: skip
    al.open_assessment(tmp_path / "one").rate("ann", "1.2", "W")
    return Filters(ChooseAssessment(tmp_path))


def controls(filters):
    (section, show, again), by, words = filters.children[0].children, *filters.children[1:]
    return section, show, again, by, words


def test_they_begin_with_everything_and_names(filters):
    assert (filters.section, filters.by, filters.anonymity) == ("", "organisation", "named")
    assert filters.assessment.name == "one"


@pytest.mark.parametrize(("tier", "by"), [("organisation", "organisation"), ("role", "role"), ("pooled", "")])
def test_a_tier_decides_the_grouping_and_says_what_it_hides(filters, tier, by):
    _, show, _, groups, words = controls(filters)
    groups.value = "role"
    show.value = tier
    assert (filters.anonymity, filters.by) == (tier, by)
    assert groups.layout.display == "none"
    assert WORDS[tier] in words.value
    show.value = "named"
    assert filters.by == "role"
    assert groups.layout.display is None


def test_every_choice_is_told_once(filters):
    section, show, again, groups, _ = controls(filters)
    told = []
    filters.observe(lambda change: told.append((filters.section, filters.by, filters.anonymity)), "changes")
    section.value = "leadership"
    groups.value = "role"
    show.value = "pooled"
    again.click()
    assert told == [
        ("leadership", "organisation", "named"), ("leadership", "role", "named"),
        ("leadership", "", "pooled"), ("leadership", "", "pooled"),
    ]  # fmt: skip


def test_another_assessment_has_its_own_sections_and_begins_with_all(filters):
    section = controls(filters)[0]
    section.value = "leadership"
    before = filters.changes
    filters._choice.children[0].index = 1
    assert filters.assessment.name == "two"
    assert filters.section == ""
    assert [id for _, id in section.options][:2] == ["", "preparing"]
    assert filters.changes == before + 1


def test_the_folder_is_read_once_until_something_is_chosen(filters):
    before = filters.said()
    filters.assessment.rate("ann", "1.1", "W")
    assert filters.said() is before
    filters.look_again()
    assert filters.said().ratings["level"].notna().sum() == 2


def test_the_ratings_come_as_they_are_at_every_tier(filters):
    """Tables take the tier themselves: only so can they tell what is held back from what nobody rated."""
    for tier in ("named", "organisation", "role", "pooled"):
        controls(filters)[1].value = tier
        rated = filters.said().ratings.query("state == 'rated'")
        assert rated[["member", "item"]].values.tolist() == [["ann", "1.2"]]


def test_a_tier_whose_groups_nobody_is_in_says_so(filters):
    _, show, _, groups, words = controls(filters)
    show.value = "role"
    assert filters.lacking() == ""
    filters._choice.children[0].index = 1
    assert filters.lacking() == ""
    filters.assessment.rate("ann", "1", "b")
    filters.look_again()
    assert filters.lacking() == "No roles are recorded for this team."
    assert "No names of raters. No roles are recorded for this team. So everybody is counted together." in words.value
    show.value = "named"
    groups.value = "role"
    assert filters.lacking() == "No roles are recorded for this team."
    assert WORDS["named"] in words.value


def test_groups_can_be_chosen_only_where_that_changes_something(filters):
    assert controls(filters)[3].layout.display is None
    filters._choice.children[0].index = 1
    assert filters.said().ratings.empty
    assert controls(filters)[3].layout.display == "none"
    assert Filters(filters._choice, groups=False).children[1].layout.display == "none"


def test_the_last_assessment_is_the_same_partnerships_latest_before(tmp_path):
    for name, partnership, date in (("a", "P", "2024-03-03"), ("b", "P", "2025-03-03"), ("c", "Q", "2025-12-01"),
                                    ("d", "P", "2026-03-03")):  # fmt: skip
        al.create_assessment(tmp_path / name, framework="cdrp-dat-partnership", partnership=partnership, date=date)
    filters = Filters(ChooseAssessment(tmp_path))
    assert (filters.assessment.name, filters.last_day()) == ("d", "2025-03-03")
    filters._choice.children[0].index = 3
    assert (filters.assessment.name, filters.last_day()) == ("a", "")
