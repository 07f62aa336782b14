"""Golden threads and fault lines year by year, read back from what was drawn."""

import pytest
from change_frames import LONG, threads_over_of
from matplotlib.figure import Figure
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other

from assesslib.charts import threads_by_year
from assesslib.charts.alt_text_change import threads_by_year_text
from assesslib.faults import FaultsError

SMALL = threads_over_of(("Trust", "golden thread", "held", "xx"), ("Evidence", "fault line", "healed", "x-"),
                        ("People", "golden thread", "appeared", "?x"), ("Never", "fault line", "", "--"))  # fmt: skip
FULL = threads_over_of(*((f"{LONG} {n}", ("golden thread", "fault line")[n % 2], "went and came back", "xx?--xxx")
                         for n in range(12)))  # fmt: skip


def marks(ax, label):
    """The shapes of one kind with their places, top row first and left year first."""
    found = [line for line in ax.get_lines() if line.get_label() == label]
    return sorted((line.get_ydata()[0], line.get_xdata()[0], line.get_marker()) for line in found)


def words(ax):
    return [text.get_text() for text in ax.texts]


def test_a_star_for_a_golden_thread_and_a_cross_for_a_fault_line_where_it_was_found():
    ax = threads_by_year(SMALL)
    assert [shape for _, _, shape in marks(ax, "golden thread")] == ["*", "*", "*"]
    assert [shape for _, _, shape in marks(ax, "fault line")] == ["X"]
    (first, left, _), (second, right, _), (third, last, _) = marks(ax, "golden thread")
    assert first == second < marks(ax, "fault line")[0][0] < third
    assert left == marks(ax, "fault line")[0][1] < right == last


def test_items_stand_below_their_mark_and_signs_where_there_is_none():
    said = words(threads_by_year(SMALL))
    assert (said.count("12, 20, 29"), said.count("–"), said.count("?")) == (4, 1, 1)


def test_what_became_of_it_stands_beside_and_what_was_never_found_is_left_out():
    said = words(threads_by_year(SMALL))
    assert {"2024", "2025", "Trust", "Evidence", "People", "Golden thread", "Fault line", "Held", "Healed",
            "Appeared"} <= set(said)  # fmt: skip
    assert "Never" not in said


def test_the_key_explains_what_occurs():
    def key(table):
        return [text.get_text() for text in threads_by_year(table).get_legend().get_texts()]

    found = [f"{sign}, with the numbers of its items" for sign in ("golden thread", "fault line")]
    assert key(SMALL) == [*found, "not found in that year",
                           "cannot be told: too few of its items were asked or have a level"]
    assert key(SMALL[SMALL["title"] == "Trust"]) == found[:1]


@pytest.mark.parametrize(
    "table", [SMALL, FULL, SMALL.assign(title="$x$ " + "N" * 200, items=[tuple("123456789abcdefg")] * len(SMALL))],
    ids=["small", "eight years", "awkward"],
)  # fmt: skip
def test_no_text_leaves_the_page_or_stands_on_another(table):
    ax = threads_by_year(table)
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))
    assert min(text.get_fontsize() for text in ax.findobj(Text) if text.get_text()) >= 11


def test_it_draws_where_it_is_told_to_and_refuses_an_unknown_tier():
    ax = Figure().subplots()
    assert threads_by_year(SMALL, ax=ax) is ax
    with pytest.raises(FaultsError) as caught:
        threads_by_year(SMALL, anonymity="secret")
    assert str(caught.value) == (
        "“secret” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: organisation. "
        "Choose one of these."
    )


@pytest.mark.parametrize("table", [SMALL.head(0), SMALL[SMALL["title"] == "Never"]])
def test_no_thread_in_any_year_is_said_in_words(table):
    sentence = "In none of these years did a golden thread or a fault line run through the results."
    assert [" ".join(text.get_text().split()) for text in threads_by_year(table).texts] == [sentence]
    assert off_the_page(threads_by_year(table)) == []
    assert threads_by_year_text(table) == sentence


def test_the_reason_why_years_cannot_be_compared_stands_below_the_word():
    table = SMALL.head(2).assign(word="cannot be compared", why="the scale of team 1 is another than that of team 0")
    ax = threads_by_year(table)
    said = [" ".join(text.split()) for text in words(ax)]
    assert {"Cannot be compared", "The scale of team 1 is another than that of team 0"} <= set(said)
    assert off_the_page(ax) == on_each_other(ax) == []
    assert threads_by_year_text(table) == (
        "Trust was a golden thread in 2024 (12, 20 and 29) and 2025 (12, 20 and 29): cannot be compared: the scale "
        "of team 1 is another than that of team 0."
    )


def test_the_chart_in_sentences():
    assert threads_by_year_text(SMALL) == (
        "Trust was a golden thread in 2024 (12, 20 and 29) and 2025 (12, 20 and 29): held. "
        "Evidence was a fault line in 2024 (12, 20 and 29): healed. "
        "People was a golden thread in 2025 (12, 20 and 29): appeared. In 2024 that cannot be told."
    )
