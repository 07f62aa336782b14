"""Findings on where the members differ: camps, lone voices, wide spreads, and where all agree."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.agenda import counts_in_words
from assesslib.tables.findings.finding import Finding, named_items, rated
from assesslib.tables.spread import STATES, few_gave_a_level
from assesslib.words import begun, capital, count, say

MOST = 3
"""How many items without camps or lone voices are named for their spread alone."""
OTHERS = {name: words for name, words in STATES.items() if name != "blank"}


def differences(
    apart: pd.DataFrame, framework: Framework, least: int, voices: Mapping[str, str], groups: Mapping[str, str]
) -> Iterator[Finding]:
    """What the disparity table says in sentences, the widest differences first.

    Parameters
    ----------
    apart : DataFrame
        As `assesslib.tables.disparity` gives it.
    framework : Framework
        What was asked.
    least : int
        Items that fewer members rated are passed over.
    voices : mapping
        Who stands alone, by item, where names may be said.
    groups : mapping
        A sentence on the groups that differ most, by item.
    """
    rows = apart[apart["n"] >= least].to_dict("records")
    spread = [row for row in rows if row["shape"] == "scattered" and row["range"] >= 2]
    for row in rows:
        if row["shape"] == "two camps":
            yield _finding(row, framework, camps_in_words(row, framework.codes), groups)
        elif row["shape"] == "lone voice":
            yield _finding(row, framework, _alone(row, framework.codes, voices.get(row["item"], "")), groups)
        elif row in spread[:MOST]:
            yield _finding(row, framework, _wide(row, framework.codes), groups)
    yield from agreeing_findings(apart[apart["n"] >= least], framework)


def withheld_findings(held: Collection[str], framework: Framework) -> Iterator[Finding]:
    """How many items a tier holds back, as `assesslib.tables.withheld` gives them; nothing where it is none.

    Examples
    --------
    >>> import assesslib as al
    >>> next(withheld_findings(["7", "3"], al.load_framework("csit-collaborative-working"))).words
    'Two key features are not shown: fewer than three members rated each of them.'
    """
    items = tuple(item.id for item in framework.items if item.id in held)
    if n := len(items):
        terms = framework.term(), framework.term(2)
        verb, each = ("is", "it") if n == 1 else ("are", "each of them")
        words = f"{begun(n, *terms)} {verb} not shown: fewer than three members rated {each}."
        yield Finding("difference", words, items, (), n, count(n, *terms))


def _finding(row: Mapping, framework: Framework, words: str, groups: Mapping[str, str]) -> Finding:
    begun = capital(f"{framework.item_term} {row['item']}: {words}")
    return Finding("difference", f"{begun}{groups.get(row['item'], '')}", (row["item"],), (), *rated(row["n"]))


def others_in_words(row: Mapping, states: Mapping[str, str] = OTHERS) -> str:
    """Those who gave no level, in brackets, or nothing."""
    found = [f"{int(row[state])} {words}" for state, words in states.items() if row.get(state)]
    return f" ({', '.join(found)})" if found else ""


def camps_in_words(row: Mapping, codes: Sequence[str]) -> str:
    """What the two camps say, lower camp first.

    Examples
    --------
    >>> camps_in_words({"a": 1, "b": 4, "c": 0, "d": 0, "e": 6, "n": 11, "dont_know": 1}, "abcde")
    'two camps. 5 of 11 say b or lower, 6 say e (1 don’t know).'
    """
    counts = [int(row[code]) for code in codes]
    cut = _cut(counts)
    low, high = sum(counts[:cut]), sum(counts[cut:])
    below = [code for code, n in zip(codes[:cut], counts[:cut], strict=True) if n]
    above = [code for code, n in zip(codes[cut:], counts[cut:], strict=True) if n]
    lower = f"{below[-1]} or lower" if len(below) > 1 else below[0]
    upper = f"{above[0]} or higher" if len(above) > 1 else above[0]
    return (f"two camps. {low} of {low + high} {say(low)} {lower}, {high} {say(high)} {upper}"
            f"{others_in_words(row)}.")  # fmt: skip


def _cut(counts: Sequence[int]) -> int:
    """The empty level between two camps that parts them most evenly."""
    n = sum(counts)
    camp = max(2, round(n / 3))
    places = [place for place, here in enumerate(counts)
              if not here and sum(counts[:place]) >= camp and sum(counts[place:]) >= camp]  # fmt: skip
    return min(places, key=lambda place: abs(sum(counts[:place]) * 2 - n))


def _alone(row: Mapping, codes: Sequence[str], who: str) -> str:
    """Who stands apart from all the others, and where those stand."""
    low, high = (codes.index(row[name]) for name in ("low", "high"))
    far = max((code for code in codes if row[code]), key=lambda code: _gap(codes.index(code), low, high))
    rest = {code: row[code] for code in codes if code != far}
    name = f" ({who})" if who else ""
    others = f"{counts_in_words(rest, codes)}{others_in_words(row)}"
    return f"one of {int(row['n'])} stands alone at {far}{name}; the others: {others}."


def _gap(place: int, low: int, high: int) -> int:
    return max(low - place, place - high, 0)


def _wide(row: Mapping, codes: Sequence[str]) -> str:
    said = counts_in_words({code: row[code] for code in codes}, codes)
    return (f"views are spread from {row['lowest']} to {row['highest']}: {said}{others_in_words(row)}. "
            f"Two members differ by {row['mean_gap']:.1f} levels on average.")  # fmt: skip


def agreeing_findings(apart: pd.DataFrame, framework: Framework) -> Iterator[Finding]:
    """On which items of a disparity table all agree, in one sentence; in another, where most gave no level."""
    order = [item.id for item in framework.items]
    same = apart[apart["shape"] == "unanimous"].sort_values("item", key=lambda ids: ids.map(order.index), kind="stable")
    rows = same.to_dict("records")
    few = [row for row in rows if few_gave_a_level(row)]
    for who, told in (("All agree on", [row for row in rows if row not in few]),
                        ("Most gave no level, and the others agree, on", few)):  # fmt: skip
        if told:
            named = named_items(framework, [f"{row['item']} ({_level(row, STATES if told is few else OTHERS)})"
                                            for row in told])  # fmt: skip
            items = tuple(row["item"] for row in told)
            yield Finding("difference", f"{who} {named}.", items, (), *rated(min(row["n"] for row in told)))


def _level(row: Mapping, states: Mapping[str, str]) -> str:
    """The one level that was given, and how many gave none."""
    return "; ".join(filter(None, [row["low"], others_in_words(row, states).strip(" ()")]))
