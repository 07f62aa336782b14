"""The text of a filled form itself: as typed, as Markdown, or copied out of Word, a web page or a PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.form.answer import TABLE, Answer, answer_of
from assesslib.readers.form.blocks import Block, blocks_of
from assesslib.readers.form.clean import LONGEST, Line, lines_of
from assesslib.readers.form.columns import LEVEL
from assesslib.readers.form.names import EXAMPLES, ITEM, PROMPT, STRANGER, Names, names_of
from assesslib.readers.form.notes import written_in
from assesslib.readers.records import FilledForm

NAME = "form"
TITLE = "the text of a filled form"
MOST_LINES = 8_000
MOST_FAULTS = 200
_FEWEST = 2


def recognises(text: str, framework: Framework) -> bool:
    """Whether a text holds the items of a framework as its form has them, and no table of counts.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> csit = load_framework("csit-collaborative-working")
    >>> lines = ["28 Technology is used to support collaborative working: c",
    ...          "30 People maintain commitment, energy & resources to make the partnerships successful: d"]
    >>> recognises("\\n".join(lines), csit), recognises("Dear all,", csit)
    (True, False)
    """
    lines = _within(text)
    if not lines:
        return False
    blocks = [block for block in blocks_of(lines, names_of(framework)) if block.found.kind == ITEM]
    items = {block.found.key for block in blocks if not block.examples}
    return len(items) >= min(_FEWEST, len(framework.items)) and not _counted(blocks)


def _within(text: str) -> tuple[Line, ...]:
    """The lines of a text, none where there are more than a form has."""
    lines = lines_of(text) if len(text) <= LONGEST else ()
    return lines if sum(any(line.cells) for line in lines) <= MOST_LINES else ()


def _counted(blocks: Sequence[Block]) -> bool:
    """Whether whole numbers stand where ticks would."""
    cells = [
        cell
        for block in blocks
        if (columns := block.rows[0].columns) and any(role.kind == LEVEL for role in columns.roles)
        for cell in block.rows[0].cells[block.place + 1 :]
        if cell
    ]
    return bool(cells) and 2 * sum(cell.isdigit() for cell in cells) > len(cells)


def read_form(text: str, framework: Framework, file: str) -> FilledForm:
    """What the text of a filled form says; whatever the text holds, what cannot be read is a fault.

    Parameters
    ----------
    text : str
        The form: tables with tabs or in Markdown, columns that spaces part, or each part on a line of its own.
    framework : Framework
        What it asks.
    file : str
        What faults call it.

    Returns
    -------
    FilledForm
        ``agreed``: one row an item that stands on the form (``blank`` where nothing is ticked), or one a facet.
        ``notes``: in the order of the form; answers and the process record have ``about``, the question or row, and
        actions ``owner, due, measure, status`` as far as the form has them. Examples that a form prints and
        signatures are left out, and ``faults`` say so.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> csit = load_framework("csit-collaborative-working")
    >>> form = read_form("28 Technology is used to support collaborative working: c", csit, "form.txt")
    >>> form.agreed
    ({'item': '28', 'facet': '', 'state': 'rated', 'level': 'c', 'note': ''},)
    """
    lines = _within(text)
    if not lines:
        return FilledForm(NAME, faults=(_too_much(text, file),))
    return _read(lines, names_of(framework), file) or FilledForm(NAME, faults=(_nothing(framework, file),))


def _read(lines: Sequence[Line], names: Names, file: str) -> FilledForm | None:
    """The form in lines that hold one."""
    framework, blocks = names.framework, blocks_of(lines, names)
    own = [block for block in blocks if not block.examples]
    answers = [answer_of(block, names, file) for block in own if block.found.kind == ITEM]
    once, twice = _once(answers, framework)
    loose = _is_jumbled(once)
    written = [written_in(block, names) for block in own if not (loose and block.item and block.found.kind == PROMPT)]
    faults = (
        *((_jumbled(once, framework),) if loose else ()),
        *(fault for answer in once for fault in answer.faults),
        *twice,
        *(fault for one in written for fault in one.faults),
        *(_strange(block, names) for block in own if block.found.kind == STRANGER),
        *_left_out(blocks),
    )
    placed = sorted((replace(fault, file=file) for fault in faults), key=lambda fault: fault.line or 0)
    taken = [answer for answer in once if answer.tabled or not loose]
    form = FilledForm(
        NAME,
        tuple(row for answer in taken for row in answer.agreed),
        tuple(note for answer in once for note in answer.notes) + tuple(note for one in written for note in one.notes),
        (*_missing(once, framework, file), *_bounded(placed, file)),
    )
    return form if answers else None


def _too_much(text: str, file: str) -> Fault:
    what = f"The text has {len(text):,} characters in {text.count(chr(10)) + 1:,} lines, more than a filled form has"
    return Fault(what, file, allowed=(f"at most {LONGEST:,} characters", f"at most {MOST_LINES:,} lines"),
                 do="Give the form alone.")  # fmt: skip


def _nothing(framework: Framework, file: str) -> Fault:
    return Fault(f"The text holds none of the {framework.term(2)} of {framework.title}", file,
                 do=f"Give the text of its form, with the wording of the {framework.term(2)}.")  # fmt: skip


def _is_jumbled(answers: Sequence[Answer]) -> bool:
    """Whether ticks have come away from their items: too many at one, none at another."""
    loose = [answer for answer in answers if not answer.tabled]
    return any(answer.unsure for answer in loose) and any(answer.bare and not answer.unsure for answer in loose)


def _jumbled(answers: Sequence[Answer], framework: Framework) -> Fault:
    first = next(answer for answer in answers if answer.bare and not answer.tabled and not answer.unsure)
    term = framework.term(2)
    what = "has no tick, and others have more than they can: the lines are not in the order of the form, so that no "
    return Fault(f"{what}levels of {term} outside a table are taken, nor notes on them", line=first.line,
                 value=f"{framework.item_term} {first.item}", do=TABLE)  # fmt: skip


def _once(answers: Iterable[Answer], framework: Framework) -> tuple[list[Answer], list[Fault]]:
    """Each item's answer; of one that stands there twice no level is taken."""
    by_item = [list(same) for _, same in groupby(sorted(answers, key=lambda one: one.item), lambda one: one.item)]
    twice = {same[0].item for same in by_item if len(same) > 1}
    first = sorted((same[0] for same in by_item), key=lambda answer: answer.line)
    faults = [_again(answer, same[0], framework) for same in by_item for answer in same[1:]]
    return [replace(answer, agreed=()) if answer.item in twice else answer for answer in first], faults


