"""One member rates one section alone: full wording, the scale in sight, a key an item."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets

from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Section
from assesslib.tables.board import ANSWERED
from assesslib.widgets.board import ELEMENTS
from assesslib.widgets.capture import Capture
from assesslib.widgets.grid_answers import BLANK, Answer, Turns, standing_answers, standing_turns

HERE = Path(__file__).parent
PARTS = ("rating_form_parts", "rating_form")


class RatingForm(Capture):
    """The form of one member.

    Attributes
    ----------
    section : str
        The section that is shown.
    table : DataFrame
        This member's tidy ratings as they stand in the folder.

    Raises
    ------
    FaultsError
        An unknown member.
    """

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = HERE / "capture.css"
    section = traitlets.Unicode()

    def __init__(self, assessment: Assessment, member: str, section: str = ""):
        with suppress(OSError):  # a folder that is gone is told on the form; who is no member gets none
            assessment.ratings_of(member)
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
        framework, said = self.assessment.framework, standing_answers(self.assessment, self.member)
        turns = standing_turns(self.assessment)
        here = framework.section(self.section)
        return {
            "term": framework.item_term,
            "terms": framework.term(2),
            "member": self._name(),
            "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
            "facets": [{"id": facet.id, "label": facet.label} for facet in framework.facets],
            "sections": [self._progress(section, said, turns) for section in framework.sections if section.rated],
            "section": self.section,
            "items": [{"id": item.id, "text": item.text} for item in here.items],
            "answers": {item.id: _in_full(said[item.id]) for item in here.items if item.id in said},
        }

    def _name(self) -> str:
        return next(one.name or one.id for one in self.assessment.settings.members if one.id == self.member)

    def _progress(self, section: Section, said: Mapping[str, Answer], turns: Turns) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": f"{section.number} {section.title}".strip(),
            "intro": section.intro,
            "asked": len(section.items),
            "answered": sum(said.get(item.id, BLANK).state in ANSWERED for item in section.items),
            "done": (section.id, self.member) in turns.done,
            "closed": section.id in turns.closed,
        }


def _in_full(answer: Answer) -> dict[str, Any]:
    return {"state": answer.state, "level": answer.level, "facets": dict(answer.facets), "comment": answer.comment}
