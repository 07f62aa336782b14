"""Every command that the README gives works as it stands there."""

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()]
PYTHON = re.findall(r"```python\n(.*?)```", README, re.S)


@pytest.fixture
def copy(tmp_path):
    """A place like the checkout, to run things in."""
    for name in ("data", "frameworks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_commands_are_the_ones_tested_here():
    first = {shlex.split(line)[0] for line in COMMANDS}
    assert first == {"make", "conda", "assess"}


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("assess ") and line != "assess lab"])
def test_assess_commands_work(command, copy):
    if " check " in command:
        run_assess(next(line for line in COMMANDS if line.startswith("assess new")), copy)
    assert run_assess(command, copy) == ""


def run_assess(command, folder):
    words = [sys.executable, "-m", "assesslib.cli", *shlex.split(command)[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def test_the_make_tasks_exist_and_help_lists_them():
    tasks = {line.split()[1] for line in COMMANDS if line.startswith("make ")}
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, timeout=60).stdout
    assert tasks == {"lab", "test"}
    others = {"help", "lock", "clean", "explore", "bench", "bench-quick"}
    assert all(f"make {task} " in shown for task in tasks | others)


def test_conda_commands_name_what_is_there():
    conda = [line for line in COMMANDS if line.startswith("conda ")]
    name = yaml.safe_load((ROOT / "environment.yml").read_text())["name"]
    assert conda == ["conda env create -f environment.yml", f"conda activate {name}"]


def run_python(code, folder):
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_python_lines_run(copy):
    run_python(PYTHON[0], copy)
    assert (copy / "ratings.csv").stat().st_size > 10_000


def test_the_python_lines_for_many_partnerships_run_on_what_the_command_packs(copy):
    pytest.importorskip("duckdb", reason="DuckDB is not installed")
    [command] = re.findall(r"`(assess pack data.*?)`", README)
    assert run_assess(command, copy) == "Reading 2 assessments\n"
    [code] = PYTHON[1:]
    run_python(code, copy)


def test_links_and_pictures_lead_somewhere():
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert len(targets) >= 3
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_make_lab_serves_the_start_page(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    env = os.environ | {name: str(tmp_path / name.lower()) for name in own} | {"JUPYTER_TOKEN": "ours"}
    lab = subprocess.Popen(["make", "lab", f"LAB=--no-browser --port {port}"], cwd=ROOT, env=env,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    try:
        page = answer(f"http://127.0.0.1:{port}/lab/tree/notebooks/00_start.ipynb?token=ours", lab)
        notebook = answer(f"http://127.0.0.1:{port}/api/contents/notebooks/00_start.ipynb?token=ours", lab)
        assert b"JupyterLab" in page
        assert b"Team self-assessment" in notebook
        assert b'"@jupyterlab/apputils-extension:announcements"' in page
    finally:
        os.killpg(lab.pid, signal.SIGTERM)
        lab.wait(30)


def answer(address, process, seconds=300):
    for _ in range(seconds * 2):
        assert process.poll() is None, process.stdout.read().decode()
        try:
            return urllib.request.urlopen(address, timeout=10).read()
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")
