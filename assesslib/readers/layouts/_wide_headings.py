"""The columns of a table with a row for each member: who answered and when, what was rated, and what is left out."""

from collections.abc import Sequence

import pandas as pd

from assesslib.readers.layouts._across import Across
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._partners import named_partners
from assesslib.readers.layouts._table_words import figures, is_note
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, DROPPED, WHO, Heading, letter
from assesslib.readers.who import column_of, field_of, is_weak

_NUMBERS = {"", "no", "nr", "id", "row", "index", "s no", "sl no", "unnamed 0", "n", "number", "rowid"}
_WHEN = {
    "submitted": ("date", "timestamp", "submitted", "submitted at", "submission date", "completed", "date completed",
                  "completion date", "completed on", "time", "date submitted", "datum", "dyddiad", "end time"),
    "started": ("started", "start time", "start date", "started at"),
}  # fmt: skip
_TIMES = {text: use for use, texts in _WHEN.items() for text in texts}
NO_HEADING = "no heading stands above it"


def wide_headings(table: Across) -> tuple[Heading, ...]:
    """Every column with its use."""
    texts = [head[0] for head in table.heads]
    drawn = figures(text for at, text in enumerate(texts) if at not in table.items and text)
    plain = [_heading(table, at, texts[at] in drawn) for at in range(len(texts))]
    known = _named(named_partners(plain, table.body), table)
    return tuple(_commented(_once(_numbered(known, table), table), table))


def _heading(table: Across, at: int, is_figure: bool) -> Heading:
    text = table.heads[at][0]
    field = column_of(text)
    if field and at not in table.items or field in WHO:
        return Heading(at, text, use="name" if field in ("first", "last") else field)
    if not text:
        return Heading(at, text, use=DROPPED, why=NO_HEADING if _filled(table.body[at]) else "it is empty")
    if is_figure and at not in table.items:
        return Heading(at, text, use=DROPPED, why="figures drawn from the answers")
    if bare(text) in _TIMES:
        return Heading(at, text, use=_TIMES[bare(text)])
    said = dict.fromkeys(one for head in table.heads[at] for one in (head, whole(head)))
    return Heading(at, " ".join(table.heads[at]), tuple(said), section=table.groups[at])


def _filled(texts: pd.Series) -> bool:
    return any(text.strip() for text in texts.unique())


def _named(headings: Sequence[Heading], table: Across) -> list[Heading]:
    """With the first column taken for the names where it holds texts under no heading and no other holds names."""
    if any(one.use in ("name", "email", "id") for one in headings):
        return list(headings)
    first = next((one for one in headings if one.why != "it is empty"), None)
    if first is None or first.text or _counts(table.body[first.at]):
        return list(headings)
    return [Heading(one.at, "", use="name") if one is first else one for one in headings]


def _numbered(headings: Sequence[Heading], table: Across) -> list[Heading]:
    """With a column of an id told apart from one that only counts the rows."""
    known = any(one.use in ("name", "email", "id") for one in headings)
    return [_number(one, table, known) if one.at not in table.items else one for one in headings]


def _number(one: Heading, table: Across, known: bool) -> Heading:
    if bare(one.text) not in _NUMBERS or one.use not in (ANSWER, DROPPED) or one.why == "it is empty":
        return one
    counts = _counts(table.body[one.at])
    if counts and (known or bare(one.text) != "id"):
        return Heading(one.at, one.text, use=DROPPED, why="the number of the row")
    return Heading(one.at, one.text, use="id") if bare(one.text) == "id" else one


def _counts(texts: pd.Series) -> bool:
    """Whether the cells of a column count the rows, from 0 or 1."""
    given = [whole(text.strip()) for text in texts.iloc[:200] if text.strip()]
    whole_numbers = all(text.isascii() and text.isdecimal() for text in given)
    return bool(given) and whole_numbers and [int(text[:9]) for text in given] in (
        list(range(len(given))), list(range(1, len(given) + 1)))  # fmt: skip


def _once(headings: Sequence[Heading], table: Across) -> list[Heading]:
    """With one column for each thing that is known of a person: the surest that holds anything; two for two names."""
    taken: dict[str, int] = {}
    for one in sorted(headings, key=lambda one: bool(one.text) and is_weak(one.text)):
        key = _part(one)
        if one.use in WHO and key not in taken and _filled(table.body[one.at]):
            taken = {**taken, key: one.at}
    whole_name = "name" in taken
    return [_first(one, taken, whole_name) for one in headings]


def _part(one: Heading) -> str:
    field = field_of(one.text)
    return field if field in ("first", "last") else one.use


def _first(one: Heading, taken: dict[str, int], whole_name: bool) -> Heading:
    part = _part(one)
    if one.use not in WHO or (taken.get(part, one.at) == one.at and not (whole_name and part in ("first", "last"))):
        return one
    at = taken["name"] if part in ("first", "last") and whole_name else taken[part]
    return Heading(one.at, one.text, use=DROPPED, why=f"the {one.use} stands in column {letter(at)}")


def _commented(headings: Sequence[Heading], table: Across) -> list[Heading]:
    """With “Comment” to the right of several items, and nowhere else, told as the comment on each of them."""
    bare_notes = [one.at for one in headings if one.use == ANSWER and one.at not in table.items and is_note(one.text)]
    beside = len(bare_notes) > 1 and all(at - 1 in table.items for at in bare_notes)
    by_place = {one.at: one for one in headings}
    return [_comment(one, by_place[one.at - 1]) if beside and one.at in bare_notes else one for one in headings]


def _comment(one: Heading, item: Heading) -> Heading:
    return Heading(one.at, one.text, (f"{item.said[0]} comment", one.text), section=one.section)
