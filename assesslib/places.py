"""Where the files that come with the library are: in a checkout at its top, in an installed wheel beside the code."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder of ``frameworks``, ``notebooks`` or sample ``data`` that came with this copy of the library.

    Examples
    --------
    >>> shipped("frameworks").is_dir()
    True
    """
    packed = _HERE / "_share" / name
    return packed if packed.is_dir() else _HERE.parent / name
