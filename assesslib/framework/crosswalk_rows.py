"""The rows of a crosswalk held against the two frameworks: their items, wording and scales."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from assesslib.faults import listed
from assesslib.framework.load import Framework
from assesslib.framework.words import Found
from assesslib.toml_lines import spoken

# How many items each kind of row names before and after.
SIZES = {
    "same": ("1", "1"),
    "reworded": ("1", "1"),
    "split": ("1", "2 or more"),
    "merged": ("2 or more", "1"),
    "new": ("0", "1"),
    "retired": ("1", "0"),
    "scale_changed": ("1", "1"),
}
_OF_ONE = tuple(kind for kind, sizes in SIZES.items() if sizes == ("1", "1"))
_FITS = {"0": lambda n: n == 0, "1": lambda n: n == 1, "2 or more": lambda n: n > 1}
SIDES = ("before", "after")
_GONE = {"before": "retired", "after": "new"}


class _Row(NamedTuple):
    """A row as far as its shape allows: where it stands, and what it says."""

    place: int
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def kind_of(before: tuple[str, ...], after: tuple[str, ...], scales_differ: bool) -> str:
    """The kind that a row has to be, by the wordings of the items it names.

    Only items worded the same to the letter, on the same scale, are the same.

    Parameters
    ----------
    before, after : tuple of str
        The wordings. At least one in all, and at most one on one of the sides.
    scales_differ : bool
        Whether the levels of the two frameworks differ in codes, wording or order.

    Examples
    --------
    >>> kind_of(("We meet",), ("We meet",), False), kind_of(("We meet",), ("We meet often",), False)
    ('same', 'reworded')
    >>> kind_of(("We meet",), ("We meet",), True), kind_of(("We meet and eat",), ("We meet", "We eat"), True)
    ('scale_changed', 'split')
    """
    if len(before) == len(after) == 1:
        return "scale_changed" if scales_differ else "same" if before == after else "reworded"
    if not before or not after:
        return "retired" if before else "new"
    return "split" if len(after) > 1 else "merged"


def row_faults(data: dict, ends: Mapping[str, Framework]) -> Iterator[Found]:
    """Every fault of the rows; data of any shape will do.

    Parameters
    ----------
    data : dict
        A crosswalk's data.
    ends : mapping
        The frameworks ``before`` and ``after``; where one could not be found, less is looked at.

    Examples
    --------
    >>> [found.what for found in row_faults({"items": [{"kind": "new"}]}, {})]
    ['names 0 before and 1 after, and this row names 0 and 0']
    """
    rows = tuple(_rows(data.get("items")))
    yield from _sizes(rows)
    for side in SIDES:
        yield from _named_twice(rows, side)
    for side, framework in ends.items():
        yield from _unknown(rows, side, framework)
        yield from _left_out(rows, side, framework)
    if len(ends) == len(SIDES):
        yield from _kinds(rows, **ends)


def _rows(items: object) -> Iterator[_Row]:
    for place, row in enumerate(items if isinstance(items, list) else []):
        if isinstance(row, dict):
            yield _Row(place, str(row.get("kind")), *(_ids(row.get(side)) for side in SIDES))


def _ids(value: object) -> tuple[str, ...]:
    """The ids on one side of a row; a single one without brackets, which the schema complains of, is taken as meant."""
    return tuple(str(one) for one in (value if isinstance(value, list) else [value] if value else []))


def _sizes(rows: Iterable[_Row]) -> Iterator[Found]:
    for row in rows:
        sizes, here = SIZES.get(row.kind), (len(row.before), len(row.after))
        if sizes and not all(_FITS[size](n) for size, n in zip(sizes, here, strict=True)):
            what = f"names {' before and '.join(sizes)} after, and this row names {here[0]} and {here[1]}"
            yield Found(("items", row.place), what, row.kind, do="Correct the kind, or the items.")


def _named(rows: Iterable[_Row], side: str) -> Iterator[tuple[tuple, str]]:
    for row in rows:
        yield from ((("items", row.place, side, index), id) for index, id in enumerate(getattr(row, side)))


def _named_twice(rows: Iterable[_Row], side: str) -> Iterator[Found]:
    first: dict[str, tuple] = {}
    for path, id in _named(rows, side):
        if first.setdefault(id, path) != path:
            what = f"is named already, at {spoken(first[id])}"
            yield Found(path, what, id, do="Each item stands in one row: take one out.")


def _unknown(rows: Iterable[_Row], side: str, framework: Framework) -> Iterator[Found]:
    known = tuple(item.id for item in framework.items)
    what = f"is not a {framework.item_term} of {framework.id} {framework.version}"
    return (Found(path, what, id, known, "Correct it.") for path, id in _named(rows, side) if id not in known)


def _left_out(rows: Collection[_Row], side: str, framework: Framework) -> Iterator[Found]:
    """Without any row the schema has said enough."""
    named = {id for _, id in _named(rows, side)}
    what = f"is a {framework.item_term} of {framework.id} {framework.version} that no row names"
    do = f'Name it where it belongs, or add a row of the kind "{_GONE[side]}".'
    return (Found((), what, item.id, do=do) for item in framework.items if rows and item.id not in named)


def _kinds(rows: Iterable[_Row], before: Framework, after: Framework) -> Iterator[Found]:
    was, now = ({item.id: item.text for item in framework.items} for framework in (before, after))
    for row in rows:
        if row.kind in _OF_ONE and [*map(len, row[2:])] == [1, 1] and row.before[0] in was and row.after[0] in now:
            right = kind_of((was[row.before[0]],), (now[row.after[0]],), before.levels != after.levels)
            if row.kind != right:
                what = f"does not fit: {_reason(right, row, before, after)}"
                yield Found(("items", row.place, "kind"), what, row.kind, do=f'Write "{right}".')


def _reason(right: str, row: _Row, before: Framework, after: Framework) -> str:
    if right == "scale_changed":
        return f"the scales differ, {_difference(before, after)}"
    alike = "the same" if right == "same" else "differently"
    return f"{row.before[0]} before and {row.after[0]} after are worded {alike}, on the same scale"


def _difference(before: Framework, after: Framework) -> str:
    if before.codes != after.codes:
        return f"{listed(before.codes)} before and {listed(after.codes)} after"
    return f"in the wording of {listed(code for code in before.codes if before.scale[code] != after.scale[code])}"
