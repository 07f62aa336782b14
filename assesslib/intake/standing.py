"""What stands in a folder, answer by answer: said last by an import or by a person, and what an import said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assesslib.assessment import Assessment, entries
from assesslib.assessment.said import standing

BY = "import"
"""Who wrote a row that an import wrote."""
RATED = ("facet", "state", "level", "comment")
AGREED = ("facet", "state", "level", "note")
Lines = tuple[tuple[str, ...], ...]
"""An answer: one line, or one a side where it is split; each a side, a state, a level and what was said of it."""


@dataclass(frozen=True)
class Stand:
    """One answer as it stands.

    Attributes
    ----------
    lines : tuple of tuple of str
        What stands.
    imported : tuple of tuple of str
        What the last import said of it; nothing where none did.
    by_import : bool
        Whether nobody changed it since.
    before : tuple of tuple of tuple of str
        What imports before the last one said of it.
    """

    lines: Lines
    imported: Lines
    by_import: bool
    before: tuple[Lines, ...] = ()

    def is_news(self, said: Lines) -> bool:
        """Whether a file says something else than what stands; what it leaves empty takes nothing away."""
        silent = _bare(said) == _bare(self.lines) and not any(line[3] for line in said)
        return said != self.lines and not silent and not (_is_given(self.lines) and not _is_given(said))

    def is_kept(self) -> bool:
        """Whether a person gave it, or changed it after an import, so that a file does not change it back."""
        return not self.by_import and bool(self.imported or _is_given(self.lines))

    def is_changed(self) -> bool:
        """Whether writing it changes what an import gave, and does not only fill what was empty."""
        return self.by_import and _is_given(self.lines)

    def is_older(self, said: Lines) -> bool:
        """Whether an import said it already and a later one something else: an older file does not undo a newer."""
        return self.by_import and said in self.before


def _bare(lines: Lines) -> list[tuple[str, ...]]:
    return [line[:3] for line in lines]


def _is_given(lines: Lines) -> bool:
    return any(line[1] != "blank" for line in lines)


def lines_of(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> Lines:
    """The rows of one answer as lines that can be compared; a split one without its blank whole row."""
    found = sorted(tuple(row[name] for name in columns) for row in rows)
    return tuple([line for line in found if line[0]] or found)


def ratings_stand(assessment: Assessment) -> dict[str, dict[tuple[str, ...], Stand]]:
    """By member, and by item and round, what stands."""
    said, _ = entries.read_members_journals(assessment.folder, assessment.settings)
    return {member: _stands(theirs.entries, lambda row: (row["item"], row["round"]), RATED)
            for member, theirs in said.items()}  # fmt: skip


def consensus_stands(assessment: Assessment) -> dict[tuple[str, ...], Stand]:
    """By item what was agreed."""
    said = entries.read_team_journal(assessment.folder, "consensus", assessment.settings)
    return _stands(said.entries, lambda row: (row["item"],), AGREED)


def _stands(rows: Sequence, key: Callable[[Mapping[str, str]], tuple], columns: Sequence[str]) -> dict[tuple, Stand]:
    groups: dict[tuple, list] = {}
    for row in rows:
        groups.setdefault(key(row.cells), []).append(row)
    return {place: _stand(group, columns) for place, group in groups.items()}


def _stand(rows: Sequence, columns: Sequence[str]) -> Stand:
    imports = [place for place, row in enumerate(rows, 1) if row.cells["by"] == BY]
    *before, last = imports or [0]
    return Stand(_last(rows, columns), _last(rows[:last], columns), last == len(rows),
                 tuple(_last(rows[:place], columns) for place in before))  # fmt: skip


def _last(rows: Sequence, columns: Sequence[str]) -> Lines:
    return lines_of([row.cells for row in standing(rows, lambda _: ())], columns)
