"""What every part of the analysis pages is: it follows the filters, and names the rows behind what it shows."""

from collections.abc import Collection, Sequence

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.assessment import Standing
from assesslib.framework import Framework
from assesslib.tables.findings.finding import named_items
from assesslib.widgets import page
from assesslib.widgets.shared_filters import SharedFilters

NOBODY = "Nobody’s own ratings are recorded"


class View(w.VBox):
    """A part of the page that follows the filters; a subclass says what it shows and which rows are behind.

    Attributes
    ----------
    table : DataFrame
        The rows behind what is shown.
    """

    def __init__(self, filters: SharedFilters, *controls: w.Widget):
        self.filters, self._page = filters, w.HTML()
        super().__init__([*controls, self._page])
        filters.observe(self.refresh, "changes")
        self.refresh()

    @property
    def assessment(self) -> Standing:
        """The one that is shown, as it stood when something was last chosen; its ratings hold everybody’s names."""
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
        return in_section(table, self.filters.section)

    def nobody(self, so: str, section: str = "") -> str:
        """A notice where nobody has answered anything, in all or in a section: that, and what follows; else ""."""
        ratings = self.assessment.ratings
        answered = ratings[(ratings["round"] == 1) & (ratings["state"] != "blank")]
        if len(in_section(answered, section or self.filters.section)):
            return ""
        where = "this assessment" if answered.empty else "this section"
        return page.paragraph(f"{NOBODY} in {where}, so {so}.", "notice")

    def withheld(self, section: str = "", *, everywhere: bool = False) -> str:
        """A paragraph on the items of a section, the chosen one by default, that the tier holds back; or ""."""
        framework, wanted = self.assessment.framework, "" if everywhere else section or self.filters.section
        asked = [item.id for item in framework.items if wanted in ("", item.section)]
        held = set(tables.withheld(self.assessment.ratings, self.filters.anonymity)).intersection(asked)
        return page.paragraph(withheld_in_words(framework, asked, held)) if held else ""


def in_section(table: pd.DataFrame, section: str) -> pd.DataFrame:
    """The rows of a section, or all of them where it is ""."""
    return table[table["section"] == section] if section else table


def withheld_in_words(framework: Framework, asked: Sequence[str], held: Collection[str]) -> str:
    """Which of the items asked are held back, and why, in a sentence.

    Examples
    --------
    >>> import assesslib as al
    >>> csit = al.load_framework("csit-collaborative-working")
    >>> withheld_in_words(csit, ["1", "3", "7"], {"7", "3"})
    'Not shown, because fewer than three rated them: key features 3 and 7.'
    >>> withheld_in_words(csit, ["1", "3", "7"], {"7", "3", "1"})
    'Not shown, because fewer than three rated them: all 3 key features.'
    """
    items = [item for item in asked if item in held]
    every = 1 < len(items) == len(asked)
    named = f"all {len(items)} {framework.term(2)}" if every else named_items(framework, items)
    return f"Not shown, because fewer than three rated {'it' if len(items) == 1 else 'them'}: {named}."


def scale_in_words(assessment: Standing) -> str:
    """Every level's code and words, as a paragraph."""
    return page.paragraph("; ".join(f"{code} = {words}" for code, words in assessment.framework.scale.items()))
