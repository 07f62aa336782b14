"""What stands after the questions of the sections: the closing questions, the process record, who signs."""

from __future__ import annotations

from collections.abc import Iterator

from assesslib.documents.form_said import Said, Signed
from assesslib.documents.form_section import box
from assesslib.documents.form_table import room
from assesslib.documents.model import Block, Bullets, Column, Fields, Heading, Paragraph, Table, Together
from assesslib.framework import Framework, Question, Role, Signatories

_LINES = 8
_FEW_LINES = 2


def closing_blocks(framework: Framework, said: Said) -> Iterator[Block]:
    """The questions at the end, each with its answer or room for one."""
    for question in framework.closing_questions:
        yield from _closing(question, said)


def _closing(question: Question, said: Said) -> Iterator[Block]:
    given = said.answers.get(question.id)
    if not given or not (given.text or given.areas):
        yield Together((Heading(question.text, 2), *box("Answer", _LINES).blocks))
        return
    yield Heading(question.text, 2)
    if given.text:
        yield Paragraph(given.text)
    if given.areas:
        yield Bullets(given.areas)


def process_blocks(framework: Framework, said: Said) -> Iterator[Block]:
    """The record of how the assessment was done; nothing where the framework has none."""
    asked = framework.process
    if not asked:
        return
    yield Heading(asked.heading or "Process")
    first, second = asked.columns if len(asked.columns) == 2 else ("Process", "Comments")
    blank = "" if any(said.process.values()) else room(_FEW_LINES)
    rows = tuple((row.text, said.process.get(row.id) or blank) for row in asked.rows)
    caption = "\n".join(filter(None, ("Process record", asked.intro)))
    yield Table((Column(first, 2), Column(second, 3)), rows, caption, row_headings=True)


def signing_blocks(framework: Framework, said: Said) -> Iterator[Block]:
    """What the signatories attest, and who signed when; lines to sign on where nobody has."""
    asked = framework.signatories
    if not asked:
        return
    yield Heading(asked.heading or "Signatories")
    if asked.attestation:
        yield Paragraph(asked.attestation)
    for role in asked.roles:
        yield Together(tuple(_signature(asked, role, said.signed.get(role.id))))
    if asked.footnote:
        yield Paragraph(asked.footnote, "small")


def _signature(asked: Signatories, role: Role, signed: Signed | None) -> Iterator[Block]:
    given = {"name": signed.name, "organisation": signed.organisation, "signature": signed.words} if signed else {}
    lines = asked.lines(role)
    unasked = tuple((name, words) for name, words in given.items() if words and name not in role.asks)
    more = tuple((name.capitalize(), words) for name, words in unasked)
    yield Fields((*((label, given.get(ask, "")) for ask, label in lines), *more))
    if signed and signed.changes:
        yield Paragraph("The record was changed after this signature:", "small")
        yield Bullets(signed.changes)
