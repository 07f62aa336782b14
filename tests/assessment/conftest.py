"""A small team to write with."""

import pytest

import assesslib as al

MEMBERS = [
    {"id": "ann", "name": "Ann", "organisation": "The Council", "role": "manager"},
    {"id": "ann-b", "name": "Ann Brown", "organisation": "The Trust"},
    {"id": "bob"},
]


@pytest.fixture
def team(tmp_path):
    """An assessment of three members with nothing said yet."""
    return al.create_assessment(
        tmp_path / "team-2026", framework="csit-collaborative-working", partnership="Team", date="2026-03-03",
        members=MEMBERS,
    )  # fmt: skip


@pytest.fixture
def put(team):
    """Write a file into the folder as a person or a tool would, byte for byte."""

    def write(name, text, encoding="utf-8"):
        path = team.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def said(team):
    """The levels of one member that stand, by item."""

    def levels(member):
        ratings = team.ratings
        rows = ratings[(ratings["member"] == member) & (ratings["state"] != "blank")]
        return {row.item: row.level if row.state == "rated" else row.state for row in rows.itertuples()}

    return levels
