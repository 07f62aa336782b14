"""The long CSV: one row a rating, the layout that the toolkit itself writes."""

from collections.abc import Iterable, Mapping, Sequence
from glob import glob
from pathlib import Path

import numpy as np
import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, load_framework
from assesslib.journal import as_stamp, is_day
from assesslib.plain_sheet import NotPlain, Texts, narrow, plain_batches
from assesslib.ratings import COLUMNS, KEY, tidy, tidy_columns
from assesslib.readers.long_twice import Row, mixtures, repeats
from assesslib.rules import placed, row_faults, tidied
from assesslib.sheet import read_sheet, write_sheet

NEEDED = ("member", "item", "level")
_JUDGED = ("section", "item", "facet", "round", "state", "level")
"""The columns that are judged together; each of the others is judged by itself."""


def read_ratings(path: str | Path | Sequence[str | Path], framework: Framework | str | Path) -> pd.DataFrame:
    """Read ratings from long CSV files: one row a rating, as `write_ratings` writes them.

    Parameters
    ----------
    path : str, Path or a list of them
        A file, or a pattern such as ``"returns/*.csv"``. Needed columns: ``member, item, level``.
    framework : Framework, str or Path
        What was rated, or its id or file.

    Returns
    -------
    DataFrame
        Tidy ratings (see `tidy`), in the order of the files.

    Raises
    ------
    FaultsError
        With every fault of every file: an unknown item, a level not on the scale, a date that is none, a row twice.
    """
    framework = framework if isinstance(framework, Framework) else load_framework(framework)
    files = _files(path)
    if (plain := _plain(files, framework)) is not None:
        return plain
    rows, faults = _look(files, framework)
    if any(not fault.handled for fault in faults):
        raise FaultsError(fault for fault in faults if not fault.handled)
    return tidy((cells for _, _, cells in rows), framework)


def ratings_faults(path: str | Path | Sequence[str | Path], framework: Framework) -> tuple[Fault, ...]:
    """Everything that `read_ratings` has to say of the files, what it works around included; arguments as there."""
    try:
        return _look(_files(path), framework)[1]
    except FaultsError as error:
        return error.faults


def rows_read(file: str, rows: Iterable[tuple[int, Mapping[str, str]]], framework: Framework,
              stem: str) -> tuple[list[dict[str, str]], tuple[Fault, ...]]:  # fmt: skip
    """Rows of texts by the columns of tidy ratings, filled in, and every fault of theirs.

    Parameters
    ----------
    file : str
        The file as faults name it.
    rows : iterable of pairs
        Each with its number in the file.
    framework : Framework
        What was rated.
    stem : str
        The assessment's name where a row gives none.
    """
    filled = [(file, number, _filled(cells, framework, stem)) for number, cells in rows]
    wrong = (fault for row in filled for fault in _row_faults(*row, framework))
    known = [row for row in filled if row[2]["member"] and row[2]["item"]]
    return [cells for _, _, cells in filled], (*wrong, *repeats(known), *mixtures(known))


def _plain(files: Sequence[Path], framework: Framework) -> pd.DataFrame | None:
    """The ratings of files in which nothing is wrong or unusual, read many rows at a time; None where anything is.

    Different rows are few, and are judged by the same rules as those that are read one by one.
    """
    try:
        parts = [_part(batch, framework, file.stem) for file in files
                 for batch in plain_batches(file, NEEDED, COLUMNS)]  # fmt: skip
    except NotPlain:
        return None
    if not parts:
        return None
    columns = {name: _joined([part[name] for part in parts]) for name in COLUMNS}
    return None if _is_doubtful(columns) else tidy_columns(columns, framework)


def _part(batch: Mapping[str, Texts], framework: Framework, stem: str) -> dict[str, Texts]:
    """The columns of tidy ratings of some rows; NotPlain where anything is wrong with one."""
    rows = next(iter(batch.values())).places.size
    empty = Texts(np.zeros(rows, dtype="int64"), [""])
    said = {name: batch.get(name, empty) for name in COLUMNS}
    kinds = _numbers(said[name] for name in _JUDGED)
    first = np.flatnonzero(~pd.Series(kinds).duplicated().to_numpy())
    kind = [_judged({name: said[name].found[said[name].places[row]] for name in _JUDGED}, framework) for row in first]
    judged = {name: Texts(kinds, [cells[name] for cells in kind]) for name in _JUDGED}
    alone = {"assessment": lambda text: text or stem, "member": _member, "organisation": str.strip, "role": str.strip,
             "date": _date, "at": _at}  # fmt: skip
    return {name: Texts(column.places, [*map(alone.get(name, str), column.found)]) for name, column in said.items()
            if name not in judged} | judged  # fmt: skip


def _numbers(columns: Iterable[Texts]) -> np.ndarray:
    """A number a row from 0 in order of appearance, the same where all these columns say the same."""
    numbers = np.zeros(1, dtype="int64")
    for column in columns:
        # Numbered anew each time, they are never more than the rows.
        numbers, _ = pd.factorize(numbers * len(column.found) + column.places)
    return numbers


