"""Every item in a list: how its ratings are spread, and what was agreed."""

import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Standing
from assesslib.charts.alt_text_answers import consensus_against_text
from assesslib.tables.agenda import counts_in_words
from assesslib.tables.findings.finding import named_items
from assesslib.widgets import page
from assesslib.widgets.views.view import View, scale_in_words
from assesslib.words import capital

OPTIONAL = {"said": "Said alone", "note": "Note", "dissent": "Dissent"}
NOTHING_AGREED = "Nothing has been agreed yet."
NOT_YET = "Nothing can be compared: no level was agreed on anything that enough members had rated alone."
ALL_NEAR = "Every agreed level that can be set beside what was said alone lies at or between its medians."
LEFT = "left without a consensus, with no ratings to show beside"
NONE = counts_in_words({}, "")


class DisparityView(View):
    """Every item, the ones where members differ most on top."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(apart(self.assessment, self.filters.anonymity))

    def show(self) -> str:
        notice = self.nobody("there are no differences to list")
        return notice or self._list() + self.withheld()

    def _list(self) -> str:
        shown = self.table
        if shown.empty:
            return ""
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
        shown = self.table
        if (shown["state"] == "not settled").all():
            return page.paragraph(NOTHING_AGREED, "notice")
        comparable = bool((shown["state"].isin(["rated", "unresolved"]) & (shown["n"] > 0)).any())
        beside = self._gaps(shown[(shown["gap"] != "") & (shown["n"] > 0)]) if comparable else page.paragraph(NOT_YET)
        alone = self._uncounted(shown[(shown["n"] == 0) & ((shown["state"] == "unresolved") | (shown["gap"] != ""))])
        return beside + alone + page.unfolding("Everything that was agreed", self._lists(shown))

    def _lists(self, shown: pd.DataFrame) -> str:
        said = {name: words for name, words in OPTIONAL.items() if shown[name].isin(["", NONE]).sum() < len(shown)}
        term = self.assessment.framework.item_term.capitalize()
        headings = {"item": "No.", "text": term, "agreed_words": "Agreed", **said}
        sections, wide = shown.groupby("section_title", sort=False), ("text", "agreed_words", "dissent")
        return "".join(page.table(rows, headings, title, wide) for title, rows in sections)

    def _gaps(self, gaps: pd.DataFrame) -> str:
        if gaps.empty:
            return page.paragraph(ALL_NEAR)
        codes, tier = list(self.assessment.framework.codes), self.filters.anonymity
        counted = gaps.merge(tables.disparity(self.assessment.ratings, anonymity=tier)[["item", *codes]])
        chart = charts.consensus_against(counted, scale=self.assessment.framework.scale, anonymity=tier)
        return page.picture(chart, consensus_against_text(counted))

    def _uncounted(self, gaps: pd.DataFrame) -> str:
        """The items left without a consensus, or agreed, that have no ratings that may be set beside that."""
        how = gaps["gap"].where(gaps["state"] != "unresolved", LEFT).map(capital)
        items = gaps["item"].groupby(how, sort=False).agg(list)
        framework = self.assessment.framework
        return "".join(page.paragraph(f"{words}: {named_items(framework, some)}.") for words, some in items.items())


def apart(assessment: Standing, anonymity: str) -> pd.DataFrame:
    """The disparity of every item that a tier lets be shown, with its wording and a sentence."""
    return tables.spread(tables.disparity(assessment.ratings, anonymity=anonymity), assessment.framework.table())


def _medians(apart: pd.DataFrame) -> pd.Series:
    low, high = apart["low"].astype("object"), apart["high"].astype("object")
    return low.where(low == high, low + " to " + high).fillna("")
