"""When responses were sent: each file by itself; told where only their order tells the day from the month."""

import pandas as pd

from assesslib.readers.matching.sent import sent


def people(*rows, **more):
    frame = pd.DataFrame(rows, columns=["submitted", "place"])
    return frame.assign(row=range(2, len(rows) + 2), **more)


def days(found):
    return [None if pd.isna(one) else one.strftime("%d %b") for one in found.at]


def test_files_may_be_written_in_different_ways():
    found = sent(people(("14/03/2026 09:00", "a.csv"), ("3/15/26 9:00:00", "b.csv"), ("", "b.csv")))
    assert (days(found), found.order.fillna(0).tolist(), found.faults) == (["14 Mar", "15 Mar", None], [1, 2, 0], ())


def test_the_order_of_the_rows_tells_day_from_month_and_that_is_told():
    found = sent(people(("3/5/26 9:00:00", "a.csv"), ("4/4/26 9:00:00", "a.csv"), ("5/3/26 9:00:00", "a.csv")))
    assert days(found) == ["05 Mar", "04 Apr", "03 May"]
    assert [(fault.handled, str(fault)) for fault in found.faults] == [
        (True, "a.csv, row 2: “3/5/26 9:00:00” may begin with the day or with the month: with the month first the "
               "responses stand in the order of their sending, so the times were read so."),
    ]  # fmt: skip


def test_the_numbers_of_the_responses_count_before_their_rows():
    rows = [("4/4/26 9:00:00", "a.csv"), ("5/6/26 9:00:00", "a.csv"), ("3/5/26 9:00:00", "a.csv")]
    assert days(sent(people(*rows))) == [None, None, None]
    assert days(sent(people(*rows, number=["2", "3", "1"]))) == ["04 Apr", "06 May", "05 Mar"]
    assert days(sent(people(*rows, number=["1", "2", "3"]))) == [None, None, None]
