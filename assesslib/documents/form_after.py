"""What a team recorded beyond its form: the causes behind the areas for improvement, and who does what by when."""

from __future__ import annotations

from collections.abc import Iterator

from assesslib.documents.form_said import Action, Cause, Said
from assesslib.documents.model import Block, Column, Heading, Table


def after_blocks(said: Said) -> tuple[Block, ...]:
    """Causes and actions, as far as there are any."""
    return (*_causes(said.causes), *_actions(said.actions))


def _causes(causes: tuple[Cause, ...]) -> Iterator[Block]:
    if causes:
        yield Heading("Underlying causes")
        rows = tuple((cause.text, "\n".join(f"• {text}" for text in cause.behind)) for cause in causes)
        yield Table((Column("Cause", 2), Column("What it stands behind", 3)), rows, "Causes", row_headings=True)


def _actions(actions: tuple[Action, ...]) -> Iterator[Block]:
    if actions:
        yield Heading("Actions")
        columns = (Column("Action", 3), Column("Owner"), Column("Due", 1.3, "date"), Column("Measure", 2.5),
                   Column("Status"))  # fmt: skip
        rows = tuple((one.text, one.owner, one.due, one.measure, one.status) for one in actions)
        yield Table(columns, rows, "Who does what by when", row_headings=True)
