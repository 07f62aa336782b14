"""Drawing a section as a grid of letters, beside seaborn's heatmap of the same table with the same letters."""

import io
from collections.abc import Callable
from time import perf_counter

from ..row import Reach, Row, Scale, Sides, afresh

DPI = 100


def draw_ours(times: int) -> dict:
    """Draw the largest section so many times, each a picture of its own: the seconds of the first and the last."""
    from assesslib.charts import section_heatmap

    table, scale = _table()
    return _seconds(lambda: section_heatmap(table, scale=scale).figure, times)


def draw_seaborn(times: int, width: float, height: float) -> dict:
    """Draw the same letters on a figure of these inches with seaborn, likewise."""
    import seaborn
    from matplotlib.figure import Figure

    table, _ = _table()
    codes = table.assign(code=table["level"].cat.codes).pivot(index="text", columns="label", values="code")
    marks = table.pivot(index="text", columns="label", values="mark")

    def drawn() -> Figure:
        figure = Figure(figsize=(width, height))
        seaborn.heatmap(codes, annot=marks, fmt="", linewidths=1, ax=figure.add_subplot())
        return figure

    return _seconds(drawn, times)


def _table():
    import assesslib as al
    from assesslib.places import shipped
    from assesslib.tables import section_grid

    said = al.open_assessment(shipped("data") / "collaboration-2026")
    largest = max(said.framework.sections, key=lambda section: len(section.items))
    return section_grid(said.ratings, said.framework.table(), said.members, largest.id), said.framework.scale


def _seconds(draw: Callable, times: int) -> dict:
    taken = []
    for _ in range(times):
        start, file = perf_counter(), io.BytesIO()
        draw().savefig(file, format="png", dpi=DPI)
        taken.append(perf_counter() - start)
    return {"seconds": taken[-1], "first": taken[0], "came": _pixels(file.getvalue())}


def _pixels(png: bytes) -> list[int]:
    """Width and height, from where a PNG says them."""
    return [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)]


def prepare(scale: Scale, size: int) -> Sides:
    """Both in processes of their own, with the libraries loaded and the table made before the first drawing."""
    from assesslib.charts import section_heatmap

    table, words = _table()
    inches = [round(side, 2) for side in section_heatmap(table, scale=words).figure.get_size_inches()]
    runs = afresh(__name__, "draw_ours", size), afresh(__name__, "draw_seaborn", size, *inches)
    return Sides(*runs, lambda mine, its: all(abs(one - other) <= 2 for one, other in zip(mine, its, strict=True)))


ROWS = (
    Row("heatmap", "a section heatmap to PNG, the first and drawing {}", "seaborn.heatmap of the table and its letters",
        (Reach("first", 1.3), Reach("time", 1.3)), prepare, size=(10, 2), runs=(5, 1), warm=False),
)  # fmt: skip
