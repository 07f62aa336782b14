"""assessment.toml: what was assessed with which framework, by whom and when."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

import tomli_w

from assesslib.assessment.layout import SETTINGS
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, load_framework
from assesslib.toml_file import read_toml

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_KEYS = ("framework", "version", "partnership", "date", "about", "members")


@dataclass(frozen=True)
class Member:
    """One member of the self-assessment team."""

    id: str
    name: str = ""
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True)
class Settings:
    """What stands in assessment.toml, checked; ``date`` is a day or "" where the form gave none."""

    framework: Framework
    partnership: str
    date: str
    about: str
    members: tuple[Member, ...]
    faults: tuple[Fault, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Read and check assessment.toml.

    Raises
    ------
    FaultsError
        With every fault at once: no such file, not TOML, an unknown framework or key, a member twice, no date.
    """
    found = _load(folder / SETTINGS)
    faults = list(settings_faults(found))
    framework = None
    try:
        framework = load_framework(_framework_source(folder, str(found.get("framework", ""))))
    except FaultsError as fault:
        faults += fault.faults
    if faults:
        raise FaultsError(faults)
    noted = tuple(_version_faults(found, framework))
    return Settings(framework, found["partnership"], str(found.get("date", "")), found.get("about", ""),
                    tuple(Member(**member) for member in found.get("members", ())), noted)  # fmt: skip


def _framework_source(folder: Path, name: str) -> str | Path:
    """A framework's id as it stands; a file is looked for beside assessment.toml."""
    return folder / name if name.endswith(".toml") else name


def _load(path: Path) -> dict:
    if not path.is_file():
        raise FaultsError([Fault(f"is no assessment: it has no file {SETTINGS}", value=path.parent.name,
                                 do="Choose a folder that has one, or make a new assessment.")])  # fmt: skip
    read = read_toml(path)
    if read.faults:
        raise FaultsError(replace(fault, file=SETTINGS) for fault in read.faults)
    return read.data


def settings_faults(found: Mapping) -> Iterable[Fault]:
    """Every fault of the settings themselves (the framework is looked up elsewhere)."""
    for key in found:
        if key not in _KEYS:
            yield Fault("is no key of this file", file=SETTINGS, value=key, allowed=_KEYS, do="Take it out.")
    for key in ("framework", "partnership"):
        if not isinstance(found.get(key), str) or not found[key].strip():
            yield Fault("must be a text that is not empty", file=SETTINGS, value=key, do=f'Give {key} = "…".')
    day = str(found.get("date", ""))
    if day and not (_DAY.fullmatch(day) and _is_day(day)):
        yield Fault("is not a date", file=SETTINGS, key="date", value=day, do="Write it like 2026-03-01.")
    if not isinstance(found.get("about", ""), str):
        yield Fault("must be a text", file=SETTINGS, value="about", do="Put it in quotes.")
    yield from _members_faults(found.get("members", []))


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _members_faults(members: object) -> Iterable[Fault]:
    if not isinstance(members, list | tuple) or not all(isinstance(member, Mapping) for member in members):
        yield Fault("must be a list of tables", file=SETTINGS, value="members", do="Write each one as [[members]].")
        return
    seen: set[str] = set()
    for number, member in enumerate(members, 1):
        yield from _member_faults(f"members[{number}]", member, seen)
        seen.add(str(member.get("id", "")))


def _member_faults(place: str, member: Mapping, seen: set[str]) -> Iterable[Fault]:
    allowed = tuple(field.name for field in fields(Member))
    for key, value in member.items():
        if key not in allowed:
            yield Fault(
                "is no key of a member", file=SETTINGS, key=place, value=key, allowed=allowed, do="Take it out."
            )
        elif not isinstance(value, str):
            yield Fault("must be a text", file=SETTINGS, key=f"{place}.{key}", value=str(value), do="Put it in quotes.")
    id = str(member.get("id", ""))
    if not _ID.fullmatch(id) or id in _RESERVED:
        yield Fault("cannot be a member's id", file=SETTINGS, key=f"{place}.id", value=id,
                    do="It names a file: use 1 to 40 of a to z, 0 to 9, - and _, a letter or digit first.")  # fmt: skip
    if id in seen:
        yield Fault("is the id of two members", file=SETTINGS, key=f"{place}.id", value=id, do="Give each their own.")


def _version_faults(found: Mapping, framework: Framework) -> Iterable[Fault]:
    version = str(found.get("version", framework.version))
    if version != framework.version:
        yield Fault(f"is not the version of {framework.id} that is here", file=SETTINGS, key="version", value=version,
                    allowed=(framework.version,), do="Check that the wording is the one that was rated.")  # fmt: skip


def write_settings(folder: Path, framework: str, version: str, partnership: str, date: str, about: str,
                   members: Iterable[Member]) -> None:  # fmt: skip
    """Write assessment.toml in a folder that has none; empty texts are left out."""
    said = {"framework": framework, "version": version, "partnership": partnership, "date": date, "about": about}
    roster = [{key: value for key, value in asdict(member).items() if value} for member in members]
    text = tomli_w.dumps({key: value for key, value in said.items() if value} | {"members": roster})
    with (folder / SETTINGS).open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
