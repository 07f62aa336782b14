"""Files taken into a folder: read, compared with what stands there, written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from assesslib.assessment import Assessment, create_assessment, open_assessment
from assesslib.assessment.joining import add_members
from assesslib.assessment.layout import MAPPING, REJECTS, SETTINGS
from assesslib.framework import load_framework
from assesslib.intake.changes import Changes, changes_of
from assesslib.intake.folders import gather
from assesslib.intake.standing import BY
from assesslib.intake.workbooks import is_handed_out, not_yet, read_handed_out, together
from assesslib.readers.importing import import_ratings
from assesslib.readers.mapping import write_mapping
from assesslib.readers.result import REJECTS as COLUMNS
from assesslib.readers.result import ImportResult
from assesslib.sheet import Sheet, read_sheet, write_sheet


@dataclass(frozen=True)
class Into:
    """Where an import goes: a folder, and what to make it of where there is no assessment yet."""

    folder: Path
    framework: str = ""
    partnership: str = ""
    date: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the assessment is still to be made."""
        return not (self.folder / SETTINGS).is_file()


def import_into(paths: Sequence[Path], into: Into, *, add_members: bool = False, mapping: Path | None = None,
                layout: str = "", accept: bool = False, scale: Mapping[int, str] | None = None, replacing: bool = False,
                told: Callable[[int], None] | None = None) -> tuple[ImportResult, Changes]:  # fmt: skip
    """Read files, and those in folders, for a folder: what was found, and what it would change; nothing is written.

    Without a mapping given, the one that an earlier import left in the folder is used. What people gave or changed in
    the folder is kept, unless ``replacing``.

    Raises
    ------
    FaultsError
        The folder's assessment cannot be opened, or there is none and no framework is given.
    """
    assessment = None if into.is_new else open_assessment(into.folder)
    own = into.folder / MAPPING
    framework = load_framework(into.framework) if assessment is None else assessment.framework
    gathered = gather(paths, framework)
    handed = [path for path in gathered.files if is_handed_out(path)]
    others = [path for path in gathered.files if path not in handed]
    result = import_ratings(
        others, framework, layout=layout, accept=accept, mapping=mapping or (own if own.is_file() else None),
        scale=scale, team=_team(assessment), add_members=add_members, name=into.folder.resolve().name,
        day=into.date if assessment is None else assessment.date, told=told,
    )  # fmt: skip
    whole = _with_workbooks(result, handed, assessment)
    changes = changes_of(whole, assessment, replacing=replacing, accept=accept)
    faults = (*gathered.faults, *whole.faults, *changes.asked, *changes.kept, *changes.over)
    rejects = pd.concat([whole.rejects, changes.left], ignore_index=True) if len(changes.left) else whole.rejects
    return replace(whole, faults=faults, rejects=rejects), changes


def _with_workbooks(result: ImportResult, handed: Sequence[Path], assessment: Assessment | None) -> ImportResult:
    if not handed:
        return result
    if assessment is None:
        return replace(result, faults=(*not_yet(handed), *result.faults))
    return together(read_handed_out(handed, assessment), result)


def _team(assessment: Assessment | None) -> pd.DataFrame | None:
    """The team that people are looked for in; an assessment without one takes everybody."""
    return None if assessment is None or assessment.members.empty else assessment.members


def take_in(changes: Changes, into: Into) -> Assessment:
    """Write changes into the folder; the assessment is made first where there is none.

    Raises
    ------
    FaultsError
        What was found cannot be written: nothing of the row concerned is.
    OSError
        The folder is read-only, full or gone; what was written until then stands, and the same again adds the rest.
    """
    assessment = _made(changes, into) if into.is_new else _joined(changes, into)
    for member, rows in changes.ratings.items():
        assessment.rate_many(member, rows, by=BY)
    for row in changes.consensus:
        assessment.agree(**row, by=BY)
    for row in changes.notes:
        assessment.add_note(**row, by=BY)
    return assessment


def _made(changes: Changes, into: Into) -> Assessment:
    partnership = into.partnership or into.folder.resolve().name
    return create_assessment(into.folder, framework=into.framework, partnership=partnership, date=into.date,
                             members=changes.members)  # fmt: skip


def _joined(changes: Changes, into: Into) -> Assessment:
    if changes.members:
        add_members(into.folder, changes.members)
    return open_assessment(into.folder)


def keep_questions(result: ImportResult, path: Path, *, accepted: bool = False) -> bool:
    """Write the mapping that a person may complete; False where there is nothing to ask.

    With ``accepted``, what is likely stands in it as said, so that the next import asks no more.
    """
    if not result.questions:
        return False
    write_mapping(path, result.questions, accepted=accepted)
    return True


def keep_rejects(result: ImportResult, folder: Path) -> int:
    """Write the cells that were not taken beside the data, and keep those of other files there; how many are new.

    What an earlier reading of the same file left is forgotten, and a file of cells that holds none any more removed.
    """
    path = folder / REJECTS
    new = [tuple(row) for row in result.rejects.fillna("").astype("str").itertuples(index=False)]
    rows = [*_rejects_of_others(path, {place for place, _ in result.layouts}), *new]
    if rows:
        write_sheet(path, COLUMNS, rows)
    else:
        path.unlink(missing_ok=True)
    return len(new)


def _rejects_of_others(path: Path, read: set[str]) -> list[tuple[str, ...]]:
    there = read_sheet(path, COLUMNS, COLUMNS, journal=False) if path.is_file() else Sheet()
    return [tuple(row[name] for name in COLUMNS) for _, row in there.rows if row["file"] not in read]


def keep_report(result: ImportResult, path: Path) -> None:
    """Write the report as a CSV."""
    table = result.report.table()
    write_sheet(path, tuple(table.columns), table.itertuples(index=False))