def _judged(cells: Mapping[str, str], framework: Framework) -> dict[str, str]:
    filled = _filled(dict.fromkeys(COLUMNS, "") | {"member": "-"} | cells, framework, "")
    if _row_faults("", 0, filled, framework):
        raise NotPlain
    return filled


def _member(text: str) -> str:
    if not text.strip():
        raise NotPlain
    return text.strip()


def _date(text: str) -> str:
    if text and not is_day(text):
        raise NotPlain
    return text


def _at(text: str) -> str:
    if text and not (stamp := as_stamp(text)):
        raise NotPlain
    return stamp if text else ""


def _joined(parts: Sequence[Texts]) -> Texts:
    """Columns one below the other, each text once."""
    once = {text: place for place, text in enumerate(dict.fromkeys(text for part in parts for text in part.found))}
    places = [narrow(np.array([once[text] for text in part.found]), len(once))[part.places] for part in parts]
    return Texts(np.concatenate(places), list(once))


def _is_doubtful(columns: Mapping[str, Texts]) -> bool:
    """Whether a member has an item twice, or may have it both as a whole and by facet."""
    facet = columns["facet"]
    answers = _numbers(columns[name] for name in KEY if name != "facet")
    rows, once = pd.factorize(answers * len(facet.found) + facet.places)
    by_facet = np.array([bool(name) for name in facet.found])[facet.places]
    return len(once) < len(rows) or bool(np.isin(answers[~by_facet], answers[by_facet]).any())


def _look(files: Iterable[Path], framework: Framework) -> tuple[list[Row], tuple[Fault, ...]]:
    parts = [_read(file, framework) for file in files]
    rows = [row for part, _ in parts for row in part]
    faults = [fault for _, part in parts for fault in part]
    everything = (*faults, *repeats(rows), *mixtures(rows))
    return rows, tuple(sorted(everything, key=lambda fault: (fault.file, fault.row or 0)))


def _files(path: str | Path | Sequence[str | Path]) -> list[Path]:
    paths = [path] if isinstance(path, str | Path) else list(path)
    files = [Path(file) for given in paths for file in sorted(glob(str(given))) or [given]]
    missing = [file for file in files if not file.is_file()]
    if missing:
        raise FaultsError(
            Fault("is not a file", value=str(file), do="Check the name and the folder.") for file in missing
        )
    return files


def _read(path: Path, framework: Framework) -> tuple[list[Row], list[Fault]]:
    name = str(path)
    sheet = read_sheet(path, ("member", "item", "level"), COLUMNS, name, journal=False)
    rows = [(name, number, _filled(cells, framework, path.stem)) for number, cells in sheet.rows]
    torn = [Fault("The row is not finished", file=name, row=row, value=text, do="Complete it or delete it.")
            for row, text in sheet.torn]  # fmt: skip
    return rows, [*sheet.faults, *torn, *(fault for row in rows for fault in _row_faults(*row, framework))]


def _filled(cells: Mapping[str, str], framework: Framework, stem: str) -> dict[str, str]:
    row = tidied(cells, framework)
    sections = {item.id: item.section for item in framework.items}
    return row | {
        "assessment": row["assessment"] or stem,
        **{name: row[name].strip() for name in ("member", "organisation", "role")},
        "section": row["section"] or sections.get(row["item"], ""),
        "at": as_stamp(row["at"]) or row["at"],
    }


def _row_faults(file: str, number: int, cells: Mapping[str, str], framework: Framework) -> list[Fault]:
    sections = {item.id: item.section for item in framework.items}
    return placed([*row_faults(cells, framework), *_extra_faults(cells, sections)], file, number)


def _extra_faults(cells: Mapping[str, str], sections: Mapping[str, str]) -> Iterable[Fault]:
    if not cells["member"]:
        yield Fault("The member is missing", column="member", do="Say whose rating this is.")
    if cells["section"] != sections.get(cells["item"], cells["section"]):
        yield Fault(f"is not the section of item {cells['item']}", column="section", value=cells["section"],
                    allowed=(sections[cells["item"]],), do="Correct the cell.")  # fmt: skip
    if cells["date"] and not is_day(cells["date"]):
        yield Fault("is not a date", column="date", value=cells["date"], do="Write it like 2026-03-01.")
    if cells["at"] and not as_stamp(cells["at"]):
        yield Fault("is not a time", column="at", value=cells["at"], do="Write it like 2026-03-01T09:15:00Z.")


def write_ratings(ratings: pd.DataFrame, path: str | Path) -> None:
    """Write tidy ratings as a long CSV that a spreadsheet opens rightly and `read_ratings` reads back unchanged.

    Texts that a spreadsheet would run as a formula are written with an apostrophe before them, which reading removes.
    The file is written whole or not at all.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings.
    path : str or Path
        The file; an existing one is replaced.
    """
    texts = ratings[list(COLUMNS)].assign(
        date=ratings["date"].dt.strftime("%Y-%m-%d").fillna(""),
        round=ratings["round"].astype("str"),
        level=ratings["level"].astype("object").where(ratings["level"].notna(), ""),
        at=ratings["at"].dt.strftime("%Y-%m-%dT%H:%M:%S.%fZ").fillna(""),
    )
    write_sheet(Path(path), COLUMNS, texts.itertuples(index=False))
