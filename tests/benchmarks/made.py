"""What benchmarks measure on: constructed answers, drawn with a seed, in as many copies as are asked for."""

import csv
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import assesslib as al
from assesslib.assessment import Assessment
from assesslib.places import shipped
from assesslib.ratings import COLUMNS

FRAMEWORK = "csit-collaborative-working"
TEAM = 12
ORGANISATIONS = ("Council", "Police", "Health Board", "Housing Trust")
ROLES = ("manager", "practitioner", "chief officer")
STATES = ("blank", "dont_know", "not_applicable")
FEW = 0.06
"""The share of answers that give no level."""


def team(members: int = TEAM) -> list[dict[str, str]]:
    """A roster: ``id, name, organisation, role``."""
    return [{"id": f"m{n:04}", "name": f"Member {n}", "organisation": ORGANISATIONS[n % len(ORGANISATIONS)],
             "role": ROLES[n % len(ROLES)]} for n in range(members)]  # fmt: skip


def drawn(draw: random.Random, codes: str | tuple[str, ...]) -> dict[str, str]:
    """One answer: mostly a level, now and then a state without one."""
    if draw.random() < FEW:
        return {"state": draw.choice(STATES), "level": ""}
    return {"state": "rated", "level": draw.choice(codes)}


def long_rows(rows: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Rows of the long CSV: one assessment of twelve after the other, in the columns of tidy ratings."""
    framework, draw, people = al.load_framework(FRAMEWORK), random.Random(seed), team()
    answers = [(one, item) for one in people for item in framework.items]
    for row in range(rows):
        number, place = divmod(row, len(answers))
        who, item = answers[place]
        said = drawn(draw, framework.codes)
        at = f"2026-03-{number % 28 + 1:02}T09:{place // 60:02}:{place % 60:02}.000000Z"
        comment = "We meet every month." if not row % 50 else ""
        yield (f"partnership-{number:05}", at[:10], who["id"], who["organisation"], who["role"], item.section, item.id,
               "", "1", said["state"], said["level"], comment, at)  # fmt: skip


def long_file(path: Path, rows: int) -> Path:
    """A long CSV of so many rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([COLUMNS, *long_rows(rows)])
    return path


def folders(to: Path, count: int) -> list[Path]:
    """So many copies of the folder of the constructed partnership's last year."""
    paths = [to / f"partnership-{number:04}" for number in range(count)]
    for path in paths:
        shutil.copytree(shipped("data") / "collaboration-2026", path)
    return paths


def years(to: Path, count: int, members: int, seed: int = 1) -> list[Assessment]:
    """Assessments of one team, a year apart, with what was agreed; every member rates every item."""
    return [_year(to / f"year-{2000 + n}", f"{2000 + n}-03-03", members, seed + n) for n in range(count)]


def _year(folder: Path, date: str, members: int, seed: int) -> Assessment:
    draw = random.Random(seed)
    made = al.create_assessment(folder, framework=FRAMEWORK, partnership="Drawn", date=date, members=team(members))
    codes, items = made.framework.codes, made.framework.items
    for person in team(members):
        made.rate_many(person["id"], [{"item": item.id, **drawn(draw, codes)} for item in items])
    for item in items:
        made.agree(item.id, draw.choice(codes))
    return made


def form_rows(rows: int) -> Iterator[list[str]]:
    """An export of Microsoft Forms of so many responses, all of different people."""
    from tests.readers.exports import microsoft_forms, said

    framework = al.load_framework(FRAMEWORK)
    exports = [microsoft_forms(said(framework, seed)) for seed in range(1, 41)]
    answers = [response[6:] for export in exports for response in export[1:]]
    yield exports[0][0]
    for n in range(rows):
        at = f"2026-03-{n % 28 + 1:02} 09:{n % 60:02}:00"
        yield [str(n + 1), at, at, f"person{n}@example.org", f"Person {n}", "", *answers[n % len(answers)]]


def form_csv(path: Path, rows: int) -> Path:
    """The export as CSV."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(form_rows(rows))
    return path


def form_xlsx(path: Path, rows: int) -> Path:
    """The export as a workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in form_rows(rows):
        sheet.append(row)
    book.save(path)
    return path
