"""What there is: the assessments in a folder and the frameworks that can be used."""

from pathlib import Path

import ipywidgets as w
import pandas as pd

from assesslib.framework import list_frameworks, load_framework
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment


class Contents(w.HTML):
    """The assessments in a folder and the shipped frameworks, as two tables.

    Attributes
    ----------
    table : DataFrame
        The assessments: ``label, date, partnership, path``.
    """

    def __init__(self, folder: str | Path = "../data"):
        self.table = ChooseAssessment(folder).table
        super().__init__(page.safely(self._show))

    def _show(self) -> str:
        headings = {"title": "Framework", "asks": "Asks", "id": "Its name in commands"}
        return _assessments(self.table) + page.table(frameworks(), headings, "Frameworks", wide=["title"])


def _assessments(found: pd.DataFrame) -> str:
    if found.empty:
        return page.paragraph("There is no assessment yet.", "notice")
    named = found.assign(folder=[Path(path).name for path in found["path"]])
    return page.table(named, {"label": "Assessment", "folder": "Folder in data"}, "Assessments", wide=["label"])


def frameworks() -> pd.DataFrame:
    """The shipped frameworks: ``id, title, asks``."""
    loaded = [load_framework(id) for id in list_frameworks()]
    asks = [f"{len(one.items)} {one.term(len(one.items))}, {len(one.levels)} levels" for one in loaded]
    return pd.DataFrame({"id": [one.id for one in loaded], "title": [one.title for one in loaded], "asks": asks})
