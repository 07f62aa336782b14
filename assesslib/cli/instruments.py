"""The command that makes a framework of somebody's own questions."""

from __future__ import annotations

import argparse
from pathlib import Path

from assesslib.cli.command import command, save, step
from assesslib.faults import Fault, FaultsError

_WORDS = {
    "title": "what the framework is called", "version": "its version", "term": "what one of its questions is called",
    "scale": "its levels, lowest first, like \"a=Not at all;b=Partly\"", "like": "take the scale of this framework",
    "language": "the language, where the file has several", "choices": "the list of choices that is the scale",
    "part": "the framework, where the file has several",
}  # fmt: skip


def add(commands) -> None:
    """Declare the command."""
    parser = command(commands, "framework", _run, "make a framework of a spreadsheet, an XLSForm or a YAML library")
    parser.add_argument("how", choices=("from",), help="the word “from”")
    parser.add_argument("file", metavar="FILE", help="a .csv or .xlsx, an XLSForm, a library of CISO Assistant")
    parser.add_argument("--to", required=True, metavar="ID.toml", help="the framework file to write")
    for name, words in _WORDS.items():
        parser.add_argument(f"--{name}", default="", help=words)
    parser.add_argument("--lowest", choices=("first", "last"), default="", help="which end of the choices is lowest")
    parser.add_argument("--force", action="store_true", help="write over the file that is there")


def _run(chosen: argparse.Namespace) -> int:
    from assesslib.readers.instruments import Wishes, instrument_toml, read_instrument, report_text

    path = _target(chosen)
    wishes = Wishes(
        id=path.stem, title=chosen.title, version=chosen.version, item_term=chosen.term, scale=chosen.scale,
        like=chosen.like, lowest=chosen.lowest, language=chosen.language, choices=chosen.choices, part=chosen.part,
    )  # fmt: skip
    step(f"Reading {chosen.file}")
    found = read_instrument(chosen.file, wishes)
    print(report_text(found))
    if found.standing:
        print("Nothing was written.")
        return 1
    save(path, instrument_toml(found).encode("utf-8"))
    print(f"Next: read it through, name the themes that run through it, and try: assess check {path}")
    return 0


def _target(chosen: argparse.Namespace) -> Path:
    """The file to write, looked at before any work is done for it."""
    path = Path(chosen.to)
    do = "Choose another name."
    if path.suffix.lower() != ".toml":
        raise FaultsError([Fault("is not the name of a framework file", value=chosen.to, do="End it in .toml.")])
    if not path.parent.is_dir():
        raise FaultsError([Fault("is not a folder", value=str(path.parent), do="Make it first, or choose another.")])
    if path.is_dir() or (path.exists() and not chosen.force):
        also = "" if path.is_dir() else " Or add --force to write over it."
        raise FaultsError([Fault("is there already", value=chosen.to, do=do + also)])
    return path
