"""The items of a table of points, each with its years: what a chart of change draws and its sentences tell."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.words import capital


class Stop(NamedTuple):
    """One year of an item: its place in time, its label, the low and the high median, and if it may be compared."""

    place: int
    label: str
    medians: tuple[int, int]
    compared: bool


class Row(NamedTuple):
    """One item: its label, what stands beside it, and of each year its place in time, medians and whether compared."""

    item: str
    section: str
    label: str
    beside: list[tuple[str, dict]]
    word: str
    stops: list[Stop]

    @property
    def compared(self) -> list[Stop]:
        """The years that are compared with the last; none where no other is."""
        found = [stop for stop in self.stops if stop.compared]
        return found if len(found) > 1 and self.stops[-1].compared else []

    @property
    def way(self) -> str:
        """Which way it went since the first year that is compared; "apart" where the last year is compared with none.
        """
        found = self.compared
        return years.way(found[0].medians, found[-1].medians) if found else "apart"

    @property
    def moved(self) -> int:
        """Levels that the medians moved by, both together and whichever way."""
        if self.way == "apart":
            return -1
        return abs(sum(self.compared[-1].medians) - sum(self.compared[0].medians))


def level_codes(points: pd.DataFrame) -> list[str]:
    """The codes of the one scale that all years share, which the table counts; none where they do not share one."""
    codes = list(points["low"].cat.categories) if isinstance(points["low"].dtype, pd.CategoricalDtype) else []
    return codes if set(codes) <= set(points.columns) else []


def rows_of(points: pd.DataFrame) -> list[Row]:
    """The items of the table in its order, those left out that were rated in no year."""
    if points.empty or not level_codes(points):
        return []
    labels = _labels(points)
    found = [_row(rows.sort_values("place"), labels) for _, rows in _items(points)]
    return [row for row in found if row.stops]


def _items(points: pd.DataFrame):
    return points.groupby(["section", "item", "text"], sort=False)


def _labels(points: pd.DataFrame) -> dict[int, str]:
    times = points.drop_duplicates("place").sort_values("place")
    return dict(zip(times["place"], years.time_labels(times["assessment"].tolist(), times["date"]), strict=True))


def _row(rows: pd.DataFrame, labels: Mapping[int, str]) -> Row:
    medians = zip(rows["low"].cat.codes.tolist(), rows["high"].cat.codes.tolist(), strict=True)
    kinds = rows["kind"].tolist()
    stops = [
        Stop(place, labels[place], ends, kind in years.COMPARED)
        for place, ends, kind in zip(rows["place"], medians, kinds, strict=True)
        if ends[0] >= 0
    ]
    one = rows.iloc[-1]
    word = one.get("word", "")
    word = "" if pd.isna(word) else word
    apart = next((kind for kind in kinds if kind not in years.COMPARED), "")
    [label] = style.item_labels(rows.tail(1))
    beside = years.said(word or apart, [f"{capital(years.rated(rows['n']))}."], style.SAID - 0.3)
    return Row(one["item"], one["section"], label, beside, word, stops)


def ordered(rows: Sequence[Row], order: str) -> list[Row]:
    """The rows by sections as they are, or by movement: what improved or declined, then by what the medians moved."""
    if order == "section":
        return list(rows)
    return sorted(rows, key=lambda row: (not row.word.startswith(("improved", "declined")), -row.moved))
