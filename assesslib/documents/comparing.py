"""The comparison of two assessments or more: what improved, what declined, what cannot be told, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from assesslib import tables
from assesslib.assessment import Standing, standing
from assesslib.documents.comparison_items import dots_part, front_lists, gaps_part, items_part, sections_part
from assesslib.documents.comparison_words import Compared
from assesslib.documents.comparison_years import actions_part, looking_back_part, panel_part, threads_part
from assesslib.documents.model import Block, Document, Fields, Heading, PageBreak, Paragraph
from assesslib.documents.report_reading import reading_part, warning_part
from assesslib.documents.report_words import listed, sentences, tier_in_words, under
from assesslib.documents.reporting import footer, titled
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment
from assesslib.tables.change import CHANGE_KINDS
from assesslib.tables.change.pair import COMPARED
from assesslib.words import count, day_in_words

TITLE = "What changed"
READING = (
    "Improved and declined are said only where so many of the members of both years moved one way that it would "
    "hardly come about by chance, and all that was looked at has been allowed for. No clear change is not the same as "
    "no change.",
    "Too few to tell: even if everybody had moved one way it could have been chance. That is a matter of how few they "
    "are, and says nothing of the work.",
    "Where a team has changed, its levels can move although nobody changed their mind. Those who were there both times "
    "are therefore looked at by themselves.",
    "An action that was done before something moved is not therefore its cause.",
)


def comparison(assessments: Iterable, anonymity: str = "pooled") -> Document:
    """The comparison of the assessments of one team, for any writer of `assesslib.documents`.

    Parameters
    ----------
    assessments : iterable of Assessment
        Two or more, opened or as they stood, in any order. The last two are compared item by item; of three or more
        also the first and the last in short, and all of them in the pictures.
    anonymity : str
        How much is shown of who said what: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; the document
        says which it is.

    Returns
    -------
    Document
        What improved, declined and cannot be told on one page; then what can be said in sentences, the items and
        sections, goals and actions beside what moved, threads by year, the team then and now, and how to read it.
        Nothing in it depends on the day it is made.

    Raises
    ------
    FaultsError
        An unknown tier, fewer than two, or what keeps them from being compared.
    OSError
        A folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> comparison(years).title
    'What changed from 2025 to 2026: Northvale Active & Creative Partnership'
    """
    made = _compared(assessments, anonymity)
    last, labels = made.after, made.labels
    return Document(
        titled(f"{TITLE} from {labels[0]} to {labels[-1]}", last.partnership),
        tuple(_blocks(made)),
        subtitle=last.framework.title,
        day=last.date,
        footer=footer(last.partnership or TITLE, last.date),
    )


def _compared(assessments: Iterable, anonymity: str) -> Compared:
    given = tuple(assessments)
    for one in given:
        check_assessment(one, *Standing.__dataclass_fields__)
    check_tier(anonymity)
    years = tables.in_order(map(standing, given))
    return Compared(years, anonymity, tables.history(years, anonymity=anonymity))


def _blocks(made: Compared) -> Iterator[Block]:
    found = tables.change_findings(made.before, made.after, made.change, anonymity=made.anonymity)
    short = found["kind"] == "sum"
    yield Fields(tuple(_about(made)))
    yield from (Paragraph(words, "lead") for words in found.loc[short, "words"])
    yield from front_lists(made.change, made.before.framework, made.framework)
    yield PageBreak()
    yield from _findings(made, found[~short])
    yield from _whole(made)
    for part in (dots_part, items_part, sections_part, gaps_part, actions_part, threads_part, panel_part):
        yield from part(made)
    yield from looking_back_part(made)
    yield from reading_part(made.framework, READING)
    yield from warning_part(made.framework)


def _about(made: Compared) -> Iterator[tuple[str, str]]:
    days = [day_in_words(year.date) for year in made.years]
    yield "Who", made.after.partnership or "No name is recorded."
    yield "Compared", f"{days[-2]} with {days[-1]}"
    if len(days) > 2:
        yield "And in short", f"{days[0]} with {days[-1]}"
    yield "Asked", _asked(made)
    yield "Shown", tier_in_words(made.anonymity)
    about = dict.fromkeys(year.about for year in made.years if year.about)
    if about:
        yield "Note", " ".join(about)


def _asked(made: Compared) -> str:
    """How many items are compared, and by how many members who rated them in both years."""
    tested = made.change[made.change["kind"].isin(COMPARED)]
    both, terms = tested["n_both"].dropna(), (made.framework.term(), made.framework.term(2))
    low, high = (int(both.min()), int(both.max())) if len(both) else (0, 0)
    return f"{count(len(tested), *terms)}, {_both(low, high)}"


def _both(low: int, high: int) -> str:
    """How many rated an item both times, over all items.

    Examples
    --------
    >>> _both(9, 11), _both(4, 4), _both(0, 1), _both(0, 0)
    ('rated both times by 9 to 11 members', 'rated both times by 4 members', 'rated both times by 1 member at most', \
'rated by other members each time')
    """
    if not high:
        return "rated by other members each time"
    members = count(high, "member")
    return (
        f"rated both times by {f'{members} at most' if not low else members if low == high else f'{low} to {members}'}"
    )


def _findings(made: Compared, found: pd.DataFrame) -> Iterator[Block]:
    yield Heading(f"What can be said, {made.labels[-2]} to {made.labels[-1]}")
    for kind, words in CHANGE_KINDS.items():
        yield from under(words, listed(sentences(found[found["kind"] == kind])))


def _whole(made: Compared) -> Iterator[Block]:
    """The first and the last of three or more, in short."""
    if len(made.years) > 2:
        heading = f"Over the whole time, {made.labels[0]} to {made.labels[-1]}"
        yield from front_lists(made.whole, made.years[0].framework, made.framework, heading)
