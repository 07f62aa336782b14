"""The text of a filled form gives back what the team agreed and wrote, however it was copied."""

from pathlib import Path

import pandas as pd
import pytest
from zoo import CDRP, CSIT

import assesslib as al
from assesslib.places import shipped
from assesslib.readers.layouts.form_text import read_form, recognises

FILLED = (Path(__file__).parent / "files" / "form_cdrp_filled.txt").read_text(encoding="utf-8")
TEXT = {item.id: item.text for framework in (CSIT, CDRP) for item in framework.items}
HEADING = (
    "STANDARD\tGAP IDENTIFIED\tWORKING TOWARDS\tSOME SUCCESS\tDOING WELL\t"
    "COMMENTS\tSUPPORTING EVIDENCE\tIMPROVEMENT GOALS"
)


def agreed(text, framework=CSIT):
    form = read_form(text, framework, "form.txt")
    return [(one["item"], one["facet"], one["state"], one["level"], one["note"]) for one in form.agreed]


def noted(text, framework=CSIT):
    return [tuple(one.values()) for one in read_form(text, framework, "form.txt").notes]


def levels(text, framework=CSIT):
    return {item: level or state for item, _, state, level, _ in agreed(text, framework)}


def open_faults(text, framework=CSIT):
    return [str(fault) for fault in read_form(text, framework, "form.txt").faults if not fault.handled]


def frame(rows, columns):
    return pd.DataFrame(rows, columns=columns).astype("str").sort_values(columns).reset_index(drop=True)


@pytest.fixture(scope="module")
def worked():
    return al.open_assessment(shipped("data") / "cdrp-worked-example")


def test_the_worked_example_comes_back_item_by_item(worked):
    form, columns = read_form(FILLED, CDRP, "form.txt"), ["item", "facet", "state", "level", "note"]
    settled = worked.consensus[worked.consensus["at"].notna()].astype("object").fillna("")
    pd.testing.assert_frame_equal(frame(form.agreed, columns), frame(settled[columns], columns))
    columns = ["kind", "section", "item", "text"]
    pd.testing.assert_frame_equal(frame(form.notes, columns), frame(worked.notes[columns], columns))


def test_what_the_worked_example_prints_besides_is_told_and_left_out():
    example = "“Example” is the word printed across an example, and not taken for a note. Nothing needs doing."
    assert [str(fault) for fault in read_form(FILLED, CDRP, "form.txt").faults] == [
        f"form.txt, line 33, column COMMENTS: {example}",
        f"form.txt, line 55, column COMMENTS: {example}",
        f"form.txt, line 65, column COMMENTS: {example}",
        f"form.txt, line 96: {example}",
        "form.txt, line 145: The examples that the form prints are left out. Nothing needs doing.",
    ]


def test_both_forms_are_recognised_and_letters_are_not():
    assert recognises(FILLED, CDRP)
    assert not recognises(FILLED, CSIT)
    assert not recognises(f"Dear all,\n{TEXT['1.1']}\nis what we talked about.", CDRP)
    counts = "\n".join(f"{id}\t{TEXT[id]}\t1\t0\t3\t2\t0" for id in ("1", "2", "3"))
    assert not recognises(f"Ref\tKey Feature\ta\tb\tc\td\te\n{counts}", CSIT)


QUESTIONNAIRE = f"""
Self-Assessment method
1. Take one section at a time
a = Not yet
What are the most significant areas for improvement?
\tRef
\tKey Feature
\tTick the appropriate box

\tPreparing the ground

\t1
\t{TEXT["1"]}
\ta
\tb
\t✓ c
\td
\te

\t2
\t{TEXT["2"]}
\ta
\t**b**
\tc
\td
\te

\t3
\t{TEXT["3"]}
\ta
\tb
\tc
\td
\te

\tStrengths
• Trust (key feature 1)
• Time
\tAreas for Improvement
We have no money
We have no
rooms
\tResults
\tWhat do our partners think of how well we build & sustain partnerships?
They like us.
\tStrengths
\tTwo prizes
What are the most significant areas for improvement (bearing in mind what
is required to survive & thrive in the future?)

Money.
"""


def test_a_questionnaire_of_one_part_a_line_gives_letters_and_the_notes_of_its_sections():
    assert agreed(QUESTIONNAIRE) == [
        ("1", "", "rated", "c", ""),
        ("2", "", "rated", "b", ""),
        ("3", "", "blank", "", ""),
    ]
    assert noted(QUESTIONNAIRE) == [
        ("strength", "preparing", "1", "Trust"),
        ("strength", "preparing", "", "Time"),
        ("area", "preparing", "", "We have no money"),
        ("area", "preparing", "", "We have no rooms"),
        ("answer", "results", "", "They like us.", "partners-think"),
        ("strength", "results", "", "Two prizes"),
        ("answer", "", "", "Money.", "significant"),
    ]
    assert open_faults(QUESTIONNAIRE) == []


