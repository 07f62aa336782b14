"""Charts on paper: cut into parts that pages have room for, in words that can be read there."""

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

import assesslib as al
from assesslib.charts._style import SMALL
from assesslib.documents._fit import page
from assesslib.documents._png import fitted, inches
from assesslib.documents.comparing import comparison
from assesslib.documents.model import Picture, flat
from assesslib.documents.pictures import pictures
from assesslib.documents.reporting import report
from assesslib.places import shipped

LEAST = 7
"""Points of the smallest words on paper."""
CAPTION = 0.8


def tall(rows, head=0.5, key=1.0):
    """A chart with an inch for every row, something above them and a key below."""
    high = head + rows["item"].nunique() + key
    axes = Figure(figsize=(6, high)).add_axes((0, key / high, 1, (high - key - head) / high))
    axes.legend([Line2D([], [])], ["one"], loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=0)
    return axes


def named(rows):
    return " ".join(rows["item"].drop_duplicates())


def test_a_chart_is_cut_between_its_rows_into_parts_of_equal_height_with_caption_and_key_below_the_last():
    made = pictures(pd.DataFrame({"item": list("abcdefg")}), tall, named, "Rows.")
    assert [(one.alt, one.caption) for one in made] == [("a b c", ""), ("d e f", ""), ("g", "Rows.")]
    assert [round(inches(one.png)[1], 1) for one in made] == [3.5, 3.5, 2.5]


def test_a_chart_that_is_low_is_one_picture():
    [whole] = pictures(pd.DataFrame({"item": list("aab")}), tall, named, "Rows.")
    assert (whole.alt, whole.caption, round(inches(whole.png)[1], 1)) == ("a b", "Rows.", 3.5)


def test_rows_of_one_item_are_never_parted_and_one_that_is_too_tall_stays_whole():
    def high(rows):
        return tall(rows, head=20)

    assert [one.alt for one in pictures(pd.DataFrame({"item": ["a"] * 6}), high, named)] == ["a"]


def test_where_much_stands_above_the_rows_a_part_holds_as_many_as_a_page():
    def headed(rows):
        return tall(rows, head=3)

    made = pictures(pd.DataFrame({"item": list("abcdefgh")}), headed, named)
    assert [one.alt for one in made] == ["a b c d", "e f g h"]


def of_2026():
    return al.open_assessment(shipped("data") / "collaboration-2026")


@pytest.mark.parametrize("make", [
    lambda: report(of_2026(), "named"),
    lambda: comparison([al.open_assessment(shipped("data") / "collaboration-2024"), of_2026()]),
], ids=["report", "comparison"])  # fmt: skip
def test_no_word_of_a_chart_is_too_small_on_paper(make):
    wide, high = page(landscape=False)
    drawn = [block.png for block in flat(make().blocks) if isinstance(block, Picture)]
    sizes = [SMALL * fitted(png, wide, high - CAPTION)[0] / inches(png)[0] for png in drawn]
    assert len(sizes) > 8
    assert min(sizes) >= LEAST
