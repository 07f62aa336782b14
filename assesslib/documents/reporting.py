"""The report of an assessment: what a board reads on one page, and everything behind it."""

from __future__ import annotations

import pandas as pd

from assesslib import tables
from assesslib.assessment import Standing, standing
from assesslib.documents._text import isolated
from assesslib.documents.model import Block, Document, PageBreak
from assesslib.documents.report_front import front
from assesslib.documents.report_patterns import causes_part, divides_part, threads_part
from assesslib.documents.report_people import people_part
from assesslib.documents.report_plans import plans_part
from assesslib.documents.report_reading import reading_part, warning_part
from assesslib.documents.report_sections import closing_part, section_part
from assesslib.documents.report_words import Told
from assesslib.tables import shown_grouping
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment
from assesslib.words import day_in_words

TITLE = "Report on the self-assessment"
MOST = 200
"""Letters of a partnership's name in a title at most."""


def report(assessment, anonymity: str = "pooled", *, by: str = "", since: str = "") -> Document:
    """The report of one assessment, for any writer of `assesslib.documents`.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment, or its standing.
    anonymity : str
        How much is shown of who said what: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; the report
        says which it is.
    by : str
        How members are grouped, ``"organisation"`` or ``"role"``; by default as the tier allows.
    since : str
        The day of the last assessment, like 2025-03-04, to ask about evidence that is older.

    Returns
    -------
    Document
        One page of findings; then section by section the pictures, what was agreed, strengths and areas for
        improvement; what runs through it and what stands behind it; what will be done; how it was done; how to read it.
        Nothing in it depends on the day it is made.

    Raises
    ------
    FaultsError
        An unknown tier or grouping, one that the tier hides, a day that is none, or anything but an assessment.
    OSError
        The folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> made = report(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    >>> made.title
    'Report on the self-assessment: Worked example (no name on the form)'
    """
    told = _told(assessment, anonymity, by, since)
    said = told.said
    title = titled(TITLE, said.partnership)
    subtitle = " – ".join(filter(None, [told.framework.title, told.framework.source]))
    return Document(
        title,
        (*front(told, title, subtitle), PageBreak(), *_blocks(told)),
        subtitle=subtitle,
        day=said.date,
        footer=footer(said.partnership or TITLE, said.date),
    )


def _told(assessment, anonymity: str, by: str, since: str) -> Told:
    check_assessment(assessment, *Standing.__dataclass_fields__)
    check_tier(anonymity, by)
    said = standing(assessment)
    found = tables.findings(said, anonymity=anonymity, by=by, since=since)
    apart = tables.spread(tables.disparity(said.ratings, anonymity=anonymity), said.framework.table())
    by = by or shown_grouping(anonymity)
    divides = tables.divides(said.ratings, by, anonymity=anonymity) if by else pd.DataFrame()
    return Told(said, anonymity, by, found, apart, divides)


def _blocks(told: Told) -> tuple[Block, ...]:
    sections = (block for section in told.framework.sections for block in section_part(told, section))
    return (
        *sections,
        *closing_part(told),
        *divides_part(told),
        *threads_part(told),
        *causes_part(told),
        *plans_part(told),
        *people_part(told),
        *reading_part(told.framework),
        *warning_part(told.framework),
    )


def titled(title: str, partnership: str) -> str:
    """A title with the partnership's name, where it has one that is not too long to stand there.

    Examples
    --------
    >>> titled("Report", "North and South"), titled("Report", "")
    ('Report: North and South', 'Report')
    """
    return f"{title}: {partnership}" if partnership and len(partnership) <= MOST else title


def footer(name: str, day: str) -> str:
    """What stands at the foot of every page.

    Examples
    --------
    >>> footer("North and South", "2026-03-03")
    'North and South, 3 March 2026'
    """
    return ", ".join(filter(None, [isolated(name[: MOST // 2]), day_in_words(day)]))
