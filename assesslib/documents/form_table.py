"""The table of a section as its framework prints it: items down, levels to tick across, room for what is noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assesslib.documents.form_said import Agreed, Said
from assesslib.documents.model import Column, Table
from assesslib.framework import Facet, Framework, Item, Level, Prompt
from assesslib.tables.consensus import STATES

TICK, BOX = "✓", "☐"
NOTE = "Note: "
_TITLE = 255
"""Letters that the title of a column may have."""
_ROOM = 6
_REF, _TEXT, _WHOLE, _LETTER, _WORDS, _NOTE = 0.7, 5.0, 3.0, 0.75, 1.3, 2.8


def room(lines: int) -> str:
    """Empty lines to write on: each holds a character that takes no width, since a writer passes over blank lines.

    Examples
    --------
    >>> len(room(3).split("\\n"))
    3
    """
    return "\n".join(["\N{ZERO WIDTH SPACE}"] * lines)


@dataclass(frozen=True)
class Layout:
    """How the items of a framework stand in a table.

    Attributes
    ----------
    heads : tuple of Column
        The item with its number, or the number and the item.
    levels : tuple of Column
    prompts : tuple of Prompt
        What is noted beside each item.
    lettered : bool
        Whether boxes carry the letters of the levels.
    tick : str
        What the form prints over all the boxes together, or "" where each level has a title of its own.
    scale : str
        The levels in words where no title of a column holds them, else "".
    """

    heads: tuple[Column, ...]
    levels: tuple[Column, ...]
    prompts: tuple[Prompt, ...]
    lettered: bool = False
    tick: str = ""
    scale: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        return (*self.heads, *self.levels, *(Column(prompt.label, _NOTE) for prompt in self.prompts))


def item_prompts(framework: Framework) -> tuple[Prompt, ...]:
    """What is noted for each item."""
    return tuple(prompt for prompt in framework.prompts if prompt.of == "item")


def scale_lines(framework: Framework) -> tuple[str, ...]:
    """The levels with their words, lowest first.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> scale_lines(load_framework("cdrp-dat-partnership"))[0]
    'G = Gap identified'
    """
    return tuple(f"{code} = {label}" for code, label in framework.scale.items())


def layout_of(framework: Framework) -> Layout:
    """The columns that a framework prints, or usual ones where it names none that fit its levels and prompts.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> [column.title for column in layout_of(load_framework("cdrp-dat-partnership")).levels]
    ['GAP IDENTIFIED', 'WORKING TOWARDS', 'SOME SUCCESS', 'DOING WELL']
    """
    printed, asks, across = framework.questionnaire.columns, item_prompts(framework), len(framework.levels)
    for heads, boxes in ((1, across), (2, across), (2, 1), (1, 1)):
        if len(printed) == heads + boxes + len(asks):
            first, middle = printed[:heads], printed[heads : heads + boxes]
            return _titled(first, asks, middle) if boxes > 1 else _lettered(first, framework, middle[0])
    return _lettered(("Ref", framework.item_term.capitalize()), framework, "")


def _titled(heads: Sequence[str], asks: tuple[Prompt, ...], titles: Sequence[str]) -> Layout:
    return Layout(_heads(heads), tuple(Column(title, _WORDS, "mark") for title in titles), asks)


def _lettered(heads: Sequence[str], framework: Framework, tick: str) -> Layout:
    """With the scale in words above the items, which every page repeats; beside the table where it is too long."""
    scale = "\n".join(scale_lines(framework))
    *before, last = heads
    fits = len(f"{last}\n{scale}") <= _TITLE
    columns = tuple(Column(code, _LETTER, "mark") for code in framework.codes)
    titles = (*before, f"{last}\n{scale}" if fits else last)
    return Layout(_heads(titles), columns, item_prompts(framework), True, tick, "" if fits else scale)


def _heads(titles: Sequence[str]) -> tuple[Column, ...]:
    shares = (_WHOLE,) if len(titles) == 1 else (_REF, _TEXT)
    return tuple(Column(title, share) for title, share in zip(titles, shares, strict=True))


def item_table(framework: Framework, items: Iterable[Item], said: Said, *, boxes: bool = False, caption: str = "",
               note: str = "") -> Table:  # fmt: skip
    """A table of items with what the team agreed and noted.

    Parameters
    ----------
    framework : Framework
        What is asked.
    items : iterable of Item
        Its rows.
    said : Said
        What is filled in; where that is nothing, there is room to write.
    boxes : bool
        Whether there are boxes to tick.
    caption, note : str
        What stands above and below it.
    """
    layout = layout_of(framework)
    rows = tuple(_row(framework, layout, item, said, boxes) for item in items)
    return Table(layout.columns, rows, caption, row_headings=True, note=note)


def _row(framework: Framework, layout: Layout, item: Item, said: Said, boxes: bool) -> tuple[str, ...]:
    agreed = said.agreed.get(item.id, ())
    beside = any(prompt.kind == "comment" for prompt in layout.prompts)
    words = tuple(_words(agreed, framework, layout, "" if beside else NOTE))
    own = "\n".join((item.text, *(() if beside else words)))
    heads = (item.id, own) if len(layout.heads) == 2 else (f"{item.id} {own}",)
    ticks = (_tick(level, agreed, framework, layout, boxes) for level in framework.levels)
    texts = (said.of_item(item.id, prompt.kind) + words * (prompt.kind == "comment") for prompt in layout.prompts)
    cells = [listed(one) for one in texts]
    if cells and said.nothing:
        cells[0] = cells[0] or room(_ROOM)
    return (*heads, *ticks, *cells)


def listed(texts: Sequence[str]) -> str:
    """Texts as one cell: several each with a point before it.

    Examples
    --------
    >>> listed(["one"]), listed(["one", "two"]), listed([])
    ('one', '• one\\n• two', '')
    """
    return texts[0] if len(texts) == 1 else "\n".join(f"• {text}" for text in texts)


def _tick(level: Level, agreed: Iterable[Agreed], framework: Framework, layout: Layout, boxes: bool) -> str:
    ticked = [one for one in agreed if one.level == level.code]
    if layout.lettered and not ticked and any(one.state != "blank" for one in agreed):
        return ""
    if layout.lettered:
        return f"{TICK if ticked else BOX * boxes} {level.code}".strip()
    return "\n".join(f"{TICK} {mark_of(one.facet, framework)}".strip() for one in ticked) or BOX * boxes


def mark_of(facet: str, framework: Framework) -> str:
    """What stands beside a tick for a facet: its mark, or its name where a plain tick would not tell which it is.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> mark_of("national", cdrp), mark_of("local", cdrp), mark_of("Leisure", cdrp)
    ('Nat', '', 'Leisure')
    """
    known = {one.id: one for one in framework.facets}
    unmarked = [one for one in framework.facets if not one.mark]
    if facet not in known or (known[facet] in unmarked and len(unmarked) > 1):
        return _name(facet, framework.facets)
    return known[facet].mark


def _name(facet: str, facets: Iterable[Facet]) -> str:
    return {one.id: one.label for one in facets}.get(facet, facet)


def _words(agreed: Sequence[Agreed], framework: Framework, layout: Layout, label: str) -> Iterable[str]:
    """What ticks alone do not say: a state without a level, which side a letter is for, what was noted.

    A note is labelled where it stands below the item's own wording, so that nobody takes it for a part of that.
    """
    if layout.lettered and any(one.facet for one in agreed):
        yield "; ".join(f"{_name(one.facet, framework.facets)}: {one.level or _state(one.state)}" for one in agreed)
    else:
        yield from (_state_of(one, framework) for one in agreed if one.state in STATES and one.state != "blank")
    yield from dict.fromkeys(f"{label}{one.note}" for one in agreed if one.note)
    yield from dict.fromkeys(f"{_led(one.state)}: {one.dissent}" for one in agreed if one.dissent)


def _state_of(one: Agreed, framework: Framework) -> str:
    side = f"{_name(one.facet, framework.facets)}: " if one.facet else ""
    return f"{side}{_state(one.state)}."


def _state(state: str) -> str:
    words = STATES.get(state, state)
    return words[0].upper() + words[1:]


def _led(state: str) -> str:
    return "Views" if state == "unresolved" else "Dissent"
