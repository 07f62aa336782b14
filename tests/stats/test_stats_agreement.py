import re
from itertools import product

import agreement_by_hand as by_hand
import numpy as np
import pytest
from hypothesis import assume, given
from stats_by_hand import quick

from assesslib.stats import gwet_ac2, krippendorff_alpha

COEFFICIENTS = [gwet_ac2, krippendorff_alpha]
WEIGHTS = ["linear", "quadratic", "unweighted"]
METRICS = ["ordinal", "nominal"]


def pairable(counts):
    return any(sum(item) > 1 for item in counts)


@pytest.mark.parametrize("weights", WEIGHTS)
@quick
@given(counts=by_hand.sections())
def test_ac2_by_hand(weights, counts):
    assume(pairable(counts))
    assert gwet_ac2(counts, weights) == pytest.approx(float(by_hand.gwet_ac2(counts, weights)), abs=1e-12)


@pytest.mark.parametrize("metric", METRICS)
@quick
@given(counts=by_hand.sections())
def test_alpha_by_hand(metric, counts):
    assume(pairable(counts))
    expected = by_hand.krippendorff_alpha(counts, metric)
    if expected is None:
        assert np.isnan(krippendorff_alpha(counts, metric))
    else:
        assert krippendorff_alpha(counts, metric) == pytest.approx(float(expected), abs=1e-12)


@quick
@given(by_hand.sections(fewest=2))
def test_neither_the_direction_of_the_scale_nor_the_order_of_the_items_matters(counts):
    turned = [item[::-1] for item in counts][::-1]
    for coefficient in COEFFICIENTS:
        assert coefficient(turned) == pytest.approx(coefficient(counts), abs=1e-12, nan_ok=True)


@quick
@given(by_hand.sections(fewest=2))
def test_1_only_where_members_agree_on_every_item(counts):
    agreed = all(max(item) == sum(item) for item in counts)
    for weights in WEIGHTS:
        assert gwet_ac2(counts, weights) <= 1 + 1e-12
        assert (gwet_ac2(counts, weights) > 1 - 1e-12) == agreed


@quick
@given(by_hand.sections(fewest=2))
def test_an_item_that_nobody_rated_changes_nothing(counts):
    for coefficient in COEFFICIENTS:
        longer = [*counts, [0] * len(counts[0])]
        assert coefficient(longer) == pytest.approx(coefficient(counts), abs=1e-12, nan_ok=True)


def test_an_item_with_one_rating_counts_for_the_prevalence_of_ac2_and_not_for_alpha():
    counts = [[2, 1, 0], [0, 2, 1]]
    longer = [*counts, [0, 0, 1]]
    assert gwet_ac2(longer) != pytest.approx(gwet_ac2(counts), abs=0.01)
    assert krippendorff_alpha(longer) == krippendorff_alpha(counts)


def test_a_level_that_nobody_used_counts_for_ac2_and_not_for_alpha():
    counts = [[2, 1, 0], [0, 2, 1]]
    longer = [[*item, 0] for item in counts]
    assert gwet_ac2(longer) != pytest.approx(gwet_ac2(counts), abs=0.01)
    assert krippendorff_alpha(longer) == krippendorff_alpha(counts)


def test_two_members_at_opposite_ends_of_two_levels_agree_as_little_as_can_be():
    assert gwet_ac2([[1, 1], [1, 1]]) == -1


@pytest.mark.parametrize("counts", [[[0, 0, 0]], [[0, 1, 0], [1, 0, 0]]], ids=["no rating", "one member"])
@pytest.mark.parametrize("coefficient", COEFFICIENTS)
def test_no_item_with_two_ratings_has_no_agreement(coefficient, counts):
    assert np.isnan(coefficient(counts))


def test_no_items_have_no_agreement():
    assert [np.isnan(coefficient(np.zeros((0, 4)))) for coefficient in COEFFICIENTS] == [True, True]


def test_one_level_used_is_full_agreement_for_ac2_and_undefined_for_alpha():
    assert gwet_ac2([[0, 4, 0], [0, 3, 0]]) == 1
    assert np.isnan(krippendorff_alpha([[0, 4, 0], [0, 3, 0]]))


def test_agreement_on_different_levels_is_1_for_both():
    assert [coefficient([[0, 4, 0], [3, 0, 0]]) for coefficient in COEFFICIENTS] == [1, 1]


@pytest.mark.parametrize(
    ("coefficient", "choice"), [*product([gwet_ac2], WEIGHTS), *product([krippendorff_alpha], METRICS)]
)
def test_many_sections_at_once_give_what_each_gives_alone(coefficient, choice):
    counts = np.random.default_rng(3).integers(0, 3, size=(2, 3, 4, 5))
    counts[0, 0], counts[0, 1] = 0, [0, 2, 0, 0, 0]
    together = coefficient(counts, choice)
    np.testing.assert_allclose(together, [[coefficient(section, choice) for section in row] for row in counts])
    assert together.shape == (2, 3)
    assert type(coefficient(counts[1, 1], choice)) is float


@pytest.mark.parametrize("coefficient", COEFFICIENTS)
def test_a_single_item_is_refused(coefficient):
    message = (
        "counts has the shape (3,), which is a single item. Allowed: items along the last axis but one, "
        "levels along the last. Give one row of counts an item."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        coefficient([1, 0, 2])


@pytest.mark.parametrize("coefficient", COEFFICIENTS)
def test_half_a_member_is_refused(coefficient):
    message = (
        "counts[0, 1] is 0.5. Allowed: whole numbers from 0 up. "
        "Give how many members chose that level, not a share of them."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        coefficient([[1, 0.5, 2]])


@pytest.mark.parametrize(
    ("coefficient", "message"),
    [
        (
            gwet_ac2,
            'weights is \'cubic\'. Allowed: "linear", "quadratic", "unweighted". Choose one of these words.',
        ),
        (krippendorff_alpha, 'metric is \'cubic\'. Allowed: "ordinal", "nominal". Choose one of these words.'),
    ],
)
def test_another_word_is_refused(coefficient, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        coefficient([[1, 0, 2]], "cubic")
