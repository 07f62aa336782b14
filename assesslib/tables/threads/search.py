"""What runs through the results: golden threads and fault lines, and how near the other themes come."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assesslib.faults import FaultsError
from assesslib.framework import Framework
from assesslib.tables.arguments import number_faults
from assesslib.tables.threads.ends import FAULT, GOLDEN, NOWHERE, Said, at_the_ends, places_of
from assesslib.tables.threads.shuffles import Ground, any_share, deals, ground_of, met, shares
from assesslib.tables.threads.themes import Carried, Rule, can_meet, home_of, themes_of

COLUMNS = [
    "source", "theme", "title", "direction", "found", "near", "items", "sections", "against", "notes", "asked",
    "levelled", "chance", "any_chance", "looked",
]  # fmt: skip
KINDS = {GOLDEN: "strength", FAULT: "area"}
"""The kind of note that goes with each direction."""
_BLOCKS = 8
"""Parts that the shuffles are looked at in, since all of them at once would fill the memory for large frameworks."""
WORDED = [name for name in COLUMNS if name not in ("found", "chance", "any_chance")]
TYPES = dict.fromkeys(["source", "theme", "title", "direction", "near"], "str") | dict.fromkeys(
    ["asked", "levelled", "looked"], "int64"
)


@dataclass(frozen=True)
class _Results:
    """What the rows of both directions are made of; ``dealt`` are the levels' new places in each shuffle."""

    framework: Framework
    notes: pd.DataFrame
    rule: Rule
    places: np.ndarray
    carried: tuple[Carried, ...]
    ground: Ground
    dealt: np.ndarray

    @property
    def levelled(self) -> np.ndarray:
        """Which items have a level."""
        return self.places[:, 0] != NOWHERE

    def able(self, one: Carried) -> bool:
        """Whether a theme could meet the rule."""
        return can_meet(one, home_of(self.framework), self.rule)


def threads(assessment: Said, *, basis: str = "consensus", items: int = 3, sections: int = 3,
            shuffles: int = 2000, anonymity: str = "named") -> pd.DataFrame:  # fmt: skip
    """Golden threads and fault lines among the themes.

    A golden thread is a theme with enough items in enough sections at the top two levels and none at the bottom one; a
    fault line is the mirror. On a scale of two or three levels, one level stands for two.

    Parameters
    ----------
    assessment : Assessment
        An opened one; anything with its ``.framework, .consensus, .ratings`` and ``.notes`` will do.
    basis : str
        ``"consensus"``: what is unresolved or not settled does not count, and a split consensus lies at an end only
        with every facet. ``"medians"``: both medians of what members rated alone must lie there.
    items, sections : int
        How many items in how many sections make a thread, 1 or more.
    shuffles : int
        How often the levels are dealt out anew for ``chance``, from 1 to 100000; always in the same ways.
    anonymity : str
        A tier; at any but ``"named"``, medians of an item that fewer than three rated count as none. What was agreed is
        the same at every tier.

    Returns
    -------
    DataFrame
        One row a theme and direction, those found first, then the near ones, else in the framework's order:

        - ``source``: declared (by the framework), subject (who acts in the wording) or tag (a note of that kind);
        - ``theme, title``: its id and its name; ``direction``: golden thread or fault line; ``found``;
        - ``near``: what is missing where it is one step ("one key feature short", "one section short",
          "key feature 14 at a"), else "";
        - ``items, sections``: those that lie at the end (tuples of ids); ``against``: the items at the level that
          speaks against it, a split one with any facet, by medians with either;
        - ``notes``: the ids of the strengths (golden thread) or areas for improvement (fault line) on its items;
        - ``asked, levelled``: how many items carry the theme, and how many of them have a level;
        - ``chance``: the share of shuffles of the levels within each section in which this theme meets the rule, the
          levels as they were given counted as one of them; ``any_chance``: that in which at least one theme of the same
          source does. Missing where no item has a level. They prompt a question and prove nothing;
        - ``looked``: how many themes of that source could meet the rule.

    Raises
    ------
    FaultsError
        Another basis, a number that is not whole or out of range, an unknown tier, or anything but an assessment.

    References
    ----------
    Phipson, B. & Smyth, G. K. (2010). Permutation P-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9 (1), 39.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> found = threads(al.open_assessment(shipped("data") / "collaboration-2026"))
    >>> found.loc[found["found"], ["title", "direction", "items"]]
                        title      direction             items
    0   Relationships & trust  golden thread  (12, 20, 29, 33)
    1  Performance & evidence     fault line   (9, 17, 34, 36)
    """
    if faults := number_faults(items=items, sections=sections, shuffles=shuffles):
        raise FaultsError(faults)
    places = places_of(assessment, basis, anonymity, "Choose one of these.")
    results = _results(assessment, places, Rule(items, sections), shuffles)
    rows = pd.concat([_direction(results, direction) for direction in KINDS])
    first = np.select([rows["found"], rows["near"] != ""], [0, 1], 2)
    return rows.assign(first=first).sort_values(["first", "place"], kind="stable")[COLUMNS].reset_index(drop=True)


