"""LimeSurvey's codes alone: where there are as many as items, their order is proposed, and nothing taken for sure."""

import pytest
from readers.importing_kit import CSIT, asked, said, wrong

OWN = "id,submitdate,lastpage,startlanguage,token"
RESPONSE = "1,2026-03-01 09:00:00,3,en,ann"
SIZES = (5, 4, 4, 2, 5)
ARRAYS = [f"G{group:02}Q01[SQ{row:03}]" for group, size in enumerate(SIZES, 1) for row in range(1, size + 1)]


def export(heads, answers):
    return f"{OWN},{','.join(heads)}\n{RESPONSE},{','.join(answers)}\n"


def test_as_many_codes_as_items_are_one_question_a_group(read):
    result = read(export(ARRAYS, [f"A{place % 4 + 1}" for place in range(20)]))
    assert said(result) == []
    assert wrong(result)[:2] == [
        "a.csv, column F (G01Q01[SQ001]): “G01Q01[SQ001]” and 4 more are codes alone: by their order they may be "
        "standards 1.1, 1.2, 1.3, 1.4, 1.5. If that is right, accept it; if not, say what each is, or export it with "
        "the wording of the questions.",
        "a.csv, column K (G02Q01[SQ001]): “G02Q01[SQ001]” and 3 more are codes alone: by their order they may be "
        "standards 2.1, 2.2, 2.3, 2.4. If that is right, accept it; if not, say what each is, or export it with the "
        "wording of the questions.",
    ]
    assert len(wrong(result)) == 5
    assert asked(result)[5] == ("column", "G02Q01[SQ001]", "2.1 Stra")


def test_they_are_taken_when_accepted(read):
    result = read(export(ARRAYS, [f"A{place % 4 + 1}" for place in range(20)]), accept=True)
    assert (wrong(result), len(result.ratings)) == ([], 20)
    assert said(result)[4:7] == [("ann", "1.5", "G"), ("ann", "2.1", "W"), ("ann", "2.2", "S")]


def test_a_mapping_says_otherwise(read):
    lines = "".join(f"column,{head},{item}\n" for head, item in zip(ARRAYS[:2], ("1.2", "1.1"), strict=True))
    result = read(export(ARRAYS, ["G", "W", *"S" * 18]), lines)
    assert said(result) == [("ann", "1.2", "G"), ("ann", "1.1", "W")]


@pytest.mark.parametrize(
    "heads", [[f"Q01_SQ{row:03}" for row in range(1, 21)], [f"G01Q{row:02}" for row in range(1, 21)]]
)
def test_codes_of_one_group_are_one_question(read, heads):
    result = read(export(heads, "GWSD" * 5))
    assert len(wrong(result)) == 1
    assert [line[2].strip() for line in asked(result)][-1] == "5.5 All"


def test_other_questions_before_and_behind_do_not_count(read):
    result = read(export(["G00Q01", "G00Q02", *ARRAYS, "G09Q01"], ["A2", "Y", *"GWSD" * 5, "A1"]), accept=True)
    assert said(result)[0] == ("ann", "1.1", "G")
    assert wrong(result) == []


def test_a_section_is_told_by_its_size_where_no_other_has_it(read):
    result = read(export(["G04Q01[SQ001]", "G04Q01[SQ002]", "G05Q01[SQ001]"], "GWS"))
    assert wrong(result) == [
        "a.csv, column F (G04Q01[SQ001]): “G04Q01[SQ001]” and 1 more are codes alone: by their order they may be "
        "standards 4.1, 4.2. If that is right, accept it; if not, say what each is, or export it with the wording of "
        "the questions.",
        "a.csv, column H (G05Q01[SQ001]): “G05Q01[SQ001]” names no standard, and levels stand under it. Say "
        "which standard it is, or that it is none.",
    ]


def test_as_many_codes_as_two_sections_have_propose_nothing(read):
    result = read(export([f"G01Q01[SQ00{row}]" for row in range(1, 6)], "aabbc"), framework=CSIT)
    assert [line[2] for line in asked(result)] == [""] * 5
