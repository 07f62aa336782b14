"""What may run through the results: the framework's themes, who acts in the wording, the officer's own tags."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from assesslib.framework import Framework

_FIRST_WORD = re.compile(r"(?:(?:the|an?|all)\s+)?([^\W\d_][\w’'-]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """What makes a thread: at least so many items in at least so many sections at one end, none at the other."""

    items: int = 3
    sections: int = 3


@dataclass(frozen=True)
class Carried:
    """A theme and the items that carry it, in the framework's order; ``source`` is declared, subject or tag."""

    source: str
    theme: str
    title: str
    items: tuple[str, ...]


def themes_of(framework: Framework, notes: pd.DataFrame, rule: Rule = Rule()) -> tuple[Carried, ...]:
    """Every theme to look at: those the framework declares, then the acting subjects, then the officer's own tags.

    Parameters
    ----------
    framework : Framework
        What was asked.
    notes : DataFrame
        The notes that stand. One of kind ``tag`` has the name of a theme as its text and items' ids as what it is
        about; notes of one name, whatever their case, are one theme, and ids that are no item's are passed over.
    rule : Rule
        A subject is there only where it acts in enough items of enough sections to meet it.

    Returns
    -------
    tuple of Carried
        A theme that no item carries is left out.

    Examples
    --------
    >>> import assesslib as al
    >>> tag = pd.DataFrame({"kind": ["tag"], "text": ["Money"], "about": ["23 19"]})
    >>> *_, organisations, money = themes_of(al.load_framework("csit-collaborative-working"), tag)
    >>> organisations.source, organisations.title, money
    ('subject', 'Organisations', Carried(source='tag', theme='Money', title='Money', items=('19', '23')))
    """
    return (*_declared(framework), *_subjects(framework, rule), *_tags(framework, notes))


def _declared(framework: Framework) -> Iterable[Carried]:
    for theme in framework.themes:
        if items := tuple(item.id for item in framework.items if theme.id in item.themes):
            yield Carried("declared", theme.id, theme.title, items)


def _subjects(framework: Framework, rule: Rule) -> Iterable[Carried]:
    home = home_of(framework)
    named = _by_name((subject(item.text), item.id) for item in framework.items)
    found = (Carried("subject", name, name, items) for name, items in named.items())
    return (one for one in found if can_meet(one, home, rule))


def _tags(framework: Framework, notes: pd.DataFrame) -> Iterable[Carried]:
    tags = notes[notes["kind"] == "tag"]
    said = ((text, item) for text, about in zip(tags["text"], tags["about"], strict=True) for item in about.split())
    for name, items in _by_name(said).items():
        if known := tuple(item.id for item in framework.items if item.id in items):
            yield Carried("tag", name, name, known)


def _by_name(said: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The items by the name said of them; a name is spelt as it was first, and none is no name."""
    spelt: dict[str, str] = {}
    items: dict[str, tuple[str, ...]] = {}
    for text, item in said:
        if name := " ".join(text.split()):
            name = spelt.setdefault(name.casefold(), name)
            items[name] = (*items.get(name, ()), item)
    return items


def subject(text: str) -> str:
    """Who acts in an item's wording: its first word, an article passed over; "" where it begins with no word.

    Examples
    --------
    >>> subject("Leaders ensure that people have the capacity"), subject("The partnership is effectively led")
    ('Leaders', 'Partnership')
    """
    found = _FIRST_WORD.match(text.strip())
    return found[1][0].upper() + found[1][1:] if found else ""


def home_of(framework: Framework) -> dict[str, str]:
    """The section of each item, by the item's id.

    Examples
    --------
    >>> import assesslib as al
    >>> home_of(al.load_framework("cdrp-dat-partnership"))["4.2"]
    'resources'
    """
    return {item.id: section.id for section in framework.sections for item in section.items}


def can_meet(carried: Carried, home: Mapping[str, str], rule: Rule) -> bool:
    """Whether enough items in enough sections carry a theme, so that it could meet the rule at all.

    Examples
    --------
    >>> can_meet(Carried("tag", "Money", "Money", ("1", "2")), {"1": "plan", "2": "work"}, Rule(items=2, sections=2))
    True
    """
    sections = {home[item] for item in carried.items}
    return len(carried.items) >= rule.items and len(sections) >= rule.sections
