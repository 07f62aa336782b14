"""What to look at in a comparison: which two of the chosen assessments, which section, how much of who said what."""

import ipywidgets as w
import pandas as pd
import traitlets

from assesslib import tables
from assesslib.assessment import Assessment, Standing, standing
from assesslib.tables import TIERS
from assesslib.widgets import page
from assesslib.widgets.choose import spoken_date
from assesslib.widgets.filters import ALL, SHOWN, WORDS, WRITTEN, named
from assesslib.widgets.years.choose import ChooseYears

WIDE = w.Layout(width="420px")


class YearsFilters(w.VBox):
    """A row of choices that the views of a comparison follow.

    Attributes
    ----------
    assessment : Assessment or None
        The later of the two that are compared; None until two are chosen.
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

    def __init__(self, choice: ChooseYears):
        self._step = w.Dropdown(description="Compare", layout=w.Layout(width="640px"))
        self._section = w.Dropdown(description="Section", options=[ALL], value="", layout=WIDE)
        self._shown = w.Dropdown(description="Show", options=[(SHOWN[tier], tier) for tier in SHOWN], layout=WIDE)
        self._words = w.HTML()
        again = w.Button(description="Read again", tooltip="Look for what was written since", icon="refresh")
        again.on_click(self.look_again)
        super().__init__([self._step, w.HBox([self._section, self._shown, again]), self._words])
        self._choice, self._read = choice, {}
        for control in (self._step, self._section, self._shown):
            control.observe(self._settle, "value")
        choice.observe(self._follow, "assessments")
        self._follow()

    @property
    def years(self) -> tuple[Standing, ...]:
        """All chosen assessments as they stood when something was last chosen, the earliest first."""
        return self._once("years", lambda: tuple(map(standing, self._choice.assessments)))

    @property
    def pair(self) -> tuple[Standing, Standing]:
        """The two that are compared."""
        first, last = self._step.value
        return self.years[first], self.years[last]

    def said(self) -> Standing:
        """The later one of the two."""
        return self.pair[1]

    def change(self) -> pd.DataFrame:
        """The table of `assesslib.tables.change` for the two that are compared."""
        return self._once("change", lambda: tables.change(*self.pair, anonymity=self.anonymity))

    def look_again(self, _=None) -> None:
        """Read the folders again and have every view show them."""
        self._read = {}
        self.changes += 1

    def _once(self, name: str, make):
        """What was made since something was last chosen, or made now."""
        if name not in self._read:
            self._read[name] = make()
        return self._read[name]

    def _follow(self, _=None) -> None:
        chosen = self._choice.assessments
        sections = chosen[-1].framework.sections if chosen else ()
        self._quietly(self._section, [ALL, *((named(one), one.id) for one in sections if one.rated)])
        self._quietly(self._step, steps([one.date for one in chosen]))
        self._settle()

    def _quietly(self, control: w.Dropdown, options: list) -> None:
        control.unobserve(self._settle, "value")
        control.options = options
        control.value = options[0][1] if options else None
        control.observe(self._settle, "value")

    def _settle(self, _=None) -> None:
        chosen = self._choice.assessments
        self._step.layout.display = None if len(chosen) > 2 else "none"
        self.anonymity, self.section = self._shown.value, self._section.value or ""
        by_name = self.anonymity == "named"
        self._words.value = page.page(page.paragraph(f"{WORDS[self.anonymity]}{'' if by_name else f' {WRITTEN}'}"))
        self.assessment = chosen[self._step.value[1]] if chosen else None
        self.look_again()


def steps(days: list[str]) -> list[tuple[str, tuple[int, int]]]:
    """What can be compared: the last step first, then the whole way, then the earlier steps.

    Examples
    --------
    >>> steps(["2025-03-04", "2026-03-03"])
    [('4 March 2025 with 3 March 2026', (0, 1))]
    >>> [places for _, places in steps(["2023-03-04", "2024-03-04", "2025-03-04"])]
    [(1, 2), (0, 2), (0, 1)]
    """
    last = len(days) - 1
    neighbours = [(place, place + 1) for place in range(last)][::-1]
    whole = [(0, last)] if last > 1 else []
    said = [*map(spoken_date, days)]
    places = [*neighbours[:1], *whole, *neighbours[1:]]
    return [(f"{said[one]} with {said[other]}", (one, other)) for one, other in places]


def spoken(pair: tuple[Standing, Standing]) -> str:
    """The days of two assessments in words."""
    return " with ".join(spoken_date(one.date) for one in pair)
