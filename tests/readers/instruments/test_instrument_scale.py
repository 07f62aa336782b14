"""A scale out of a list of answers: what is a level, which end is the lowest, and what cannot be used."""

import pytest

from assesslib.faults import FaultsError
from assesslib.framework import load_framework
from assesslib.readers.instruments.records import Spot, Wishes
from assesslib.readers.instruments.scale import Entry, read_scale, scale_of, wished_scale

SAY = 'Write, say, --scale "a=Not at all;b=Partly;c=Fully", lowest first.'


def entries(*labels, codes=()):
    return [Entry(Spot("f.csv", row), code, label) for row, (code, label) in enumerate(_pairs(labels, codes), 2)]


def _pairs(labels, codes):
    return zip(codes or [str(place) for place in range(1, len(labels) + 1)], labels, strict=True)


def said(scale):
    return [(level.code, level.label) for level in scale.levels], [str(fault) for fault in scale.faults]


def test_a_scale_in_one_line_is_read_lowest_first():
    assert [(one.code, one.label) for one in read_scale("G=Gap; D = Doing=well;")] == [
        ("G", "Gap"),
        ("D", "Doing=well"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a", f"“a” is not a code and words with an equals sign between them. {SAY}"),
        ("1=x;b=y", "“1=x” has no code of 1 to 3 letters (digits would invite sums; n, low and iov are names of "
                    f"columns). {SAY}"),
        ("a=x;A=y", f"“A=y” has a code that another level has. {SAY}"),
        ("a=x", f"“a=x” is not a scale: it has fewer than two levels. {SAY}"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_scale_is_refused_with_every_fault(text, fault):
    with pytest.raises(FaultsError) as error:
        read_scale(text)
    assert str(error.value) == fault


def test_codes_that_are_letters_are_kept_and_others_made():
    assert said(scale_of(entries("Gap", "Well", codes=("G", "D"))))[0] == [("G", "Gap"), ("D", "Well")]
    assert said(scale_of(entries("Never", "Always")))[0] == [("a", "Never"), ("b", "Always")]
    assert said(scale_of(entries("Never", "Always", codes=("n", "y"))))[0] == [("a", "Never"), ("b", "Always")]


def test_a_code_before_the_words_is_taken_off_and_other_letters_are_not():
    kept = scale_of(entries("a = Not yet", "b. Partly", "c lot", codes=("a", "b", "c")), "first")
    assert said(kept) == ([("a", "Not yet"), ("b", "Partly"), ("c", "c lot")], [])


def test_what_is_no_level_is_left_out_and_said():
    scale = scale_of(entries("Never", "Always", "Don’t know", "N/A", ""), "first")
    assert [level.label for level in scale.levels] == ["Never", "Always"]
    assert [(trace.found, trace.became, trace.why) for trace in scale.traces[:3]] == [
        ("Don’t know", "left out", "every item can be answered so; it is no level"),
        ("N/A", "left out", "every item can be answered so; it is no level"),
        ("5", "left out", "it has no wording"),
    ]


def test_which_end_is_the_lowest_is_told_by_words_or_asked():
    rising = "f.csv, row 2: The scale was taken to rise from “Never” to “Always”, by these words. " \
             "If it falls, say --lowest last."  # fmt: skip
    falling = "f.csv, row 2: The scale, “Strongly agree” to “Strongly disagree”, seems to stand highest first. " \
              "Say --lowest first or --lowest last."  # fmt: skip
    unclear = "f.csv, row 2: The scale, “1” to “5”, does not tell which end is the lowest. " \
              "Say --lowest first or --lowest last."  # fmt: skip
    assert said(scale_of(entries("Never", "Always")))[1] == [rising]
    assert scale_of(entries("Never", "Always")).faults[0].handled
    assert said(scale_of(entries("Strongly agree", "Strongly disagree")))[1] == [falling]
    assert said(scale_of(entries("1", "5")))[1] == [unclear]
    assert not scale_of(entries("1", "5")).faults[0].handled


def test_the_answer_turns_the_scale_or_leaves_it():
    assert said(scale_of(entries("Yes", "No"), "last")) == ([("a", "No"), ("b", "Yes")], [])
    assert said(scale_of(entries("Yes", "No"), "first")) == ([("a", "Yes"), ("b", "No")], [])
    assert said(scale_of(entries("Level 0", "Level 1"), rising=True))[1] == []


def test_a_scale_of_one_level_or_with_one_wording_twice_cannot_be_used():
    do = 'or write --scale "a=Not at all;b=Partly;c=Fully", lowest first.'
    one = f"f.csv, row 2: A scale of 1 level cannot be used: it has from 2 to 25. Put it right, {do}"
    assert said(scale_of(entries("Never"))) == ([], [one])
    twice = f"f.csv, row 3: “never” is the wording of two levels. Take one out, {do}"
    assert said(scale_of(entries("Never", "never"))) == ([], [twice])


def test_a_scale_may_be_given_in_words_or_taken_from_a_framework():
    cdrp = load_framework("cdrp-dat-partnership")
    assert wished_scale(Wishes()) is None
    assert wished_scale(Wishes(like="cdrp-dat-partnership")).levels == cdrp.levels
    assert wished_scale(Wishes(like=cdrp)).levels == cdrp.levels
    assert wished_scale(Wishes(scale="a=No;b=Yes")).levels == read_scale("a=No;b=Yes")
    assert str(wished_scale(Wishes(like="nowhere")).faults[0]) == (
        "“nowhere” is not a shipped framework and not a file. Allowed: cdrp-dat-partnership, "
        "csit-collaborative-working; nearest: cdrp-dat-partnership."
    )
