"""A document written to a file: the end of its name chooses the format, and it is there whole or not at all."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from assesslib.documents.model import Document
from assesslib.faults import Fault, FaultsError
from assesslib.whole import write_whole

FORMATS = ("docx", "html", "pdf", "xlsx")


def as_bytes(document: Document, kind: str) -> bytes:
    """A document in one of the `FORMATS`; what writes it is loaded on first use.

    Examples
    --------
    >>> as_bytes(Document("Plan", ()), "html")[:15]
    b'<!doctype html>'
    """
    return getattr(import_module(f"assesslib.documents.{kind}"), f"as_{kind}")(document)


def write_document(document: Document, path: str | Path, *, force: bool = False) -> Path:
    """Write a document to a file that ends in .docx, .html, .pdf or .xlsx.

    Parameters
    ----------
    document : Document
        What to write.
    path : str or Path
        The file. Its folder must be there.
    force : bool
        Whether a file of this name may be replaced.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FaultsError
        Another ending, a file that is there already, a place that cannot be written to, or a document that holds what
        no format could carry. What was there before is still there as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_document(Document("Plan", ()), Path(folder, "plan.html")).name
    'plan.html'
    """
    path = Path(path)
    if fault := _in_the_way(path, force):
        raise FaultsError([fault])
    data = as_bytes(document, _kind(path))
    try:
        write_whole(path, [data])
    except OSError as error:
        raise FaultsError([_unwritten(path, error)]) from error
    return path


def _kind(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")


def _in_the_way(path: Path, force: bool) -> Fault | None:
    """What keeps a document from being written there, before the work of making it is done."""
    if _kind(path) not in FORMATS:
        return Fault("is not the ending of a document", str(path), value=path.suffix,
                     allowed=tuple(f".{kind}" for kind in FORMATS), do="End the name in one of these.")  # fmt: skip
    if not path.parent.is_dir():
        return Fault("The folder it shall stand in is not there", str(path), do="Make the folder, or choose another.")
    if path.is_dir():
        return Fault("A folder of this name is there already", str(path), do="Choose another name.")
    if path.exists() and not force:
        return Fault("A file of this name is there already", str(path), do="Choose another name, or say force.")
    return None


def _unwritten(path: Path, error: OSError) -> Fault:
    return Fault(f"The file cannot be written ({error.strerror})", str(path),
                 do="Close it in other programs, or choose another place.")  # fmt: skip
