"""What a schema cannot see in a framework file: duplicates, and references to what is not there."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from assesslib.framework.words import Found
from assesslib.toml_lines import KeyPath, spoken

# Where ids stand that no two may share, what they are the id of, and whether A and a are the same.
_UNIQUE = (
    ((("levels", "*", "code"),), "the code of a level", True),
    ((("sections", "*", "id"),), "the id of a section", False),
    ((("sections", "*", "items", "*", "id"),), "the id of an item", False),
    ((("sections", "*", "questions", "*", "id"), ("closing_questions", "*", "id")), "the id of a question", False),
    ((("prompts", "*", "kind"),), "the kind of a prompt", False),
    ((("facets", "*", "id"),), "the id of a facet", False),
    ((("themes", "*", "id"),), "the id of a theme", False),
    ((("process", "rows", "*", "id"),), "the id of a row of the process record", False),
    ((("signatories", "roles", "*", "id"),), "the id of a signatory", False),
)
_LISTS = (
    ("sections", "*", "items", "*", "themes"),
    ("sections", "*", "prompts"),
    ("signatories", "roles", "*", "asks"),
)

_COLUMNS = ("n", "low", "iov")


def crossed(data: dict, shared: tuple[str, ...]) -> tuple[Found, ...]:
    """Every duplicate and every reference to what is not there; what has the wrong shape is passed over.

    Parameters
    ----------
    data : dict
        A framework file's data.
    shared : tuple of str
        The ids of the shared themes.

    Examples
    --------
    >>> levels = [{"code": "a"}, {"code": "A"}]
    >>> crossed({"levels": levels}, ())[0][:3]
    (('levels', 1, 'code'), 'is already the code of a level, at levels[1]', 'A')
    """
    found = (
        _duplicates(data),
        _names_of_columns(data),
        _listed_twice(data),
        _shared_again(data, shared),
        _references(data, shared),
        _steps(data),
        _nothing_to_rate(data),
    )
    return tuple(chain.from_iterable(found))


def _spots(node: Any, *pattern: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Everything that stands at a key path, where ``*`` is every element of a list."""
    if not pattern:
        yield path, node
    elif pattern[0] == "*" and isinstance(node, list):
        for index, part in enumerate(node):
            yield from _spots(part, *pattern[1:], path=(*path, index))
    elif isinstance(node, dict) and pattern[0] in node:
        yield from _spots(node[pattern[0]], *pattern[1:], path=(*path, pattern[0]))


def _texts(data: dict, *pattern: str) -> list[tuple[KeyPath, str]]:
    return [(path, text) for path, text in _spots(data, *pattern) if isinstance(text, str)]


def _values(data: dict, *pattern: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for _, text in _texts(data, *pattern)))


def _duplicates(data: dict) -> Iterator[Found]:
    for patterns, kind, fold in _UNIQUE:
        seen: dict[str, KeyPath] = {}
        for path, text in chain.from_iterable(_texts(data, *pattern) for pattern in patterns):
            first = seen.setdefault(text.lower() if fold else text, path)
            if first != path:
                yield Found(path, f"is already {kind}, at {spoken(first[:-1])}", text, do="Give each its own.")


def _names_of_columns(data: dict) -> Iterator[Found]:
    for path, code in _texts(data, "levels", "*", "code"):
        if code in _COLUMNS:
            yield Found(path, "is the name of a column in every table of counts", code, do=f"Write {code.upper()}.")


def _listed_twice(data: dict) -> Iterator[Found]:
    lists = chain.from_iterable(_spots(data, *pattern) for pattern in _LISTS)
    for path, values in ((path, values) for path, values in lists if isinstance(values, list)):
        for index, value in enumerate(values):
            if value in values[:index]:
                yield Found((*path, index), "stands in this list already", str(value), do="Take one out.")


def _shared_again(data: dict, shared: tuple[str, ...]) -> Iterator[Found]:
    again = ((path, text) for path, text in _texts(data, "themes", "*", "id") if text in shared)
    do = "Take it out, or give it another id."
    return (Found(path, "is a shared theme already", text, do=do) for path, text in again)


def _references(data: dict, shared: tuple[str, ...]) -> Iterator[Found]:
    items = _values(data, "sections", "*", "items", "*", "id")
    codes = _values(data, "levels", "*", "code")
    themes = (*shared, *_values(data, "themes", "*", "id"))
    declare = "Correct it, or declare it under {}."
    yield from _unknown(data, (*_LISTS[0], "*"), "is not a theme", themes, declare.format("[[themes]]"))
    what = 'has no [[prompts]] entry with of = "section"'
    yield from _unknown(data, (*_LISTS[1], "*"), what, _section_prompts(data), declare.format("[[prompts]]"))
    yield from _unknown(data, ("guidance", "examples", "*", "item"), "is not an item of this framework", items)
    yield from _unknown(data, ("guidance", "examples", "*", "level"), "is not a level of this scale", codes)


def _section_prompts(data: dict) -> tuple[str, ...]:
    prompts = [part for _, part in _spots(data, "prompts", "*") if isinstance(part, dict)]
    return tuple(str(part["kind"]) for part in prompts if part.get("of") == "section" and "kind" in part)


def _unknown(
    data: dict, pattern: tuple[str, ...], what: str, known: tuple[str, ...], do: str = "Correct it."
) -> Iterator[Found]:
    return (Found(path, what, text, known, do) for path, text in _texts(data, *pattern) if text and text not in known)


def _steps(data: dict) -> Iterator[Found]:
    steps = sum(1 for _ in _spots(data, "method", "steps", "*"))
    for key in ("levels_after_step", "questions_after_step"):
        for path, step in _spots(data, "method", key):
            if isinstance(step, int) and steps and not 1 <= step <= steps:
                yield Found(path, f"is not the number of a step, which are 1 to {steps}", str(step), do="Correct it.")


def _nothing_to_rate(data: dict) -> Iterator[Found]:
    if any(_spots(data, "sections", "*")) and not any(_spots(data, "sections", "*", "items", "*")):
        do = "Add [[sections.items]] under at least one section."
        yield Found(("sections",), "no section has items, so there is nothing to rate", do=do)
