"""One section at a time: who rated what, how far the members spread, how often each level was given."""

from contextlib import suppress

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Assessment
from assesslib.charts import alt_text_answers as alt
from assesslib.ratings import of_today
from assesslib.widgets import page
from assesslib.widgets.controls import show_if
from assesslib.widgets.filters import Filters
from assesslib.widgets.shared_filters import named
from assesslib.widgets.views.lists import apart
from assesslib.widgets.views.view import View, in_section

ORDERS = [("as printed", "framework"), ("widest differences first", "disparity")]
AS_COUNTS = "How often each level was given"
WHO = {"named": "Who rated what", "pooled": "Where the middle of everybody’s ratings lies"}
GROUPS = "Where the middle of each group’s ratings lies"


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
        by = "" if chosen.lacking() else chosen.by
        return tables.group_grid(said, items, where, by, anonymity=chosen.anonymity, sort=order)

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
            return not of_today(self.assessment.ratings).empty
        return False

    def _show_controls(self, wanted: bool) -> None:
        show_if(wanted, self._order)
        show_if(wanted and not self.filters.section, self._section)

    def _draw(self, _=None) -> None:
        super().refresh()

    def show(self) -> str:
        where = self._section.value
        notice = self.nobody("there is no spread to show", where)
        return notice or self._who() + self._spread(in_section(self._apart(), where)) + self.withheld(where)

    def _apart(self) -> pd.DataFrame:
        return apart(self.assessment, self.filters.anonymity)

    def _who(self) -> str:
        grid, tier = self.table, self.filters.anonymity
        lacking = "" if tier == "named" else self.filters.lacking()
        heading = WHO["pooled"] if lacking else WHO.get(tier, GROUPS)
        scale = self.assessment.framework.scale
        heatmap = charts.section_heatmap(grid, scale=scale, anonymity=tier, by=self.filters.by)
        drawn = page.picture(heatmap, alt.section_heatmap_text(grid))
        return f"<h4>{heading}</h4>{page.paragraph(lacking) if lacking else ''}{drawn}"

    def _spread(self, here: pd.DataFrame) -> str:
        if here.empty:
            return ""
        tier, scale = self.filters.anonymity, self.assessment.framework.scale
        spread = charts.disparity_spread(here, scale=scale, anonymity=tier)
        levels = charts.level_distribution(here, scale=scale, anonymity=tier)
        unfolded = page.unfolding(AS_COUNTS, page.picture(levels, alt.level_distribution_text(here)))
        drawn = page.picture(spread, alt.disparity_spread_text(here))
        return f"<h4>How far the members spread</h4>{drawn}{unfolded}"


def _list_of_sections(assessment: Assessment | None) -> w.Dropdown:
    sections = assessment.framework.sections if assessment else ()
    rated = [(named(section), section.id) for section in sections if section.rated]
    return w.Dropdown(description="Section", options=rated, layout=w.Layout(width="720px"))
