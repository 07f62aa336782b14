"""What cannot be counted, said by file and number of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assesslib.engines import sql
from assesslib.engines.base import Engine, Source
from assesslib.engines.words import Word, counted
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.journal import as_stamp, is_day
from assesslib.words import many


def of_files(engine: Engine, source: Source, columns: Sequence[str],
             wanted: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...], int]]:  # fmt: skip
    """The files in which some words stand, with the words and the number of rows."""
    raw = [f"raw_{column}" for column in columns]
    named = [f"had.{engine.name(column)}" for column in columns]
    query = sql.BY_FILE.format(
        file=engine.name("file"), columns=sql.listing(named), texts=_as_they_stand(engine, columns),
        rows=source.rows(["file", *columns]), wanted=sql.table(engine, raw, wanted),
        same=sql.both(f"{column} = {text}" for column, text in zip(named, raw, strict=True)))  # fmt: skip
    for file, *word, rows in engine.fetch(query):
        yield file, tuple(word), rows


def _as_they_stand(engine: Engine, columns: Iterable[str]) -> str:
    return sql.listing(f"{sql.text_of(engine, column)} AS {engine.name(column)}" for column in columns)


def refuse_mixed_frameworks(engine: Engine, source: Source, framework: Framework) -> None:
    """Raise a FaultsError where a file says by its folder or in a column that it rates another framework."""
    do = f"Count the files of {framework.id} alone."
    other = {file: named for file, named in source.frameworks if named not in ("", framework.id)}
    faults = [Fault(f"is another framework than {framework.id} ({many(rows, 'row')})", file=file, value=other[file],
                    do=do) for file, rows in _rows_of(engine, source, other)]  # fmt: skip
    for column, own, alone in (
        ("framework", framework.id, do),
        ("version", framework.version, "Count the files of one version alone."),
    ):
        if column in source.held and not faults:
            what = f"is another {column} than {own}"
            faults = _strange(engine, source, column, ("", own), Fault(what, column=column, do=alone))
    if faults:
        raise FaultsError(faults)


def _rows_of(engine: Engine, source: Source, files: Mapping[str, str]) -> list[tuple[str, int]]:
    if not files:
        return []
    found = dict(engine.fetch(sql.FILES.format(file=engine.name("file"), rows=source.rows(["file"]))))
    return [(file, found[file]) for file in files if file in found]


def _strange(engine: Engine, source: Source, column: str, own: Sequence[str], fault: Fault) -> list[Fault]:
    """The fault for every word of a column that is none of the right ones."""
    query = f"SELECT DISTINCT {sql.text_of(engine, column)} FROM ({source.rows([column])}) AS said"
    other = [row for row in engine.fetch(query) if row[0] not in own]
    return _said(engine, source, column, other, fault)


def _said(engine: Engine, source: Source, column: str, words: Sequence[tuple[str]], fault: Fault) -> list[Fault]:
    if not words:
        return []
    had = of_files(engine, source, [column], words)
    return counted((file, replace(fault, column=column, value=word), rows) for file, (word,), rows in had)


TIMES = (
    ("date", is_day, Fault("is not a date", do="Write it like 2026-03-01.")),
    ("at", as_stamp, Fault("is not a time", do="Write it like 2026-03-01T09:15:00Z.")),
)


def refuse_times(engine: Engine, source: Source, by: Sequence[str]) -> None:
    """Raise a FaultsError where counts are by day or moment and a text is none; needs the table ``grouped``."""
    faults = []
    for column, is_right, fault in TIMES:
        if column in by:
            found = engine.fetch(f"SELECT DISTINCT {engine.name(column)} FROM grouped")
            wrong = [row for row in found if row[0] and not is_right(row[0])]
            faults += _said(engine, source, column, wrong, fault)
    if faults:
        raise FaultsError(faults)


def refuse_repeats(engine: Engine, source: Source, words: Sequence[Word], facets: bool) -> None:
    """Raise a FaultsError where a rating is there twice, or as a whole and by facet, or is nobody's."""
    if not words:
        return
    engine.keep("items", _items(engine, words))
    bits = " + ".join(f"CAST(bit_count(bit_or(bits_{place})) AS INT)" for place in range(_groups(words)))
    engine.keep("doubtful", sql.DOUBTFUL.format(keyed=_keyed(engine, source, words), bits=bits))
    doubtful = engine.fetch("SELECT count(*) FROM doubtful")[0][0]
    faults = [
        *(_nameless(engine, source) if doubtful else []),
        *(_repeats(engine, source, words) if doubtful else []),
        *(_mixtures(engine, source, words) if facets else []),
    ]
    if faults:
        raise FaultsError(faults)


