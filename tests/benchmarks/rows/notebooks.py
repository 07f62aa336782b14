"""The page that analyses an assessment, from Run All to its last picture, beside as many empty pictures."""

from functools import partial

import nbformat
from nbclient import NotebookClient

from ..row import ROOT, Reach, Row, Scale, Sides, timed

PAGE = ROOT / "notebooks" / "04_analyse.ipynb"
_COUNTED = """\
from matplotlib.figure import Figure
drawn, save = [], Figure.savefig
def noted(figure, *given, **said):
    drawn.append((*map(float, figure.get_size_inches()), len(figure.axes), said.get("dpi", 100)))
    return save(figure, *given, **said)
Figure.savefig = noted"""
_LIBRARIES = "import anywidget, ipywidgets, matplotlib, numpy, pandas, seaborn"
_QUIET = ["--IPKernelApp.log_level=40"]
_EMPTY = """\
from io import BytesIO
from IPython.display import Image
from matplotlib.figure import Figure
def empty(wide, high, axes, dpi):
    figure, file = Figure((wide, high)), BytesIO()
    figure.subplots(1, axes)
    figure.savefig(file, format="png", dpi=dpi)
    return Image(file.getvalue())"""
Drawn = tuple[float, float, int, float]
"""A picture: its width and height, its axes, its dots an inch."""


def executed(*cells: str) -> list:
    """The outputs of cells that are run in the folder of the pages, in a kernel of their own; it is started in it."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(book, resources={"metadata": {"path": str(PAGE.parent)}}, extra_arguments=_QUIET).execute()
    return book.cells[-1].outputs


def page_cells() -> list[str]:
    """The code of the page."""
    return [cell.source for cell in nbformat.read(PAGE, 4).cells if cell.cell_type == "code"]


def pictures() -> list[Drawn]:
    """The pictures that the page draws."""
    (said,) = executed(_COUNTED, *page_cells(), "drawn")
    return eval(said["data"]["text/plain"], {"__builtins__": {}})


def _sides(scale: Scale, size: int) -> Sides:
    drawn = pictures()
    empties = [f"empty{picture}" for picture in drawn]
    return Sides(
        timed(partial(executed, *page_cells())), timed(partial(executed, _LIBRARIES, _EMPTY, *empties)),
        lambda mine, its: len(drawn) > 0 and bool(mine and its),
    )  # fmt: skip


ROWS = (
    Row("notebook", "page 04 from Run All to its last picture, with the start of its kernel",
        "the same libraries and as many empty axes", (Reach("time", 2),), _sides, runs=(5, 0), warm=False),
)  # fmt: skip
