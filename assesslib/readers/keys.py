"""The key that a file gives to its numbers: “1 = Gap identified, …” beside a table, or a sheet of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from assesslib.framework import Framework
from assesslib.readers.layouts._naming import whole
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import RawSheet

_EDGE, _WIDE, _MOST, _LONGEST = 15, 40, 60, 1_000
"""Rows at either end of a table and columns that are looked at, rows of a sheet of a key, and letters of a cell."""
_MEANING = {"meaning", "means", "label", "description", "definition", "descriptor", "key", "scale"}
Pair = tuple[int, str]


def key_of(sheets: Sequence[RawSheet], read: Collection[str], framework: Framework) -> dict[int, str]:
    """By number the level, where a file says it of every level, and says nothing else anywhere.

    Parameters
    ----------
    sheets : sequence of RawSheet
        The sheets of a file.
    read : collection of str
        The places of those that hold answers: a key stands there in words beside the numbers, and not in columns.
    framework : Framework
        What was rated: the numbers of its levels follow each other, upwards or downwards.

    Examples
    --------
    >>> import pandas as pd
    >>> from assesslib.framework import load_framework
    >>> said = "1 = Doing well, 2 = Some success, 3 = Working towards, 4 = Gap identified"
    >>> sheet = RawSheet("a.csv", cells=pd.DataFrame([[said]], index=[1], dtype="str"))
    >>> key_of([sheet], [], load_framework("cdrp-dat-partnership"))
    {4: 'G', 3: 'W', 2: 'S', 1: 'D'}
    """
    pairs = {pair for sheet in sheets for pair in _pairs(sheet, sheet.place in read, framework)}
    found = {code: [number for number, level in pairs if level == code] for code in framework.codes}
    if any(len(numbers) != 1 for numbers in found.values()):
        return {}
    numbers = [one for one, in found.values()]
    steps = {after - before for before, after in zip(numbers, numbers[1:], strict=False)}
    return dict(zip(numbers, framework.codes, strict=True)) if steps in ({1}, {-1}) else {}


def _pairs(sheet: RawSheet, is_read: bool, framework: Framework) -> Iterator[Pair]:
    cells = sheet.cells.iloc[:, :_WIDE]
    rows = [*range(min(_EDGE, len(cells))), *range(max(_EDGE, len(cells) - _EDGE), len(cells))]
    for place in rows:
        for text in cells.iloc[place]:
            yield from _in_words(" ".join(text[:_LONGEST].split()), framework)
    if not is_read and len(cells) <= _MOST:
        yield from _in_columns(cells.itertuples(index=False, name=None), framework)


def _in_words(text: str, framework: Framework) -> Iterator[Pair]:
    """The numbers that stand beside labels with a sign between them."""
    if not re.search(r"\d", text):
        return
    for level in framework.levels:
        label, end = re.escape(level.label.rstrip(".")), r"(?=\s*(?:$|[;,.|)\n]|\d))"
        for found in re.finditer(rf"(?<![\w.,-])(\d{{1,2}})\s*[=:–—-]\s*{label}{end}", text, re.IGNORECASE):
            yield int(found[1]), level.code


def _in_columns(rows: Iterable[Sequence[str]], framework: Framework) -> Iterator[Pair]:
    """The numbers that stand before labels in columns of which one is headed Meaning or the like."""
    labels, headed = {bare(level.label): level.code for level in framework.levels}, False
    for row in rows:
        filled = [text.strip() for text in row if text.strip()]
        headed = headed or bool(_MEANING & {word for text in filled for word in bare(text).split()})
        numbers = [whole(text) for text in filled if whole(text).isdecimal()]
        codes = [labels[bare(text)] for text in filled if bare(text) in labels]
        if headed and len(numbers) == len(codes) == 1 and len(numbers[0]) < 3:
            yield int(numbers[0]), codes[0]
