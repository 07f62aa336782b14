"""The map of the threads, read back from what was drawn."""

from itertools import combinations

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other, smallest, text_boxes

import assesslib as al
from assesslib.charts._style import INK, LINE, PAPER, ramp
from assesslib.charts.alt_text import threads_map_text
from assesslib.charts.threads_map import threads_map
from assesslib.places import shipped
from assesslib.tables import threads, threads_grid

SCALE = {"a": "Not yet", "b": "Early", "c": "Partly", "d": "Mostly", "e": "Always"}
LONG = "Developing a joined-up approach which makes the best use of collective resources everywhere we work"


def rows_of(theme, cells, found="", near="", source="declared"):
    """The rows of a theme from words such as ``"1d 2ad|3-|"``: sections, items and levels; ``-`` has none."""
    return [
        (source, theme, f"Theme {theme}", "3 items, 2 with a level", found, near, f"s{n}", f"Section {n}", *_item(word))
        for n, section in enumerate(cells.split("|"))
        for word in section.split() or ["-"]
    ]


def _item(word):
    levels = word.lstrip("0123456789")
    low, high = (None, None) if levels == "-" else (levels[0], levels[-1])
    end = "" if levels == "-" else "top" if low in "de" else "bottom" if high in "ab" else ""
    return word[: len(word) - len(levels)], low, high, end


def table_of(*themes):
    columns = ["source", "theme", "title", "counted", "found", "near", "section", "section_title", "item", "low",
               "high", "end"]  # fmt: skip
    scale = pd.CategoricalDtype(list(SCALE), ordered=True)
    return pd.DataFrame([row for rows in themes for row in rows], columns=columns).astype({"low": scale, "high": scale})


SMALL = table_of(
    rows_of("x", "1d 2e|3d|4c", found="golden thread"),
    rows_of("y", "|3d 5b|6-", near="near a fault line: one item short"),
    rows_of("z", "7ad|8a|", source="tag"),
)
FULL = table_of(*(
    rows_of(f"{n}", "|".join(" ".join(f"{10 * section + item}{'abcde'[(n + item) % 5]}" for item in range(6))
                             for section in range(1, 7)), near="near a golden thread: one section short\n" * 2)
    for n in range(12)
)).assign(title=LONG, section_title=LONG)  # fmt: skip


def squares(ax):
    """The filled squares by the place of their left top corner, halves and frames aside."""
    return [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_fill() and _even(patch)]


def _even(patch):
    return abs(patch.get_width() - patch.get_height() * LINE) < 1e-9


def numbers(ax):
    return [text for text in ax.texts if text.get_ha() == "center" and text.get_va() == "center"]


def number(ax, item, nth=0):
    return [text for text in numbers(ax) if text.get_text() == item][nth]


def around(ax, text):
    """The patches around a number: its square, and what is drawn on it."""
    return [patch for patch in ax.patches if patch.get_bbox().contains(*text.get_position())]


def test_every_item_of_every_theme_is_a_square_with_its_number():
    ax = threads_map(SMALL)
    assert [text.get_text() for text in numbers(ax)] == ["1", "2", "3", "4", "3", "5", "6", "7", "8"]
    assert len(squares(ax)) == 9


def test_themes_stand_below_each_other_and_sections_side_by_side():
    ax = threads_map(SMALL)
    places = {item: number(ax, item).get_position() for item in "124"}
    assert places["1"][0] < places["2"][0] < places["4"][0]
    downward = [number(ax, "3").get_position()[1], number(ax, "3", 1).get_position()[1], places["1"][1]]
    assert downward[0] == downward[2] < downward[1] < number(ax, "7").get_position()[1]
    assert number(ax, "3").get_position()[0] > places["2"][0]
    heads = [text for text in ax.texts if text.get_text().startswith("Section")]
    assert [text.get_text() for text in heads] == ["Section 0", "Section 1", "Section 2"]
    assert heads[0].get_position()[0] < heads[1].get_position()[0] < heads[2].get_position()[0]
    assert ax.yaxis_inverted()


@pytest.mark.parametrize(("item", "level"), [("1", "d"), ("2", "e"), ("4", "c"), ("5", "b"), ("8", "a")])
def test_a_square_has_the_colour_of_its_level(item, level):
    ax = threads_map(SMALL)
    [square] = [patch for patch in around(ax, number(ax, item)) if patch in squares(ax)]
    assert to_hex(square.get_facecolor()) == ramp("abcde")[level]


def test_an_item_without_a_level_is_hollow():
    ax = threads_map(SMALL)
    [square] = around(ax, number(ax, "6"))
    assert to_hex(square.get_facecolor()) == PAPER
    assert number(ax, "6").get_fontweight() == "normal"
    assert number(ax, "5").get_fontweight() == "bold"


def test_an_item_at_the_top_has_a_frame_and_one_at_the_bottom_dashes():
    ax = threads_map(SMALL)
    framed = {text.get_text() for text in numbers(ax) if any(not one.get_fill() for one in around(ax, text))}
    dashed = {text.get_text() for text in numbers(ax) if any(one.get_linestyle() != "solid" and
              one.get_linestyle() != "-" for one in around(ax, text))}  # fmt: skip
    assert framed == {"1", "2", "3"}
    assert dashed == {"5", "8"}


