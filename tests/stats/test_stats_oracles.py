import json
from pathlib import Path

import pytest

from assesslib import stats

MEASURES = {
    "vdeijk_A": stats.van_der_eijk_a,
    "leik_D": stats.leik_d,
    "tastle_wierman_consensus": stats.tastle_wierman,
}
PUBLISHED = json.loads((Path(__file__).parents[1] / "oracles.json").read_text(encoding="utf-8"))
CASES = [case for case in PUBLISHED if case["measure"] in MEASURES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['measure']}: {case['source']}")
def test_published_value(case):
    assert MEASURES[case["measure"]](case["input"]) == pytest.approx(case["expected"], abs=case["tolerance"], rel=0)


def test_every_measure_has_a_published_value():
    assert {case["measure"] for case in CASES} == set(MEASURES)
