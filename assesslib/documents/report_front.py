"""The first page of a report: who, when, how much is shown, and the findings that fit on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

import pandas as pd

from assesslib.documents._fit import letters, page
from assesslib.documents.model import Block, Column, Fields, Heading, Paragraph, Table
from assesslib.documents.report_words import Told, scale_in_words, sentences, tier_in_words
from assesslib.faults import shorten
from assesslib.ratings import of_today
from assesslib.tables.findings import KINDS
from assesslib.words import begun, capital, count, series

PAGE, LEAST = 51, 15
"""Lines of a table that the first page holds in any format, less what stands over it; and that it gets at least."""
ROW = 0.6
"""Lines that a row keeps free above and below its words."""
WORDING = 160
"""Letters of an item's wording that stand below a finding at most."""
_COLUMNS = (Column("About", 1.1), Column("Finding", 5))
_NARROW, _WIDE = (letters(page(landscape=False)[0] * column.share / 6.1, 9.0) for column in _COLUMNS)
NOTHING = "Nothing is recorded yet of which anything could be said."


def front(told: Told, title: str, subtitle: str) -> tuple[Block, ...]:
    """Who assessed what and when, what is shown, and the most telling findings that fit on the page with its title."""
    pairs = tuple(_about(told))
    room = max(LEAST, PAGE - _taken(title, subtitle, pairs))
    texts = {item.id: item.text for item in told.framework.items}
    told_of = zip(sentences(told.found), told.found["items"], strict=True)
    found = told.found.assign(said=[_with_wording(words, items, texts) for words, items in told_of])
    return Fields(pairs), *first_page(found, KINDS, "What stands out", room)


def _with_wording(words: str, items: Sequence[str], texts: Mapping[str, str]) -> str:
    """A sentence on one item with its wording on a line below: a number alone says little to who was not there."""
    return f"{words}\n“{shorten(texts[items[0]], WORDING)}”" if len(items) == 1 else words


def _taken(title: str, subtitle: str, pairs: Sequence[tuple[str, str]]) -> float:
    """About how many lines of the first page the title takes, and what stands below it."""
    wide = page(landscape=False)[0]
    head = 2.0 + 2.0 * ceil(len(title) / letters(wide, 20)) + 1.4 * ceil(len(subtitle) / letters(wide, 12))
    return head + sum(0.5 + 1.2 * ceil(len(value) / letters(wide - 2, 9.5)) for _, value in pairs)


def first_page(
    found: pd.DataFrame, kinds: Mapping[str, str], heading: str, room: float, nothing: str = NOTHING
) -> tuple[Block, ...]:
    """As many findings as fit on a page: the first of every kind, then the second of every kind, and so on.

    Parameters
    ----------
    found : DataFrame
        Its ``kind`` and what is ``said`` of each.
    kinds : mapping
        What each kind is about, in words and in order.
    heading : str
        What stands above them all.
    room : float
        How many lines they may take.
    nothing : str
        What is said where there are none.
    """
    if found.empty:
        return Heading(heading), Paragraph(nothing)
    kept = found.loc[sorted(_fitting(found, kinds, room))]
    ordered = kept.sort_values("kind", key=lambda column: column.map(list(kinds).index), kind="stable")
    rows = tuple((kinds[row.kind], row.said) for row in ordered.itertuples())
    left = len(found) - len(kept)
    more = (Paragraph(_more(left), "small"),) if left else ()
    return Heading(heading), *((Table(_COLUMNS, rows, row_headings=True),) if rows else ()), *more


def _more(left: int) -> str:
    verb = "stands" if left == 1 else "stand"
    return f"{begun(left, 'more finding')} {verb} further on, where {'it belongs' if left == 1 else 'they belong'}."


def _fitting(found: pd.DataFrame, kinds: Mapping[str, str], room: float) -> Iterator[object]:
    """The labels of the rows that fit, the first of every kind before the second of any."""
    turn = found.groupby("kind", sort=False).cumcount()
    rank = found["kind"].map({kind: place for place, kind in enumerate(kinds)})
    order = pd.DataFrame({"turn": turn, "rank": rank}).sort_values(["turn", "rank"], kind="stable").index
    for label in order:
        about = ROW + ceil(len(kinds[found.at[label, "kind"]]) / _NARROW)
        if (needed := max(lines_of(found.at[label, "said"]), about)) <= room:
            yield label
            room -= needed


def lines_of(text: str) -> float:
    """About how many lines of a page a finding takes in a table.

    Examples
    --------
    >>> lines_of("All agree."), lines_of("All agree. " * 20), lines_of("All agree.\\n“Wording”")
    (1.6, 3.6, 2.6)
    """
    return ROW + sum(1 + len(line) // _WIDE for line in text.splitlines())


def _about(told: Told) -> Iterator[tuple[str, str]]:
    said, framework = told.said, told.framework
    rated = [section for section in framework.sections if section.rated]
    if not said.partnership:
        yield "Who", "No name is recorded."
    if not said.date:
        yield "When", "No day is recorded."
    yield "Team", _team(said.members, said.ratings)
    yield "Asked", f"{_items(told, len(framework.items))} in {count(len(rated), 'section')}"
    yield "Levels", scale_in_words(framework.scale)
    yield "Agreed", _agreed(told)
    yield "Shown", tier_in_words(told.anonymity)
    if said.about:
        yield "Note", said.about


def _items(told: Told, n: int) -> str:
    return count(n, told.framework.term(), told.framework.term(2))


def _team(members: pd.DataFrame, ratings: pd.DataFrame) -> str:
    """How many they are, of how many organisations, and how many of them rated alone."""
    if members.empty:
        return "No members are recorded."
    homes = members.loc[members["organisation"] != "", "organisation"].nunique()
    team = count(len(members), "member") + (f" of {count(homes, 'organisation')}" if homes else "")
    today = of_today(ratings)
    raters = today.loc[(today["round"] == 1) & (today["state"] != "blank"), "member"].nunique()
    if not raters:
        return f"{team}; nobody’s own ratings are recorded"
    if len(members) == 1:
        return f"{team}, who rated alone before the talk"
    return f"{team}; {'each of them' if raters == len(members) else f'{raters} of them'} rated alone before the talk"


def _agreed(told: Told) -> str:
    """On how many items a level was agreed, and what became of the others."""
    one = told.said.consensus.drop_duplicates("item")
    states = one["state"].where(one["at"].notna(), "not settled")
    n = int(states.isin(["rated", "split"]).sum())
    others = [_others(states, *pair) for pair in _OTHERS.items()]
    level = f"a level on {n} of {_items(told, len(one))}" if n else "no level yet"
    return capital(series([level, *filter(None, others)]))


_OTHERS = {
    "unresolved": "{n} left without a consensus",
    "not_applicable": "{n} held not to apply",
    "dont_know": "{n} answered with “don’t know”",
    "blank": "{n} left blank",
}


def _others(states: Sequence[str], state: str, words: str) -> str:
    n = int((states == state).sum())
    return words.format(n=n) if n else ""
