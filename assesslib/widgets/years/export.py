"""The tables behind the pictures, to take along: CSV files that Excel opens."""

import base64
from collections.abc import Callable
from html import escape

import pandas as pd

from assesslib import tables
from assesslib.csvfile import BOM, line
from assesslib.faults import FaultsError
from assesslib.widgets.views.view import View
from assesslib.widgets.years.filters import YearsFilters

KINDS: dict[str, tuple[str, Callable[[YearsFilters], pd.DataFrame]]] = {
    "change": ("what moved on each item", lambda chosen: chosen.change()),
    "sections": ("what moved in each section",
                 lambda chosen: tables.section_change(*chosen.pair, anonymity=chosen.anonymity)),
    "years": ("where each item stood in every year chosen",
              lambda chosen: tables.points(chosen.years, anonymity=chosen.anonymity)),
    "moves": ("how many moved from which level to which",
              lambda chosen: tables.flows(*chosen.pair, anonymity=chosen.anonymity)),
    "threads": ("golden threads and fault lines by year", lambda chosen: tables.threads_over(chosen.years)),
    "actions": ("goals and actions beside movement", lambda chosen: tables.traced(*chosen.pair, chosen.change())),
    "people": ("the team then and now", lambda chosen: tables.panel(*chosen.pair, anonymity=chosen.anonymity)),
}  # fmt: skip


class ExportView(View):
    """Links that save each table as a file; names are in them only where the page shows names."""

    @property
    def table(self) -> pd.DataFrame:
        """What can be saved: ``name, words``."""
        return pd.DataFrame([(name, words) for name, (words, _) in KINDS.items()], columns=["name", "words"])

    def show(self) -> str:
        before, after = self.filters.pair
        links = [self._link(f"{before.name}-{after.name}-{name}.csv", *KINDS[name]) for name in KINDS]
        return f"<ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>"

    def _link(self, file: str, words: str, make: Callable[[YearsFilters], pd.DataFrame]) -> str:
        """A link to a file; where its table cannot be made, why, and the others stand."""
        try:
            return _link(file, words, make(self.filters))
        except FaultsError as error:
            return escape(f"{words}: {' '.join(map(str, error.faults))}")


def _link(file: str, words: str, table: pd.DataFrame) -> str:
    data = base64.b64encode(as_csv(table).encode("utf-8")).decode("ascii")
    href = f"data:text/csv;charset=utf-8;base64,{data}"
    return f"<a download='{escape(file)}' href='{href}'>{escape(words)}</a> ({len(table)} rows)"


def as_csv(table: pd.DataFrame) -> str:
    """A table as the text of a CSV file that Excel opens: nothing in it is run as a formula.

    Examples
    --------
    >>> as_csv(pd.DataFrame({"item": ["1"], "items": [("2", "3")], "p": [0.5]}))[1:]
    'item,items,"p"\\n1,2 3,"0.5"\\n'
    """
    rows = [list(table.columns), *table.astype("object").to_numpy().tolist()]
    return BOM + "".join(line([_cell(value) for value in row]) for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, tuple | list):
        return " ".join(map(str, value))
    return "" if pd.isna(value) else str(value)
