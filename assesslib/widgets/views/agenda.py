"""The review meeting's order of talk: what to talk about, for how long, who might begin, and why."""

from collections.abc import Mapping

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.tables.agenda import shared_out
from assesslib.tables.anonymity import LEAST
from assesslib.widgets import page
from assesslib.widgets.controls import show_if
from assesslib.widgets.filters import Filters
from assesslib.widgets.views.view import View
from assesslib.words import capital, count

MINUTES, ITEMS = 60, 8
MOST = 600
"""Minutes that a meeting takes at most."""
HIDDEN = "Who might open the talk is not proposed where names are hidden: ask who would like to begin."
NOTHING = (
    "Members differ on no {term} here, and nothing was agreed away from what they had said: take the form’s order."
)
TOO_FEW = "Fewer than three rated any {term} here, and nothing was left without a consensus: take the form’s order."
SHORT = "There are fewer minutes than {terms} to talk about: some have none. Give more minutes, or take fewer of these."
UNRESOLVED = "left without a consensus"


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
        """What is talked about, in order, with its ``reasons``; of ratings by fewer than three nothing is said."""
        every, gaps = self._agenda(), self._gaps()
        told = every["n"] >= LEAST
        talked = {*every.loc[told & (every["iov"] > 0), "item"].head(self._items.value), *gaps}
        found = pd.concat([every[told], every[~told].assign(iov=0.0, opener_low="", opener_high="")])
        found = found[found["item"].isin(list(talked))]
        return found.assign(minutes=_minutes(found["iov"], self._minutes.value),
                            reasons=[_reasons(row, gaps.get(row.item, "")) for row in found.itertuples()])  # fmt: skip

    def _agenda(self) -> pd.DataFrame:
        said, chosen = self.assessment, self.filters
        return tables.agenda(said.ratings, said.framework, said.members, section=chosen.section,
                             anonymity=chosen.anonymity)  # fmt: skip

    def _gaps(self) -> dict[str, str]:
        """In words, by item: what was left open, and what was agreed away from what three or more had said alone."""
        gaps = tables.consensus_gap(self.assessment, anonymity=self.filters.anonymity)
        shown = gaps[(gaps["state"] == "unresolved") | ((gaps["gap"] != "") & (gaps["n"] >= LEAST))]
        return {row["item"]: _gap_in_words(row) for row in shown.to_dict("records")}

    def show(self) -> str:
        notice = self.nobody("no order of talk can be proposed")
        show_if(not notice, self._boxes)
        return notice or self._order() + self.withheld()

    def _order(self) -> str:
        shown, term = self.table, self.assessment.framework.term
        if shown.empty:
            compared = (self._agenda()["n"] >= LEAST).any()
            return page.paragraph((NOTHING if compared else TOO_FEW).format(term=term()))
        openers = shown[["opener_low", "opener_high"]].agg(lambda row: "; ".join(filter(None, row)), axis=1)
        headings = {"item": "No.", "text": term().capitalize(), "minutes": "Minutes", "reasons": "Why",
                    "openers": "Who might begin"}  # fmt: skip
        if hidden := not openers.any():
            del headings["openers"]
        caption = f"{count(len(shown), term(), term(2))} for {count(self._minutes.value, 'minute')}, in this order"
        listed = page.table(shown.assign(openers=openers), headings, caption, wide=("text", "reasons", "openers"))
        short = page.paragraph(SHORT.format(terms=term(2))) if (shown["minutes"] == 0).any() else ""
        return listed + short + (page.paragraph(HIDDEN) if hidden and self.filters.anonymity != "named" else "")


def _minutes(iov: pd.Series, minutes: int) -> list[int]:
    """The minutes for each item listed: more for wider differences; where there are none, as for the narrowest here.

    Examples
    --------
    >>> _minutes(pd.Series([0.5, 0.25, 0.0]), 60), _minutes(pd.Series([0.0, 0.0]), 60)
    ([30, 15, 15], [30, 30])
    """
    wide = iov[iov > 0]
    return shared_out(iov.where(iov > 0, wide.min() if len(wide) else 1.0), minutes)


def _gap_in_words(row: Mapping[str, object]) -> str:
    if row["state"] == "unresolved":
        return UNRESOLVED
    return row["gap"] if pd.isna(row["agreed"]) else f"agreed at {row['agreed']}, {row['gap']}"


def _reasons(row, gap: str) -> str:
    """Why an item is talked about, in words: its shape and counts, where enough rated it, and what was agreed."""
    said = [f"{row.shape}: {row.counts}"] * (row.n >= LEAST) + [gap] * bool(gap)
    return f"{capital('; '.join(said))}."
