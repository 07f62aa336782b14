"""Findings as sentences, each of which opens to the rows that stand behind it."""

from html import escape

import pandas as pd

from assesslib import tables
from assesslib.tables.findings import KINDS
from assesslib.widgets import page
from assesslib.widgets.views.view import View

HEADINGS = {
    "item": "No.", "member": "Member", "organisation": "Organisation", "role": "Role", "group": "Group",
    "facet": "Side", "said": "Said", "comment": "Comment", "text": "Wording", "agreed": "Agreed", "note": "Note",
    "dissent": "Dissent", "kind": "Kind", "section": "Section", "about": "About", "owner": "Who", "due": "By when",
    "measure": "Measure", "status": "Status", "id": "Id", "n": "Rated", "blank": "No answer",
    "dont_know": "Don’t know", "split": "Split", "not_applicable": "Not applicable",
}  # fmt: skip
NOTHING = "Nothing is recorded yet of which anything could be said."
HINT = "Open a sentence to see the rows behind it. They are prompts for a talk, not verdicts."


class FindingsView(View):
    """What stands out, in sentences; each opens to its rows.

    Parameters
    ----------
    filters : Filters
    kinds : sequence of str
        Which kinds of findings (see `assesslib.tables.findings.KINDS`); all by default.
    """

    def __init__(self, filters, kinds=tuple(KINDS)):
        self._kinds = tuple(kinds)
        super().__init__(filters)

    @property
    def table(self) -> pd.DataFrame:
        chosen = self.filters
        found = tables.findings(self.assessment, anonymity=chosen.anonymity, by=chosen.by, since=chosen.last_day())
        wanted = found[found["kind"].isin(self._kinds)]
        if not chosen.section:
            return wanted
        here = {item.id for item in self.assessment.framework.section(chosen.section).items}
        return wanted[[not items or not here.isdisjoint(items) for items in wanted["items"]]]

    def show(self) -> str:
        found = self.table
        parts = [page.paragraph(HINT) if len(found) else page.paragraph(NOTHING, "notice")]
        for kind in (kind for kind in self._kinds if (found["kind"] == kind).any()):
            rows = found[found["kind"] == kind].to_dict("records")
            parts += [f"<h4>{escape(KINDS[kind])}</h4>", *(self._finding(row) for row in rows)]
        return "".join(parts)

    def _finding(self, row: dict) -> str:
        shown = tables.behind(self.assessment, row["items"], row["notes"], anonymity=self.filters.anonymity)
        rests = f" <span class='rests'>({escape(row['rests_on'])})</span>"
        return page.unfolding(f"{escape(row['words'])}{rests}", "".join(map(_rows, shown.values(), shown)))


def _rows(table: pd.DataFrame, caption: str) -> str:
    headings = {name: HEADINGS.get(name, name) for name in table}
    return page.table(table.astype("object"), headings, caption, wide=("text", "comment", "measure"))
