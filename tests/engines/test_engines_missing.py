"""Without DuckDB, PySpark or Java, large files are refused in words; nothing else needs them."""

import os
import subprocess
import sys

import pytest
from zoo import CSIT

from assesslib.engines import duck, pack, spark
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


def test_missing_pyspark_is_told_with_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(FaultsError) as error:
        spark.file_level_counts(tmp_path / "a.csv", CSIT)
    assert str(error.value) == (
        "PySpark, which counts on a cluster, is not installed. Install it with: pip install 'assesslib[spark]'"
    )


COUNT = """
from assesslib.engines.spark import file_level_counts
from assesslib.faults import FaultsError
try:
    file_level_counts("a.csv", "csit-collaborative-working")
except FaultsError as error:
    print(error)
"""


def test_missing_java_is_told_and_nothing_else_is_on_the_screen(tmp_path):
    pytest.importorskip("pyspark", reason="PySpark is not installed; get it with pip install 'assesslib[spark]'")
    (tmp_path / "a.csv").write_text("member,item,level\nann,1,a\n")
    own = {name: value for name, value in os.environ.items() if name not in ("JAVA_HOME", "SPARK_HOME")}
    there = own | {"JAVA_HOME": str(tmp_path / "no-java")}
    done = subprocess.run([sys.executable, "-c", COUNT], cwd=tmp_path, env=there, capture_output=True, text=True)
    said = "Spark could not start, which needs Java. Install Java 17 or 21, or set JAVA_HOME to where it is.\n"
    assert (done.stdout, done.stderr) == (said, "")


@pytest.mark.parametrize("engine", ["duckdb", "pyspark"])
def test_an_engine_is_loaded_when_it_is_used_and_not_before(engine):
    rooms = "duck, assesslib.engines.pack, assesslib.engines.spark, assesslib.engines.level_counts"
    look = f"import sys, assesslib.engines.{rooms}; sys.exit({engine!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look]).returncode == 0
