"""What to look at: which section, members grouped how, and how much of who said what is shown."""

from contextlib import suppress

import ipywidgets as w
import traitlets

from assesslib.assessment import Standing, standing
from assesslib.tables import shown_grouping
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.controls import show_if
from assesslib.widgets.shared_filters import SharedFilters
from assesslib.widgets.tiers import tier_words

GROUPINGS = [("organisations", "organisation"), ("roles", "role")]
UNGROUPED = "No names of raters. {lacking} So everybody is counted together."


class Filters(SharedFilters):
    """A row of choices that the views below follow.

    Parameters
    ----------
    choice : ChooseAssessment
    groups : bool
        Whether members can be grouped in more than one way; not where no view below compares groups.

    Attributes
    ----------
    assessment : Assessment or None
    section : str
        A section's id, "" for all.
    by : str
        The grouping: ``organisation``, ``role``, or "" where the tier has none.
    anonymity : str
        One of `assesslib.tables.TIERS`.
    changes : int
        Rises once whenever something was chosen; views watch it.
    """

    by = traitlets.Unicode("organisation")

    def __init__(self, choice: ChooseAssessment, *, groups: bool = True):
        self._by = w.ToggleButtons(description="Groups", options=GROUPINGS, style={"button_width": "130px"})
        self._grouped = groups
        super().__init__(choice, below=[self._by])
        choice.observe(self._follow, "assessment")
        self._follow()

    def said(self) -> Standing:
        """The assessment as it stood when something was last chosen; its ratings are those of everybody, with names.

        Raises
        ------
        OSError
            The folder cannot be read.
        """
        return self._once("said", lambda: standing(self.assessment))

    def lacking(self) -> str:
        """That nobody is in a group of the grouping that is looked at, as a sentence; "" where somebody is."""
        ratings = self.said().ratings
        if not self.by or ratings.empty or (ratings[self.by] != "").any():
            return ""
        return f"No {self.by}s are recorded for this team."

    def last_day(self) -> str:
        """The day of the same partnership's assessment before this one, or ""."""
        return self._choice.before().get("date", "")

    def _follow(self, _=None) -> None:
        chosen = self._choice.assessment
        self._offer(chosen.framework.sections if chosen else ())
        self._settle()

    def _take_over(self) -> None:
        self.assessment = self._choice.assessment
        self.by = self._by.value if self.anonymity == "named" else shown_grouping(self.anonymity)

    def _tell(self, _=None) -> None:
        """Say what is hidden; show no choice that would change nothing."""
        lacking, anybody = "", False
        with suppress(OSError):
            if self.assessment:
                lacking, anybody = self.lacking(), not self.said().ratings.empty
        by_name = self.anonymity == "named"
        show_if(by_name and self._grouped and anybody, self._by)
        ungrouped = UNGROUPED.format(lacking=lacking) if lacking and not by_name else ""
        self._words.value = tier_words(self.anonymity, ungrouped)
