"""How each item moved along the scale, read back from what was drawn."""

import pytest
from change_frames import LONG, SCALE, points_of
from matplotlib.figure import Figure
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other

from assesslib.charts import change_dots
from assesslib.charts._style import LEVEL
from assesslib.charts.alt_text_change import change_dots_text
from assesslib.faults import FaultsError

SMALL = {"1": "b d", "2": "d b", "3": "cd cd", "4": "c c"}
FULL = {str(n): " ".join("abcde"[(n + year * (n % 3)) % 5] for year in range(8)) for n in range(1, 38)}
WORDS = ["first year, the median", "last year: the medians lie higher than in the first",
         "last year: the medians lie lower than in the first",
         "last year: the medians lie where they were, or moved apart or together",
         "low and high median, where they differ"]  # fmt: skip


def marks(ax):
    """The marks of every year as its shape and its levels, from the top of the page down."""
    found = sorted((line for line in ax.get_lines() if line.get_label() == "mark"), key=lambda one: one.get_ydata()[0])
    return [(one.get_marker(), "".join("abcde"[int(x / LEVEL)] for x in one.get_xdata())) for one in found]


def lines(ax, label):
    return [line for line in ax.get_lines() if line.get_label() == label]


def items_of(ax):
    left = [text for text in ax.texts if text.get_position()[0] < 0]
    return [text.get_text().split()[0] for text in sorted(left, key=lambda text: text.get_position()[1])]


def said(ax):
    """What stands at the right of the rows, from the top down."""
    right = [text for text in ax.texts if text.get_position()[0] > ax.get_xlim()[1]]
    return [text.get_text() for text in sorted(right, key=lambda text: text.get_position()[1])]


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_the_first_year_is_a_ring_and_the_last_points_to_where_the_medians_went():
    ax = change_dots(points_of(SMALL))
    assert marks(ax) == [("o", "b"), (">", "d"), ("o", "d"), ("<", "b"), ("o", "cd"), ("D", "cd"), ("o", "c"),
                         ("D", "c")]  # fmt: skip
    assert key(ax) == WORDS


def test_years_stand_below_each_other_and_are_joined_low_to_low_and_high_to_high():
    ax = change_dots(points_of({"1": "b cd d"}))
    assert marks(ax) == [("o", "b"), ("o", "cd"), (">", "d")]
    joins = sorted(tuple("abcde"[int(x / LEVEL)] for x in line.get_xdata()) for line in lines(ax, "join"))
    assert joins == [("b", "c"), ("b", "d"), ("c", "d"), ("d", "d")]
    [bar] = lines(ax, "bar")
    assert tuple(bar.get_xdata()) == (2.5 * LEVEL, 3.5 * LEVEL)


def test_a_year_in_which_nobody_rated_has_no_mark_and_is_passed_by_a_dotted_line():
    ax = change_dots(points_of({"1": "b - d", "2": "- - -"}))
    assert marks(ax) == [("o", "b"), (">", "d")]
    [join] = lines(ax, "join")
    assert join.get_linestyle() == "--"
    assert "dotted: a year between in which nobody rated it" in key(ax)
    assert items_of(ax) == ["1"]
    assert "dotted: a year between in which nobody rated it" not in key(change_dots(points_of({"1": "b c d"})))


def test_years_that_are_not_compared_are_not_joined_and_the_row_says_why():
    ax = change_dots(points_of({"1": "b d", "2": "c c"}, kinds={("1", 0): "scale changed"}))
    assert marks(ax)[:2] == [("o", "b"), ("s", "d")]
    assert len(lines(ax, "join")) == 1
    assert said(ax)[0] == "Scale changed"


def test_years_stand_at_the_ends_and_who_rated_beside():
    ax = change_dots(points_of({"1": "b c d e"}).assign(word="improved, views converged"))
    assert [text.get_text() for text in ax.texts if text.get_text() in ("2024", "2025", "2026", "2027")] == [
        "2024", "2027",
    ]  # fmt: skip
    assert said(ax) == ["Improved, views\nconverged", "10, 11, 12 and 13\nrated."]


