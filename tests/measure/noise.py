"""How often the analysis says something of ratings and agreements that were drawn at random, and so mean nothing.

``python -m tests.measure.noise --seeds 200``, run in the project's folder, prints what is claimed, kind by kind. A draw
is the constructed team of twelve with its 37 items: every rating is drawn for itself, and what was agreed either
likewise, whatever the ratings, or as one of the two medians of the item's ratings.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

import assesslib as al
from assesslib.assessment import Standing, standing
from assesslib.places import shipped
from assesslib.ratings import tidy
from assesslib.tables import consensus_gap, disparity, divides, threads
from assesslib.tables.findings.groups import apart_together, wide_apart

SHARES = {
    "all levels alike": (0.2, 0.2, 0.2, 0.2, 0.2),
    "mostly in the middle": (0.08, 0.24, 0.36, 0.24, 0.08),
}
GROUPINGS = ("organisation", "role")
CLAIMS = {
    "on some items": wide_apart,
    "all items together": lambda apart: apart_together(apart) and not wide_apart(apart),
}
DIRECTIONS = ("golden thread", "fault line")
LOW = 0.05
"""Up to this chance a thread is counted as one that is hard to come by."""

Levels = Callable[[np.random.Generator, pd.DataFrame, tuple[float, ...]], pd.Series]


def at_random(rng: np.random.Generator, ratings: pd.DataFrame, shares: tuple[float, ...]) -> pd.Series:
    """A level an item, drawn like the ratings and without a look at them."""
    items = ratings["item"].drop_duplicates()
    return pd.Series(rng.choice(ratings["level"].cat.categories, len(items), p=shares), index=items)


def at_a_median(rng: np.random.Generator, ratings: pd.DataFrame, shares: tuple[float, ...]) -> pd.Series:
    """The low or the high median of each item's ratings."""
    apart = disparity(ratings).set_index("item")
    return apart["low"].where(rng.random(len(apart)) < 0.5, apart["high"]).astype("str")


AGREED: dict[str, Levels] = {"agreed at random": at_random, "agreed at a median": at_a_median}


def team() -> Standing:
    """The constructed team and its framework, without a note."""
    said = standing(al.open_assessment(shipped("data") / "collaboration-2026"))
    return replace(said, notes=said.notes.head(0), note_history=said.note_history.head(0))


def drawn(said: Standing, seed: int, shares: str, agreed: str) -> Standing:
    """The team with ratings of a seed, the same whatever is agreed, and with what was agreed beside them."""
    ratings = _ratings(said, np.random.default_rng((seed, list(SHARES).index(shares))), SHARES[shares])
    # None of the numbers is 0: a seed with a 0 at its end draws the same as one without.
    rng = np.random.default_rng((seed, 1 + list(SHARES).index(shares), 1 + list(AGREED).index(agreed)))
    levels = AGREED[agreed](rng, ratings, SHARES[shares])
    rows = said.consensus.drop_duplicates("item")
    at = rows["item"].map(levels).astype(said.consensus["level"].dtype)
    return replace(said, ratings=ratings, consensus=rows.assign(facet="", state="rated", level=at))


def _ratings(said: Standing, rng: np.random.Generator, shares: tuple[float, ...]) -> pd.DataFrame:
    return tidy(list(_answers(said, rng, shares)), said.framework)


def _answers(said: Standing, rng: np.random.Generator, shares: tuple[float, ...]) -> Iterator[dict[str, str]]:
    for member in said.members.itertuples():
        levels = rng.choice(said.framework.codes, len(said.framework.items), p=shares)
        who = {"assessment": "noise", "member": member.id, "organisation": member.organisation, "role": member.role}
        for item, level in zip(said.framework.items, levels, strict=True):
            yield who | {"item": item.id, "section": item.section, "round": "1", "state": "rated", "level": level}


def of_ratings(said: Standing) -> Counter:
    """What is claimed of the groups in one draw, 1 or 0: that they stand wide apart on some items, or all together."""
    found = {by: divides(said.ratings, by) for by in GROUPINGS}
    return Counter({f"{by}s, {how}": int(told(found[by])) for by in GROUPINGS for how, told in CLAIMS.items()})


def of_agreements(said: Standing) -> Counter:
    """What is claimed of the agreements in one draw: threads by direction, those hard to come by, and gaps."""
    looked, gaps = threads(said), consensus_gap(said)
    found = looked[looked["found"].astype("bool")]
    hard = found[found["chance"] <= LOW]
    names = ["source", "theme"]
    return Counter({
        **{way: int((found["direction"] == way).any()) for way in DIRECTIONS}, "either": int(len(found) > 0),
        "rows looked at": len(looked), "themes looked at": len(looked[names].drop_duplicates()),
        "hard rows": len(hard), "hard themes": len(hard[names].drop_duplicates()), "a hard one": int(len(hard) > 0),
        "items": len(gaps), "gaps": int((gaps["gap"] != "").sum()),
    })  # fmt: skip


def tallied(seeds: range, shares: str) -> tuple[Counter, dict[str, Counter]]:
    """The sums over the draws: of the ratings alone, and of each way to agree."""
    said, ratings, agreements = team(), Counter(), {name: Counter() for name in AGREED}
    for seed in seeds:
        draws = {name: drawn(said, seed, shares, name) for name in AGREED}
        ratings = _plus(ratings, of_ratings(next(iter(draws.values()))))
        agreements = {name: _plus(agreements[name], of_agreements(draw)) for name, draw in draws.items()}
    return ratings, agreements


def _plus(one: Counter, two: Counter) -> Counter:
    """The sums, those that are nought kept."""
    return Counter({name: one[name] + two[name] for name in {**one, **two}})


def main() -> None:
    """Print what is claimed, by what was drawn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=200, help="draws of each kind")
    seeds = parser.parse_args().seeds
    for shares in SHARES:
        ratings, agreements = tallied(range(seeds), shares)
        print(f"\n{shares}: {seeds} draws")
        for between, n in ratings.items():
            print(f"  a divide between {between}, claimed in {n}")
        for name, sums in agreements.items():
            print("\n".join(_lines(name, sums, seeds)), flush=True)


def _lines(name: str, sums: Counter, draws: int) -> Iterator[str]:
    yield f"  {name}:"
    yield from (f"    a {way} found in {sums[way]}" for way in DIRECTIONS)
    yield f"    either in {sums['either']}; one with chance up to {LOW} in {sums['a hard one']}"
    yield f"    with chance up to {LOW}: {sums['hard rows']} of {sums['rows looked at']} themes in a direction"
    yield f"    with chance up to {LOW}: {sums['hard themes']} of {sums['themes looked at']} themes in either direction"
    yield f"    gaps: {sums['gaps'] / draws:.1f} of {sums['items'] / draws:.0f} items in a draw"


if __name__ == "__main__":
    main()
