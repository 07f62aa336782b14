"""A long table: a row a rating, named by its columns; the toolkit's own, or headed Rater, Ref, Rating and the like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.ratings import COLUMNS
from assesslib.readers.layouts._again import without_again
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._long_heads import NEEDED, WORDING, are_several, is_head, lacking, places
from assesslib.readers.layouts._long_rows import carried
from assesslib.readers.layouts._naming import names_of, namings
from assesslib.readers.records import RawSheet

NAME, TITLE = "long", "a long table, with a row for each rating"
_SEEN = 400
"""Rows that are looked at to tell whether a table headed in other words is one."""
_ABOVE, _SPACED = 10, ("member", "organisation", "role")
"""Rows in which the headings are looked for; columns whose texts are compared, whatever space stands about them."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a row names the columns of tidy ratings, or others of which the rows show that they are these."""
    return is_own(sheet, framework) or _is_other(_headed(sheet, framework), framework)


def is_own(sheet: RawSheet, framework: Framework) -> bool:
    """Whether the row of headings names the columns as the toolkit writes them."""
    return set(_titles(_headed(sheet, framework))) >= NEEDED


def _headed(sheet: RawSheet, framework: Framework) -> RawSheet:
    """The sheet from its row of headings on: titles and instructions above it fill a cell or two."""
    tops = [place for place in range(min(_ABOVE, len(sheet.cells)))
            if sum(bool(text.strip()) for text in sheet.row(place)) >= len(NEEDED)]  # fmt: skip
    heads = (place for likely in (False, True) for place in tops if is_head(sheet.row(place), framework, likely))
    top = next(heads, next(iter(tops), 0))
    return replace(sheet, cells=sheet.cells.iloc[top:]) if top else sheet


def _titles(sheet: RawSheet) -> list[str]:
    return [text.strip().lower() for text in sheet.row(0)]


def columns(sheet: RawSheet, framework: Framework) -> dict[str, int]:
    """By column of tidy ratings, and `WORDING`, the place in the sheet of what it is read from."""
    return _columns(_headed(sheet, framework), framework)


def _columns(headed: RawSheet, framework: Framework) -> dict[str, int]:
    return places(_titles(headed), headed.cells.iloc[1 : 1 + _SEEN], names_of(framework))


def lacks(sheet: RawSheet, framework: Framework) -> tuple[str, int]:
    """What keeps a table with a row for each rating from being read (see `lacking`), and the row of its headings."""
    headed = _headed(sheet, framework)
    missing = lacking(_titles(headed), headed.cells.iloc[1 : 1 + _SEEN], names_of(framework))
    return missing, int(headed.cells.index[0]) if missing else 0


def _is_other(sheet: RawSheet, framework: Framework) -> bool:
    """Whether people, items and ratings stand beside each other, and somebody in several rows."""
    found = _columns(sheet, framework)
    if not set(found) >= NEEDED or are_several(_titles(sheet), framework):
        return False
    body = carried(sheet.cells.iloc[1 : 1 + _SEEN], found, sheet.place)[0]
    members = body[found["member"]].str.strip()
    names = names_of(framework)
    # People may have numbers, which may be those of items too.
    known = namings([*sheet.row(0), *(text for text in members.unique() if not text.isdecimal())], names)
    texts = pd.concat([body[found[name]] for name in ("item", WORDING) if name in found])
    items = [one.item for one in namings(texts.unique(), names).values()]
    most = any(items) and 2 * sum(map(bool, items)) >= len(items)
    return (most and has_answers(body[found["level"]].unique(), framework) and members[members != ""].duplicated().any()
            and not any(one.sure for one in known.values()))  # fmt: skip


def rows(sheet: RawSheet, framework: Framework) -> list[tuple[int, dict[str, str]]]:
    """Every row with its number, by the columns of tidy ratings and `WORDING`; those it lacks are empty."""
    found = columns(sheet, framework)
    body, _ = _body(sheet, framework)
    named = body[list(found.values())].set_axis(list(found), axis=1)
    named = named.assign(**{name: _spaced(named[name]) for name in _SPACED if name in named})
    texts = named.reindex(columns=[*COLUMNS, WORDING], fill_value="")
    return list(zip(map(int, texts.index), texts.to_dict("records"), strict=True))


def _spaced(texts: pd.Series) -> pd.Series:
    """Texts with single spaces, whatever stood between their words and about them."""
    return texts.map({text: " ".join(text.split()) for text in texts.unique()}).astype(texts.dtype)


def _body(sheet: RawSheet, framework: Framework) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    headed = _headed(sheet, framework)
    once, again = without_again(headed.cells.iloc[1:], headed.row(0), sheet.place)
    body, below = carried(once, _columns(headed, framework), sheet.place)
    return body, (*again, *below)


def told(sheet: RawSheet, framework: Framework) -> tuple[Fault, ...]:
    """What is told of rows that hold the headings once more, and of cells that count for those below them."""
    return _body(sheet, framework)[1]


def strange(sheet: RawSheet, framework: Framework) -> list[str]:
    """Columns that are none of tidy ratings and hold text."""
    known, headed = columns(sheet, framework).values(), _headed(sheet, framework)
    held = [at for at in headed.cells if (headed.cells[at].iloc[1:].str.strip() != "").any()]
    return [headed.row(0)[at] for at in held if at not in known]


def called_in(sheet: RawSheet, framework: Framework, names: Iterable[str]) -> dict[str, str]:
    """By column of tidy ratings what the sheet calls it."""
    found, titles = columns(sheet, framework), _headed(sheet, framework).row(0)
    return {name: titles[found[name]].strip() for name in names if name in found}
