"""What an item's row on a form says: the level that was agreed, and the notes beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault, shorten
from assesslib.framework import Framework
from assesslib.readers.form.agreed import Ticks, agreed_rows, state_in
from assesslib.readers.form.blocks import Block
from assesslib.readers.form.clean import TICK, said
from assesslib.readers.form.marks import ALLOWED, letters_in, marked, ticks_in
from assesslib.readers.form.names import Names
from assesslib.readers.form.row import Cell, Shaped, shaped
from assesslib.readers.form.texts import WATERMARK, texts_of
from assesslib.readers.form.wording import below_wording

TABLE = "Copy the form as a table, with all its columns."


@dataclass(frozen=True)
class Unlike(Fault):
    """A fault of a value that is like none of those allowed: to name a nearest would mislead."""

    @property
    def nearest(self) -> str:
        return ""


@dataclass(frozen=True)
class Answer:
    """What one row of a form says, and the line it begins on.

    ``tabled`` says that it is a row of a table, ``unsure`` that its ticks do not say what was agreed, and ``bare`` that
    there is neither a tick nor a letter.
    """

    item: str
    line: int
    agreed: tuple[dict[str, str], ...] = ()
    notes: tuple[dict[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    tabled: bool = True
    unsure: bool = False
    bare: bool = False


def answer_of(block: Block, names: Names, file: str) -> Answer:
    """What the row of an item says; what is ambiguous there is a fault, and no level is taken."""
    id, framework = block.found.key, names.framework
    which = f"{framework.item_term} {id}"
    row = shaped(block, framework)
    if row.width:
        what = f"The row of {which} has {row.width} cells, which do not fit the heading above it"
        do = "Give the row as many cells as the heading, the empty ones too, or copy the table again."
        return Answer(id, block.line, faults=(Fault(what, file, line=block.line, do=do),))
    ticks, under = _ticks(row, block, names)
    between = [_between(one.between, which, one.number) for one in block.rows if one.between]
    agreed, wrong = agreed_rows(ticks, [text for _, text in under], which, framework)
    unsure = [*ticks.faults, *between, *(replace(fault, line=ticks.line or block.line) for fault in wrong)]
    notes, faults = _notes(row, id)
    stray = [_stray(number, text) for number, text in row.stray]
    faults = [*unsure, *_others(row), *faults, *stray]
    rows = () if unsure else tuple({"item": id} | one for one in agreed)
    placed = tuple(replace(fault, file=file) for fault in faults)
    return Answer(id, block.line, rows, tuple(notes), placed, row.tabled, bool(unsure), not ticks.line)


def _ticks(row: Shaped, block: Block, names: Names) -> tuple[Ticks, list[Cell]]:
    """The ticks of a row, and what is written below its wording."""
    framework, which = names.framework, f"{names.framework.item_term} {block.found.key}"
    number, text = row.wording
    under = below_wording([*((number, part) for part in text.split("\n")), *row.loose], block.found.key, names)
    if row.boxes or (row.tabled and not row.letters):
        beside = [_beside(number, text, which) for number, text in under if TICK in marked(text.replace("x", ""))]
        ticks = _in_boxes(row, which, framework)
        return replace(ticks, faults=(*ticks.faults, *beside)), [] if beside else under
    ticks, rest = _in_letters(row.letters if row.tabled else under, which, framework)
    whole = [text, *(below for _, below in row.loose)]
    if not row.tabled and _signs(whole) > _signs([below for _, below in under]):
        ticks = replace(ticks, faults=(*ticks.faults, _beside(number, TICK, which)))
    states = [one for one in rest if state_in(one[1])]
    others = [one for one in rest if one not in states]
    if row.tabled:
        wrong = tuple(_no_tick(text, number, "", framework) for number, text in others)
        return replace(ticks, faults=(*ticks.faults, *wrong)), [*states, *under]
    asked = any(prompt.of == "item" for prompt in framework.prompts)
    short = tuple(_no_level(text, number, framework) for number, text in others if _is_short(text))
    long = [one for one in others if asked and not _is_short(one[1]) and not _is_watermark(one[1])]
    loose = (_loose(long, which, framework),) if long else ()
    under = [one for one in rest if not _is_short(one[1]) or one in states]
    return replace(ticks, faults=(*ticks.faults, *short, *loose)), states if asked else under


def _signs(texts: Iterable[str]) -> int:
    """How many ticks there are; a letter x may be a word among words."""
    return sum(marked(text.replace("x", "").replace("X", "")).count(TICK) for text in texts)


def _in_boxes(row: Shaped, which: str, framework: Framework) -> Ticks:
    """The ticks under the levels; where there is none but one letter, that letter."""
    read = [(role, number, text, ticks_in(text, role.key, framework)) for role, (number, text) in row.boxes]
    wrong = tuple(_no_tick(text, number, role.title, framework) for role, number, text, one in read if one.wrong)
    given = tuple((role.key, facet) for role, _, _, one in read for facet in one.facets)
    line = next((number for _, number, _, one in read if one.facets), 0)
    named = [role.key for role, _, _, one in read if one.named]
    strong = [role.key for role, _, _, one in read if one.strong]
    if given or wrong or not named or (len(named) == len(framework.levels) and not strong):
        return Ticks(given, wrong, line)
    for some in (named, strong):
        if len(some) == 1:
            return Ticks(((some[0], ""),), (), read[0][1])
    return Ticks(faults=(_unmarked(named, which, read[0][1]),))


def _in_letters(cells: Iterable[Cell], which: str, framework: Framework) -> tuple[Ticks, list[Cell]]:
    found = letters_in(cells, framework)
    given = tuple((code, "") for code in found.codes)
    if found.between is not None:
        return Ticks(faults=(_loose_tick(found.between, which, found.line, framework),)), list(found.rest)
    unclear = not given and 0 < len(found.printed) != len(framework.levels)
    if unclear or len(found.printed) > len(framework.levels):
        return Ticks(faults=(_unmarked(found.printed, which, found.line),)), list(found.rest)
    return Ticks(given, (), found.line), list(found.rest)


def _notes(row: Shaped, item: str) -> tuple[list[dict[str, str]], list[Fault]]:
    """The notes of a row by kind; a tick among them belongs elsewhere."""
    notes, faults = [], []
    for role, (number, text) in row.notes:
        if marked(text) == TICK:
            faults.append(Fault("is a tick in a column for words", line=number, column=role.title, value=text,
                                do="Put it under the level that it is for."))  # fmt: skip
            continue
        for one in texts_of(text):
            if _is_watermark(one):
                faults.append(watermark(number, role.title))
            else:
                notes.append({"kind": role.key, "section": "", "item": item, "text": one})
    return notes, faults


def _is_short(text: str) -> bool:
    """Whether a text is too short for a note: somebody's answer that is no level."""
    return len("".join(said(text))) <= 3 and not state_in(text)


