"""Every fault of a crosswalk file at once, in plain words."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.faults import Fault
from assesslib.framework.check import read_framework
from assesslib.framework.crosswalk_ends import find_end, framework_files
from assesslib.framework.crosswalk_rows import SIDES, row_faults
from assesslib.framework.load import Framework
from assesslib.framework.words import Found, said
from assesslib.places import shipped
from assesslib.toml_file import TomlFile
from assesslib.toml_lines import line_of, locate, spoken

if TYPE_CHECKING:
    from jsonschema import ValidationError


def check_crosswalk(path: str | Path, frameworks: Collection[Framework] = ()) -> tuple[Fault, ...]:
    """Every fault of a crosswalk file, in the order of its lines; none where it can be used.

    Each fault names the file, the line where it can be told, and the key (lists are counted from 1). The shape is held
    against ``frameworks/vocabulary/crosswalk.schema.json``; then the rows against the two frameworks' items, wording
    and scales. A crosswalk that nobody has confirmed is a fault.

    Parameters
    ----------
    path : str or Path
        The TOML file. It is only read.
    frameworks : collection of Framework
        Frameworks it may name beside those that ship and those whose files stand in its own folder. Where one id and
        version is there several times, these come first, then what ships.

    Returns
    -------
    tuple of Fault

    Examples
    --------
    >>> check_crosswalk(shipped("frameworks") / "crosswalks" / "example" / "from-3.7-to-3.8.toml")
    ()
    >>> print(*check_crosswalk("nowhere.toml"))
    nowhere.toml: there is no such file. Check the name and the folder.
    """
    read = read_framework(path)
    if read.faults:
        return read.faults
    found = dict.fromkeys((*_shape(read.data), *_across(read.data, Path(path).parent, frameworks)))
    return tuple(sorted(_placed(found, read, str(path)), key=lambda fault: fault.line or 0))


def is_crosswalk(data: dict) -> bool:
    """Whether a TOML file's data is a crosswalk, be it faulty, rather than a framework.

    Examples
    --------
    >>> is_crosswalk({"before": "x"}), is_crosswalk({"id": "x", "levels": []})
    (True, False)
    """
    return bool({*SIDES, "before_version", "after_version", "confirmed"} & data.keys()) and "levels" not in data


def _placed(found: Iterable[Found], read: TomlFile, file: str) -> Iterator[Fault]:
    lines = locate(read.text)
    for path, what, value, allowed, do in found:
        yield Fault(what, file, line_of(lines, path), spoken(path), value=value, allowed=allowed, do=do)


@cache
def crosswalk_schema() -> dict:
    """The JSON schema (Draft 2020-12) of a crosswalk file.

    Examples
    --------
    >>> crosswalk_schema()["required"]
    ['before', 'before_version', 'after', 'after_version', 'items']
    """
    return json.loads((shipped("frameworks") / "vocabulary" / "crosswalk.schema.json").read_text(encoding="utf-8"))


def _shape(data: dict) -> Iterator[Found]:
    from jsonschema import Draft202012Validator  # slow to load

    for error in Draft202012Validator(crosswalk_schema()).iter_errors(data):
        yield from _worded(error)


def _worded(error: ValidationError) -> Iterator[Found]:
    """What the words for a framework file do not know: true and false, the rows, and where a stray key belongs."""
    if error.validator_value == "boolean":
        yield Found(("confirmed",), "is neither true nor false", str(error.instance), do="Write it without quotes.")
    elif error.validator == "required":
        yield from (found._replace(do="Add [[items]].") if found.value == "items" else found for found in said(error))
    elif error.validator == "additionalProperties":
        yield from (found._replace(do="Correct the name, or take it out.") for found in said(error))
    else:
        yield from said(error)


def _across(data: dict, folder: Path, frameworks: Collection[Framework]) -> Iterator[Found]:
    """What the schema cannot see; data of any shape will do."""
    known = (*frameworks, *framework_files(folder))
    ends = {side: find_end(data, side, known) for side in SIDES}
    yield from (end for end in ends.values() if isinstance(end, Found))
    yield from _to_itself(data)
    yield from _unconfirmed(data)
    yield from row_faults(data, {side: end for side, end in ends.items() if isinstance(end, Framework)})


def _to_itself(data: dict) -> Iterator[Found]:
    before, after = ([data.get(key) for key in (side, f"{side}_version")] for side in SIDES)
    if before == after and all(before):
        what = "the crosswalk leads from a framework to itself"
        yield Found(("after_version",), what, do="Correct the version; one version needs no crosswalk.")


def _unconfirmed(data: dict) -> Iterator[Found]:
    if data.get("confirmed", False) is False:
        what = "nobody has confirmed this crosswalk, so it is not used"
        yield Found(("confirmed",), what, do="Read every row, put right what is wrong, and write confirmed = true.")
