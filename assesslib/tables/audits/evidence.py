"""Where the evidence is worth another look, and how much detail each piece gives: none of it a verdict."""

from collections.abc import Callable

import pandas as pd

from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment, day_of
from assesslib.tables.audits.evidence_prompts import PROMPTS, Row, Said, fullest, prompts, said_of
from assesslib.tables.audits.words import places, standing


def evidence_audit(assessment, *, since: str = "", anonymity: str = "named") -> pd.DataFrame:
    """Every reason in the evidence to look at an item again, as a question to the team.

    - *no evidence*: a level is agreed, and no evidence is noted at the item. A pointer (“As 1.1”) is evidence where
      evidence is noted at what it points to; evidence for a whole section is evidence for none of its items.
    - *high on negative evidence*: one of the upper two levels (the upper one of two or three) is agreed, by a split
      consensus for one facet at least, while evidence there says that something is missing
      (`assesslib.tables.audits.detail.NEGATIVE`).
    - *one source for many*: the same source, whatever its case, spaces and punctuation, is named for three items or
      more. A text names several sources where semicolons or lines part them.
    - *older than the last assessment*: the date that a text speaks from lies before ``since``
      (`assesslib.tables.audits.dates.latest`).
    - *little detail*: whatever evidence an item has is named only (`assesslib.tables.audits.detail.degree`).

    The first and the last are asked only where the framework asks for evidence beside each item: elsewhere none is
    owed, however much was noted.

    Parameters
    ----------
    assessment : Assessment
        Its ``.framework``, ``.consensus`` and ``.notes`` are used.
    since : str
        The day of the last assessment, as 2025-03-04; "" to ask nothing about dates.
    anonymity : str
        A tier; it changes nothing: no member's rating or comment is in it.

    Returns
    -------
    DataFrame
        One row a prompt, in the framework's order, those on a section as a whole after its items: ``prompt`` (of
        `assesslib.tables.audits.evidence_prompts.PROMPTS`); ``item``, the first of several, "" for a section;
        ``text``, the evidence (pieces parted by " / ") or, where there is none, what is agreed; ``level`` agreed at
        the item, each facet's where it is split, "" where none is; ``notes``, a tuple of the ids of all that the
        sentence counts; ``words``, a sentence.

    Raises
    ------
    FaultsError
        ``since`` is no date, an unknown tier, or anything but an assessment.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> example = al.open_assessment(shipped("data") / "cdrp-worked-example")
    >>> evidence_audit(example)["words"].iloc[0]
    'Standard 1.2 has 2 pieces of evidence, each named in a few words.'
    """
    check_assessment(assessment, "framework", "consensus", "notes")
    check_tier(anonymity)
    before = day_of(since)
    said = said_of(assessment)
    return pd.DataFrame(sorted(prompts(said, before), key=_order(said)), columns=list(Row._fields))


def evidence_degrees(assessment, *, anonymity: str = "named") -> pd.DataFrame:
    """How much detail each piece of evidence gives.

    Parameters
    ----------
    assessment : Assessment
        Its ``.framework`` and ``.notes`` are used.
    anonymity : str
        A tier; it changes nothing: what the team wrote and agreed is shown as it stands.

    Returns
    -------
    DataFrame
        One row a note of evidence that holds words, in the framework's order: ``id, item, text, degree``, the last as
        `assesslib.tables.audits.detail.degree` tells it; a pointer (“As 1.1”) has the fullest degree of what it
        stands for, and is named only where it stands for nothing.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> evidence_degrees(al.open_assessment(shipped("data") / "cdrp-worked-example"))["degree"].iloc[3]
    'named only'
    """
    check_assessment(assessment, "framework", "notes")
    check_tier(anonymity)
    evidence = standing(assessment.notes, assessment.framework, ["evidence"])
    rows = [(note["id"], note["item"], note["text"], fullest(note)) for note in evidence]
    return pd.DataFrame(rows, columns=["id", "item", "text", "degree"])


def _order(said: Said) -> Callable[[Row], tuple[int, int]]:
    """What to sort by: the framework's order, then that of the prompts."""
    order = places(said.framework)
    sections = {note["id"]: note["section"] for note in said.evidence}
    return lambda row: (
        order.get(row.item or (sections[row.notes[0]],), len(order)),
        PROMPTS.index(row.prompt),
    )