def test_rows_follow_the_table_or_put_what_moved_first():
    table = points_of({"1": "c c", "2": "c d", "3": "e b", "4": "b c", "5": "c c"})
    table = table.assign(word=table["item"].map({"4": "improved", "5": "declined"}).fillna("no clear change"))
    assert items_of(change_dots(table)) == ["1", "2", "3", "4", "5"]
    assert items_of(change_dots(table, order="movement")) == ["4", "5", "3", "2", "1"]


def test_titles_of_sections_stand_above_their_items_in_the_order_by_sections_only():
    titles = {"s1": "First", "s2": "Second"}
    assert items_of(change_dots(points_of(SMALL), sections=titles)) == ["First", "1", "2", "Second", "3", "4"]
    assert "First" not in items_of(change_dots(points_of(SMALL), sections=titles, order="movement"))


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    "table",
    [points_of(SMALL), points_of({"1": "c bd", "2": "ae c", "3": "e e", "4": "a a"}), points_of(FULL, LONG),
     points_of({key: word[:3] for key, word in FULL.items()}, LONG, first=2020),
     points_of({"1": "c d"}, "$x$ " + "N" * 200).assign(date="", assessment=["N" * 80, "王" * 30])],
    ids=["small", "both ways", "eight years", "two years", "awkward"],
)  # fmt: skip
def test_no_text_leaves_the_page_or_stands_on_another(table):
    ax = change_dots(table, scale=SCALE | {"e": LONG}, sections={"s1": LONG})
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))
    assert min(text.get_fontsize() for text in ax.findobj(Text) if text.get_text()) >= 11


def test_it_draws_where_it_is_told_to():
    ax = Figure().subplots()
    assert change_dots(points_of(SMALL), ax=ax) is ax
    assert len(marks(ax)) == 8


def test_an_unknown_order_and_a_table_that_shows_too_much_are_refused():
    with pytest.raises(FaultsError) as caught:
        change_dots(points_of(SMALL), order="item")
    assert str(caught.value) == (
        "“item” is no order of this chart. Allowed: section, movement; nearest: movement. Choose one of these."
    )
    few = points_of({"1": "b d"}).assign(n=2)
    with pytest.raises(FaultsError) as caught:
        change_dots(few, anonymity="pooled")
    assert str(caught.value) == (
        "“1” rests on fewer than 3 ratings, which the tier “pooled” hides. Make the table at this tier, or draw it as "
        "“named”."
    )


@pytest.mark.parametrize(
    ("table", "sentence"),
    [(points_of({}), "No item was rated in these years."),
     (points_of({"1": "- -"}), "No item was rated in these years."),
     (points_of(SMALL).drop(columns="a"),
      "These years were rated on different scales: look at each year by itself, or choose those that share one.")],
    ids=["no rows", "nobody", "scales"],
)  # fmt: skip
def test_where_there_is_nothing_to_draw_a_sentence_says_so(table, sentence):
    assert [" ".join(text.get_text().split()) for text in change_dots(table).texts] == [sentence]
    assert off_the_page(change_dots(table)) == []
    assert change_dots_text(table) == sentence


def test_of_several_years_only_those_on_one_scale_are_joined_and_told():
    table = points_of({"1": "e b d"}, kinds={("1", 0): "scale changed"})
    ax = change_dots(table)
    assert [tuple(line.get_xdata()) for line in lines(ax, "join")] == [(1.5 * LEVEL, 3.5 * LEVEL)]
    assert marks(ax)[-1] == (">", "d")
    assert key(ax)[-1] == "last year: the medians lie higher than in the first that is compared with it"
    assert change_dots_text(table) == (
        "1 item over 3 years. 1: b in 2025, d in 2026, higher. 2024 cannot be compared with that."
    )


def test_the_chart_in_sentences():
    table = points_of({"1": "b d", "2": "- cd"})
    assert change_dots_text(table.assign(word=["improved", "improved", "", ""])) == (
        "2 items over 2 years. 1: b in 2024, d in 2025, higher; improved. 2: c to d in 2025 only."
    )
