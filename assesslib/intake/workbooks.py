"""The workbooks that were handed out to members and sent back, as an import like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.readers.records import RawSheet
from assesslib.readers.result import ImportResult

TITLE = "a workbook that was handed out to a member"
_WORKBOOKS = (".xlsx", ".xlsm")


def is_handed_out(path: Path) -> bool:
    """Whether a file is a workbook that `assesslib.documents.member_workbook` made; False for what cannot be read."""
    from assesslib.readers.opening import open_sheets

    if path.suffix.lower() not in _WORKBOOKS:
        return False
    try:
        return any(_is_marked(sheet) for sheet in open_sheets(path)[0])
    except FaultsError:
        return False


def _is_marked(sheet: RawSheet) -> bool:
    from assesslib.documents.workbook_sheet import MARK

    return 0 in sheet.cells and len(sheet.cells) > 0 and f'"{MARK}"' in str(sheet.cells.iat[0, 0])


def read_handed_out(paths: Sequence[Path], assessment: Assessment) -> ImportResult:
    """What members said in the workbooks they sent back."""
    from assesslib.documents.workbook_read import read_workbooks

    returned = read_workbooks(paths, assessment)
    rows = [row | {"member": member} for member, theirs in returned.rows.items() for row in theirs]
    columns = ["member", "item", "facet", "state", "level", "comment", "round"]
    said = pd.DataFrame(rows, columns=columns, dtype="object").assign(at=pd.NaT)
    team = assessment.members[assessment.members["id"].isin(list(returned.rows))]
    return ImportResult(
        assessment.framework, tuple((path.name, TITLE) for path in paths), members=team.reset_index(drop=True),
        answers=said.astype({"round": "int64"}), faults=returned.faults, name=assessment.name,
    )  # fmt: skip


def not_yet(paths: Sequence[Path]) -> tuple[Fault, ...]:
    """What to say of such workbooks where there is no assessment yet that they were made for."""
    do = "Read it into the folder of the assessment that it was made for."
    return tuple(Fault("is a workbook that was handed out for an assessment", value=path.name, do=do) for path in paths)


def together(one: ImportResult, other: ImportResult) -> ImportResult:
    """Two imports as one; a member who stands in both is told of, and the first counts."""
    twice = [id for id in other.members["id"] if id in set(one.members["id"])]
    faults = (Fault("answered in a workbook that was handed out, and in another file too", value=id,
                    do="Take one of them away.") for id in twice)  # fmt: skip
    rest = other.members[~other.members["id"].isin(twice)]
    answers = other.answers[~other.answers["member"].astype("str").isin(twice)] if len(other.answers) else other.answers
    parts = [part for part in (one.answers, answers) if len(part)]
    return replace(
        other, layouts=(*one.layouts, *other.layouts), faults=(*one.faults, *other.faults, *faults),
        members=pd.concat([one.members, rest], ignore_index=True),
        answers=pd.concat([part.astype({"member": "str"}) for part in parts], ignore_index=True) if parts else answers,
    )  # fmt: skip
