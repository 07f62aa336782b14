"""Findings on what runs through the results and on what stands behind them: threads and causes."""

from collections.abc import Iterator

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.findings.finding import Finding, named_items
from assesslib.tables.findings.groups import percent
from assesslib.tables.threads.themes import themes_of
from assesslib.words import NUMBERS, begun, capital, count, quoted, series

CHOICES = 3
"""How many of the other choices of causes are named."""
AREA = ("area for improvement", "areas for improvement")
TOLD = {"declared": "theme", "subject": "acting subject", "tag": "tag of yours"}


def thread_findings(threads: pd.DataFrame, framework: Framework, notes: pd.DataFrame) -> Iterator[Finding]:
    """The golden threads and fault lines that were found, each with how easily it comes about by chance.

    Parameters
    ----------
    threads : DataFrame
        As `assesslib.tables.threads` gives it.
    framework : Framework
        What was asked.
    notes : DataFrame
        The notes that stand, for the officer's own tags.
    """
    carried = {(one.source, one.theme): one.items for one in themes_of(framework, notes)}
    for row in threads[threads["found"]].to_dict("records"):
        ends = framework.codes[-2:] if row["direction"] == "golden thread" else framework.codes[:2]
        words = (
            f"{capital(row['direction'])}, {row['title']} ({TOLD[row['source']]}): "
            f"{named_items(framework, row['items'])}, in {count(len(row['sections']), 'section')}, lie at "
            f"{ends[0]} or {ends[1]}. Does it run through the whole? When levels are shuffled within the sections, "
            f"this {row['source'].replace('declared', 'theme')} comes out so in {percent(row['chance'])}"
            f"{_any(row)}."
        )
        yield Finding("thread", words, carried[row["source"], row["theme"]], row["notes"], row["levelled"],
                      count(row["levelled"], framework.term(), framework.term(2)))  # fmt: skip
    if not threads["found"].any() and threads["levelled"].any():
        looked = count(int(threads.drop_duplicates("source")["looked"].sum()), "theme")
        asked = int(threads["levelled"].max())
        yield Finding("thread", f"No golden thread and no fault line among the {looked} looked at.", (), (), asked,
                      f"{looked}, of up to {count(asked, framework.term(), framework.term(2))} each")  # fmt: skip


def _any(row) -> str:
    if row["source"] != "declared":
        return ""
    return f", and at least one of the {row['looked']} themes in {percent(row['any_chance'])}"


def cause_findings(
    covers: pd.DataFrame, most: pd.DataFrame, graph: pd.DataFrame, without: pd.DataFrame
) -> Iterator[Finding]:
    """Which few causes stand behind most areas, what drives what, and which areas have no cause.

    Parameters
    ----------
    covers, most : DataFrame
        As `assesslib.tables.covers` gives them, for all areas and for most of them.
    graph : DataFrame
        As `assesslib.tables.causes` gives it.
    without : DataFrame
        As `assesslib.tables.without_cause` gives it.
    """
    if len(most):
        yield _few(most, "most", graph)
    if len(covers) and covers["size"].iloc[0] != most["size"].iloc[0]:
        yield _few(covers, "all", graph)
    for row in graph[graph["role"] == "driver"].to_dict("records"):
        texts = dict(zip(graph["id"], graph["text"], strict=True))
        behind = series([quoted(texts[id]) for id in row["leads_to"]])
        n = len(row["leads_to"])
        yield Finding("cause", f"{quoted(row['text'])} stands behind {behind}.", (), (row["id"], *row["leads_to"]), n,
                      count(n, "other cause"))  # fmt: skip
    if len(without):
        yield _without(without)


def _without(without: pd.DataFrame) -> Finding:
    n = len(without)
    rest = ["one more"] * (n == 4) or ["others"] * (n > 4)
    told = series([quoted(text) for text in without["text"].head(3)] + rest)
    words = f"{begun(n, *AREA)} {'has' if n == 1 else 'have'} no cause: {told}."
    return Finding("cause", words, (), tuple(without["id"]), n, count(n, *AREA))


def _few(covers: pd.DataFrame, which: str, graph: pd.DataFrame) -> Finding:
    first = covers.iloc[0]
    size, of = int(first["size"]), int(first["of"])
    causes = series([quoted(text) for text in first["texts"]])
    stand = "stands" if size == 1 else "stand"
    words = {
        "most": f"{begun(size, 'cause')} {stand} behind {_part(int(first['covered']), of)} that "
        f"{'has' if of == 1 else 'have'} a cause",
        "all": f"It takes {count(size, 'cause')} to stand behind all {of}",
    }[which]
    ids = tuple(dict.fromkeys(id for choice in covers["causes"] for id in choice))
    areas = dict.fromkeys(area for named in graph["areas"] for area in named)
    return Finding("cause", f"{words}: {causes}.{_others(covers)}", (), (*ids, *areas), of, count(of, *AREA))


def _part(some: int, of: int) -> str:
    """So many of all the areas.

    Examples
    --------
    >>> _part(2, 3), _part(3, 3), _part(1, 1)
    ('2 of the 3 areas for improvement', 'all 3 areas for improvement', 'the one area for improvement')
    """
    if of == 1:
        return f"the one {AREA[0]}"
    return f"all {count(of, *AREA)}" if some == of else f"{some} of the {count(of, *AREA)}"


def _others(covers: pd.DataFrame) -> str:
    """The choices of causes that do as much as the first, in words; "" where there is none.

    Examples
    --------
    >>> _others(pd.DataFrame({"texts": [("Time", "Money"), ("Time", "Trust.")]}))
    ' One other choice does as much: “Time” and “Trust”.'
    """
    others = [series([quoted(text) for text in texts]) for texts in covers["texts"].iloc[1:]]
    if not others:
        return ""
    n = len(others)
    more = f"; and {NUMBERS[1] if n == CHOICES + 1 else n - CHOICES} more" * (n > CHOICES)
    named = "; or ".join(others[:CHOICES]) + more
    return f" {begun(n, 'other choice')} {'does' if n == 1 else 'do'} as much: {named}."
