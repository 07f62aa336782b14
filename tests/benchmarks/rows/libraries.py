"""How long the library takes to load."""

from ..row import Reach, Row, Scale, Sides, afresh


def load_assesslib() -> bool:
    """Import the library, as the first line of a notebook does."""
    import assesslib

    return bool(assesslib.__version__)


def load_to_open() -> bool:
    """Import the library and look up what opens an assessment, which loads what it needs."""
    import assesslib

    return bool(assesslib.open_assessment)


def load_pandas() -> bool:
    """Import pandas."""
    import pandas

    return bool(pandas.__version__)


def _sides(ours: str):
    def prepare(scale: Scale, size: int) -> Sides:
        return Sides(afresh(__name__, ours), afresh(__name__, "load_pandas"), lambda mine, its: mine and its)

    return prepare


_REACH = (Reach("time", 1.15),)
ROWS = (
    Row("import", "import assesslib", "import pandas", _REACH, _sides("load_assesslib"),
        runs=(7, 1), warm=False),
    Row("import-open", "import assesslib and look up open_assessment", "import pandas", _REACH, _sides("load_to_open"),
        runs=(7, 1), warm=False),
)  # fmt: skip
