"""The views follow the chosen assessment and show its rows, and no more than its tier lets."""

import re

import pytest

import assesslib as al
from assesslib import widgets
from assesslib.widgets import AgendaView, ChooseAssessment, ConsensusView, DisparityView, Filters, SectionView
from assesslib.widgets.views import NOBODY

SAID = {"1.1": "GGD", "1.2": "WWW", "2.1": "WSS"}


@pytest.fixture
def choice(tmp_path):
    members = [{"id": id, "name": id.title(), "organisation": "Org"} for id in ("ann", "bob", "cas")]
    made = al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One",
                                date="2026-03-03", members=members)  # fmt: skip
    for item, levels in SAID.items():
        for member, level in zip(("ann", "bob", "cas"), levels, strict=True):
            made.rate(member, item, level)
    made.agree("1.1", "W", note="Close", dissent="Cas: higher")
    made.agree("1.2", state="unresolved")
    al.create_assessment(tmp_path / "empty", framework="csit-collaborative-working", partnership="Two")
    return ChooseAssessment(tmp_path)


@pytest.fixture
def filters(choice):
    return Filters(choice)


def shown(view):
    return view.children[-1].value


def test_a_section_is_shown_as_a_grid_and_a_spread(filters):
    view = SectionView(filters)
    assert shown(view).count("<img ") == 3
    assert "1.1: Lone voice. Two members differ by 2.0 levels on average. 3 rated." in shown(view)
    assert view.table.query("item == '1.1'")["mark"].tolist() == ["G", "G", "D"]


def test_sections_and_order_can_be_chosen(filters):
    view = SectionView(filters)
    section, order, _ = view.children
    assert [label for label, _ in section.options][:2] == ["1 Leadership", "2 Audit and Strategies"]
    order.value = "disparity"
    assert view.table["item"].iloc[0] == "1.1"
    section.value = "audit-strategies"
    assert set(view.table["item"]) == {"2.1", "2.2", "2.3", "2.4"}
    assert "2.1: Adjacent." in shown(view)


def test_every_view_follows_the_choice(filters, choice):
    views = [SectionView(filters), DisparityView(filters), ConsensusView(filters)]
    before = [shown(view) for view in views]
    choice.children[0].index = 1
    assert all(shown(view) != old for view, old in zip(views, before, strict=True))
    assert [label for label, _ in views[0].children[0].options][0] == "Preparing the ground"
    assert NOBODY in shown(views[0])
    assert NOBODY in shown(views[1])
    assert "Nothing has been agreed yet." in shown(views[2])


def test_where_nobody_rated_there_is_nothing_to_choose(filters, choice):
    view = SectionView(filters)
    assert [control.layout.display for control in view.children[:2]] == [None, None]
    choice.children[0].index = 1
    assert [control.layout.display for control in view.children[:2]] == ["none", "none"]


def test_the_disparity_table_has_counts_medians_and_words(filters):
    view = DisparityView(filters)
    assert view.table["item"].tolist()[:3] == ["1.1", "2.1", "1.2"]
    counts = "<td>2</td><td></td><td></td><td>1</td><td>G</td>"
    assert f"{counts}<td>Lone voice. Two members differ by 2.0 levels on average. 3 rated.</td>" in shown(view)
    assert "G = Gap identified; W = Working towards; S = Some success; D = Doing well" in shown(view)


def test_the_consensus_is_shown_in_words(filters):
    html = shown(ConsensusView(filters))
    assert "<td>W – Working towards</td><td>2 at G, 1 at D</td><td>Close</td><td>Cas: higher</td>" in html
    assert "<td>no consensus, views recorded</td><td>3 at W</td>" in html
    assert "<caption>Leadership</caption>" in html


