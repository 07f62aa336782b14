"""Every fault of a framework file at once, in plain words."""

import json
import tomllib
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from assesslib.faults import Fault
from assesslib.framework.cross import crossed
from assesslib.framework.words import Found, said
from assesslib.places import shipped
from assesslib.toml_file import TomlFile, read_toml
from assesslib.toml_lines import line_of, locate, spoken


def check_framework(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of a framework file, in the order of its lines; none where it can be used.

    Each fault names the file, the line where it can be told, and the key (lists are counted from 1). The shape is held
    against ``frameworks/vocabulary/framework.schema.json``; then come duplicates, and references to what is not there.

    Parameters
    ----------
    path : str or Path
        The TOML file. It is only read.

    Returns
    -------
    tuple of Fault

    Examples
    --------
    >>> check_framework(shipped("frameworks") / "csit-collaborative-working.toml")
    ()
    >>> print(*check_framework("nowhere.toml"))
    nowhere.toml: there is no such file. Check the name and the folder.
    """
    read = read_framework(path)
    if read.faults:
        return read.faults
    found = (*shape_faults(read, str(path)), *cross_faults(read, str(path)))
    return tuple(sorted(found, key=lambda fault: fault.line or 0))


def read_framework(path: str | Path) -> TomlFile:
    """A framework file's data with every run of white space in its texts made one space; or why it cannot be read.

    Examples
    --------
    >>> read_framework(shipped("frameworks") / "cdrp-dat-partnership.toml").data["item_term"]
    'standard'
    """
    read = read_toml(path)
    return read._replace(data=_tidy(read.data))


def _tidy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tidy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def shape_faults(read: TomlFile, file: str) -> tuple[Fault, ...]:
    """Where the data departs from the schema: missing and unknown keys, wrong types, empty texts and lists, bad ids.

    Examples
    --------
    >>> print(shape_faults(TomlFile({}, "", ()), "f.toml")[0])
    f.toml: “id” is missing from the framework. Add id = "...".
    """
    from jsonschema import Draft202012Validator  # slow to load

    errors = Draft202012Validator(schema()).iter_errors(read.data)
    return _placed(dict.fromkeys(found for error in errors for found in said(error)), read.text, file)


def cross_faults(read: TomlFile, file: str) -> tuple[Fault, ...]:
    """Duplicates, and references to what is not there; data of any shape will do.

    Examples
    --------
    >>> print(*cross_faults(TomlFile({"themes": [{"id": "people"}]}, "", ()), "f.toml"))
    f.toml, themes[1].id: “people” is a shared theme already. Take it out, or give it another id.
    """
    return _placed(crossed(read.data, tuple(theme["id"] for theme in shared_themes())), read.text, file)


def _placed(found: Collection[Found], text: str, file: str) -> tuple[Fault, ...]:
    lines = locate(text) if found else {}
    return tuple(
        Fault(what, file, line_of(lines, path), spoken(path), value=value, allowed=allowed, do=do)
        for path, what, value, allowed, do in found
    )


@cache
def schema() -> dict:
    """The JSON schema (Draft 2020-12) of a framework file.

    Examples
    --------
    >>> schema()["required"]
    ['id', 'title', 'version', 'item_term', 'levels', 'sections']
    """
    return json.loads(_vocabulary("framework.schema.json"))


@cache
def shared_themes() -> list[dict]:
    """The themes of the shared vocabulary, as data.

    Examples
    --------
    >>> shared_themes()[0]["title"]
    'Leadership'
    """
    return tomllib.loads(_vocabulary("themes.toml"))["themes"]


def _vocabulary(name: str) -> str:
    return (shipped("frameworks") / "vocabulary" / name).read_text(encoding="utf-8")
