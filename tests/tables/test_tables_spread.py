"""What a row of the disparity table says in words: true, whole, and with its n."""

import re
from functools import cache

import pytest
from zoo import CDRP, NAMES, ZOO, Animal

from assesslib.tables import disparity, spread
from assesslib.tables.spread import in_words

COUNTED = {"split": "/%", "no answer": ".", "not applicable": "-", "don’t know": "?"}


def table(animal):
    return spread(disparity(animal.ratings), animal.framework.table())


@cache
def of_zoo(name):
    return ZOO[name], table(ZOO[name])


def said(line, **how):
    return table(Animal({"1": line}, **how))["said"].item()


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_counts_what_was_said(name):
    animal, rows = of_zoo(name)
    for row in rows.itertuples():
        letters = animal.answers(row.item)
        rated = sum(letters[code] for code in animal.framework.codes)
        others = {words: sum(letters[sign] for sign in signs) for words, signs in COUNTED.items()}
        counts = [f"{rated} rated", *(f"{count} {words}" for words, count in others.items() if count)]
        assert row.said.endswith(f"{', '.join(counts)}.")


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_adds_up_averages_or_judges(name):
    for text in of_zoo(name)[1]["said"]:
        assert not re.search(r"%|\d\.\d\d|\bscore|\bmean\b|\bnan\b|\bgood\b|\bbad\b|None|NaN", text)
        assert re.fullmatch(r"[A-Z][^.]*\.( Two members differ by \d\.\d levels on average\.)?( \d+ [^.]*\.)", text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("...", "Nobody rated this. 0 rated, 3 no answer."),
        ("???", "Nobody rated this. 0 rated, 3 don’t know."),
        ("///", "Only split ratings. 0 rated, 3 split."),
        ("c.", "One rating only. 1 rated, 1 no answer."),
        ("ccc", "All agree. 3 rated."),
        ("cdcd", "Adjacent. Two members differ by 0.7 levels on average. 4 rated."),
        ("aaaeee", "Two camps. Two members differ by 2.4 levels on average. 6 rated."),
        ("addddd?", "Lone voice. Two members differ by 1.0 levels on average. 6 rated, 1 don’t know."),
        ("abcde/.-?",
         "Scattered. Two members differ by 2.0 levels on average. "
         "5 rated, 1 split, 1 no answer, 1 not applicable, 1 don’t know."),
    ],
)  # fmt: skip
def test_what_is_said(line, words):
    assert said(line) == words


def test_the_words_of_the_framework_stand_beside_the_numbers():
    rows = table(Animal({"1.1": "GD", "1.2": "WW"}, CDRP))
    assert rows[["item", "section_title"]].values.tolist() == [["1.1", "Leadership"], ["1.2", "Leadership"]]
    assert rows["text"].tolist() == [CDRP.item("1.1").text, CDRP.item("1.2").text]


@pytest.mark.parametrize("name", NAMES)
def test_rows_and_their_order_are_those_of_the_disparity_table(name):
    animal, after = of_zoo(name)
    before = disparity(animal.ratings)
    assert after[before.columns].equals(before)
    assert list(after.columns) == [*before.columns, "section_title", "text", "said"]


def test_counts_that_are_missing_from_a_row_are_not_said():
    assert in_words({"n": 1, "shape": "one rating"}) == "One rating only. 1 rated."
    assert ZOO["no ratings at all"].ratings.empty
    assert table(ZOO["no ratings at all"])["said"].tolist() == []


def test_a_row_that_rests_on_too_few_is_left_out_where_names_are_hidden():
    animal = Animal({"1": "ae.", "2": "ace", "3": "..."})
    rows, items = disparity(animal.ratings), animal.framework.table()
    assert [set(spread(rows, items, anonymity=tier)["item"]) for tier in ("named", "pooled")] == [set("123"), set("23")]


def test_all_is_not_said_of_the_few_who_gave_a_level():
    row = {"n": 3, "mean_gap": 0.0, "shape": "unanimous", "dont_know": 9}
    assert in_words(row) == "Most gave no level, and the others agree. 3 rated, 9 don’t know."
    assert in_words(row | {"dont_know": 3}) == "All agree. 3 rated, 3 don’t know."
