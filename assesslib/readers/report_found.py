"""What an import found, for its report: files and their layouts, members by name, what the columns became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

import pandas as pd

from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.readers.mapping import USES
from assesslib.readers.result import ImportResult
from assesslib.words import many

MOST = 40
"""Members that the text of a report names."""
_COLUMNS, _WIDTH = 12, 110
"""Headings that the text names of each kind, and letters of a line of it."""
_NUMBER, _WORDING = "by number", "by wording"
_HOW = {
    **dict.fromkeys(("id", "id with wording", "number", "day", "order"), _NUMBER),
    **dict.fromkeys(("wording", "cut", "small edit", "like"), _WORDING),
    "mapping": "by the mapping", "accepted": "as accepted",
}  # fmt: skip
_OPEN = "not taken until you say so"


def files_read(result: ImportResult) -> pd.DataFrame:
    """By file or sheet what it was read as and how many responses it holds: ``file, layout, responses``."""
    places = result.people["place"].astype("str") if len(result.people) else pd.Series(dtype="str")
    rows = [(place, title, sum(one == place or one.startswith(f"{place}, column ") for one in places))
            for place, title in result.layouts]  # fmt: skip
    return pd.DataFrame(rows, columns=["file", "layout", "responses"])


def never_given(result: ImportResult) -> pd.DataFrame:
    """The levels of the scale that nobody gave, where anybody gave any: ``code, label``."""
    given = result.answers["level"][result.answers["state"] != "blank"] if len(result.answers) else ()
    used = set(pd.Series(given, dtype="object").unique())
    rows = [(level.code, level.label) for level in result.framework.levels if used and level.code not in used]
    return pd.DataFrame(rows, columns=["code", "label"])


def members_found(result: ImportResult) -> Iterator[str]:
    """Who answered, the first `MOST` by name; those whom the team knows apart from those who are new."""
    team = result.members
    new = set() if result.new is None else set(result.new)
    yield from _named("Members found", team[~team["id"].isin(new)])
    yield from _named("New members", team[team["id"].isin(new)])


def _named(title: str, team: pd.DataFrame) -> Iterator[str]:
    rows = team.to_dict("records")
    named = [_called(row) for row in rows if row["name"] or not _is_made(row["id"])]
    rest = [f"{len(rows) - len(named)} who gave no name"] if len(rows) > len(named) else []
    more = [f"{len(named) - MOST} more"] if len(named) > MOST else []
    if rows:
        yield _wrapped(f"{title}: {_and([*named[:MOST], *more, *rest], bool(more or rest))}.")


def _is_made(id: str) -> bool:
    """Whether an id is one that was made for somebody whom nothing names."""
    return id.startswith(("response-", "counted-"))


def _called(row: Mapping[str, str]) -> str:
    name = "" if row["name"].casefold() == row["id"] else row["name"]
    beside = ", ".join(filter(None, (name, row["organisation"])))
    return f"{row['id']} ({beside})" if beside else row["id"]


def _and(texts: list[str], last: bool) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if last and len(texts) > 1 else ", ".join(texts)


def columns_found(result: ImportResult) -> Iterator[str]:
    """What the columns became: who answered, items by the way in which they were told, and what is not taken."""
    rows = result.columns.to_dict("records")
    who = [f"{row['became']} from {_quoted(row)}" for row in rows if row["became"] in USES]
    left = [_quoted(row) for row in rows if row["became"] == "not taken" or _OPEN in row["became"]]
    parts = [_some(who), *_items(rows, result.framework), f"not taken: {_some(left)}" if left else ""]
    if any(parts):
        own = [row for row in rows if row["item"]] or rows
        kind = "Rows" if all(row["column"].startswith("row ") for row in own) else "Columns"
        yield _wrapped(f"{kind}: {'; '.join(filter(None, parts))}.")


def _items(rows: Sequence[Mapping[str, str]], framework: Framework) -> Iterator[str]:
    """How many columns were told to be items, and comments on them, by which way."""
    taken = [row for row in rows if row["item"] and _OPEN not in row["became"]]
    ways = Counter((row["became"].endswith(", comment"), _HOW.get(row["how"], _WORDING)) for row in taken)
    for comments, what in ((False, framework.item_term), (True, "comment")):
        own = [f"{many(count, what)} {way}" for (comment, way), count in ways.items() if comment is comments]
        if own:
            yield ", ".join(own)


def _quoted(row: Mapping[str, str]) -> str:
    return f"“{shorten(row['heading'], 40)}”"


def _some(texts: Iterable[str]) -> str:
    """The first of some texts, each once, and how many more there are."""
    once = list(dict.fromkeys(texts))
    more = [f"{len(once) - _COLUMNS} more"] if len(once) > _COLUMNS else []
    return _and([*once[:_COLUMNS], *more], bool(more))


def _wrapped(text: str) -> str:
    return "\n".join(wrap(text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False))
