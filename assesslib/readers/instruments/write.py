"""An instrument as the text of a framework file."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assesslib.faults import Fault, FaultsError
from assesslib.framework.check import cross_faults, shape_faults
from assesslib.readers.instruments.records import InstrumentRead
from assesslib.readers.instruments.report import KINDS
from assesslib.toml_file import MOST_BYTES, TomlFile

_FIRST = ("id", "title", "version", "source", "item_term")
_SECTION = ("id", "number", "title", "intro", "prompts")


def instrument_toml(read: InstrumentRead) -> str:
    """The text of a framework file that `load_framework` loads, with every wording as the instrument has it.

    Parameters
    ----------
    read : InstrumentRead
        One without standing faults.

    Raises
    ------
    FaultsError
        With the standing faults, or where the text is longer than a framework file may be.
    """
    if read.standing:
        raise FaultsError(read.standing)
    text = _top(read) + "\n".join(_lines(read)) + "\n"
    faults = _too_long(text, read.file) or _checked(text, f"the framework of {read.file}")
    if faults:
        raise FaultsError(faults)
    return text


def _top(read: InstrumentRead) -> str:
    file = "".join(letter if letter.isprintable() else " " for letter in Path(read.file).name)
    return (
        f"# Made from {file}, {KINDS[read.kind]}. Read it through once before people rate: ids are kept for good.\n\n"
    )


def _lines(read: InstrumentRead) -> Iterator[str]:
    """The file as people write one by hand: what belongs to the whole, then a heading for each part."""
    yield from _pairs({key: getattr(read, key) for key in _FIRST})
    for heading, records in (
        ("introduction", read.introduction),
        ("levels", read.levels),
        ("prompts", read.prompts),
    ):
        yield from (line for record in records for line in _part(heading, asdict(record)))
    for section in read.sections:
        yield from _part("sections", {key: getattr(section, key) for key in _SECTION})
        yield from (line for one in section.questions for line in _part("sections.questions", asdict(one)))
        yield from (line for one in section.items for line in _part("sections.items", {"id": one.id, "text": one.text}))
    yield from (line for one in read.closing_questions for line in _part("closing_questions", asdict(one)))


def _part(heading: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"[[{heading}]]"
    yield from _pairs(table)


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    """A line for each key that holds something."""
    return (f"{key} = {_quoted(value)}" for key, value in table.items() if value)


def _quoted(value: str | Sequence[str]) -> str:
    """As TOML writes it, which is as JSON does but for one character."""
    text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return text.encode("utf-8", "replace").decode("utf-8")


def _too_long(text: str, file: str) -> tuple[Fault, ...]:
    size = len(text.encode())
    if size <= MOST_BYTES:
        return ()
    what = f"The framework would be {size / 1e6:.1f} MB, and at most {MOST_BYTES / 1e6:g} MB is read"
    return (Fault(what, file, do="Take out of the file what is not asked, or make several of it."),)


def _checked(text: str, file: str) -> tuple[Fault, ...]:
    made = TomlFile(tomllib.loads(text), text, ())
    return (*shape_faults(made, file), *cross_faults(made, file))
