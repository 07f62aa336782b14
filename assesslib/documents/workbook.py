"""A workbook for one member: pick an answer a row, comment, save, send back; `read_workbooks` knows whose it is."""

from __future__ import annotations

from assesslib.assessment import Assessment
from assesslib.documents._xlsx_file import saved
from assesslib.documents.workbook_sheet import ABOUT, MARK, SHEET, Asked, write_about, write_choices, write_sheet
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.words import day_in_words


def member_workbook(source: Assessment | Framework, member: str = "") -> bytes:
    """The questionnaire of one member as xlsx; equal ones for equal content.

    Parameters
    ----------
    source : Assessment or Framework
        What is assessed, or what is asked.
    member : str
        The id of a member of the assessment; without one there is a cell for the name.

    Raises
    ------
    FaultsError
        The assessment has no such member.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> member_workbook(load_framework("cdrp-dat-partnership"))[:2]
    b'PK'
    """
    from openpyxl import Workbook

    asked = _of_assessment(source, member) if isinstance(source, Assessment) else _of_framework(source)
    workbook = Workbook()
    workbook.active.title = SHEET
    write_choices(workbook, asked.framework)
    write_sheet(workbook.active, asked)
    write_about(workbook.create_sheet(ABOUT, 1), asked.framework)
    return saved(workbook, asked.framework.title, asked.day)


def _of_framework(framework: Framework) -> Asked:
    return Asked(framework, None, _marks(framework))


def _of_assessment(assessment: Assessment, id: str) -> Asked:
    team = {one.id: one for one in assessment.settings.members}
    if id and id not in team:
        raise FaultsError([Fault("is not a member of this assessment", value=id, allowed=tuple(team),
                                 do="Add the member to assessment.toml first.")])  # fmt: skip
    own = {"assessment": assessment.name, "partnership": assessment.partnership, "date": assessment.date, "member": id}
    about = ", ".join(filter(None, (assessment.partnership, day_in_words(assessment.date))))
    return Asked(assessment.framework, team.get(id), _marks(assessment.framework) | own, about, assessment.date,
                  assessment.settings.looking_back)  # fmt: skip


def _marks(framework: Framework) -> dict[str, str]:
    return {"is": MARK, "framework": framework.id, "version": framework.version}
