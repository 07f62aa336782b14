"""An unfinished set-up: kept in a file beside the folder it will become, until that is made or it is thrown away."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from assesslib.csvfile import encode
from assesslib.toml_file import read_toml
from assesslib.whole import write_whole
from assesslib.widgets.roster import is_begun

FILE = ".set-up-draft.toml"
STEPS = ("framework", "partnership", "team", "make")
_TEXTS = ("earlier", "framework", "partnership", "date", "folder", "about")
_CELLS = ("id", "was", "name", "organisation", "role")


def new_draft() -> dict[str, Any]:
    """A draft in which nothing is entered but the day, which is today."""
    texts = dict.fromkeys(_TEXTS, "") | {"date": date.today().isoformat()}
    return {"step": STEPS[0], **texts, "looking_back": False, "rows": []}


def is_started(draft: Mapping[str, Any]) -> bool:
    """Whether anything was entered that would be missed.

    Examples
    --------
    >>> is_started(new_draft()), is_started(new_draft() | {"partnership": "Our Team"})
    (False, True)
    """
    texts = (draft[name].strip() for name in _TEXTS if name != "date")
    return any(texts) or bool(draft.get("looking_back")) or any(map(is_begun, draft["rows"]))


def keep_draft(folder: Path, draft: Mapping[str, Any]) -> None:
    """Write the draft to its file, whole; where nothing is entered there is no file.

    Raises
    ------
    OSError
        It was not kept; what was kept before still is.
    """
    if is_started(draft):
        write_whole(folder / FILE, [encode(tomli_w.dumps(draft))])
    else:
        drop_draft(folder)


def drop_draft(folder: Path) -> None:
    """Take the file of the draft away, if there is one."""
    (folder / FILE).unlink(missing_ok=True)


def kept_draft(folder: Path, frameworks: Collection[str], earlier: Collection[str]) -> dict[str, Any]:
    """The draft that was kept in a folder; a new one where there is none, or none that can be read.

    A framework or an earlier assessment that is not there any more is to be chosen again.
    """
    found = read_toml(folder / FILE).data
    texts = {name: _text(found, name) for name in _TEXTS}
    draft = new_draft() | texts | {
        "step": found["step"] if found.get("step") in STEPS else STEPS[0],
        "framework": texts["framework"] if texts["framework"] in frameworks else "",
        "earlier": texts["earlier"] if texts["earlier"] in earlier else "",
        "looking_back": found.get("looking_back") is True,
        "rows": [_row(row) for row in _listed(found.get("rows")) if isinstance(row, Mapping)],
    }  # fmt: skip
    return draft if is_started(draft) else new_draft()


def _listed(value: object) -> list:
    return value if isinstance(value, list) else []


def _row(found: Mapping[str, Any]) -> dict[str, str]:
    return {name: _text(found, name) for name in _CELLS if name in found}


def _text(found: Mapping[str, Any], name: str) -> str:
    text = found.get(name)
    return text if isinstance(text, str) else ""
