"""What the members said and how far the sections are, read for the form and the grid without a frame at every key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assesslib.assessment import Assessment
from assesslib.assessment.entries import read_member_journal, read_team_journal
from assesslib.assessment.said import standing

_MARKS = {"dont_know": "?", "not_applicable": "–", "blank": ""}


@dataclass(frozen=True)
class Answer:
    """What stands for one member and item, and who entered it."""

    state: str = "blank"
    level: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    by: str = ""
    at: str = ""

    @property
    def mark(self) -> str:
        """The answer as a cell shows it.

        Examples
        --------
        >>> Answer("rated", "c").mark, Answer("split", facets=(("local", "W"), ("national", "S"))).mark
        ('c', 'W/S')
        """
        return _MARKS.get(self.state, self.level or "/".join(level for _, level in self.facets))

    def is_after(self, closing: str) -> bool:
        """Whether there is an answer, given after the first closing of its section; "" where there was none.

        It agrees with `assesslib.tables.late`.

        Examples
        --------
        >>> Answer("rated", "c", at="2026-03-03T11:00:00.000000Z").is_after("2026-03-03T10:00:00.000000Z")
        True
        """
        return bool(self.mark and closing) and self.at > closing


BLANK = Answer()
TODAY, LAST_YEAR = 1, 0
"""The round of what a member says of today, and of what they say today about last year."""
Answers = Mapping[int, Mapping[str, Mapping[str, Answer]]]
"""What stands, by round, member and item."""


@dataclass(frozen=True)
class Cell:
    """One cell of the grid and what is to stand there."""

    member: str
    item: str
    answer: Answer
    round: int = TODAY

    def now(self, answers: Answers) -> Cell:
        """The cell as it stands."""
        return replace(self, answer=answers[self.round].get(self.member, {}).get(self.item, BLANK))

    def changes(self, answers: Answers) -> bool:
        """Whether this says something else than what stands; comments apart."""
        stands, said = self.now(answers).answer, self.answer
        return (stands.state, stands.level, stands.facets) != (said.state, said.level, said.facets)

    def rows(self, answers: Answers) -> list[dict[str, str]]:
        """The rows that say it; a comment that stands is carried along."""
        comment = self.now(answers).answer.comment
        whole = {"item": self.item, "round": str(self.round), "state": self.answer.state, "level": self.answer.level,
                 "comment": comment}  # fmt: skip
        if not self.answer.facets:
            return [whole]
        sides = [whole | {"facet": facet, "level": level} for facet, level in self.answer.facets]
        return [whole | {"state": "blank", "comment": ""}, *sides]


def standing_answers(assessment: Assessment, member: str) -> dict[int, dict[str, Answer]]:
    """What stands for one member, by round and item: of today before the discussion, and of last year."""
    said = read_member_journal(assessment.folder, member, assessment.settings).entries
    rows: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for entry in standing(said, lambda cells: (cells["item"], cells["round"])):
        rows.setdefault((entry.cells["round"], entry.cells["item"]), []).append(entry.cells)
    return {
        turn: {item: _answer(cells) for (round_, item), cells in rows.items() if round_ == str(turn)}
        for turn in (TODAY, LAST_YEAR)
    }


def turn_of(entry: Mapping[str, object]) -> int:
    """Whether an entry from a page is of today or of last year.

    Examples
    --------
    >>> turn_of({"type": "rate", "item": "1"}), turn_of({"type": "rate", "item": "1", "round": 0})
    (1, 0)
    """
    return LAST_YEAR if entry.get("round") == LAST_YEAR else TODAY


def _answer(rows: Sequence[Mapping[str, str]]) -> Answer:
    one = rows[0]
    facets = tuple((row["facet"], row["level"]) for row in rows if row["facet"])
    at = max(row["at"] for row in rows)
    return Answer(one["state"], "" if facets else one["level"], facets, one["comment"], one["by"], at)


@dataclass(frozen=True)
class Turns:
    """How far the sections are, by what was recorded last.

    Attributes
    ----------
    closed : mapping
        By section that is closed now, the time of its closing as journals write it.
    shown : mapping
        By section that was ever closed, the time of its first closing: since then the ratings have been seen.
    absent : mapping
        By section the ids of the members who are absent from it.
    done : frozenset
        Pairs of a section and a member who said that they are done with it.
    """

    closed: Mapping[str, str]
    shown: Mapping[str, str]
    absent: Mapping[str, list[str]]
    done: frozenset[tuple[str, str]]


def standing_turns(assessment: Assessment) -> Turns:
    """How far the sections are, as the folder has it now."""
    entries = read_team_journal(assessment.folder, "progress", assessment.settings).entries
    turn, presence, done, shown = {}, {}, set(), {}
    for cells in (entry.cells for entry in entries):
        section, event, member = cells["section"], cells["event"], cells["member"]
        if event in ("opened", "closed", "reopened"):
            turn[section] = event, cells["at"]
            if event == "closed":
                shown.setdefault(section, cells["at"])
        elif event in ("absent", "present"):
            presence[section, member] = event
        elif event == "done":
            done.add((section, member))
    closed = {section: at for section, (event, at) in turn.items() if event == "closed"}
    away = sorted(key for key, event in presence.items() if event == "absent")
    absent = {section: [id for _, id in keys] for section, keys in groupby(away, lambda key: key[0])}
    return Turns(closed, shown, absent, frozenset(done))
