"""Commands on the improvement plan: write it, and read it back when people have worked in it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from assesslib.cli.command import add_target, command, opened, save, step, target
from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from assesslib.assessment import Assessment
    from assesslib.documents.plan_read import PlanRead


def add(commands) -> None:
    """Declare these commands."""
    _plan(command(commands, "plan", _run_plan, "write the improvement plan of an assessment"))
    _import_plan(command(commands, "import-plan", _run_import_plan, "read back a plan that people worked in"))


def _plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the assessment")
    add_target(parser, "the file to write: .docx, .html, .pdf, or the .xlsx to work in")


def _import_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the .xlsx that assess plan wrote")
    parser.add_argument("--into", required=True, metavar="FOLDER", help="the folder of the assessment")
    parser.add_argument("--dry-run", action="store_true", help="say what would be changed, and change nothing")


def _run_plan(chosen: argparse.Namespace) -> int:
    path, found = target(chosen.to, force=chosen.force), opened(chosen.folder)
    from assesslib.documents.planning import plan_bytes

    step(f"Writing {path}")
    save(path, plan_bytes(found, path))
    return 0


def _run_import_plan(chosen: argparse.Namespace) -> int:
    from assesslib.documents.plan_read import read_plan
    from assesslib.documents.plan_write import in_words

    found = opened(chosen.into)
    step(f"Reading {chosen.file}")
    read = read_plan(chosen.file, found)
    print(*(fault for fault in read.faults if fault.handled), sep="\n", end="\n" * _some_handled(read), file=sys.stderr)
    if wrong := [fault for fault in read.faults if not fault.handled]:
        raise FaultsError(wrong)
    for line in in_words(read):
        print(line)
    print(_done(found, read, chosen))
    return 0


def _some_handled(read: PlanRead) -> bool:
    return any(fault.handled for fault in read.faults)


def _done(found: Assessment, read: PlanRead, chosen: argparse.Namespace) -> str:
    """Write the changes, unless they are only asked for; what was done, in a sentence or two."""
    if not len(read.changes):
        return f"{chosen.file} changes nothing in {chosen.into}."
    if chosen.dry_run:
        return f"Nothing was written: without --dry-run this is written to {chosen.into}."
    n = _applied(found, read, chosen.into)
    again = (
        " Write the plan anew with assess plan: new actions have an id in it." if read.changes["is_new"].any() else ""
    )
    return f"{n} goal{'s' * (n != 1)} or action{'s' * (n != 1)} changed in {chosen.into}.{again}"


def _applied(found: Assessment, read: PlanRead, folder: str) -> int:
    from assesslib.documents.plan_write import apply_plan

    try:
        return apply_plan(found, read)
    except OSError as fault:
        what = f"could not be written to the end ({fault.strerror or 'the disk failed'})"
        do = "What was written until then stands; give the same command again for the rest."
        raise FaultsError([Fault(what, value=folder, do=do)]) from fault
