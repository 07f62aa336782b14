"""The review meeting's order of talk: what to talk about, for how long, who might begin, and why."""

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.tables.findings.finding import count
from assesslib.widgets import page
from assesslib.widgets.filters import Filters
from assesslib.widgets.views.view import View

MINUTES, ITEMS = 60, 8
MOST = 600
"""Minutes that a meeting takes at most."""
HIDDEN = "Who might open the talk is not proposed where names are hidden: ask who would like to begin."
NOTHING = (
    "Members differ on no {term} here, and nothing was agreed away from what they had said: take the form’s order."
)
TOO_FEW = "Too few rated for an order of talk."


class AgendaView(View):
    """The widest differences, and whatever was agreed away from what members had said alone, each with its minutes."""

    def __init__(self, filters: Filters):
        narrow = {"layout": w.Layout(width="220px"), "style": {"description_width": "140px"}}
        self._minutes = w.BoundedIntText(MINUTES, min=1, max=MOST, description="Minutes in all", **narrow)
        self._items = w.BoundedIntText(ITEMS, min=1, max=MOST, description="Widest differences", **narrow)
        self._boxes = w.HBox([self._minutes, self._items])
        super().__init__(filters, self._boxes)
        for box in (self._minutes, self._items):
            box.observe(self.refresh, "value")

    @property
    def table(self) -> pd.DataFrame:
        """What is talked about, in order, with its ``reasons``."""
        every, gaps = self._agenda(), self._gaps()
        talked = {*every.loc[every["iov"] > 0, "item"].head(self._items.value), *gaps}
        settled = tuple(item for item in every["item"] if item not in talked)
        timed = self._agenda(minutes=self._minutes.value, settled=settled)
        found = timed[timed["item"].isin(list(talked))]
        return found.assign(reasons=[_reasons(row, gaps.get(row.item, "")) for row in found.itertuples()])

    def _agenda(self, **more) -> pd.DataFrame:
        said, chosen = self.assessment, self.filters
        return tables.agenda(said.ratings, said.framework, said.members, section=chosen.section,
                             anonymity=chosen.anonymity, **more)  # fmt: skip

    def _gaps(self) -> dict[str, str]:
        """What was agreed away from what members had said alone, by item."""
        gaps = tables.consensus_gap(self.assessment, anonymity=self.filters.anonymity)
        return {row.item: _gap_in_words(row) for row in gaps[(gaps["gap"] != "") & (gaps["n"] > 0)].itertuples()}

    def show(self) -> str:
        notice = self.nobody("no order of talk can be proposed")
        self._boxes.layout.display = "none" if notice else None
        return notice or self._order() + self.withheld()

    def _order(self) -> str:
        shown, term = self.table, self.assessment.framework.term
        if shown.empty:
            compared = (self._agenda()["n"] > 1).any()
            return page.paragraph(NOTHING.format(term=term()) if compared else TOO_FEW)
        openers = shown[["opener_low", "opener_high"]].agg(lambda row: "; ".join(filter(None, row)), axis=1)
        headings = {"item": "No.", "text": term().capitalize(), "minutes": "Minutes", "reasons": "Why",
                    "openers": "Who might begin"}  # fmt: skip
        if hidden := not openers.any():
            del headings["openers"]
        caption = f"{count(len(shown), term(), term(2))} for {count(self._minutes.value, 'minute')}, in this order"
        listed = page.table(shown.assign(openers=openers), headings, caption, wide=("text", "reasons", "openers"))
        return listed + (page.paragraph(HIDDEN) if hidden and self.filters.anonymity != "named" else "")


def _gap_in_words(row) -> str:
    return "left without a consensus" if row.gap == "unresolved" else f"agreed at {row.agreed}, {row.gap}"


def _reasons(row, gap: str) -> str:
    """Why an item is talked about, in words: its shape and counts, and what was agreed."""
    said = f"{row.shape}: {row.counts}".capitalize()
    return f"{said}; {gap}." if gap else f"{said}."
