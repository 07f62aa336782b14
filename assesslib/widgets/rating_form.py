"""One member rates one section alone: full wording, the scale in sight, a key an item."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets

from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Section
from assesslib.tables.board import ANSWERED, section_states
from assesslib.widgets.capture import Capture

HERE = Path(__file__).parent


class RatingForm(Capture):
    """The form of one member.

    Attributes
    ----------
    section : str
        The section that is shown.
    table : DataFrame
        This member's tidy ratings as they stand in the folder.
    """

    _esm = HERE / "rating_form.js"
    _css = HERE / "capture.css"
    section = traitlets.Unicode()

    def __init__(self, assessment: Assessment, member: str, section: str = ""):
        self.member = member
        first = next(part.id for part in assessment.framework.sections if part.rated)
        super().__init__(assessment, section=section or first)

    @property
    def table(self) -> pd.DataFrame:
        return self.assessment.ratings_of(self.member)

    def act(self, entry: Mapping[str, Any]) -> None:
        match entry.get("type"):
            case "rate":
                self._rate(entry)
            case "done":
                self.assessment.record(self.section, "done", member=self.member, by=self.member)
            case "section":
                self.section = str(entry["section"])
            case other:
                raise FaultsError([Fault("is nothing this form can do", value=str(other))])

    def _rate(self, entry: Mapping[str, Any]) -> None:
        said = {"comment": str(entry.get("comment", "")), "by": self.member}
        facets = entry.get("facets") or {}
        if facets:
            self.assessment.rate_split(self.member, entry["item"], facets, **said)
        else:
            state, level = str(entry.get("state", "")), str(entry.get("level", ""))
            self.assessment.rate(self.member, entry["item"], level, state=state, **said)

    def shown(self) -> dict[str, Any]:
        framework, table, progress = self.assessment.framework, self.table, self.assessment.progress
        rated = [section for section in framework.sections if section.rated]
        here = framework.section(self.section)
        return {
            "term": framework.item_term,
            "terms": framework.term(2),
            "member": self._name(),
            "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
            "facets": [{"id": facet.id, "label": facet.label} for facet in framework.facets],
            "sections": [self._progress(section, table, progress) for section in rated],
            "section": self.section,
            "items": [{"id": item.id, "text": item.text} for item in here.items],
            "answers": answers(table[table["section"] == self.section]),
        }

    def _name(self) -> str:
        members = self.assessment.members.set_index("id")["name"]
        return members[self.member] or self.member

    def _progress(self, section: Section, table: pd.DataFrame, progress: pd.DataFrame) -> dict[str, Any]:
        mine = table[(table["section"] == section.id) & table["state"].isin(ANSWERED)]
        events = progress[(progress["section"] == section.id) & (progress["member"] == self.member)]
        return {
            "id": section.id,
            "title": f"{section.number} {section.title}".strip(),
            "intro": section.intro,
            "asked": len(section.items),
            "answered": int(mine["item"].nunique()),
            "done": "done" in set(events["event"]),
            "closed": section_states(progress, self.assessment.framework)[section.id] == "closed",
        }


def answers(table: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """One member's answers by item: ``state, level, facets, comment``; items passed over are left out."""
    rows = table[table["at"].notna() & (table["round"] == 1)]
    return {item: _answer(said) for item, said in rows.groupby("item", sort=False)}


def _answer(said: pd.DataFrame) -> dict[str, Any]:
    first = said.iloc[0]
    levels = said["level"].astype("object").fillna("")
    split = first["state"] == "split"
    return {
        "state": first["state"],
        "level": "" if split else levels.iloc[0],
        "facets": dict(zip(said["facet"], levels, strict=True)) if split else {},
        "comment": first["comment"],
    }
