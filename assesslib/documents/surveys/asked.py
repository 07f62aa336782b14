"""What every survey asks, whatever the tool: who answers, each item with its id, each answer with its code."""

from __future__ import annotations

from typing import NamedTuple

from assesslib.documents._text import shown
from assesslib.documents.workbook_sheet import DONT_KNOW, NOT_APPLICABLE
from assesslib.framework import Framework, Item, Section
from assesslib.words import series


class Field(NamedTuple):
    """Something asked of the person: a short name, the words, whether it must be answered."""

    name: str
    text: str
    required: bool = False


class Option(NamedTuple):
    """An answer: its code ("" where it is no level of the scale), its words, the state it stands for."""

    code: str
    text: str
    state: str = "rated"

    @property
    def label(self) -> str:
        """The words with the code before them, as an export gives them back.

        Examples
        --------
        >>> Option("c", "We partly do this").label, Option("", "Don’t know", "dont_know").label
        ('c = We partly do this', 'Don’t know')
        """
        return f"{self.code} = {self.text}" if self.code else self.text


ABOUT = "About you"
WHO = (
    Field("name", "Your name or pseudonym", required=True),
    Field("organisation", "Your organisation"),
    Field("role", "Your role"),
)


def one_line(text: str) -> str:
    """A text on one line with single spaces, what no file can hold spelled out.

    Examples
    --------
    >>> one_line(" Partners\\tmeet\\r\\nand\\x07 talk ")
    'Partners meet and[U+0007] talk'
    """
    return " ".join(shown(text).split())


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, an ellipsis for what is left out.

    Examples
    --------
    >>> cut("Partners meet", 9), cut("Partners", 9)
    ('Partners…', 'Partners')
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def options(framework: Framework) -> tuple[Option, ...]:
    """The answers a survey offers: the scale, then not to know and not to apply.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> [option.label for option in options(load_framework("cdrp-dat-partnership"))][-3:]
    ['D = Doing well', 'Don’t know', 'Not applicable']
    """
    levels = (Option(code, one_line(label)) for code, label in framework.scale.items())
    return (*levels, Option("", DONT_KNOW, "dont_know"), Option("", NOT_APPLICABLE, "not_applicable"))


def statement(item: Item) -> str:
    """The wording of an item behind its id.

    Examples
    --------
    >>> statement(Item("5.1", "Partners meet"))
    '5.1 Partners meet'
    """
    return f"{item.id} {one_line(item.text)}"


def comment_on(item: Item) -> str:
    """The words that ask for a comment on an item.

    Examples
    --------
    >>> comment_on(Item("5.1", "Partners meet"))
    'Comment on 5.1'
    """
    return f"Comment on {item.id}"


def rated(framework: Framework) -> tuple[Section, ...]:
    """The sections that hold items; what the others ask is for the team together.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> len(rated(load_framework("csit-collaborative-working")))
    6
    """
    return tuple(section for section in framework.sections if section.rated)


def title_of(section: Section) -> str:
    """The title of a section behind its number, on one line.

    Examples
    --------
    >>> title_of(Section("leadership", "Leadership", "1"))
    '1. Leadership'
    """
    return one_line(f"{section.number}. {section.title}" if section.number else section.title)


def how_to_answer(framework: Framework, comments: bool) -> str:
    """How a survey is answered, in words; ``comments`` says whether there is room for them.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> print(how_to_answer(load_framework("cdrp-dat-partnership"), comments=True))
    Answer on your own, before the team talks about it. For each standard choose the answer that fits best; pass over
    what you do not want to answer. Comment where it helps. Where Local and National differ, choose what fits best
    overall and say in the comment how they differ.
    """
    sides = series([one_line(facet.label) for facet in framework.facets])
    differ = f" Where {sides} differ, choose what fits best overall and say in the comment how they differ."
    beside = f" Comment where it helps.{differ if sides else ''}" if comments else ""
    return (
        f"Answer on your own, before the team talks about it. For each {one_line(framework.item_term)} choose the "
        f"answer that fits best; pass over what you do not want to answer.{beside}"
    )


def warning(framework: Framework) -> str:
    """What a framework warns of before anybody answers, on one line; "" where it has no such words.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> warning(load_framework("csit-collaborative-working"))[:54]
    'Health Warning! Remember that self-assessment is not a'
    """
    said = framework.health_warning
    return one_line(" ".join((said.heading, *said.text, said.note))) if said else ""
