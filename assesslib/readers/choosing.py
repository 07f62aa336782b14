"""Which layout a sheet has, told by its headings, and what that layout makes of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.readers.above import named_above
from assesslib.readers.file_names import named_by_file
from assesslib.readers.keys import key_of
from assesslib.readers.layouts import _ticks
from assesslib.readers.layouts._naming import names_of, namings
from assesslib.readers.layouts._parts import blocks, numbered
from assesslib.readers.left_out import left_out
from assesslib.readers.mapping import flat
from assesslib.readers.opening.rows import UNREACHED
from assesslib.readers.records import FilledForm, RawSheet, Responses, Tally, letter
from assesslib.readers.same_headings import same_headings
from assesslib.readers.strange import strange

LAYOUTS = {
    "microsoft-forms": "microsoft_forms", "limesurvey": "limesurvey", "google-forms": "google_forms", "kobo": "kobo",
    "qualtrics": "qualtrics", "surveymonkey": "surveymonkey", "long": "long", "tally": "tally",
    "transposed": "transposed", "wide": "wide", "form": "form_text",
}  # fmt: skip
"""The layouts by the names that people choose them by, in the order in which they are tried."""
TEXTS = (".txt", ".md", ".markdown", ".text")
Read = Responses | Tally | FilledForm | RawSheet


@dataclass(frozen=True)
class Found:
    """One sheet and what its layout says of it; of a long table the sheet itself; and the cells it left out.

    ``key`` is what its file says of numbers: by number the level, or nothing.
    """

    place: str
    layout: str
    read: Read
    file: str = ""
    sheet: str = ""
    left: pd.DataFrame = field(default_factory=pd.DataFrame)
    key: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Chosen:
    """What was found in all files, and what there is to say of those of which nothing was."""

    found: tuple[Found, ...] = ()
    layouts: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


def choose(paths: Sequence[Path], framework: Framework, layout: str = "",
           told: Callable[[int], None] | None = None, named: Collection[str] = (),
           rated: Collection[str] = ()) -> Chosen:  # fmt: skip
    """Open files and find the layout of each sheet.

    Parameters
    ----------
    paths : sequence of Path
        The files.
    framework : Framework
        What was rated.
    layout : str
        The layout, where it is not to be told by the headings.
    told : callable, optional
        Told now and then how many rows have been read.
    named, rated : collection of str
        Headings of which a person said that they are items, or that nothing but ratings stands under them.

    Raises
    ------
    FaultsError
        ``layout`` is none of `LAYOUTS`.
    """
    if layout and layout not in LAYOUTS:
        raise FaultsError([Fault("is not a layout", value=layout, allowed=tuple(LAYOUTS), do="Choose one of these.")])
    names = [path.name for path in paths]
    called = [path.name if names.count(path.name) == 1 else str(path) for path in paths]
    parts = [_less_names(_file(path, name, framework, layout, told, named), rated)
             for path, name in zip(paths, called, strict=True)]  # fmt: skip
    titles = [_titles(path, part) for path, part in zip(paths, parts, strict=True)]
    alike = same_headings([part.found[0].read if len(part.found) == 1 else None for part in parts])
    found = tuple(_by_file(one, at, titles, alike[at], framework) if len(part.found) == 1 else one
                  for at, part in enumerate(parts) for one in part.found)  # fmt: skip
    faults = tuple(fault for part in parts for fault in part.faults)
    return Chosen(found, tuple((one.place, _title(one)) for one in found), faults)


def _title(one: Found) -> str:
    return _ticks.TITLE if getattr(one.read, "layout", "") == _ticks.NAME else module(one.layout).TITLE


def module(layout: str) -> ModuleType:
    """The module of a layout."""
    return import_module(f"assesslib.readers.layouts.{LAYOUTS[layout]}")


def _file(path: Path, name: str, framework: Framework, layout: str, told: Callable[[int], None] | None,
          named: Collection[str]) -> Chosen:  # fmt: skip
    from assesslib.readers.opening import open_sheets

    if layout == "form" or (not layout and path.suffix.lower() in TEXTS and _is_form(path, framework)):
        return _form(path, name, framework)
    try:
        sheets, faults = open_sheets(path, told=told, name=name)
    except FaultsError as error:
        return Chosen(faults=error.faults)
    found = [one for sheet in sheets for one in _tables(sheet, framework, layout, named)]
    read, others = {one.place for one in found}, [one.read for one in found]
    left = [strange(sheet, framework, others, LAYOUTS) for sheet in sheets if sheet.place not in read]
    kept, beside = _without_counts(found)
    key = key_of(sheets, read, framework)
    kept = tuple(replace(one, key=key) for one in kept) if key else kept
    judged = (_unreached(fault, sheets, framework) if fault.what == UNREACHED else fault for fault in faults)
    return Chosen(kept, (), (*judged, *left, *beside))


def _unreached(fault: Fault, sheets: Sequence[RawSheet], framework: Framework) -> Fault:
    """What is said of headings that no row goes as far as: where one names an item, the headings may be shifted."""
    columns = fault.column.split(", ")
    texts = [text for sheet in sheets for at, text in enumerate(sheet.row(0)) if letter(at) in columns]
    if not any(one.sure for one in namings(texts, names_of(framework)).values()):
        return fault
    return replace(fault, what="No row goes as far as the last headings, so that answers may stand under a wrong one",
                   handled=False, do="Put a heading that holds the separator in quotation marks; or if nobody answered "
                                     "the last ones, write the empty cells into the first row of answers.")  # fmt: skip


def _less_names(part: Chosen, rated: Collection[str]) -> Chosen:
    """A file, headings of which a person said that nothing but ratings stands under them taken for no names."""
    return replace(part, found=tuple(_less_name(one, rated) for one in part.found)) if rated else part


def _less_name(one: Found, rated: Collection[str]) -> Found:
    if not isinstance(one.read, Responses) or not one.read.turned:
        return one
    names = one.read.people["name"]
    people = one.read.people.assign(name=["" if flat(name) in rated else name for name in names])
    return replace(one, read=replace(one.read, people=people))


def _titles(path: Path, part: Chosen) -> tuple[str, str]:
    """The names of a file's only sheet, "" where it has several, and of the file."""
    return part.found[0].sheet if len(part.found) == 1 else "", path.stem


