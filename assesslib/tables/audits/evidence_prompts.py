"""The prompts to look at the evidence again: what each looks at, and the sentence that asks the team about it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.tables.audits.dates import latest
from assesslib.tables.audits.detail import DEGREES, degree, negatives, same, sources
from assesslib.tables.audits.words import at, place, standing
from assesslib.tables.consensus import agreed_levels
from assesslib.words import quoted, say, sentence, series, spoken

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


class Said(NamedTuple):
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


def said_of(assessment) -> Said:
    """What an audit of an assessment looks at.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> said = said_of(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    >>> said.asked, said.level("1.2"), len(said.at("1.2"))
    (True, 'W', 2)
    """
    framework, consensus = assessment.framework, assessment.consensus
    agreed = agreed_levels(consensus, framework).set_index("item")["agreed"].to_dict()
    labels = {facet.id: facet.label for facet in framework.facets}
    codes: dict[str, dict[str, str]] = {}
    for row in consensus.loc[consensus["level"].notna(), ["item", "facet", "level"]].itertuples():
        codes.setdefault(row.item, {})[labels.get(row.facet, row.facet)] = row.level
    return Said(framework, standing(assessment.notes, framework, ["evidence"]), agreed, codes)


def prompts(said: Said, since: date | None) -> Iterator[Row]:
    """Every reason to look again, prompt by prompt in the order of `PROMPTS`.

    Parameters
    ----------
    said : Said
        As `said_of` gives it.
    since : date or None
        The day of the last assessment; None to ask nothing about dates.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> said = said_of(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    >>> [row.prompt for row in prompts(said, None)][-1]
    'little detail'
    """
    yield from _without(said)
    yield from _high(said)
    yield from _shared(said)
    yield from _older(said, since)
    yield from _brief(said)


def fullest(note: Mapping) -> str:
    """The fullest degree of detail of what a note of evidence says, or of what it stands for where it points elsewhere.

    Examples
    --------
    >>> fullest({"points_to": "1.1", "stands_for": ("Minutes", "Lead officers meet"), "text": "As 1.1"})
    'described'
    """
    return max(map(degree, _says(note)), key=DEGREES.index, default=DEGREES[0])


def _says(note: Mapping) -> tuple[str, ...]:
    return note["stands_for"] if note["points_to"] else (note["text"],)


def _row(said: Said, prompt: str, item: str, notes: Sequence[Mapping], words: str, text: str = "") -> Row:
    texts = text or " / ".join(note["text"] for note in notes)
    return Row(prompt, item, texts, said.level(item), tuple(note["id"] for note in notes), sentence(words))


def _without(said: Said) -> Iterator[Row]:
    for item in said.codes if said.asked else ():
        if not said.at(item):
            lost = [note for note in said.evidence if note["item"] == item]
            aside = "".join(f"; {quoted(note['text'], shorten)} points to none" for note in lost)
            words = f"{said.agreement(item)} and names no evidence{aside}"
            yield _row(said, "no evidence", item, lost, words, said.agreed[item])


def _high(said: Said) -> Iterator[Row]:
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
    return f"{n} of its {of} pieces of evidence {say(n)}"


def _shared(said: Said) -> Iterator[Row]:
    named: dict[str, list[tuple[str, Mapping]]] = {}
    for note in (note for note in said.evidence if note["item"]):
        for source in (source for text in _says(note) for source in sources(text)):
            named.setdefault(same(source), []).append((source, note))
    for found in (found for source, found in named.items() if source):
        items = list(dict.fromkeys(note["item"] for _, note in found))
        if len(items) >= MANY:
            (source, _), notes = found[0], list({note["id"]: note for _, note in found}.values())
            words = f"{quoted(source, shorten)} is named for {len(items)} {said.framework.term(2)}: {series(items)}"
            yield _row(said, "one source for many", items[0], notes, words, source)


def _older(said: Said, since: date | None) -> Iterator[Row]:
    for note in said.evidence if since else ():
        dated = latest(note["text"])
        if dated and dated.last < since:
            where = at(said.framework, note["item"], note["section"])
            words = f"evidence{where} speaks of {dated.words}, before the last assessment"
            yield _row(said, "older than the last assessment", note["item"], [note], f"{words} on {spoken(since)}")


def _brief(said: Said) -> Iterator[Row]:
    for item in dict.fromkeys(note["item"] for note in said.evidence if note["item"] and said.asked):
        pieces = said.at(item)
        if pieces and all(fullest(note) == DEGREES[0] for note in pieces):
            each = f"{len(pieces)} pieces of evidence, each" if len(pieces) > 1 else "one piece of evidence,"
            words = f"{place(said.framework, item)} has {each} named in a few words"
            yield _row(said, "little detail", item, pieces, words)
