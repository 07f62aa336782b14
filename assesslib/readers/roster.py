"""A team list as it comes from a spreadsheet by copy and paste -> people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault

FIELDS = ("name", "organisation", "role")
_LIST = "the pasted list"
MOST = 100
"""Rows that are read; a team is a dozen people, and a whole sheet pasted by mistake should not fill the page."""
_HEADINGS = {
    "name": ("name", "full name", "name or pseudonym", "pseudonym", "display name", "member name", "participant name"),
    "first": ("first name", "forename", "given name"),
    "last": ("last name", "surname", "family name"),
    "organisation": ("organisation", "organization", "organisation name", "company", "employer", "agency"),
    "role": ("role", "job title", "job", "position", "job role"),
}
_PERHAPS = {"name": ("member", "person", "participant", "who"), "organisation": ("partner", "body", "org", "sector")}
"""Words that head a column only beside another heading: alone they may be somebody's role."""
_CELL = re.compile(r'("(?:[^"]|"")*"(?=[\t\r\n]|\Z)|[^\t\r\n]*)(\t|\r\n|\r|\n|\Z)')

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """Somebody on a team list."""

    name: str
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True)
class Roster:
    """The people of a team list, and what could not be read or was left out."""

    people: tuple[Person, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_roster(text: str) -> Roster:
    """Read a team list: a person a row, cells with tabs between them, as spreadsheets put them on the clipboard.

    With a row of headings the columns may stand in any order, and first and last name in two columns; without one
    they are name, organisation, role.

    Parameters
    ----------
    text : str
        What was pasted.

    Returns
    -------
    Roster
        The people in the order of the list, at most `MOST`, and a fault for every row, cell or column left out.
        Rows are counted from the first one pasted.

    Examples
    --------
    >>> read_roster("Role\\tName\\nmanager\\tAnn").people
    (Person(name='Ann', organisation='', role='manager'),)
    """
    rows = [(number, cells) for number, cells in enumerate(_rows(text), 1) if any(cells)]
    if not rows:
        return Roster(faults=(Fault("There is nothing to read", do="Copy the rows in Excel, then paste them."),))
    first, *rest = rows
    headings = _headings(first[1])
    if not headings:
        return _listed([(number, dict(zip(FIELDS, cells, strict=False))) for number, cells in rows], _beyond(rows))
    if not {"name", "first", "last"} & set(headings):
        return Roster(faults=(Fault("The headings have none for the name", _LIST, row=first[0],
                                    do="Head that column “Name”, then copy and paste again."),))  # fmt: skip
    found = [(number, dict(zip(headings, cells, strict=False))) for number, cells in rest]
    return _listed([(number, _whole(cells)) for number, cells in found], _unused(first, headings))


def _rows(text: str) -> Iterator[Cells]:
    """The rows of a clipboard; a cell that holds a line end or a tab comes in quotes."""
    row: Cells = ()
    for cell, end in _CELL.findall(text):
        row = (*row, cleaned(_unquoted(cell)))
        if end != "\t":
            yield row
            row = ()


def _unquoted(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if quoted else cell


def cleaned(text: str) -> str:
    """A text on one line with single spaces; a half character, which no file can hold, becomes a question mark.

    Examples
    --------
    >>> cleaned("  Ann\\u00a0 \\nSmith ")
    'Ann Smith'
    """
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").replace("\ufeff", "").split())


def _headings(cells: Cells) -> Cells:
    """What each column holds ("" where it is not used), or nothing where the row holds a person."""
    sure = tuple(_meant(cell, _HEADINGS) for cell in cells)
    maybe = tuple(known or _meant(cell, _PERHAPS) for known, cell in zip(sure, cells, strict=True))
    if not {"name", "first", "last"} & set(sure) and sum(map(bool, maybe)) < 2:
        return ()
    return tuple(meant if meant not in maybe[:place] else "" for place, meant in enumerate(maybe))


def _meant(heading: str, words: Mapping[str, Sequence[str]]) -> str:
    plain = " ".join(re.findall(r"\w+", heading.casefold()))
    return next((field for field, names in words.items() if plain in names), "")


def _whole(cells: Mapping[str, str]) -> dict[str, str]:
    """The name in one, where it came in two columns."""
    parts = f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    return {field: cells.get(field, "") for field in FIELDS} | {"name": cells.get("name") or parts}


def _listed(rows: Sequence[tuple[int, Mapping[str, str]]], faults: Iterable[Fault]) -> Roster:
    people = [(number, Person(**cells)) for number, cells in rows]
    seen = [person for _, person in people]
    wrong = {number: fault for place, (number, person) in enumerate(people)
             if (fault := _fault(number, person, seen[:place]))}  # fmt: skip
    good = [person for number, person in people if number not in wrong]
    said = sorted((*faults, *wrong.values(), *_too_many(good)), key=lambda fault: fault.row or 0)
    return Roster(tuple(good[:MOST]), tuple(said))


def _fault(number: int, person: Person, before: Sequence[Person]) -> Fault | None:
    if not person.name:
        held = ", ".join(filter(None, (person.organisation, person.role)))
        return Fault("stands without a name", _LIST, row=number, value=held,
                     do="The row was left out: add this member by hand.")  # fmt: skip
    if person in before:
        return Fault("is there twice, with the same organisation and role", _LIST, row=number, value=person.name,
                     do="The second row was left out.", handled=True)  # fmt: skip
    return None


def _beyond(rows: Iterable[tuple[int, Cells]]) -> Iterator[Fault]:
    for number, cells in rows:
        if more := " ".join(filter(None, cells[len(FIELDS) :])):
            yield Fault("stands behind the third column", _LIST, row=number, value=more,
                        do="It was left out: without headings, the columns are name, organisation, role.")  # fmt: skip


def _unused(first: tuple[int, Cells], headings: Cells) -> Iterator[Fault]:
    number, cells = first
    for cell, heading in zip(cells, headings, strict=True):
        if cell and not heading:
            yield Fault("is a column that is not used", _LIST, row=number, value=cell,
                        do="Only name, organisation and role are read.", handled=True)  # fmt: skip


def _too_many(people: Sequence[Person]) -> Iterator[Fault]:
    if len(people) > MOST:
        yield Fault(f"The list has {len(people)} people, more than a team", _LIST, do=f"The first {MOST} were read.")
