"""Draft a crosswalk into a file, and say what a person has to do next."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assesslib.faults import Fault, FaultsError, listed
from assesslib.framework.crosswalk import Crosswalk
from assesslib.framework.crosswalk_check import is_crosswalk
from assesslib.framework.crosswalk_draft import draft_crosswalk
from assesslib.framework.crosswalk_ends import framework_files
from assesslib.framework.crosswalk_rows import SIZES
from assesslib.framework.crosswalk_text import draft_text
from assesslib.framework.load import Framework, load_framework
from assesslib.toml_file import read_toml
from assesslib.whole import write_whole


def write_draft(before: str | Path, after: str | Path, to: str | Path, *, force: bool = False) -> Crosswalk:
    """Draft a crosswalk and write it, whole or not at all.

    Parameters
    ----------
    before, after : str or Path
        Frameworks: ids of those that ship, or paths.
    to : str or Path
        The file to write.
    force : bool
        Whether a crosswalk that is there is written over. Anything else that is there never is.

    Raises
    ------
    FaultsError
        Either framework has faults, they are one and the same, or the file cannot be written there: nothing is.
    """
    ends, path = (load_framework(before), load_framework(after)), Path(to)
    faults = (*_one_and_the_same(*ends), *_no_place(path, force))
    if faults:
        raise FaultsError(faults)
    draft = draft_crosswalk(*ends)
    write_whole(path, [draft_text(draft, *ends).encode("utf-8")])
    return draft


def _one_and_the_same(before: Framework, after: Framework) -> Iterator[Fault]:
    if (before.id, before.version) == (after.id, after.version):
        do = "Name two versions; a framework whose wording changed needs a version of its own."
        yield Fault(f"is {before.version} before and after, and one version needs no crosswalk", value=before.id, do=do)


def _no_place(path: Path, force: bool) -> Iterator[Fault]:
    if path.suffix.lower() != ".toml":
        yield Fault("is not the name of a .toml file", value=str(path), do="Write, say, --to crosswalk.toml.")
    elif not path.parent.is_dir():
        yield Fault("is not a folder", value=str(path.parent), do="Make it first, or choose another.")
    elif path.exists() and not is_crosswalk(read_toml(path).data):
        yield Fault("is there already and is no crosswalk", value=str(path), do="Choose another name.")
    elif path.exists() and not force:
        do = "Choose another name, or add --force to write over it; what was put right in it is then lost."
        yield Fault("is there already", value=str(path), do=do)


def next_steps(draft: Crosswalk, path: str | Path) -> list[str]:
    """What was drafted, and what a person has to do before it can be used; a sentence or a command each.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> one = load_framework("cdrp-dat-partnership")
    >>> for line in next_steps(draft_crosswalk(one, one), "ours.toml"):
    ...     print(line)
    Drafted ours.toml by wording alone: 20 same.
    Next: read every row, put right what is wrong, and write confirmed = true at its top. Then try:
    assess check ours.toml
    """
    counts = Counter(row.kind for row in draft.rows)
    kinds = (kind.replace("_", " ") for kind in SIZES)
    nothing = "No item is worded like another: two instruments as different as that cannot be compared."
    return [
        f"Drafted {path} by wording alone: {listed(f'{counts[kind]} {kind}' for kind in kinds if counts[kind])}.",
        *[nothing] * (counts.keys() <= {"new", "retired"}),
        *_missing(draft, Path(path).parent),
        "Next: read every row, put right what is wrong, and write confirmed = true at its top. Then try:",
        f"assess check {path}",
    ]


def _missing(draft: Crosswalk, folder: Path) -> Iterator[str]:
    there = {(file.id, file.version) for file in framework_files(folder)}
    for id, version in ((draft.before, draft.before_version), (draft.after, draft.after_version)):
        if (id, version) not in there:
            yield f"Put the file of {id} {version} beside it: without that it can be neither checked nor used."
