"""Sentences on what moved: how many items, which ones and by whom, and where views came together or apart."""

from collections.abc import Iterator, Mapping

import pandas as pd

from assesslib.tables.change.pair import COMPARED
from assesslib.tables.change.telling import Telling, compared, records, ways
from assesslib.tables.change.verdict import BESIDE, CONVERGED, DECLINED, FEW, IMPROVED, SPLIT, UNCLEAR
from assesslib.tables.divide_words import delta_in_words
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.groups import percent
from assesslib.words import capital, series

LEVELS = (IMPROVED, DECLINED)
KINDS_APART = {
    "new": "new", "retired": "retired", "split": "split off", "merged": "merged", "scale changed": "on another scale",
}  # fmt: skip
VIEWS = (CONVERGED, SPLIT)


def summary(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """How many items moved which way, of how many, and of how many it cannot be told."""
    asked = compared(change)
    n = len(asked)
    if n:
        yield _of_levels(asked, telling)
    views = asked[asked["view_word"] != ""]
    if len(views):
        yield _of_views(views, telling, n)
    apart = change[~change["kind"].isin(COMPARED)]
    if len(apart):
        yield _apart(apart, telling)


def _of_levels(asked: pd.DataFrame, telling: Telling) -> Finding:
    n, seen = len(asked), asked["level_word"].value_counts().to_dict()
    improved, declined, unclear, few = (seen.get(word, 0) for word in (IMPROVED, DECLINED, UNCLEAR, FEW))
    parts = [
        f"{improved or 'none'} of {telling.counted(n)} improved",
        f"{declined or 'none'} declined",
        f"{unclear} {'shows' if unclear == 1 else 'show'} no clear change of level" * bool(unclear),
        f"{few} cannot be told from so few" * bool(few),
    ]
    words = f"{capital(series(list(filter(None, parts))))}.{_by_chance(telling) * (improved + declined > 0)}"
    return Finding("sum", words, (), (), n, telling.counted(n))


def _by_chance(telling: Telling) -> str:
    asked, most = telling.framework.term(2), f"{100 * telling.alpha:g}"
    return (f" The words allow for all {asked} that could show a movement having been looked at: on average, no more "
            f"than {most} of 100 movements so named come about by chance.")  # fmt: skip


def _of_views(views: pd.DataFrame, telling: Telling, n: int) -> Finding:
    parts = [
        f"{word.removeprefix('views ')} on {telling.items(rows['item'].tolist())}"
        for word in VIEWS
        if len(rows := views[views["view_word"] == word])
    ]
    return Finding("sum", f"Views {series(parts)}.", tuple(views["item"]), (), n, telling.counted(n))


def _apart(apart: pd.DataFrame, telling: Telling) -> Finding:
    # What was split or merged has a row for each pair of old and new.
    once = apart[~apart["item"].duplicated() | (apart["item"] == "")]
    n, kinds = len(once), once["kind"].value_counts()
    told = series([f"{kinds[kind]} {words}" for kind, words in KINDS_APART.items() if kind in kinds])
    verb, scaled = "is" if n == 1 else "are", int(kinds.get("scale changed", 0))
    why = (f"since the questions are not the same: {told}" if not scaled else "since the scale is another"
           if scaled == n else f"since the questions or the scale are not the same: {told}")  # fmt: skip
    words = f"{capital(telling.counted(n))} {verb} not compared, {why}."
    return Finding("sum", words, tuple(filter(None, once["item"])), (), n, telling.counted(n))


def moved_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """One sentence an item that improved or declined, in the framework's order: neither comes first."""
    for row in records(change, change["level_word"].isin(LEVELS)):
        words = f"{telling.item(row)} {row['level_word']}: {_who(row, telling)}{_consensus(row)}."
        yield telling.finding("moved", words, row)


def _who(row: Mapping, telling: Telling) -> str:
    if row["basis"] == "different members":
        groups = {"group": f"the {row['n_joined']} who rated it only now",
                  "other": f"the {row['n_left']} who rated it only before"}  # fmt: skip
        few = f"only {int(row['n_both'])}" if row["n_both"] else "nobody"
        return f"{delta_in_words(groups | {'delta': row['delta']})}; {few} rated it {telling.both}"
    return f"of {int(row['n_both'])} who rated it {telling.both}, {_ways(row)}"


def _ways(row: Mapping) -> str:
    """Who went which way; only which way most went, where numbers would tell what the few others said."""
    if not pd.isna(row["up"]):
        return ways(row)
    first, other = ("higher", "lower") if row["level_word"] == IMPROVED else ("lower", "higher")
    return f"more rate it {first} now than {other}"


def _consensus(row: Mapping) -> str:
    """What became of the consensus, where both years have one."""
    if not row["agreed_moved"]:
        return ""
    if row["agreed_moved"] == "same":
        return f"; the consensus stayed at {row['agreed_after']}"
    return f"; the consensus went from {row['agreed_before']} to {row['agreed_after']}"


def view_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """One sentence an item on which views converged or split."""
    for row in records(change, change["view_word"].isin(VIEWS)):
        on = telling.items([row["item"]])
        gaps = (f"two members differed by {row['gap_before']:.1f} levels on average and differ by "
                f"{row['gap_after']:.1f} now")  # fmt: skip
        said = f"Before: {row['said_before']}. Now: {row['said_after']}."
        yield telling.finding("view", f"{capital(row['view_word'])} on {on}: {gaps}. {said}{_chance(row)}", row)


def _chance(row: Mapping) -> str:
    """How often chance sets views so much nearer together or farther apart, where the p is shown."""
    p = row["spread_p"]
    return "" if pd.isna(p) else f" By chance, views change as much in {percent(p)} (exact p {p:.2g})."


def panel_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """One sentence an item whose medians moved though those of the members in both years did not."""
    for row in records(change, change["panel_moved"]):
        if not pd.isna(row["up"]) and row["n_both"] >= telling.least and row["level_word"] not in LEVELS:
            yield telling.finding("panel", _panel(row, telling), row)


def _panel(row: Mapping, telling: Telling) -> str:
    then, now = (_medians(row[f"low_{when}"], row[f"high_{when}"]) for when in ("before", "after"))
    nobody = not row["up"] + row["down"]
    item, alone = telling.items([row["item"]]), telling.item(row)
    begun = f"{alone} moved with no one moving" if nobody else f"On {item} the team moved"
    still = "" if nobody else ", and their own median did not move"
    return (f"{begun}: its median went from {then} to {now}. Of {int(row['n_both'])} who rated it {telling.both}, "
            f"{ways(row)}{still}: what has changed is who is in the team.")  # fmt: skip


def _medians(low: str, high: str) -> str:
    return low if low == high else f"between {low} and {high}"


MEMBERS = {
    BESIDE["away"]: "members did not move",
    BESIDE["unclear"]: "members show no clear change",
    BESIDE["still"]: "members moved",
    BESIDE["opposite"]: "members moved the other way",
}


def _members(row: Mapping) -> str:
    """What the members did beside the consensus; as many up as down are no members that did not move."""
    balanced = row["beside"] == BESIDE["away"] and row["up"] > 0
    return "as many members moved up as down" if balanced else MEMBERS[row["beside"]]


def beside_findings(change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """One sentence an item on which the consensus and the members did not go the same way."""
    for row in records(change, change["beside"].isin(list(MEMBERS))):
        if row["n_both"] >= telling.least:
            agreed = _consensus(row).removeprefix("; the consensus ")
            those = f"of {int(row['n_both'])} who rated it {telling.both}"
            counts = "" if pd.isna(row["up"]) else f": {those}, {ways(row)}"
            words = f"The consensus on {telling.items([row['item']])} {agreed}, while {_members(row)}{counts}."
            yield telling.finding("consensus", words, row)
