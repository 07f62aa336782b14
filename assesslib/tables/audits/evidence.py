"""Where the evidence is worth another look: prompts to ask the team about, none of them a verdict."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from assesslib.framework import Framework
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment, day_of
from assesslib.tables.audits.dates import latest, spoken
from assesslib.tables.audits.detail import DEGREES, degree, negatives, same, sources
from assesslib.tables.audits.words import at, place, places, quoted, sentence, series, standing
from assesslib.tables.consensus import agreed_levels

PROMPTS = (
    "no evidence",
    "high on negative evidence",
    "one source for many",
    "older than the last assessment",
    "little detail",
)
"""What a row of the audit asks the team to look at, in the order of one item's rows."""
MANY = 3
"""A source that is named for this many items or more is asked about."""


class Row(NamedTuple):
    """One prompt to look again."""

    prompt: str
    item: str
    text: str
    level: str
    notes: tuple[str, ...]
    words: str


class _Said(NamedTuple):
    """What an audit looks at: what was asked, the notes of evidence in order, what was agreed in words and in codes.

    ``codes`` holds the agreed levels of each item that has any, by facet ("" for the item as a whole).
    """

    framework: Framework
    evidence: Sequence[Mapping]
    agreed: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]

    @property
    def asked(self) -> bool:
        """Whether the framework asks for evidence beside each item."""
        return any(prompt.kind == "evidence" and prompt.of == "item" for prompt in self.framework.prompts)

    def at(self, item: str) -> list[Mapping]:
        """The notes that name evidence at an item; a pointer does where evidence is noted at what it points to."""
        return [note for note in self.evidence if note["item"] == item and _says(note)]

    def level(self, item: str) -> str:
        """The level agreed at an item, each facet's where it is split: "W (Local) and S (National)"; or ""."""
        levels = self.codes.get(item, {})
        return series([f"{level} ({facet})" if facet else level for facet, level in levels.items()])

    def agreement(self, item: str) -> str:
        """The beginning of a sentence on an item."""
        return f"{place(self.framework, item)} is agreed at {self.level(item)}"


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
        `PROMPTS`); ``item``, the first of several, "" for a section; ``text``, the evidence (pieces parted by " / ")
        or, where there is none, what is agreed; ``level`` agreed at the item, each facet's where it is split, ""
        where none is; ``notes``, a tuple of the ids of all that the sentence counts; ``words``, a sentence.

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
    said = _said(assessment)
    rows = [*_without(said), *_high(said), *_shared(said), *_older(said, before), *_brief(said)]
    return pd.DataFrame(sorted(rows, key=_order(said)), columns=list(Row._fields))


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
    rows = [(note["id"], note["item"], note["text"], _fullest(note)) for note in evidence]
    return pd.DataFrame(rows, columns=["id", "item", "text", "degree"])


def _fullest(note: Mapping) -> str:
    return max(map(degree, _says(note)), key=DEGREES.index, default=DEGREES[0])


def _says(note: Mapping) -> tuple[str, ...]:
    return note["stands_for"] if note["points_to"] else (note["text"],)


def _said(assessment) -> _Said:
    framework, consensus = assessment.framework, assessment.consensus
    agreed = agreed_levels(consensus, framework).set_index("item")["agreed"].to_dict()
    labels = {facet.id: facet.label for facet in framework.facets}
    codes = {
        item: {labels.get(row.facet, row.facet): row.level for row in rows.itertuples()}
        for item, rows in consensus[consensus["level"].notna()].groupby("item", sort=False)
    }
    return _Said(framework, standing(assessment.notes, framework, ["evidence"]), agreed, codes)


def _order(said: _Said):
    """What to sort by: the framework's order, then that of the prompts."""
    order = places(said.framework)
    sections = {note["id"]: note["section"] for note in said.evidence}
    return lambda row: (
        order.get(row.item or (sections[row.notes[0]],), len(order)),
        PROMPTS.index(row.prompt),
    )


def _row(said: _Said, prompt: str, item: str, notes: Sequence[Mapping], words: str, text: str = "") -> Row:
    texts = text or " / ".join(note["text"] for note in notes)
    return Row(prompt, item, texts, said.level(item), tuple(note["id"] for note in notes), sentence(words))


def _without(said: _Said) -> Iterator[Row]:
    for item in said.codes if said.asked else ():
        if not said.at(item):
            lost = [note for note in said.evidence if note["item"] == item]
            aside = "".join(f"; {quoted(note['text'])} points to none" for note in lost)
            words = f"{said.agreement(item)} and names no evidence{aside}"
            yield _row(said, "no evidence", item, lost, words, said.agreed[item])


def _high(said: _Said) -> Iterator[Row]:
    codes = said.framework.codes
    upper = codes[-min(2, len(codes) // 2) :]
    for item in (item for item, levels in said.codes.items() if not set(levels.values()).isdisjoint(upper)):
        pieces = said.at(item)
        negative = [note for note in pieces if _missing(note)]
        if negative:
            found = dict.fromkeys(words for note in negative for words in _missing(note))
            heard = series([f"“{words}”" for words in found], "or")
            words = f"{said.agreement(item)}, and {_share(len(negative), len(pieces))} {heard}"
            text = " / ".join(note["text"] for note in negative)
            yield _row(said, "high on negative evidence", item, pieces, words, text)


def _missing(note: Mapping) -> tuple[str, ...]:
    return tuple(words for text in _says(note) for words in negatives(text))


def _share(n: int, of: int) -> str:
    """How many pieces of evidence, as the subject of what they say."""
    if of == 1:
        return "its one piece of evidence says"
    return f"{n} of its {of} pieces of evidence {'says' if n == 1 else 'say'}"


def _shared(said: _Said) -> Iterator[Row]:
    named: dict[str, list[tuple[str, Mapping]]] = {}
    for note in (note for note in said.evidence if note["item"]):
        for source in (source for text in _says(note) for source in sources(text)):
            named.setdefault(same(source), []).append((source, note))
    for found in (found for source, found in named.items() if source):
        items = list(dict.fromkeys(note["item"] for _, note in found))
        if len(items) >= MANY:
            (source, _), notes = found[0], list({note["id"]: note for _, note in found}.values())
            words = f"{quoted(source)} is named for {len(items)} {said.framework.term(2)}: {series(items)}"
            yield _row(said, "one source for many", items[0], notes, words, source)


def _older(said: _Said, since: date | None) -> Iterator[Row]:
    for note in said.evidence if since else ():
        dated = latest(note["text"])
        if dated and dated.last < since:
            where = at(said.framework, note["item"], note["section"])
            words = f"evidence{where} speaks of {dated.words}, before the last assessment"
            yield _row(said, "older than the last assessment", note["item"], [note], f"{words} on {spoken(since)}")


def _brief(said: _Said) -> Iterator[Row]:
    for item in dict.fromkeys(note["item"] for note in said.evidence if note["item"] and said.asked):
        pieces = said.at(item)
        if pieces and all(_fullest(note) == DEGREES[0] for note in pieces):
            each = f"{len(pieces)} pieces of evidence, each" if len(pieces) > 1 else "one piece of evidence,"
            words = f"{place(said.framework, item)} has {each} named in a few words"
            yield _row(said, "little detail", item, pieces, words)
