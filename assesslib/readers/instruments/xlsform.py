"""An XLSForm: groups are sections, the questions that share the list of answers are items, that list is the scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assesslib.faults import Fault
from assesslib.framework.records import Prompt
from assesslib.readers.instruments import xlsform_types as types
from assesslib.readers.instruments.records import (
    ITEM,
    LEFT_OUT,
    NOTE,
    PROMPT,
    QUESTION,
    SECTION,
    Found,
    Node,
    Trace,
    Wishes,
)
from assesslib.readers.instruments.tables import size_faults
from assesslib.readers.instruments.xlsform_rows import Form, read_form
from assesslib.readers.instruments.xlsform_scale import answers_of
from assesslib.readers.instruments.xlsform_walk import MOST_OPEN, Group, Here, lays_out, open_groups, rows_here
from assesslib.readers.records import RawSheet
from assesslib.readers.who import field_of, plain

KIND = "xlsform"
MOST_PIECES = 40_000
"""What a form may hold at most: a matrix multiplies its rows by its columns."""
_COMMENT = {"comment", "comments", "remark", "remarks", "note", "notes"}
_PROMPTS = {
    "strengths": "strength",
    "strength": "strength",
    "our strengths": "strength",
    "areas for improvement": "area",
    "area for improvement": "area",
    "weaknesses": "area",
}
_WHO = "it asks who answers, which is asked anyway"
_SETTINGS = {"form_title": "title", "title": "title", "version": "version", "form_id": "id", "id_string": "id",
             "default_language": "language"}  # fmt: skip
Piece = Node | Trace | Fault | Prompt


def read_xlsform(sheets: Sequence[RawSheet], wishes: Wishes) -> Found:
    """What the sheets of an XLSForm hold of an instrument."""
    form = read_form(sheets, wishes)
    answers = answers_of(form, wishes)
    stacks = open_groups(form)
    found = ((place, one) for place, here in enumerate(rows_here(form, answers, stacks)) for one in _pieces(here))
    pieces = list(islice(found, MOST_PIECES))
    prompts = {one.kind: one for _, one in reversed(pieces) if isinstance(one, Prompt)}
    settings = form.settings[0].get if form.settings else lambda *columns: ""
    return Found(
        KIND,
        _placed(pieces),
        answers.scale.levels,
        title=settings("form_title", "title"),
        ref=settings("form_id", "id_string"),
        version=settings("version"),
        item_term="question",
        prompts=tuple(reversed(prompts.values())),
        traces=(*_only(pieces, Trace), *answers.scale.traces, *_settings_traces(form)),
        faults=(
            *form.faults,
            *_only(pieces, Fault),
            *_unclosed(form, stacks[-1]),
            *_too_many(form, pieces),
            *size_faults(sheets),
        ),
        scale_faults=answers.scale.faults,
    )


def _too_many(form: Form, pieces: Sequence[tuple[int, Piece]]) -> Iterator[Fault]:
    if len(pieces) == MOST_PIECES:
        what = f"The form asks more than {MOST_PIECES} things"
        yield Fault(what, form.survey[0].spot.file, do="Check that it is the right file.")


def _only(pieces: Sequence[tuple[int, Piece]], kind: type) -> list:
    return [one for _, one in pieces if isinstance(one, kind)]


def _placed(pieces: Sequence[tuple[int, Piece]]) -> tuple[Node, ...]:
    """The nodes; what each stands under by its place among them instead of its place in the survey."""
    nodes = [(row, one) for row, one in pieces if isinstance(one, Node)]
    at = {row: place for place, (row, _) in reversed(list(enumerate(nodes)))}
    return tuple(replace(one, under=None if one.under is None else at[one.under]) for _, one in nodes)


def _unclosed(form: Form, open_: tuple[Group, ...]) -> Iterator[Fault]:
    for group in open_:
        yield group.line.spot.fault("The group is not ended; it was taken to end with the form", handled=True,
                                    do="Add the missing row “end group” where it ends.")  # fmt: skip


def _settings_traces(form: Form) -> Iterator[Trace]:
    for line in form.settings:
        for column, text in line.cells.items():
            became = _SETTINGS.get(column) if line is form.settings[0] else None
            if text:
                why = "" if became else "it is a setting of the tool"
                yield Trace(line.spot, f"{column}: {text}", became or LEFT_OUT, why)


def _pieces(here: Here) -> Iterator[Piece]:
    """What one row of the survey is."""
    said = {types.BEGIN: _begin, types.END: _end, types.SELECT: _select, types.SCORE_ROW: _select,
            types.NOTE_ROW: _note, types.TEXT_ROW: _words}  # fmt: skip
    if here.line.disabled:
        yield here.left_out("it is disabled in the form")
    elif here.kind.kind in said:
        yield from said[here.kind.kind](here)
    else:
        yield here.left_out(types.why_left_out(here.line.get("type")))


def _begin(here: Here) -> Iterator[Piece]:
    """A group opens: a section where it has a title, unless it only lays out questions."""
    if here.text and lays_out(here.line, here.kind, here.groups):
        yield here.node(NOTE, here.text, why="the question above a table")
    elif here.text:
        again = "a group that the form asks several times is asked once"
        yield here.node(SECTION, here.text, why=again if here.kind.name == "repeat" else "")
    else:
        yield here.left_out("it has no title of its own")
    if len(here.groups) >= MOST_OPEN:
        what = f"Groups stand inside one another more than {MOST_OPEN} deep"
        yield here.line.spot.fault(what, do="Check that it is the right file.")


def _end(here: Here) -> Iterator[Piece]:
    if here.groups:
        yield Trace(here.line.spot, here.line.said, "the end of a group")
    else:
        yield here.left_out("no group is open here")


def _select(here: Here) -> Iterator[Piece]:
    """A question with one answer: an item where its answers are the scale."""
    line, group = here.line, here.groups[-1] if here.groups else None
    name = here.kind.name or (group.line.get("kobo--score-choices") if group else "")
    if line.heads_table:
        yield here.left_out("it only shows the answers above a table")
    elif field_of(here.text):
        yield here.left_out(_WHO)
    elif name not in here.answers.chosen:
        yield here.left_out(f"its answers, the list {name}, are not the scale" if name else "it names no answers")
    elif group and group.line.get("kobo--matrix_list"):
        yield from _matrix(here, group)
    elif here.text:
        yield here.node(ITEM, here.text, name=line.get("name"), why=_beside(here))
        yield from _filled_in(here)
    else:
        yield here.left_out("it has no wording")
        yield line.spot.fault("The question has no wording", do="Write its label, or take the row out.")


def _beside(here: Here) -> str:
    """What an item also has in the form, which is left out."""
    also = (
        here.kind.other and "“other” is no level",
        here.line.get("hint", f"hint::{here.form.language.lower()}") and "its hint was left out",
        here.line.get("relevant") and "the form asks it only under a condition",
    )
    return "; ".join(filter(None, also))


def _filled_in(here: Here) -> Iterator[Fault]:
    if "${" in here.text:
        yield here.line.spot.fault("holds a word that the form fills in", value=here.text, handled=True,
                                   do="It stays as it is; put it right in the framework.")  # fmt: skip


def _matrix(here: Here, group: Group) -> Iterator[Piece]:
    """A column of a matrix: one item for each of the matrix's rows."""
    rows = here.answers.lists.get(group.line.get("kobo--matrix_list"), ())
    said = f"{len(rows)} items, one for each row of the matrix"
    yield Trace(here.line.spot, here.text or here.line.said, said)
    for row in rows:
        parts = (group.line.get("name"), row.get("name", "value"), here.line.get("name"))
        text = ": ".join(filter(None, (row.label(here.form.language), here.text)))
        node = here.node(ITEM, text, name="_".join(filter(None, parts)), why="a row of a matrix with its column")
        yield replace(node, spot=row.spot)


def _note(here: Here) -> Iterator[Piece]:
    if here.text:
        yield here.node(NOTE, here.text)
        yield from _filled_in(here)
    else:
        yield here.left_out("it has no wording")


def _words(here: Here) -> Iterator[Piece]:
    """A question answered in words: who answers, a comment on an item, a prompt for notes, or a question."""
    text, name, said = here.text, here.line.get("name"), plain(here.text)
    stem, _, last = name.rpartition("_")
    if not text:
        yield here.left_out("it has no wording")
    elif field_of(text) or field_of(name.replace("_", " ")):
        yield here.left_out(_WHO)
    elif (last.lower() in _COMMENT and stem in here.items) or (said in _COMMENT and here.after_item):
        yield Prompt("comment", text, "item")
        yield Trace(here.line.spot, text, "a prompt for notes, comment, of every item")
    elif said in _PROMPTS and here.under is not None:
        yield Prompt(_PROMPTS[said], text, "section")
        yield here.node(PROMPT, text, ref=_PROMPTS[said])
    else:
        yield here.node(QUESTION, text, name=name)
