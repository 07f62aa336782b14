"""Without DuckDB installed, large files are refused in words; nothing else needs it."""

import subprocess
import sys

import pytest
from zoo import CSIT

from assesslib.engines import duck, pack
from assesslib.faults import FaultsError

SAID = "DuckDB, which counts large files, is not installed. Install it with: pip install 'assesslib[scale]'"


@pytest.mark.parametrize("use", [
    lambda folder: duck.file_level_counts(folder / "a.csv", CSIT),
    lambda folder: pack.pack([folder], folder / "packed"),
])  # fmt: skip
def test_a_missing_engine_is_told_with_how_to_get_it(use, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(FaultsError) as error:
        use(tmp_path)
    assert str(error.value) == SAID


def test_the_engine_is_loaded_when_it_is_used_and_not_before():
    look = "import sys, assesslib.engines.duck, assesslib.engines.pack; sys.exit('duckdb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look]).returncode == 0
