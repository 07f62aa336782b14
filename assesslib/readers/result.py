"""What an import found, before any of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.ratings import tidy
from assesslib.readers.mapping import Line

AGREED = ("item", "facet", "state", "level", "note")
NOTED = ("kind", "section", "item", "text", "about", "owner", "due", "measure", "status")
REJECTS = ("file", "row", "column", "member", "item", "text", "why")
BECAME = ("file", "column", "heading", "became", "item", "facet", "how")


@dataclass(frozen=True)
class ImportResult:
    """What was found in other tools' files.

    Attributes
    ----------
    framework : Framework
        What was rated.
    layouts : tuple of (str, str)
        By file and sheet the layout it was read as, in words.
    members : DataFrame
        Everybody whose answers count: ``id, name, organisation, role``.
    answers : DataFrame
        One row an answer: ``member, item, facet, state, level, comment`` and ``at``, when it was sent (or missing).
    consensus : DataFrame
        What a consensus column or a filled form says was agreed: ``item, facet, state, level, note``.
    notes : DataFrame
        What a filled form says besides: ``kind, section, item, text, about, owner, due, measure, status``.
    columns : DataFrame
        What each column of each file became: ``file, column, heading, became, item, facet, how``.
    people : DataFrame
        One row a response: ``place, row, name, email, member, mark, fate``.
    texts : DataFrame
        What each text was read as and how often: ``text, became, times``.
    rejects : DataFrame
        Every cell that holds something and was not taken: ``file, row, column, member, item, text, why``.
    lone : DataFrame
        The cells of members who stand alone in their table (see `lone.lone_cells`): ``file, row, column, member, item,
        text``.
    faults : tuple of Fault
        Every fault; those that are ``handled`` need nothing done.
    questions : tuple of Line
        The lines of a mapping that a person may have to complete.
    new : tuple of str, or None
        The ids of those whom the team lacked; None where no team was given.
    """

    framework: Framework
    layouts: tuple[tuple[str, str], ...] = ()
    members: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["id", "name", "organisation", "role"]))
    answers: pd.DataFrame = field(default_factory=pd.DataFrame)
    consensus: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(AGREED)))
    notes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(NOTED)))
    columns: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(BECAME)))
    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    texts: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["text", "became", "times"]))
    rejects: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(REJECTS)))
    lone: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*REJECTS[:-1]]))
    faults: tuple[Fault, ...] = ()
    questions: tuple[Line, ...] = ()
    name: str = ""
    new: tuple[str, ...] | None = None

    @property
    def wrong(self) -> tuple[Fault, ...]:
        """The faults that stand: until they are dealt with nothing is written."""
        return tuple(fault for fault in self.faults if not fault.handled)

    @cached_property
    def ratings(self) -> pd.DataFrame:
        """Tidy ratings (see `assesslib.ratings.tidy`) of everything that could be read."""
        return _tidy(self)

    @property
    def report(self):
        """What was read, asked and left, for the screen, as text and as tables (see `ImportReport`)."""
        from assesslib.readers.report import report_of

        return report_of(self)


def _tidy(result: ImportResult) -> pd.DataFrame:
    """The answers with their members and sections, in the columns and types of tidy ratings."""
    none = tidy([], result.framework)
    if result.answers.empty:
        return none
    team = result.members.set_index("id")
    sections = {item.id: item.section for item in result.framework.items}
    said, scale = result.answers, none["level"].dtype
    texts = {
        "assessment": said.get("assessment", result.name),
        "date": said.get("date", pd.NaT),
        "member": _texts(said["member"]),
        "organisation": _texts(said["member"], _by_index(team["organisation"])),
        "role": _texts(said["member"], _by_index(team["role"])),
        "section": _texts(said["item"], sections),
        "item": _texts(said["item"]),
        "facet": _texts(said["facet"]),
        "round": said.get("round", 1),
        "state": _texts(said["state"]),
        "level": _levels(said["level"], scale),
        "comment": said["comment"],
        "at": pd.to_datetime(said["at"], utc=True),
    }
    return pd.DataFrame(texts, index=said.index, copy=False).astype(none.dtypes.to_dict()).reset_index(drop=True)


def _texts(column: pd.Series, means: Mapping[str, str] | None = None) -> ExtensionArray:
    """Texts, or what each stands for; of categories each different one once."""
    said = column.array if isinstance(column.dtype, pd.CategoricalDtype) else pd.Categorical(column)
    kinds = said.categories.to_numpy(dtype="object").tolist()
    found = pd.array([*(kinds if means is None else map(means.get, kinds)), None], dtype="str")
    return found[said.codes]


def _by_index(texts: pd.Series) -> dict[str, str]:
    return dict(zip(texts.index.to_numpy(), texts.to_numpy(dtype="object"), strict=True))


def _levels(column: pd.Series, scale: pd.CategoricalDtype) -> pd.Categorical:
    """Texts as levels of a scale; those that are none are missing."""
    said = column.array if isinstance(column.dtype, pd.CategoricalDtype) else pd.Categorical(column)
    ranks = scale.categories.get_indexer(list(said.categories))
    return pd.Categorical.from_codes(np.append(ranks, -1)[said.codes], dtype=scale)
