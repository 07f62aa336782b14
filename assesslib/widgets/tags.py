"""An officer's own themes: a name and the items that carry it, kept with the assessment."""

import re

import ipywidgets as w
import pandas as pd

from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.widgets import page
from assesslib.widgets.capture import said
from assesslib.widgets.controls import button, show_if
from assesslib.widgets.filters import Filters

BY = "officer"
NONE = "No tag of your own yet."


class Tags(w.VBox):
    """Add and take out tags; each is a note of the assessment, so nothing is lost.

    Attributes
    ----------
    table : DataFrame
        The tags that stand: ``id, text, about``.
    """

    def __init__(self, filters: Filters):
        self.filters = filters
        self._name = w.Text(description="Tag", placeholder="for example: money", layout=w.Layout(width="360px"))
        self._items = w.Text(layout=w.Layout(width="360px"))
        self._out = w.Dropdown(description="Tag", layout=w.Layout(width="360px"))
        self._told = w.HTML()
        self._remove = button("Take out", self._take_out)
        adding = w.HBox([self._name, self._items, button("Add the tag", self._add)])
        super().__init__([adding, self._told, w.HBox([self._out, self._remove])])
        filters.observe(self._show, "assessment")
        self._show()

    @property
    def table(self) -> pd.DataFrame:
        notes = self.filters.assessment.notes
        return notes.loc[notes["kind"] == "tag", ["id", "text", "about"]]

    def _show(self, _=None, told: str = "") -> None:
        self._told.value = page.safely(lambda: self._listed(told)) if self.filters.assessment else ""

    def _listed(self, told: str) -> str:
        tags, framework = self.table, self.filters.assessment.framework
        self._items.description = framework.term(2).capitalize()
        self._items.placeholder = f"numbers, for example: {', '.join(item.id for item in framework.items[:2])}"
        self._out.options = [(row.text, row.id) for row in tags.itertuples()]
        self._out.value = next(iter(tags["id"]), None)
        show_if(len(tags), self._out, self._remove)
        headings = {"text": "Tag", "about": framework.term(2).capitalize()}
        listed = page.table(tags, headings, "Tags of this assessment") if len(tags) else page.paragraph(NONE)
        return (page.paragraph(told, "notice") if told else "") + listed

    def _add(self, _) -> None:
        name, items = self._name.value, self._items.value
        self._write(lambda into: into.add_note("tag", _named(name), about=items_of(items, into), by=BY))

    def _take_out(self, _) -> None:
        id = self._out.value
        text, about = self.table.set_index("id").loc[id]
        gone = {"id": id, "about": about.split(), "state": "withdrawn", "by": BY}
        self._write(lambda assessment: assessment.add_note("tag", text, **gone))

    def _write(self, entry) -> None:
        """Write to the folder; what was typed stays in its fields until it is on the disk."""
        try:
            entry(self.filters.assessment)
        except FaultsError as fault:
            return self._show(told=str(fault))
        except OSError as fault:
            return self._show(told=f"NOT SAVED: {said(fault)}. What you typed is still here: press the button again.")
        self._name.value = self._items.value = ""
        self._show()
        self.filters.look_again()


def _named(text: str) -> str:
    if not text.strip():
        raise FaultsError([Fault("The tag has no name", do="Write one, such as “money”.")])
    return text.strip()


def items_of(text: str, assessment: Assessment) -> list[str]:
    """The items named in a text, parted by commas or spaces.

    Raises
    ------
    FaultsError
        A number that is no item's, or none at all.
    """
    framework = assessment.framework
    items = list(dict.fromkeys(re.findall(r"[^\s,;]+", text)))
    known = [item.id for item in framework.items]
    do = f"Give numbers of {framework.term(2)}, with commas between."
    faults = [Fault(f"is none of this framework’s {framework.term(2)}", value=item, do=do)
              for item in items if item not in known]  # fmt: skip
    if faults or not items:
        raise FaultsError(faults or [Fault("The tag has no items", do=do)])
    return items
