"""Commands that put an assessment on paper: the report, the comparison, the completed form, blank questionnaires."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.cli.command import ENDINGS, add_target, command, opened, save, step, target
from assesslib.faults import Fault, FaultsError, listed

if TYPE_CHECKING:
    from assesslib.assessment import Assessment
    from assesslib.documents.model import Document
    from assesslib.framework import Framework

TIERS = ("named", "role", "organisation", "pooled")
_ENDINGS = (*ENDINGS, ".xlsform.xlsx", ".limesurvey.txt", ".msforms.docx", ".gforms.csv")


def add(commands) -> None:
    """Declare these commands."""
    _report(command(commands, "report", _run_report, "write the report of an assessment"))
    _compare(command(commands, "compare", _run_compare, "write what changed from one assessment to the next"))
    _form(command(commands, "form", _run_form, "write the completed form of an assessment"))
    _questionnaire(command(commands, "questionnaire", _run_questionnaire, "write blank questionnaires"))


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the assessment")
    add_target(parser)
    _add_tier(parser)
    parser.add_argument("--by", choices=("organisation", "role"), default="", help="how members are grouped")
    parser.add_argument("--since", metavar="DAY", default="", help="ask about evidence older than this day")


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of an assessment")
    parser.add_argument("folders", metavar="FOLDER", nargs="+", help="those it is compared with, in any order")
    add_target(parser)
    _add_tier(parser)


def _form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the assessment")
    add_target(parser)


def _questionnaire(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="ID", help="a framework (see: assess frameworks) or an assessment’s folder")
    add_target(parser, "the file to write: .docx, .html, .pdf, .xlsx; for survey tools .xlsform.xlsx, "
                       ".limesurvey.txt, .msforms.docx, .gforms.csv; for an assessment also a folder, which gets a "
                       "workbook for each member")  # fmt: skip


def _add_tier(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anonymity", choices=TIERS, default="pooled", help="how much is shown of who said what")


def _run_report(chosen: argparse.Namespace) -> int:
    path, found = target(chosen.to, force=chosen.force), opened(chosen.folder)
    from assesslib.documents.reporting import report

    step("Making the report")
    return _write(report(found, chosen.anonymity, by=chosen.by, since=chosen.since), path)


def _run_compare(chosen: argparse.Namespace) -> int:
    path = target(chosen.to, force=chosen.force)
    found = [opened(folder) for folder in (chosen.folder, *chosen.folders)]
    from assesslib.documents.comparing import comparison

    step("Comparing")
    return _write(comparison(found, chosen.anonymity), path)


def _run_form(chosen: argparse.Namespace) -> int:
    path, found = target(chosen.to, force=chosen.force), opened(chosen.folder)
    from assesslib.documents.form import completed_form

    return _write(completed_form(found), path)


def _write(document: Document, path: Path) -> int:
    from assesslib.documents.write import as_bytes

    step(f"Writing {path}")
    save(path, as_bytes(document, path.suffix.lower().removeprefix(".")))
    return 0


def _run_questionnaire(chosen: argparse.Namespace) -> int:
    from assesslib.assessment.layout import SETTINGS
    from assesslib.framework import load_framework

    of_team = Path(chosen.source, SETTINGS).is_file()
    if of_team and not Path(chosen.to).suffix:
        return _write_workbooks(opened(chosen.source), Path(chosen.to), chosen.force)
    path = target(chosen.to, force=chosen.force, endings=_ENDINGS)
    source = opened(chosen.source) if of_team else load_framework(chosen.source)
    return _write_blank(source, path)


def _write_blank(source: Assessment | Framework, path: Path) -> int:
    from assesslib.documents.questionnaire import blank_questionnaire
    from assesslib.documents.surveys import as_survey, survey_ending
    from assesslib.documents.workbook import member_workbook

    if survey_ending(path):
        save(path, as_survey(getattr(source, "framework", source), path))
        return 0
    if path.suffix.lower() == ".xlsx":
        save(path, member_workbook(source))
        return 0
    return _write(blank_questionnaire(source), path)


def _write_workbooks(found: Assessment, folder: Path, force: bool) -> int:
    """A workbook for each member into a folder, which is made where it is not there."""
    from assesslib.documents.workbook import member_workbook

    files = {member.id: folder / f"{member.id}.xlsx" for member in found.settings.members}
    if faults := tuple(_no_room(found, folder, list(files.values()), force)):
        raise FaultsError(faults)
    folder.mkdir(exist_ok=True)
    for id, path in files.items():
        save(path, member_workbook(found, id))
    print("Next: send each member theirs; collect what comes back in a folder.")
    return 0


def _no_room(found: Assessment, folder: Path, files: list[Path], force: bool) -> Iterator[Fault]:
    there = [path.name for path in files if path.exists()]
    if not files:
        yield Fault("has no members yet", value=found.name, do="Write them into its assessment.toml.")
    elif not folder.parent.is_dir():
        yield Fault("is not a folder", value=str(folder.parent), do="Make it first, or choose another.")
    elif folder.exists() and not folder.is_dir():
        yield Fault("is a file", value=str(folder), do="Choose another name for the folder.")
    elif there and not force:
        yield Fault(f"holds some of them already: {listed(there)}", value=str(folder),
                    do="Choose another folder, or add --force to write over them.")  # fmt: skip
