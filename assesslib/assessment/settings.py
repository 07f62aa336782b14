"""assessment.toml: what was assessed with which framework, by whom and when."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from pathlib import Path

import tomli_w

from assesslib.assessment.layout import SETTINGS
from assesslib.csvfile import encode
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, list_frameworks, load_framework
from assesslib.journal import is_day
from assesslib.names import RESERVED, is_id
from assesslib.places import shipped
from assesslib.toml_file import TomlFile, read_toml
from assesslib.toml_lines import locate, spoken
from assesslib.whole import write_whole

_SHIPPED = shipped("frameworks")
_BARE_DAY = re.compile(r"\s*date\s*=\s*([^\s\"'#][^#]*)")
_KEYS = ("framework", "version", "partnership", "date", "about", "looking_back", "members")
_ROSTER = """
# The team: take the # away, and write one block like this a member. The id names the member's file.
# [[members]]
# id = "ann"
# name = "Ann"
# organisation = "The Council"
# role = "manager"
"""


@dataclass(frozen=True)
class Member:
    """One member of the self-assessment team."""

    id: str
    name: str = ""
    organisation: str = ""
    role: str = ""


_OF_MEMBERS = tuple(field.name for field in fields(Member))


@dataclass(frozen=True)
class Settings:
    """What stands in assessment.toml, checked; ``date`` is a day or "" where the form gave none.

    ``framework_file`` is the name of the team's own framework in the folder, or "" for a shipped one. With
    ``looking_back``, members may also say where the team was last year, seen from today.
    """

    framework: Framework
    partnership: str
    date: str
    about: str
    members: tuple[Member, ...]
    faults: tuple[Fault, ...] = ()
    framework_file: str = ""
    looking_back: bool = False


def read_settings(folder: Path) -> Settings:
    """Read and check assessment.toml.

    Raises
    ------
    FaultsError
        With every fault at once: no such file, not TOML, an unknown framework or key, a member twice, no date.
    """
    found, text, _ = _load(folder / SETTINGS)
    framework, wrong = find_framework(found.get("framework"), folder)
    if faults := [*settings_faults(found), *wrong]:
        raise FaultsError(_with_lines(faults, text))
    noted = tuple(_with_lines(_version_faults(found, framework), text))
    members = tuple(Member(**member) for member in found.get("members", ()))
    own = "" if found["framework"] in list_frameworks() else found["framework"]
    return Settings(framework, found["partnership"], str(found.get("date", "")), found.get("about", ""), members,
                    noted, own, found.get("looking_back", False))  # fmt: skip


def _load(path: Path) -> TomlFile:
    if not path.parent.is_dir():
        raise FaultsError([Fault("is not a folder", value=path.parent.name, do="Check the name and the place.")])
    if not path.is_file():
        raise FaultsError([Fault(f"is not an assessment: it has no file {SETTINGS}", value=path.parent.name,
                                 do="Choose a folder that has one, or make a new assessment.")])  # fmt: skip
    read = read_toml(path)
    if read.faults:
        raise FaultsError(_unread(replace(fault, file=SETTINGS), path) for fault in read.faults)
    return read


def _unread(fault: Fault, path: Path) -> Fault:
    """Why the file is not TOML; of a bare day that is none, TOML itself says something else."""
    lines = path.read_text("utf-8", "replace").split("\n") if fault.line else []
    bare = _BARE_DAY.match(lines[fault.line - 1]) if lines else None
    return _no_day(bare[1].strip(), fault.line) if bare else fault


def _no_day(found: str, line: int | None = None) -> Fault:
    return Fault("is not a date", SETTINGS, line, "date", value=found, do='Write it like date = "2026-03-01".')


def _with_lines(faults: Iterable[Fault], text: str) -> list[Fault]:
    """The faults with the lines on which they stand, in the order of the file."""
    faults = list(faults)
    lines = {spoken(path): line for path, line in locate(text).items()} if faults else {}
    placed = [replace(fault, line=_line(fault, lines)) if fault.file == SETTINGS else fault for fault in faults]
    return sorted(placed, key=lambda fault: fault.line or 0)


def _line(fault: Fault, lines: Mapping[str, int]) -> int | None:
    places = (f"{fault.key}.{fault.value}".removeprefix("."), fault.key, fault.key.rpartition(".")[0])
    return next((lines[place] for place in places if place in lines), None)


def find_framework(named: object, folder: Path) -> tuple[Framework | None, tuple[Fault, ...]]:
    """The framework that is named, by the id of a shipped one or as a TOML file in ``folder``; or why there is none."""
    if not _is_said(named):
        return None, ()
    is_shipped = named in list_frameworks()
    if not is_shipped and (wrong := _no_framework(named, folder)):
        return None, (wrong,)
    try:
        return _loaded(named, _SHIPPED / f"{named}.toml") if is_shipped else _loaded(folder / named, folder / named), ()
    except FaultsError as error:
        return None, tuple(replace(fault, file=named) for fault in error.faults)


def _loaded(which: str | Path, file: Path) -> Framework:
    try:
        return _of_text(which, file.read_bytes())
    except OSError:
        return load_framework(which)


@lru_cache(maxsize=8)
def _of_text(which: str | Path, text: bytes) -> Framework:
    """The framework, made anew only where its file says something else: a folder after the other has the same."""
    return load_framework(which)


def _no_framework(named: str, folder: Path) -> Fault | None:
    if not named.lower().endswith(".toml"):
        return Fault("is not a framework that comes with the toolkit", SETTINGS, key="framework", value=named,
                     allowed=tuple(list_frameworks()),
                     do="Give one of these, or the name of a framework’s own .toml file.")  # fmt: skip
    if not (folder / named).is_file():
        return Fault("is a framework’s file that is not there", SETTINGS, key="framework", value=named,
                     do="Check the name and the folder.")  # fmt: skip
    return None


def settings_faults(found: Mapping) -> Iterable[Fault]:
    """Every fault of the settings themselves (the framework is looked up elsewhere)."""
    for key in found:
        if key not in _KEYS:
            yield Fault("is not a setting of this file", SETTINGS, value=key, allowed=_KEYS, do="Take it out.")
    for key in ("framework", "partnership"):
        if not _is_said(found.get(key)):
            yield Fault("is missing, empty or not a text", SETTINGS, value=key, do=f'Write {key} = "…".')
    day = str(found.get("date", ""))
    if day and not is_day(day):
        yield _no_day(day)
    if not isinstance(found.get("about", ""), str):
        yield Fault("must be a text", SETTINGS, key="about", value=str(found["about"]), do="Put it in quotes.")
    if not isinstance(looking := found.get("looking_back", False), bool):
        yield Fault("must be true or false", SETTINGS, key="looking_back", value=str(looking),
                    do="Write looking_back = true, without quotes, or take the line out.")  # fmt: skip
    yield from _members_faults(found.get("members", []))


def _is_said(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())


def _members_faults(members: object) -> Iterable[Fault]:
    if not isinstance(members, list | tuple) or not all(isinstance(member, Mapping) for member in members):
        yield Fault("must be written as one block a member", SETTINGS, value="members",
                    do="Begin each block with a line [[members]]; in Python give a list of dicts.")  # fmt: skip
        return
    seen: set[str] = set()
    for number, member in enumerate(members, 1):
        yield from _member_faults(f"members[{number}]", member, seen)
        seen.add(str(member.get("id", "")))


def _member_faults(place: str, member: Mapping, seen: set[str]) -> Iterable[Fault]:
    for key, value in member.items():
        if key not in _OF_MEMBERS:
            yield Fault("is not a setting of a member", SETTINGS, key=place, value=key, allowed=_OF_MEMBERS,
                        do="Take it out.")  # fmt: skip
        elif not isinstance(value, str):
            yield Fault("must be a text", SETTINGS, key=f"{place}.{key}", value=str(value), do="Put it in quotes.")
    yield from _id_faults(f"{place}.id", str(member.get("id", "")), seen)


def _id_faults(place: str, id: str, seen: set[str]) -> Iterable[Fault]:
    rule = "It names a file: use 1 to 40 of a to z, 0 to 9, - and _, a letter or digit first."
    if not id:
        yield Fault("The member has no id", SETTINGS, key=place, do=rule)
    elif id in RESERVED:
        yield Fault("cannot be a member's id: Windows allows no file of this name", SETTINGS, key=place, value=id,
                    do="Give another.")  # fmt: skip
    elif not is_id(id):
        yield Fault("cannot be a member's id", SETTINGS, key=place, value=id, do=rule)
    elif id in seen:
        yield Fault("is the id of two members", SETTINGS, key=place, value=id, do="Give each their own.")


def _version_faults(found: Mapping, framework: Framework) -> Iterable[Fault]:
    version = str(found.get("version", framework.version))
    if version != framework.version:
        yield Fault(f"is not the version of {framework.id} that is here", SETTINGS, key="version", value=version,
                    allowed=(framework.version,), do="Check that the wording is the one that was rated.")  # fmt: skip


def write_settings(folder: Path, said: Mapping[str, str | bool], members: Iterable[Member]) -> None:
    """Write assessment.toml, whole or not at all.

    Empty texts and what is not asked for are left out, and an example stands for an empty team.
    """
    # One block a member even where a short one would fit on a line: people add more blocks below.
    blocks = "".join(f"\n[[members]]\n{_toml(asdict(member))}" for member in members)
    text = _toml({key: said.get(key, "") for key in _KEYS}) + (blocks or _ROSTER)
    write_whole(folder / SETTINGS, [encode(text)])


def _toml(said: Mapping[str, str | bool]) -> str:
    return tomli_w.dumps({key: text for key, text in said.items() if text})
