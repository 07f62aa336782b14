"""The files of folders that are given to an import, and what of a folder is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assesslib.assessment.layout import files_in
from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.choosing import TEXTS, choose

READ = (".csv", ".xlsx", ".xlsm", ".tsv", ".txt", ".md")
"""The endings of files that are looked for in a folder."""


@dataclass(frozen=True)
class Gathered:
    """The files to be read, and a fault for each thing in a folder that is passed over."""

    files: tuple[Path, ...] = ()
    faults: tuple[Fault, ...] = ()


def gather(paths: Sequence[Path], framework: Framework) -> Gathered:
    """The files themselves, and those in folders; a text found in a folder only where it holds answers.

    A file that is named by itself is always read: what is wrong with it is told by the import.
    """
    within = {path: files_in(path, READ) for path in paths if path.is_dir()}
    found = {file for files in within.values() for file in files} - set(paths)
    texts = {file for file in found if _is_other(file, framework)}
    chosen = (file for path in paths for file in within.get(path, [path]) if file not in texts)
    told = (fault for path in within for fault in (*_folders(path), *_texts(within[path], texts)))
    return Gathered(tuple(dict.fromkeys(chosen)), tuple(told))


def _is_other(file: Path, framework: Framework) -> bool:
    """Whether a text is neither a filled form nor a table of answers."""
    return file.suffix.lower() in TEXTS and not choose([file], framework).found


def _folders(path: Path) -> Iterator[Fault]:
    for inner in sorted(one for one in path.iterdir() if one.is_dir() and not one.name.startswith(".")):
        yield Fault("is a folder within one that was given, and was passed over", value=str(inner), handled=True,
                    do="Give it too, if its files are to be read.")  # fmt: skip


def _texts(files: Sequence[Path], others: set[Path]) -> Iterator[Fault]:
    for file in (one for one in files if one in others):
        yield Fault("is neither a filled form nor a table of answers, and was left out", value=str(file), handled=True,
                    do="Give it by its own name, if it is to be read.")  # fmt: skip
