"""Columns of one person's form that nobody filled in: they are nobody's, and the ratings beside them stay ratings."""

import pytest
from readers.importing_kit import known, said, wrong

ITEMS = ("1.1", "1.2", "1.3", "1.4")


def table(*heads, cells):
    rows = (f"{item},{','.join(row)}" for item, row in zip(ITEMS, cells, strict=True))
    return "\n".join([f"Ref,{','.join(heads)}", *rows]) + "\n"


@pytest.mark.parametrize("head", ["Why?", "What next?", "Explanation", "Examples", "Ideas", "Further detail", "Anna"])
@pytest.mark.parametrize("rating", ["Rating", "RAG", "Your rating (G/W/S/D)"])
def test_an_empty_column_beside_the_only_ratings_is_nobody(read, rating, head):
    found = read(table(f'"{rating}"', head, cells=[(level, "") for level in "GWSD"]))
    assert wrong(found) == []
    assert [(item, level) for _, item, level in said(found)] == list(zip(ITEMS, "GWSD", strict=True))
    assert found.members["name"].tolist() == [""]
    assert known(found) == [f"a.csv, column C ({head}): “{head}” was left out: nothing stands in it."]


def test_several_empty_columns_are_nobody_too(read):
    found = read(table("Rating", "Notes", "Ideas", "Examples", cells=[(level, "x", "", "") for level in "GWSD"]))
    assert (wrong(found), [level for *_, level in said(found)]) == ([], list("GWSD"))
    assert known(found) == [
        "a.csv, column C (Notes): “Notes” was left out: it holds notes.",
        "a.csv, column D (Ideas): “Ideas” was left out: nothing stands in it.",
        "a.csv, column E (Examples): “Examples” was left out: nothing stands in it.",
    ]


def test_a_member_who_left_all_blank_stays_one_beside_a_name(read):
    found = read(table("Anna", "Ben", cells=[(level, "") for level in "GWSD"]))
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna", "Ben"])


def test_ratings_behind_the_columns_of_people_who_left_all_blank_are_asked_about(read):
    found = read(table("Anna", "Ben", "Rating", cells=[("", "", level) for level in "GWSD"]))
    assert wrong(found) == [
        "a.csv, column D (Rating): “Rating” was left out: it may be what was agreed or a figure drawn from the "
        "answers. Head it “Consensus”, or delete it."
    ]
