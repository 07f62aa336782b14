"""Blank questionnaires: on paper with boxes to tick, and as a workbook for each member that is read back."""

from __future__ import annotations

from collections.abc import Iterator

from assesslib.assessment import Assessment
from assesslib.documents.form import form_blocks, form_document
from assesslib.documents.form_said import Agreed, Noted, Said
from assesslib.documents.form_table import item_prompts, item_table
from assesslib.documents.model import Block, Bullets, Document, Fields, Heading, Paragraph, Together
from assesslib.documents.workbook import member_workbook
from assesslib.documents.workbook_read import Returned, read_workbooks
from assesslib.faults import listed
from assesslib.framework import Example, Framework

__all__ = ["Returned", "blank_questionnaire", "member_workbook", "read_workbooks"]
_WHO = Fields((("Your name", ""), ("Your organisation", "")))


def blank_questionnaire(source: Assessment | Framework) -> Document:
    """A form to print and fill in by hand: boxes to tick, room to write, the scale in words on every page.

    Parameters
    ----------
    source : Assessment or Framework
        What is assessed, by whom and on which day is then filled in; or what is asked.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> blank_questionnaire(load_framework("csit-collaborative-working")).subtitle[:25]
    'Assessing & understanding'
    """
    framework, said = (source, Said()) if isinstance(source, Framework) else (source.framework, _whose(source))
    blocks = form_blocks(framework, said, boxes=True)
    place = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2)
    asked = (*blocks[:place], Paragraph(how_to_mark(framework), "notice"), *blocks[place:])
    return form_document(framework, said, (_WHO, *asked, *_guidance(framework)))


def _whose(assessment: Assessment) -> Said:
    return Said(assessment.partnership, assessment.date)


def how_to_mark(framework: Framework) -> str:
    """How an answer is marked on paper that is not one level of the scale.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> print(how_to_mark(load_framework("cdrp-dat-partnership")))
    Tick one box for each standard: the level that fits best. Where you do not know, write ? beside the boxes; where it
    does not apply, write n/a. Where it differs, tick twice and write beside each tick which it is for: Local, National
    (Nat).
    """
    sides = listed(f"{facet.label} ({facet.mark})" if facet.mark else facet.label for facet in framework.facets)
    split = f" Where it differs, tick twice and write beside each tick which it is for: {sides}." if sides else ""
    return (
        f"Tick one box for each {framework.item_term}: the level that fits best. Where you do not know, write ? beside "
        f"the boxes; where it does not apply, write n/a.{split}"
    )


def _guidance(framework: Framework) -> Iterator[Block]:
    if framework.guidance:
        yield Heading(framework.guidance.heading or "Examples")
        for example in framework.guidance.examples:
            yield Together((Paragraph(example.lead), _example(framework, example)))


def _example(framework: Framework, example: Example) -> Block:
    """Evidence as somebody gave it, in the table of the form; a list where the form has no place for evidence."""
    if not any(prompt.kind == "evidence" for prompt in item_prompts(framework)):
        return Bullets(example.evidence)
    noted = tuple(Noted("evidence", "", example.item, text) for text in example.evidence)
    said = Said(agreed={example.item: (Agreed("", "rated", example.level),)}, noted=noted)
    return item_table(framework, [framework.item(example.item)], said, caption=f"Example for {example.item}")