def _repeats(engine: Engine, source: Source, words: Sequence[Word]) -> list[Fault]:
    same = sql.both(f"keyed.{one} = doubtful.{one}" for one in ("assessment_", "member_", "round_", "facet_"))
    query = sql.REPEATED.format(keyed=_keyed(engine, source, words, file=True), same=same)
    return list(map(_repeat, engine.fetch(query)))


def _mixtures(engine: Engine, source: Source, words: Sequence[Word]) -> list[Fault]:
    return list(map(_mixture, engine.fetch(sql.MIXED.format(keyed=_keyed(engine, source, words, file=True)))))


def _keyed(engine: Engine, source: Source, words: Sequence[Word], file: bool = False) -> str:
    """The query of every row by what it is an answer to; an item by its bit, so that a whole member is one group."""
    columns = ["assessment", "member", "item", "facet", "round", *(["file"] if file else [])]
    places = {"facet": 1, "round": 2}
    tidy = {column: {word.raw[place]: word.cells[column] for word in words} for column, place in places.items()}
    key = [f"{sql.text_of(engine, 'assessment')} AS assessment_", f"{sql.trimmed(engine, 'member')} AS member_",
           *(f"{sql.renamed(engine, column, tidy[column])} AS {column}_" for column in places),
           *([f"{engine.name('file')} AS file_"] if file else [])]  # fmt: skip
    return sql.KEYED.format(key=sql.listing(key), columns=sql.listing(map(engine.name, columns)),
                            rows=source.rows(columns), item=sql.text_of(engine, "item"))  # fmt: skip


def _items(engine: Engine, words: Sequence[Word]) -> str:
    """The query of every item as it stands, as it is meant, and with the one bit that is its own."""
    raw = dict.fromkeys((word.raw[0], word.cells["item"]) for word in words)
    places = {item: place for place, item in enumerate(dict.fromkeys(item for _, item in raw))}
    columns = ["raw_item", "item_", *(f"bits_{place}" for place in range(_groups(words)))]
    return sql.table(engine, columns, ((text, item, *_bits(places[item], _groups(words))) for text, item in raw))


def _groups(words: Sequence[Word]) -> int:
    return -(-len({word.cells["item"] for word in words}) // sql.BITS)


def _bits(place: int, groups: int) -> list[int]:
    return [1 << place % sql.BITS if group == place // sql.BITS else 0 for group in range(groups)]


def _nameless(engine: Engine, source: Source) -> list[Fault]:
    query = sql.NAMELESS.format(file=engine.name("file"), rows=source.rows(["file", "member"]),
                                member=sql.trimmed(engine, "member"))  # fmt: skip
    return [Fault(f"The member is missing ({many(rows, 'row')})", file=file, column="member",
                  do="Say whose rating this is.") for file, rows in engine.fetch(query)]  # fmt: skip


def _repeat(row: tuple) -> Fault:
    file, rows, member, item, round_ = row
    return Fault(f"has item {item} a second time in round {round_} ({many(rows, 'row')} too many)",
                 file=file, column="member", value=member, do="Keep one of the rows.")  # fmt: skip


def _mixture(row: tuple) -> Fault:
    file, rows, member, item, round_ = row
    return Fault(f"has item {item} both as a whole and by facet in round {round_} ({many(rows, 'row')})",
                 file=file, column="member", value=member,
                 do="Keep the whole row, or the rows of the facets.")  # fmt: skip
