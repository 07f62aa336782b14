"""What is wrong with the shape of a framework file, in plain words instead of a schema's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from assesslib.toml_lines import KeyPath

if TYPE_CHECKING:
    from jsonschema import ValidationError

_NAMES = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "a table"),
    ((date, datetime, time), "a date or time"),
)
_TOP = ("subtitle", "version", "source", "item_term", "motto", "motto_source", "facets")
_WANTED = {"string": "text", "array": "a list", "object": "a table", "integer": "a whole number"}


class Found(NamedTuple):
    """A fault and the key path where it stands (lists counted from 0), before its line is known."""

    path: KeyPath
    what: str
    value: str | None = None
    allowed: tuple[str, ...] = ()
    do: str = ""


def said(error: ValidationError) -> Iterator[Found]:
    """A schema error in plain words; one about several keys gives one fault for each.

    Parameters
    ----------
    error : jsonschema.ValidationError
        From the schema of a framework file: its ``title`` and ``description`` are the words used.

    Yields
    ------
    Found
        What is wrong, where, and what to do.

    Examples
    --------
    >>> from jsonschema import Draft202012Validator
    >>> [next(said(error)).what for error in Draft202012Validator({"type": "string"}).iter_errors(3.7)]
    ['a number stands where text belongs']
    """
    return _WORDS[error.validator](error, tuple(error.absolute_path))


def _required(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    what = f"is missing from {error.schema['title']}"
    missing = (key for key in error.validator_value if key not in error.instance)
    return (Found(path, what, key, do=f"Add {_sample(key, path)}.") for key in missing)


def _sample(key: str, path: KeyPath) -> str:
    lists = {"steps": 'steps = ["..."]', "asks": 'asks = ["name", "signature"]', "evidence": 'evidence = ["..."]'}
    tables = ("levels", "sections", "rows", "roles", "examples")
    return _heading((*path, key, 0)) if key in tables else lists.get(key, f'{key} = "..."')


def _heading(path: KeyPath) -> str:
    """How the heading of a table is written: with two brackets where there may be several."""
    name = ".".join(step for step in path if isinstance(step, str))
    return f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"


def _unknown(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    known = tuple(error.schema["properties"])
    what = f"is not a key of {error.schema['title']}"
    extra = (key for key in error.instance if key not in known)
    return (Found((*path, key), what, key, known, _misplaced(key, path)) for key in extra)


def _misplaced(key: str, path: KeyPath) -> str:
    if path and key in _TOP:
        return "It belongs to the whole framework: move it above the first heading."
    return "Correct the name, or take it out."


def _type(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    here = " or ".join(_WANTED[name] for name in wanted)
    yield Found(path, f"{_name(error.instance)} stands where {here} belongs", do=_instead(error, wanted, path))


def _name(value: Any) -> str:
    return next(name for kind, name in _NAMES if isinstance(value, kind))


def _instead(error: ValidationError, wanted: list[str], path: KeyPath) -> str:
    if wanted == ["object"]:
        return f"Write it under a heading of its own: {_heading(path)}."
    if wanted == ["integer"]:
        return "Write a whole number without quotes."
    if wanted == ["array"]:
        return _as_list(error, path)
    return "Write one text in quotes." if isinstance(error.instance, (list, dict)) else "Put quotes round it."


def _as_list(error: ValidationError, path: KeyPath) -> str:
    part = error.schema["items"]
    of_texts = part.get("$ref") == "#/$defs/text" or "enum" in part
    return "Put square brackets round it." if of_texts else f"Write each under a heading {_heading((*path, 0))}."


def _pattern(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    if error.instance.strip():
        yield Found(path, f"is not {error.schema['title']}", error.instance, do=error.schema["description"])
    else:
        yield Found(path, "the text is empty", do="Write it, or take the key out where it is not needed.")


def _too_few(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    if error.validator_value > 1:
        what = f"a scale has at least {error.validator_value} levels, and this one has {len(error.instance)}"
        yield Found(path, what, do=f"Add {_heading((*path, 0))}, lowest first.")
    else:
        yield Found(path, "the list is empty", do="Fill it, or take the key out where it is not needed.")


def _not_among(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    yield Found(
        path, f"is not {error.schema['title']}", str(error.instance), tuple(error.validator_value), "Correct it."
    )


def _empty_section(error: ValidationError, path: KeyPath) -> Iterator[Found]:
    what = "the section has neither items nor questions"
    yield Found(path, what, do="Add [[sections.items]] or questions, or take the section out.")


_WORDS = {
    "required": _required,
    "additionalProperties": _unknown,
    "type": _type,
    "pattern": _pattern,
    "minItems": _too_few,
    "enum": _not_among,
    "anyOf": _empty_section,
}
