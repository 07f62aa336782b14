"""YAML as texts with their lines, read without running anything of it, in bounded time and memory.

Scalars stay as they are written: read as values an unquoted 1.10 would be 1.1, and an unquoted No would be false.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from assesslib.csvfile import decode
from assesslib.faults import Fault, FaultsError

MOST_BYTES = 16_000_000
"""Over three times the largest library that is published."""
MOST_DEEP = 40
MOST_PARTS = 400_000
"""Beginnings and ends of lists and tables, and texts; each alias counts once, for none is written out."""
_NULL = {"", "~", "null", "Null", "NULL"}


class Tree(NamedTuple):
    """A text, a list of trees or a table of trees, with the line where it begins."""

    value: str | list[Tree] | dict[str, Tree]
    line: int

    def get(self, key: str) -> Tree:
        """What a table holds under a key; an empty text where it has none, or is none."""
        found = self.value.get(key) if isinstance(self.value, dict) else None
        return found or Tree("", self.line)

    def text(self, key: str) -> str:
        """The text under a key; "" where there is none or something else."""
        value = self.get(key).value
        return value.strip() if isinstance(value, str) else ""

    @property
    def keys(self) -> list[str]:
        """The keys of a table; none where it is none."""
        return list(self.value) if isinstance(self.value, dict) else []

    @property
    def parts(self) -> list[Tree]:
        """The parts of a list; none where it is none."""
        return self.value if isinstance(self.value, list) else []


def read_tree(path: Path) -> Tree:
    """The first document of a YAML file.

    Raises
    ------
    FaultsError
        Where the file cannot be read, is too large or too deep, or is no YAML.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            what = f"the file is {size / 1e6:.1f} MB, and at most {MOST_BYTES / 1e6:g} MB is read"
            raise FaultsError([Fault(what, str(path), do="Check that it is the right file.")])
        data = path.read_bytes()
    except OSError as problem:
        what = f"the file cannot be read ({problem.strerror})"
        raise FaultsError([Fault(what, str(path), do="Check the name, or ask for access to it.")]) from None
    return tree_of(decode(data)[0].encode("utf-8", "replace"), str(path))


def tree_of(data: bytes, file: str) -> Tree:
    """The first document of a YAML text in UTF-8; errors as in `read_tree`.

    Examples
    --------
    >>> tree_of(b"ref_id: 1.10", "a.yaml").text("ref_id")
    '1.10'
    """
    import yaml

    try:
        return _built(_events(data, file), file)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        said = " ".join(str(getattr(problem, "problem", "") or "a character that cannot stand in it").split())
        fault = Fault(f"this is not YAML: {said}", file, mark and mark.line + 1, do="Look here and just above.")
        raise FaultsError([fault]) from None


def _events(data: bytes, file: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    for number, event in enumerate(yaml.parse(data, Loader=loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEEP or number > MOST_PARTS:
            what = f"lists or tables stand inside one another more than {MOST_DEEP} deep"
            what = what if depth > MOST_DEEP else f"the file has more than {MOST_PARTS} parts"
            line = event.start_mark.line + 1
            raise FaultsError([Fault(what, file, line, do="Check that it is the right file.")])
        yield event


def _built(events: Iterator[Any], file: str) -> Tree:
    """The tree of the first document; an alias is the very part that it names, not a copy."""
    import yaml

    root: list[Tree] = []
    named: dict[str, Tree] = {}
    open_: list[tuple[Tree, list[Tree]]] = []
    for event in events:
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, yaml.CollectionEndEvent):
            _closed(*open_.pop())
            continue
        tree = _part(event, named)
        if tree is None:
            continue
        (open_[-1][1] if open_ else root).append(tree)
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((tree, tree.value if isinstance(tree.value, list) else []))
    return root[0] if root else Tree("", 1)


def _part(event: Any, named: dict[str, Tree]) -> Tree | None:
    import yaml

    if isinstance(event, yaml.AliasEvent):
        return named.get(event.anchor, Tree("", event.start_mark.line + 1))
    if not isinstance(event, yaml.NodeEvent):
        return None
    tree = Tree(_empty(event), event.start_mark.line + 1)
    if event.anchor:
        named[event.anchor] = tree
    return tree


def _empty(event: Any) -> str | list | dict:
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        plain = event.implicit[0] and event.style in (None, "")
        return "" if plain and event.value in _NULL else event.value
    return {} if isinstance(event, yaml.MappingStartEvent) else []


def _closed(tree: Tree, parts: list[Tree]) -> None:
    """Fill a table with its keys and values once all are there."""
    if isinstance(tree.value, dict):
        pairs = zip(parts[::2], parts[1::2], strict=False)
        tree.value.update({key.value: value for key, value in pairs if isinstance(key.value, str)})
