"""Write the three constructed assessments through the library, with fixed times, so that every run writes the same.

``python -m tests.samples.build`` writes those in ``data`` anew, and the worked example with them.
"""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType

import assesslib as al

from . import diary, roster, worked_example

_STATES = {"?": "dont_know", "-": "not_applicable"}


def build(folder: str | Path) -> list[Path]:
    """Write ``collaboration-2024``, ``-2025`` and ``-2026`` into a folder; returns the three folders."""
    return [build_year(year, Path(folder) / f"collaboration-{year}") for year in roster.DATES]


def build_year(year: str, folder: Path) -> Path:
    """Write one year's assessment into a folder that does not exist yet."""
    ratings, notes = (import_module(f".{name}_{year}", __package__) for name in ("ratings", "notes"))
    assessment = al.create_assessment(
        folder,
        framework=roster.FRAMEWORK,
        partnership=roster.PARTNERSHIP,
        date=roster.DATES[year],
        about=roster.ABOUT,
        members=[person(id) for id in roster.ORDER[year]],
    )
    for row in in_time(member_rows(year, ratings)):
        assessment.rate(**row)
    for row in in_time(agreed_rows(year, ratings)):
        assessment.agree(**row, by="facilitator")
    for row in in_time(note_rows(year, notes)):
        assessment.add_note(**row, by="facilitator")
    for row in in_time(diary.events(year)):
        assessment.record(**row, by="facilitator")
    return folder


def in_time(rows: Iterator[dict]) -> list[dict]:
    """The rows in the order of their times, which are written like 2026-03-03T09:15:00Z."""
    stamped = (row | {"at": row["at"].strftime("%Y-%m-%dT%H:%M:%SZ")} for row in rows)
    return sorted(stamped, key=lambda row: row["at"])


def person(id: str) -> dict[str, str]:
    """A member as `create_assessment` takes one."""
    name, organisation, role = roster.PEOPLE[id]
    return {"id": id, "name": name, "organisation": organisation, "role": role}


def answer(letter: str) -> dict[str, str]:
    """A letter of the tables as level and state."""
    return {"state": _STATES[letter]} if letter in _STATES else {"level": letter, "state": "rated"}


def member_rows(year: str, tables: ModuleType) -> Iterator[dict]:
    """Every row of the members' journals: round 1 with what was said first, then round 2."""
    for item, line in tables.RATINGS.items():
        for member, letter in zip(roster.ORDER[year], line.replace(" ", ""), strict=True):
            known = {"member": member, "item": item, "by": member}
            said = answers(tables, item, member, letter)
            for turn, row in enumerate(said):
                yield known | row | {"at": diary.rated(year, item, member, turn)}
    for nth, ((item, member), level) in enumerate(tables.AFTERWARDS.items()):
        at = diary.rated_again(year, item, nth)
        yield {"member": member, "item": item, "by": member, "round": 2, "at": at} | answer(level)


def answers(tables: ModuleType, item: str, member: str, letter: str) -> list[dict[str, str]]:
    """What one member said on one item alone, oldest first; the facets of a split answer count as a turn each."""
    comment = {"comment": tables.COMMENTS.get((item, member), "")}
    if letter == ".":
        return []
    if letter == "/":
        sides = tables.SPLITS[item, member].items()
        return [{"state": "split", "facet": facet, "level": level} | comment for facet, level in sides]
    return [*map(answer, tables.EARLIER.get((item, member), "")), answer(letter) | comment]


def agreed_rows(year: str, tables: ModuleType) -> Iterator[dict]:
    """What the team decided on every item, with its remarks."""
    for section, letters in tables.CONSENSUS.items():
        for item, letter in zip(map(str, roster.SECTIONS[section]), letters.split(), strict=True):
            decided = {"state": "unresolved"} if letter == "!" else answer(letter)
            remarks = {"note": tables.WHY.get(item, ""), "dissent": tables.DISSENT.get(item, "")}
            yield {"item": item, "at": diary.agreed(year, item)} | decided | remarks


def note_rows(year: str, tables: ModuleType) -> Iterator[dict]:
    """Every note: section by section, then the closing questions, the causes and the actions."""
    for kind in ("strength", "area", "evidence"):
        for id, section, item, text in _table(tables, kind):
            at = diary.noted(year, section, kind, int(id[-2:]))
            yield {"kind": kind, "id": id, "section": section, "item": item, "text": text, "at": at}
    for nth, (question, text) in enumerate(tables.ANSWERS.items()):
        at = diary.concluded(year, nth)
        yield {"kind": "answer", "id": f"answer-{question}", "about": [question], "text": text, "at": at}
    for nth, (id, text, about) in enumerate(tables.CAUSES, start=10):
        yield {"kind": "cause", "id": id, "about": about.split(), "text": text, "at": diary.concluded(year, nth)}
    for nth, action in enumerate(tables.ACTIONS, start=20):
        yield from action_rows(action, diary.concluded(year, nth))


def action_rows(action: dict[str, str], at: datetime) -> Iterator[dict]:
    """An action as it was agreed and, where it has ended since, how it ended."""
    plan = {key: text for key, text in action.items() if key != "settled"} | {"about": action["about"].split()}
    yield plan | {"kind": "action", "status": "open", "at": at}
    if "settled" in action:
        ended = datetime.fromisoformat(action["settled"]) + timedelta(hours=10)
        yield plan | {"kind": "action", "at": ended}


def _table(tables: ModuleType, kind: str) -> tuple:
    return {"strength": tables.STRENGTHS, "area": tables.AREAS, "evidence": tables.EVIDENCE}[kind]


def main() -> None:
    """Write the four assessments in ``data`` anew."""
    data = Path(__file__).resolve().parents[2] / "data"
    for folder in (*(data / f"collaboration-{year}" for year in roster.DATES), data / "cdrp-worked-example"):
        shutil.rmtree(folder, ignore_errors=True)
    print(*build(data), worked_example.build(data / "cdrp-worked-example").folder, sep="\n")


if __name__ == "__main__":
    main()
