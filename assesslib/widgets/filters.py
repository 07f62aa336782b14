"""What to look at: which section, members grouped how, and how much of who said what is shown."""

from contextlib import suppress

import ipywidgets as w
import traitlets

from assesslib.assessment import Assessment, Standing, standing
from assesslib.framework import Section
from assesslib.tables import TIERS, shown_grouping
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment

ALL = ("all sections", "")
GROUPINGS = [("organisations", "organisation"), ("roles", "role")]
SHOWN = {
    "named": "names",
    "organisation": "organisations, no names",
    "role": "roles, no names",
    "pooled": "everybody together",
}
WHOLE = " Where a whole group gave one level, that is known."
WORDS = {
    "named": "Names are shown: for the team’s own eyes.",
    "organisation": "No names of raters. An organisation is shown where three or more of its members rated, and only "
    f"where nobody else could be worked out from what is left.{WHOLE}",
    "role": "No names of raters. A role is shown where three or more who hold it rated, and only where nobody else "
    f"could be worked out from what is left.{WHOLE}",
    "pooled": "Everybody is counted together: no names of raters, no organisations, no roles. Where everybody gave one "
    "level, that is known.",
}
UNGROUPED = "No names of raters. {lacking} So everybody is counted together."
WRITTEN = "What the team itself wrote, such as a dissent or the owner of an action, is shown as it stands."


class Filters(w.VBox):
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

    assessment = traitlets.Instance(Assessment, allow_none=True)
    section = traitlets.Unicode()
    by = traitlets.Unicode("organisation")
    anonymity = traitlets.Enum(TIERS, "named")
    changes = traitlets.Int()

    def __init__(self, choice: ChooseAssessment, *, groups: bool = True):
        wide = w.Layout(width="420px")
        self._section = w.Dropdown(description="Section", options=[ALL], value="", layout=wide)
        self._by = w.ToggleButtons(description="Groups", options=GROUPINGS, style={"button_width": "130px"})
        self._shown = w.Dropdown(description="Show", options=[(SHOWN[tier], tier) for tier in SHOWN], layout=wide)
        self._words = w.HTML()
        again = w.Button(description="Read again", tooltip="Look for what was written since", icon="refresh")
        again.on_click(self.look_again)
        super().__init__([w.HBox([self._section, self._shown, again]), self._by, self._words])
        for control in (self._section, self._by, self._shown):
            control.observe(self._settle, "value")
        choice.observe(self._follow, "assessment")
        self.observe(self._tell, "changes")
        self._choice, self._grouped, self._read = choice, groups, (-1, None)
        self._follow()

    def said(self) -> Standing:
        """The assessment as it stood when something was last chosen; its ratings are those of everybody, with names.

        Raises
        ------
        OSError
            The folder cannot be read.
        """
        if self._read[0] != self.changes:
            self._read = self.changes, standing(self.assessment)
        return self._read[1]

    def lacking(self) -> str:
        """That nobody is in a group of the grouping that is looked at, as a sentence; "" where somebody is."""
        ratings = self.said().ratings
        if not self.by or ratings.empty or (ratings[self.by] != "").any():
            return ""
        return f"No {self.by}s are recorded for this team."

    def last_day(self) -> str:
        """The day of the same partnership's assessment before this one, or ""."""
        now, before = self.assessment, self._choice.table
        if not now.date:
            return ""
        theirs = before.loc[before["partnership"] == now.partnership, "date"]
        return max((day for day in theirs if day and day < now.date), default="")

    def look_again(self, _=None) -> None:
        """Read the folder again and have every view show it."""
        self.changes += 1

    def _follow(self, _=None) -> None:
        sections = self._choice.assessment.framework.sections if self._choice.assessment else ()
        self._section.unobserve(self._settle, "value")
        self._section.options = [ALL, *((named(one), one.id) for one in sections if one.rated)]
        self._section.value = ""
        self._section.observe(self._settle, "value")
        self._settle()

    def _settle(self, _=None) -> None:
        self.assessment, self.anonymity = self._choice.assessment, self._shown.value
        self.section = self._section.value or ""
        self.by = self._by.value if self.anonymity == "named" else shown_grouping(self.anonymity)
        self.look_again()

    def _tell(self, _=None) -> None:
        """Say what is hidden; show no choice that would change nothing."""
        lacking, anybody = "", False
        with suppress(OSError):
            if self.assessment:
                lacking, anybody = self.lacking(), not self.said().ratings.empty
        by_name = self.anonymity == "named"
        self._by.layout.display = None if by_name and self._grouped and anybody else "none"
        ungrouped = lacking and not by_name
        words = UNGROUPED.format(lacking=lacking) if ungrouped else WORDS[self.anonymity]
        self._words.value = page.page(page.paragraph(words if by_name else f"{words} {WRITTEN}"))


def named(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()
