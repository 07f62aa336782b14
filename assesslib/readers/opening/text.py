"""A text file's bytes -> its lines, whatever encoding they are in, without ever holding the whole of it."""

import codecs
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from assesslib.csvfile import BOM, decode
from assesslib.faults import Fault
from assesslib.readers.opening.bounds import MEGABYTE, MOST_LINE, refuse

_WIDE = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MORE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LOST = "\N{REPLACEMENT CHARACTER}"


class Lines:
    """The lines of a text file, each with its end, and in ``faults`` what was worked around so far.

    Examples
    --------
    >>> lines = Lines([b"a\\r", b"\\nb\\x00\\rcaf\\xe9\\n"], "a.csv")
    >>> list(lines), [fault.line for fault in lines.faults]
    (['a\\r\\n', 'b\\r', 'café\\n'], [2, 2])
    """

    def __init__(self, chunks: Iterable[bytes], file: str):
        self._chunks, self._file = chunks, file
        self._said: dict[str, Fault] = {}
        self._before = 0

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was worked around, each with the first line where it was."""
        return tuple(self._said.values())

    def __iter__(self) -> Iterator[str]:
        for text in self.texts():
            yield from lines_of(text)

    def texts(self) -> Iterator[str]:
        """The text in blocks of many lines."""
        return (self._text(block) for block in _blocks(_narrow(self._chunks), self._file))

    def _text(self, block: bytes) -> str:
        """A block's text. A mark counts only at the beginning of the file, or at that of a file put behind it."""
        inner = self._before > 0
        text, windows = decode(b"\n" + block if inner else block)
        text = text[inner:].replace(f"\n{BOM}", "\n").removeprefix(BOM)
        if windows:
            self._say("The text is not UTF-8; it was read as Windows text", windows - inner,
                      "Nothing is lost; save as “CSV UTF-8” another time.")  # fmt: skip
        text = self._checked(text)
        self._before += text.count("\n")
        return text

    def _checked(self, text: str) -> str:
        if _LOST in text:
            self._say("A character cannot be read; it stands as a question mark in a black square", _line(text, _LOST),
                      "Save the file as “CSV UTF-8” where it was made, if the text matters.")  # fmt: skip
        if "\0" in text:
            self._say("Null characters stand in the text; they were left out", _line(text, "\0"),
                      "Look whether the file was copied whole.")  # fmt: skip
        return text.replace("\0", "")

    def _say(self, what: str, line: int, do: str) -> None:
        self._said.setdefault(what, Fault(what, file=self._file, line=self._before + line, do=do, handled=True))


def lines_of(text: str) -> Iterable[str]:
    """The lines of a text by the ends that a table knows; the quicker way knows of more."""
    return io.StringIO(text, newline="") if any(end in text for end in _MORE_ENDS) else text.splitlines(keepends=True)


def _line(text: str, sign: str) -> int:
    return text.count("\n", 0, text.index(sign)) + 1


def chunks_of(file: io.BufferedIOBase) -> Iterator[bytes]:
    """The bytes of an open file, a few megabytes at a time."""
    return iter(lambda: file.read(4 * MEGABYTE), b"")


def _narrow(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same text in an encoding where a line end is one byte."""
    chunks = iter(chunks)
    first = next(chunks, b"")
    wide = wide_encoding(first)
    if not wide:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(wide)("replace")
    for chunk in chain([first], chunks):
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def wide_encoding(start: bytes) -> str:
    """The encoding of a text with two or four bytes a character, by its mark or by where its nulls stand, or "".

    Examples
    --------
    >>> wide_encoding("name".encode("utf-16")), wide_encoding("name".encode("utf-16-be")), wide_encoding(b"name")
    ('utf-16', 'utf-16-be', '')
    """
    marked = next((name for mark, name in _WIDE if start.startswith(mark)), "")
    if marked:
        return marked
    even, odd = start[:2000:2], start[1:2000:2]
    if odd.count(0) * 2 > len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) * 2 > len(even) and not odd.count(0) else ""


def _blocks(chunks: Iterable[bytes], file: str) -> Iterator[bytes]:
    """The same bytes in blocks that end where a line ends."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        end = rest.rfind(b"\n") + 1 or rest.rfind(b"\r", 0, len(rest) - 1) + 1
        if end:
            yield rest[:end]
            rest = rest[end:]
        elif len(rest) > MOST_LINE:
            refuse(file, f"A line is longer than {MOST_LINE // MEGABYTE} megabytes", "This is no table: look at it in a"
                   " text editor, or export it again.")  # fmt: skip
    if rest:
        yield rest
