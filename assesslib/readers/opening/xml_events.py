"""The XML within a workbook, read as a stream: no document type, no entity, no depth or length without an end."""

from collections.abc import Callable, Iterator, Mapping
from pyexpat import ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from assesslib.readers.opening.bounds import (
    MEGABYTE,
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_TOKEN,
    MOST_UNPACKED,
    refuse,
)  # fmt: skip

Attributes = Mapping[str, str]
_BAD_XML = "Open it in a spreadsheet, look whether all is there, and save it as a new .xlsx file."
_MOST_NAMES = 1000


class Part:
    """What is done with the elements of one part: by their names, without their namespaces.

    Attributes
    ----------
    begins, ends : dict
        What to call when an element of that name begins (with its attributes) and ends (with nothing).
    taking : bool
        Whether text is wanted now; `text` is called with it.
    """

    def __init__(self):
        self.begins: dict[str, Callable[[Attributes], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.taking = False

    def text(self, text: str) -> None:
        """Some of the text of an element."""


class Unpacking:
    """The parts of a workbook, unpacked piece by piece and counted, whatever its directory says of their size.

    Parameters
    ----------
    archive : ZipFile
        The workbook.
    file : str
        The file, as faults name it.
    """

    def __init__(self, archive: ZipFile, file: str):
        self._archive, self._file = archive, file
        self._left = MOST_UNPACKED
        self._parts = {_plain(info.filename): info for info in archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._parts)

    def read(self, name: str, part: Part) -> None:
        """Go through one part.

        Raises
        ------
        FaultsError
            The part goes beyond the bounds or declares entities.
        """
        info = self._parts[_plain(name)]
        self._check(info)
        with self._archive.open(info) as stream:
            parse(self._counted(iter(lambda: stream.read(MEGABYTE), b"")), part, self._file)

    def _check(self, info: ZipInfo) -> None:
        """Other methods than a spreadsheet's unpack without a bound."""
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            refuse(self._file, f"The part {info.filename} is packed in a way that no spreadsheet packs", _BAD_XML)
        if info.flag_bits & 1:
            refuse(self._file, "The workbook is locked with a password", "Open it, remove the password, save it.")
        if info.file_size > self._left:
            self._too_large()

    def _counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self._left -= len(chunk)
            if self._left < 0:
                self._too_large()
            yield chunk

    def _too_large(self) -> None:
        refuse(self._file, f"The workbook unpacks to more than the {MOST_UNPACKED // MEGABYTE:,} megabytes that are "
                           "read", "Delete what is no answer, or divide the file.")  # fmt: skip


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def parse(chunks: Iterator[bytes], part: Part, file: str) -> None:
    """Go through XML with the methods of a part.

    Raises
    ------
    FaultsError
        It declares a document type or goes beyond the bounds.
    ExpatError
        It is no XML.
    """
    parser, walk = ParserCreate(namespace_separator=" "), _Walk(part, file)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = walk.begin, walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = walk.doctype
    given = 0
    for chunk in chunks:
        parser.Parse(chunk, False)
        given += len(chunk)
        if given - max(parser.CurrentByteIndex, 0) > MOST_TOKEN or walk.elements > MOST_ELEMENTS:
            walk.bomb()
    parser.Parse(b"", True)


class _Walk:
    """Hands elements on to a part, and keeps count of them."""

    def __init__(self, part: Part, file: str):
        self._part, self._file = part, file
        self._begins, self._ends = _Local(part.begins), _Local(part.ends)
        self._depth = self.elements = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self.elements += 1
        if self._depth > MOST_DEPTH:
            self.bomb()
        call = self._begins[name]
        if call:
            call(attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        call = self._ends[name]
        if call:
            call()

    def text(self, text: str) -> None:
        if self._part.taking:
            self._part.text(text)

    def doctype(self, *_) -> None:
        refuse(self._file, "The workbook declares a document type, which no spreadsheet writes", _BAD_XML)

    def bomb(self) -> None:
        refuse(self._file, "The workbook is built to fill the memory, or damaged", _BAD_XML)


class _Local(dict):
    """By the name with its namespace what stands under the name without it."""

    def __init__(self, calls: Mapping[str, Callable]):
        super().__init__()
        self._calls = calls

    def __missing__(self, name: str) -> Callable | None:
        call = self._calls.get(name.rpartition(" ")[2])
        if len(self) < _MOST_NAMES:
            self[name] = call
        return call
