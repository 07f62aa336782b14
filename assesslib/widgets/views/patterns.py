"""What runs through the results, and what stands behind them: threads and causes."""

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Standing
from assesslib.charts import alt_text
from assesslib.tables import review
from assesslib.widgets import page
from assesslib.widgets.filters import Filters
from assesslib.widgets.views.one_section import causes_of_section
from assesslib.widgets.views.view import View, in_section

BASES = [("what was agreed", "consensus"), ("what members said alone", "medians")]
NO_CAUSES = "No causes are written down yet. The review page has a place for them."
NO_AREAS = "No area for improvement is written down for this section, so there is no cause to look for."
NONE_HERE = "None of the causes that are written down stands behind an area for improvement of this section."
NO_ARROWS = "None of these causes was said to stand behind another."
ONE_SECTION = "Of this section’s areas for improvement alone, with the causes that stand behind any of them."
ACROSS = "A thread runs across sections, so all of them stand here, whichever section is chosen."
NO_THEMES = "No theme is named in this framework, nobody acts in its wording often enough, and no tag was given yet."
NO_LEVELS = {
    "consensus": "Nothing has been agreed yet, so no theme can run through it.",
    "medians": "No ratings of members are there to be shown, so no theme can run through them.",
}
RULE = (
    "A golden thread is a theme with at least three items in at least three sections at the top two levels, and none "
    "at the lowest. A fault line is the opposite: at the bottom two levels, and none at the highest. Chance is how "
    "often the same comes about when the levels are shuffled within each section: a prompt for the talk, not a verdict."
)


class ThreadsView(View):
    """Every theme across the sections; golden threads and fault lines first."""

    def __init__(self, filters: Filters):
        self._basis = w.ToggleButtons(description="Look at", options=BASES, style={"button_width": "220px"})
        super().__init__(filters, self._basis)
        self._basis.observe(self.refresh, "value")

    @property
    def table(self) -> pd.DataFrame:
        return tables.threads(self.assessment, basis=self._basis.value, anonymity=self.filters.anonymity)

    def show(self) -> str:
        found = self.table
        across = page.paragraph(ACROSS) if self.filters.section else ""
        if found.empty:
            return across + page.paragraph(NO_THEMES, "notice")
        if not found["levelled"].any():
            return across + page.paragraph(NO_LEVELS[self._basis.value], "notice")
        return page.paragraph(RULE) + across + self._map(found) + self._withheld() + self._rows(found)

    def _withheld(self) -> str:
        return self.withheld(everywhere=True) if self._basis.value == "medians" else ""

    def _map(self, found: pd.DataFrame) -> str:
        tier, scale = self.filters.anonymity, self.assessment.framework.scale
        grid = tables.threads_grid(self.assessment, found, basis=self._basis.value, anonymity=tier)
        return page.picture(charts.threads_map(grid, scale=scale, anonymity=tier), alt_text.threads_map_text(grid))

    def _rows(self, found: pd.DataFrame) -> str:
        return page.unfolding("All themes in a table", themes_looked_at(found, self.assessment.framework.term(2)))


def themes_looked_at(found: pd.DataFrame, terms: str) -> str:
    """A table of threads, every theme in both directions, with the items that lie at its end and those against it."""
    rows = found.assign(
        found=[_found(row) for row in found.itertuples()],
        items=found["items"].map(", ".join), against=found["against"].map(", ".join),
        chance=found["chance"].where(found["found"]).map(lambda share: "" if pd.isna(share) else f"{share:.2f}"),
    )  # fmt: skip
    headings = {"title": "Theme", "direction": "Looked at as", "found": "Found", "items": terms.capitalize(),
                "against": "Against it", "levelled": "With a level", "chance": "By chance"}  # fmt: skip
    return page.table(rows, headings, "Every theme that was looked at, in both directions")


def _found(row) -> str:
    return "yes" if row.found else f"no: {row.near}" if row.near else "no"


class CausesView(View):
    """The few causes behind most areas for improvement, and how the causes hang together."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.causes(self._looked_at(), anonymity=self.filters.anonymity)

    def _looked_at(self) -> Standing:
        section = self.filters.section
        return causes_of_section(self.assessment, section) if section else self.assessment

    def show(self) -> str:
        noted, section = self.assessment, self.filters.section
        if tables.causes(noted).empty:
            return page.paragraph(NO_CAUSES, "notice")
        if section and in_section(review.areas(noted.notes, noted.framework), section).empty:
            return page.paragraph(NO_AREAS, "notice")
        found = self.table
        told = self._told(found) if len(found) else page.paragraph(NONE_HERE, "notice")
        return (page.paragraph(ONE_SECTION) if section and len(found) else "") + told + self._left()

    def _told(self, found: pd.DataFrame) -> str:
        tier, covers = self.filters.anonymity, tables.covers(self._looked_at())
        pareto = charts.cause_pareto(found, covers=covers, anonymity=tier)
        drawn = page.picture(pareto, alt_text.cause_pareto_text(found, covers))
        return f"<h4>The causes behind most areas first</h4>{drawn}<h4>What drives what</h4>{self._arrows(found)}"

    def _arrows(self, found: pd.DataFrame) -> str:
        if not found["out"].any():
            return page.paragraph(NO_ARROWS)
        digraph = charts.cause_digraph(found, anonymity=self.filters.anonymity)
        return page.picture(digraph, alt_text.cause_digraph_text(found))

    def _left(self) -> str:
        """Areas for improvement without a cause, and notes that point nowhere."""
        return self._areas(tables.without_cause(self._looked_at())) + self._lost(tables.dangling(self.assessment))

    def _areas(self, areas: pd.DataFrame) -> str:
        titles = {section.id: section.title for section in self.assessment.framework.sections}
        rows = areas.assign(section=areas["section"].map(titles).fillna(""))
        headings = {"text": "Area for improvement", "section": "Section",
                    "item": self.assessment.framework.item_term.capitalize()}  # fmt: skip
        told = page.table(rows, headings, "Areas for improvement without a cause", wide=("text", "section"))
        return told if len(areas) else ""

    def _lost(self, lost: pd.DataFrame) -> str:
        headings = {"id": "Note", "kind": "Kind", "points_at": "Points at, which is not there"}
        return page.table(lost, headings, "Notes that point at something that is not there") if len(lost) else ""
