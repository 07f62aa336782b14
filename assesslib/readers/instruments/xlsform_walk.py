"""The rows of an XLSForm's survey with the groups that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from assesslib.readers.instruments import xlsform_types as types
from assesslib.readers.instruments.records import LEFT_OUT, Node, Trace
from assesslib.readers.instruments.xlsform_rows import Form, Line
from assesslib.readers.instruments.xlsform_scale import Answers

_LAYOUTS = ("score", "kobomatrix", "matrix", "table", "rank")
MOST_OPEN = 40
"""Groups inside one another; forms have three or four."""


@dataclass(frozen=True)
class Group:
    """A group that is open: its row, whether it is the heading of what stands within it, and its row's place."""

    place: int
    line: Line
    heading: bool


@dataclass(frozen=True)
class Here:
    """A row of the survey, its type, and what it stands among."""

    form: Form
    answers: Answers
    line: Line
    kind: types.Type
    groups: tuple[Group, ...]
    items: frozenset[str]
    after_item: bool

    @property
    def text(self) -> str:
        """Its wording in the language that is read."""
        return self.line.label(self.form.language)

    @property
    def under(self) -> int | None:
        """The place in the survey of the heading it stands under."""
        return next((group.place for group in reversed(self.groups) if group.heading), None)

    def node(self, kind: str, text: str, **more: str) -> Node:
        """The row as a part of the framework."""
        return Node(self.line.spot, kind, text, under=self.under, **more)

    def left_out(self, why: str) -> Trace:
        """The row as no part of it."""
        return Trace(self.line.spot, self.text or self.line.said, LEFT_OUT, why)


def open_groups(form: Form) -> list[tuple[Group, ...]]:
    """The groups that are open before each row, and after the last."""
    steps = accumulate(enumerate(form.survey), lambda open_, step: _stepped(form, open_, *step), initial=())
    return list(steps)


def _stepped(form: Form, open_: tuple[Group, ...], place: int, line: Line) -> tuple[Group, ...]:
    kind = types.type_of(line.get("type"))
    if kind.kind == types.END and not line.disabled:
        return open_[:-1]
    if kind.kind != types.BEGIN or line.disabled or len(open_) >= MOST_OPEN:
        return open_
    heading = bool(line.label(form.language)) and not lays_out(line, kind, open_)
    return (*open_, Group(place, line, heading))


def lays_out(line: Line, kind: types.Type, open_: tuple[Group, ...]) -> bool:
    """Whether a group only lays out questions on one stem, within a section."""
    layout = kind.name in _LAYOUTS or "table-list" in line.get("appearance")
    return layout and any(group.heading for group in open_)


def rows_here(form: Form, answers: Answers, stacks: Sequence[tuple[Group, ...]]) -> Iterator[Here]:
    """Every row of the survey; ``stacks`` are the groups that are open before each."""
    kinds = [types.type_of(line.get("type")) for line in form.survey]
    asked = [kind.kind in (types.SELECT, types.SCORE_ROW) for kind in kinds]
    names = frozenset(line.get("name") for line, one in zip(form.survey, asked, strict=True) if one)
    for place, (line, kind) in enumerate(zip(form.survey, kinds, strict=True)):
        yield Here(form, answers, line, kind, stacks[place], names, place > 0 and asked[place - 1])
