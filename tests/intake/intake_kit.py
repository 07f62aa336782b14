"""A small team's folder and files for the tests of importing."""

from pathlib import Path

from openpyxl import load_workbook

from assesslib.assessment import Assessment, create_assessment

TEAM = (
    {"id": "ann", "name": "Ann Ash", "organisation": "Council"},
    {"id": "bob", "name": "Bob Birch", "role": "chair"},
)


def team_in(folder: Path, members=TEAM) -> Assessment:
    """A team on the CDRP framework that has not rated anything."""
    return create_assessment(
        folder, framework="cdrp-dat-partnership", partnership="Test", date="2026-03-01", members=members
    )


def written(path: Path, text: str) -> Path:
    """A file with a text."""
    path.write_text(text, encoding="utf-8")
    return path


def filled(path: Path, answers: dict[str, str]) -> None:
    """Fill in a workbook that was handed out: by item what is answered."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        answer = next((cell for cell in row[2:] if not cell.protection.locked), None)
        if answer is not None and str(row[0].value) in answers:
            answer.value = answers[str(row[0].value)]
    book.save(path)
