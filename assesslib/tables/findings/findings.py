"""All findings of one assessment, in the order of a review meeting."""

from collections.abc import Iterator

import pandas as pd

from assesslib.ratings import whole_answers
from assesslib.tables.anonymity import LEAST, check_tier, enough, shown_grouping, veiled, withheld
from assesslib.tables.arguments import check_assessment, day_of
from assesslib.tables.audits.evidence import evidence_audit
from assesslib.tables.audits.goals import goal_audit
from assesslib.tables.causes.pareto import causes, covers, without_cause
from assesslib.tables.consensus_gap import consensus_gap, drift
from assesslib.tables.disparity import disparity
from assesslib.tables.divides import divides, held_by_item
from assesslib.tables.findings.agreements import agreement_findings, drift_findings
from assesslib.tables.findings.audits import audit_findings
from assesslib.tables.findings.differences import differences, withheld_findings
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.groups import group_findings, most_apart
from assesslib.tables.findings.patterns import cause_findings, thread_findings
from assesslib.tables.threads.search import threads

KINDS = {
    "difference": "Where we differ",
    "divide": "Who sees it differently",
    "consensus": "Which agreements to look at again",
    "thread": "What runs through it",
    "cause": "What stands behind it",
    "evidence": "What the evidence and the plans leave open",
}
MOST = 0.8
COLUMNS = ["kind", "section", *Finding._fields[1:]]


def findings(
    assessment, *, anonymity: str = "named", by: str = "", least: int = LEAST, since: str = ""
) -> pd.DataFrame:
    """What can be said of an assessment, sentence by sentence; no score, and nothing that was not counted.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment.
    anonymity : str
        ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``.
    by : str
        How members are grouped, ``"organisation"`` or ``"role"``; by default as the tier allows.
    least : int
        Nothing is said of an item's ratings from fewer members than this; where names are hidden, never fewer than
        three.
    since : str
        The day of the last assessment, like 2025-03-04, to ask about evidence that is older.

    Returns
    -------
    DataFrame
        One row a finding, in the order of `KINDS`: ``kind``; ``section`` of its first item; ``words``; ``items`` and
        ``notes`` behind it (tuples of ids, see `behind`); ``n``, how many members or notes it rests on, and that
        in words, ``rests_on``.

    Raises
    ------
    FaultsError
        An unknown tier or grouping, one that the tier hides, a number or a day that is none, or anything but an
        assessment.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> said = findings(al.open_assessment(shipped("data") / "collaboration-2026"))
    >>> said["words"].iloc[0]
    'Key feature 28: two camps. 6 of 12 say b, 6 say d or higher.'
    """
    check_assessment(assessment, "framework", "members", "ratings", "consensus", "notes")
    check_tier(anonymity, by)
    least = enough(anonymity, least)
    day_of(since)
    home = {item.id: item.section for item in assessment.framework.items}
    found = [
        *_of_ratings(assessment, anonymity, by or shown_grouping(anonymity), least),
        *_of_the_team(assessment, since, anonymity),
    ]
    ordered = sorted(found, key=lambda one: list(KINDS).index(one.kind))
    rows = [one._asdict() | {"section": home.get(next(iter(one.items), ""), "")} for one in ordered]
    return pd.DataFrame(rows, columns=COLUMNS)


def _of_ratings(assessment, anonymity: str, by: str, least: int) -> Iterator[Finding]:
    """Findings on what members said alone, and on what was agreed beside it."""
    framework, ratings = assessment.framework, veiled(assessment.ratings, anonymity)
    how = {"by": by, "anonymity": anonymity, "least": least}
    apart = divides(assessment.ratings, **how) if by else pd.DataFrame()
    voices = _lone_voices(assessment) if anonymity == "named" else {}
    yield from differences(disparity(ratings), framework, least, voices, most_apart(apart, framework))
    yield from withheld_findings(withheld(ratings, anonymity), framework)
    held = held_by_item(assessment.ratings, **how) if by else {}
    yield from group_findings(apart, framework, by, sum(held.values()), items=list(held), anonymity=anonymity,
                              least=least)  # fmt: skip
    yield from agreement_findings(consensus_gap(assessment, anonymity=anonymity), framework, least)
    yield from drift_findings(drift(assessment, anonymity=anonymity, least=least), framework)


def _of_the_team(assessment, since: str, anonymity: str) -> Iterator[Finding]:
    """Findings on what the team agreed and wrote; nothing of anybody's own ratings."""
    tier = {"anonymity": anonymity}
    yield from thread_findings(threads(assessment, **tier), assessment.framework, assessment.notes)
    yield from cause_findings(covers(assessment, **tier), covers(assessment, MOST, **tier),
                              causes(assessment, **tier), without_cause(assessment, **tier))  # fmt: skip
    yield from audit_findings(evidence_audit(assessment, since=since, **tier), goal_audit(assessment, **tier),
                              assessment.framework)  # fmt: skip


def _lone_voices(assessment) -> dict[str, str]:
    """Who alone gave a level that nobody else gave, the one farthest from the medians: by item."""
    apart = disparity(assessment.ratings).query("shape == 'lone voice'").set_index("item")
    rated = whole_answers(assessment.ratings.query("round == 1")).query("state == 'rated'")
    names = dict(zip(assessment.members["id"], assessment.members["name"], strict=True))
    near = rated[rated["item"].isin(apart.index)]
    places = near["level"].cat.codes
    low, high = (near["item"].map(apart[name]).astype(near["level"].dtype).cat.codes for name in ("low", "high"))
    far = near[(low - places >= 2) | (places - high >= 2)]
    return {row.item: names.get(row.member) or row.member for row in far.itertuples()}
