"""Exports of KoboToolbox, ODK Central and their relatives: groups before names or labels, and all that they add."""

import pandas as pd
import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts.kobo import read, recognises
from assesslib.readers.matching.headings import match_headings
from assesslib.readers.records import ANSWER, DROPPED

NAMES = """\
"start";"end";"today";"about/your_name";"about/organisation";"leadership/intro_note";"leadership/q1_1";\
"leadership/q1_1_comment";"leadership/q_1_2";"leadership/_1_10";"leadership/1.4";"themes";"themes/1";"themes/2";\
"photo";"photo_URL";"_place_latitude";"__version__";"formhub/uuid";"meta/instanceID";"_id";"_uuid";\
"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"_tags";"_index"
"2026-03-01T09:00";"2026-03-01T09:10";"2026-03-01";"Ann";"Council";"";"D";"fine";"working_towards";"S";"G";"1 2";\
"1";"1";"a.jpg";"http://a.org/a.jpg";"51";"v1";"f1";"uuid:1";"17";"1";\
"2026-03-01T09:11";"Not Approved";"";"submitted_via_web";"";"";"1"
"2026-03-02T09:00";"2026-03-02T09:10";"2026-03-02";"Bo";"Trust";"";"";"";"gap_identified";"S";"G";"2";\
"0";"1";"";"";"";"v1";"f1";"uuid:2";"18";"2";\
"2026-03-02T09:11";"validation_status_not_approved";"";"submitted_via_web";"";"";"2"
"""
LABELS = """\
start,end,Your name,Preparing the ground/1. Roles are clear,Preparing the ground/2. Aims and/or hopes are shared,\
Results,Which partners?,Which partners?/Council,_id,_uuid,_submission_time,_submitted_by
#date+start,#date+end,#contact,,,,,,,,,
2026-03-01,2026-03-01,Ann,Mostly,n/a,n/a,Council,1,1,u1,2026-03-01,n/a
"""
CENTRAL = """\
SubmissionDate,start,end,about-name,lead-q1_1,lead-q1_2,meta-instanceID,KEY,SubmitterID,SubmitterName,\
AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
2026-03-01T09:00:00.000Z,2026-03-01T08:00:00Z,2026-03-01T08:30:00Z,Ann,D,G,uuid:1,uuid:1,12,office,0,0,,,x1,0,1
"""
ACCOUNTS = "q1_1,_submission_time,_submitted_by,_uuid\nD,2026-03-01,{},1\nG,2026-03-02,{},2\nS,2026-03-03,{},3"


def uses(answer):
    return {heading.text: heading.use for heading in answer.headings if heading.use not in (ANSWER, DROPPED)}


def said(answer):
    return {heading.text: heading.said for heading in answer.headings if heading.use == ANSWER}


def dropped(answer):
    return {heading.text: heading.why for heading in answer.headings if heading.use == DROPPED}


def told(answer):
    return [str(fault) for fault in answer.faults]


def people(answer):
    """The people without what is empty for everybody."""
    return answer.people.loc[:, (answer.people != "").any()].to_dict("index")


def matched(text, framework):
    return [one.item for one in match_headings(read(raw(text), framework).headings, framework)]


@pytest.mark.parametrize(("text", "delimiter"), [(NAMES, ";"), (LABELS, ","), (CENTRAL, ",")])
def test_an_export_is_recognised_by_what_is_added_to_every_form(text, delimiter):
    assert recognises(raw(text, delimiter), CSIT)
    assert recognises(raw(text.upper().replace("_UUID", "X_UUID"), delimiter), CDRP)


@pytest.mark.parametrize(
    "text",
    [
        "ID,Start time,Completion time,Email,Name,Leadership.Roles are clear",
        "Timestamp,Email Address,Leadership [Roles are clear]",
        "id,submitdate,lastpage,startlanguage,seed,G01[SQ001]",
        "StartDate,EndDate,Status,IPAddress,Progress,Finished,ResponseId,Q1_1,Q1_2",
        "start,end,status,username,key,1.1,1.2",
        "rater,organisation,1.1,1.2",
        "Ref,Key Feature,Ann,Bo,Consensus",
        "",
    ],
)
def test_other_files_are_not_taken_for_it(text):
    assert not recognises(raw(text), CDRP)


