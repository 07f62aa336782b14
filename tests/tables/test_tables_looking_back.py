"""Last year, seen from today: the yardstick, what is felt to have changed, and from how few it cannot be told."""

import pandas as pd
import pytest
from years_apart import form, note, year

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables.change.looking_back import COLUMNS, looking_back

EIGHT = "cccccccc"
THEN = ["then_n", "then_lower", "then_same", "then_higher", "then_word"]
FELT = ["felt_n", "felt_up", "felt_same", "felt_down", "felt_word"]


def look(then, back, now, **more):
    """One item as rated last year, as seen back from today, and as rated today."""
    return looking_back(year(2025, {"1": then}), year(2026, {"1": now}, back={"1": back}), **more)


@pytest.mark.parametrize(
    ("back", "counts"),
    [
        ("bbbbbbbb", [8, 8, 0, 0, "stricter now"]),
        ("dddddddd", [8, 0, 0, 8, "milder now"]),
        ("cccccccc", [8, 0, 8, 0, "no clear change"]),
        ("bbbbcccc", [8, 4, 4, 0, "too few to tell"]),
        ("bbbbbddd", [8, 5, 0, 3, "no clear change"]),
        ("aabbb...", [5, 5, 0, 0, "too few to tell"]),
    ],
)
def test_whether_the_yardstick_moved(back, counts):
    assert look(EIGHT, back, EIGHT)[THEN].to_numpy().tolist() == [counts]


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        ("cccccccc", [8, 8, 0, 0, "felt better"]),
        ("aaaaaaaa", [8, 0, 0, 8, "felt worse"]),
        ("bbbbbbbb", [8, 0, 8, 0, "no clear change"]),
        ("ccccc...", [5, 5, 0, 0, "too few to tell"]),
    ],
)
def test_what_is_felt_to_have_changed(now, counts):
    assert look(EIGHT, "bbbbbbbb", now)[FELT].to_numpy().tolist() == [counts]


def test_the_exact_p_and_the_smallest_possible_one():
    found = look(EIGHT, "bbbbbbbc", "bbbbbbbb").iloc[0]
    assert found[["then_p", "then_smallest_p", "then_q"]].tolist() == [1 / 64, 1 / 64, 1 / 64]
    assert found[["felt_p", "felt_smallest_p"]].tolist() == [1, 1]
    assert pd.isna(found["felt_q"])


def test_q_allows_for_the_other_items_that_could_tell_anything():
    def seen(rest):
        then = {str(n): EIGHT for n in range(1, 7)}
        back = {"1": "bbbbbbcc"} | {str(n): rest for n in range(2, 7)}
        return looking_back(year(2025, then), year(2026, then, back=back))

    still, busy = seen(EIGHT), seen("bbbdddcc")
    assert still[["then_p", "then_q", "then_word"]].to_numpy().tolist()[0] == [1 / 32, 1 / 32, "stricter now"]
    assert still["then_q"].isna().tolist()[1:] == [True] * 5
    assert busy[["then_p", "then_q", "then_word"]].to_numpy().tolist()[0] == [1 / 32, 6 / 32, "too few to tell"]
    assert busy["then_q"].tolist()[1:] == [1] * 5


def test_only_members_of_both_years_count():
    then = year(2025, {"1": "cccccc"}, people="mnopqr")
    now = year(2026, {"1": "cccccc"}, back={"1": "bbbbbb"}, people="opqrst")
    assert looking_back(then, now)[["then_n", "felt_n"]].to_numpy().tolist() == [[4, 4]]
    assert looking_back(then, now, members={"m": "s"})[["then_n", "felt_n"]].to_numpy().tolist() == [[5, 5]]


def test_who_looked_back_but_rated_in_one_year_only_counts_where_there_are_two_levels():
    found = look("cccc..", "bb.bbb", "c.cc.c")
    assert found[["then_n", "felt_n"]].to_numpy().tolist() == [[3, 3]]


def test_where_nobody_looked_back_there_are_no_rows():
    found = looking_back(year(2025, {"1": EIGHT}), year(2026, {"1": EIGHT}))
    assert found.empty
    assert list(found.columns) == COLUMNS


def test_looking_back_without_a_level_then_still_tells_what_is_felt():
    then = year(2025, {"1": "........", "2": EIGHT})
    found = looking_back(then, year(2026, {"1": EIGHT}, back={"1": "bbbbbbbb"})).iloc[0]
    assert found[["then_n", "then_word", "felt_n", "felt_word"]].tolist() == [0, "too few to tell", 8, "felt better"]
    assert found[["then_p", "then_q"]].isna().all()


@pytest.mark.parametrize("anonymity", ["role", "organisation", "pooled"])
def test_few_who_looked_back_are_hidden_where_people_are_not_named(anonymity):
    then, now = year(2025, {"1": "ccc", "2": "ccc"}), year(2026, {"1": "ccc", "2": "ccc"},
                                                            back={"1": "bbb", "2": "bb."})  # fmt: skip
    assert looking_back(then, now)["item"].tolist() == ["1", "2"]
    assert looking_back(then, now, anonymity=anonymity)["item"].tolist() == ["1"]
    assert looking_back(then, now, anonymity=anonymity, least=4).empty


def test_it_is_read_from_notes_who_is_whom():
    then = year(2025, {"1": "cc"}, people="mn")
    now = year(2026, {"1": "cc"}, back={"1": "bb"}, people="xn", notes=[note("match-1", "x", about="y2025 m")])
    assert looking_back(then, now)["then_n"].tolist() == [2]


def test_two_frameworks_are_refused_as_by_change():
    other = year(2026, {"1": EIGHT}, framework=form("- -", "-", wording="Asked otherwise"))
    with pytest.raises(FaultsError, match="is what both assessments call their framework, and its items or its scale"):
        looking_back(year(2025, {"1": EIGHT}), other)


def test_what_is_on_the_disk_is_read_as_last_year_seen_from_today(tmp_path):
    members = [{"id": id} for id in "mnopqr"]
    years = [al.create_assessment(tmp_path / str(n), framework="cdrp-dat-partnership", partnership="P",
                                  date=f"{n}-03-01", members=members, looking_back=n == 2026)
             for n in (2025, 2026)]  # fmt: skip
    for id in "mnopqr":
        years[0].rate(id, "1.1", "S")
        years[1].rate(id, "1.1", "S")
        years[1].rate(id, "1.1", "W", round=0)
    found = looking_back(*years).iloc[0]
    assert found[["item", "then_n", "then_lower", "then_word", "felt_up", "felt_word"]].tolist() == [
        "1.1", 6, 6, "stricter now", 6, "felt better",
    ]  # fmt: skip
