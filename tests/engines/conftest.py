"""Both engines, and the one Spark session that all tests share."""

import os
import shutil
import warnings
from functools import partial

import pytest

from assesslib.engines import duck, spark

SMALL = {
    "spark.master": "local[2]",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    # A few rows are counted sooner without programs written for them.
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}


@pytest.fixture(scope="session")
def spark_session():
    """A session of Spark on this machine, quick to count little."""
    pytest.importorskip("pyspark", reason="PySpark is not installed; get it with pip install 'assesslib[spark]'")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Java is not installed, which Spark needs")
    from subprocess import DEVNULL

    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf().setAll(SMALL.items())
    with warnings.catch_warnings(action="ignore", category=FutureWarning):
        gateway = launch_gateway(conf, {"stdout": DEVNULL, "stderr": DEVNULL})
        session = SparkSession(SparkContext(conf=conf, gateway=gateway))
    yield session
    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait(30)


@pytest.fixture(params=["duckdb", "spark"])
def engine(request):
    """The name of an engine: DuckDB, then Spark."""
    return request.param


@pytest.fixture
def file_level_counts(engine, request):
    """The counts of files on an engine."""
    return _of(engine, "file_level_counts", request)


@pytest.fixture
def file_level_moves(engine, request):
    """The moves in files on an engine."""
    return _of(engine, "file_level_moves", request)


def _of(engine, name, request):
    if engine == "duckdb":
        return getattr(duck, name)
    return partial(getattr(spark, name), session=request.getfixturevalue("spark_session"))
