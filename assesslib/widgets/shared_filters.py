"""What every row of choices above an analysis has: a section, how much of who said what is shown, and “Read again”."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import ipywidgets as w
import traitlets

from assesslib.assessment import Assessment, Standing
from assesslib.framework import Section
from assesslib.tables import TIERS
from assesslib.widgets.controls import button, wide_list
from assesslib.widgets.tiers import tier_list, tier_words

ALL = ("all sections", "")
Made = TypeVar("Made")


class SharedFilters(w.VBox):
    """A row of choices that the views below follow; a subclass says what else is chosen and which assessment it is.

    It calls ``_follow`` once when it is made, and whenever another assessment is chosen.

    Parameters
    ----------
    choice : Widget
        Where the assessments are chosen.
    above, below : sequence of Widget
        What else is chosen, above and below the row.

    Attributes
    ----------
    assessment : Assessment or None
    section : str
        A section's id, "" for all.
    anonymity : str
        One of `assesslib.tables.TIERS`.
    changes : int
        Rises once whenever something was chosen; views watch it.
    """

    assessment = traitlets.Instance(Assessment, allow_none=True)
    section = traitlets.Unicode()
    anonymity = traitlets.Enum(TIERS, "named")
    changes = traitlets.Int()

    def __init__(self, choice: w.Widget, *, above: Sequence[w.Widget] = (), below: Sequence[w.Widget] = ()):
        self._choice, self._read = choice, {}
        self._section, self._shown, self._words = wide_list("Section", [ALL], ""), tier_list(), w.HTML()
        again = button("Read again", self.look_again, tooltip="Look for what was written since", icon="refresh")
        super().__init__([*above, w.HBox([self._section, self._shown, again]), *below, self._words])
        for control in (*above, self._section, self._shown, *below):
            control.observe(self._settle, "value")
        self.observe(self._tell, "changes")

    def said(self) -> Standing:
        """The assessment that is shown, as it stood when something was last chosen; with everybody's names."""
        raise NotImplementedError

    def look_again(self, _=None) -> None:
        """Read what is on the disk again and have every view show it."""
        self._read = {}
        self.changes += 1

    def _once(self, name: str, make: Callable[[], Made]) -> Made:
        """What was made since something was last chosen, or made now."""
        if name not in self._read:
            self._read[name] = make()
        return self._read[name]

    def _offer(self, sections: Iterable[Section]) -> None:
        """Sections to choose from, all of them to begin with."""
        self._quietly(self._section, [ALL, *((named(one), one.id) for one in sections if one.rated)])

    def _quietly(self, control: w.Dropdown, options: list) -> None:
        """Give a list other options, the first of them chosen, without telling anybody yet."""
        control.unobserve(self._settle, "value")
        control.options = options
        control.value = options[0][1] if options else None
        control.observe(self._settle, "value")

    def _settle(self, _=None) -> None:
        """Take over what is chosen and tell it once."""
        self.anonymity, self.section = self._shown.value, self._section.value or ""
        self._take_over()
        self.look_again()

    def _take_over(self) -> None:
        """Take over what the subclass has to choose, and which assessment it is."""
        raise NotImplementedError

    def _tell(self, _=None) -> None:
        """Say what is hidden."""
        self._words.value = tier_words(self.anonymity)


def named(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()
