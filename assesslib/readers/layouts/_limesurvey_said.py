"""What a heading of LimeSurvey says: code, question and rows, taken apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assesslib.readers.layouts._exports import closed

_CODE = r"[A-Za-z]\w*(?:\[[^\[\]\s]*\])*"
_CODED = re.compile(rf"(?P<code>{_CODE})(?:(?:\s*[.:]\s+|\s+-\s+)(?P<text>.+))?", re.DOTALL)
_PLACED = re.compile(r"\d+X\d+X\d+(?P<row>\w*)")
_GROUPED = re.compile(r"(G\d+)Q\d+")
_BESIDE = {"comment", "other", "kommentar", "commentaire", "comentario", "comentário", "commento", "opmerking",
           "komentarz", "sylw", "sonstiges", "autre", "otro", "anders", "altro", "outro", "inne"}  # fmt: skip
"""What stands in the brackets of a column that belongs to an answer: its comment, or what else was written."""
_LONGEST = 2_000
"""Letters of a heading that are looked at: more than any question has, and little enough to be taken apart."""


@dataclass(frozen=True)
class Parts:
    """A heading taken apart: its code and its wording, each as the question and the rows in brackets behind it."""

    code: str = ""
    code_rows: tuple[str, ...] = ()
    question: str = ""
    rows: tuple[str, ...] = ()

    @property
    def beside(self) -> bool:
        """Whether it is the comment on an answer, or what else was written, and no answer itself."""
        return any(row.casefold() in _BESIDE for row in (*self.code_rows[-1:], *self.rows[-1:]))


def parts_of(text: str, coded: bool = False) -> Parts:
    """Take a heading apart.

    Parameters
    ----------
    text : str
        The heading.
    coded : bool
        Whether the headings of this file have code and wording; else only a code with a digit or a row in brackets
        before a wording is taken for one, since a wording may begin with “Trust. ...”.

    Examples
    --------
    >>> parts_of("G01[SQ001]").code_rows, parts_of("G01Q01_SQ001").code_rows, parts_of("12X3X4SQ001").code_rows
    (('SQ001',), ('SQ001',), ('SQ001',))
    >>> parts_of("Q1[a]. How far? [Partners [all] trust us]")
    Parts(code='Q1', code_rows=('a',), question='How far?', rows=('Partners [all] trust us',))
    """
    whole = closed(text.strip()[:_LONGEST])
    if placed := _PLACED.fullmatch(whole):
        return Parts("", _split_end(placed["row"]))
    found = _CODED.fullmatch(whole)
    if not found or (found["text"] and not coded and not re.search(r"[\d\[]", found["code"])):
        return Parts("", (), *bracketed(whole))
    if found["text"] is None and not re.search(r"[\d\[_]", found["code"]) and not coded:
        return Parts(found["code"], (), whole)
    return Parts(*_coded(found["code"]), *(bracketed(found["text"]) if found["text"] else ("", ())))


def _coded(code: str) -> tuple[str, tuple[str, ...]]:
    base, *rows = re.findall(r"[^\[\]]+", code)
    if not rows and "_" in base.strip("_"):
        base, *rows = base.split("_")
    return base, tuple(part for row in rows for part in _split_end(row))


def _split_end(row: str) -> tuple[str, ...]:
    """A row's code, with the comment on it apart: ``SQ001comment``."""
    found = re.fullmatch(r"(.*?)_?(comment|other)", row, re.IGNORECASE)
    return tuple(filter(None, found.groups())) if found else tuple(filter(None, (row,)))


def bracketed(text: str) -> tuple[str, tuple[str, ...]]:
    """A question and the rows in brackets behind it; brackets within a row, or within the question, stay.

    Examples
    --------
    >>> bracketed("Rate [1-5] these [Roles][Local]"), bracketed("No row []"), bracketed("[1.1] Roles")
    (('Rate [1-5] these', ('Roles', 'Local')), ('No row', ()), ('[1.1] Roles', ()))
    """
    question, rows = text.strip(), ()
    while question.endswith("]") and (begin := _opening(question)) > 0:
        rows = (_uncut(question[begin + 1 : -1]), *rows)
        question = question[:begin]
    return _uncut(question), tuple(filter(None, rows))


def _opening(text: str) -> int:
    """Where the bracket opens that the last letter of a text closes; -1 if nowhere."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == "]") - (text[place] == "[")
        if not depth:
            return place
    return -1


def _uncut(text: str) -> str:
    """A wording with spaces for ``_``, and with the sign that others use where the tool has shortened it."""
    plain = text.strip()
    spaced = plain.replace("_", " ") if plain.count("_") > 2 and " " not in plain.rstrip(". ") else plain
    return re.sub(r"(?<!\.)\s*\.\.$", "…", spaced)


def said_of(parts: Parts, lone: bool) -> tuple[str, ...]:
    """What may name the item, the likeliest first: the row, the question where it is ``lone``, the same of the codes.

    Parameters
    ----------
    parts : Parts
        The heading, taken apart.
    lone : bool
        Whether no other answer stands under the same question.

    Examples
    --------
    >>> said_of(parts_of("Q1[SQ2comment]. Roles are clear [Comment]"), lone=False)
    ('Roles are clear comment', 'SQ2 comment')
    """
    texts = (*_named(parts.question, parts.rows, lone), *_named(parts.code, parts.code_rows, lone))
    ending = " comment" if parts.beside else ""
    return tuple(dict.fromkeys(text + ending for text in texts if text))


def _named(question: str, rows: tuple[str, ...], lone: bool) -> Iterable[str]:
    rows = tuple(row for row in rows if row.casefold() not in _BESIDE)
    yield from (rows[:1] and (" ".join(rows), rows[0]))
    if lone or not rows:
        yield question


def section_of(parts: Parts) -> str:
    """What a heading stands under: the question over a row, or the group that is in the code.

    Examples
    --------
    >>> [section_of(parts_of(text)) for text in ("Leadership [Roles are clear]", "G02Q01", "Q1")]
    ['Leadership', 'G02', '']
    """
    grouped = _GROUPED.match(parts.code)
    over = parts.question if parts.rows else parts.code if parts.code_rows else ""
    return over or (grouped[1] if grouped else "")
