"""Somebody's instrument, out of a spreadsheet, an XLSForm or a library of CISO Assistant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assesslib.faults import Fault, FaultsError
from assesslib.framework.load import list_frameworks
from assesslib.framework.records import Passage
from assesslib.readers.instruments.ciso import read_ciso
from assesslib.readers.instruments.ids import slug
from assesslib.readers.instruments.outline import Outline, outline
from assesslib.readers.instruments.records import LEFT_OUT, Found, InstrumentRead, Trace, Wishes
from assesslib.readers.instruments.scale import Scale, wished_scale
from assesslib.readers.instruments.spreadsheet import read_spreadsheet
from assesslib.readers.instruments.xlsform import read_xlsform
from assesslib.readers.instruments.xlsform_rows import is_xlsform
from assesslib.readers.records import RawSheet

_YAML = (".yaml", ".yml")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_OPTIONS = {"id": "--to", "title": "--title", "version": "--version", "item_term": "--term"}
_MADE = {"version": "1", "item_term": "statement"}


def read_instrument(path: str | Path, wishes: Wishes = Wishes()) -> InstrumentRead:  # noqa: B008
    """Read an instrument that somebody has, in whatever of the known shapes it comes.

    Parameters
    ----------
    path : str or Path
        A spreadsheet (CSV, TSV, xlsx) with a row of headings over sections, numbers and wordings; an XLSForm; or a
        library of CISO Assistant (YAML). It is only read.
    wishes : Wishes
        What the file does not say: the scale, the language, a title.

    Returns
    -------
    InstrumentRead
        With every fault: those that are not handled are to be put right, or are questions that a wish answers.
        Nothing is raised whatever the file holds.

    Examples
    --------
    >>> print(*read_instrument("nowhere.yaml").faults)
    nowhere.yaml: there is no such file. Check the name and the folder.
    """
    path = Path(path)
    if fault := _unreadable(path):
        return InstrumentRead("", str(path), faults=(fault,))
    try:
        found, faults = (read_ciso(path, wishes), ()) if path.suffix.lower() in _YAML else _opened(path, wishes)
    except FaultsError as error:
        return InstrumentRead("", str(path), faults=error.faults)
    return _whole(replace(found, faults=(*faults, *found.faults)), str(path), wishes)


def _unreadable(path: Path) -> Fault | None:
    if path.is_dir():
        return Fault("this is a folder, not a file", str(path), do="Name the file inside it.")
    if not path.exists():
        return Fault("there is no such file", str(path), do="Check the name and the folder.")
    if not path.is_file():
        return Fault("this is not a file", str(path), do="Name a spreadsheet, an XLSForm or a YAML file.")
    if path.suffix.lower() == ".toml":
        return Fault("is a framework file already, or none", value=str(path), do=f"Try: assess check {path}")
    return None


def _opened(path: Path, wishes: Wishes) -> tuple[Found, tuple[Fault, ...]]:
    from assesslib.readers.opening import open_sheets

    sheets, faults = open_sheets(path)
    if not sheets:
        raise FaultsError(faults or [Fault("the file holds nothing", str(path), do="Check that it is the right one.")])
    return read_tables(sheets, wishes), faults


def read_sheets(sheets: Sequence[RawSheet], wishes: Wishes = Wishes()) -> InstrumentRead:  # noqa: B008
    """The same of sheets that are open already, at least one: an XLSForm by its survey, else a spreadsheet."""
    return _whole(read_tables(sheets, wishes), sheets[0].file, wishes)


def read_tables(sheets: Sequence[RawSheet], wishes: Wishes) -> Found:
    """What sheets hold, by the reader that fits them."""
    reader: Callable[..., Found] = read_xlsform if is_xlsform(sheets) else read_spreadsheet
    return reader(sheets, wishes)


def _whole(found: Found, file: str, wishes: Wishes) -> InstrumentRead:
    """All of a framework out of what was found and what is wished."""
    stem = Path(file).name.split(".")[0]
    title = wishes.title or found.title or stem
    id = wishes.id or slug(found.ref) or slug(title) or slug(stem, "framework")
    known = bool(found.nodes) or not any(not fault.handled for fault in found.faults)
    parts = outline(found.nodes, title, file) if known else Outline()
    scale = wished_scale(wishes)
    made = _named(found, file, wishes, title, id) if found.nodes else ()
    faults = (*found.faults, *made, *parts.faults, *_scale_faults(found, scale, file))
    return InstrumentRead(
        found.kind,
        file,
        id,
        title,
        version=wishes.version or found.version or _MADE["version"],
        item_term=wishes.item_term or found.item_term or _MADE["item_term"],
        source=found.source,
        levels=scale.levels if scale else found.levels,
        sections=parts.sections,
        introduction=tuple(Passage(text=(text,)) for text in (*found.introduction, *parts.introduction)),
        prompts=found.prompts,
        closing_questions=parts.closing,
        traces=_traces(found, parts, scale),
        faults=faults,
    )


def _traces(found: Found, parts: Outline, scale: Scale | None) -> tuple[Trace, ...]:
    """Everything in the order of the file, sheet by sheet."""
    own = [replace(one, became=LEFT_OUT, why="another scale was given") if scale and _of_scale(one) else one
           for one in found.traces]  # fmt: skip
    every = (*parts.traces, *own)
    files = list(dict.fromkeys(trace.spot.file for trace in every))
    return tuple(sorted(every, key=lambda trace: (files.index(trace.spot.file), trace.spot.order)))


def _of_scale(trace: Trace) -> bool:
    return trace.became.startswith("level ")


def _scale_faults(found: Found, scale: Scale | None, file: str) -> tuple[Fault, ...]:
    """What is wrong with the scale that is given, else with the file's, else that there is none."""
    if scale:
        return scale.faults
    if found.levels or found.scale_faults or not found.nodes:
        return found.scale_faults
    do = f'Give it, lowest first: --scale "a=Not at all;b=Partly;c=Fully"; or --like {list_frameworks()[0]}.'
    return (Fault("The file holds no scale", file, do=do),)


def _named(found: Found, file: str, wishes: Wishes, title: str, id: str) -> Iterator[Fault]:
    """What had to be made of the keys that every framework has, and an id that cannot be one."""
    if not _ID.fullmatch(id):
        yield Fault("is not an id: those are lower-case letters, digits and hyphens", value=id,
                    do=f"Write, say, --to {slug(id, 'my-framework')}.toml.")  # fmt: skip
    if id in list_frameworks():
        yield Fault("is the id of a framework that comes with the project", value=id,
                    do="Choose another name for the file: --to NAME.toml.")  # fmt: skip
    values = {"title": title, "id": id, **_MADE}
    for key, option in _OPTIONS.items():
        told = getattr(wishes, key) or getattr(found, key, "") or (key == "id" and found.ref)
        if not told:
            what = f"says no {key.replace('_', ' ')}; “{values[key]}” was written"
            how = f"{option} {'ID.toml' if key == 'id' else 'TEXT'}"
            yield Fault(f"The file {what}", file, do=f"Say another with {how}.", handled=True)
