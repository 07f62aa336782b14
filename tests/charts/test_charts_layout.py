"""Nothing is cut off and nothing stands on anything else, whoever rated what and whatever they are called."""

from functools import cache
from itertools import combinations

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from text_boxes import smallest
from zoo import NAMES, ZOO, Animal

from assesslib.charts import disparity_spread, section_heatmap
from assesslib.charts.consensus_against import consensus_against
from assesslib.charts.divides_dots import divides_dots
from assesslib.charts.level_distribution import level_distribution
from assesslib.tables import disparity, section_grid, spread
from assesslib.tables.anonymity import group_counts
from assesslib.tables.divide_words import divide_groups
from assesslib.tables.divides import divides
from assesslib.tables.grid import group_grid

WRITTEN = "ignore:Glyph"


def heatmap(animal):
    grid = section_grid(animal.ratings, animal.framework.table(), animal.members, animal.section)
    return section_heatmap(grid, scale=animal.framework.scale)


def groups(animal):
    grid = group_grid(animal.ratings, animal.framework.table(), animal.section, "organisation")
    return section_heatmap(grid, scale=animal.framework.scale)


def spread_of(animal):
    return spread(disparity(animal.ratings), animal.framework.table())


def dots(animal):
    return disparity_spread(spread_of(animal), scale=animal.framework.scale)


def bars(animal):
    return level_distribution(spread_of(animal), scale=animal.framework.scale)


def bars_from_a_cut(animal):
    return level_distribution(spread_of(animal), cut=animal.framework.codes[1], scale=animal.framework.scale)


def who_stands_where(animal):
    table = animal.framework.table()
    found = divides(animal.ratings, least=1, shuffles=1)
    said = divide_groups(found, group_counts(animal.ratings, "organisation", least=1), table)
    long = {"The $Trust$ & Co": "The $Trust$ & Co of " + "N" * 200}
    return divides_dots(said.replace({"group": long}), scale=animal.framework.scale)


def decided(animal):
    table, first = spread_of(animal), animal.framework.codes[0]
    turns = [
        (first, "rated", "outside every rating", "N" * 200),
        (None, "unresolved", "unresolved", ""),
        (None, "not_applicable", "", ""),
        (None, "split", "", ""),
        (first, "rated", "", ""),
    ]
    told = [turns[place % len(turns)] for place in range(len(table))]
    agreed = pd.DataFrame(told, columns=["agreed", "state", "gap", "alone"])
    both = table.join(agreed.astype({"agreed": table["low"].dtype}))
    return consensus_against(both, scale=animal.framework.scale)


LEAST = 11
"""Points of a text that can be read from the back of a room."""
EVERY_CHART = [heatmap, groups, dots, bars, bars_from_a_cut, who_stands_where, decided]


@cache
def boxes(draw, name):
    """Every text that is shown on a chart of an animal, whether it is level, and what it takes; and the page."""
    figure = draw(ZOO[name]).get_figure()
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    placed = [(text.get_text(), not text.get_rotation(), text.get_window_extent(renderer)) for text in texts]
    return placed, figure.bbox.frozen()


def beyond(box, page):
    """How many pixels a rectangle sticks out of the page."""
    return max(page.x0 - box.x0, page.y0 - box.y0, box.x1 - page.x1, box.y1 - page.y1)


def overlap(one, other):
    """How many pixels two rectangles share, in each direction; the lesser of the two."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return min(across, down)


@pytest.mark.filterwarnings(WRITTEN)
@pytest.mark.parametrize("draw", EVERY_CHART)
@pytest.mark.parametrize("name", NAMES)
def test_every_text_lies_on_the_page(name, draw):
    texts, page = boxes(draw, name)
    assert [text for text, _, box in texts if beyond(box, page) > 1] == []


@pytest.mark.filterwarnings(WRITTEN)
@pytest.mark.parametrize("draw", EVERY_CHART)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_stands_on_another(name, draw):
    texts, _ = boxes(draw, name)
    level = [(text, box) for text, is_level, box in texts if is_level]
    assert [(a, b) for (a, one), (b, other) in combinations(level, 2) if overlap(one, other) > 2] == []


@pytest.mark.filterwarnings(WRITTEN)
@pytest.mark.parametrize("draw", EVERY_CHART)
@pytest.mark.parametrize("name", ["twenty members", "awkward names", "four levels", "all blank", "every state at once"])
def test_every_text_can_be_read_from_the_back_of_the_room_on_a_page_of_the_notebooks(name, draw):
    assert smallest(draw(ZOO[name])) >= LEAST


@pytest.mark.parametrize("wide", [4, 12, 20])
def test_a_grid_of_many_members_with_long_names_needs_no_smaller_page(wide):
    names = tuple(f"Aleksandra Konstantinopoulou {place}" for place in range(wide))
    assert smallest(heatmap(Animal({"1": ("abcde?." * 3)[:wide]}, names=names))) >= LEAST