def test_a_file_of_names_is_read():
    answer = read(raw(NAMES, ";"), CDRP)
    assert uses(answer) == {
        "start": "started", "about/your_name": "name", "about/organisation": "organisation",
        "_submission_time": "submitted",
    }  # fmt: skip
    assert said(answer) == {
        "leadership/q1_1": ("q1_1",),
        "leadership/q1_1_comment": ("q1_1_comment", "q1_1 comment"),
        "leadership/q_1_2": ("q_1_2", "1_2"),
        "leadership/_1_10": ("_1_10", "1_10"),
        "leadership/1.4": ("1.4",),
        "themes": ("themes",),
        "photo": ("photo",),
    }
    assert [one.section for one in answer.headings][6:11] == ["leadership"] * 5


def test_what_the_tool_adds_is_dropped_and_it_is_said_why():
    assert dropped(read(raw(NAMES, ";"), CDRP)) == {
        "end": "a time beside the time of submission",
        "today": "a time beside the time of submission",
        "leadership/intro_note": "a note of the form, which has no answer",
        "themes/1": "one choice of a question whose whole answer stands in a column of its own",
        "themes/2": "one choice of a question whose whole answer stands in a column of its own",
        "photo_URL": "the address of a file",
        "_place_latitude": "the place where it was answered",
        "__version__": "the tool's own number of the form",
        **dict.fromkeys(("formhub/uuid", "meta/instanceID", "_id", "_uuid", "_index"),
                        "the tool's own number of the response"),
        "_validation_status": "the state of the response in the tool",
        "_status": "the state of the response in the tool",
        "_notes": "a note on the response, made in the tool",
        "_tags": "a note on the response, made in the tool",
        "_submitted_by": "the account that sent the response",
    }  # fmt: skip


def test_who_answered_and_what_is_read_with_the_rows_of_the_file():
    answer = read(raw(NAMES, ";"), CDRP)
    assert people(answer) == {
        2: {"name": "Ann", "organisation": "Council", "started": "2026-03-01T09:00", "submitted": "2026-03-01T09:11"},
        3: {"name": "Bo", "organisation": "Trust", "started": "2026-03-02T09:00", "submitted": "2026-03-02T09:11"},
    }
    expected = [
        ["D", "fine", "working_towards", "S", "G", "1 2", "a.jpg"],
        ["", "", "gap_identified", "S", "G", "2", ""],
    ]
    pd.testing.assert_frame_equal(
        answer.answers, pd.DataFrame(expected, index=[2, 3], columns=[6, 7, 8, 9, 10, 11, 14], dtype="str")
    )


def test_a_response_that_was_refused_is_told_and_kept():
    assert told(read(raw(NAMES, ";"), CDRP)) == [
        "export.csv, row 2, column X (_validation_status): “Not Approved” marks a response that was refused, here and "
        "in 1 row more. It is read like the others: delete the row from a copy of the file to leave it out."
    ]


def test_labels_are_read_behind_their_group_s():
    answer = read(raw(LABELS), CSIT)
    assert list(said(answer).values()) == [
        ("1. Roles are clear", "Preparing the ground/1. Roles are clear"),
        ("2. Aims and/or hopes are shared", "or hopes are shared",
         "Preparing the ground/2. Aims and/or hopes are shared"),
        ("Results",),
        ("Which partners?",),
    ]  # fmt: skip
    assert [one.section for one in answer.headings][3:5] == ["Preparing the ground"] * 2
    assert people(answer) == {3: {"name": "Ann", "started": "2026-03-01", "submitted": "2026-03-01"}}


def test_hashtags_and_what_a_server_writes_for_nothing_are_no_answers():
    answer = read(raw(LABELS), CSIT)
    assert answer.answers.to_dict("index") == {3: {3: "Mostly", 4: "", 5: "", 6: "Council"}}
    assert told(answer) == [
        "export.csv, row 2: The row holds hashtags, no response.",
        "export.csv, column L (_submitted_by): “n/a” stands in a column of the tool's own, so it is written where "
        "there is no answer. Such cells are read as empty.",
    ]


def test_n_a_that_somebody_chose_stays():
    answer = read(raw(LABELS.replace("2026-03-01,n/a", "2026-03-01,ann")), CSIT)
    assert answer.answers.to_dict("index") == {3: {3: "Mostly", 4: "n/a", 5: "n/a", 6: "Council"}}


def test_labels_in_a_row_below_the_names_name_the_items_too():
    answer = read(raw("q1,_id,_uuid\nRoles are clear,_id,_uuid\nMostly,1,u"), CSIT)
    assert said(answer) == {"q1": ("q1", "Roles are clear")}
    assert answer.answers.to_dict("index") == {3: {0: "Mostly"}}
    assert told(answer) == ["export.csv, row 2: The row holds labels, no response."]


