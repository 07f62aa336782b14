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
from assesslib.widgets.grid_answers import (
    BLANK,
    LAST_YEAR,
    TODAY,
    Answer,
    Turns,
    standing_answers,
    standing_turns,
    turn_of,
)

HERE = Path(__file__).parent
PARTS = ("rating_form_parts", "rating_form_drafts", "rating_form")


class RatingForm(Capture):
    """The form of one member.

    Where the assessment looks back, each item has a second line: where the team was last year, seen from today. It is
    kept apart from today's answer and is never counted.

    Attributes
    ----------
    asked : dict
        Whose form it is, the scale, the sections and their items, and whether it looks back.
    section : str
        The section that is shown.
    finished : bool
        Whether the member has finished; the form is closed then and shows nothing any more.
    table : DataFrame
        This member's tidy ratings as they stand in the folder.

    Raises
    ------
    FaultsError
        An unknown member.
    """

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = HERE / "capture.css"
    asked = traitlets.Dict().tag(sync=True)
    section = traitlets.Unicode().tag(sync=True)
    finished = traitlets.Bool()

    def __init__(self, assessment: Assessment, member: str, section: str = ""):
        with suppress(OSError):  # a folder that is gone is told on the form; who is no member gets none
            assessment.ratings_of(member)
        self.member = member
        first = next(part.id for part in assessment.framework.sections if part.rated)
        super().__init__(assessment, asked=_asked(assessment, member), section=section or first)

    @property
    def table(self) -> pd.DataFrame:
        return self.assessment.ratings_of(self.member)

    def act(self, entry: Mapping[str, Any]) -> None:
        match entry.get("type"):
            case "rate":
                self._rate(entry)
            case "done":
                self.assessment.record(str(entry["section"]), "done", member=self.member, by=self.member)
            case "finish":
                self._finish()
            case other:
                raise FaultsError([Fault("is nothing this form can do", value=str(other))])

    def _rate(self, entry: Mapping[str, Any]) -> None:
        said = {"comment": str(entry.get("comment", "")), "by": self.member, "round": turn_of(entry)}
        facets = entry.get("facets") or {}
        if facets:
            self.assessment.rate_split(self.member, entry["item"], facets, **said)
        else:
            state, level = str(entry.get("state", "")), str(entry.get("level", ""))
            self.assessment.rate(self.member, entry["item"], level, state=state, **said)

    def _finish(self) -> None:
        """Nothing waits when this is reached: entries are written in their order."""
        self.finished = True
        self.close()

    def shown(self) -> dict[str, Any]:
        framework, said = self.assessment.framework, standing_answers(self.assessment, self.member)
        turns = standing_turns(self.assessment)
        rated = [section for section in framework.sections if section.rated]
        return {
            "answers": _in_full(said[TODAY]),
            "last_year": _in_full(said[LAST_YEAR]),
            "progress": {section.id: self._progress(section, said[TODAY], turns) for section in rated},
        }

    def _progress(self, section: Section, said: Mapping[str, Answer], turns: Turns) -> dict[str, Any]:
        return {
            "answered": sum(said.get(item.id, BLANK).state in ANSWERED for item in section.items),
            "done": (section.id, self.member) in turns.done,
            "closed": section.id in turns.closed,
        }


def is_begun(assessment: Assessment, member: str) -> bool:
    """Whether a member has answered anything; a form that cannot be read just now counts as begun."""
    try:
        return any(standing_answers(assessment, member).values())
    except (OSError, FaultsError):
        return True


def _asked(assessment: Assessment, member: str) -> dict[str, Any]:
    framework = assessment.framework
    return {
        "member": next(one.name or one.id for one in assessment.settings.members if one.id == member),
        "term": framework.item_term,
        "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
        "facets": [{"id": facet.id, "label": facet.label} for facet in framework.facets],
        "looking_back": assessment.settings.looking_back,
        "sections": [_section(section) for section in framework.sections if section.rated],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": f"{section.number} {section.title}".strip(),
        "intro": section.intro,
        "items": [{"id": item.id, "text": item.text} for item in section.items],
    }


def _in_full(said: Mapping[str, Answer]) -> dict[str, dict[str, Any]]:
    return {
        item: {"state": one.state, "level": one.level, "facets": dict(one.facets), "comment": one.comment}
        for item, one in said.items()
    }
