"""The words for a change, rule by rule, on bare numbers."""

import pytest

from assesslib.tables.change.verdict import verdict

NOTHING = {"n_both": 0, "up": 0, "down": 0, "q": float("nan"), "n_left": 0, "n_joined": 0, "delta": float("nan"),
           "q_apart": float("nan"), "spread_q": float("nan"), "wider": 0, "panel_moved": False}  # fmt: skip
ALL_UP = {"n_both": 9, "up": 9, "q": 0.01}
APART = {"n_left": 4, "n_joined": 4, "delta": -1.0, "q_apart": 0.03}


@pytest.mark.parametrize(
    ("numbers", "level_word", "basis"),
    [
        (ALL_UP, "improved", "same members"),
        ({"n_both": 9, "down": 9, "q": 0.05}, "declined", "same members"),
        (ALL_UP | {"q": 0.051}, "too few to tell", "same members"),
        (ALL_UP | {"up": 8, "down": 1, "q": 0.3}, "no clear change", "same members"),
        ({"n_both": 9, "up": 2, "q": 1}, "no clear change", "same members"),
        ({"n_both": 9, "down": 3, "q": 1}, "too few to tell", "same members"),
        ({"n_both": 5, "up": 5, "q": 0.01}, "too few to tell", ""),
        (APART, "declined", "different members"),
        (APART | {"n_both": 5, "down": 2, "up": 2, "q": 1}, "declined", "different members"),
        (APART | {"n_both": 5, "up": 5, "q": 0.01}, "too few to tell", ""),
        (APART | {"n_both": 5, "up": 2, "down": 1, "q": 1}, "too few to tell", ""),
        (APART | {"n_both": 2, "up": float("nan"), "down": float("nan")}, "declined", "different members"),
        (ALL_UP | APART, "improved", "same members"),
        (APART | {"q_apart": 0.2}, "too few to tell", "different members"),
        (APART | {"q_apart": 0.2, "delta": -0.9}, "no clear change", "different members"),
        (APART | {"n_left": 3, "n_joined": 3}, "too few to tell", ""),
        ({}, "too few to tell", ""),
    ],
)
def test_the_level(numbers, level_word, basis):
    found = verdict(NOTHING | numbers, 0.05)
    assert (found.level_word, found.basis) == (level_word, basis)


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        ({"spread_q": 0.05, "wider": -1}, "views converged"),
        ({"spread_q": 0.05, "wider": 1}, "views split"),
        ({"spread_q": 0.06, "wider": 1}, ""),
        ({"spread_q": 0.01, "wider": 0}, ""),
    ],
)
def test_the_views(numbers, word):
    assert verdict(NOTHING | numbers, 0.05).view_word == word


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        (ALL_UP, "improved"),
        (ALL_UP | {"spread_q": 0.01, "wider": 1}, "improved, views split"),
        ({"n_both": 9, "up": 2, "q": 1, "spread_q": 0.01, "wider": -1}, "views converged"),
        ({"n_both": 9, "panel_moved": True, "q": 1}, "moved with no one moving (panel change)"),
        ({"n_both": 9, "panel_moved": True, "q": 1, "spread_q": 0.01, "wider": -1}, "views converged"),
        ({"n_both": 9, "panel_moved": True, "q": 1, "up": 1}, "no clear change"),
        ({"n_both": 5, "panel_moved": False}, "too few to tell"),
    ],
)
def test_the_word_to_show(numbers, word):
    assert verdict(NOTHING | numbers, 0.05).word == word
