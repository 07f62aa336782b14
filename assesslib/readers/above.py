"""Who answered, where it stands above a table of one person's answers: “Name: Anna Smith”, “Organisation | Police”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.above_labels import LIKELY, OTHER, is_weaker, kind_of, named, without_name
from assesslib.readers.above_values import is_hint, is_value
from assesslib.readers.file_names import LABELLED, OF_ANOTHER
from assesslib.readers.layouts._naming import is_title, names_of
from assesslib.readers.matching.person_names import is_near
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, DROPPED, RawSheet, Responses, letter
from assesslib.readers.same_headings import heading_of
from assesslib.readers.somebody import is_somebody
from assesslib.readers.title_names import person_in
from assesslib.readers.who import column_of, is_nobody, is_weak

LAYOUTS = ("transposed", "ticks", "wide")
"""Tables that somebody made: only above these does anybody write a name."""
_ROWS, _CELLS, _FAR, _LONGEST = 20, 12, 3, 60
"""Rows above the answers that are looked at, cells that a row of labels has at most, columns from a label to what it
labels, and letters of a name."""
_NO_PERSON = {"confidential", "restricted", "official", "sensitive", "introduction", "instructions", "background",
              "overview", "cover", "page", "date", "notes", "guidance", "contents", "strictly", "private", "level",
              "levels", "scale", "evidence", "comments"}  # fmt: skip
_BODIES = {"partnership", "board", "council", "committee", "group", "team", "club", "framework", "forum", "service"}


@dataclass(frozen=True)
class _Over:
    """What stands above the answers: by column of its label what it says (field -> text); texts that stand alone."""

    said: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    alone: tuple[tuple[int, str], ...] = ()

    def of(self, first: int, last: int) -> dict[str, str]:
        """What the labels in some columns say; of two that say the same the first."""
        found: dict[str, str] = {}
        for at, fields in self.said.items():
            found |= {name: text for name, text in fields.items() if first <= at <= last and name not in found}
        halves = " ".join(filter(None, (found.pop("first", ""), found.pop("last", ""))))
        return ({"name": halves} if halves else {}) | found


def named_above(said: Responses, sheet: RawSheet, framework: Framework) -> Responses:
    """A table of one person's answers with what stands above it of them; tables beside each other likewise.

    Parameters
    ----------
    said : Responses
        What a sheet says; tables that several people filled in are left as they are.
    sheet : RawSheet
        The sheet, with what stands above the table.
    framework : Framework
        What was rated: the titles of its sections are nobody's name.

    Returns
    -------
    Responses
        With what labels above the table say of the person; what may be a name and has no label stands in ``over``, for
        a person to say.
    """
    if said.layout not in LAYOUTS or not len(said.people) or (len(said.people) > 1 and not _are_apart(said)):
        return said
    over = _over(sheet, said, framework)
    if len(said.people) == 1:
        return _one(said, over, sheet.place, framework)
    return _each(said, over, sheet, framework)


def _is_nameless(said: Responses, index: int) -> bool:
    return all(is_nobody(said.people.at[index, name]) for name in ("id", "name", "email"))


def _are_apart(said: Responses) -> bool:
    """Whether several columns hold answers and none of them says whose."""
    return said.turned and all(_is_nameless(said, index) for index in said.people.index)


def _one(said: Responses, over: _Over, place: str, framework: Framework) -> Responses:
    found = over.of(0, max(over.said, default=0))
    texts = dict.fromkeys(text for _, text in over.alone)
    index = said.people.index[0]
    heading = heading_of(said)
    if is_weaker(found) and is_somebody(heading, framework) and not _are_one(heading, named(found)["name"]):
        said, found = _kept(said, named(found)["name"], place), without_name(found)
    name = named(found).get("name")
    said = _unheaded(said, name, place, framework) if said.turned and name else said
    known = _filled(said, index, found, place)
    return known if not _is_nameless(known, known.people.index[0]) else replace(known, over=tuple(texts))


def _kept(said: Responses, name: str, place: str) -> Responses:
    """The answers of whom their heading names, though a label says otherwise of another kind of person."""
    fault = Fault("stands above the answers and was not taken for who gave them: they are headed with another name",
                  file=place, value=name, handled=True)  # fmt: skip
    return replace(said, faults=(*said.faults, fault))


def _unheaded(said: Responses, name: str, place: str, framework: Framework) -> Responses:
    """One person's answers without the name of their heading, for the labelled one; asked where both are names."""
    index = said.people.index[0]
    heading = said.people.at[index, "name"]
    bared = replace(said, people=said.people.assign(name=""))
    if is_nobody(heading) or _are_one(heading, name):
        return bared
    if person_in(heading, framework):
        fault = Fault(f"heads the answers, and the name that stands above them is {name}", file=place,
                      column=letter(index), value=heading,
                      do="Take the name of the one who did not give them out of the file.")  # fmt: skip
    else:
        fault = Fault(f"heads the answers and was not taken for who gave them: the name above them is {name}",
                      file=place, column=letter(index), value=heading, handled=True)  # fmt: skip
    return replace(bared, faults=(*said.faults, fault))


