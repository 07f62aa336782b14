"""What became of the parts of a library of CISO Assistant that are no nodes, and of the fields of its nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assesslib.readers.instruments.records import LEFT_OUT, Spot, Trace
from assesslib.readers.instruments.yaml_tree import Tree
from assesslib.words import many

_READ = {"urn", "parent_urn", "ref_id", "name", "description", "assessable", "depth", "translations"}
_WHYS = {
    "questions": "questions with answers of their own are no scale that all items share",
    "answer": "answers of its own are no scale that all items share",
    "weight": "levels are not counted up, so nothing is weighed",
}


def top_traces(library: Tree, framework: Tree, file: str) -> Iterator[Trace]:
    """What became of what a library and its framework say of themselves, and of its other objects."""
    named = {"name": "title", "description": "introduction", "version": "version", "provider": "source",
             "copyright": "source"}  # fmt: skip
    for key in named:
        if library.text(key):
            shadowed = key == "name" and framework.text("name")
            became = (LEFT_OUT, "the framework has a name of its own") if shadowed else (named[key], "")
            yield Trace(Spot(file, line=library.get(key).line), library.text(key), *became)
    if framework.text("name"):
        yield Trace(Spot(file, line=framework.get("name").line), framework.text("name"), "title")
    if framework.text("description"):
        spot = Spot(file, line=framework.get("description").line)
        yield Trace(spot, framework.text("description"), "introduction")
    objects = library.get("objects")
    for key in objects.keys:
        if key not in ("framework", "frameworks"):
            yield Trace(Spot(file, line=objects.get(key).line), key, LEFT_OUT, "it is no framework")


def field_traces(trees: Sequence[Tree], file: str) -> Iterator[Trace]:
    """The fields of nodes that a framework has no place for: one line a field, where it first stands."""
    held = [(key, tree.get(key).line) for tree in trees for key in tree.keys if key not in _READ]
    full = [(key, line) for (key, line), tree in _filled(trees, held)]
    counts, first = Counter(key for key, _ in full), dict(reversed(full))
    for key, n in counts.items():
        why = _WHYS.get(key, "a framework has no place for it")
        yield Trace(Spot(file, line=first[key]), f"{key[:60]} of {many(n, 'node')}", LEFT_OUT, why)


def _filled(trees: Sequence[Tree], held: Sequence[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], Tree]]:
    values = (tree.get(key) for tree in trees for key in tree.keys if key not in _READ)
    return ((pair, tree) for pair, tree in zip(held, values, strict=True) if tree.value)
