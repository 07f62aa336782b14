"""Which node of an instrument stands in which section, and the id of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assesslib.readers.instruments.ids import item_id, numbered, slug, unique
from assesslib.readers.instruments.records import ITEM, PROMPT, QUESTION, SECTION, Node

NO_HOME = -1
_PARTS = (ITEM, QUESTION, PROMPT)
_MOST_ABOVE = 40
_SHORT = re.compile(r"[A-Za-z]{1,2}|[A-Za-z]?\d{1,3}")


@dataclass(frozen=True)
class Plan:
    """Which node stands in which section: nodes, the heading of each, and the headings that become sections."""

    nodes: tuple[Node, ...]
    homes: tuple[int, ...]
    order: tuple[int, ...]

    def of(self, home: int, *kinds: str) -> list[int]:
        """The places of the nodes of some kinds in a section."""
        return [place for place in self._inside.get(home, ()) if self.nodes[place].kind in kinds]

    @cached_property
    def _inside(self) -> dict[int, list[int]]:
        inside: dict[int, list[int]] = {}
        for place, home in enumerate(self.homes):
            inside.setdefault(home, []).append(place)
        return inside

    def above(self, heading: int) -> list[int]:
        """The headings above one, the outermost first; of very many the nearest."""
        found, at = [], self.homes[heading] if heading >= 0 else NO_HOME
        while at != NO_HOME and len(found) < _MOST_ABOVE:
            found, at = [*found, at], self.homes[at]
        return found[::-1]

    @cached_property
    def first(self) -> dict[int, int]:
        """By heading the first section that it is, or that stands below it."""
        return {at: home for home in reversed(self.order) for at in (home, *self.above(home))}


def _is_heading(node: Node) -> bool:
    return node.kind == SECTION and bool(node.text)


def _without_numbers(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Numbers that stand before the wording become refs, where all of a kind have one and none has another."""
    kept = list(nodes)
    for fits in (lambda node: node.kind == ITEM, _is_heading):
        places = [place for place, node in enumerate(kept) if fits(node)]
        pairs = None if any(kept[place].ref for place in places) else numbered([kept[place].text for place in places])
        for place, (ref, text) in zip(places, pairs or (), strict=False):
            why = f"its number {ref} was taken from the beginning of its wording"
            kept[place] = replace(kept[place], ref=ref, text=text, why=joined(kept[place].why, why))
    return tuple(kept)


def joined(*whys: str) -> str:
    """Clauses one behind the other, those that are empty left out."""
    return "; ".join(why for why in whys if why)


def plan_of(nodes: Sequence[Node]) -> Plan:
    """Where each of some nodes stands, once the numbers that stand before wordings are taken off."""
    nodes = _without_numbers(nodes)
    headings: list[int] = []
    for node in nodes:
        at = node.under
        headings.append(NO_HOME if at is None else at if _is_heading(nodes[at]) else headings[at])
    rated = {headings[place] for place, node in enumerate(nodes) if node.kind == ITEM}
    asked = {headings[place] for place, node in enumerate(nodes) if node.kind == QUESTION} - {NO_HOME}
    order = dict.fromkeys(headings[place] for place, node in enumerate(nodes) if node.kind in _PARTS)
    return Plan(nodes, tuple(headings), tuple(home for home in order if home in rated | asked))


def numbers_of(plan: Plan) -> dict[int, str]:
    """By section its number, as the file has it."""
    return {home: plan.nodes[home].ref.strip() if home >= 0 else "" for home in plan.order}


def item_ids(plan: Plan, numbers: dict[int, str]) -> dict[int, str]:
    """By place the id of each item: its ref; where those begin anew in every section, with the section's number."""
    within = {place: at for home in plan.order for at, place in enumerate(plan.of(home, ITEM), 1)}
    refs = {place: item_id(plan.nodes[place].ref) for place in within}
    sections = {home: item_id(numbers[home]) or str(at) for at, home in enumerate(plan.order, 1)}
    prefix = {place: sections[plan.homes[place]] for place in within}
    if _begin_anew(plan, refs):
        wanted = [f"{prefix[place]}.{ref}" for place, ref in refs.items()]
    else:
        made = {place: item_id(plan.nodes[place].name) or f"{prefix[place]}.{at}" for place, at in within.items()}
        wanted = [ref or made[place] for place, ref in refs.items()]
    return dict(zip(refs, unique(wanted), strict=True))


def _begin_anew(plan: Plan, refs: dict[int, str]) -> bool:
    """Whether every section counts its items from the beginning: short numbers, each once within its section."""
    within = Counter((plan.homes[place], ref) for place, ref in refs.items())
    twice = len(set(refs.values())) < len(refs)
    return twice and max(within.values()) == 1 and all(_SHORT.fullmatch(ref) for ref in refs.values())


def question_ids(plan: Plan) -> dict[int, str]:
    """By place the id of each question: what the tool calls it, else its place among them."""
    places = [place for place, node in enumerate(plan.nodes) if node.kind == QUESTION]
    made = [slug(plan.nodes[place].name, f"question-{at}") for at, place in enumerate(places, 1)]
    return dict(zip(places, unique(made), strict=True))
