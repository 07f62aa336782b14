"""The heading of a form's table: what each column is for, and which column a text under it belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assesslib.framework import Framework
from assesslib.readers.form.clean import plain, said
from assesslib.readers.form.names import USUAL

HEAD, LEVEL, MARK, NOTE, OTHER = "head", "level", "mark", "note", "other"
PROCESS_TABLE, ACTION_TABLE, CAUSE_TABLE = "process", "action", "cause"
_ACTION_TITLES = {("action",): "text", ("owner",): "owner", ("due",): "due", ("measure",): "measure",
                  ("status",): "status"}  # fmt: skip
_CAUSE_TITLES = {("cause",): "text", ("what", "it", "stands", "behind"): OTHER}
_NUMBER_TITLES = {("ref",), ("no",), ("number",), ("item",), ("id",), ("statement",), ("question",), ("reference",)}
_MARKS = re.compile(r"[✓✔√☑☒■□☐✗✘✕×]|\[[ xX✓]?\]|^[xX]\b")
_WRAPS = 3
"""Lines that the titles of columns may be wrapped on to."""


@dataclass(frozen=True)
class Role:
    """What a column is for: its kind, the level or kind of note, its title, and where the title stands in the line."""

    kind: str
    key: str = ""
    title: str = ""
    start: int = 0
    end: int = 0

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Columns:
    """The columns of a table: of the items ("") or of another ``table``; ``spaced`` where only spaces part them."""

    roles: tuple[Role, ...]
    table: str = ""
    spaced: bool = False

    @property
    def heads(self) -> int:
        """How many columns stand before the first that is filled in."""
        return next((at for at, role in enumerate(self.roles) if role.kind in (LEVEL, MARK, NOTE)), len(self.roles))


@dataclass(frozen=True)
class Chunk:
    """A text between wide spaces, and where it stands in its line."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def usual_columns(framework: Framework, n: int) -> Columns | None:
    """The columns as the framework prints them where ``n`` cells after the wording are as many as those, else None."""
    levels = tuple(Role(LEVEL, level.code, level.label) for level in framework.levels)
    notes = tuple(Role(NOTE, prompt.kind, prompt.label) for prompt in framework.prompts if prompt.of == "item")
    fits = n == len(levels) + len(notes) or n == len(levels)
    return Columns((Role(HEAD), *levels, *notes)) if fits else None


def columns_of(cells: Sequence[str], framework: Framework) -> Columns | None:
    """What the columns under a row of titles are for, or None where it is no such row.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> found = columns_of(["STANDARD", "", "Gap identified", "W", "Some success", "Doing well", "Comments"], cdrp)
    >>> [role.key for role in found.roles], found.heads
    (['', '', 'G', 'W', 'S', 'D', 'comment'], 2)
    """
    if len(cells) < 2 or len(cells) > 60 or max(map(len, cells)) > 400:
        return None
    first = next((at for at, cell in enumerate(cells) if cell), 0)
    titles = [said(plain(cell.split("\n")[0])) for cell in cells[first:]]
    return _another(titles, cells[first:], framework) or _of_items(titles, cells[first:], framework)


def _of_items(titles: Sequence[tuple[str, ...]], cells: Sequence[str], framework: Framework) -> Columns | None:
    heads = {*_NUMBER_TITLES, said(framework.item_term), *map(said, framework.questionnaire.columns[:3])}
    if heads.isdisjoint(titles):
        return None
    known = _known(framework)
    roles = tuple(replace(known.get(title, Role(OTHER if title else HEAD)), title=" ".join(plain(cell).split()))
                  for title, cell in zip(titles, cells, strict=True))  # fmt: skip
    kinds = [role.kind for role in roles]
    levels = [role.key for role in roles if role.kind == LEVEL]
    headed = any(title in known and known[title].kind == HEAD for title in titles)
    asked = len(set(levels)) > 1 or MARK in kinds or (headed and kinds.count(NOTE) > 1)
    return Columns(_with_heads(roles)) if headed and asked and len(set(levels)) == len(levels) else None


