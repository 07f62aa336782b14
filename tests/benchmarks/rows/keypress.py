"""From a key that was pressed to a row that is on the disk, beside writing and syncing the same bytes."""

import os
from itertools import count, cycle

import assesslib as al

from ..made import FRAMEWORK, drawn, team
from ..row import Reach, Row, Scale, Sides, timed

ROW = b"2026-03-03T09:11:35.000000Z,1,,1,rated,c,,facilitator\n"


def prepare(scale: Scale, size: int) -> Sides:
    """A team whose members have rated every item, and a file of as many rows beside it."""
    import random

    draw = random.Random(1)
    said = al.create_assessment(scale.folder / "year", framework=FRAMEWORK, partnership="Drawn", members=team())
    codes, items = said.framework.codes, said.framework.items
    for person in team():
        said.rate_many(person["id"], [{"item": item.id, **drawn(draw, codes)} for item in items])
    keys = zip(cycle(person["id"] for person in team()), cycle(item.id for item in items), cycle(codes), strict=False)
    handle = os.open(scale.folder / "bare.csv", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, ROW * len(items))
    numbers = count(1)

    def pressed() -> bool:
        member, item, level = next(keys)
        return said.rate(member, item, level, by="facilitator")["level"] == level

    def synced() -> bool:
        os.write(handle, ROW)
        os.fsync(handle)
        return next(numbers) > 0

    return Sides(timed(pressed), timed(synced), lambda mine, its: mine and its)


ROWS = (
    Row("keypress", "a rating to a synced row (Assessment.rate)", "os.write and os.fsync of as many bytes",
        (Reach("time", 3),), prepare, runs=(301, 101)),
)  # fmt: skip
