"""The grid of letters, read back from what was drawn."""

from functools import cache

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from zoo import CSIT, NAMES, ZOO

from assesslib.charts import section_heatmap
from assesslib.charts._style import PAPER, ramp
from assesslib.faults import shorten
from assesslib.tables import section_grid

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


def test_no_ratings_at_all_are_said_in_words():
    assert [text.get_text() for text in drawn("no ratings at all")[1].texts] == ["Nobody has rated this yet."]
