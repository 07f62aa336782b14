"""A workbook with a sheet for each member: who answered stands on the tabs alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assesslib.faults import Fault
from assesslib.readers.choosing import Found
from assesslib.readers.file_names import is_labelled, is_whole, without_another
from assesslib.readers.layouts._table_words import is_agreed, is_earlier, is_unclear, why_nobody
from assesslib.readers.matching.wording import bare
from assesslib.readers.names_apart import words_of
from assesslib.readers.other_sheets import without_nobodies
from assesslib.readers.records import Responses, letter
from assesslib.readers.same_headings import heading_of, same_headings
from assesslib.readers.title_names import BODIES, GENERAL, MONTHS, are_names
from assesslib.readers.who import is_nobody

_TITLES = re.compile(
    r"(sheet|table|tabelle|feuil|feuille|hoja|blad|foglio|planilha|taflen|ark|form|data|export|results?|answers?"
    r"|(form )?responses?|ratings?|questions?|questionnaire|survey|raw( data)?|round|[\W\d_])*",
    re.IGNORECASE,
)
"""Titles of sheets that are nobody's name."""


def named_by_sheets(found: Sequence[Found]) -> list[Found]:
    """The sheets, those with one nameless response named by their titles where a workbook has several of them.

    A sheet that is called Consensus holds what was agreed; one that is called Example, Target or the like is left out,
    which is told.
    """
    found = _unheaded(found)
    found = without_nobodies(found, [one for one in found if _is_nameless(one)])
    alone = [one for one in found if _is_nameless(one)]
    several = {file for file, number in Counter(one.file for one in alone).items() if number > 1}
    tables = Counter(one.place for one in found)
    places = {one.place for one in alone if one.file in several and tables[one.place] == 1}
    return [_named(one) if one.place in places else one for one in found]


def _unheaded(found: Sequence[Found]) -> list[Found]:
    """The sheets, those with answers to the same rows under one heading without it: it is a word of the form.

    So are those with the name of one who read or led the answers, where the sheet is called like a person.
    """
    alike = same_headings([one.read for one in found])
    several = Counter(one.file for one in found if heading_of(one.read) and _is_person(one.sheet))
    return [_less_heading(one, [found[at] for at in same]) if several[one.file] > 1 else one
            for one, same in zip(found, alike, strict=True)]  # fmt: skip


def _less_heading(one: Found, alike: Sequence[Found]) -> Found:
    heading = heading_of(one.read)
    if not heading or not _is_person(one.sheet) or is_labelled(one.read):
        return one
    titles = {bare(other.sheet) for other in alike if other.file == one.file and _is_person(other.sheet)}
    shared = bool(titles - {bare(one.sheet)})
    read = without_another(one.read, one.place) if shared or _is_full(one.sheet) else one.read
    if not shared or not heading_of(read) or _is_full(heading):
        return replace(one, read=read)
    fault = Fault("heads the answers on several sheets and was not taken for who gave them: the sheets are called like "
                  "people", file=one.place, column=letter(read.people.index[0]), value=heading,
                  handled=True)  # fmt: skip
    bared = replace(read, people=read.people.assign(name=""), faults=(*read.faults, fault))
    return replace(one, read=bared)


def _is_full(heading: str) -> bool:
    """Whether a heading or title is a whole name, and no words of a form."""
    words = heading.split()
    return is_whole(heading) and are_names(words) and not {bare(word) for word in words} & GENERAL


def _is_person(title: str) -> bool:
    """Whether a sheet may be called like a person: no month, no number, nothing that was agreed or of another time."""
    words = words_of(title)
    if _TITLES.fullmatch(title) or not are_names(words) or {bare(word) for word in words} & (MONTHS | BODIES):
        return False
    return not (is_agreed(title) or is_earlier(title) or is_unclear(title) or why_nobody(title))


def _is_nameless(one: Found) -> bool:
    if not isinstance(one.read, Responses) or len(one.read.people) != 1 or _TITLES.fullmatch(one.sheet):
        return False
    who = one.read.people.iloc[0]
    return all(is_nobody(who[field]) for field in ("id", "name", "email"))


def _named(one: Found) -> Found:
    said = Fault("The name of the sheet was taken for who answered", file=one.place, handled=True)
    people = one.read.people.assign(name=one.sheet.strip())
    return replace(one, read=replace(one.read, people=people, faults=(*one.read.faults, said)))
