"""The Spark session that files are counted on: one that is there, or else one on this machine."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import DEVNULL
from types import ModuleType
from typing import TYPE_CHECKING

from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.variable.substitute": "false",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "true",
}
"""What counts depend on, whatever a cluster is set to: how texts and moments are read, and that nothing is left out."""
LOCAL = {
    "spark.master": "local[*]",
    "spark.app.name": "assesslib",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}
"""The settings of a session that is started here."""


def installed() -> ModuleType:
    """PySpark's module.

    Raises
    ------
    FaultsError
        It is not installed.
    """
    try:
        import pyspark.sql
    except ImportError:
        do = "Install it with: pip install 'assesslib[spark]'"
        raise FaultsError([Fault("PySpark, which counts on a cluster, is not installed", do=do)]) from None
    return pyspark


@contextmanager
def session_of_its_own(given: "SparkSession | None" = None) -> Iterator["SparkSession"]:
    """A session with its own settings and tables, on the cluster of the one given, of the active one, or here.

    Raises
    ------
    FaultsError
        PySpark is not installed, or Java is not.
    """
    # It warns of a pandas that is newer than it knows; no frame of pandas goes through it here.
    with warnings.catch_warnings(action="ignore", category=FutureWarning):
        pyspark = installed()
        session = (given or pyspark.sql.SparkSession.getActiveSession() or _started(pyspark)).newSession()
    for name, value in SETTINGS.items():
        session.conf.set(name, value)
    yield session


def _started(pyspark: ModuleType) -> "SparkSession":
    """A session on this machine; it stays for the next count, and ends with the process."""
    from pyspark.java_gateway import launch_gateway

    if pyspark.SparkContext._active_spark_context is not None:
        return pyspark.sql.SparkSession.builder.getOrCreate()
    conf = pyspark.SparkConf().setAll(LOCAL.items())
    try:
        # What Java says while it starts would stand on the screen; what matters of it is told in words.
        gateway = launch_gateway(conf, {"stdout": DEVNULL, "stderr": DEVNULL})
        return pyspark.sql.SparkSession(pyspark.SparkContext(conf=conf, gateway=gateway))
    except (pyspark.errors.PySparkException, OSError):
        do = "Install Java 17 or 21, or set JAVA_HOME to where it is."
        raise FaultsError([Fault("Spark could not start, which needs Java", do=do)]) from None
