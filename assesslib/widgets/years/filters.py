"""What to look at in a comparison: which two of the chosen assessments, which section, how much of who said what."""

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.assessment import Standing, standing
from assesslib.widgets.controls import show_if
from assesslib.widgets.shared_filters import SharedFilters
from assesslib.widgets.years.choose import ChooseYears
from assesslib.words import date_given


class YearsFilters(SharedFilters):
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

    def __init__(self, choice: ChooseYears):
        self._step = w.Dropdown(description="Compare", layout=w.Layout(width="640px"))
        super().__init__(choice, above=[self._step])
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

    def _follow(self, _=None) -> None:
        chosen = self._choice.assessments
        self._offer(chosen[-1].framework.sections if chosen else ())
        self._quietly(self._step, steps([one.date for one in chosen]))
        show_if(len(chosen) > 2, self._step)
        self._settle()

    def _take_over(self) -> None:
        chosen = self._choice.assessments
        self.assessment = chosen[self._step.value[1]] if chosen else None


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
    said = [*map(date_given, days)]
    places = [*neighbours[:1], *whole, *neighbours[1:]]
    return [(f"{said[one]} with {said[other]}", (one, other)) for one, other in places]


def spoken(pair: tuple[Standing, Standing]) -> str:
    """The days of two assessments in words."""
    return " with ".join(date_given(one.date) for one in pair)
