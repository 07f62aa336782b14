"""How often each level was given in files of ratings, whichever engine reads them."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from assesslib.engines import sql
from assesslib.engines.base import Engine, Source
from assesslib.engines.checking import of_files, refuse_mixed_frameworks, refuse_repeats, refuse_times
from assesslib.engines.words import COLUMNS, Word, counted, read_words
from assesslib.faults import FaultsError
from assesslib.framework import Framework
from assesslib.journal import as_stamp
from assesslib.ratings import UNRATED, level_counts, tidy

OF_A_WORD = (*COLUMNS, "section")


def count(engine: Engine, source: Source, framework: Framework, by: str | Sequence[str], round: int | None,
          trusted: bool) -> pd.DataFrame:  # fmt: skip
    """The counts of `assesslib.ratings.level_counts`, from files; arguments and faults as `duck.file_level_counts`."""
    empty = level_counts(tidy((), framework), by, round=None)
    by = [by] if isinstance(by, str) else list(by)
    refuse_mixed_frameworks(engine, source, framework)
    words = group(engine, source, framework, by)
    refuse_times(engine, source, by)
    trusted = trusted or source.distinct
    facets = any(word.cells["facet"] for word in words)
    if facets and not (trusted and "facet" in by):
        keep_facets(engine, source, by)
    if not trusted:
        refuse_repeats(engine, source, words, facets)
    rows = _counted(engine, framework, by, round, facets) if words else []
    return in_order(_typed(rows, empty, by, framework), by, framework)


def in_order(counts: pd.DataFrame, by: str | Sequence[str], framework: Framework) -> pd.DataFrame:
    """Counts sorted by the columns they are counted by: sections, items and levels as the framework has them."""
    by = [by] if isinstance(by, str) else list(by)
    known = {"item": [item.id for item in framework.items], "section": [one.id for one in framework.sections]}
    return counts.sort_values(by, key=partial(_as_known, known=known), kind="stable", ignore_index=True)


def _as_known(column: pd.Series, known: dict[str, list[str]]) -> pd.Series:
    if column.name not in known:
        return column
    places = {id: place for place, id in enumerate(known[column.name])}
    return column.map(lambda id: places.get(id, len(places)))


def group(engine: Engine, source: Source, framework: Framework, by: Sequence[str]) -> list[Word]:
    """Keep the tables ``grouped`` and ``words``; the words, none of which has a fault."""
    told = told_by(by)
    columns = list(dict.fromkeys([*told, *by]))
    named = sql.listing(map(engine.name, columns))
    engine.keep("grouped", sql.GROUPED.format(texts=sql.texts(engine, columns), columns=named,
                                              rows=source.rows(columns)))  # fmt: skip
    found = engine.fetch(sql.WORDS.format(columns=sql.listing(map(engine.name, told))))
    words = read_words(found, told, framework)
    if wrong := {word.raw: word.faults for word in words if word.faults}:
        had = of_files(engine, source, told, wrong)
        raise FaultsError(counted((file, fault, rows) for file, raw, rows in had for fault in wrong[raw]))
    if words:
        engine.keep("words", _words_table(engine, words, told, by_facet="facet" in by))
    return words


def told_by(by: Sequence[str]) -> list[str]:
    """The columns of a word: the section only where it is counted by."""
    return [*COLUMNS, *(["section"] if "section" in by else [])]


def _words_table(engine: Engine, words: Sequence[Word], told: Sequence[str], *, by_facet: bool) -> str:
    columns = [*(f"raw_{column}" for column in told), *(f"word_{column}" for column in OF_A_WORD), "answer"]
    cells = ((*word.raw, *(word.cells[column] for column in OF_A_WORD), word.answer(by_facet)) for word in words)
    return sql.table(engine, columns, cells)


def same_words(engine: Engine, told: Sequence[str], side: str) -> str:
    """The condition that a row and a word are the same."""
    return sql.both(f"{side}.{engine.name(column)} = raw_{column}" for column in told)


def keep_facets(engine: Engine, source: Source, by: Sequence[str]) -> None:
    """Keep the table ``facets``: the rows that are one side of an answer."""
    told = told_by(by)
    own = [column for column in dict.fromkeys(by) if column not in OF_A_WORD]
    columns = list(dict.fromkeys(["assessment", "member", *told, *own]))
    shown = ["had.assessment AS of_assessment", "had.member AS of_member", *(f"had.{engine.name(c)}" for c in own)]
    engine.keep("facets", sql.FACETS.format(
        columns=sql.listing(shown), place=engine.place, texts=sql.texts(engine, columns), rows=source.rows(columns),
        facet=sql.trimmed(engine, "facet"), same=same_words(engine, told, "had")))  # fmt: skip


def _counted(engine: Engine, framework: Framework, by: Sequence[str], round: int | None, facets: bool) -> list[tuple]:
    rounds = [] if round is None else [f"word_round = {engine.text(str(round))}"]
    apart = facets and "facet" not in by
    whole = sql.WHOLE.format(
        by=sql.listing(_of_whole(engine, column) for column in by), same=same_words(engine, told_by(by), "grouped"),
        counted=sql.both([*rounds, *(["word_facet = ''"] if apart else [])]))  # fmt: skip
    split = sql.ANSWERS.format(
        by=sql.listing(_of_facets(engine, column) for column in by), counted=sql.both(rounds),
        answer=sql.SPLIT.format(else_="min_by(answer, place)"))  # fmt: skip
    answers = f"{whole} UNION ALL {split}" if apart else whole
    return engine.fetch(sql.COUNTED.format(by=sql.listing(map(engine.name, by)), answers=answers,
                                           sums=sql.sums(engine, (*framework.codes, *UNRATED))))  # fmt: skip


def _of_whole(engine: Engine, column: str) -> str:
    own = f"words.word_{column}" if column in OF_A_WORD else f"grouped.{engine.name(column)}"
    return f"{own} AS {engine.name(column)}"


def _of_facets(engine: Engine, column: str) -> str:
    own = f"word_{column}" if column in OF_A_WORD else engine.name(column)
    first = f"min_by({own}, place)"
    shown = sql.SPLIT.format(else_=first) if column == "state" else first
    return f"{shown} AS {engine.name(column)}"


def _typed(rows: Sequence[tuple], empty: pd.DataFrame, by: Sequence[str], framework: Framework) -> pd.DataFrame:
    """Rows of texts and counts as the columns of tidy ratings are, and the counts beside them."""
    numbers = [*framework.codes, *UNRATED]
    counts = pd.DataFrame(rows, columns=[*by, *numbers]).astype(dict.fromkeys(numbers, "int64"))
    counts = counts.assign(**as_tidy(rows, by, framework))
    if "at" in by:
        # One moment may have been written in several ways.
        counts = counts.groupby(list(by), sort=False, observed=True, dropna=False).sum().reset_index()
    return counts.assign(n=counts[list(framework.codes)].sum(axis=1).astype("int64"))[list(empty.columns)]


def as_tidy(rows: Sequence[tuple], by: Sequence[str], framework: Framework) -> dict[str, pd.Series]:
    """The first cells of rows of texts as columns of tidy ratings."""
    known = tidy(({column: _moment(column, cell) for column, cell in zip(by, row[: len(by)], strict=True)}
                  | ({} if "round" in by else {"round": "1"}) for row in rows), framework)  # fmt: skip
    return {column: known[column] for column in by}


def _moment(column: str, cell: str) -> str:
    return as_stamp(cell) if column == "at" else cell
