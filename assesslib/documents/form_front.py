"""What stands before the questions: the introduction, the method, the health warning, whose form it is."""

from __future__ import annotations

from collections.abc import Iterator

from assesslib.documents.form_said import Said
from assesslib.documents.form_table import scale_lines
from assesslib.documents.model import Block, Bullets, Heading, Paragraph
from assesslib.framework import Framework, Method, Passage
from assesslib.words import day_in_words

_FIELDS = ("Partnership", "Date")


def field_pairs(framework: Framework, said: Said) -> tuple[tuple[str, str], ...]:
    """The fields at the top with what goes into them: the day where a label says date, who assesses in the first else.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> field_pairs(load_framework("cdrp-dat-partnership"), Said("Riverside", "2026-03-03"))
    (('Name of partnership', 'Riverside'), ('Date of assessment', '3 March 2026'))
    """
    labels = framework.questionnaire.fields or _FIELDS
    names = [label for label in labels if "date" not in label.casefold()]
    whose = dict.fromkeys(names[:1], said.partnership)
    return tuple((label, whose.get(label, "") if label in names else day_in_words(said.date)) for label in labels)


def front_blocks(framework: Framework) -> tuple[Block, ...]:
    """The saying, the introduction, the method and the health warning, as far as a framework has them."""
    motto = "\n".join(filter(None, (framework.motto, framework.motto_source)))
    return (
        *((Paragraph(motto, "quote"),) if motto else ()),
        *(block for passage in framework.introduction for block in _passage(passage, "Introduction", "")),
        *(_method(framework, framework.method) if framework.method else ()),
        *(_passage(framework.health_warning, "Health warning", "notice") if framework.health_warning else ()),
    )


def _passage(passage: Passage, usual: str, kind: str) -> Iterator[Block]:
    yield Heading(passage.heading or usual)
    yield Paragraph("\n".join(passage.text), kind)
    if passage.note:
        yield Paragraph(passage.note, "small")


def _method(framework: Framework, method: Method) -> Iterator[Block]:
    yield Heading(method.heading or "Method")
    yield from (Paragraph(text) for text in method.text)
    if method.steps:
        yield Bullets(
            tuple(_step(framework, method, place) for place in range(1, len(method.steps) + 1)), numbered=True
        )
    if method.note and not method.levels_after_step:
        yield Paragraph(method.note)


def _step(framework: Framework, method: Method, place: int) -> str:
    """A step with what is printed under it."""
    levels = (*scale_lines(framework), method.note) if place == method.levels_after_step else ()
    asked = (question.short or question.text for question in framework.closing_questions)
    under = tuple(f"• {text}" for text in asked) if place == method.questions_after_step else ()
    return "\n".join(filter(None, (method.steps[place - 1], *levels, *under)))
