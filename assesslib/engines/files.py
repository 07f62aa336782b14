"""The files that an engine is given: which they are, of what kind, and whether their columns will do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from glob import glob, has_magic
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from assesslib.csvfile import decode, delimiter_of, header, records
from assesslib.faults import Fault, FaultsError
from assesslib.ratings import COLUMNS

NEEDED = ("member", "item", "level")
KNOWN = (*COLUMNS, "framework", "version")
_LOOK = 64 * 1024
"""How many bytes of a CSV file are looked at for its header."""
_ALIKE = 0.75
"""How alike a strange column and one that is missing must be to be taken for it misspelt."""
_OF_FRAMEWORK = re.compile("framework=(.+)")


@dataclass(frozen=True)
class CsvKind:
    """What CSV files must have in common to be read together."""

    delimiter: str
    columns: tuple[str, ...]
    above: int
    """Empty rows above the header."""


def files_given(path: str | Path | Sequence[str | Path]) -> list[Path]:
    """The files of a name, a pattern, a folder of Parquet files, or a list of them, each once.

    Raises
    ------
    FaultsError
        Something is not there, or is neither CSV nor Parquet.
    """
    given = [path] if isinstance(path, str | Path) else list(path)
    found = list(dict.fromkeys(file for one in given for file in _files(one)))
    faults = [fault for one in given for fault in _given_faults(one)]
    faults += [fault for file in found for fault in _kind_faults(file)]
    if faults or not found:
        raise FaultsError(faults or [Fault("No file is named", do="Name a file, a folder or a pattern.")])
    return found


def _files(given: str | Path) -> list[Path]:
    if Path(given).is_dir():
        return sorted(Path(given).rglob("*.parquet"))
    matched = sorted(Path(file) for file in glob(str(given), recursive=True) if Path(file).is_file())
    return matched or [Path(given)] * Path(given).is_file()


def _given_faults(given: str | Path) -> Iterable[Fault]:
    """What is wrong with a name, a pattern or a folder."""
    name, found = str(given), _files(given)
    if Path(given).is_dir() and (Path(given) / "assessment.toml").is_file():
        yield Fault("is the folder of an assessment", value=name,
                    do="Pack it first, with assess pack, or open it and count its ratings.")  # fmt: skip
    elif Path(given).is_dir() and any(Path(given).rglob("*.csv")):
        what = "holds CSV files too" if found else "is a folder without Parquet files"
        yield Fault(what, value=name, do=f"Name what is to be counted, such as “{name}/**/*.csv”.")
    elif not found:
        yield _missing(given)


def _missing(given: str | Path) -> Fault:
    name = str(given)
    if Path(given).is_dir():
        return Fault("is a folder without Parquet files", value=name, do="Name files of ratings.")
    if has_magic(name):
        return Fault("is a pattern that no file fits", value=name, do="Check the pattern and the folder.")
    return Fault("is not a file", value=name, do="Check the name and the folder.")


def _kind_faults(file: Path) -> Iterable[Fault]:
    if file.suffix.lower() not in (".csv", ".parquet"):
        yield Fault("is neither CSV nor Parquet", value=str(file), allowed=(".csv", ".parquet"),
                    do="Save the ratings as one of them.")  # fmt: skip


def is_parquet(file: Path) -> bool:
    """Whether a file is Parquet, by its name."""
    return file.suffix.lower() == ".parquet"


def framework_of(file: Path) -> str:
    """The framework that a folder of a packed file names, or ""."""
    named = [match[1] for part in file.parts if (match := _OF_FRAMEWORK.fullmatch(part))]
    return unquote(named[-1]) if named else ""


def csv_kinds(files: Iterable[Path]) -> list[tuple[CsvKind, list[Path]]]:
    """Neighbouring CSV files that can be read together, in the order of the files.

    Raises
    ------
    FaultsError
        A file that cannot be read, is empty, is not UTF-8, or whose columns will not do.
    """
    looked = [(_look(file), file) for file in files]
    faults = [fault for (_, found), _ in looked for fault in found]
    if faults:
        raise FaultsError(faults)
    together = groupby(looked, key=lambda pair: pair[0][0])
    return [(kind, [file for _, file in pairs]) for kind, pairs in together]


def _look(file: Path) -> tuple[CsvKind, tuple[Fault, ...]]:
    nothing = CsvKind(",", (), 0)
    try:
        with file.open("rb") as opened:
            start = opened.read(_LOOK)
    except OSError as error:
        return nothing, (Fault(f"The file cannot be read ({error.strerror})", file=str(file),
                               do="Close it in other programs, or copy it here again."),)  # fmt: skip
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return nothing, (Fault("The file is not in UTF-8", file=str(file), do="Save it as CSV UTF-8."),)
    text = decode(start)[0]
    rows = list(records(text))[:1]
    if not rows:
        return nothing, (Fault("The file is empty", file=str(file), do=f"It needs {', '.join(NEEDED)}."),)
    kind = CsvKind(delimiter_of(text), header(rows), rows[0][0] - 1)
    return kind, tuple(column_faults(kind.columns, str(file)))


def column_faults(columns: Sequence[str], file: str) -> Iterable[Fault]:
    """What keeps a file with such columns from being counted."""
    for column in (name for name in NEEDED if name not in columns):
        yield Fault("is a column this file must have and does not", file=file, row=1, value=column,
                    do=f"It has: {', '.join(columns)}. Add the column or put its name right.")  # fmt: skip
    for column in (name for name in KNOWN if columns.count(name) > 1):
        yield Fault("is a column that stands twice", file=file, row=1, value=column, do="Keep the right one.")
    lacking = [name for name in COLUMNS if name not in (*NEEDED, *columns)]
    for column in (name for name in columns if name not in KNOWN):
        for like in (own for own in lacking if SequenceMatcher(None, column, own).ratio() >= _ALIKE):
            yield Fault(f"is not a column that is read, and “{like}” is missing", file=file, row=1, value=column,
                        do=f"Call it {like}, or something less like it.")  # fmt: skip