def test_a_file_of_odk_central_is_read():
    answer = read(raw(CENTRAL), CDRP)
    assert people(answer) == {
        2: {"name": "Ann", "started": "2026-03-01T08:00:00Z", "submitted": "2026-03-01T09:00:00.000Z"}
    }
    assert [one.item for one in match_headings(answer.headings, CDRP)] == ["1.1", "1.2"]
    assert told(answer) == []


@pytest.mark.parametrize("sign", "/._-")
def test_any_sign_may_stand_between_group_and_question(sign):
    heads = ["start", "about+name", "about+role", "lead+q1_1", "lead+q1_10", "in+lead+q_1_2", "lead+q5_5_comment",
             "meta+instanceID", "_uuid"]  # fmt: skip
    answer = read(raw(",".join(heads).replace("+", sign) + "\n2026,Ann,lead,D,G,S,why,i,u"), CDRP)
    assert [heading.use for heading in answer.headings][:3] == ["started", "name", "role"]
    found = [(one.item, one.kind) for one in match_headings(answer.headings, CDRP)]
    assert found == [("1.1", "level"), ("", "level"), ("1.2", "level"), ("5.5", "comment")]


@pytest.mark.parametrize(
    ("names", "items"),
    [
        ("prep/1,prep/2,estab/6,estab/12", ["1", "2", "6", "12"]),
        ("prep/1,prep/2,estab/1,estab/12", ["", "", "", ""]),
        ("prep_1,prep_2,estab_6,estab_12", ["1", "2", "6", "12"]),
        ("prep_1,prep_2,estab_1,estab_12", ["", "", "", ""]),
        ("age_5,name_of_project_001,other", ["", "", ""]),
    ],
)
def test_a_number_names_an_item_only_where_it_cannot_be_counted_anew(names, items):
    assert matched(f"{names},_uuid,_id\nc,d,e,b,u,i", CSIT) == items


def test_the_choices_of_a_question_with_several_are_no_items():
    assert matched("themes/1,themes/2,lead/q1,_uuid,_id\n1,0,c,u,i", CSIT) == ["", "", "1"]


def test_names_that_were_made_of_a_label_are_told_to_be_cut():
    name = "Partners_have_established_the_purpose_pro"
    assert said(read(raw(f"lead/{name},_uuid,_id"), CDRP)) == {f"lead/{name}": (f"{name}…",)}
    assert matched(f"lead/{name},_uuid,_id", CDRP) == ["1.2"]


@pytest.mark.parametrize(
    ("accounts", "ids", "faults"),
    [
        (("ann", "bo", ""), ["ann", "bo", ""], []),
        (("", "", ""), ["", "", ""], []),
        (("ann", "office", "office"), ["", "", ""],
         ["export.csv, column C (_submitted_by): does not say who answered: one account sent several responses. Each "
          "response is read as one member of its own."]),
    ],
)  # fmt: skip
def test_an_account_says_who_answered_only_where_each_sent_one_response(accounts, ids, faults):
    answer = read(raw(ACCOUNTS.format(*accounts)), CDRP)
    assert list(answer.people["id"]) == ids
    assert told(answer) == faults


def test_the_end_is_the_time_of_submission_where_there_is_no_other():
    answer = read(raw("start,end,q1_1,_uuid,_id\n2026-03-01,2026-03-02,D,u,1"), CDRP)
    assert people(answer) == {2: {"started": "2026-03-01", "submitted": "2026-03-02"}}


@pytest.mark.parametrize(
    "heads",
    [
        "lead/q1_1,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid",
        "lead-q1_1,PARENT_KEY,KEY,SET-OF-lead,SubmissionDate,x",
    ],
)
def test_the_rows_of_a_repeated_group_are_no_responses(heads):
    sheet = raw(f"{heads}\nD,1,form,1,17,u", name="lead")
    answer = read(sheet, CDRP)
    assert recognises(sheet, CDRP)
    assert (len(answer.people), answer.answers.shape, said(answer)) == (0, (0, 0), {})
    assert told(answer) == [
        "export.csv, sheet lead: The rows are those of a repeated group, which belong to the responses of another "
        "sheet. Import the sheet or file with one row a response; a repeated group cannot be read."
    ]


def test_codes_of_answers_have_a_place_on_the_scale():
    assert read(raw("q1_1,_uuid,_id\nA1,u,1\nA3,v,2"), CDRP).codes == {"A1": 0, "A3": 2}


@pytest.mark.parametrize("text", ["", "_id,_uuid", "_id,_uuid,/,__,-\n\x00,,,[,", "a/,/b\n#\n#"])
def test_a_file_with_nothing_in_it_is_read_all_the_same(text):
    answer = read(raw(text), CSIT)
    assert list(answer.people.index) == list(answer.answers.index)
