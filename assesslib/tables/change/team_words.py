"""Sentences on who was there in both years, on the sections, and on how members see last year from today."""

from collections.abc import Iterator, Mapping

import pandas as pd

from assesslib.tables.change.people import REST
from assesslib.tables.change.telling import Telling
from assesslib.tables.change.verdict import DECLINED, IMPROVED
from assesslib.tables.findings.finding import Finding
from assesslib.words import begun, count, series

MOVED = ("left", "joined")
OTHERS = {REST: "others"}


def team_findings(people: pd.DataFrame, telling: Telling, rated: int | None = None) -> Iterator[Finding]:
    """Who is in both years, who left and who joined.

    Parameters
    ----------
    people : DataFrame
        As `assesslib.tables.panel` gives it: with names only where everybody is named.
    telling : Telling
        How it is told.
    rated : int, optional
        How many of those in both teams gave a level in either year; all of them where it is left out.
    """
    named = "status" in people
    numbers = people["status"].value_counts() if named else people.drop(columns="group").sum()
    seen = {name.replace("_", " "): int(n) for name, n in numbers.items()}
    both = seen.get("in both", 0)
    gone = [_who(people, status, seen.get(status, 0), named) for status in MOVED]
    n = both if rated is None else rated
    words = f"{_took_part(both, n, telling)}; {series(gone)}.{_means(both, n, telling)}"
    yield Finding("team", words, (), (), n, count(n, "member"))
    if seen.get("to be matched"):
        yield _to_be_matched(people, seen["to be matched"], named)


def _took_part(both: int, rated: int, telling: Telling) -> str:
    if not both:
        return f"Nobody took part {telling.both}"
    if rated < both:
        return f"Of {count(both, 'member')} in both teams, {rated or 'none'} rated {telling.both}"
    return f"{begun(both, 'member')} took part {telling.both}"


def _means(both: int, rated: int, telling: Telling) -> str:
    """What it means where hardly anybody can be followed, and what to do."""
    again = f"compare again with more people who rate {telling.both}"
    if not both:
        return (" So nobody’s own movement can be followed, and a difference may be one of people. If somebody is the "
                f"same under another id or name, match the two; else {again}.")  # fmt: skip
    if rated > 1:
        return ""
    whom = "one person can be followed, and one alone shows no" if rated else "nobody can be followed, which shows no"
    return f" So {whom} movement of the team: {again}."


def _who(people: pd.DataFrame, status: str, n: int, named: bool) -> str:
    if not n:
        return f"nobody {status}"
    if named:
        told = [_named(row) for row in people[people["status"] == status].to_dict("records")]
    else:
        own = people[(people[status] > 0) & (people["group"] != "")]
        told = [f"{OTHERS.get(row['group'], row['group'])} {row[status]}" for row in own.to_dict("records")]
        told = told if len(people) > 1 else []
    return f"{n} {status}" + f" ({series(told)})" * bool(told)


def _named(row: Mapping) -> str:
    name = row["name"] or row["id_before"] or row["id_after"]
    organisation = row["organisation_after"] or row["organisation_before"]
    return f"{name} of {organisation}" if organisation else name


def _to_be_matched(people: pd.DataFrame, n: int, named: bool) -> Finding:
    pairs = people[(people["status"] == "to be matched") & (people["id_before"] != "")] if named else people[:0]
    now = dict(zip(people["id_after"], people["name"], strict=True)) if named else {}
    told = [
        f"is {_called(row.id_before, row.name)} before the same person as {_called(row.perhaps, now[row.perhaps])} now?"
        for row in pairs.rename_axis(None).itertuples(index=False)
    ]
    asked = f" A person must say: {' '.join(told)}" if told else " A person must say who is whom."
    words = f"{begun(n, 'entry', 'entries')} of the two teams may be of people in both, under another name or id."
    return Finding("team", f"{words}{asked}", (), (), n, count(n, "entry", "entries"))


def _called(id: str, name: str) -> str:
    return f"{name.strip()} (“{id}”)" if name.strip() else f"“{id}”"


