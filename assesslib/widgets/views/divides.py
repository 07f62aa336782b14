"""Who sees it differently: groups beside each other on the items where they stand farthest apart."""

import pandas as pd

from assesslib import charts, tables
from assesslib.charts.alt_text_answers import divides_dots_text
from assesslib.tables.findings.groups import group_findings, held_in_words
from assesslib.widgets import page
from assesslib.widgets.views.view import View
from assesslib.words import series

ITEMS = 6
"""On how many items the groups are drawn beside each other."""
TOO_FEW = "No two groups are large enough to be compared."
POOLED = "Groups are not shown where everybody is counted together."
DELTA = "Delta: +1.00 where all of the first group stand above all of the other, -1.00 where all stand below"
OVER_ALL = "How often as much comes about by chance is reckoned over all sections together."


class DividesView(View):
    """Every two groups of members, item by item, the farthest apart on top."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(self._everywhere())

    def _everywhere(self) -> pd.DataFrame:
        chosen = self.filters
        return tables.divides(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity)

    def show(self) -> str:
        if not self.filters.by:
            return page.paragraph(POOLED, "notice")
        if notice := self.nobody("there are no groups to compare"):
            return notice
        if lacking := self.filters.lacking():
            return page.paragraph(f"{lacking} So there are no groups to compare.", "notice")
        everywhere = self._everywhere()
        found = self.of_section(everywhere)
        if found.empty:
            return page.paragraph(self._too_few(everywhere), "notice") + self._left_out(0)
        said = "".join(map(page.paragraph, self._said(everywhere)))
        return said + self._left_out(len(found)) + self._picture(found) + self._rows(found)

    def _too_few(self, everywhere: pd.DataFrame) -> str:
        return TOO_FEW if everywhere.empty else f"In this section, n{TOO_FEW[1:]}"

    def _said(self, everywhere: pd.DataFrame) -> list[str]:
        """The findings that speak of the chosen section, or all of them."""
        framework, section, by = self.assessment.framework, self.filters.section, self.filters.by
        said = list(group_findings(everywhere, framework, by))
        if not section:
            return [one.words for one in said]
        here = {item.id for item in framework.section(section).items}
        told = [one for one in said if not here.isdisjoint(one.items)]
        if any(one.items for one in said) and not told:
            return [f"On no {framework.item_term} of this section do two {by}s stand wide apart."]
        return [*(one.words for one in said if one in told or not one.items), OVER_ALL]

    def _left_out(self, shown: int) -> str:
        """Which groups stand nowhere, and how many comparisons are held back."""
        ratings, by, tier = self.assessment.ratings, self.filters.by, self.filters.anonymity
        names = tables.left_out(ratings, by, anonymity=tier)
        here = self.of_section(self.assessment.framework.table())["item"]
        held = tables.held_back(ratings, by, anonymity=tier, items=list(here))
        why = ", because fewer than three of a group rated" if tier == "named" else " on any item"
        words = f"Not shown{why}: {series(names)}. " if names else ""
        what = f"of two {by}s on one {self.assessment.framework.item_term}"
        words += held_in_words(held, shown, what, tier) if held else ""
        return page.paragraph(words) if words else ""

    def _picture(self, found: pd.DataFrame) -> str:
        chosen, items = self.filters, found["item"].drop_duplicates().head(ITEMS)
        counts = tables.group_counts(self.assessment.ratings, chosen.by, anonymity=chosen.anonymity)
        drawn = tables.divide_groups(found[found["item"].isin(items)], counts, self.assessment.framework.table())
        if drawn.empty:
            return ""
        how = {"scale": self.assessment.framework.scale, "anonymity": chosen.anonymity, "by": chosen.by}
        return page.picture(charts.divides_dots(drawn, **how), divides_dots_text(drawn))

    def _rows(self, found: pd.DataFrame) -> str:
        told = comparisons(found, self.assessment.framework.item_term)
        return page.unfolding("The rows behind this picture, and all others", told)


def comparisons(found: pd.DataFrame, term: str, caption: str = DELTA) -> str:
    """Rows of a table of divides, each two groups on one item, as a table with what both said and how many they are."""
    shown = found.assign(delta=found["delta"].map("{:+.2f}".format))
    headings = {"item": term.capitalize(), "group": "Group", "n": "Rated", "said": "says", "other": "Other group",
                "n_other": "Rated ", "said_other": "says ", "delta": "Delta"}  # fmt: skip
    return page.table(shown, headings, caption)
