"""A long table: a row a rating, named by its columns; the toolkit's own, or headed Rater, Ref, Rating and the like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.ratings import COLUMNS
from assesslib.readers.layouts._again import without_again
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._naming import is_ref, names_of, namings
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import RawSheet
from assesslib.readers.who import field_of

NAME, TITLE = "long", "a long table, with a row for each rating"
NEEDED = {"member", "item", "level"}
WORDING = "wording"
"""A second column that names the item of a row."""
_CALLED = {
    "member": ("member", "rater", "respondent", "participant", "person", "assessor", "reviewer", "rated by", "who",
               "user", "respondent id", "rater id", "member id", "participant id"),
    "level": ("level", "rating", "score", "answer", "response", "grade", "judgement", "choice", "value",
              "rating given", "level given", "self assessment"),
    "comment": ("comment", "comments", "remark", "remarks", "note", "notes"),
    "facet": ("facet", "side"),
    "round": ("round",),
    "state": ("state",),
    "date": ("date",),
    "assessment": ("assessment",),
}  # fmt: skip
_NAMES = {said: name for name, texts in _CALLED.items() for said in texts}
_SEEN = 400
"""Rows that are looked at to tell whether a table headed in other words is one."""
_ABOVE, _SPACED = 10, ("member", "organisation", "role")
"""Rows in which the headings are looked for; columns whose texts are compared, whatever space stands about them."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a row names the columns of tidy ratings, or others of which the rows show that they are these."""
    return is_own(sheet) or _is_other(_headed(sheet), framework)


def is_own(sheet: RawSheet) -> bool:
    """Whether the row of headings names the columns as the toolkit writes them."""
    return set(_titles(_headed(sheet))) >= NEEDED


def _headed(sheet: RawSheet) -> RawSheet:
    """The sheet from its row of headings on: titles and instructions above it fill a cell or two."""
    tops = [place for place in range(min(_ABOVE, len(sheet.cells)))
            if sum(bool(text.strip()) for text in sheet.row(place)) >= len(NEEDED)]  # fmt: skip
    top = next(filter(lambda place: _heads(sheet.row(place)), tops), next(iter(tops), 0))
    return replace(sheet, cells=sheet.cells.iloc[top:]) if top else sheet


def _heads(texts: Sequence[str]) -> bool:
    """Whether a row heads a column of people and one of ratings; a title of several cells does not."""
    said = [text.strip().lower() for text in texts]
    return any(_of_people(text) for text in said) and any(_NAMES.get(bare(text)) == "level" for text in said)


def _of_people(title: str) -> bool:
    return _NAMES.get(bare(title)) == "member" or field_of(title) in ("name", "id", "email")


def _titles(sheet: RawSheet) -> list[str]:
    return [text.strip().lower() for text in sheet.row(0)]


def columns(sheet: RawSheet, framework: Framework) -> dict[str, int]:
    """By column of tidy ratings, and `WORDING`, the place in the sheet of what it is read from."""
    titles = _titles(_headed(sheet))
    if set(titles) >= NEEDED:
        return {name: titles.index(name) for name in COLUMNS if name in titles}
    found: dict[str, int] = {}
    for at, text in enumerate(titles):
        name = _called(text, framework)
        if name and name not in found:
            found[name] = at
        elif name == "item" and WORDING not in found:
            found[WORDING] = at
    return found


def _called(title: str, framework: Framework) -> str:
    words = bare(title)
    field = field_of(title)
    own = "member" if _of_people(title) else field if field in ("organisation", "role") else ""
    return _NAMES.get(words) or own or ("item" if words and is_ref(title, framework) else "")


def _is_other(sheet: RawSheet, framework: Framework) -> bool:
    """Whether people, items and ratings stand beside each other, and somebody in several rows."""
    found = columns(sheet, framework)
    called = [_called(text, framework) for text in _titles(sheet)]
    if not set(found) >= NEEDED or called.count("member") > 1 or called.count("level") > 1:
        return False
    body = sheet.cells.iloc[1 : 1 + _SEEN]
    members = body[found["member"]].str.strip()
    names = names_of(framework)
    # People may have numbers, which may be those of items too.
    named = namings([*sheet.row(0), *(text for text in members.unique() if not text.isdecimal())], names)
    texts = pd.concat([body[found[name]] for name in ("item", WORDING) if name in found])
    items = [one.item for one in namings(texts.unique(), names).values()]
    most = any(items) and 2 * sum(map(bool, items)) >= len(items)
    return (most and has_answers(body[found["level"]].unique(), framework) and members[members != ""].duplicated().any()
            and not any(one.sure for one in named.values()))  # fmt: skip


def rows(sheet: RawSheet, framework: Framework) -> list[tuple[int, dict[str, str]]]:
    """Every row with its number, by the columns of tidy ratings and `WORDING`; those it lacks are empty."""
    places = columns(sheet, framework)
    body, _ = _body(sheet)
    named = body[list(places.values())].set_axis(list(places), axis=1)
    named = named.assign(**{name: _spaced(named[name]) for name in _SPACED if name in named})
    texts = named.reindex(columns=[*COLUMNS, WORDING], fill_value="")
    return list(zip(map(int, texts.index), texts.to_dict("records"), strict=True))


def _spaced(texts: pd.Series) -> pd.Series:
    """Texts with single spaces, whatever stood between their words and about them."""
    return texts.map({text: " ".join(text.split()) for text in texts.unique()}).astype(texts.dtype)


def _body(sheet: RawSheet) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    headed = _headed(sheet)
    return without_again(headed.cells.iloc[1:], headed.row(0), sheet.place)


def told(sheet: RawSheet) -> tuple[Fault, ...]:
    """What is told of rows that hold the headings once more."""
    return _body(sheet)[1]


def strange(sheet: RawSheet, framework: Framework) -> list[str]:
    """Columns that are none of tidy ratings and hold text."""
    known, headed = columns(sheet, framework).values(), _headed(sheet)
    held = [at for at in headed.cells if (headed.cells[at].iloc[1:].str.strip() != "").any()]
    return [headed.row(0)[at] for at in held if at not in known]


def called(sheet: RawSheet, framework: Framework, names: Iterable[str]) -> dict[str, str]:
    """By column of tidy ratings what the sheet calls it."""
    places, titles = columns(sheet, framework), _headed(sheet).row(0)
    return {name: titles[places[name]].strip() for name in names if name in places}


def days(texts: pd.Series) -> pd.Series:
    """The days of a column that a spreadsheet may have written anew, like 2026-03-01; others as they are."""
    from assesslib.readers.matching.times import moments

    read = moments(texts).dt.strftime("%Y-%m-%d")
    return read.where(read.notna(), texts)
