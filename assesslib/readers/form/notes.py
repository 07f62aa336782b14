"""What is written on a form below its headings: notes, answers to questions, the process record, actions."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.form.answer import TABLE, watermark
from assesslib.readers.form.blocks import NOTES, SPACED, Block, Row
from assesslib.readers.form.blocks import TABLE as IN_TABLE
from assesslib.readers.form.clean import FLOW, joined, said
from assesslib.readers.form.columns import ACTION_TABLE
from assesslib.readers.form.names import ACTIONS, CAUSES, PROCESS, PROMPT, QUESTION, ROLE, Names
from assesslib.readers.form.texts import WATERMARK, texts_of

Note = dict[str, str]


@dataclass(frozen=True)
class Written:
    """The notes of a block, and what of it is not taken over."""

    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()


def written_in(block: Block, names: Names) -> Written:
    """The notes that stand below a heading; their ``about`` names the question or the row that they answer."""
    read: dict[str, Callable[[Block, Framework], Written]] = {
        PROMPT: _prompted, NOTES: _beside_each_other, QUESTION: _answered, PROCESS: _process, ROLE: _signed,
        IN_TABLE: _actions, ACTIONS: _no_table, CAUSES: _causes,
    }  # fmt: skip
    found = read.get(block.found.kind)
    return found(block, names.framework) if found else Written()


def _note(kind: str, text: str, section: str = "", item: str = "", **more: str) -> Note:
    return {"kind": kind, "section": section, "item": item, "text": text} | more


def _lines(block: Block) -> list[str]:
    """What stands below and beside a heading."""
    first, *rest = block.rows
    below = [line for row in rest for line in _of_row(row)]
    return [block.found.rest, *first.cells[block.place + 1 :], *below]


def _of_row(row: Row) -> list[str]:
    return [row.text] if row.made == SPACED else [cell for cell in row.cells if cell] or [""]


def _without_watermark(texts: Sequence[str], line: int) -> tuple[list[str], tuple[Fault, ...]]:
    kept = [text for text in texts if text != WATERMARK]
    return kept, (watermark(line),) * (len(texts) - len(kept))


def _prompted(block: Block, framework: Framework) -> Written:
    """Notes on the item above where the form asks for this kind by item, else on the section."""
    texts, faults = _without_watermark(texts_of("\n".join(_lines(block)), apart=True), block.line)
    by_item = any(prompt.of == "item" and prompt.kind == block.found.key for prompt in framework.prompts)
    if by_item and block.item:
        return Written(tuple(_note(block.found.key, text, "", block.item) for text in texts), faults)
    return Written(tuple(_on_section(block.found.key, text, block.section, framework) for text in texts), faults)


def _on_section(kind: str, text: str, section: str, framework: Framework) -> Note:
    """A note on a section; the item that it names at its end is the one it is about."""
    about = re.search(rf"\s*\({re.escape(framework.item_term)} ([^\s()]{{1,40}})\)$", text[-120:], re.I)
    ids = {item.id for item in framework.items}
    if about and about[1] in ids:
        return _note(kind, text[: len(text) - len(about[0])], section, about[1])
    return _note(kind, text, section)


def _beside_each_other(block: Block, framework: Framework) -> Written:
    """Kinds of notes in columns."""
    first, *rest = block.rows
    roles = first.columns.roles if first.columns else ()
    notes = []
    for at, role in enumerate(roles):
        text = "\n".join(row.cells[at] if at < len(row.cells) else "" for row in rest)
        notes += [_on_section(role.key, one, block.section, framework) for one in texts_of(text, apart=True)]
    kept = tuple(note for note in notes if note["text"] != WATERMARK)
    return Written(kept, (watermark(block.line),) * (len(notes) - len(kept)))


def _answered(block: Block, framework: Framework) -> Written:
    asked = {(one.id, said(text)) for one in _questions(framework) for text in (one.text, one.short) if text}
    lines = _lines(block)
    lines = _after_wrap(block, lines, [words for id, words in asked if id == block.found.key])
    texts = texts_of("\n".join(lines))
    texts = texts[1:] if texts and said(texts[0]) == ("answer",) else texts
    kept, faults = _without_watermark(texts, block.line)
    if not kept:
        return Written((), faults)
    closing = any(one.id == block.found.key for one in framework.closing_questions)
    section = "" if closing else block.section
    return Written((_note("answer", "\n".join(kept), section, about=block.found.key),), faults)


def _questions(framework: Framework) -> Iterator:
    yield from (one for section in framework.sections for one in section.questions)
    yield from framework.closing_questions


def _after_wrap(block: Block, lines: list[str], wordings: Sequence[tuple[str, ...]]) -> list[str]:
    """The lines behind a question that is wrapped on to them."""
    first = block.rows[0].cells[block.place]
    wraps = (n for n in range(1, min(len(lines), 8) + 1) if said(joined([first, *lines[1:n]])) in wordings)
    return lines[next(wraps, 0) :]


def _process(block: Block, framework: Framework) -> Written:
    if not block.found.key:
        return Written()
    spaced = block.rows[0].made == SPACED
    lines = [cell for row in block.rows for cell in row.cells[1:]] if spaced else _lines(block)
    texts, faults = _without_watermark(texts_of("\n".join(lines)), block.line)
    notes = (_note("process", "\n".join(texts), about=block.found.key),) if texts else ()
    return Written(notes, faults)


def _signed(block: Block, framework: Framework) -> Written:
    """Who signed is told and not taken over: people sign for themselves, at a time of their own."""
    name = " ".join([block.found.rest, *block.rows[0].cells[block.place + 1 :]]).strip()
    if not block.found.key or not said(name):
        return Written()
    what = "stands where somebody signs; signatures are not taken from a text"
    return Written((), (Fault(what, line=block.line, value=name, do="Let them sign the assessment themselves.",
                              handled=True),))  # fmt: skip


def _no_table(block: Block, framework: Framework) -> Written:
    if not any(said(row.text) == ("owner",) for row in block.rows):
        return Written()
    return Written((), (Fault("The actions do not stand in a table", line=block.line, do=TABLE),))


def _causes(block: Block, framework: Framework) -> Written:
    what = "The underlying causes are not taken from a text, which does not say which notes they stand behind"
    return Written((), (Fault(what, line=block.line, do="Enter them again in the review.", handled=True),))


def _actions(block: Block, framework: Framework) -> Written:
    if block.found.key != ACTION_TABLE:
        return Written()
    records = _records(block.rows[1:])
    keys = [role.key for role in block.rows[0].columns.roles] if block.rows[0].columns else []
    rows = [dict(zip(keys, cells, strict=False)) for cells in records]
    notes = (_note("action", row["text"], **{key: _due(row[key]) if key == "due" else row[key]
                                              for key in row if key not in ("", "text")})
             for row in rows if row.get("text"))  # fmt: skip
    return Written(tuple(notes))


def _records(rows: Sequence[Row]) -> list[list[str]]:
    """The rows of a table as texts; in a spaced one each begins where its last column is filled."""
    found: list[list[list[str]]] = []
    for row in rows:
        begins = row.cells[-1] if row.made == SPACED else len(row.cells) > 1
        if row.blank:
            continue
        if begins:
            found.append([[cell] for cell in row.cells])
        elif found and row.made == FLOW:
            found[-1][-1] += list(row.cells)
        elif found:
            found[-1] = [[*cell, more] for cell, more in zip(found[-1], row.cells, strict=False)]
    return [[" ".join(texts_of("\n".join(cell))) for cell in record] for record in found]


def _due(text: str) -> str:
    """A day in words as a day; any other text as it is.

    Examples
    --------
    >>> _due("30 September 2026"), _due("in spring")
    ('2026-09-30', 'in spring')
    """
    try:
        return datetime.strptime(text, "%d %B %Y").strftime("%Y-%m-%d")
    except ValueError:
        return text
