"""A small measure of false alarms, and that what is measured can raise one."""

import numpy as np
import pytest

from assesslib.tables.change.moves import Places
from measure.false_alarms import ALPHA, FAMILIES, OVERLAPS, SECTIONS, alarms, drawn, most_by_chance, tallied, together

SEEDS, PEOPLE = 60, 8


def test_the_most_by_chance():
    # Of 60 draws at .05, 3 are expected; 9 or more have a probability of .002, 10 or more of .0006.
    assert most_by_chance(60) == 9
    assert most_by_chance(3, rate=0.5, beyond=0.2) == 2


@pytest.mark.parametrize("overlap", OVERLAPS.values(), ids=OVERLAPS)
def test_no_family_raises_more_alarms_than_it_says(overlap):
    found = together(list(tallied(range(SEEDS), PEOPLE, overlap).values()))
    assert found.draws == SEEDS
    assert {family for family, n in found.alarms.items() if n > most_by_chance(SEEDS, ALPHA)} == set()


@pytest.mark.parametrize(
    ("overlap", "moved", "raised"),
    [
        (1.0, lambda after: np.where(after >= 0, 4, -1), {FAMILIES[0], FAMILIES[3]}),
        (0.0, lambda after: np.where(after >= 0, 4, -1), {FAMILIES[1]}),
        (1.0, lambda after: np.where(after >= 0, np.arange(len(after))[:, None] % 2 * 4, -1), {FAMILIES[2]}),
        (0.0, lambda after: np.where(after >= 0, np.arange(len(after))[:, None] % 2 * 4, -1), {FAMILIES[2]}),
    ],
    ids=["all at the top", "others at the top", "all at the ends", "others at the ends"],
)
def test_a_change_that_is_real_is_told(overlap, moved, raised):
    for seed in range(5):
        places = drawn(seed, 16, overlap, "mostly in the middle")
        changed = Places(places.before, moved(places.after), places.both, places.k)
        assert raised <= alarms(changed)


def test_a_draw_is_the_same_in_every_run_and_keeps_its_members():
    first, again = (drawn(3, 10, 0.5, "settled members") for _ in range(2))
    assert np.array_equal(first.before, again.before)
    assert np.array_equal(first.after, again.after)
    assert first.both.tolist() == [[n, n] for n in range(5)]
    was, now = first.moved
    same = (was == now)[was >= 0].mean()
    assert same > 0.6
    assert first.before.shape == (10, len(SECTIONS))
