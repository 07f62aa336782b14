"""What there is to choose from when an assessment is set up, and how its folder may be called."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assesslib.assessment import Assessment, list_assessments, open_assessment
from assesslib.assessment.layout import SETTINGS
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, list_frameworks, load_framework
from assesslib.journal import is_day
from assesslib.names import plain
from assesslib.toml_file import read_toml
from assesslib.widgets.capture import said
from assesslib.words import date_given, many

_NAME = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))[^\W_][\w &().-]{0,59}(?<![. ])", re.IGNORECASE)
_LONGEST = 40


def propose_folder(partnership: str, day: str) -> str:
    """A folder's name made from the partnership and the year; "" where there is nothing to make it from.

    Examples
    --------
    >>> propose_folder("Northvale Active & Creative", "2027-03-02"), propose_folder("", "2027-03-02")
    ('northvale-active-creative-2027', '')
    """
    words = plain(partnership)
    short = words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return "-".join(filter(None, (short, day[:4] if is_day(day) else ""))) if short else ""


def folder_fault(home: Path, name: str) -> str:
    """Why a new folder in ``home`` cannot have this name, or "".

    Examples
    --------
    >>> folder_fault(Path("."), "2027"), folder_fault(Path("."), "a/b")
    ('', '“a/b” cannot be the name of a folder. Use at most 60 letters, digits, spaces, - and _, a letter or digit
    first.')
    """
    if not _NAME.fullmatch(name):
        return str(Fault("cannot be the name of a folder", value=name,
                         do="Use at most 60 letters, digits, spaces, - and _, a letter or digit first."))  # fmt: skip
    try:
        held = _is_held(home / name)
    except OSError as fault:
        return str(Fault(f"cannot be looked into: {said(fault)}", value=name, do="Give the folder another name."))
    return str(Fault("is there already and is not overwritten", value=f"{home.name}/{name}",
                     do="Give the folder another name.")) if held else ""  # fmt: skip


def _is_held(path: Path) -> bool:
    return path.exists() and (not path.is_dir() or any(path.iterdir()))


def earlier_assessments(folder: Path) -> dict[str, Assessment]:
    """The assessments of a folder that can be opened, by the names of their folders, the latest first."""
    opened = {path.name: one for path in list_assessments(folder) if (one := _opened(path))}
    return dict(sorted(opened.items(), key=lambda pair: pair[1].date, reverse=True))


def _opened(path: Path) -> Assessment | None:
    try:
        return open_assessment(path)
    except (FaultsError, OSError):
        return None


def earlier(folder: Path) -> list[dict[str, Any]]:
    """The earlier assessments to carry on from; one that cannot be opened is named and cannot be chosen."""
    opened = earlier_assessments(folder)
    lost = [path.name for path in list_assessments(folder) if path.name not in opened]
    broken = [{"value": name, "label": f"{name} (cannot be opened)", "usable": False} for name in lost]
    return [*(_earlier(name, one) for name, one in opened.items()), *broken]


def _earlier(name: str, one: Assessment) -> dict[str, Any]:
    nobody = "" if one.settings.members else ", no members"
    label = f"{one.partnership}, {date_given(one.date)} ({name}){nobody}"
    return {"value": name, "label": label, "usable": True, "framework": framework_of(one)}


def framework_of(assessment: Assessment) -> str:
    """How a new assessment names this one's framework: by the id of a shipped one, or the path of the folder's own."""
    named = read_toml(assessment.folder / SETTINGS).data["framework"]
    return named if named in list_frameworks() else str(assessment.folder / named)


def frameworks(opened: Mapping[str, Assessment]) -> list[dict[str, Any]]:
    """The frameworks that ship, and those that earlier assessments brought with them."""
    shipped = [_framework(id, load_framework(id)) for id in list_frameworks()]
    own = [_framework(framework_of(one), one.framework, f", from {name}") for name, one in opened.items()]
    return [*shipped, *(choice for choice in own if choice["value"] not in list_frameworks())]


def _framework(value: str, framework: Framework, origin: str = "") -> dict[str, Any]:
    rated = sum(section.rated for section in framework.sections)
    items = len(framework.items)
    return {
        "value": value,
        "title": framework.title,
        "asks": f"{items} {framework.term(items)} in {many(rated, 'section')}{origin}",
        "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
    }
