"""Pictures of change: where each item stood, who moved from where to where, and how far members stood apart."""

from html import escape

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text_change as alt
from assesslib.tables.change.pair import COMPARED
from assesslib.widgets import page
from assesslib.widgets.shared_filters import named
from assesslib.widgets.views.view import View
from assesslib.widgets.years.filters import YearsFilters, spoken
from assesslib.words import capital, date_given

ORDERS = [("in the form’s order", "section"), ("by movement", "movement")]
MOST = 10
"""How many items are drawn at once, those first on which members came together or apart most."""
NOTHING_SHOWN = "Too few rated anything here for it to be shown without names."
NO_FLOW = "Nobody rated this in both years."
NOT_COMPARED = "The two years do not ask this alike, so nobody’s move can be told."
NOT_SHOWN = "Not shown without names: too few rated this, or too few in one of the years only, who could be worked out."


class ChangeView(View):
    """Every item with its medians in each year, a picture a section."""

    def __init__(self, filters: YearsFilters):
        self._order = w.ToggleButtons(description="Order", options=ORDERS, style={"button_width": "160px"})
        super().__init__(filters, self._order)
        self._order.observe(self.refresh, "value")

    @property
    def table(self) -> pd.DataFrame:
        found = tables.points(self.filters.years, anonymity=self.filters.anonymity)
        return self.of_section(found.merge(self.filters.change()[["item", "word"]], on="item", how="left"))

    def show(self) -> str:
        found, sections = self.table, self.assessment.framework.sections
        if found.empty:
            return page.paragraph(NOTHING_SHOWN, "notice")
        pictures = [self._picture(found[found["section"] == one.id], named(one)) for one in sections if one.rated]
        when = page.paragraph(f"The word at the right compares {spoken(self.filters.pair)}.")
        return when + "".join(pictures)

    def _picture(self, found: pd.DataFrame, title: str) -> str:
        if found.empty:
            return ""
        chart = charts.change_dots(found, order=self._order.value, scale=self.assessment.framework.scale,
                                   anonymity=self.filters.anonymity)  # fmt: skip
        return f"<h4>{escape(title)}</h4>" + page.picture(chart, alt.change_dots_text(found))


class FlowView(View):
    """Who moved from where to where on one item."""

    def __init__(self, filters: YearsFilters):
        self._item = w.Dropdown(description="Item", layout=w.Layout(width="720px"))
        self._item.observe(self._drawn, "value")
        super().__init__(filters, self._item)

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(tables.flows(*self.filters.pair, anonymity=self.filters.anonymity))

    def show(self) -> str:
        self._item.unobserve(self._drawn, "value")
        kept, options = self._item.value, self._options()
        self._item.options = options
        self._item.value = kept if kept in [item for _, item in options] else next((item for _, item in options), None)
        self._item.observe(self._drawn, "value")
        return self._picture()

    def _drawn(self, _=None) -> None:
        self._page.value = page.safely(self._picture)

    def _options(self) -> list[tuple[str, str]]:
        """The items to choose from, those that moved most first."""
        moved = self.of_section(self.filters.change())
        term = capital(self.assessment.framework.item_term)
        order = moved.assign(far=(moved["up"] - moved["down"]).abs()).sort_values("far", ascending=False, kind="stable")
        return [(f"{term} {row.item}: {row.text}"[:110], row.item) for row in order.itertuples() if row.item]

    def _picture(self) -> str:
        found = self.table
        shown = found[found["item"] == self._item.value]
        if shown.empty:
            return page.paragraph(self._why_not(), "notice")
        worded = shown.merge(self.filters.change()[["item", "text"]], on="item")
        days = [date_given(one.date) for one in self.filters.pair]
        chart = charts.level_flow(worded, labels=days, scale=self.assessment.framework.scale,
                                  anonymity=self.filters.anonymity)  # fmt: skip
        return page.picture(chart, alt.level_flow_text(worded)) + self._through_all()

    def _through_all(self) -> str:
        """The same item through every year that was chosen, where those are more than two."""
        years = self.filters.years
        found = tables.flows_over(years, anonymity=self.filters.anonymity) if len(years) > 2 else pd.DataFrame()
        if found.empty or not (shown := found[found["item"] == self._item.value]).shape[0]:
            return ""
        worded = shown.merge(self.filters.change()[["item", "text"]], on="item")
        days = [date_given(one.date) for one in years]
        chart = charts.level_flow(worded, labels=days, scale=self.assessment.framework.scale,
                                  anonymity=self.filters.anonymity)  # fmt: skip
        return page.unfolding("Through all the years chosen", page.picture(chart, alt.level_flow_text(worded)))


    def _why_not(self) -> str:
        row = self.filters.change().query("item == @self._item.value").iloc[0]
        if row["kind"] not in COMPARED:
            return NOT_COMPARED
        return NO_FLOW if row["n_both"] == 0 or self.filters.anonymity == "named" else NOT_SHOWN


class ApartView(View):
    """How far members stood apart then and now."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(self.filters.change())

    def show(self) -> str:
        found = self.table
        moved = (found["gap_after"] - found["gap_before"]).abs().sort_values(ascending=False, kind="stable").index
        first, rest = found.loc[moved[:MOST]], found.loc[moved[MOST:]]
        return self._picture(first) + (page.unfolding("The others", self._picture(rest)) if len(rest) else "")

    def _picture(self, found: pd.DataFrame) -> str:
        days = [date_given(one.date) for one in self.filters.pair]
        chart = charts.disparity_then_now(found, order="movement", labels=days, anonymity=self.filters.anonymity)
        return page.picture(chart, alt.disparity_then_now_text(found, days))