def test_a_folder_that_goes_away_is_said_in_words(filters, tmp_path):
    views = [SectionView(filters), DisparityView(filters), ConsensusView(filters)]
    (tmp_path / "one").rename(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    filters.look_again()
    for view in views:
        assert "The folder cannot be read: No such file or directory." in shown(view)
        assert "<table" not in shown(view)


def test_without_an_assessment_a_view_is_empty(tmp_path):
    filters = Filters(ChooseAssessment(tmp_path))
    assert [shown(view(filters)) for view in (SectionView, DisparityView, ConsensusView)] == ["", "", ""]


EVERY = (
    AgendaView, ConsensusView, DisparityView, SectionView, widgets.AuditView, widgets.CausesView, widgets.DividesView,
    widgets.FindingsView, widgets.SectionsView, widgets.ThreadsView,
)  # fmt: skip
TEAM = {
    "annabel": "Kirk", "bobbin": "Kirk", "casimir": "Kirk", "dorothea": "Kirk", "evelina": "Moor", "fayette": "Moor",
}  # fmt: skip
ANSWERS = {
    "annabel": {"1.1": "G", "2.1": "W"}, "bobbin": {"1.1": "S", "2.1": "D"}, "casimir": {"1.1": "W", "2.1": "W"},
    "dorothea": {"1.1": "D", "2.1": "S"}, "evelina": {"1.1": "D", "2.1": "G"}, "fayette": {"1.1": "S", "2.1": "W"},
}  # fmt: skip


def given(**more):
    return {member: levels | more.get(member, {}) for member, levels in ANSWERS.items()}


def everything_said(folder, tier, answers, section=""):
    """What every view says at a tier of a team that gave these answers, pictures in words."""
    team = [{"id": id, "name": id.title(), "organisation": TEAM[id], "role": "officer"} for id in answers]
    made = al.create_assessment(folder / "one", framework="cdrp-dat-partnership", partnership="One", members=team)
    for member, levels in answers.items():
        for item, level in levels.items():
            made.rate(member, item, level)
    made.agree("1.1", "W")
    made.agree("1.2", state="unresolved")
    filters = Filters(ChooseAssessment(folder))
    filters._shown.value, filters._section.value = tier, section
    return [shown(view(filters)) for view in EVERY]


@pytest.fixture
def at_a_tier(tmp_path, monkeypatch):
    monkeypatch.setattr("assesslib.widgets.page.picture", lambda axes, alt: f"<img alt='{alt}'>")
    return lambda name, *what: everything_said(tmp_path / name, *what)


@pytest.mark.parametrize("tier", ["organisation", "role", "pooled"])
def test_the_levels_of_two_raters_leave_no_trace_where_names_are_hidden(at_a_tier, tier):
    before = at_a_tier("before", tier, given(annabel={"1.2": "G"}, bobbin={"1.2": "W"}))
    assert at_a_tier("after", tier, given(annabel={"1.2": "D"}, bobbin={"1.2": "D"})) == before
    assert [id for id in TEAM if re.search(id, "".join(before), re.IGNORECASE)] == []
    assert "Not shown, because fewer than three rated it: standard 1.2." in before[EVERY.index(DisparityView)]


@pytest.mark.parametrize("tier", ["organisation", "pooled"])
def test_who_of_a_group_said_what_leaves_no_trace_where_names_are_hidden(at_a_tier, tier):
    swapped = given(annabel=ANSWERS["dorothea"], casimir=ANSWERS["annabel"], dorothea=ANSWERS["casimir"])
    assert at_a_tier("swapped", tier, swapped) == at_a_tier("before", tier, ANSWERS)


def test_by_name_both_would_be_seen(at_a_tier):
    before = at_a_tier("before", "named", ANSWERS)
    assert "Annabel" in "".join(before)
    assert at_a_tier("more", "named", given(annabel={"1.2": "D"})) != before
    swapped = given(annabel=ANSWERS["dorothea"], dorothea=ANSWERS["annabel"])
    assert at_a_tier("swapped", "named", swapped) != before


UGLY = re.compile(
    r"Traceback|cannot be shown|object at 0x|\bnan\b|\bNone\b|&lt;NA|dtype|<h4></h4>|<h4>[^<]*</h4>\s*(<h4>|</div>)"
    r"|<tbody></tbody>|\(\)|\[\]|: \."
)


@pytest.mark.parametrize(("who", "tier", "section"), [
    ([], "named", ""), ([], "role", "leadership"), (["annabel"], "named", ""), (["annabel"], "named", "processes"),
    (["annabel"], "role", ""), (["annabel"], "pooled", "leadership"),
])  # fmt: skip
def test_with_next_to_nothing_recorded_every_view_is_a_plain_sentence(at_a_tier, who, tier, section):
    answers = {member: ANSWERS[member] for member in who}
    said = [re.sub(r"<style>.*?</style>", "", html, flags=re.S) for html in at_a_tier("it", tier, answers, section)]
    assert [html for html in said if UGLY.search(html)] == []
    assert all(len(re.sub(r"<[^>]*>", "", html).strip()) > 20 for html in said)
