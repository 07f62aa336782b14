"""More than two years: what changed at every step in time, and over the whole way."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Crosswalk, load_crosswalk
from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.change import changed, check_alpha, least_shown
from assesslib.tables.change.pair import Pair, asks_the_same, chained, paired
from assesslib.tables.change.people import matches
from assesslib.tables.change.year import Year, in_time
from assesslib.words import many

STEP, WHOLE = "step", "whole"


def in_order(assessments: Iterable) -> tuple:
    """The assessments as they were given, put in order of time; errors as for `history`."""
    return tuple(year.source for year in in_time(assessments))


def history(assessments: Iterable, *, crosswalk=None, members: Sequence[Mapping[str, str]] | None = None,
            alpha: float = 0.05, anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:  # fmt: skip
    """What changed from each assessment to the next and, of three or more, from the first to the last.

    Parameters
    ----------
    assessments : iterable of Assessment
        In any order; they are put in order of time.
    crosswalk : Crosswalk or path, or a list of them, optional
        How their frameworks correspond where two neighbours' differ; of several, the one between the two is taken.
    members : list of mappings, optional
        Who is whom, one mapping a step; see `assesslib.tables.panel`.
    alpha, anonymity, least
        As for `assesslib.tables.change`.

    Returns
    -------
    DataFrame
        ``span`` (``step`` or ``whole``) and the columns of `assesslib.tables.change`: its rows for every two
        neighbours, then those for the first and the last. Each comparison is a family of its own. Over the whole way,
        people and items are followed from step to step; who was away in a year between is known again by id and name.

    Raises
    ------
    FaultsError
        Fewer than two, or as `assesslib.tables.change`.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2024, 2025, 2026)]
    >>> found = history(years)
    >>> found.loc[found["view_word"] != "", ["span", "before", "item", "word"]]
         span              before item             word
    84  whole  collaboration-2024   11  views converged
    101 whole  collaboration-2024   28      views split
    """
    check_tier(anonymity)
    check_alpha(alpha)
    years, shown = in_time(assessments), least_shown(anonymity, least)
    steps = stepped(years, crosswalk)
    said = given_members(members, len(steps))
    same = [matches(step.before, step.after, own) for step, own in zip(steps, said, strict=True)]
    gone = {was for own in said for was, now in own.items() if not now}
    found = [(STEP, step, own) for step, own in zip(steps, same, strict=True)]
    if len(steps) > 1:
        found.append((WHOLE, chained(steps), _followed(years, same, gone)))
    tables = [changed(step, own, alpha, shown).assign(span=span) for span, step, own in found]
    together = pd.concat(tables, ignore_index=True)
    return together[["span", *tables[0].columns.drop("span")]]


def stepped(years: Sequence[Year], crosswalk=None) -> list[Pair]:
    """How the items of every two neighbours correspond; of several crosswalks, the one between the two is taken."""
    alone = crosswalk is None or isinstance(crosswalk, Crosswalk | str | Path)
    given = [crosswalk] * (crosswalk is not None) if alone else list(crosswalk)
    frameworks = [year.framework for year in years]
    walks = [one if isinstance(one, Crosswalk) else load_crosswalk(one, frameworks) for one in given]
    return [paired(one, other, _between(one, other, walks)) for one, other in zip(years, years[1:], strict=False)]


def _between(before: Year, after: Year, walks: Sequence[Crosswalk]) -> Crosswalk | None:
    ends = (before.framework.id, before.framework.version, after.framework.id, after.framework.version)
    fitting = (one for one in walks if (one.before, one.before_version, one.after, one.after_version) == ends)
    return None if asks_the_same(before.framework, after.framework) else next(fitting, None)


def given_members(members: Sequence[Mapping[str, str]] | None, steps: int) -> list[Mapping[str, str]]:
    """What was said of who is whom, a mapping a step; a FaultsError where they are not as many as steps."""
    given = [{}] * steps if members is None else [own or {} for own in members]
    if len(given) != steps:
        verb = "is" if steps == 1 else "are"
        what = f"Who is whom is said of {many(len(given), 'step')} in time, and there {verb} {steps}"
        raise FaultsError([Fault(what, do="Give one mapping a step, an empty one where there is nothing to say.")])
    return given


def _followed(years: Sequence[Year], same: Sequence[Mapping[str, str]], gone: set[str]) -> dict[str, str]:
    """Who of the first year is who in the last, by way of the years between, or else by what those two say."""
    by_steps = {id: id for id in years[0].people}
    for step in same:
        by_steps = {first: step[now] for first, now in by_steps.items() if now in step}
    direct = {was: now for was, now in matches(years[0], years[-1]).items() if was not in gone}
    free = {was: now for was, now in direct.items() if was not in by_steps and now not in by_steps.values()}
    return {id: (by_steps | free)[id] for id in years[0].people if id in by_steps or id in free}
