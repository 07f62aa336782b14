"""Open JupyterLab on the notebooks: those of the checkout, those found here, or a fresh copy of the shipped ones."""

import os
import shutil
from pathlib import Path

from jupyterlab.labapp import LabApp

from assesslib.places import shipped

START = Path("notebooks") / "00_start.ipynb"
_SETTINGS = Path(__file__).resolve().parent / "lab_settings"


def open_lab(folder: str | None = None, *, browser: bool = True, port: int | None = None) -> int:
    """Open JupyterLab on ``notebooks/00_start.ipynb`` and stay until it is closed."""
    home = find_home(folder)
    print(f"Opening {home / START}. Leave this window open while you work; Ctrl+C here closes the toolkit.", flush=True)
    LabApp.launch_instance(lab_options(home, browser=browser, port=port))
    return 0


def find_home(folder: str | None = None) -> Path:
    """The folder that holds ``notebooks`` and ``data``.

    The named folder; else the present one where it has the notebooks; else the checkout; else ``assesslib-notebooks``
    in the present one. Where the notebooks are missing they are copied there, with the sample data.
    """
    here, checkout = Path.cwd(), shipped("notebooks").parent
    if folder is None and (here / START).is_file():
        return here
    if folder is None and (checkout / "pyproject.toml").is_file():
        return checkout
    home = Path(folder or "assesslib-notebooks").resolve()
    for name in ("notebooks", "data"):
        if not (home / name).exists():
            shutil.copytree(shipped(name), home / name)
            print(f"Put a copy of the {name} in {home}.")
    _copy_guide(home)
    return home


def _copy_guide(home: Path) -> None:
    """The page on writing a framework, which the notebooks link to."""
    guide = Path("frameworks") / "README.md"
    if not (home / guide).exists():
        (home / guide).parent.mkdir(exist_ok=True)
        shutil.copyfile(shipped("frameworks") / guide.name, home / guide)


def lab_options(home: Path, *, browser: bool = True, port: int | None = None) -> list[str]:
    """The options JupyterLab is started with: the folder, the first page, and no questions about news."""
    options = [
        f"--ServerApp.root_dir={home}",
        f"--LabApp.default_url=/lab/tree/{START.as_posix()}",
        f"--LabApp.app_settings_dir={_SETTINGS}",
        "--LabApp.news_url=None",
    ]
    as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    quiet = [] if browser else ["--no-browser"]
    return options + as_root + quiet + ([f"--port={port}"] if port else [])
