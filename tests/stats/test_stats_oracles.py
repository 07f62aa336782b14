import json
from itertools import chain
from pathlib import Path

import pytest

from assesslib import stats


def section(case):
    """Ratings of items by members, as counts over the levels declared or else seen."""
    ratings = case["input"]["units_by_raters"]
    levels = case["params"].get("levels") or sorted({r for item in ratings for r in item if r is not None})
    return [[item.count(level) for level in levels] for item in ratings]


def groups(case):
    """Two samples as counts over the values that occur in either."""
    x, y = case["input"]["x"], case["input"]["y"]
    values = sorted({*x, *y})
    return [x.count(value) for value in values], [y.count(value) for value in values]


def moved(case):
    pairs = list(zip(case["input"]["before"], case["input"]["after"], strict=True))
    return sum(after > before for before, after in pairs), sum(after < before for before, after in pairs)


def covers(case):
    sets, costs = (dict(enumerate(case["input"][name])) for name in ("sets", "costs"))
    (choice,) = stats.set_cover(sets, costs=costs)
    assert set(chain.from_iterable(sets[name] for name in choice)) == set(case["input"]["universe"])
    return [sum(costs[name] for name in choice), *choice]


def published(case):
    expected = case["expected"]
    return [expected["cost"], *expected["sets"]] if case["measure"] == "min_cost_set_cover" else expected


MEASURES = {
    "vdeijk_A": lambda case: stats.van_der_eijk_a(case["input"]),
    "leik_D": lambda case: stats.leik_d(case["input"]),
    "tastle_wierman_consensus": lambda case: stats.tastle_wierman(case["input"]),
    "krippendorff_alpha_ordinal": lambda case: stats.krippendorff_alpha(section(case)),
    "gwet_AC2": lambda case: stats.gwet_ac2(section(case), case["params"]["weights"]),
    "brunner_munzel_permutation_p_two_sided": lambda case: stats.brunner_munzel_permutation(*groups(case)),
    "mannwhitney_exact_permutation_two_sided_p": lambda case: stats.permutation_test(*groups(case)),
    "sign_test_exact_two_sided_p": lambda case: stats.sign_test(*moved(case)),
    "cliffs_delta": lambda case: stats.cliffs_delta(*groups(case)),
    "benjamini_hochberg": lambda case: stats.benjamini_hochberg(case["input"]).tolist(),
    "min_cost_set_cover": covers,
}
CASES = json.loads((Path(__file__).parents[1] / "oracles.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['measure']}: {case['source']}")
def test_published_value(case):
    assert MEASURES[case["measure"]](case) == pytest.approx(published(case), abs=case["tolerance"], rel=0)


def test_every_measure_has_a_published_value():
    assert {case["measure"] for case in CASES} == set(MEASURES)
