"""Who went from which level to which between two assessments, in files of ratings, whichever engine reads them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from assesslib.engines import sql
from assesslib.engines.base import Engine, Source
from assesslib.engines.checking import refuse_mixed_frameworks, refuse_repeats, refuse_times
from assesslib.engines.counting import as_tidy, group, in_order, keep_facets, same_words, told_by
from assesslib.engines.words import Word
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, load_framework

MOVED_BY = ("assessment", "date", "organisation", "role", "section", "item")
"""By what moves can be counted."""
LEVELS = ["before", "after"]


def framework_given(framework: Framework | str | Path) -> Framework:
    """A framework, or the one of this id or file."""
    return framework if isinstance(framework, Framework) else load_framework(framework)


def moves(engine: Engine, source: Source, framework: Framework, then: str | Sequence[str], now: str | Sequence[str],
          by: str | Sequence[str], trusted: bool) -> pd.DataFrame:  # fmt: skip
    """How many of the members of both of two assessments went from which level to which.

    Parameters
    ----------
    engine, source, framework, trusted
        As for `counting.count`; both assessments must be of this framework.
    then, now : str or sequence of str
        The names of the earlier and of the later assessment; of several pairs, as many names each, pair by pair. A
        member of both is who has the same id in both.
    by : str or sequence of str
        Among `MOVED_BY`; each as the later assessment has it.

    Returns
    -------
    DataFrame
        The ``by`` columns; the level ``before`` and ``after``; and ``n``, the members who gave both, alone (round 1)
        and as a whole answer: the rows of `assesslib.tables.flows`. Sorted by the ``by`` columns, then the levels.

    Raises
    ------
    FaultsError
        A name that is no assessment of the files, one that is on both sides of a pair, not as many names on both
        sides, or one that is twice among the later; other columns than those; or what cannot be counted.
    """
    by = [by] if isinstance(by, str) else list(by)
    pairs = _pairs(then, now)
    _refuse([*_by_faults(by), *_pair_faults(pairs)])
    refuse_mixed_frameworks(engine, source, framework)
    words = group(engine, source, framework, by)
    refuse_times(engine, source, by)
    _refuse(_unknown(engine, source, pairs))
    if not (trusted or source.distinct):
        _refuse_repeats(engine, source, words)
    rows = _moved(engine, source, by, pairs) if words else []
    return _typed(rows, by, framework)


def _refuse(faults: Iterable[Fault]) -> None:
    if faults := list(faults):
        raise FaultsError(faults)


def _pairs(then: str | Sequence[str], now: str | Sequence[str]) -> list[tuple[str, str]]:
    sides = [[side] if isinstance(side, str) else list(side) for side in (then, now)]
    if len(sides[0]) != len(sides[1]) or not sides[0]:
        what = f"There are {len(sides[0])} earlier assessments and {len(sides[1])} later ones"
        raise FaultsError([Fault(what, do="Name as many of both, pair by pair.")])
    return list(zip(*sides, strict=True))


def _by_faults(by: Sequence[str]) -> Iterable[Fault]:
    if not by:
        yield Fault("The columns to count by are missing", allowed=MOVED_BY, do="Name columns of the ratings.")
    for name in (name for name in by if name not in MOVED_BY):
        yield Fault("is not a column to count moves by", value=str(name), allowed=MOVED_BY, do="Name one of these.")
    for name in (name for name in dict.fromkeys(by) if name in MOVED_BY and by.count(name) > 1):
        yield Fault("is twice among the columns to count by", value=name, do="Name it once.")


def _pair_faults(pairs: Sequence[tuple[str, str]]) -> Iterable[Fault]:
    for then, now in pairs:
        if then == now:
            yield Fault("is given twice, and nothing can have changed", value=now, do="Name two assessments.")
    later = [now for _, now in pairs]
    for now in (name for name in dict.fromkeys(later) if later.count(name) > 1):
        yield Fault("is twice among the later assessments", value=now, do="Pair it with one that came before it.")


def _unknown(engine: Engine, source: Source, pairs: Sequence[tuple[str, str]]) -> Iterable[Fault]:
    named = f"SELECT DISTINCT {sql.text_of(engine, 'assessment')} FROM ({source.rows(['assessment'])}) AS said"
    held = tuple(sorted(name for (name,) in engine.fetch(named)))
    for name in (name for name in dict.fromkeys(one for pair in pairs for one in pair) if name not in held):
        yield Fault("is not an assessment in these files", value=name, allowed=held, do="Name one that is there.")


def _refuse_repeats(engine: Engine, source: Source, words: Sequence[Word]) -> None:
    if facets := any(word.cells["facet"] for word in words):
        keep_facets(engine, source, ())
    refuse_repeats(engine, source, words, facets)


def _moved(engine: Engine, source: Source, by: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[tuple]:
    engine.keep("sides", sql.table(engine, ["named", "pair", "later"], _sides(pairs)))
    told = told_by(by)
    own = [column for column in by if column not in ("assessment", "section", "item")]
    columns = ["assessment", "member", *told, *own]
    shown = ["words.word_section AS word_section", *(f"had.{engine.name(column)}" for column in own)]
    said = sql.SAID.format(own=sql.listing(shown), texts=sql.texts(engine, columns), rows=source.rows(columns),
                           same=same_words(engine, told, "had"))  # fmt: skip
    then, now = (sql.OF_SIDE.format(later=later, column="answer") for later in (0, 1))
    return engine.fetch(sql.MOVES.format(
        by=sql.listing(map(engine.name, by)), own=sql.listing(_as_now(engine, column) for column in by),
        then=then, now=now, said=said))  # fmt: skip


def _sides(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str, int]]:
    """Every assessment of every pair, the pair by its later one, and whether it is the later."""
    for then, now in pairs:
        yield then, now, 0
        yield now, now, 1


def _as_now(engine: Engine, column: str) -> str:
    """A column as the later assessment has it."""
    keys = {"assessment": "of_pair", "item": "of_item"}
    own = {"section": "word_section"}.get(column, engine.name(column))
    return f"{keys.get(column) or sql.OF_SIDE.format(later=1, column=own)} AS {engine.name(column)}"


def _typed(rows: Sequence[tuple], by: Sequence[str], framework: Framework) -> pd.DataFrame:
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    table = pd.DataFrame(rows, columns=[*by, *LEVELS, "n"]).assign(**as_tidy(rows, by, framework))
    table = table.astype(dict.fromkeys(LEVELS, scale) | {"n": "int64"})
    return in_order(table.sort_values(LEVELS, kind="stable"), by, framework)
