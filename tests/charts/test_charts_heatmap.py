"""The grid of letters, read back from what was drawn."""

from functools import cache

import numpy as np
import pytest
from contrasts import contrast
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from zoo import CSIT, NAMES, ZOO, Animal

from assesslib.charts import section_heatmap
from assesslib.charts._style import PAPER, ramp
from assesslib.faults import shorten
from assesslib.tables import section_grid
from assesslib.tables.grid import group_grid

STATES = {
    "blank": "no answer",
    "dont_know": "don’t know",
    "not_applicable": "not applicable",
    "split": "split, a level for each side",
}
# A font that lacks a script draws boxes in its place, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:Glyph .* missing from font")
ANIMALS = [name for name in NAMES if name != "no ratings at all"]


@cache
def drawn(name):
    animal = ZOO[name]
    table = section_grid(animal.ratings, animal.framework.table(), animal.members, animal.section)
    return table, section_heatmap(table, scale=animal.framework.scale)


def in_order(texts, across=0):
    return [text.get_text() for text in sorted(texts, key=lambda text: text.get_position()[across])]


def rows_of(ax):
    """The marks of the cells as they stand: from the top line to the bottom one, from left to right."""
    cells = [text for text in ax.texts if text.get_ha() == "center"]
    lines = sorted({text.get_position()[1] for text in cells})
    return [in_order(text for text in cells if text.get_position()[1] == line) for line in lines]


def expected_rows(table):
    return [list(cells["mark"]) for _, cells in table.groupby("item", sort=False)]


@pytest.mark.parametrize("name", ANIMALS)
def test_every_cell_shows_its_mark_in_its_place(name):
    table, ax = drawn(name)
    assert rows_of(ax) == expected_rows(table)
    assert ax.yaxis_inverted()


@pytest.mark.parametrize("name", ANIMALS)
def test_every_cell_has_the_colour_of_its_level_and_every_other_answer_a_hatch_of_its_own(name):
    table, ax = drawn(name)
    cells = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    colours = ramp(ZOO[name].framework.codes)
    by_place = {(round(cell.get_x()), cell.get_y()): cell for cell in cells}
    columns = {member: place for place, member in enumerate(table["member"].unique())}
    tops = dict(zip(table["item"].unique(), sorted({top for _, top in by_place}), strict=True))
    assert len(cells) == len(by_place) == len(table)
    for row in table.itertuples():
        cell = by_place[columns[row.member], tops[row.item]]
        assert to_hex(cell.get_facecolor()) == colours.get(row.level, PAPER)
        assert bool(cell.get_hatch()) == (row.state not in ("rated", "blank"))


def test_no_two_states_have_the_same_hatch():
    table, ax = drawn("every state at once")
    hatches = dict(zip(table["state"], [patch.get_hatch() for patch in ax.patches], strict=True))
    assert len(set(hatches.values())) == len(hatches) == 5


@pytest.mark.parametrize("name", ANIMALS)
def test_every_line_says_what_was_asked_and_how_many_rated(name):
    table, ax = drawn(name)
    said = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    asked = table[["item", "text"]].drop_duplicates()
    assert said == [" ".join(f"{row.item} {row.text}".split()) for row in asked.itertuples()]
    counted = [text for text in ax.texts if text.get_text().endswith(" rated")]
    rated = (table["state"] == "rated").groupby(table["item"], sort=False).sum()
    assert [text.get_text() for text in sorted(counted, key=lambda text: text.xy[1])] == [f"{n} rated" for n in rated]


@pytest.mark.parametrize("name", ANIMALS)
def test_members_stand_above_in_the_table_s_order_and_organisations_below(name):
    table, ax = drawn(name)
    people = table[["member", "label", "organisation"]].drop_duplicates()
    assert [label.get_text() for label in ax.get_xticklabels()] == [shorten(name, 32) for name in people["label"]]
    below = [text for text in ax.texts if text.get_ha() == "right"]
    organisations = [shorten(name, 44) for name in sorted(set(people["organisation"]))]
    assert [text.get_text() for text in sorted(below, key=lambda text: text.xy[0])] == organisations


@pytest.mark.parametrize("name", ANIMALS)
def test_the_key_explains_the_whole_scale_in_words_and_the_states_that_occur(name):
    table, ax = drawn(name)
    levels = [f"{code} – {label}" for code, label in ZOO[name].framework.scale.items()]
    occur = [words for state, words in STATES.items() if state in set(table["state"])]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [*levels, *occur]
    swatches = [to_hex(patch.get_facecolor()) for patch in ax.get_legend().get_patches()]
    assert swatches[: len(levels)] == list(ramp(ZOO[name].framework.codes).values())


@pytest.mark.parametrize("name", ANIMALS)
def test_a_text_is_shown_as_it_is_written_and_never_as_a_formula(name):
    _, ax = drawn(name)
    assert not any(text.get_parse_math() for text in ax.findobj(Text))


def test_without_words_for_the_scale_the_codes_stand_alone():
    table, _ = drawn("unanimous")
    texts = [text.get_text() for text in section_heatmap(table).get_legend().get_texts()]
    assert texts == ["a", "b", "c", "d", "e", "no answer"]


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    table, own = drawn("unanimous")
    ax = Figure().subplots()
    assert section_heatmap(table, ax=ax) is ax
    assert rows_of(ax) == rows_of(own)
    assert len(own.get_figure().axes) == 1