def _is_watermark(text: str) -> bool:
    return text.strip() == WATERMARK


def watermark(line: int, column: str = "") -> Fault:
    """The word that is printed across an example is no comment."""
    return Fault("is the word printed across an example, and not taken for a note", line=line, column=column,
                 value=WATERMARK, do="Nothing needs doing.", handled=True)  # fmt: skip


def _others(row: Shaped) -> Iterator[Fault]:
    for role, (number, text) in row.others:
        yield Fault("stands in a column that is none of this form’s, and is left out", line=number, column=role.title,
                    value=text, do="Move it to a column of the form if it should be kept.", handled=True)  # fmt: skip


def _no_tick(text: str, line: int, column: str, framework: Framework) -> Fault:
    sides = tuple(f"✓ {facet.mark or facet.label}" for facet in framework.facets)
    codes = () if column else framework.codes
    return Unlike("is not a tick", line=line, column=column, value=text, allowed=(*codes, *ALLOWED, *sides),
                  do="Tick the level, or leave the box empty.")  # fmt: skip


def _no_level(text: str, line: int, framework: Framework) -> Fault:
    return Fault("is not a level of this scale", line=line, value=text, allowed=framework.codes,
                 do="Give one level, or nothing.")  # fmt: skip


def _between(ticked: tuple[str, str, str], which: str, line: int) -> Fault:
    sign, one, other = ticked
    what = f"stands between {one} and {other}: nothing says which of them {which} is at"
    return Unlike(what, line=line, value=sign, allowed=(one, other), do="Put it under one of them.")


def _loose_tick(between: tuple[str, str], which: str, line: int, framework: Framework) -> Fault:
    known = [letter for letter in between if letter]
    where = f"stands between {' and '.join(known)}" if len(known) == 2 else "stands by itself"
    return Unlike(f"{where}: nothing says which level {which} is at", line=line, value=TICK,
                 allowed=tuple(known) if len(known) == 2 else framework.codes,
                 do="Write the tick and the letter together, like ✓ " + framework.codes[0] + ".")  # fmt: skip


def _unmarked(letters: Sequence[str], which: str, line: int) -> Fault:
    return Fault(f"holds no single answer for {which}", line=line, value=" ".join(letters),
                 do="Mark one letter, with a tick or in brackets.")  # fmt: skip


def _beside(line: int, text: str, which: str) -> Fault:
    return Fault(f"is a tick beside the wording of {which}, under none of the levels", line=line, value=text,
                 do="Put it under one level.")  # fmt: skip


def _loose(lines: Sequence[Cell], which: str, framework: Framework) -> Fault:
    labels = tuple(shorten(prompt.label, 40) for prompt in framework.prompts if prompt.of == "item")
    (line, text), *more = lines
    what = f"stands below {which}{f', with {len(more)} more lines' if more else ''}, and nothing says what it is"
    return Unlike(what, line=line, value=text, allowed=labels,
                 do="Write one of these and a colon before each note, or copy the form as a table.")  # fmt: skip


def _stray(line: int, text: str) -> Fault:
    return Fault("stands behind a row that is complete, and is left out", line=line, value=text,
                 do="Write it into a column of the table if it should be kept.", handled=True)  # fmt: skip
