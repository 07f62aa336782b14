"""A file that is written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file, or replace the one that is there; it is on the disk when this returns.

    A draft beside it is written first and then takes its name, so that nobody ever reads half a file.

    Raises
    ------
    OSError
        It could not be written: what was there before is still there as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "a.txt"), [b"one ", b"two"])
    ...     Path(folder, "a.txt").read_text(), len(list(Path(folder).iterdir()))
    ('one two', 1)
    """
    draft = path.with_name(f".{path.name.lstrip('.')}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
