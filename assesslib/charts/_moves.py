"""The moves of members between levels, as a chart draws them and its sentences tell them."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from assesslib.faults import listed

SIGNS = {"up": "▲", "same": "=", "down": "▼"}


class Move(NamedTuple):
    """Members who went from one level to another in one step: the levels' places, how many and who."""

    step: int
    before: int
    after: int
    n: int
    who: str

    @property
    def way(self) -> str:
        """Up, down or same."""
        return "up" if self.after > self.before else "down" if self.after < self.before else "same"


def moves_of(rows: pd.DataFrame) -> list[Move]:
    """The moves of one item that somebody made."""
    ends = zip(rows["before"].cat.codes.tolist(), rows["after"].cat.codes.tolist(), strict=True)
    steps = rows["step"].tolist() if "step" in rows else [0] * len(rows)
    return [
        Move(step, before, after, int(n), who)
        for step, (before, after), n, who in zip(steps, ends, rows["n"], rows["who"].fillna(""), strict=True)
        if n
    ]


def members_of(moves: Sequence[Move]) -> dict[int, int]:
    """How many members each step has."""
    steps = sorted({move.step for move in moves})
    return {step: sum(move.n for move in moves if move.step == step) for step in steps}


def told(moves: Sequence[Move]) -> str:
    """How many members there are, and for one step how many went up and down and stayed."""
    members = members_of(moves)
    if len(members) > 1 and len(set(members.values())) == 1:
        return f"{next(iter(members.values()))} members at every step."
    if len(members) > 1:
        return f"Members who rated it in both of two years running: {listed(map(str, members.values()))}."
    ways = tally(moves)
    return (f"{sum(ways.values())} rated it in both years: {ways['up']} up, {ways['same']} the same, "
            f"{ways['down']} down.")  # fmt: skip


def tally(moves: Sequence[Move]) -> dict[str, int]:
    """How many members went each way."""
    return {way: sum(move.n for move in moves if move.way == way) for way in SIGNS}
