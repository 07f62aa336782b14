"""Nodes in the order of a file -> the sections of a framework, with what each node became."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault
from assesslib.framework.records import Item, Question, Section
from assesslib.readers.instruments.ids import slug, unique
from assesslib.readers.instruments.outline_plan import (
    NO_HOME,
    Plan,
    item_ids,
    joined,
    numbers_of,
    plan_of,
    question_ids,
)
from assesslib.readers.instruments.records import (
    ITEM,
    LEFT_OUT,
    NOTE,
    PROMPT,
    QUESTION,
    SECTION,
    Node,
    Trace,
)
from assesslib.words import many, noun

ABOVE = " › "


@dataclass(frozen=True)
class Outline:
    """The sections, the questions that stand in none, what is said before the first, traces and faults."""

    sections: tuple[Section, ...] = ()
    closing: tuple[Question, ...] = ()
    introduction: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
    faults: tuple[Fault, ...] = ()


def outline(nodes: Sequence[Node], title: str, file: str) -> Outline:
    """The sections that nodes make up, each with its items and questions.

    A heading becomes a section where something stands right under it. The titles above it are said in its
    introduction, and what is said beneath those in the first section that they hold. Questions under no heading are
    closing questions; items under no heading make a section with the title of the whole.

    Parameters
    ----------
    nodes : sequence of Node
        In the order of the file.
    title : str
        Of the whole framework.
    file : str
        The file as the user knows it.
    """
    plan = plan_of(nodes)
    numbers = numbers_of(plan)
    items, questions = item_ids(plan, numbers), question_ids(plan)
    sections = [_section(plan, home, title, numbers[home], items, questions) for home in plan.order]
    unlike = unique(one.id or f"section-{place}" for place, one in enumerate(sections, 1))
    sections = [replace(one, id=id) for one, id in zip(sections, unlike, strict=True)]
    ids = dict(zip(plan.order, (section.id for section in sections), strict=True))
    closing = [place for place in plan.of(NO_HOME, QUESTION) if NO_HOME not in plan.order]
    return Outline(
        tuple(sections),
        tuple(Question(questions[place], plan.nodes[place].text) for place in closing),
        tuple(plan.nodes[place].text for place in plan.of(NO_HOME, NOTE)),
        tuple(_trace(plan, place, ids, items, questions) for place in range(len(plan.nodes))),
        tuple(_faults(plan, title, file, items)),
    )


def _intro(plan: Plan, home: int) -> str:
    """The titles above a section, what is said beneath those for the first time, and its own words."""
    if home < 0:
        return ""
    above = plan.above(home)
    beneath = [part for at in (*above, home) if plan.first[at] == home for part in _about(plan, at)]
    return " · ".join(filter(None, (ABOVE.join(plan.nodes[at].text for at in above), *beneath)))


def _about(plan: Plan, heading: int) -> list[str]:
    return [plan.nodes[heading].about, *(plan.nodes[place].text for place in plan.of(heading, NOTE))]


def _section(
    plan: Plan, home: int, title: str, number: str, items: dict[int, str], questions: dict[int, str]
) -> Section:
    name = plan.nodes[home].text if home >= 0 else title
    asked = plan.of(home, QUESTION)
    return Section(
        id=slug(name),
        title=name,
        number=number,
        intro=_intro(plan, home),
        prompts=tuple(dict.fromkeys(plan.nodes[at].ref for at in plan.of(home, PROMPT))),
        questions=tuple(Question(questions[at], plan.nodes[at].text) for at in asked),
        items=tuple(Item(items[at], plan.nodes[at].text) for at in plan.of(home, ITEM)),
    )


def _trace(plan: Plan, place: int, ids: dict[int, str], items: dict[int, str], questions: dict[int, str]) -> Trace:
    node, home = plan.nodes[place], plan.homes[place]
    became, why = _became(plan, place, ids, items, questions), node.why
    if node.kind == ITEM and node.ref != items[place]:
        why = joined(
            why,
            f"“{node.ref}” was changed: an id is letters, digits, dots and hyphens, and used once"
            if node.ref
            else "it has no number; its id was made",
        )
    elif node.kind == ITEM and home < 0:
        why = joined(why, "it stands under no heading")
    return Trace(node.spot, node.text, became, _nothing(node) if became == LEFT_OUT else why)


def _nothing(node: Node) -> str:
    if node.kind == SECTION:
        return "nothing that is rated or asked stands under it" if node.text else "it has no title of its own"
    return "it stands in no section that is rated or asked"


def _became(plan: Plan, place: int, ids: dict[int, str], items: dict[int, str], questions: dict[int, str]) -> str:
    node, home = plan.nodes[place], plan.homes[place]
    section = ids.get(place if node.kind == SECTION else home, "")
    if node.kind == ITEM:
        return f"item {items[place]} of section {section}"
    if node.kind == QUESTION:
        return (
            f"question {questions[place]} of section {section}" if section else f"closing question {questions[place]}"
        )
    if node.kind == PROMPT:
        return f"a prompt for notes, {node.ref}, of section {section}" if section else LEFT_OUT
    if node.kind == NOTE and home == NO_HOME:
        return "introduction"
    return _heading_became(plan, place if node.kind == SECTION else home, node, section, ids)


def _heading_became(plan: Plan, heading: int, node: Node, section: str, ids: dict[int, str]) -> str:
    if section:
        return f"section {section}" if node.kind == SECTION else f"introduction of section {section}"
    below = plan.first.get(heading)
    return f"introduction of section {ids[below]}" if below is not None and node.text else LEFT_OUT


def _faults(plan: Plan, title: str, file: str, items: dict[int, str]) -> list[Fault]:
    if not items:
        do = "Check that it is the right file, and that its wordings stand where they belong."
        return [Fault("The file holds nothing that can be rated", file, do=do)]
    made = [place for place in items if plan.nodes[place].ref != items[place]]
    loose = plan.of(NO_HOME, ITEM)
    return [*_made_fault(plan, made, items, file), *_loose_fault(len(loose), title, file)]


def _made_fault(plan: Plan, made: list[int], items: dict[int, str], file: str) -> list[Fault]:
    if not made:
        return []
    what = f"{many(len(made), 'item')} got an id that the file does not write so, the first of them {items[made[0]]}"
    return [plan.nodes[made[0]].spot.fault(what, do="The report lists them; ids are kept for good once people rate.",
                                           handled=True)]  # fmt: skip


def _loose_fault(n: int, title: str, file: str) -> list[Fault]:
    if not n:
        return []
    what = f"{many(n, 'item')} {noun(n, 'stands', 'stand')} under no heading; a section “{title}” was made"
    return [Fault(what, file, do="Give it the title that fits.", handled=True)]
