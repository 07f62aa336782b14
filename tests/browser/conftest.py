"""A JupyterLab of our own with the notebooks and the sample data, and a Chromium to use it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from notebook_pages import run_notebook
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
def new_page(chromium):
    """Opens pages at the size of a laptop's screen; what a page's scripts complain of is in its ``errors``."""
    pages = []

    def opened():
        page = chromium.new_page(viewport=LAPTOP)
        page.set_default_timeout(60_000)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.fixture
def page(new_page):
    """One such page."""
    return new_page()


@pytest.fixture
def notebook(lab, page):
    """Open a notebook and run it to the end; returns the page."""
    return lambda name: run_notebook(lab, page, name)
