"""Who took part in both years, who left and who joined; and whether two members are the same person."""

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.faults import FaultsError
from assesslib.widgets import page
from assesslib.widgets.capture import said
from assesslib.widgets.controls import button, show_if
from assesslib.widgets.views.view import View
from assesslib.widgets.years.filters import YearsFilters

BY = "officer"
SURE = "Every member of both years is known by the same id and name."
ASK = (
    "Some members may be the same person under another id or name. Nothing is guessed: until you say so, they count as "
    "one who left and one who joined."
)
OFFER = "If somebody who left and somebody who joined are one and the same person, say so here."
HEADINGS = {
    "name": "Name", "status": "", "organisation_before": "Organisation then", "organisation_after": "Organisation now",
    "role_before": "Role then", "role_after": "Role now", "perhaps": "Perhaps the same as",
}  # fmt: skip
COUNTED = {"group": "Group", "in_both": "In both years", "left": "Left", "joined": "Joined",
           "to_be_matched": "To be matched"}  # fmt: skip


class PanelView(View):
    """The team then and now."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.panel(*self.filters.pair, anonymity=self.filters.anonymity)

    def show(self) -> str:
        found = self.table
        if "name" in found:
            ids = found["id_after"].where(found["id_after"] != "", found["id_before"])
            found = found.assign(name=found["name"].where(found["name"] != "", ids))
        headings = HEADINGS if "name" in found else COUNTED
        shown = {name: words for name, words in headings.items() if found[name].astype("bool").any()}
        return page.unfolding("The team then and now", page.table(found, shown, "Who took part"))


class Matching(w.VBox):
    """Say that a member of the earlier assessment and one of the later are the same person, or take it back.

    It is written down in the later assessment as a note, so it is kept and can be seen.
    """

    def __init__(self, filters: YearsFilters):
        self.filters = filters
        self._then, self._now, self._done = map(_list, ("Then", "Now", "Matched"))
        self._match = button("The same person", self._write, layout=w.Layout(width="auto"))
        self._undo = button("Not the same after all", self._take_back, layout=w.Layout(width="auto"))
        self._told = w.HTML()
        super().__init__([self._told, w.HBox([self._then, self._now, self._match]), w.HBox([self._done, self._undo])])
        filters.observe(self.refresh, "changes")
        self.refresh()

    @property
    def table(self) -> pd.DataFrame:
        """The matches that stand for these two assessments: ``id, text, about``."""
        notes, earlier = self.filters.said().notes, self.filters.pair[0].name
        mine = notes["about"].str.split().str[0] == earlier
        return notes.loc[(notes["kind"] == "match") & mine, ["id", "text", "about"]]

    def refresh(self, _=None, told: str = "") -> None:
        """Offer the members who are in one of the years only."""
        shown = self.filters.assessment and self.filters.anonymity == "named"
        show_if(shown, self)
        for control in (self._then, self._now, self._done):
            _offer(control, [])
        self._told.value = page.safely(lambda: self._offered(told)) if shown else ""

    def _offered(self, told: str) -> str:
        people = tables.panel(*self.filters.pair)
        gone = people[(people["id_before"] != "") & (people["status"] != "in both")]
        come = people[(people["id_after"] != "") & (people["status"] != "in both")]
        matched = self.table
        _offer(self._then, [(_named(row.name, row.id_before), row.id_before) for row in gone.itertuples()])
        _offer(self._now, [(_named(row.name, row.id_after), row.id_after) for row in come.itertuples()])
        _offer(self._done, [(f"{row.about.split()[-1]} = {row.text}", row.id) for row in matched.itertuples()])
        show_if(len(gone) and len(come), self._then, self._now, self._match)
        show_if(len(matched), self._done, self._undo)
        ask = ASK if (people["perhaps"] != "").any() else OFFER if len(gone) and len(come) else SURE
        return "".join(page.paragraph(words, "notice" if words == told else "") for words in (told, ask) if words)

    def _write(self, _) -> None:
        then, now, earlier = self._then.value, self._now.value, self.filters.pair[0].name
        self._keep(lambda into: into.add_note("match", now, about=[earlier, then], by=BY))

    def _take_back(self, _) -> None:
        text, about = self.table.set_index("id").loc[self._done.value]
        gone = {"id": self._done.value, "about": about.split(), "state": "withdrawn", "by": BY}
        self._keep(lambda into: into.add_note("match", text, **gone))

    def _keep(self, entry) -> None:
        try:
            entry(self.filters.assessment)
        except FaultsError as fault:
            return self.refresh(told=str(fault))
        except OSError as fault:
            return self.refresh(told=f"NOT SAVED: {said(fault)}. Press the button again.")
        self.filters.look_again()


def _list(words: str) -> w.Dropdown:
    return w.Dropdown(description=words, layout=w.Layout(width="300px"))


def _offer(control: w.Dropdown, options: list[tuple[str, str]]) -> None:
    control.options = options
    control.value = next((value for _, value in options), None)


def _named(name: str, id: str) -> str:
    return f"{name} ({id})" if name else id
