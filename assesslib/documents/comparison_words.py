"""What the parts of a comparison share: the years that are compared, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from assesslib.assessment import Standing
from assesslib.framework import Framework
from assesslib.words import day_in_words


@dataclass(frozen=True)
class Compared:
    """The years in order of time, the tier, and the table of every comparison, made once."""

    years: tuple[Standing, ...]
    anonymity: str
    history: pd.DataFrame

    @property
    def before(self) -> Standing:
        """The last but one."""
        return self.years[-2]

    @property
    def after(self) -> Standing:
        """The last."""
        return self.years[-1]

    @property
    def framework(self) -> Framework:
        """What was asked the last time."""
        return self.after.framework

    @property
    def labels(self) -> list[str]:
        """What each is called."""
        return labels([year.date for year in self.years])

    @property
    def change(self) -> pd.DataFrame:
        """The table of change between the last two."""
        return self._of("step", self.before.name)

    @property
    def whole(self) -> pd.DataFrame:
        """The table of change between the first and the last; that of the last two where there are no more."""
        return self._of("whole" if len(self.years) > 2 else "step", self.years[0].name)

    def _of(self, span: str, before: str) -> pd.DataFrame:
        rows = self.history
        ours = (rows["span"] == span) & (rows["before"] == before) & (rows["after"] == self.after.name)
        return rows[ours].drop(columns="span").reset_index(drop=True)


def labels(days: Sequence[str]) -> list[str]:
    """What to call some days: by the year where each has its own, else by the month, else the day.

    Examples
    --------
    >>> labels(["2025-03-04", "2026-03-03"]), labels(["2026-03-03", "2026-09-01"])
    (['2025', '2026'], ['March 2026', 'September 2026'])
    """
    whole = [day_in_words(day) for day in days]
    for words in (1, 2):
        told = [" ".join(day.split()[-words:]) for day in whole]
        if len(set(told)) == len(days):
            return told
    return whole
