"""What is in doubt in a file that comes in, in words, and what it may be chosen to be."""

from __future__ import annotations

from collections.abc import Iterator

from assesslib.assessment import Assessment
from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.readers.mapping import COLUMN, LEVEL, NOTHING, USES, Line, worded
from assesslib.readers.who_asked import OVER, PERHAPS

Option = tuple[str, str]
"""What a list shows, and what is written into the mapping for it."""
_NOT_SAID: Option = ("what is it?", "")
_WHO: list[Option] = [(f"who answered: {use}", use) for use in USES]
_KINDS = {COLUMN: "The column", LEVEL: "The answer"}


def asked(line: Line) -> str:
    """What is in doubt, in words.

    Examples
    --------
    >>> asked(Line(COLUMN, "Trust", "1.1 We trust", "begins like")), asked(Line(LEVEL, "3", "", "a number"))
    ('The column “Trust” begins like 1.1.', 'The answer “3”: a number.')
    """
    kind = "The text" if line.why == OVER else _KINDS.get(line.kind, "The person")
    what = f"{kind} “{shorten(line.found, 70)}”"
    if line.perhaps in USES or line.why in (OVER, PERHAPS):
        return f"{what} {line.why}."
    if line.kind == COLUMN and line.perhaps:
        return f"{what} {line.why} {line.perhaps.partition(' ')[0]}."
    return f"{what}: {line.why}." if line.why and line.kind != COLUMN else f"{what}."


def options_of(line: Line, assessment: Assessment) -> list[Option]:
    """What something in doubt may be: for a heading who answered, the items, their sides and the comments on them."""
    if line.why == OVER:
        return [_NOT_SAID, *_WHO, ("nothing that was asked", NOTHING)]
    if line.kind == COLUMN:
        items, who = list(_items(line, assessment.framework)), _WHO
        first, second = (who, items) if line.why == PERHAPS else (items, who)
        return [_NOT_SAID, *first, *second, ("nothing that was asked", NOTHING)]
    if line.kind == LEVEL:
        levels = [(f"{level.code} = {shorten(level.label, 60)}", level.code) for level in assessment.framework.levels]
        return [_NOT_SAID, *levels, ("no answer", "blank"), ("don’t know", "dont know"), ("not applicable", "n/a")]
    return [_NOT_SAID, *((member.name or member.id, member.id) for member in assessment.settings.members)]


def _items(line: Line, framework: Framework) -> Iterator[Option]:
    """What is likely, then all the others in the framework's order."""
    if line.perhaps and line.perhaps not in USES:
        yield f"probably: {shorten(line.perhaps, 60)}", line.perhaps
    for said in _targets(framework):
        if said != line.perhaps:
            yield shorten(said, 70), said


def _targets(framework: Framework) -> Iterator[str]:
    for item in framework.items:
        yield worded(item.id, framework)
        for facet in framework.facets:
            yield worded(item.id, framework, facet.id)
        for facet in ("", *(facet.id for facet in framework.facets)):
            yield worded(item.id, framework, facet, comment=True)
