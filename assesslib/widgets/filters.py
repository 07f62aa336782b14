"""What to look at: which section, members grouped how, and how much of who said what is shown."""

from dataclasses import replace

import ipywidgets as w
import traitlets

from assesslib.assessment import Assessment, Standing, standing
from assesslib.framework import Section
from assesslib.tables import TIERS, shown_grouping, veiled
from assesslib.widgets.choose import ChooseAssessment

ALL = ("all sections", "")
GROUPINGS = [("organisations", "organisation"), ("roles", "role")]
SHOWN = {
    "named": "names",
    "organisation": "organisations, no names",
    "role": "roles, no names",
    "pooled": "everybody together",
}
WORDS = {
    "named": "Names are shown: for the team’s own eyes.",
    "organisation": "No names of raters. An organisation is shown where three or more of its members rated, and only "
    "where nobody else could be worked out from what is left. Where a whole group gave one level, that is known.",
    "role": "No names of raters. A role is shown where three or more who hold it rated, and only where nobody else "
    "could be worked out from what is left.",
    "pooled": "Everybody is counted together: no names of raters, no organisations, no roles.",
}
WRITTEN = "What the team itself wrote, such as a dissent or the owner of an action, is shown as it stands."


class Filters(w.VBox):
    """A row of choices that the views below follow.

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

    def __init__(self, choice: ChooseAssessment):
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
        self._choice, self._read = choice, (-1, None)
        self._follow()

    def said(self) -> Standing:
        """The assessment as it stood when something was last chosen, with the ratings that the tier lets be shown.

        Raises
        ------
        OSError
            The folder cannot be read.
        """
        if self._read[0] != self.changes:
            found = standing(self.assessment)
            self._read = self.changes, replace(found, ratings=veiled(found.ratings, self.anonymity))
        return self._read[1]

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
        by_name = self._shown.value == "named"
        self._by.layout.display = None if by_name else "none"
        self._words.value = f"<p>{WORDS[self._shown.value]}{'' if by_name else f' {WRITTEN}'}</p>"
        self.assessment, self.anonymity = self._choice.assessment, self._shown.value
        self.section = self._section.value or ""
        self.by = self._by.value if by_name else shown_grouping(self._shown.value)
        self.look_again()


def named(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()