def _results(assessment: Said, places: np.ndarray, rule: Rule, shuffles: int) -> _Results:
    framework, notes = assessment.framework, assessment.notes
    carried = themes_of(framework, notes, rule)
    ground = ground_of(framework, carried)
    dealt = deals(ground.sections, places[:, 0] != NOWHERE, shuffles)
    return _Results(framework, notes, rule, places, carried, ground, dealt)


def _direction(results: _Results, direction: str) -> pd.DataFrame:
    """The rows of one direction, in the order of the themes."""
    at, against = at_the_ends(results.places, len(results.framework.codes), direction)
    found = met(at, against, results.ground, results.rule)
    hits = np.concatenate([met(at[some], against[some], results.ground, results.rule)
                           for some in np.array_split(results.dealt, _BLOCKS)])  # fmt: skip
    table = pd.DataFrame(_rows(results, direction, at, against), columns=WORDED).astype(TYPES)
    known = results.levelled.any()
    return table.assign(
        found=found,
        chance=np.where(table["levelled"] > 0, shares(hits, found), np.nan),
        any_chance=np.where(known, any_share(hits, found, list(table["source"])), np.nan),
        place=range(len(table)),
    )


def _rows(results: _Results, direction: str, at: np.ndarray, against: np.ndarray) -> Iterable[dict[str, object]]:
    looked = Counter(one.source for one in results.carried if results.able(one))
    written = results.notes[results.notes["kind"] == KINDS[direction]]
    noted = list(zip(written["item"], written["id"], strict=True))
    for one in results.carried:
        yield _row(results, direction, one, at, against) | {
            "direction": direction,
            "notes": tuple(id for item, id in noted if item in one.items),
            "looked": looked[one.source],
        }


def _row(results: _Results, direction: str, one: Carried, at: np.ndarray, against: np.ndarray) -> dict[str, object]:
    home = home_of(results.framework)
    items, opposed = _among(results, one, at), _among(results, one, against)
    sections = tuple(dict.fromkeys(home[item] for item in items))
    return {
        "source": one.source,
        "theme": one.theme,
        "title": one.title,
        "near": _near(results, direction, items, sections, opposed) if results.able(one) else "",
        "items": items,
        "sections": sections,
        "against": opposed,
        "asked": len(one.items),
        "levelled": len(_among(results, one, results.levelled)),
    }


def _among(results: _Results, one: Carried, marked: np.ndarray) -> tuple[str, ...]:
    """The items of a theme that are marked."""
    own = set(one.items)
    ids = (item.id for item, mark in zip(results.framework.items, marked, strict=True) if mark)
    return tuple(id for id in ids if id in own)


def _near(
    results: _Results, direction: str, items: Sequence[str], sections: Sequence[str], against: Sequence[str]
) -> str:
    """What is missing, where it is one item, one section, or one item that speaks against it."""
    term, codes = results.framework.term(), results.framework.codes
    short, sections_short = results.rule.items - len(items), results.rule.sections - len(sections)
    if against:
        alone = len(against) == 1 and short <= 0 and sections_short <= 0
        return f"{term} {against[0]} at {codes[0 if direction == GOLDEN else -1]}" if alone else ""
    if sections_short > 1 or short > 1:
        return ""
    return f"one {term} short" if short == 1 else "one section short" * (sections_short == 1)
