"""The harness' own arithmetic: medians and spread, ratios of runs side by side, how fast a cost grows, what is said."""

import json
from itertools import count

import pytest

from benchmarks.figures import Figure, compared, exponent, figure, n_log_n, reached
from benchmarks.growth import judged, lines
from benchmarks.registry import ROWS, chosen
from benchmarks.row import Cost, Reach, Row, Scale, Sides
from benchmarks.timing import NotTheSame, in_turns, measured
from benchmarks.told import as_json, cells


def row(sides, *reaches, runs=(2, 2), warm=False):
    return Row("one", "work of {}", "less", reaches, lambda scale, size: sides, size=(1000, 10), runs=runs, warm=warm)


def sides(ours, other, came=("x", "x")):
    """Both sides, whose runs take these seconds, one after the other."""
    mine, its = iter(ours), iter(other)
    return Sides(lambda: Cost(next(mine), came=came[0]), lambda: Cost(next(its), came=came[1]), lambda x, y: x == y)


def test_a_figure_is_the_median_and_the_middle_half():
    assert figure([9, 1, 5, 3, 100]) == Figure(5, 3, 9)
    assert figure([7]) == Figure(7, 7, 7)


def test_each_run_is_compared_with_the_one_beside_it():
    # Three pairs, the last while the machine was ten times as slow: the ratio of the medians would be 1.
    ours, other = [Cost(2), Cost(4), Cost(40)], [Cost(1), Cost(4), Cost(10)]
    assert compared("time", ours, other).middle == 2
    assert compared("faster", ours, other).middle == 0.5


def test_memory_and_first_times_are_compared_alike_and_seconds_need_no_other_side():
    ours, other = [Cost(1, peak=300, first=6)], [Cost(9, peak=200, first=4)]
    assert compared("memory", ours, other).middle == compared("first", ours, other).middle == 1.5
    assert compared("seconds", [Cost(0.2), Cost(0.4), Cost(0.3)], []).middle == 0.3


def test_a_run_without_the_one_beside_it_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        compared("time", [Cost(1), Cost(1)], [Cost(1)])


def test_a_reach_is_a_most_and_of_faster_a_least():
    two = Figure(2, 1, 3)
    assert [reached(Reach("time", limit), two) for limit in (1.9, 2)] == [False, True]
    assert [reached(Reach("faster", limit), two) for limit in (2, 2.1)] == [True, False]


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_fitted_exponent_is_that_of_the_cost(power):
    sizes = [3, 30, 500]
    assert exponent(sizes, [7 * size**power for size in sizes]) == pytest.approx(power)


def test_one_size_has_no_exponent():
    assert exponent([5], [1]) != exponent([5], [1])


def test_n_log_n_grows_a_little_faster_than_n():
    assert n_log_n(10, 100) == pytest.approx(exponent([10, 100], [10 * 1, 100 * 2]))


def test_a_quadratic_last_step_is_over_n_log_n_whatever_the_fit():
    found = [{"rows": rows, "seconds": max(1, rows**2 / 1e4)} for rows in (10, 100, 1000)]
    assert judged(found)["exponent"] == pytest.approx(1)
    assert judged(found)["last"] == pytest.approx(2)
    assert not judged(found)["ok"]


def test_a_size_that_took_too_long_is_told():
    found = [{"times": 1, "rows": 444, "seconds": 0.5, "megabytes": 2.0}]
    assert list(lines("members", "divides", found, (1, 10, 100), 60)) == [
        ["members", "divides", "1", "444", "0.5", "2", "", "", ""],
        ["members", "divides", "10", "", "not done in 60", "", "", "", "stopped"],
    ]


def test_the_sides_take_turns_to_begin():
    clock, order = count(), []
    both = Sides(lambda: order.append("ours") or Cost(next(clock)), lambda: order.append("other") or Cost(next(clock)),
                 lambda mine, its: True)  # fmt: skip
    in_turns(both, 3)
    assert order == ["ours", "other", "other", "ours", "ours", "other"]


def test_no_pair_is_begun_once_patience_is_over_but_two_are_run():
    assert len(in_turns(sides([1] * 9, [1] * 9), 9, patience=0)) == 2


def test_the_run_before_the_first_is_not_counted(tmp_path):
    (line,) = measured(row(sides([500, 3, 3], [1, 1, 1]), Reach("time", 2), warm=True), Scale(True, tmp_path))
    assert (line.found.middle, line.ok, line.runs) == (3, False, 2)


def test_a_side_that_did_not_do_the_work_is_refused(tmp_path):
    lazy = sides([1, 1], [1, 1], came=(0, 10))
    with pytest.raises(NotTheSame, match="^one: 0 came of it, and of the other side 10$"):
        measured(row(lazy, Reach("time", 2)), Scale(True, tmp_path))


def test_a_line_says_what_was_measured_and_whether_it_was_reached(tmp_path):
    (line,) = measured(row(sides([6, 2], [2, 2]), Reach("time", 1.5)), Scale(False, tmp_path))
    assert cells(line) == ("work of 1,000", "less", "2 x", "1.5 to 2.5", "time at most 1.5 x", "short")
    kept = json.loads(as_json(line, {"cores": 2}, False))
    assert (kept["cores"], kept["median"], kept["seconds"], kept["other_seconds"], kept["ok"]) == (2, 2, 4, 2, False)


def test_every_benchmark_has_a_name_of_its_own_and_a_reach():
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert all(row.reaches for row in ROWS)


def test_an_unknown_benchmark_is_refused_in_words():
    known = ", ".join(row.name for row in ROWS)
    with pytest.raises(ValueError) as error:  # noqa: PT011
        chosen(["open", "swim"])
    assert str(error.value) == f"“swim” is not a benchmark. Allowed: {known}. Name some, or none for all."