def test_two_levels_stand_in_two_halves_the_lower_one_at_the_left():
    ax = threads_map(SMALL)
    place = number(ax, "7").get_position()
    halves = [patch for patch in ax.patches if patch.get_bbox().contains(place[0] + 0.1, place[1])]
    left = [patch for patch in ax.patches if patch.get_bbox().contains(place[0] - 0.1, place[1])]
    assert [to_hex(patch.get_facecolor()) for patch in halves] == [ramp("abcde")["a"], ramp("abcde")["d"]]
    assert [to_hex(patch.get_facecolor()) for patch in left] == [ramp("abcde")["a"]]
    assert number(ax, "7").get_color() == INK


def test_what_was_found_stands_out_beside_its_theme_and_what_is_near_does_not():
    ax = threads_map(SMALL)
    beside = {text.get_text(): text for text in ax.texts if text.get_position()[0] > ax.get_xlim()[1]}
    assert list(beside) == ["Golden thread", "Near a fault line:\none item short."]
    looks = [(text.get_fontweight(), text.get_position()[1]) for text in beside.values()]
    assert looks == [("bold", number(ax, "1").get_position()[1]), ("normal", number(ax, "5").get_position()[1])]


def test_a_theme_says_its_title_where_it_is_from_and_how_many_items_it_has():
    ax = threads_map(SMALL)
    left = [text.get_text() for text in ax.texts if text.get_position()[0] < 0]
    assert left == [
        "Theme x", "3 items, 2 with a level", "Theme y", "3 items, 2 with a level",
        "Theme z", "the team’s own theme:\n3 items, 2 with a level",
    ]  # fmt: skip


def test_the_key_explains_the_scale_and_the_marks_that_occur():
    def said(table, scale=SCALE):
        return [text.get_text() for text in threads_map(table, scale=scale).get_legend().get_texts()]

    levels = [f"{code} – {words}" for code, words in SCALE.items()]
    marks = [
        "framed: at the top of the scale, where a golden thread runs",
        "dashed: at the bottom of the scale, where a fault line runs",
        "two halves: two levels, the lower one at the left",
        "hollow: no level",
    ]
    assert said(SMALL) == [*levels, *marks]
    assert said(table_of(rows_of("x", "1c|2e"))) == [*levels, marks[0]]
    assert said(table_of(rows_of("x", "1-|2-")), None) == [*"abcde", marks[3]]


def test_no_square_shares_a_point_with_another():
    patches = squares(threads_map(FULL))
    assert len(patches) == 12 * 6 * 6
    assert not [1 for one, other in combinations(patches, 2) if one.get_bbox().overlaps(other.get_bbox())]


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    "table",
    [SMALL, FULL, FULL[FULL["section"] == "s0"], SMALL.assign(title="$x$ " + "N" * 200, section_title="", item="N" * 9),
     table_of(rows_of("x", "1-|2-"))],
    ids=["small", "full", "one section", "long and empty words", "no level"],
)  # fmt: skip
def test_no_text_leaves_the_page_or_stands_on_another(table):
    ax = threads_map(table, scale=SCALE | {"e": LONG})
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))


def test_a_number_fits_into_its_square():
    ax = threads_map(table_of(rows_of("x", "1c 123456c|2d")))
    wide = squares(ax)[0].get_window_extent().width
    assert max(box.width for text, box in text_boxes(ax) if text in numbers(ax)) < wide


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    ax = Figure().subplots()
    assert threads_map(SMALL, ax=ax) is ax
    assert len(squares(ax)) == 9
    assert len(threads_map(SMALL).get_figure().axes) == 1


def test_every_text_can_be_read_from_the_back_of_the_room_with_a_whole_framework_s_themes():
    said = al.open_assessment(shipped("data") / "collaboration-2026")
    assert smallest(threads_map(threads_grid(said, threads(said)))) >= 11


def test_no_theme_is_said_in_words():
    ax = threads_map(SMALL.head(0))
    assert [text.get_text() for text in ax.findobj(Text) if text.get_text()] == [
        "No theme runs through what was asked."
    ]


def test_the_map_in_sentences():
    assert threads_map_text(SMALL) == (
        "A map of 3 themes across 3 sections. Theme x is a golden thread: 1, 2 and 3 at the top of the scale. "
        "Theme y is near a fault line: one item short. Without a level: 6."
    )
    assert threads_map_text(SMALL[SMALL["theme"] == "z"]) == (
        "A map of 1 theme across 3 sections. No golden thread and no fault line was found."
    )
    both = table_of(rows_of("x", "1d|2b|10-", found="golden thread and fault line"))
    assert threads_map_text(both) == (
        "A map of 1 theme across 3 sections. Theme x is a golden thread: 1 at the top of the scale. "
        "Theme x is a fault line: 2 at the bottom of the scale. Without a level: 10."
    )
