"""Which causes drive other causes, which come of them, and which go round in circles."""

from collections.abc import Iterable, Mapping

import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_rows


def cause_graph(causes: pd.DataFrame, *, anonymity: str = "named") -> pd.DataFrame:
    """The interrelationship digraph of the causes: who leads to whom, counted (Mizuno 1988).

    Parameters
    ----------
    causes : DataFrame
        ``id`` and ``leads_to``, a tuple of ids of other causes among them.
    anonymity : str
        A tier; it changes nothing: who said what is not in it.

    Returns
    -------
    DataFrame
        One row a cause, in the same order: ``id``; ``out, into``, its arrows to and from other causes, from 0 to the
        number of the other causes; ``role``: driver (more out), outcome (more in), both ways (as many, and some), or
        "" (none); ``cycle``: the number of the circle it is in, from 1 in the order of the causes, or 0.

    Examples
    --------
    >>> cause_graph(pd.DataFrame({"id": ["habit", "time", "trust"], "leads_to": [("time",), ("trust",), ("time",)]}))
          id  out  into     role  cycle
    0  habit    1     0   driver      0
    1   time    1     2  outcome      1
    2  trust    1     1  both ways      1
    """
    check_tier(anonymity)
    check_rows(causes, "a table of causes", ("id", "leads_to"), "Give what causes gives.")
    edges = [(id, other) for id, others in zip(causes["id"], causes["leads_to"], strict=True) for other in others]
    drawn = {arrow.node: arrow for arrow in stats.arrows(edges, causes["id"])}
    circles = _circles(edges, list(causes["id"]))
    rows = [(id, drawn[id].out, drawn[id].into, _role(drawn[id]), circles.get(id, 0)) for id in causes["id"]]
    types = {"id": "str", "out": "int64", "into": "int64", "role": "str", "cycle": "int64"}
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def _circles(edges: Iterable[tuple[str, str]], ids: list[str]) -> Mapping[str, int]:
    first_named = sorted(stats.cycles(edges), key=lambda circle: min(map(ids.index, circle)))
    return {id: number for number, circle in enumerate(first_named, start=1) for id in circle}


def _role(arrow: stats.Arrows) -> str:
    if arrow.out == arrow.into:
        return "both ways" if arrow.out else ""
    return "driver" if arrow.out > arrow.into else "outcome"
