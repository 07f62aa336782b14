"""What changed, in sentences, each of which opens to the rows that stand behind it."""

from html import escape

import pandas as pd

from assesslib import tables
from assesslib.tables.change.sentences import CHANGE_KINDS
from assesslib.widgets import page
from assesslib.widgets.views.view import View

BEHIND = {
    "item": "No.", "text": "Wording", "said_before": "Said then", "said_after": "Said now", "n_both": "In both years",
    "up": "Higher", "same": "Same", "down": "Lower", "agreed_before": "Agreed then", "agreed_after": "Agreed now",
}  # fmt: skip
NOTES = {"kind": "Kind", "text": "Text", "owner": "Who", "due": "By when", "status": "Status"}


class ChangeFindingsView(View):
    """What changed between the two assessments in sentences a person would say."""

    @property
    def table(self) -> pd.DataFrame:
        chosen = self.filters
        found = tables.change_findings(*chosen.pair, chosen.change(), anonymity=chosen.anonymity)
        if not chosen.section:
            return found
        here = {item.id for item in self.assessment.framework.section(chosen.section).items}
        return found[[not items or not here.isdisjoint(items) for items in found["items"]]]

    def show(self) -> str:
        found, parts = self.table, []
        for kind, words in CHANGE_KINDS.items():
            rows = found[found["kind"] == kind].to_dict("records")
            parts += [f"<h4>{escape(words)}</h4>" if rows else "", *(self._finding(row) for row in rows)]
        return "".join(parts)

    def _finding(self, row: dict) -> str:
        rests = f" <span class='rests'>({escape(row['rests_on'])})</span>" if row["rests_on"] else ""
        behind = self._items(row["items"]) + self._notes(row["notes"])
        words = f"{escape(row['words'])}{rests}"
        return page.unfolding(words, behind) if behind else f"<p>{words}</p>"

    def _items(self, items: tuple[str, ...]) -> str:
        change = self.filters.change()
        rows, caption = change[change["item"].isin(items)], "What members rated alone, and what was agreed"
        return page.table(rows, BEHIND, caption, wide=("text",)) if items else ""

    def _notes(self, notes: tuple[str, ...]) -> str:
        both = pd.concat([one.notes for one in self.filters.pair]).drop_duplicates("id", keep="first")
        rows = both[both["id"].isin(notes)]
        return page.table(rows, NOTES, "What was written", wide=("text",)) if notes else ""
