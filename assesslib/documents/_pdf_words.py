"""Texts as the pages of a PDF can show them: in letters that a font has, in lines that fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from assesslib.charts._style import width_of
from assesslib.documents._text import paragraphs, spelled

_FAMILY = "DejaVuSans"
_FACES = ("", "-Bold", "-Oblique", "-BoldOblique")
_BREAK = "\N{ZERO WIDTH SPACE}"
_UNBROKEN = re.compile(r"(?i)[^aeiouy]{5,}|[aeiouy]{4,}")
"""Letters in a row that no rule of hyphenation parts."""
_NEVER_DRAWN = {"Cf", "Zs"}
_FORBIDDEN = {"\N{ZERO WIDTH NO-BREAK SPACE}"}
"""What PDF/UA-1 does not allow in a text."""
_ENDS = ".,;:!?()“”‘’\"'"
_SIGN = re.compile(r"(?<=[_/\\.@&=?-])(?=.)")
"""Behind which signs of a file's name or an address it may be parted."""
_LONG, _PIECE = 30, 5.5
"""Letters from which a word is no word, and height of letters beside each other that hold a piece of a parted one."""


def bundled() -> tuple[Path, ...]:
    """The font files that every installation has: those that draw the charts."""
    from matplotlib import get_data_path

    return tuple(Path(get_data_path(), "fonts", "ttf", f"{_FAMILY}{face}.ttf") for face in _FACES)


def other_fonts(text: str) -> tuple[Path, ...]:
    """Fonts of this machine for what the bundled ones lack; none for a text in Latin, Greek, Cyrillic or Arabic."""
    lacking = frozenset(_drawn(text)) - _letters(bundled()[0])
    return tuple(_found(lacking)) if lacking else ()


def _drawn(text: str) -> Iterator[str]:
    return (letter for letter in text if letter not in "\n\t" and unicodedata.category(letter) not in _NEVER_DRAWN)


def _found(lacking: frozenset[str]) -> Iterator[Path]:
    from matplotlib.font_manager import fontManager

    for path in sorted({Path(font.fname) for font in fontManager.ttflist}):
        has = lacking & _letters(path) if "LastResort" not in path.name else frozenset()
        if has:
            lacking = lacking - has
            yield path


@cache
def _letters(path: Path) -> frozenset[str]:
    """The characters that a font can draw; none where it cannot be read."""
    from matplotlib.ft2font import FT2Font

    try:
        return frozenset(map(chr, FT2Font(str(path)).get_charmap()))
    except (OSError, RuntimeError):
        return frozenset()


def drawable(text: str, fonts: Iterable[Path]) -> str:
    """A text with each character that none of the fonts has spelled out: by its name or its number."""
    has = frozenset().union(*map(_letters, fonts))
    lacking = (set(_drawn(text)) - has) | _FORBIDDEN
    return "".join(_said(letter) if letter in lacking else letter for letter in text)


def _said(letter: str) -> str:
    """A sign or an emoji by its name, a letter by its number."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter)[0] == "S" else ""
    return f"[{name.lower()}]" if name else spelled(letter)


def fitted_lines(text: str, wide: float, size: float) -> list[str]:
    """The lines of a text; a word wider than ``wide`` inches may be parted where no hyphen can part it: behind a sign
    like _ or /, and anywhere where what stands between two signs is too wide itself.

    Examples
    --------
    >>> fitted_lines("a responsibility\\tand more", 1.0, 9.0)
    ['a responsibility    and more']
    >>> fitted_lines("xxxxxxxxxxx", 0.8, 9.0)[0].count("\\N{ZERO WIDTH SPACE}")
    10
    >>> fitted_lines("minutes_of_the_board.docx", 1.0, 9.0)[0].split("\N{ZERO WIDTH SPACE}")
    ['minutes_', 'of_', 'the_', 'board.', 'docx']
    """
    return [" ".join(_parted(word, wide, size) for word in line.expandtabs(4).split(" ")) for line in paragraphs(text)]


def hyphenated(text: str, wide: float, size: float) -> bool:
    """Whether a text has a word that hyphens make fit into ``wide`` inches.

    Examples
    --------
    >>> hyphenated("a responsibility", 1.5, 9.0), hyphenated("a responsibility", 0.8, 9.0)
    (False, True)
    """
    return any(_too_wide(word, wide, size) and _has_pieces(word, wide, size) for word in text.split())


def _parted(word: str, wide: float, size: float) -> str:
    if not _too_wide(word, wide, size) or _has_pieces(word, wide, size):
        return word
    pieces = _SIGN.split(word)
    return _BREAK.join(_BREAK.join(piece) if _too_wide(piece, wide, size) else piece for piece in pieces)


def _too_wide(word: str, wide: float, size: float) -> bool:
    """Whether a word leaves its place; a long one is measured as far as it takes to know."""
    # No letter is wider than it is high, so that most words need not be measured.
    if len(word) * size / 72 <= wide:
        return False
    pieces = (word[start : start + _LONG] for start in range(0, len(word), _LONG))
    return any(reached > wide for reached in accumulate(width_of(piece, size, "bold") for piece in pieces))


def _has_pieces(word: str, wide: float, size: float) -> bool:
    """Whether rules of hyphenation are sure to part a word into pieces that fit."""
    plain = word.strip(_ENDS)
    known = plain.isalpha() and not plain.isupper() and len(plain) < _LONG and not _UNBROKEN.search(plain)
    return known and wide >= _PIECE * size / 72
