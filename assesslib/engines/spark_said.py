"""What Spark says of a file, in words."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assesslib.engines.files import is_parquet
from assesslib.engines.spark_csv import wrong_rows
from assesslib.faults import Fault, FaultsError

_LOGS = ("SQLQueryContextLogger", "DataFrameQueryContextLogger")
_DO = "Check that every file is whole, that every worker sees it under this name, and that Spark has memory and disk."


@contextmanager
def in_words(files: Sequence[str]) -> Iterator[None]:
    """Raise a FaultsError where Spark, or the Java it runs on, raises an error of its own."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with _quiet():
            yield
    except (PySparkException, Py4JError) as error:
        wrong = wrong_rows([file for file in files if not is_parquet(Path(file))])
        raise FaultsError(wrong or [fault_of(str(error))]) from None


def fault_of(said: str) -> Fault:
    """An error's text as a fault: the line that says what the matter is, without where in Java it was.

    Examples
    --------
    >>> print(fault_of("An error occurred while calling o1.sql.\\n: x.Y: [NO_FILE] No such file: a.\\n\\tat x.Z(Z:1)"))
    “[NO_FILE] No such file: a.” is what Spark says, and it cannot count. Check that every file is whole, that every
    worker sees it under this name, and that Spark has memory and disk.
    >>> fault_of("An error occurred while calling o1.load.\\n: org.U.UException: No FileSystem for scheme s3a").value
    'No FileSystem for scheme s3a'
    """
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.strip().startswith("at ")]
    own = [line.lstrip(": ") for line in lines if not line.startswith("An error occurred while calling")]
    telling = next((line[line.find("[") :] for line in own if "[" in line), (own or lines or [""])[0])
    return Fault("is what Spark says, and it cannot count", value=telling.partition("Exception: ")[2] or telling,
                 do=_DO)  # fmt: skip


@contextmanager
def _quiet() -> Iterator[None]:
    """Let Spark not write to the screen what is told in words."""
    loggers = [logging.getLogger(name) for name in _LOGS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, was in zip(loggers, before, strict=True):
            logger.disabled = was
