"""A JupyterLab of our own with the notebooks and the sample data, and a Chromium to use it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from assesslib.lab import find_home, lab_options

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP = {"width": 1280, "height": 720}


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A copy of the notebooks and the sample data, as a wheel would make one."""
    return find_home(str(tmp_path_factory.mktemp("home") / "toolkit"))


@pytest.fixture(scope="session")
def lab(home, tmp_path_factory):
    """The address of a JupyterLab started as ``assess lab`` starts it, but for its token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    scratch = tmp_path_factory.mktemp("jupyter")
    own = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTERLAB_SETTINGS_DIR",
           "JUPYTERLAB_WORKSPACES_DIR")  # fmt: skip
    options = [*lab_options(home, browser=False, port=port), "--IdentityProvider.token=", "--ServerApp.ip=127.0.0.1",
               "--expose-app-in-browser"]  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        env=os.environ | {name: str(scratch / name.lower()) for name in own},
        stdout=(scratch / "log").open("w"),
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api", server, scratch / "log")
        yield address
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address, server, log, seconds=60):
    for _ in range(seconds * 5):
        assert server.poll() is None, log.read_text()
        try:
            return urllib.request.urlopen(address, timeout=5)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "The browser tests need Chromium. As root: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page at the size of a laptop's screen; what its scripts complain of is in ``page.errors``."""
    opened = chromium.new_page(viewport=LAPTOP)
    opened.errors = []
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    yield opened
    opened.close()


@pytest.fixture
def notebook(lab, page):
    """Open a notebook and run it to the end; returns the page."""

    def run(name):
        page.goto(f"{lab}/lab/tree/notebooks/{name}?reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_timeout(2000)
        for _ in range(4):
            page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
            if started(page):
                break
        page.wait_for_function(f"{DONE} && {IDLE}", timeout=90_000)
        page.wait_for_timeout(500)
        return page

    return run


SESSION = "window.jupyterapp.shell.currentWidget.sessionContext"
IDLE = f"({SESSION}?.session?.kernel?.status === 'idle')"
CELLS = "[...window.jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type === 'code')"
DONE = f"{CELLS}.every(cell => cell.executionCount)"


def started(page):
    """A run asked for right after the kernel turned idle is sometimes lost; whether this one was taken up."""
    try:
        page.wait_for_function(f"!{IDLE} || {CELLS}.some(cell => cell.executionCount)", timeout=5000)
    except Exception:
        return False
    return True
