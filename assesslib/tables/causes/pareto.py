"""Which few causes stand behind most of the areas for improvement, and what points nowhere."""

from collections.abc import Iterable
from numbers import Real

import pandas as pd

from assesslib import stats
from assesslib.tables import review
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment, refuse
from assesslib.tables.causes.graph import cause_graph
from assesslib.tables.threads.ends import Said

POINTS_AT = {"cause": ("area", "cause")}
"""The kinds of notes that a kind may be about, where not any kind will do."""
POINTING = ("cause", "action")


def causes(assessment: Said, *, anonymity: str = "named") -> pd.DataFrame:
    """The causes in Pareto order: those behind most areas first (Juran 1951).

    Parameters
    ----------
    assessment : Assessment
        An opened one; its ``.notes`` are used.
    anonymity : str
        A tier; it changes nothing: who said what is not in it.

    Returns
    -------
    DataFrame
        One row a cause: ``id, text``; ``areas``, those the cause names itself (a tuple of ids), and their ``count``;
        ``covered``, how many different areas this cause and those above it stand behind, ``of`` the areas that have any
        cause; ``leads_to``, other causes it stands behind (a tuple of ids); ``out, into, role, cycle`` as in
        `cause_graph`. Causes behind equally many areas stand in the order in which they were noted. What was withdrawn
        is passed over: see `dangling`.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> found = causes(al.open_assessment(shipped("data") / "collaboration-2026"))
    >>> found[["id", "count", "covered", "of", "leads_to", "role"]]
             id  count  covered  of     leads_to     role
    0  cause-02      8        8  18           ()  outcome
    1  cause-01      7       15  18  (cause-02,)   driver
    2  cause-03      6       18  18           ()
    3  cause-04      4       18  18           ()
    """
    _check(assessment, anonymity)
    said = review.causes(assessment.notes)
    steps = stats.pareto(_behind(said))
    order = pd.DataFrame([(step.name, step.count, step.covered) for step in steps], columns=["id", "count", "covered"])
    whole = order.astype({"id": "str", "count": "int64", "covered": "int64"}).assign(of=_reach(said, said["id"]))
    found = whole.merge(said, on="id").merge(cause_graph(said), on="id")
    return found[["id", "text", "areas", "count", "covered", "of", "leads_to", "out", "into", "role", "cycle"]]


def covers(assessment: Said, share: float = 1.0, *, anonymity: str = "named") -> pd.DataFrame:
    """The fewest causes that together stand behind a share of the areas: every choice that is as small.

    Parameters
    ----------
    assessment : Assessment
        An opened one; its ``.notes`` are used.
    share : float
        Part of the areas that have a cause, above 0 and up to 1; rounded up to whole areas.
    anonymity : str
        A tier; it changes nothing: who said what is not in it.

    Returns
    -------
    DataFrame
        One row a choice: ``causes, texts`` (tuples), ``size`` (how many causes), ``covered`` (different areas they
        stand behind), ``of`` (areas that have any cause) and ``share``, the one asked for. No row where no cause names
        an area.

    Raises
    ------
    FaultsError
        A share out of range, an unknown tier, or anything but an assessment.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> covers(al.open_assessment(shipped("data") / "collaboration-2026")).drop(columns="texts")
                               causes  size  covered  of  share
    0  (cause-01, cause-02, cause-03)     3       18  18    1.0
    1  (cause-01, cause-02, cause-04)     3       18  18    1.0
    """
    _check(assessment, anonymity)
    if isinstance(share, bool) or not isinstance(share, Real) or not 0 < share <= 1:
        refuse("is not a share of the areas", share,
               "Give a number above 0 and up to 1: 0.8 for four areas in five.")  # fmt: skip
    said = review.causes(assessment.notes)
    texts = dict(zip(said["id"], said["text"], strict=True))
    whole = _reach(said, said["id"])
    rows = [
        (ids, tuple(texts[id] for id in ids), len(ids), _reach(said, ids), whole, float(share))
        for ids in stats.set_cover(_behind(said), share)
    ]
    types = {"size": "int64", "covered": "int64", "of": "int64", "share": "float64"}
    return pd.DataFrame(rows, columns=["causes", "texts", *types]).astype(types)


def _check(assessment: Said, anonymity: str, *parts: str) -> None:
    check_assessment(assessment, "notes", *parts)
    check_tier(anonymity)


def _behind(said: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    return dict(zip(said["id"], said["areas"], strict=True))


def _reach(said: pd.DataFrame, ids: Iterable[str]) -> int:
    """How many different areas these causes stand behind."""
    behind = _behind(said)
    return len({area for id in ids for area in behind[id]})


def without_cause(assessment: Said, *, anonymity: str = "named") -> pd.DataFrame:
    """The areas for improvement that no cause names: ``id, section, item, text``, in the framework's order.

    The tier changes nothing: who said what is not in it.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> without_cause(al.open_assessment(shipped("data") / "collaboration-2026"))[["id", "section", "item"]]
            id      section item
    0  area-14  maintaining   31
    """
    _check(assessment, anonymity, "framework")
    found = review.areas(assessment.notes, assessment.framework)
    alone = [not behind for behind in found["causes"]]
    return found.loc[alone, ["id", "section", "item", "text"]].reset_index(drop=True)


def dangling(assessment: Said, *, anonymity: str = "named") -> pd.DataFrame:
    """What causes and actions point at in vain: notes withdrawn or never made, or of a kind that does not belong there.

    The tier changes nothing: who said what is not in it.

    Returns
    -------
    DataFrame
        ``id, kind`` of the note that points, and ``points_at``, the id that does not stand: one row each, in the order
        of the notes. A cause may be about areas and causes, an action about any note.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> noted = pd.DataFrame({"id": ["area-1", "cause-1"], "kind": ["area", "cause"], "about": ["", "area-1 area-2"]})
    >>> dangling(SimpleNamespace(notes=noted))
            id   kind points_at
    0  cause-1  cause    area-2
    """
    _check(assessment, anonymity)
    notes = assessment.notes
    pointing = notes[notes["kind"].isin(POINTING)]
    rows = [
        (row.id, row.kind, id)
        for row in pointing.itertuples()
        for id in dict.fromkeys(row.about.split())
        if id not in _known(notes, row.kind)
    ]
    return pd.DataFrame(rows, columns=["id", "kind", "points_at"], dtype="str")


def _known(notes: pd.DataFrame, kind: str) -> set[str]:
    allowed = notes["kind"].isin(POINTS_AT.get(kind, notes["kind"].unique()))
    return set(notes.loc[allowed, "id"])
