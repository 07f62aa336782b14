"""The text of a form as lines and cells: what editors, web pages and PDFs put into it is taken out or made one."""

import html
import re
import unicodedata
from dataclasses import dataclass

LONGEST = 400_000
"""Characters that the text of a filled form may have: the worked example has under 20,000."""
TICK, BOX, BULLET = "✓", "☐", "•"
GRID, FLOW, BORDER = "grid", "flow", "border"
_BREAK, _GAP = "\x1f", "\x1e"
_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                                 "\u202f\u205f\u3000"), " ")  # fmt: skip
_NOTHING = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160), *map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e"
                                                                                "\ufe0f\ufeff")])  # fmt: skip
_ENDS = dict.fromkeys(map(ord, "\r\v\f\u2028\u2029"), "\n")
# What Word puts for symbols of its Wingdings fonts.
_FONTS = {0xF0FC: TICK, 0xF0FE: TICK, 0xF052: TICK, 0xF050: TICK, 0xF0A8: BOX, 0xF06F: BOX, 0xF071: BOX, 0xF0A3: BOX,
          0xF0B7: BULLET, 0xF0A7: BULLET, 0xF0D8: BULLET}  # fmt: skip
_CHARACTERS = _SPACES | _NOTHING | _ENDS | _FONTS
_TAGS = (
    (re.compile(r"<input\b[^<>]*\bchecked\b[^<>]*>", re.I), TICK),
    (re.compile(r"<input\b[^<>]*>", re.I), BOX),
    (re.compile(r"<li\b[^<>]*>", re.I), f"{_BREAK}{BULLET} "),
    (re.compile(r"</?(?:p|ul|ol)\b[^<>]*>", re.I), _GAP),
    (re.compile(r"<br\b[^<>]*>|</?div\b[^<>]*>", re.I), _BREAK),
    (re.compile(r"</?(?:b|strong|mark)\b[^<>]*>", re.I), "**"),
    (re.compile(r"</?(?:i|em|u|li|sup|sub|span|font|a|small|code)\b[^<>]*>", re.I), ""),
)
# Word copies a list with a tab between the bullet and its text.
_LISTED = re.compile(r"(?m)(^|[\t|]|\x1f)([ ]*[•·▪◦‣∙●])\t+(?=\S)")
_BORDER = frozenset("|+:=- \t")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Line:
    """A line of the text: its number from 1, its text, how it is made up, and its cells."""

    number: int
    text: str
    made: str = FLOW
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and where it ends in its text."""

    said: str
    end: int


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text with their cells; those that only draw a table are left out.

    Examples
    --------
    >>> [line.cells for line in lines_of("| 1 | <b>Some</b><br>text |\\n|---|---|\\n1\\t\N{NO-BREAK SPACE}x\\n")]
    [('1', '**Some**\\ntext'), ('1', 'x'), ('',)]
    """
    made = (_line(number, line) for number, line in enumerate(_cleaned(text).split("\n"), 1))
    return tuple(line for line in made if line.made != BORDER)


def _cleaned(text: str) -> str:
    clean = text.replace("\r\n", "\n").translate(_CHARACTERS)
    for tag, instead in _TAGS if "<" in clean else ():
        clean = tag.sub(instead, clean)
    return _LISTED.sub(r"\1\2 ", html.unescape(clean).translate(_SPACES))


def _line(number: int, text: str) -> Line:
    bare = text.strip()
    if ("---" in bare or "===" in bare) and _BORDER.issuperset(bare):
        return Line(number, "", BORDER)
    if bare.startswith("|") or bare.count(" | ") > 1:
        inner = bare.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        return Line(number, text.rstrip(), GRID, tuple(_cell(cell) for cell in re.split(r"(?<!\\)\|", inner)))
    return Line(number, text.rstrip(" "), FLOW, tuple(_cell(cell) for cell in text.split("\t")))


def _cell(text: str) -> str:
    paragraphs = ("\n".join(line.strip() for line in part.split(_BREAK)).strip() for part in text.split(_GAP))
    return "\n\n".join(filter(None, paragraphs))


def plain(text: str) -> str:
    """A text without the marks of Markdown.

    Examples
    --------
    >>> plain("## **1.** A \\\\_ line")
    '1. A _ line'
    """
    return _ESCAPED.sub(r"\1", re.sub(r"\*\*|__(?=\w)|(?<=\w)__", "", re.sub(r"^\s*#+\s+", "", text))).strip()


def words(text: str, most: int = 120) -> tuple[Word, ...]:
    """The first words of a text in small letters, without its punctuation.

    Examples
    --------
    >>> [word.said for word in words("Partners’ “own” ﬁgures - 2 years")]
    ['partners', 'own', 'figures', '2', 'years']
    """
    found = (match for match, _ in zip(_WORD.finditer(text), range(most), strict=False))
    return tuple(Word(unicodedata.normalize("NFKC", match[0]).casefold(), match.end()) for match in found)


def said(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.said for word in words(text))


def joined(lines: list[str]) -> str:
    """Lines of one paragraph as one line: a word parted at its hyphen has no space there.

    Examples
    --------
    >>> joined(["joined-", "up services", "for all"])
    'joined-up services for all'
    """
    parts: list[str] = []
    for line in filter(None, (line.strip() for line in lines)):
        parts += [line] if not parts or re.search(r"\w-$", parts[-1][-2:]) else [" ", line]
    return "".join(parts)
