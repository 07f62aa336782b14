"""Texts as days, moments, levels and rounds: what pandas reads, and sooner."""

import pandas as pd
import pytest

from assesslib.typed import levels, moments, rounds


@pytest.mark.parametrize("said", [
    [], ["", ""], ["2026-03-03T09:15:00.000000Z", ""], ["2026-03-03T09:15:00.123456Z", "2024-02-29T23:59:59.999999Z"],
    ["2026-03-03T10:15:00+01:00", "2026-03-03T09:15:00.000000Z"], ["2026-03-03", "2026-03-03 09:15"],
])  # fmt: skip
def test_moments_are_those_that_pandas_reads_however_they_are_written(said):
    expected = pd.to_datetime([text or None for text in said], format="ISO8601", utc=True)
    pd.testing.assert_index_equal(moments(said), expected.astype("datetime64[us, UTC]"))


@pytest.mark.parametrize("said", ["2026-02-30T09:15:00.000000Z", "2026-03-03T24:15:00.000000Z", "soon"])
def test_what_is_no_moment_is_refused(said):
    with pytest.raises(ValueError, match=r".+"):
        moments(["2026-03-03T09:15:00.000000Z", said])


def test_levels_and_rounds_are_those_of_the_texts():
    found = levels(("G", "W"), ["W", "", "X", "G"])
    assert (list(found.categories), found.ordered, found.codes.tolist()) == (["G", "W"], True, [1, -1, -1, 0])
    assert rounds(["2", "0", "1"]).tolist() == [2, 0, 1]
