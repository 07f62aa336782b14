"""The mapping: a small CSV in which a person says what a heading, an answer or a name of a file stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from assesslib.csvfile import decode, encode
from assesslib.faults import Fault, shorten
from assesslib.framework import Framework
from assesslib.readers.matching.ids import named
from assesslib.readers.matching.levels import Reading, read_levels, scale_of
from assesslib.readers.who import field_of
from assesslib.sheet import Sheet, read_sheet, write_sheet

COLUMNS = ("kind", "found", "becomes", "perhaps", "why")
COLUMN, LEVEL, MEMBER = "column", "answer", "member"
NOTHING = "(nothing)"
USES = ("name", "email", "organisation", "role", "id")
"""What a column becomes that says who answered."""
RATING = "rating"
"""What the heading of one person's answers becomes that names nobody."""
EMPTY = "(empty cell)"
_SEPARATOR = re.compile(r'\s*"?sep=.?"?[\s,;]*$', re.IGNORECASE)
_KINDS = (COLUMN, LEVEL, MEMBER)


@dataclass(frozen=True)
class Target:
    """What a column stands for: an item (and facet), its ratings or the comments on it; or, ``use``, who answered.

    Without an item and a use it is not taken.
    """

    item: str = ""
    facet: str = ""
    comment: bool = False
    use: str = ""


