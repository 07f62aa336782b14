"""Parts under each name, such as Rating and Comment: each says something of its own column and of no other."""

import pytest
from readers.groups_kit import AIMED, BOTH, EARLIER, NOTES, below, left, of, people, read, told
from readers.raw_kit import raw
from zoo import CDRP

from assesslib.readers.layouts import transposed


@BOTH
@pytest.mark.parametrize(
    ("parts", "why"),
    [("Now,Target", AIMED), ("Current,Future", AIMED), ("Rating,Last year", EARLIER), ("Rating,Comment", NOTES)],
)
def test_a_part_of_one_person_s_columns_says_nothing_of_the_next_column(parts, why, labels):
    for last in ("Agreed", "Cy"):
        said = read(f"Ann,,Bob,,{last}", f"{parts},{parts},", labels)
        named, agreed = people(said)
        assert named == dict(zip(["Ann", "Bob", *({"Cy"} & {last})], of(0, 2, 4), strict=False))
        assert agreed == (of(4)[0] if last == "Agreed" else None)
        first, second = parts.split(",")
        assert told(said) == [below(first), left("D", second, why), left("F", second, why)]


@BOTH
def test_of_years_under_one_agreed_it_is_asked_which_counts(labels):
    said = read("Ann,Bob,Agreed,", ",,2025,2026", labels)
    assert told(said) == [
        (False, "column F: “Agreed 2026” was left out: what was agreed stands there of several years. Keep the one "
                "that counts, or take the year out of its name."),
        left("E", "Agreed 2025", EARLIER),
    ]  # fmt: skip


@BOTH
@pytest.mark.parametrize("parts", ["Rating,Comment", "Rating,Comment,Evidence", "Level,Why?", "2026,2025"])
def test_the_same_parts_under_every_name_are_no_names(parts, labels):
    more = "," * (parts.count(",") + 1)
    said = read(f"Ann{more}Bob{more[1:]}", f"{parts},{parts}", labels)
    if "?" in parts:
        assert [fault for handled, fault in told(said) if not handled] == [
            "column D, F: “Why?” heads several columns, and nothing says which of them counts. Keep one of them, or "
            "give two people different names."
        ]
    else:
        assert [fault for handled, fault in told(said) if not handled] == []
        assert people(said) == ({"Ann": of(0)[0], "Bob": of(len(more))[0]}, None)


def test_an_empty_part_is_nobody_s():
    text = "Ref,Ann,,Bob,\n,Level,Why?,Level,Why?\n1.1,G,,W,\n1.2,S,,D,\n"
    said = transposed.read(raw(text), CDRP)
    assert people(said) == ({"Ann": ["G", "S"], "Bob": ["W", "D"]}, None)
    assert told(said) == [
        below("Level"), left("C", "Why?", "no level stands in it"), left("E", "Why?", "no level stands in it"),
    ]  # fmt: skip


@BOTH
@pytest.mark.parametrize(
    ("parts", "why"), [("Comment,Rating", NOTES), ("Last year,This year", EARLIER), ("Baseline,Now", EARLIER)]
)
def test_a_name_over_its_rating_and_something_before_it_is_that_of_the_rating(parts, why, labels):
    said = read("Ann,,Bob,,Agreed,", f"{parts},{parts},{parts}", labels)
    assert people(said) == ({"Ann": of(1)[0], "Bob": of(3)[0]}, of(5)[0])
    first, second = parts.split(",")
    assert told(said) == [below(second), *(left(at, first, why) for at in "CEG")]


@BOTH
def test_of_pairs_that_begin_in_the_earlier_year_it_is_asked_which_counts(labels):
    said = read("Ann,,Bob,", "2025,2026,2025,2026", labels)
    assert (people(said), told(said)) == (
        ({}, None),
        [(False, "column C, D, E, F: The headings name 2025, 2026, and nothing says which year counts; the columns "
                 "were left out. Keep those of the year that is to be read, and take the year out of their headings.")],
    )  # fmt: skip


def test_a_third_name_beside_pairs_of_this_and_an_earlier_year_is_of_this_one():
    said = read("Ann,,Bob,,Cy", "2026,2025,2026,2025,")
    assert people(said) == ({"Ann": of(0)[0], "Bob": of(2)[0], "Cy": of(4)[0]}, None)
    year = "it is of a year and names nobody"
    assert told(said) == [below("2026"), left("D", "2025", year), left("F", "2025", year)]


@pytest.mark.parametrize("heading", ["Agreed (10 mins)", "Consensus - 15 minutes", "Agreed (approx. 1 hour)"])
def test_how_long_it_is_talked_about_is_no_part_of_what_was_agreed(heading):
    said = transposed.read(raw(f"Ref,Ann,Bob,{heading}\n1.1,G,W,S\n1.2,S,D,W\n"), CDRP)
    assert (people(said), told(said)) == (({"Ann": ["G", "S"], "Bob": ["W", "D"]}, ["S", "W"]), [])


@pytest.mark.parametrize("heading", ["Agreed at the workshop", "Agreed after talking", "Consensus of Tuesday"])
def test_what_begins_with_agreed_and_says_more_is_asked_about(heading):
    said = transposed.read(raw(f"Ref,Ann,Bob,{heading}\n1.1,G,W,S\n1.2,S,D,W\n"), CDRP)
    assert people(said) == ({"Ann": ["G", "S"], "Bob": ["W", "D"]}, None)
    assert told(said) == [
        (False, f"column D ({heading}): “{heading}” was left out: it may be what was agreed or a figure drawn from the "
                "answers. Head it “Consensus”, or delete it.")
    ]  # fmt: skip
