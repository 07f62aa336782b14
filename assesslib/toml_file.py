"""Read a TOML file, or say why it cannot be read."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from assesslib.faults import Fault

MOST_BYTES = 2_000_000
_MOST_DEEP = 20

_PLAIN = {
    "Illegal character '\\n'": "a quote is not closed",
    "Unterminated string": "a quote is not closed",
    "Expected \"'": "a quote is not closed",
    "Expected '\"": "a quote is not closed",
    "Invalid hex value": "a backslash stands in a text; write it twice",
    "Unescaped '\\' in a string": "a backslash stands in a text; write it twice",
    "Unclosed array": "a square bracket is not closed",
    "Expected ']": "a square bracket is not closed",
    "Unclosed inline table": "a curly bracket is not closed",
    "Cannot overwrite a value": "a key stands twice",
    "Duplicate inline table key": "a key stands twice",
    "Cannot declare": "a heading stands twice",
    "Expected '=' after a key": "an equals sign is missing",
    "Expected newline or end of document": "something stands behind a value",
    "Invalid value": "a value is missing or has no quotes round it",
    "Invalid statement": "this is neither a key, a heading nor a remark",
    "Invalid initial character for a key part": "a key is missing",
    "Exceeds the limit": "a number is too long",
}
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class TomlFile(NamedTuple):
    """A TOML file as read: its data and text, or the faults that kept it from being read."""

    data: dict
    text: str
    faults: tuple[Fault, ...]


def read_toml(path: str | Path, most: int = MOST_BYTES) -> TomlFile:
    """A TOML file's data and text; where it cannot be read, one fault that says why and no data.

    Parameters
    ----------
    path : str or Path
        The file. UTF-8, with or without a byte order mark.
    most : int
        The largest size in bytes that is read at all.

    Examples
    --------
    >>> read_toml("nowhere.toml").faults[0].what
    'there is no such file'
    """
    fault = _unreadable(Path(path), most)
    if fault:
        return TomlFile({}, "", (fault,))
    try:
        raw = Path(path).read_bytes()
    except OSError as problem:
        what = f"the file cannot be read ({problem.strerror})"
        return TomlFile({}, "", (Fault(what, str(path), do="Close it elsewhere, or ask for access to it."),))
    return _parsed(raw, str(path))


def _unreadable(path: Path, most: int) -> Fault | None:
    if path.is_dir():
        return Fault("this is a folder, not a file", str(path), do="Name the file inside it.")
    if not path.exists():
        return Fault("there is no such file", str(path), do="Check the name and the folder.")
    if not path.is_file():
        return Fault("this is not a file", str(path), do="Name a TOML file.")
    size = path.stat().st_size
    if size > most:
        what = f"the file is {size / 1e6:.1f} MB, and at most {most / 1e6:g} MB is read"
        return Fault(what, str(path), do="Check that it is the right file.")
    return None


def _parsed(raw: bytes, file: str) -> TomlFile:
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
        data = tomllib.loads(text)
        return TomlFile({}, "", (_too_deep(file),)) if _depth_over(data, _MOST_DEEP) else TomlFile(data, text, ())
    except UnicodeDecodeError as problem:
        return TomlFile({}, "", (_not_utf8(raw, problem.start, file),))
    except RecursionError:
        return TomlFile({}, "", (_too_deep(file),))
    except ValueError as problem:
        return TomlFile({}, "", (_not_toml(text, str(problem), file),))


def _depth_over(data: dict, most: int) -> bool:
    layer = [data]
    for _ in range(most):
        layer = [part for node in layer for part in _inside(node)]
    return bool(layer)


def _inside(node: object) -> list:
    return list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []


def _too_deep(file: str) -> Fault:
    what = f"lists or tables stand inside one another more than {_MOST_DEEP} deep"
    return Fault(what, file, do="Check that it is the right file.")


def _not_utf8(raw: bytes, at: int, file: str) -> Fault:
    what = f"byte {at + 1} of the file (0x{raw[at]:02x}) is not UTF-8 text"
    return Fault(what, file, raw[:at].count(b"\n") + 1, do="Save the file again with the encoding UTF-8.")


def _not_toml(text: str, said: str, file: str) -> Fault:
    place = _AT.search(said)
    line = place and int(place[1] or text.count("\n") + 1)
    what = f"this is not TOML: {_plainly(_AT.sub('', said))}"
    return Fault(what, file, line, do="Look here and just above; quotes must be straight ones.")


def _plainly(said: str) -> str:
    return next((plain for start, plain in _PLAIN.items() if said.startswith(start)), said)
