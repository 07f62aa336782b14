"""The filters: what the views are told, and what the tiers of anonymity allow."""

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Filters
from assesslib.widgets.filters import WORDS


@pytest.fixture
def filters(tmp_path):
    members = [{"id": id, "organisation": "Org"} for id in ("ann", "bob", "cas")]
    for name, framework in (("one", "cdrp-dat-partnership"), ("two", "csit-collaborative-working")):
        al.create_assessment(tmp_path / name, framework=framework, partnership=name, date="2026-03-03",
                             members=members)  # fmt: skip
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
    assert filters.said().ratings["level"].notna().sum() == 1


def test_the_last_assessment_is_the_same_partnerships_latest_before(tmp_path):
    for name, partnership, date in (("a", "P", "2024-03-03"), ("b", "P", "2025-03-03"), ("c", "Q", "2025-12-01"),
                                    ("d", "P", "2026-03-03")):  # fmt: skip
        al.create_assessment(tmp_path / name, framework="cdrp-dat-partnership", partnership=partnership, date=date)
    filters = Filters(ChooseAssessment(tmp_path))
    assert (filters.assessment.name, filters.last_day()) == ("d", "2025-03-03")
    filters._choice.children[0].index = 3
    assert (filters.assessment.name, filters.last_day()) == ("a", "")
