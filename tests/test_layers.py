"""Which room of the library sees which: data flows one way, and nothing heavy is loaded before it is needed."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import assesslib

PACKAGE = Path(assesslib.__file__).parent
LAYERS = (
    {"faults", "places", "toml_lines", "csvfile", "whole", "names", "words", "typed"},
    {"toml_file", "sheet", "plain_sheet", "journal_text"},
    {"framework", "journal"},
    {"rules", "ratings"},
    {"readers", "assessment"},
    {"engines"},
    {"tables"},
    {"charts"},
    {"documents"},
    {"intake"},
    {"widgets"},
    {"check", "lab"},
    {"cli", ""},
)
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
SEES_STATS = RANK["tables"]
LIGHT = {"framework", "journal", "journal_text", "csvfile", "sheet", "plain_sheet", "whole", "faults", "rules",
         "toml_file", "toml_lines", "places", "words", "names"}  # fmt: skip
HEAVY = (
    "pandas",
    "numpy",
    "matplotlib",
    "matplotlib.pyplot",
    "seaborn",
    "scipy",
    "ipywidgets",
    "anywidget",
    "jsonschema",
    "jupyterlab",
    "docx",
    "openpyxl",
    "typst",
    "duckdb",
    "pyspark",
)


class Import(NamedTuple):
    """An import: the module it stands in, the module it names, and whether it is done as soon as the first loads."""

    source: str
    target: str
    at_once: bool

    @property
    def room(self) -> str:
        """The room of the library that the import stands in."""
        return room_of(self.source)

    @property
    def package(self) -> str:
        """The top name of what is imported."""
        return self.target.partition(".")[0]


def room_of(module: str) -> str:
    return (module.split(".") + [""])[1]


def imports_of(package: Path) -> list[Import]:
    """Every import of every module of a package."""
    return [found for path in sorted(package.rglob("*.py")) for found in _imports_in(path, package)]


def _imports_in(path: Path, package: Path) -> Iterator[Import]:
    parts = path.relative_to(package.parent).with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    home = parts[:-1]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    later = {id(node) for waits in ast.walk(tree) if _waits(waits) for node in ast.walk(waits)}
    for node in ast.walk(tree):
        for target in _targets(node, home, package):
            yield Import(module, target, id(node) not in later)


def _waits(node: ast.AST) -> bool:
    """Whether what stands inside is not run when the module loads: a function, or what is only for type checkers."""
    only_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
    return only_types or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def _targets(node: ast.AST, home: tuple[str, ...], package: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    start = home[: len(home) - node.level + 1] if node.level else ()
    named = ".".join([*start, *([node.module] if node.module else [])])
    # From the package itself and from a bare dot come modules, whose names stand behind the import.
    return [f"{named}.{alias.name}" for alias in node.names] if not node.module or named == package.name else [named]


def out_of_order(found: list[Import]) -> list[str]:
    """The imports that go the wrong way, or between rooms that have no place here."""
    inside = [one for one in found if one.package == PACKAGE.name and room_of(one.target) != one.room]
    return [f"{one.source} imports {one.target}" for one in inside if not _allowed(one.room, room_of(one.target))]


def _allowed(source: str, target: str) -> bool:
    if target == "stats":
        return RANK.get(source, -1) >= SEES_STATS
    return RANK.get(target, len(LAYERS)) < RANK.get(source, -1)


def foreign(found: list[Import], packages: set[str], rooms: set[str], at_once: bool = False) -> list[str]:
    """The imports of some packages from some rooms; with ``at_once`` those only that run when the room loads."""
    return [
        f"{one.source} imports {one.target}"
        for one in found
        if one.room in rooms and one.package in packages and (one.at_once or not at_once)
    ]


@pytest.fixture(scope="module")
def found():
    return imports_of(PACKAGE)


def below(room):
    return {"stats"} | {other for other in RANK if RANK[other] < RANK[room]}


def test_every_module_was_looked_at(found):
    rooms = {room_of(f"assesslib.{path.stem}") for path in PACKAGE.iterdir() if path.suffix == ".py"}
    assert rooms - {"__init__", "__main__", "places"} <= {one.room for one in found}


def test_every_room_sees_only_what_comes_before_it(found):
    assert out_of_order(found) == []


def test_stats_knows_nothing_but_numpy(found):
    allowed = {*sys.stdlib_module_names, "numpy"}
    outside = {one.target for one in found if one.room == "stats" and one.package not in allowed}
    assert {target for target in outside if not target.startswith("assesslib.stats")} == set()


def test_nothing_below_the_screens_knows_of_widgets(found):
    assert foreign(found, {"ipywidgets", "anywidget", "traitlets", "IPython"}, below("widgets")) == []


def test_nothing_below_the_charts_can_draw(found):
    assert foreign(found, {"matplotlib", "seaborn"}, below("charts")) == []


def test_documents_load_what_writes_them_when_they_are_written(found):
    assert foreign(found, {"docx", "openpyxl", "typst", "matplotlib"}, {"documents"}, at_once=True) == []


def test_what_reads_files_is_light(found):
    assert foreign(found, set(HEAVY), LIGHT, at_once=True) == []


BAD = {
    "faults.py": "import csv\nfrom assesslib.journal import append\n",
    "journal.py": "import pandas as pd\n",
    "rules.py": "def late():\n    import numpy\n",
    "ratings.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from assesslib import tables\n",
    "stats/__init__.py": "from . import gaps\n",
    "stats/gaps.py": "from ..ratings import tidy\nfrom scipy import stats\n",
    "readers/long.py": "from assesslib import stats, csvfile\n",
    "tables/grid.py": "from assesslib import stats, readers\nimport matplotlib.pyplot as plt\n",
    "charts/__init__.py": "from .. import widgets\n",
    "assessment/record.py": "class A:\n    def show(self):\n        import ipywidgets as w\n",
    "attic/old.py": "from assesslib.faults import Fault\n",
}


@pytest.fixture
def bad(tmp_path):
    for name, text in BAD.items():
        path = tmp_path / "assesslib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return imports_of(tmp_path / "assesslib")


def test_a_bad_import_is_found_wherever_it_stands_and_however_it_is_written(bad):
    assert out_of_order(bad) == [
        "assesslib.attic.old imports assesslib.faults",
        "assesslib.charts imports assesslib.widgets",
        "assesslib.faults imports assesslib.journal",
        "assesslib.ratings imports assesslib.tables",
        "assesslib.readers.long imports assesslib.stats",
        "assesslib.stats.gaps imports assesslib.ratings",
    ]


def test_a_heavy_import_is_found_and_one_that_waits_is_told_apart(bad):
    assert foreign(bad, {"matplotlib"}, below("charts")) == ["assesslib.tables.grid imports matplotlib.pyplot"]
    assert foreign(bad, {"ipywidgets"}, below("widgets")) == ["assesslib.assessment.record imports ipywidgets"]
    assert foreign(bad, {"scipy"}, {"stats"}) == ["assesslib.stats.gaps imports scipy"]
    assert foreign(bad, {"numpy", "pandas"}, LIGHT, at_once=True) == ["assesslib.journal imports pandas"]
    assert len(foreign(bad, {"numpy", "pandas"}, LIGHT)) == 2


STAGES = (
    ("import assesslib", set()),
    ("import assesslib.framework; assesslib.load_framework('cdrp-dat-partnership')", set()),
    ("from assesslib.cli import main; main(['frameworks'])", set()),
    ("import assesslib.stats", {"numpy"}),
    ("assesslib.open_assessment; assesslib.read_ratings; assesslib.disparity", {"numpy", "pandas"}),
    ("from assesslib.documents import Document, write_document", {"numpy", "pandas"}),
    ("import assesslib.charts", {"numpy", "pandas", "matplotlib"}),
)
LOOK = "import sys, json\nfor stage, heavy in json.loads(sys.argv[1]):\n" \
       "    exec(stage); print([name for name in heavy if name in sys.modules], file=sys.stderr)"  # fmt: skip


def test_nothing_heavy_is_loaded_before_it_is_needed():
    stages = json.dumps([(stage, HEAVY) for stage, _ in STAGES])
    done = subprocess.run([sys.executable, "-c", LOOK, stages], capture_output=True, text=True, check=True)
    loaded = [set(ast.literal_eval(line)) for line in done.stderr.splitlines()]
    assert dict(zip([stage for stage, _ in STAGES], loaded, strict=True)) == dict(STAGES)


def test_every_public_name_can_be_had():
    assert all(getattr(assesslib, name) is not None for name in assesslib.__all__)
    assert dir(assesslib) == sorted(assesslib.__all__)


def test_a_name_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(AttributeError) as error:
        assesslib.nothing  # noqa: B018
    assert str(error.value) == f"assesslib has no name 'nothing'; it has {', '.join(assesslib.__all__)}"
