"""What the commands share: how one is declared, what it says while it works, and where it may write."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from assesslib.assessment import Assessment

ENDINGS = (".docx", ".html", ".pdf", ".xlsx")


def command(commands, name: str, run: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
    """Declare a command: its name, what runs it, and what it does in a few words."""
    parser = commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def add_target(parser: argparse.ArgumentParser, what: str = "the file to write: .docx, .html, .pdf or .xlsx") -> None:
    """Declare where a command writes to."""
    parser.add_argument("--to", required=True, metavar="FILE", help=what)
    parser.add_argument("--force", action="store_true", help="write over what is there under that name")


def step(words: str) -> None:
    """Say what is being done now, for whoever waits; a line of its own beside what the command prints."""
    print(words, file=sys.stderr, flush=True)


def target(path: str, *, force: bool = False, endings: tuple[str, ...] = ENDINGS) -> Path:
    """The file that a document shall be written to, looked at before any work is done for it.

    Raises
    ------
    FaultsError
        Another ending, no such folder, or something that is there already.
    """
    if faults := tuple(_in_the_way(Path(path), force, endings)):
        raise FaultsError(faults)
    return Path(path)


def _in_the_way(path: Path, force: bool, endings: tuple[str, ...]) -> Iterator[Fault]:
    if not path.name.lower().endswith(endings):
        yield Fault("is not the name of a document", value=str(path), allowed=endings, do="End it in one of these.")
    elif not path.parent.is_dir():
        yield Fault("is not a folder", value=str(path.parent), do="Make it first, or choose another.")
    elif path.is_dir():
        yield Fault("is a folder", value=str(path), do="Choose another name.")
    elif path.exists() and not force:
        yield Fault("is there already", value=str(path), do="Choose another name, or add --force to write over it.")


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and say so.

    Raises
    ------
    FaultsError
        It cannot be written; what was there before is still there.
    """
    from assesslib.whole import write_whole

    try:
        write_whole(path, [data])
    except OSError as fault:
        raise FaultsError([Fault(f"could not be written: {fault.strerror or 'the disk failed'}", value=str(path),
                                 do="Close it in other programs, or choose another place.")]) from fault  # fmt: skip
    print(f"Wrote {path}.")


def opened(folder: str) -> Assessment:
    """An assessment, its folder named in every fault; what of it cannot be used is told and left out.

    Raises
    ------
    FaultsError
        The folder holds no assessment that can be opened.
    """
    from assesslib.assessment import open_assessment

    step(f"Reading {folder}")
    try:
        found = open_assessment(folder)
    except FaultsError as error:
        raise FaultsError(_placed(fault, folder) for fault in error.faults) from error
    wrong = sum(not fault.handled for fault in found.faults)
    if wrong:
        step(f"{folder}: {wrong} fault{'s' * (wrong != 1)}, left out here. To see what: assess check {folder}")
    return found


def _placed(fault: Fault, folder: str) -> Fault:
    own = "" if fault.value == Path(folder).resolve().name else folder
    return replace(fault, file=str(Path(folder, fault.file)) if fault.file else own)