def _are_one(name: str, other: str) -> bool:
    """Whether two names may be one person's, one of them shortened."""
    words, others = set(bare(name).split()), set(bare(other).split())
    return words <= others or others <= words or is_near(name, other)


def _filled(said: Responses, index: int, found: Mapping[str, str], place: str) -> Responses:
    """The responses with what was found of one person where the table itself says nothing."""
    people = said.people.copy()
    said_of = named(found)
    taken = {name: text for name, text in said_of.items() if not people.at[index, name]}
    for name, text in taken.items():
        people.at[index, name] = text
    what = {"name": OF_ANOTHER} if OTHER in found and not {"name", LIKELY} & set(found) else {}
    told = tuple(Fault(what.get(name, LABELLED.format(name)), file=place, value=text, handled=True)
                 for name, text in taken.items())  # fmt: skip
    return replace(said, people=people, faults=(*said.faults, *told))


def _each(said: Responses, over: _Over, sheet: RawSheet, framework: Framework) -> Responses:
    """Tables beside each other, each with its own name above it; else that is to be settled in the file."""
    columns = list(said.people.index)
    starts = [0, *(at + 1 for at in columns[:-1])]
    found = [named(over.of(first, last)) | _alone(over, first, last)
             for first, last in zip(starts, columns, strict=True)]  # fmt: skip
    apart = [one.at for one in said.headings if one.use == ANSWER and not _are_alike(sheet, one.at, columns)]
    said = _without(said, apart, sheet.place, framework) if apart else said
    if not all(one.get("name") or one.get("email") for one in found):
        return replace(said, faults=(*said.faults, _unclear(sheet, columns)))
    for index, one in zip(columns, found, strict=True):
        said = _filled(said, index, one, sheet.place)
    return said


def _alone(over: _Over, first: int, last: int) -> dict[str, str]:
    """The one text that stands alone above a table, as its name."""
    texts = [text for at, text in over.alone if first <= at <= last]
    return {"name": texts[0]} if len(texts) == 1 and not named(over.of(first, last)).get("name") else {}


def _are_alike(sheet: RawSheet, row: int, columns: Sequence[int]) -> bool:
    """Whether tables beside each other have the same labels in a row."""
    starts = [0, *(at + 1 for at in columns[:-1])]
    blocks = [[text for at in range(first, last) if (text := sheet.cells.at[row, at].strip())]
              for first, last in zip(starts, columns, strict=True)]  # fmt: skip
    return all(not block or block == blocks[0] for block in blocks)


