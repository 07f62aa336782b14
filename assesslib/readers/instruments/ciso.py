"""A library of CISO Assistant (YAML): nodes that can be assessed are items, the headings above them sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assesslib.faults import Fault
from assesslib.readers.instruments.ciso_traces import field_traces, top_traces
from assesslib.readers.instruments.records import ITEM, SECTION, Found, Node, Spot, Wishes
from assesslib.readers.instruments.scale import Entry, Scale, scale_of
from assesslib.readers.instruments.yaml_tree import Tree, read_tree
from assesslib.words import many, noun

KIND = "ciso-assistant"
MOST_NODES = 10_000
"""Nodes of a framework that are read: nobody could rate so many, and the largest that are published have half."""
_LONGEST_TITLE = 120
_MOST_DEEP = 40


def read_ciso(path: Path, wishes: Wishes) -> Found:
    """What a library holds of an instrument.

    Raises
    ------
    FaultsError
        Where the file cannot be read as YAML at all.
    """
    library, file = read_tree(path), str(path)
    frameworks = _frameworks(library)
    if not frameworks:
        return Found(KIND, faults=(_no_framework(library, file),))
    framework, which = _wished(frameworks, wishes, file)
    language, strange = _language(library, framework, wishes, file)
    trees = [tree for tree in framework.get("requirement_nodes").parts if isinstance(tree.value, dict)]
    scale = _scale(framework, language, wishes, file)
    return Found(
        KIND,
        tuple(_nodes(trees[:MOST_NODES], language, file)),
        scale.levels,
        title=_said(framework, "name", language) or _said(library, "name", language),
        ref=framework.text("ref_id") or library.text("ref_id"),
        version=library.text("version"),
        item_term="requirement",
        source=_source(library, framework),
        introduction=_abouts(library, framework, language),
        traces=(*scale.traces, *top_traces(library, framework, file), *field_traces(trees, file)),
        faults=(*which, *strange, *_size(framework, trees, file), *_untold(trees, language, file)),
        scale_faults=scale.faults,
    )


def _frameworks(library: Tree) -> list[Tree]:
    """The frameworks of a library: one under ``framework``, or several in a list under either name."""
    found = [library.get("objects").get(key) for key in ("framework", "frameworks")]
    every = [part for tree in found for part in (tree.parts or [tree])]
    return [tree for tree in every if isinstance(tree.value, dict)]


def _no_framework(library: Tree, file: str) -> Fault:
    held = library.get("objects").value
    what = f"The library holds no framework, only {', '.join(held)}" if isinstance(held, dict) and held else (
        "This is no library of CISO Assistant: it holds no objects")  # fmt: skip
    return Fault(what, file, do="Choose a library with a framework: it has objects, framework, requirement_nodes.")


def _wished(frameworks: Sequence[Tree], wishes: Wishes, file: str) -> tuple[Tree, tuple[Fault, ...]]:
    """The framework that is read; where there are several, the one that is wished, or a question."""
    names = {tree.text("ref_id") or tree.text("urn"): tree for tree in frameworks}
    by_urn = {tree.text("urn"): tree for tree in frameworks}
    wished = names.get(wishes.part) or by_urn.get(wishes.part)
    if wished or (len(frameworks) == 1 and not wishes.part):
        return wished or frameworks[0], ()
    what = "is not a framework of the library" if wishes.part else "The library holds several frameworks"
    do = f"Say which is read, e.g. --part {next(iter(names))}."
    return frameworks[0], (Fault(what, file, value=wishes.part or None, allowed=tuple(names), do=do),)


def _language(library: Tree, framework: Tree, wishes: Wishes, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The language of translations that is read; "" for the library's own."""
    own, wished = library.text("locale"), wishes.language
    if not wished or wished.casefold() == own.casefold():
        return "", ()
    nodes = framework.get("requirement_nodes").parts
    there = {key for tree in (library, framework, *nodes) for key in tree.get("translations").keys}
    if wished in there:
        return wished, ()
    allowed = tuple(filter(None, (own, *sorted(there))))
    return "", (
        Fault("is not a language of the library", file, value=wished, allowed=allowed, do="Name one of these."),
    )


def _said(tree: Tree, key: str, language: str) -> str:
    """A text in a language, else as the library has it."""
    translated = tree.get("translations").get(language).text(key) if language else ""
    return translated or tree.text(key)


def _abouts(library: Tree, framework: Tree, language: str) -> tuple[str, ...]:
    """What is said of the framework and of the library, once where it is the same."""
    said = (_said(tree, "description", language) for tree in (framework, library))
    return tuple(dict.fromkeys(filter(None, said)))


def _source(library: Tree, framework: Tree) -> str:
    parts = (library.text("provider"), library.text("copyright"), framework.text("urn") or library.text("urn"))
    return "; ".join(filter(None, parts))


