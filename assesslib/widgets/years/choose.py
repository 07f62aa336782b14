"""Choose the assessments of a team that are to be compared: only those that can be, and why the others cannot."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import ipywidgets as w
import pandas as pd
import traitlets

from assesslib.assessment import Assessment, open_assessment
from assesslib.faults import FaultsError
from assesslib.tables.change import pair
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment

WIDE = w.Layout(width="720px")
NONE_BEFORE = "There is no earlier assessment here that this one can be compared with."
TICK = "Tick at least one earlier assessment."
NAMED_ELSE = (
    "Of a partnership with another name. Tick only what is the same team: this page compares no team with another."
)


class Offer(NamedTuple):
    """An assessment beside the latest one, and why it cannot be compared with it ("" where it can)."""

    label: str
    assessment: Assessment | None
    why: str


class ChooseYears(w.VBox):
    """The latest assessment from a list, and the earlier ones to compare it with as boxes to tick.

    Attributes
    ----------
    assessments : tuple of Assessment
        Those chosen, the earliest first; empty until there are two. Views watch it.
    """

    assessments = traitlets.Tuple()

    def __init__(self, folder: str | Path = "../data"):
        self._latest = ChooseAssessment(folder)
        self._boxes: list[tuple[w.Checkbox, Assessment]] = []
        self._earlier, self._told = w.VBox(), w.HTML()
        super().__init__([self._latest, self._earlier, self._told])
        self._latest.observe(self._offer, "assessment")
        self._offer()

    @property
    def table(self) -> pd.DataFrame:
        """All assessments of the folder: ``label, date, partnership, path``."""
        return self._latest.table

    def _offer(self, _=None) -> None:
        latest = self._latest.assessment
        self._offers = offers(latest, self.table) if latest else []
        latest_first = sorted(self._offers, key=lambda one: one.assessment.date if one.assessment else "", reverse=True)
        open_to = [one for one in latest_first if not one.why]
        ours = [one for one in open_to if one.assessment.partnership == latest.partnership]
        self._boxes = [(self._box(one, one is ours[0] if ours else False), one.assessment) for one in open_to]
        own = [box for box, found in self._boxes if found.partnership == latest.partnership]
        other = [box for box, found in self._boxes if found.partnership != latest.partnership]
        note = [w.HTML(page.page(page.paragraph(NAMED_ELSE, "notice")))] if other else []
        heading = [w.HTML("<b>Compare with</b>")] if self._boxes else []
        self._earlier.children = (*heading, *own, *note, *other)
        self._choose()

    def _box(self, offer: Offer, ticked: bool) -> w.Checkbox:
        box = w.Checkbox(description=offer.label, value=ticked, indent=False, layout=WIDE)
        box.observe(self._choose, "value")
        return box

    def _choose(self, _=None) -> None:
        chosen = sorted((found for box, found in self._boxes if box.value), key=lambda one: one.date)
        latest = self._latest.assessment
        apart = [why for two in pairwise(chosen) if (why := why_not(*two))]
        notes = "".join(page.paragraph(f"{why} Take one of the ticks away.", "notice") for why in apart)
        self._told.value = page.page(told(self._offers, len(self._boxes), len(chosen)) + notes if latest else "")
        self.assessments = (*chosen, latest) if chosen and not apart else ()


def offers(latest: Assessment, table: pd.DataFrame) -> list[Offer]:
    """Every other assessment of a folder, with why it cannot be compared with the latest one where it cannot."""
    others = [row for row in table.itertuples() if Path(row.path) != latest.folder]
    return [_offer(row.label, Path(row.path), latest) for row in others if Path(row.path).resolve() != latest.folder]


def _offer(label: str, path: Path, latest: Assessment) -> Offer:
    try:
        found = open_assessment(path)
    except FaultsError as error:
        return Offer(label, None, " ".join(map(str, error.faults)))
    except OSError as error:
        return Offer(label, None, f"The folder cannot be read: {error.strerror}.")
    why = why_not(found, latest)
    return Offer(label, None if why else found, why)


def why_not(before: Assessment, after: Assessment) -> str:
    """Why two assessments cannot be compared, "" where they can."""
    try:
        pair(before, after)
        return ""
    except FaultsError as error:
        return " ".join(map(str, error.faults))
    except OSError as error:
        return f"The folder cannot be read: {error.strerror}."


def told(found: Sequence[Offer], boxes: int, ticked: int) -> str:
    """What is missing for a comparison, and why the assessments that are not offered are not."""
    needed = NONE_BEFORE if not boxes else "" if ticked else TICK
    left = [f"{one.label}: {one.why}" for one in found if one.why]
    why = page.unfolding(f"Why {_not_offered(len(left))}", page.listing(left)) if left else ""
    return (page.paragraph(needed, "notice") if needed else "") + why


def _not_offered(n: int) -> str:
    return "one assessment is not offered" if n == 1 else f"{n} assessments are not offered"
