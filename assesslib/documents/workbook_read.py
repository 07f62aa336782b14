"""Workbooks that members sent back, read all at once: their answers, and every fault with the cell where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from assesslib.assessment import Assessment, Member
from assesslib.assessment.layout import SPREADSHEETS, files_in
from assesslib.documents.workbook_open import marks_in, open_workbook, text_of
from assesslib.documents.workbook_rows import Row, grid_of, read_rows
from assesslib.documents.workbook_sheet import MARK, NAME
from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_READ = {".xlsx", ".xlsm"}
_AGAIN = "Ask for the file again as it was handed out."


@dataclass(frozen=True)
class Returned:
    """What members said in the workbooks they sent back.

    Attributes
    ----------
    rows : mapping
        By member the rows to hand to `Assessment.rate_many`, in the order of the framework; items that were passed
        over have none. A member of whom two files say different things has no rows.
    faults : tuple of Fault
        Every fault of every file; those that are ``handled`` need nothing done.
    """

    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class _Page:
    """One sheet that a member filled in."""

    place: str
    member: str = ""
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_workbooks(path: str | Path | Sequence[str | Path], assessment: Assessment) -> Returned:
    """Read workbooks that `member_workbook` made and members filled in; nothing is written.

    Parameters
    ----------
    path : str, Path or a list of them
        A workbook, or a folder of them, or several.
    assessment : Assessment
        The one they were made for.

    Returns
    -------
    Returned
        Answers may be picked or typed: a letter, a place on the scale, the words of a level, code and words, ``?``,
        ``n/a``, or each side of a split one (``Local: W; National: S``). Rows may stand in any order.
    """
    files, faults = _files([path] if isinstance(path, str | Path) else path)
    pages = [page for file in files for page in _pages(file, assessment)]
    rows, doubled = _by_member(pages, assessment.settings.members)
    return Returned(rows, (*faults, *(fault for page in pages for fault in page.faults), *doubled))


def _files(paths: Iterable[str | Path]) -> tuple[list[Path], list[Fault]]:
    files, faults = [], []
    for path in map(Path, paths):
        found = files_in(path, SPREADSHEETS | _READ | {".csv"}) if path.is_dir() else [path]
        files += [file for file in found if file.suffix.lower() in _READ]
        faults += [_not_read(file) for file in found if file.suffix.lower() not in _READ]
        faults += [] if found else [Fault("is a folder without a workbook", value=path.name,
                                          do="Put the .xlsx files there that members sent back.")]  # fmt: skip
    return list(dict.fromkeys(files)), faults


def _not_read(file: Path) -> Fault:
    return Fault("is not an .xlsx workbook", value=file.name,
                 do="Open it in a spreadsheet, save it as .xlsx, and take this file away.")  # fmt: skip


def _pages(file: Path, assessment: Assessment) -> list[_Page]:
    """Every sheet of a file that is a questionnaire; what is wrong where there is none."""
    try:
        sheets = open_workbook(file).worksheets
    except FaultsError as error:
        return [_Page(file.name, faults=error.faults)]
    found = [(sheet, marks) for sheet in sheets if (marks := marks_in(sheet["A1"], MARK))]
    none = [_Page(file.name, faults=(Fault("holds no questionnaire that was handed out", value=file.name, do=_AGAIN),))]
    return [_page(f"{file.name}, sheet {sheet.title}", sheet, marks, assessment) for sheet, marks in found] or none


def _page(place: str, sheet: Worksheet, marks: Mapping[str, str], assessment: Assessment) -> _Page:
    if strange := _strange(place, marks, assessment):
        return _Page(place, faults=(strange,))
    member, unknown = _member(place, sheet, marks, assessment)
    if unknown:
        return _Page(place, faults=(unknown,))
    if not (grid := grid_of(place, sheet, assessment)):
        return _Page(place, faults=(Fault("has lost the titles of its columns", value=place, do=_AGAIN),))
    rows, faults = read_rows(grid)
    empty = () if rows or faults else (Fault("holds no answers yet", value=place, handled=True),)
    return _Page(place, member, rows, (*faults, *empty))


def _strange(place: str, marks: Mapping[str, str], assessment: Assessment) -> Fault | None:
    """Why a questionnaire is not one of this assessment, or None."""
    framework = assessment.framework
    asked = f"{marks.get('framework', '')} {marks.get('version', '')}".strip()
    own = f"{framework.id} {framework.version}"
    if asked != own:
        return Fault("is the questionnaire of another framework", place, value=asked, allowed=(own,),
                     do="Read it into an assessment on that framework.")  # fmt: skip
    name = marks.get("assessment", "")
    if name in ("", assessment.name) or _is_renamed(marks, assessment):
        return None
    return Fault("is the assessment that this workbook was made for", place, value=name, allowed=(assessment.name,),
                 do="Read it into that assessment.")  # fmt: skip


def _is_renamed(marks: Mapping[str, str], assessment: Assessment) -> bool:
    """Whether it was made for this assessment while its folder had another name."""
    made = marks.get("partnership", ""), marks.get("date", "")
    return made == (assessment.partnership, assessment.date) and bool(assessment.date)


def _member(place: str, sheet: Worksheet, marks: Mapping[str, str],
            assessment: Assessment) -> tuple[str, Fault | None]:  # fmt: skip
    """Whose a questionnaire is: by its mark, or by the name that was filled in."""
    team = assessment.settings.members
    said = marks.get("member", "") or _name_on(sheet)
    if not said:
        return "", Fault(
            "The name is missing", place, column="C (Name)", do="Ask whose it is, and write the name there."
        )
    found = {one.id for one in team if said == one.id} or {one.id for one in team if _fits(said, one)}
    if len(found) == 1:
        return found.pop(), None
    what = "fits several members of this assessment" if found else "is not a member of this assessment"
    names = tuple(one.id for one in team)
    return "", Fault(what, place, value=said, allowed=names, do="Write the id of the member as the name.")


def _name_on(sheet: Worksheet) -> str:
    beside = (row[place + 1] for row in sheet.iter_rows(max_row=20) for place, cell in enumerate(row[:-1])
              if text_of(cell) == NAME)  # fmt: skip
    return text_of(cell) if (cell := next(beside, None)) else ""


def _fits(said: str, member: Member) -> bool:
    return " ".join(said.casefold().split()) in (member.id, " ".join(member.name.casefold().split()))


def _by_member(pages: Sequence[_Page], team: Sequence[Member]) -> tuple[dict[str, tuple[Row, ...]], list[Fault]]:
    """The answers of each member in the order of the team, and what is said of several files of one member."""
    theirs = {one.id: [page for page in pages if page.member == one.id] for one in team}
    faults = [fault for several in theirs.values() for fault in _copies(several)]
    agreed = {id: [page for page in several if page.rows] for id, several in theirs.items()}
    alike = {id: several for id, several in agreed.items() if several and not _differ(several)}
    return {id: several[0].rows for id, several in alike.items()}, faults


def _differ(pages: Sequence[_Page]) -> bool:
    return any(page.rows != pages[0].rows for page in pages)


def _copies(pages: Sequence[_Page]) -> Iterator[Fault]:
    """What is said of more than one file of a member that holds something."""
    told = [page for page in pages if page.rows]
    for page in told[1:]:
        if _differ(told):
            yield Fault(f"and {told[0].place} hold different answers of {page.member}", value=page.place,
                        do="Ask which of them counts, and take the other away.")  # fmt: skip
        else:
            yield Fault(f"holds the same answers of {page.member} as {told[0].place}; they count once",
                        value=page.place, handled=True)  # fmt: skip
