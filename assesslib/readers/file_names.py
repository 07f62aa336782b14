"""A file or sheet for one member: who answered stands in its name alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._table_words import is_agreed, is_unclear, why_nobody
from assesslib.readers.matching.person_names import is_near
from assesslib.readers.matching.wording import bare
from assesslib.readers.names_apart import is_code, own_parts
from assesslib.readers.records import Responses, letter
from assesslib.readers.title_names import BODIES, MONTHS, are_names, general_words, is_general, kept_words, person_in
from assesslib.readers.who import is_nobody

_FEW = 2
"""Names of other files from which on they tell where in a file's name the person stands."""
LABELLED = "stands above the answers and was taken for the {} of the person who gave them"
"""What is told of a person of whom a label above a table says something; {} is what."""


def named_by_file(said: Responses, titles: Sequence[str], place: str, framework: Framework,
                  several: bool = False, every: Sequence[Sequence[str]] = ()) -> Responses:  # fmt: skip
    """A table with one column of ratings and no labelled name above it, that person called like the sheet or file.

    A sheet's or file's name that is plainly a person's goes before a heading that is none. What most files of an
    import have in common in their names says nothing of who it is.

    Parameters
    ----------
    said : Responses
        What a sheet says; others than a single column are left as they are.
    titles : sequence of str
        The names of the sheet and of the file, without its ending.
    place : str
        The file as faults name it.
    framework : Framework
        What was rated: the words of its title are nobody's name.
    several : bool
        Whether other files are read with it: then a single word may be a name.
    every : sequence of sequences of str
        The ``titles`` of all files that are read together, of this one too.
    """
    if not said.turned or len(said.people) != 1 or _is_known(said):
        return said
    own = [_of_one(title, [one[at] for one in every]) for at, title in enumerate(titles)]
    names = [_own_name(title, [one[at] for one in every], framework, several) for at, title in enumerate(own)]
    person = next(filter(_is_whole, names), "")
    if heading := _heading(said):
        return _beside(said, heading, person, place, framework)
    if any(is_agreed(" ".join(kept_words(title, framework))) for title in own):
        return _unclear(said, person, place) if person else as_agreed(said, place)
    name = next(filter(None, names), "")
    return _called(said, name, place) if name else said


def _of_one(title: str, every: Sequence[str]) -> str:
    """A title, or "" where several files have it."""
    return "" if [bare(one) for one in every].count(bare(title)) > 1 else title


def _is_whole(name: str) -> bool:
    """Whether a name is plainly a person's: two words or more with capitals."""
    return sum(word[0].isupper() and not (len(word) > 2 and word.isupper()) for word in name.split()) > 1


def _is_known(said: Responses) -> bool:
    """Whether an id, an address or a labelled name says who answered."""
    who = said.people.iloc[0]
    return not (is_nobody(who["id"]) and is_nobody(who["email"])) or any(
        fault.what == LABELLED.format("name") for fault in said.faults
    )


def _heading(said: Responses) -> str:
    name = said.people.iloc[0]["name"]
    return "" if is_nobody(name) else name


def _called(said: Responses, name: str, place: str) -> Responses:
    fault = Fault("was taken from the name of the file or sheet for who answered", file=place, value=name, handled=True)
    return replace(said, people=said.people.assign(name=name), faults=(*said.faults, fault))


def _beside(said: Responses, heading: str, name: str, place: str, framework: Framework) -> Responses:
    """The answers under a heading that may be a name, called like the sheet or file where that is plainly one."""
    words, others = set(bare(heading).split()), set(bare(name).split())
    if not name or words & others or is_near(heading, name) or person_in(heading, framework):
        return said
    fault = Fault("heads the answers and was not taken for who gave them: the file or sheet is called like a person",
                  file=place, column=letter(said.people.index[0]), value=heading, handled=True)  # fmt: skip
    return _called(replace(said, faults=(*said.faults, fault)), name, place)


def _unclear(said: Responses, name: str, place: str) -> Responses:
    fault = Fault("is a person by the name of the file or sheet, and by the other of the two this was agreed",
                  file=place, value=name, do="Head the answers “Consensus” if they were agreed, else with the name of "
                  "the member who gave them.")  # fmt: skip
    return replace(said, faults=(*said.faults, fault))


def as_agreed(said: Responses, place: str) -> Responses:
    """The answers of one person who has no name taken for what was agreed, because the name of their place says so."""
    fault = Fault("The name of the sheet or file was taken to say that this was agreed", file=place, handled=True)
    return replace(said, people=said.people.iloc[:0], agreed=said.people.index[0], faults=(*said.faults, fault))


def _own_name(title: str, every: Sequence[str], framework: Framework, several: bool) -> str:
    """The person in a title beside the titles of other files, of which the words in common say nothing."""
    titles = tuple(dict.fromkeys(filter(None, every)))
    if title not in titles or len(titles) < 2:
        return person_in(title, framework, several)
    general = general_words(framework)
    rows = dict(zip(titles, _parts(titles, general | BODIES), strict=True))
    own, others = rows[title], [words for one, words in rows.items() if one != title]
    if len(own) == 1 and is_code(own[0], others):
        return own[0]
    name = _in_their_place(own, others, general) or person_in(_cut(title, own), framework, several)
    return name or person_in(title, framework, several)


def _cut(title: str, own: Sequence[str]) -> str:
    """The part of a title in which some of its words stand, with what is between them."""
    if not own:
        return ""
    start = title.index(own[0])
    return title[start : title.rindex(own[-1]) + len(own[-1])]


@lru_cache(maxsize=64)
def _parts(titles: tuple[str, ...], general: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    return own_parts(titles, lambda word: is_general(word, general))


def _in_their_place(own: Sequence[str], others: Sequence[Sequence[str]], general: frozenset[str]) -> str:
    """A name with such words as Key or June in it, where the other files have names of people in the same place."""
    names = [words for words in others if are_names(words) and not any(is_general(word, general) for word in words)]
    alike = [words for words in names if (len(words) > 1) == (len(own) > 1)]
    if len(alike) < _FEW or not are_names(own):
        return ""
    name, plain = " ".join(own), [bare(word) for word in own]
    could_be = all(word in MONTHS or word == "page" for word in plain)
    if could_be:
        return name
    mixed = len(own) > 1 and not all(is_general(word, general) for word in own)
    return name if mixed and not (is_agreed(name) or is_unclear(name) or why_nobody(name)) else ""
