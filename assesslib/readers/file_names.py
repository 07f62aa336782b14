"""A file or sheet for one member: who answered stands in its name alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._table_words import is_agreed, is_unclear, why_nobody
from assesslib.readers.matching.wording import bare
from assesslib.readers.names_apart import PARTICLES, is_code, own_parts
from assesslib.readers.records import Responses, letter
from assesslib.readers.same_headings import heading_of
from assesslib.readers.somebody import are_alike, is_somebody
from assesslib.readers.title_names import BODIES, MONTHS, are_names, general_words, is_general, kept_words, person_in
from assesslib.readers.who import is_nobody

_FEW = 2
"""Names of other files from which on they tell where in a file's name the person stands."""
LABELLED = "stands above the answers and was taken for the {} of the person who gave them"
"""What is told of a person of whom a label above a table says something; {} is what."""
OF_ANOTHER = "stands above the answers as another’s and was taken for who gave them, for nothing else says who did"
"""What is told of the name beside a label such as “Reviewed by”."""


def named_by_file(said: Responses, titles: Sequence[str], place: str, framework: Framework,
                  every: Sequence[Sequence[str]] = (), alike: Sequence[Sequence[str]] = ()) -> Responses:  # fmt: skip
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
    every : sequence of sequences of str
        The ``titles`` of all files that are read together, of this one too: where there are several, a single word may
        be a name.
    alike : sequence of sequences of str
        The ``titles`` of those among them with the same heading over answers to the same rows.
    """
    if not said.turned or len(said.people) != 1 or is_labelled(said):
        return said
    own, names = _names(titles, every, framework)
    person = _person(own, names)
    said = without_another(said, place) if person and not are_alike(person, heading_of(said)) else said
    if heading := heading_of(said):
        others = {_person(*_names(one, every, framework)) for one in alike}
        is_of_form = bool(alike) and len({person, *others} - {""}) == len(alike) + 1
        return said if _is_another(said) else _beside(said, heading, person, place, framework, is_of_form)
    if any(is_agreed(" ".join(kept_words(title, framework))) for title in own):
        return _unclear(said, person, place) if person else as_agreed(said, place)
    sheet = names[0] if _is_alone(own[0], names[0], framework) else ""
    name = sheet or person or next(filter(None, names), "")
    return _called(said, name, place) if name else said


def _names(titles: Sequence[str], every: Sequence[Sequence[str]], framework: Framework) -> tuple[list[str], list[str]]:
    """The names of a sheet and its file, "" where several files have them, and the people in them."""
    columns = [tuple(one[at] for one in every) for at in range(len(titles))]
    own = [_of_one(title, column) for title, column in zip(titles, columns, strict=True)]
    return own, [_own_name(title, column, framework, len(every) > 1)
                 for title, column in zip(own, columns, strict=True)]  # fmt: skip


def _of_one(title: str, every: Sequence[str]) -> str:
    """A title, or "" where several files have it."""
    return "" if [bare(one) for one in every].count(bare(title)) > 1 else title


def _person(own: Sequence[str], names: Sequence[str]) -> str:
    """The first name that is plainly a person's, else the first of two words."""
    whole = [(title, name) for title, name in zip(own, names, strict=True) if is_whole(name)]
    return next((name for title, name in whole if _is_sure(title, name)), next((name for _, name in whole), ""))


def is_whole(name: str) -> bool:
    """Whether a name is plainly a person's: two words or more with capitals.

    Examples
    --------
    >>> is_whole("Anna Bell"), is_whole("Wie weit"), is_whole("Anna")
    (True, False, False)
    """
    return sum(word[0].isupper() and not (len(word) > 2 and word.isupper()) for word in name.split()) > 1


def _is_sure(title: str, name: str) -> bool:
    """Whether nothing in a title says that it is a subject or an organisation: “Community Safety”, “A and B”."""
    words = bare(name).split()
    return is_whole(name) and not set(words) & BODIES and "and" not in bare(title).split() and "&" not in title


def _is_alone(title: str, name: str, framework: Framework) -> bool:
    """Whether a title is one word that may be a name, and nothing else."""
    return bare(name) == bare(title) and bare(name) not in BODIES and len(name.split()) == 1 and (
        is_somebody(name, framework))  # fmt: skip


def is_labelled(said: Responses) -> bool:
    """Whether an id, an address or a labelled name says who answered."""
    who = said.people.iloc[0]
    return not (is_nobody(who["id"]) and is_nobody(who["email"])) or any(
        fault.what == LABELLED.format("name") for fault in said.faults
    )


def _is_another(said: Responses) -> bool:
    return any(fault.what == OF_ANOTHER for fault in said.faults)


def without_another(said: Responses, place: str) -> Responses:
    """One person's answers without the name that stands above them as that of one who read or led them.

    Parameters
    ----------
    said : Responses
        What a sheet says of one person.
    place : str
        The file and sheet as faults name them.
    """
    if not _is_another(said):
        return said
    fault = Fault("stands above the answers as another’s and was not taken for who gave them: the file or sheet is "
                  "called like a person", file=place, value=said.people.iloc[0]["name"], handled=True)  # fmt: skip
    rest = tuple(one for one in said.faults if one.what != OF_ANOTHER)
    return replace(said, people=said.people.assign(name=""), faults=(*rest, fault))


def _called(said: Responses, name: str, place: str) -> Responses:
    fault = Fault("was taken from the name of the file or sheet for who answered", file=place, value=name, handled=True)
    return replace(said, people=said.people.assign(name=name), faults=(*said.faults, fault))


def _beside(said: Responses, heading: str, name: str, place: str, framework: Framework,
            is_of_form: bool) -> Responses:  # fmt: skip
    """The answers under a heading, called like the sheet or file where that is plainly a person and the heading none.

    A heading that the forms of different people share is a word of the form.
    """
    if not name or are_alike(heading, name) or person_in(heading, framework):
        return said
    column = letter(said.people.index[0])
    if is_somebody(heading, framework) and not is_of_form:
        fault = Fault(f"heads the answers and was taken for who gave them, though the file or sheet is called {name}",
                      file=place, column=column, value=heading, handled=True)  # fmt: skip
        return replace(said, faults=(*said.faults, fault))
    fault = Fault("heads the answers and was not taken for who gave them: the file or sheet is called like a person",
                  file=place, column=column, value=heading, handled=True)  # fmt: skip
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


@lru_cache(maxsize=4096)
def _own_name(title: str, every: tuple[str, ...], framework: Framework, several: bool) -> str:
    """The person in a title beside the titles of other files, of which the words in common say nothing."""
    titles = tuple(dict.fromkeys(filter(None, every)))
    if title not in titles or len(titles) < 2:
        return person_in(title, framework, several)
    general = general_words(framework)
    rows = dict(zip(titles, _parts(titles, general | BODIES), strict=True))
    own, others = rows[title], [words for one, words in rows.items() if one != title]
    if len(own) == 1 and is_code(own[0], others):
        return own[0]
    name = person_in(_cut(title, own), framework, several)
    # Two words that are left are a name without “final” or “Copy of”; of Key Osei or Jan van Dijk one would be left.
    is_left = len([word for word in name.split() if word not in PARTICLES]) > 1
    whole = "" if is_left else _in_their_place(own, others, general)
    return whole or name or person_in(title, framework, several)


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
