"""New members for a team that is there: added to assessment.toml below what people wrote, which stays as it is."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import tomli_w

from assesslib.assessment.layout import SETTINGS
from assesslib.assessment.settings import Member, read_settings
from assesslib.csvfile import decode, encode
from assesslib.faults import Fault, FaultsError
from assesslib.whole import write_whole


def add_members(folder: Path, members: Iterable[Member]) -> None:
    """Add members to assessment.toml; its comments and its order stay.

    Raises
    ------
    FaultsError
        assessment.toml cannot be read, or not added to (it lists the members within one line): it stays as it was.
    """
    path = folder / SETTINGS
    before, settings = path.read_bytes(), read_settings(folder)
    added = [member for member in members if member.id not in {one.id for one in settings.members}]
    blocks = "".join(f"\n[[members]]\n{tomli_w.dumps({k: v for k, v in asdict(one).items() if v})}" for one in added)
    write_whole(path, [encode(f"{decode(before)[0].rstrip()}\n{blocks}")])
    try:
        read_settings(folder)
    except FaultsError as error:
        write_whole(path, [before])
        fault = Fault("New members cannot be added below what is there", file=str(path),
                      do="Write each member as a block that begins with [[members]].")  # fmt: skip
        raise FaultsError([fault]) from error