def section_findings(sections: pd.DataFrame, change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """The sections in which members went one way, as `assesslib.tables.section_change` gives them, and by what."""
    for row in sections[sections["word"].isin((IMPROVED, DECLINED))].to_dict("records"):
        n = int(row["n"])
        parts = [(row["up"], "more often up than down"), (row["down"], "more often down than up"),
                 (row["unmoved"], "as often up as down or not at all")]  # fmt: skip
        told = _moved(row, parts)
        words = (f"Section {row['title']} {row['word']}: of {n} who rated {telling.both}, {told}."
                 f"{_through(change[change['section'] == row['section']], telling)}")  # fmt: skip
        items = tuple(item.id for item in telling.framework.section(row["section"]).items)
        yield Finding("section", words, items, (), n, f"{count(n, 'member')} {telling.both}")


def _moved(row: Mapping, parts: list[tuple[int, str]]) -> str:
    """How many members went which way over a section, the larger part first; most of them, where numbers are hidden."""
    if pd.isna(row["up"]):
        return f"more moved {parts[0 if row['word'] == IMPROVED else 1][1]} than the other way"
    first = sorted(parts[:2], key=lambda part: -part[0]) + parts[2:]
    return series([f"{int(m)} moved {way}" for m, way in first if m])


def _through(rows: pd.DataFrame, telling: Telling) -> str:
    """Which of a section's items moved, so that nobody takes the section's word for all of them."""
    moved = [(word, rows.loc[rows["level_word"] == word, "item"].tolist()) for word in (IMPROVED, DECLINED)]
    told = [f"{telling.items(items)} {word}" for word, items in moved if items]
    return f" Of its {telling.counted(len(rows))}, {series(told) or 'none moved by itself'}."


THEN = {"stricter now": ("more strictly", "lower"), "milder now": ("more mildly", "higher")}
FELT = {"felt better": ("better", "up", "higher"), "felt worse": ("worse", "down", "lower")}


def yardstick_findings(back: pd.DataFrame, change: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """How last year is seen from today: whether the yardstick moved, and what members feel has become of an item.

    Parameters
    ----------
    back : DataFrame
        As `assesslib.tables.looking_back` gives it; nothing is said where it has no rows.
    change : DataFrame
        As `assesslib.tables.change` gives it.
    telling : Telling
        How it is told.
    """
    enough = back[back[["then_n", "felt_n"]].max(axis=1) >= telling.least]
    level = dict(zip(change["item"], change["level_word"], strict=True))
    told = [found for row in enough.to_dict("records") for found in _seen(row, level.get(row["item"], ""), telling)]
    yield from told
    if len(enough) and not told:
        n = int(enough[["then_n", "felt_n"]].max(axis=None))
        words = (f"Up to {count(n, 'member')} looked back on {telling.counted(len(enough))}: of none is it clear that "
                 "last year is seen in another way than it was then, or that anything is felt to have "
                 "changed.")  # fmt: skip
        yield Finding("yardstick", words, tuple(enough["item"]), (), n, count(n, "member"))


def _seen(row: Mapping, level: str, telling: Telling) -> Iterator[Finding]:
    if row["then_word"] in THEN:
        how, way = THEN[row["then_word"]]
        n, those = int(row["then_n"]), int(row[f"then_{way}"])
        words = (f"{telling.item(row)}: last year is seen {how} today than it was then. {those} of {n} who look back "
                 f"{_put(those)} it {way} than they did.{_so(row, level)}")  # fmt: skip
        yield Finding("yardstick", words, (row["item"],), (), n, f"{count(n, 'member')} {telling.both}")
    if row["felt_word"] in FELT:
        how, way, side = FELT[row["felt_word"]]
        n, those = int(row["felt_n"]), int(row[f"felt_{way}"])
        words = (f"{telling.item(row)} is felt to be {how} than last year: {those} of {n} who look back "
                 f"{_put(those)} it {side} now.")  # fmt: skip
        yield Finding("yardstick", words, (row["item"],), (), n, f"{count(n, 'member')} {telling.both}")


def _put(n: int) -> str:
    return "puts" if n == 1 else "put"


def _so(row: Mapping, level: str) -> str:
    """What a yardstick that moved does to what the two years say of the level."""
    if row["then_word"] == "stricter now" and level in ("no clear change", "declined"):
        return " So what was rated in the two years may hide an improvement."
    if row["then_word"] == "milder now" and level in ("no clear change", "improved"):
        return " So what was rated in the two years may hide a decline."
    return ""
