"""How easily the levels meet the rule when they are dealt out anew."""

import numpy as np
import pytest
from small_forms import NO_NOTES, form

from assesslib.tables.threads.shuffles import Ground, any_share, deals, ground_of, met, shares
from assesslib.tables.threads.themes import Rule, themes_of

SECTIONS = np.array([0, 0, 0, 1, 1, 2])
LEVELLED = np.array([True, True, True, True, False, True])


def test_levels_stay_in_their_section_and_where_there_is_none():
    dealt = deals(SECTIONS, LEVELLED, 50)
    assert dealt.shape == (50, 6)
    assert (SECTIONS[dealt] == SECTIONS).all()
    assert (np.sort(dealt, axis=1) == np.arange(6)).all()
    assert (dealt[:, 3:] == [3, 4, 5]).all()


def test_every_order_comes_about_equally_often():
    dealt = deals(np.zeros(3, dtype=int), np.ones(3, dtype=bool), 6000)
    _, times = np.unique(dealt, axis=0, return_counts=True)
    assert len(times) == 6
    assert np.abs(times - 1000).max() < 130


def test_the_same_form_is_dealt_in_the_same_ways():
    assert (deals(SECTIONS, LEVELLED, 20) == deals(SECTIONS, LEVELLED, 20)).all()
    assert (deals(SECTIONS, LEVELLED, 20) != deals(SECTIONS, ~LEVELLED, 20)).any()


def test_with_nothing_to_deal_everything_stays():
    assert (deals(SECTIONS, np.zeros(6, dtype=bool), 3) == np.arange(6)).all()


def test_the_ground_of_a_form():
    framework = form("x -", "xy")
    ground = ground_of(framework, themes_of(framework, NO_NOTES))
    assert ground.themes.tolist() == [[True, False, True], [False, False, True]]
    assert ground.sections.tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("at", "against", "found"),
    [
        ([0, 3, 5], [], True),
        ([0, 1, 2, 3, 5], [], True),
        ([0, 3, 5], [4], False),
        ([0, 1, 3], [], False),
        ([0, 3], [], False),
        ([], [], False),
    ],
)
def test_the_rule_asks_for_items_sections_and_none_against(at, against, found):
    ground = Ground(np.ones((1, 6), dtype=bool), SECTIONS)
    marks = [np.isin(np.arange(6), which) for which in (at, against)]
    assert met(*marks, ground, Rule()).tolist() == [found]


def test_items_of_other_themes_neither_help_nor_harm():
    ground = Ground(np.array([[True, False, True], [False, True, True]]), np.array([0, 1, 2]))
    found = met(np.array([True, False, True]), np.array([False, True, False]), ground, Rule(items=2, sections=2))
    assert found.tolist() == [True, False]


def test_shares_count_the_levels_as_they_were_given():
    hits = np.array([[True, False], [True, False], [False, False]])
    assert shares(hits, np.array([False, True])).tolist() == [0.5, 0.25]


def test_the_share_of_any_theme_is_that_of_its_source():
    hits = np.array([[True, False, False], [False, True, True], [True, True, False]])
    found = any_share(hits, np.array([False, True, False]), ["declared", "declared", "tag"])
    assert found.tolist() == [1, 1, 0.25]
    assert any_share(np.zeros((3, 0), dtype=bool), np.zeros(0, dtype=bool), []).tolist() == []