def _scale(framework: Tree, language: str, wishes: Wishes, file: str) -> Scale:
    """The scale of the scores that the library defines, lowest score first; none where it defines none."""
    defined = framework.get("scores_definition")
    scores = [tree for tree in (defined.parts or defined.get("scale").parts) if isinstance(tree.value, dict)]
    entries = [Entry(Spot(file, line=tree.line), tree.text("score"), _level(tree, language)) for tree in scores]
    values = [_number(entry.code) for entry in entries]
    if not entries:
        return Scale()
    if None in values or len(set(values)) < len(values):
        return scale_of(entries, wishes.lowest)
    ordered = [entry for _, entry in sorted(zip(values, entries, strict=True), key=lambda pair: pair[0])]
    return scale_of(ordered, wishes.lowest, rising=True)


def _level(tree: Tree, language: str) -> str:
    name, about = (_said(tree, key, language) for key in ("name", "description"))
    return together(name, about)


def together(name: str, about: str) -> str:
    """A name and what is said of it as one wording.

    Examples
    --------
    >>> together("Initial", "No process."), together("Why?", "Because."), together("Same.", "Same.")
    ('Initial: No process.', 'Why? Because.', 'Same.')
    """
    if not name or not about or about.startswith(name):
        return about or name
    return f"{name}{'' if name.endswith(('.', '?', '!', ':', ';')) else ':'} {about}"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _nodes(trees: Sequence[Tree], language: str, file: str) -> Iterator[Node]:
    urns: dict[str, int] = {}
    open_: list[int] = []
    for place, tree in enumerate(trees):
        open_, under = _stands_under(tree, trees, urns, open_)
        yield _node(tree, under, language, file)
        urns.setdefault(tree.text("urn"), place)
        open_ = [*open_, place]


def _stands_under(tree: Tree, trees: Sequence[Tree], urns: Mapping[str, int], open_: list[int]) -> tuple:
    """The nodes that are open above one, and the one it stands under: its parent by urn, else by depth."""
    open_ = [at for at in open_ if _depth(trees[at]) < _depth(tree)]
    parent = urns.get(tree.text("parent_urn")) if tree.text("parent_urn") else None
    return open_, parent if parent is not None else open_[-1] if open_ else None


def _depth(tree: Tree) -> int:
    depth = tree.text("depth")
    return min(int(depth), _MOST_DEEP) if depth.isdecimal() and len(depth) < 4 else 1


def _node(tree: Tree, under: int | None, language: str, file: str) -> Node:
    name, about = (_said(tree, key, language) for key in ("name", "description"))
    spot, ref = Spot(file, line=tree.line), tree.text("ref_id")
    if tree.text("assessable").lower() in ("true", "yes", "x", "on"):
        why = "its name and its description" if name and about else ""
        wording = together(name, about) or ref
        return Node(spot, ITEM if wording else SECTION, wording, ref, under, name=_urn_name(tree), why=why)
    title, beneath = _heading(name, about, ref)
    return Node(spot, SECTION, title, ref, under, beneath, why=_untitled(title, about))


def _untitled(title: str, about: str) -> str:
    return "its description, for it has no name" if title and title == about else ""


def _heading(name: str, about: str, ref: str) -> tuple[str, str]:
    """The title of a heading and what is said beneath: its name, else a short description, else its reference."""
    if name:
        return name, "" if about == name else about
    short = about and len(about) <= _LONGEST_TITLE and "\n" not in about
    return (about, "") if short or not ref else (ref, about)


def _urn_name(tree: Tree) -> str:
    """What the urn calls a node within its framework: unique and kept from one edition to the next."""
    return ".".join(tree.text("urn").split(":")[5:])


def _size(framework: Tree, trees: Sequence[Tree], file: str) -> Iterator[Fault]:
    parts = framework.get("requirement_nodes").parts
    if len(trees) > MOST_NODES:
        what = f"The framework has {len(trees)} nodes, and at most {MOST_NODES} are read"
        yield Fault(what, file, do="Check that it is the right file.")
    strange = [part for part in parts if not isinstance(part.value, dict)]
    if strange:
        what = f"{many(len(strange), 'part')} of requirement_nodes cannot be read: a node has keys such as name"
        yield Fault(what, file, strange[0].line, do="Put it right, or take it out.")


def _untold(trees: Sequence[Tree], language: str, file: str) -> Iterator[Fault]:
    if language:
        lacking = [tree for tree in trees if tree.keys and not tree.get("translations").get(language).keys]
        if lacking:
            own = f"kept {noun(len(lacking), 'its', 'their')} own"
            what = f"{many(len(lacking), 'node')} of the library without a wording in {language} {own}"
            yield Fault(what, file, lacking[0].line, do="Translate them in the framework.", handled=True)