def _without(said: Responses, rows: Sequence[int], place: str, framework: Framework) -> Responses:
    why = "the tables beside each other name different things in it"
    headings = tuple(replace(one, use=DROPPED, why=why) if one.at in rows else one for one in said.headings)
    fault = Fault(f"Two tables stand beside each other, and from this row on they name other {framework.term(2)}",
                  file=place, row=rows[0],
                  do="The rows in which they differ are left out: put each table on a sheet of its own.")  # fmt: skip
    return replace(said, headings=headings, answers=said.answers.drop(columns=list(rows)),
                   faults=(*said.faults, fault))  # fmt: skip


def _unclear(sheet: RawSheet, columns: Sequence[int]) -> Fault:
    return Fault("Several columns hold answers, and nothing above them says whose", file=sheet.place,
                 column=listed(map(letter, columns)),
                 do="Write a member’s name above each of them, or put each table on a sheet of its own.")  # fmt: skip


def _over(sheet: RawSheet, said: Responses, framework: Framework) -> _Over:
    rows = [[(at, " ".join(text.split())) for at, text in cells.items() if text.strip()]
            for _, cells in _above(sheet, said)]  # fmt: skip
    # The last row above answers in a column heads them: nothing of it stands below a label.
    under = [*rows[1:-1], [], []] if said.turned else [*rows[1:], []]
    pairs = [pair for cells, below in zip(rows, under, strict=False) if len(cells) <= _CELLS
             for pair in _labelled(cells, dict(below))]  # fmt: skip
    sure = sorted(pairs, key=lambda one: is_weak(one[1]))
    fields: dict[int, dict[str, str]] = {}
    for at, label, text in sure:
        fields.setdefault(at, {}).setdefault(kind_of(label), text)
    single = [(at, name) for cells in rows for at, text in _singles(cells) if (name := _person(text, framework))]
    return _Over(fields, tuple(single))


def _above(sheet: RawSheet, said: Responses) -> Iterable:
    """The rows above the answers that are no headings of columns."""
    first = min((one.at for one in said.headings), default=0) if said.turned else int(said.people.index[0])
    heads = {} if said.turned else {one.at: one.text for one in said.headings if one.text}
    for row, cells in sheet.cells[sheet.cells.index < first].iloc[:_ROWS].iterrows():
        same = sum(bool(cells[at].strip()) and cells[at].strip() in text for at, text in heads.items())
        if same < 2:
            yield row, cells


def _labelled(cells: Sequence[tuple[int, str]], below: Mapping[int, str]) -> Iterable[tuple[int, str, str]]:
    """The labels of a row with what they label: “Name: Anna” in one cell, or Name and Anna in two."""
    taken = -1
    for (at, text), after in zip(cells, [*cells[1:], None], strict=True):
        label, colon, value = (part.strip() for part in text.partition(":"))
        if not column_of(label) or at == taken:
            continue
        if value and is_value(value, f"{label}:"):
            yield at, label, value
        elif not value and after and after[0] - at <= _FAR:
            under = (below.get(at, ""), below.get(after[0], ""))
            if is_value(after[1], label + colon, under):
                taken = after[0]
                yield at, label, after[1]


def _singles(cells: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """The cells of a row of which each stands alone: no other within a few columns."""
    near = [other[0] - one[0] <= 1 for one, other in zip(cells, cells[1:], strict=False)]
    return () if any(near) else cells


def _person(text: str, framework: Framework) -> str:
    """The person that a text may name: “Anna” alone, or “Ratings by Anna Smith”; "" where it is a title or a note."""
    words = bare(text).split()
    if len(text) > _LONGEST or ":" in text or is_hint(text) or is_title(text, names_of(framework)):
        return ""
    if set(words) & _NO_PERSON or any(word.isdecimal() for word in words) or column_of(text):
        return ""
    if bare(person_in(text, framework, several=True)).split() == words:
        return text
    return "" if set(words) & _BODIES else re.sub(r"['’]s$", "", person_in(text, framework))
