"""The completed form of an assessment, in the order and the words in which its framework prints it."""

from __future__ import annotations

from assesslib.assessment import Assessment
from assesslib.documents.form_after import after_blocks
from assesslib.documents.form_end import closing_blocks, process_blocks, signing_blocks
from assesslib.documents.form_front import field_pairs, front_blocks
from assesslib.documents.form_said import Said, said_in
from assesslib.documents.form_section import noted_elsewhere, section_blocks
from assesslib.documents.form_table import item_prompts
from assesslib.documents.model import Block, Document, Fields, Heading
from assesslib.faults import shorten
from assesslib.framework import Framework

_TITLE = 255
_FOOT = 60


def completed_form(assessment: Assessment) -> Document:
    """The form of an assessment, filled in with what the team agreed and wrote; blank where it did neither.

    It holds nothing of what members rated alone. Where nothing is recorded yet it can be printed and filled in by hand.

    Raises
    ------
    FaultsError
        assessment.toml has faults.
    OSError
        The folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> form = completed_form(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    >>> form.title, form.landscape
    ('CDRP / DAT partnership self-assessment', True)
    """
    said = said_in(assessment)
    return form_document(assessment.framework, said, form_blocks(assessment.framework, said) + after_blocks(said))


def form_document(framework: Framework, said: Said, blocks: tuple[Block, ...]) -> Document:
    """Blocks of a form as a document: on its side where much is noted beside each item."""
    about = " – ".join(shorten(text, _FOOT) for text in (framework.title, said.partnership) if text)
    return Document(
        shorten(framework.title, _TITLE),
        blocks,
        framework.subtitle,
        said.date,
        landscape=bool(item_prompts(framework)),
        footer=about,
    )


def form_blocks(framework: Framework, said: Said, *, boxes: bool = False) -> tuple[Block, ...]:
    """All that a form prints, with what is filled in; ``boxes``: with boxes to tick."""
    asked = [block for section in framework.sections for block in section_blocks(framework, section, said, boxes=boxes)]
    fields = Fields(field_pairs(framework, said))
    own = bool(framework.questionnaire.fields)
    return (
        *(() if own else (fields,)),
        *front_blocks(framework),
        Heading(framework.questionnaire.heading or "Questionnaire"),
        *((fields,) if own else ()),
        *asked,
        *noted_elsewhere(framework, said),
        *closing_blocks(framework, said),
        *process_blocks(framework, said),
        *signing_blocks(framework, said),
    )
