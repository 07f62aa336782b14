"""Other tools' files -> what was said: opened, recognised, matched, and every doubt asked about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, load_framework
from assesslib.readers.agreed_once import agreed_once
from assesslib.readers.agreed_years import of_the_year
from assesslib.readers.assembling import assemble
from assesslib.readers.choosing import Chosen, Found, choose
from assesslib.readers.mapping import RATING, Told, flat, read_mapping
from assesslib.readers.records import FilledForm, Responses, Tally
from assesslib.readers.result import ImportResult
from assesslib.readers.settling import Asks, Settled, settle_responses
from assesslib.readers.settling_keys import by_key, key_for
from assesslib.readers.settling_others import levels_given, settle_form, settle_long
from assesslib.readers.settling_tally import settle_tally
from assesslib.readers.sheet_names import named_by_sheets
from assesslib.readers.years import years_of_sheets


def import_ratings(path: str | Path | Sequence[str | Path], framework: Framework | str | Path, *, layout: str = "",
                   accept: bool = False, mapping: str | Path | None = None, scale: Mapping[int, str] | None = None,
                   team: pd.DataFrame | None = None, add_members: bool = False, name: str = "", day: str = "",
                   told: Callable[[int], None] | None = None) -> ImportResult:  # fmt: skip
    """Read ratings from files that other tools wrote; nothing is written, and nothing doubtful is guessed.

    Parameters
    ----------
    path : str, Path or a list of them
        CSV files, workbooks, or the text of a filled form.
    framework : Framework, str or Path
        What was rated, or its id or file.
    layout : str, optional
        The layout, where it is not to be told by the headings (see `assesslib.readers.choosing.LAYOUTS`).
    accept : bool
        Whether what is likely but not sure is taken: after its faults were read.
    mapping : str or Path, optional
        A CSV in which a person said what headings, answers and names stand for.
    scale : mapping of int to str, optional
        What numbers mean: two or more with their levels, such as ``{1: "a", 5: "e"}``.
    team : DataFrame, optional
        ``id, name, organisation, role`` of the members who are known (`Assessment.members`); others are faults then.
    add_members : bool
        Whether people whom ``team`` lacks are new members.
    name : str
        The assessment's name in the ratings; by default that of the first file.
    day : str
        The assessment's day, like 2026-03-01: responses of another time of the year are asked about.
    told : callable, optional
        Told now and then how many rows have been read.

    Returns
    -------
    ImportResult
        With ``.ratings``, ``.faults`` and ``.report``. Where ``.wrong`` holds faults, something was not taken.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "answers.csv")
    ...     _ = file.write_text("Name,1.1,1.2\\nAnn,G,Some success\\nBob,D,?\\n")
    ...     found = import_ratings(file, "cdrp-dat-partnership")
    >>> found.ratings.pivot(index="member", columns="item", values="state").loc["bob"].tolist()
    ['rated', 'dont_know']
    """
    framework = framework if isinstance(framework, Framework) else load_framework(framework)
    paths = [Path(one) for one in ([path] if isinstance(path, str | Path) else path)]
    said = read_mapping(Path(mapping), framework) if mapping else Told()
    named = frozenset(heading for heading, target in said.columns.items() if target.item)
    rated = frozenset(heading for heading, target in said.columns.items() if target.use == RATING)
    chosen = choose(paths, framework, layout, told, named, rated)
    chosen = replace(chosen, found=tuple(of_the_year(chosen.found, day)))
    asks = Asks(framework, _less(said, rated), accept, _scale(scale or {}, framework))
    settled = _settled(chosen, asks)
    found = assemble(settled, framework, team=team, add=add_members, told=said, accept=accept, day=day)
    faults = (*said.faults, *_misplaced(chosen.found, rated), *years_of_sheets(chosen.found, accept))
    return _named(found, chosen, faults, name or (paths[0].stem if paths else ""))


def _scale(said: Mapping[int, str], framework: Framework) -> dict[int, str]:
    """What numbers mean, the levels as the framework writes them."""
    codes = {code.casefold(): code for code in framework.codes}
    wrong = [Fault("is not a level of this scale", value=str(level), allowed=framework.codes,
                   do="Say with levels of the scale what the numbers mean.")
             for level in said.values() if str(level).casefold() not in codes]  # fmt: skip
    if wrong:
        raise FaultsError(wrong)
    return {int(number): codes[level.casefold()] for number, level in said.items()}


def _misplaced(found: Sequence[Found], rated: Collection[str]) -> Iterator[Fault]:
    """Headings said to stand above one person's answers that are columns of a table with a row for each member."""
    for one in found:
        wide = isinstance(one.read, Responses) and not one.read.turned
        for text in (flat(head.text) for head in one.read.headings if flat(head.text) in rated) if wide else ():
            yield Fault(f"cannot be “{RATING}”: the answers of several people stand under it", file=one.place,
                        value=text, do="Say in the mapping what was rated, or who answered.")  # fmt: skip


def _less(said: Told, headings: Collection[str]) -> Told:
    """What a person said without some headings, which are no items and say nobody."""
    return replace(said, columns={text: target for text, target in said.columns.items() if text not in headings})


def _settled(chosen: Chosen, asks: Asks) -> list[Settled]:
    tables = [one for one in chosen.found if one.layout == "long"]
    others = [one for one in named_by_sheets(chosen.found) if one.layout != "long"]
    settled = agreed_once([one.place for one in others], [_one(one, asks) for one in others])
    place = tables[0].place if len(tables) == 1 else ""
    given = partial(levels_given, tables, asks)
    long = [by_key(key_for(tables, asks), partial(settle_long, tables), place, asks, given)] if tables else []
    return [*long, *settled]


def _one(found: Found, asks: Asks) -> Settled:
    if isinstance(found.read, Tally):
        return settle_tally(found, asks)
    if isinstance(found.read, FilledForm):
        return settle_form(found)
    return by_key(key_for([found], asks), partial(settle_responses, found), found.place, asks)


def _named(found: ImportResult, chosen: Chosen, faults: Sequence[Fault], name: str) -> ImportResult:
    return replace(found, faults=(*chosen.faults, *faults, *found.faults), layouts=chosen.layouts, name=name)
