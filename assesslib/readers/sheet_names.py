"""A workbook with a sheet for each member: who answered stands on the tabs alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assesslib.faults import Fault
from assesslib.readers.choosing import Found
from assesslib.readers.other_sheets import without_nobodies
from assesslib.readers.records import Responses
from assesslib.readers.who import is_nobody

_GENERAL = re.compile(
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
    found = without_nobodies(found, [one for one in found if _is_nameless(one)])
    alone = [one for one in found if _is_nameless(one)]
    several = {file for file, number in Counter(one.file for one in alone).items() if number > 1}
    tables = Counter(one.place for one in found)
    places = {one.place for one in alone if one.file in several and tables[one.place] == 1}
    return [_named(one) if one.place in places else one for one in found]


def _is_nameless(one: Found) -> bool:
    if not isinstance(one.read, Responses) or len(one.read.people) != 1 or _GENERAL.fullmatch(one.sheet):
        return False
    who = one.read.people.iloc[0]
    return all(is_nobody(who[field]) for field in ("id", "name", "email"))


def _named(one: Found) -> Found:
    said = Fault("The name of the sheet was taken for who answered", file=one.place, handled=True)
    people = one.read.people.assign(name=one.sheet.strip())
    return replace(one, read=replace(one.read, people=people, faults=(*one.read.faults, said)))
