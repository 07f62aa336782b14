"""The few different words that stand in the files, read by the rules for ratings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.rules import row_faults, tidied
from assesslib.words import many

COLUMNS = ("item", "facet", "round", "state", "level")


@dataclass(frozen=True)
class Word:
    """What a row may say, as it stands in the files and as it is meant.

    Parameters
    ----------
    raw : tuple of str
        The texts of the columns, as they stand.
    cells : mapping
        The same, tidied.
    faults : tuple of Fault
        What is wrong with it.
    """

    raw: tuple[str, ...]
    cells: Mapping[str, str]
    faults: tuple[Fault, ...]

    def answer(self, by_facet: bool) -> str:
        """The level given, or else the state; a split rating has a level only where facets are told apart."""
        levels = ("rated", "split") if by_facet else ("rated",)
        return self.cells["level" if self.cells["state"] in levels else "state"]


def read_words(rows: Iterable[Sequence[str]], columns: Sequence[str], framework: Framework) -> list[Word]:
    """The words of rows of texts, by `COLUMNS` and perhaps ``section``, which is filled in."""
    sections = {item.id: item.section for item in framework.items}
    return [_word(tuple(row), columns, framework, sections) for row in rows]


def _word(raw: tuple[str, ...], columns: Sequence[str], framework: Framework, sections: Mapping[str, str]) -> Word:
    cells = tidied(dict(zip(columns, raw, strict=True)), framework)
    section = cells.get("section") or sections.get(cells["item"], "")
    faults = (*row_faults(cells, framework), *_section_faults(cells["item"], section, sections))
    return Word(raw, cells | {"section": section}, faults)


def _section_faults(item: str, section: str, sections: Mapping[str, str]) -> Iterable[Fault]:
    if section != sections.get(item, section):
        yield Fault(f"is not the section of item {item}", column="section", value=section, allowed=(sections[item],),
                    do="Correct the cell.")  # fmt: skip


def counted(faults: Iterable[tuple[str, Fault, int]]) -> list[Fault]:
    """Faults by file, each once, with the number of rows that have it.

    Examples
    --------
    >>> print(*counted([("a.csv", Fault("is no level", value="f"), 2), ("a.csv", Fault("is no level", value="f"), 1)]))
    a.csv: “f” is no level (3 rows).
    """
    rows: dict[tuple[str, Fault], int] = {}
    for file, fault, number in faults:
        rows[file, fault] = rows.get((file, fault), 0) + number
    ordered = sorted(rows.items(), key=lambda entry: (entry[0][0], entry[0][1].column, str(entry[0][1])))
    return [replace(fault, file=file, what=f"{fault.what} ({many(number, 'row')})")
            for (file, fault), number in ordered]  # fmt: skip
