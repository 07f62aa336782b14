"""The parts of a workbook besides its sheets: which sheets there are, the shared texts, how styles show numbers."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from assesslib.readers.opening.bounds import MOST_CELL, MOST_SHEETS, MOST_STRINGS, refuse
from assesslib.readers.opening.values import shown_by_style, unescaped
from assesslib.readers.opening.xml_events import Attributes, Part, Unpacking

VISIBLE = "visible"
_NO = ("0", "false")
_COLOUR = ("rgb", "theme", "tint", "indexed")


@dataclass(frozen=True)
class Leaf:
    """A sheet of a workbook: its title, the part that holds it, and whether it is shown."""

    title: str
    part: str
    hidden: bool


class Relations(Part):
    """The parts that one part refers to: by their ids the kind and the path, from the root of the workbook.

    Those that stand outside the file are left out.
    """

    def __init__(self, home: str = ""):
        super().__init__()
        self.home = home
        self.found: dict[str, tuple[str, str]] = {}
        self.begins["Relationship"] = self._relation

    def _relation(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External" and len(self.found) < 10 * MOST_SHEETS:
            path = posixpath.normpath(posixpath.join("/", self.home, attributes.get("Target", "").replace("\\", "/")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (kind, path.lstrip("/"))

    def of(self, kind: str, otherwise: str = "") -> str:
        """The path of the first part of a kind."""
        return next((path for found, path in self.found.values() if found == kind), otherwise)


def relations(unpacking: Unpacking, part: str) -> Relations:
    """What a part refers to; nothing where it does not say."""
    home, name = posixpath.split(part)
    found, path = Relations(home), posixpath.join(home, "_rels", f"{name}.rels")
    if path in unpacking:
        unpacking.read(path, found)
    return found


class Book(Part):
    """The sheets of a workbook in their order, and where its dates begin."""

    def __init__(self, file: str):
        super().__init__()
        self._file = file
        self.from_1904 = False
        self.sheets: list[tuple[str, str, bool]] = []
        self.begins |= {"sheet": self._sheet, "workbookPr": self._settings}

    def _settings(self, attributes: Attributes) -> None:
        self.from_1904 = attributes.get("date1904", "0").lower() not in _NO

    def _sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) == MOST_SHEETS:
            refuse(self._file, f"The workbook has more than {MOST_SHEETS} sheets", "Keep those with answers.")
        relation = next((value for name, value in attributes.items() if name.endswith(" id")), "")
        hidden = attributes.get("state", VISIBLE) != VISIBLE
        self.sheets.append((attributes.get("name", ""), relation, hidden))

    def leaves(self, relations: Mapping[str, tuple[str, str]]) -> list[Leaf]:
        """The sheets that hold cells; a sheet that is a chart or a macro holds none."""
        parts = [(title, relations.get(relation, ("", "")), hidden) for title, relation, hidden in self.sheets]
        return [Leaf(title, path, hidden) for title, (kind, path), hidden in parts if kind == "worksheet"]


class Strings(Part):
    """The texts that cells share, in their order."""

    def __init__(self, file: str):
        super().__init__()
        self._file = file
        self._parts: list[str] = []
        self._size, self._spoken = 0, 0
        self.texts: list[str] = []
        self.begins |= {"si": self._begin, "t": self._open, "rPh": self._speak}
        self.ends |= {"si": self._end, "t": self._close, "rPh": self._spoke}

    def _begin(self, _: Attributes) -> None:
        self._parts, self._size = [], 0

    def _open(self, _: Attributes) -> None:
        self.taking = not self._spoken

    def _close(self) -> None:
        self.taking = False

    def _speak(self, _: Attributes) -> None:
        self._spoken += 1

    def _spoke(self) -> None:
        self._spoken -= 1

    def text(self, text: str) -> None:
        """Some of a text; how it is spoken (in Japanese) is no part of it."""
        self._parts.append(text)
        self._size += len(text)
        if self._size > MOST_CELL:
            refuse(self._file, f"A cell has more than the {MOST_CELL:,} characters that are read", "Shorten it.")

    def _end(self) -> None:
        self.texts.append(unescaped("".join(self._parts)))
        if len(self.texts) > MOST_STRINGS:
            refuse(self._file, f"The workbook holds more than {MOST_STRINGS:,} texts", "Divide the file.")


class Styles(Part):
    """How the styles of a workbook show numbers."""

    def __init__(self):
        super().__init__()
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._fills: list[str] = []
        self._filled: list[int] = []
        self._within = False
        self.begins |= {"numFmt": self._code, "cellXfs": self._open, "xf": self._style, "fill": self._fill,
                        "fgColor": self._colour}  # fmt: skip
        self.ends["cellXfs"] = self._close

    def _code(self, attributes: Attributes) -> None:
        self._codes.setdefault(_number(attributes.get("numFmtId", "")), attributes.get("formatCode", ""))

    def _open(self, _: Attributes) -> None:
        self._within = True

    def _close(self) -> None:
        self._within = False

    def _style(self, attributes: Attributes) -> None:
        if self._within:
            self._formats.append(_number(attributes.get("numFmtId", "")))
            self._filled.append(_number(attributes.get("fillId", "")))

    def _fill(self, _: Attributes) -> None:
        self._fills.append("")

    def _colour(self, attributes: Attributes) -> None:
        said = sorted((name, attributes[name]) for name in _COLOUR if name in attributes)
        white = any(value.upper() in ("FFFFFFFF", "00FFFFFF") for _, value in said)
        if self._fills and not white:
            self._fills[-1] = " ".join(f"{name}={value}" for name, value in said)

    @property
    def filled(self) -> tuple[str, ...]:
        """By the number of a style the colour of its cells, "" for none."""
        return tuple(self._fills[at] if at < len(self._fills) else "" for at in self._filled)

    @property
    def shown(self) -> tuple[str, ...]:
        """By the number of a style how it shows numbers."""
        return shown_by_style(self._formats, self._codes)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