def test_markdown_tables_may_hold_letters_ticks_boxes_or_one_column_for_all():
    rows = ["| Ref | Key Feature | a | b | c | d | e |", "|---|---|:-:|:-:|:-:|:-:|:-:|",
            "| **Preparing the ground** | | | | | | |",
            f"| 1 | {TEXT['1']} | | | x | | |", f"| 2 | {TEXT['2']} | a | b | c | **d** | e |",
            f"| 3 | {TEXT['3']} | ☐ | ☑ | ☐ | ☐ | ☐ |", f"| 4 | {TEXT['4']} | | | | d | |",
            f"| 5 | {TEXT['5']}<br>Just so. | a | b | c | d | e |", "", "| Strengths | Areas for Improvement |",
            "|---|---|", "| Trust<br>Time | • Money |"]  # fmt: skip
    text = "\n".join(rows)
    assert levels(text) == {"1": "c", "2": "d", "3": "b", "4": "d", "5": "blank"}
    assert agreed(text)[-1] == ("5", "", "blank", "", "Just so.")
    assert noted(text) == [("strength", "preparing", "", "Trust"), ("strength", "preparing", "", "Time"),
                           ("area", "preparing", "", "Money")]  # fmt: skip
    one = ["| Ref | Key Feature | Tick the appropriate box |", f"| 1 | {TEXT['1']} | c |",
           f"| 2 | {TEXT['2']} | d = We do all of this, most of the time |", f"| 3 | {TEXT['3']} | [x] b |",
           f"| 4 | {TEXT['4']} | n/a |"]  # fmt: skip
    assert levels("\n".join(one)) == {"1": "c", "2": "d", "3": "b", "4": "not_applicable"}


@pytest.mark.parametrize("tick", ["✓", "✔", "√", "x", "X", "☑", "■", "☒", "[x]", "\uf0fc", "ü", "\N{NO-BREAK SPACE}✓"])
def test_word_leaves_tabs_ticks_of_its_own_and_lists_over_several_lines(tick):
    first = TEXT["1.1"].replace(" and supported", "\nand\N{NO-BREAK SPACE}supported")
    text = (f"{HEADING}\n1.1 {first}\t\t{tick}\t\t\tA “gap”\t•\tMinutes of\nmeetings\n•\tLists\t•\tAgree\n•\tDefine\n"
            f"1.2\t{TEXT['1.2']}\t\t\t{tick}\t\t\t\t\n")  # fmt: skip
    assert levels(text, CDRP) == {"1.1": "W", "1.2": "S"}
    assert noted(text, CDRP) == [
        ("comment", "", "1.1", "A “gap”"),
        ("evidence", "", "1.1", "Minutes of meetings"),
        ("evidence", "", "1.1", "Lists"),
        ("goal", "", "1.1", "Agree"),
        ("goal", "", "1.1", "Define"),
    ]


def test_sides_are_told_by_their_marks():
    text = f"{HEADING}\n2.1 {TEXT['2.1']}\t☐\t☒ Local\t☐\t■ National\t\t\t\n"
    assert agreed(text, CDRP) == [("2.1", "local", "split", "W", ""), ("2.1", "national", "split", "D", "")]
    named = f"1 {TEXT['1']}\nLeisure: b; Sport: d\n✓ b\n✓ d\n"
    assert agreed(named) == [("1", "Leisure", "split", "b", ""), ("1", "Sport", "split", "d", "")]


def test_plain_lines_may_name_the_level_and_head_each_note():
    text = (f"1.1 {TEXT['1.1']}\nWorking towards ✓\nComments: Staff gaps\nSupporting evidence:\n• One\n• Two\n"
            f"1.2 {TEXT['1.2']} – D\n1.3 {TEXT['1.3']}\n☐ G ☐ W ☑ S ☐ D\n")  # fmt: skip
    assert levels(text, CDRP) == {"1.1": "W", "1.2": "D", "1.3": "S"}
    assert noted(text, CDRP) == [("comment", "", "1.1", "Staff gaps"), ("evidence", "", "1.1", "One"),
                                 ("evidence", "", "1.1", "Two")]  # fmt: skip


SPACED = """\
STANDARD                      GAP       WORKING      SOME         DOING   COMMENTS           IMPROVEMENT GOALS
                           IDENTIFIED   TOWARDS     SUCCESS       WELL
1.1 The partnership is         ✓                                          Staff gaps. Also   • Agree terms of
effectively led and supported                                             existing staff.      reference.
and leadership is responsive
CDRP / DAT partnership self-assessment – Riverside                                               Page 1 of 2
STANDARD                      GAP       WORKING      SOME         DOING   COMMENTS           IMPROVEMENT GOALS
                           IDENTIFIED   TOWARDS     SUCCESS       WELL
and proactive.                                                                               • Define the role.
"""


def test_columns_that_only_spaces_part_are_read_over_the_end_of_a_page():
    assert levels(SPACED, CDRP) == {"1.1": "G"}
    assert noted(SPACED, CDRP) == [
        ("comment", "", "1.1", "Staff gaps. Also existing staff."),
        ("goal", "", "1.1", "Agree terms of reference."),
        ("goal", "", "1.1", "Define the role."),
    ]


def test_process_and_actions_come_with_what_they_are_about():
    text = (f"{HEADING}\n1.1 {TEXT['1.1']}\t✓\t\t\t\t\t\t\nProcess of Self-Assessment\nProcess\tComments\n"
            "Consultation – Postal\tTwo rounds\nSIGNATORIES\nForm completed by: Ann Lee\nActions\n"
            "Action\tOwner\tDue\tMeasure\tStatus\n"
            "Pool the posts\tLeona\t30 September 2026\tOne post\topen\n")  # fmt: skip
    assert list(read_form(text, CDRP, "form.txt").notes) == [
        {"kind": "process", "section": "", "item": "", "text": "Two rounds", "about": "consultation-postal"},
        {"kind": "action", "section": "", "item": "", "text": "Pool the posts", "owner": "Leona",
         "due": "2026-09-30", "measure": "One post", "status": "open"},
    ]  # fmt: skip
    told = [str(fault) for fault in read_form(text, CDRP, "form.txt").faults if fault.value == "Ann Lee"]
    assert told == [
        "form.txt, line 7: “Ann Lee” stands where somebody signs; signatures are not taken from a text. "
        "Let them sign the assessment themselves."
    ]
