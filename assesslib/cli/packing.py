"""The command that packs assessments for counting many of them at once."""

import argparse
from pathlib import Path

from assesslib.cli.command import command, step
from assesslib.faults import Fault, FaultsError
from assesslib.words import many


def add(commands) -> None:
    """Declare this command."""
    _pack(command(commands, "pack", _run_pack, "pack assessments as Parquet files, to count many at once"))


def _pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="the folders of assessments")
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to make, by framework and year")
    parser.add_argument("--force", action="store_true", help="replace what was packed there before")


def _run_pack(chosen: argparse.Namespace) -> int:
    from assesslib.engines.pack import pack

    _refuse_what_is_there(Path(chosen.to), chosen.force)
    step(f"Reading {many(len(chosen.folders), 'assessment')}")
    to = pack(chosen.folders, chosen.to, overwrite=chosen.force)
    packed = sorted({path.parent.relative_to(to).as_posix() for path in to.rglob("*.parquet")})
    print(f"Packed {many(len(chosen.folders), 'assessment')} in {to}:", *packed, sep="\n")
    print(f"Next: count them with assesslib.level_counts({str(to)!r}, framework=...).")
    return 0


def _refuse_what_is_there(to: Path, force: bool) -> None:
    """Refuse a place that is taken, before any assessment is read."""
    if to.exists() and not force and not (to.is_dir() and not any(to.iterdir())):
        do = "Choose another name, or add --force to replace what was packed there."
        raise FaultsError([Fault("is there already", value=str(to), do=do)])
