"""Who sees it differently: groups beside each other on the items where they stand farthest apart."""

import pandas as pd

from assesslib import charts, tables
from assesslib.tables.findings.groups import group_findings
from assesslib.widgets import page
from assesslib.widgets.views.view import NOBODY, View

ITEMS = 6
"""On how many items the groups are drawn beside each other."""
TOO_FEW = "No two groups are large enough to be compared."
POOLED = "Groups are not shown where everybody is counted together."


class DividesView(View):
    """Every two groups of members, item by item, the farthest apart on top."""

    @property
    def table(self) -> pd.DataFrame:
        chosen = self.filters
        return self.of_section(tables.divides(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity))

    def show(self) -> str:
        if not self.filters.by:
            return page.paragraph(POOLED, "notice")
        if self.assessment.ratings.empty:
            return page.paragraph(NOBODY, "notice")
        chosen, framework = self.filters, self.assessment.framework
        everywhere = tables.divides(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity)
        if everywhere.empty:
            return page.paragraph(TOO_FEW, "notice")
        said = [one.words for one in group_findings(everywhere, framework, chosen.by)]
        found = self.of_section(everywhere)
        return "".join([*map(page.paragraph, said), self._left_out(), self._picture(found), self._rows(found)])

    def _left_out(self) -> str:
        chosen = self.filters
        names = tables.left_out(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity)
        return page.paragraph(f"Not shown, being too few: {', '.join(names)}.") if names else ""

    def _picture(self, found: pd.DataFrame) -> str:
        chosen, items = self.filters, found["item"].drop_duplicates().head(ITEMS)
        counts = tables.group_counts(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity)
        drawn = tables.divide_groups(found[found["item"].isin(items)], counts, self.assessment.framework.table())
        if drawn.empty:
            return ""
        said = drawn.drop_duplicates("item")
        words = " ".join(f"{row.item}: {row.words}." for row in said.itertuples())
        return page.picture(charts.divides_dots(drawn, scale=self.assessment.framework.scale), words)

    def _rows(self, found: pd.DataFrame) -> str:
        term = self.assessment.framework.item_term
        shown = found.head(30).assign(delta=found["delta"].map("{:+.2f}".format))
        headings = {"item": term.capitalize(), "group": "Group", "said": "says", "other": "Other group",
                    "said_other": "says ", "delta": "Delta"}  # fmt: skip
        caption = "Delta: +1.00 where all of the first group stand above all of the other, -1.00 where all stand below"
        return page.unfolding("The rows behind this picture", page.table(shown, headings, caption))
