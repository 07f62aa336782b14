"""The command that takes other tools' files into an assessment's folder."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.cli.command import command, step
from assesslib.faults import Fault, FaultsError
from assesslib.words import many

if TYPE_CHECKING:
    from assesslib.intake.changes import Changes
    from assesslib.intake.take_in import Into
    from assesslib.readers.result import ImportResult

_EVERY = 20_000
"""Rows between two words on how far the reading has come."""


def add(commands) -> None:
    """Declare the command."""
    _import(command(commands, "import", _run, "take ratings from files of other tools into an assessment’s folder"))


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="CSV files, workbooks, the text of a filled form, or "
                        "a folder of them")  # fmt: skip
    parser.add_argument("--into", required=True, metavar="FOLDER", help="the folder of the assessment")
    parser.add_argument("--framework", default="", metavar="ID", help="what was rated, where the folder is to be made")
    parser.add_argument("--partnership", default="", metavar="NAME", help="whose a folder is that is to be made")
    parser.add_argument("--date", default="", help="its day, like 2026-03-01")
    parser.add_argument("--layout", default="", metavar="NAME", help="the layout, where the headings do not tell it")
    parser.add_argument("--scale", default="", metavar="a=1,e=5", help="what numbers mean: two levels with theirs")
    parser.add_argument("--mapping", metavar="FILE", help="a CSV that says what headings, answers and names stand for")
    parser.add_argument("--accept-matches", action="store_true", help="take what is likely: after reading the report")
    parser.add_argument("--add-members", action="store_true", help="take people in whom the team does not know")
    parser.add_argument("--replace", action="store_true", help="write over what people gave or changed in the folder")
    parser.add_argument("--keep-going", action="store_true", help="take what can be taken; the rest into a file beside")
    parser.add_argument("--report", metavar="FILE", help="write the report as a CSV too")
    parser.add_argument("--dry-run", action="store_true", help="report, and write nothing into the folder")


def _run(chosen: argparse.Namespace) -> int:
    from assesslib.intake.take_in import Into, import_into, keep_report

    into = Into(Path(chosen.into), chosen.framework, chosen.partnership, chosen.date)
    _check_into(into)
    if chosen.report:
        _check_report(Path(chosen.report))
    step("Reading")
    result, changes = import_into(
        paths_of(chosen.files), into, layout=chosen.layout, accept=chosen.accept_matches, told=_progress(),
        mapping=Path(chosen.mapping) if chosen.mapping else None, scale=scale_of(chosen.scale),
        add_members=chosen.add_members, replacing=chosen.replace,
    )  # fmt: skip
    print(result.report)
    if chosen.report:
        keep_report(result, Path(chosen.report))
        print(f"Wrote {chosen.report}.")
    return _finish(result, changes, into, chosen)


def _check_into(into: Into) -> None:
    from assesslib.framework import list_frameworks

    if into.is_new and not into.framework:
        raise FaultsError([Fault("holds no assessment yet", value=str(into.folder), do="Say with --framework what was "
                                 f"rated ({', '.join(list_frameworks())}), and it is made.")])  # fmt: skip


def _check_report(path: Path) -> None:
    """The report is written last: a name that it cannot have is told before any work is done."""
    if path.is_dir():
        raise FaultsError([Fault("is a folder", value=str(path), do="Give the report the name of a file.")])
    if not path.parent.is_dir():
        raise FaultsError([Fault("is not a folder", value=str(path.parent), do="Make it first, or choose another.")])


def paths_of(said: list[str]) -> list[Path]:
    """The files and folders that are meant, when all of them are there.

    Raises
    ------
    FaultsError
        Nothing is there under a name, or a folder holds no such file.
    """
    from assesslib.assessment.layout import files_in
    from assesslib.intake.folders import READ

    paths = [Path(one) for one in said]
    missing = [Fault("is not there", value=str(path), do="Check the name and the folder.")
               for path in paths if not path.exists()]  # fmt: skip
    empty = [Fault("is a folder without files to import", value=str(path), do="Put the .csv or .xlsx files there.")
             for path in paths if path.is_dir() and not files_in(path, READ)]  # fmt: skip
    if missing or empty:
        raise FaultsError([*missing, *empty])
    return paths


def scale_of(said: str) -> dict[int, str]:
    """What numbers mean, from a text such as ``a=1,e=5`` (or ``1=a,5=e``).

    Examples
    --------
    >>> scale_of("a=1, e=5"), scale_of("5=e,1=a"), scale_of("")
    ({1: 'a', 5: 'e'}, {5: 'e', 1: 'a'}, {})
    """
    parts = [part.strip() for part in re.split("[,;]", said) if part.strip()]
    pairs = [re.fullmatch(r"(\w+)\s*=\s*(\w+)", part) for part in parts]
    sides = [(pair[1], pair[2]) if pair[1].isdecimal() else (pair[2], pair[1]) for pair in pairs if pair]
    if not all(pairs) or len(parts) == 1 or not all(number.isdecimal() for number, _ in sides):
        do = "Write --scale with two levels or more and their numbers, like a=1,e=5."
        raise FaultsError([Fault("does not say what numbers mean", value=said, do=do)])
    if any(len(set(side)) < len(side) for side in zip(*sides, strict=True)):
        do = "Give each number one level, and each level one number, like a=1,e=5."
        raise FaultsError([Fault("says two things of one number or level", value=said, do=do)])
    return {int(number): level for number, level in sides}


def _progress() -> Callable[[int], None]:
    """Says how many rows have been read: on a screen on one line, which the report writes over; elsewhere at times."""
    on_screen = sys.stderr.isatty()

    def told(rows: int) -> None:
        if on_screen:
            print(f"{rows:,} rows read\r", end="", file=sys.stderr, flush=True)
        elif rows and rows % _EVERY == 0:
            step(f"{rows:,} rows read")

    return told


def _finish(result: ImportResult, changes: Changes, into: Into, chosen: argparse.Namespace) -> int:
    stands = result.wrong and not chosen.keep_going
    if chosen.dry_run:
        print(_would(changes, chosen.into) if not stands else "Nothing was written.")
        return int(bool(stands))
    if stands:
        print(_ask(result, chosen, into))
        return 1
    print(_written(result, changes, into, chosen))
    return 0


def _would(changes: Changes, folder: str) -> str:
    return f"Nothing was written: without --dry-run this goes to {folder}: {changes.in_words()}.{_replace(changes)}"


def _replace(changes: Changes) -> str:
    """How what the folder keeps may be written over; it is only of use where something was kept."""
    return " To write the file’s over what the folder keeps: --replace." if changes.kept else ""


def _ways(result: ImportResult, chosen: argparse.Namespace) -> list[str]:
    """How what stands may be settled by this command, line by line."""
    kinds = {line.kind for line in result.questions}
    likely = any(line.perhaps for line in result.questions) or any("accept" in fault.do for fault in result.wrong)
    new = "member" in kinds or any("take in everybody who is new" in fault.do for fault in result.wrong)
    numbers = any(line.why == "a number" for line in result.questions)
    over = any("write over what stands" in fault.do for fault in result.wrong)
    codes = result.framework.codes
    ways = [
        ("--accept-matches", "takes what is likely", likely),
        ("--add-members", "takes in everybody who is new", new),
        (f"--scale {codes[0]}=1,{codes[-1]}={len(codes)}", "says what numbers mean", numbers),
        ("--replace", "writes over what stands in the folder", over),
        ("--keep-going", "takes the rest and leaves what is not settled", True),
    ]
    return [f"  {option:18} {does}" for option, does, use in ways if use]


def _ask(result: ImportResult, chosen: argparse.Namespace, into: Into) -> str:
    """Write the mapping to be completed, beside the data or where it was asked for."""
    from assesslib.assessment.layout import MAPPING
    from assesslib.intake.take_in import keep_questions

    beside = into.folder.parent if into.folder.parent.is_dir() else Path()
    place = beside if into.is_new else into.folder
    path = Path(chosen.mapping) if chosen.mapping else place / MAPPING
    if not keep_questions(result, path):
        return "\n".join(["Nothing was written. Settle what is listed above, or add:", *_ways(result, chosen)])
    given = "" if not into.is_new or chosen.mapping else f" with --mapping {path}"
    return "\n".join([
        f"Nothing was imported. To settle it, complete the column “becomes” of {path} in a spreadsheet, save it as "
        f"CSV, and give the same command again{given}. Or add:", *_ways(result, chosen),
    ])  # fmt: skip


def _written(result: ImportResult, changes: Changes, into: Into, chosen: argparse.Namespace) -> str:
    from assesslib.assessment.layout import MAPPING, REJECTS
    from assesslib.intake.take_in import keep_questions, keep_rejects, take_in

    holds = any(map(len, (result.answers, result.members, result.consensus, result.notes)))
    try:
        if changes or (into.is_new and len(result.rejects)):
            take_in(changes, into)
        if chosen.accept_matches:
            keep_questions(result, into.folder / MAPPING, accepted=True)
        left = 0 if into.is_new else keep_rejects(result, into.folder)
    except OSError as fault:
        what = f"could not be written to the end ({fault.strerror or 'the disk failed'})"
        raise FaultsError([Fault(what, value=chosen.into, do="What was written until then stands; give the same "
                                 "command again for the rest.")]) from fault  # fmt: skip
    rest = f" {many(left, 'cell')} not taken: see {into.folder / REJECTS}." if left else ""
    return f"{_outcome(changes, chosen.into, holds=holds)}{rest}{_replace(changes)}"


def _outcome(changes: Changes, folder: str, *, holds: bool) -> str:
    if changes:
        return f"Written to {folder}: {changes.in_words()}."
    if not holds:
        return f"There is nothing in it that could be taken into {folder}."
    if changes.asked:
        return f"Nothing that is sure in it is new to {folder}: nothing was changed."
    new = "Nothing else in it is new to" if changes.kept else "Everything in it stands in"
    return f"{new} {folder}{'' if changes.kept else ' already'}: nothing was changed."
