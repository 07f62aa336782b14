"""What changed over eight years: read from the folders, and of what has been read."""

from collections.abc import Callable

import assesslib as al
from assesslib.assessment import standing

from ..made import years
from ..row import Reach, Row, Scale, Sides, timed

MEMBERS, ITEMS = 20, 37


def changed(said: list, size: int) -> tuple[int, int]:
    """The rows of the comparison, and how many there must be: every two neighbours, and the first and last."""
    return len(al.history(said)), size * ITEMS


def _sides(read: Callable) -> Callable[[Scale, int], Sides]:
    def prepare(scale: Scale, size: int) -> Sides:
        said = [read(assessment) for assessment in years(scale.folder, size, MEMBERS)]
        return Sides(timed(lambda: changed(said, size)), None, lambda mine, its: mine[0] >= mine[1])

    return prepare


_WHAT = f"change over {{}} years x {ITEMS} items x {MEMBERS} members"
_REACH = (Reach("seconds", 0.3),)
ROWS = (
    Row("change", f"{_WHAT}, read before", "", _REACH, _sides(standing), size=(8, 8), runs=(7, 2)),
    Row("change-folders", f"{_WHAT}, from the folders", "", _REACH, _sides(lambda one: one), size=(8, 8), runs=(7, 2)),
)
