"""What runs through the results, and what stands behind them: threads and causes."""

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text
from assesslib.widgets import page
from assesslib.widgets.filters import Filters
from assesslib.widgets.views.view import View

BASES = [("what was agreed", "consensus"), ("what members said alone", "medians")]
NO_CAUSES = "No causes are written down yet. The review page has a place for them."
RULE = (
    "A golden thread is a theme with at least three items in at least three sections at the top two levels, and none "
    "at the lowest. A fault line is the mirror. Chance is how often the same comes about when the levels are shuffled "
    "within each section: a prompt for the talk, not a verdict."
)


class ThreadsView(View):
    """Every theme across the sections; golden threads and fault lines first."""

    def __init__(self, filters: Filters):
        self._basis = w.ToggleButtons(description="Look at", options=BASES, style={"button_width": "220px"})
        super().__init__(filters, self._basis)
        self._basis.observe(self.refresh, "value")

    @property
    def table(self) -> pd.DataFrame:
        return tables.threads(self.assessment, basis=self._basis.value)

    def show(self) -> str:
        found, scale = self.table, self.assessment.framework.scale
        grid = tables.threads_grid(self.assessment, found, basis=self._basis.value)
        chart = charts.threads_map(grid, scale=scale)
        return page.paragraph(RULE) + page.picture(chart, alt_text.threads_map_text(grid)) + self._rows(found)

    def _rows(self, found: pd.DataFrame) -> str:
        term = self.assessment.framework.term(2).capitalize()
        rows = found.assign(
            found=[_found(row) for row in found.itertuples()],
            items=found["items"].map(", ".join), against=found["against"].map(", ".join),
            chance=found["chance"].where(found["found"]).map(lambda share: "" if pd.isna(share) else f"{share:.2f}"),
        )  # fmt: skip
        headings = {"title": "Theme", "direction": "Looked at as", "found": "Found", "items": term,
                    "against": "Against it", "levelled": "With a level", "chance": "By chance"}  # fmt: skip
        caption = "Every theme that was looked at, in both directions"
        return page.unfolding("All themes in a table", page.table(rows, headings, caption))


def _found(row) -> str:
    return "yes" if row.found else f"no: {row.near}" if row.near else "no"


class CausesView(View):
    """The few causes behind most areas for improvement, and how the causes hang together."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.causes(self.assessment)

    def show(self) -> str:
        found = self.table
        if found.empty:
            return page.paragraph(NO_CAUSES, "notice")
        without, lost = tables.without_cause(self.assessment), tables.dangling(self.assessment)
        return "".join([
            "<h4>The causes behind most areas first</h4>", self._pareto(found),
            "<h4>What drives what</h4>", page.picture(charts.cause_digraph(found), alt_text.cause_digraph_text(found)),
            self._areas(without, "Areas for improvement without a cause"),
            self._lost(lost),
        ])  # fmt: skip

    def _pareto(self, found: pd.DataFrame) -> str:
        covers = tables.covers(self.assessment)
        return page.picture(charts.cause_pareto(found, covers=covers), alt_text.cause_pareto_text(found, covers))

    def _areas(self, areas: pd.DataFrame, caption: str) -> str:
        term = self.assessment.framework.item_term.capitalize()
        headings = {"id": "Id", "text": "Area for improvement", "item": term}
        return page.table(areas, headings, caption, wide=("text",)) if len(areas) else ""

    def _lost(self, lost: pd.DataFrame) -> str:
        headings = {"id": "Note", "kind": "Kind", "points_at": "Points at, which is not there"}
        return page.table(lost, headings, "Notes that point at something that is not there") if len(lost) else ""
