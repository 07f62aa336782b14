"""Dates in the forms that people write, and what only looks like one."""

from datetime import date

import pytest

from assesslib.tables.audits.dates import dates_in, latest, without_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Survey of 2003", "2003-12-31"), ("March 2003", "2003-03-31"), ("in Nov. 2003", "2003-11-30"),
        ("12 January 2024", "2024-01-12"), ("2nd of May 2003", "2003-05-02"), ("May 2nd, 2003", "2003-05-02"),
        ("2003-04-15", "2003-04-15"), ("15/04/2003", "2003-04-15"), ("15.4.2003", "2003-04-15"),
        ("31 February 2003", "2003-02-28"), ("13/13/2003", "2003-12-31"), ("2003-04", "2004-12-31"),
        ("2003/4", "2004-12-31"), ("2002-2003", "2003-12-31"), ("1999–00", "2000-12-31"),
        ("2003 to 2007", "2007-12-31"), ("2011-02", "2011-02-28"), ("2003-03", "2003-03-31"),
        ("March to April 2005", "2005-04-30"),
    ],
)  # fmt: skip
def test_each_way_to_write_a_date(text, day):
    assert [one.last for one in dates_in(text)] == [date.fromisoformat(day)]


@pytest.mark.parametrize(
    "text",
    ["£2003", "12,003", "2000.5", "2003%", "20031", "2000m", "Police Reform Act 2002", "Act of 1998", "Section 17",
     "CDA 1998, Police Reform Act 2002", "may", ""],
)  # fmt: skip
def test_what_is_no_date(text):
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Lists of March 2025 and March 2026", "March 2026"), ("Survey 2003, next planned April 2005", "2003"),
        ("Introduction planned April 2005", "April 2005"), ("Lost 2003, due to cuts in April 2005", "April 2005"),
        ("Licensing Act 2003, a talk in May 2004", "May 2004"), ("CDA 2003", "2003"),
    ],
)  # fmt: skip
def test_a_text_speaks_from_its_latest_date_that_is_no_plan(text, which):
    assert latest(text).words == which


def test_the_years_of_laws_are_taken_out_with_the_dates():
    assert without_dates("CDA 1998, Police Reform Act 2002") == "CDA , Police Reform Act "
