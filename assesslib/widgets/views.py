"""What an officer looks at after choosing an assessment: its sections, its disparities, what was agreed."""

from contextlib import suppress

import ipywidgets as w
import pandas as pd

from assesslib import charts, tables
from assesslib.assessment import Assessment
from assesslib.framework import Section
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment

NOBODY = "Nobody’s own ratings are recorded in this assessment: there is no spread to show, only what was agreed."
ORDERS = [("as printed", "framework"), ("widest differences first", "disparity")]


class View(w.VBox):
    """A part of the page that follows the chosen assessment; a subclass says what it shows and which rows are behind.

    Attributes
    ----------
    table : DataFrame
        The rows behind what is shown.
    """

    def __init__(self, choice: ChooseAssessment, *controls: w.Widget):
        self._choice, self._page = choice, w.HTML()
        super().__init__([*controls, self._page])
        choice.observe(self.refresh, "assessment")
        self.refresh()

    @property
    def assessment(self) -> Assessment | None:
        """The one that is shown."""
        return self._choice.assessment

    @property
    def table(self) -> pd.DataFrame:
        raise NotImplementedError

    def show(self) -> str:
        """The part as HTML."""
        raise NotImplementedError

    def refresh(self, _=None) -> None:
        """Show what is in the folder now."""
        self._page.value = page.safely(self.show) if self.assessment else ""


class SectionView(View):
    """One section at a time: who rated what, and how far the members spread."""

    def __init__(self, choice: ChooseAssessment):
        self._section = w.Dropdown()
        self._order = w.ToggleButtons(description="Order", options=ORDERS, style={"button_width": "190px"})
        super().__init__(choice, self._section, self._order)
        self._order.observe(self._draw, "value")

    @property
    def table(self) -> pd.DataFrame:
        return tables.section_grid(
            self.assessment.ratings, self.assessment.framework.table(), self.assessment.members, self._section.value,
            sort=self._order.value,
        )  # fmt: skip

    def refresh(self, _=None) -> None:
        self._section = _list_of_sections(self.assessment)
        self._section.observe(self._draw, "value")
        self.children = [self._section, *self.children[1:]]
        self._show_controls(bool(self.assessment) and self._anybody_rated())
        self._draw()

    def _anybody_rated(self) -> bool:
        with suppress(OSError):
            return not self.assessment.ratings.empty
        return False

    def _show_controls(self, wanted: bool) -> None:
        for control in (self._section, self._order):
            control.layout.display = None if wanted else "none"

    def _draw(self, _=None) -> None:
        super().refresh()

    def show(self) -> str:
        assessment, grid = self.assessment, self.table
        if grid.empty:
            return page.paragraph(NOBODY, "notice")
        scale = assessment.framework.scale
        apart = _apart(assessment)
        apart = apart[apart["section"] == self._section.value]
        return "".join([
            "<h4>Who rated what</h4>",
            page.picture(charts.section_heatmap(grid, scale=scale), _in_words(apart)),
            "<h4>How far the members spread</h4>",
            page.picture(charts.disparity_spread(apart, scale=scale), _in_words(apart)),
        ])  # fmt: skip


class DisparityView(View):
    """Every item, the ones where members differ most on top."""

    @property
    def table(self) -> pd.DataFrame:
        return _apart(self.assessment)

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
        return page.table(rows, headings, caption, wide=("text", "said")) + _scale(self.assessment)


class ConsensusView(View):
    """What the team agreed on every item."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.agreed_levels(self.assessment.consensus, self.assessment.framework)

    def show(self) -> str:
        agreed, term = self.table, self.assessment.framework.item_term
        said = {name: words for name, words in {"note": "Note", "dissent": "Dissent"}.items() if agreed[name].any()}
        headings = {"item": "No.", "text": term.capitalize(), "agreed": "Agreed", **said}
        sections = agreed.groupby("section_title", sort=False)
        wide = ("text", "agreed", "dissent")
        return "".join(page.table(rows, headings, title, wide) for title, rows in sections)


def _list_of_sections(assessment: Assessment | None) -> w.Dropdown:
    sections = assessment.framework.sections if assessment else ()
    rated = [(named(section), section.id) for section in sections if section.rated]
    return w.Dropdown(description="Section", options=rated, layout=w.Layout(width="720px"))


def named(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()


def _apart(assessment: Assessment) -> pd.DataFrame:
    return tables.spread(tables.disparity(assessment.ratings), assessment.framework.table())


def _in_words(apart: pd.DataFrame) -> str:
    return " ".join(f"{row.item}: {row.said}" for row in apart.itertuples())


def _medians(apart: pd.DataFrame) -> pd.Series:
    low, high = apart["low"].astype("object"), apart["high"].astype("object")
    return low.where(low == high, low + " to " + high).fillna("")


def _scale(assessment: Assessment) -> str:
    said = (f"{code} = {words}" for code, words in assessment.framework.scale.items())
    return page.paragraph("; ".join(said))
