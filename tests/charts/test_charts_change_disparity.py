"""How far apart members stood then and now, read back from what was drawn."""

from math import nan

import pytest
from change_frames import LONG, change_of, points_of
from matplotlib.figure import Figure
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other

from assesslib.charts import disparity_then_now
from assesslib.charts.alt_text_change import disparity_then_now_text
from assesslib.charts.disparity_then_now import PAD, WIDE
from assesslib.faults import FaultsError

SMALL = change_of(("1", 1.6, 0.6, "views converged"), ("2", 0.5, 1.5, "views split"), ("3", 0.7, 0.7, ""),
                  ("4", nan, 1.0, ""), ("5", nan, nan, ""), ("6", 0.2, 1.9, "!"), ("7", 0.3, nan, ""))  # fmt: skip
FULL = change_of(*((str(n), n % 7 / 4, n % 5 / 3, "views converged") for n in range(37))).assign(text=LONG)


def gaps(ax, label):
    """The gaps of one year, read back from the axis, from the top row down; the axis ends at 2."""
    found = sorted((line for line in ax.get_lines() if line.get_label() == label), key=lambda one: one.get_ydata()[0])
    return [round((line.get_xdata()[0] - PAD) / (WIDE - 2 * PAD) * 2, 6) for line in found]


def items_of(ax):
    left = [text for text in ax.texts if text.get_position()[0] < 0]
    return [text.get_text().split()[0] for text in sorted(left, key=lambda text: text.get_position()[1])]


def said(ax):
    right = [text for text in ax.texts if text.get_position()[0] > ax.get_xlim()[1]]
    return [text.get_text() for text in sorted(right, key=lambda text: text.get_position()[1])]


def arrows(ax):
    """The arrows as where they begin and end, in inches from the left edge."""
    return [(round(one.xyann[0], 6), round(one.xy[0], 6)) for one in ax.texts if hasattr(one, "arrow_patch")
            and one.arrow_patch]  # fmt: skip


def test_each_item_has_a_ring_for_then_and_a_diamond_for_now_at_their_gaps():
    ax = disparity_then_now(SMALL, order="section")
    assert items_of(ax) == ["1", "2", "3", "4", "6", "7"]
    assert gaps(ax, "then") == [1.6, 0.5, 0.7, 0.2, 0.3]
    assert gaps(ax, "now") == [0.6, 1.5, 0.7, 1.0, 1.9]


def test_an_arrow_leads_from_then_to_now_where_they_are_compared_and_differ():
    ax = disparity_then_now(SMALL, order="section")
    here = [round(PAD + gap / 2 * (WIDE - 2 * PAD), 6) for gap in (1.6, 0.6, 0.5, 1.5)]
    assert arrows(ax) == [(here[0], here[1]), (here[2], here[3])]


def test_rows_stand_widest_now_first_or_by_what_changed():
    assert items_of(disparity_then_now(SMALL)) == ["6", "2", "4", "3", "1", "7"]
    assert items_of(disparity_then_now(SMALL, order="movement")) == ["1", "2", "3", "4", "6", "7"]


def test_words_and_who_rated_stand_beside_and_why_a_year_is_missing():
    ax = disparity_then_now(SMALL.assign(n_before=[12, 12, 12, 1, 0, 12, 12]), order="section")
    assert said(ax) == ["Views converged", "12 rated, then 11.", "Views split", "12 rated, then 11.",
                        "12 rated, then 11.", "1 rated, then 11.\n2024: fewer than two\nrated it.",
                        "12 rated, then 11.", "12 rated, then 11.\n2026: fewer than two\nrated it."]  # fmt: skip
    hidden = SMALL.iloc[[3]].astype({"n_before": "Int64"}).assign(n_before=None)
    assert said(disparity_then_now(hidden)) == ["11 rated.\n2024: not asked, or not\nshown."]


def test_the_key_names_the_years():
    def key(ax):
        return [text.get_text() for text in ax.get_legend().get_texts()]

    assert key(disparity_then_now(SMALL)) == ["then: 2024", "now: 2026", "without an arrow: not compared"]
    assert key(disparity_then_now(SMALL.head(2), labels=("first", "last"))) == ["then: first", "now: last"]


def test_of_points_the_first_and_the_last_year_are_drawn():
    ax = disparity_then_now(points_of({"1": "bcd b cd", "2": "- - b"}), order="section")
    assert gaps(ax, "then") == [2.0]  # the axis ends at 1.5, so that 1.5 stands where 2 does on one that ends at 2
    assert said(ax) == ["10 rated, then 12.", "0 rated, then 12.\n2024: fewer than two\nrated it."]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["then: 2024", "now: 2026"]


@pytest.mark.parametrize("table", [SMALL, FULL, points_of({"1": "c bd"}, "$x$ " + "N" * 200)])
def test_no_text_leaves_the_page_or_stands_on_another(table):
    ax = disparity_then_now(table)
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))
    assert min(text.get_fontsize() for text in ax.findobj(Text) if text.get_text()) >= 11


def test_it_draws_where_it_is_told_to():
    ax = Figure().subplots()
    assert disparity_then_now(SMALL, ax=ax) is ax


def test_a_table_that_shows_too_much_and_an_unknown_order_are_refused():
    with pytest.raises(FaultsError) as caught:
        disparity_then_now(SMALL.assign(n_after=2), anonymity="role")
    assert str(caught.value) == (
        "“1, 2, 3, 4, 5, 6, 7” rest on fewer than 3 ratings, which the tier “role” hides. Make the table at this tier, "
        "or draw it as “named”."
    )
    with pytest.raises(FaultsError) as caught:
        disparity_then_now(SMALL, order="then")
    assert str(caught.value) == (
        "“then” is no order of this chart. Allowed: now, movement, section; nearest: section. Choose one of these."
    )


def test_nothing_to_compare_is_said_in_words():
    for table in (SMALL.iloc[[4]], SMALL.head(0)):
        assert [" ".join(text.get_text().split()) for text in disparity_then_now(table).texts] == [
            "In neither year did two members rate the same item."
        ]


def test_the_sentences_call_then_and_now_as_the_chart_is_told_to():
    assert disparity_then_now_text(SMALL.head(1), ["4 March 2025", "3 March 2026"]) == (
        "Levels that two members differ by on average on 1 item, in 4 March 2025 and in 3 March 2026. 1: 1.6, then "
        "0.6; views converged."
    )


def test_the_chart_in_sentences():
    assert disparity_then_now_text(SMALL.iloc[[0, 3, 5]]) == (
        "Levels that two members differ by on average on 3 items, in 2024 and in 2026. 1: 1.6, then 0.6; views "
        "converged. 4: none, then 1.0. 6: 0.2, then 1.9; not compared."
    )
