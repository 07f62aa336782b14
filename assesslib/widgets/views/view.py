"""What every part of the analysis pages is: it follows the filters, and names the rows behind what it shows."""

import ipywidgets as w
import pandas as pd

from assesslib.assessment import Standing
from assesslib.widgets import page
from assesslib.widgets.filters import Filters

NOBODY = "Nobody’s own ratings are recorded in this assessment: there is no spread to show, only what was agreed."


class View(w.VBox):
    """A part of the page that follows the filters; a subclass says what it shows and which rows are behind.

    Attributes
    ----------
    table : DataFrame
        The rows behind what is shown.
    """

    def __init__(self, filters: Filters, *controls: w.Widget):
        self.filters, self._page = filters, w.HTML()
        super().__init__([*controls, self._page])
        filters.observe(self.refresh, "changes")
        self.refresh()

    @property
    def assessment(self) -> Standing:
        """The one that is shown, as it stood when something was last chosen."""
        return self.filters.said()

    @property
    def table(self) -> pd.DataFrame:
        raise NotImplementedError

    def show(self) -> str:
        """The part as HTML."""
        raise NotImplementedError

    def refresh(self, _=None) -> None:
        """Show what is in the folder now."""
        self._page.value = page.safely(self.show) if self.filters.assessment else ""

    def of_section(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of the section that was chosen, or all of them."""
        return table[table["section"] == self.filters.section] if self.filters.section else table


def in_words(apart: pd.DataFrame) -> str:
    """A picture of a disparity table in words."""
    return " ".join(f"{row.item}: {row.said}" for row in apart.itertuples())


def scale_in_words(assessment: Standing) -> str:
    """Every level's code and words, as a paragraph."""
    return page.paragraph("; ".join(f"{code} = {words}" for code, words in assessment.framework.scale.items()))
