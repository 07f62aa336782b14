"""One section at a time: who rated what, how far the members spread, how often each level was given."""

from contextlib import suppress

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Assessment
from assesslib.widgets import page
from assesslib.widgets.filters import Filters, named
from assesslib.widgets.views.lists import apart
from assesslib.widgets.views.view import NOBODY, View, in_words

ORDERS = [("as printed", "framework"), ("widest differences first", "disparity")]
AS_COUNTS = "How often each level was given"


class SectionView(View):
    """One section at a time: who rated what, and how far the members spread."""

    def __init__(self, filters: Filters):
        self._section = w.Dropdown()
        self._order = w.ToggleButtons(description="Order", options=ORDERS, style={"button_width": "190px"})
        super().__init__(filters, self._section, self._order)
        self._order.observe(self._draw, "value")

    @property
    def table(self) -> pd.DataFrame:
        said, items = self.assessment.ratings, self.assessment.framework.table()
        where, order, chosen = self._section.value, self._order.value, self.filters
        if chosen.anonymity == "named":
            return tables.section_grid(said, items, self.assessment.members, where, sort=order)
        return tables.group_grid(said, items, where, chosen.by, anonymity=chosen.anonymity, sort=order)

    def refresh(self, _=None) -> None:
        self._section = _list_of_sections(self.filters.assessment)
        if self.filters.section:
            self._section.value = self.filters.section
        self._section.observe(self._draw, "value")
        self.children = [self._section, *self.children[1:]]
        self._show_controls(bool(self.filters.assessment) and self._anybody_rated())
        self._draw()

    def _anybody_rated(self) -> bool:
        with suppress(OSError):
            return not self.assessment.ratings.empty
        return False

    def _show_controls(self, wanted: bool) -> None:
        self._order.layout.display = None if wanted else "none"
        self._section.layout.display = None if wanted and not self.filters.section else "none"

    def _draw(self, _=None) -> None:
        super().refresh()

    def show(self) -> str:
        assessment, grid = self.assessment, self.table
        if grid.empty:
            return page.paragraph(NOBODY, "notice")
        scale, spread = assessment.framework.scale, apart(assessment)
        here = spread[spread["section"] == self._section.value]
        words = in_words(here)
        return "".join([
            "<h4>Who rated what</h4>", page.picture(charts.section_heatmap(grid, scale=scale), words),
            "<h4>How far the members spread</h4>", page.picture(charts.disparity_spread(here, scale=scale), words),
            page.unfolding(AS_COUNTS, page.picture(charts.level_distribution(here, scale=scale), words)),
        ])  # fmt: skip


def _list_of_sections(assessment: Assessment | None) -> w.Dropdown:
    sections = assessment.framework.sections if assessment else ()
    rated = [(named(section), section.id) for section in sections if section.rated]
    return w.Dropdown(description="Section", options=rated, layout=w.Layout(width="720px"))
