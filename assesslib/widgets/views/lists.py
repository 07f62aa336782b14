"""Every item in a list: how its ratings are spread, and what was agreed."""

import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Standing
from assesslib.tables.agenda import counts_in_words
from assesslib.widgets import page
from assesslib.widgets.views.view import NOBODY, View, scale_in_words

OPTIONAL = {"said": "Said alone", "note": "Note", "dissent": "Dissent"}
NOT_YET = "Nothing can be compared yet: no level was agreed on anything that members had rated alone."
NONE = counts_in_words({}, "")


class DisparityView(View):
    """Every item, the ones where members differ most on top."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(apart(self.assessment))

    def show(self) -> str:
        shown = self.table
        if shown.empty:
            return page.paragraph(NOBODY, "notice")
        term = self.assessment.framework.item_term
        codes = list(self.assessment.framework.codes)
        rows = shown.assign(medians=_medians(shown), **shown[codes].replace(0, "").to_dict("series"))
        headings = {"item": "No.", "text": term.capitalize(), **dict(zip(codes, codes, strict=True)),
                    "medians": "Middle", "said": "In words"}  # fmt: skip
        caption = "How many members chose each level, the widest differences first"
        return page.table(rows, headings, caption, wide=("text", "said")) + scale_in_words(self.assessment)


class ConsensusView(View):
    """What the team agreed on every item, and where that lies away from what its members had said."""

    @property
    def table(self) -> pd.DataFrame:
        agreed = tables.agreed_levels(self.assessment.consensus, self.assessment.framework)
        gaps = tables.consensus_gap(self.assessment, anonymity=self.filters.anonymity)
        return self.of_section(agreed.merge(gaps.drop(columns=["section", "text"]), on="item", suffixes=("_words", "")))

    def show(self) -> str:
        shown, term = self.table, self.assessment.framework.item_term
        said = {name: words for name, words in OPTIONAL.items() if shown[name].isin(["", NONE]).sum() < len(shown)}
        headings = {"item": "No.", "text": term.capitalize(), "agreed_words": "Agreed", **said}
        comparable = bool((shown["agreed"].notna() & (shown["n"] > 0)).any() or (shown["gap"] != "").any())
        sections = shown.groupby("section_title", sort=False)
        wide = ("text", "agreed_words", "dissent")
        lists = "".join(page.table(rows, headings, title, wide) for title, rows in sections)
        return self._gaps(shown[shown["gap"] != ""], comparable) + page.unfolding("Everything that was agreed", lists)

    def _gaps(self, gaps: pd.DataFrame, comparable: bool) -> str:
        if not comparable:
            return page.paragraph(NOT_YET)
        if gaps.empty:
            return page.paragraph("Every level that was agreed lies at or between the medians of what was said alone.")
        counted = gaps.merge(tables.disparity(self.assessment.ratings)[["item", *self.assessment.framework.codes]])
        chart = charts.consensus_against(counted, scale=self.assessment.framework.scale)
        return page.picture(chart, " ".join(f"{row.item}: {row.gap}, {row.said}." for row in gaps.itertuples()))


def apart(assessment: Standing) -> pd.DataFrame:
    """The disparity of every item with its wording and a sentence."""
    return tables.spread(tables.disparity(assessment.ratings), assessment.framework.table())


def _medians(apart: pd.DataFrame) -> pd.Series:
    low, high = apart["low"].astype("object"), apart["high"].astype("object")
    return low.where(low == high, low + " to " + high).fillna("")
