"""What the cells of the facilitator's grid hold, read from and written as rows of the members' journals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assesslib.assessment import Assessment
from assesslib.assessment.entries import read_member_journal, standing

_MARKS = {"dont_know": "?", "not_applicable": "–", "blank": ""}


@dataclass(frozen=True)
class Answer:
    """What stands for one member and item, and who entered it."""

    state: str = "blank"
    level: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    by: str = ""

    @property
    def mark(self) -> str:
        """The answer as a cell shows it.

        Examples
        --------
        >>> Answer("rated", "c").mark, Answer("split", facets=(("local", "W"), ("national", "S"))).mark
        ('c', 'W/S')
        """
        return _MARKS.get(self.state, self.level or "/".join(level for _, level in self.facets))


BLANK = Answer()
Answers = Mapping[str, Mapping[str, Answer]]
"""What stands, by member and item."""


@dataclass(frozen=True)
class Cell:
    """One cell of the grid and what is to stand there."""

    member: str
    item: str
    answer: Answer

    def now(self, answers: Answers) -> Cell:
        """The cell as it stands."""
        return replace(self, answer=answers.get(self.member, {}).get(self.item, BLANK))

    def changes(self, answers: Answers) -> bool:
        """Whether this says something else than what stands; comments apart."""
        stands, said = self.now(answers).answer, self.answer
        return (stands.state, stands.level, stands.facets) != (said.state, said.level, said.facets)

    def rows(self, answers: Answers) -> list[dict[str, str]]:
        """The rows that say it; a comment that stands is carried along."""
        comment = self.now(answers).answer.comment
        whole = {"item": self.item, "state": self.answer.state, "level": self.answer.level, "comment": comment}
        if not self.answer.facets:
            return [whole]
        sides = [whole | {"facet": facet, "level": level} for facet, level in self.answer.facets]
        return [whole | {"state": "blank", "comment": ""}, *sides]


def standing_answers(assessment: Assessment, member: str) -> dict[str, Answer]:
    """What stands for one member, by item, of what was rated before the discussion."""
    said = read_member_journal(assessment.folder, member, assessment.settings).entries
    first = (entry for entry in said if entry.cells["round"] == "1")
    rows: dict[str, list[Mapping[str, str]]] = {}
    for entry in standing(first, lambda cells: (cells["item"],)):
        rows.setdefault(entry.cells["item"], []).append(entry.cells)
    return {item: _answer(cells) for item, cells in rows.items()}


def _answer(rows: Sequence[Mapping[str, str]]) -> Answer:
    one = rows[0]
    facets = tuple((row["facet"], row["level"]) for row in rows if row["facet"])
    return Answer(one["state"], "" if facets else one["level"], facets, one["comment"], one["by"])
