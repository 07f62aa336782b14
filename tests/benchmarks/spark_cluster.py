"""Spark on a cluster for real: counts beside DuckDB's, and the same when a part of the cluster is killed meanwhile.

Run by hand: ``python -m tests.benchmarks.spark_cluster [ROWS]``. First on Spark's own ``local-cluster[2,1,1024]``, then
on a standalone master with two workers on this machine. Everything that is started here is ended here, by its id.
"""

import os
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import pandas as pd
import psutil

from assesslib.engines import duck, spark

from .made import FRAMEWORK
from .returns import made

HERE = "127.0.0.1"
EXECUTOR = "CoarseGrainedExecutorBackend"
BY = ["section", "item", "organisation"]
CONF = {
    "spark.app.name": "assesslib on a cluster",
    "spark.driver.host": HERE,
    "spark.driver.bindAddress": HERE,
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.executor.memory": "1024m",
    "spark.executor.cores": "1",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.files.maxPartitionBytes": "1m",
}


@contextmanager
def session_on(master: str, folder: Path) -> Iterator[object]:
    """A session on a cluster, and what it started ended with it."""
    # It warns of a pandas that is newer than it knows.
    warnings.simplefilter("ignore", FutureWarning)
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf().setAll([*CONF.items(), ("spark.master", master), ("spark.local.dir", str(folder / "spill"))])
    gateway = SparkContext._gateway or launch_gateway(conf, {"stdout": DEVNULL, "stderr": DEVNULL, "cwd": folder})
    session = SparkSession(SparkContext(conf=conf, gateway=gateway))
    try:
        yield session
    finally:
        session.stop()


@contextmanager
def standalone(folder: Path, workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A master and its workers, each of one core: the master's address, and the workers."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    address = f"spark://{HERE}:{port}"
    started = [_class(folder, "master.Master", "--host", HERE, "--port", str(port), "--webui-port", "0")]
    try:
        _wait(lambda: _listens(port), "the master")
        for number in range(workers):
            work = ("--work-dir", str(folder / f"worker-{number}"), "--cores", "1", "--memory", "1200M")
            started.append(_class(folder, "worker.Worker", "--host", HERE, "--webui-port", "0", *work, address))
        yield address, started[1:]
    finally:
        for process in reversed(started):
            _end(process.pid)
            process.wait()


def _class(folder: Path, name: str, *arguments: str) -> subprocess.Popen:
    import pyspark

    home = Path(pyspark.__file__).parent
    own = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HERE, "SPARK_LOG_DIR": str(folder)}
    command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *arguments]
    return subprocess.Popen(command, env=own, stdout=DEVNULL, stderr=DEVNULL)


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex((HERE, port)) == 0


def _wait(until: Callable[[], object], what: str, seconds: float = 120) -> object:
    end = perf_counter() + seconds
    while not (found := until()):
        if perf_counter() > end:
            raise TimeoutError(f"{what} did not come within {seconds:.0f} s")
        sleep(0.05)
    return found


def _end(pid: int) -> None:
    """End a process and those that it started, at once."""
    try:
        own = psutil.Process(pid)
        for process in [*own.children(recursive=True), own]:
            process.kill()
    except psutil.NoSuchProcess:
        pass


def _command(process: psutil.Process) -> list[str]:
    """The words of its command; none where it has just ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def executors(pid: int) -> list[int]:
    """The ids of the executors among what a process started."""
    under = psutil.Process(pid).children(recursive=True)
    return [one.pid for one in under if any(EXECUTOR in part for part in _command(one))]


def _half_done(session: object) -> bool:
    """Whether some tasks of a stage are done and others are not."""
    stages = map(
        session.sparkContext.statusTracker().getStageInfo, session.sparkContext.statusTracker().getActiveStageIds()
    )
    return any(stage and 0 < stage.numCompletedTasks < stage.numTasks for stage in stages)


def counted(session: object, folder: Path, victim: Callable[[], int] | None = None) -> tuple[pd.DataFrame, str]:
    """The counts, and how they went; with a victim, what it names is killed in the middle."""
    killed: list[str] = []

    def kill() -> None:
        _wait(lambda: _half_done(session), "a stage half done")
        pid = victim()
        _end(pid)
        killed.append(f", process {pid} killed after {perf_counter() - start:.1f} s")

    start = perf_counter()
    other = threading.Thread(target=kill) if victim else None
    if other:
        other.start()
    counts = spark.file_level_counts(folder, FRAMEWORK, BY, session=session)
    took = perf_counter() - start
    if other:
        other.join()
    return counts, f"{took:5.1f} s{''.join(killed)}"


def main(rows: int = 20_000_000) -> None:
    """Print whether every cluster counts as DuckDB does, whatever is killed."""
    with TemporaryDirectory(prefix="cluster-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        returns = made(folder / "returns", rows)
        expected = duck.file_level_counts(returns, FRAMEWORK, BY)
        print(f"{rows:,} rows, {len(expected)} groups, {os.cpu_count()} cores", flush=True)

        def tell(what: str, found: pd.DataFrame, how: str) -> None:
            pd.testing.assert_frame_equal(found, expected)
            print(f"{what:45} {how}; counts are those of DuckDB", flush=True)

        with session_on("local-cluster[2,1,1024]", folder) as session:
            java = session.sparkContext._gateway.proc.pid
            tell("local-cluster[2,1,1024]", *counted(session, returns))
            tell("the same, an executor killed", *counted(session, returns, lambda: executors(java)[0]))
        with standalone(folder) as (address, workers), session_on(address, folder) as session:
            _wait(lambda: all(executors(worker.pid) for worker in workers), "an executor on each worker")
            tell("a master and two workers", *counted(session, returns))
            tell("the same, an executor killed", *counted(session, returns, lambda: executors(workers[0].pid)[0]))
            _wait(lambda: all(executors(worker.pid) for worker in workers), "an executor on each worker")
            tell("the same, a worker killed with its executor", *counted(session, returns, lambda: workers[0].pid))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
