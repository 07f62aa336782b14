"""When responses were sent: read in every country's way where the column tells which, and nowhere guessed."""

import pandas as pd
import pytest

from assesslib.readers.matching.times import moments, ranks


def read(*texts):
    return [None if pd.isna(one) else one.strftime("%Y-%m-%d %H:%M") for one in moments(pd.Series(texts))]


def order(*texts):
    return [None if pd.isna(one) else int(one) for one in ranks(pd.Series(texts))]


@pytest.mark.parametrize(
    ("texts", "moment"),
    [
        (["2026-03-14T09:15:00Z"], "2026-03-14 09:15"),
        (["2026-03-14T09:15:00+01:00"], "2026-03-14 08:15"),
        (["2026-03-14 09:15:00"], "2026-03-14 09:15"),
        (["2026-03-14"], "2026-03-14 00:00"),
        (["3/14/26 9:15:00"], "2026-03-14 09:15"),
        (["3/14/2026 9:15"], "2026-03-14 09:15"),
        (["14/03/2026 9:15:00 PM"], "2026-03-14 21:15"),
        (["14.03.2026 09:15"], "2026-03-14 09:15"),
        (["14-03-2026"], "2026-03-14 00:00"),
        (["2026/03/14 9:15:00 AM GMT+1"], "2026-03-14 08:15"),
        (["2026/03/14 9:15:00 p.m. GMT-3:30"], "2026-03-15 00:45"),
        (["14/03/2026, 09:15:00"], "2026-03-14 09:15"),
        (["2026-03-14 09:15:00 UTC"], "2026-03-14 09:15"),
        (["2026-03-14 09:15 GMT"], "2026-03-14 09:15"),
        (["2026-03-14 09:15:00 +01:00"], "2026-03-14 08:15"),
        (["2026-03-14 09:15:00 UTC+1"], "2026-03-14 08:15"),
        (["2026-03-14 09:15:00 CET"], "2026-03-14 08:15"),
        (["14/03/2026 09:15:00 EST"], "2026-03-14 14:15"),
        (["3/14/26 9:15:00\u202fPM"], "2026-03-14 21:15"),
    ],
)
def test_a_moment_is_read_in_every_way_that_tools_write_it(texts, moment):
    assert read(*texts) == [moment]


def test_one_day_that_can_be_no_month_tells_how_the_whole_column_is_written():
    assert read("1/3/26 9:00:00", "14/3/26 9:00:00") == ["2026-03-01 09:00", "2026-03-14 09:00"]
    assert read("3/1/26 9:00:00", "3/14/26 9:00:00") == ["2026-03-01 09:00", "2026-03-14 09:00"]


def test_the_order_of_the_responses_tells_which_is_the_month():
    assert read("03/05/2026", "04/04/2026", "05/06/2026") == [
        "2026-03-05 00:00",
        "2026-04-04 00:00",
        "2026-05-06 00:00",
    ]
    assert read("05/03/2026", "04/04/2026", "06/05/2026") == [
        "2026-03-05 00:00",
        "2026-04-04 00:00",
        "2026-05-06 00:00",
    ]


def test_of_two_ways_the_one_in_which_the_times_rise_is_taken():
    assert read("3/5/26 9:00:00", "4/4/26 9:00:00") == ["2026-03-05 09:00", "2026-04-04 09:00"]
    assert read("5/3/26 9:00:00", "4/4/26 9:00:00") == ["2026-03-05 09:00", "2026-04-04 09:00"]


@pytest.mark.parametrize(
    "texts",
    [
        ("3/1/26 9:00:00", "3/2/26 9:00:00"),
        ("3/2/26 9:00:00", "3/1/26 9:00:00", "3/3/26 9:00:00"),
        ("14/03/2026", "soon"),
        ("12/31/2026", "31/12/2026"),
        ("14/03/2026 25:00",),
        ("", " "),
    ],
)
def test_where_the_day_cannot_be_known_there_is_none(texts):
    assert read(*texts) == [None] * len(texts)


def test_the_order_may_be_known_where_the_day_is_not():
    assert order("3/2/26 9:00:00", "3/1/26 9:00:00") == [2, 1]
    assert order("1/3/2026 10:00", "1/3/2026 11:00", "") == [1, 2, None]
    assert order("3/1/26 9:00:00", "3/1/26 9:00:00") == [1, 1]


def test_where_the_order_depends_on_the_country_there_is_none():
    assert order("01/12/2026", "02/01/2026") == [None, None]
    assert order("14/03/2026", "soon") == [None, None]


def test_an_empty_cell_stays_empty_beside_others():
    assert read("2026-03-14T09:15:00Z", "") == ["2026-03-14 09:15", None]