def _by_file(one: Found, at: int, titles: Sequence[tuple[str, str]], alike: Sequence[int],
             framework: Framework) -> Found:  # fmt: skip
    """The only sheet of a file, the one person in it called like the sheet or file."""
    if not isinstance(one.read, Responses):
        return one
    same = [titles[other] for other in alike]
    return replace(one, read=named_by_file(one.read, titles[at], one.place, framework, titles, same))


def _without_counts(found: Sequence[Found]) -> tuple[tuple[Found, ...], list[Fault]]:
    """The sheets of a workbook without those that count the answers that stand in another, which is told."""
    people = [one for one in found if isinstance(one.read, RawSheet)
              or (isinstance(one.read, Responses) and len(one.read.people))]  # fmt: skip
    counts = [one for one in found if isinstance(one.read, Tally)] if people else []
    faults = [Fault(f"The sheet of counts was left out: people’s own answers stand in sheet {people[0].sheet}",
                    file=one.place, do="If it counts other people, import it from a file of its own.", handled=True)
              for one in counts]  # fmt: skip
    return tuple(one for one in found if one.place not in {other.place for other in counts}), faults


def _sheet(sheet: RawSheet, framework: Framework, layout: str) -> Found | None:
    names = [layout] if layout else [name for name in LAYOUTS if name != "form"]
    name = next((name for name in names if layout or module(name).recognises(sheet, framework)), "")
    if not name:
        return None
    read = sheet if name == "long" else module(name).read(sheet, framework)
    read = named_above(read, sheet, framework) if isinstance(read, Responses) else read
    return Found(sheet.place, name, read, sheet.file, sheet.name, left_out(read, sheet))


def _tables(sheet: RawSheet, framework: Framework, layout: str, named: Collection[str]) -> list[Found]:
    """A sheet, or the tables below each other on it, or what a person said that its headings are."""
    sure = not layout or layout not in ("wide", "transposed") or module(layout).recognises(sheet, framework)
    if sure and (one := _sheet(sheet, framework, layout)):
        return [one]
    if layout != "wide" and (whole := numbered(sheet, framework)) and (one := _sheet(whole, framework, layout)):
        return [one]
    parts = [_sheet(part, framework, "") for part in blocks(sheet, framework)] if layout != "wide" else []
    if parts and all(one and one.layout == "transposed" for one in parts):
        return [one for one in parts if one]
    said = module("wide").read_told(sheet, framework, named) if named and layout in ("", "wide") else None
    if said:
        return [Found(sheet.place, "wide", said, sheet.file, sheet.name)]
    one = None if sure else _sheet(sheet, framework, layout)
    return [one] if one else []


def _is_form(path: Path, framework: Framework) -> bool:
    from assesslib.readers.layouts.form_text import recognises

    text, faults = _text(path)
    return not faults and recognises(text, framework)


def _form(path: Path, name: str, framework: Framework) -> Chosen:
    from assesslib.readers.layouts.form_text import read_form

    text, faults = _text(path)
    return Chosen(faults=tuple(faults)) if faults else Chosen((Found(name, "form", read_form(text, framework, name)),))


def _text(path: Path) -> tuple[str, Iterable[Fault]]:
    from assesslib.csvfile import decode

    try:
        with path.open("rb") as file:
            data = file.read(MOST_TEXT + 1)
    except OSError as fault:
        return "", [Fault(f"The file cannot be read ({fault.strerror})", file=path.name,
                          do="Check the name and the folder; close it in other programs.")]  # fmt: skip
    if len(data) > MOST_TEXT:
        return "", [Fault("is longer than any form", value=path.name, do="Check that it is the text of one form.")]
    return decode(data)[0], []


MOST_TEXT = 8_000_000
"""Bytes of a form's text that are read; a filled form has some ten thousand."""