def _again(answer: Answer, first: Answer, framework: Framework) -> Fault:
    what = f"is the {framework.item_term} that stands on line {first.line} already"
    return Fault(what, line=answer.line, value=answer.item, do="Take one of the two out.")


def _strange(block: Block, names: Names) -> Fault:
    framework, number = names.framework, block.found.key
    if number in names.items:
        what = f"is the number of a {framework.item_term} with other words"
        do = f"Correct the number or the words: {number} is “{shorten(framework.item(number).text, 80)}”."
        return Fault(what, line=block.line, value=f"{number} {block.found.rest}", do=do)
    return Fault(f"is none of this framework’s {framework.term(2)}", line=block.line, value=number,
                 allowed=tuple(names.items), do="Correct the number, or take the row out.")  # fmt: skip


def _left_out(blocks: Sequence[Block]) -> Iterator[Fault]:
    printed = [block for block in blocks if block.examples and block.found.kind in (EXAMPLES, ITEM)]
    if printed:
        yield Fault("The examples that the form prints are left out", line=printed[0].line, do="Nothing needs doing.",
                    handled=True)  # fmt: skip


def _missing(answers: Iterable[Answer], framework: Framework, file: str) -> Iterator[Fault]:
    there = {answer.item for answer in answers}
    gone = [item.id for item in framework.items if item.id not in there]
    if gone:
        yield Fault(f"Not on this form: {framework.term(len(gone))} {listed(gone)}", file, handled=True,
                    do="Nothing is recorded for what is not there.")  # fmt: skip


def _bounded(faults: Sequence[Fault], file: str) -> tuple[Fault, ...]:
    more = len(faults) - MOST_FAULTS
    rest = Fault(f"There are {more} more faults", file, do="Correct these first, and read the form again.")
    return (*faults[:MOST_FAULTS], *((rest,) if more > 0 else ()))
