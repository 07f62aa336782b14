import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stats_by_hand import quick

from assesslib.stats import benjamini_hochberg

NAN = float("nan")
families = st.lists(st.floats(0, 1), max_size=12)


def by_hand(p):
    """For every test, the least over all p no smaller of p times tests over tests with a p no larger."""
    return [min(q * len(p) / sum(other <= q for other in p) for q in p if q >= own) for own in p]


@quick
@given(families)
def test_by_hand(p):
    assert benjamini_hochberg(p).tolist() == pytest.approx(by_hand(p), abs=1e-15)


@quick
@given(families, st.randoms(use_true_random=False))
def test_the_order_of_the_tests_does_not_matter(p, random):
    order = random.sample(range(len(p)), len(p))
    np.testing.assert_array_equal(benjamini_hochberg([p[place] for place in order]), benjamini_hochberg(p)[order])


@quick
@given(families)
def test_no_p_falls_none_passes_1_and_none_overtakes(p):
    adjusted = benjamini_hochberg(p)
    assert (adjusted >= np.array(p) - 1e-15).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p)]) >= 0).all()


@quick
@given(families, st.data())
def test_a_test_that_was_not_made_counts_for_nothing(p, data):
    place = data.draw(st.integers(0, len(p)))
    adjusted = benjamini_hochberg([*p[:place], NAN, *p[place:]])
    assert np.isnan(adjusted[place])
    np.testing.assert_array_equal(np.delete(adjusted, place), benjamini_hochberg(p))


def test_every_row_is_a_family_of_its_own():
    p = np.array([[0.01, 0.02, 0.03], [0.5, NAN, 0.04], [NAN, NAN, NAN]])
    before = p.copy()
    np.testing.assert_allclose(benjamini_hochberg(p), [[0.03, 0.03, 0.03], [0.5, NAN, 0.08], [NAN, NAN, NAN]])
    np.testing.assert_array_equal(p, before)


def test_one_test_needs_no_adjustment_and_none_gives_none():
    assert benjamini_hochberg(0.04) == 0.04
    assert benjamini_hochberg([]).shape == (0,)


ALLOWED = "Allowed: numbers from 0 to 1, or NaN where there was no test. Give one p a test."


@pytest.mark.parametrize(
    ("p", "message"),
    [
        ([0.1, 1.2], f"p[1] is 1.2. {ALLOWED}"),
        ([[0.1], [-0.5]], f"p[1, 0] is -0.5. {ALLOWED}"),
        (7, f"p is 7. {ALLOWED}"),
        (["0.1"], f"p is ['0.1'], which is not an array of numbers. {ALLOWED}"),
    ],
)
def test_refused(p, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        benjamini_hochberg(p)
