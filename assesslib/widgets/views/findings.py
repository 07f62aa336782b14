"""Findings as sentences, each of which opens to the rows that stand behind it."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from assesslib import tables
from assesslib.tables.findings import KINDS
from assesslib.widgets import page
from assesslib.widgets.views.divides import DELTA, comparisons
from assesslib.widgets.views.one_section import causes_of_section
from assesslib.widgets.views.patterns import themes_looked_at
from assesslib.widgets.views.view import View

HEADINGS = {
    "item": "No.", "member": "Member", "organisation": "Organisation", "role": "Role", "group": "Group",
    "facet": "Side", "said": "Said", "comment": "Comment", "text": "Wording", "agreed": "Agreed", "note": "Note",
    "dissent": "Dissent", "kind": "Kind", "section": "Section", "about": "About", "owner": "Who", "due": "By when",
    "measure": "Measure", "status": "Status", "id": "Id", "n": "Rated", "blank": "No answer",
    "dont_know": "Don’t know", "split": "Split", "not_applicable": "Not applicable",
}  # fmt: skip
NOTHING = "Nothing is recorded yet of which anything could be said."
TOO_FEW = "Nothing stands out. Of ratings by fewer than three members nothing is said."
NOTHING_HERE = "Nothing stands out in this section."
HINT = "Open a sentence to see the rows behind it. They are prompts for a talk, not verdicts."
OF_RATINGS = {"difference", "divide", "consensus"}
"""The kinds of findings that rest on what members said alone."""
SHOWN = f"The comparisons that are shown. {DELTA}"
IN_SECTION = {
    "divide": "How often as much comes about by chance is reckoned over all sections together.",
    "thread": "A thread runs across sections: here are those that touch this one.",
    "cause": "Of this section’s areas for improvement alone.",
}
"""What is said of a kind of findings where one section was chosen."""


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
        chosen, said = self.filters, self.assessment
        found = tables.findings(said, anonymity=chosen.anonymity, by=chosen.by, since=chosen.last_day())
        if chosen.section:
            here = {item.id for item in said.framework.section(chosen.section).items}
            found = pd.concat([_touching(found[found["kind"] != "cause"], here), self._causes_here()])
        return found[found["kind"].isin(self._kinds)]

    def _causes_here(self) -> pd.DataFrame:
        if "cause" not in self._kinds:
            return pd.DataFrame()
        found = tables.findings(causes_of_section(self.assessment, self.filters.section))
        return found[found["kind"] == "cause"]

    def show(self) -> str:
        of_ratings = OF_RATINGS.issuperset(self._kinds)
        if of_ratings and (notice := self.nobody("nothing can be said of how they differ")):
            return notice
        found = self.table
        if found.empty:
            nothing = TOO_FEW if of_ratings else NOTHING
            return page.paragraph(NOTHING_HERE if self.filters.section else nothing, "notice")
        parts, whole = [page.paragraph(HINT)], self._whole(found)
        for kind in (kind for kind in self._kinds if (found["kind"] == kind).any()):
            rows = found[found["kind"] == kind].to_dict("records")
            parts += [f"<h4>{escape(KINDS[kind])}</h4>", self._scope(kind)]
            parts += [self._finding(row, whole) for row in rows]
        return "".join(parts)

    def _scope(self, kind: str) -> str:
        return page.paragraph(IN_SECTION[kind]) if self.filters.section and kind in IN_SECTION else ""

    def _whole(self, found: pd.DataFrame) -> dict[str, str]:
        """By kind, the rows behind the sentences that rest on all that was compared or looked at."""
        chosen, said = self.filters, self.assessment
        wanted = {row["kind"] for row in found.to_dict("records") if _on_the_whole(row)}
        rows = {}
        if "divide" in wanted:
            apart = tables.divides(said.ratings, chosen.by, anonymity=chosen.anonymity)
            rows["divide"] = comparisons(apart, said.framework.item_term, SHOWN) if len(apart) else ""
        if "thread" in wanted:
            looked = tables.threads(said, anonymity=chosen.anonymity)
            rows["thread"] = themes_looked_at(looked, said.framework.term(2))
        return rows

    def _finding(self, row: dict, whole: Mapping[str, str]) -> str:
        sentence = f"{escape(row['words'])} <span class='rests'>({escape(row['rests_on'])})</span>"
        rows = whole[row["kind"]] if _on_the_whole(row) else ""
        inside = rows or self._behind(row)
        return page.unfolding(sentence, inside) if inside else f"<p>{sentence}</p>"

    def _behind(self, row: dict) -> str:
        shown = tables.behind(self.assessment, row["items"], row["notes"], anonymity=self.filters.anonymity)
        return "".join(map(_rows, shown.values(), shown))


def _on_the_whole(row: Mapping[str, object]) -> bool:
    """Whether a finding is on all comparisons of groups, or on all themes."""
    if row["kind"] == "thread":
        return not row["items"]
    return row["kind"] == "divide" and str(row["rests_on"]).endswith(("comparison", "comparisons"))


def _touching(found: pd.DataFrame, here: set[str]) -> pd.DataFrame:
    """The findings on items of a section, and those on no items of their own that speak of it as well.

    How the divides stand to chance is said only where one of them is here, or where there is none at all; and what
    plans lack that are nobody's item is no section's.
    """
    touches = pd.Series([not here.isdisjoint(items) for items in found["items"]], found.index, dtype=bool)
    general = pd.Series([not items for items in found["items"]], found.index, dtype=bool)
    divide = found["kind"] == "divide"
    elsewhere = (divide & ~general).any() and not (divide & touches).any()
    return found[touches | (general & (found["kind"] != "evidence") & ~(divide & elsewhere))]


def _rows(table: pd.DataFrame, caption: str) -> str:
    headings = {name: HEADINGS.get(name, name) for name in table}
    return page.table(table.astype("object"), headings, caption, wide=("text", "comment", "measure"))
