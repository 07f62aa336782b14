"""Nothing is cut off and nothing stands on anything else, whoever rated what and whatever they are called."""

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from zoo import NAMES, ZOO

from assesslib.charts import disparity_spread, section_heatmap
from assesslib.tables import disparity, section_grid, spread

WRITTEN = "ignore:Glyph"


def heatmap(animal):
    grid = section_grid(animal.ratings, animal.framework.table(), animal.members, animal.section)
    return section_heatmap(grid, scale=animal.framework.scale)


def dots(animal):
    return disparity_spread(spread(disparity(animal.ratings), animal.framework.table()), scale=animal.framework.scale)


def boxes(ax):
    """Every text that is shown with the rectangle it takes, and the page."""
    renderer = FigureCanvasAgg(ax.get_figure()).get_renderer()
    ax.get_figure().draw(renderer)
    texts = [text for text in ax.get_figure().findobj(Text) if text.get_text().strip() and text.get_visible()]
    return [(text, text.get_window_extent(renderer)) for text in texts], ax.get_figure().bbox


def beyond(box, page):
    """How many pixels a rectangle sticks out of the page."""
    return max(page.x0 - box.x0, page.y0 - box.y0, box.x1 - page.x1, box.y1 - page.y1)


def overlap(one, other):
    """How many pixels two rectangles share, in each direction; the lesser of the two."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return min(across, down)


@pytest.mark.filterwarnings(WRITTEN)
@pytest.mark.parametrize("draw", [heatmap, dots])
@pytest.mark.parametrize("name", NAMES)
def test_every_text_lies_on_the_page(name, draw):
    texts, page = boxes(draw(ZOO[name]))
    assert [text.get_text() for text, box in texts if beyond(box, page) > 1] == []


@pytest.mark.filterwarnings(WRITTEN)
@pytest.mark.parametrize("draw", [heatmap, dots])
@pytest.mark.parametrize("name", NAMES)
def test_no_text_stands_on_another(name, draw):
    texts, _ = boxes(draw(ZOO[name]))
    level = [(text.get_text(), box) for text, box in texts if not text.get_rotation()]
    assert [(a, b) for (a, one), (b, other) in combinations(level, 2) if overlap(one, other) > 2] == []
