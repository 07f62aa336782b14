"""Choose one of the assessments in a folder."""

from pathlib import Path

import ipywidgets as w
import pandas as pd
import traitlets

from assesslib.assessment import Assessment, list_assessments, open_assessment
from assesslib.assessment.layout import RATINGS
from assesslib.faults import Fault, FaultsError
from assesslib.ratings import of_today
from assesslib.widgets import page
from assesslib.words import date_given

NOTHING = (
    "There is no assessment in this folder yet. Set one up: open the page 01_set_up in the list of files on the left."
)


_UNSEEN = "Its words stay unseen here; “assess check” tells more."


class ChooseAssessment(w.VBox):
    """A list of the assessments in a folder, the latest first, and a word on the chosen one.

    Parameters
    ----------
    folder : str or Path
    maker : widget, optional
        The screen that makes assessments (`SetUp`): one that is made there stands in the list at once, and is chosen.

    Attributes
    ----------
    assessment : Assessment or None
        The one chosen; views watch it.
    table : DataFrame
        All of the folder: ``label, date, partnership, path``; date and partnership are "" where one cannot be opened.
    """

    assessment = traitlets.Instance(Assessment, allow_none=True)

    def __init__(self, folder: str | Path = "../data", maker: w.Widget | None = None):
        self._folder = folder
        self.table = _table(folder)
        self._list = w.Dropdown(description="Assessment", options=_options(self.table), layout=w.Layout(width="720px"))
        self._about = w.HTML()
        super().__init__([self._list, self._about])
        self._list.observe(self._open, "value")
        self._open()
        if maker:
            maker.observe(self._refresh, "shown")

    def _refresh(self, _=None) -> None:
        """Read the folder again; what is new in it is chosen."""
        there = set(self.table["path"])
        self.table = _table(self._folder)
        new = [path for path in self.table["path"] if path not in there]
        if new:
            self._list.options = _options(self.table)
            self._list.value = new[0]

    def look_again(self) -> None:
        """Say anew what the chosen assessment is: its folder has changed, and nothing else was chosen."""
        self._about.value = page.safely(lambda: about(self.assessment) if self.assessment else "")

    def before(self) -> dict[str, str]:
        """The row of ``table`` of the same partnership's last assessment before the chosen one; {} for none."""
        now, table = self.assessment, self.table
        if not now:
            return {}
        theirs = table[(table["partnership"] == now.partnership) & (table["date"] < now.date) & (table["date"] != "")]
        return next(iter(theirs.sort_values("date").iloc[::-1].to_dict("records")), {})

    def _open(self, _=None) -> None:
        self._about.value = page.safely(lambda: self._chosen(self._list.value))

    def _chosen(self, path: str | None) -> str:
        try:
            self.assessment = open_assessment(path) if path else None
        except (FaultsError, OSError):
            self.assessment = None
            raise
        return about(self.assessment) if self.assessment else page.paragraph(NOTHING, "notice")


def _table(folder: str | Path) -> pd.DataFrame:
    found = [(path, _opened(path)) for path in list_assessments(folder)]
    return pd.DataFrame([_row(path, said) for path, said in found], columns=["label", "date", "partnership", "path"])


def _opened(path: Path) -> Assessment | None:
    try:
        return open_assessment(path)
    except (FaultsError, OSError):
        return None


def _row(path: Path, said: Assessment | None) -> dict[str, str]:
    label = f"{said.partnership}, {date_given(said.date)} ({path.name})" if said else f"{path.name} (cannot be opened)"
    date, partnership = (said.date, said.partnership) if said else ("", "")
    return {"label": label, "date": date, "partnership": partnership, "path": str(path)}


def _options(table: pd.DataFrame) -> list[tuple[str, str | None]]:
    latest_first = table.sort_values("date", ascending=False, kind="stable")
    return list(zip(latest_first["label"], latest_first["path"], strict=True)) or [("none found", None)]


def about(assessment: Assessment) -> str:
    """What the assessment is and who took part, with everything in its folder that could not be used."""
    ratings, framework = of_today(assessment.ratings), assessment.framework
    rated, asked = ratings["member"].nunique(), len(framework.items)
    who = f"{rated} of {len(assessment.members)} members rated" if rated else "No individual ratings"
    line = f"{framework.title}: {asked} {framework.term(asked)}. {who}; {date_given(assessment.date)}."
    note = page.paragraph(assessment.about, "notice") if assessment.about else ""
    return page.paragraph(line) + note + page.faults_list(dict.fromkeys(map(discreet, assessment.faults)))


def discreet(fault: Fault) -> Fault:
    """The fault as everybody may see it: of a row of a member's ratings only where it stands, never what it says.

    Examples
    --------
    >>> print(discreet(Fault("is no level", file="ratings/ann.csv", row=3, column="level", value="f")))
    ratings/ann.csv, row 3: This row cannot be used. Its words stay unseen here; “assess check” tells more.
    >>> print(discreet(Fault("is no level", file="consensus.csv", row=3, value="f")))
    consensus.csv, row 3: “f” is no level.
    """
    if not fault.file.startswith(f"{RATINGS}/") or fault.row is None:
        return fault
    what = "Something in this row is left out" if fault.handled else "This row cannot be used"
    return Fault(what, file=fault.file, row=fault.row, handled=fault.handled, do=_UNSEEN)
