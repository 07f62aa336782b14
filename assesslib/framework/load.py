"""What is asked: a framework's levels, sections, items and wording, read from a TOML file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assesslib.faults import Fault, FaultsError
from assesslib.framework.check import check_framework, cross_faults, read_framework, shared_themes
from assesslib.framework.records import (
    Facet,
    Guidance,
    Item,
    Level,
    Method,
    Passage,
    Process,
    Prompt,
    Question,
    Questionnaire,
    Section,
    Signatories,
    Theme,
    record,
)
from assesslib.places import shipped
from assesslib.words import many, noun

if TYPE_CHECKING:
    import pandas as pd

@dataclass(frozen=True, repr=False)
class Framework:
    """One instrument, complete: all it asks, in its own words and order. A part it does not have is None or empty.

    Attributes
    ----------
    levels : tuple of Level
        Lowest first.
    themes : tuple of Theme
        The shared themes, then the framework's own.

    Examples
    --------
    >>> framework = load_framework("csit-collaborative-working")
    >>> framework
    Framework csit-collaborative-working 3.7: 37 key features in 6 sections, levels a to e
    >>> framework.item("28").text
    'Technology is used to support collaborative working'
    """

    id: str
    title: str
    version: str
    item_term: str
    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    subtitle: str = ""
    source: str = ""
    motto: str = ""
    motto_source: str = ""
    themes: tuple[Theme, ...] = ()
    facets: tuple[Facet, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    introduction: tuple[Passage, ...] = ()
    method: Method | None = None
    health_warning: Passage | None = None
    questionnaire: Questionnaire = Questionnaire()
    closing_questions: tuple[Question, ...] = ()
    process: Process | None = None
    signatories: Signatories | None = None
    guidance: Guidance | None = None

    def __repr__(self) -> str:
        rated = sum(section.rated for section in self.sections)
        asked = f"{len(self.items)} {self.term(len(self.items))} in {many(rated, 'section')}"
        return f"Framework {self.id} {self.version}: {asked}, levels {self.codes[0]} to {self.codes[-1]}"

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def codes(self) -> tuple[str, ...]:
        """The level codes, lowest first."""
        return tuple(level.code for level in self.levels)

    @property
    def scale(self) -> dict[str, str]:
        """Each level's wording by its code, lowest first."""
        return {level.code: level.label for level in self.levels}

    def term(self, n: int = 1) -> str:
        """What the framework calls its items, singular for 1, else plural."""
        return noun(n, self.item_term)

    def item(self, id: str) -> Item:
        """The item with this id; FaultsError (a ValueError) with the nearest id where there is none."""
        return _named(self.items, id, f"{self.item_term} of {self.id} {self.version}")

    def section(self, id: str) -> Section:
        """The section with this id; FaultsError (a ValueError) with the nearest id where there is none."""
        return _named(self.sections, id, f"section of {self.id} {self.version}")

    def table(self) -> pd.DataFrame:
        """One row an item, in order: ``section, section_title, item, text, themes`` (themes a tuple of ids)."""
        import pandas as pd

        rows = [(s.id, s.title, item.id, item.text, item.themes) for s in self.sections for item in s.items]
        return pd.DataFrame(rows, columns=["section", "section_title", "item", "text", "themes"])


def _named(records: Iterable[Any], id: str, kind: str) -> Any:
    found = {record.id: record for record in records}
    if id not in found:
        raise FaultsError([Fault(f"is not a {kind}", value=str(id), allowed=tuple(found))])
    return found[id]


def list_frameworks(folder: str | Path | None = None) -> list[str]:
    """The ids of the frameworks in a folder (of those that come with the library unless one is named), sorted.

    Examples
    --------
    >>> list_frameworks()
    ['cdrp-dat-partnership', 'csit-collaborative-working']
    """
    return sorted(path.stem for path in Path(folder or shipped("frameworks")).glob("*.toml"))


def load_themes() -> tuple[Theme, ...]:
    """The themes that every framework may tag its items with.

    Examples
    --------
    >>> [theme.id for theme in load_themes()][:3]
    ['leadership', 'strategy', 'people']
    """
    return record(shared_themes(), Theme)


def load_framework(which: str | Path) -> Framework:
    """A framework by the id of one that comes with the library, or by the path of a TOML file.

    Parameters
    ----------
    which : str or Path
        An id from `list_frameworks`, or a path. A file's faults are all raised together.

    Raises
    ------
    FaultsError
        Where there is no such framework, or its file has faults.

    Examples
    --------
    >>> load_framework("cdrp-dat-partnership").codes
    ('G', 'W', 'S', 'D')
    """
    if which in list_frameworks():
        return _load_shipped(shipped("frameworks") / f"{which}.toml")
    if not Path(which).exists():
        what = "is not a shipped framework and not a file"
        raise FaultsError([Fault(what, value=str(which), allowed=tuple(list_frameworks()))])
    return _load_checked(Path(which))


def _load_shipped(path: Path) -> Framework:
    """Without the check of the shape, which the tests make: it loads a schema library that takes over a second."""
    read = read_framework(path)
    try:
        loaded = None if read.faults or cross_faults(read, str(path)) else _framework(read.data)
    except (KeyError, TypeError, AttributeError):
        loaded = None
    return loaded or _load_checked(path)


def _load_checked(path: Path) -> Framework:
    faults = check_framework(path)
    if faults:
        raise FaultsError(faults)
    return _framework(read_framework(path).data)


def _framework(data: dict) -> Framework:
    framework = record({**data, "themes": [*shared_themes(), *data.get("themes", [])]}, Framework)
    return replace(framework, sections=tuple(map(_with_its_items, framework.sections)))


def _with_its_items(section: Section) -> Section:
    return replace(section, items=tuple(replace(item, section=section.id) for item in section.items))