@dataclass(frozen=True)
class Told:
    """What a person says that headings, answers and names stand for; nothing where nobody said anything."""

    columns: Mapping[str, Target] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, Reading] = field(default_factory=lambda: MappingProxyType({}))
    members: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of the mapping: what was found, what it may be ("" where nothing is likely) and why it is asked."""

    kind: str
    found: str
    perhaps: str = ""
    why: str = ""


def read_mapping(path: Path, framework: Framework) -> Told:
    """What a person wrote into a mapping; lines that say nothing yet are passed over.

    Parameters
    ----------
    path : Path
        The file: a CSV with the columns ``kind, found, becomes, perhaps, why``.
    framework : Framework
        What was rated.
    """
    sheet = _sheet(path)
    said = [(row, cells | {"kind": cells["kind"].casefold()}) for row, cells in _completed(sheet)]
    wrong = [fault for row, cells in said for fault in _faults(cells, framework, path.name, row)]
    wrong += _twice(said, path.name)
    good = [cells for row, cells in said if not any(fault.row == row for fault in wrong)]
    return Told(
        {flat(cells["found"]): _target(cells["becomes"], framework) for cells in good if cells["kind"] == COLUMN},
        {_text(cells["found"]): _answer(cells["becomes"], framework) for cells in good if cells["kind"] == LEVEL},
        {cells["found"]: cells["becomes"] for cells in good if cells["kind"] == MEMBER},
        (*sheet.faults, *wrong),
    )


def _sheet(path: Path) -> Sheet:
    """The mapping as it stands; a first line that only says what separates the cells is no row of it."""
    rest = _less_separator(path)
    if not rest:
        return read_sheet(path, COLUMNS[:3], COLUMNS, journal=False)
    with TemporaryDirectory() as folder:
        plain = Path(folder, path.name)
        plain.write_bytes(encode(rest))
        return read_sheet(plain, COLUMNS[:3], COLUMNS, journal=False)


def _less_separator(path: Path) -> str:
    """The text behind a first line such as ``sep=;``; "" where there is no such line, or the file cannot be read."""
    try:
        first, _, rest = decode(path.read_bytes())[0].partition("\n")
    except OSError:
        return ""
    return rest if _SEPARATOR.match(first) else ""


def flat(text: str) -> str:
    """A heading as mappings compare it: on one line, with single spaces.

    Examples
    --------
    >>> flat("Trust\\u00a0each \\nother ")
    'Trust each other'
    """
    return " ".join(text.split())


def _twice(said: Sequence[tuple[int, Mapping[str, str]]], file: str) -> list[Fault]:
    """Lines that say something else than an earlier one of the same."""
    first: dict[tuple[str, str], tuple[int, str]] = {}
    for row, cells in said:
        first.setdefault((cells["kind"], flat(cells["found"])), (row, cells["becomes"]))
    before = [(row, cells, first[cells["kind"], flat(cells["found"])]) for row, cells in said]
    return [Fault(f"becomes {shorten(cells['becomes'], 40)} here and {shorten(other, 40)} in row {earlier}", file=file,
                  row=row, column="found", value=cells["found"], do="Keep one of the two lines.")
            for row, cells, (earlier, other) in before if other != cells["becomes"]]  # fmt: skip


def _text(found: str) -> str:
    return "" if found == EMPTY else found


def _faults(cells: Mapping[str, str], framework: Framework, file: str, row: int) -> Iterable[Fault]:
    said = {"file": file, "row": row, "column": "becomes", "value": cells["becomes"]}
    if cells["kind"] not in _KINDS:
        yield Fault("is not a kind of line", file=file, row=row, column="kind", value=cells["kind"], allowed=_KINDS,
                    do="Correct the cell.")  # fmt: skip
    elif cells["kind"] == COLUMN and _target(cells["becomes"], framework) is None:
        yield Fault(f"names none of this framework’s {framework.term(2)}", **said,
                    allowed=tuple(item.id for item in framework.items),
                    do="Write its number and, if you like, its wording behind it; if it says who answered, "
                       f"{', '.join(USES[:-1])} or {USES[-1]}; if one person’s answers stand under it, {RATING}; "
                       f"or {NOTHING}.")  # fmt: skip
    elif cells["kind"] == LEVEL and not _answer(cells["becomes"], framework).taken:
        allowed = (*framework.codes, "blank", "dont know", "n/a")
        yield Fault("is not a level of this scale", **said, allowed=allowed, do="Correct the cell.")


def _target(text: str, framework: Framework) -> Target | None:
    """What ``5.1 National comment Wording …`` names; one without an item for `USES`, `RATING` and `NOTHING`."""
    if text.casefold().strip("()") == NOTHING.strip("()"):
        return Target()
    number = named(text, framework)
    if not number:
        said = text.strip("()").casefold()
        use = said if said in (*USES, RATING) else field_of(said)
        return Target(use=use) if use in (*USES, RATING) else None
    words = number.rest.casefold()
    facet = next((facet.id for facet in framework.facets if words.startswith(facet.label.casefold())), "")
    rest = words.removeprefix(next((one.label.casefold() for one in framework.facets if one.id == facet), "")).strip()
    return Target(number.item, facet, rest.startswith("comment"))


def _answer(text: str, framework: Framework) -> Reading:
    read = read_levels([text], scale_of(framework))[text]
    return Reading(read.state, read.level, "mapping", sure=read.taken) if text else Reading()


def _completed(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """The lines in which a person said something, with their rows."""
    rows = [(row, {key: text.strip() for key, text in cells.items()}) for row, cells in sheet.rows]
    return [(row, cells) for row, cells in rows if cells["becomes"]]


def write_mapping(path: Path, lines: Sequence[Line], *, accepted: bool = False) -> None:
    """Write a mapping for a person to complete, whole or not at all; what they completed before stays in it.

    Parameters
    ----------
    path : Path
        The file.
    lines : sequence of Line
        What is asked.
    accepted : bool
        Whether what is likely was accepted: then it stands as what each line becomes, in the place of what stood.
    """
    there = _sheet(path) if path.is_file() else Sheet()
    now = {(line.kind, line.found) for line in lines if accepted and line.perhaps}
    before = [cells for _, cells in _completed(there) if (cells["kind"], cells["found"]) not in now]
    known = {(cells["kind"], cells["found"]) for cells in before}
    new = [line for line in lines if (line.kind, line.found) not in known]
    rows = [(one.kind, one.found, one.perhaps if accepted else "", one.perhaps, one.why) for one in new]
    write_sheet(path, COLUMNS, [*(tuple(cells[name] for name in COLUMNS) for cells in before), *rows])


def worded(item: str, framework: Framework, facet: str = "", comment: bool = False) -> str:
    """An item as a mapping writes it: with its wording, so that no spreadsheet takes 1.10 for a number.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> worded("1.1", load_framework("cdrp-dat-partnership"), "local")[:10]
    '1.1 Local '
    """
    text = next((one.text for one in framework.items if one.id == item), "")
    label = next((one.label for one in framework.facets if one.id == facet), "")
    return " ".join(part for part in (item, label, "comment" * comment, shorten(text, 80)) if part)
