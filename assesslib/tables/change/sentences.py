"""What changed between two assessments, sentence by sentence: what an officer reads first, and can defend."""

from collections.abc import Iterator, Mapping

import pandas as pd

from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.action_words import action_findings
from assesslib.tables.change.change import change as changes
from assesslib.tables.change.looking_back import looking_back
from assesslib.tables.change.moved_words import (
    beside_findings,
    moved_findings,
    panel_findings,
    summary,
    view_findings,
)
from assesslib.tables.change.people import panel, rated_both_times
from assesslib.tables.change.sections import section_change
from assesslib.tables.change.team_words import section_findings, team_findings, yardstick_findings
from assesslib.tables.change.telling import Telling, enough
from assesslib.tables.change.thread_words import thread_findings
from assesslib.tables.change.threads_over import threads_over
from assesslib.tables.change.traced import traced
from assesslib.tables.change.unclear_words import unclear_findings
from assesslib.tables.change.year import two_years
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.findings import COLUMNS

CHANGE_KINDS = {
    "sum": "In short",
    "moved": "What improved and what declined",
    "view": "Where views came together or apart",
    "panel": "What moved with no one moving",
    "consensus": "Where the consensus and the members went different ways",
    "team": "Who took part",
    "section": "Section by section",
    "action": "What was planned, and what came of it",
    "thread": "What runs through both",
    "yardstick": "Last year, seen from today",
    "unclear": "What shows no clear change, and what cannot be told",
}


def change_findings(before, after, change: pd.DataFrame | None = None, *, crosswalk=None,
                    members: Mapping[str, str] | None = None, alpha: float = 0.05, anonymity: str = "named",
                    least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """What can be said of the change between two assessments; no score, and nothing that was not counted.

    Parameters
    ----------
    before, after : Assessment
        Two opened ones, or their standings, the earlier one first.
    change : DataFrame, optional
        As `assesslib.tables.change` gives it for the two and the other arguments; it is made where it is not given.
    crosswalk, members, alpha, anonymity
        As for `assesslib.tables.change`. Those who left and joined are named only at ``"named"``.
    least : int
        Nothing is said of an item's ratings from fewer members than this; at other tiers than ``"named"`` also as for
        `assesslib.tables.change`.

    Returns
    -------
    DataFrame
        One row a finding, in the order of `CHANGE_KINDS` and then of the later framework, so that declines stand
        where improvements do: ``kind``; ``section`` of its first item; ``words``; ``items`` (ids in the later
        assessment) and ``notes`` behind it, tuples, for `assesslib.tables.behind`; ``n``, how many members, items or
        plans it rests on, and that in words, ``rests_on``; ``notes_of``, the name of the assessment in which the notes
        stand, the earlier one for plans, or "".

    Raises
    ------
    FaultsError
        An unknown tier, or what keeps the two assessments from being compared.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> change_findings(*years)["words"].iloc[0].partition(".")[0]
    '2 of 37 key features improved, 2 declined and 33 show no clear change of level'
    """
    check_tier(anonymity)
    then, now = two_years(before, after)
    shared = {"crosswalk": crosswalk, "members": members, "alpha": alpha, "anonymity": anonymity, "least": least}
    change = enough(changes(then, now, **shared) if change is None else change, least)
    telling = Telling(now.framework, then.date, now.date, least, alpha)
    people = panel(then, now, members=members, anonymity=anonymity)
    found = [
        *_of_items(change, telling),
        *team_findings(people, telling, rated_both_times(then, now, members)),
        *section_findings(section_change(then, now, **shared), change, telling),
        *action_findings(traced(before, now, change), telling),
        *thread_findings(threads_over([then, now], shuffles=1, crosswalk=crosswalk, anonymity=anonymity), telling),
        *yardstick_findings(looking_back(then, now, **shared), change, telling),
    ]
    return _in_order(found, telling).assign(notes_of=lambda table: table["kind"].map(
        {"action": then.name, "thread": now.name}).fillna("").astype("str"))  # fmt: skip


def _of_items(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What is said item by item."""
    for say in (summary, moved_findings, view_findings, panel_findings, beside_findings, unclear_findings):
        yield from say(change, telling)


def _in_order(found: list[Finding], telling: Telling) -> pd.DataFrame:
    home = {item.id: item.section for item in telling.framework.items}
    ordered = sorted(found, key=lambda one: list(CHANGE_KINDS).index(one.kind))
    rows = [one._asdict() | {"section": home.get(next(iter(one.items), ""), "")} for one in ordered]
    return pd.DataFrame(rows, columns=COLUMNS)