def _with_heads(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """An untitled column among those to be filled in is none of the heads."""
    heads = Columns(roles).heads
    return tuple(replace(role, kind=OTHER) if role.kind == HEAD and at >= heads else role
                 for at, role in enumerate(roles))  # fmt: skip


def _known(framework: Framework) -> dict[tuple[str, ...], Role]:
    notes = {words: Role(NOTE, kind) for kind, texts in USUAL.items() for words in map(said, texts)}
    notes |= {said(prompt.label): Role(NOTE, prompt.kind) for prompt in framework.prompts}
    heads = dict.fromkeys({*_NUMBER_TITLES, said(framework.item_term)}, Role(HEAD))
    levels = {words: Role(LEVEL, code) for code, label in framework.scale.items()
              for words in (said(code), said(label), said(f"{code} {label}"))}  # fmt: skip
    return notes | heads | dict(_printed(framework)) | levels


def _printed(framework: Framework) -> Iterator[tuple[tuple[str, ...], Role]]:
    """The titles that the framework itself prints, by their place among its columns."""
    asks = [prompt.kind for prompt in framework.prompts if prompt.of == "item"]
    titles = [said(title) for title in framework.questionnaire.columns]
    across = titles[: len(titles) - len(asks)]
    k = len(framework.levels) if len(across) > len(framework.levels) else 1
    boxes = [Role(LEVEL, code) for code in framework.codes] if k > 1 else [Role(MARK)]
    yield from ((title, Role(HEAD)) for title in across[:-k])
    yield from zip(across[-k:], boxes, strict=False)
    yield from zip(titles[len(across) :], (Role(NOTE, kind) for kind in asks), strict=False)


def _another(titles: Sequence[tuple[str, ...]], cells: Sequence[str], framework: Framework) -> Columns | None:
    """The columns of the process record, of the actions or of the causes."""
    process = [said(title) for title in framework.process.columns] if framework.process else []
    if process and list(titles[: len(process)]) == process and not any(titles[len(process) :]):
        kinds = {title: ("id" if at == 0 else "text") for at, title in enumerate(process)}
        return _table(PROCESS_TABLE, titles, cells, kinds)
    if titles[:1] == [("action",)] and set(filter(None, titles)) <= set(_ACTION_TITLES) and len(titles) > 2:
        return _table(ACTION_TABLE, titles, cells, _ACTION_TITLES)
    return _table(CAUSE_TABLE, titles, cells, _CAUSE_TITLES) if list(titles) == list(_CAUSE_TITLES) else None


def _table(table: str, titles: Sequence[tuple[str, ...]], cells: Sequence[str], keys: dict) -> Columns:
    roles = (Role(HEAD, keys.get(title, ""), cell) for title, cell in zip(titles, cells, strict=True))
    return Columns(tuple(roles), table)


def chunks_of(text: str) -> list[Chunk]:
    """The texts of a line between two or more spaces."""
    return [Chunk(found[0].rstrip(), found.start()) for found in re.finditer(r"\S+(?: \S+)*", text)]


def spaced_columns(lines: Sequence[str], framework: Framework) -> tuple[Columns, int] | None:
    """The columns of a table whose cells only spaces part, and how many lines its titles take; None where it is none.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> lines = ["STANDARD     GAP       WORKING   SOME     DOING", "          IDENTIFIED   TOWARDS  SUCCESS   WELL"]
    >>> found, taken = spaced_columns(lines, cdrp)
    >>> [role.key for role in found.roles], taken
    (['', 'G', 'W', 'S', 'D'], 2)
    """
    chunks = chunks_of(lines[0])
    if not 1 < len(chunks) <= 60 or max(len(chunk.text) for chunk in chunks) > 100:
        return None
    columns = [(chunk.text, chunk.start, chunk.end) for chunk in chunks]
    for taken in range(1, min(_WRAPS, len(lines)) + 1):
        found = columns_of([text for text, _, _ in columns], framework)
        levels = sum(role.kind == LEVEL for role in found.roles) if found else 0
        if found and (found.table or levels == len(framework.levels)):
            spans = zip(found.roles, columns, strict=True)
            roles = tuple(replace(role, start=start, end=end) for role, (_, start, end) in spans)
            return replace(found, roles=roles, spaced=True), taken
        columns = _wrapped(columns, chunks_of(lines[taken])) if taken < len(lines) else columns
    return None


def _wrapped(columns: list[tuple[str, int, int]], below: Sequence[Chunk]) -> list[tuple[str, int, int]]:
    """Titles with what stands below each."""

    def own(start: int, end: int) -> list[Chunk]:
        return [one for one in below if one.start < end and one.end > start]

    return [
        (" ".join([text, *(one.text for one in own(start, end))]),
         min([start, *(one.start for one in own(start, end))]), max([end, *(one.end for one in own(start, end))]))
        for text, start, end in columns
    ]  # fmt: skip


@dataclass(frozen=True)
class Cut:
    """A line's cells under the columns of a spaced table; ``between`` names two where a tick could be in either."""

    cells: tuple[str, ...]
    between: tuple[str, str, str] | None = None


def cut(text: str, columns: Columns) -> Cut:
    """A line of a spaced table as the cells of its columns.

    Examples
    --------
    >>> roles = Role(HEAD), Role(LEVEL, "a", "a", 10, 11), Role(LEVEL, "b", "b", 20, 21)
    >>> cut("1 Some     ✓", Columns(roles)), cut("1 Some         ✓", Columns(roles)).between
    (Cut(cells=('1 Some', '✓', ''), between=None), ('✓', 'a', 'b'))
    """
    cells: list[list[str]] = [[] for _ in columns.roles]
    between = None
    for chunk in _parted(chunks_of(text), columns):
        at, other = _column(chunk, columns)
        if other is None:
            cells[at].append(chunk.text)
        else:
            between = chunk.text, columns.roles[at].title, columns.roles[other].title
    return Cut(tuple(" ".join(cell) for cell in cells), between)


def _parted(chunks: Sequence[Chunk], columns: Columns) -> Iterator[Chunk]:
    """Texts that run up to the next column with one space between are parted there."""
    starts = [role.start for role in columns.roles if role.kind not in (LEVEL, MARK)]
    for chunk in chunks:
        inside = [at - chunk.start for at in starts if chunk.start < at < chunk.end]
        cuts = [at for at in inside if chunk.text[at - 1] == " "]
        for begin, end in zip([0, *cuts], [*cuts, len(chunk.text)], strict=True):
            yield Chunk(chunk.text[begin:end].rstrip(), chunk.start + begin)


def _column(chunk: Chunk, columns: Columns) -> tuple[int, int | None]:
    """The column of a text, and a second one where it could as well be in that."""
    texts = [at for at, role in enumerate(columns.roles) if role.kind not in (LEVEL, MARK)]
    left = max((at for at in texts if columns.roles[at].start <= chunk.start + 2), default=texts[0] if texts else 0)
    boxes = [at for at, role in enumerate(columns.roles) if role.kind in (LEVEL, MARK)]
    marked = len(chunk.text) < 24 and (_MARKS.search(chunk.text) or len(chunk.text) == 1)
    ahead = [at for at in boxes if at > left]
    if not ahead or (not marked and chunk.start < columns.roles[ahead[0]].start - 2):
        return left, None
    if any(columns.roles[at].start == chunk.start for at in texts):
        return left, None
    middle = chunk.start + len(chunk.text) / 2
    near = sorted(boxes, key=lambda at: abs(columns.roles[at].middle - middle))[:2]
    far = [abs(columns.roles[at].middle - middle) for at in near]
    return near[0], (near[1] if len(near) > 1 and far[0] > 0.6 * far[1] else None)