def test_the_table_s_order_is_the_picture_s():
    animal = ZOO["two camps"]
    table = section_grid(animal.ratings, CSIT.table(), animal.members, "preparing", sort="disparity")
    ax = section_heatmap(table.iloc[::-1])
    assert [label.get_text().split()[0] for label in ax.get_yticklabels()] == ["5", "4", "3", "2", "1"]
    assert rows_of(ax)[-1] == ["e", "e", "a", "e", "a", "a"]


@pytest.mark.parametrize("name", ["every state at once", "awkward names", "four levels"])
def test_no_mark_is_drawn_outside_its_cell(name):
    _, ax = drawn(name)
    width = np.array([cell.get_width() for cell in ax.patches]) * ax.transData.get_matrix()[0, 0]
    renderer = FigureCanvasAgg(ax.get_figure()).get_renderer()
    marks = [text.get_window_extent(renderer).width for text in ax.texts if text.get_ha() == "center"]
    assert max(marks) < width.min()
    assert not [one for one in ax.collections if isinstance(one, PathCollection)]


def test_a_mark_on_a_hatch_stands_on_paper_and_every_cell_and_swatch_has_an_edge_that_can_be_seen():
    table, ax = drawn("every state at once")
    marks = {text.get_text(): text.get_bbox_patch() for text in ax.texts if text.get_ha() == "center"}
    assert {mark for mark, back in marks.items() if back} == {"?", "–", "a/e"}
    assert {to_hex(back.get_facecolor()) for back in marks.values() if back} == {PAPER}
    edges = {to_hex(patch.get_edgecolor()) for patch in [*ax.patches, *ax.get_legend().get_patches()]}
    assert [contrast(edge, PAPER) >= 3 for edge in edges] == [True]


def test_no_ratings_at_all_are_said_in_words():
    assert [text.get_text() for text in drawn("no ratings at all")[1].texts] == ["Nobody has rated this yet."]


CAMPS = Animal({"1": "abacad", "2": "eeeddd", "3": "b.b.b.", "4": "aedbba"})


def grouped(by="organisation", animal=CAMPS):
    table = group_grid(animal.ratings, animal.framework.table(), animal.section, by)
    return table, section_heatmap(table, scale=animal.framework.scale)


def halves(ax, line):
    """What stands in the cells of one line: where each begins, its colour, its hatch and how wide it is."""
    tops = sorted({round(cell.get_y(), 6) for cell in ax.patches})
    cells = [cell for cell in ax.patches if round(cell.get_y(), 6) == tops[line]]
    return [
        (round(cell.get_x(), 2), to_hex(cell.get_facecolor()), cell.get_hatch(), round(cell.get_width(), 2))
        for cell in sorted(cells, key=lambda cell: cell.get_x())
    ]


def test_a_group_whose_medians_differ_has_both_a_half_and_any_other_one_whole():
    colours = ramp("abcde")
    ax = grouped("role")[1]
    assert halves(ax, 0) == [(0.03, colours["a"], None, 0.47), (0.5, colours["b"], None, 0.47)]
    assert halves(ax, 1) == [(0.03, colours["d"], None, 0.47), (0.5, colours["e"], None, 0.47)]
    assert halves(ax, 2) == [(0.03, colours["b"], None, 0.94)]


def test_a_group_that_is_not_shown_has_a_hatch_and_a_word_in_the_key():
    ax = grouped()[1]
    assert halves(ax, 2) == [(0.03, ramp("abcde")["b"], None, 0.94), (1.03, PAPER, "xxx", 0.94)]
    assert ax.get_legend().get_texts()[-1].get_text() == "not shown, as it could give away who said what"
    assert ax.get_legend().get_patches()[-1].get_hatch() == "xxx"


def test_every_group_s_cell_has_its_letters_with_who_rated_below_them():
    _, ax = grouped()
    assert [label.get_text() for label in ax.get_xticklabels()] == ["The $Trust$ & Co", "Århus Council"]
    lines = [marks for marks in rows_of(ax) if any(marks)]
    assert lines == [
        ["a", "c"], ["3 rated", "3 rated"], ["e", "d"], ["3 rated", "3 rated"],
        ["b", ""], ["3 rated"], ["b", "b"], ["3 rated", "3 rated"],
    ]  # fmt: skip
    assert not [text for text in ax.texts if text.get_ha() == "left"]


def test_where_everyone_is_one_column_what_nobody_rated_is_told():
    _, ax = grouped("", Animal({"1": "ab", "2": ".."}))
    assert [label.get_text() for label in ax.get_xticklabels()] == ["everyone"]
    assert rows_of(ax)[:3] == [["a", "b"], ["2 rated"], [""]]
    assert ax.get_legend().get_texts()[-1].get_text() == "rated by nobody"


def test_the_hatch_of_what_is_not_shown_is_no_other_one():
    assert "xxx" not in {patch.get_hatch() for patch in drawn("every state at once")[1].patches}
