"""How to read a report, and the health warning in the framework's own words."""

from __future__ import annotations

from assesslib.documents.model import Block, Bullets, Heading, Paragraph
from assesslib.documents.report_words import scale_in_words
from assesslib.framework import Framework

NO_WARNING = (
    "Read what stands here as prompts for a talk about how to work better together. It is no competition, no points "
    "are scored, and nobody is to blame."
)
READING = (
    "Two members differ by so many levels on average: take any two who rated it, and count the levels between them. "
    "The items on which that is most, for the number who rated, stand on top, because they are worth talking about; "
    "it says nothing of how good the work is.",
    "The medians mark the middle: as many members stand at or below as at or above. With an even number there may be "
    "two, a low one and a high one, and both are shown.",
    "The words for a shape: all agree; adjacent, two levels side by side; lone voice, one member two levels or more "
    "away from the middle; two camps, a third or more on each side and two levels between them; scattered, anything "
    "else.",
    "The consensus is what the team decided in its talk. It is never computed, and it may lie where nobody stood. “No "
    "consensus, views recorded” is a result too.",
    "No answer, don’t know and not applicable are answers of their own; none is counted as a level.",
    "Where something is said to come about by chance in so many of 100 cases, members or levels were dealt at random "
    "many times over. It is a hint how much to make of it, not a verdict.",
    "There are no totals, no averages of levels and no percentages of a best result here, as letters on a scale cannot "
    "be added up.",
)


def reading_part(framework: Framework, more: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """How to read it: the scale, the measures and their words.

    Parameters
    ----------
    framework : Framework
        What was asked.
    more : tuple of str
        What is to be said besides.
    """
    scale = f"The levels, from the lowest: {scale_in_words(framework.scale)}."
    return Heading("How to read this"), Bullets((scale, *READING, *more))


def warning_part(framework: Framework) -> tuple[Block, ...]:
    """The framework's health warning, word by word; where it has none, what every self-assessment asks for."""
    warning = framework.health_warning
    if not warning or not warning.text:
        return Heading("A health warning"), Paragraph(NO_WARNING, "notice")
    return Heading(warning.heading or "A health warning"), *(Paragraph(text, "notice") for text in warning.text)
