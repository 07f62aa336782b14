"""The views follow the chosen assessment and show its rows."""

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, ConsensusView, DisparityView, Filters, SectionView
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
    assert "not settled yet" in shown(views[2])


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
