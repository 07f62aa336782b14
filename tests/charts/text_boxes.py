"""Where the texts of one chart stand: which leave the page, and which stand on each other."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text


def text_boxes(ax):
    """Every text that is shown, with the rectangle it takes in pixels."""
    figure = ax.get_figure()
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    return [(text, text.get_window_extent(renderer)) for text in texts]


def off_the_page(ax):
    """The texts that stick out of the page by more than a pixel."""
    page = ax.get_figure().bbox
    return [
        text.get_text()
        for text, box in text_boxes(ax)
        if max(page.x0 - box.x0, page.y0 - box.y0, box.x1 - page.x1, box.y1 - page.y1) > 1
    ]


def on_each_other(ax):
    """The pairs of texts that share more than two pixels in both directions."""
    pairs = combinations(text_boxes(ax), 2)
    return [(a.get_text(), b.get_text()) for (a, one), (b, other) in pairs if _shared(one, other) > 2]


def _shared(one, other):
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return min(across, down)


def smallest(ax):
    """The size in points of the smallest text that is shown, where a page of 1180 pixels shows the whole chart."""
    wide = ax.get_figure().get_size_inches()[0] * 96
    return min(text.get_fontsize() for text, _ in text_boxes(ax)) * min(1, 1180 / wide)
